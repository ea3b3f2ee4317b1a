//! Lists the theme's files for `src/theme/embedded.rs`: a new template is one file, named nowhere else.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

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

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=themes/kiosque");
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
