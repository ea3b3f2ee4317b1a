//! Top and end of a page: the same on every page of a depth, but where the menu names the page itself.
//!
//! They are half of what the template of a short page would show and minify, so they are shown once.

use super::contract::{PageFoot, PageTop};
use super::{PageBuilder, PageContext};
use crate::site::{Chrome, PageKind};

/// The kind of page whose top and end a page of that kind has: its own when the menus lead there, or, for the 404
/// page, when the links are absolute; else those of all other pages.
pub(super) fn chrome(kind: PageKind) -> Option<PageKind> {
    (kind.row().chrome != Chrome::Common).then_some(kind)
}

/// The builder of such a part, and the name of the kind of page it is for.
fn place(context: PageContext<'_>, kind: Option<PageKind>, depth: usize) -> (PageBuilder<'_>, &'static str) {
    let row = kind.map(PageKind::row);
    let address = if row.is_some_and(|row| row.chrome == Chrome::Alone) { "404.html" } else { "" };
    (PageBuilder { context, address, root: "../".repeat(depth) }, row.map_or("", |row| row.name))
}

pub(super) fn top(context: PageContext<'_>, kind: Option<PageKind>, depth: usize) -> PageTop {
    let (builder, name) = place(context, kind, depth);
    PageTop { kind: name, delivery: builder.delivery(), nav: builder.nav() }
}

pub(super) fn bottom(context: PageContext<'_>, kind: Option<PageKind>, depth: usize) -> PageFoot {
    let (builder, name) = place(context, kind, depth);
    let statement = if kind == Some(PageKind::Home) {
        context.site.settings.accessibility.clone()
    } else {
        String::new()
    };
    PageFoot { kind: name, delivery: builder.delivery(), nav: builder.nav(), statement }
}
