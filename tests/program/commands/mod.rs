//! The command line, as people and scripts meet it.

mod captions;
mod elsewhere;
mod explain;
mod export;
mod faults;
mod first_files;
mod freshness;
mod help;
mod mending;
mod outcomes;
mod paper;
mod streams;
pub mod words;

/// Words that clap writes when nobody translates it.
const ENGLISH: [&str; 22] = [
    "Usage:",
    "Options:",
    "Arguments:",
    "Commands",
    "Print ",
    "[default",
    "default:",
    "possible values",
    "[possible",
    "error:",
    "error[",
    "tip:",
    "For more information",
    "try '",
    "unexpected",
    "invalid",
    "required",
    "argument",
    "subcommand",
    "is not in",
    "No such file",
    "os error",
];

/// Asserts that a text for people holds no word of clap's or of the system's own.
fn assert_french(text: &str) {
    for word in ENGLISH {
        assert!(!text.contains(word), "« {word} » is not French:\n{text}");
    }
}
