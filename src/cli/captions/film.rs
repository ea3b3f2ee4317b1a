//! The film that captions go with: how long it lasts.

use crate::cli::Outcome;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, films};
use crate::media::film;
use crate::source::{Content, SourceFaultKind, Sources, read_files};
use std::path::Path;

/// What a film's name may end with, when it is looked for.
const KINDS: [&str; 3] = ["webm", "mp4", "m4v"];

#[derive(Clone, Debug)]
pub struct TimedFilm {
    pub path: String,
    pub duration_ms: u64,
}

impl TimedFilm {
    /// « 36,0 s »
    pub fn duration(&self) -> String {
        format!("{},{}\u{a0}s", self.duration_ms / 1000, self.duration_ms / 100 % 10)
    }
}

/// The film that was named; what is wrong with it, and how the command ends then.
pub fn given(path: &Path) -> Result<TimedFilm, (Diagnostics, Sources, Outcome)> {
    let mut out = Diagnostics::default();
    let (sources, faults) = read_files(&[path.to_owned()]);
    let mut outcome = Outcome::ContentHasErrors;
    for fault in &faults {
        if matches!(fault.kind, SourceFaultKind::Unreadable(_)) {
            outcome = Outcome::Failed;
        }
        out.push(files::of_reading(fault));
    }
    for (_, file) in sources.iter() {
        let bytes: &[u8] = match &file.content {
            Content::Bytes(bytes) => bytes,
            Content::Text(text) => text.as_bytes(),
        };
        match film::read(bytes) {
            Ok(film) => return Ok(TimedFilm { path: file.path.clone(), duration_ms: film.duration_ms }),
            Err(fault) => out.push(films::of_film(&file.path, &fault)),
        }
    }
    Err((out, sources, outcome))
}

/// The film beside captions, by its name: `film.webm` for `film.fr.vtt`. One that cannot be read is as none: what is
/// wrong with it is the business of its site.
pub fn beside(captions: &Path) -> Option<TimedFilm> {
    let name = captions.file_name()?.to_str()?;
    let ends: Vec<usize> = name.match_indices('.').map(|(at, _)| at).collect();
    let stems = ends.iter().rev().map(|end| &name[..*end]);
    let mut names = stems.flat_map(|stem| KINDS.map(|kind| format!("{stem}.{kind}")));
    let place = names.find_map(|name| Some(captions.with_file_name(name)).filter(|place| place.is_file()))?;
    given(&place).ok()
}
