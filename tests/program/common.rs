//! What the tests of the program share: running it, sites to run it on, folders to compare.

use fs_err as fs;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The day of every build, unless a test says another.
pub const DATE: &str = "2026-11-29";

/// The folder in which the PDFs of the repository's site are laid out for all tests: a name that no word of a site has.
pub const RARE_NAME: &str = "site-au-nom-rare";

/// Where a site keeps the PDFs that were laid out.
const CACHE: &str = ".eliane/papier";

/// The program, away from any terminal.
pub fn eliane() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eliane"));
    command.stdin(Stdio::null()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

pub fn run(args: &[&str]) -> Ended {
    ended(eliane().args(args).output().unwrap())
}

pub fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code().expect("the program was killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A site in a folder of its own that vanishes with the test.
pub struct Site {
    folder: TempDir,
    pub root: PathBuf,
}

impl Site {
    /// What `eliane creer` makes, without the services of all France: `commands/elsewhere.rs` looks at those.
    pub fn new() -> Self {
        Self::named("site")
    }

    pub fn named(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join(name);
        let made = ended(eliane().arg("creer").arg(&root).output().unwrap());
        assert_eq!(made.code, 0, "{made:?}");
        for sheet in fs::read_dir(root.join("content/services")).unwrap() {
            let sheet = sheet.unwrap();
            if sheet.file_name() != "mon-service.yaml" {
                fs::remove_file(sheet.path()).unwrap();
            }
        }
        Self { folder, root }
    }

    /// A folder for this test beside the site.
    pub fn beside(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces words that must be there.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no « {from} »");
        self.write(path, &text.replace(from, to));
    }

    /// A command on this site.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = eliane();
        command.args(args).arg("--site").arg(&self.root);
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        ended(self.command(args).output().unwrap())
    }

    /// Builds on [`DATE`], which must succeed.
    pub fn build(&self, args: &[&str]) -> Ended {
        let built = self.run(&[&["construire", "--date", DATE], args].concat());
        assert_eq!(built.code, 0, "{built:?}");
        built
    }

    /// Sixty guides and a whole département: enough work to be interrupted in the middle of.
    pub fn grow(&self, version: &str) {
        self.change("content/site.yaml", "[\"242900801\"]", "[\"29\"]");
        let guide = self.read("content/guides/mon-premier-guide/guide.md");
        let drawing = self.read("content/guides/mon-premier-guide/dessin.svg");
        for number in 2..=60 {
            let folder = format!("content/guides/guide-{number}");
            self.write(
                &format!("{folder}/guide.md"),
                &guide.replace("numero: 1\n", &format!("numero: {number}\n")),
            );
            self.write(&format!("{folder}/dessin.svg"), &drawing);
        }
        self.rewrite("Mon site", &format!("Mon site {version}"));
    }

    /// Forgets the PDFs that were laid out before: the next build lays them out again.
    pub fn without_cache(self) -> Self {
        fs::remove_dir_all(self.path(CACHE)).unwrap();
        self
    }

    /// Another title is another text on every page.
    pub fn rewrite(&self, from: &str, to: &str) {
        self.change("content/site.yaml", from, to);
    }
}

/// Every file of a folder: its path with `/`, and its bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

pub fn tree(folder: &Path) -> Tree {
    fn walk(folder: &Path, prefix: &str, out: &mut Tree) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{name}/"), out);
            } else {
                out.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut out = Tree::new();
    walk(folder, "", &mut out);
    out
}

/// Asserts that two folders hold the same files with the same bytes, naming the first that differ.
pub fn same(left: &Tree, right: &Tree, what: &str) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(left), names(right), "{what}: the files are not the same");
    for (name, bytes) in left {
        assert!(bytes == &right[name], "{what}: {name} is not the same");
    }
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The manifest of a site: address → (size, hash).
pub fn manifest(tree: &Tree) -> BTreeMap<String, (u64, String)> {
    let json: serde_json::Value = serde_json::from_slice(&tree["manifeste.json"]).unwrap();
    let entry = |entry: &serde_json::Value| {
        let text = |key: &str| entry[key].as_str().unwrap().to_owned();
        (text("adresse"), (entry["octets"].as_u64().unwrap(), text("sha256")))
    };
    json["fichiers"].as_array().unwrap().iter().map(entry).collect()
}

/// Asserts that a site is whole: exactly the files of its manifest, each with the bytes it says.
pub fn whole(tree: &Tree) {
    let found: BTreeMap<_, _> = tree
        .iter()
        .filter(|(name, _)| *name != "manifeste.json" && !name.starts_with('.'))
        .map(|(name, bytes)| (name.clone(), (bytes.len() as u64, sha256(bytes))))
        .collect();
    assert_eq!(manifest(tree), found);
}

/// What builds leave in the folder that holds the site's: nothing, once the last one has ended well.
pub fn leftovers(beside: &Path) -> Vec<String> {
    let names = fs::read_dir(beside).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with(".public")).collect()
}

/// Copies the content of the repository's own site: every kind of page is in it. Its PDFs are laid out once for all
/// tests, which find them in its cache; [`without_cache`](Site::without_cache) takes them away.
pub fn real_site(name: &str) -> Site {
    static LAID_OUT: LazyLock<Tree> = LazyLock::new(|| {
        let site = copied(RARE_NAME);
        site.build(&[]);
        let cache = tree(&site.path(CACHE));
        assert!(cache.len() > 50, "the real site has many PDFs: {}", cache.len());
        cache
    });
    let site = copied(name);
    for (file, bytes) in &*LAID_OUT {
        let place = site.path(&format!("{CACHE}/{file}"));
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    site
}

fn copied(name: &str) -> Site {
    let site = Site::named(name);
    fs::remove_dir_all(site.path("content")).unwrap();
    for (path, bytes) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        let path = site.path(&format!("content/{path}"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    site
}

/// Numbers that look random and are the same at each run (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    /// From 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap()) / f64::from(u32::MAX)
    }
}
