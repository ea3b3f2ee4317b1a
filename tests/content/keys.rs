//! The tables of keys in `docs/contenu.md` are made from the rows that the program reads by.
//!
//! `ELIANE_ECRIRE=1 cargo test --test content keys` writes them; without it, a page that is not up to date fails.
//!
//! `<!-- clés : service/nom -->` stands before the table of the keys that begin with `nom`;
//! `<!-- clés : service.telephone -->` before that of the keys of `telephone`.

use eliane::keys::{KeyForm, KeyRow};
use eliane::load::SHEETS;
use std::path::Path;

const HEAD: &str = "| Clé | Nécessaire | Ce qu’elle veut dire |\n| --- | --- | --- |\n";
const MARK: &str = "<!-- clés : ";

/// So many words are read in a cell; more have a paragraph of their own.
const FEW: usize = 8;

/// The rows that a mark names.
fn rows(name: &str) -> Option<Vec<&'static KeyRow>> {
    if let Some((sheet, first)) = name.split_once('/') {
        let sheet = SHEETS.iter().find(|one| one.name == sheet)?;
        let group = sheet.groups.iter().find(|group| group.first().is_some_and(|key| key.name == first))?;
        return Some(group.iter().collect());
    }
    let (sheet, path) = name.split_once('.')?;
    let mut keys: Vec<&KeyRow> = SHEETS.iter().find(|one| one.name == sheet)?.keys().collect();
    for part in path.split('.') {
        keys = keys.into_iter().find(|key| key.name == part)?.inner().iter().collect();
    }
    Some(keys)
}

/// What a key takes, where its meaning does not say it.
fn takes(key: &KeyRow) -> String {
    let marked = |name: &str| format!("`{name}`");
    match key.form {
        KeyForm::Choice(words) | KeyForm::Choices(words)
            if words.len() <= FEW && !words.iter().any(|word| key.says.contains(&marked(word))) =>
        {
            let words: Vec<String> = words.iter().map(|word| marked(word)).collect();
            format!(" : {}", words.join(", "))
        }
        KeyForm::Map(inner) | KeyForm::Maps(inner) | KeyForm::NumberOrMaps(inner)
            if inner.len() <= FEW && !key.says.contains('`') =>
        {
            let names = inner.iter().map(|key| {
                if key.is_required() { format!("{} (**oui**)", marked(key.name)) } else { marked(key.name) }
            });
            format!(" ; ses clés : {}", names.collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    }
}

fn table(rows: &[&KeyRow]) -> String {
    let mut out = HEAD.to_owned();
    for key in rows {
        let needed = if key.is_required() { "**oui**" } else { "non" };
        out.push_str(&format!("| `{}` | {needed} | {}{} |\n", key.name, key.says, takes(key)));
    }
    out
}

/// The page with its tables as they should be, and the marks that name nothing.
fn with(page: &str) -> (String, Vec<String>) {
    let (mut out, mut lost) = (String::new(), Vec::new());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(MARK) {
        let (name, after) = after.split_once(" -->\n\n").expect("a mark ends its line");
        let length: usize =
            after.split_inclusive('\n').take_while(|line| line.starts_with('|')).map(str::len).sum();
        let made = rows(name).map(|rows| table(&rows));
        out.push_str(&format!("{before}{MARK}{name} -->\n\n{}", made.as_deref().unwrap_or_default()));
        if made.is_none() {
            lost.push(name.to_owned());
        }
        rest = &after[length..];
    }
    (out + rest, lost)
}

#[test]
fn the_manual_has_a_table_of_each_key() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/contenu.md");
    let page = fs_err::read_to_string(&path).unwrap();
    let (now, lost) = with(&page);
    assert!(lost.is_empty(), "these marks of docs/contenu.md name no keys: {lost:?}");
    if std::env::var_os("ELIANE_ECRIRE").is_some() {
        fs_err::write(&path, &now).unwrap();
    } else {
        let stale: Vec<&str> = now.lines().filter(|line| !page.lines().any(|old| old == *line)).collect();
        assert!(
            now == page,
            "docs/contenu.md is not up to date: run ELIANE_ECRIRE=1 cargo test --test content keys. New lines:\n{}",
            stale.join("\n")
        );
    }
    for sheet in SHEETS {
        for key in sheet.keys() {
            assert!(now.contains(&format!("| `{}` | ", key.name)), "{} of {}", key.name, sheet.name);
        }
    }
}

#[test]
fn a_table_is_replaced_whole_and_alone() {
    let page =
        "Un.\n\n<!-- clés : requetes/requete -->\n\n| a |\n| --- |\n| b |\n\nDeux.\n\n| c |\n| --- |\n";
    let (now, lost) = with(page);
    assert!(lost.is_empty());
    assert!(now.contains("| `requete` | **oui** | ce que les gens écrivent"), "{now}");
    assert!(!now.contains("| b |") && now.ends_with("Deux.\n\n| c |\n| --- |\n"), "{now}");
    assert_eq!(with("<!-- clés : requetes/autre -->\n\n| a |\n").1, ["requetes/autre"]);
}

#[test]
fn what_pages_show_of_the_questions_is_read_for_plain_language() {
    let yaml = "- id: qui\n  question: Un\n  question_moi: Deux\n  aide: Trois\n  aide_moi: Quatre\n  reponses:\n    - texte: Cinq\n      texte_moi: Six\n      exemple: Sept\n      exemple_moi: Huit\n      besoin: skype\n      conseil: [Neuf, Dix]\n      fin: oui\n";
    let sources = eliane::source::Sources::memory(vec![("content/orientation.yaml", yaml.as_bytes())]);
    let (loaded, _) = eliane::load::load(&sources);
    let read: Vec<&str> = loaded.passages.values().flatten().map(|run| run.passage.text.as_str()).collect();
    assert_eq!(read, ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix"]);
}
