//! Signs that nobody sees, in words, code, the description and the caption of a picture, the title of a link: as they
//! are, or by their code (`&#8203;`). Each text is told once, at its first one, and read without them.

use super::{BlockKind, InlineKind, PlacedBlock, PlacedInline};
use crate::diag::Diagnostics;
use crate::diag::catalogue::yaml as say;
use crate::source::{Edit, File, FileId, Span};
use crate::text::{all_unseen, without_unseen};

/// Letters of an entity, at most: no name of such a sign is longer (`&ApplyFunction;`, `&NegativeVeryThinSpace;`).
const ENTITY: usize = 32;
/// Signs that neither take room nor join or turn anything: without them, the text looks and reads the same.
const WIDTHLESS: [char; 3] = ['\u{200b}', '\u{2060}', '\u{feff}'];
/// A line as long as a file is no line to be shown again.
const LINE: usize = 1000;

/// Says them, and takes them away.
pub fn tell(blocks: &mut [PlacedBlock], id: FileId, file: &File, out: &mut Diagnostics) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(heading) => line(&mut heading.text, id, file, out),
            BlockKind::Paragraph(inlines) => line(inlines, id, file, out),
            BlockKind::List { items, .. } => {
                for item in items {
                    tell(item, id, file, out);
                }
            }
            BlockKind::Quote(blocks) => tell(blocks, id, file, out),
        }
    }
}

fn line(inlines: &mut [PlacedInline], id: FileId, file: &File, out: &mut Diagnostics) {
    for inline in inlines {
        let span = inline.span;
        match &mut inline.kind {
            InlineKind::Text(text) => one(text, span, true, id, file, out),
            InlineKind::Code(text) => one(text, span, false, id, file, out),
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => line(inner, id, file, out),
            InlineKind::Link { target, text } => {
                line(text, id, file, out);
                one(target, span, true, id, file, out);
            }
            InlineKind::Image { target, alt, caption } => {
                for text in [alt, caption, target] {
                    one(text, span, true, id, file, out);
                }
            }
            InlineKind::Break => {}
        }
    }
}

/// A text that stands within `span`; `coded`: entities are read there.
pub fn one(text: &mut String, span: Span, coded: bool, id: FileId, file: &File, out: &mut Diagnostics) {
    let found: Vec<(usize, char)> = all_unseen(text).collect();
    let Some((at, sign)) = found.first().copied() else { return };
    // Of several of the same sign, some may be in their place.
    let same = text.get(..at).map_or(0, |before| before.matches(sign).count());
    let source = file.text().get(span.range()).unwrap_or_default();
    let own = places(source, sign, coded).nth(same).or_else(|| places(source, sign, coded).next());
    let start = span.range().start;
    let removed: Vec<Edit> = WIDTHLESS
        .into_iter()
        .flat_map(|sign| places(source, sign, coded))
        .map(|(at, length)| Edit::new(start + at..start + at + length, ""))
        .collect();
    let all = found.iter().all(|(_, sign)| WIDTHLESS.contains(sign)) && removed.len() == found.len();
    let span = own.map_or(span, |(at, length)| Span::new(id, start + at..start + at + length));
    let told = say::unseen(span, sign, found.len() - 1, &cleaned(line_of(file.text(), span), coded));
    out.push(if all { told.mended_by(removed) } else { told });
    *text = without_unseen(text);
}

/// Where a sign stands in the file's text, and how long it is written.
fn places(source: &str, sign: char, coded: bool) -> impl Iterator<Item = (usize, usize)> + '_ {
    source.char_indices().filter_map(move |(at, c)| {
        if c == sign {
            return Some((at, c.len_utf8()));
        }
        let (read, length) = entity(source.get(at..)?).filter(|_| coded && c == '&')?;
        (read == sign).then_some((at, length))
    })
}

/// The entity at the beginning of a text, when it is one sign.
fn entity(rest: &str) -> Option<(char, usize)> {
    let length = rest.bytes().take(ENTITY).position(|b| b == b';')? + 1;
    let read = htmlize::unescape(rest.get(..length)?);
    let mut signs = read.chars();
    let sign = signs.next()?;
    signs.next().is_none().then_some((sign, length))
}

/// The line where a place begins.
fn line_of(text: &str, span: Span) -> &str {
    let at = span.range().start;
    let from = text.ceil_char_boundary(at.saturating_sub(LINE));
    let to = text.floor_char_boundary(at.saturating_add(LINE));
    let start = text.get(from..at).and_then(|before| before.rfind('\n')).map_or(from, |end| from + end + 1);
    let end = text.get(at..to).and_then(|after| after.find('\n')).map_or(to, |end| at + end);
    text.get(start..end).unwrap_or_default()
}

/// A line of the file without such signs; an entity that stands in its place stays as it is written.
fn cleaned(line: &str, coded: bool) -> String {
    let plain = without_unseen(line);
    if !coded {
        return plain;
    }
    let mut out = String::new();
    let mut rest = plain.as_str();
    while let Some(at) = rest.find('&') {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        let (sign, length) = entity(here).unwrap_or(('&', 1));
        let (written, after) = here.split_at(length);
        let around = format!(
            "{}{sign}{}",
            out.chars().next_back().unwrap_or(' '),
            after.chars().next().unwrap_or(' ')
        );
        if !all_unseen(&around).any(|(_, c)| c == sign) {
            out.push_str(written);
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::super::{parse, plain};
    use super::*;
    use crate::source::Sources;

    /// Each bad text is told once, where the sign is written; none of the good ones is told.
    #[test]
    fn signs_that_nobody_sees_are_told_once_where_they_stand() {
        let told = |text: &str| -> Vec<(&'static str, String, String)> {
            let sources = Sources::memory([("a.md", text)]);
            let (id, file) = sources.find("a.md").unwrap();
            let (_, found) = parse(id, file, 0..text.len());
            let at = |place: &crate::diag::Place| match place {
                crate::diag::Place::Span(span) => text[span.range()].to_owned(),
                _ => String::new(),
            };
            found.iter().map(|d| (d.code.id, at(&d.place), d.repair.clone())).collect()
        };
        for (text, sign, line) in [
            ("Ouvrez la mai\u{200b}rie.\n", "\u{200b}", "Ouvrez la mairie."),
            ("Un\nOuvrez la mai\u{200d}rie.\nDeux\n", "\u{200d}", "Ouvrez la mairie."),
            ("Ouvrez la mai\u{200c}rie.\n", "\u{200c}", "Ouvrez la mairie."),
            ("Ouvrez\u{2060} la mairie.\n", "\u{2060}", "Ouvrez la mairie."),
            ("Ouvrez\u{feff} la mairie.\n", "\u{feff}", "Ouvrez la mairie."),
            ("Ouvrez \u{202e}la mairie.\n", "\u{202e}", "Ouvrez la mairie."),
            ("Ouvrez \u{202a}la mairie\u{202c}.\n", "\u{202a}", "Ouvrez la mairie."),
            ("Ouvrez \u{2066}la mairie\u{2069}.\n", "\u{2066}", "Ouvrez la mairie."),
            ("Ouvrez \u{2028}la mairie.\n", "\u{2028}", "Ouvrez la mairie."),
            ("Ouvrez \u{1b}[31mla mairie.\n", "\u{1b}", "Ouvrez [31mla mairie."),
            ("Ouvrez la mai&#8203;rie.\n", "&#8203;", "Ouvrez la mairie."),
            ("Ouvrez la mai&#x200B;rie.\n", "&#x200B;", "Ouvrez la mairie."),
            ("Ouvrez la mai&ZeroWidthSpace;rie.\n", "&ZeroWidthSpace;", "Ouvrez la mairie."),
            ("Ouvrez la mai&zwj;rie.\n", "&zwj;", "Ouvrez la mairie."),
            ("Ouvrez la mai&zwnj;rie &amp; la poste.\n", "&zwnj;", "Ouvrez la mairie &amp; la poste."),
            ("Ouvrez la mai&NoBreak;rie.\n", "&NoBreak;", "Ouvrez la mairie."),
            ("Ouvrez &#8238;la mairie.\n", "&#8238;", "Ouvrez la mairie."),
            ("## La mai\u{200b}rie\n", "\u{200b}", "## La mairie"),
            ("- un\n- La **mai\u{200b}rie**\n", "\u{200b}", "- La **mairie**"),
            ("> La *mai&#8203;rie*\n", "&#8203;", "> La *mairie*"),
            ("Tapez `ab\u{200b}c`.\n", "\u{200b}", "Tapez `abc`."),
            ("[la mai\u{200b}rie](service:mairie)\n", "\u{200b}", "[la mairie](service:mairie)"),
            ("[la mairie](service:mai&#8203;rie)\n", "&#8203;", "[la mairie](service:mairie)"),
            (
                "[la mairie](service:mairie \"Ou\u{200b}vrir\")\n",
                "\u{200b}",
                "[la mairie](service:mairie \"Ouvrir\")",
            ),
            (
                "[la mairie](service:mairie \"Ou&zwj;vrir\")\n",
                "&zwj;",
                "[la mairie](service:mairie \"Ouvrir\")",
            ),
            ("![Une ma\u{200b}in](a.svg \"La main\")\n", "\u{200b}", "![Une main](a.svg \"La main\")"),
            ("![Une main](a.svg \"La ma&#8203;in\")\n", "&#8203;", "![Une main](a.svg \"La main\")"),
            ("Un 👩\u{200d}💻 à la mai\u{200d}rie\n", "\u{200d}", "Un 👩\u{200d}💻 à la mairie"),
            ("Un 👩&zwj;💻 à la mai&zwj;rie\n", "&zwj;", "Un 👩&zwj;💻 à la mairie"),
        ] {
            let found = told(text);
            assert_eq!(found.len(), 1, "{text:?}: {found:?}");
            assert_eq!(found[0].0, "E026", "{text:?}");
            assert_eq!(
                (found[0].1.as_str(), &*found[0].2),
                (sign, &*format!("Écrivez, sans lui : {line}")),
                "{text:?}"
            );
        }
        for text in [
            "12\u{202f}000 €, «\u{a0}oui\u{a0}»\n",
            "12&nbsp;000 €, inter&shy;net, &#8239;\n",
            "Un inter\u{ad}net\n",
            "Un 👩\u{200d}💻, un ❤\u{fe0f}\u{200d}🔥\n",
            "Un 👩&zwj;💻\n",
            "Madame می\u{200c}خواهم\n",
            "Monsieur \u{200f}שלום\n",
            "Tapez `&#8203;` dans la case.\n",
            "Un 👍🏽 et 1\u{fe0f}\u{20e3}\n",
            "e\u{301}te\u{301}\n",
            "&laquo; oui &raquo; &rarr; &eacute;\n",
            "Ligne\r\nautre\r\n",
            "Une&ensp;espace&thinsp;fine\n",
        ] {
            assert_eq!(told(text), [], "{text:?}");
        }
        // What is told is read without it: a title of a part stays one.
        let text = "### Ce que vous \u{200b}voyez\n";
        let sources = Sources::memory([("a.md", text)]);
        let (id, file) = sources.find("a.md").unwrap();
        let (blocks, _) = parse(id, file, 0..text.len());
        let BlockKind::Heading(heading) = &blocks[0].kind else { panic!() };
        assert_eq!(plain(&heading.text), "Ce que vous voyez");
        // Many in one text are one finding.
        let found = told("a\u{200b}b\u{200b}c\u{200b}d\n");
        assert_eq!(found.len(), 1);
    }
}
