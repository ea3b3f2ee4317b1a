//! The site on this computer while its author writes: rebuilt at each change, shown at once, faults included.
//!
//! A small loopback server. Pages are made when they are asked for, so a change shows as fast as the site can be
//! checked. Nothing is written to disk, but what « Corriger » mends in a text (`repair`).

mod http;
mod memory;
mod page;
mod paths;
mod proof;
mod range;
mod reload;
mod repair;
mod templates;
mod watch;

use crate::diag::Diagnostics;
use crate::model::Delivery;
use crate::render::Finished;
use crate::source::{Sources, read_site};
use crate::{Examined, Order, examine};
use http::{Acceptor, Method, Request, RequestFate, Response};
use jiff::civil::Date;
use std::io::{self, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What to serve.
pub struct ServeSettings {
    /// The site's folder.
    pub root: PathBuf,
    /// 0 takes any free port.
    pub port: u16,
    pub date: Date,
    /// See [`Order::delivery`].
    pub delivery: Option<Delivery>,
}

/// A server at work.
pub struct Running {
    door: Arc<Acceptor>,
    port: u16,
    answering: thread::JoinHandle<()>,
}

impl Running {
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Blocks until the server stops.
    pub fn wait(self) {
        let _ = self.answering.join();
    }

    /// Stops answering.
    pub fn stop(self) {
        self.door.close();
        let _ = self.answering.join();
    }
}

/// What is shown: the site, unless its content has errors, and all that was found in its sources.
struct Shown {
    sources: Arc<Sources>,
    diagnostics: Diagnostics,
    finished: Option<Finished>,
}

/// What stays the same as long as the preview runs.
struct Session {
    root: PathBuf,
    token: repair::Secret,
}

/// The latest build, its number, and a bell for pages that wait for the next.
struct Latest {
    state: Mutex<(u64, Arc<Shown>)>,
    bell: Condvar,
}

impl Latest {
    fn lock(&self) -> MutexGuard<'_, (u64, Arc<Shown>)> {
        // A thread that died while holding the lock left a whole value behind: it only ever replaces it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn replace(&self, shown: Shown) {
        let mut state = self.lock();
        *state = (state.0 + 1, Arc::new(shown));
        self.bell.notify_all();
    }
}

/// Starts the server and the watch; `told` hears of each build.
///
/// # Errors
/// The port is taken, or the system refuses.
pub fn start(
    settings: ServeSettings,
    told: impl Fn(&Diagnostics, &Sources) + Send + 'static,
) -> io::Result<Running> {
    let door = Arc::new(Acceptor::open(settings.port)?);
    let port = door.port()?;
    let memory = memory::Memory::default();
    let session = Session { root: settings.root.clone(), token: repair::Secret::draw() };
    let look = move || {
        let (sources, faults) = read_site(&settings.root);
        let order = Order { minify: false, delivery: settings.delivery, ..Order::of(settings.date) };
        let Examined { sources, mut diagnostics, renderer } = examine(sources, &faults, order);
        // What is wrong with its PDFs does not keep its pages from being read.
        let finished = renderer.map(|renderer| {
            let (finished, found) = renderer.finish(&memory);
            diagnostics.extend(found);
            finished
        });
        (Shown { sources, diagnostics, finished }, settings.root.clone())
    };
    let (first, root) = look();
    told(&first.diagnostics, &first.sources);
    let latest = Arc::new(Latest { state: Mutex::new((1, Arc::new(first))), bell: Condvar::new() });
    let watched = Arc::clone(&latest);
    watch::watch(&root, move || {
        let (shown, _) = look();
        told(&shown.diagnostics, &shown.sources);
        watched.replace(shown);
    });
    let serving = Arc::clone(&door);
    let answering = thread::spawn(move || {
        serving.receive(&Arc::new(move |request: &Request| answer(request, &latest, &session)));
    });
    Ok(Running { door, port, answering })
}

fn answer(request: &Request, latest: &Arc<Latest>, session: &Session) -> RequestFate {
    if !is_ours(request) {
        return RequestFate::Whole(Response { status: 403, ..Response::default() });
    }
    let (url, query) = request.url.split_once('?').unwrap_or((request.url.as_str(), ""));
    let mends = url == repair::REPAIR;
    if request.method == Method::Other || (request.method == Method::Post) != mends {
        let allowed = if mends { "POST" } else { "GET, HEAD" };
        let headers = vec![("Allow", allowed.to_owned())];
        return RequestFate::Whole(Response { status: 405, headers, body: Vec::new() });
    }
    let (version, shown) = latest.lock().clone();
    if mends {
        let outcome = repair::repair(request, query, &session.token, &shown, &session.root);
        return RequestFate::Whole(page::mended(&outcome));
    }
    if url == reload::EVENTS {
        if request.method == Method::Head {
            let headers = vec![("Content-Type", "text/event-stream".to_owned())];
            return RequestFate::Whole(Response { status: 200, headers, body: Vec::new() });
        }
        let seen = query.parse().unwrap_or(version);
        let latest = Arc::clone(latest);
        return RequestFate::Stream(Box::new(move |stream| wait_for_change(stream, &latest, seen)));
    }
    let mut reply = if url == proof::PROOF {
        page::Reply::html(200, proof::page(query, version, &shown, session.token.as_str()))
    } else {
        page::reply(url, version, &shown)
    };
    let part = request.range.as_deref().filter(|_| reply.status == 200);
    let part = part.and_then(|wanted| range::asked(wanted, reply.body.len()));
    let mut headers = vec![
        ("Content-Type", reply.kind.to_owned()),
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Accept-Ranges", "bytes".to_owned()),
    ];
    if url == proof::PROOF {
        // A button that writes is not shown within another page, where one would press it unseen.
        headers.push(("Content-Security-Policy", "frame-ancestors 'none'".to_owned()));
        headers.push(("Referrer-Policy", "same-origin".to_owned()));
    }
    headers.extend(reply.location.map(|to| ("Location", to)));
    if let Some(part) = part {
        headers
            .push(("Content-Range", format!("bytes {}-{}/{}", part.start, part.end - 1, reply.body.len())));
        reply.body = reply.body[part].to_vec();
        reply.status = 206;
    }
    // The length is known: a browser can show how far a large file has come.
    RequestFate::Whole(Response { status: reply.status, headers, body: reply.body })
}

/// Only this computer's own names: a page of the web must not read a site in preparation through a name that
/// points here.
fn is_ours(request: &Request) -> bool {
    request.host.as_deref().is_some_and(|host| {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        ["127.0.0.1", "localhost", "[::1]"].contains(&name)
    })
}

/// How soon a page that was closed is noticed, and its connection given to another.
const PULSE: Duration = Duration::from_secs(2);

/// Server-sent events: one line at each build, a comment now and then so that a closed page is noticed.
/// `seen` is the build that the page shows.
fn wait_for_change(stream: &mut TcpStream, latest: &Latest, mut seen: u64) {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    let mut line = format!("{head}: bonjour\n\n");
    while stream.write_all(line.as_bytes()).and_then(|()| stream.flush()).is_ok() {
        let (state, _) = latest
            .bell
            .wait_timeout_while(latest.lock(), PULSE, |(version, _)| *version == seen)
            .unwrap_or_else(PoisonError::into_inner);
        line = if state.0 == seen { ": attente\n\n".to_owned() } else { format!("data: {}\n\n", state.0) };
        seen = state.0;
    }
}
