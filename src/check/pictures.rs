//! What pages show and paper cannot, of the pictures that guides show.

use super::RuleContext;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{paper, pictures as say};
use crate::media::picture::PictureKind;
use crate::model::Guide;

/// A picture of a guide stands on paper as on its page.
pub fn pictures_can_be_printed(context: &RuleContext<'_>, out: &mut Diagnostics) {
    if !context.site.settings.paper {
        return;
    }
    for guide in context.site.guides.iter().filter(|guide| guide.is_listed()) {
        let steps = guide.steps.iter().map(|step| (step.picture.file, step.span));
        let films = Guide::films(guide).map(|film| (film.poster.file, film.span));
        for (file, span) in steps.chain(films) {
            let file = context.sources.get(file);
            let picture = file.picture();
            if picture.kind == Some(PictureKind::Avif) {
                out.push(paper::kind_refused(&file.path, PictureKind::Avif.name(), span.into()));
            }
            if picture.moves {
                out.push(say::moves(&file.path, span));
            }
            if let Some(line) = picture.drawing.as_ref().and_then(|drawing| drawing.typeface) {
                out.push(say::typeface(&file.path, line, span));
            }
        }
    }
}
