//! Every code of the catalogue has a site that fires it, at the right place and in the right words, and the good
//! site fires none.

mod captions;
mod cases;
mod corrections;
mod disk;
mod films;
mod former;
mod guides;
mod language;
mod marks;
mod means;
mod media;
mod paper;
mod questions;
mod replacements;
mod roles;
mod searches;
mod sheets;
mod silence;
mod theme;
mod verifications;
mod ways;

use crate::small_site::{Finding, SmallSite, codes, findings, site};
use eliane::diag::catalogue::CATALOGUE;
use eliane::examine;
use eliane::source::read_site;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A site that fires one code, and how it is made.
struct Fixture<Make = fn() -> Broken> {
    code: &'static str,
    /// How the path of the file ends.
    file: &'static str,
    at: At,
    /// Some of the message.
    says: &'static str,
    make: Make,
}

/// What makes a broken site.
type Maker = Box<dyn Fn() -> Broken + Send>;

impl<Make> Fixture<Make> {
    /// What the fixture says, and its maker.
    fn apart(&self, maker: Maker) -> (Fixture<()>, Maker) {
        (Fixture { code: self.code, file: self.file, at: self.at, says: self.says, make: () }, maker)
    }
}

/// Where in its file a finding stands.
#[derive(Clone, Copy)]
enum At {
    WholeFile,
    Line(usize),
    /// The first line that holds these words.
    Words(&'static str),
}

/// What was found in a site, and the site when its texts can be read.
struct Broken {
    site: Option<SmallSite>,
    found: Vec<Finding>,
}

impl From<SmallSite> for Broken {
    fn from(site: SmallSite) -> Self {
        Self { found: site.findings(), site: Some(site) }
    }
}

impl From<Vec<Finding>> for Broken {
    fn from(found: Vec<Finding>) -> Self {
        Self { site: None, found }
    }
}

fn all() -> Vec<(Fixture<()>, Maker)> {
    let written = [
        former::FIXTURES,
        cases::FIXTURES,
        ways::FIXTURES,
        disk::FIXTURES,
        sheets::FIXTURES,
        films::FIXTURES,
        guides::FIXTURES,
        language::FIXTURES,
        marks::FIXTURES,
        media::FIXTURES,
        means::FIXTURES,
        paper::FIXTURES,
        questions::FIXTURES,
        searches::FIXTURES,
        roles::FIXTURES,
        replacements::FIXTURES,
        silence::FIXTURES,
        captions::FIXTURES,
        theme::FIXTURES,
        verifications::FIXTURES,
    ]
    .into_iter()
    .flatten()
    .map(|fixture| fixture.apart(Box::new(fixture.make)));
    let rules = language::rules().into_iter().map(|fixture| {
        let (put, fault) = fixture.make;
        fixture.apart(Box::new(move || put(fault)))
    });
    written.chain(rules).collect()
}

/// Each site is made once, on both cores, for the tests that look at it.
static BROKEN: LazyLock<Vec<(Fixture<()>, Broken)>> = LazyLock::new(|| {
    // Plain threads: paper is not laid out within rayon's (docs/traps.md).
    let made = |fixtures: Vec<(Fixture<()>, Maker)>| {
        fixtures.into_iter().map(|(fixture, make)| (fixture, make())).collect::<Vec<_>>()
    };
    let (mut even, mut odd) = (Vec::new(), Vec::new());
    for (at, fixture) in all().into_iter().enumerate() {
        if at % 2 == 0 { even.push(fixture) } else { odd.push(fixture) }
    }
    std::thread::scope(|scope| {
        let odd = scope.spawn(move || made(odd));
        let mut both = made(even);
        both.extend(odd.join().unwrap());
        both
    })
});

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn every_code_has_a_fixture() {
    let known: BTreeSet<&str> =
        CATALOGUE.iter().flat_map(|family| family.iter()).map(|code| code.id).collect();
    let shown: BTreeSet<&str> = all().iter().map(|(fixture, _)| fixture.code).collect();
    // A program built without paper says A096, and is another program than this one.
    let missing: Vec<_> = known.difference(&shown).filter(|code| **code != "A096").collect();
    let stale: Vec<_> = shown.difference(&known).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "without a fixture: {missing:?}; without a code: {stale:?}"
    );
}

#[test]
fn every_fixture_fires_its_code_at_its_place_in_its_words() {
    let mut faults = Vec::new();
    for (fixture, broken) in &*BROKEN {
        let line = match fixture.at {
            At::WholeFile => None,
            At::Line(line) => Some(line),
            At::Words(words) => Some(broken.site.as_ref().unwrap().line_of(fixture.file, words)),
        };
        let good = broken.found.iter().any(|found| {
            found.code == fixture.code
                && found.file.as_ref().is_some_and(|file| file.ends_with(fixture.file))
                && found.line == line
                && plain(&found.message).contains(&plain(fixture.says))
        });
        if !good {
            faults.push(format!(
                "{} {} {line:?} « {} »: {:#?}",
                fixture.code, fixture.file, fixture.says, broken.found
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn a_fixture_breaks_one_thing_only() {
    // Where one fault is, by its nature, also another.
    let twins = [("E085", "A023"), ("A095", "A087"), ("A032", "A120"), ("A021", "A112"), ("A021", "A113")];
    let mut faults = Vec::new();
    for (fixture, broken) in &*BROKEN {
        let others: Vec<_> = broken
            .found
            .iter()
            .filter(|found| {
                found.code != fixture.code && !twins.contains(&(fixture.code, found.code.as_str()))
            })
            .collect();
        if !others.is_empty() {
            faults.push(format!("{}: {others:#?}", fixture.code));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn the_good_site_fires_none() {
    assert_eq!(codes(&site().findings()), Vec::<&str>::new());
    let folder = site().on_disk();
    let (sources, faults) = read_site(folder.path());
    let examined = examine(sources, &faults, eliane::Order::of(crate::small_site::DAY));
    assert_eq!(codes(&findings(&examined.diagnostics, &examined.sources)), Vec::<&str>::new());
    let written = disk::write(examined.renderer.unwrap(), folder.path(), &folder.path().join("public"));
    assert_eq!(codes(&written), Vec::<&str>::new());
}
