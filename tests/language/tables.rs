//! The tables of `docs/langage.md` are made from the rules, and from what is measured.
//!
//! `ELIANE_ECRIRE=1 cargo test --test language` writes them into the page; without it, a page that is not up to date fails.

use super::{code, folder, measure, real_texts, row};
use eliane::diag::Level;
use eliane::diag::catalogue::plain::wording;
use eliane::plain::Rule;

/// What each rule looks for.
fn sought() -> String {
    let mut out =
        "| code | ce qui est cherché | niveau | à la place |\n| --- | --- | --- | --- |\n".to_owned();
    for said in Rule::ALL.iter().map(|rule| wording(*rule)) {
        let level = match said.code.level() {
            Level::Error => "erreur",
            Level::Warning => "avertissement",
            Level::Information => "information",
        };
        out.push_str(&format!("| {} | {} | {level} | {} |\n", said.code.id, said.sought, said.better));
    }
    out
}

/// How well each rule sees.
fn seen() -> String {
    let mut out = "| code | précision | rappel | précision, moitié cachée | rappel, moitié cachée |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for rule in Rule::ALL.iter().copied() {
        out.push_str(&row(code(rule), measure(rule)));
        out.push('\n');
    }
    out
}

/// A page whose table of that heading is another; the heading is the table's first line.
fn with(page: &str, table: &str) -> String {
    let heading = table.split_inclusive('\n').next().unwrap();
    let start = page.find(heading).unwrap_or_else(|| panic!("docs/langage.md has no table « {heading} »"));
    let length: usize =
        page[start..].split_inclusive('\n').take_while(|line| line.starts_with('|')).map(str::len).sum();
    format!("{}{table}{}", &page[..start], &page[start + length..])
}

#[test]
fn the_page_says_what_the_rules_look_for_and_how_well_they_see() {
    let path = folder().join("docs/langage.md");
    let page = fs_err::read_to_string(&path).unwrap();
    let tables = [sought(), seen(), real_texts::table()];
    let now = tables.iter().fold(page.clone(), |page, table| with(&page, table));
    if std::env::var_os("ELIANE_ECRIRE").is_some() {
        fs_err::write(&path, &now).unwrap();
    } else {
        let stale: Vec<&str> = now.lines().filter(|line| !page.lines().any(|old| old == *line)).collect();
        assert!(
            now == page,
            "docs/langage.md is not up to date: run ELIANE_ECRIRE=1 cargo test --test language. New lines:\n{}",
            stale.join("\n")
        );
    }
}

#[test]
fn a_table_is_replaced_whole_and_alone() {
    let page = "Un.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\nDeux.\n\n| c |\n| --- |\n";
    let table = "| a | b |\n| --- | --- |\n| 5 | 6 |\n";
    assert_eq!(with(page, table), "Un.\n\n| a | b |\n| --- | --- |\n| 5 | 6 |\n\nDeux.\n\n| c |\n| --- |\n");
}
