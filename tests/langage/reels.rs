//! Real French of an administration, under an open licence, annotated before any rule was run on it.
//!
//! `exemples-reels/service-public.txt`: `codes | phrase | fiche`, `-` where nothing is to be said. What is measured here was written by
//! others than the rules: it tells how they do outside of the examples that were made for them.

use super::{Score, folder};
use eliane::diag::catalogue::plain::code;
use eliane::plain::{Kind, Known, Page, Passage, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Codes that the sample can tell something about.
const MEASURED: [&str; 7] = ["A080", "A084", "A085", "A087", "A089", "E210", "E211"];

fn measure() -> BTreeMap<&'static str, Score> {
    let text =
        fs_err::read_to_string(folder().join("tests/langage/exemples-reels/service-public.txt")).unwrap();
    let known = Known::default();
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let [codes, sentence, _] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let expected: BTreeSet<&str> = codes.split(',').map(str::trim).filter(|code| *code != "-").collect();
        let mut passage = Passage::plain(sentence, Kind::Text);
        passage.linkable = true;
        let found = Page::new(&known).read(&passage);
        // An instruction that says what not to do only informs.
        let found: BTreeSet<&'static str> = found
            .iter()
            .filter(|finding| finding.rule != Rule::Negation)
            .map(|finding| code(finding.rule).id)
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

#[test]
fn real_texts_give_the_published_figures() {
    let scores = measure();
    let mut all = Score::default();
    let mut rows = Vec::new();
    for (code, score) in &scores {
        all = all.add(*score);
        rows.push(format!("| {code} | {} | {} | {} |", score.hits, score.false_alarms, score.missed));
    }
    rows.push(format!("| toutes | {} | {} | {} |", all.hits, all.false_alarms, all.missed));
    let page = fs_err::read_to_string(folder().join("docs/langage.md")).unwrap();
    let missing: Vec<&String> = rows.iter().filter(|row| !page.contains(row.as_str())).collect();
    assert!(missing.is_empty(), "docs/langage.md should have these rows:\n{}", rows.join("\n"));
    assert!(all.precision() >= 85, "{all:?}");
}
