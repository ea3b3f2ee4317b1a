//! Lists the theme's files for `src/theme/embedded.rs`: a new template is one file, named nowhere else.

use std::error::Error;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A constant of `embedded.rs`: what it is, its name, the folders it lists, and how the names of its files end.
type List = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const LISTS: [List; 3] = [
    (
        "Every file of the theme that pages are made of: its name and its text.",
        "EMBEDDED",
        &["", "scripts/"],
        &[".html", ".css", ".js", ".yaml"],
    ),
    ("The templates of paper: the name under the theme, and the text.", "PAPER", &["papier/"], &[".typ"]),
    (
        "The scripts as browsers get them, made from their pieces: see [`super::scripts`].",
        "SHORT",
        &["courts/"],
        &[".js"],
    ),
];

/// Folders and files that decide what the program makes.
const SOURCES: [&str; 4] = ["src", "themes/kiosque", "Cargo.lock", "Cargo.toml"];

fn main() -> Result<(), Box<dyn Error>> {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rustc-env=ELIANE_SOURCES={:016x}", sources()?);
    let mut code = String::new();
    for (what, constant, folders, ends) in LISTS {
        let mut names = Vec::new();
        for folder in folders {
            for entry in fs_err::read_dir(Path::new("themes/kiosque").join(folder))? {
                let name = entry?
                    .file_name()
                    .into_string()
                    .map_err(|name| format!("{}: no UTF-8", name.display()))?;
                if ends.iter().any(|end| name.ends_with(end)) {
                    names.push(format!("{folder}{name}"));
                }
            }
        }
        names.sort();
        writeln!(code, "/// {what}\npub const {constant}: &[(&str, &str)] = &[")?;
        for name in names {
            let short = name.trim_start_matches("courts/");
            writeln!(
                code,
                "    ({short:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/themes/kiosque/{name}\"))),"
            )?;
        }
        code.push_str("];\n");
    }
    let folder = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs_err::write(Path::new(&folder).join("theme.rs"), code)?;
    Ok(())
}

/// One number for all the sources: what one program made, another may not take for its own (`src/render/page_sum.rs`).
fn sources() -> Result<u64, Box<dyn Error>> {
    let mut sum = DefaultHasher::new();
    std::env::var_os("CARGO_FEATURE_PAPIER").hash(&mut sum);
    let mut waiting: Vec<PathBuf> = SOURCES.iter().map(PathBuf::from).collect();
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs_err::read_dir(&path)? {
                waiting.push(entry?.path());
            }
        } else {
            files.push(path);
        }
    }
    files.sort();
    for path in files {
        (fs_err::read(&path)?, path).hash(&mut sum);
    }
    Ok(sum.finish())
}
