//! Drawings that a page does not use are left out: twenty stand at the end of every page, and it shows seven.
//!
//! A `<symbol>` stays when the page says `#` and its id. What people write is escaped, so that no text of theirs is taken for one.

use memchr::memmem;
use std::collections::BTreeSet;

const OPEN: &[u8] = b"<symbol ";
const CLOSE: &[u8] = b"</symbol>";

/// The page without the symbols that nothing in it uses.
#[must_use]
pub fn without_unused(page: Vec<u8>) -> Vec<u8> {
    if memmem::find(&page, OPEN).is_none() {
        return page;
    }
    let used: BTreeSet<&[u8]> =
        memmem::find_iter(&page, b"href").filter_map(|at| used(&page[at + 4..])).collect();
    let mut out = Vec::with_capacity(page.len());
    let mut from = 0;
    for at in memmem::find_iter(&page, OPEN) {
        let Some(end) = memmem::find(&page[at..], CLOSE).map(|end| at + end + CLOSE.len()) else { break };
        if id(&page[at..end]).is_some_and(|id| !used.contains(id)) {
            out.extend_from_slice(&page[from..at]);
            from = end;
        }
    }
    out.extend_from_slice(&page[from..]);
    out
}

/// What a reference within the page names, from what stands after `href`: `="#signe-oui"`.
fn used(rest: &[u8]) -> Option<&[u8]> {
    let rest = rest.strip_prefix(b"=")?;
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    Some(word(rest.strip_prefix(b"#")?))
}

/// The id of a symbol.
fn id(symbol: &[u8]) -> Option<&[u8]> {
    let tag = &symbol[..memchr::memchr(b'>', symbol)?];
    let rest = &tag[memmem::find(tag, b" id=")? + 4..];
    Some(word(rest.strip_prefix(b"\"").unwrap_or(rest)))
}

fn word(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| byte.is_ascii_whitespace() || b"\"'<>/".contains(byte));
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::without_unused;

    #[track_caller]
    fn becomes(page: &str, left: &str) {
        assert_eq!(String::from_utf8(without_unused(page.as_bytes().to_vec())).unwrap(), left);
    }

    #[test]
    fn what_the_page_shows_stays_quoted_or_not() {
        becomes(
            "<use href=#a></use><svg><symbol id=a viewbox=x><path/></symbol><symbol id=b><path/></symbol></svg>",
            "<use href=#a></use><svg><symbol id=a viewbox=x><path/></symbol></svg>",
        );
        becomes(
            "<use href=\"#a-b\"/><symbol id=\"a\">1</symbol> <symbol class=\"x\" id=\"a-b\">2</symbol>",
            "<use href=\"#a-b\"/> <symbol class=\"x\" id=\"a-b\">2</symbol>",
        );
    }

    #[test]
    fn what_is_no_symbol_is_left_alone() {
        for page in
            ["<p>&lt;symbol id=a></p>", "<symbol viewbox=x>no name</symbol>", "<symbol id=a>never closed"]
        {
            becomes(page, page);
        }
    }
}
