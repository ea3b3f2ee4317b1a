//! From author-shaped trees to the typed model. Every file speaks, every field is converted; what cannot be
//! is said and the rest goes on.

mod fields;
mod guide;
mod picture;
mod prose;
mod service;
mod small;
mod verification;

use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, identity};
use crate::model::{Guide, Named, Need, Product, Service, Settings, Word};
use crate::source::{Content, File, FileId, Sources, extension};
use crate::text::{is_slug, nearest, slug};
use rayon::prelude::*;
use std::collections::BTreeSet;

pub use small::DRAWINGS;

/// All that the content files say, references still being names.
#[derive(Default)]
pub struct Loaded {
    pub settings: Option<Settings<Named>>,
    pub needs: Vec<Need>,
    pub guides: Vec<Guide<Named>>,
    pub services: Vec<Service<Named>>,
    pub products: Vec<Product<Named>>,
    pub words: Vec<Word<Named>>,
    /// Ids of sheets whose file could not be read: names that point to them are not faults of their own.
    pub unread: BTreeSet<String>,
}

enum One {
    Nothing,
    Unread(String),
    Settings(Box<Settings<Named>>),
    Needs(Vec<Need>),
    Guide(Box<Guide<Named>>),
    Service(Box<Service<Named>>),
    Product(Box<Product<Named>>),
    Words(Vec<Word<Named>>),
}

/// Loads every content file, in parallel; the result is in the order of paths.
#[must_use]
pub fn load(sources: &Sources) -> (Loaded, Diagnostics) {
    let files: Vec<(FileId, &File)> =
        sources.iter().filter(|(_, file)| file.path.starts_with("content/")).collect();
    let results: Vec<(One, Diagnostics)> = files
        .into_par_iter()
        .map(|(id, file)| {
            let mut out = Diagnostics::default();
            (one(sources, id, file, &mut out), out)
        })
        .collect();
    let mut loaded = Loaded::default();
    let mut diagnostics = Diagnostics::default();
    for (one, found) in results {
        diagnostics.extend(found);
        match one {
            One::Nothing => {}
            One::Unread(id) => {
                loaded.unread.insert(id);
            }
            One::Settings(settings) => loaded.settings = Some(*settings),
            One::Needs(needs) => loaded.needs = needs,
            One::Guide(guide) => loaded.guides.push(*guide),
            One::Service(service) => loaded.services.push(*service),
            One::Product(product) => loaded.products.push(*product),
            One::Words(words) => loaded.words = words,
        }
    }
    if sources.find("content/site.yaml").is_none() {
        diagnostics.push(files::no_settings());
    }
    (loaded, diagnostics)
}

/// Each kind of content has one place; a text elsewhere is read by nobody, and its author must know.
fn one(sources: &Sources, id: FileId, file: &File, out: &mut Diagnostics) -> One {
    if matches!(file.content, Content::Bytes(_)) {
        return One::Nothing;
    }
    let parts: Vec<&str> = file.path.split('/').skip(1).collect();
    let yaml = extension(&file.path) == "yaml";
    let or_unread = |one: Option<One>, id: &str| one.unwrap_or_else(|| One::Unread(id.to_owned()));
    match parts[..] {
        ["site.yaml"] => {
            or_unread(small::settings(id, file, out).map(|s| One::Settings(Box::new(s))), "site")
        }
        ["besoins.yaml"] => One::Needs(small::needs(sources, id, file, out)),
        ["glossaire.yaml"] => One::Words(small::words(id, file, out)),
        ["guides", folder, "guide.md"] => {
            check_id(file, folder, out);
            or_unread(guide::guide(sources, folder, id, file, out).map(|g| One::Guide(Box::new(g))), folder)
        }
        ["services", .., name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            or_unread(service::service(stem, id, file, out).map(|s| One::Service(Box::new(s))), stem)
        }
        ["produits", name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            or_unread(small::product(stem, id, file, out).map(|p| One::Product(Box::new(p))), stem)
        }
        _ => {
            let near = proper_place(&parts);
            out.push(files::misplaced(&file.path, near.as_deref()));
            One::Nothing
        }
    }
}

fn check_id(file: &File, id: &str, out: &mut Diagnostics) {
    if !is_slug(id) {
        out.push(identity::bad_id(file.path.as_str(), id, &slug(id)));
    }
}

/// A guess at where a misplaced file belongs.
fn proper_place(parts: &[&str]) -> Option<String> {
    let name = parts.last()?;
    let (stem, extension) = name.rsplit_once('.')?;
    match (parts, extension) {
        ([.., "guides", _], "md") => Some(format!("content/guides/{}/guide.md", slug(stem))),
        (["guides", folder, _], "md") => Some(format!("content/guides/{}/guide.md", slug(folder))),
        (_, "yml") => Some(format!("{stem}.yaml")),
        ([first, _], "yaml") => {
            let folder = nearest(first, ["services", "produits"])?;
            Some(format!("content/{folder}/{name}"))
        }
        ([_], "yaml") => {
            nearest(name, ["site.yaml", "besoins.yaml", "glossaire.yaml"]).map(|n| format!("content/{n}"))
        }
        _ => None,
    }
}
