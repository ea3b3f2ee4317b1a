//! The theme: templates, style sheet, scripts and French strings; embedded, each file replaceable by the site's own.
//!
//! A file `themes/<theme>/accueil.html` of the site takes the place of the embedded file of that name.

mod embedded;
mod scripts;
mod texts;

pub use embedded::PAPER_TYPEFACES;
pub use scripts::{CARRIED, CARRIER, Screen};
pub use texts::{Texts, filled};

use crate::diag::catalogue::theme as say;
use crate::diag::{Diagnostics, Place};
use crate::parse::yaml;
use crate::source::{At, File, FileId, Sources, extension};
use crate::text::nearest;
use embedded::{EMBEDDED, PAPER, SHORT, TYPEFACES};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The theme that is in the program.
pub const DEFAULT: &str = "kiosque";

/// The pieces of the style sheet, in the order in which they are joined. The first names typefaces by file: a
/// page that must stand alone goes without it.
const STYLE: [&str; 8] = [
    "polices.css",
    "couleurs.css",
    "style.css",
    "guide.css",
    "film.css",
    "lecture.css",
    "borne.css",
    "papier.css",
];

/// A template and where it comes from, for messages.
pub struct Template {
    pub name: String,
    pub path: String,
    pub text: String,
}

/// A theme whose strings were read; its templates are compiled by [`crate::render`].
pub struct Theme {
    pub templates: Vec<Template>,
    /// The style sheet.
    pub style: String,
    /// The same without typefaces, for a page that holds it inside.
    pub style_alone: String,
    /// The pieces of scripts, by name: `scripts/page.js`.
    scripts: BTreeMap<&'static str, String>,
    /// What lays out paper.
    pub paper: Vec<Template>,
    pub texts: Texts,
}

/// Whether a file is a short form of a script, as the program has it: in its own folder, such files are no mistake. One that
/// was changed would replace nothing: short forms are made from the pieces.
fn is_short_form(short: &str, text: &str) -> bool {
    short.strip_prefix("courts/").is_some_and(|name| SHORT.contains(&(name, text)))
}

impl Theme {
    /// Gathers the theme's files; `None` after a diagnostic when it does not exist or has no strings.
    #[must_use]
    pub fn load(named: Option<&At<String>>, sources: &Sources, out: &mut Diagnostics) -> Option<Self> {
        let name = named.map_or(DEFAULT, |theme| theme.value.as_str());
        let folder = format!("themes/{name}/");
        let own: Vec<_> = sources.beginning(&folder).collect();
        if name != DEFAULT && own.is_empty() {
            out.push(say::unknown_theme(named.map_or(Place::Nowhere, |theme| theme.span.into()), name));
            return None;
        }
        for (_, file) in &own {
            let short = &file.path[folder.len()..];
            if ["html", "css", "js", "yaml", "typ"].contains(&extension(short).as_str())
                && !EMBEDDED.iter().chain(PAPER).any(|(n, _)| *n == short)
                && !is_short_form(short, file.text())
            {
                out.push(say::unused_file(
                    &file.path,
                    nearest(short, EMBEDDED.iter().chain(PAPER).map(|(n, _)| *n)),
                ));
            }
        }
        let text = |short: &str, embedded: &str| {
            let path = format!("{folder}{short}");
            match sources.find(&path) {
                Some((_, file)) => (path, file.text().to_owned()),
                None => (format!("themes/{DEFAULT}/{short}"), embedded.to_owned()),
            }
        };
        let mut theme = Self {
            templates: Vec::new(),
            style: String::new(),
            style_alone: String::new(),
            scripts: BTreeMap::new(),
            paper: Vec::new(),
            texts: Texts::default(),
        };
        for (short, embedded) in PAPER {
            let (path, text) = text(short, embedded);
            theme.paper.push(Template { name: (*short).to_owned(), path, text });
        }
        let mut style = BTreeMap::new();
        for (short, embedded) in EMBEDDED {
            let (path, text) = text(short, embedded);
            match extension(short).as_str() {
                "html" => theme.templates.push(Template { name: (*short).to_owned(), path, text }),
                "css" => {
                    style.insert(*short, text);
                }
                "js" => {
                    theme.scripts.insert(*short, text);
                }
                // The site's own strings have places, and may have faults.
                _ => {
                    theme.texts = match sources.find(&path) {
                        Some((id, file)) => texts_of(id, file, out)?,
                        None => OWN_TEXTS.clone()?,
                    }
                }
            }
        }
        let pieces = |names: &[&str]| names.iter().filter_map(|name| style.get(name).cloned()).collect();
        theme.style = pieces(&STYLE);
        theme.style_alone = pieces(&STYLE[1..]);
        theme.check_keys(out);
        Some(theme)
    }

    /// A script or a typeface, by the name of its file: `communes.js`. Nothing for another name.
    #[must_use]
    pub fn asset(&self, name: &str, screen: Screen<'_>) -> Cow<'static, [u8]> {
        if let Some(script) = scripts::make(name, &self.scripts, screen) {
            return Cow::Owned(script.into_bytes());
        }
        Cow::Borrowed(TYPEFACES.iter().find(|(file, _)| *file == name).map_or(&[][..], |(_, bytes)| bytes))
    }

    /// The strings that the templates of paper name, for a document to say.
    #[must_use]
    pub fn paper_texts(&self) -> BTreeMap<String, String> {
        let keys = self.paper.iter().flat_map(|template| texts::keys_in(&template.text));
        keys.map(|key| (key.to_owned(), self.texts.say(key))).collect()
    }

    /// Every string that a template names outright must exist.
    fn check_keys(&self, out: &mut Diagnostics) {
        for template in self.templates.iter().chain(&self.paper) {
            for key in texts::keys_in(&template.text) {
                if self.texts.get(key).is_none() {
                    out.push(say::missing_phrase(&template.path, key, nearest(key, self.texts.keys())));
                }
            }
        }
    }
}

/// The program's own strings, read once: a preview looks at its site at every change, and tests at thousands of small sites.
static OWN_TEXTS: LazyLock<Option<Texts>> = LazyLock::new(|| {
    let (_, text) = EMBEDDED.iter().find(|(name, _)| *name == "textes.yaml")?;
    texts_of(FileId::EMBEDDED, &File::embedded(text), &mut Diagnostics::default())
});

fn texts_of(id: FileId, file: &File, out: &mut Diagnostics) -> Option<Texts> {
    let node = yaml::parse(id, file, 0..file.text().len(), out)?;
    Some(Texts::read(&node, out))
}
