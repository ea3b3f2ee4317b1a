//! Tags and entities of HTML in cells; « < » and « & » that people typed are none.

use std::borrow::Cow;

/// Whether cleaning takes away tags, or reads entities.
#[must_use]
pub fn has_markup(text: &str) -> bool {
    text.contains('<') && without_tags(text) != text || entities(text) != text
}

/// Entities read, those that were escaped twice too; tags stay.
#[must_use]
pub fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        match entities(&text) {
            Cow::Borrowed(_) => break,
            Cow::Owned(read) => text = read,
        }
    }
    text
}

/// Entities read once. Without its « ; » none is one: in « ?id=1&region=29 », « &reg » is no « ® ».
pub(super) fn entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') || !text.contains(';') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut read = false;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.split_once(';').filter(|(name, _)| {
            (2..=32).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
        });
        let sign = name.and_then(|(name, after)| {
            let whole = format!("&{name};");
            let sign = htmlize::unescape_attribute(&whole);
            (sign != whole).then(|| (sign.into_owned(), after))
        });
        if let Some((sign, after)) = sign {
            out.push_str(&sign);
            read = true;
            rest = after;
        } else {
            out.push('&');
            rest = after;
        }
    }
    if !read {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Where links lead, kept when their tags go: « <a href="https://www.ville.fr">site</a> », « [site](https://www.ville.fr) ».
#[must_use]
pub fn with_links(text: &str) -> String {
    let mut out = text.replace("](", " ");
    if !out.contains('<') {
        return out;
    }
    let mut links = String::new();
    let lower = out.to_ascii_lowercase();
    for (at, mark) in lower.match_indices("href=") {
        let value = out.get(at + mark.len()..).unwrap_or_default();
        let link = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.split(quote).nth(1),
            _ => value.split([' ', '>']).next(),
        };
        links.push_str(link.unwrap_or_default());
        links.push(' ');
    }
    out.insert_str(0, &links);
    out
}

/// Names of tags: « <Nom du lieu> » and « <mairie@ville.fr> » are words between signs.
const TAGS: &str = " a abbr acronym address area article aside audio b base big blockquote body br button canvas caption center cite code col colgroup dd del details dfn div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math meta nav nobr noscript object ol optgroup option p param path picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr xml o:p st1 v w ";

/// The name of the tag that begins there, after « < », in small letters.
fn tag(after: &str) -> Option<String> {
    let inside = after.strip_prefix('/').unwrap_or(after);
    if inside.starts_with("!--") || inside.starts_with("?xml") {
        return Some(String::new());
    }
    let inside = inside.strip_prefix('!').unwrap_or(inside);
    let name = inside.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).next().unwrap_or_default();
    let next = inside.get(name.len()..).and_then(|rest| rest.chars().next());
    let name = name.to_ascii_lowercase();
    let ends = next.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/'));
    // A text cut in the middle of a tag; « a<b » is none.
    let whole = after.contains('>') || after.contains('=');
    let known = TAGS.contains(&format!(" {name} ")) && !name.is_empty() || name == "doctype";
    (ends && whole && known).then_some(name)
}

/// The text without its tags.
pub(super) fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some(name) = tag(after) else {
            out.push('<');
            rest = after;
            continue;
        };
        let close = if after.starts_with("!--") { "-->" } else { ">" };
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
        // What a script or a style holds are no words either.
        if ["script", "style"].contains(&name.as_str())
            && !after.starts_with('/')
            && let Some(close) = rest.to_ascii_lowercase().find(&format!("</{name}"))
        {
            rest = rest.get(close..).unwrap_or_default();
        }
        out.push(if ["br", "p", "div", "li", "ul", "tr"].contains(&name.as_str()) { '\n' } else { ' ' });
    }
    out.push_str(rest);
    out
}

/// A « < » that is no tag, apart from the word that follows: against it, it would be read as HTML.
pub(super) fn apart(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 4);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        out.push(sign);
        let against = |next: &char| next.is_alphabetic() || matches!(next, '/' | '!' | '?');
        if sign == '<' && signs.peek().is_some_and(against) {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_ends_with_a_semicolon() {
        for (text, wanted) in [
            ("caf&eacute;", "café"),
            ("a&amp;b&#233;&#xe9;", "a&béé"),
            ("?id=1&region=29", "?id=1&region=29"),
            ("?id=1&amp;region=29", "?id=1&region=29"),
            ("?a=1&copy=2;b", "?a=1&copy=2;b"),
            ("?a=1&lt=2", "?a=1&lt=2"),
            ("?a=1&region;", "?a=1&region;"),
            ("?a=1&notit;", "?a=1&notit;"),
            ("&amp;eacute;", "é"),
            ("&amp", "&amp"),
            ("& ; &;", "& ; &;"),
            ("&&amp;&", "&&&"),
        ] {
            assert_eq!(unescaped(text), wanted, "{text}");
        }
    }

    #[test]
    fn tags_go_and_other_signs_stay() {
        for (text, wanted) in [
            ("a<b>c</b>d", "a c d"),
            ("a<br/>b", "a\nb"),
            ("a<BR>b", "a\nb"),
            ("a<!-- x > y -->b", "a b"),
            ("<!DOCTYPE html>b", " b"),
            ("a<o:p></o:p>b", "a  b"),
            ("a<img src=x", "a "),
            ("a<b", "a<b"),
            ("a <b et c", "a <b et c"),
            ("<Texte>", "<Texte>"),
            ("< b >", "< b >"),
            ("<mairie@ville.fr>", "<mairie@ville.fr>"),
        ] {
            assert_eq!(without_tags(text), wanted, "{text}");
        }
    }

    #[test]
    fn links_are_kept_with_where_they_lead() {
        for text in [
            "<a href=\"https://www.ville.fr\">site</a>",
            "<a class='x' href='https://www.ville.fr'>site</a>",
            "<A HREF=https://www.ville.fr>site</A>",
            "[site](https://www.ville.fr)",
        ] {
            assert!(with_links(text).contains("https://www.ville.fr"), "{text}");
        }
        assert_eq!(with_links("https://www.ville.fr"), "https://www.ville.fr");
    }
}
