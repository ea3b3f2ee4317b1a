//! Days and times as people write them.

use super::*;

fn days(text: &str) -> Option<String> {
    let said = read(text)?;
    let named = DAYS.iter().zip(said.open).filter(|(_, on)| *on);
    Some(named.map(|(day, _)| day.get(..2).unwrap_or_default()).collect::<Vec<_>>().join(" "))
}

#[test]
fn days_are_found_in_plain_words() {
    for (text, wanted) in [
        ("Du lundi au vendredi, de 9 h à 12 h.", "lu ma me je ve"),
        ("Lundi et vendredi, à Daoulas : 8 h 45 à 12 h.", "lu ve"),
        ("Mardi : de 14 h à 18 h.\nSamedi : de 10 h à 12 h.", "ma sa"),
        ("Les lundis. Fermé le mardi.", "lu"),
        ("Du lundi au mercredi et le samedi", "lu ma me sa"),
        ("Du lundi au vendredi : 9h-12h. Samedi : fermé", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h. Samedi et dimanche fermés.", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h, samedi et dimanche fermés.", "lu ma me je ve"),
        ("Tous les jours sauf le week-end : 9h-12h.", "lu ma me je ve"),
        ("Tous les jours, sauf samedi et dimanche : 9h-12h.", "lu ma me je ve"),
        ("Tous les jours de 9h à 12h sauf le dimanche", "lu ma me je ve sa"),
        ("Du lundi au vendredi sauf le mercredi : 9h-12h.", "lu ma je ve"),
        ("Du lundi au vendredi de 9h à 12h, excepté le mercredi.", "lu ma je ve"),
        ("Du lundi au vendredi : 9h-12h. Fermé le mercredi.", "lu ma je ve"),
        ("Fermé le lundi. Du mardi au samedi : 10h-18h.", "ma me je ve sa"),
        ("Fermé du samedi au lundi. Ouvert du mardi au vendredi.", "ma me je ve"),
        ("Mardi 14h-18h, mercredi fermé, jeudi 14h-18h", "ma je"),
        ("Lundi : 9h-12h\nMardi : fermé\nMercredi : 9h-12h", "lu me"),
        ("Le week-end de 10h à 12h", "sa di"),
        ("Lundi - Vendredi 09h00 à 12h00", "lu ma me je ve"),
        ("Lundi à vendredi : 9h00 - 12h00", "lu ma me je ve"),
        ("Lundi-vendredi: 9h-12h", "lu ma me je ve"),
        ("Lundi → vendredi 9h-12h", "lu ma me je ve"),
        ("Lundi – jeudi : 9h-12h. Samedi : 9h-12h", "lu ma me je sa"),
        ("Lundi - mercredi - vendredi : 9h-12h", "lu me ve"),
        ("Lundi, mercredi : 9h-12h", "lu me"),
        ("Lundi à Daoulas : 9h-12h", "lu"),
        ("Lundi 9h-12h - mercredi 9h-12h", "lu me"),
        ("Du lundi au vendredi : 9h-12h. Pas de permanence le samedi.", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h. Ni le samedi, ni le dimanche.", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h. Jamais le samedi.", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h, mais pas le mercredi.", "lu ma je ve"),
        ("Tous les jours de 9h à 12h, ni le samedi ni le dimanche.", "lu ma me je ve"),
        ("N’hésitez pas à venir le lundi de 9h à 12h", "lu"),
        ("Pas seulement le lundi : le mardi aussi", "lu ma"),
        ("Tous les jours de 9 h à 19 h.", "lu ma me je ve sa di"),
        ("Du lundi au vendredi : 9h-12h. Fermé le mercredi en août.", "lu ma me je ve"),
        ("Du lundi au vendredi : 9h-12h. Fermé les jours fériés.", "lu ma me je ve"),
    ] {
        assert_eq!(days(text).as_deref(), Some(wanted), "{text}");
    }
    for text in [
        "Sur rendez-vous.",
        "",
        "Le 1er mardi du mois.",
        "Un lundi sur deux.",
        "Fermé le lundi.",
        "Le premier mardi du mois.",
        "Du lundi au vendredi de 9h à 12h, sauf le mercredi de 14h à 16h.",
        "Du lundi au vendredi, sauf le mercredi et le vendredi après-midi.",
        "Du lundi au vendredi. Fermé les mercredi et vendredi après-midi.",
        "Du lundi au vendredi, sauf le mercredi soir.",
        "Du lundi au vendredi. Fermé l’après-midi.",
        "L’après-midi, fermé le mercredi. Du lundi au vendredi.",
        "Lundi 9h-12h, mardi matin fermé.",
        "Du lundi au vendredi, sauf le mercredi après-midi de 14h à 15h.",
        "Du lundi au vendredi, sauf le mercredi après-midi en août.",
        "Fermé le 1er lundi du mois.",
        "Du lundi au vendredi, fermé de 12h à 14h",
        "Du lundi au vendredi. Fermé le mercredi de 14h à 16h.",
    ] {
        assert_eq!(days(text), None, "{text}");
    }
}

#[test]
fn times_are_read_when_every_word_is_known() {
    let of = |text: &str, day: usize| read(text).and_then(|said| said.times).map(|times| times[day].clone());
    for text in [
        "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 17 h.",
        "Du lundi au vendredi : 9h-12h / 13h30-17h",
        "Lundi 09:00-12:00 et 13:30-17:00",
        "Lundi matin : 9h-12h. Lundi après-midi : 13h30-17h.",
        "Tous les jours sauf le week-end : 9h-12h et 13h30-17h.",
    ] {
        assert_eq!(of(text, 0), Some(vec![(540, 720), (810, 1020)]), "{text}");
    }
    for text in [
        "Lundi, à la mairie : 9h-12h",
        "Lundi : 9h-12h. Mardi.",
        "Lundi 9h-12h sur rendez-vous",
        "Lundi : 9h-12h-17h",
        "Lundi de 9h à 12h. Fermé de 10h à 11h.",
        "Lundi à partir de 9h",
        "Lundi 9-12",
    ] {
        assert_eq!(of(text, 0), None, "{text}");
    }
}

#[test]
fn half_days_that_are_closed_are_found() {
    use super::Half::{Afternoon, Morning};
    for (text, wanted) in [
        ("Du lundi au vendredi : 9h-12h, 14h-17h (sauf mercredi après-midi)", &[(2, Afternoon)][..]),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, sauf le mercredi après-midi.", &[(2, Afternoon)]),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, sauf le lundi matin.", &[(0, Morning)]),
        ("Du lundi au vendredi. Fermé le vendredi après-midi.", &[(4, Afternoon)]),
        (
            "Du lundi au vendredi : 9h-12h, 14h-17h, fermé le mercredi matin et le vendredi après-midi",
            &[(2, Morning), (4, Afternoon)],
        ),
        ("Du lundi au vendredi, hors mercredi après-midi et samedi", &[(2, Afternoon)]),
        ("Du lundi au vendredi 9h-12h, 14h-17h. Mercredi après-midi : fermé", &[(2, Afternoon)]),
        ("Du lundi au vendredi 9h-12h, 14h-17h. Le mercredi, fermé l’après-midi", &[(2, Afternoon)]),
        ("Du lundi au vendredi, mais pas le jeudi matin", &[(3, Morning)]),
        ("Du lundi au vendredi, à l’exception du mercredi", &[]),
        ("Du lundi au vendredi : 9h-12h", &[]),
        ("Lundi matin et mardi après-midi", &[]),
    ] {
        assert_eq!(read(text).expect(text).shut, wanted, "{text}");
    }
    let both = read("Du lundi au vendredi : 9h-12h, sauf le mercredi matin et après-midi.").unwrap();
    assert_eq!(both.open, [true, true, false, true, true, false, false]);
    let said = read("Du lundi au vendredi : 9h-12h, 14h-17h, sauf mercredi après-midi").unwrap();
    let times = said.times.unwrap();
    assert_eq!((times[1].len(), &times[2][..]), (2, &[(540, 720)][..]));
    assert_eq!(read("Du lundi au vendredi : 9h-17h, sauf mercredi après-midi").unwrap().times, None);
}

#[test]
fn days_that_are_closed_in_some_weeks_are_found() {
    for (text, wanted) in [
        ("Du lundi au vendredi, sauf le 1er mercredi du mois", Some(2)),
        ("Du lundi au vendredi. Fermé le premier lundi du mois.", Some(0)),
        ("Du lundi au vendredi, sauf un mercredi sur deux", Some(2)),
        ("Du lundi au vendredi : 9h-12h, 14h-17h, fermé le dernier vendredi du mois", Some(4)),
        ("Du lundi au vendredi : 9h-12h", None),
    ] {
        let said = read(text).expect(text);
        assert_eq!(said.sometimes.iter().position(|day| *day), wanted, "{text}");
        assert!(said.open[..5].iter().all(|open| *open), "{text}");
    }
}
