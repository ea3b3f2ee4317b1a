//! The examples of `docs/contenu.md` are a site that the program accepts, and show every key of a service.

use crate::page::Page;
use crate::small_site::{DRAWING, SmallSite};

const MANUAL: &str = include_str!("../../docs/contenu.md");

/// Each « Fichier `content/…` : » of the manual, with the block that follows it.
fn examples() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for part in MANUAL.split("\nFichier `").skip(1) {
        let (path, rest) = part.split_once('`').unwrap();
        let block = rest.split_once("```").unwrap().1.split_once('\n').unwrap().1;
        found.push((path, block.split_once("\n```").unwrap().0));
    }
    found
}

fn manual() -> SmallSite {
    let mut site = SmallSite::empty();
    for (path, text) in examples() {
        site = site.with(path, format!("{text}\n"));
        // The pictures that the guide shows.
        if let Some(folder) = path.strip_suffix("guide.md") {
            for (picture, _) in text.split("](").skip(1).filter_map(|rest| rest.split_once(' ')) {
                if picture.ends_with(".svg") {
                    site = site.with(&format!("{folder}{picture}"), DRAWING);
                }
            }
        }
    }
    // The manual names it as a sheet of this repository.
    let departement = include_str!("../../content/services/conseil-departemental-29.yaml");
    site.with("content/services/conseil-departemental-29.yaml", departement)
        .with("content/dessins/appel-video.svg", DRAWING)
}

#[test]
fn the_examples_are_a_good_site() {
    assert!(examples().len() >= 9, "{}", examples().len());
    let found = manual().findings();
    assert!(found.is_empty(), "{found:#?}");
}

/// What the gate says of captions.
fn said_of(captions: &str) -> Vec<String> {
    let path = "film.fr.vtt";
    let sources = eliane::source::Sources::memory([(path, captions)]);
    let (file, _) = sources.find(path).unwrap();
    let (track, mut found) = eliane::captions::read(file, path, captions);
    found.extend(eliane::captions::check(&track.unwrap(), None));
    found.iter().map(|finding| finding.message.clone()).collect()
}

#[test]
fn the_examples_of_captions_are_good_ones() {
    let example = MANUAL.split("```text\n").find(|block| block.starts_with("WEBVTT")).unwrap();
    assert_eq!(said_of(example.split("```").next().unwrap()), Vec::<String>::new());
    let colours: Vec<&str> = MANUAL
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| Some(&line[line.find("`<c.")? + 1..line.rfind("</c>`")? + 4]))
        .collect();
    assert_eq!(colours.len(), 5, "{colours:?}");
    for colour in colours {
        let two = format!("WEBVTT\n\n00:01.000 --> 00:03.000\nOui.\n\n00:04.000 --> 00:07.000\n{colour}\n");
        assert_eq!(said_of(&two), Vec::<String>::new(), "{colour}");
    }
}

#[test]
fn the_example_of_a_service_shows_every_key() {
    let (path, text) =
        examples().into_iter().find(|(path, _)| path.ends_with("bibliotheque-exemple.yaml")).unwrap();
    let broken = manual().with(path, format!("{text}\nzzzqqqzzz: x\n")).examine();
    let list = broken.diagnostics.iter().find(|d| d.message.contains("zzzqqqzzz")).unwrap().repair.clone();
    let keys = list.strip_prefix("Clés possibles ici : ").unwrap().trim_end_matches('.').split(", ");
    // The life of a sheet has its own part of the manual; `import` is written by the program (docs/importer.md).
    let elsewhere = ["etat", "retire_raison", "retire_le", "remplace_par", "alias", "import"];
    let shown = |key: &str| text.lines().any(|line| line.starts_with(&format!("{key}:")));
    let missing: Vec<&str> = keys.filter(|key| !elsewhere.contains(key) && !shown(key)).collect();
    assert!(missing.is_empty(), "keys that the example does not show: {missing:?}");
    for key in ["touches:", "exceptions:", "ferme:", "heures:", "raison:", "jours:", "dates:", "lieu:"] {
        assert!(text.contains(key), "{key}");
    }
}

#[test]
fn the_table_of_hours_says_what_the_pages_say() {
    let table = MANUAL.split("| `osm` | La page dit |").nth(1).unwrap();
    let rows: Vec<(&str, &str)> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .filter_map(|line| line.trim_matches(['|', ' ']).split_once(" | "))
        .collect();
    assert!(rows.len() >= 7, "{rows:?}");
    for (osm, words) in rows {
        let osm = osm.trim_matches('`');
        let sheet = format!(
            "nom: Essai\ntype: autre\nzone: [\"29103\"]\ntelephone: 02 61 91 00 12\nhoraires:\n  osm: '{osm}'\n"
        );
        let pages = manual().with("content/services/essai.yaml", sheet).pages();
        let text = Page::read(&pages["services/essai.html"]).lines.join(" ");
        let text = text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(text.contains(words), "{osm}: no « {words} » in {text}");
    }
}
