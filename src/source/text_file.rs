//! From bytes to text: UTF-8 without byte order mark, lines ended by `\n`.

use crate::diag::Diagnostic;
use crate::diag::catalogue::files;

/// The largest text that Éliane reads: one mebibyte, about 170,000 words.
/// A longer file is a mistake (a picture pasted as text, an export), and would freeze the pages made of it.
pub const MAX_TEXT: u64 = 1 << 20;

/// Decodes a text, or says in French what its encoding is and how to mend it.
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(files::utf16(path));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..good].iter().filter(|&&b| b == b'\n').count() + 1;
            return Err(files::not_utf8(path, line, error.as_bytes()[good]));
        }
    };
    if let Some(at) = text.find(['\0', '\u{fffd}']) {
        let line = text[..at].bytes().filter(|&b| b == b'\n').count() + 1;
        return Err(files::damaged(path, line));
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(files::empty(path));
    }
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}
