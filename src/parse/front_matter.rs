//! A guide's two halves: YAML between two lines `---`, then Markdown.

use crate::diag::Diagnostics;
use crate::diag::catalogue::yaml::{self as say, HeadLack as Lack};
use crate::source::{File, FileId, Span};
use std::ops::Range;

/// The bytes of the front matter and of the body; `None` when the text does not begin with a closed front matter.
#[must_use]
pub fn split(file: &File) -> Option<(Range<usize>, Range<usize>)> {
    let text = file.text();
    let start = text.strip_prefix("---").and_then(|rest| {
        let line = rest.find('\n')?;
        rest[..line].trim().is_empty().then_some(3 + line + 1)
    })?;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

/// The two halves; what is wrong with the beginning of a text that has not both is told.
pub fn read(id: FileId, file: &File, out: &mut Diagnostics) -> Option<(Range<usize>, Range<usize>)> {
    let halves = split(file);
    if halves.is_none() {
        let (lack, place) = lack(file.text());
        out.push(say::no_front_matter(Span::new(id, place), &lack));
    }
    halves
}

/// What is wrong with the beginning of a text without front matter, and where.
pub(crate) fn lack(text: &str) -> (Lack, Range<usize>) {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        lines.push((at..at + bare.len(), bare));
        at += line.len();
    }
    let first =
        lines.iter().position(|(_, line)| !line.trim_matches(['\u{feff}', ' ', '\t', '\u{a0}']).is_empty());
    let Some(first) = first else { return (Lack::None, 0..0) };
    let Some((place, line)) = lines.get(first).cloned() else { return (Lack::None, 0..0) };
    if line != "---" {
        let what = match () {
            () if is_border(line) => Lack::Opens(line.to_owned()),
            () if is_key(line) => Lack::Keys(line.to_owned()),
            () => Lack::None,
        };
        return (what, place);
    }
    if first > 0 {
        return (Lack::Blank, lines.first().map_or(0..0, |(place, _)| place.clone()));
    }
    let border = lines.iter().skip(1).find(|(_, line)| is_border(line));
    let words =
        lines.iter().skip(1).position(|(_, line)| !(is_key(line) || line.starts_with([' ', '-', '\t'])));
    let body = words.map_or(lines.len(), |at| at + 1);
    if let Some((place, line)) = border {
        return (Lack::Closes((*line).to_owned()), place.clone());
    }
    let (place, line) = lines.get(body.saturating_sub(1)).cloned().unwrap_or((place, line));
    (Lack::Open(line.to_owned()), place)
}

/// A line that was meant for `---`.
fn is_border(line: &str) -> bool {
    let bare = line.trim();
    let all = |sign: char| bare.chars().all(|c| c == sign);
    let dashes = bare.chars().all(|c| "-–—−‐‑ ".contains(c)) && bare.chars().any(|c| c != ' ');
    let fence = ["```", "```yaml", "```yml", "~~~", "%%%", ";;;"].contains(&bare);
    bare.len() < 80
        && (dashes || fence || bare.len() > 1 && ['+', '=', '*', '_', '.', '…'].into_iter().any(all))
}

/// `numero: 412`
fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
            && (rest.is_empty() || rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_is_wrong_is_named() {
        let of = |text: &str| {
            let (lack, place) = lack(text);
            (lack, text[..place.start].matches('\n').count() + 1)
        };
        for mark in [
            "----",
            "--",
            "—",
            "———",
            "– – –",
            "- - -",
            "+++",
            " ---",
            "===",
            "***",
            "```yaml",
            "```",
            "\u{2014}\u{2014}",
        ] {
            let text = format!("{mark}\nnumero: 1\ntitre: a\n{mark}\n\nb\n");
            assert_eq!(of(&text), (Lack::Opens(mark.to_owned()), 1), "{mark}");
        }
        for mark in ["----", "--", "—", "...", "+++", "===", " ---", "…", "***", "```"] {
            let text = format!("---\nnumero: 1\ntitre: a\n{mark}\n\nb\n");
            assert_eq!(of(&text), (Lack::Closes(mark.to_owned()), 4), "{mark}");
        }
        assert_eq!(of("\n\n---\nnumero: 1\n---\n"), (Lack::Blank, 1));
        assert_eq!(of("numero: 1\ntitre: a\n---\n\nb\n"), (Lack::Keys("numero: 1".to_owned()), 1));
        assert_eq!(of("---\nnumero: 1\ntitre: a\n\n## b\n"), (Lack::Open("titre: a".to_owned()), 3));
        assert_eq!(of("---\nnumero: 1\ntitre: a\n## b\n"), (Lack::Open("titre: a".to_owned()), 3));
        assert_eq!(of("---\nnumero: 1\ntitre: a\nUn texte.\n").0, Lack::Open("titre: a".to_owned()));
        assert_eq!(of("---\nalias:\n  - a.html\nUn texte.\n").0, Lack::Open("  - a.html".to_owned()));
        for text in ["", "\n\n", "# Un titre\n", "Un texte.\n", "## Touchez\n"] {
            assert_eq!(of(text).0, Lack::None, "{text:?}");
        }
    }
    use crate::source::Sources;

    fn halves(text: &str) -> Option<(String, String)> {
        let sources = Sources::memory([("a.md", text)]);
        let (_, file) = sources.find("a.md")?;
        let (head, body) = split(file)?;
        Some((text[head].to_owned(), text[body].to_owned()))
    }

    #[test]
    fn a_guide_has_two_halves() {
        assert_eq!(
            halves("--- \ntitre: a\n---\n\nb\n---\n"),
            Some(("titre: a\n".into(), "\nb\n---\n".into()))
        );
        assert_eq!(halves("---\n---"), Some((String::new(), String::new())));
    }

    #[test]
    fn an_open_or_absent_head_is_none() {
        for text in ["titre: a", "---\ntitre: a\n", "----\n---\n", "---"] {
            assert_eq!(halves(text), None, "{text}");
        }
    }
}
