//! Films beside the texts: each file is looked at, whatever shows it.

use crate::diag::Diagnostics;
use crate::diag::catalogue::films as say;
use crate::media::film::{self, Container};
use crate::source::extension;

/// Says what is wrong with the file itself; its weight is judged by the site, which knows the limit.
pub fn look(path: &str, bytes: &[u8], out: &mut Diagnostics) {
    let film = match film::read(bytes) {
        Ok(film) => film,
        Err(fault) => return out.push(say::of_film(path, &fault)),
    };
    let extension = extension(path);
    let right = film.container.extension();
    // Cameras name their MP4 « m4v ».
    if extension != right && !(extension == "m4v" && film.container == Container::Mp4) {
        out.push(say::misnamed(path, right));
    }
    if !film.table_first {
        out.push(say::table_last(path));
    }
}
