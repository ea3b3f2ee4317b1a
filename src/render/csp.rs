//! The security policy of each page, in a meta tag that works from a USB key as from the web.
//!
//! `'self'` matches our own files on `file://` too; `form-action` must name `file:` or Firefox silently kills
//! a search form there (measured, November 2026).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What templates write where the policy goes.
pub const PLACEHOLDER: &str = "__CSP__";

/// Puts the policy in, with the hashes of the page's inline blocks as they stand after minifying.
#[must_use]
pub fn with_policy(html: Vec<u8>) -> Vec<u8> {
    let Some(at) = find(&html, PLACEHOLDER.as_bytes(), 0) else { return html };
    let text = String::from_utf8_lossy(&html);
    let policy = policy(&inline(&text, "style"), &inline(&text, "script"));
    // Minifying takes away quotes that the placeholder did not need; the policy does.
    let quote: &[u8] = if html[..at].ends_with(b"=") { b"\"" } else { b"" };
    let mut out = Vec::with_capacity(html.len() + policy.len() + 2);
    out.extend_from_slice(&html[..at]);
    out.extend_from_slice(quote);
    out.extend_from_slice(policy.as_bytes());
    out.extend_from_slice(quote);
    out.extend_from_slice(&html[at + PLACEHOLDER.len()..]);
    out
}

fn policy(styles: &[String], scripts: &[String]) -> String {
    let with = |hashes: &[String]| hashes.iter().map(|hash| format!(" 'sha256-{hash}'")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self'{}; style-src 'self'{}; img-src 'self' data:; font-src 'self'; \
         media-src 'self' data:; worker-src 'self'; manifest-src 'self'; connect-src 'self'; \
         form-action 'self' file: zim:; base-uri 'none'",
        with(scripts),
        with(styles)
    )
}

/// The hashes of the contents of `<tag>` elements that hold their content themselves.
fn inline(html: &str, tag: &str) -> Vec<String> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut hashes = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&open).map(|at| from + at) {
        let Some(head) = html[start..].find('>').map(|at| start + at + 1) else { break };
        let Some(end) = html[head..].find(&close).map(|at| head + at) else { break };
        if !html[start..head].contains("src=") && end > head {
            hashes.push(STANDARD.encode(Sha256::digest(&html.as_bytes()[head..end])));
        }
        from = end;
    }
    hashes
}

fn find(haystack: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    haystack[from..].windows(needle.len()).position(|window| window == needle).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_blocks_are_named_by_their_hash() {
        let html = b"<meta content=\"__CSP__\"><style>p{}</style><script src=a.js></script>".to_vec();
        let page = String::from_utf8(with_policy(html)).unwrap();
        let hash = STANDARD.encode(Sha256::digest(b"p{}"));
        assert!(page.contains(&format!("style-src 'self' 'sha256-{hash}'")));
        assert!(page.contains("script-src 'self';"), "{page}");
    }

    #[test]
    fn the_policy_is_one_attribute_after_minifying_too() {
        for html in ["<meta content=__CSP__ http-equiv=x>", "<meta content=\"__CSP__\" http-equiv=x>"] {
            let page = String::from_utf8(with_policy(html.as_bytes().to_vec())).unwrap();
            assert!(page.starts_with("<meta content=\"default-src 'none';"), "{page}");
            assert!(page.ends_with("base-uri 'none'\" http-equiv=x>"), "{page}");
        }
    }

    #[test]
    fn nothing_unsafe_is_ever_allowed() {
        let policy = policy(&[], &[]);
        assert!(!policy.contains("unsafe") && policy.starts_with("default-src 'none'"));
    }
}
