//! Text, numbers and addresses as people typed them, made fit for a sheet.

mod markup;
mod nothing;
mod phones;
mod web;

use super::letters::OneByte;
use markup::without_tags;

pub use markup::{has_markup, unescaped, with_links};
pub use nothing::{is_filler, says_nothing};
pub use phones::{SourcePhone, phones, says_fax};
pub use web::{email, site};

/// A line of text: tags off, entities read, spaces made one, signs that nobody sees taken out.
#[must_use]
pub fn line(text: &str) -> String {
    let words = line_of_plain(&plain(text));
    // Spreadsheets, and our own export, say so that « =1+1 » is no formula.
    match words.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => words,
    }
}

/// The same, keeping line breaks.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    plain(text).lines().map(line_of_plain).filter(|l| !l.is_empty()).collect()
}

fn line_of_plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    // What was escaped once or twice may be tags again.
    for _ in 0..3 {
        let before = text.clone();
        text = without_tags(&text);
        text = markup::entities(&text).into_owned();
        if text == before {
            break;
        }
    }
    let text: String = markup::apart(&without_tags(&text))
        .chars()
        .map(|c| narrow(of_windows(c)))
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => None,
            c if c.is_control() || is_picture(c) => None,
            c => Some(c),
        })
        .collect();
    without_handlers(&text)
}

/// Letters of Windows that a program took for controls of Latin-1: U+0092 is « ’ », U+009C is « œ ».
fn of_windows(c: char) -> char {
    match u8::try_from(u32::from(c)) {
        Ok(byte @ 0x80..=0x9f) if byte != 0x85 => OneByte::Windows1252.letter(byte).unwrap_or(c),
        _ => c,
    }
}

/// Figures and letters as wide as a Chinese sign, which some keyboards type, are those that everybody types.
fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ (0xff10..=0xff19
        | 0xff21..=0xff3a
        | 0xff41..=0xff5a
        | 0xff08..=0xff0b
        | 0xff0d..=0xff0f
        | 0xff1a
        | 0xff20) => char::from_u32(code - 0xfee0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    }
}

/// Small pictures, and signs of private fonts: no typeface of paper has them, and readers say them in odd ways.
fn is_picture(c: char) -> bool {
    matches!(u32::from(c),
        0x1_f000..=0x1_faff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x2300..=0x23ff | 0xfe00..=0xfe0f | 0x20d0..=0x20ff
        | 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff | 0xe_0000..=0xe_01ef | 0xfff0..=0xfffc | 0x1_d000..=0x1_d1ff | 0x25a0..=0x25ff)
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
        for text in [
            "moins de 3 < 4",
            "A < B et C > D",
            "Prix : 5 € < 10 €",
            "Je <3 Landerneau",
            "<- entrée",
            "20 -> 30",
            "Menu > Aide > Contact",
            "<<",
            "R&D et AT&T",
            "a&lt=2",
            "?id=1&region=29&section=3&copy=1&notes=5&para=2&timestamp=5&current=1&centre=1",
        ] {
            assert_eq!(line(text), text);
            assert!(!has_markup(text), "{text}");
        }
        // Left against its word, such a sign would be told to be HTML.
        for (text, wanted) in [
            ("a<b", "a< b"),
            ("x <y et z> t", "x < y et z> t"),
            ("<Nom du lieu>", "< Nom du lieu>"),
            ("Mairie <mairie@ville.fr>", "Mairie < mairie@ville.fr>"),
            ("</a", "< /a"),
        ] {
            assert_eq!(line(text), wanted);
            assert!(!has_markup(text), "{text}");
        }
        assert_eq!(line("３ rue du Ｐort\u{3000}２"), "3 rue du Port 2");
        assert_eq!(line("a\u{200b}b\u{7}\u{202e}c\u{a0}d"), "abc d");
        assert_eq!(lines("a<br>b\nc"), ["a", "b", "c"]);
        for text in ["=1+1", "+33", "-12", "@ici", "= SOMME(A1)"] {
            assert_eq!(line(&format!("'{text}")), text);
        }
        assert_eq!(line("'Les Chênes'"), "'Les Chênes'");
    }

    #[test]
    fn letters_of_windows_that_look_like_controls_are_read() {
        assert_eq!(line("Centre communal d\u{92}action sociale"), "Centre communal d’action sociale");
        assert_eq!(line("Morteaux-Coulib\u{9c}uf, 5 \u{80}"), "Morteaux-Coulibœuf, 5 €");
        assert_eq!(line("a\u{85}b\u{81}c"), "a bc");
    }

    #[test]
    fn small_pictures_go() {
        for text in [
            "Les Chênes 🏠",
            "🏠 Les Chênes",
            "Les 🌳Chênes",
            "Les Chênes ☎️",
            "✨Les Chênes✨",
            "Les Chênes 👩‍💻",
            "Les Chênes 🇫🇷",
            "Les Chênes 👍🏽",
            "Les Chênes ✔",
            "Les Chênes ⭐",
            "Les Chênes \u{f0b7}",
            "Les Chênes ➡️",
            "Les Chênes ⚠",
            "Les Chênes ❤️",
            "Les Chênes 🦽♿",
            "Les Chênes ⌚",
            "■ Les Chênes",
        ] {
            assert_eq!(line(text), "Les Chênes", "{text}");
        }
        assert_eq!(line("L’Œuvre n° 1 – « Écran » 50 € · 2ᵉ"), "L’Œuvre n° 1 – « Écran » 50 € · 2ᵉ");
    }
}
