//! 03/04 is the third of April here and the fourth of March elsewhere; a voice reads neither. The repair is the date in words.

use super::{Check, SentenceLook};
use crate::plain::token::TokenKind;
use crate::plain::{Finding, Rule};
use crate::text::{in_words, month, reads_one_way};
use jiff::civil::Date;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    look.tokens.iter().enumerate().find_map(|(at, token)| {
        if token.quoted || token.kind != TokenKind::Number {
            return None;
        }
        let date = words(token.text)?;
        // « depuis 05/2025 » would want another word before « mai ».
        let day = token.text.split(|c: char| !c.is_ascii_digit()).count() == 3;
        let certain = (day && reads_one_way(token.text)).then(|| date.clone());
        Some(look.found(Rule::NumericDate, at, at + 1, date).certainly(certain))
    })
}

/// The date in words, when the digits are one: day, month, year; year, month, day; month and year.
fn words(text: &str) -> Option<String> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if sign == ',' {
        return None;
    }
    let parts: Vec<&str> = text.split(sign).collect();
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| -> Option<i16> {
        digits.contains(&part.len()).then(|| part.parse().ok()).flatten()
    };
    let date = |y: i16, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    match parts[..] {
        [y, m, d] if y.len() == 4 => {
            Some(in_words(date(number(y, 4..=4)?, number(m, 2..=2)?, number(d, 2..=2)?)?))
        }
        [d, m, y] if y.len() == 4 => {
            Some(in_words(date(number(y, 4..=4)?, number(m, 1..=2)?, number(d, 1..=2)?)?))
        }
        // Two digits of a year are of this century, or of a birth.
        [d, m, y] if y.len() == 2 && sign == '/' => {
            let short = number(y, 2..=2)?;
            let year = if short > 40 { 1900 + short } else { 2000 + short };
            Some(in_words(date(year, number(m, 1..=2)?, number(d, 1..=2)?)?))
        }
        [m, y] if y.len() == 4 && sign == '/' => {
            let m = number(m, 2..=2).filter(|m| (1..=12).contains(m))?;
            let year = number(y, 4..=4).filter(|y| (1900..2100).contains(y))?;
            Some(format!("{}\u{a0}{year}", month(i8::try_from(m).ok()?)))
        }
        _ => None,
    }
}
