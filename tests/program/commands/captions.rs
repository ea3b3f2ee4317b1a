//! `sous-titres`: files looked at alone, and repaired; what cannot be read is said, and never harmed.

use super::assert_french;
use crate::common::{Ended, eliane, ended, tree};
use fs_err as fs;
use std::path::Path;
use tempfile::TempDir;

const FILM: &[u8] = include_bytes!("../../content/media/films/vp9.webm");

/// A file of a folder, and what the program says when it is there.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn captions(&self, args: &[&str]) -> Ended {
        let done = ended(eliane().current_dir(self.path()).arg("sous-titres").args(args).output().unwrap());
        assert_french(&done.stderr);
        Ended { stderr: done.stderr.replace(['\u{a0}', '\u{202f}'], " "), ..done }
    }
}

const GOOD: &str = "WEBVTT\n\n00:00.500 --> 00:04.000\nOuvrez le lien reçu.\n";

/// Wrong in what `--corriger` mends, and in what people must mend: the last caption is shown twice at a time.
const ROUGH: &str = "\u{feff}WEBVTT\r\n\r\nNOTE à relire\r\n\r\nun\r\n00:00.500 --> 00:04.000\r\nAppuyez sur le\r\nbouton bleu, puis attendez!\r\n\r\n00:04.000 --> 00:07.000\r\nOui.\r\n\r\n00:06.000 --> 00:09.000\r\nNon.\r\n";
const MENDED: &str = "\u{feff}WEBVTT\r\n\r\nNOTE à relire\r\n\r\nun\r\n00:00.500 --> 00:03.920\r\nAppuyez sur le bouton bleu,\r\npuis attendez\u{202f}!\r\n\r\n00:04.000 --> 00:07.000\r\nOui.\r\n\r\n00:06.000 --> 00:09.000\r\nNon.\r\n";

#[test]
fn good_captions_end_well() {
    let folder = Folder::with(&[("film.fr.vtt", GOOD.as_bytes())]);
    let done = folder.captions(&["film.fr.vtt"]);
    assert_eq!((done.code, done.stdout.as_str()), (0, ""), "{}", done.stderr);
    assert_eq!(
        done.stderr,
        "film.fr.vtt : 1 sous-titre ; sans le film (--film FILM), la fin n’est pas vérifiée.\nAucune erreur, aucun avertissement.\n"
    );
}

#[test]
fn a_finding_has_the_caption_its_time_the_reason_and_the_repair() {
    let fast = "WEBVTT\n\n00:01.000 --> 00:02.000\nOuvrez le lien que vous avez reçu.\n";
    let folder = Folder::with(&[("film.fr.vtt", fast.as_bytes())]);
    let done = folder.captions(&["film.fr.vtt"]);
    assert_eq!((done.code, done.stdout.as_str()), (1, ""));
    for words in [
        "erreur[E179]: Sous-titre 1 (à 00:01,0) : 34 caractères en 1,0 s, c’est trop pour lire (14 au plus).",
        "film.fr.vtt:4:1",
        "réparation: Laissez-le jusqu’à 00:00:03.600, ou dites la même chose en moins de mots.",
        "1 erreur, 0 avertissement.",
    ] {
        assert!(done.stderr.contains(words), "« {words} »: {}", done.stderr);
    }
}

#[test]
fn warnings_stop_when_they_are_asked_to() {
    let touching = GOOD.to_owned() + "\n00:04.000 --> 00:06.000\nPuis attendez.\n";
    let folder = Folder::with(&[("film.fr.vtt", touching.as_bytes())]);
    let done = folder.captions(&["film.fr.vtt"]);
    assert_eq!(done.code, 0);
    assert!(done.stderr.contains("avertissement[A045]"), "{}", done.stderr);
    assert_eq!(folder.captions(&["film.fr.vtt", "--strict"]).code, 1);
}

#[test]
fn findings_are_data_for_other_programs() {
    let folder = Folder::with(&[("film.fr.vtt", ROUGH.as_bytes())]);
    for args in [&["film.fr.vtt", "--format", "json"][..], &["film.fr.vtt", "--format", "json", "--corriger"]]
    {
        let done = folder.captions(args);
        let rows: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
        let last = rows.as_array().unwrap().last().unwrap();
        assert_eq!((last["code"].as_str(), last["ligne"].as_u64()), (Some("E181"), Some(13)), "{rows}");
    }
}

#[test]
fn the_end_is_that_of_the_film_named_or_beside() {
    let files: [(&str, &[u8]); 3] = [
        ("prise.fr.vtt", GOOD.as_bytes()),
        ("prise.webm", FILM),
        ("autre.fr.srt", b"1\n00:00:00,500 --> 00:00:04,000\nOui.\n"),
    ];
    let folder = Folder::with(&files);
    let beside = folder.captions(&["prise.fr.vtt"]);
    assert_eq!(beside.code, 1);
    assert!(
        beside.stderr.contains("prise.fr.vtt : 1 sous-titre ; le film prise.webm dure 1,0 s."),
        "{}",
        beside.stderr
    );
    assert!(beside.stderr.contains("erreur[E183]"), "{}", beside.stderr);
    assert_eq!(folder.captions(&["autre.fr.srt"]).code, 0);
    let named = folder.captions(&["autre.fr.srt", "--film", "prise.webm"]);
    assert_eq!(named.code, 1);
    assert!(named.stderr.contains("erreur[E183]"), "{}", named.stderr);
}

#[test]
fn a_film_that_is_missing_or_none_is_told() {
    let folder = Folder::with(&[("film.fr.vtt", GOOD.as_bytes()), ("film.webm", b"no film at all")]);
    let missing = folder.captions(&["film.fr.vtt", "--film", "zut.webm"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains("Impossible de lire « zut.webm » : il n’existe pas."),
        "{}",
        missing.stderr
    );
    let none = folder.captions(&["film.fr.vtt", "--film", "film.webm"]);
    assert_eq!(none.code, 1);
    assert!(none.stderr.contains("Ce fichier n’est pas un film."), "{}", none.stderr);
    // One that nobody named is not what was asked about.
    assert_eq!(folder.captions(&["film.fr.vtt"]).code, 0);
}

#[test]
fn a_repair_is_shown_as_a_patch_and_leaves_the_rest() {
    let folder = Folder::with(&[("film.fr.vtt", ROUGH.as_bytes())]);
    let tried = folder.captions(&["film.fr.vtt", "--corriger", "--essai"]);
    assert_eq!(folder.read("film.fr.vtt"), ROUGH, "a try writes nothing");
    assert!(
        tried.stderr.contains("film.fr.vtt : 1 sous-titre à réparer. Essai à blanc : rien n’a été écrit."),
        "{}",
        tried.stderr
    );
    assert!(
        tried.stderr.contains("A042") && tried.stderr.contains("E181"),
        "as it is on the disk: {}",
        tried.stderr
    );
    let done = folder.captions(&["film.fr.vtt", "--corriger"]);
    assert_eq!(done.code, 1, "what people must mend is left");
    assert_eq!(
        done.stdout,
        "--- film.fr.vtt\n+++ film.fr.vtt\tréparé\n@@ -6,3 +6,3 @@ sous-titre 1 (00:00,5)\n-00:00.500 --> 00:04.000\n-Appuyez sur le\n-bouton bleu, puis attendez!\n+00:00.500 --> 00:03.920\n+Appuyez sur le bouton bleu,\n+puis attendez\u{202f}!\n"
    );
    assert_eq!(done.stdout, tried.stdout);
    assert_eq!(folder.read("film.fr.vtt"), MENDED);
    assert!(done.stderr.contains("film.fr.vtt : 1 sous-titre réparé."), "{}", done.stderr);
    assert!(done.stderr.contains("E181") && !done.stderr.contains("A042"), "{}", done.stderr);
    let again = folder.captions(&["film.fr.vtt", "--corriger"]);
    assert_eq!(again.stdout, "");
    assert!(again.stderr.contains("film.fr.vtt : rien à réparer."), "{}", again.stderr);
    assert_eq!(tree(folder.path()).len(), 1, "nothing else is left in the folder");
}

#[test]
fn several_files_are_looked_at_each_once() {
    let srt = "1\n00:00:01,000 --> 00:00:03,000\nNon\n";
    let folder = Folder::with(&[("b.fr.vtt", GOOD.as_bytes()), ("a.en.srt", srt.as_bytes())]);
    let done = folder.captions(&["b.fr.vtt", "a.en.srt", "b.fr.vtt"]);
    assert_eq!(done.code, 0);
    assert_eq!(done.stderr.matches("1 sous-titre ;").count(), 2, "{}", done.stderr);
}

#[test]
fn a_missing_file_hides_nothing_of_the_others() {
    let folder = Folder::with(&[("b.fr.vtt", b"WEBVTT\n")]);
    let done = folder.captions(&["a.fr.vtt", "b.fr.vtt"]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(done.stderr.contains("Impossible de lire « a.fr.vtt » : il n’existe pas."), "{}", done.stderr);
    assert!(done.stderr.contains("E175"), "{}", done.stderr);
}

#[test]
fn what_is_no_text_is_refused_and_left_as_it_is() {
    let latin: &[u8] = b"WEBVTT\n\n00:01.000 --> 00:03.000\nRe\xe7u !\n";
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, code, words) in [
        (latin, "E003", "Ce texte n’est pas en UTF-8 : l’octet 0xE7 de la ligne 4"),
        (&wide, "E004", "Ce texte est en UTF-16"),
        (b"WEBVTT\n\n\0\n", "E005", "Des caractères ont été perdus à la ligne 3"),
        (b"", "E006", "Ce fichier est vide."),
        (b"Bonjour.\n", "E170", "Ce texte n’est pas un fichier de sous-titres"),
    ] {
        let folder = Folder::with(&[("film.fr.vtt", bytes)]);
        let done = folder.captions(&["film.fr.vtt", "--corriger"]);
        assert_eq!((done.code, done.stdout.as_str()), (1, ""), "{code}");
        assert!(done.stderr.contains(&format!("erreur[{code}]: {words}")), "{}", done.stderr);
        assert_eq!(fs::read(folder.path().join("film.fr.vtt")).unwrap(), bytes);
    }
}

#[test]
fn other_kinds_of_files_and_folders_are_wrong_use() {
    let folder = Folder::with(&[("film.webm", FILM)]);
    fs::create_dir(folder.path().join("dossier.vtt")).unwrap();
    for name in ["film.webm", "."] {
        let done = folder.captions(&[name]);
        assert_eq!(done.code, 2);
        assert!(done.stderr.contains(&format!("{name} n’est ni un .vtt, ni un .srt.")), "{}", done.stderr);
    }
    let done = folder.captions(&["dossier.vtt"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("c’est un dossier"), "{}", done.stderr);
}

/// As large as a text may be, and made to be slow: it ends, and says not more than a person can read.
#[test]
fn a_hostile_file_ends_soon() {
    let cue = "00:00.000 --> 00:00.001\n<v A><c.green.red>«a»!<00:99>&\n\n";
    let many = format!("WEBVTT\n\n{}", cue.repeat(1_000_000 / cue.len()));
    let deep = format!("WEBVTT\n\n00:01.000 --> 00:03.000\n{}a\n", "<i><b>".repeat(170_000));
    let wide = format!("WEBVTT\n\n00:01.000 --> 00:03.000\n{}\n", "le mot ".repeat(140_000));
    let srt = "1\n0:0:1,0 --> 0:0:0,0\n{\\an8}<font>\n\n".repeat(28_000);
    for (name, text, code) in
        [("a.fr.vtt", many, 1), ("b.fr.vtt", deep, 0), ("c.fr.vtt", wide, 1), ("d.fr.srt", srt, 1)]
    {
        assert!(text.len() > 900_000 && text.len() < 1 << 20, "{name}: {}", text.len());
        let folder = Folder::with(&[(name, text.as_bytes())]);
        let start = std::time::Instant::now();
        let done = folder.captions(&[name, "--corriger"]);
        assert_eq!(done.code, code, "{name}: {}", done.stderr);
        assert!(start.elapsed().as_secs() < 60, "{name}: {:?}", start.elapsed());
        assert!(done.stderr.matches("réparation:").count() < 1000, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_where_it_led_and_rights_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("vrai.vtt", ROUGH.as_bytes())]);
    let real = folder.path().join("vrai.vtt");
    fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    fs_err::os::unix::fs::symlink("vrai.vtt", folder.path().join("film.fr.vtt")).unwrap();
    assert_eq!(folder.captions(&["film.fr.vtt", "--corriger"]).code, 1);
    assert!(fs::symlink_metadata(folder.path().join("film.fr.vtt")).unwrap().is_symlink());
    assert_eq!(folder.read("vrai.vtt"), MENDED);
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}
