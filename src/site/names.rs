//! The names of one kind of sheet, and what each stands for.

use crate::diag::Diagnostics;
use crate::diag::catalogue::identity;
use crate::source::{At, Span};
use crate::text::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of one kind of sheet.
pub(super) struct SheetNames {
    /// « un guide », « un service »…, for messages.
    pub article: &'static str,
    pub index: BTreeMap<String, usize>,
    unread: Missing,
}

/// Sheets of one kind that exist and could not be read.
pub(super) enum Missing {
    /// These.
    Some(BTreeSet<String>),
    /// Any: the file that lists them all could not be read.
    Any,
}

impl From<bool> for Missing {
    /// Whether the file that lists them all could not be read.
    fn from(unread: bool) -> Self {
        if unread { Self::Any } else { Self::Some(BTreeSet::new()) }
    }
}

impl From<&BTreeSet<String>> for Missing {
    fn from(ids: &BTreeSet<String>) -> Self {
        Self::Some(ids.clone())
    }
}

impl SheetNames {
    pub fn new<'a>(
        article: &'static str,
        ids: impl Iterator<Item = (&'a str, Span)>,
        unread: Missing,
        out: &mut Diagnostics,
    ) -> Self {
        let mut index = BTreeMap::new();
        let mut places: BTreeMap<String, Span> = BTreeMap::new();
        for (at, (id, span)) in ids.enumerate() {
            if let Some(first) = places.get(id) {
                out.push(identity::duplicate_id(span, id, *first));
                continue;
            }
            places.insert(id.to_owned(), span);
            index.insert(id.to_owned(), at);
        }
        Self { article, index, unread }
    }

    /// Whether a name that is not there may be that of a sheet that could not be read.
    pub fn excuses(&self, id: &str) -> bool {
        match &self.unread {
            Missing::Some(ids) => ids.contains(id),
            Missing::Any => true,
        }
    }

    pub fn near(&self, id: &str) -> Option<&str> {
        nearest(id, self.index.keys().map(String::as_str))
    }

    /// What a name stands for; an unknown name is said, unless its sheet could not be read.
    pub fn find<T>(&self, name: &At<String>, id: fn(usize) -> T, out: &mut Diagnostics) -> Option<T> {
        if let Some(at) = self.index.get(&name.value) {
            return Some(id(*at));
        }
        if !self.excuses(&name.value) {
            let near = self.near(&name.value);
            out.push(identity::unknown_reference(name.span, self.article, &name.value, near));
        }
        None
    }

    /// What the names of a list stand for.
    pub fn list<T>(&self, list: &[At<String>], id: fn(usize) -> T, out: &mut Diagnostics) -> Vec<T> {
        list.iter().filter_map(|name| self.find(name, id, out)).collect()
    }
}
