//! What the preview answers.

use super::Shown;
use super::http::Response;
use super::proof;
use super::reload::{RELOAD, SCRIPT, script};
use super::repair::Answered;
use super::templates::show;
use crate::diag::catalogue::system_reason;
use crate::diag::{Level, render_plain};
use crate::render::{Entry, Finished};
use crate::site::{Page, SiteFile};
use serde::Serialize;

/// An answer.
pub struct Reply {
    pub status: u16,
    pub kind: &'static str,
    pub body: Vec<u8>,
    pub location: Option<String>,
}

impl Reply {
    /// A page.
    pub fn html(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status, "text/html; charset=utf-8", body)
    }

    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), location: None }
    }
}

/// What follows « Corriger »: the text again, or why nothing was written.
pub fn mended(outcome: &Answered) -> Response {
    let (status, path, words) = match outcome {
        Answered::Done(path) => {
            let headers = vec![("Location", proof::address(path)), ("Cache-Control", "no-store".to_owned())];
            return Response { status: 303, headers, body: Vec::new() };
        }
        Answered::Forbidden => return Response { status: 403, ..Response::default() },
        Answered::Late(path) => {
            (409, path.as_str(), "Ce texte vient de changer. Rien n’a été écrit.".to_owned())
        }
        Answered::Refused(error) => {
            (500, "", format!("Impossible d’écrire : {}. Rien n’a été écrit.", system_reason(error)))
        }
    };
    let headers = vec![
        ("Content-Type", "text/html; charset=utf-8".to_owned()),
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    let body = show("refused.html", &Refusal { words: &words, back: proof::address(path), script: "" });
    Response { status, headers, body: body.into_bytes() }
}

/// The answer for a path, by the build of that number.
pub fn reply(url: &str, version: u64, shown: &Shown) -> Reply {
    if url == SCRIPT {
        return Reply::new(200, "text/javascript; charset=utf-8", RELOAD);
    }
    let Some(finished) = &shown.finished else {
        return Reply::html(500, faults(version, shown));
    };
    let address = if url == "/" { "index.html" } else { url.trim_start_matches('/') };
    match finished.entry(address) {
        Some(entry) => made(finished, &entry, version, shown),
        // The page's own links are relative: it must be shown where it stands.
        None if address.contains('/') => {
            let mut reply = Reply::new(302, "text/plain; charset=utf-8", "");
            reply.location = Some("/404.html".to_owned());
            reply
        }
        None => {
            let entry = Entry { address: "404.html", file: SiteFile::Page(Page::NotFound) };
            let mut reply = made(finished, &entry, version, shown);
            reply.status = 404;
            reply
        }
    }
}

fn made(finished: &Finished, entry: &Entry<'_>, version: u64, shown: &Shown) -> Reply {
    match (finished.make(entry), entry.file) {
        (Ok(made), SiteFile::Page(page)) => {
            let span = page.written_at(finished.site());
            let text = span.map(|span| shown.sources.get(span.file).path.as_str());
            Reply::html(200, with_script(&made.bytes, version, text, shown))
        }
        (Ok(made), _) => Reply::new(200, made.media_type, made.bytes.into_owned()),
        (Err(diagnostic), _) => {
            let text = render_plain(&diagnostic.into(), &shown.sources);
            Reply::html(500, document(version, &text))
        }
    }
}

/// The page, the warnings under it, the way to its text, and the script that reloads it.
fn with_script(bytes: &[u8], version: u64, text: Option<&str>, shown: &Shown) -> String {
    let html = String::from_utf8_lossy(bytes);
    let (before, after) = html.rsplit_once("</body>").unwrap_or((&html, ""));
    let warns = shown.diagnostics.count(Level::Warning) > 0;
    let below = Below {
        found: warns.then(|| render_plain(&shown.diagnostics.without_information(), &shown.sources)),
        way: text.map_or_else(|| proof::PROOF.to_owned(), proof::address),
        own: text.is_some(),
        script: script(version),
    };
    [before, &show("below.html", &below), "</body>", after].concat()
}

/// All that is wrong, in place of the page, until it is mended.
fn faults(version: u64, shown: &Shown) -> String {
    document(version, &render_plain(&shown.diagnostics.without_information(), &shown.sources))
}

fn document(version: u64, found: &str) -> String {
    show("faults.html", &Faults { found, texts: proof::PROOF, script: script(version) })
}

/// Why « Corriger » wrote nothing.
#[derive(Serialize)]
struct Refusal<'a> {
    words: &'a str,
    back: String,
    script: &'static str,
}

/// What stands under a page of the site.
#[derive(Serialize)]
struct Below {
    found: Option<String>,
    way: String,
    /// The page has one text of its own.
    own: bool,
    script: String,
}

#[derive(Serialize)]
struct Faults<'a> {
    found: &'a str,
    texts: &'static str,
    script: String,
}
