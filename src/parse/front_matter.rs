//! A guide's two halves: YAML between two lines `---`, then Markdown.

use crate::source::File;
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

#[cfg(test)]
mod tests {
    use super::*;
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
