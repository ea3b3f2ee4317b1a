//! The table is what the program reads: the program is asked, with sheets that hold one wrong thing each.

use super::{files, schema};
use crate::keys::{KeyForm, KeyRow, SheetKeys};
use crate::load::SHEETS;
use crate::source::Sources;
use std::collections::BTreeSet;

/// A word that no list has, and that looks like none of theirs.
const WRONG: &str = "zzzzqqqq";

/// Where a sheet of that kind stands, and its text around these lines.
fn file(sheet: &SheetKeys, yaml: &str) -> (String, String) {
    let path = match sheet.name {
        "service" => "content/services/essai.yaml".to_owned(),
        "produit" => "content/produits/essai.yaml".to_owned(),
        "guide" => "content/guides/essai/guide.md".to_owned(),
        "cas" => "content/cas/essai.md".to_owned(),
        list => format!("content/{list}.yaml"),
    };
    let text = match path.ends_with(".md") {
        true => format!("---\n{yaml}---\n"),
        false if sheet.list => format!("- {}\n", yaml.trim_end().replace('\n', "\n  ")),
        false => yaml.to_owned(),
    };
    (path, text)
}

/// What the program says of these lines: code, message, repair.
fn said(sheet: &SheetKeys, yaml: &str) -> Vec<(String, String, String)> {
    let (path, text) = file(sheet, yaml);
    let sources = Sources::memory(vec![(path.as_str(), text.as_bytes())]);
    let (_, found) = crate::load::load(&sources);
    found.iter().map(|one| (one.code.id.to_owned(), one.message.clone(), one.repair.clone())).collect()
}

/// The words of a list in a repair: « Clés possibles ici : a, b. »
fn listed<'r>(repair: &'r str, before: &str) -> Option<BTreeSet<&'r str>> {
    Some(repair.split_once(before)?.1.trim_end_matches('.').split(", ").collect())
}

/// Lines that hold `inner` under a path of keys.
fn under(path: &[&str], inner: &str) -> String {
    let mut out = String::new();
    for (depth, key) in path.iter().enumerate() {
        out.push_str(&format!("{}{key}:\n", "  ".repeat(depth)));
    }
    out + &format!("{}{inner}\n", "  ".repeat(path.len()))
}

/// The keys, choices and duties of a map, and of the maps in it; `above` are the keys that the maps around it lack.
fn same(
    sheet: &SheetKeys,
    path: &[&'static str],
    above: &[&'static str],
    keys: &[&KeyRow],
    faults: &mut Vec<String>,
) {
    let place = || format!("{} {}", sheet.name, path.join("."));
    let answers = said(sheet, &under(path, &format!("{WRONG}: 1")));
    let known = answers.iter().find_map(|(code, _, repair)| {
        (code == "E030").then(|| listed(repair, "Clés possibles ici : ")).flatten()
    });
    let told: BTreeSet<&str> = keys.iter().map(|key| key.name).collect();
    if known.as_ref() != Some(&told) {
        let known = known.unwrap_or_default();
        let (more, less) = (told.difference(&known), known.difference(&told));
        faults.push(format!(
            "{}: the schema adds {:?}, lacks {:?}",
            place(),
            more.collect::<Vec<_>>(),
            less.collect::<Vec<_>>()
        ));
    }
    for key in keys {
        let message = format!("La clé « {} » manque.", key.name);
        let told = answers
            .iter()
            .filter(|(code, said, _)| code == "E031" && said.replace(['\u{a0}', '\u{202f}'], " ") == message)
            .count();
        let missing = told > above.iter().filter(|name| **name == key.name).count();
        if missing != key.is_required() {
            faults.push(format!(
                "{}: « {} » required: {} or {missing}",
                place(),
                key.name,
                key.is_required()
            ));
        }
        match &key.form {
            KeyForm::Choice(words) | KeyForm::Choices(words) => {
                let answers = said(sheet, &under(path, &format!("{}: {WRONG}", key.name)));
                let list = answers.iter().find_map(|(_, _, repair)| listed(repair, "Valeurs possibles : "));
                if list != Some(words.iter().copied().collect()) {
                    faults.push(format!("{}: « {} » takes {list:?}", place(), key.name));
                }
            }
            KeyForm::Number(least, most) => {
                let answers = said(sheet, &under(path, &format!("{}: {WRONG}", key.name)));
                let bounds = format!("de {least} à {most}");
                if !answers.iter().any(|(_, message, repair)| format!("{message} {repair}").contains(&bounds))
                {
                    faults.push(format!("{}: « {} » is not {bounds}: {answers:?}", place(), key.name));
                }
            }
            KeyForm::Day | KeyForm::Date => {
                let answers = said(sheet, &under(path, &format!("{}: {WRONG}", key.name)));
                let wants = if matches!(key.form, KeyForm::Day) {
                    "une date AAAA-MM-JJ, par exemple"
                } else {
                    "AAAA-MM ou AAAA"
                };
                if !answers.iter().any(|(_, message, repair)| format!("{message} {repair}").contains(wants)) {
                    faults.push(format!("{}: « {} » is another date: {answers:?}", place(), key.name));
                }
            }
            KeyForm::Map(inner) | KeyForm::Maps(inner) | KeyForm::NumberOrMaps(inner) => {
                let path: Vec<&'static str> = path.iter().copied().chain([key.name]).collect();
                let lacking =
                    keys.iter().filter(|one| one.is_required() && one.name != key.name).map(|one| one.name);
                let above: Vec<&'static str> = above.iter().copied().chain(lacking).collect();
                same(sheet, &path, &above, &inner.iter().collect::<Vec<_>>(), faults);
            }
            KeyForm::Text | KeyForm::Texts | KeyForm::Labels => {}
        }
    }
}

#[test]
fn the_schemas_say_what_the_program_reads() {
    let mut faults = Vec::new();
    for sheet in SHEETS {
        let keys: Vec<&KeyRow> = sheet.keys().collect();
        same(sheet, &[], &[], &keys, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_key_that_the_schema_lacks_would_be_seen() {
    let service = SHEETS.iter().find(|sheet| sheet.name == "service").unwrap();
    let keys: Vec<&KeyRow> = service.keys().filter(|key| key.name != "telephone").collect();
    let mut faults = Vec::new();
    same(service, &[], &[], &keys, &mut faults);
    assert_eq!(faults, ["service : the schema adds [], lacks [\"telephone\"]"]);
}

#[test]
fn schemas_are_files_that_editors_read() {
    let files = files();
    assert_eq!(files.len(), SHEETS.len());
    for (path, text) in files {
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["$schema"], "http://json-schema.org/draft-07/schema#", "{path}");
    }
    let service = schema(SHEETS.iter().find(|sheet| sheet.name == "service").unwrap());
    assert_eq!(service["properties"]["type"]["enum"][0], "mairie");
    assert_eq!(service["additionalProperties"], false);
}
