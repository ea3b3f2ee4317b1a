//! Top and end of a page: the same on every page of a depth, but where the menu names the page itself.
//!
//! They are half of what the template of a short page would show and minify, so they are shown once.

use super::contract::{Bas, Haut};
use super::{Builder, Context};
use crate::site::{Chrome, PageKind};

/// The kind of page whose top and end a page of that kind has: its own when the menus lead there, or, for the 404
/// page, when the links are absolute; else those of all other pages.
pub(super) fn chrome(kind: PageKind) -> Option<PageKind> {
    (kind.row().chrome != Chrome::Common).then_some(kind)
}

/// The builder of such a part, and the name of the kind of page it is for.
fn place(context: Context<'_>, kind: Option<PageKind>, depth: usize) -> (Builder<'_>, &'static str) {
    let row = kind.map(PageKind::row);
    let address = if row.is_some_and(|row| row.chrome == Chrome::Alone) { "404.html" } else { "" };
    (Builder { context, address, root: "../".repeat(depth) }, row.map_or("", |row| row.name))
}

pub(super) fn top(context: Context<'_>, kind: Option<PageKind>, depth: usize) -> Haut {
    let (builder, sorte) = place(context, kind, depth);
    Haut { sorte, cible: builder.delivery(), nav: builder.nav() }
}

pub(super) fn bottom(context: Context<'_>, kind: Option<PageKind>, depth: usize) -> Bas {
    let (builder, sorte) = place(context, kind, depth);
    let mention = if kind == Some(PageKind::Home) {
        context.site.settings.accessibility.clone()
    } else {
        String::new()
    };
    Bas { sorte, cible: builder.delivery(), nav: builder.nav(), mention }
}
