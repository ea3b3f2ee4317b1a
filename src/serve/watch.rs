//! Told of changes in a site's folder.

use notify::{EventKind, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Editors write a file in several strokes: changes within this time make one build.
const CALM: Duration = Duration::from_millis(60);

/// Calls `changed` after each burst of changes under `content/` and `themes/`, from a thread of its own.
/// Where the system cannot watch, nothing is called: the page can still be reloaded by hand after a restart.
pub fn watch(root: &Path, changed: impl Fn() + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            let _ = sender.send(());
        }
    });
    let Ok(mut watcher) = watcher else { return };
    for folder in ["content", "themes"] {
        let _ = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
    }
    thread::spawn(move || {
        // The watcher lives as long as this thread.
        let _watcher = watcher;
        while receiver.recv().is_ok() {
            while receiver.recv_timeout(CALM).is_ok() {}
            changed();
        }
    });
}
