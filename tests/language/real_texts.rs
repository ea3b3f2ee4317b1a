//! Real French of an administration, under an open licence, annotated before any rule was run on it.
//!
//! `real-examples/service-public.txt`: `codes | phrase | fiche`, `-` where nothing is to be said. What is measured here was written by
//! others than the rules: it tells how they do outside of the examples that were made for them.

use super::{Score, code, folder, only_informs};
use eliane::plain::{KnownWords, Passage, PassageKind, PassagesOfPage};
use std::collections::{BTreeMap, BTreeSet};

/// Codes that the sample can tell something about.
const MEASURED: [&str; 7] = ["A080", "A084", "A085", "A087", "A089", "E210", "E211"];

fn measure() -> BTreeMap<&'static str, Score> {
    let text =
        fs_err::read_to_string(folder().join("tests/language/real-examples/service-public.txt")).unwrap();
    let known = KnownWords::default();
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let [codes, sentence, _] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let expected: BTreeSet<&str> = codes.split(',').map(str::trim).filter(|code| *code != "-").collect();
        let mut passage = Passage::plain(sentence, PassageKind::Text);
        passage.linkable = true;
        let found = PassagesOfPage::new(&known).read(&passage);
        let found: BTreeSet<&'static str> = found
            .iter()
            .filter(|finding| !only_informs(finding.rule))
            .map(|finding| code(finding.rule))
            .collect();
        for code in &found {
            let score = scores.entry(code).or_default();
            if expected.contains(code) { score.hits += 1 } else { score.false_alarms += 1 }
        }
        for code in MEASURED.iter().filter(|code| expected.contains(*code) && !found.contains(*code)) {
            scores.entry(code).or_default().missed += 1;
        }
    }
    scores
}

/// The table of `docs/langage.md`.
pub fn table() -> String {
    let mut rows =
        "| code | remarques justes | remarques fausses | défauts manqués |\n| --- | --- | --- | --- |\n"
            .to_owned();
    let mut row = |name: &str, score: &Score| {
        rows.push_str(&format!("| {name} | {} | {} | {} |\n", score.hits, score.false_alarms, score.missed));
    };
    let scores = measure();
    for (code, score) in &scores {
        row(code, score);
    }
    row("toutes", &scores.values().fold(Score::default(), |all, score| all.add(*score)));
    rows
}

#[test]
fn real_texts_find_the_rules_right() {
    let all = measure().into_values().fold(Score::default(), Score::add);
    assert!(all.precision() >= 85, "{all:?}");
}
