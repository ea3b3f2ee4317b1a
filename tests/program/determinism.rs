//! The same content on the same day is the same bytes, whoever builds, wherever, with however many hands.

use crate::common::{DATE, RARE_NAME, Site, Tree, eliane, ended, real_site, same, tree};
use std::path::Path;

fn built(site: &Site, out: &str, args: &[&str]) -> Tree {
    let out = site.path(out);
    site.build(&[&["--sortie", out.to_str().unwrap()], args].concat());
    tree(&out)
}

#[test]
fn the_same_content_gives_the_same_bytes_anywhere() {
    let site = real_site("site");
    let first = built(&site, "public", &[]);
    assert!(first.len() > 100, "the real site has many pages: {}", first.len());
    same(&first, &built(&site, "public", &[]), "again in the same folder");
    same(&first, &built(&site, "autre sortie/été", &[]), "another output folder");
    same(&first, &built(&site, "un", &["--taches", "1"]), "one job");
    same(&first, &built(&site, "quatre", &["--taches", "4"]), "four jobs");
    // Nor are its PDFs those that were laid out before.
    let elsewhere = real_site("Été à l’île, dossier n° 2").without_cache();
    same(&first, &built(&elsewhere, "public", &[]), "a folder with spaces and accents");
}

#[test]
fn the_machine_s_habits_change_nothing() {
    let site = real_site("site");
    let first = built(&site, "public", &[]);
    for (n, habits) in [
        [("TZ", "Pacific/Kiritimati"), ("LANG", "C"), ("LC_ALL", "C")],
        [("TZ", "America/Los_Angeles"), ("LANG", "ar_EG.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
    ]
    .into_iter()
    .enumerate()
    {
        let out = site.path(&format!("habitude-{n}"));
        let mut command = site.command(&["construire", "--date", DATE, "--sortie", out.to_str().unwrap()]);
        let built = ended(command.envs(habits).env("HOME", "/nulle-part").output().unwrap());
        assert_eq!(built.code, 0, "{built:?}");
        same(&first, &tree(&out), &format!("{habits:?}"));
    }
}

#[test]
fn a_relative_folder_and_an_absolute_one_give_the_same() {
    let site = real_site("site");
    let first = built(&site, "public", &[]);
    let mut command = eliane();
    command.args(["construire", "--date", DATE, "--sortie", "relatif"]).current_dir(&site.root);
    let ended = ended(command.output().unwrap());
    assert_eq!(ended.code, 0, "{ended:?}");
    same(&first, &tree(&site.path("relatif")), "from inside the site");
}

#[test]
fn no_file_names_a_folder_of_this_machine() {
    let site = real_site(RARE_NAME);
    let temporary = std::env::temp_dir();
    let folders = [&site.root, Path::new(env!("CARGO_MANIFEST_DIR")), &temporary].map(|path| {
        let text = path.to_str().unwrap();
        assert!(text.len() > 3, "{text} is found everywhere");
        format!("{}/", text.trim_end_matches('/'))
    });
    let words = folders.iter().map(String::as_str).chain([RARE_NAME]);
    let files = built(&site, "public", &[]);
    for word in words {
        for (name, bytes) in &files {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{name} names {word}");
        }
    }
}

#[test]
fn another_day_is_another_site() {
    let site = real_site("site");
    let at = |date: &str, out: &str| {
        let path = site.path(out);
        let built = site.run(&["construire", "--date", date, "--sortie", path.to_str().unwrap()]);
        assert_eq!(built.code, 0, "{built:?}");
        tree(&path)
    };
    // Never before DATE: the content was verified on that day.
    let (today, later) = (at(DATE, "un"), at("2031-11-29", "deux"));
    assert!(today.keys().eq(later.keys()), "a day adds or removes no page");
    let changed: Vec<&String> = today.keys().filter(|name| today[*name] != later[*name]).collect();
    assert!(changed.iter().any(|name| name.starts_with("guides/")), "freshness is on guides: {changed:?}");
    assert!(
        changed.iter().any(|name| name.starts_with("produits/")),
        "and on what is said of software: {changed:?}"
    );
    assert!(changed.iter().any(|name| *name == "a-propos.html"), "which names the day: {changed:?}");
    let pictures = |name: &&&String| name.ends_with(".svg");
    assert_eq!(changed.iter().filter(pictures).count(), 0, "pictures know no day");
}
