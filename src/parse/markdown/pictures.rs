//! A line that was meant for a picture: what is wrong with it, and how it should be written.

use super::line::is_hard;
use crate::diag::catalogue::marks::PictureSlip as Why;
use crate::source::{is_film, is_picture};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Quotation marks that people put around a caption, each with those that close it.
const QUOTES: [(&str, &str); 8] = [
    ("&quot;", "\""),
    ("\"", "\"”“»"),
    ("“", "”“\"»"),
    ("”", "”“\""),
    ("„", "“”\""),
    ("«", "»\"”"),
    ("''", "'"),
    ("´´", "´"),
];

/// Bytes of a line that shows a picture, at most.
const LONGEST: usize = 2000;

/// What is wrong with a line that shows a picture, and the line as it should be; `None` when Markdown reads it, or when
/// it is something else. `more`: words follow on the next line, which may close what is open here.
pub fn meant(line: &str, more: bool) -> Option<(Why, String)> {
    read_or_meant(line, more)
        .or_else(|| salvaged(line).filter(|_| !more || line.trim_end().ends_with([')', '"', ']'])))
}

fn read_or_meant(line: &str, more: bool) -> Option<(Why, String)> {
    if let Some(good) = without_size(line) {
        return Some((Why::Size, good));
    }
    let rest = line.strip_prefix('\\').unwrap_or(line);
    let marked = rest.strip_prefix(['!', '！']);
    let rest = marked.unwrap_or(rest).trim_start_matches(is_space);
    if line.len() > LONGEST || !rest.starts_with(['[', '(', '［']) || is_read(line) {
        return None;
    }
    let parts = parts(rest)?;
    if !parts.closed && more {
        return None;
    }
    // Without `!`, a picture stands alone on its line; with words around it is a link.
    if marked.is_none() && !parts.tail.is_empty() {
        return None;
    }
    let (name, caption) = name_and_caption(parts.inside);
    // A caption in brackets of its own.
    let mut tail = parts.tail.trim_matches(is_space);
    let inner = tail.trim_matches(['[', ']', '(', ')']);
    if inner.len() + 2 == tail.len() && inner.starts_with(['"', '“', '«']) {
        tail = inner;
    }
    let caption = match caption {
        None if !tail.is_empty() => {
            let (before, caption) = name_and_caption(tail);
            if before.is_empty() && caption.is_some() {
                tail = "";
            }
            caption
        }
        caption => caption,
    };
    let name = name.trim_start_matches('<').trim_end_matches('>').trim_matches(is_space);
    if name.is_empty() || name.starts_with('(') && !name.contains(')') || !(is_picture(name) || is_film(name))
    {
        return None;
    }
    let shown = if name.contains([' ', '(', ')']) || name.contains(is_hard) {
        format!("<{name}>")
    } else {
        name.to_owned()
    };
    let alt = parts.alt.trim_matches(is_space);
    let caption = caption.map(|caption| format!(" \"{}\"", french_quotes(&caption))).unwrap_or_default();
    let tail = if tail.is_empty() { String::new() } else { format!(" {tail}") };
    let good = format!("![{alt}]({shown}{caption}){tail}");
    let why = match () {
        () if marked.is_none() => Why::NoMark,
        () if line.starts_with('\\') => Why::Escaped,
        () if parts.reversed => Why::Reversed,
        () if parts.spaced || !marked.unwrap_or_default().starts_with(['[', '(', '［']) => Why::Spaced,
        () if !parts.closed => Why::Open,
        () if shown != name && !parts.inside.trim_start().starts_with('<') => Why::Name,
        () => Why::Quotes,
    };
    (good != line).then_some((why, good))
}

fn is_space(c: char) -> bool {
    is_hard(c) || matches!(c, ' ' | '\t')
}

/// Whether Markdown sees a picture in the line, whole: with no quotation mark in its name, and no caption beside it.
fn is_read(line: &str) -> bool {
    let mut found = false;
    for event in Parser::new(line) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                // « <a|b.svg> » is a name, « a.svg|La légende » is not.
                let named = is_picture(&dest_url) || is_film(&dest_url);
                found |= named || !dest_url.contains(['"', '“', '”', '«', '»', ',', '|']);
            }
            // A caption that is left outside.
            Event::Text(text)
                if found && text.trim_start_matches([' ', '(', '[']).starts_with(['"', '“', '«']) =>
            {
                return false;
            }
            _ => {}
        }
    }
    found
}

struct PictureParts<'t> {
    alt: &'t str,
    inside: &'t str,
    tail: &'t str,
    reversed: bool,
    /// A space or a colon stands between the two.
    spaced: bool,
    closed: bool,
}

/// `[alt] (name "caption") tail`, in all the ways that people write it.
fn parts(rest: &str) -> Option<PictureParts<'_>> {
    if let Some(inner) = rest.strip_prefix("[[") {
        // As wikis do: the name, then what is shown.
        let (inner, tail) = inner.split_once("]]")?;
        let (name, alt) = inner.split_once('|').unwrap_or((inner, "description"));
        let size = alt.bytes().all(|b| b.is_ascii_digit() || b == b'x');
        let alt = if size { "description" } else { alt };
        return Some(PictureParts { alt, inside: name, tail, reversed: true, spaced: false, closed: true });
    }
    let open = rest.chars().next()?;
    let (close, opens): (&[char], [char; 3]) = match open {
        '(' => (&[')'], ['[', '<', '{']),
        _ => (&[']', '］'], ['(', '（', '{']),
    };
    let body = rest.strip_prefix(open)?;
    // The bracket that is followed by the other pair.
    let (mut from, mut found) = (0, None);
    while let Some(at) = body.get(from..)?.find(close) {
        let here = from + at;
        let after = body.get(here..)?.strip_prefix(close)?;
        let between = after.trim_start_matches(|c| is_space(c) || c == ':');
        if between.starts_with(opens) {
            found = Some((body.get(..here)?, between, between.len() != after.len()));
            break;
        }
        from = body.len() - after.len();
    }
    let (alt, second, spaced) = found?;
    let second = second.strip_prefix(opens)?;
    let ends: &[char] = if open == '(' { &[']', '>', '}'] } else { &[')', '）', '}'] };
    let (inside, tail, closed) = match second.rsplit_once(ends) {
        Some((inside, tail)) => (inside, tail, true),
        None => (second, "", false),
    };
    Some(PictureParts { alt, inside, tail, reversed: open == '(', spaced, closed })
}

/// `a.png "Légende"`: the name, and the caption when there is one.
fn name_and_caption(inside: &str) -> (&str, Option<String>) {
    let first = QUOTES
        .iter()
        .filter_map(|(open, close)| inside.find(open).map(|at| (at, *open, *close)))
        .min_by_key(|(at, open, _)| (*at, std::cmp::Reverse(open.len())));
    let trim = |name: &'_ str| {
        name.len() - name.trim_end_matches(|c| is_space(c) || matches!(c, ',' | ';' | '|')).len()
    };
    if let Some((at, open, close)) = first {
        let (name, rest) = inside.split_at_checked(at).unwrap_or((inside, ""));
        let caption = rest.strip_prefix(open).unwrap_or(rest).replace("&quot;", "\"");
        let caption = caption.trim_start_matches('"');
        let caption =
            caption.trim_matches(is_space).trim_end_matches(|c| close.contains(c)).trim_matches(is_space);
        let cut = trim(name);
        return (
            name.get(..name.len() - cut).unwrap_or(name).trim_matches(is_space),
            Some(caption.to_owned()),
        );
    }
    // A single mark opens a caption after a space only: names have apostrophes.
    for open in [" '", " ‘", " ’", "\u{a0}'", " ("] {
        if let Some((name, caption)) = inside.split_once(open) {
            let name = name.trim_matches(is_space);
            if is_picture(name) || is_film(name) {
                let caption = caption.trim_end_matches([' ', '\'', '’', '‘', ')']);
                return (name, Some(caption.to_owned()));
            }
        }
    }
    // No mark at all: the name ends with its extension.
    let mut at = 0;
    for word in inside.split_inclusive(is_space) {
        at += word.len();
        let (name, rest) = inside.split_at_checked(at).unwrap_or((inside, ""));
        let name = name
            .trim_end_matches(|c| is_space(c) || matches!(c, ',' | ';' | '|'))
            .trim_start_matches(is_space);
        if (is_picture(name) || is_film(name))
            && name.contains('.')
            && !rest.trim_matches(is_space).is_empty()
        {
            let caption = rest.trim_matches(|c| is_space(c) || matches!(c, '|' | ',' | '"'));
            return (name, Some(caption.to_owned()));
        }
    }
    (inside.trim_matches(is_space), None)
}

/// The picture that stands alone in a list, a quotation, a link or bold words, where no étape looks for one. `line` is
/// whole, with what stands before its words.
pub fn wrapped(line: &str) -> Option<String> {
    if line.len() > LONGEST || !line.contains("![") || line.trim_start().starts_with("![") {
        return None;
    }
    let mut found = None;
    let mut inside = false;
    for (event, place) in Parser::new(line).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if found.is_none() => {
                (is_picture(&dest_url) || is_film(&dest_url)).then_some(())?;
                found = line.get(place);
                inside = true;
            }
            Event::End(TagEnd::Image) => inside = false,
            Event::Text(text) if inside || text.trim().is_empty() => {}
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::BlockQuote(_)
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Heading { .. }
                | Tag::Link { .. },
            )
            | Event::End(_) => {}
            _ if inside => {}
            _ => return None,
        }
    }
    found.map(str::to_owned)
}

/// `![Une fenêtre|300](…)`, `(a.png =300x200 "…")`, `(a.png|300 "…")`: the line without the size, when it is a picture then.
fn without_size(line: &str) -> Option<String> {
    let is_size = |text: &str| {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = digits.strip_prefix('x').unwrap_or(digits);
        !text.is_empty()
            && text != "x"
            && rest.trim_end_matches("px").bytes().all(|b| b.is_ascii_digit() || b == b'%')
    };
    let cut = |from: usize, to: usize| {
        let good = format!("{}{}", line.get(..from)?, line.get(to..)?);
        (line.starts_with("![") && is_read(&good)).then_some(good)
    };
    for (at, sign) in line.match_indices(['|', '=']) {
        let rest = line.get(at + sign.len()..)?;
        let end = rest.find(|c: char| c.is_whitespace() || "]\")".contains(c)).unwrap_or(rest.len());
        if !is_size(rest.get(..end)?) {
            continue;
        }
        let before = line.get(..at)?;
        if sign == "|" && !before.contains("](") && !line.get(at + sign.len() + end..)?.starts_with(']') {
            continue;
        }
        // Within a caption it is words.
        if before.split_once("](").is_some_and(|(_, target)| !target.matches('"').count().is_multiple_of(2)) {
            continue;
        }
        let spaces = before.len() - before.trim_end().len();
        if sign == "=" && spaces == 0 {
            continue;
        }
        let (from, to) = (at - spaces, at + sign.len() + end);
        if let Some(good) = cut(from, to) {
            return Some(good);
        }
    }
    None
}

/// A line that begins as a picture, names one, and has its brackets anywhere: `![Une fenêtre(a.png "La légende")`.
fn salvaged(line: &str) -> Option<(Why, String)> {
    let rest = line.strip_prefix('\\').unwrap_or(line);
    let rest = rest.strip_prefix(['!', '！'])?;
    if line.len() > LONGEST
        || is_read(line)
        || !(rest.starts_with(['[', '(', '{', '［', '<'])
            || rest.starts_with(char::is_alphabetic) && rest.contains(['(', '[']))
    {
        return None;
    }
    let bracket = |c: char| "[](){}<>［］（）|".contains(c);
    let mut at = 0;
    for word in rest.split_inclusive(|c: char| bracket(c) || is_space(c) || "\"“«".contains(c)) {
        let begin = at;
        at += word.len();
        let name = word.trim_end_matches(|c: char| bracket(c) || is_space(c) || "\"“«,;:".contains(c));
        let picture = (is_picture(name) || is_film(name)) && name.contains('.') && !name.starts_with('.');
        if !picture {
            continue;
        }
        let words: String = rest.get(..begin)?.chars().map(|c| if bracket(c) { ' ' } else { c }).collect();
        let alt = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let alt = alt.trim_end_matches([' ', ':', '=']);
        let after = rest.get(begin + name.len()..)?;
        let open = after.find(['"', '“', '«', '”']);
        let caption = open.and_then(|open| after.get(open..)).map(|caption| {
            let edge = |c: char| bracket(c) || is_space(c) || "\"“”«»".contains(c);
            caption.trim_matches(edge).to_owned()
        });
        let caption = caption.filter(|caption| !caption.is_empty());
        let caption = caption.map(|caption| format!(" \"{}\"", french_quotes(&caption))).unwrap_or_default();
        let alt = if alt.is_empty() { "description" } else { alt };
        let good = format!("![{alt}]({name}{caption})");
        return is_read(&good).then_some((Why::Broken, good));
    }
    None
}

/// Straight quotation marks inside a caption would end it.
fn french_quotes(caption: &str) -> String {
    let mut out = String::new();
    let mut open = false;
    for c in caption.trim_end_matches('\\').chars() {
        match c {
            '"' if open => out.push_str(" »"),
            '"' => out.push_str("« "),
            other => out.push(other),
        }
        open ^= c == '"';
    }
    out
}
