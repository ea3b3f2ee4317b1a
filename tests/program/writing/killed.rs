//! Killing a build at any moment leaves the old site or the new one, never a broken or a mixed one.

use crate::common::{Chance, DATE, Site, Tree, leftovers, same, tree, whole};
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

const TRIES: u32 = 10;

/// A site, and what its two versions look like when nobody kills anything.
struct Two {
    site: Site,
    versions: [Tree; 2],
    /// How long a build takes that replaces one version by the other.
    time: Duration,
}

impl Two {
    fn new() -> Self {
        let site = Site::new();
        site.grow("0");
        let mut two = Self { site, versions: [Tree::new(), Tree::new()], time: Duration::ZERO };
        two.versions[0] = two.built("0");
        two.site.rewrite("Mon site 0", "Mon site 1");
        let start = Instant::now();
        two.versions[1] = two.built("1");
        two.time = start.elapsed();
        let pages = |tree: &Tree| tree.len();
        assert!(pages(&two.versions[0]) > 330, "too little to be interrupted: {}", pages(&two.versions[0]));
        assert_ne!(two.versions[0]["index.html"], two.versions[1]["index.html"]);
        two
    }

    fn built(&self, version: &str) -> Tree {
        let out = self.site.beside().join(format!("reference-{version}"));
        self.site.build(&["--sortie", out.to_str().unwrap()]);
        tree(&out)
    }

    /// The version that the content now is.
    fn content(&self) -> usize {
        usize::from(self.site.read("content/site.yaml").contains("Mon site 1"))
    }

    fn turn(&self) -> usize {
        let now = self.content();
        self.site.rewrite(&format!("Mon site {now}"), &format!("Mon site {}", 1 - now));
        1 - now
    }

    /// The version that a folder wholly is.
    fn version_of(&self, out: &Path, when: &str) -> usize {
        let found = tree(out);
        whole(&found);
        let version = usize::from(found["index.html"] == self.versions[1]["index.html"]);
        same(&found, &self.versions[version], when);
        version
    }

    /// Starts a build, kills it after `delay`, counted from when `from` says so; whether it was still at work.
    fn kill(&self, out: &Path, delay: Duration, from: &dyn Fn() -> bool) -> bool {
        let mut build = self
            .site
            .command(&["construire", "--date", DATE, "--sortie", out.to_str().unwrap()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while !from() && build.try_wait().unwrap().is_none() {
            sleep(Duration::from_micros(200));
        }
        sleep(delay);
        let at_work = build.try_wait().unwrap().is_none();
        // SIGKILL: the program can do nothing about it.
        build.kill().unwrap();
        build.wait().unwrap();
        at_work
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let two = Two::new();
    let out = two.site.path("public");
    let fresh = two.site.path(".public.nouveau");
    two.site.build(&[]);
    let (mut chance, mut interrupted, mut in_the_middle) = (Chance(29), 0, 0);
    // Ten moments over the whole of a build, then ten from when it begins to write.
    let whole_build = (two.time, &(|| true) as &dyn Fn() -> bool);
    let writing = (two.time / 2, &(|| fresh.exists()) as &dyn Fn() -> bool);
    for (time, from) in [whole_build, writing] {
        for n in 0..TRIES {
            let before = two.version_of(&out, "before");
            if two.content() == before {
                two.turn();
            }
            let delay = time.mul_f64((f64::from(n) + chance.next()) / f64::from(TRIES));
            interrupted += u32::from(two.kill(&out, delay, from));
            in_the_middle += u32::from(fresh.exists());
            two.version_of(&out, &format!("killed after {delay:?} of {:?}", two.time));
        }
    }
    assert!(interrupted >= 5, "only {interrupted} builds were still at work when they were killed");
    assert!(in_the_middle >= 2, "only {in_the_middle} builds were writing when they were killed");

    // What is left over is cleaned by the next build, whose site is whole.
    let goal = two.content();
    two.site.build(&[]);
    assert_eq!(two.version_of(&out, "after all"), goal);
    assert_eq!(leftovers(&two.site.root), [""; 0]);
}

#[test]
fn a_killed_first_build_leaves_nothing_or_the_whole_site() {
    let two = Two::new();
    let (mut chance, mut nothing) = (Chance(103), 0);
    for n in 0..TRIES {
        let parent = two.site.path(&format!("sortie-{n}"));
        let (out, fresh) = (parent.join("public"), parent.join(".public.nouveau"));
        let delay = (two.time / 3).mul_f64((f64::from(n) + chance.next()) / f64::from(TRIES));
        two.kill(&out, delay, &|| fresh.exists());
        if out.exists() {
            assert_eq!(two.version_of(&out, "killed first build"), two.content());
        } else {
            nothing += 1;
        }
        two.site.build(&["--sortie", out.to_str().unwrap()]);
        assert_eq!(two.version_of(&out, "the build after"), two.content());
        assert_eq!(leftovers(&parent), [""; 0]);
    }
    assert!(nothing >= 2, "only {nothing} first builds were killed before their end");
}
