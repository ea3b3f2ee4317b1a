//! A newcomer follows `docs/manuel.md` in an empty folder, word for word.

use crate::common::{Ended, ended};
use fs_err as fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const MANUAL: &str = include_str!("../../docs/manuel.md");

/// What the manual asks to do, in order.
#[derive(Debug)]
enum Gesture {
    /// « Fichier `…` : », and the block that follows it.
    Write { path: String, text: String },
    /// A line that begins with `$ `, and the lines that its answer must hold.
    Run { command: String, says: Vec<String> },
}

fn gestures() -> Vec<Gesture> {
    let mut out = Vec::new();
    let mut lines = MANUAL.lines();
    let mut path: Option<String> = None;
    while let Some(line) = lines.next() {
        if let Some(named) = line.strip_prefix("Fichier `") {
            path = Some(named.split('`').next().unwrap().to_owned());
        }
        let Some(language) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
        if let Some(path) = path.take() {
            out.push(Gesture::Write { path, text: block.join("\n") + "\n" });
        } else if language == "console" {
            for line in block {
                match (line.strip_prefix("$ "), out.last_mut()) {
                    (Some(command), _) => {
                        out.push(Gesture::Run { command: command.to_owned(), says: Vec::new() });
                    }
                    (None, Some(Gesture::Run { says, .. })) => says.push(line.trim().to_owned()),
                    (None, _) => panic!("an answer without a question: {line}"),
                }
            }
        }
    }
    out
}

/// Spaces that hold words together are spaces for whoever compares.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

struct Newcomer {
    _root: TempDir,
    here: PathBuf,
}

impl Newcomer {
    /// As a shell does it, with this program under its name.
    fn shell(&self, command: &str) -> Ended {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_eliane"));
        let mut paths = vec![program.parent().unwrap().to_owned()];
        paths.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut shell = Command::new("sh");
        shell.args(["-c", command]).current_dir(&self.here).env("PATH", std::env::join_paths(paths).unwrap());
        ended(shell.stdin(Stdio::null()).env("NO_COLOR", "1").output().unwrap())
    }

    fn run(&mut self, command: &str, says: &[String]) {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.here.push(folder);
            assert!(self.here.is_dir(), "{command}");
            return;
        }
        // The preview goes on for ever: it is played by tests of its own.
        if command.starts_with("eliane montrer") {
            assert_eq!(self.shell("eliane montrer --aide").code, 0);
            return;
        }
        let ended = self.shell(command);
        let said = plain(&format!("{}{}", ended.stdout, ended.stderr));
        for line in says {
            assert!(
                said.contains(plain(line).as_str()),
                "« {command} » does not say « {line} » but:\n{said}"
            );
        }
        let fails = says.iter().any(|line| line.contains("erreur["));
        assert_eq!(ended.code, i32::from(fails), "« {command} »:\n{said}");
    }
}

#[test]
fn a_newcomer_follows_the_manual_word_for_word() {
    let root = tempfile::tempdir().unwrap();
    let mut newcomer = Newcomer { here: root.path().to_owned(), _root: root };
    let gestures = gestures();
    assert!(gestures.len() > 40, "{}", gestures.len());
    for gesture in &gestures {
        match gesture {
            Gesture::Write { path, text } => {
                let path = newcomer.here.join(path);
                // An editor writes into folders that are there.
                assert!(path.parent().unwrap().is_dir(), "{}", path.display());
                fs::write(path, text).unwrap();
            }
            Gesture::Run { command, says } => newcomer.run(command, says),
        }
    }
    let Some(Gesture::Run { command, .. }) = gestures.last() else {
        panic!("the manual ends with a command")
    };
    assert_eq!(command, "eliane relire --strict");
}
