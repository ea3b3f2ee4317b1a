//! The preview: what a browser gets from `serve`, while the content changes under it.

mod changes;
mod client;
mod crowd;
mod doors;
mod faults;
mod mending;
mod pages;
mod rereading;

use crate::common::Site;
use client::{Answer, get};
use eliane::serve::{Running, ServeSettings, start};
use std::time::{Duration, Instant};

/// A change must show within this time, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// A site and its server.
struct Preview {
    site: Site,
    running: Option<Running>,
    port: u16,
}

impl Preview {
    fn of(site: Site) -> Self {
        let settings = ServeSettings {
            root: site.root.clone(),
            port: 0,
            date: jiff::civil::date(2026, 11, 29),
            delivery: None,
        };
        let running = start(settings, |_, _| {}).unwrap();
        let port = running.port();
        Self { site, running: Some(running), port }
    }

    fn get(&self, path: &str) -> Answer {
        get(self.port, path, &format!("127.0.0.1:{}", self.port))
    }

    /// Asks again until the answer is what a change makes it.
    fn until(&self, path: &str, ready: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if ready(&answer) {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "the change never shows: {answer:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }
}
