//! Telephone cells of real files, and their siblings.

use super::*;

/// The numbers that are written, then how many were refused and how many were faxes.
fn read(text: &str) -> (Vec<String>, usize, usize) {
    let mut notes = Notes::default();
    let lines = phones(text, &mut notes);
    let lost = lines.iter().filter(|line| line.lost_zero).count();
    let kept = lines.into_iter().filter(|line| !line.lost_zero).map(|line| line.number);
    (kept.collect(), notes.phones + lost, notes.faxes)
}

fn one(number: &str) -> (Vec<String>, usize, usize) {
    (vec![number.to_owned()], 0, 0)
}

#[test]
fn numbers_are_read_in_the_shapes_of_real_files() {
    for text in [
        "02 98 85 99 08",
        "02.98.85.99.08",
        "+33298859908",
        "33298859908",
        "0033 2 98 85 99 08",
        "+33 (0)2 98 85 99 08",
        "(+33) 2 98 85 99 08",
        "Tél : 02-98-85-99-08",
        "02/98/85/99/08",
        "+33 02 98 85 99 08",
        "02\u{a0}98\u{202f}85 99 08",
        "02 98 85 99 08S",
        "0298.859.908",
        "02.98..85.99.08",
        "Téléphone : 0298859908.",
        "n° 02 98 85 99 08",
        "02 98 85 99 08 (24h/24, 7j/7)",
        "02 98 85 99 08 – de 9h à 17h",
        "02 98 85 99 08 (0,15 € la minute)",
    ] {
        assert_eq!(read(text), one("02 98 85 99 08"), "{text}");
    }
    for (text, wanted) in [
        ("33630392518", "06 30 39 25 18"),
        ("+594 5 94 34 84 00", "05 94 34 84 00"),
        ("+687 26 12 34", "+687261234"),
        ("3646", "36 46"),
        ("Tél. 36 46 (service gratuit + prix appel)", "36 46"),
        ("Assurance maladie : 3646", "36 46"),
        ("15", "15"),
    ] {
        assert_eq!(read(text), one(wanted), "{text}");
    }
    for text in [
        "02 98 85 99 08 / 06 30 39 25 18",
        "02 98 85 99 08 ou 06 30 39 25 18",
        "02 98 85 99 08 06 30 39 25 18",
        "02 98 85 99 08 - 06 30 39 25 18",
        "02 98 85 99 08-06 30 39 25 18",
        "Mairie : 02 98 85 99 08, bibliothèque : 06 30 39 25 18",
        "02 98 85 99 08 (mairie) 06 30 39 25 18 (bibliothèque)",
        "+33298859908/+33630392518",
        "Tél : 02 98 85 99 08 Portable : 06 30 39 25 18",
    ] {
        let wanted = vec!["02 98 85 99 08".to_owned(), "06 30 39 25 18".to_owned()];
        assert_eq!(read(text), (wanted, 0, 0), "{text}");
    }
}

#[test]
fn a_fax_is_no_telephone() {
    for text in [
        "Tél : 02 61 91 00 12 / Fax : 02 61 91 00 19",
        "Tél. 02 61 91 00 12 Fax. 02 61 91 00 19",
        "02 61 91 00 12 - fax 02 61 91 00 19",
        "T : 02 61 91 00 12 F : 02 61 91 00 19",
        "02 61 91 00 12 (tél) 02 61 91 00 19 (fax)",
        "02 61 91 00 12 tél, 02 61 91 00 19 fax",
        "Fax : 02 61 91 00 19 - Tél : 02 61 91 00 12",
        "02 61 91 00 12\nTélécopie : 02 61 91 00 19",
        "02 61 91 00 12 ; télécopieur 02 61 91 00 19",
        "TEL 0261910012 FAX 0261910019",
        "Tél/Fax : 02 61 91 00 12 / 02 61 91 00 19",
        "Tél. et fax : 02 61 91 00 12 et 02 61 91 00 19",
        "Téléphone: 02.61.91.00.12 | Télécopie: 02.61.91.00.19",
        "+33 2 61 91 00 12 / fax +33 2 61 91 00 19",
        "Tél. : 02 61 91 00 12 — Fax : 02 61 91 00 19",
        "02 61 91 00 12 (fax 02 61 91 00 19)",
        "02 61 91 00 12 (fax : 02 61 91 00 19)",
        "02 61 91 00 12 (Télécopie 02 61 91 00 19)",
        "02 61 91 00 12 [fax 02 61 91 00 19]",
        "02 61 91 00 12 (tél.) (fax 02 61 91 00 19)",
        "02 61 91 00 12 (accueil) (fax : 02 61 91 00 19)",
        "0261910012 (Fax:0261910019)",
        "02 61 91 00 12 (accueil, fax 02 61 91 00 19)",
        "02 61 91 00 12 / 02 61 91 00 19 (fax)",
        "02 61 91 00 12 - 02 61 91 00 19 (fax)",
        "02 61 91 00 12 / 02 61 91 00 19 fax",
        "0261910012/0261910019 (télécopie)",
        "02 61 91 00 12 ou 02 61 91 00 19 (fax)",
        "02 61 91 00 12 et 02 61 91 00 19 (fax)",
        "02 61 91 00 12 ; 02 61 91 00 19 (fax)",
        "02 61 91 00 12 Télé-copie 02 61 91 00 19",
        "02 61 91 00 12 Télé copie : 02 61 91 00 19",
        "02 61 91 00 12 Tél. copie : 02 61 91 00 19",
        "02 61 91 00 12 Télec. 02 61 91 00 19",
        "02 61 91 00 12 Téléc : 02 61 91 00 19",
        "02 61 91 00 12 télécop. 02 61 91 00 19",
        "02 61 91 00 12 fac-similé 02 61 91 00 19",
        "02 61 91 00 12 télé-fax 02 61 91 00 19",
        "02 61 91 00 12 Faxs : 02 61 91 00 19",
        "02 61 91 00 12 N° de fax : 02 61 91 00 19",
        "02 61 91 00 12 TLCP 02 61 91 00 19",
        "０２ ６１ ９１ ００ １２ / fax ０２ ６１ ９１ ００ １９",
    ] {
        assert_eq!(read(text), (vec!["02 61 91 00 12".to_owned()], 0, 1), "{text}");
    }
    for text in [
        "Fax : 02 61 91 00 19",
        "02 61 91 00 19 (fax)",
        "02 61 91 00 19 fax",
        "Télécopie 0261910019",
        "02 61 91 00 19 (fax : secrétariat)",
    ] {
        assert_eq!(read(text), (Vec::new(), 0, 1), "{text}");
    }
    for text in ["Tél/Fax : 02 61 91 00 12", "02 61 91 00 12 (tél. et fax)", "Tél-fax 02 61 91 00 12"] {
        assert_eq!(read(text), one("02 61 91 00 12"), "{text}");
    }
    for text in [
        "02 61 91 00 12 (fax : idem)",
        "02 61 91 00 12 / Fax :",
        "02 61 91 00 12 Fax : néant",
        "02 61 91 00 12 (fax : -)",
        "02 61 91 00 12 Fax = non renseigné",
        "02 61 91 00 12 télécopieur en panne",
        "02 61 91 00 12 - pas de fax",
        "02 61 91 00 12 (sans fax)",
        "02 61 91 00 12 (fax : même numéro)",
        "02 61 91 00 12 (et fax)",
        "02 61 91 00 12 (aussi fax)",
        "02 61 91 00 12 (télécopie : 19)",
        "02 61 91 00 12 (fax 19)",
        "02 61 91 00 12 (accueil)",
        "02 61 91 00 12 (télécommunications)",
    ] {
        assert_eq!(read(text), one("02 61 91 00 12"), "{text}");
    }
    for text in ["Fax", "Télécopie", "Fax du secrétariat", "N° de télécopie", "Télé-copie", "FAX :  mairie"]
    {
        assert!(says_fax(text), "{text}");
    }
    for text in ["Accueil", "Tél. et fax", "Téléphone/Fax", "Standard", "", "Pas de fax", "Faculté"] {
        assert!(!says_fax(text), "{text}");
    }
}

#[test]
fn an_extension_is_no_number() {
    for (text, note) in [
        ("02 61 91 00 12 (poste 311 et 153)", "poste 311 et 153"),
        ("02 61 91 00 12 poste 311", "poste 311"),
        ("02 61 91 00 12 (postes 311, 153)", "postes 311 et 153"),
        ("02 61 91 00 12 Poste 311-153", "Poste 311-153"),
        ("02 61 91 00 12 ext. 12", "ext 12"),
        ("02 61 91 00 12 (touche 1)", "touche 1"),
        ("02 61 91 00 12, tapez 1 puis 3", "tapez 1 puis 3"),
        ("02 61 91 00 12 / poste 3311", "poste 3311"),
        ("02 61 91 00 12 (poste 15)", "poste 15"),
        ("02 61 91 00 12 - ligne 2", "ligne 2"),
        ("02 61 91 00 12 (choix 2)", "choix 2"),
        ("02 61 91 00 12 p. 311", "p. 311"),
        ("02 61 91 00 12 (p.311)", "p. 311"),
        ("02 61 91 00 12 x311", "x 311"),
        ("02 61 91 00 12 #311", "#311"),
        ("02 61 91 00 12 puis 1", "puis 1"),
        ("02 61 91 00 12, puis 1", "puis 1"),
        ("02 61 91 00 12 (puis tapez 1)", "puis tapez 1"),
        ("02 61 91 00 12 (faire le 2)", "faire le 2"),
    ] {
        let mut notes = Notes::default();
        let lines = phones(text, &mut notes);
        assert_eq!(lines.len(), 1, "{text}: {lines:?}");
        assert_eq!((lines[0].note.as_deref(), notes.phones), (Some(note), 0), "{text}");
    }
}

#[test]
fn figures_beside_a_number_are_told() {
    for text in [
        "02 61 91 00 12,311",
        "02 61 91 00 12 du lundi au vendredi de 9h à 12h",
        "02 61 91 00 12 (24h/24, 7j/7)",
        "02 61 91 00 12 (0,15 € la minute)",
        "02 61 91 00 12 / 19",
        "02 61 91 00 12/13",
        "0261910012/13",
        "+33 2 61 91 00 12 - 13",
        "02 61 91 00 12 (télécopie : 19)",
        "02 61 91 00 12 accueil du public sur rendez-vous uniquement, à la mairie annexe du bourg",
    ] {
        let mut notes = Notes::default();
        let lines = phones(text, &mut notes);
        assert_eq!((lines.len(), notes.beside), (1, 1), "{text}: {lines:?}");
        assert_eq!(notes.aside, [(Aside::BesidePhone, text.to_owned())], "{text}");
    }
    for text in ["02 61 91 00 12", "02 61 91 00 12 (accueil)", "Tél : 02 61 91 00 12 / Fax : 02 61 91 00 19"]
    {
        let mut notes = Notes::default();
        let _ = phones(text, &mut notes);
        assert_eq!(notes.beside, 0, "{text}");
    }
    // What is about a person is counted, and never in the list.
    let mut notes = Notes::default();
    let lines = phones("02 61 91 00 12 (Mme Le Goff, le lundi de 9h à 12h)", &mut notes);
    assert_eq!((lines.len(), notes.people), (1, 1));
    assert!(notes.aside.iter().all(|(_, value)| !value.contains("Goff")), "{notes:?}");
}

#[test]
fn a_short_number_whose_price_is_not_said_is_told_as_such() {
    for text in ["3949", "39 49", "Tél : 39 49", "3977", "3018"] {
        let mut notes = Notes::default();
        assert!(phones(text, &mut notes).is_empty(), "{text}");
        assert_eq!((notes.phones, notes.unpriced), (0, 1), "{text}");
        assert_eq!(notes.aside, [(Aside::Unpriced, text.to_owned())], "{text}");
    }
    let mut notes = Notes::default();
    assert_eq!(phones("02 61 91 00 12 / 3949", &mut notes).len(), 1);
    assert_eq!((notes.phones, notes.unpriced), (0, 1));
}

#[test]
fn numbers_of_overseas_are_those_of_today_or_none() {
    for (text, wanted) in [
        ("+269 269 62 16 31", "02 69 62 16 31"),
        ("+262 269 62 16 31", "02 69 62 16 31"),
        ("00262 262 40 04 04", "02 62 40 04 04"),
        ("+262 (0)262 40 04 04", "02 62 40 04 04"),
        ("+262 0262 40 04 04", "02 62 40 04 04"),
        ("262262400404", "02 62 40 04 04"),
        ("+262 692 12 34 56", "06 92 12 34 56"),
        ("+262 639 12 34 56", "06 39 12 34 56"),
        ("+269 639 12 34 56", "06 39 12 34 56"),
        ("+590 590 81 23 45", "05 90 81 23 45"),
        ("+590 690 12 34 56", "06 90 12 34 56"),
        ("+596 596 12 34 56", "05 96 12 34 56"),
        ("+594 594 12 34 56", "05 94 12 34 56"),
        ("0590 81 23 45", "05 90 81 23 45"),
        ("+508 41 10 50", "+508411050"),
        ("0508 41 10 50", "05 08 41 10 50"),
        ("+269 773 12 34", "+2697731234"),
        ("+33 262 40 04 04", "02 62 40 04 04"),
    ] {
        assert_eq!(read(text), one(wanted), "{text}");
    }
    for text in [
        "+262 2 80 00 00 262",
        "+269 62 16 31",
        "+262 590 81 23 45",
        "+590 596 12 34 56",
        "+596 2 98 85 99 08",
        "+33 98 85 99 08",
    ] {
        assert_eq!(read(text), (Vec::new(), 1, 0), "{text}");
    }
}

#[test]
fn numbers_that_nobody_can_dial_are_counted_and_not_written() {
    for text in [
        "0",
        "02 98 85 99 0",
        "298859908",
        "00 00 00 00 00",
        "06 12 34 56 7 8 9 0 1",
        "02 98 85 poste 08",
        "153",
        "99",
        "2024",
        "1999",
    ] {
        if text == "153" {
            continue;
        }
        assert_eq!(read(text), (Vec::new(), 1, 0), "{text}");
    }
    assert_eq!(read("").1, 0);
    assert_eq!(read("02 98 85 99 08 et 02 98 85 99").1, 1, "beside a good one");
}

#[test]
fn prices_and_zeros() {
    let price = |text: &str| phones(text, &mut Notes::default())[0].price;
    assert_eq!(price("0810 25 29 30"), Price::Surcharged);
    assert_eq!(price("0800 94 00 40"), Price::Free);
    assert_eq!(price("0809 40 14 01"), Price::Normal);
    let lost = &phones("298859908", &mut Notes::default())[0];
    assert_eq!((lost.number.as_str(), lost.lost_zero), ("02 98 85 99 08", true));
}
