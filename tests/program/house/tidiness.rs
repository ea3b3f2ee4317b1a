//! Who may touch the world, how long a file may be, and how nothing fails without words.

use super::{none, sources};

/// Disk, clock, environment, network and other programs belong to these.
const WORLDLY: [&str; 8] = ["source", "write", "mend", "package", "import", "serve", "cli", "main"];

const WORLD: [&str; 13] = [
    "fs_err",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "env::var",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "ZonedDateTime",
    "Timestamp::now",
    "walkdir",
    "httparse",
];

/// Nobody reads a longer file to the end.
const LONGEST: usize = 500;

#[test]
fn only_some_modules_touch_the_world() {
    let (mut faults, mut touched) = (Vec::new(), 0);
    for source in sources() {
        for word in WORLD {
            for line in source.naming(word) {
                touched += 1;
                if !WORLDLY.contains(&source.module()) {
                    faults.push(format!("src/{}:{line} names {word}", source.path));
                }
            }
        }
    }
    assert!(touched > 10, "this test finds the world in {touched} places only");
    none(&faults, "modules that touch the world");
}

#[test]
fn no_file_is_too_long() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|source| source.lines > LONGEST)
        .map(|source| format!("src/{}: {} lines", source.path, source.lines))
        .collect();
    none(&faults, "files of more than 500 lines");
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let mut faults = Vec::new();
    for source in sources() {
        for word in [
            ".unwrap()",
            ".expect(",
            ".unwrap_err()",
            "todo!",
            "unimplemented!",
            "dbg!",
            "println!",
            "eprintln!",
        ] {
            faults.extend(source.naming(word).map(|line| format!("src/{}:{line} has {word}", source.path)));
        }
    }
    none(&faults, "what fails, or speaks, without words of ours");
}

/// A panic is a promise that it cannot happen, and says why in its documentation.
#[test]
fn every_panic_is_documented() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|source| ["panic!", "unreachable!"].iter().any(|word| source.naming(word).next().is_some()))
        .filter(|source| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&source.path);
            !fs_err::read_to_string(path).unwrap().contains("# Panics")
        })
        .map(|source| format!("src/{}", source.path))
        .collect();
    none(&faults, "panics that no « # Panics » explains");
}
