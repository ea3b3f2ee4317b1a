//! Cards of services that were shown already, kept for the other pages that list them.

use crate::diag::Diagnostic;
use crate::view::{Extent, Fragment};
use std::sync::OnceLock;

/// Pages stand in the site's folder, or one or two folders deep: `guides/a.html`, `territoires/29/b.html`.
const DEPTHS: usize = 3;
const EXTENTS: usize = 3;

type Slot = OnceLock<Result<Box<[u8]>, Diagnostic>>;

/// One place for each service, extent and depth, filled when a page first asks for it.
pub struct Cards(Vec<Slot>);

impl Cards {
    pub fn new(services: usize) -> Self {
        Self((0..services * EXTENTS * DEPTHS).map(|_| Slot::new()).collect())
    }

    /// The card's HTML, made by `show` the first time.
    ///
    /// # Errors
    /// Those of `show`, again each time.
    pub fn get(
        &self,
        card: Fragment,
        depth: usize,
        show: impl FnOnce() -> Result<Vec<u8>, Diagnostic>,
    ) -> Result<&[u8], Diagnostic> {
        debug_assert!(depth < DEPTHS, "pages stand at most two folders deep");
        let extent = match card.extent {
            Extent::Whole => 0,
            Extent::ShortWithHours => 1,
            Extent::Short => 2,
        };
        let slot = &self.0[(card.service.0 * EXTENTS + extent) * DEPTHS + depth];
        match slot.get_or_init(|| show().map(Vec::into_boxed_slice)) {
            Ok(html) => Ok(html),
            Err(diagnostic) => Err(diagnostic.clone()),
        }
    }
}
