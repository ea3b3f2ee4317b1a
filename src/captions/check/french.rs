//! French signs, where setting spaces and apostrophes ([`crate::text::french`]) does not mend them by itself.

use super::{signs, who};
use crate::captions::finding::Findings;
use crate::captions::track::{Cue, SeenLine};
use crate::diag::catalogue::captions as say;
use crate::source::Span;

/// A sign that stands badly, by its number in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignSlip {
    /// `"` for « ».
    Quote(usize),
    /// A space misses before it.
    Before(usize),
    /// A space misses after it.
    After(usize),
}

/// One finding a line: who mends one sign sees the others.
pub fn typography(cues: &[&Cue], out: &mut Findings) {
    for cue in cues {
        for line in cue.lines() {
            // Signs of a format are told as such: their `;` is no French.
            if signs::has_one(&line) {
                continue;
            }
            let Some(slip) = slips(&line).into_iter().next() else { continue };
            let (at, quote) = match slip {
                SignSlip::Quote(at) => (at, true),
                SignSlip::Before(at) | SignSlip::After(at) => (at, false),
            };
            let (sign, byte) = line[at];
            let end = byte + u32::try_from(sign.len_utf8()).unwrap_or(1);
            let span = Span { file: cue.body.file, start: byte, end };
            out.push(if quote {
                say::straight_quote(span, who(cue))
            } else {
                say::missing_space(span, who(cue), sign, matches!(slip, SignSlip::After(_)))
            });
        }
    }
}

/// All slips of a line, in order.
pub fn slips(line: &SeenLine) -> Vec<SignSlip> {
    let at = |index: usize| line.get(index).map(|(c, _)| *c);
    let mut out = Vec::new();
    for (index, (c, _)) in line.iter().enumerate() {
        let before = index.checked_sub(1).and_then(at);
        let next = at(index + 1);
        let ends = next.is_none_or(|next| next.is_whitespace() || "!?»)]\"…".contains(next));
        let on_word = before.is_some_and(|before| before.is_alphanumeric() || ")]»%€'’".contains(before));
        match c {
            '"' => out.push(SignSlip::Quote(index)),
            // Addresses hold these signs too: there, something follows at once.
            '!' | '?' | ';' | ':' if on_word && ends && !in_address(line, index) => {
                out.push(SignSlip::Before(index));
            }
            '«' if next.is_some_and(|next| !next.is_whitespace()) => out.push(SignSlip::After(index)),
            '»' if before.is_some_and(|before| !before.is_whitespace()) => out.push(SignSlip::Before(index)),
            _ => {}
        }
    }
    out
}

/// Whether the word that ends here is an address of the web.
fn in_address(line: &SeenLine, index: usize) -> bool {
    // An address is short, and a line may be a million letters.
    let from = index.saturating_sub(200);
    let start =
        line[from..index].iter().rposition(|(c, _)| c.is_whitespace()).map_or(from, |at| from + at + 1);
    let word: String = line[start..index].iter().map(|(c, _)| *c).collect();
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<SignSlip> {
        slips(&text.chars().map(|c| (c, 0)).collect())
    }

    #[test]
    fn missing_spaces_and_straight_quotes_are_found() {
        assert_eq!(of("Oui!"), [SignSlip::Before(3)]);
        assert_eq!(of("Quoi?! Non"), [SignSlip::Before(4)]);
        assert_eq!(of("Ici: là"), [SignSlip::Before(3)]);
        assert_eq!(of("«Oui»"), [SignSlip::After(0), SignSlip::Before(4)]);
        assert_eq!(of("\"Oui\""), [SignSlip::Quote(0), SignSlip::Quote(4)]);
    }

    #[test]
    fn good_signs_hours_and_addresses_stay_quiet() {
        for text in [
            "Oui ! Quoi ?! Ici : là ; « oui »",
            "8:30",
            "https://a.fr/?x=1;y",
            "voir https://a.fr?",
            "Oui\u{202f}!",
            "…?",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}
