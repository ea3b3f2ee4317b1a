//! All that a page is made from, as one sum: two pages of the same sum are the same bytes, so that a page of the last
//! build need not be made again.
//!
//! A page shows a [`View`] with a template, and parts with theirs; nothing else decides a byte of it. What all pages of a
//! build share is summed once ([`Ground`]): the program itself, the theme, what templates see of the site.
//! A mark stands for its part by the part's own sum: the place of a service among all others is none of a page's matter.

use super::Renderer;
use super::parts::SharedParts;
use crate::view::{Fragment, PageContext, View, fill};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The sum of what a page is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSum(pub [u8; 32]);

/// What all pages of a build are made from, and the sums of the parts that they share.
pub struct Ground {
    shared: Sha256,
    parts: SharedParts,
}

impl Ground {
    pub fn of(renderer: &Renderer) -> Self {
        let Renderer { site, theme, minify, .. } = renderer;
        let mut shared = Sha256::new();
        // Made by the build script from every source of the program.
        add(&mut shared, env!("ELIANE_SOURCES").as_bytes());
        add(&mut shared, &[u8::from(*minify)]);
        add(&mut shared, site.settings.delivery.key().as_bytes());
        let settings = &site.settings;
        for text in [&settings.title, &settings.subtitle, &settings.publisher, &settings.licence] {
            add(&mut shared, text.as_bytes());
        }
        let templates = theme.templates.iter().map(|one| (one.name.as_str(), one.text.as_str()));
        for (name, text) in templates.chain(theme.texts.iter()) {
            add(&mut shared, name.as_bytes());
            add(&mut shared, text.as_bytes());
        }
        Self { shared, parts: SharedParts::new() }
    }

    /// The sum of a page, from its view and the sums of its parts; none for a view that cannot be written out.
    pub fn page(&self, view: &View, part: impl Fn(Fragment) -> Option<Arc<[u8]>>) -> Option<PageSum> {
        let seen = serde_json::to_vec(&(&view.page, &view.body)).ok()?;
        let filled = fill(seen, |fragment, out| {
            out.extend_from_slice(&part(fragment).ok_or(())?);
            Ok::<_, ()>(())
        });
        let mut sum = self.shared.clone();
        add(&mut sum, view.template.as_bytes());
        add(&mut sum, &filled.ok()?);
        Some(PageSum(sum.finalize().into()))
    }

    /// The sum of a part that pages of that depth hold: the same for all of them, so found once.
    pub fn part(&self, context: PageContext<'_>, fragment: Fragment, depth: usize) -> Option<Arc<[u8]>> {
        if !fragment.is_of(context.site) {
            // What a person wrote, and no part: it stands for itself.
            return Some(fragment.mark().into_bytes().into());
        }
        let sum = || {
            let view = fragment.view(context, depth);
            let mut sum = Sha256::new();
            add(&mut sum, view.template().as_bytes());
            add(&mut sum, &serde_json::to_vec(&view)?);
            Ok::<_, serde_json::Error>(sum.finalize().to_vec())
        };
        self.parts.get(fragment, depth, sum).ok()
    }
}

/// Adds bytes that cannot be taken for others: their number stands before them.
fn add(to: &mut Sha256, bytes: &[u8]) {
    to.update((bytes.len() as u64).to_le_bytes());
    to.update(bytes);
}
