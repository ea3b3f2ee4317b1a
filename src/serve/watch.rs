//! Told of changes in a site's folder.

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Editors write a file in several strokes: changes within this time make one build.
const CALM: Duration = Duration::from_millis(60);

/// How often the folders themselves are looked for: one that is deleted, and put back, is another, which nobody
/// watches yet.
const LOOK: Duration = Duration::from_millis(500);

/// The folders of a site that are watched.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Calls `changed` after each burst of changes under `content/` and `themes/`, from a thread of its own.
/// Where the system cannot watch, nothing is called: the page can still be reloaded by hand after a restart.
pub fn watch(root: &Path, changed: impl Fn() + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            let _ = sender.send(());
        }
    });
    let Ok(watcher) = watcher else { return };
    let mut folders = Folders::watched(root, watcher);
    thread::spawn(move || {
        loop {
            match receiver.recv_timeout(LOOK) {
                Ok(()) => while receiver.recv_timeout(CALM).is_ok() {},
                Err(RecvTimeoutError::Timeout) if !folders.moved() => continue,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            // Before reading: what is written while the folders are found again is told by them.
            folders.find_again();
            changed();
        }
    });
}

/// What is watched, and what it was when the watch began.
struct Folders {
    watcher: RecommendedWatcher,
    all: Vec<(PathBuf, Option<Identity>)>,
}

impl Folders {
    fn watched(root: &Path, watcher: RecommendedWatcher) -> Self {
        let all = FOLDERS.iter().map(|name| (root.join(name), None)).collect();
        let mut folders = Self { watcher, all };
        folders.find_again();
        folders
    }

    /// Whether a folder is gone, has come, or is another.
    fn moved(&self) -> bool {
        self.all.iter().any(|(path, known)| identity(path) != *known)
    }

    fn find_again(&mut self) {
        for (path, known) in &mut self.all {
            let now = identity(path);
            if now == *known {
                continue;
            }
            if known.is_some() {
                let _ = self.watcher.unwatch(path);
            }
            if now.is_some() {
                let _ = self.watcher.watch(path, RecursiveMode::Recursive);
            }
            *known = now;
        }
    }
}

/// What tells a folder from another of its name.
type Identity = (u64, u64, Option<std::time::SystemTime>);

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let found = fs_err::metadata(path).ok().filter(std::fs::Metadata::is_dir)?;
    // A number that is free again is soon given to another folder: the day of its birth tells them apart.
    Some((found.dev(), found.ino(), found.created().ok()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    let found = fs_err::metadata(path).ok().filter(std::fs::Metadata::is_dir)?;
    Some((0, 0, found.created().ok()))
}
