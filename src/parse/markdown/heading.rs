//! Titles as their author meant them: escaped, in a list, with one `#` glued to its words, with a number that Éliane
//! writes herself, with the name of the étape between other signs.

use super::line::is_space;
use super::links::is_target;
use crate::diag::catalogue::marks::Title;

/// What is wrong with a title, each with what is written there; and the line as it should be.
pub struct Titled {
    pub slips: Vec<(Title, String)>,
    pub good: String,
}

/// What stands around a line.
pub struct Around {
    /// Empty lines above and below.
    pub alone: bool,
    /// How many titles of étapes the text has.
    pub steps: usize,
    /// A list, a quotation.
    pub framed: bool,
}

/// Reads a line, without the spaces and the `>` before it.
pub fn meant(body: &str, around: &Around) -> Option<Titled> {
    let mut slips = Vec::new();
    let line = body.trim_end();
    let (level, mut words) = match marked(line) {
        Some((level, words)) => {
            if around.framed {
                slips.push((Title::Framed, ">".to_owned()));
            }
            (level, words.to_owned())
        }
        None => {
            let (slip, written, level, words) =
                escaped(line).or_else(|| framed(line)).or_else(|| glued(line, around))?;
            slips.push((slip, written));
            (level, words)
        }
    };
    let (bare, name) = named(&words);
    if let Some((written, good)) = name {
        words = match good {
            Some(good) => format!("{} {{#{good}}}", bare.trim_end()),
            None => bare.trim_end().to_owned(),
        };
        slips.push((Title::Name, written));
    }
    if level == 2
        && let Some((number, rest)) = numbered(&words, around.steps)
    {
        slips.push((Title::Number, number.trim().to_owned()));
        words = rest;
    }
    (!slips.is_empty() && !words.trim().is_empty())
        .then(|| Titled { slips, good: format!("{} {}", "#".repeat(level), words.trim()) })
}

/// `## Touchez`: how many signs, and the words.
fn marked(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with([' ', '\t'])).then(|| (level, words.trim()))
}

/// `\## Touchez`, `\#\# Touchez`, as converters write it.
fn escaped(line: &str) -> Option<(Title, String, usize, String)> {
    let words = line.trim_start_matches(['\\', '#']);
    let written = line.strip_suffix(words)?;
    let level = written.matches('#').count();
    let sure = (2..=6).contains(&level) || level == 1 && words.ends_with('}');
    let level = level.max(2);
    let title = words.starts_with(is_space) || words.starts_with(char::is_alphabetic);
    (written.starts_with('\\') && sure && title)
        .then(|| (Title::Escaped, written.to_owned(), level, words.trim_start_matches(is_space).to_owned()))
}

/// `- ## Touchez`, `**## Touchez**`, `1. ## Touchez`.
fn framed(line: &str) -> Option<(Title, String, usize, String)> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || "*_`-+.)~ ".contains(c));
    let written = line
        .strip_suffix(rest)
        .filter(|written| written.contains(['*', '_', '`', '-', '+', '.', ')', '~']))?;
    let (level, words) = marked(rest).filter(|(level, _)| *level > 1)?;
    let words = words.trim_end_matches(|c: char| "*_`~".contains(c) && written.contains(c));
    Some((Title::Framed, written.trim_end().to_owned(), level, words.to_owned()))
}

/// `#Touchez le bouton`: a line of several words, and no word of networks (`#MaLiberté`), code (`#31#`) or sentence.
fn glued(line: &str, around: &Around) -> Option<(Title, String, usize, String)> {
    let words = line.strip_prefix('#')?;
    let first: String = words.chars().take_while(|c| c.is_alphanumeric()).collect();
    let plain = first.starts_with(char::is_uppercase) && !first.chars().skip(1).any(char::is_uppercase);
    let several = words.split_whitespace().count() > 1 && !words.contains(" #");
    let sentence = words.ends_with(['.', '!', '?', '…', ',', ';', ':']);
    let sure = words.ends_with('}') && words.contains("{#") && words.starts_with(char::is_alphabetic);
    (sure || around.alone && plain && several && !sentence)
        .then(|| (Title::One, "#".to_owned(), 2, words.to_owned()))
}

/// The words without a name that no one reads, what is written for it, and the name when there is one.
fn named(words: &str) -> (&str, Option<(String, Option<String>)>) {
    let none = (words, None);
    let line = words.trim_end();
    // As it should be: `{#nom preuve=probable}`.
    let open = line.rfind(['{', '｛', '(', '[', '<', '^', '#']);
    let Some(mut at) = open else { return none };
    let mut tail = line.get(at..).unwrap_or_default();
    if tail.starts_with('#') {
        // `{#nom`, `(#nom`, or ` #nom` with nothing before it.
        let before = line.get(..at).unwrap_or_default();
        let bare = before.trim_end_matches([' ', '\u{a0}']);
        let sign = bare.chars().next_back().filter(|c| "{｛([<".contains(*c));
        match sign {
            Some(sign) => {
                at = bare.len() - sign.len_utf8();
                if line.get(..at).is_some_and(|before| before.ends_with('\\')) {
                    at -= 1;
                }
                tail = line.get(at..).unwrap_or_default();
            }
            None if before.ends_with(' ') => {}
            // `##` at the end of a line is Markdown's.
            None => {
                let closed = line.trim_end_matches('#').trim_end();
                if closed.len() < line.len() && closed.ends_with('}') {
                    let (bare, found) = named(closed);
                    let Some(open) = closed.rfind("{#") else { return (bare, found) };
                    let name = closed.get(open + 2..closed.len() - 1).unwrap_or_default();
                    let good = is_target(&format!("#{name}")).then(|| name.to_owned());
                    return match good {
                        Some(good) => {
                            let bare = closed.get(..open).unwrap_or_default();
                            (bare, Some((line.get(open..).unwrap_or_default().to_owned(), Some(good))))
                        }
                        None => none,
                    };
                }
                return none;
            }
        }
    }
    // `[Touchez](#toucher)` is a link.
    if line.get(..at).is_some_and(|before| before.ends_with([']', ')']) && tail.starts_with(['(', '['])) {
        return none;
    }
    let inside = tail.trim_start_matches(['\\', '{', '｛', '(', '[', '<', ' ', '\u{a0}']);
    let signs = tail.strip_suffix(inside).unwrap_or_default();
    let inside = inside.strip_prefix('#').map_or(inside, str::trim_start);
    let name = inside.trim_end_matches(['}', '｝', ')', ']', '>', '.', ' ', '\u{a0}']);
    let attributes = name.contains('=');
    let hash = tail.contains('#');
    let good = match () {
        () if tail.starts_with('^') => {
            return none;
        }
        () if attributes && name.starts_with("id=") => {
            name.trim_start_matches("id=").trim_matches(['"', '\''])
        }
        () if attributes => {
            // Its end is missing, or follows by something.
            let (first, _) = name.split_once(' ').unwrap_or((name, ""));
            let closed = signs == "{" && tail.ends_with('}') && hash;
            if closed || !is_target(&format!("#{first}")) || !hash {
                return none;
            }
            name
        }
        () => name,
    };
    let first = good.split(' ').next().unwrap_or_default();
    let is_name =
        is_target(&format!("#{first}")) && (hash || name.starts_with("id=") || tail.starts_with(['{', '｛']));
    let plain = good == first || attributes;
    // `{libelle}` alone is no name; « (mot) » neither.
    let right = tail
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .is_some_and(|rest| rest.trim().strip_prefix('#') == Some(good));
    if !is_name || !plain || right {
        return none;
    }
    (line.get(..at).unwrap_or_default(), Some((tail.to_owned(), Some(good.to_owned()))))
}

/// `2. Touchez`, `Étape 2 : touchez`, `② Touchez`: the number and the words, with a capital. « 2 touches », « 112 : appelez »
/// stay.
fn numbered(words: &str, steps: usize) -> Option<(String, String)> {
    const SEPARATORS: [&str; 18] = [
        ".",
        ")",
        "°)",
        "°",
        "º",
        "/",
        " -",
        " –",
        " —",
        "-",
        "–",
        " :",
        "\u{a0}:",
        "\u{202f}:",
        ":",
        " /",
        ".-",
        "\\.",
    ];
    let trimmed = words.trim_start();
    let (lead, after) = match after_word(trimmed) {
        Some(after) => (true, after),
        None => (false, trimmed),
    };
    let first = after.chars().next()?;
    let circled = u32::from(first).checked_sub(u32::from('①')).filter(|n| *n < 20);
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = match circled {
        Some(_) => return capital(trimmed, after.strip_prefix(first)?),
        None => (after.get(..digits)?.parse::<usize>().ok()?, after.get(digits..)?),
    };
    if !lead && number > steps + 2 || number == 0 || number > 99 {
        return None;
    }
    let separator = SEPARATORS
        .iter()
        .filter(|separator| rest.starts_with(**separator))
        .max_by_key(|separator| separator.len());
    let rest = match separator {
        Some(separator) => rest.strip_prefix(separator)?,
        None if lead => rest,
        None => return None,
    };
    // « 2.5 litres », « 1/2 tasse », « 3-4 minutes » are no numbers of étapes.
    if !rest.is_empty() && !rest.starts_with(is_space) {
        return None;
    }
    capital(trimmed, rest)
}

/// « Étape », « Etape », « Étape n° ».
fn after_word(words: &str) -> Option<&str> {
    let at = words.find(|c: char| !c.is_alphabetic())?;
    let (word, rest) = words.split_at_checked(at)?;
    let step = ["etape", "phase"].contains(&crate::text::fold(word).as_str());
    let rest = rest.trim_start_matches(is_space);
    let rest = ["n°", "N°", "n º", "numéro"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    let rest = rest.trim_start_matches(is_space);
    (step && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
}

/// The number that was before `rest`, and `rest` with a capital; `None` when no word is left.
fn capital(words: &str, rest: &str) -> Option<(String, String)> {
    let number = words.strip_suffix(rest)?;
    let rest = rest.trim_start_matches(is_space);
    let first = rest.chars().next().filter(|c| c.is_alphanumeric() || "«{*".contains(*c))?;
    let tail = rest.strip_prefix(first)?;
    Some((number.to_owned(), format!("{}{tail}", first.to_uppercase())))
}
