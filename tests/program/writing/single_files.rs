//! Files that commands write one by one: each whole or not at all, on a disk that fills up.

use super::full_disk::SmallDisk;
use crate::common::{DATE, Ended, Site, ended, tree};
use fs_err as fs;
use std::process::{Command, Stdio};

const CAPTIONS: &str = "1\n00:00:01,000 --> 00:00:03,000\nÇa va?\n";

/// A directory of `rows` places, each a sheet.
fn directory(rows: usize) -> String {
    let head = "id,nom,commune,code_postal,code_insee,adresse,telephone,services\n".to_owned();
    let row = |n: usize| {
        format!("{n},Point numérique {n},Landerneau,29800,29103,{n} place du Marché,0261910012,Accompagner\n")
    };
    (0..rows).fold(head, |all, n| all + &row(n))
}

/// A site whose captions are longer than a small disk has room for.
fn site() -> Site {
    let site = Site::new();
    let cue = |n: usize| {
        let (minute, second) = (n / 20, n % 20 * 3);
        format!("{n}\n00:{minute:02}:{second:02},000 --> 00:{minute:02}:{:02},500\nÇa va?\n\n", second + 2)
    };
    site.write("film.fr.srt", &(0..900).map(cue).collect::<String>());
    site.write("annuaire.csv", &directory(40));
    for n in 0..40 {
        let sheet = site.read("content/services/mon-service.yaml");
        let filled = format!("{sheet}verifie_le: 2026-11-20\nverifie_comment: appel\n");
        site.write(&format!("content/services/aide-{n}.yaml"), &filled);
    }
    site
}

/// The program, which may write files of so many kilobytes only: a disk that refuses in the middle of a file.
fn limited(site: &Site, kilobytes: u32, args: &[&str]) -> Ended {
    let line = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kilobytes * 2);
    let mut command = Command::new("sh");
    command.args(["-c", &line, env!("CARGO_BIN_EXE_eliane")]).args(args);
    ended(command.current_dir(&site.root).stdin(Stdio::null()).output().unwrap())
}

/// Commands, and the kilobytes that none of their files has room in.
const WRITERS: [(&[&str], u32); 10] = [
    (&["imprimer", "--guide", "1", "-o", "feuille.pdf", "--date", DATE], 8),
    (&["imprimer", "--format", "livret", "-o", "livret.pdf", "--date", DATE], 8),
    (&["exporter", "mednum", "-o", "export.csv"], 1),
    (&["sous-titres", "film.fr.srt", "--corriger"], 8),
    (&["schemas"], 1),
    (&["commencer", "guide", "neuf"], 0),
    (&["commencer", "service", "neuf"], 0),
    (&["creer", "autre"], 1),
    (&["importer", "mednum", "annuaire.csv"], 0),
    (
        &["attester", "aide-1", "aide-2", "--comment", "appel", "--par", "rédaction", "--date", "2026-11-24"],
        0,
    ),
];

/// As it was before, and nothing beside: neither a file that is empty or cut, nor a folder made for one.
fn unchanged(site: &Site, before: &crate::common::Tree, what: &[&str]) {
    let after = tree(&site.root);
    let names = |tree: &crate::common::Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&after), names(before), "{what:?}");
    assert!(after == *before, "{what:?} cut a file");
    for folder in ["autre", "content/guides/neuf"] {
        assert!(!site.path(folder).exists(), "{what:?} left {folder}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_refuses_in_the_middle_leaves_every_file_as_it_was() {
    let site = site();
    for (args, room) in WRITERS {
        let before = tree(&site.root);
        let refused = limited(&site, room, args);
        assert_eq!(refused.code, 2, "{args:?}: {refused:?}");
        assert!(refused.stderr.contains("erreur : impossible d’écrire"), "{args:?}: {}", refused.stderr);
        assert!(!refused.stderr.contains("os error"), "{args:?}: {}", refused.stderr);
        unchanged(&site, &before, args);
    }
    // With room they all write.
    for (args, _) in WRITERS {
        let done = limited(&site, 100_000, args);
        assert!(done.code < 2, "{args:?}: {done:?}");
    }
    assert_eq!(site.run(&["relire", "--date", DATE]).code, 0);
}

/// A second time, over what the first one wrote: the former file stays.
#[cfg(target_os = "linux")]
#[test]
fn what_was_written_before_stays_whole() {
    let site = site();
    for (args, room) in [WRITERS[0], WRITERS[1], WRITERS[2], WRITERS[4]] {
        assert_eq!(limited(&site, 100_000, args).code, 0, "{args:?}");
        let before = tree(&site.root);
        let refused = limited(&site, room, args);
        assert_eq!(refused.code, 2, "{args:?}: {refused:?}");
        unchanged(&site, &before, args);
    }
}

#[test]
fn a_full_disk_is_said_and_keeps_what_it_held() {
    let site = site();
    let place = site.beside().join("cle");
    let Some(disk) = SmallDisk::mount(&place, "1m") else {
        println!("skipped: mounting a small disk is not allowed here");
        return;
    };
    let root = disk.path().to_owned();
    let copy = |name: &str, text: &[u8]| {
        let to = root.join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    };
    for (name, bytes) in tree(&site.root).iter().filter(|(name, _)| !name.contains("aide-3")) {
        copy(name, bytes);
    }
    copy("annuaire.csv", directory(600).as_bytes());
    copy("film.fr.srt", CAPTIONS.as_bytes());
    // Fills what is left.
    let filler = fs::File::create(root.join("plein")).unwrap();
    let _ = std::io::copy(&mut std::io::repeat(1), &mut &filler);
    let before = tree(&root);
    for (args, _) in WRITERS {
        let mut command = crate::common::eliane();
        let refused = ended(command.args(args).current_dir(&root).output().unwrap());
        assert_eq!(refused.code, 2, "{args:?}: {refused:?}");
        assert!(refused.stderr.contains("le disque est plein"), "{args:?}: {}", refused.stderr);
        assert!(tree(&root) == before, "{args:?} changed a file");
    }
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_a_link_leads_where_it_led() {
    use std::os::unix::fs::PermissionsExt;
    let site = site();
    let sheet = site.path("content/services/aide-1.yaml");
    fs::set_permissions(&sheet, PermissionsExt::from_mode(0o640)).unwrap();
    fs::rename(site.path("film.fr.srt"), site.path("vrai.fr.srt")).unwrap();
    std::os::unix::fs::symlink("vrai.fr.srt", site.path("film.fr.srt")).unwrap();
    for (args, _) in [WRITERS[3], WRITERS[9]] {
        assert!(limited(&site, 100_000, args).code < 2, "{args:?}");
    }
    assert_eq!(fs::metadata(&sheet).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&sheet).unwrap().contains("2026-11-24"));
    assert!(fs::symlink_metadata(site.path("film.fr.srt")).unwrap().is_symlink());
    assert!(!site.read("vrai.fr.srt").contains("Ça va?"));
}

/// What a command that was stopped left behind is in nobody's way, even when it is a link to somewhere else.
#[cfg(unix)]
#[test]
fn what_a_stopped_command_left_is_no_way_out() {
    let site = site();
    site.write("ailleurs.txt", "à moi");
    std::os::unix::fs::symlink(site.path("ailleurs.txt"), site.path(".feuille.pdf.neuf")).unwrap();
    let (args, _) = WRITERS[0];
    assert_eq!(limited(&site, 100_000, args).code, 0);
    assert_eq!(site.read("ailleurs.txt"), "à moi");
    assert!(fs::symlink_metadata(site.path(".feuille.pdf.neuf")).is_err());
    assert!(fs::read(site.path("feuille.pdf")).unwrap().starts_with(b"%PDF-"));
}
