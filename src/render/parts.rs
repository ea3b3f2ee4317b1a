//! Parts of pages that were shown already, kept for the other pages that hold them.

use crate::view::Fragment;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of shown parts above which all are forgotten: pages come département by département, and those of the
/// next one need other parts. So a site of the whole of France is built in no more memory than one of a region.
const KEPT: usize = 16 << 20;

/// Locks, so that threads seldom wait for each other; any number does.
const DRAWERS: usize = 64;

type Drawer = Mutex<BTreeMap<(Fragment, usize), Arc<[u8]>>>;

/// Shown parts, by part and by depth of the page that holds them.
pub struct SharedParts {
    all: Vec<Drawer>,
    bytes: AtomicUsize,
}

impl SharedParts {
    pub fn new() -> Self {
        Self { all: (0..DRAWERS).map(|_| Drawer::default()).collect(), bytes: AtomicUsize::new(0) }
    }

    /// The part's HTML, made by `make` when it is not there. Two threads may make it at once: they make the
    /// same bytes.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get<E>(
        &self,
        fragment: Fragment,
        depth: usize,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<[u8]>, E> {
        let drawer = &self.all[fragment.service.0 % DRAWERS];
        let key = (fragment, depth);
        // A panic elsewhere leaves whole entries behind.
        if let Some(html) = drawer.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(html));
        }
        let html: Arc<[u8]> = make()?.into();
        if self.bytes.fetch_add(html.len(), Ordering::Relaxed) > KEPT {
            self.bytes.store(0, Ordering::Relaxed);
            for drawer in &self.all {
                drawer.lock().unwrap_or_else(PoisonError::into_inner).clear();
            }
        }
        drawer.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&html));
        Ok(html)
    }
}
