//! Marks that stayed in the words: readers would see them.
//!
//! What its author escaped (`\*`, `&lt;`) is meant to be seen: a mark counts only when the file has it as it shows.

use super::links::is_target;
use super::{Block, BlockKind, Inline, InlineKind};
use crate::diag::Diagnostics;
use crate::diag::catalogue::markdown as bold;
use crate::diag::catalogue::marks::{self as say, Left};
use crate::source::{File, FileId, Span};

/// Names of letters and signs that people copy from pages, without their `;`.
const NAMES: [(&str, &str); 22] = [
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("agrave", "à"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ocirc", "ô"),
    ("ugrave", "ù"),
    ("ucirc", "û"),
    ("oelig", "œ"),
    ("nbsp", " "),
    ("amp", "&"),
    ("quot", "\""),
    ("laquo", "«"),
    ("raquo", "»"),
    ("rsquo", "’"),
    ("hellip", "…"),
    ("euro", "€"),
    ("apos", "’"),
];

/// Where a text stands in its tree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Heading,
    Paragraph,
}

/// Says each mark once, at its own line.
pub fn tell(blocks: &[Block], id: FileId, file: &File, out: &mut Diagnostics) {
    let mut reader = Reader { id, file, out };
    for block in blocks {
        reader.block(block);
    }
}

struct Reader<'a> {
    id: FileId,
    file: &'a File,
    out: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(heading) => self.line(&heading.text, Place::Heading),
            BlockKind::Paragraph(line) => {
                self.table(block.span);
                self.line(line, Place::Paragraph);
            }
            BlockKind::List { items, .. } => items.iter().flatten().for_each(|block| self.block(block)),
            BlockKind::Quote(blocks) => blocks.iter().for_each(|block| self.block(block)),
        }
    }

    fn line(&mut self, line: &[Inline], place: Place) {
        for (at, inline) in line.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.span, place, at == 0, at + 1 == line.len()),
                InlineKind::Strong(inner)
                | InlineKind::Emphasis(inner)
                | InlineKind::Link { text: inner, .. } => self.line(inner, place),
                InlineKind::Code(_) | InlineKind::Break | InlineKind::Image { .. } => {}
            }
        }
    }

    /// A text, or what the file has there: empty when it was changed.
    fn source(&self, span: Span) -> &str {
        self.file.text().get(span.range()).unwrap_or_default()
    }

    /// The place of a mark; `None` when the file has it otherwise: escaped, or as an entity.
    fn find(&self, span: Span, mark: &str) -> Option<Span> {
        let source = self.source(span);
        let escaped = |at: usize| source.get(..at).is_some_and(|before| before.ends_with('\\'));
        let (at, _) = source.match_indices(mark).find(|(at, _)| !escaped(*at))?;
        let start = span.range().start + at;
        Some(Span::new(self.id, start..start + mark.len()))
    }

    fn text(&mut self, text: &str, span: Span, place: Place, first: bool, last: bool) {
        if text.contains("**")
            && let Some(span) = self.find(span, "**")
        {
            let line = self.line_of(span);
            self.out.push(bold::stray_marks(span, super::stars::repaired(&line).as_deref()));
        }
        for (mark, what) in marks(text, place, first, last) {
            // An entity that was escaped twice is none of its author's words.
            let twice = format!("&amp;{}", mark.trim_start_matches('&'));
            let found = self.find(span, &mark).or_else(|| match &what {
                Left::Entity(_) => self.find(span, &twice),
                _ => None,
            });
            if let Some(span) = found {
                self.out.push(say::left(span, mark.trim(), &what));
            }
        }
        if let Some(mark) = ["![", "]("].into_iter().find(|mark| text.contains(mark))
            && let Some(span) = self.find(span, mark)
        {
            let line = self.line_of(span);
            self.out.push(say::broken_link(span, line.trim()));
        }
        let words = text.split(|c: char| c.is_whitespace() || "«»()[]{}<>,;!?".contains(c));
        for word in words.map(|word| word.trim_end_matches(['.', ':'])) {
            let ours =
                ["guide:", "service:", "produit:", "mot:", "besoin:", "cas:", "commune:", "mailto:", "tel:"];
            if ours.iter().any(|scheme| word.starts_with(scheme))
                && is_target(word)
                && let Some(span) = self.find(span, word)
            {
                self.out.push(say::bare_target(span, word));
                break;
            }
        }
    }

    /// The line of the file where a place begins.
    fn line_of(&self, span: Span) -> String {
        let text = self.file.text();
        let at = span.range().start;
        // A line as long as a file is no line to be shown again.
        let from = text.ceil_char_boundary(at.saturating_sub(1000));
        let before = text.get(from..at).unwrap_or_default();
        let after = text.get(at..text.floor_char_boundary(at.saturating_add(1000))).unwrap_or_default();
        let start = before.rsplit('\n').next().unwrap_or_default();
        format!("{start}{}", after.split('\n').next().unwrap_or_default())
    }

    /// Lines of cells that are no table: the line of hyphens below the first is not there.
    fn table(&mut self, span: Span) {
        let source = self.source(span);
        let cells = |line: &str| {
            let line = line.trim();
            let inside = line.trim_matches('|');
            line.len() > 2 && line.starts_with('|') && (line.ends_with('|') || inside.contains(" | "))
        };
        let loose = |line: &str| line.contains(" | ");
        let lines: Vec<&str> = source.lines().collect();
        let found = lines.iter().position(|line| cells(line)).or_else(|| {
            let pair = lines.windows(2).position(|pair| pair.iter().all(|line| loose(line)))?;
            Some(pair)
        });
        let Some(found) = found else { return };
        let before: usize = lines.iter().take(found).map(|line| line.len() + 1).sum();
        let start = span.range().start + before;
        let line = lines.get(found).copied().unwrap_or_default();
        let span = Span::new(self.id, start..start + line.len());
        self.out.push(say::left(span, line.trim(), &Left::Table));
    }
}

/// What stays of other programs in a text, each kind once, as it is written there.
fn marks(text: &str, place: Place, first: bool, last: bool) -> Vec<(String, Left)> {
    let mut out = Vec::new();
    let mut add = |mark: Option<String>, what: Left| out.extend(mark.map(|mark| (mark, what)));
    add(pair(text, "~~"), Left::Struck);
    add(pair(text, "=="), Left::Highlight);
    add(pair(text, "++"), Left::Underlined);
    add(after(text, "[^").filter(|mark| mark.ends_with(']')), Left::Footnote);
    let task = ["[ ]", "[x]", "[X]", "[\u{a0}]", "[]"].into_iter().find(|mark| text.starts_with(mark));
    add(task.filter(|_| first).map(str::to_owned), Left::Task);
    add(after(text, "[!").filter(|mark| is_capitals(mark)), Left::Alert);
    add(
        ["{{", "{%", "}}", "%}"].into_iter().find(|mark| text.contains(mark)).map(str::to_owned),
        Left::Template,
    );
    add(text.contains(":::").then(|| ":::".to_owned()), Left::Fence);
    add(emoji(text), Left::Emoji);
    for (mark, sign) in entities(text) {
        add(Some(mark), Left::Entity(sign));
    }
    add((last && text.ends_with('\\')).then(|| "\\".to_owned()), Left::Backslash);
    add(text.contains('`').then(|| "`".to_owned()), Left::Backtick);
    let brace = text.find('{').and_then(|at| text.get(at..)).filter(|rest| !rest.starts_with("{lib"));
    add(brace.filter(|_| place == Place::Heading).map(str::to_owned), Left::Brace);
    add((place == Place::Heading && last && text.ends_with('#')).then(|| "#".to_owned()), Left::Hashes);
    add((first && text.starts_with("#######")).then(|| "#######".to_owned()), Left::Hashes);
    add(exponent(text), Left::Exponent);
    add(text.contains("[TOC]").then(|| "[TOC]".to_owned()), Left::Contents);
    add(loose(text, '*'), Left::Stars);
    add(loose(text, '_'), Left::Stars);
    add(under(text), Left::Stars);
    out
}

/// `~~mot~~`: two marks with words between, and no third sign of the same beside them.
fn pair(text: &str, mark: &str) -> Option<String> {
    let sign = mark.chars().next()?;
    let (before, rest) = text.split_once(mark)?;
    let (inside, after) = rest.split_once(mark)?;
    let words = |c: char| !c.is_whitespace() && c != sign;
    let good = inside.starts_with(words)
        && inside.ends_with(words)
        && !before.ends_with(|c: char| c.is_alphanumeric() || c == sign)
        && !after.starts_with(sign);
    good.then(|| format!("{mark}{inside}{mark}"))
}

/// A mark and what follows it, to the next bracket.
fn after(text: &str, mark: &str) -> Option<String> {
    let (_, rest) = text.split_once(mark)?;
    let (inside, _) = rest.split_once(']')?;
    let short = inside.chars().count() <= 20 && !inside.is_empty() && !inside.contains(char::is_whitespace);
    short.then(|| format!("{mark}{inside}]"))
}

fn is_capitals(mark: &str) -> bool {
    mark.trim_matches(['[', ']', '!']).chars().all(char::is_uppercase)
}

/// `:warning:`
fn emoji(text: &str) -> Option<String> {
    let is_name = |part: &str| {
        part.len() > 2
            && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            && part.contains(|c| c != '_')
    };
    let mut parts = text.split(':').peekable();
    let mut before = parts.next()?;
    while let Some(part) = parts.next() {
        let after = *parts.peek()?;
        let alone = !before.ends_with(char::is_alphanumeric)
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        if is_name(part) && alone {
            return Some(format!(":{part}:"));
        }
        before = part;
    }
    None
}

/// `&eacute;`, `&eacute`, `&#233;` left as they are written, each with its sign.
fn entities(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for part in text.split('&').skip(1) {
        let after = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
        let name = part.strip_suffix(after).unwrap_or_default();
        // A letter may stand within a word: « L’&eacutecran ».
        let known = NAMES.iter().find(|(known, _)| *known == name.to_ascii_lowercase()).or_else(|| {
            let letter = |sign: &str| sign.chars().all(char::is_alphabetic);
            NAMES.iter().find(|(known, sign)| letter(sign) && name.to_ascii_lowercase().starts_with(known))
        });
        let name = known.and_then(|(known, _)| name.get(..known.len())).unwrap_or(name);
        let closed = after.starts_with(';');
        let bare = name.trim_start_matches('#');
        let coded = name.starts_with('#')
            && bare.len() > 1
            && bare.trim_start_matches(['x', 'X']).bytes().all(|b| b.is_ascii_hexdigit());
        let named = !name.starts_with('#') && name.len() > 2;
        if closed && (named || coded) || known.is_some() {
            let sign = known.map_or(String::new(), |(_, sign)| (*sign).to_owned());
            out.push((format!("&{name}{}", if closed { ";" } else { "" }), sign));
        }
    }
    out.truncate(1);
    out
}

/// `1^er^`
fn exponent(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('^')?;
    let (inside, _) = rest.split_once('^')?;
    let good = (1..=4).contains(&inside.chars().count()) && inside.chars().all(char::is_alphanumeric);
    (good && before.ends_with(char::is_alphanumeric)).then(|| format!("^{inside}^"))
}

/// `* mot*`, `*mot *`: a mark that touches a word on one side, and its pair that touches none. « 5 * 3 », « nom* » stay.
fn loose(text: &str, mark: char) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    let mut before: Option<(usize, bool, bool)> = None;
    for (index, c) in chars.iter().enumerate() {
        let (left, right) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        if *c != mark || left == Some(mark) || right == Some(mark) {
            continue;
        }
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || "«»“”’".contains(c));
        let here = (index, word(left), word(right));
        if let Some((first, left_before, right_before)) = before {
            let opens = !left_before && right_before && !here.1 && !here.2;
            let closes = !left_before && !right_before && here.1 && !here.2;
            if opens || closes {
                return chars.get(first..=index).map(|found| found.iter().collect());
            }
        }
        before = Some(here);
    }
    None
}

/// `__mot __`: two underscores that touch one word; more are a line to fill in.
fn under(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("__")?;
    let more = before.ends_with('_') || rest.starts_with('_');
    let inside = before.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let touches = before.ends_with(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric);
    (!more && !inside && touches).then(|| "__".to_owned())
}
