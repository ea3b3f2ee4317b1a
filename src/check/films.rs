//! Films are light enough to be carried on a key and sent over a slow line.

use super::RuleContext;
use super::publication::may_be_used;
use crate::diag::Diagnostics;
use crate::diag::catalogue::films as say;
use crate::diag::catalogue::screen;
use crate::media::film;
use crate::model::Guide;
use crate::source::{Content, FileId, extension, is_film};
use crate::text::nearest;
use std::collections::BTreeSet;

/// From this part of the limit on, a film is said to be heavy.
const HEAVY: u64 = 5;

/// A film weighs no more than `site.yaml` allows.
pub fn films_are_light(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let limit = u64::from(context.site.settings.film_megabytes);
    for (_, file) in context.sources.iter() {
        let Content::Bytes(bytes) = &file.content else { continue };
        if !is_film(&file.path) || !file.path.starts_with("content/") {
            continue;
        }
        // What is no film was said when it was loaded.
        let Ok(film) = film::read(bytes) else { continue };
        let weight = bytes.len() as u64;
        if weight > limit * 1_000_000 {
            out.push(say::too_heavy(&file.path, &film, weight, limit));
        } else if weight > limit * 1_000_000 / HEAVY {
            out.push(say::heavy(&file.path, &film, weight));
        }
    }
}

/// A film that no guide shows, and captions of no film, are mistakes in a name, or weight for nothing.
pub fn films_are_shown(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let films = || context.site.guides.iter().flat_map(Guide::films);
    let mut used: BTreeSet<FileId> = films().map(|film| film.file).collect();
    used.extend(films().flat_map(|film| &film.tracks).map(|track| track.file));
    used.extend(films().filter_map(|film| film.own_transcript));
    for (id, file) in context.sources.iter() {
        if used.contains(&id)
            || !file.path.starts_with("content/")
            || may_be_used(&context.site.unread, &file.path)
        {
            continue;
        }
        if is_film(&file.path) {
            out.push(screen::unused(&file.path));
        } else if file.path.starts_with("content/guides/")
            && matches!(extension(&file.path).as_str(), "vtt" | "srt" | "txt")
        {
            let (folder, name) = file.path.split_at(file.path.rfind('/').map_or(0, |at| at + 1));
            let stems: Vec<String> = context
                .sources
                .within(folder)
                .filter(|other| is_film(other))
                .filter_map(|film| Some(format!("{}{}", film.rsplit_once('.')?.0, &name[name.find('.')?..])))
                .collect();
            out.push(screen::orphan(&file.path, nearest(name, stems.iter().map(String::as_str))));
        }
    }
}
