//! What Typst may see: templates, typefaces, one document's values and pictures. No disk, no clock, no network.

use crate::theme::PAPER_TYPEFACES;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Typefaces and library are the same for all documents.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        PAPER_TYPEFACES.iter().flat_map(|(_, bytes)| Font::iter(Bytes::new(*bytes))).collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether a typeface of paper has that sign.
pub(super) fn covers(sign: char) -> bool {
    SHARED.fonts.iter().any(|font| font.info().coverage.contains(u32::from(sign)))
}

/// A document's own world.
pub(super) struct DocumentWorld {
    main: FileId,
    /// A dozen, so a list does.
    files: Vec<(FileId, Bytes)>,
    sources: Vec<Source>,
}

/// The id of a path of the world; `None` for a path that Typst refuses.
pub(super) fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// Templates as Typst reads them, from their paths and texts. They are the same for all documents, and read once.
pub(super) fn read(templates: &[(String, String)]) -> Vec<Source> {
    let read = templates.iter().filter_map(|(path, text)| Some(Source::new(id(path)?, text.clone())));
    read.collect()
}

impl DocumentWorld {
    /// `main` is the path of the template to begin with.
    pub(super) fn new(
        main: &str,
        templates: &[Source],
        files: impl Iterator<Item = (String, Bytes)>,
    ) -> Option<Self> {
        Some(Self {
            main: id(main)?,
            sources: templates.to_vec(),
            files: files.filter_map(|(path, bytes)| Some((id(&path)?, bytes))).collect(),
        })
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some((_, bytes)) = self.files.iter().find(|(known, _)| *known == id) {
            return Ok(bytes.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    /// A document takes its dates from its values.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
