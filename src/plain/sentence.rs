//! Where sentences end. A stop ends one, unless it belongs to « M. », « art. 3 », an address, or a quotation.

use super::token::{Token, TokenKind};
use std::ops::Range;

#[derive(Clone, Debug)]
pub struct Sentence {
    /// Tokens of the passage.
    pub tokens: Range<usize>,
    /// Bytes of the passage.
    pub range: Range<usize>,
    /// Words as people count them: « l'écran » is one, and so are a label, a date's number, a telephone number.
    pub words: usize,
}

/// Words that end with a stop in the middle of a sentence.
const SHORT: [&str; 36] = [
    "m", "mm", "dr", "pr", "me", "mgr", "st", "ste", "art", "p", "pp", "n", "no", "cf", "ex", "av", "bd",
    "env", "tél", "fig", "chap", "vol", "éd", "réf", "ap", "apr", "hab", "max", "min", "sq", "all", "imp",
    "rte", "pl", "al", "boul",
];

pub fn sentences(tokens: &[Token<'_>]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind == TokenKind::Break || ends(tokens, at) {
            // What closes goes with what it closes.
            while tokens.get(at + 1).is_some_and(|next| next.is_sign(&["»", "”", ")", "]"])) {
                at += 1;
            }
            push(tokens, start..at + 1, &mut out);
            start = at + 1;
        }
        at += 1;
    }
    push(tokens, start..tokens.len(), &mut out);
    out
}

fn push(tokens: &[Token<'_>], range: Range<usize>, out: &mut Vec<Sentence>) {
    let here = &tokens[range.clone()];
    let words = count(here);
    if words == 0 {
        return;
    }
    let end = here.iter().rfind(|token| token.kind != TokenKind::Break);
    let (Some(first), Some(last)) = (here.first(), end) else { return };
    out.push(Sentence { tokens: range, range: first.range.start..last.range.end, words });
}

/// Whether a sentence ends with this token.
fn ends(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.quoted || !token.is_sign(&["."]) && !is_strong(token) && !is_dots(token) {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    // « 33.5 », « fin.html », « M.Dupont »: glued to what follows.
    let spaced = next.range.start > token.range.end;
    let closes = next.is_sign(&["»", "”", ")", "]"]);
    if !spaced && !closes && next.kind != TokenKind::Break {
        return is_strong(token) && next.is_capital();
    }
    let after = tokens[at + 1..]
        .iter()
        .find(|next| !next.is_sign(&["»", "”", ")", "]", "«", "“", "\"", "-", "–", "—"]));
    if after.is_some_and(|next| next.text.starts_with(char::is_lowercase) && next.kind != TokenKind::Address)
    {
        // « Vraiment ? dit-il », « etc. », « … ».
        return false;
    }
    if token.text != "." {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else { return false };
    if before.range.end < token.range.start {
        return true;
    }
    let letter = before.kind == TokenKind::Word && before.text.chars().count() == 1;
    let initial = letter && before.is_capital() && next.is_capital();
    let short = before.kind == TokenKind::Word && SHORT.contains(&before.low.as_str());
    // « n. 3 » goes on, « p. 3 » too; « la clé C. Puis » is rare enough.
    let numbered = at == 1 && before.kind == TokenKind::Number;
    !(initial || short || numbered)
}

fn is_strong(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Sign && token.text.starts_with(['!', '?'])
}

fn is_dots(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Sign && (token.text.starts_with('…') || token.text.starts_with(".."))
}

/// Words as people count them.
pub fn count(tokens: &[Token<'_>]) -> usize {
    let mut words = 0;
    let mut last_number = false;
    let mut last_quoted = false;
    for token in tokens {
        let counts = matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Address);
        if token.quoted {
            words += usize::from(counts && !last_quoted);
            last_quoted |= counts;
            last_number = false;
            continue;
        }
        last_quoted = false;
        let number = token.kind == TokenKind::Number;
        words += usize::from(counts && !(number && last_number));
        last_number = number;
    }
    words
}
