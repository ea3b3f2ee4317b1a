//! Sentences, words, and time.

use super::*;

fn cut(text: &str) -> Vec<String> {
    let passage = Passage::plain(text, PassageKind::Text);
    let tokens = token::tokens(&passage);
    sentence::sentences(&tokens).into_iter().map(|s| text[s.range].to_owned()).collect()
}

#[test]
fn sentences_end_where_people_end_them() {
    for (text, expected) in [
        ("Ouvrez. Fermez !", &["Ouvrez.", "Fermez !"][..]),
        ("M. Le Goff vient. Il aide.", &["M. Le Goff vient.", "Il aide."]),
        ("Lisez l'art. 3 du code. Puis signez.", &["Lisez l'art. 3 du code.", "Puis signez."]),
        ("C'est ouvert à 8 h 30. Venez.", &["C'est ouvert à 8 h 30.", "Venez."]),
        ("Allez sur www.impots.gouv.fr. Entrez.", &["Allez sur www.impots.gouv.fr.", "Entrez."]),
        ("Ouvrez https://a.fr/x.html?y=1 puis lisez.", &["Ouvrez https://a.fr/x.html?y=1 puis lisez."]),
        ("Attendez… c'est long.", &["Attendez… c'est long."]),
        ("Attendez... La page vient.", &["Attendez...", "La page vient."]),
        ("Choisissez « Oui. Continuer ? ». Attendez.", &["Choisissez « Oui. Continuer ? ».", "Attendez."]),
        ("Vous voyez « C'est fini ! » à l'écran.", &["Vous voyez « C'est fini ! » à l'écran."]),
        ("Des papiers, des photos, etc. sont utiles.", &["Des papiers, des photos, etc. sont utiles."]),
        ("J. Martin répond. Il est là.", &["J. Martin répond.", "Il est là."]),
        ("Cela coûte 3.50 euros. Payez.", &["Cela coûte 3.50 euros.", "Payez."]),
        ("Il dit (c'est vrai !) que oui.", &["Il dit (c'est vrai !) que oui."]),
        ("La page est vide ? Attendez.", &["La page est vide ?", "Attendez."]),
        ("1. Ouvrez la page.", &["1. Ouvrez la page."]),
        ("Ligne un\nLigne deux", &["Ligne un", "Ligne deux"]),
        ("Écrivez à M. ou Mme Durand. Merci.", &["Écrivez à M. ou Mme Durand.", "Merci."]),
    ] {
        assert_eq!(cut(text), expected, "{text}");
    }
}

#[test]
fn words_are_counted_as_people_count() {
    let count = |text: &str| {
        let passage = Passage::plain(text, PassageKind::Text);
        sentence::count(&token::tokens(&passage))
    };
    assert_eq!(count("L'écran de l'ordinateur s'allume."), 4);
    assert_eq!(count("Appelez le 02 98 85 99 08."), 3);
    assert_eq!(count("Choisissez « Se souvenir du choix »."), 2);
    assert_eq!(count("Demandez-lui aujourd’hui un rendez-vous."), 4);
    assert_eq!(count("Allez sur meet.jit.si."), 3);
    assert_eq!(count("– ; : ( ) …"), 0);
}

#[test]
fn what_is_quoted_is_not_the_authors() {
    let known = KnownWords::default();
    let said = |text: &str| PassagesOfPage::new(&known).read(&Passage::plain(text, PassageKind::Action));
    assert_eq!(said("Appuyez sur « VALIDER LE RDV DU 12/05/2025 »."), []);
    assert_eq!(said("Fermez les fenêtres !!")[0].rule, Rule::Signs);
}

#[test]
fn one_rule_speaks_once_a_sentence() {
    let known = KnownWords::default();
    let found = PassagesOfPage::new(&known)
        .read(&Passage::plain("Venez le 12/05/2025 ou le 13/05/2025.", PassageKind::Text));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].instead, "12\u{a0}mai\u{a0}2025");
}

#[test]
fn a_page_is_told_once_of_initials_and_explains_them_once() {
    let known = KnownWords::new(["CCAS"]);
    let mut page = PassagesOfPage::new(&known);
    let mut rules = |text: &str| -> Vec<Rule> {
        page.read(&Passage::plain(text, PassageKind::Text)).into_iter().map(|f| f.rule).collect()
    };
    assert_eq!(rules("Appelez le CCAS."), []);
    assert_eq!(rules("Appelez le CLIC."), [Rule::Acronym]);
    assert_eq!(rules("Le CLIC répond."), []);
    assert_eq!(rules("La caisse de retraite (CNAV) répond."), []);
    assert_eq!(rules("La CNAV rappelle."), []);
}

/// A text twice as long takes twice as long, not four times: the bound is wide, for machines are busy.
#[test]
fn time_is_linear() {
    let known = KnownWords::default();
    let one = "Ouvrez la page du site, puis lisez ce qui est écrit par le service (CLIC) le 12/05/2025. ";
    let time = |times: usize| {
        let passage = Passage::plain(&one.repeat(times), PassageKind::Text);
        let start = std::time::Instant::now();
        PassagesOfPage::new(&known).read(&passage);
        start.elapsed().as_secs_f64()
    };
    time(100);
    let (short, long) = (time(500), time(4000));
    assert!(long < short * 24.0 + 0.2, "{short} s, then {long} s for eight times as much");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a-zA-ZéÉ0-9 .,;:!?…«»()\"'’\u{202f}\n/@+-]{0,80}") {
        let known = KnownWords::default();
        for kind in [PassageKind::Title, PassageKind::Text, PassageKind::Action, PassageKind::Step] {
            for finding in PassagesOfPage::new(&known).read(&Passage::plain(&text, kind)) {
                let _ = &text[finding.range];
            }
        }
    }
}
