//! `docs/theme.md` tells authors of themes what templates see: it comes from the code, and is that of today.

use std::path::Path;

// Its `main` is for `cargo run`.
#[allow(dead_code)]
#[path = "../../../examples/theme.rs"]
mod written;

#[test]
fn what_templates_see_is_told_as_it_is_today() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let told = fs_err::read_to_string(root.join("docs/theme.md")).unwrap();
    let today = written::document(root).unwrap();
    let line = told.lines().zip(today.lines()).find(|(told, today)| told != today);
    assert!(told == today, "docs/theme.md is not current ({line:?}): `cargo run --example theme`");
}

#[test]
fn keys_are_told_as_templates_write_them() {
    let folder = tempfile::tempdir().unwrap();
    let contract = folder.path().join("src/view/contract");
    fs_err::create_dir_all(&contract).unwrap();
    let code = "/// `essai.html`: like [`super::Trial::title`].\nstruct Trial {\n    /// Shown | as it is.\n    \
                #[serde(rename = \"titre\")]\n    pub title: Option<Vec<Trial>>,\n}\n";
    fs_err::write(contract.join("page.rs"), code).unwrap();
    let document = written::document(folder.path()).unwrap();
    assert!(document.contains("### Trial\n\n`essai.html`: like `titre` of Trial.\n"), "{document}");
    assert!(
        document.contains("| `titre` | list of [Trial](#trial), or nothing | Shown \\| as it is. |"),
        "{document}"
    );
    assert!(document.contains("| `guide` | `guide.html` | `guide.js` |"), "{document}");
}
