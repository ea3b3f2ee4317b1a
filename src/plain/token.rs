//! From a passage to tokens: words, numbers, addresses, signs.

use super::{MarkKind, Passage};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    /// « l' », « qu' »: it leans on the next word, and is not counted.
    Elided,
    /// Digits, and what joins them: `12/05/2025`, `3,5`.
    Number,
    /// An address of the web or of mail.
    Address,
    Sign,
    /// The end of a line.
    Break,
}

#[derive(Clone, Debug)]
pub struct Token<'a> {
    pub range: Range<usize>,
    pub text: &'a str,
    /// Lower case, with plain apostrophes; accents kept, for « a » is not « à ».
    pub low: String,
    pub kind: TokenKind,
    /// Inside quotation marks, bold or letters of a machine: what a screen says, not what the author says.
    pub quoted: bool,
}

impl Token<'_> {
    pub fn is_sign(&self, signs: &[&str]) -> bool {
        self.kind == TokenKind::Sign && signs.contains(&self.text)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The most words that bold or quoted text has when it is a label.
const LABEL_WORDS: usize = 16;
/// Endings of addresses that people write without `https://`.
const DOMAINS: [&str; 13] =
    ["fr", "com", "org", "net", "eu", "info", "si", "bzh", "io", "be", "ch", "html", "pdf"];
const ELIDED: [&str; 13] =
    ["l", "d", "n", "qu", "s", "j", "m", "t", "c", "lorsqu", "puisqu", "jusqu", "quoiqu"];

/// Cuts a passage.
pub fn tokens(passage: &Passage) -> Vec<Token<'_>> {
    let text = passage.text.as_str();
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = at + c.len_utf8();
        if c == '\n' {
            out.push(token(text, at..end, TokenKind::Break));
        } else if !c.is_whitespace() && c != '\u{ad}' && c != '\u{feff}' {
            let (range, kind) = one(text, at, c);
            at = range.end;
            out.push(token(text, range, kind));
            continue;
        }
        at = end;
    }
    quote(passage, &mut out);
    out
}

fn token(text: &str, range: Range<usize>, kind: TokenKind) -> Token<'_> {
    let words = &text[range.clone()];
    let mut low = words.to_lowercase();
    if low.contains(['’', '‑']) {
        low = low.replace('’', "'").replace('‑', "-");
    }
    Token { range, text: words, low, kind, quoted: false }
}

/// The token that begins at `at` with `c`.
fn one(text: &str, at: usize, c: char) -> (Range<usize>, TokenKind) {
    if c.is_alphanumeric() {
        if let Some(end) = address(text, at) {
            return (at..end, TokenKind::Address);
        }
        let digits = number(text, at);
        let after = text[digits..].chars().next();
        if digits > at && !after.is_some_and(char::is_alphabetic) {
            return (at..digits, TokenKind::Number);
        }
        return word(text, at);
    }
    // A run of the same sign is one: « ... », « !! ».
    let run =
        text[at..].chars().take_while(|&next| next == c && ".!?…-".contains(c)).map(char::len_utf8).sum();
    (at..at + c.len_utf8().max(run), TokenKind::Sign)
}

/// Where the address that begins here ends. The look ahead stops at the first white space.
fn address(text: &str, at: usize) -> Option<usize> {
    // A word that is inside another was looked at with it.
    let rest = &text[at..];
    let end = rest.find(|c: char| c.is_whitespace() || "«»\"<>()[]’'…".contains(c)).unwrap_or(rest.len());
    let chunk = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    if !chunk.contains(['.', '@', ':']) {
        return None;
    }
    let web = chunk.contains("://") || chunk.starts_with("www.") || chunk.contains('@');
    let host = chunk.split('/').next().unwrap_or(chunk);
    let named = host.rsplit_once('.').is_some_and(|(before, end)| {
        DOMAINS.contains(&end)
            && before.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.' || c == '_')
    });
    (web || named).then_some(at + chunk.len())
}

/// Where the digits that begin here end, with the signs between them.
fn number(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        let joins = b".,/-".contains(byte) && end > at && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !joins {
            break;
        }
        end += 1;
    }
    end
}

/// A word, with the apostrophes and hyphens inside it; or an elided one.
fn word(text: &str, at: usize) -> (Range<usize>, TokenKind) {
    let mut end = at;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if "'’".contains(c) {
            let before = text[at..end].to_lowercase();
            if ELIDED.contains(&before.as_str()) {
                return (at..end + c.len_utf8(), TokenKind::Elided);
            }
            if !next_is_letter {
                break;
            }
        } else if "-‑".contains(c) {
            if !next_is_letter {
                break;
            }
        } else if !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c) {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    (at..end, TokenKind::Word)
}

/// Marks the tokens that are quoted: « … », “ … ”, " … ", bold.
fn quote(passage: &Passage, tokens: &mut [Token<'_>]) {
    let mut open: Option<(usize, &str)> = None;
    for at in 0..tokens.len() {
        if tokens[at].kind != TokenKind::Sign {
            continue;
        }
        match (tokens[at].text, open) {
            ("«", None) => open = Some((at, "»")),
            ("“", None) => open = Some((at, "”")),
            ("\"", None) => open = Some((at, "\"")),
            (sign, Some((from, close))) if sign == close => {
                label(&mut tokens[from + 1..at]);
                open = None;
            }
            _ => {}
        }
    }
    for mark in passage.marks.iter().filter(|mark| mark.kind == MarkKind::Label) {
        let from = tokens.partition_point(|token| token.range.start < mark.range.start);
        let to = tokens.partition_point(|token| token.range.end <= mark.range.end);
        if from < to {
            label(&mut tokens[from..to]);
        }
    }
}

/// What is quoted is a label when it is short; a long quotation is prose that people must read all the same.
fn label(tokens: &mut [Token<'_>]) {
    if tokens.iter().filter(|token| token.kind == TokenKind::Word).count() <= LABEL_WORDS {
        for token in tokens {
            token.quoted = true;
        }
    }
}
