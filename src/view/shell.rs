//! Top and end of a page: the same on every page of a depth, but where the menu names the page itself.
//!
//! They are half of what the template of a short page would show and minify, so they are shown once.

use super::contract::{Bas, Haut};
use super::fragment::{Fragment, Part};
use super::{Builder, Context, FragmentView};
use crate::model::ServiceId;

/// The kinds of pages that have a top and an end of their own: the menus lead there, or, for the 404 page, the
/// links are absolute. The first stands for all the others.
const KINDS: [&str; 10] = [
    "",
    "accueil",
    "recherche",
    "territoires",
    "az",
    "glossaire",
    "plan",
    "apropos",
    "accessibilite",
    "erreur",
];

/// What the page holds in the place of its top or its end.
pub(super) fn mark(kind: &str, part: fn(usize) -> Part) -> String {
    let at = KINDS.iter().position(|one| *one == kind).unwrap_or_default();
    Fragment { service: ServiceId(0), part: part(at) }.mark()
}

/// The builder of such a part, and the kind of page it is for.
fn place(context: Context<'_>, at: usize, depth: usize) -> (Builder<'_>, &'static str) {
    let kind = KINDS.get(at).copied().unwrap_or_default();
    let address = if kind == "erreur" { "404.html" } else { "" };
    (Builder { context, address, root: "../".repeat(depth) }, kind)
}

pub(super) fn top(context: Context<'_>, at: usize, depth: usize) -> FragmentView {
    let (builder, sorte) = place(context, at, depth);
    FragmentView::Haut(Haut { sorte, cible: builder.delivery(), nav: builder.nav() })
}

pub(super) fn bottom(context: Context<'_>, at: usize, depth: usize) -> FragmentView {
    let (builder, sorte) = place(context, at, depth);
    let mention =
        if sorte == "accueil" { context.site.settings.accessibility.clone() } else { String::new() };
    FragmentView::Bas(Bas { sorte, cible: builder.delivery(), nav: builder.nav(), mention })
}
