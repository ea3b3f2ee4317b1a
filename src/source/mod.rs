//! Reading: a site folder becomes paths and contents in memory, in sorted order, each file read once.
//!
//! The one way in from the disk. Later stages see [`Sources`] only, so a test may write a whole site as
//! a list of strings ([`Sources::memory`]).

mod disk;
mod edit;
mod fault;
mod mojibake;
pub mod names;
mod text_file;
mod walk;
pub mod whole;

pub use disk::{read_files, read_site};
pub use edit::{Edit, apply, apply_to_bytes};
pub use fault::{SourceFault, SourceFaultKind, Special};

use crate::media::picture::{self, PictureFile};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Which file: an index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// A text that goes with the program, and is in no site: nothing in it is ever told to a curator.
    pub const EMBEDDED: Self = Self(u32::MAX);
}

/// A place: a file and the bytes of its text from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A place from a range of bytes; beyond 4 GiB (never: texts are refused long before) it saturates.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: narrow(range.start), end: narrow(range.end) }
    }

    /// The bytes of the file's text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub span: Span,
}

impl<T> At<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place for another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At::new(f(self.value), self.span)
    }
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// UTF-8 text without byte order mark, lines ended by `\n`.
    Text(Arc<str>),
    /// Pictures and other bytes.
    Bytes(Arc<[u8]>),
}

/// One file of the site folder.
#[derive(Clone, Debug)]
pub struct File {
    /// From the site's folder, with `/`: `content/guides/skype/guide.md`.
    pub path: String,
    pub content: Content,
    /// What the picture is, once somebody asked.
    picture: OnceLock<PictureFile>,
    /// Whether the picture was decoded to its end before.
    whole: bool,
}

impl File {
    fn new(path: String, content: Content, whole: bool) -> Self {
        // Texts are written as keyboards write them, wherever they come from: pages and paper too.
        let content = match content {
            Content::Text(text) if path.starts_with("content/") => match names::composed(&text) {
                Cow::Borrowed(_) => Content::Text(text),
                Cow::Owned(text) => Content::Text(text.into()),
            },
            other => other,
        };
        Self { path, content, picture: OnceLock::new(), whole }
    }

    /// A text that goes with the program: see [`FileId::EMBEDDED`].
    #[must_use]
    pub fn embedded(text: &str) -> Self {
        Self::new(String::new(), Content::Text(text.into()), false)
    }

    /// The bytes on the disk, without what texts lose when they are read.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
        }
    }

    /// What the picture is: decoded when somebody asks first, and once.
    pub fn picture(&self) -> &PictureFile {
        self.picture.get_or_init(|| {
            let picture = picture::read(self.bytes(), extension(&self.path) == "svg", self.whole);
            if !self.whole && picture.fault.is_none() && picture.drawing.is_none() {
                whole::note(self.bytes());
            }
            picture
        })
    }

    /// The text, or an empty string for bytes.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Bytes(_) => "",
        }
    }
}

/// All files of a site, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
    /// Paths that are there and could not be taken in: what they hold is not « missing ».
    unread: BTreeSet<String>,
    /// Paths of `content` that are there, and that Éliane has no use for.
    strange: BTreeSet<String>,
}

impl Sources {
    fn from_files(mut files: Vec<File>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, ..Self::default() }
    }

    /// A site made of strings, for tests: contents of `.md`, `.yaml`, `.html` and `.css` files are texts, others bytes.
    #[must_use]
    pub fn memory<P: Into<String>, C: AsRef<[u8]>>(files: impl IntoIterator<Item = (P, C)>) -> Self {
        let files = files.into_iter().map(|(path, content)| {
            let path = path.into();
            let content = content.as_ref();
            let content = if is_text(&path) {
                Content::Text(String::from_utf8_lossy(content).into())
            } else {
                Content::Bytes(content.into())
            };
            File::new(names::composed(&path).into_owned(), content, false)
        });
        Self::from_files(files.collect())
    }

    /// All files with their ids, by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        (0u32..).map(FileId).zip(&self.files)
    }

    /// The file of that path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(FileId, &File)> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((FileId(u32::try_from(index).ok()?), &self.files[index]))
    }

    /// Gives a file another text, as if it had been read so.
    pub fn replace(&mut self, id: FileId, text: &str) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            *file = File::new(std::mem::take(&mut file.path), Content::Text(text.into()), false);
        }
    }

    /// The files whose paths begin so, by path: found by halves, not by looking at each.
    pub fn beginning<'a>(&'a self, with: &str) -> impl Iterator<Item = (FileId, &'a File)> {
        let start = self.files.partition_point(|file| file.path.as_str() < with);
        let ids = (u32::try_from(start).unwrap_or(u32::MAX)..).map(FileId);
        ids.zip(&self.files[start..]).take_while(move |(_, file)| file.path.starts_with(with))
    }

    /// What the paths of a folder's files are from that folder on; `folder` ends with `/`.
    pub fn within<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a str> {
        self.beginning(folder).map(move |(_, file)| &file.path[folder.len()..])
    }

    /// Whether that file is there, and could not be taken in.
    #[must_use]
    pub fn is_unread(&self, path: &str) -> bool {
        self.unread.contains(path)
    }

    /// Whether that file is there, and of a kind that Éliane has no use for.
    #[must_use]
    pub fn is_strange(&self, path: &str) -> bool {
        self.strange.contains(path)
    }

    /// Every path of `content` that is there, and of a kind that Éliane has no use for.
    pub fn strange(&self) -> impl Iterator<Item = &str> {
        self.strange.iter().map(String::as_str)
    }

    /// Every path that is there and could not be taken in.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        self.unread.iter().map(String::as_str)
    }

    /// The file behind an id; ids come from this very value.
    #[must_use]
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// The line and the column of a byte, both from 1; columns count characters, as editors do.
    #[must_use]
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        let text = self.get(file).text();
        let byte = byte.min(text.len());
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Whether Éliane reads a file of that name as text.
#[must_use]
pub fn is_text(path: &str) -> bool {
    matches!(extension(path).as_str(), "md" | "yaml" | "yml" | "html" | "css" | "js" | "vtt" | "srt" | "typ")
        // A transcript; a theme's notes and licences are nobody's concern.
        || path.starts_with("content/") && extension(path) == "txt"
}

/// Whether a file of that name is a picture. Kinds that no page shows are read too, so as to be refused by name.
#[must_use]
pub fn is_picture(path: &str) -> bool {
    matches!(
        extension(path).as_str(),
        "svg"
            | "png"
            | "jpg"
            | "jpeg"
            | "webp"
            | "avif"
            | "gif"
            | "bmp"
            | "tif"
            | "tiff"
            | "heic"
            | "heif"
            | "jxl"
            | "jp2"
            | "ico"
            | "psd"
            | "xcf"
            | "svgz"
            | "eps"
            | "emf"
            | "wmf"
    )
}

/// Whether a file of that name is a film. Kinds that browsers do not play are read too, so as to be refused by name.
#[must_use]
pub fn is_film(path: &str) -> bool {
    matches!(
        extension(path).as_str(),
        "webm"
            | "mp4"
            | "m4v"
            | "mkv"
            | "mov"
            | "avi"
            | "ogv"
            | "mpg"
            | "mpeg"
            | "ts"
            | "mts"
            | "wmv"
            | "flv"
            | "3gp"
    )
}

/// The extension in lower case, empty when there is none.
#[must_use]
pub fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_how_they_begin() {
        let sources =
            Sources::memory(["a", "a.fr.vtt", "a.webm", "a/b.md", "ab.webm", "b.md"].map(|path| (path, "")));
        let paths = |with: &str| -> Vec<&str> {
            sources
                .beginning(with)
                .map(|(id, file)| {
                    assert_eq!(sources.get(id).path, file.path);
                    file.path.as_str()
                })
                .collect()
        };
        assert_eq!(paths("a."), ["a.fr.vtt", "a.webm"]);
        assert_eq!(paths("").len(), 6);
        assert!(paths("c").is_empty() && paths("a.x").is_empty());
        assert_eq!(sources.within("a/").collect::<Vec<_>>(), ["b.md"]);
    }

    #[test]
    fn columns_count_characters() {
        let sources = Sources::memory([("content/a.md", "é\nÀ là")]);
        let (id, file) = sources.find("content/a.md").unwrap();
        let at = file.text().find("là").unwrap();
        assert_eq!(sources.line_column(id, at), (2, 3));
        assert_eq!(sources.line_column(id, 9_999), (2, 5));
    }

    #[test]
    fn a_hidden_file_has_no_extension() {
        assert_eq!(extension("content/.md"), "");
        assert_eq!(extension("content/a.b/Image.SVG"), "svg");
    }
}
