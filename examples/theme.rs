//! What templates see, for authors of themes: `cargo run --example theme` writes `docs/theme.md` from the documentation of
//! `src/view/contract/`.
//!
//! A test of the house keeps that document current.

use eliane::site::PageKind;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs_err::write(root.join("docs/theme.md"), document(root)?)?;
    Ok(())
}

/// One value that a template may name.
struct Key {
    /// As templates write it.
    name: String,
    /// As Rust writes it.
    field: String,
    kind: String,
    doc: String,
    /// Whether its own keys stand in its place (`#[serde(flatten)]`).
    flattened: bool,
}

/// A struct of the contract, or one variant of an enum.
struct Shape {
    name: String,
    doc: String,
    keys: Vec<Key>,
    /// Of paper, whose templates are Typst's.
    paper: bool,
}

/// The key that templates write, by the struct and the field that Rust writes.
type FieldKeys<'s> = BTreeMap<(&'s str, &'s str), &'s str>;

/// The whole of `docs/theme.md`.
///
/// # Errors
/// A file of the contract cannot be read.
pub fn document(root: &Path) -> Result<String, Box<dyn Error>> {
    let shapes = shapes(&root.join("src/view/contract"))?;
    let mut out = String::from(HEAD);
    kinds(&mut out);
    let known: BTreeSet<&str> = shapes.iter().map(|shape| shape.name.as_str()).collect();
    let fields: FieldKeys<'_> = shapes
        .iter()
        .flat_map(|shape| {
            shape.keys.iter().map(move |key| ((shape.name.as_str(), key.field.as_str()), key.name.as_str()))
        })
        .collect();
    for (paper, heading) in [(false, PAGES), (true, PAPER)] {
        out.push_str(heading);
        for shape in shapes.iter().filter(|shape| shape.paper == paper) {
            write_shape(&mut out, shape, &fields, &known);
        }
    }
    Ok(out)
}

const HEAD: &str = "# What templates see

Written by `cargo run --example theme` from the documentation of `src/view/contract/`; a test fails when it is not current.

A template sees three values: `page` (a `PageHead`, below), `vue` (the page’s own body, by its template), and `t` (the sentences of `textes.yaml`). Keys are French, as in content files. « or nothing » means that a template must ask before it shows; a list may be empty. Only keys that end in `_html` hold HTML, and only they may be marked `safe`. Every `href` and `src` is relative to the page.

A file of your site’s `theme/` with the name of one of ours takes its place.

";

const PAGES: &str = "## Pages and their parts\n\n";
const PAPER: &str = "## Paper\n\nTypst reads one `PaperDocument` as `donnees.json`. Values only: nothing in them is read as Typst.\n\n";

/// The table of kinds of pages.
fn kinds(out: &mut String) {
    out.push_str("## Kinds of pages\n\n| `page.sorte` | template | scripts besides those of all pages |\n| --- | --- | --- |\n");
    let mut seen = BTreeSet::new();
    for kind in PageKind::ALL {
        let row = kind.row();
        if seen.insert((row.name, row.template)) {
            let scripts: Vec<String> = row.scripts.iter().map(|script| format!("`{script}`")).collect();
            let _ = writeln!(out, "| `{}` | `{}` | {} |", row.name, row.template, scripts.join(", "));
        }
    }
    out.push('\n');
}

fn shapes(folder: &Path) -> Result<Vec<Shape>, Box<dyn Error>> {
    let mut paths: Vec<_> =
        fs_err::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    // What all pages know comes first.
    paths.sort_by_key(|path| (!path.ends_with("page.rs"), path.clone()));
    let mut shapes = Vec::new();
    for path in paths {
        shapes.extend(read(&fs_err::read_to_string(&path)?, path.ends_with("paper.rs")));
    }
    Ok(in_place(shapes))
}

/// The keys of a flattened struct stand in its place: templates know nothing of it.
fn in_place(mut shapes: Vec<Shape>) -> Vec<Shape> {
    let names: BTreeSet<String> = shapes
        .iter()
        .flat_map(|shape| &shape.keys)
        .filter(|key| key.flattened)
        .map(|key| key.kind.clone())
        .collect();
    let (within, mut shapes): (Vec<Shape>, Vec<Shape>) =
        shapes.drain(..).partition(|shape| names.contains(&shape.name));
    let mut within: BTreeMap<String, Vec<Key>> =
        within.into_iter().map(|shape| (shape.name, shape.keys)).collect();
    for shape in &mut shapes {
        shape.keys = std::mem::take(&mut shape.keys)
            .into_iter()
            .flat_map(
                |key| if key.flattened { within.remove(&key.kind).unwrap_or_default() } else { vec![key] },
            )
            .collect();
    }
    shapes
}

/// The structs and enums of one file, as `cargo fmt` lays them out: one field a line.
fn read(code: &str, paper: bool) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    let (mut doc, mut renamed, mut flattened) = (Vec::new(), None, false);
    // The enum that is being read: its name and what is said of it.
    let mut of: Option<(String, String)> = None;
    for line in code.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            doc.push(words.trim().to_owned());
            continue;
        }
        if let Some(rest) = line.strip_prefix("#[serde(rename = \"") {
            renamed = rest.split('"').next().map(str::to_owned);
            continue;
        }
        flattened |= line == "#[serde(flatten)]";
        if line.starts_with("#[") || line.starts_with("//") {
            continue;
        }
        let said = std::mem::take(&mut doc).join(" ");
        let key = renamed.take();
        let bare = line.strip_prefix("pub ").unwrap_or(line);
        if let Some(rest) = bare.strip_prefix("struct ") {
            shapes.push(Shape { name: word(rest), doc: said, keys: Vec::new(), paper });
        } else if let Some(rest) = bare.strip_prefix("enum ") {
            of = Some((word(rest), said));
        } else if let Some((field, kind)) = bare.strip_suffix(',').and_then(|bare| bare.split_once(": ")) {
            if let Some(shape) = shapes.last_mut() {
                let name = key.unwrap_or_else(|| field.to_owned());
                let flattened = std::mem::take(&mut flattened);
                shape.keys.push(Key {
                    name,
                    field: field.to_owned(),
                    kind: in_words(kind),
                    doc: said,
                    flattened,
                });
            }
        } else if let Some((name, whole)) = of.as_ref().filter(|_| line.starts_with(char::is_uppercase)) {
            let value = key.unwrap_or_else(|| word(line));
            let doc = [whole.as_str(), said.as_str()].join(" ").trim().to_owned();
            shapes.push(Shape { name: format!("{name}, `{value}`"), doc, keys: Vec::new(), paper });
        } else if line.starts_with("impl") {
            break;
        }
    }
    shapes
}

/// The identifier that a text begins with.
fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// A type as one says it.
fn in_words(kind: &str) -> String {
    let within = |open: &str, close: char| kind.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if let Some(inner) = within("Option<", '>') {
        return format!("{}, or nothing", in_words(inner));
    }
    if let Some(inner) = within("Vec<", '>') {
        return format!("list of {}", in_words(inner));
    }
    if let Some(inner) = within("[", ']') {
        return format!("list of {}", in_words(inner.split(';').next().unwrap_or(inner)));
    }
    if let Some(inner) = within("(", ')') {
        return inner.split(", ").map(in_words).collect::<Vec<_>>().join(" and ");
    }
    match kind.trim_start_matches("super::") {
        "String" | "&'static str" => "text",
        "bool" => "true or false",
        "usize" | "u8" | "u16" | "u32" | "u64" | "i16" | "f64" => "number",
        "BTreeMap<String, String>" => "texts by name",
        "PaperProse" => "list of PaperBlock",
        other => other,
    }
    .to_owned()
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn write_shape(out: &mut String, shape: &Shape, fields: &FieldKeys<'_>, known: &BTreeSet<&str>) {
    let _ = writeln!(out, "### {}\n", shape.name);
    if !shape.doc.is_empty() {
        let _ = writeln!(out, "{}\n", unlinked(&shape.doc, fields));
    }
    if shape.keys.is_empty() {
        return;
    }
    out.push_str("| key | value | meaning |\n| --- | --- | --- |\n");
    for key in &shape.keys {
        let kind = key
            .kind
            .split_inclusive([' ', ','])
            .map(|word| {
                let bare = word.trim_end_matches([' ', ',']);
                if known.contains(bare) {
                    word.replace(bare, &format!("[{bare}](#{})", bare.to_lowercase()))
                } else {
                    word.to_owned()
                }
            })
            .collect::<String>();
        let _ = writeln!(out, "| `{}` | {} | {} |", key.name, cell(&kind), cell(&unlinked(&key.doc, fields)));
    }
    out.push('\n');
}

/// Without the links that only Rust's own documentation follows: a field becomes the key that templates name.
fn unlinked(text: &str, fields: &FieldKeys<'_>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((link, after)) = after.split_once("`]") else { break };
        out.push_str(before);
        let parts: Vec<&str> = link.split("::").filter(|part| *part != "super").collect();
        match parts[..] {
            [shape, field] => {
                let key = fields.get(&(shape, field)).copied().unwrap_or(field);
                let _ = write!(out, "`{key}` of {shape}");
            }
            _ => out.push_str(parts.last().copied().unwrap_or_default()),
        }
        rest = after;
    }
    out + rest
}
