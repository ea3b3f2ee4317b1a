//! The program itself, run on a folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a run of the program gave.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program, with the words of a command.
pub fn eliane<S: AsRef<std::ffi::OsStr>>(words: impl IntoIterator<Item = S>) -> Run {
    Command::new(env!("CARGO_BIN_EXE_eliane")).args(words).env("NO_COLOR", "1").output().unwrap().into()
}

/// `eliane construire --site root --sortie out`, on the day of the tests.
pub fn build(root: &Path, out: &Path) -> Run {
    build_with(root, out, &[])
}

pub fn build_with(root: &Path, out: &Path, more: &[&str]) -> Run {
    let words = ["construire", "--site"].map(Into::into).into_iter().chain([root.as_os_str().to_owned()]);
    let words =
        words.chain(["--sortie".into(), out.as_os_str().to_owned(), "--date".into(), "2026-11-24".into()]);
    eliane(words.chain(more.iter().map(Into::into)))
}

/// Every file under a folder, links included, each with its bytes; empty when there is no such folder.
pub fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let bytes = fs_err::read(entry.path()).unwrap_or_default();
            (entry.path().strip_prefix(folder).unwrap().to_owned(), bytes)
        })
        .collect()
}

/// A folder for the output, whose emptiness shows that nothing was written, not even aside.
pub struct OutFolder {
    around: tempfile::TempDir,
}

impl OutFolder {
    pub fn new() -> Self {
        Self { around: tempfile::TempDir::new().unwrap() }
    }

    pub fn out(&self) -> PathBuf {
        self.around.path().join("public")
    }

    /// Nothing at all stands where the site would.
    #[track_caller]
    pub fn assert_untouched(&self) {
        let names: Vec<_> =
            fs_err::read_dir(self.around.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert!(names.is_empty(), "written: {names:?}");
    }
}

/// The site cannot be built: exit code 1, every fragment on stderr, nothing written.
#[track_caller]
pub fn assert_refused(root: &Path, fragments: &[&str]) {
    let output = OutFolder::new();
    let run = build(root, &output.out());
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    let said = run.stderr.replace(['\u{202f}', '\u{a0}'], " ");
    for fragment in fragments {
        assert!(
            said.contains(&fragment.replace(['\u{202f}', '\u{a0}'], " ")),
            "no « {fragment} » in:\n{said}"
        );
    }
    assert!(said.contains("Rien n’a été écrit."), "{said}");
    output.assert_untouched();
}
