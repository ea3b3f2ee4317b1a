//! The site on this computer while its author writes: rebuilt at each change, shown at once, faults included.
//!
//! A small loopback server. Pages are made when they are asked for, so a change shows as fast as the site can be
//! checked. Nothing is written to disk.

mod memory;
mod page;
mod proof;
mod range;
mod watch;

use crate::model::Delivery;
use crate::source::read_site;
use crate::{Examined, Order, examine};
use jiff::civil::Date;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Request, Response, Server};

/// What to serve.
pub struct Settings {
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
    server: Arc<Server>,
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
        self.server.unblock();
        let _ = self.answering.join();
    }
}

/// The latest build, its number, and a bell for pages that wait for the next.
struct Latest {
    state: Mutex<(u64, Arc<Examined>)>,
    bell: Condvar,
}

impl Latest {
    fn lock(&self) -> MutexGuard<'_, (u64, Arc<Examined>)> {
        // A thread that died while holding the lock left a whole value behind: it only ever replaces it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn replace(&self, examined: Examined) {
        let mut state = self.lock();
        *state = (state.0 + 1, Arc::new(examined));
        self.bell.notify_all();
    }
}

/// Starts the server and the watch; `told` hears of each build.
///
/// # Errors
/// The port is taken, or the system refuses.
pub fn start(settings: Settings, told: impl Fn(&Examined) + Send + 'static) -> io::Result<Running> {
    let server = Server::http(("127.0.0.1", settings.port)).map_err(|error| {
        error.downcast::<io::Error>().map_or_else(|other| io::Error::other(other.to_string()), |io| *io)
    })?;
    let server = Arc::new(server);
    let port = server.server_addr().to_ip().map_or(settings.port, |address| address.port());
    let memory = memory::Memory::default();
    let look = move || {
        let (sources, faults) = read_site(&settings.root);
        let order = Order { minify: false, delivery: settings.delivery, ..Order::of(settings.date) };
        let mut examined = examine(sources, &faults, order);
        if let Some(renderer) = &examined.renderer {
            let found = renderer.press(&memory).clone();
            examined.diagnostics.extend(found);
        }
        (examined, settings.root.clone())
    };
    let (first, root) = look();
    told(&first);
    let latest = Arc::new(Latest { state: Mutex::new((1, Arc::new(first))), bell: Condvar::new() });
    let watched = Arc::clone(&latest);
    watch::watch(&root, move || {
        let (examined, _) = look();
        told(&examined);
        watched.replace(examined);
    });
    let serving = Arc::clone(&server);
    let answering = thread::spawn(move || {
        for request in serving.incoming_requests() {
            let latest = Arc::clone(&latest);
            // One thread a request: pages that wait for a change hold theirs, and there are a handful.
            thread::spawn(move || answer(request, &latest));
        }
    });
    Ok(Running { server, port, answering })
}

fn answer(request: Request, latest: &Latest) {
    if !is_ours(&request) {
        let _ = request.respond(Response::from_string("").with_status_code(403));
        return;
    }
    let (url, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    let (version, examined) = latest.lock().clone();
    if url == page::EVENTS {
        let seen = query.parse().unwrap_or(version);
        return wait_for_change(request, latest, seen);
    }
    let mut reply = if url == proof::PROOF {
        page::Reply::html(200, proof::page(query, version, &examined))
    } else {
        page::reply(url, version, &examined)
    };
    let wanted = request.headers().iter().find(|header| header.field.equiv("Range"));
    let part = wanted.filter(|_| reply.status == 200);
    let part = part.and_then(|header| range::asked(header.value.as_str(), reply.body.len()));
    let mut place = None;
    if let Some(part) = part {
        place = Some(format!("bytes {}-{}/{}", part.start, part.end - 1, reply.body.len()));
        reply.body = reply.body[part].to_vec();
        reply.status = 206;
    }
    // The length is known: a browser can show how far a large file has come.
    let mut response =
        Response::from_data(reply.body).with_status_code(reply.status).with_chunked_threshold(usize::MAX);
    let headers = [
        ("Content-Type", reply.kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Accept-Ranges", "bytes"),
    ];
    let place = place.as_deref().map(|place| ("Content-Range", place));
    for (name, value) in
        headers.into_iter().chain(reply.location.as_deref().map(|to| ("Location", to))).chain(place)
    {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// Only this computer's own names: a page of the web must not read a site in preparation through a name that
/// points here.
fn is_ours(request: &Request) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    host.is_some_and(|host| {
        let name = host.value.as_str().rsplit_once(':').map_or(host.value.as_str(), |(name, _)| name);
        ["127.0.0.1", "localhost", "[::1]"].contains(&name)
    })
}

/// Server-sent events: one line at each build, a comment now and then so that a closed page is noticed.
/// `seen` is the build that the page shows.
fn wait_for_change(request: Request, latest: &Latest, mut seen: u64) {
    let mut writer = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    let mut line = format!("{head}: bonjour\n\n");
    while writer.write_all(line.as_bytes()).and_then(|()| writer.flush()).is_ok() {
        let (state, _) = latest
            .bell
            .wait_timeout_while(latest.lock(), Duration::from_secs(15), |(version, _)| *version == seen)
            .unwrap_or_else(PoisonError::into_inner);
        line = if state.0 == seen { ": attente\n\n".to_owned() } else { format!("data: {}\n\n", state.0) };
        seen = state.0;
    }
}
