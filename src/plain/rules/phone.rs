//! A telephone number is read by pairs: one dials it two digits at a time, with a finger on the line.

use super::{Check, SentenceLook};
use crate::plain::token::{Token, TokenKind};
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    (0..tokens.len()).find_map(|at| {
        // A number begins after something that is none.
        let fresh =
            at == 0 || tokens[at - 1].kind != TokenKind::Number || !joined(&tokens[at - 1], &tokens[at]);
        if tokens[at].quoted || tokens[at].kind != TokenKind::Number || !fresh {
            return None;
        }
        let run = 1 + tokens[at..]
            .windows(2)
            .take_while(|pair| pair[1].kind == TokenKind::Number && joined(&pair[0], &pair[1]))
            .count();
        let (national, from) = national(tokens, at, run)?;
        let pairs = by_pairs(&national);
        let good = from == at && {
            let written: Vec<&str> = tokens[at..at + run].iter().map(|token| token.text).collect();
            let written = written.join(" ");
            written == pairs || is_special(&national, &written)
        };
        (!good).then(|| look.found(Rule::Phone, from, at + run, pairs.as_str()).certainly(Some(pairs)))
    })
}

/// Whether one space at most stands between them.
fn joined(a: &Token<'_>, b: &Token<'_>) -> bool {
    b.range.start - a.range.end <= 3
}

/// The ten digits of a French number, and the token where it begins: « +33 » and « (0) » are of it.
fn national(tokens: &[Token<'_>], at: usize, run: usize) -> Option<(String, usize)> {
    let mut digits = String::new();
    let mut parts = 0;
    for token in &tokens[at..at + run] {
        if token.text.contains([',']) {
            return None;
        }
        parts += token.text.split(|c: char| !c.is_ascii_digit()).count();
        digits.extend(token.text.chars().filter(char::is_ascii_digit));
    }
    let plus = at > 0 && tokens[at - 1].text == "+" && tokens[at - 1].range.end == tokens[at].range.start;
    let (rest, from) = match digits.strip_prefix("0033") {
        Some(rest) => (rest, at),
        None if plus => (digits.strip_prefix("33")?, at - 1),
        None => (digits.strip_prefix('0')?, at),
    };
    let good = rest.len() == 9 && rest.starts_with(|c: char| ('1'..='9').contains(&c)) && parts <= 6;
    good.then(|| (format!("0{rest}"), from))
}

fn by_pairs(digits: &str) -> String {
    let pairs: Vec<&str> =
        (0..digits.len()).step_by(2).map(|at| &digits[at..(at + 2).min(digits.len())]).collect();
    pairs.join(" ")
}

/// Numbers in 08 are said by threes: « 0 800 400 310 », « 0809 401 401 ».
fn is_special(digits: &str, written: &str) -> bool {
    digits.starts_with("08")
        && (written == format!("0 {} {} {}", &digits[1..4], &digits[4..7], &digits[7..])
            || written == format!("0 {} {} {} {}", &digits[1..4], &digits[4..6], &digits[6..8], &digits[8..])
            || written == format!("{} {} {}", &digits[..4], &digits[4..7], &digits[7..]))
}
