//! `sous-titres`: caption files alone, without their site: looked at, and repaired.

mod diff;
mod film;

use super::args::CaptionsOptions;
use super::build::summary;
use super::words::count;
use super::{Outcome, print, show, tell};
use crate::captions::{self, CaptionTrack};
use crate::diag::catalogue::{files, foreign, system_reason};
use crate::diag::{Diagnostics, Format};
use crate::source::{SourceFault, SourceFaultKind, Sources, extension, read_files};
use crate::write::{self, NewFile};
use film::TimedFilm;
use fs_err as fs;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

/// Looks at every file; with `--corriger`, repairs each first.
pub fn captions(options: &CaptionsOptions) -> Outcome {
    let mut places = options.files.clone();
    places.sort();
    places.dedup();
    for place in &places {
        if !matches!(extension(&place.to_string_lossy()).as_str(), "vtt" | "srt") {
            if let Some((why, what)) = foreign::other_kind_alone(&place.to_string_lossy()) {
                tell(&format!("erreur : {} : {why}.", place.display()));
                tell(&what);
                return Outcome::Failed;
            }
            tell(&format!("erreur : {} n’est ni un .vtt, ni un .srt.", place.display()));
            tell("Pour le film lui-même : eliane sous-titres FICHIER.vtt --film FILM");
            return Outcome::Failed;
        }
    }
    let given = match options.film.as_deref().map(film::given).transpose() {
        Ok(film) => film,
        Err((diagnostics, sources, outcome)) => {
            show(&diagnostics, &sources, options.format);
            return outcome;
        }
    };
    let films: BTreeMap<String, TimedFilm> = places
        .iter()
        .filter_map(|place| {
            let film = given.clone().or_else(|| film::beside(place))?;
            Some((place.to_string_lossy().into_owned(), film))
        })
        .collect();
    let (mut sources, mut faults) = read_files(&places);
    let mut failed = false;
    if options.fix {
        failed = !repair_all(&sources, &films, options);
        (sources, faults) = read_files(&places);
    }
    let looked = look(&sources, &faults, &films);
    show(&looked, &sources, options.format);
    tell(&summary(&looked));
    let unreadable = faults.iter().any(|fault| matches!(fault.kind, SourceFaultKind::Unreadable(_)));
    match () {
        () if failed || unreadable => Outcome::Failed,
        () if looked.forbid(options.strict) => Outcome::ContentHasErrors,
        () => Outcome::Fine,
    }
}

/// What is wrong with the files, in their order; what each was compared with is told.
fn look(sources: &Sources, faults: &[SourceFault], films: &BTreeMap<String, TimedFilm>) -> Diagnostics {
    let mut out = Diagnostics::default();
    for fault in faults {
        out.push(files::of_reading(fault));
    }
    for (id, file) in sources.iter() {
        let film = films.get(&file.path);
        let (track, found) = captions::read(id, &file.path, file.text());
        out.extend(found);
        let Some(track) = track else { continue };
        out.extend(captions::check(&track, film.map(|film| film.duration_ms)));
        let number = count(track.cues().count(), "sous-titre");
        match film {
            Some(film) => {
                tell(&format!("{} : {number} ; le film {} dure {}.", file.path, film.path, film.duration()));
            }
            None => tell(&format!(
                "{} : {number} ; sans le film (--film FILM), la fin n’est pas vérifiée.",
                file.path
            )),
        }
    }
    out.sort(sources);
    out
}

/// Repairs the files that could be read; whether the disk took them all.
fn repair_all(sources: &Sources, films: &BTreeMap<String, TimedFilm>, options: &CaptionsOptions) -> bool {
    let mut all = true;
    for (_, file) in sources.iter() {
        let film_ms = films.get(&file.path).map(|film| film.duration_ms);
        match repair(sources, &file.path, film_ms, options.dry_run) {
            Ok(None) => tell(&format!("{} : rien à réparer.", file.path)),
            Ok(Some(diff)) => {
                // JSON is one document: it has the standard output for itself.
                match options.format {
                    Format::Text => print(&diff.text),
                    Format::Json => tell(diff.text.trim_end()),
                }
                let number = count(diff.captions, "sous-titre");
                let s = if diff.captions > 1 { "s" } else { "" };
                tell(&if options.dry_run {
                    format!("{} : {number} à réparer. Essai à blanc : rien n’a été écrit.", file.path)
                } else {
                    format!("{} : {number} réparé{s}.", file.path)
                });
            }
            Err(error) => {
                tell(&format!("erreur : impossible d’écrire {} : {}.", file.path, system_reason(&error)));
                all = false;
            }
        }
    }
    all
}

/// Repairs one file; `None` when there is nothing to repair.
fn repair(
    sources: &Sources,
    path: &str,
    film_ms: Option<u64>,
    dry_run: bool,
) -> io::Result<Option<diff::Diff>> {
    // As it is on the disk: its line ends, and its byte order mark, stay.
    let old = fs::read_to_string(path)?;
    let Some((id, _)) = sources.find(path) else { return Ok(None) };
    let track = |text: &str| -> Option<CaptionTrack> { captions::read(id, path, text).0 };
    let Some(before) = track(&old) else { return Ok(None) };
    if let Some((folded, left)) = captions::folded(&before) {
        let new = track(&folded).map_or(folded.clone(), |track| captions::repair(&folded, &track, film_ms));
        tell(&format!(
            "{path} : chaque ligne y était deux fois ; de {}, il en reste {left}.",
            count(before.cues().count(), "sous-titre")
        ));
        if !dry_run {
            write::files(&[NewFile { place: PathBuf::from(path), bytes: new.as_bytes() }])?;
        }
        return Ok(Some(diff::Diff { text: String::new(), captions: left }));
    }
    let new = captions::repair(&old, &before, film_ms);
    let Some(after) = track(&new) else { return Ok(None) };
    let Some(diff) = diff::diff(path, (&old, &before), (&new, &after)) else { return Ok(None) };
    if !dry_run {
        write::files(&[NewFile { place: PathBuf::from(path), bytes: new.as_bytes() }])?;
    }
    Ok(Some(diff))
}
