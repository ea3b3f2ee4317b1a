//! From bytes to text: UTF-8 without byte order mark, lines ended by `\n`.

use super::fault::SourceFaultKind;
use super::mojibake;

/// The largest text that Éliane reads: one mebibyte, about 170,000 words.
/// A longer file is a mistake (a picture pasted as text, an export), and would freeze the pages made of it.
pub const MAX_TEXT: u64 = 1 << 20;

/// Decodes a text, or tells what its encoding is.
pub fn decode(bytes: Vec<u8>) -> Result<String, SourceFaultKind> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(SourceFaultKind::Utf16);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        SourceFaultKind::NotUtf8 { line: line_of(&bytes[..good]), byte: bytes[good] }
    })?;
    if let Some(at) = text.find(['\0', '\u{fffd}']) {
        return Err(SourceFaultKind::Damaged { line: line_of(&text.as_bytes()[..at]) });
    }
    if let Some(found) = mojibake::find(&text) {
        let line = line_of(&text.as_bytes()[..found.at]);
        return Err(SourceFaultKind::Mojibake { line, word: found.word, meant: found.meant });
    }
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(SourceFaultKind::Empty);
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// The line, from 1, that comes after those bytes.
fn line_of(before: &[u8]) -> usize {
    before.split(|&byte| byte == b'\n').count()
}
