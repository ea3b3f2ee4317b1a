//! PDFs of the preview: what did not change is not laid out again.

use crate::print::{Printed, Store};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Documents above which all are forgotten: an afternoon of writing changes a guide hundreds of times.
const MOST: usize = 2000;

/// The documents laid out since the preview began.
#[derive(Default)]
pub(super) struct Memory(Mutex<BTreeMap<String, Printed>>);

impl Store for Memory {
    fn get(&self, key: &str) -> Option<Printed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: &str, printed: &Printed) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key.to_owned(), printed.clone());
    }
}
