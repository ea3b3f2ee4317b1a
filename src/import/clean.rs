//! Text, numbers and addresses as people typed them, made fit for a sheet.

use super::people;
use super::row::Notes;
use crate::model::{Email, Phone, Price, WebAddress};

/// A line of text: tags off, entities read, spaces made one, signs that nobody sees taken out.
#[must_use]
pub fn line(text: &str) -> String {
    let words = plain(text);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same, keeping line breaks.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    plain(text).lines().map(line_of_plain).filter(|l| !l.is_empty()).collect()
}

fn line_of_plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether cleaning takes away more than spaces.
#[must_use]
pub fn has_markup(text: &str) -> bool {
    text.bytes()
        .zip(text.bytes().skip(1))
        .any(|(a, b)| a == b'<' && (b.is_ascii_alphabetic() || b == b'/' || b == b'!'))
        || text.contains('&') && htmlize::unescape(text) != text
}

fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    // What was escaped once or twice may be tags again.
    for _ in 0..3 {
        let before = text.clone();
        text = without_tags(&text);
        if text.contains('&') {
            text = htmlize::unescape(text).into_owned();
        }
        if text == before {
            break;
        }
    }
    // A sign that would still open a tag is none that people write.
    let text = without_tags(&text).replace(['<', '>'], " ");
    let text: String = text
        .chars()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    without_handlers(&text)
}

/// `onload=` and its like, which are no words.
fn without_handlers(text: &str) -> String {
    if !text.contains('=') {
        return text.to_owned();
    }
    let words = text.split(' ').filter(|word| {
        let word = word.trim_start_matches(['"', '\'', '/']).to_ascii_lowercase();
        !word.split_once('=').is_some_and(|(name, _)| {
            name.len() > 3 && name.starts_with("on") && name.bytes().all(|b| b.is_ascii_lowercase())
        })
    });
    words.collect::<Vec<_>>().join(" ").replace("javascript:", "")
}

fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let after = &rest[at + 1..];
        let opens = after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        out.push_str(&rest[..at]);
        if !opens {
            out.push('<');
            rest = after;
            continue;
        }
        let name: String = after
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let end = after.find('>').map_or(after.len(), |end| end + 1);
        rest = &after[end..];
        // What a script or a style holds are no words either.
        if ["script", "style"].contains(&name.as_str())
            && !after.starts_with('/')
            && let Some(close) = rest.to_ascii_lowercase().find(&format!("</{name}"))
        {
            rest = &rest[close..];
        }
        out.push(if ["br", "p", "div", "li", "ul", "tr"].contains(&name.as_str()) { '\n' } else { ' ' });
    }
    out.push_str(rest);
    out
}

/// A telephone line of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As the sheet writes it: by pairs.
    pub number: String,
    pub price: Price,
    pub note: Option<String>,
}

/// The numbers that a cell holds; those that nobody can dial are counted.
#[must_use]
pub fn phones(text: &str, notes: &mut Notes) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for part in numbers(text) {
        match phone(&part) {
            Some(line) if out.iter().any(|known| known.number == line.number) => {}
            Some(line) => out.push(line),
            None => notes.phones += 1,
        }
    }
    out
}

/// A cell may hold several numbers: « 02 98 … / 06 … », « 02 98 … ou 06 … ».
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace(" ou ", "|").replace(" et ", "|").replace("/+", "|+");
    let mut out = Vec::new();
    for part in text.split(['|', ';', ',', '\n']) {
        // A bar parts two numbers, or the pairs of one: « 02/98/85/99/08 ».
        let bars: Vec<&str> = part.split('/').map(str::trim).collect();
        if bars.iter().all(|bar| digits(bar) >= 9 || digits(bar) == 0) {
            out.extend(bars.iter().filter(|bar| !bar.is_empty()).map(|bar| (*bar).to_owned()));
        } else {
            out.push(part.trim().to_owned());
        }
    }
    out.retain(|part| digits(part) > 0);
    // Two numbers one after the other, without a sign between them.
    out.into_iter().flat_map(|part| cut_twenty(&part)).collect()
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn cut_twenty(part: &str) -> Vec<String> {
    let only: String = part.chars().filter(char::is_ascii_digit).collect();
    if only.len() == 20 && only.starts_with('0') && only[10..].starts_with('0') && !part.contains('+') {
        vec![only[..10].to_owned(), only[10..].to_owned()]
    } else {
        vec![part.to_owned()]
    }
}

/// One number; `None` when nobody can dial it. A missing digit is never guessed.
#[must_use]
pub fn phone(text: &str) -> Option<Line> {
    let text = text.trim();
    // « Tél : », « Accueil : », « (mairie) » are notes, not numbers.
    let first = text.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    let core = text.get(first..=last)?;
    if core.chars().any(char::is_alphabetic) {
        return None;
    }
    let note: String = [&text[..first], &text[last + 1..]].join(" ");
    let note = note.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_label =
        ["tel", "tél", "telephone", "téléphone", "fixe", "n", "n°", "std", "standard", "portable", "mobile"]
            .contains(&note.to_lowercase().as_str());
    let digits: String = core.chars().filter(char::is_ascii_digit).collect();
    let international = core.starts_with('+') || digits.starts_with("00");
    let bare = digits.strip_prefix("00").filter(|_| !core.starts_with('+')).unwrap_or(&digits);
    let national = if international {
        national(&bare.replacen("330", "33", usize::from(bare.starts_with("330") && bare.len() == 12)))
    } else if digits.len() == 11 && digits.starts_with("33") {
        national(&digits)
    } else {
        Some(digits.clone())
    }?;
    let phone = Phone::parse(&national).filter(|phone| plausible(&phone.dialled()))?;
    let number = phone.spoken().replace('\u{a0}', " ");
    let price = price(&national);
    let note =
        (!note.is_empty() && !is_label && note.len() < 60 && !people::names_somebody(&note)).then_some(note);
    Some(Line { number, price, note })
}

/// From the digits after `+`: what people in France dial, or the number abroad with its `+`.
fn national(bare: &str) -> Option<String> {
    if let Some(rest) = bare.strip_prefix("33") {
        return (rest.len() == 9).then(|| format!("0{rest}"));
    }
    // Overseas départements have a country code of their own, and are dialled with a 0 from all of France.
    for code in ["262", "590", "594", "596"] {
        if let Some(rest) = bare.strip_prefix(code)
            && rest.len() == 9
        {
            return Some(format!("0{rest}"));
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

/// What a call costs, from the French numbering plan: 080 free or the price of a call, other 08 more.
fn price(national: &str) -> Price {
    match national.get(..4) {
        Some("0800" | "0801" | "0802" | "0803" | "0804" | "0805") => Price::Free,
        Some(start) if start.starts_with("081") || start.starts_with("082") || start.starts_with("089") => {
            Price::Surcharged
        }
        _ => Price::Normal,
    }
}

/// The e-mail address to show: the first that is sound and is nobody's own; the others are counted.
#[must_use]
pub fn email(candidates: &[String], place_words: &str, notes: &mut Notes) -> Option<String> {
    let mut kept = None;
    for text in candidates.iter().flat_map(|text| text.split([' ', ',', ';', '|', '/'])) {
        let text =
            text.trim().trim_start_matches("mailto:").trim_matches(['<', '>', '(', ')', '.', '"', '\'']);
        if text.is_empty() || !text.contains('@') {
            continue;
        }
        let Some(email) = Email::parse(&text.to_lowercase()) else {
            notes.bad_emails += 1;
            continue;
        };
        if people::is_personal(email.as_str(), place_words) {
            notes.emails += 1;
        } else if kept.is_none() {
            kept = Some(email.as_str().to_owned());
        }
    }
    kept
}

/// The web address to show.
#[must_use]
pub fn site(candidates: &[String]) -> Option<String> {
    candidates.iter().flat_map(|text| text.split([' ', ',', '|', ';'])).find_map(|text| {
        let text = text.trim().trim_end_matches('.');
        if !text.contains('.') || text.contains('@') {
            return None;
        }
        let lower = text.to_ascii_lowercase();
        let text = if lower.starts_with("http://") || lower.starts_with("https://") {
            let (scheme, rest) = text.split_once("://")?;
            format!("{}://{rest}", scheme.to_ascii_lowercase())
        } else if lower.contains("://") {
            return None;
        } else {
            format!("https://{text}")
        };
        // Apostrophes and bars would have to be escaped.
        WebAddress::parse(&text).map(|address| address.as_str().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        assert_eq!(line("<p>Espace&nbsp;public&amp;numérique</p>"), "Espace public&numérique");
        assert_eq!(line("a<br/>b &lt;b&gt;c&lt;/b&gt;"), "a b c");
        assert_eq!(line("&amp;lt;script&amp;gt;x"), "x");
        assert_eq!(line("<script>alert(1)</script>Mairie"), "Mairie");
        assert_eq!(line("<img src=x onerror=alert(1)> Mairie \" onload=alert(1)"), "Mairie \"");
        assert_eq!(line("moins de 3 < 4"), "moins de 3 4");
        assert_eq!(line("a\u{200b}b\u{7}\u{202e}c\u{a0}d"), "abc d");
        assert_eq!(lines("a<br>b\nc"), ["a", "b", "c"]);
    }

    fn numbers_of(text: &str) -> (Vec<String>, usize) {
        let mut notes = Notes::default();
        let lines = phones(text, &mut notes);
        (lines.into_iter().map(|l| l.number).collect(), notes.phones)
    }

    #[test]
    fn numbers_are_read_in_the_shapes_of_real_files() {
        for text in [
            "02 98 85 99 08",
            "02.98.85.99.08",
            "+33298859908",
            "33298859908",
            "0033 2 98 85 99 08",
            "+33 (0)2 98 85 99 08",
            "Tél : 02-98-85-99-08",
            "02/98/85/99/08",
            "+33 02 98 85 99 08",
        ] {
            assert_eq!(numbers_of(text), (vec!["02 98 85 99 08".to_owned()], 0), "{text}");
        }
        assert_eq!(numbers_of("33630392518").0, ["06 30 39 25 18"]);
        assert_eq!(numbers_of("02 98 85 99 08 / 06 30 39 25 18").0, ["02 98 85 99 08", "06 30 39 25 18"]);
        assert_eq!(numbers_of("02 98 85 99 08 ou 06 30 39 25 18").0.len(), 2);
        assert_eq!(numbers_of("02 98 85 99 08 06 30 39 25 18").0.len(), 2);
        assert_eq!(numbers_of("+594 5 94 34 84 00").0, ["05 94 34 84 00"]);
        assert_eq!(numbers_of("+687 26 12 34").0, ["+687261234"]);
        assert_eq!(numbers_of("3646").0, ["36 46"]);
        assert_eq!(phone("0810 25 29 30").unwrap().price, Price::Surcharged);
        assert_eq!(phone("0800 94 00 40").unwrap().price, Price::Free);
        assert_eq!(phone("0809 40 14 01").unwrap().price, Price::Normal);
    }

    #[test]
    fn numbers_that_nobody_can_dial_are_counted_and_not_written() {
        for text in [
            "0",
            "02 98 85 99 0",
            "298859908",
            "00 00 00 00 00",
            "123",
            "06 12 34 56 7 8 9 0 1",
            "02 98 85 poste 08",
        ] {
            let (found, refused) = numbers_of(text);
            assert!(found.is_empty() || text == "123", "{text}: {found:?}");
            assert!(refused == 1 || text == "123", "{text}");
        }
        assert_eq!(numbers_of("").1, 0);
    }

    #[test]
    fn addresses_are_mended_only_when_sure() {
        let one = |text: &str| site(&[text.to_owned()]);
        assert_eq!(one("www.exemple.fr").as_deref(), Some("https://www.exemple.fr"));
        assert_eq!(one("HTTP://exemple.fr/a").as_deref(), Some("http://exemple.fr/a"));
        assert_eq!(one("javascript:alert(1)"), None);
        assert_eq!(one("non"), None);
        assert_eq!(one("contact@exemple.fr"), None);
    }
}
