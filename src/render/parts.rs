//! Parts of pages that were shown already, kept for the other pages that hold them.

use crate::diag::Diagnostic;
use crate::view::Fragment;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of shown parts above which all are forgotten: pages come département by département, and those of the
/// next one need other parts. So a site of the whole of France is built in no more memory than one of a region.
const KEPT: usize = 16 << 20;

/// Locks, so that threads seldom wait for each other; any number does.
const SHELVES: usize = 64;

type Shelf = Mutex<BTreeMap<(Fragment, usize), Arc<[u8]>>>;

/// Shown parts, by part and by depth of the page that holds them.
pub struct Parts {
    shelves: Vec<Shelf>,
    bytes: AtomicUsize,
}

impl Parts {
    pub fn new() -> Self {
        Self { shelves: (0..SHELVES).map(|_| Shelf::default()).collect(), bytes: AtomicUsize::new(0) }
    }

    /// The part's HTML, made by `show` when it is not there. Two threads may make it at once: they make the
    /// same bytes.
    ///
    /// # Errors
    /// Those of `show`.
    pub fn get(
        &self,
        fragment: Fragment,
        depth: usize,
        show: impl FnOnce() -> Result<Vec<u8>, Diagnostic>,
    ) -> Result<Arc<[u8]>, Diagnostic> {
        let shelf = &self.shelves[fragment.service.0 % SHELVES];
        let key = (fragment, depth);
        // A panic elsewhere leaves whole entries behind.
        if let Some(html) = shelf.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(html));
        }
        let html: Arc<[u8]> = show()?.into();
        if self.bytes.fetch_add(html.len(), Ordering::Relaxed) > KEPT {
            self.bytes.store(0, Ordering::Relaxed);
            for shelf in &self.shelves {
                shelf.lock().unwrap_or_else(PoisonError::into_inner).clear();
            }
        }
        shelf.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&html));
        Ok(html)
    }
}
