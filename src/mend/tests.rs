//! What is chosen, what waits, and what is written.

use super::*;
use crate::diag::catalogue::fields::E030;
use crate::source::{Span, read_site};

fn finding(file: FileId, edits: &[(usize, usize, &str)]) -> Diagnostic {
    let edits = edits.iter().map(|(from, to, with)| Edit::new(*from..*to, *with));
    Diagnostic::new(&E030, Span::new(file, 0..1), "", "").mended_by(edits)
}

/// A site of one file.
fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/a.yaml"), text).unwrap();
    folder
}

#[test]
fn two_changes_that_meet_are_made_one_after_the_other() {
    let folder = folder("a: b\r\n");
    let (mut sources, _) = read_site(folder.path());
    let (id, _) = sources.find("content/a.yaml").unwrap();
    let mut mending = Mending::new(folder.path());
    let both = [finding(id, &[(0, 1, "cle")]), finding(id, &[(0, 4, "x: y")]), finding(id, &[(3, 4, "c")])];
    assert!(mending.pass(&both, &mut sources));
    assert_eq!(sources.get(id).text(), "cle: c\n", "the second waits, the third is far from both");
    assert!(mending.pass(&[finding(id, &[(5, 6, "d"), (3, 3, "s")])], &mut sources));
    assert_eq!(
        mending.files().map(|(path, codes)| (path, codes.len())).collect::<Vec<_>>(),
        [("content/a.yaml", 3)]
    );
    assert_eq!(mending.patch(), "--- content/a.yaml\n+++ content/a.yaml\n@@ -1 +1 @@\n-a: b\r\n+cles: d\r\n");
    mending.write().unwrap();
    assert_eq!(fs::read(folder.path().join("content/a.yaml")).unwrap(), b"cles: d\r\n");
}

#[test]
fn a_finding_is_mended_whole_or_waits() {
    let folder = folder("abc\n");
    let (mut sources, _) = read_site(folder.path());
    let (id, _) = sources.find("content/a.yaml").unwrap();
    let chosen = [finding(id, &[(0, 1, "x")]), finding(id, &[(0, 1, "y"), (2, 3, "z")])];
    assert!(Mending::new(folder.path()).pass(&chosen, &mut sources));
    assert_eq!(sources.get(id).text(), "xbc\n");
    // The same change, asked for twice.
    let twice = [finding(id, &[(0, 1, "y")]), finding(id, &[(0, 1, "y"), (2, 3, "z")])];
    assert_eq!(choose(&twice)[&id].0.len(), 2);
}

#[test]
fn a_file_that_changed_since_is_left_and_nothing_is_written() {
    let folder = folder("abc\n");
    let file = folder.path().join("content/a.yaml");
    let (mut sources, _) = read_site(folder.path());
    let (id, _) = sources.find("content/a.yaml").unwrap();
    let change = [finding(id, &[(0, 1, "x")])];
    let mut mending = Mending::new(folder.path());
    assert!(mending.pass(&change, &mut sources.clone()));
    fs::write(&file, "abc et plus\n").unwrap();
    assert!(matches!(mending.write(), Err(Unwritten::Changed(path)) if path == "content/a.yaml"));
    let mut late = Mending::new(folder.path());
    assert!(!late.pass(&change, &mut sources), "changed between the reading and the choice");
    assert_eq!(late.left().collect::<Vec<_>>(), ["content/a.yaml"]);
    assert_eq!(fs::read(&file).unwrap(), b"abc et plus\n");
}
