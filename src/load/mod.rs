//! From author-shaped trees to the typed model. Every file speaks, every field is converted; what cannot be
//! is said and the rest goes on.

mod beside;
mod case;
mod document;
mod emergencies;
mod fields;
mod film;
mod guide;
mod head;
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
mod sheets;
mod small;
mod target;
mod timed;
mod triage;
mod unread;
mod verification;

use crate::diag::Diagnostics;
use crate::diag::catalogue::{files, identity, pictures};
use crate::keys::SheetKeys;
use crate::model::{
    Case, Emergency, Guide, Need, Product, Query, Service, Settings, TriageQuestion, Unresolved, Word,
};
use crate::parse::yaml;
use crate::passages::{self, PassageRun, Passages};
use crate::source::{Content, File, FileId, Sources, extension, is_film, names};
use crate::text::{is_reserved, is_slug, nearest, slug};
use rayon::prelude::*;

pub use emergencies::{both as all_emergencies, own_phrases as own_emergency_phrases};
use labels::Labels;
pub use sheets::SHEETS;
pub use small::DRAWINGS;
pub use unread::Unread;

const SETTINGS: &str = "content/site.yaml";

/// Where products are.
const PRODUCTS: &str = "content/produits/";

/// All that the content files say, references still being names.
#[derive(Default)]
pub struct Loaded {
    pub settings: Option<Settings<Unresolved>>,
    pub needs: Vec<Need>,
    pub guides: Vec<Guide<Unresolved>>,
    pub services: Vec<Service<Unresolved>>,
    pub products: Vec<Product<Unresolved>>,
    pub words: Vec<Word<Unresolved>>,
    pub cases: Vec<Case<Unresolved>>,
    pub questions: Vec<TriageQuestion<Unresolved>>,
    pub queries: Vec<Query<Unresolved>>,
    /// The site's own entries; [`crate::site`] adds those of the program.
    pub emergencies: Vec<Emergency<Unresolved>>,
    pub unread: Unread,
    /// What pages say: for who reads the texts as texts.
    pub passages: Passages,
}

/// What one file gives.
struct ReadFile<'s> {
    id: FileId,
    file: &'s File,
    one: ReadSheet,
    passages: Option<Vec<PassageRun>>,
    found: Diagnostics,
}

enum ReadSheet {
    Nothing,
    /// Its path is noted.
    Unread,
    /// Its path, as it should be, is noted.
    Misnamed(String),
    Settings(Box<Settings<Unresolved>>),
    Needs(Vec<Need>),
    Guide(Box<Guide<Unresolved>>),
    Service(Box<Service<Unresolved>>),
    Product(Box<Product<Unresolved>>),
    Case(Box<Case<Unresolved>>),
    Words(Vec<Word<Unresolved>>),
    Questions(Vec<TriageQuestion<Unresolved>>),
    Queries(Vec<Query<Unresolved>>),
    Emergencies(Vec<Emergency<Unresolved>>),
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
    for ReadFile { id, file, one, passages, found } in each(sources, &labels, products) {
        diagnostics.extend(found);
        loaded.passages.extend(passages.map(|passages| (id, passages)));
        match one {
            ReadSheet::Product(product) => loaded.products.push(*product),
            ReadSheet::Unread => loaded.unread.note(&file.path),
            ReadSheet::Misnamed(path) => loaded.unread.note(&path),
            _ => {}
        }
    }
    let labels = Labels::of(&loaded.products, loaded.unread.products.clone());
    let results = each(sources, &labels, others);
    let mut settings_misnamed = false;
    for ReadFile { id, file, one, passages, found } in results {
        diagnostics.extend(found);
        loaded.passages.extend(passages.map(|passages| (id, passages)));
        match one {
            // Products were read before.
            ReadSheet::Nothing | ReadSheet::Product(_) => {}
            ReadSheet::Unread => loaded.unread.note(&file.path),
            ReadSheet::Misnamed(path) => {
                settings_misnamed |= path == SETTINGS;
                loaded.unread.note(&path);
            }
            ReadSheet::Settings(settings) => loaded.settings = Some(*settings),
            ReadSheet::Needs(needs) => loaded.needs = needs,
            ReadSheet::Guide(guide) => loaded.guides.push(*guide),
            ReadSheet::Service(service) => loaded.services.push(*service),
            ReadSheet::Case(case) => loaded.cases.push(*case),
            ReadSheet::Words(words) => loaded.words = words,
            ReadSheet::Questions(questions) => loaded.questions = questions,
            ReadSheet::Queries(queries) => loaded.queries = queries,
            ReadSheet::Emergencies(emergencies) => loaded.emergencies = emergencies,
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
fn each<'s>(sources: &Sources, labels: &Labels, files: Vec<(FileId, &'s File)>) -> Vec<ReadFile<'s>> {
    files
        .into_par_iter()
        .map(|(id, file)| {
            let mut found = Diagnostics::default();
            let mut passages = None;
            let one = one(sources, labels, (id, file), &mut passages, &mut found);
            ReadFile { id, file, one, passages, found }
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
    passages: &mut Option<Vec<PassageRun>>,
    out: &mut Diagnostics,
) -> ReadSheet {
    if let Content::Bytes(bytes) = &file.content {
        if is_film(&file.path) {
            film::look(&file.path, bytes, out);
        }
        if let Some(name) = names::windows_refuses(after_address(&file.path)) {
            out.push(pictures::windows_refuses(&file.path, name));
        }
        return ReadSheet::Nothing;
    }
    // The name of a sheet is told as an address that cannot be.
    let folders = after_address(&file.path).rsplit_once('/').map_or("", |(folders, _)| folders);
    if let Some(name) = names::windows_refuses(folders) {
        out.push(pictures::windows_refuses(&file.path, name));
    }
    if let Some(right) = names::meant(&file.path) {
        out.push(files::misnamed(&file.path, &right));
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        return ReadSheet::Misnamed(format!("{folder}/{right}"));
    }
    let parts: Vec<&str> = file.path.split('/').skip(1).collect();
    let yaml = extension(&file.path) == "yaml";
    let read = match parts[..] {
        ["site.yaml"] => sheet((id, file), &sheets::SETTINGS, passages, out)
            .map(|node| ReadSheet::Settings(Box::new(small::settings(&node, out)))),
        ["besoins.yaml"] => sheet((id, file), &sheets::NEEDS, passages, out)
            .map(|node| ReadSheet::Needs(small::needs(sources, &node, out))),
        ["orientation.yaml"] => sheet((id, file), &sheets::TRIAGE, passages, out)
            .map(|node| ReadSheet::Questions(triage::questions(&node, out))),
        ["requetes.yaml"] => queries::queries(id, file, out).map(ReadSheet::Queries),
        ["urgences.yaml"] => emergencies::emergencies(id, file, out).map(ReadSheet::Emergencies),
        ["glossaire.yaml"] => sheet((id, file), &sheets::GLOSSARY, passages, out)
            .map(|node| ReadSheet::Words(small::words(&node, out))),
        ["guides", folder, "guide.md"] => {
            check_id(file, folder, out);
            guide::guide(sources, labels, folder, (id, file), passages, out)
                .map(|g| ReadSheet::Guide(Box::new(g)))
        }
        // Captions and texts of films: read by the guide that shows the film.
        ["guides", _, name] if matches!(extension(name).as_str(), "vtt" | "srt" | "txt") => {
            Some(ReadSheet::Nothing)
        }
        ["services", .., name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            sheet((id, file), &sheets::SERVICES, passages, out)
                .map(|node| ReadSheet::Service(Box::new(service::service(stem, &node, out))))
        }
        ["produits", name] if yaml => {
            let stem = name.trim_end_matches(".yaml");
            check_id(file, stem, out);
            sheet((id, file), &sheets::PRODUCTS, passages, out)
                .map(|node| ReadSheet::Product(Box::new(small::product(stem, &node, out))))
        }
        ["cas", name] if extension(name) == "md" => {
            let stem = name.trim_end_matches(".md");
            check_id(file, stem, out);
            case::case(labels, stem, (id, file), passages, out).map(|c| ReadSheet::Case(Box::new(c)))
        }
        _ => {
            let near = proper_place(&parts);
            out.push(files::misplaced(&file.path, near.as_deref()));
            Some(ReadSheet::Nothing)
        }
    };
    read.unwrap_or(ReadSheet::Unread)
}

/// The tree of a sheet, and what it says.
fn sheet(
    (id, file): (FileId, &File),
    keys: &SheetKeys,
    passages: &mut Option<Vec<PassageRun>>,
    out: &mut Diagnostics,
) -> Option<yaml::Node> {
    let node = small::tree(id, file, out)?;
    *passages = passages::of_sheet(file, &node, keys);
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
