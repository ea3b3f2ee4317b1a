//! Films in a guide: `![Titre](mon-film.webm "phrase")` alone on its line; captions, poster and transcript are found
//! beside the film, by its name.

use super::beside::Beside;
use super::fields::looks_like_code;
use super::picture::{self, address_name};
use super::timed;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{foreign, guides as say_guides, markdown as say_markdown, screen as say};
use crate::media::film as container;
use crate::model::{Film, Poster, TranscriptPassage};
use crate::parse::markdown::{BlockKind, InlineKind, PlacedBlock, PlacedInline};
use crate::source::{Content, Sources, Span, extension, is_film};
use crate::text::{french, nearest};

/// Kinds of pictures that may stand for a film, the best known first.
const POSTERS: [&str; 6] = ["png", "jpg", "jpeg", "webp", "svg", "avif"];

/// What all the captions of a film may weigh in its page before it is said, in bytes of WebVTT: half an hour of talk.
pub const HEAVY: usize = 60_000;

/// Takes the films out of blocks: those that stand alone on their line, and those that are said to stand badly.
pub fn take<'a>(
    blocks: impl IntoIterator<Item = &'a PlacedBlock>,
    out: &mut Diagnostics,
) -> (Vec<PlacedInline>, Vec<PlacedBlock>) {
    let mut films = Vec::new();
    let mut rest = Vec::new();
    for block in blocks {
        let BlockKind::Paragraph(line) = &block.kind else {
            rest.push(block.clone());
            continue;
        };
        let (here, others): (Vec<PlacedInline>, Vec<PlacedInline>) = line.iter().cloned().partition(is_one);
        let alone = others.iter().all(|o| matches!(&o.kind, InlineKind::Text(t) if t.trim().is_empty()));
        if !here.is_empty() && !alone {
            for film in &here {
                out.push(say::misplaced(film.span));
            }
        }
        if here.is_empty() || !alone {
            rest.push(PlacedBlock { span: block.span, kind: BlockKind::Paragraph(others) });
        }
        films.extend(here);
    }
    for extra in films.iter().skip(1) {
        out.push(say::several(extra.span, films[0].span));
    }
    (films, rest)
}

/// Whether an inline shows a film.
pub fn is_one(inline: &PlacedInline) -> bool {
    matches!(&inline.kind, InlineKind::Image { target, .. } if is_film(target))
}

/// Reads the film that `inline` names, in `folder` (a path that ends with `/`); `None` when something is missing, which
/// is said.
pub fn film(sources: &Sources, folder: &str, inline: &PlacedInline, out: &mut Diagnostics) -> Option<Film> {
    let InlineKind::Image { target, alt, caption } = &inline.kind else { return None };
    let span = inline.span;
    for text in [alt, caption] {
        if looks_like_code(text) {
            out.push(say_markdown::raw_html(span, text));
        }
    }
    let title = alt.trim();
    if title.is_empty() {
        out.push(say::no_title(span));
    }
    let name = picture::written(target, |name| sources.find(&format!("{folder}{name}")).is_some());
    if name.contains(['/', '\\', ':']) {
        out.push(say::elsewhere(span, &name));
        return None;
    }
    // The signs that differ are not seen.
    let alike = sources
        .find(&format!("{folder}{name}"))
        .is_none()
        .then(|| picture::one_alike(&name, sources.within(folder)))
        .flatten();
    let path = format!("{folder}{}", alike.unwrap_or(&name));
    let Some((file, content)) = sources.find(&path) else {
        if !sources.is_unread(&path) {
            let here = sources.within(folder).filter(|name| is_film(name));
            out.push(say::missing(span, &name, nearest(&name, here)));
        }
        return None;
    };
    let stem = &path[..path.len() - extension(&path).len() - 1];
    let poster = poster(sources, stem, &name, span, out);
    let facts = match &content.content {
        // What is wrong with the file was said when it was looked at.
        Content::Bytes(bytes) => container::read(bytes).ok(),
        Content::Text(_) => None,
    };
    let duration_ms = facts.as_ref().map(|facts| facts.duration_ms);
    let beside = Beside::of(sources, stem);
    let timed = timed::read(&beside, duration_ms, out);
    if beside.captions("fr").is_none() {
        let wanted = format!("{stem}.fr.vtt");
        let start = format!("{stem}.");
        let other =
            sources.strange().any(|path| path.starts_with(&start) && foreign::kind_of(path).is_some());
        if !other && !sources.is_unread(&wanted) && !sources.is_unread(&format!("{stem}.fr.srt")) {
            out.push(say::no_captions(span, &name, &wanted, beside.almost.as_deref()));
        }
    }
    let weight: usize = timed.tracks.iter().map(|track| track.vtt.len()).sum();
    if weight > HEAVY {
        out.push(say::heavy_captions(span, &name, weight));
    }
    let facts = facts?;
    let transcript: Vec<TranscriptPassage> = timed.transcript?;
    (!title.is_empty()).then_some(())?;
    Some(Film {
        file,
        name: address_name(&name),
        title: french(title),
        caption: french(caption.trim()),
        mime: facts.container.mime(),
        duration_ms: facts.duration_ms,
        size: (facts.width, facts.height),
        has_sound: facts.audio.is_some(),
        poster: poster?,
        tracks: timed.tracks,
        own_transcript: beside.transcript.map(|(id, _)| id),
        transcript,
        span,
    })
}

fn poster(sources: &Sources, stem: &str, film: &str, span: Span, out: &mut Diagnostics) -> Option<Poster> {
    let paths = POSTERS.map(|extension| format!("{stem}.{extension}"));
    let (folder, _) = stem.split_at(stem.rfind('/').map_or(0, |at| at + 1));
    let alike = || {
        let mut names = paths.iter().filter_map(|path| path.get(folder.len()..));
        let found = names.find_map(|name| picture::one_alike(name, sources.within(folder)))?;
        Some(format!("{folder}{found}"))
    };
    let exact = paths.iter().find(|path| sources.find(path).is_some()).cloned();
    let Some(path) = exact.or_else(alike) else {
        if !paths.iter().any(|path| sources.is_unread(path)) {
            let of = format!("{}{film}", &stem[..=stem.rfind('/').unwrap_or(0)]);
            out.push(say::no_poster(span, film, &format!("{stem}.png"), &of));
        }
        return None;
    };
    let (folder, name) = path.split_at(path.rfind('/').map_or(0, |at| at + 1));
    let found = picture::find(sources, folder, name, span, out)?;
    Some(Poster { file: found.file, name: found.name })
}

/// A film in a list, a notice or a part that has no place for one: said instead of « too many pictures ».
pub fn refuse(inline: &PlacedInline, out: &mut Diagnostics) {
    if is_one(inline) {
        out.push(say::misplaced(inline.span));
    } else {
        out.push(say_guides::misplaced_picture(inline.span));
    }
}
