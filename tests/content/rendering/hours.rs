//! What readers see of hours, rounds, prices and keys.

use crate::page::Page;
use crate::small_site::{CLIC, MAIRIE, SITE, SmallSite, site};
use eliane::hours::{Doubt, Hours};

fn lines(site: &SmallSite, address: &str) -> Vec<String> {
    let page = Page::read(&site.pages()[address]);
    page.lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[track_caller]
fn shows(site: &SmallSite, address: &str, words: &str) {
    let lines = lines(site, address);
    assert!(lines.iter().any(|line| line.contains(words)), "no « {words} » in {lines:#?}");
}

fn with_hours(osm: &str) -> SmallSite {
    let from = "osm: Mo-Fr 09:00-12:00,13:30-17:00; PH off";
    site().replace(CLIC, from, &format!("osm: '{osm}'"))
}

#[test]
fn hours_are_said_in_words() {
    for (osm, words) in [
        (
            "Mo-Fr 09:00-12:00,13:30-17:00",
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 17 h. Fermé le samedi et le dimanche.",
        ),
        ("24/7", "Tous les jours, jour et nuit."),
        ("Mo-Su 09:00-19:00; PH off", "Tous les jours, de 9 h à 19 h. Fermé les jours fériés."),
        (
            "Mo,We,Fr 08:05-12:00; Tu 14:00+",
            "Le lundi, le mercredi et le vendredi, de 8 h 05 à 12 h. Le mardi, à partir de 14 h. Fermé le jeudi, le samedi et le dimanche.",
        ),
        ("Mo-Sa 20:00-00:00", "Du lundi au samedi, de 20 h à minuit. Fermé le dimanche."),
        (
            "Mo-Fr 09:00-12:00; Sa[1,3] 10:00-12:00",
            "Du lundi au vendredi, de 9 h à 12 h. Les 1er et 3e samedis du mois, de 10 h à 12 h. Fermé le dimanche.",
        ),
        ("Th[-1] 09:00-12:00", "Le dernier jeudi du mois, de 9 h à 12 h."),
        (
            "Apr-Oct Mo-Fr 09:00-12:00; Aug off",
            "D’avril à octobre, du lundi au vendredi, de 9 h à 12 h. Fermé en août.",
        ),
        ("week 01-53/2 Mo 09:00-12:00", "Le lundi, les semaines impaires, de 9 h à 12 h."),
        (
            "Mo-Fr 09:00-12:00 \"sur rendez-vous\"",
            "Du lundi au vendredi, de 9 h à 12 h (sur rendez-vous). Fermé le samedi et le dimanche.",
        ),
        ("Mo-Fr", "Du lundi au vendredi. Fermé le samedi et le dimanche."),
        (
            "Mo-Fr 09:00-12:00; We off",
            "Le lundi, le mardi, le jeudi et le vendredi, de 9 h à 12 h. Fermé le mercredi, le samedi et le dimanche.",
        ),
        ("SH 09:00-12:00", "Pendant les vacances scolaires, de 9 h à 12 h."),
    ] {
        let text = lines(&with_hours(osm), "services/clic.html").join(" ");
        assert!(text.contains(words), "{osm}: no « {words} » in {text}");
    }
}

/// For each text, what is told of it and what the page of a service shows; one site holds them all.
fn shown(texts: &[&str]) -> Vec<(Vec<String>, String)> {
    let file = |at: usize| format!("content/services/essai-{at}.yaml");
    let all = texts.iter().enumerate().fold(site(), |site, (at, osm)| {
        let head = "type: autre\nzone: [\"FR\"]\ntelephone: 02 98 85 99 08\n";
        site.with(&file(at), format!("nom: Essai {at}\n{head}horaires:\n  osm: '{osm}'\n"))
    });
    let (findings, pages) = (all.findings(), all.pages());
    let page = |at: usize| {
        let page = Page::read(&pages[&format!("services/essai-{at}.html")]);
        page.lines.join(" ").replace(['\u{a0}', '\u{202f}'], " ")
    };
    let codes = |at: usize| {
        let here = findings.iter().filter(|f| f.file.as_ref() == Some(&file(at)));
        here.map(|f| f.code.clone()).collect()
    };
    (0..texts.len()).map(|at| (codes(at), page(at))).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_kind_of_rule_is_said_as_it_is_or_told() {
    let table = [
        // H1: days with a comment, or alone.
        (
            "Mo-Fr \"sur rendez-vous\"; Sa 10:00-12:00",
            "Du lundi au vendredi, sur rendez-vous. Le samedi, de 10 h à 12 h. Fermé le dimanche.",
        ),
        ("Mo-Fr; Sa 10:00-12:00", "Du lundi au vendredi. Le samedi, de 10 h à 12 h. Fermé le dimanche."),
        ("Mo-Fr 10:00-12:00; Sa", "Du lundi au vendredi, de 10 h à 12 h. Le samedi. Fermé le dimanche."),
        (
            "Sa 20:00-22:00; Mo \"à 10:00\"",
            "Le lundi, à 10:00. Le samedi, de 20 h à 22 h. Fermé du mardi au vendredi et le dimanche.",
        ),
        ("Mo 00:00-24:00; Tu \"sur rendez-vous\"", "Le lundi, jour et nuit. Le mardi, sur rendez-vous."),
        ("Mo-Fr \"24/7\"; Sa 10:00-12:00", "Du lundi au vendredi, 24/7. Le samedi, de 10 h à 12 h."),
        (
            "Mo-Fr \"10:00 ; ou plus tard\"; Sa 10:00-12:00",
            "Du lundi au vendredi, 10:00 ; ou plus tard. Le samedi, de 10 h à 12 h.",
        ),
        ("Mo-Fr open; Sa 10:00-12:00", "Du lundi au vendredi. Le samedi, de 10 h à 12 h."),
        ("Mo 20:00-00:00; Tu", "Le lundi, de 20 h à minuit. Le mardi. Fermé du mercredi au dimanche."),
        ("PH \"sur rendez-vous\"; Sa 10:00-12:00", ""),
        (
            "Sa 10:00-12:00; PH \"sur rendez-vous\"",
            "Le samedi, de 10 h à 12 h. Les jours fériés, sur rendez-vous.",
        ),
        (
            "Sa[1]; Mo 10:00-12:00",
            "Le lundi, de 10 h à 12 h. Le 1er samedi du mois. Fermé du mardi au vendredi et le dimanche.",
        ),
        ("Aug \"sur rendez-vous\"", "En août, sur rendez-vous."),
        ("\"sur rendez-vous\"", "Horaires Sur rendez-vous."),
        ("Mo-Fr 10:00-12:00 unknown \"à confirmer\"", ""),
        ("Mo-Fr unknown \"à confirmer\"", "Du lundi au vendredi, à confirmer."),
        // H2: closed at some times.
        (
            "Mo-Fr 09:00-12:00,13:30-16:30; We 13:30-16:30 off",
            "Le lundi, le mardi, le jeudi et le vendredi, de 9 h à 12 h et de 13 h 30 à 16 h 30. Le mercredi, de 9 h à 12 h. Fermé le samedi et le dimanche.",
        ),
        (
            "Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:30 off",
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 17 h. Fermé le samedi et le dimanche.",
        ),
        (
            "Mo-Fr 09:00-17:00; 12:00-13:30 off",
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 17 h. Fermé le samedi et le dimanche.",
        ),
        (
            "Mo-Fr 09:00-17:00; Fr 16:00-17:00 closed",
            "Du lundi au jeudi, de 9 h à 17 h. Le vendredi, de 9 h à 16 h.",
        ),
        ("Mo-Fr 09:00-12:00; We 09:00-12:00 off", "Fermé le mercredi, le samedi et le dimanche."),
        ("Mo-Fr 09:00-12:00; We 00:00-24:00 off", "Fermé le mercredi, le samedi et le dimanche."),
        (
            "Mo-Fr 09:00-17:00, Mo-Fr 12:00-13:00 off",
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h à 17 h.",
        ),
        ("Mo-Fr 09:00-12:00; We 14:00-16:00 off", ""),
        ("Mo-Fr 14:00+; We 18:00-20:00 off", ""),
        ("Mo-Fr; We 14:00-16:00 off", ""),
        ("Mo-Fr 09:00-17:00; PH 12:00-17:00 off", ""),
        ("Mo-Fr 09:00-17:00; Aug 12:00-17:00 off", ""),
        ("Mo-Fr 09:00-17:00; We 12:00-17:00 off \"réunion\"", ""),
        // A1, A2: spaces beside commas.
        (
            "Mo, We 09:00-12:00",
            "Le lundi et le mercredi, de 9 h à 12 h. Fermé le mardi et du jeudi au dimanche.",
        ),
        ("Mo,Tu, Th 09:00-12:00", "Le lundi, le mardi et le jeudi, de 9 h à 12 h."),
        (
            "Mo-Fr 08:30-12:00 , 13:30-17:00",
            "Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h. Fermé le samedi et le dimanche.",
        ),
        ("Mo-Fr 09:00-12:00, We 14:00-16:00", "Le mercredi, de 9 h à 12 h et de 14 h à 16 h."),
        ("Mo-Fr 09:00-12:00;", "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi et le dimanche."),
        (
            "Mo-Fr 09:00-12:00, 14:00-17:00; Sa, Su off ; ",
            "Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h. Fermé le samedi et le dimanche.",
        ),
        // A3: stretches that overlap.
        ("Mo 09:00-16:30,09:00-16:30", "Le lundi, de 9 h à 16 h 30. Fermé du mardi au dimanche."),
        ("Mo 09:30-12:30,12:00-17:00", "Le lundi, de 9 h 30 à 17 h."),
        ("Mo 14:00-17:00,09:00-12:00", "Le lundi, de 9 h à 12 h et de 14 h à 17 h."),
        ("Mo-Fr 09:00-12:00, We 11:00-14:00", "Le mercredi, de 9 h à 14 h."),
        ("Mo,Fr 09:00-12:00; We 14:00-14:00", ""),
        ("Mo 09:00-12:00,14:00-14:00", ""),
        ("Mo 00:00-00:00", ""),
        ("Mo 14:00-12:00", ""),
        // H6, A4: said once.
        (
            "Mo-Fr 09:00-12:00; Su,PH off",
            "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi, le dimanche et les jours fériés.",
        ),
        (
            "Mo-Fr 09:00-12:00; Sa,Su,PH off",
            "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi, le dimanche et les jours fériés.",
        ),
        ("Mo-Fr 09:00-12:00; PH,Sa,Su off", "Fermé le samedi, le dimanche et les jours fériés."),
        (
            "Mo-Fr 09:00-12:00; PH,SH off",
            "Fermé le samedi, le dimanche, les jours fériés et pendant les vacances scolaires.",
        ),
        ("Mo-Su,PH 10:00-18:00", "Tous les jours et les jours fériés, de 10 h à 18 h."),
        (
            "Mo-Sa 09:00-19:00; Su,PH 09:00-12:00",
            "Du lundi au samedi, de 9 h à 19 h. Le dimanche et les jours fériés, de 9 h à 12 h.",
        ),
        ("Mo-Su off", "Fermé tous les jours."),
        // What holds in a part of the year, beside what holds each week.
        (
            "Mo-Sa 09:00-12:00; Sa[1] 14:00-16:00",
            "Du lundi au samedi, de 9 h à 12 h. Le 1er samedi du mois, de 14 h à 16 h seulement. Fermé le dimanche.",
        ),
        ("Mo-Sa 09:00-12:00, Sa[1] 14:00-16:00", "Le 1er samedi du mois, aussi de 14 h à 16 h."),
        (
            "Mo-Fr 09:00-12:00; Jul-Aug Mo-Fr 14:00-17:00",
            "De juillet à août, du lundi au vendredi, de 14 h à 17 h seulement.",
        ),
        (
            "Mo-Fr 09:00-12:00; Jul-Aug 14:00-17:00",
            "De juillet à août, tous les jours, de 14 h à 17 h seulement.",
        ),
        (
            "Mo-Fr 09:00-12:00; SH 14:00-17:00",
            "Du lundi au vendredi, de 9 h à 12 h. Pendant les vacances scolaires, tous les jours, de 14 h à 17 h.",
        ),
        ("Jan-Dec Mo-Fr 09:00-12:00", "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi et le dimanche."),
        ("SH Mo-Fr 09:00-12:00", ""),
        ("Mo-Fr SH 09:00-12:00", ""),
        ("Mo-Fr 14:00-17:00+", ""),
        ("Mo-Fr 09:00-12:00 \"a\", 14:00-17:00", ""),
        (
            "Mo-Fr 09:00-12:00, Mo-Fr 14:00-17:00 \"sur rendez-vous\"",
            "Du lundi au vendredi, de 9 h à 12 h. Du lundi au vendredi, de 14 h à 17 h (sur rendez-vous). Fermé le samedi et le dimanche.",
        ),
        // Dates.
        (
            "Mo-Fr 09:00-12:00; Dec 25 off",
            "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi et le dimanche. Fermé le 25 décembre.",
        ),
        ("Mo-Fr 09:00-12:00; Dec 25, Jan 1 off", "Fermé le 25 décembre et le 1er janvier."),
        ("Mo-Fr 09:00-12:00; Aug 1-15 off", "Fermé du 1er août au 15 août."),
        (
            "Mo-Fr 09:00-12:00; 2020 Dec 31 09:00-11:00",
            "Du lundi au vendredi, de 9 h à 12 h. Fermé le samedi et le dimanche.",
        ),
        ("2020 Dec 31 09:00-12:00; Mo-Fr 09:00-12:00", "Du lundi au vendredi, de 9 h à 12 h."),
        ("2024 Dec 24-2025 Jan 2 off; Mo-Fr 09:00-12:00", "Du lundi au vendredi, de 9 h à 12 h."),
        ("2019 Aug off; Mo 09:00-12:00; 2020 Dec 31 off", "Le lundi, de 9 h à 12 h."),
        ("week 02-52/2 Th 09:00-12:00", "Le jeudi, les semaines paires, de 9 h à 12 h."),
        ("2025 Dec 24 09:00-12:00", "HORS"),
        ("2025 Dec 24 09:00-12:00; 2020 Jan 2 off", "HORS"),
        ("Mo-Fr 09:00-12:00; 2026 Dec 31 09:00-11:00", "Le 31 décembre 2026, de 9 h à 11 h."),
        ("Mo-Fr 09:00-12:00; PH off; 2026 Dec 24 09:00-11:00", "Le 24 décembre 2026, de 9 h à 11 h."),
        ("Mo-Fr 09:00-12:00; 2026 Dec 24-2027 Jan 2 off", "Fermé du 24 décembre 2026 au 2 janvier 2027."),
        ("Mo-Fr 09:00-12:00; easter off", ""),
        ("Mo-Fr 09:00-12:00; PH off; Dec 25 09:00-11:00", ""),
    ];
    let mut wrong = Vec::new();
    for ((osm, words), (codes, text)) in table.iter().zip(shown(&table.map(|(osm, _)| osm))) {
        let raw = text.contains("Horaires tels qu’on nous les a donnés :");
        let good = if *words == "HORS" {
            codes == ["A030"]
        } else if words.is_empty() {
            !codes.is_empty() && raw
        } else {
            codes.is_empty()
                && !raw
                && text.contains(words)
                && (words.contains("jour et nuit") || !text.contains("jour et nuit"))
        };
        if !good || text.contains("31 décembre 2020") {
            let text = text.split(" Horaires ").nth(1).and_then(|text| text.split("Vérification").next());
            wrong.push(format!("{osm}: {codes:?}, wanted « {words} », got « {} »", text.unwrap_or_default()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_that_undoes_another_is_told_with_what_was_meant() {
    let table = [
        ("Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00", "Mo-Fr 09:00-12:00, Mo-Fr 14:00-17:00"),
        ("Mo-Sa 08:00-13:00; 15:00-18:00", "Mo-Sa 08:00-13:00,15:00-18:00"),
        ("Mo 09:00-12:00; Mo 14:00-17:00; Tu 09:00-12:00", "Mo 09:00-12:00, Mo 14:00-17:00; Tu 09:00-12:00"),
        ("We 09:00-12:00; Mo-Fr 14:00-17:00", "We 09:00-12:00, Mo-Fr 14:00-17:00"),
        ("Mo-We 09:00-12:00; Mo,Tu,We 14:00-17:00", "Mo-We 09:00-12:00, Mo,Tu,We 14:00-17:00"),
        ("Mo-Fr 09:00-12:00; Mo-Su 14:00-17:00", "Mo-Fr 09:00-12:00, Mo-Su 14:00-17:00"),
        ("Mo 09:00-12:00; Mo,Tu 14:00-17:00", "Mo 09:00-12:00, Mo,Tu 14:00-17:00"),
        ("Mo-Fr 09:00-12:00; Mo-Fr \"sur rendez-vous\"", ""),
        ("Mo-Fr 09:00-12:00; \"sur rendez-vous\"", ""),
        ("Mo-Fr 09:00-12:00; Mo-We 14:00-17:00; Th-Fr 15:00-18:00", ""),
        ("Mo-Fr 09:00-12:00; off", ""),
        ("Mo-Fr 09:00-12:00; Mo-Fr off", ""),
        ("PH off; Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00; PH off"),
        ("Aug off; Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00; Aug off"),
        ("Dec 25 off; Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00; Dec 25 off"),
        ("Sa[1] off; Sa 09:00-12:00", "Sa 09:00-12:00; Sa[1] off"),
        ("Sa[1] 14:00-16:00; Sa 09:00-12:00", ""),
        ("Apr-Oct Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00", ""),
        ("SH 10:00-12:00; Mo-Su 14:00-17:00", "Mo-Su 14:00-17:00; SH 10:00-12:00"),
        ("PH 10:00-12:00; PH 14:00-16:00", "PH 10:00-12:00, PH 14:00-16:00"),
        ("Sa[1] 09:00-12:00; Sa[1] 14:00-16:00", ""),
        ("Mo-Fr \"sur rendez-vous\"; Mo-Fr 09:00-12:00", ""),
    ];
    for ((osm, repair), (codes, text)) in table.into_iter().zip(shown(&table.map(|(osm, _)| osm))) {
        assert_eq!(codes, ["A034"], "{osm}");
        assert!(text.contains("Horaires tels qu’on nous les a donnés :"), "{osm}: {text}");
        let meant = match Hours::parse(osm).unwrap().doubt {
            Some(Doubt::Undone { repair, .. }) => repair.unwrap_or_default(),
            other => panic!("{osm}: {other:?}"),
        };
        assert!(repair.is_empty() || meant == repair, "{osm}: « {meant} », not « {repair} »");
    }
    // Fewer days after more days are an exception, and the usual way to say one.
    let fine = [
        "Mo-Fr 09:00-12:00; We off",
        "Mo-Fr 09:00-12:00; We 14:00-17:00",
        "Mo-Fr 09:00-12:00; Mo-Th 14:00-17:00",
        "Mo-Fr 09:00-12:00; Th-Sa 14:00-17:00",
        "Mo 09:00-12:00; Mo 09:00-12:00",
        "Mo 09:00-12:00; Mo 09:00-12:00,14:00-17:00",
        "Mo 10:00-12:00; Mo-Fr 09:00-17:00",
        "Mo-Fr; Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-12:00; PH off",
        "Mo-Fr 09:00-12:00; PH off; Aug off",
        "24/7; We 09:00-12:00",
        "Mo-Fr 09:00-12:00,14:00-17:00",
        "Mo-Fr 09:00-12:00, Mo-Fr 14:00-17:00",
        "Mo 09:00-12:00; We 09:00-12:00; Mo-Fr 09:00-17:00; PH off; Aug off",
    ];
    for (osm, (codes, text)) in fine.into_iter().zip(shown(&fine)) {
        assert!(codes.is_empty() && !text.contains("tels qu’on nous"), "{osm}: {codes:?} {text}");
    }
}

#[test]
fn hours_that_nobody_understands_are_shown_as_they_are() {
    for (raw, shown) in [
        ("T-T-T", "T-T-T"),
        ("Mo-Fr 09:00-25:00", "lundi-vendredi 9 h-25:00"),
        ("Mo sunrise-sunset", "lundi lever du soleil-coucher du soleil"),
        ("2026 Jul-Aug off", "2026 juillet-août fermé"),
        ("Mo-Fr: 09:00-12:00", "lundi-vendredi : 9 h-12 h"),
        ("week 40 Th 09:00-12:00", "semaine 40 jeudi 9 h-12 h"),
        ("week 01-51/2 Th 09:00-12:00", "semaine 01-51/2 jeudi"),
        ("Dec 24,easter 14:00-16:00", "24 décembre,Pâques 14 h-16 h"),
        ("sunrise-sunset", "lever du soleil-coucher du soleil"),
        ("easter -1 day off", "Pâques -1 jour fermé"),
        ("2026 Jul 3 easter", "3 juillet 2026 Pâques"),
        ("We 08:00", "mercredi 8 h"),
        ("Sa 08:30; PH off \"Mo\"; Su", "samedi 8 h 30; les jours fériés fermé \"Mo\"; dimanche"),
        ("Sa porte est ouverte le matin", "Sa porte est ouverte le matin"),
    ] {
        let odd = with_hours(raw);
        assert_eq!(odd.findings().iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["A030"], "{raw}");
        shows(&odd, "services/clic.html", "Horaires tels qu’on nous les a donnés :");
        shows(&odd, "services/clic.html", shown);
        // Words, where there are some, are worth more.
        let told = with_hours(raw).replace(CLIC, "  osm:", "  texte: Le matin.\n  osm:");
        let text = lines(&told, "services/clic.html").join(" ");
        assert!(text.contains("Le matin.") && !text.contains(raw), "{text}");
    }
}

#[test]
fn exceptions_to_come_are_shown_and_past_ones_are_not() {
    shows(&site(), "services/clic.html", "Fermé du 24 au 31 décembre 2026 (Congés de fin d’année).");
    let text = lines(&site(), "services/clic.html").join(" ");
    assert!(!text.contains("4 mai 2026"), "{text}");
    let coming = site().replace(CLIC, "du: 2026-05-04", "du: 2026-12-04");
    shows(&coming, "services/clic.html", "Le 4 décembre 2026, de 9 h à 12 h.");
    let days = coming.replace(CLIC, "heures: 09:00-12:00", "heures: Mo-Fr 09:00-12:00");
    shows(&days, "services/clic.html", "Le 4 décembre 2026, du lundi au vendredi, de 9 h à 12 h.");
}

#[test]
fn rounds_are_dated_places() {
    let clic = "services/clic.html";
    shows(&site(), clic, "Le 1er mardi du mois, de 9 h à 12 h 30, à la mairie de Ploudiry.");
    shows(
        &site(),
        clic,
        "Le 1er décembre 2026 et le 5 janvier 2027, de 14 h à 16 h, à la médiathèque, à Landerneau.",
    );
    let over = site().replace(CLIC, "[2026-11-03, 2026-12-01, 2027-01-05]", "[2026-11-03]");
    shows(&over, clic, "Demandez les prochains passages, à la médiathèque, à Landerneau.");
}

#[test]
fn a_service_grows_old_with_what_it_says() {
    // Verified 100 days before: a CLIC has a year, its rounds and its hours have 90 days, its room has 30.
    let verified = site().append(CLIC, "verifie_le: 2026-08-16\nverifie_comment: appel\n");
    let until = |site: &SmallSite| lines(site, "services/clic.html").join(" ");
    assert!(until(&verified).contains("15 septembre 2026"), "{}", until(&verified));
    let part = |from: &str, key: &str| -> String {
        let text = verified.text(CLIC);
        let start = text.find(from).unwrap();
        text[start..start + text[start..].find(key).unwrap()].to_owned()
    };
    let (room, held) = (part("capacite:", "si_non:"), part("horaires:", "capacite:"));
    let rounds = verified.clone().replace(CLIC, &room, "");
    shows(&rounds, "services/clic.html", "près de chez vous, à certains jours");
    assert!(until(&rounds).contains("14 novembre 2026"), "{}", until(&rounds));
    let bare = rounds.clone().replace(CLIC, &held, "");
    assert!(until(&bare).contains("16 août 2027"), "{}", until(&bare));
    let own = rounds.append(SITE, "fraicheur:\n  delais: { horaires: 120, tournee: 110 }\n");
    assert!(until(&own).contains("4 décembre 2026"), "the site's own table: {}", until(&own));
}

#[test]
fn prices_and_keys_are_said_beside_the_number() {
    let clic = "services/clic.html";
    shows(&site(), clic, "Appuyez sur 2 puis #.");
    shows(&site(), clic, "Appel payant, plus cher qu’un appel normal.");
    let free = site().replace(MAIRIE, "02 98 85 99 08", "0 800 47 47 88");
    shows(&free, "services/mairie.html", "Appel gratuit.");
}

#[test]
fn room_says_its_date_and_its_delay() {
    let text = lines(&site(), "services/clic.html").join(" ");
    assert!(text.contains("Ce service accepte de nouvelles demandes. Délai : deux semaines."), "{text}");
    assert!(text.contains("novembre 2026"), "{text}");
}

#[test]
fn what_is_for_professionals_is_on_no_page() {
    let pro = site().append(CLIC, "visibilite: pro\n");
    for (address, html) in pro.pages() {
        assert!(!html.contains("02\u{a0}98\u{a0}85\u{a0}99\u{a0}02"), "{address}");
        assert!(!html.contains("CLIC de Landerneau"), "{address}");
    }
}

#[test]
fn words_and_syntax_are_compared_by_day_and_by_hour() {
    let osm = "osm: Mo-Fr 09:00-12:00,13:30-17:00; PH off";
    for (words, code) in [
        ("Du lundi au vendredi : 9h-12h. Samedi : fermé", ""),
        ("Du lundi au vendredi : 9h-12h. Samedi et dimanche fermés.", ""),
        ("Tous les jours sauf le week-end : 9h-12h.", ""),
        ("Du lundi au vendredi, le matin.", ""),
        ("Du lundi au vendredi sauf le mercredi : 9h-12h.", "A031"),
        ("Du lundi au samedi : 9h-12h.", "A031"),
        ("Du lundi au vendredi : 9h-12h30.", "A031"),
        ("Du lundi au vendredi : 9h-12h et 14h-17h.", "A031"),
    ] {
        let texts = site().replace(CLIC, osm, &format!("texte: \"{words}\"\n  osm: Mo-Fr 09:00-12:00"));
        let codes: Vec<String> = texts.findings().iter().map(|f| f.code.clone()).collect();
        assert_eq!(codes.join(","), code, "{words}");
    }
}

#[test]
fn half_days_and_weeks_that_words_take_away_are_compared_too() {
    let osm = "osm: Mo-Fr 09:00-12:00,13:30-17:00; PH off";
    let both = "Mo-Fr 09:00-12:00,14:00-17:00";
    let less = "Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00";
    for (words, osm_now, code) in [
        ("Du lundi au vendredi : 9h-12h, 14h-17h (sauf mercredi après-midi)", both, "A031"),
        ("Du lundi au vendredi (sauf mercredi après-midi)", both, "A031"),
        ("Du lundi au vendredi, de 9h à 12h et de 14h à 17h, sauf le lundi matin.", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h. Fermé le vendredi après-midi.", both, "A031"),
        ("Du lundi au vendredi. Fermé le vendredi après-midi.", "Mo-Fr 09:00-17:00", "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, hors mercredi matin", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h. Mercredi après-midi : fermé.", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, sauf le 1er mercredi du mois", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h. Fermé le premier lundi du mois.", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, sauf un mercredi sur deux", both, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h", less, "A031"),
        ("Du lundi au vendredi : 9h-12h, 14h-17h (sauf mercredi après-midi)", less, ""),
        ("Du lundi au vendredi (sauf mercredi après-midi)", less, ""),
        ("Du lundi au vendredi. Fermé le mercredi après-midi.", less, ""),
        ("Du lundi au vendredi. Fermé le vendredi après-midi.", "Mo-Fr 09:00-12:30", ""),
        (
            "Du lundi au vendredi, sauf le 1er mercredi du mois",
            "Mo-Fr 09:00-12:00,14:00-17:00; We[1] off",
            "",
        ),
        ("Du lundi au vendredi : 9h-12h, 14h-17h. Fermé le mercredi après-midi en août.", both, ""),
        ("Du lundi au vendredi, sauf les mercredis et vendredis après-midi.", both, ""),
        ("Du lundi au vendredi : 9h-12h, 14h-17h. Fermé le 25 décembre.", both, ""),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, sauf jours fériés", both, ""),
    ] {
        let texts = site().replace(CLIC, osm, &format!("texte: \"{words}\"\n  osm: {osm_now}"));
        let codes: Vec<String> = texts.findings().iter().map(|f| f.code.clone()).collect();
        assert_eq!(codes.join(","), code, "{words} / {osm_now}");
    }
}

/// `off` alone would be a round that passes on no day, and an exception that says nothing.
#[test]
fn days_on_which_nobody_comes_are_refused() {
    let head = "nom: Bus\ntype: autre\nzone: [\"FR\"]\ntelephone: 02 98 85 99 08\n";
    let round = |days: &str| {
        site().with(
            "content/services/bus.yaml",
            format!("{head}tournee:\n  - commune: \"29103\"\n    jours: '{days}'\n"),
        )
    };
    for days in ["Tu off", "Tu[1] off", "Tu closed", "off", "Tu off; PH off", "Mo-Fr off"] {
        let codes: Vec<String> = round(days).findings().into_iter().map(|found| found.code).collect();
        assert_eq!(codes, ["E034"], "{days}");
    }
    for days in ["Tu", "Tu[1]", "Tu 09:00-12:00; PH off", "Tu \"sur rendez-vous\"", "Mo-Fr; We off"] {
        assert!(round(days).findings().is_empty(), "{days}");
    }
    let exception = |times: &str| {
        let hours = format!(
            "horaires:\n  texte: Le matin.\n  exceptions:\n    - du: 2026-12-24\n      heures: '{times}'\n"
        );
        site().with("content/services/bus.yaml", format!("{head}{hours}"))
    };
    assert_eq!(
        exception("off").findings().iter().map(|found| found.code.as_str()).collect::<Vec<_>>(),
        ["E034"]
    );
    assert!(exception("09:00-12:00").findings().is_empty());
    let over = round("2025 Dec 24 09:00-12:00");
    assert!(!lines(&over, "services/bus.html").iter().any(|line| line.starts_with("Passages ,")));
}
