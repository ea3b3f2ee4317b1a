//! A disk that fills up: the old site stays whole. A small disk in memory is mounted for it, which only root may.

use crate::common::{DATE, Site, leftovers, same, tree, whole};
use fs_err as fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub struct SmallDisk(PathBuf);

impl SmallDisk {
    pub fn mount(place: &Path, size: &str) -> Option<Self> {
        fs::create_dir_all(place).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(place);
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        mounted.then(|| Self(place.to_owned()))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let site = Site::new();
    let Some(disk) = SmallDisk::mount(&site.beside().join("cle"), "1500k") else {
        println!("skipped: mounting a small disk is not allowed here");
        return;
    };
    let out = disk.0.join("public");
    let out_text = out.to_str().unwrap();
    site.build(&["--sortie", out_text]);
    let before = tree(&out);
    whole(&before);

    site.grow("trop grand");
    let refused = site.run(&["construire", "--date", DATE, "--sortie", out_text]);
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{refused:?}");
    assert!(refused.stderr.contains("erreur[E102]"), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("le disque est plein. L’ancien site est resté entier."),
        "{}",
        refused.stderr
    );
    assert!(!refused.stderr.contains("os error"), "{}", refused.stderr);
    same(&before, &tree(&out), "after a full disk");
    assert_eq!(leftovers(&disk.0), [""; 0], "the room it took is given back");
}
