//! The telephone numbers that a cell holds, among the words around them.
//!
//! A cell is cut into runs of figures and the words between: words say whose number it is, that it is a fax, or
//! that what follows is an extension. What nobody can dial from France is left out, and told.

mod label;

use crate::import::row::{Aside, Notes};
use crate::model::{Phone, Price, Tariff};
use label::{label, note};

pub use label::says_fax;

/// A telephone line of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePhone {
    /// As the sheet writes it: by pairs.
    pub number: String,
    pub price: Price,
    pub note: Option<String>,
    /// The source has nine digits: sound only when its whole column lost the zero.
    pub lost_zero: bool,
}

/// A run of figures, and the words before and after that are its own.
#[derive(Debug)]
struct FigureRun {
    before: String,
    figures: String,
    after: String,
}

/// The numbers that a cell holds; those that nobody can dial, and faxes, are counted and kept in words.
#[must_use]
pub fn phones(text: &str, notes: &mut Notes) -> Vec<SourcePhone> {
    let text: String = text
        .chars()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => ' ',
            '–' | '—' | '‐' | '‑' => '-',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '＋' => '+',
            '（' => '(',
            '）' => ')',
            c => c,
        })
        .collect();
    let runs = runs(&text);
    let total: usize = runs.iter().map(|run| digits(&run.figures)).sum();
    let mut out: Vec<SourcePhone> = Vec::new();
    let mut refused: Vec<(FiguresRefused, String)> = Vec::new();
    let (mut faxes, mut unpriced, mut more) = (0, false, false);
    // Whether the number before was said to be a telephone and a fax, and whether it was an extension.
    let (mut both, mut extended) = (false, false);
    for run in &runs {
        let (before, after) = (label(&run.before), label(&run.after));
        let few = run.figures.split(|c: char| !c.is_ascii_digit()).all(|part| part.len() <= 5);
        extended = few && digits(&run.figures) < 9 && (before.extension || extended && before.is_and);
        if extended {
            if let Some(line) = out.last_mut() {
                line.extend(run);
            }
            continue;
        }
        let alone = digits(&run.figures) == total;
        let fax_before = before.fax && !before.telephone || both && before.is_and;
        let fax_after = after.is_of_a_fax() && !before.telephone;
        both = before.fax && before.telephone || both && before.is_and;
        let pieces = pieces(&run.figures);
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.into_iter().enumerate() {
            let mut line = match number(&piece, alone, !out.is_empty(), run) {
                Ok(line) => line,
                Err(why) => {
                    unpriced |= why == FiguresRefused::Unpriced;
                    refused.push((why, piece));
                    continue;
                }
            };
            // « 02 … / 02 … (fax) »: the last one alone.
            if fax_before || fax_after && at == last || both && at > 0 {
                faxes += 1;
                notes.aside.push((Aside::Fax, piece));
            } else if out.iter().all(|known| known.number != line.number) {
                let said = note(run);
                more |= said.is_too_long;
                notes.people += usize::from(said.is_about_somebody);
                line.note = said.text;
                if line.price == Price::Surcharged {
                    notes.surcharged += 1;
                    notes.aside.push((Aside::Surcharged, line.number.clone()));
                }
                out.push(line);
            }
        }
    }
    notes.faxes += faxes;
    let nothing = out.is_empty() && faxes == 0;
    if nothing && unpriced {
        notes.unpriced += 1;
        notes.aside.push((Aside::Unpriced, text.trim().to_owned()));
    } else if nothing && total > 0 {
        notes.phones += 1;
        notes.aside.push((Aside::Phone, text.trim().to_owned()));
    } else {
        for (why, piece) in refused {
            match why {
                FiguresRefused::Unpriced => {
                    notes.unpriced += 1;
                    notes.aside.push((Aside::Unpriced, piece));
                }
                // « 24h/24 », « 0,15 € la minute », « p. 311 » beside a number are no numbers: words, that are told.
                FiguresRefused::NoNumber if digits(&piece) < 6 => more = true,
                FiguresRefused::NoNumber => {
                    notes.phones += 1;
                    notes.aside.push((Aside::Phone, piece));
                }
            }
        }
    }
    if more && !crate::import::people::names_somebody(&text) {
        notes.beside += 1;
        notes.aside.push((Aside::BesidePhone, text.trim().to_owned()));
    }
    out
}

/// Why figures become no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FiguresRefused {
    NoNumber,
    /// A short number that is one, and may cost anything: the source does not say.
    Unpriced,
}

impl SourcePhone {
    /// « poste 311 et 153 » is said beside the number, and is none.
    fn extend(&mut self, run: &FigureRun) {
        let word = run.before.trim_matches(|c: char| !c.is_alphanumeric() && c != '#');
        let more = match word {
            "#" => format!("#{}", run.figures),
            "p" => format!("p. {}", run.figures),
            _ => format!("{word} {}", run.figures),
        };
        let known = self.note.take().map(|note| format!("{note} ")).unwrap_or_default();
        self.note = Some(format!("{known}{}", more.trim()));
    }
}

/// Figures with the signs that people put between them, and the words around.
fn runs(text: &str) -> Vec<FigureRun> {
    let mut out: Vec<FigureRun> = Vec::new();
    let mut between = String::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let opens = c.is_ascii_digit()
            || matches!(c, '+' | '(') && chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || *c == '+');
        if !opens {
            between.push(c);
            at += 1;
            continue;
        }
        // « +33 (0)2 »: that bracket is of the number; « (24h/24) » is not.
        let goes_on = |i: &usize| match chars[*i] {
            '(' => *i == at || chars.get(i + 1..i + 3).is_some_and(|two| two == ['0', ')']),
            c => c.is_ascii_digit() || " .-/)+'_".contains(c),
        };
        let end = (at..chars.len()).find(|i| !goes_on(i)).unwrap_or(chars.len());
        let last = (at..end).rev().find(|i| chars[*i].is_ascii_digit()).unwrap_or(at);
        let figures: String = chars[at..=last].iter().collect();
        let words = std::mem::take(&mut between);
        share(&words, &mut out, figures);
        at = last + 1;
    }
    if let Some(run) = out.last_mut() {
        // « (mairie) » is of the number before; so is what no sign parts from it.
        run.after.push_str(&between);
    }
    out
}

/// Gives the words between two numbers to the one that they are about.
fn share(words: &str, out: &mut Vec<FigureRun>, figures: String) {
    let Some(last) = out.last_mut() else {
        out.push(FigureRun { before: words.to_owned(), figures, after: String::new() });
        return;
    };
    let signs = [" ou ", " et ", " - ", "/", "|", ";", ",", "\n"];
    let cut = signs.iter().filter_map(|sign| words.find(sign).map(|at| (at, sign.len()))).min();
    let (after, before) = match cut {
        Some((at, length)) => (words.get(..at), words.get(at + length..)),
        None if words.trim_start().starts_with('(') && !label(words).extension => match words.rfind(')') {
            Some(close) if words.get(close..).is_some_and(|rest| !rest.contains('(')) => {
                (words.get(..=close), words.get(close + 1..))
            }
            // « (fax 02 … »: a bracket that is still open is of what follows.
            _ => words
                .rfind('(')
                .map_or((Some(words), Some("")), |open| (words.get(..open), words.get(open..))),
        },
        None => (Some(""), Some(words)),
    };
    let parted = cut.is_some();
    last.after.push_str(after.unwrap_or_default());
    let before = before.unwrap_or_default();
    // « poste 311 et 153 »: what stands between is a mere « et ».
    let before = if before.trim().is_empty() && parted { "et" } else { before };
    out.push(FigureRun { before: before.to_owned(), figures, after: String::new() });
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A run may hold several numbers: « 02 98 … / 06 … », « 02 98 … - 06 … », twenty figures in a row.
fn pieces(figures: &str) -> Vec<String> {
    // A bar parts two numbers, or the pairs of one: « 02/98/85/99/08 ».
    for sign in ["/", " - ", "  "] {
        let parts: Vec<&str> = figures.split(sign).map(str::trim).filter(|part| digits(part) > 0).collect();
        if parts.len() > 1
            && parts.iter().all(|part| digits(part) >= 9 || is_short(part))
            && parts.iter().any(|part| digits(part) >= 9)
        {
            return parts.into_iter().flat_map(pieces).collect();
        }
    }
    // « 02 61 91 00 12/13 », « 02 61 91 00 12 - 19 »: what follows a whole number is none.
    for sign in ["/", " - "] {
        if let Some((first, rest)) = figures.split_once(sign)
            && (10..=13).contains(&digits(first))
            && (1..=4).contains(&digits(rest))
        {
            return vec![first.trim().to_owned(), rest.trim().to_owned()];
        }
    }
    let mut out: Vec<String> = Vec::new();
    for (at, part) in figures.split('+').enumerate().filter(|(_, part)| digits(part) > 0) {
        let only: String = part.chars().filter(char::is_ascii_digit).collect();
        let foreign = at > 0;
        if !foreign
            && only.len() > 10
            && only.len().is_multiple_of(10)
            && only.as_bytes().chunks(10).all(|ten| ten[0] == b'0' && ten[1] != b'0')
        {
            out.extend(only.as_bytes().chunks(10).map(|ten| String::from_utf8_lossy(ten).into_owned()));
        } else if foreign {
            out.push(format!("+{}", part.trim_matches([' ', '/', '-', '('])));
        } else {
            out.push(part.trim_matches([' ', '/', '-', '(']).to_owned());
        }
    }
    out
}

/// The short numbers that may stand beside a long one: 3646, 1023.
fn is_short(part: &str) -> bool {
    let only: String = part.chars().filter(char::is_ascii_digit).collect();
    only.len() == 4 && (only.starts_with('3') || only.starts_with("10"))
}

/// One number; refused when nobody can dial it from France. A missing digit is never guessed.
fn number(piece: &str, alone: bool, has_one: bool, run: &FigureRun) -> Result<SourcePhone, FiguresRefused> {
    let only: String = piece.chars().filter(char::is_ascii_digit).collect();
    let lost_zero = only.len() == 9 && piece == only && !only.starts_with('0') && alone;
    let national =
        if lost_zero { format!("0{only}") } else { national_of(piece).ok_or(FiguresRefused::NoNumber)? };
    if national.len() < 9 && !national.starts_with('+') {
        let around = |text: &str| text.chars().any(char::is_alphabetic);
        let glued = run.after.starts_with(|c: char| c.is_alphabetic() || c == '€' || c == '%' || c == ',');
        let bare = |text: &str| {
            !around(text) || {
                let l = label(text);
                l.telephone || l.is_and || text.contains(':')
            }
        };
        let fine = match national.len() {
            4 => is_short(&national) && !glued && (!has_one && !around(&run.after) || bare(&run.before)),
            6 => alone && national.starts_with("11"),
            _ => alone && bare(&run.before) && !glued && !around(&run.after),
        };
        if !fine {
            return Err(FiguresRefused::NoNumber);
        }
    }
    let phone = Phone::parse(&national)
        .filter(|phone| plausible(&phone.dialled()))
        .ok_or(FiguresRefused::NoNumber)?;
    let price = match phone.tariff() {
        Tariff::Free if phone.digits().len() == 10 => Price::Free,
        Tariff::Surcharged => Price::Surcharged,
        // A short number may cost anything, and the source does not say: a sheet could not show it.
        Tariff::Unknown => return Err(FiguresRefused::Unpriced),
        _ => Price::Normal,
    };
    Ok(SourcePhone { number: phone.spoken().replace('\u{a0}', " "), price, note: None, lost_zero })
}

/// What people in France dial, or the number abroad with its `+`.
fn national_of(piece: &str) -> Option<String> {
    let starts_abroad = piece.trim_start_matches(['(', ' ']).starts_with('+');
    let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
    let bare = digits.strip_prefix("00").filter(|_| !starts_abroad);
    if starts_abroad || bare.is_some() {
        return abroad(bare.unwrap_or(&digits));
    }
    let known = ["33", "262", "590", "594", "596"];
    if digits.len() > 10 && known.iter().any(|code| digits.starts_with(code)) {
        return abroad(&digits);
    }
    (!digits.is_empty()).then_some(digits)
}

/// From the digits after `+`.
fn abroad(bare: &str) -> Option<String> {
    // « +33 (0)2 98… », « +262 0262… »
    let after = |code: &str| {
        let rest = bare.strip_prefix(code)?;
        let rest = rest.strip_prefix('0').filter(|rest| rest.len() == 9).unwrap_or(rest);
        Some(rest).filter(|rest| rest.len() == 9 && !rest.starts_with('0'))
    };
    if bare.starts_with("33") {
        return Some(format!("0{}", after("33")?));
    }
    // Overseas départements have a country code of their own, and are dialled with a 0 from all of France; behind
    // another's code, a number would be another country's. Those of boxes (09) have no place.
    for (code, heads) in [
        ("262", &["262", "263", "269", "639", "692", "693", "9"][..]),
        ("590", &["590", "690", "691", "9"]),
        ("594", &["594", "694", "9"]),
        ("596", &["596", "696", "697", "9"]),
        // Mayotte had it with the Comoros until 2007; its numbers of today, behind the code of then.
        ("269", &["269", "639"]),
    ] {
        if bare.starts_with(code) {
            let rest = after(code).filter(|rest| heads.iter().any(|head| rest.starts_with(head)));
            return match rest {
                Some(rest) => Some(format!("0{rest}")),
                // Seven figures are a number of the Comoros; six, a number of Mayotte that is no more.
                None if code == "269" && bare.len() == 10 => Some(format!("+{bare}")),
                None => None,
            };
        }
    }
    Some(format!("+{bare}"))
}

/// `00 00 00 00 00`, `0123456789` and short numbers that no French plan knows are no numbers.
fn plausible(dialled: &str) -> bool {
    let digits = dialled.trim_start_matches('+');
    let same = digits.bytes().skip(4).all(|b| Some(b) == digits.bytes().last());
    match dialled.len() {
        2 => matches!(dialled, "15" | "17" | "18"),
        3 => dialled.starts_with('1'),
        4 => dialled.starts_with(['1', '3']),
        5 => false,
        6 => dialled.starts_with("11"),
        _ => !same && digits != "33123456789",
    }
}

#[cfg(test)]
mod tests;
