//! Many documents at once, each laid out once for as long as nothing in it changes.

use super::Printed;
use crate::diag::catalogue::paper as say;
use crate::diag::{Diagnostic, Place};
use crate::source::Sources;
use crate::text::hex;
use crate::theme::{PAPER_TYPEFACES, Theme};
use crate::view::PaperSheet;
use sha2::{Digest, Sha256};
#[cfg(feature = "papier")]
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Where documents that were laid out before may be found again, by a name that changes whenever they would.
pub trait Store: Sync {
    fn get(&self, key: &str) -> Option<Printed>;
    fn put(&self, key: &str, printed: &Printed);
}

/// Keeps nothing.
pub struct NoStore;

impl Store for NoStore {
    fn get(&self, _: &str) -> Option<Printed> {
        None
    }
    fn put(&self, _: &str, _: &Printed) {}
}

/// Stack of a thread that lays out: nested lists of a guide are nested calls in Typst.
const STACK: usize = 64 << 20;

/// The theme's templates, ready to print.
pub struct Press {
    /// As Typst reads them: none before the first document that is not found again.
    #[cfg(feature = "papier")]
    read: OnceLock<Vec<typst::syntax::Source>>,
    /// Path in Typst's world and text, in order.
    templates: Vec<(String, String)>,
    /// What all documents depend on, hashed.
    base: Sha256,
}

impl Press {
    #[must_use]
    pub fn new(theme: &Theme) -> Self {
        let templates: Vec<(String, String)> = theme
            .paper
            .iter()
            .map(|template| (format!("/{}", template.name), template.text.clone()))
            .collect();
        let mut base = Sha256::new();
        base.update(env!("CARGO_PKG_VERSION"));
        for (_, bytes) in PAPER_TYPEFACES {
            base.update(bytes);
        }
        for (path, text) in &templates {
            base.update(path.len().to_le_bytes());
            base.update(path);
            base.update(text.len().to_le_bytes());
            base.update(text);
        }
        Self::with(templates, base)
    }

    fn with(templates: Vec<(String, String)>, base: Sha256) -> Self {
        Self {
            #[cfg(feature = "papier")]
            read: OnceLock::new(),
            templates,
            base,
        }
    }

    /// Lays out one document, or finds it again.
    ///
    /// # Errors
    /// A template that Typst cannot follow, or a document that would not be accessible.
    pub fn print(
        &self,
        sources: &Sources,
        sheet: &PaperSheet,
        store: &dyn Store,
    ) -> Result<Printed, Diagnostic> {
        let data = serde_json::to_string(&sheet.paper).unwrap_or_default();
        #[cfg(feature = "papier")]
        if let Some(sign) = super::engine::missing_sign(&data) {
            return Err(say::no_sign(sheet.place.clone(), &sheet.paper.title, sign));
        }
        let mut files = vec![("/donnees.json".to_owned(), data.into_bytes())];
        for (at, file) in sheet.pictures.iter().enumerate() {
            let file = sources.get(*file);
            let extension = file
                .picture()
                .kind
                .map_or_else(|| crate::source::extension(&file.path), |kind| kind.extension().to_owned());
            files.push((format!("/image/{at}.{extension}"), file.bytes().to_vec()));
        }
        self.run(sheet.template, files, &sheet.paper.title, true, store).map_err(|mut found| {
            if let Some(picture) = self.culprit(sources, sheet) {
                return picture;
            }
            if found.place == Place::Nowhere {
                found.place = sheet.place.clone();
            }
            found
        })
    }

    /// The picture that cannot stand on paper, when one of them is why a document failed: each is laid out alone.
    fn culprit(&self, sources: &Sources, sheet: &PaperSheet) -> Option<Diagnostic> {
        const ALONE: &str = "papier/image-seule.typ";
        const HEAD: &str = "#set document(title: \"x\", date: datetime(year: 2026, month: 1, day: 1))\n#set text(lang: \"fr\")\n";
        let alone = |name: &str| format!("{HEAD}#figure(image(\"{name}\", width: 5cm, alt: \"x\"))");
        sheet.pictures.iter().find_map(|file| {
            let file = sources.get(*file);
            let kind = file.picture().kind?;
            let name = format!("/image/0.{}", kind.extension());
            let press = Self::with(vec![(format!("/{ALONE}"), alone(&name))], self.base.clone());
            let detail = press.typeset(ALONE, vec![(name, file.bytes().to_vec())], "x", true).err()?;
            Some(say::picture_refused(&file.path, sheet.place.clone(), &detail.message))
        })
    }

    /// Puts the pages of a document two by two on sheets to fold: see `papier/imposition.typ`.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub fn impose(&self, printed: &Printed, title: &str) -> Result<Printed, Diagnostic> {
        let data = serde_json::json!({ "pages": printed.pages, "titre": title });
        let files = vec![
            ("/donnees.json".to_owned(), data.to_string().into_bytes()),
            ("/livret.pdf".to_owned(), printed.bytes.clone()),
        ];
        self.run("papier/imposition.typ", files, title, false, &NoStore)
    }

    fn run(
        &self,
        template: &str,
        files: Vec<(String, Vec<u8>)>,
        title: &str,
        tagged: bool,
        store: &dyn Store,
    ) -> Result<Printed, Diagnostic> {
        let mut hash = self.base.clone();
        hash.update(template);
        for (name, bytes) in &files {
            hash.update(name);
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
        let key = hex(&hash.finalize());
        if let Some(known) = store.get(&key) {
            return Ok(known);
        }
        let printed = self.typeset(template, files, title, tagged)?;
        store.put(&key, &printed);
        Ok(printed)
    }

    #[cfg(feature = "papier")]
    fn typeset(
        &self,
        template: &str,
        files: Vec<(String, Vec<u8>)>,
        title: &str,
        tagged: bool,
    ) -> Result<Printed, Diagnostic> {
        let files = files.into_iter().map(|(name, bytes)| {
            let bytes =
                super::bitmap::reduced(&bytes, crate::media::picture::is_cmyk(&bytes)).unwrap_or(bytes);
            (name, typst::foundations::Bytes::new(bytes))
        });
        let files = files.collect();
        let templates = self.read.get_or_init(|| super::world::read(&self.templates));
        super::engine::pdf(&format!("/{template}"), templates, files, title, tagged)
    }

    #[cfg(not(feature = "papier"))]
    fn typeset(&self, _: &str, _: Vec<(String, Vec<u8>)>, _: &str, _: bool) -> Result<Printed, Diagnostic> {
        Err(say::not_in_this_program())
    }

    /// Does `work` for each of `count` documents, on so many threads with a stack of their own; results in order.
    /// Not on rayon: Typst shares its pool, and steals documents until the stack is full.
    pub fn all<T: Send>(count: usize, threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let results = Mutex::new(Vec::with_capacity(count));
        std::thread::scope(|scope| {
            for _ in 0..threads.clamp(1, count.max(1)) {
                let task = || {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        if at >= count {
                            break;
                        }
                        let result = work(at);
                        results.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
                        #[cfg(feature = "papier")]
                        super::engine::forget();
                    }
                };
                // A system that refuses a thread refuses all of them: the others, or none, do the work.
                let _ = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, task);
            }
        });
        let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        results.sort_by_key(|(at, _)| *at);
        results.into_iter().map(|(_, result)| result).collect()
    }
}
