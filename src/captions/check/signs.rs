//! Signs of a format that stayed in the words: they would be seen on the film. And those that nobody sees.

use super::who;
use crate::captions::finding::Findings;
use crate::captions::tag;
use crate::captions::track::{Cue, PieceKind, SeenLine};
use crate::diag::catalogue::foreign::{self as say, Sign};
use crate::diag::catalogue::yaml as hidden;
use crate::source::Span;
use crate::text::{all_unseen, without_unseen};

/// Tags that people know from pages and from other captions.
const TAGS: [&str; 12] = ["i", "b", "u", "s", "c", "v", "font", "br", "span", "p", "em", "strong"];

/// One finding a caption: who mends one sign sees the others.
pub fn tell(cues: &[&Cue], out: &mut Findings) {
    for cue in cues {
        let Some((line, (from, written, sign))) =
            cue.lines().into_iter().find_map(|line| first(&line).map(|found| (line, found)))
        else {
            continue;
        };
        let start = line.get(from).map_or(cue.body.start, |(_, byte)| *byte);
        let last = from + written.chars().count().saturating_sub(1);
        let end = line.get(last).map_or(start, |(c, byte)| byte + u32::try_from(c.len_utf8()).unwrap_or(1));
        let span = Span { file: cue.body.file, start, end: end.min(cue.body.end).max(start) };
        out.push(say::sign(span, who(cue), &written, &sign));
    }
}

/// Signs that nobody sees, in what is said and in the name of who says it: one finding a caption.
pub fn unseen(cues: &[&Cue], out: &mut Findings) {
    for cue in cues {
        let file = cue.body.file;
        let said = cue.lines().into_iter().find_map(|line| {
            let text: String = line.iter().map(|(c, _)| *c).collect();
            let found: Vec<(usize, char)> = all_unseen(&text).collect();
            let (at, sign) = *found.first()?;
            let place = text.get(..at)?.chars().count();
            let start = line.get(place)?.1;
            let length = u32::try_from(sign.len_utf8()).unwrap_or(1);
            // Written by its code, it ends where the next one begins.
            let end = line.get(place + 1).map_or(start + length, |(_, next)| *next).min(cue.body.end);
            let span = Span { file, start, end: end.max(start) };
            Some(hidden::unseen(span, sign, found.len() - 1, &without_unseen(&text)))
        });
        let named = || {
            cue.text.iter().find_map(|piece| {
                let PieceKind::Open(tag) = &piece.what else { return None };
                let found: Vec<(usize, char)> = all_unseen(&tag.note).collect();
                let (_, sign) = *found.first()?;
                let span = Span { file, start: piece.at, end: piece.at + 1 };
                Some(hidden::unseen(span, sign, found.len() - 1, &without_unseen(&tag.note)))
            })
        };
        if let Some(finding) = said.or_else(named) {
            out.push(finding);
        }
    }
}

/// Whether a line holds one.
pub fn has_one(line: &SeenLine) -> bool {
    first(line).is_some()
}

/// The first sign of a line: where it begins, how it is written, what it is.
fn first(line: &SeenLine) -> Option<(usize, String, Sign)> {
    let text: Vec<char> = line.iter().map(|(c, _)| *c).collect();
    if text.starts_with(&['>', '>']) {
        return Some((0, ">>".to_owned(), Sign::Turn));
    }
    for (at, c) in text.iter().enumerate() {
        // None is longer.
        let rest: String = text.iter().skip(at).take(60).collect();
        let found = match c {
            '&' => entity(&rest),
            '<' if rest.starts_with("<!--") => {
                let whole = rest.split_inclusive("-->").next().unwrap_or_default();
                Some((whole.to_owned(), Sign::Remark))
            }
            '<' => closed(&rest, '<', '>').filter(|inside| is_tag(inside)).map(|inside| {
                let end = if inside.starts_with("br") { Sign::LineEnd } else { Sign::Tag };
                (format!("<{inside}>"), end)
            }),
            '[' if rest.split_once("](").is_some_and(|(_, target)| is_target(target)) => {
                let whole = rest.split_inclusive(')').next().unwrap_or_default();
                Some((whole.to_owned(), Sign::Mark))
            }
            '[' => closed(&rest, '[', ']')
                .filter(|inside| {
                    let name = inside.strip_prefix('/').unwrap_or_default();
                    TAGS.contains(&name) || name == "color" || *inside == "br"
                })
                .map(|inside| {
                    (format!("[{inside}]"), if inside == "br" { Sign::LineEnd } else { Sign::Tag })
                }),
            '{' => closed(&rest, '{', '}')
                .filter(|inside| is_order(inside))
                .map(|inside| (format!("{{{inside}}}"), Sign::Order)),
            '\\' => line_end(&text, at).map(|written| {
                let sign = if written == "\\h" { Sign::Space } else { Sign::LineEnd };
                (written, sign)
            }),
            '\u{fffd}' => Some((c.to_string(), Sign::NoLetter)),
            '*' | '_' | '~' | '=' | '`' => {
                let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
                marked(before, &rest).map(|written| (written, Sign::Mark))
            }
            '|' => {
                let letter = |at: Option<usize>| {
                    at.and_then(|at| text.get(at)).is_some_and(|c| c.is_alphabetic() || "-–—".contains(*c))
                };
                let before =
                    at.checked_sub(1).and_then(|at| text.get(at)).is_some_and(|c| !c.is_whitespace());
                (before && letter(at.checked_add(1))).then(|| ("|".to_owned(), Sign::LineEnd))
            }
            _ => None,
        };
        if let Some((written, sign)) = found {
            return Some((at, written, sign));
        }
    }
    None
}

/// `**mot**`, `_mot_`, `~~mot~~`: Markdown, which captions do not have. « *Bip* » is a noise, told elsewhere, and
/// `mon_nom_` a name.
fn marked(before: Option<char>, rest: &str) -> Option<String> {
    let mark = ["**", "__", "~~", "==", "`", "_"].into_iter().find(|mark| rest.starts_with(mark))?;
    let (inside, after) = rest.strip_prefix(mark)?.split_once(mark)?;
    let first = mark.chars().next()?;
    let words = |c: char| c != first && !c.is_whitespace();
    let good = inside.starts_with(words)
        && inside.ends_with(words)
        && inside.contains(char::is_alphabetic)
        && !before.is_some_and(|c| c.is_alphanumeric() || c == first)
        && !after.starts_with(|c: char| c.is_alphanumeric() || c == first);
    good.then(|| format!("{mark}{inside}{mark}"))
}

/// Where a link of Markdown leads.
fn is_target(target: &str) -> bool {
    let schemes = ["https://", "http://", "#", "guide:", "service:", "mailto:", "tel:"];
    target.contains(')') && schemes.iter().any(|scheme| target.starts_with(scheme))
}

fn closed(rest: &str, open: char, close: char) -> Option<String> {
    let (inside, _) = rest.strip_prefix(open)?.split_once(close)?;
    (!inside.contains(open)).then(|| inside.to_owned())
}

/// `&eacute;` that was escaped, `&foo;` that names nothing.
fn entity(rest: &str) -> Option<(String, Sign)> {
    let (name, _) = rest.strip_prefix('&')?.split_once(';')?;
    let coded = name.strip_prefix('#').is_some_and(|number| {
        !number.is_empty() && number.trim_start_matches(['x', 'X']).bytes().all(|b| b.is_ascii_hexdigit())
    });
    let named = name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphanumeric());
    let written = format!("&{name};");
    let sign = tag::entity(&written).map(|(text, _)| text).unwrap_or_default();
    (coded || named).then_some((written, Sign::Entity(sign)))
}

fn is_tag(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside).to_ascii_lowercase();
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name.get(..end).is_some_and(|name| TAGS.contains(&name))
        && name.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', '/']))
}

/// `{\an8}`, `{y:i}`, `{c:$0000ff}`, `{1}{25}`; braces around words are the author's.
fn is_order(inside: &str) -> bool {
    let tag = inside.trim_start_matches('/').to_ascii_lowercase();
    inside.starts_with('\\')
        || ["i", "b", "u", "s"].contains(&tag.as_str())
        || inside.split_once(':').is_some_and(|(key, value)| {
            key.len() == 1
                && key.bytes().all(|b| b.is_ascii_alphabetic())
                && !value.is_empty()
                && !value.contains(' ')
        })
        || !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit())
}

/// `\N` of ASS, `\n`, `\h`; the folders of a computer (`C:\notes`) are words.
fn line_end(text: &[char], at: usize) -> Option<String> {
    let next = text.get(at + 1).filter(|c| ['N', 'n', 'h'].contains(c))?;
    let start = text.iter().take(at).rposition(|c| c.is_whitespace()).map_or(0, |space| space + 1);
    let end = text.iter().skip(at).position(|c| c.is_whitespace()).map_or(text.len(), |space| at + space);
    let word = text.get(start..end)?;
    let folder = word.contains(&':') || word.contains(&'/') || word.starts_with(&['\\', '\\']);
    (!folder).then(|| format!("\\{next}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        let line: SeenLine = text.chars().map(|c| (c, 0)).collect();
        first(&line).map(|(_, written, _)| written)
    }

    #[test]
    fn signs_of_a_format_are_found() {
        for (text, written) in [
            ("L’&eacute;cran", "&eacute;"),
            ("L&#39;ami", "&#39;"),
            ("L&#x27;ami", "&#x27;"),
            ("Un &foobar; ici", "&foobar;"),
            ("<i>Bonjour</i>", "<i>"),
            ("Bonjour</i>", "</i>"),
            ("<font color=\"red\">Oui", "<font color=\"red\">"),
            ("Un<br>deux", "<br>"),
            ("Un<br/>deux", "<br/>"),
            ("<c.yellow>Oui", "<c.yellow>"),
            ("<v Claire>Oui", "<v Claire>"),
            ("{\\an8}Oui", "{\\an8}"),
            ("{\\pos(1,2)}Oui", "{\\pos(1,2)}"),
            ("{y:i}Oui", "{y:i}"),
            ("{c:$0000ff}Oui", "{c:$0000ff}"),
            ("{i}Oui{/i}", "{i}"),
            ("{0}{25}Oui", "{0}"),
            ("Un\\Ndeux", "\\N"),
            ("Un \\N deux", "\\N"),
            ("Un\\ndeux", "\\n"),
            ("Un\\hdeux", "\\h"),
            ("Un|deux", "|"),
            ("Un.|– Deux", "|"),
            ("[i]Oui[/i]", "[/i]"),
            ("Un[br]deux", "[br]"),
            (">> Bonjour", ">>"),
            ("**Oui** puis", "**Oui**"),
            ("Touchez __Oui__.", "__Oui__"),
            ("Touchez _Oui_.", "_Oui_"),
            ("Touchez ~~Oui~~.", "~~Oui~~"),
            ("Touchez ==Oui==.", "==Oui=="),
            ("Touchez `Oui`.", "`Oui`"),
            ("Touchez « **Oui** ».", "**Oui**"),
            ("Voyez [la page](https://a.fr).", "[la page](https://a.fr)"),
            ("Voyez [la page](guide:a).", "[la page](guide:a)"),
            ("<!-- à relire -->Oui", "<!-- à relire -->"),
            ("Oui<!-- à relire", "<!-- à relire"),
            ("a\u{fffd}b", "\u{fffd}"),
        ] {
            assert_eq!(of(text).as_deref(), Some(written), "{text}");
        }
    }

    #[test]
    fn words_of_the_author_are_none() {
        for text in [
            "1 < 2 et 3 > 2",
            "Je t’aime <3",
            "<coucou toi>",
            "R&D, Q&A; Tom & Jerry",
            "{pas un ordre}",
            "[Le téléphone sonne]",
            "[Musique]",
            "Le dossier C:\\Notes\\neuf",
            "\\\\serveur\\nom",
            "Accueil | Aide | Contact",
            "♪ La mer ♪",
            "Menu > Réglages",
            "Menu --> Réglages",
            "*Bip*",
            "2 * 3 * 4",
            "Composez **21**",
            "mon_nom_long, mon_autre_nom",
            "_ _ _",
            "Nom : ____",
            "a == b, ou b == c",
            "[Le téléphone sonne](fort)",
            "l`écran s`allume",
            "https://a.fr/?a=1&b;c",
            "– Oui.",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
