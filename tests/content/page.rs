//! Just enough of HTML to compare two pages: elements with their attributes, and the lines that a reader sees.

use std::collections::BTreeMap;

/// An element's opening tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

/// A page taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub elements: Vec<Element>,
    /// The text, one line a block, runs of white space made one space.
    pub lines: Vec<String>,
    /// The contents of `<style>` and `<script>`.
    pub raw: Vec<String>,
}

/// Elements in the midst of a line; all others end it.
const INLINE: [&str; 8] = ["a", "abbr", "code", "em", "small", "span", "strong", "b"];

impl Page {
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut line = String::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            line.push_str(&rest[..at]);
            let tag = &rest[at..];
            // As browsers do: `<` opens a tag before a letter, a slash or a mark only.
            if !tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
                line.push('<');
                rest = &tag[1..];
                continue;
            }
            if let Some(comment) = tag.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let (name, attributes, after) = open_tag(tag);
            rest = after;
            let closing = name.starts_with('/');
            if !INLINE.contains(&name.trim_start_matches('/')) {
                page.end_line(&mut line);
            }
            if ["style", "script"].contains(&name.as_str()) {
                let (raw, after) = rest.split_once(&format!("</{name}>")).unwrap_or((rest, ""));
                // One that names a file holds nothing.
                if !attributes.contains_key("src") {
                    page.raw.push(raw.to_owned());
                }
                rest = after;
            }
            if !closing {
                page.elements.push(Element { name, attributes });
            }
        }
        line.push_str(rest);
        page.end_line(&mut line);
        page
    }

    fn end_line(&mut self, line: &mut String) {
        // White space as HTML sees it: no-break spaces are letters.
        let words: Vec<&str> = line.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()).collect();
        if !words.is_empty() {
            self.lines.push(decode(&words.join(" ")));
        }
        line.clear();
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// A tag's name (`/p` for a closing one), its attributes, and what comes after it.
fn open_tag(tag: &str) -> (String, BTreeMap<String, String>, &str) {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(tag.len());
    let name = tag[1..end].to_ascii_lowercase();
    let mut attributes = BTreeMap::new();
    let mut rest = tag[end..].trim_start();
    while !rest.is_empty() && !rest.starts_with('>') {
        // The slash of `<path …/>` says nothing in HTML; an unquoted value before it is never written by us.
        if let Some(after) = rest.strip_prefix('/') {
            rest = after.trim_start();
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        let key = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| ['"', '\''].contains(c));
            let (inside, left) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(
                    after.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(after.len()),
                ),
            };
            value = inside;
            rest = left.trim_start();
        }
        assert!(attributes.insert(key.clone(), decode(value)).is_none(), "{key} twice in {tag:.80}");
    }
    (name.trim_end_matches('/').to_owned(), attributes, rest.strip_prefix('>').unwrap_or(""))
}

/// Character references undone, with or without their semicolon.
pub fn decode(text: &str) -> String {
    const NAMED: [(&str, char); 6] =
        [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}')];
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let named = NAMED.iter().find(|(name, _)| after.to_ascii_lowercase().starts_with(name));
        let (c, left) =
            if let Some((name, c)) = named { (Some(*c), &after[name.len()..]) } else { number(after) };
        out.push(c.unwrap_or('&'));
        rest = if c.is_some() { left.strip_prefix(';').unwrap_or(left) } else { after };
    }
    out + rest
}

fn number(after: &str) -> (Option<char>, &str) {
    let Some(digits) = after.strip_prefix('#') else { return (None, after) };
    let (digits, radix) = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => (hexadecimal, 16),
        None => (digits, 10),
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let c = u32::from_str_radix(&digits[..end], radix).ok().and_then(char::from_u32);
    (c, &digits[end..])
}

#[test]
fn a_page_is_taken_apart() {
    let page = Page::read(
        "<ul class=menu><li><a href='a?x&amp;y' hidden>un&lt;</a> deux<p>t\u{a0}r\n <b>s</b></ul>",
    );
    assert_eq!(page.lines, ["un< deux", "t\u{a0}r s"]);
    assert_eq!(
        page.elements.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(),
        ["ul", "li", "a", "p", "b"]
    );
    assert_eq!(page.elements[2].attributes["href"], "a?x&y");
    assert_eq!(page.elements[2].attributes["hidden"], "");
    assert_eq!(Page::read("<svg><path d=\"M0\"/></svg><br/>a").elements[1].attributes.len(), 1);
    assert_eq!(Page::read("<p>1 < 2</p>").lines, ["1 < 2"]);
    assert_ne!(Page::read("<p><a>1</a> <a>2</a>").lines, Page::read("<p><a>1</a><a>2</a>").lines);
}
