//! Diagnostics: what is wrong, where, why, and how to mend it, in French.
//!
//! A diagnostic is data. Where it is shown (terminal, JSON, page of `serve`) is for [`render`] to know.

pub mod catalogue;
mod render;

pub use render::{Format, as_json, render, render_plain};

use crate::source::{Edit, Sources, Span};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Forbids the build.
    Error,
    /// Is said, and does not forbid, unless one asks for strictness.
    Warning,
    /// Shown only with `--informations`; never fails a build, not even with `--strict`: a remark that is often wrong, or that
    /// nobody need act upon.
    Information,
}

/// A kind of finding: its number never changes meaning once published.
#[derive(Debug)]
pub struct Code {
    /// `E012` for an error, `A003` for a warning (« avertissement »), `I001` for an information.
    pub id: &'static str,
    /// One line, for the list of codes.
    pub title: &'static str,
    /// The comment above the code, a line each: why the rule is there, a wrong example, a right one.
    pub(crate) lines: &'static [&'static str],
}

impl Code {
    /// The level is in the first letter.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.id.as_bytes() {
            [b'A', ..] => Level::Warning,
            [b'I', ..] => Level::Information,
            _ => Level::Error,
        }
    }

    /// What `eliane expliquer` says. Lines follow one another as in Markdown: they are one paragraph until an empty line. What
    /// is indented is shown as it is, line by line; a `\` at its end says that its line goes on.
    #[must_use]
    pub fn explanation(&self) -> String {
        let mut out = String::new();
        let mut before = "";
        for line in self.lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            let shown = |line: &str| line.is_empty() || line.starts_with(' ');
            if out.ends_with('\\') {
                out.pop();
                out.push_str(line.trim_start());
            } else {
                if !out.is_empty() {
                    out.push(if shown(before) || shown(line) { '\n' } else { ' ' });
                }
                out.push_str(line);
            }
            before = line;
        }
        out
    }
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The run as a whole.
    Nowhere,
    /// A file or a folder that could not be read as text; with a line when one is known.
    Path(String, Option<usize>),
    /// A stretch of a text.
    Span(Span),
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub code: &'static Code,
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub repair: String,
    /// Other places that matter, each with a few words.
    pub others: Vec<(Place, String)>,
    /// Changes that mend it for certain, whatever the author meant: all of them or none, in the file where it stands.
    pub edits: Vec<Edit>,
    /// A warning that its page can afford: see `langage` in `site.yaml`.
    pub afforded: bool,
}

impl Diagnostic {
    pub(crate) fn new(
        code: &'static Code,
        place: impl Into<Place>,
        message: impl Into<String>,
        repair: impl Into<String>,
    ) -> Self {
        Self {
            code,
            place: place.into(),
            message: message.into(),
            repair: repair.into(),
            others: Vec::new(),
            edits: Vec::new(),
            afforded: false,
        }
    }

    /// How grave it is, here.
    #[must_use]
    pub fn level(&self) -> Level {
        if self.afforded { Level::Information } else { self.code.level() }
    }

    /// With changes that mend it for certain. Only for those that cannot change what is said: see « Let a finding be mended » in CONTRIBUTING.md.
    pub(crate) fn mended_by(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.edits.extend(edits);
        self
    }

    /// With other words where it stands.
    pub(crate) fn mended_as(self, with: impl Into<String>) -> Self {
        match self.place {
            Place::Span(span) => self.mended_by([Edit::new(span.range(), with)]),
            _ => self,
        }
    }

    pub(crate) fn other(mut self, place: impl Into<Place>, words: impl Into<String>) -> Self {
        self.others.push((place.into(), words.into()));
        self
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

impl From<&str> for Place {
    fn from(path: &str) -> Self {
        Self::Path(path.to_owned(), None)
    }
}

impl From<(&str, usize)> for Place {
    fn from((path, line): (&str, usize)) -> Self {
        Self::Path(path.to_owned(), Some(line))
    }
}

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl From<Diagnostic> for Diagnostics {
    fn from(only: Diagnostic) -> Self {
        Self { list: vec![only] }
    }
}

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The findings from the one at `from` on, to add to them.
    pub(crate) fn since(&mut self, from: usize) -> &mut [Diagnostic] {
        self.list.get_mut(from..).unwrap_or_default()
    }

    /// How many findings have that level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|d| d.level() == level).count()
    }

    /// Whether a build must stop here; `strict` makes warnings count.
    #[must_use]
    pub fn forbid(&self, strict: bool) -> bool {
        self.count(Level::Error) > 0 || strict && self.count(Level::Warning) > 0
    }

    /// Errors and warnings: what must be read.
    #[must_use]
    pub fn without_information(&self) -> Self {
        Self { list: self.list.iter().filter(|d| d.level() < Level::Information).cloned().collect() }
    }

    /// By file, by line, then by code, so that a run always says the same in the same order; each thing once.
    pub fn sort(&mut self, sources: &Sources) {
        self.list.sort_by_cached_key(|d| {
            let (path, line, byte) = match &d.place {
                Place::Nowhere => ("", 0, 0),
                Place::Path(path, line) => (path.as_str(), line.unwrap_or(0), 0),
                Place::Span(span) => {
                    let (line, _) = sources.line_column(span.file, span.start as usize);
                    (sources.get(span.file).path.as_str(), line, span.start)
                }
            };
            (path.to_owned(), line, byte, d.code.id, d.message.clone())
        });
        // A film that is shown twice has one file of captions, and each fault of it once.
        self.list.dedup_by(|b, a| a.code.id == b.code.id && a.place == b.place && a.message == b.message);
    }
}
