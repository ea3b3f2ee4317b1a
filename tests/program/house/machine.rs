//! No file names a folder of the machine it was written on.

use super::none;
use fs_err as fs;
use std::path::Path;

/// Where people's and machines' own folders are. In two parts, or this very file would be found.
const ROOTS: [&str; 6] = ["/ho|me/", "/ro|ot/", "/Us|ers/", "/t|mp/", "/wo|rk/", ":\\Us|ers\\"];

/// Wrong examples on purpose: they prove that the check of the built site finds such folders.
const ALLOWED: [&str; 1] = ["tests/browsers/proofs/mutants-static.mjs"];

/// Folders that the repository does not hold.
fn is_kept(name: &str) -> bool {
    ![".git", "target", "node_modules"].contains(&name) && !name.starts_with(".public")
}

fn walk(folder: &Path, prefix: &str, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if !is_kept(&name) || ALLOWED.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &format!("{path}/"), out);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            out.extend(
                text.lines()
                    .zip(1..)
                    .filter(|(line, _)| names_a_folder(line))
                    .map(|(_, n)| format!("{path}:{n}")),
            );
        }
    }
}

/// Whether a line names a folder of a machine. « exemple.fr/home/ » and « ../home/ » are addresses.
fn names_a_folder(line: &str) -> bool {
    ROOTS.iter().map(|root| root.replace('|', "")).any(|root| {
        line.match_indices(&root).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + root.len()..].chars().next();
            (root.starts_with(':') || !before.is_some_and(|c| c.is_alphanumeric() || "./_-*".contains(c)))
                && after.is_some_and(char::is_alphanumeric)
        })
    })
}

#[test]
fn no_file_names_a_folder_of_a_machine() {
    let mut faults = Vec::new();
    walk(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut faults);
    none(&faults, "folders of a machine");
}

#[test]
fn folders_of_a_machine_are_told_from_addresses() {
    let written = |text: &str| names_a_folder(&text.replace('|', ""));
    for folder in ["see /ho|me/marie/site", "(/t|mp/a)", "\"C:\\Us|ers\\marie\"", "/wo|rk/a"] {
        assert!(written(folder), "{folder}");
    }
    for address in ["https://exemple.fr/ho|me/x", "../t|mp/x", "target/t|mp/x", "/ho|me/"] {
        assert!(!written(address), "{address}");
    }
}
