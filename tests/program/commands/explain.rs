//! `expliquer`: the catalogue for people.

use super::assert_french;
use crate::common::run;
use eliane::diag::catalogue::CATALOGUE;

#[test]
fn a_code_is_explained_in_any_case() {
    let upper = run(&["expliquer", "E030"]);
    assert_eq!((upper.code, upper.stderr.as_str()), (0, ""));
    assert!(upper.stdout.starts_with("E030 : clé inconnue\n\n"), "{}", upper.stdout);
    let lower = run(&["expliquer", "e030"]);
    assert_eq!((lower.code, lower.stdout), (0, upper.stdout));
}

#[test]
fn without_a_code_each_one_has_its_line() {
    let list = run(&["expliquer"]);
    assert_eq!((list.code, list.stderr.as_str()), (0, ""));
    let expected: Vec<String> = CATALOGUE
        .iter()
        .flat_map(|family| family.iter())
        .map(|code| format!("{}  {}", code.id, code.title))
        .collect();
    assert!(expected.len() > 20);
    assert_eq!(list.stdout.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn an_unknown_code_is_a_fault() {
    for code in ["E999", "30", ""] {
        let unknown = run(&["expliquer", code]);
        assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
        assert_french(&unknown.stderr);
        assert!(unknown.stderr.contains(&format!("le code « {code} » n’existe pas")), "{}", unknown.stderr);
    }
}
