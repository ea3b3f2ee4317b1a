//! As much of HTTP/1.1 as a preview needs: one connection a thread, one request after another, and never more than
//! [`MOST`] connections.

use std::io::{self, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A browser holds six for a site, and one that waits in each of its pages.
const MOST: usize = 64;
/// Bytes of a request before its body.
const LONGEST_HEAD: usize = 16 << 10;
const MOST_HEADERS: usize = 64;
/// Who says nothing for so long makes room for others.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was asked.
pub(super) struct Request {
    pub method: Method,
    /// The path, and what follows `?`.
    pub url: String,
    pub host: Option<String>,
    pub range: Option<String>,
    /// The address of the page that asks, as the browser says it with what it sends.
    pub origin: Option<String>,
    /// `Sec-Fetch-Site`: how near that page is.
    pub site: Option<String>,
    /// Whether the same connection may ask again.
    keeps: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    /// Without a body: what is asked is in the address.
    Post,
    Other,
}

/// An answer whose length is known.
#[derive(Default)]
pub(super) struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// What becomes of a request.
pub(super) enum RequestFate {
    Whole(Response),
    /// This function has the connection for itself until it ends.
    Stream(Box<dyn FnOnce(&mut TcpStream) + Send>),
}

/// Connections that are taken.
pub(super) struct Acceptor {
    listener: TcpListener,
    closed: AtomicBool,
    inside: AtomicUsize,
}

impl Acceptor {
    /// Opens a port of this computer's own; 0 takes any that is free.
    pub fn open(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        Ok(Self { listener, closed: AtomicBool::new(false), inside: AtomicUsize::new(0) })
    }

    pub fn port(&self) -> io::Result<u16> {
        Ok(self.listener.local_addr()?.port())
    }

    /// No connection is taken any more.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        // Wakes who waits for the next one.
        let _ = self.port().and_then(|port| TcpStream::connect((Ipv4Addr::LOCALHOST, port)));
    }

    /// Takes connections until the door is closed.
    pub fn receive(self: &Arc<Self>, answer: &Arc<impl Fn(&Request) -> RequestFate + Send + Sync + 'static>) {
        loop {
            let taken = self.listener.accept();
            if self.closed.load(Ordering::SeqCst) {
                return;
            }
            let Ok((stream, _)) = taken else {
                // Too many open files, say: some will be closed soon.
                thread::sleep(Duration::from_millis(20));
                continue;
            };
            if self.inside.load(Ordering::SeqCst) >= MOST {
                turn_away(&stream);
                continue;
            }
            let seat = Seat::take(self);
            let answer = Arc::clone(answer);
            // A system that has no thread left drops the connection, and its seat with it.
            let _ = thread::Builder::new().spawn(move || {
                let _seat = seat;
                let _ = talk(stream, &*answer);
            });
        }
    }
}

/// A place among [`MOST`], free again whatever happens to its thread.
struct Seat(Arc<Acceptor>);

impl Seat {
    fn take(door: &Arc<Acceptor>) -> Self {
        door.inside.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(door))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, Ordering::SeqCst);
    }
}

fn turn_away(mut stream: &TcpStream) {
    let _ = stream.set_write_timeout(Some(Duration::from_millis(100)));
    let busy = Response { status: 503, ..Response::default() };
    let _ = busy.send(&mut stream, false, true);
}

/// Answers one connection, as long as it asks.
fn talk(mut stream: TcpStream, answer: &impl Fn(&Request) -> RequestFate) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE * 6))?;
    // A page is written in one go: waiting for more gains nothing.
    stream.set_nodelay(true)?;
    let mut from = BufReader::new(stream.try_clone()?);
    while let Some(request) = Request::read(&mut from)? {
        let Ok(request) = request else {
            return Response { status: 400, ..Response::default() }.send(&mut stream, false, true);
        };
        match answer(&request) {
            RequestFate::Whole(response) => {
                response.send(&mut stream, request.keeps, request.method != Method::Head)?;
            }
            RequestFate::Stream(speak) => {
                speak(&mut stream);
                return Ok(());
            }
        }
        if !request.keeps {
            return Ok(());
        }
    }
    Ok(())
}

/// A request that cannot be read.
struct Unreadable;

impl Request {
    /// The next request; `None` when there is none.
    fn read(from: &mut impl Read) -> io::Result<Option<Result<Self, Unreadable>>> {
        let since = Instant::now();
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && !head.ends_with(b"\n\n") {
            // Letter by letter for ever is one way to keep a seat.
            if head.len() >= LONGEST_HEAD || since.elapsed() > PATIENCE * 2 {
                return Ok(Some(Err(Unreadable)));
            }
            if from.read(&mut byte)? == 0 {
                return Ok(None);
            }
            head.push(byte[0]);
        }
        Ok(Some(Self::parse(&head).ok_or(Unreadable)))
    }

    fn parse(head: &[u8]) -> Option<Self> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        parsed.parse(head).ok().filter(httparse::Status::is_complete)?;
        let value = |name: &str| {
            let found = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
            Some(String::from_utf8_lossy(found.value).trim().to_owned())
        };
        let method = match parsed.method? {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            "POST" => Method::Post,
            _ => Method::Other,
        };
        // A body is not read: what follows it on the connection could not be told from it.
        let body = value("Content-Length").is_some_and(|length| length != "0")
            || value("Transfer-Encoding").is_some();
        let closes = value("Connection").is_some_and(|wish| wish.to_ascii_lowercase().contains("close"));
        Some(Self {
            method,
            url: parsed.path?.to_owned(),
            host: value("Host"),
            range: value("Range"),
            origin: value("Origin"),
            site: value("Sec-Fetch-Site"),
            keeps: matches!(method, Method::Get | Method::Head)
                && !body
                && !closes
                && parsed.version == Some(1),
        })
    }
}

impl Response {
    fn send(&self, to: &mut impl Write, keeps: bool, with_body: bool) -> io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            206 => "Partial Content",
            302 => "Found",
            303 => "See Other",
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            409 => "Conflict",
            503 => "Service Unavailable",
            _ => "Internal Server Error",
        };
        let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", self.status).into_bytes();
        for (name, value) in &self.headers {
            // A line end inside a value would begin another header.
            if !value.contains(['\r', '\n']) {
                bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
            }
        }
        let connection = if keeps { "keep-alive" } else { "close" };
        bytes.extend_from_slice(
            format!("Content-Length: {}\r\nConnection: {connection}\r\n\r\n", self.body.len()).as_bytes(),
        );
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        to.write_all(&bytes)?;
        to.flush()
    }
}
