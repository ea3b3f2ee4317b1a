//! What YAML, or a hurried hand, takes from a sheet without a word: each is told, once, at its line.

use crate::small_site::{CALL, CASE, Finding, MAIRIE, PHOTO, SmallSite, site};

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The codes of errors and warnings, with their lines.
fn told(site: &SmallSite, path: &str) -> Vec<(String, Option<usize>)> {
    let found: Vec<Finding> = site.findings();
    found
        .into_iter()
        .filter(|found| found.file.as_deref().is_some_and(|file| file.ends_with(path)))
        .map(|found| (found.code, found.line))
        .collect()
}

#[test]
fn each_line_of_a_sheet_that_says_something_else_is_told_there() {
    let mut faults = Vec::new();
    for (lines, code) in [
        ("cout: Appuyez sur # puis 2.", "E025"),
        ("cout: #1 en Bretagne", "E025"),
        ("ne_fait_pas:\n  - #1 du canton", "E025"),
        ("ne_fait_pas:\n  - Non\n  - #1 du canton", "E025"),
        ("date_source: 2026-10 # lu", "E025"),
        ("revoir_tous_les: 90 # jours", "E025"),
        ("sms: 114 # urgence", "E025"),
        ("etat: publie # vu", "E025"),
        ("ne_fait_pas: [Aide : papiers, Non]", "E021"),
        ("ne_fait_pas: [Non, Aide : papiers]", "E021"),
        ("ne_fait_pas: [Appuyez sur # puis 2, Non]", "E020"),
        ("cout: !Gratuit", "E027"),
        ("fait_pas: x", "E030"),
        ("ne_fait_pas:\n  - Aide : papiers et numérique", "E021"),
        ("ne_fait_pas:\n  - Téléphonez :", "E021"),
        ("cout: Téléphonez d’abord :", "E021"),
        ("ne_fait_pas:\n  - La garde d’enfants : voir la PMI", "E021"),
        ("ne_fait_pas: Aide : papiers", "E021"),
        ("organisation: \"Mairie\" de Landerneau", "E020"),
        ("organisation: 'Mairie de l'Hôpital'", "E020"),
        ("cout: \"C:\\photos\"", "E020"),
        ("cout:\u{a0}Bonjour à vous", "E020"),
        ("cout: Touchez **Oui** puis _ici_, voir [le site](https://exemple.fr).", "A003"),
        ("cout: Touchez <b>Oui</b>.", "E050"),
        ("cout: Touchez _Oui_.", "A003"),
        ("ne_fait_pas:\n  - Pas de **photos**", "A003"),
        ("dit_aussi: visio, skype", "A004"),
        ("dit_aussi: visio; skype", "A004"),
        ("langues: français, breton", "A004"),
        ("dit_aussi: (visio, skype)", "A004"),
        ("dit_aussi: visio]", "A004"),
        ("dit_aussi:\n  visio\n  skype", "A004"),
        ("dit_aussi:\n  visio,\n  appel vidéo", "A004"),
        ("dit_aussi:\n  - visio, skype", "A004"),
        ("langues:\n  - français, breton", "A004"),
        ("mode_aide:\n  domicile\n  sur_place", "E038"),
        ("mode_aide: (sur_place, domicile)", "E038"),
        ("cout: Nature &amp; santé.", "A003"),
        ("organisation: \"A&nbsp;B\"", "A003"),
        ("ne_fait_pas:\n  - L&#39;accueil", "A003"),
        ("cout: Ouvert ~~lundi~~ mardi", "A003"),
        ("cout: Touchez ==Oui== ici", "A003"),
        ("cout: \"> Attention\"", "A003"),
        ("verifie_le: 2026-11-31\nverifie_comment: appel", "E034"),
        ("date_source: 11/2026", "E034"),
        ("autres_noms: mairie, hôtel de ville", "A004"),
        ("mode_aide: sur_place, domicile", "E038"),
        ("ne_fait_pas:\n  -Aide aux papiers\n  -Autre chose", "E029"),
        ("ne_fait_pas:\n  • Aide\n  • Autre", "E029"),
        ("ne_fait_pas:\n  –\u{a0}Aide\n  –\u{a0}Autre", "E029"),
        ("cout: !Gratuit pour tous", "E027"),
        ("cout: \"Gratuit\\u202E\"", "E026"),
        ("cout: \"\\e[31mGratuit\"", "E026"),
        ("cout: \"\\u200B\"", "E036"),
        ("verifie_le: 2062-11-24\nverifie_comment: appel", "E037"),
        ("date_source: 2062-01", "E037"),
        ("date_source: \"2027\"", "E037"),
        ("sources:\n  - titre: Annuaire\n    date: 2026-12", "E037"),
        ("capacite:\n  etat: accepte\n  date: 2026-11-25", "E037"),
        ("verifie_le: 0026-11-24\nverifie_comment: appel", "E108"),
        ("verifie_le: 1926-11-24\nverifie_comment: appel", "E108"),
        ("capacite:\n  etat: accepte\n  date: 1026-11-24", "E108"),
        ("verifie_par: rédaction", "E031"),
        ("verifie_par: agent du CCAS\nrevoir_tous_les: 90", "E031"),
        ("date_source: 1026", "A009"),
        ("date_source: 1926-11", "A009"),
        ("sources:\n  - titre: Annuaire\n    date: 1066-01-01", "A009"),
        ("sources:\n  - titre: Annuaire\n    date: 0202", "A009"),
        ("tournee:\n  - commune: \"29103\"\n    dates: [2062-01-01]", "A009"),
        ("tournee:\n  - commune: \"29103\"\n    dates: [1926-12-01]", "A009"),
    ] {
        let site = site().append(MAIRIE, &format!("{lines}\n"));
        // The second line when the first only opens a list.
        let first = lines.lines().next().unwrap();
        let at =
            if first.ends_with(':') && lines.contains('\n') { lines.lines().nth(1).unwrap() } else { first };
        let at = if matches!(code, "E037" | "E108" | "A009" | "E034") {
            lines
                .lines()
                .find(|line| line.contains(|c: char| c.is_ascii_digit()) && !line.contains("commune"))
                .unwrap()
        } else {
            at
        };
        let line = site.line_of(MAIRIE, at.trim());
        let found = told(&site, MAIRIE);
        // What shows on two lines is told on one of them.
        let good = matches!(&found[..], [(found, place)] if found == code && place.is_some_and(|n| n.abs_diff(line) <= 1));
        if !good {
            faults.push(format!("{lines}: {code} at {line}, found {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", plain(&faults.join("\n")));
}

#[test]
fn what_is_right_is_silent() {
    for lines in [
        "cout: \"Appuyez sur # puis 2.\"",
        "# relu le 12 mars\ncout: Gratuit",
        "dit_aussi: [visio, skype]",
        "dit_aussi: visio",
        "dit_aussi: mairie (accueil)",
        "autres_noms:\n  Mairie de\n  Landerneau",
        "autres_noms:\n  - mairie de Landerneau, Finistère",
        "cout: Nature & santé, B&B",
        "cout: \"> 18 ans\"",
        "autres_noms:\n  - Mairie, hôtel de ville",
        "ne_fait_pas:\n  - \"Aide : papiers\"",
        "ne_fait_pas: Aide à domicile, courses et ménage",
        "cout: \"- 10 % pour tous\"",
        "cout: Composez *21* puis le numéro.",
        "verifie_le: 2026-11-24\nverifie_comment: documents",
        "date_source: 2026-11",
        "date_source: \"2026\"",
        "date_source: 1998-03",
        "sources:\n  - titre: Ordonnance de Villers-Cotterêts\n    date: 1539-08",
        "sources:\n  - titre: Loi sur la presse\n    date: 1881-07-29",
        "tournee:\n  - commune: \"29103\"\n    dates: [2026-12-01, 2027-01-05]",
        "cout: L’été = gratuit",
        "cout: La médiathèque = une bibliothèque.",
        "cout: Réponse=oui",
        "cout: « onglet » = page",
    ] {
        let found = told(&site().append(MAIRIE, &format!("{lines}\n")), MAIRIE);
        assert!(found.is_empty(), "{lines}: {found:?}");
    }
}

#[test]
fn a_sheet_that_would_stand_nowhere_is_told() {
    let empty = site().replace(MAIRIE, "zone: [\"29103\"]", "zone: []");
    assert_eq!(told(&empty, MAIRIE)[0].0, "E039");
    let text = site().text(CASE).to_owned();
    let line = text.lines().find(|line| line.starts_with("territoires:")).unwrap().to_owned();
    let empty = site().replace(CASE, &line, "territoires: []");
    assert_eq!(told(&empty, CASE)[0].0, "E039");
    let line = site().text(PHOTO).lines().find(|line| line.starts_with("besoins:")).unwrap().to_owned();
    assert_eq!(told(&site().replace(PHOTO, &line, "besoins: []"), PHOTO)[0].0, "E039");
}

#[test]
fn dates_of_a_guide_are_past_too() {
    for (from, to) in [
        ("verifie_le: 2026-11-01", "verifie_le: 2062-11-24"),
        ("    date: 2026-01", "    date: 2062-01-01"),
        ("verifie_par:", "etat: retire\nretire_raison: Fini.\nretire_le: 2062-01-01\nverifie_par:"),
    ] {
        let found = told(&site().replace(CALL, from, to), CALL);
        assert!(found.iter().any(|(code, _)| code == "E037"), "{to}: {found:?}");
    }
}

#[test]
fn twenty_thousand_unknown_keys_take_no_time() {
    let keys: String = (0..20_000).map(|n| format!("cle_{n}: x\n")).collect();
    let start = std::time::Instant::now();
    let found = told(&site().append(MAIRIE, &keys), MAIRIE);
    assert_eq!(found.len(), 101);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
