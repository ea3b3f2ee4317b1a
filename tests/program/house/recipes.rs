//! The recipes of CONTRIBUTING.md name all the places of a page, of a directory, of a key, of a form of the site, and no others: what is
//! there already is where they say.

use super::{Source, none, sources};
use std::path::Path;

/// What a recipe makes, under its title, and how the code names one that is there.
struct Made {
    title: &'static str,
    /// How many places it may have.
    at_most: usize,
    /// Words of the code, `X` standing for a name.
    named: &'static [&'static str],
    /// Some that are there.
    names: &'static [&'static str],
}

const MADE: [Made; 4] = [
    Made {
        title: "Add a page",
        at_most: 7,
        named: &["Page::X", "PageKind::X", "Body::X", "XBody"],
        names: &[
            "Numbers",
            "Dashboard",
            "Sources",
            "About",
            "Glossary",
            "Accessibility",
            "Mediator",
            "Territories",
        ],
    },
    Made { title: "Add a key to a sheet", at_most: 4, named: &["X:"], names: &["sight", "languages"] },
    Made {
        title: "Add a directory to import",
        at_most: 3,
        named: &["X::DIRECTORY", "const DIRECTORY"],
        names: &["dila", "mednum", "france_services", "data_inclusion"],
    },
    Made {
        title: "Add a form of the site",
        at_most: 3,
        named: &["archive::X", "folder::X", "&X {", "struct X"],
        names: &["Archive", "Folder"],
    },
];

/// The files that the numbered lines of a recipe begin with.
fn places<'a>(page: &'a str, title: &str) -> Vec<&'a str> {
    let section =
        page.split("\n## ").find(|section| section.lines().next() == Some(title)).unwrap_or_default();
    section
        .lines()
        .filter_map(|line| {
            let (number, rest) = line.split_once(". `")?;
            number.parse::<u8>().ok()?;
            Some(rest.split_once('`')?.0)
        })
        .collect()
}

/// Whether a path is one that a place stands for: `FILE` and `NAME` are any name.
fn fits(place: &str, path: &str) -> bool {
    let parts: Vec<&str> = place.split('/').collect();
    let found: Vec<&str> = path.split('/').collect();
    parts.len() == found.len()
        && parts.iter().zip(&found).all(|(part, found)| {
            part == found
                || (part.starts_with("FILE.") || part.starts_with("NAME."))
                    && !matches!(*found, "mod.rs" | "page.rs")
        })
}

/// What stands where a recipe does not say.
fn elsewhere(made: &Made, places: &[&str], sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    if places.is_empty() || places.len() > made.at_most {
        faults.push(format!("{}: {} places, {} at most", made.title, places.len(), made.at_most));
    }
    let mut used = vec![false; places.len()];
    for name in made.names {
        for words in made.named {
            let words = words.replace('X', name);
            for source in sources.iter().filter(|source| source.naming(&words).next().is_some()) {
                let path = format!("src/{}", source.path);
                match places.iter().position(|place| fits(place, &path)) {
                    Some(at) => used[at] = true,
                    None => faults.push(format!("{}: {words} in {path}", made.title)),
                }
            }
        }
    }
    for (place, used) in places.iter().zip(used) {
        if place.ends_with(".rs") && !used {
            faults.push(format!("{}: nothing is in {place}", made.title));
        }
    }
    faults
}

#[test]
fn what_is_there_is_where_the_recipes_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs_err::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let sources = sources();
    let mut faults = Vec::new();
    for made in &MADE {
        let places = places(&page, made.title);
        faults.extend(elsewhere(made, &places, &sources));
        for place in places.iter().filter(|place| !place.contains("FILE") && !place.contains("NAME")) {
            if !root.join(place).is_file() {
                faults.push(format!("{}: {place} is no file", made.title));
            }
        }
    }
    none(&faults, "recipes");
}

#[test]
fn a_recipe_that_forgets_a_place_is_seen() {
    let page = "# X\n\n## Add a page\n\n1. `src/site/page.rs`: a variant.\n2. `src/view/FILE.rs`: the maker.\n\n## Other\n";
    let places = places(page, "Add a page");
    assert_eq!(places, ["src/site/page.rs", "src/view/FILE.rs"]);
    let faults = elsewhere(&MADE[0], &places, &sources());
    assert!(faults.iter().any(|fault| fault.contains("in src/site/addresses.rs")), "{faults:?}");
    assert!(
        fits("src/view/FILE.rs", "src/view/index.rs") && !fits("src/view/FILE.rs", "src/view/paper/index.rs")
    );
}
