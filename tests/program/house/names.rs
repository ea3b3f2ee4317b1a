//! One name a thing, and in English: what a reader greps for leads to one type, and French stays in keys; files and folders of
//! tests have English names too.

use super::{none, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Types that a text of code declares: after `struct`, `enum`, `trait`, `type` or `union`, at the beginning of a line, and
/// those that `closed_list!` makes.
fn declared(code: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut in_list = false;
    for whole in code.lines() {
        let line = whole.trim_start();
        in_list = line.starts_with("closed_list! {") || in_list && !whole.starts_with('}');
        if in_list && line.starts_with(char::is_uppercase) {
            out.extend(line.strip_suffix(" {"));
        }
        let line = line.strip_prefix("pub").map_or(line, |rest| {
            let rest =
                rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
            rest.trim_start()
        });
        for word in ["struct ", "enum ", "trait ", "type ", "union "] {
            let Some(rest) = line.strip_prefix(word) else { continue };
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let name = &rest[..end];
            // `type Item = …` within `impl` belongs to its trait.
            let own = word != "type " || !whole.starts_with(' ');
            if !name.is_empty() && own {
                out.push(name);
            }
        }
    }
    out
}

/// For each name that several types bear, the files that declare them.
fn twice<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, code) in files {
        for name in declared(code) {
            places.entry(name).or_default().push(path);
        }
    }
    places
        .into_iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|(name, paths)| format!("{name}: {}", paths.join(", ")))
        .collect()
}

#[test]
fn no_type_name_is_used_for_two_things() {
    let sources = sources();
    let found = twice(sources.iter().map(|source| (source.path.as_str(), source.code.text.as_str())));
    none(&found, "types of one name");
}

#[test]
fn two_types_of_one_name_are_seen() {
    let files = [
        ("a.rs", "pub(crate) struct Line<'a> {\n    type Item = u8;\n"),
        ("b.rs", "    enum Line {\npub struct Lines;"),
        (
            "c.rs",
            "    type Item = u8;\nclosed_list! {\n    Kind {\n        A = \"a\",\n    }\n}\nenum Kind {",
        ),
    ];
    assert_eq!(twice(files.into_iter()), ["Kind: c.rs, c.rs", "Line: a.rs, b.rs"]);
}

/// Keys that serde gives in French while Rust has an English name: `#[serde(rename = "titre")]`.
fn french_keys<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    texts
        .flat_map(|text| text.split("serde(rename = \"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| key.len() > 1 && key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .collect()
}

/// French keys that are English words too, or words of Rust.
const ENGLISH_TOO: [&str; 12] = [
    "attention",
    "comment",
    "image",
    "mention",
    "orientation",
    "phrase",
    "plan",
    "precision",
    "reserve",
    "route",
    "telephone",
    "touches",
];

/// Identifiers of a code that are French keys.
fn french_words<'a>(code: &'a str, keys: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| keys.contains(word) && !ENGLISH_TOO.contains(word))
        .collect()
}

#[test]
fn no_french_key_is_an_identifier() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let raw: Vec<String> = crate::common::tree(&folder)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    let keys = french_keys(raw.iter().map(String::as_str));
    assert!(keys.len() > 150 && keys.contains("titre"), "{} keys", keys.len());
    let found: Vec<String> = sources()
        .iter()
        .flat_map(|source| {
            french_words(&source.code.text, &keys)
                .into_iter()
                .map(|word| format!("{}: {word}", source.path))
                .collect::<Vec<_>>()
        })
        .collect();
    none(&found, "French in code");
}

#[test]
fn a_french_identifier_is_seen() {
    let keys = french_keys(
        ["#[serde(rename = \"titre\")]\npub title: String, #[serde(rename = \"comment\")]"].into_iter(),
    );
    assert_eq!(Vec::from_iter(&keys), [&"comment", &"titre"]);
    assert_eq!(Vec::from_iter(french_words("let titre = title(comment);", &keys)), ["titre"]);
}

/// French words that no file and no folder of tests is named by. Content keeps its names: see [`CONTENT`].
const FRENCH: &str = "
    abime accueil actif adresse affiche aide ailleurs ancien anime annuaire apercu appareil appel arriere attendu
    auditeur aussi autre avant avec bandeau besoin bibliotheque bombe borne bouton cahier carte cas cercle
    chaine champ changement chantier chemin chercher clavier cle clic coche commande commun comparer compte conformite
    contenu controle corriger couleur coupure courriel cours cris critique debut dehors demarche depart deroulement
    dessin determinisme deux disque donnee dossier droit duree echappement echec ecran ecrire ecrit ecriture encodage
    enfant enregistrer ensemble entier entree entrelace envoi erreur essai etape etat exemple explique fautes faux
    fenetre fermes feuille fiche fichier fin flux fond formes foule fraicheur fusion generateur glissement gris
    horaire hors impression imprimer inchange inconnu jeu joindre jour langage langue lecteur lecture lettre lien
    ligne liste livre maison manifeste manque manuel marques mauvais mauvaise medias mediateur menage mesure mise mois
    mot moyen navigateur noir nom nombre nouveau nouvelles numero outil ouvrir panne papier paquet parcours perdre
    perdu perte petit piece plein police porte poste pour premier pres prete preuve profil programme progressif propre
    puissance quand quatre racine rangement recette recherche recit reel refaire reglage relire remplacement rendu
    renvoi reponse reprise requis retour sans sauvegarde semaine sens serveur seul signe sommaire son sorte sortie
    sous statique suite suivre sujet synthetique tableau tache temoin temps tenue territoire texte titre toucher toute
    urgence utile valeur valider verrou vide vieux visite vitesse voir voix vue
";

/// Content of sites, named as people who write it name it.
const CONTENT: [&str; 1] = ["tests/content/small_site/"];

/// The French words in the name of a path, from the first folder to the file.
fn french_names(path: &str) -> Vec<&str> {
    let french: BTreeSet<&str> = FRENCH.split_whitespace().collect();
    let foreign = |word: &str| {
        let one = word.to_lowercase();
        !word.is_ascii() || french.contains(one.as_str()) || french.contains(one.trim_end_matches('s'))
    };
    path.split(|c: char| !c.is_alphanumeric()).filter(|word| foreign(word)).collect()
}

#[test]
fn files_and_folders_of_tests_have_english_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    let mut seen = 0;
    for folder in ["tests", "benches", "examples"] {
        let made = |name: &std::ffi::OsStr| name == "node_modules" || name == "screenshots";
        let walk = walkdir::WalkDir::new(root.join(folder)).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !made(entry.file_name())) {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap();
            if entry.file_type().is_file() && !CONTENT.iter().any(|content| path.starts_with(content)) {
                seen += 1;
                faults.extend(french_names(path).into_iter().map(|word| format!("{path}: « {word} »")));
            }
        }
    }
    assert!(seen > 150, "{seen} files only");
    none(&faults, "French names of files");
}

#[test]
fn a_french_name_of_a_file_is_seen() {
    for (path, words) in [
        ("tests/contenu/mauvaise_entree/mod.rs", &["contenu", "mauvaise", "entree"][..]),
        ("tests/browsers/borne.test.mjs", &["borne"]),
        ("tests/content/rendering/couleurs.rs", &["couleurs"]),
        ("tests/browsers/dans-la-page-vue.mjs", &["vue"]),
        ("tests/paper/Conformite.java", &["Conformite"]),
        ("examples/pages_de_manuel.rs", &["manuel"]),
        ("benches/synthetique.rs", &["synthetique"]),
        ("tests/search/été.tsv", &["été"]),
        ("tests/content/media/films/vp9-opus.webm", &[]),
        ("tests/language/examples/double_negation.txt", &[]),
        ("tests/browsers/communes.test.mjs", &[]),
        ("tests/content/catalogue/verifications.rs", &[]),
    ] {
        assert_eq!(french_names(path), words, "{path}");
    }
}
