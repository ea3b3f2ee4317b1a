//! Typst itself.

use super::Printed;
use super::world::{self, DocumentWorld};
use crate::diag::catalogue::paper as say;
use crate::diag::{Diagnostic, Place};
use typst::World;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::syntax::{DiagSpanKind, Source};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Documents for which an unused result stays in Typst's cache. None: two guides have little in common, and the cache
/// of 400 documents took 1.4 GB for no time gained.
const KEPT: usize = 0;

/// Forgets what the last documents left in Typst's cache; to be called after each one.
pub(super) fn forget() {
    comemo::evict(KEPT);
}

/// The first sign that no typeface of paper has.
pub(super) fn missing_sign(text: &str) -> Option<char> {
    text.chars().find(|sign| !has_sign(*sign))
}

/// Whether a sign can be drawn, or nothing is drawn for it.
pub(super) fn has_sign(sign: char) -> bool {
    sign.is_ascii() || sign.is_control() || INVISIBLE.contains(&sign) || world::covers(sign)
}

/// Signs that are never drawn: soft hyphen, joiners, marks of direction, variants.
const INVISIBLE: [char; 9] = [
    '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{fe0e}', '\u{fe0f}',
];

/// Lays out one document. `tagged` is off for imposed leaves only: their reading order is that of folding.
///
/// # Errors
/// A template that Typst cannot follow, or a document that would not be accessible.
pub(super) fn pdf(
    main: &str,
    templates: &[Source],
    files: Vec<(String, Bytes)>,
    title: &str,
    tagged: bool,
) -> Result<Printed, Diagnostic> {
    let Some(desk) = DocumentWorld::new(main, templates, files.into_iter()) else {
        return Err(say::bad_template(main, 1, ""));
    };
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| fault(&desk, main, errors.first(), title))?;
    let standards: &[PdfStandard] = if tagged { &[PdfStandard::A_2a, PdfStandard::Ua_1] } else { &[] };
    let standards = PdfStandards::new(standards).unwrap_or_default();
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some(say::CREATOR.to_owned())),
        standards,
        tagged,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| match errors.first() {
        Some(error) => say::not_accessible(Place::Nowhere, title, &words(error)),
        None => say::not_accessible(Place::Nowhere, title, ""),
    })?;
    Ok(Printed { bytes, pages: document.pages().len() })
}

fn words(error: &SourceDiagnostic) -> String {
    let mut out = error.message.to_string();
    for hint in &error.hints {
        out.push('\n');
        out.push_str(&hint.v);
    }
    out
}

/// Where a template fails; the innermost place that is a template of ours.
fn fault(desk: &DocumentWorld, main: &str, error: Option<&SourceDiagnostic>, title: &str) -> Diagnostic {
    let Some(error) = error else { return say::not_accessible(Place::Nowhere, title, "") };
    let (file, range) = match error.span.get() {
        DiagSpanKind::Number { id, num, sub_range } => {
            (Some(id), desk.source(id).ok().and_then(|source| source.range(num, sub_range)))
        }
        DiagSpanKind::Range { id, range } => (Some(id), Some(range)),
        DiagSpanKind::Detached => (None, None),
    };
    let line = file.and_then(|id| {
        let source = desk.source(id).ok()?;
        Some(source.text().get(..range?.start)?.matches('\n').count() + 1)
    });
    let path = file.map_or_else(|| main.to_owned(), |id| id.vpath().get_without_slash().to_owned());
    say::bad_template(&path, line.unwrap_or(1), &words(error))
}

/// Where each run of words of a document ends, in points from the left edge of its sheet, which is so wide.
#[cfg(test)]
pub(super) fn ends_of_words(
    main: &str,
    templates: &[(String, String)],
    files: Vec<(String, Bytes)>,
) -> Vec<(f64, f64, String)> {
    use typst::layout::{Frame, FrameItem, Point, Transform};
    fn walk(frame: &Frame, place: Transform, width: f64, out: &mut Vec<(f64, f64, String)>) {
        for (at, item) in frame.items() {
            let place = place.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => walk(&group.frame, place.pre_concat(group.transform), width, out),
                FrameItem::Text(text) => {
                    let end = Point::with_x(text.width()).transform(place);
                    out.push((end.x.to_pt(), width, text.text.to_string()));
                }
                _ => {}
            }
        }
    }
    let desk = DocumentWorld::new(main, &world::read(templates), files.into_iter()).unwrap();
    let document = typst::compile::<PagedDocument>(&desk).output.unwrap();
    let mut out = Vec::new();
    for page in document.pages() {
        walk(&page.frame, Transform::identity(), page.frame.width().to_pt(), &mut out);
    }
    out
}
