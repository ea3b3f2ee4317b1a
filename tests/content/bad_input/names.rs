//! Names that hide something: the message says the true cause, and the name as it should be.

use crate::small_site::{CALL, CLIC, DRAWING, MAIRIE, PHOTO, SITE, SmallSite, findings, site};
use eliane::source::read_site;

/// What is found in the site once it is on a disk: code, file, message, repair.
fn on_disk(site: &SmallSite) -> Vec<(String, String, String, String)> {
    let folder = site.on_disk();
    let (sources, faults) = read_site(folder.path());
    let examined = eliane::examine(sources, &faults, eliane::Order::of(crate::small_site::DAY));
    let found = findings(&examined.diagnostics, &examined.sources);
    let repairs = examined.diagnostics.iter().map(|one| one.repair.clone());
    let plain = |text: &str| text.replace(['\u{202f}', '\u{a0}'], " ");
    let rows = found.into_iter().zip(repairs);
    rows.map(|(f, repair)| (f.code, f.file.unwrap_or_default(), plain(&f.message), plain(&repair))).collect()
}

#[test]
fn a_name_that_windows_or_a_mac_changed_is_told_with_the_name_it_should_have() {
    let twice = "a une seconde extension, que Windows cache souvent";
    let capitals = "a des majuscules";
    let other = "n’a pas l’extension qu’Éliane lit";
    let unseen = "se termine par une espace ou par un point";
    for (from, to, why, right) in [
        (PHOTO, "content/guides/photo/guide.md.txt", twice, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md.TXT", twice, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md.md", twice, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md.html", twice, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md.rtf", twice, "guide.md"),
        (PHOTO, "content/guides/photo/Guide.md", capitals, "guide.md"),
        (PHOTO, "content/guides/photo/GUIDE.MD", capitals, "guide.md"),
        (PHOTO, "content/guides/photo/guide.Md", capitals, "guide.md"),
        (PHOTO, "content/guides/photo/guide.markdown", other, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md ", unseen, "guide.md"),
        (PHOTO, "content/guides/photo/guide.md.", unseen, "guide.md"),
        (MAIRIE, "content/services/mairie.YAML", capitals, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.Yaml", capitals, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.yml", other, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.YML", other, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.yaml.txt", twice, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.yaml.yaml", twice, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.yaml.bak", twice, "mairie.yaml"),
        (MAIRIE, "content/services/mairie.yaml ", unseen, "mairie.yaml"),
        (SITE, "content/site.YAML", capitals, "site.yaml"),
        (SITE, "content/Site.yaml", capitals, "site.yaml"),
        (SITE, "content/site.yaml.txt", twice, "site.yaml"),
        (SITE, "content/site.yml", other, "site.yaml"),
        (crate::small_site::NEEDS, "content/besoins.yaml.txt", twice, "besoins.yaml"),
        (crate::small_site::GLOSSARY, "content/GLOSSAIRE.yaml", capitals, "glossaire.yaml"),
        (crate::small_site::SKYPE, "content/produits/skype.YAML", capitals, "skype.yaml"),
        (crate::small_site::CASE, "content/cas/pere.md.txt", twice, "pere.md"),
        (crate::small_site::CAPTIONS, "content/guides/photo/prise.fr.vtt.txt", twice, "prise.fr.vtt"),
        (crate::small_site::CAPTIONS, "content/guides/photo/prise.fr.VTT", capitals, "prise.fr.vtt"),
    ] {
        let text = site().text(from).to_owned();
        let found = on_disk(&site().without(from).with(to, text));
        let told = found.iter().find(|(code, file, ..)| code == "E015" && file == to);
        let (.., message, repair) = told.unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert!(message.contains(why), "{to}: {message}");
        assert_eq!(repair, &format!("Renommez-le : {right}"), "{to}");
    }
    // A picture, under the name of a text.
    let found = on_disk(&site().with("content/guides/photo/ecran.txt", b"\x89PNG\r\n\x1a\n\0\xff"));
    assert!(
        found.iter().any(|(code, .., repair)| code == "E015" && repair == "Renommez-le : ecran.png"),
        "{found:#?}"
    );
    // And names that hide nothing.
    for name in [
        "content/guides/photo/prise.fr.txt",
        "content/services/ville/poste.yaml",
        "content/services/a-b-2.yaml",
    ] {
        let text = if name.ends_with("txt") {
            "Une photo.\n".to_owned()
        } else {
            site().text(CLIC).replace("02 98", "02 97")
        };
        let found = on_disk(&site().with(name, text));
        assert!(
            found.iter().all(|(code, ..)| code != "E015" && code != "E010" && code != "E040"),
            "{name}: {found:#?}"
        );
    }
}

#[test]
fn names_that_windows_keeps_are_refused_as_addresses() {
    let guide = site().text(CALL).to_owned();
    let reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com9", "lpt1", "lpt3", "lpt9", "com0"];
    for name in reserved {
        for path in [
            format!("content/services/{name}.yaml"),
            format!("content/guides/{name}/guide.md"),
            format!("content/produits/{name}.yaml"),
            format!("content/cas/{name}.md"),
        ] {
            let text = if path.ends_with(".yaml") { site().text(MAIRIE).to_owned() } else { guide.clone() };
            let found = on_disk(&site().with(&path, text));
            let told = found.iter().any(|(code, file, message, _)| {
                code == "E040" && file == &path && message.contains("Windows garde le nom")
            });
            assert!(told, "{path}: {found:#?}");
        }
    }
    let site = || site().replace(crate::small_site::NEEDS, "id: materiel", "id: nul");
    assert!(on_disk(&site()).iter().any(|(code, ..)| code == "E040"));
    for (alias, proposed) in [
        ("guides/con.html", "guides/fiche-con.html"),
        ("services/con.html", "services/fiche-con.html"),
        ("aux/visio.html", "fiche-aux/visio.html"),
        ("guides/nul.html", "guides/fiche-nul.html"),
        ("guides/com1.html", "guides/fiche-com1.html"),
        ("guides/lpt9.html", "guides/fiche-lpt9.html"),
        ("CON.html", "fiche-con.html"),
        ("guides/con.fr.html", "guides/fiche-con-fr.html"),
        ("/guides/prn.html", "guides/fiche-prn.html"),
    ] {
        let with = |alias: &str| crate::small_site::site().replace(CALL, "guides/visio.html", alias);
        let found = on_disk(&with(alias));
        let told = found.iter().any(|(code, _, message, repair)| {
            code == "E043" && message.contains("Windows garde le nom") && repair.ends_with(proposed)
        });
        assert!(told, "{alias}: {found:#?}");
        assert!(on_disk(&with(proposed)).is_empty(), "{proposed}");
    }
    for alias in ["guides/confort.html", "guides/con-1.html", "guides/com.html", "guides/nulle-part.html"] {
        let found = on_disk(&crate::small_site::site().replace(CALL, "guides/visio.html", alias));
        assert!(found.is_empty(), "{alias}: {found:#?}");
    }
    // The name that is proposed passes.
    for (name, proposed) in [
        ("con.fr", "fiche-con-fr"),
        ("nul.html", "fiche-nul-html"),
        ("COM1", "fiche-com1"),
        ("conin$", "fiche-conin"),
        ("prn.", "fiche-prn"),
        ("aux", "fiche-aux"),
    ] {
        let with = |name: &str| {
            let text = crate::small_site::site().text(CLIC).replace("02 98", "02 97");
            crate::small_site::site().with(&format!("content/services/{name}.yaml"), text).findings()
        };
        let found = with(name);
        let told =
            found.iter().find(|found| found.code == "E040").unwrap_or_else(|| panic!("{name}: {found:#?}"));
        assert!(
            told.repair
                .as_deref()
                .is_some_and(|repair| repair.replace('\u{a0}', " ").ends_with(&format!(": {proposed}"))),
            "{told:#?}"
        );
        assert!(with(proposed).iter().all(|found| found.code != "E040"), "{proposed}");
    }
    for good in ["console", "auxi", "com10", "nulle-part", "lpt", "prn-1", "commune"] {
        let found = on_disk(&crate::small_site::site().with(
            &format!("content/services/{good}.yaml"),
            crate::small_site::site().text(CLIC).replace("02 98", "02 97"),
        ));
        assert!(found.iter().all(|(code, ..)| code != "E040"), "{good}: {found:#?}");
    }
}

#[test]
fn folders_that_windows_cannot_copy_are_told_by_their_name() {
    for folder in ["aux", "con", "fin.", "a:b"] {
        let path = format!("content/services/{folder}/clic.yaml");
        let text = site().text(CLIC).to_owned();
        let found = on_disk(&site().without(CLIC).with(&path, text));
        let told: Vec<_> = found.iter().filter(|(code, ..)| code == "A069").collect();
        assert_eq!(told.len(), 1, "{folder}: {found:#?}");
        assert!(format!("{told:?}").contains(&format!("« {folder} »")), "{told:?}");
    }
}

#[test]
fn names_of_pictures_that_windows_cannot_copy_are_told() {
    let with = |name: &str| {
        site()
            .without("content/guides/photo/appareil.svg")
            .with(&format!("content/guides/photo/{name}"), DRAWING)
            .replace(PHOTO, "appareil.svg", &format!("<{name}>"))
    };
    for name in
        ["con.svg", "AUX.svg", "nul.b.svg", "qui aide ?.svg", "a\"b.svg", "a*b.svg", "a|b.svg", "lpt1.svg"]
    {
        let found = on_disk(&with(name));
        let codes: Vec<&str> = found.iter().map(|(code, ..)| code.as_str()).collect();
        assert_eq!(codes, ["A069"], "{name}: {found:#?}");
    }
    for name in
        ["console.svg", "qui aide.svg", "l’écran (1).svg", "a.b.svg", "a+b.svg", "été_à-l'île.svg", "[a].svg"]
    {
        assert_eq!(on_disk(&with(name)), [], "{name}");
    }
}

/// A document of an office program in the place of a picture: the guide would stand without it.
#[test]
fn a_file_that_is_no_picture_at_all_is_told_where_it_is_shown() {
    for name in ["a.docx", "a.odt", "a.zip", "a.psb", "a.raw", "a.lnk"] {
        let site = site()
            .without("content/guides/photo/appareil.svg")
            .with(&format!("content/guides/photo/{name}"), "x")
            .replace(PHOTO, "appareil.svg", name);
        let found = on_disk(&site);
        assert!(
            found.iter().any(|(code, file, ..)| code == "E073" && file.ends_with(name)),
            "{name}: {found:#?}"
        );
    }
}
