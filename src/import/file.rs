//! The file as people have it (any encoding, any size) becomes UTF-8 text, in bounded memory.
//!
//! Two passes: the first looks at every byte to know the encoding, the second decodes as it reads. Letters
//! that were lost before the file came here cannot be found again: such a file is refused.

use super::fault::FileFault;
use super::letters::{Bytes, OneByte};
use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE};
use fs_err as fs;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest record, in bytes: a sheet of a directory is a few kilobytes, and a page pasted into one a few
/// hundred. Beyond, the file is not what it is said to be, and would fill the memory.
pub const MAX_RECORD: u64 = 4 << 20;

const CHUNK: usize = 64 << 10;

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    Utf8,
    Utf16Le,
    Utf16Be,
    OneByte(OneByte),
}

/// A file whose encoding is known; may be read several times.
#[derive(Clone, Debug)]
pub struct Input {
    path: PathBuf,
    pub letters: Letters,
    /// The byte that ends lines: `\n`, or `\r` where old programs wrote no `\n` at all.
    pub line_end: u8,
    /// Whether nothing follows its first line.
    pub is_one_line: bool,
}

impl Input {
    /// Looks at the whole file.
    ///
    /// # Errors
    /// When it cannot be read, holds no text, or lost letters.
    pub fn open(path: &Path) -> Result<Self, FileFault> {
        let mut look = FirstPass::default();
        let mut file = fs::File::open(path).map_err(FileFault::Io)?;
        let mut chunk = vec![0; CHUNK];
        loop {
            let n = file.read(&mut chunk).map_err(FileFault::Io)?;
            if n == 0 {
                break;
            }
            look.at(&chunk[..n]);
        }
        let letters = look.conclude()?;
        let line_end = if look.lines == 0 && look.returns > 0 { b'\r' } else { b'\n' };
        let is_one_line = look.lines.max(look.returns) <= 1;
        Ok(Self { path: path.to_owned(), letters, line_end, is_one_line })
    }

    /// Reads from the start, as UTF-8 without byte order mark.
    ///
    /// # Errors
    /// When the file cannot be opened any more.
    pub fn read(&self) -> Result<BufReader<Utf8Reader>, FileFault> {
        let file = fs::File::open(&self.path).map_err(FileFault::Io)?;
        let decoder =
            |encoding: &'static Encoding| ByteReading::Known(encoding.new_decoder_with_bom_removal());
        let reading = match self.letters {
            Letters::Utf8 => decoder(encoding_rs::UTF_8),
            Letters::Utf16Le => decoder(UTF_16LE),
            Letters::Utf16Be => decoder(UTF_16BE),
            Letters::OneByte(way) => ByteReading::OneByte((0..=0xff).map(|byte| way.letter(byte)).collect()),
        };
        Ok(BufReader::with_capacity(CHUNK, Utf8Reader::new(file, reading)))
    }
}

/// What the first pass sees.
#[derive(Default)]
struct FirstPass {
    start: Vec<u8>,
    /// Bytes of a character that the next chunk ends.
    pending: Vec<u8>,
    seen: u64,
    lines: u64,
    returns: u64,
    /// NUL bytes at even and at odd places.
    nul: [u64; 2],
    /// Characters of several bytes, sound in UTF-8.
    sound: u64,
    /// Bytes that are not UTF-8, and the line of the first.
    wrong: u64,
    wrong_line: u64,
    /// All bytes above ASCII.
    bytes: Bytes,
    /// The line of the first U+FFFD.
    lost: Option<u64>,
    /// « Ã© »: UTF-8 taken for Latin-1 and written as UTF-8 again.
    twice: u64,
}

impl FirstPass {
    fn at(&mut self, chunk: &[u8]) {
        if self.start.len() < 16 {
            self.start.extend(chunk.iter().take(16));
        }
        for (at, byte) in (self.seen..).zip(chunk) {
            match byte {
                0 => self.nul[usize::from(at % 2 == 1)] += 1,
                b'\r' => self.returns += 1,
                _ => {}
            }
        }
        self.seen += chunk.len() as u64;
        self.bytes.look(chunk);
        let mut bytes = std::mem::take(&mut self.pending);
        bytes.extend_from_slice(chunk);
        let mut rest = bytes.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.sound_text(text);
                    return;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.sound_text(&String::from_utf8_lossy(good));
                    let Some(length) = error.error_len() else {
                        self.pending = bad.to_vec();
                        return;
                    };
                    self.wrong_bytes(&bad[..length]);
                    rest = &bad[length..];
                }
            }
        }
    }

    fn wrong_bytes(&mut self, bytes: &[u8]) {
        if self.wrong == 0 {
            self.wrong_line = self.lines + 1;
        }
        self.wrong += bytes.len() as u64;
    }

    fn sound_text(&mut self, text: &str) {
        let before = self.lines;
        self.lines += memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
        if text.is_ascii() {
            return;
        }
        self.sound += text.chars().filter(|c| !c.is_ascii()).count() as u64;
        self.twice += text.matches("\u{c3}\u{a9}").count() as u64;
        self.twice += text.matches("\u{c3}\u{a8}").count() as u64;
        if self.lost.is_none()
            && let Some(at) = text.find('\u{fffd}')
        {
            self.lost = Some(before + 1 + text[..at].matches('\n').count() as u64);
        }
    }

    fn conclude(&mut self) -> Result<Letters, FileFault> {
        let pending = std::mem::take(&mut self.pending);
        if !pending.is_empty() {
            self.wrong_bytes(&pending);
        }
        let start = self.start.as_slice();
        for mark in [&b"PK\x03\x04"[..], b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"PAR1"] {
            if start.starts_with(mark) {
                return Err(FileFault::Archive);
            }
        }
        if start.starts_with(b"%PDF") || start.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(FileFault::Document);
        }
        if start.starts_with(b"\xff\xfe") {
            return Ok(Letters::Utf16Le);
        }
        if start.starts_with(b"\xfe\xff") {
            return Ok(Letters::Utf16Be);
        }
        if self.seen == 0 {
            return Err(FileFault::Empty);
        }
        // Latin letters in UTF-16 are one byte in two: the other one is NUL.
        if self.nul[1] * 5 > self.seen && self.nul[0] * 5 < self.nul[1] {
            return Ok(Letters::Utf16Le);
        }
        if self.nul[0] * 5 > self.seen && self.nul[1] * 5 < self.nul[0] {
            return Ok(Letters::Utf16Be);
        }
        if self.nul[0] + self.nul[1] > 0 {
            return Err(FileFault::Document);
        }
        if let Some(line) = self.lost {
            return Err(FileFault::LostLetters { line });
        }
        if self.twice > 2 && self.twice * 4 > self.sound / 2 {
            return Err(FileFault::Twice);
        }
        if self.wrong == 0 {
            return Ok(Letters::Utf8);
        }
        // Two sound characters in a hundred wrong bytes are chance; more are two encodings in one file.
        if self.sound * 50 > self.wrong {
            return Err(FileFault::Mixed { line: self.wrong_line });
        }
        self.bytes.look(b"\n");
        let way = self.bytes.judge().ok_or(FileFault::UnknownLetters { line: self.wrong_line })?;
        Ok(Letters::OneByte(way))
    }
}

/// How bytes become letters.
enum ByteReading {
    Known(Decoder),
    /// The letter of each byte.
    OneByte(Vec<Option<char>>),
}

/// A reader that gives UTF-8.
pub struct Utf8Reader {
    file: fs::File,
    reading: ByteReading,
    raw: Vec<u8>,
    ready: String,
    given: usize,
    ended: bool,
}

impl Utf8Reader {
    fn new(file: fs::File, reading: ByteReading) -> Self {
        Self { file, reading, raw: vec![0; CHUNK], ready: String::new(), given: 0, ended: false }
    }
}

impl Read for Utf8Reader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            let n = self.file.read(&mut self.raw)?;
            self.ended = n == 0;
            self.ready.clear();
            self.given = 0;
            // Three bytes of UTF-8 at most for one or two of the file.
            self.ready.reserve(n * 3 + 16);
            let damaged = match &mut self.reading {
                ByteReading::Known(decoder) => {
                    decoder.decode_to_string(&self.raw[..n], &mut self.ready, self.ended).2
                }
                ByteReading::OneByte(letters) => {
                    let letter =
                        |byte: &u8| letters.get(usize::from(*byte)).copied().flatten().unwrap_or('\u{fffd}');
                    self.ready.extend(self.raw[..n].iter().map(letter));
                    false
                }
            };
            if damaged || self.ready.contains('\u{fffd}') {
                return Err(io::Error::other(FileFault::LostLetters { line: 0 }));
            }
        }
        let n = out.len().min(self.ready.len() - self.given);
        out[..n].copy_from_slice(&self.ready.as_bytes()[self.given..self.given + n]);
        self.given += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> (tempfile::NamedTempFile, Result<Input, FileFault>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), bytes).unwrap();
        let input = Input::open(file.path());
        (file, input)
    }

    fn text(bytes: &[u8]) -> String {
        let (_file, input) = written(bytes);
        let mut out = String::new();
        input.unwrap().read().unwrap().read_to_string(&mut out).unwrap();
        out
    }

    fn fault(bytes: &[u8]) -> FileFault {
        written(bytes).1.unwrap_err()
    }

    #[test]
    fn every_encoding_of_the_field_is_read() {
        let wanted = "nom;ville\nMédiathèque;Évry\n";
        assert_eq!(text(wanted.as_bytes()), wanted);
        assert_eq!(text(&[b"\xef\xbb\xbf", wanted.as_bytes()].concat()), wanted, "BOM");
        let latin: Vec<u8> = wanted.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert_eq!(text(&latin), wanted, "Latin-1");
        let mac = b"nom;ville\nM\x8ediath\x8fque;\x83vry\n";
        assert_eq!(text(mac), wanted, "Macintosh");
        let dos = b"nom;ville\nM\x82diath\x8aque;\x90vry\n";
        assert_eq!(text(dos), wanted, "DOS");
        let le: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&[b"\xff\xfe", le.as_slice()].concat()), wanted, "UTF-16 LE with its mark");
        assert_eq!(text(&[b"\xfe\xff", be.as_slice()].concat()), wanted, "UTF-16 BE with its mark");
        assert_eq!(text(&le), wanted, "UTF-16 LE without");
        assert_eq!(text(&be), wanted, "UTF-16 BE without");
    }

    #[test]
    fn a_character_may_stand_across_two_chunks() {
        let long = format!("{}é{}", "a".repeat(CHUNK - 1), "b".repeat(10));
        assert_eq!(text(long.as_bytes()), long);
    }

    #[test]
    fn what_lost_letters_or_is_no_text_is_refused() {
        assert!(matches!(
            fault("a\nM\u{fffd}diath\u{fffd}que".as_bytes()),
            FileFault::LostLetters { line: 2 }
        ));
        assert!(matches!(fault("Ã©Ã©Ã©Ã¨ a".as_bytes()), FileFault::Twice));
        assert!(matches!(
            fault(
                "é à\n\u{e9}".as_bytes().iter().copied().chain([0xe9, b'a']).collect::<Vec<_>>().as_slice()
            ),
            FileFault::Mixed { line: 2 }
        ));
        assert!(matches!(fault(b""), FileFault::Empty));
        assert!(matches!(fault(b"PK\x03\x04xxxx"), FileFault::Archive));
        assert!(matches!(fault(b"%PDF-1.7"), FileFault::Document));
        assert!(matches!(fault(b"a\0b,c"), FileFault::Document));
    }
}
