//! A browser, as little of one as the tests need: it sends a path as it is, which a real one would tidy.

use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}\n{}", self.status, self.headers, self.text())
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn kind(&self) -> &str {
        self.header("Content-Type").unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One request, whose answer must come; `host` as a browser would send it.
pub fn get(port: u16, path: &str, host: &str) -> Answer {
    let mut bytes = Vec::new();
    ask(port, path, host).read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("no end of the headers");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers: Vec<_> = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
    assert!(answer.header("Transfer-Encoding").is_none(), "{:?}", answer.headers);
    answer
}

/// The head of the answer to a request of that method, and whether anything follows it.
pub fn head_of(port: u16, method: &str, path: &str) -> (String, bool) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("no end of the headers");
    (head.to_owned(), !body.is_empty())
}

/// The answer to a request for a part of a file: `bytes=2-4`.
pub fn part(port: u16, path: &str, range: &str) -> Answer {
    get(port, path, &format!("127.0.0.1:{port}\r\nRange: {range}"))
}

fn ask(port: u16, path: &str, host: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let host = if host.is_empty() { String::new() } else { format!("Host: {host}\r\n") };
    write!(stream, "GET {path} HTTP/1.1\r\n{host}Connection: close\r\n\r\n").unwrap();
    stream
}

/// An `EventSource`, once the server has answered it.
pub struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    pub fn open(port: u16, path: &str) -> Self {
        let mut events = Self { lines: BufReader::new(ask(port, path, &format!("127.0.0.1:{port}"))) };
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            head.push_str(&events.line().expect("no headers"));
        }
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(head.contains("Content-Type: text/event-stream\r\n"), "{head}");
        events
    }

    /// The next line, or nothing when none comes in time.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        self.lines.read_line(&mut line).ok().filter(|&length| length > 0).map(|_| line)
    }

    /// The next message, whatever comments come before it; nothing when none comes within `time`.
    pub fn message(&mut self, time: Duration) -> Option<String> {
        self.lines.get_ref().set_read_timeout(Some(time)).unwrap();
        loop {
            let line = self.line()?;
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(data.trim_end().to_owned());
            }
        }
    }
}

/// What a form sends: a POST without a body, with those lines in its head.
pub fn post(port: u16, path: &str, head: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "POST {path} HTTP/1.1\r\n{head}Content-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    (text.split(' ').nth(1).unwrap().parse().unwrap(), text)
}
