//! Two builds at the same time into one folder: each waits for the other, and no page of one is in the other's.

use crate::common::{DATE, Site, leftovers, same, tree, whole};
use fs_err as fs;
use std::process::Stdio;

#[test]
fn builds_at_the_same_time_do_not_mix() {
    let one = Site::new();
    one.grow("un");
    let two = Site::new();
    two.grow("deux");
    let out = one.beside().join("public");
    let build = |site: &Site| {
        let mut command = site.command(&["construire", "--date", DATE, "--sortie", out.to_str().unwrap()]);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let alone = [&one, &two].map(|site| {
        site.build(&[]);
        tree(&site.path("public"))
    });
    for _ in 0..3 {
        for child in [build(&one), build(&two), build(&one), build(&two)] {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let found = tree(&out);
        whole(&found);
        let last = usize::from(found["index.html"] == alone[1]["index.html"]);
        same(&found, &alone[last], "two builds at once");
        assert_eq!(leftovers(one.beside()), [""; 0]);
    }
}

#[test]
fn a_lock_that_a_killed_build_left_stops_nobody() {
    let site = Site::new();
    fs::write(site.path(".public.verrou"), "").unwrap();
    site.build(&[]);
    assert_eq!(leftovers(&site.root), [""; 0]);
}
