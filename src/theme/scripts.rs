//! The scripts that pages load, each joined from pieces, as the style sheet is.
//!
//! Pieces are written to be read: whole words, comments, a job each. They name what they take from one another with
//! `import`, for editors and the type checker alone: a page on a USB key can load no module, so pieces are joined
//! in the order of [`SCRIPTS`] within one function, and comments, white space and the length of local names go,
//! for nothing is compressed on a USB key. What shortens them takes long to compile, and what it gives changes when a
//! piece does only: that is kept in `themes/kiosque/courts/`, and tests make it anew. A script of which the site
//! replaces a piece is sent as it was written.

use super::embedded::{EMBEDDED, SHORT};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A script as pages load it.
pub struct Script {
    /// Its file under `actifs/`.
    name: &'static str,
    /// Its pieces, each after those that it imports from.
    pieces: &'static [&'static str],
    /// What comes after them on a public screen.
    kiosk: &'static [&'static str],
    /// Whether the day of the build is written in, where a piece says [`DAY`]. Those are few: other scripts stay the
    /// same from day to day.
    dated: bool,
}

const fn script(name: &'static str, pieces: &'static [&'static str]) -> Script {
    Script { name, pieces, kiosk: &[], dated: false }
}

/// Stands for the day of the build.
const DAY: &str = "0000-00-00";

/// The script that every page loads carries what only scripts show: each mark stands for a template of the theme.
pub const CARRIER: &str = "lecture.js";

/// What a piece of [`CARRIER`] says, between quotes, where a template goes; and the template.
pub const CARRIED: [(&str, &str); 2] = [("__OUTILS__", "outils.html"), ("__AGE__", "age.html")];

/// All scripts. What every page needs comes in one file, « lecture.js »: a request less for each.
pub const SCRIPTS: [Script; 10] = [
    script("aide.js", &["scripts/page.js", "scripts/words.js", "aide.js"]),
    script(
        "communes.js",
        &[
            "scripts/page.js",
            "scripts/field.js",
            "scripts/words.js",
            "scripts/commune-key.js",
            "scripts/commune-index.js",
            "scripts/commune-find.js",
            "scripts/commune-harvest.js",
            "scripts/commune-search.js",
            "scripts/commune-named.js",
            "communes.js",
        ],
    ),
    script("film.js", &["scripts/page.js", "scripts/memory.js", "film.js"]),
    script("guide.js", &["scripts/page.js", "guide.js"]),
    Script {
        name: "lecture.js",
        pieces: &["scripts/page.js", "lecture.js", "age.js"],
        kiosk: &["scripts/memory.js", "borne.js"],
        dated: true,
    },
    script("mediateur.js", &["scripts/page.js", "mediateur.js"]),
    script("mots.js", &["scripts/page.js", "mots.js"]),
    script("numeros.js", &["scripts/page.js", "numeros.js"]),
    script(
        "recherche.js",
        &[
            "scripts/page.js",
            "scripts/field.js",
            "scripts/words.js",
            "scripts/sound.js",
            "scripts/index.js",
            "scripts/slips.js",
            "scripts/likeness.js",
            "scripts/ranking.js",
            "scripts/danger.js",
            "scripts/answer.js",
            "scripts/search-lines.js",
            "recherche.js",
        ],
    ),
    script("reglages.js", &["scripts/memory.js", "reglages.js"]),
];

/// For whom a script is made.
#[derive(Clone, Copy)]
pub struct Screen<'h> {
    /// A public screen has an end of visit.
    pub kiosk: bool,
    /// The day of the build.
    pub day: Date,
    /// Whether only the browser reads it.
    pub minify: bool,
    /// What the templates of [`CARRIED`] show, in that order; nothing for other scripts.
    pub carried: &'h [String],
}

/// The script of that name, from the pieces of a theme; `None` when there is no such script.
pub fn make(name: &str, pieces: &BTreeMap<&'static str, String>, screen: Screen<'_>) -> Option<String> {
    let script = SCRIPTS.iter().find(|script| script.name == name)?;
    let known = if screen.minify { script.short(pieces, screen.kiosk) } else { None };
    let text = known.map_or_else(|| script.joined(pieces, screen.kiosk), str::to_owned);
    let text =
        CARRIED.iter().zip(screen.carried).fold(text, |text, ((mark, _), html)| carry(&text, mark, html));
    Some(if script.dated { text.replace(DAY, &screen.day.to_string()) } else { text })
}

/// Puts a text where its mark stands, whatever quotes the short form gave it.
fn carry(script: &str, mark: &str, html: &str) -> String {
    // Two line ends of Unicode end a string in old browsers.
    let literal = serde_json::Value::from(html)
        .to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    let quoted = |quote: char| format!("{quote}{mark}{quote}");
    ['"', '\'', '`'].into_iter().fold(script.to_owned(), |text, quote| text.replace(&quoted(quote), &literal))
}

impl Script {
    /// Its pieces for that screen, in order.
    fn all(&self, kiosk: bool) -> impl Iterator<Item = &'static str> {
        let kiosk = if kiosk { self.kiosk } else { &[] };
        self.pieces.iter().chain(kiosk).copied()
    }

    fn joined(&self, pieces: &BTreeMap<&'static str, String>, kiosk: bool) -> String {
        let mut text = "(function () {\n'use strict';\n".to_owned();
        for piece in self.all(kiosk).filter_map(|piece| pieces.get(piece)) {
            unlinked(piece, &mut text);
        }
        text.push_str("})();\n");
        text
    }

    /// The script as it was made short, when each of its pieces is the program's own.
    fn short(&self, pieces: &BTreeMap<&'static str, String>, kiosk: bool) -> Option<&'static str> {
        let own = |piece: &str| {
            let embedded = EMBEDDED.iter().find(|(name, _)| *name == piece);
            embedded.map(|(_, text)| *text) == pieces.get(piece).map(String::as_str)
        };
        let file = self.file(kiosk);
        SHORT.iter().find(|(name, _)| *name == file && self.all(kiosk).all(&own)).map(|(_, text)| *text)
    }

    /// The file of [`SHORT`] that holds it for that screen.
    fn file(&self, kiosk: bool) -> String {
        if kiosk && !self.kiosk.is_empty() {
            self.name.replace(".js", "-borne.js")
        } else {
            self.name.to_owned()
        }
    }
}

/// Adds a piece without what says where its names come from and go to: within one function all see all.
fn unlinked(piece: &str, out: &mut String) {
    let mut importing = false;
    for line in piece.lines() {
        importing |= line.starts_with("import ");
        if !importing {
            out.push_str(line.strip_prefix("export ").unwrap_or(line));
            out.push('\n');
        }
        importing &= !line.ends_with(';');
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, SCRIPTS, Screen, Script, make, unlinked};
    use crate::site::ASSETS;
    use crate::theme::embedded::{EMBEDDED, SHORT};
    use jiff::civil::date;
    use oxc_allocator::Allocator;
    use oxc_codegen::{Codegen, CodegenOptions};
    use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
    use oxc_parser::Parser;
    use oxc_span::SourceType;
    use std::collections::{BTreeMap, BTreeSet};

    const SCREEN: Screen<'static> =
        Screen { kiosk: true, day: date(2026, 11, 29), minify: true, carried: &[] };

    fn pieces() -> BTreeMap<&'static str, String> {
        let scripts = EMBEDDED.iter().filter(|(name, _)| name.ends_with(".js"));
        scripts.map(|(name, text)| (*name, (*text).to_owned())).collect()
    }

    /// The script with short local names, without comments, white space, and what it has of shared pieces and never calls.
    /// Expressions are not written another way, so that what we wrote is what runs, in the browsers that it was written
    /// for.
    fn minified(script: &str) -> String {
        let arena = Allocator::default();
        let read = Parser::new(&arena, script, SourceType::cjs()).parse();
        assert!(!read.panicked && read.errors.is_empty(), "{:?}", read.errors);
        let mut program = read.program;
        let options = MinifierOptions {
            mangle: Some(MangleOptions::default()),
            compress: Some(CompressOptions::dce()),
        };
        let scoping = Minifier::new(options).dce(&arena, &mut program).scoping;
        Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping).build(&program).code
    }

    fn all(script: &Script) -> Vec<&'static str> {
        [script.pieces, script.kiosk].concat()
    }

    #[test]
    fn every_piece_is_in_a_script_and_every_script_is_published() {
        let used: BTreeSet<_> = SCRIPTS.iter().flat_map(all).collect();
        assert_eq!(used, pieces().into_keys().collect::<BTreeSet<_>>());
        let published: BTreeSet<_> = ASSETS.into_iter().filter(|name| name.ends_with(".js")).collect();
        assert_eq!(published, SCRIPTS.iter().map(|script| script.name).collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_piece_stands_after_those_that_it_imports_from_and_each_is_needed() {
        let texts = pieces();
        for script in &SCRIPTS {
            let (mut before, mut needed) = (Vec::new(), BTreeSet::from([script.name, "age.js", "borne.js"]));
            for piece in all(script) {
                let folder = piece.rsplit_once('/').map_or("", |_| "scripts/");
                for (_, from) in texts[piece].lines().filter_map(|line| line.split_once(" from './")) {
                    let from = from.trim_end_matches("';");
                    let from = *before
                        .iter()
                        .find(|one| **one == format!("{folder}{from}"))
                        .unwrap_or_else(|| panic!("{}: {piece} needs {from} before it", script.name));
                    needed.insert(from);
                }
                before.push(piece);
            }
            assert!(before.iter().all(|piece| needed.contains(piece)), "{}: {before:?}", script.name);
        }
    }

    /// The names that a piece declares at its outermost level, several a line among them: `const SURE = 80, NEAR = 70;`.
    fn declared(piece: &str) -> Vec<&str> {
        let lines = piece.lines().map(|line| line.strip_prefix("export ").unwrap_or(line));
        let after = lines.filter_map(|line| {
            let words = ["function ", "const ", "let ", "class "];
            words.iter().find_map(|word| line.strip_prefix(word))
        });
        let name = |c: char| !c.is_alphanumeric() && c != '_';
        let parts = after.flat_map(|rest| {
            let more = rest.split(", ").skip(1).filter_map(|part| Some(part.split_once(" = ")?.0));
            rest.split(name).next().into_iter().chain(more)
        });
        parts.collect()
    }

    #[test]
    fn names_are_found_where_they_are_declared() {
        let piece = "export const SURE = 80, NEAR = 70;\nlet one;\nfunction two(a, b) {\n  const three = 3;\n}\nclass Four {}\n";
        assert_eq!(declared(piece), ["SURE", "NEAR", "one", "two", "Four"]);
    }

    #[test]
    fn no_name_means_two_things_in_a_script() {
        let texts = pieces();
        for script in &SCRIPTS {
            let mut seen = BTreeMap::new();
            for (piece, name) in
                all(script).into_iter().flat_map(|p| declared(&texts[p]).into_iter().map(move |n| (p, n)))
            {
                let other = seen.insert(name, piece);
                assert!(other.is_none(), "{}: « {name} » is in {piece} and in {other:?}", script.name);
            }
            assert!(!seen.is_empty());
        }
    }

    /// What [`SHORT`] must be, by file.
    fn made() -> BTreeMap<String, String> {
        let texts = pieces();
        let made = |script: &Script, kiosk| (script.file(kiosk), minified(&script.joined(&texts, kiosk)));
        SCRIPTS.iter().flat_map(|script| [made(script, false), made(script, true)]).collect()
    }

    #[test]
    fn browsers_get_what_was_written_but_shorter() {
        let known: BTreeMap<_, _> = SHORT.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
        let made = made();
        assert!(known.keys().eq(made.keys()));
        for (name, text) in &made {
            let current = known[name] == text;
            assert!(current, "{name} is older than its pieces: cargo test --lib theme::scripts -- --ignored");
        }
    }

    #[test]
    #[ignore = "writes themes/kiosque/courts/: after a change of a script"]
    fn shorten() {
        for (name, text) in made() {
            fs_err::write(format!("{}/themes/kiosque/courts/{name}", env!("CARGO_MANIFEST_DIR")), text)
                .unwrap();
        }
    }

    #[test]
    fn scripts_are_read_and_made_short() {
        let texts = pieces();
        for script in &SCRIPTS {
            let long = make(script.name, &texts, Screen { minify: false, ..SCREEN }).unwrap();
            let short = make(script.name, &texts, SCREEN).unwrap();
            assert!(short.len() * 3 < long.len() * 2, "{}: {} of {}", script.name, short.len(), long.len());
            assert_eq!(short, minified(&long), "{}", script.name);
            assert_eq!(minified(&short), short, "{}: once is enough", script.name);
            assert!(!long.contains("\nimport ") && !long.contains("\nexport ") && !short.contains(DAY));
        }
        assert!(make("lecture.js", &texts, SCREEN).unwrap().contains("2026-11-29"));
    }

    #[test]
    fn a_public_screen_has_one_piece_more() {
        let texts = pieces();
        let usb = make("lecture.js", &texts, Screen { kiosk: false, ..SCREEN }).unwrap();
        assert!(make("lecture.js", &texts, SCREEN).unwrap().contains("eliane.seance"));
        assert!(!usb.contains("eliane.seance"));
    }

    #[test]
    fn imports_go_and_what_was_exported_stays() {
        let mut out = String::new();
        unlinked(
            "import { a } from './a.js';\nimport {\n  b,\n} from './b.js';\n\nexport const c = a + b;\n",
            &mut out,
        );
        assert_eq!(out, "\nconst c = a + b;\n");
    }

    #[test]
    fn only_local_names_are_made_short() {
        let script = "(function () {\n  // Why.\n  const long = 'é';\n  window.eliane = { long, name: long };\n  elianeFiche(long);\n})();\n";
        let short = minified(script);
        assert!(short.starts_with("(function(){const "), "{short}");
        for kept in ["window.eliane={long:", ",name:", "elianeFiche(", "é"] {
            assert!(short.contains(kept), "{kept} {short}");
        }
    }

    #[test]
    fn a_script_of_which_the_site_has_a_piece_is_sent_as_it_is() {
        let mut texts = pieces();
        texts.insert("mots.js", "const = 1;\n".to_owned());
        let text = make("mots.js", &texts, SCREEN).unwrap();
        assert_eq!(text, make("mots.js", &texts, Screen { minify: false, ..SCREEN }).unwrap());
        assert!(text.ends_with("\nconst = 1;\n})();\n"));
        // One that was written for an older release: whole, a function of its own.
        texts.insert("mots.js", "(function () {\n  var bulle = 1;\n  go(bulle);\n}());\n".to_owned());
        assert!(make("mots.js", &texts, SCREEN).unwrap().contains("go(bulle)"));
        // A piece of two scripts, one of which was replaced whole; the day is written in all the same.
        let whole = "import { seen } from './age.js';\nshow('0000-00-00');\n";
        texts.insert("lecture.js", whole.to_owned());
        assert!(make("lecture.js", &texts, SCREEN).unwrap().contains("\nshow('2026-11-29');\n"));
        // The others are as they were.
        assert!(SHORT.iter().any(|(_, text)| *text == make("numeros.js", &texts, SCREEN).unwrap()));
    }
}
