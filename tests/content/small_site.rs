//! A small good site, in memory, that a test changes by a word or a file.

use eliane::diag::{Diagnostics, as_json};
use eliane::source::Sources;
use eliane::{Examined, examine};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// The day of every build of these tests.
pub const DAY: Date = Date::constant(2026, 11, 24);

/// The day of the builds of this repository's own contents: none of its sheets is verified later.
pub const DAY_OF_CONTENT: Date = Date::constant(2026, 11, 29);

pub const SITE: &str = "content/site.yaml";
pub const NEEDS: &str = "content/besoins.yaml";
pub const GLOSSARY: &str = "content/glossaire.yaml";
pub const CALL: &str = "content/guides/appel/guide.md";
pub const PHOTO: &str = "content/guides/photo/guide.md";
pub const MAIRIE: &str = "content/services/mairie.yaml";
pub const CLIC: &str = "content/services/clic.yaml";
pub const DEPARTEMENT: &str = "content/services/departement.yaml";
pub const CASE: &str = "content/cas/pere.md";
pub const QUESTIONS: &str = "content/orientation.yaml";
pub const QUERIES: &str = "content/requetes.yaml";
pub const JITSI: &str = "content/produits/jitsi.yaml";
pub const SKYPE: &str = "content/produits/skype.yaml";

pub const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"40\"><path d=\"M0 0h64v40H0z\"/></svg>\n";

pub const FILM: &str = "content/guides/photo/prise.webm";
pub const POSTER: &str = "content/guides/photo/prise.svg";
pub const CAPTIONS: &str = "content/guides/photo/prise.fr.vtt";

const GOOD: [(&str, &str); 17] = [
    (QUERIES, include_str!("small_site/requetes.yaml")),
    (QUESTIONS, include_str!("small_site/orientation.yaml")),
    (SITE, include_str!("small_site/site.yaml")),
    (NEEDS, include_str!("small_site/besoins.yaml")),
    (GLOSSARY, include_str!("small_site/glossaire.yaml")),
    (CALL, include_str!("small_site/appel.md")),
    ("content/guides/appel/bouton.svg", DRAWING),
    (PHOTO, include_str!("small_site/photo.md")),
    ("content/guides/photo/appareil.svg", DRAWING),
    (POSTER, DRAWING),
    (CAPTIONS, "WEBVTT\n\n00:00.000 --> 00:01.000\nUne photo.\n"),
    (MAIRIE, include_str!("small_site/mairie.yaml")),
    (CLIC, include_str!("small_site/clic.yaml")),
    (DEPARTEMENT, include_str!("small_site/departement.yaml")),
    (CASE, include_str!("small_site/pere.md")),
    (JITSI, include_str!("small_site/jitsi.yaml")),
    (SKYPE, include_str!("small_site/skype.yaml")),
];

/// A site as a list of files.
#[derive(Clone)]
pub struct SmallSite {
    files: BTreeMap<String, Vec<u8>>,
}

/// The good site.
pub fn site() -> SmallSite {
    let files = GOOD.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    SmallSite { files: files.collect() }.with(FILM, include_bytes!("media/films/vp9.webm"))
}

impl SmallSite {
    /// No file at all.
    pub fn empty() -> Self {
        Self { files: BTreeMap::new() }
    }

    /// Adds or replaces a file.
    pub fn with(mut self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), content.as_ref().to_vec());
        self
    }

    /// Removes a file, which must be there.
    pub fn without(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "no file {path}");
        self
    }

    /// Replaces the first `from` of a file, which must be there, by `to`.
    pub fn replace(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no « {from} »");
        let text = text.replacen(from, to, 1);
        self.files.insert(path.to_owned(), text.into_bytes());
        self
    }

    /// Adds lines at the end of a file.
    pub fn append(self, path: &str, more: &str) -> Self {
        let text = self.text(path).to_owned() + more;
        self.with(path, text)
    }

    /// Changes the bytes of every text.
    pub fn every_text(mut self, change: impl Fn(&str) -> Vec<u8>) -> Self {
        for (path, bytes) in &mut self.files {
            if eliane::source::is_text(path) {
                *bytes = change(std::str::from_utf8(bytes).unwrap());
            }
        }
        self
    }

    pub fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no file {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The number of the first line that holds `words`, from 1.
    pub fn line_of(&self, path: &str, words: &str) -> usize {
        let found = self.text(path).lines().position(|line| line.contains(words));
        found.unwrap_or_else(|| panic!("{path} has no « {words} »")) + 1
    }

    /// Takes the site down the line, in memory, with minifying.
    pub fn examine(&self) -> Examined {
        self.examine_with(true)
    }

    pub fn examine_with(&self, minify: bool) -> Examined {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes));
        examine(Sources::memory(files), &[], eliane::Order { minify, ..eliane::Order::of(DAY) })
    }

    /// Every finding, those included that only showing the pages brings out.
    pub fn findings(&self) -> Vec<Finding> {
        let mut examined = self.examine();
        if let Some(renderer) = examined.renderer.take() {
            examined.diagnostics.extend(renderer.rehearse(&eliane::print::NoStore));
        }
        findings(&examined.diagnostics, &examined.sources)
    }

    /// The text of every page, by address; the site must have no error.
    /// The same on another day.
    pub fn findings_on(&self, day: Date) -> Vec<Finding> {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes));
        let found = examine(Sources::memory(files), &[], eliane::Order::of(day));
        findings(&found.diagnostics, &found.sources)
    }

    pub fn pages(&self) -> BTreeMap<String, String> {
        self.pages_with(true)
    }

    pub fn pages_with(&self, minify: bool) -> BTreeMap<String, String> {
        let examined = self.examine_with(minify);
        let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
        let renderer = examined.renderer.unwrap_or_else(|| panic!("{said}"));
        pages_of(&renderer.finish(&EmptySheets).0)
    }

    /// The bytes of one file of the site, which must have no error.
    pub fn file(&self, address: &str) -> Vec<u8> {
        let (finished, _) = self.examine().renderer.unwrap().finish(&eliane::print::NoStore);
        let entry = finished.entry(address).unwrap();
        finished.make(&entry).unwrap().bytes.into_owned()
    }

    /// What readers of the site search; the site must have no error.
    pub fn index(&self) -> eliane::search::SearchIndex {
        let examined = self.examine();
        let said = eliane::diag::render_plain(&examined.diagnostics, &examined.sources);
        let renderer = examined.renderer.unwrap_or_else(|| panic!("{said}"));
        eliane::search::SearchIndex::of(renderer.site())
    }

    pub fn write_to(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let place = root.join(path);
            fs_err::create_dir_all(place.parent().unwrap()).unwrap();
            fs_err::write(place, bytes).unwrap();
        }
    }

    /// A folder of the disk that holds the site.
    pub fn on_disk(&self) -> TempDir {
        let folder = TempDir::new().unwrap();
        self.write_to(folder.path());
        folder
    }
}

/// A finding as editors and scripts get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub code: String,
    pub file: Option<String>,
    pub line: Option<usize>,
    pub message: String,
    pub repair: Option<String>,
    /// Whether `relire --corriger` would mend it.
    pub mendable: bool,
}

pub fn findings(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Finding> {
    findings_of_json(&as_json(diagnostics, sources))
}

pub fn findings_of_json(json: &str) -> Vec<Finding> {
    let rows: serde_json::Value =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let words = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let row = |row: &serde_json::Value| Finding {
        code: words(&row["code"]).unwrap(),
        file: words(&row["fichier"]),
        line: row["ligne"].as_u64().and_then(|line| usize::try_from(line).ok()),
        message: words(&row["message"]).unwrap(),
        repair: words(&row["reparation"]),
        mendable: row["corrections"].as_array().is_some_and(|edits| !edits.is_empty()),
    };
    rows.as_array().unwrap().iter().map(row).collect()
}

/// The codes, in the order they were said.
pub fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// PDFs of one page without a byte: laying out those of a whole site takes longer than a test of its pages may.
pub struct EmptySheets;

impl eliane::print::Store for EmptySheets {
    fn get(&self, _: &str) -> Option<eliane::print::Printed> {
        Some(eliane::print::Printed { bytes: Vec::new(), pages: 1 })
    }
    fn put(&self, _: &str, _: &eliane::print::Printed) {}
}

/// The text of every page, by address.
pub fn pages_of(finished: &eliane::render::Finished) -> BTreeMap<String, String> {
    let pages = finished.entries().filter(|entry| matches!(entry.file, eliane::site::SiteFile::Page(_)));
    pages
        .map(|entry| {
            let made = finished.make(&entry).unwrap_or_else(|found| panic!("{}", found.message));
            (entry.address.to_owned(), String::from_utf8(made.bytes.into_owned()).unwrap())
        })
        .collect()
}
