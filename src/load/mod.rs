//! From author-shaped trees to the typed model. Every file speaks, every field is converted; what cannot be
//! is said and the rest goes on.

mod beside;
mod case;
mod emergencies;
mod fields;
mod film;
mod guide;
mod hours;
mod labels;
mod marks;
mod origin;
mod parts;
mod phones;
mod picture;
mod prose;
mod queries;
mod said;
mod screen;
mod service;
mod several;
mod small;
mod target;
mod timed;
mod triage;
mod unread;
mod verification;

use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, identity, pictures};
use crate::model::{
    Case, Emergency, Guide, Named, Need, Product, Query, Service, Settings, TriageQuestion, Word,
};
use crate::parse::yaml;
use crate::passages::{self, Passages, Run};
use crate::source::{Content, File, FileId, Sources, extension, is_film, names};
use crate::text::{is_reserved, is_slug, nearest, slug};
use rayon::prelude::*;

pub use emergencies::both as all_emergencies;
use labels::Labels;
pub use small::DRAWINGS;
pub use unread::Unread;

const SETTINGS: &str = "content/site.yaml";

/// Where products are.
const PRODUCTS: &str = "content/produits/";

/// All that the content files say, references still being names.
#[derive(Default)]
pub struct Loaded {
    pub settings: Option<Settings<Named>>,
    pub needs: Vec<Need>,
    pub guides: Vec<Guide<Named>>,
    pub services: Vec<Service<Named>>,
    pub products: Vec<Product<Named>>,
    pub words: Vec<Word<Named>>,
    pub cases: Vec<Case<Named>>,
    pub questions: Vec<TriageQuestion<Named>>,
    pub queries: Vec<Query<Named>>,
    /// The site's own entries; [`crate::site`] adds those of the program.
    pub emergencies: Vec<Emergency<Named>>,
    pub unread: Unread,
    /// What pages say: for who reads the texts as texts.
    pub passages: Passages,
}

/// What one file gives.
struct Read<'s> {
    id: FileId,
    file: &'s File,
    one: One,
    passages: Option<Vec<Run>>,
    found: Diagnostics,
}

enum One {
    Nothing,
    /// Its path is noted.
    Unread,
    /// Its path, as it should be, is noted.
    Misnamed(String),
    Settings(Box<Settings<Named>>),
    Needs(Vec<Need>),
    Guide(Box<Guide<Named>>),
    Service(Box<Service<Named>>),
    Product(Box<Product<Named>>),
    Case(Box<Case<Named>>),
    Words(Vec<Word<Named>>),
    Questions(Vec<TriageQuestion<Named>>),
    Queries(Vec<Query<Named>>),
    Emergencies(Vec<Emergency<Named>>),
}

/// Loads every content file, in parallel; the result is in the order of paths.
#[must_use]
pub fn load(sources: &Sources) -> (Loaded, Diagnostics) {
    let files: Vec<(FileId, &File)> =
        sources.iter().filter(|(_, file)| file.path.starts_with("content/")).collect();
    // Decoding takes longer than all the rest: it is done beforehand, by as many as can.
    files.par_iter().filter(|(_, file)| is_shown(file)).for_each(|(_, file)| {
        file.picture();
    });
    let mut loaded = Loaded::default();
    let mut diagnostics = Diagnostics::default();
    for path in sources.unread() {
        loaded.unread.note(path);
    }
    // Products first: guides cite the words of their screens.
    let (products, others): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(_, file)| file.path.starts_with(PRODUCTS));
    let labels = Labels::default();
    for Read { id, file, one, passages, found } in each(sources, &labels, products) {
        diagnostics.extend(found);
        loaded.passages.extend(passages.map(|passages| (id, passages)));
        match one {
            One::Product(product) => loaded.products.push(*product),
            One::Unread => loaded.unread.note(&file.path),
            One::Misnamed(path) => loaded.unread.note(&path),
            _ => {}
        }
    }
    let labels = Labels::of(&loaded.products, loaded.unread.products.clone());
    let results = each(sources, &labels, others);
    let mut settings_misnamed = false;
    for Read { id, file, one, passages, found } in results {
        diagnostics.extend(found);
        loaded.passages.extend(passages.map(|passages| (id, passages)));
        match one {
            // Products were read before.
            One::Nothing | One::Product(_) => {}
            One::Unread => loaded.unread.note(&file.path),
            One::Misnamed(path) => {
                settings_misnamed |= path == SETTINGS;
                loaded.unread.note(&path);
            }
            One::Settings(settings) => loaded.settings = Some(*settings),
            One::Needs(needs) => loaded.needs = needs,
            One::Guide(guide) => loaded.guides.push(*guide),
            One::Service(service) => loaded.services.push(*service),
            One::Case(case) => loaded.cases.push(*case),
            One::Words(words) => loaded.words = words,
            One::Questions(questions) => loaded.questions = questions,
            One::Queries(queries) => loaded.queries = queries,
            One::Emergencies(emergencies) => loaded.emergencies = emergencies,
        }
    }
    if sources.find(SETTINGS).is_none() && !sources.is_unread(SETTINGS) && !settings_misnamed {
        diagnostics.push(files::no_settings());
    }
    (loaded, diagnostics)
}

/// Whether a file is a picture.
fn is_shown(file: &File) -> bool {
    matches!(file.content, Content::Bytes(_)) && !is_film(&file.path)
}

/// Reads files in parallel; the result is in their order.
fn each<'s>(sources: &Sources, labels: &Labels, files: Vec<(FileId, &'s File)>) -> Vec<Read<'s>> {
    files
        .into_par_iter()
        .map(|(id, file)| {
            let mut found = Diagnostics::default();
            let mut passages = None;
            let one = one(sources, labels, (id, file), &mut passages, &mut found);
            Read { id, file, one, passages, found }
        })
        .collect()
}

/// The path without the folder of a guide, whose name is an address: it is told as one when it cannot be.
fn after_address(path: &str) -> &str {
    let guide = path.strip_prefix("content/guides/").and_then(|rest| rest.split_once('/'));
    guide.map_or(path, |(_, rest)| rest)
}

/// Each kind of content has one place; a text elsewhere is read by nobody, and its author must know.
fn one(
    sources: &Sources,
    labels: &Labels,
    (id, file): (FileId, &File),
    passages: &mut Option<Vec<Run>>,
    out: &mut Diagnostics,
) -> One {
    if let Content::Bytes(bytes) = &file.content {
        if is_film(&file.path) {
            film::look(&file.path, bytes, out);
        }
        if let Some(name) = names::windows_refuses(after_address(&file.path)) {
            out.push(pictures::windows_refuses(&file.path, name));
        }
        return One::Nothing;
    }
    // The name of a sheet is told as an address that cannot be.
    let folders = after_address(&file.path).rsplit_once('/').map_or("", |(folders, _)| folders);
    if let Some(name) = names::windows_refuses(folders) {
        out.push(pictures::windows_refuses(&file.path, name));
    }
    if let Some(right) = names::meant(&file.path) {
        out.push(files::misnamed(&file.path, &right));
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        return One::Misnamed(format!("{folder}/{right}"));
    }
    let parts: Vec<&str> = file.path.split('/').skip(1).collect();
    let yaml = extension(&file.path) == "yaml";
    let read = match parts[..] {
        ["site.yaml"] => {
            sheet(id, file, passages, out).map(|node| One::Settings(Box::new(small::settings(&node, out))))
        }
        ["besoins.yaml"] => {
            sheet(id, file, passages, out).map(|node| One::Needs(small::needs(sources, &node, out)))
        }
        ["orientation.yaml"] => {
            sheet(id, file, passages, out).map(|node| One::Questions(triage::questions(&node, out)))
        }
        ["requetes.yaml"] => queries::queries(id, file, out).map(One::Queries),
        ["urgences.yaml"] => emergencies::emergencies(id, file, out).map(One::Emergencies),
        ["glossaire.yaml"] => sheet(id, file, passages, out).map(|node| One::Words(small::words(&node, out))),
        ["guides", folder, "guide.md"] => {
            check_id(file, folder, out);
            guide::guide(sources, labels, folder, (id, file), passages, out).map(|g| One::Guide(Box::new(g)))
        }
        // Captions and texts of films: read by the guide that shows the film.
        ["guides", _, name] if matches!(extension(name).as_str(), "vtt" | "srt" | "txt") => {
            Some(One::Nothing)
        }
        ["services", .., name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            sheet(id, file, passages, out)
                .map(|node| One::Service(Box::new(service::service(stem, &node, out))))
        }
        ["produits", name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            sheet(id, file, passages, out)
                .map(|node| One::Product(Box::new(small::product(stem, &node, out))))
        }
        ["cas", name] if extension(name) == "md" => {
            let stem = name.trim_end_matches(".md");
            check_id(file, stem, out);
            case::case(labels, stem, (id, file), passages, out).map(|c| One::Case(Box::new(c)))
        }
        _ => {
            let near = proper_place(&parts);
            out.push(files::misplaced(&file.path, near.as_deref()));
            Some(One::Nothing)
        }
    };
    read.unwrap_or(One::Unread)
}

/// The tree of a sheet, and what it says.
fn sheet(
    id: FileId,
    file: &File,
    passages: &mut Option<Vec<Run>>,
    out: &mut Diagnostics,
) -> Option<yaml::Node> {
    let node = small::tree(id, file, out)?;
    *passages = passages::of_sheet(file, &node);
    Some(node)
}

fn check_id(file: &File, id: &str, out: &mut Diagnostics) {
    if is_reserved(id) {
        out.push(identity::reserved_id(file.path.as_str(), id, &slug(id)));
    } else if !is_slug(id) {
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
        ([first, _], "yaml") => {
            let folder = nearest(first, ["services", "produits"])?;
            Some(format!("content/{folder}/{name}"))
        }
        ([_], "yaml") => nearest(
            name,
            [
                "site.yaml",
                "besoins.yaml",
                "glossaire.yaml",
                "orientation.yaml",
                "requetes.yaml",
                "urgences.yaml",
            ],
        )
        .map(|n| format!("content/{n}")),
        _ => None,
    }
}
