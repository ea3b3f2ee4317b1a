//! Signs that no typeface of paper has, told where they are written.

use super::Renderer;
use crate::diag::Diagnostics;
use crate::diag::catalogue::paper as say;
use crate::print::has_sign;
use crate::source::{Content, File, FileId, Span, extension};
use crate::view;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

impl Renderer {
    /// The signs of texts and drawings that go on paper and that no typeface has; once a file and a sign.
    #[must_use]
    pub fn signs(&self) -> Diagnostics {
        let mut out = Diagnostics::default();
        if !self.site.settings.paper {
            return out;
        }
        self.signs_of_drawings(&mut out);
        let texts: Vec<(FileId, &File)> = self
            .sources
            .iter()
            .filter(|(_, file)| matches!(file.content, Content::Text(_)) && may_be_printed(&file.path))
            .collect();
        let used = |text: &str| {
            let plain = text.chars().filter(|sign| !sign.is_ascii());
            plain.chain(escapes(text).map(|(_, sign)| sign)).collect::<BTreeSet<char>>()
        };
        let signs = texts.par_iter().map(|(_, file)| used(file.text())).reduce(BTreeSet::new, |mut a, b| {
            a.extend(b);
            a
        });
        let missing: BTreeSet<char> = signs.into_iter().filter(|sign| !has_sign(*sign)).collect();
        if missing.is_empty() {
            return out;
        }
        let printed = self.printed(&missing);
        for (id, file) in texts {
            for sign in &printed {
                let escaped = || escapes(file.text()).find(|(_, other)| other == sign);
                let range = match place(file, *sign) {
                    Some(at) => Some(at..at + sign.len_utf8()),
                    None => escaped().map(|(range, _)| range),
                };
                if let Some(range) = range {
                    out.push(say::no_sign_here(Span::new(id, range), *sign));
                }
            }
        }
        out
    }

    fn signs_of_drawings(&self, out: &mut Diagnostics) {
        for guide in self.site.guides.iter().filter(|guide| guide.is_listed()) {
            let steps = guide.steps.iter().map(|step| (step.picture.file, step.span));
            for (file, span) in steps.chain(guide.films().map(|film| (film.poster.file, film.span))) {
                let file = self.sources.get(file);
                for words in file.picture().drawing.iter().flat_map(|drawing| &drawing.words) {
                    if let Some(sign) = words.text.chars().find(|sign| !has_sign(*sign)) {
                        out.push(say::no_sign_in_drawing(&file.path, words.line, sign, span));
                    }
                }
            }
        }
    }

    /// Which of these signs stand in some document.
    fn printed(&self, missing: &BTreeSet<char>) -> BTreeSet<char> {
        let files: Vec<_> = self.site.addresses.papers().map(|(_, file)| file).collect();
        let texts = std::collections::BTreeMap::new();
        files
            .par_iter()
            .map(|file| {
                let sheet = self.sheet(&view::job_of(&self.site, *file), &texts);
                let data = serde_json::to_string(&sheet.paper).unwrap_or_default();
                data.chars().filter(|sign| missing.contains(sign)).collect::<BTreeSet<char>>()
            })
            .reduce(BTreeSet::new, |mut a, b| {
                a.extend(b);
                a
            })
    }
}

/// Whether something of a file may stand on paper: cases, questions and queries do not.
fn may_be_printed(path: &str) -> bool {
    [
        "content/guides/",
        "content/services/",
        "content/produits/",
        "content/besoins.yaml",
        "content/glossaire.yaml",
        "content/site.yaml",
    ]
    .iter()
    .any(|start| path.starts_with(start))
}

/// Where a sign stands in a file, notes of its author left out.
fn place(file: &File, sign: char) -> Option<usize> {
    let notes = extension(&file.path) == "yaml";
    let mut start = 0;
    for line in file.text().split_inclusive('\n') {
        let note = notes && line.trim_start().starts_with('#');
        if let Some(at) = line.find(sign).filter(|_| !note) {
            return Some(start + at);
        }
        start += line.len();
    }
    None
}

/// Signs that are written by their number: `\U0001F3E0` and `\u00e9` in YAML, `&#127968;` in Markdown.
fn escapes(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    memchr::memchr2_iter(b'\\', b'&', text.as_bytes()).filter_map(|at| {
        let rest = text.get(at..)?;
        let (length, number) = if let Some(rest) = rest.strip_prefix("&#") {
            let end = rest.find(';').filter(|end| *end < 10)?;
            let digits = rest.get(..end)?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            (end + 3, number.ok()?)
        } else {
            let digits = match rest.as_bytes().get(1)? {
                b'x' => 2,
                b'u' => 4,
                b'U' => 8,
                _ => return None,
            };
            (digits + 2, u32::from_str_radix(rest.get(2..digits + 2)?, 16).ok()?)
        };
        let sign = char::from_u32(number).filter(|sign| !sign.is_ascii())?;
        Some((at..at + length, sign))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_written_by_their_number_are_found() {
        let found =
            |text| escapes(text).map(|(range, sign)| (range.start, range.end, sign)).collect::<Vec<_>>();
        assert_eq!(found("a \\U0001F3E0 b"), [(2, 12, '🏠')]);
        assert_eq!(found("\\u00e9\\xe9"), [(0, 6, 'é'), (6, 10, 'é')]);
        assert_eq!(found("&#127968; &#x1F3E0;"), [(0, 9, '🏠'), (10, 19, '🏠')]);
        for none in ["\\U0001", "&#;", "&#x;", "\\", "&", "\\uD800", "&#xD800;", "&amp;", "\\n", "&#é;"] {
            assert_eq!(found(none), [], "{none}");
        }
    }
}
