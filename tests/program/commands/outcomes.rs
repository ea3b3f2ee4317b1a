//! Where words go, what the exit code says, and no colours where nobody asked.

use super::assert_french;
use crate::common::{DATE, Site, ended, run, tree};

/// A fault of the content, on line 2 of a file.
fn break_a_service(site: &Site) {
    site.write("content/services/casse.yaml", "nom: Un service\nzonne: [\"FR\"]\n");
}

/// A finding that does not forbid: a file of the theme that replaces nothing.
fn add_a_warning(site: &Site) {
    site.write("themes/kiosque/acueil.html", "<p>jamais lu</p>");
}

#[test]
fn a_faultless_site_ends_with_0() {
    let site = Site::new();
    for args in [["relire", "--date", DATE], ["construire", "--date", DATE]] {
        let ended = site.run(&args);
        assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{ended:?}");
        assert_french(&ended.stderr);
    }
}

#[test]
fn the_last_line_of_a_build_says_what_was_written() {
    let site = Site::new();
    let built = site.build(&[]);
    let files = tree(&site.path("public")).len() - 1;
    let line = built.stderr.lines().last().unwrap();
    assert!(line.starts_with("Site écrit dans "), "{line}");
    assert!(line.contains(&format!("public : {files} fichiers, ")), "{line}");
    assert!(line.contains("dont 0 inchangé ; "), "{line}");
    let seconds = line.rsplit_once("; ").unwrap().1.strip_suffix(" s.").unwrap();
    let (whole, tenths) = seconds.split_once(',').unwrap_or_else(|| panic!("a French decimal: {line}"));
    assert!(whole.parse::<u32>().is_ok() && tenths.len() == 1, "{line}");
}

#[test]
fn faults_of_the_content_end_with_1_and_write_nothing() {
    let site = Site::new();
    break_a_service(&site);
    for command in ["relire", "construire"] {
        let ended = site.run(&[command]);
        assert_eq!((ended.code, ended.stdout.as_str()), (1, ""), "{ended:?}");
        assert_french(&ended.stderr);
        assert!(ended.stderr.contains("erreur[E030]"), "{}", ended.stderr);
        assert!(ended.stderr.contains("content/services/casse.yaml:2:1"), "{}", ended.stderr);
    }
    assert!(!site.path("public").exists());
}

#[test]
fn a_folder_without_content_is_said_in_french() {
    let site = Site::new();
    for command in ["relire", "construire"] {
        let ended = run(&[command, "--site", site.path("nulle-part").to_str().unwrap()]);
        assert_eq!((ended.code, ended.stdout.as_str()), (1, ""), "{ended:?}");
        assert_french(&ended.stderr);
    }
    assert!(!site.path("nulle-part").exists());
}

#[test]
fn strict_counts_warnings() {
    let site = Site::new();
    add_a_warning(&site);
    for command in ["relire", "construire"] {
        let strict = site.run(&[command, "--strict"]);
        assert_eq!(strict.code, 1, "{strict:?}");
        assert!(strict.stderr.contains("avertissement[A090]"), "{}", strict.stderr);
        assert!(strict.stderr.contains("0 erreur, 1 avertissement"), "{}", strict.stderr);
        assert!(!site.path("public").exists(), "{command} --strict wrote");
        assert_french(&strict.stderr);
    }
    for command in ["relire", "construire"] {
        assert_eq!(site.run(&[command]).code, 0);
    }
    assert!(site.path("public/index.html").is_file());
}

#[test]
fn json_is_one_document_on_stdout() {
    let site = Site::new();
    let rows = |args: &[&str], code: i32| {
        let ended = site.run(args);
        assert_eq!(ended.code, code, "{ended:?}");
        let rows: Vec<serde_json::Value> = serde_json::from_str(&ended.stdout).unwrap();
        rows.iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(rows(&["relire", "--format", "json"], 0).is_empty());
    assert!(rows(&["construire", "--format", "json"], 0).is_empty());
    add_a_warning(&site);
    assert_eq!(rows(&["relire", "--format", "json"], 0), ["A090"]);
    // A warning, then a disk that refuses: still one document.
    site.write("plein/notes.txt", "à moi");
    let out = site.path("plein");
    assert_eq!(
        rows(&["construire", "--format", "json", "--sortie", out.to_str().unwrap()], 2),
        ["A090", "E101"]
    );
    break_a_service(&site);
    assert!(rows(&["construire", "--format", "json"], 1).contains(&"E030".to_owned()));
}

#[test]
fn no_escape_codes_away_from_a_terminal_nor_with_no_color() {
    let site = Site::new();
    break_a_service(&site);
    for (name, value) in
        [("NO_COLOR", "1"), ("NO_COLOR", ""), ("CLICOLOR_FORCE", "1"), ("TERM", "xterm-256color")]
    {
        for args in [
            &["relire"][..],
            &["construire"],
            &["--aide"],
            &["relire", "--dat"],
            &["relire", "--format", "json"],
        ] {
            let ended = ended(site.command(args).env(name, value).output().unwrap());
            let text = ended.stdout + &ended.stderr;
            assert!(!text.is_empty() && !text.contains('\u{1b}'), "{name}={value} {args:?}: {text:?}");
        }
    }
}

/// A terminal does get colours, so that the test above tests something; `script` makes one.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_no_color() {
    use std::process::Command;
    let site = Site::new();
    break_a_service(&site);
    let on_a_terminal = |no_color: Option<&str>| {
        let line = format!("'{}' check --site '{}'", env!("CARGO_BIN_EXE_eliane"), site.root.display());
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).env_remove("NO_COLOR");
        script.envs(no_color.map(|value| ("NO_COLOR", value)));
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(coloured) = on_a_terminal(None) else {
        println!("skipped: no `script` here to make a terminal");
        return;
    };
    assert!(coloured.contains("\u{1b}["), "{coloured:?}");
    let plain = on_a_terminal(Some("1")).unwrap();
    assert!(plain.contains("E030") && !plain.contains('\u{1b}'), "{plain:?}");
}

#[test]
fn the_ends_of_the_calendar_end_in_words() {
    let site = Site::new();
    for day in ["9999-12-31", "9999-01-01", "2015-01-01", "0001-01-01"] {
        for command in ["relire", "construire", "fraicheur"] {
            let ended = site.run(&[command, "--date", day]);
            assert!(ended.code < 3, "{command} {day}: {ended:?}");
            assert_french(&ended.stderr);
            assert!(!ended.stderr.contains("panicked"), "{command} {day}: {}", ended.stderr);
        }
    }
}

/// A site that nobody verified yet, on a machine whose clock is years late: one sentence, not one for each sheet.
#[test]
fn a_late_clock_is_one_sentence_on_a_fresh_site_too() {
    let site = Site::new();
    let fresh = site.beside().join("neuf");
    let fresh = fresh.to_str().unwrap();
    assert_eq!(run(&["creer", fresh]).code, 0);
    fs_err::remove_file(format!("{fresh}/content/services/mon-service.yaml")).unwrap();
    for day in ["1999-01-01", "2015-01-01"] {
        let said = run(&["relire", "--site", fresh, "--date", day]).stderr;
        assert_eq!(said.matches("[A005]").count(), 1, "{said}");
        assert!(!said.contains("[E037]"), "{said}");
    }
}
