//! Films are light enough to be carried on a key and sent over a slow line.

use super::Context;
use crate::diag::Diagnostics;
use crate::diag::catalogue::films as say;
use crate::media::film;
use crate::source::{Content, is_film};

/// From this part of the limit on, a film is said to be heavy.
const HEAVY: u64 = 5;

/// A film weighs no more than `site.yaml` allows.
pub fn films_are_light(context: &Context<'_>, out: &mut Diagnostics) {
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
