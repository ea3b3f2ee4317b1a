//! What the preview answers.

use super::proof;
use crate::Examined;
use crate::diag::{Level, render_plain};
use crate::render::Renderer;
use crate::site::Page;
use crate::view::escape;

/// Where pages hear of changes.
pub const EVENTS: &str = "/_eliane/evenements";
const SCRIPT: &str = "/_eliane/recharger.js";
/// Says which build the page shows: a change made before the page listens must not be missed.
const RELOAD: &str = "new EventSource('/_eliane/evenements?' + document.currentScript.dataset.version).onmessage = () => location.reload();\n";

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

/// The answer for a path, by the build of that number.
pub fn reply(url: &str, version: u64, examined: &Examined) -> Reply {
    if url == SCRIPT {
        return Reply::new(200, "text/javascript; charset=utf-8", RELOAD);
    }
    let Some(renderer) = &examined.renderer else {
        return Reply::html(500, faults(version, examined));
    };
    let address = if url == "/" { "index.html" } else { url.trim_start_matches('/') };
    match renderer.site().addresses.get(address) {
        Some(page) => shown(renderer, address, page, version, examined),
        // The page's own links are relative: it must be shown where it stands.
        None if address.contains('/') => {
            let mut reply = Reply::new(302, "text/plain; charset=utf-8", "");
            reply.location = Some("/404.html".to_owned());
            reply
        }
        None => {
            let mut reply = shown(renderer, "404.html", Page::NotFound, version, examined);
            reply.status = 404;
            reply
        }
    }
}

fn shown(renderer: &Renderer, address: &str, page: Page, version: u64, examined: &Examined) -> Reply {
    match renderer.bytes(address, page) {
        Ok(bytes) if address.ends_with(".html") => {
            let text = proof::source(renderer.site(), &examined.sources, page);
            Reply::html(200, with_script(&bytes, version, text.as_deref(), examined))
        }
        Ok(bytes) => Reply::new(200, kind(address), bytes.into_owned()),
        Err(diagnostic) => {
            let mut diagnostics = crate::diag::Diagnostics::default();
            diagnostics.push(diagnostic);
            let text = render_plain(&diagnostics, &examined.sources);
            Reply::html(500, document(version, &text))
        }
    }
}

fn kind(address: &str) -> &'static str {
    match crate::source::extension(address).as_str() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "webm" => "video/webm",
        "mp4" => "video/mp4",
        "xml" => "application/xml; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The page, the warnings under it, the way to its text, and the script that reloads it.
fn with_script(bytes: &[u8], version: u64, text: Option<&str>, examined: &Examined) -> String {
    let html = String::from_utf8_lossy(bytes);
    let (before, after) = html.rsplit_once("</body>").unwrap_or((&html, ""));
    let mut out = before.to_owned();
    if examined.diagnostics.count(Level::Warning) > 0 {
        out.push_str("<aside class=\"no-print\"><pre>");
        escape(&render_plain(&examined.diagnostics.without_information(), &examined.sources), &mut out);
        out.push_str("</pre></aside>");
    }
    let way = text.map_or_else(|| proof::PROOF.to_owned(), proof::address);
    let words = if text.is_some() {
        "Relire ce texte, avec les remarques"
    } else {
        "Relire les textes, avec les remarques"
    };
    out.push_str(&format!("<p class=\"no-print\"><a href=\"{way}\">{words}</a></p>"));
    out.push_str(&format!("{}</body>{after}", script(version)));
    out
}

pub fn script(version: u64) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{version}\" defer></script>")
}

/// All that is wrong, in place of the page, until it is mended.
fn faults(version: u64, examined: &Examined) -> String {
    document(version, &render_plain(&examined.diagnostics.without_information(), &examined.sources))
}

fn document(version: u64, text: &str) -> String {
    let mut out = String::from(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Éliane : à corriger</title></head><body><h1>À corriger</h1>",
    );
    out.push_str(&format!(
        "<p><a href=\"{}\">Relire les textes, avec les remarques à côté</a></p><pre>",
        proof::PROOF
    ));
    escape(text, &mut out);
    out.push_str(&format!("</pre>{}</body></html>", script(version)));
    out
}
