//! Inputs that nobody thought of: the good site with hostile pieces put anywhere. 1,000 each time; as many as wanted with
//! `ELIANE_ENTREES=20000 cargo test --test content hostile_inputs -- --ignored --nocapture`.
//!
//! Whatever comes in, the program answers: no panic, no long wait, and each error names its file, in French.

use crate::small_site::{
    CALL, CASE, CLIC, GLOSSARY, MAIRIE, PHOTO, QUERIES, QUESTIONS, SITE, SKYPE, SmallSite, site,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// What is put into the files: signs of YAML and Markdown, letters of several bytes beside ASCII, things that people paste.
const PIECES: &[&str] = &[
    "Réponse=oui",
    "médiathèque = une bibliothèque",
    "é=",
    "=",
    "«=»",
    "où on=",
    "’onclick=1",
    "\u{a0}onload = x",
    "🏠=🏠",
    ": ",
    " #",
    "#",
    "- ",
    "-\u{a0}",
    "* ",
    "&a ",
    "*a",
    "!x ",
    "!!binary ",
    "? ",
    "| ",
    "> ",
    "%",
    "@",
    "`",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "\n\n",
    "\n  ",
    "\t",
    "\n\t",
    "---\n",
    "...\n",
    "\n---\n",
    "\\",
    "\\x1b",
    "\"\\e[31m\"",
    "\"\\u202E\"",
    "~",
    "null",
    "[]",
    "{}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{2028}",
    "\u{200b}",
    "\u{ad}",
    "\u{301}",
    "e\u{301}cran",
    "ﬁ",
    "İ",
    "ß",
    "中文",
    "עברית",
    "Ω",
    "<b>",
    "</script>",
    "<!--",
    "]]>",
    "&#60;",
    "&amp;",
    "&nbsp",
    "&#x202e;",
    "javascript:alert(1)",
    "tel:",
    "tel:+",
    "tel:é",
    "sms:",
    "mailto:@",
    "https://",
    "https://é.fr/%",
    "guide:",
    "guide:é",
    "service:",
    "mot:",
    "#",
    "(#)",
    "[x](",
    "![",
    "](",
    "![x](a.svg \"y\")",
    "![](é.svg)",
    "{#é}",
    "{#a depend_de=}",
    "**",
    "** a**",
    "***",
    "__",
    "|a|b|\n|-|-|",
    "```",
    "    code",
    "> > >",
    "1) ",
    "## ",
    "###",
    "## \u{a0}",
    "# ",
    "0298854300",
    "02 98 85 99 0",
    "+33",
    "1970-01-01",
    "2062-11-24",
    "0000-00-00",
    "9999-12-31",
    "-1",
    "1e9",
    "0x10",
    "18446744073709551616",
    "12:30",
    "25:00",
    "Mo-Fr 09:00-12:00",
    "Mo-Fr; Sa 10:00-12:00",
    "Mo[1-",
    "PH",
    "24/7",
    "Mo-Fr 09:00-12:00,é",
    "week 01-53/0",
    "26:00-",
    "Mo \"é",
    "\" ;;",
    "{libelle:",
    "{libelle:jitsi}",
    "{libelle:jitsi/é}",
    "{{ x }}",
    "{% raw %}",
    "${x}",
    "../../etc/passwd",
    "C:\\é",
    "con",
    "aux.svg",
];

const FILES: [&str; 11] =
    [CALL, CASE, CLIC, GLOSSARY, MAIRIE, PHOTO, QUESTIONS, QUERIES, SITE, SKYPE, "content/besoins.yaml"];

/// SplitMix64: a few lines, the same everywhere (Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

fn changed(text: &str, dice: &mut Dice) -> String {
    let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = letters[dice.below(letters.len())];
    let piece = match dice.below(12) {
        0 => dice.pick(PIECES).repeat(1 + dice.below(400)),
        1 => "é".repeat(dice.below(3000)),
        _ => dice.pick(PIECES).to_owned() + dice.pick(PIECES),
    };
    match dice.below(6) {
        // After the colon of some key: a value of another kind.
        0 | 1 => {
            let colons: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
            if colons.is_empty() {
                return text.to_owned() + &piece;
            }
            let from = colons[dice.below(colons.len())];
            let end = if dice.below(2) == 0 {
                from
            } else {
                from + text[from..].find('\n').unwrap_or(text.len() - from)
            };
            format!("{}{piece}{}", &text[..from], &text[end..])
        }
        // Cut: a file half written.
        2 => text[..at].to_owned(),
        // Some lines many times.
        3 => {
            let line = text[at..].lines().next().unwrap_or_default().to_owned() + "\n";
            format!("{text}{}", line.repeat(1 + dice.below(300)))
        }
        _ => format!("{}{piece}{}", &text[..at], &text[at..]),
    }
}

fn hostile(seed: u64) -> SmallSite {
    let mut dice = Dice(seed);
    let mut built = site();
    for _ in 0..=dice.below(3) {
        let path = *dice.pick(&FILES.map(|path| Box::leak(Box::new(path)) as &&str));
        let text = changed(built.text(path), &mut dice);
        // What a disk gives has no NUL, and is refused when empty: `source` is tested by itself.
        if !text.trim().is_empty() {
            built = built.with(path, text);
        }
    }
    built
}

fn answers(seeds: std::ops::Range<u64>) {
    let mut slowest = (Duration::ZERO, 0);
    let mut faults = Vec::new();
    for seed in seeds {
        let built = hostile(seed);
        let start = Instant::now();
        let found = catch_unwind(AssertUnwindSafe(|| built.findings()));
        let took = start.elapsed();
        slowest = slowest.max((took, seed));
        match found {
            Err(_) => faults.push(format!("{seed}: panic")),
            Ok(found) => {
                for finding in found.iter().filter(|finding| finding.code.starts_with('E')) {
                    let english = ["expected", "unexpected", "invalid ", "failed", "error:", " the "];
                    let words = finding.message.to_lowercase();
                    if finding.file.is_none()
                        || finding.message.is_empty()
                        || english.iter().any(|w| words.contains(w))
                    {
                        faults.push(format!("{seed}: {finding:?}"));
                    }
                    if finding.message.contains(|c: char| c.is_control() && c != '\n') {
                        faults.push(format!("{seed}: a control sign in {finding:?}"));
                    }
                }
            }
        }
        if took > Duration::from_secs(5) {
            faults.push(format!("{seed}: {took:?}"));
        }
    }
    println!("slowest: {slowest:?}");
    faults.truncate(20);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_thousand_hostile_inputs() {
    std::thread::scope(|scope| {
        scope.spawn(|| answers(0..500));
        answers(500..1000);
    });
}

#[test]
#[ignore = "minutes: before a change of the readers is merged"]
#[expect(clippy::disallowed_methods, reason = "a person says how many")]
fn hostile_inputs() {
    let many: u64 = std::env::var("ELIANE_ENTREES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    std::thread::scope(|scope| {
        scope.spawn(|| answers(1_000..1_000 + many / 2));
        answers(1_000 + many / 2..1_000 + many);
    });
}
