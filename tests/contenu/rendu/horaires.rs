//! What readers see of hours, rounds, prices and keys.

use crate::page::Page;
use crate::petit_site::{CLIC, MAIRIE, PetitSite, SITE, site};

fn lines(site: &PetitSite, address: &str) -> Vec<String> {
    let page = Page::read(&site.pages()[address]);
    page.lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[track_caller]
fn shows(site: &PetitSite, address: &str, words: &str) {
    let lines = lines(site, address);
    assert!(lines.iter().any(|line| line.contains(words)), "no « {words} » in {lines:#?}");
}

fn with_hours(osm: &str) -> PetitSite {
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

#[test]
fn hours_that_nobody_understands_are_shown_as_they_are() {
    for raw in ["T-T-T", "Mo-Fr 09:00-25:00", "Mo sunrise-sunset"] {
        let odd = with_hours(raw);
        assert_eq!(odd.findings().iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["A030"], "{raw}");
        shows(&odd, "services/clic.html", "Horaires tels qu’on nous les a donnés :");
        shows(&odd, "services/clic.html", raw);
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
    let until = |site: &PetitSite| lines(site, "services/clic.html").join(" ");
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
