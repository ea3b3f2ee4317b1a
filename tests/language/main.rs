//! How well the rules of plain language see, measured on annotated examples, against what `docs/langage.md` publishes.
//!
//! `exemples/KEY.txt` has one passage a line: `+` where the rule must speak, `-` where it must not and might. The first line says
//! what the passage is for readers, the three next are the rule's fixture in `tests/content/catalogue/language.rs`. They were written by the hand that wrote the rules, before the rules were run on them; every
//! second line is kept apart: its faults are never printed, so that nobody mends the rules for it.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on should stop there.

mod manual;
mod real_texts;
mod recipe;
mod tables;

use eliane::diag::Level;
use eliane::plain::{AuthorMark, KnownWords, MarkKind, Passage, PassageKind, PassagesOfPage, Rule};
use std::path::Path;

/// Under this precision, in percent, a rule may only inform.
const TRUSTED: usize = 85;

#[derive(Clone, Copy, Default, Debug)]
struct Score {
    hits: usize,
    false_alarms: usize,
    missed: usize,
}

impl Score {
    fn add(self, other: Self) -> Self {
        Self {
            hits: self.hits + other.hits,
            false_alarms: self.false_alarms + other.false_alarms,
            missed: self.missed + other.missed,
        }
    }

    /// Of what was said, how much was right, in percent, rounded down.
    fn precision(self) -> usize {
        self.hits * 100 / (self.hits + self.false_alarms).max(1)
    }

    /// Of what should be said, how much was, in percent, rounded down.
    fn recall(self) -> usize {
        self.hits * 100 / (self.hits + self.missed).max(1)
    }
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `[words](target)` and `**words**`, as far as examples use them.
fn passage(line: &str, kind: PassageKind) -> Passage {
    let mut out = Passage { text: String::new(), kind, marks: Vec::new(), linkable: true };
    let mut rest = line;
    while let Some(at) = rest.find(['[', '*']) {
        out.text.push_str(&rest[..at]);
        let start = out.text.len();
        let (words, mark, after) = if let Some(link) = rest[at..].strip_prefix('[') {
            let (words, linked) = link.split_once("](").unwrap();
            let (target, after) = linked.split_once(')').unwrap();
            (words, if target.starts_with("mot:") { MarkKind::Word } else { MarkKind::Link }, after)
        } else {
            let (words, after) = rest[at..].strip_prefix("**").unwrap().split_once("**").unwrap();
            (words, MarkKind::Label, after)
        };
        out.text.push_str(words);
        out.marks.push(AuthorMark { range: start..out.text.len(), kind: mark });
        rest = after;
    }
    out.text.push_str(rest);
    out
}

/// The two halves' scores. The faults of the first half are printed on demand.
fn measure(rule: Rule) -> [Score; 2] {
    let name = rule.key();
    let text = fs_err::read_to_string(folder().join(format!("tests/language/examples/{name}.txt"))).unwrap();
    let kind = if text.starts_with("# read as: action\n") { PassageKind::Action } else { PassageKind::Text };
    let known = KnownWords::default();
    let mut scores = [Score::default(); 2];
    for sign in ['+', '-'] {
        let lines: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix(sign)?.strip_prefix(' ')).collect();
        assert!(lines.len() >= 40, "{name} has {} lines {sign} only", lines.len());
        for (at, line) in lines.into_iter().enumerate() {
            let found =
                PassagesOfPage::new(&known).read(&passage(line, kind)).iter().any(|found| found.rule == rule);
            let score = &mut scores[at % 2];
            match (sign, found) {
                ('+', true) => score.hits += 1,
                ('+', false) => score.missed += 1,
                (_, true) => score.false_alarms += 1,
                (_, false) => {}
            }
            if (sign == '+') != found && at % 2 == 0 && std::env::var_os("ELIANE_LANGAGE").is_some() {
                println!("{name} {sign} {line}");
            }
        }
    }
    scores
}

/// The code of a rule.
fn code(rule: Rule) -> &'static str {
    eliane::diag::catalogue::plain::code(rule).id
}

/// Whether what a rule finds may stay.
fn only_informs(rule: Rule) -> bool {
    eliane::diag::catalogue::plain::code(rule).level() == Level::Information
}

/// A row of the table: code, precision and recall of both halves.
fn row(code: &str, [first, second]: [Score; 2]) -> String {
    let all = first.add(second);
    format!(
        "| {code} | {} % | {} % | {} % | {} % |",
        all.precision(),
        all.recall(),
        second.precision(),
        second.recall()
    )
}

/// A rule that is often wrong may only inform.
#[test]
fn a_rule_that_is_often_wrong_forbids_nothing() {
    for rule in Rule::ALL.iter().copied() {
        let [first, second] = measure(rule);
        let known = eliane::diag::catalogue::plain::code(rule);
        let trusted = first.add(second).precision() >= TRUSTED && second.precision() >= TRUSTED;
        assert!(
            trusted || known.level() == Level::Information,
            "{} is wrong too often: {first:?} {second:?}",
            known.id
        );
    }
}

/// The measure itself can fail: what the examples call wrong is not what they call right.
#[test]
fn a_rule_that_always_or_never_speaks_is_seen() {
    let always = Score { hits: 40, false_alarms: 40, missed: 0 };
    let never = Score { hits: 0, false_alarms: 0, missed: 40 };
    assert_eq!((always.precision(), always.recall()), (50, 100));
    assert_eq!((never.precision(), never.recall()), (0, 0));
}

/// Every sentence of the theme is plain too: the interface speaks as the guides do.
#[test]
fn the_interface_speaks_plain_french() {
    let text = fs_err::read_to_string(folder().join("themes/kiosque/textes.yaml")).unwrap();
    let known = KnownWords::default();
    let mut faults = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, value)) = line.split_once(": ") else { continue };
        let value = value.trim().trim_matches('"');
        // Each string stands alone on some page.
        for found in PassagesOfPage::new(&known).read(&Passage::plain(value, PassageKind::Text)) {
            if !only_informs(found.rule) {
                faults.push(format!("{key}: {:?} « {} »", found.rule, &value[found.range.clone()]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
