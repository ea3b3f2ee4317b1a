//! Requests of every kind and in any number: the preview answers what it should, with threads that are counted, and a
//! site that goes away and comes back is shown again.

use super::client::{Events, get, head_of};
use super::{PATIENCE, Preview};
use crate::common::Site;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const PAGES: [&str; 5] = ["/", "/index.html", "/rien.html", "/_eliane/evenements", "/_eliane/recharger.js"];

#[test]
fn only_reading_is_answered() {
    let preview = Preview::of(Site::new());
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "MKCOL", "PURGE",
        "LOCK", "get", "Get", "HEADS", "GETX", "X", "BREW", "COPY", "MOVE", "SEARCH",
    ] {
        for path in PAGES {
            let (head, _) = head_of(preview.port, method, path);
            assert!(head.starts_with("HTTP/1.1 405 "), "{method} {path}: {head}");
            assert!(head.contains("Allow: GET, HEAD"), "{method} {path}: {head}");
        }
    }
    for path in PAGES {
        let (head, body) = head_of(preview.port, "HEAD", path);
        let wanted = if path == "/rien.html" { " 404 " } else { " 200 " };
        assert!(head.contains(wanted) && !body, "{path}: {head}");
    }
    let (of_head, _) = head_of(preview.port, "HEAD", "/");
    let (of_get, body) = head_of(preview.port, "GET", "/");
    assert_eq!(of_head, of_get);
    assert!(body);
}

#[test]
fn what_is_no_request_is_refused_and_harms_nobody() {
    let preview = Preview::of(Site::new());
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(100_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: 1\r\n".repeat(500));
    for bytes in [
        &b"\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET  /  HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        long.as_bytes(),
        many.as_bytes(),
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let text = String::from_utf8_lossy(&answer);
        let refused = [" 400 ", " 403 "].iter().any(|code| text.get(8..13) == Some(*code));
        assert!(
            refused || text.is_empty(),
            "{:?}: {text}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
        );
    }
    assert_eq!(preview.get("/").status, 200);
}

/// The program by itself, whose threads can be counted.
struct Alone {
    child: std::process::Child,
    port: u16,
}

impl Alone {
    fn of(site: &Site) -> Self {
        let mut command = site.command(&["montrer", "--port", "0", "--date", "2026-11-24"]);
        let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        let mut words = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("127.0.0.1:") {
            line.clear();
            assert!(words.read_line(&mut line).unwrap() > 0, "it never opens");
        }
        let port = line.split("127.0.0.1:").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        // Who no longer listens would stop its words.
        std::thread::spawn(move || std::io::copy(&mut words, &mut std::io::sink()));
        Self { child, port }
    }

    /// Threads, and megabytes of memory.
    #[cfg(target_os = "linux")]
    fn size(&self) -> (usize, usize) {
        let status = fs_err::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let number = |key: &str| -> usize {
            let line = status.lines().find(|line| line.starts_with(key)).unwrap();
            line.split_whitespace().nth(1).unwrap().parse().unwrap()
        };
        (number("Threads:"), number("VmRSS:") / 1024)
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_crowd_is_answered_by_few_threads() {
    let site = Site::new();
    let alone = Alone::of(&site);
    let (threads, memory) = alone.size();
    let ask = "GET /actifs/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
    // Five thousand on one connection, without waiting for one answer.
    let mut one = TcpStream::connect(("127.0.0.1", alone.port)).unwrap();
    let mut reading = BufReader::new(one.try_clone().unwrap());
    let writing = std::thread::spawn(move || {
        for _ in 0..5000 {
            one.write_all(ask.as_bytes()).unwrap();
        }
        one
    });
    let mut answered = 0;
    let mut most = 0;
    while answered < 5000 {
        let (mut line, mut length) = (String::new(), 0);
        while line != "\r\n" {
            line.clear();
            assert!(reading.read_line(&mut line).unwrap() > 0, "closed after {answered} answers");
            if let Some(rest) = line.strip_prefix("Content-Length: ") {
                length = rest.trim().parse().unwrap();
            }
        }
        std::io::copy(&mut (&mut reading).take(length), &mut std::io::sink()).unwrap();
        answered += 1;
        most = most.max(if answered % 500 == 0 { alone.size().0 } else { 0 });
    }
    drop(writing.join().unwrap());
    assert!(most <= threads + 4, "{most} threads for one connection");
    // Hundreds of connections at once: those that find no place are told so.
    let mut crowd: Vec<TcpStream> =
        (0..300).map(|_| TcpStream::connect(("127.0.0.1", alone.port)).unwrap()).collect();
    std::thread::sleep(Duration::from_millis(300));
    let (now, grown) = alone.size();
    assert!(now <= threads + 70, "{now} threads for 300 connections");
    assert!(grown < memory + 200, "{grown} MB, {memory} before");
    let mut told = String::new();
    let last = crowd.last_mut().unwrap();
    last.set_read_timeout(Some(PATIENCE)).unwrap();
    last.read_to_string(&mut told).unwrap();
    assert!(told.starts_with("HTTP/1.1 503 "), "{told}");
    // And when they leave, or say nothing, there is room again.
    drop(crowd);
    let start = Instant::now();
    while get(alone.port, "/", "localhost").status != 200 {
        assert!(start.elapsed() < PATIENCE, "there is never room again");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Pages that are closed free their place: a browser opens a waiting line in each.
#[test]
fn waiting_lines_of_closed_pages_are_given_back() {
    let preview = Preview::of(Site::new());
    for _ in 0..3 {
        let open: Vec<Events> = (0..40).map(|_| Events::open(preview.port, "/_eliane/evenements")).collect();
        drop(open);
        std::thread::sleep(Duration::from_secs(5));
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_site_that_goes_away_and_comes_back_is_shown_again() {
    let site = Site::new();
    let away = site.beside().join("ailleurs");
    let preview = Preview::of(site);
    let root = preview.site.root.clone();
    let shows = |words: &str| {
        preview.until("/", |answer| answer.status == 200 && answer.text().contains(words));
    };
    let gone = || {
        preview.until("/", |answer| answer.status == 500);
    };
    let copy = |from: &std::path::Path, to: &std::path::Path| {
        for (name, bytes) in crate::common::tree(from) {
            let place = to.join(name);
            fs_err::create_dir_all(place.parent().unwrap()).unwrap();
            fs_err::write(place, bytes).unwrap();
        }
    };
    shows("Mon site");
    // Deleted, and put back.
    copy(&root, &away);
    fs_err::remove_dir_all(&root).unwrap();
    gone();
    copy(&away, &root);
    shows("Mon site");
    // It is watched again.
    preview.site.rewrite("Mon site", "Mon site revenu");
    shows("Mon site revenu");
    // Moved, and moved back.
    let elsewhere = root.with_file_name("deplace");
    fs_err::rename(&root, &elsewhere).unwrap();
    gone();
    fs_err::rename(&elsewhere, &root).unwrap();
    shows("Mon site revenu");
    // Another folder in its place, at once.
    fs_err::rename(&root, &elsewhere).unwrap();
    fs_err::rename(&away, &root).unwrap();
    shows("Mon site</");
    preview.site.rewrite("Mon site", "Mon autre site");
    shows("Mon autre site");
    // Its texts alone.
    fs_err::rename(root.join("content"), root.join("garde")).unwrap();
    gone();
    fs_err::rename(root.join("garde"), root.join("content")).unwrap();
    shows("Mon autre site");
    // A theme that was not there when the preview began.
    preview.site.write("themes/kiosque/acueil.html", "<p>jamais lu</p>");
    shows("avertissement[A090]");
    preview.site.write("content/services/casse.yaml", "nom: [\n");
    gone();
}
