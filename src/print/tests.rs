//! Whatever is printed stays on the sheet, and no word of it gets a hyphen that its author did not write.

use super::engine::ends_of_words;
use crate::diag::Diagnostics;
use crate::source::Sources;
use crate::theme::Theme;
use serde_json::{Value, json};
use typst::foundations::Bytes;

/// What stands in one word in sheets, and is longer than a line of large print.
const LONG: [&str; 24] = [
    "conseillernumerique@communautedecommunesdupaysdelanderneau.fr",
    "bibliotheque.municipale@landerneau.fr",
    "accueil.social-et-numerique@centre-intercommunal-d-action-sociale.bzh",
    "prenom_nom_du_conseiller@departement-du-finistere.fr",
    "https://www.communautedecommunesdupaysdelanderneau.fr/",
    "https://www.finistere.fr/services/accompagnement_numerique?id=123456789&langue=fr#horaires",
    "www.service-public.fr/particuliers/vosdroits/F12345/index.html",
    "demarches.interieur.gouv.fr/immatriculation-d-un-vehicule",
    "https://exemple.fr/%C3%A9cran%20d%E2%80%99accueil.html",
    "Anticonstitutionnellementanticonstitutionnellement",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "FR7630006000011234567890189FR7630006000011234567890189",
    "0123456789012345678901234567890123456789012345678901234567890",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-les-Bains-sur-Mer",
    "une_tres_longue_chose_que_personne_ne_peut_lire_sur_une_ligne",
    "mediatheque;ludotheque;espace-public-numerique;accueil",
    "………………………………………………………………………………………………",
    "________________________________________________________",
    "services/accompagnement/numerique/aide/a/la/declaration/en/ligne",
    "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@",
    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    "«\u{202f}conseillernumerique@communautedecommunesdupaysdelanderneau.fr\u{202f}»,",
    "smb://serveur-de-la-mediatheque/partage/guides/appel-video/imprimer",
];

fn service(word: &str) -> Value {
    json!({
        "nom": format!("Bureau {word}"), "resume": word, "telephones": [["02 61 91 00 12", word]], "sms": null,
        "courriel": word, "site": word, "adresse": [format!("12 rue {word}"), "29800 Landerneau"], "horaires": [word],
        "entendre": format!("Écrivez à {word}."), "fait": [format!("Répond à {word}.")], "ne_fait_pas": [word], "verifie": word,
    })
}

fn guide(word: &str) -> Value {
    let line = json!([{"sorte": "mots", "mots": "Écrivez à "}, {"sorte": "gras", "texte": [{"sorte": "mots", "mots": word}]}]);
    let paragraph = json!({"sorte": "paragraphe", "texte": line});
    let list = json!({"sorte": "liste", "debut": 1, "points": [[paragraph], [{"sorte": "liste", "debut": null, "points": [[paragraph]]}]]});
    let prose = json!([paragraph, list, {"sorte": "avis", "blocs": [paragraph, list]}]);
    let step = json!({
        "numero": 1, "total": 1, "titre": format!("Touchez {word}"), "action": prose, "film": null, "vous_voyez": prose, "si_non": prose,
        "image": {"fichier": "/image/0.svg", "alt": "x", "legende": word, "rapport": 1.6},
        "mots": [{"mot": word, "definition": word}], "reserve": word,
    });
    json!({
        "numero": 412, "titre": format!("Écrire à {word}"), "resume": word, "intro": prose, "mots": [{"mot": word, "definition": word}],
        "film": null, "duree_min": 5, "a_avoir": [word], "entendre": word, "email": word, "il_faut": [[word, word]], "etapes": [step],
        "aide": [{"titre": word, "loin": false, "services": [service(word)]}], "verifie": [word, word], "attention": [word],
        "sources": [word], "licence": word, "parole": word, "adresse": word, "code": null, "humain": [word, "02 61 91 00 12"],
    })
}

fn document(words: &[&str], points: f64, sheet: &str) -> Value {
    let services: Vec<Value> = words.iter().map(|word| service(word)).collect();
    let group = |loin| json!({"titre": words[0], "loin": loin, "services": services});
    json!({
        "langue": "fr", "titre": words[0], "auteur": words[0], "date": [2026, 11, 29], "corps": points, "feuille": sheet,
        "exemplaires": 1, "lieu": words[0], "fiches": words.iter().map(|word| guide(word)).collect::<Vec<_>>(),
        "contacts": [{"titre": words[0], "groupes": [group(false), group(true)]}],
        "mots": [{"mot": words[0], "definition": words[0]}],
        "rendez_vous": {"sujets": words, "apporter": words, "agir": words, "services": services}, "licence": words[0],
    })
}

/// The ends of all words of a document, with the sheet's width.
fn ends(theme: &Theme, template: &str, mut data: Value) -> Vec<(f64, f64, String)> {
    data["t"] = json!(theme.paper_texts());
    let templates: Vec<(String, String)> =
        theme.paper.iter().map(|one| (format!("/{}", one.name), one.text.clone())).collect();
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"40\"><path d=\"M0 0h64v40z\"/></svg>";
    let files = vec![
        ("/donnees.json".to_owned(), Bytes::from_string(data.to_string())),
        ("/image/0.svg".to_owned(), Bytes::from_string(drawing.to_owned())),
    ];
    let ends = ends_of_words(&format!("/papier/{template}.typ"), &templates, files);
    super::engine::forget();
    ends
}

fn theme() -> Theme {
    Theme::load(None, &Sources::default(), &mut Diagnostics::default()).unwrap()
}

/// On a thread with the stack of those that print.
fn deep(work: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work).unwrap().join().unwrap();
    });
}

#[test]
fn long_words_stay_on_the_sheet_in_every_form_and_size() {
    deep(|| {
        let theme = theme();
        let mut turn = 0;
        // Printers do not reach the last 14 points; our margins are wider.
        for (template, sheet, margin) in [
            ("contact", "a4", 56.6),
            ("guide", "a4", 56.6),
            ("livret", "a4", 56.6),
            ("livret", "a5", 36.8),
            ("rendez-vous", "a4", 56.6),
            ("poche", "a4", 25.4),
        ] {
            let small = ["contact", "poche"].contains(&template);
            for points in [18.0, 32.0].into_iter().filter(|points| *points > 20.0 || small) {
                // Others each time, so that a few sheets try all of them.
                let words: Vec<&str> = LONG.iter().copied().cycle().skip(turn * 2).take(2).collect();
                turn += 1;
                for (end, width, text) in ends(&theme, template, document(&words, points, sheet)) {
                    let limit = width - margin + 0.6;
                    assert!(
                        end <= limit,
                        "{template} {sheet} {points}: « {text} » ends at {end}, for {limit}"
                    );
                    if template == "poche" {
                        // Two cards beside each other.
                        let middle = width / 2.0;
                        let inside = end <= middle - margin + 0.6 || end > middle + margin;
                        assert!(inside, "{template} {points}: « {text} » ends at {end}");
                    }
                }
            }
        }
    });
}

#[test]
fn nothing_is_added_to_a_word_that_is_cut() {
    deep(|| {
        let theme = theme();
        for word in LONG {
            let mut data = document(&["x"], 32.0, "a4");
            data["contacts"] = json!([{"titre": "x", "groupes": [{"titre": "x", "loin": false, "services": [{
                "nom": "x", "resume": null, "telephones": [], "sms": null, "courriel": word, "site": null, "adresse": [], "horaires": [],
                "entendre": null, "fait": [], "ne_fait_pas": [], "verifie": "x",
            }]}]}]);
            let all: String = ends(&theme, "contact", data).into_iter().map(|(.., text)| text).collect();
            let bare = |text: &str| text.replace(char::is_whitespace, "");
            assert!(bare(&all).contains(&bare(word)), "« {word} » became:\n{all}");
        }
    });
}
