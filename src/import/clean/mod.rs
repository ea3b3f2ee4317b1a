//! Text, numbers and addresses as people typed them, made fit for a sheet.

mod phones;
mod web;

use super::letters::OneByte;

pub use phones::{Line, phones};
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

/// Whether cleaning takes away more than spaces.
#[must_use]
pub fn has_markup(text: &str) -> bool {
    text.bytes()
        .zip(text.bytes().skip(1))
        .any(|(a, b)| a == b'<' && (b.is_ascii_alphabetic() || b == b'/' || b == b'!'))
        || text.contains('&') && htmlize::unescape(text) != text
}

/// Entities read, those that were escaped twice too; tags stay.
#[must_use]
pub fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        if !text.contains('&') {
            break;
        }
        text = htmlize::unescape(text).into_owned();
    }
    text
}

/// What forms and programs write for « nothing », whatever capitals, accents and signs.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    // Most cells end here: each is asked several times.
    if text.len() > 60 || text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = crate::text::fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        []
        | ["n", "a" | "c" | "d" | "r" | "p"]
        | ["s", "o"]
        | ["en", "cours" | "attente"]
        | ["en", "cours", "de", "saisie" | "mise"]
        | ["sans", "objet" | "reponse" | "information"] => true,
        ["non" | "pas", rest @ ..] if !rest.is_empty() => {
            let rest: Vec<&str> = rest
                .iter()
                .copied()
                .filter(|w| !["encore", "d", "de", "du", "a", "ce", "jour"].contains(w))
                .collect();
            matches!(rest.as_slice(), [only] if UNKNOWN.iter().any(|stem| only.starts_with(stem)))
        }
        ["a", rest @ ..] => matches!(
            rest,
            ["completer"
                | "renseigner"
                | "preciser"
                | "definir"
                | "venir"
                | "confirmer"
                | "determiner"
                | "remplir"
                | "saisir"
                | "verifier"]
        ),
        // « Aucun frais » says something.
        ["aucun" | "aucune", rest @ ..] => match rest {
            [] => true,
            [what] => NOT_SAID.iter().any(|stem| what.starts_with(stem)),
            _ => false,
        },
        ["information" | "donnee" | "donnees", "non" | "pas", ..] => words.len() <= 4,
        [one] => NOTHING.contains(one),
        _ => false,
    }
}

/// After « aucun »: what the column was for.
const NOT_SAID: [&str; 11] = [
    "information",
    "renseignement",
    "donnee",
    "telephone",
    "numero",
    "site",
    "horaire",
    "adresse",
    "commentaire",
    "courriel",
    "precision",
];

const NOTHING: [&str; 30] = [
    "null",
    "none",
    "nan",
    "na",
    "nr",
    "nc",
    "nd",
    "nsp",
    "so",
    "neant",
    "inconnu",
    "inconnue",
    "inconnus",
    "rien",
    "vide",
    "nil",
    "undefined",
    "unknown",
    "tbd",
    "todo",
    "tba",
    "indisponible",
    "indetermine",
    "indeterminee",
    "empty",
    "void",
    "missing",
    "nul",
    "nulle",
    "npt",
];

/// After « non » or « pas »: said, known, given…
const UNKNOWN: [&str; 16] = [
    "renseign",
    "communiqu",
    "precis",
    "dispo",
    "connu",
    "determin",
    "fourni",
    "applicable",
    "concern",
    "indiqu",
    "defini",
    "attribu",
    "saisi",
    "rempli",
    "trouve",
    "information",
];

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
        .map(of_windows)
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

    #[test]
    fn nothing_is_said_in_many_ways() {
        for text in [
            "NR",
            "nr",
            "N.R.",
            "N/R",
            "Non renseigné",
            "NON RENSEIGNÉE",
            "(non renseigné)",
            "non-renseigné",
            "non communiqué",
            "Non communiquée.",
            "néant",
            "NEANT",
            "- néant -",
            "à compléter",
            "A COMPLETER !",
            "[à compléter]",
            ".",
            "...",
            "-",
            "—",
            "?",
            "/",
            "N/A",
            "#N/A",
            "null",
            "NaN",
            "Non précisé",
            "Non disponible",
            "Pas renseigné",
            "pas d’information",
            "Sans objet",
            "S.O.",
            "Inconnu",
            "Aucun",
            "aucune",
            "Aucune information",
            "rien",
            "en cours",
            "À venir",
            "à définir",
            "ND",
            "n.d.",
            "Indisponible",
            "Information non disponible",
            "Données non communiquées",
            "non applicable",
            "undefined",
        ] {
            assert!(says_nothing(text), "{text}");
        }
        for text in [
            "Non",
            "oui",
            "Mairie",
            "NR 12",
            "Néant-sur-Yvel",
            "À compléter avant le 3 mai",
            "non-voyants",
            "Aucun frais à prévoir ici",
            "Aucun frais",
            "En cours de travaux",
            "Sans rendez-vous",
            "pas à pas",
            "Non-lieu",
            "Rien-ne-va",
            "12",
            "0",
            "Inconnu au bataillon",
            "A",
            "À Brest",
            "Vide-grenier",
            "Vide, le",
            "Pas-de-Calais",
        ] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
