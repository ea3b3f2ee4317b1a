//! Findings of one file, not more than a person can use.

use crate::diag::catalogue::captions as say;
use crate::diag::{Diagnostic, Diagnostics};
use std::collections::BTreeMap;

/// Of each code, so many at most in a file: who has more has one mistake, many times.
const MOST: usize = 50;

#[derive(Default)]
pub struct Findings {
    list: Vec<Diagnostic>,
    /// By code: how many there were, and where the last that was kept stands in the list.
    counts: BTreeMap<&'static str, (usize, usize)>,
}

impl Findings {
    pub fn push(&mut self, finding: Diagnostic) {
        let (count, last) = self.counts.entry(finding.code.id).or_default();
        *count += 1;
        if *count <= MOST {
            *last = self.list.len();
            self.list.push(finding);
        }
    }

    /// All that is to be said, in the order it was found.
    pub fn finish(mut self) -> Diagnostics {
        for (count, last) in self.counts.into_values().filter(|(count, _)| *count > MOST) {
            say::and_more(&mut self.list[last], count - MOST);
        }
        let mut out = Diagnostics::default();
        for finding in self.list {
            out.push(finding);
        }
        out
    }
}
