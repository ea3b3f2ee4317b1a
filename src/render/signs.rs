//! Signs that no typeface of paper has, told where they are written.

use super::Renderer;
use crate::diag::Diagnostics;
use crate::diag::catalogue::paper as say;
use crate::print::has_sign;
use crate::site::Page;
use crate::source::{Content, File, FileId, Span, extension};
use crate::view;
use rayon::prelude::*;
use std::collections::BTreeSet;

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
        let used = |text: &str| text.chars().filter(|sign| !sign.is_ascii()).collect::<BTreeSet<char>>();
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
                if let Some(at) = place(file, *sign) {
                    out.push(say::no_sign_here(Span::new(id, at..at + sign.len_utf8()), *sign));
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
        let files: Vec<_> = self
            .site
            .addresses
            .iter()
            .filter_map(|(_, page)| match page {
                Page::Paper(file) => Some(file),
                _ => None,
            })
            .collect();
        let texts = std::collections::BTreeMap::new();
        files
            .par_iter()
            .map(|file| {
                let sheet = self.sheet(&view::job_of(&self.site, *file), &texts);
                let data = serde_json::to_string(&sheet.papier).unwrap_or_default();
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
