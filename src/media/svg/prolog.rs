//! What stands before the drawing: its declaration, its document type, instructions.

use super::{DrawingFault, PlacedFault, Unsafe, Unseen};

/// What is wrong before the first element.
pub(super) fn faults(text: &str) -> Vec<PlacedFault> {
    let mut out = Vec::new();
    let prolog = Prolog { text, at: 0 };
    for (line, part) in prolog {
        if let Some(rest) = part.strip_prefix("<?xml").filter(|rest| rest.starts_with(char::is_whitespace)) {
            let encoding = value(rest, "encoding");
            let known = |name: &str| {
                ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|k| name.eq_ignore_ascii_case(k))
            };
            // Letters without accents are the same bytes in all of these.
            let same = |name: &str| {
                text.is_ascii()
                    && ["iso-8859-1", "iso-8859-15", "latin1", "windows-1252"]
                        .iter()
                        .any(|k| name.eq_ignore_ascii_case(k))
            };
            if let Some(name) = encoding.filter(|name| !known(name) && !same(name)) {
                out.push(PlacedFault {
                    line,
                    fault: DrawingFault::Unseen(Unseen::Encoding(name.to_owned())),
                });
            }
        } else if part.starts_with("<!") && outside_quotes(part).any(|(_, sign)| sign == '[') {
            out.push(PlacedFault { line, fault: DrawingFault::Unsafe(Unsafe::Entities) });
        }
    }
    out
}

/// `encoding="…"` in a declaration.
fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let after = text.split_once(key)?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| ['"', '\''].contains(c))?;
    after.get(1..)?.split(quote).next()
}

/// Declarations, comments and instructions, until the first element.
struct Prolog<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Prolog<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.get(self.at..)?;
            let start = self.at + (rest.len() - rest.trim_start().len());
            let rest = rest.trim_start();
            let end = if rest.starts_with("<!--") {
                rest.find("-->")? + 3
            } else if rest.starts_with("<?") {
                rest.find("?>")? + 2
            } else if rest.starts_with("<!") {
                doctype_end(rest)?
            } else {
                return None;
            };
            self.at = start + end;
            let part = rest.get(..end)?;
            if !part.starts_with("<!--") {
                let line = self.text.get(..start)?.bytes().filter(|byte| *byte == b'\n').count() + 1;
                return Some((line, part));
            }
        }
    }
}

/// Where a document type ends: at « > »; one that declares something is refused whole, so its end does not matter.
fn doctype_end(text: &str) -> Option<usize> {
    outside_quotes(text).find_map(|(at, sign)| match sign {
        '[' => Some(text.len()),
        '>' => Some(at + 1),
        _ => None,
    })
}

/// The signs of a text that stand in no quotation marks.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    text.char_indices().filter(move |(_, sign)| match quote {
        Some(open) => {
            if *sign == open {
                quote = None;
            }
            false
        }
        None if ['"', '\''].contains(sign) => {
            quote = Some(*sign);
            false
        }
        None => true,
    })
}
