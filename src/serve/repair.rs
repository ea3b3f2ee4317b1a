//! « Corriger »: the one thing that the preview writes, and only when its own page asks.
//!
//! Another page of the same browser may send a request here, though it cannot read what comes back. So a request must come from
//! the preview's own address, and hold a token that only the preview's pages know.

use super::Shown;
use super::http::{Method, Request};
use super::paths::decoded;
use crate::diag::{Diagnostic, Place};
use crate::mend::{Mending, Unwritten};
use std::hash::{BuildHasher, RandomState};
use std::path::Path;

/// Where « Corriger » is sent.
pub const REPAIR: &str = "/_eliane/corriger";

/// What only pages of this run of the preview know.
pub struct Secret(String);

impl Secret {
    /// 128 bits that the system drew: the keys of the standard library's tables, as far as they show.
    pub fn draw() -> Self {
        let half = || RandomState::new().hash_one("eliane");
        Self(format!("{:016x}{:016x}", half(), half()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compared whole, so that how long it takes tells nothing.
    fn is(&self, other: &str) -> bool {
        let differs = |(a, b): (u8, u8)| a ^ b;
        other.len() == self.0.len()
            && self.0.bytes().zip(other.bytes()).map(differs).fold(0, |a, b| a | b) == 0
    }
}

/// What became of it.
pub enum Answered {
    /// Done; the text to show.
    Done(String),
    Forbidden,
    /// The finding is there no more, or its file changed.
    Late(String),
    Refused(std::io::Error),
}

/// Mends one finding: `token&code&byte&path`.
pub fn repair(request: &Request, query: &str, token: &Secret, shown: &Shown, root: &Path) -> Answered {
    let mut parts = query.splitn(4, '&');
    let [given, code, byte, path] = [(); 4].map(|()| parts.next().unwrap_or_default());
    if request.method != Method::Post || !from_our_page(request) || !token.is(given) {
        return Answered::Forbidden;
    }
    let path = decoded(path);
    let is_it = |found: &&Diagnostic| match found.place {
        Place::Span(span) => {
            found.code.id == code
                && span.start.to_string() == byte
                && shown.sources.get(span.file).path == path
                && !found.edits.is_empty()
        }
        _ => false,
    };
    let Some(found) = shown.diagnostics.iter().find(is_it) else { return Answered::Late(path) };
    let mut mending = Mending::new(root);
    if !mending.pass([found], &mut (*shown.sources).clone()) {
        return Answered::Late(path);
    }
    match mending.write() {
        Ok(()) => Answered::Done(path),
        Err(Unwritten::Changed(_)) => Answered::Late(path),
        Err(Unwritten::Disk(_, error)) => Answered::Refused(error),
    }
}

/// Whether the browser says that a page of this very address asks. Every browser names the origin of a form that is sent.
fn from_our_page(request: &Request) -> bool {
    let host = request.host.as_deref().unwrap_or_default();
    request.origin.as_deref() == Some(format!("http://{host}").as_str())
        && request.site.as_deref().is_none_or(|site| site == "same-origin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_its_own_only() {
        let (one, other) = (Secret::draw(), Secret::draw());
        assert_eq!(one.as_str().len(), 32);
        assert!(one.is(one.as_str()) && !one.is(other.as_str()));
        assert!(!one.is("") && !one.is(&one.as_str()[1..]) && !one.is(&format!("{}0", one.as_str())));
    }
}
