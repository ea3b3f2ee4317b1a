//! What is said: data on the standard output, words on the other. A stream that takes no more is told at the end, once.

use crate::diag::catalogue::system_reason;
use std::io::{self, ErrorKind, Write};
use std::sync::{Mutex, PoisonError};

/// Why some of what was said is lost; the first reason. Kept here, not handed from function to function: any
/// command, and the threads of the preview, may speak.
static LOST: Mutex<Option<io::Error>> = Mutex::new(None);

/// A reader who has seen enough (`| head`) is no fault; a disk that is full is.
fn note(said: io::Result<()>) {
    if let Err(error) = said
        && error.kind() != ErrorKind::BrokenPipe
    {
        LOST.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }
}

fn say(stream: &mut impl Write, text: &str) -> io::Result<()> {
    // Flushed here: at the end of the program nobody hears of what fails.
    stream.write_all(text.as_bytes()).and_then(|()| stream.flush())
}

/// A line for people.
pub(super) fn tell(line: &str) {
    note(say(&mut io::stderr().lock(), &format!("{line}\n")));
}

/// Data for other programs.
pub(super) fn print(data: &str) {
    note(say(&mut io::stdout().lock(), data));
}

/// Whether all that was said arrived; else says why not, where that can still be read.
pub(super) fn arrived() -> bool {
    let lost = LOST.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(error) = &lost {
        tell(&format!(
            "erreur : la réponse n’a pas pu être écrite en entier : {}. Ce qui en reste est coupé : ne vous en servez pas.",
            system_reason(error)
        ));
    }
    lost.is_none()
}
