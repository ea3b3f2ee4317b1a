//! Codes that need a real disk: reading the folder, and writing the site.

use super::{At, Broken, Fixture};
use crate::small_site::{
    CALL, CAPTIONS, DAY, DRAWING, Finding, MAIRIE, PHOTO, SITE, SmallSite, findings, site,
};
use eliane::diag::Diagnostics;
use eliane::examine;
use eliane::package::{Failure, Folder};
use eliane::render::Renderer;
use eliane::source::{Sources, read_site};
use fs_err as fs;
use fs_err::os::unix::fs::symlink;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E001",
        file: "",
        at: At::WholeFile,
        says: "Il n’y a pas de dossier « content » ici.",
        make: || read_after(&site(), |root| fs::rename(root.join("content"), root.join("contenu")).unwrap()),
    },
    Fixture {
        code: "E186",
        file: "content/guides/photo/prise.fr.sbv",
        at: At::WholeFile,
        says: "Éliane ne lit pas cette sorte de sous-titres (SBV, de YouTube).",
        make: || {
            let sbv = "0:00:00.000,0:00:01.000\nUne photo.\n";
            read(&site().without(CAPTIONS).with("content/guides/photo/prise.fr.sbv", sbv))
        },
    },
    Fixture {
        code: "E002",
        file: "content/services/perdu.yaml",
        at: At::WholeFile,
        says: "Impossible de lire « content/services/perdu.yaml » : il n’existe pas.",
        make: || {
            read_after(&site(), |root| {
                symlink("nulle-part", root.join("content/services/perdu.yaml")).unwrap();
            })
        },
    },
    Fixture {
        code: "E003",
        file: MAIRIE,
        at: At::Line(2),
        says: "n’est pas en UTF-8 : l’octet 0xE9 de la ligne 2",
        make: || read(&site().with(MAIRIE, b"nom: Mairie\nresume: Caf\xe9\n")),
    },
    Fixture {
        code: "E109",
        file: MAIRIE,
        at: At::Line(2),
        says: "« MÃ©diathÃ¨que », au lieu de « Médiathèque »",
        make: || read(&site().with(MAIRIE, "type: mairie\nnom: MÃ©diathÃ¨que\n".as_bytes())),
    },
    Fixture {
        code: "E004",
        file: MAIRIE,
        at: At::Line(1),
        says: "Ce texte est en UTF-16",
        make: || read(&site().with(MAIRIE, b"\xff\xfen\0o\0m\0")),
    },
    Fixture {
        code: "E005",
        file: MAIRIE,
        at: At::Line(3),
        says: "Des caractères ont été perdus à la ligne 3",
        make: || read(&site().with(MAIRIE, "nom: Mairie\ntype: mairie\nresume: Caf\u{fffd}\n")),
    },
    Fixture {
        code: "E006",
        file: MAIRIE,
        at: At::WholeFile,
        says: "Ce fichier est vide.",
        make: || read(&site().with(MAIRIE, "\u{feff} \n\n")),
    },
    Fixture {
        code: "E007",
        file: CALL,
        at: At::WholeFile,
        says: "Ce fichier est trop gros : 5120 Ko, pour 1024 Ko au plus.",
        make: || read(&site().with(CALL, "a".repeat(5 << 20))),
    },
    Fixture {
        code: "E008",
        file: "content/guides/boucle",
        at: At::WholeFile,
        says: "Ce raccourci ramène à « content », qui le contient.",
        make: || read_after(&site(), |root| symlink("..", root.join("content/guides/boucle")).unwrap()),
    },
    Fixture {
        code: "E009",
        file: "content/services/caf\u{fffd}.yaml",
        at: At::WholeFile,
        says: "contient des octets qui ne sont pas du texte",
        make: || {
            read_after(&site(), |root| {
                let name = OsStr::from_bytes(b"caf\xe9.yaml");
                fs::write(root.join("content/services").join(name), "nom: Café\n").unwrap();
            })
        },
    },
    Fixture {
        code: "E010",
        file: "content/guides/notes.md",
        at: At::WholeFile,
        says: "Personne ne lit un fichier à cette place.",
        make: || site().with("content/guides/notes.md", "Des notes.\n").into(),
    },
    Fixture {
        code: "E011",
        file: SITE,
        at: At::WholeFile,
        says: "Le fichier content/site.yaml manque",
        make: || site().without(SITE).into(),
    },
    Fixture {
        code: "E012",
        file: "content/guides/photo/appareil.svg",
        at: At::WholeFile,
        says: "Ce lien sort du dossier du site : il mène à « /",
        make: || {
            let elsewhere = tempfile::TempDir::new().unwrap();
            fs::write(elsewhere.path().join("a.svg"), DRAWING).unwrap();
            read_after(&site(), |root| {
                let place = root.join("content/guides/photo/appareil.svg");
                fs::remove_file(&place).unwrap();
                symlink(elsewhere.path().join("a.svg"), place).unwrap();
            })
        },
    },
    Fixture {
        code: "E013",
        file: "content/services/tube.yaml",
        at: At::WholeFile,
        says: "le système y garde une prise (socket)",
        make: || {
            read_after(&site(), |root| {
                std::os::unix::net::UnixListener::bind(root.join("content/services/tube.yaml")).unwrap();
            })
        },
    },
    Fixture {
        code: "E014",
        file: "content/services/poste.yaml",
        at: At::WholeFile,
        says: "Ceci est un dossier, et son nom est celui d’un fichier",
        make: || {
            read_after(&site(), |root| fs::create_dir(root.join("content/services/poste.yaml")).unwrap())
        },
    },
    Fixture {
        code: "E015",
        file: "content/guides/photo/guide.md.txt",
        at: At::WholeFile,
        says: "a une seconde extension, que Windows cache souvent",
        make: || read(&site().with("content/guides/photo/guide.md.txt", "Bonjour.\n")),
    },
    Fixture {
        code: "E016",
        file: "content/guides/photo/écran.svg",
        at: At::WholeFile,
        says: "seule la façon d’écrire les accents les distingue",
        make: || {
            read(
                &site()
                    .replace(PHOTO, "appareil.svg", "écran.svg")
                    .without("content/guides/photo/appareil.svg")
                    .with("content/guides/photo/écran.svg", DRAWING)
                    .with("content/guides/photo/e\u{301}cran.svg", DRAWING),
            )
        },
    },
    Fixture {
        code: "A001",
        file: "content/guides/appel/brouillon.odt",
        at: At::WholeFile,
        says: "n’utilise pas cette sorte de fichier",
        make: || read(&site().with("content/guides/appel/brouillon.odt", "x")),
    },
    Fixture {
        code: "A002",
        file: "content/guides/appel/autre.svg",
        at: At::WholeFile,
        says: "Aucun texte ne montre cette image.",
        make: || site().with("content/guides/appel/autre.svg", DRAWING).into(),
    },
    Fixture {
        code: "E100",
        file: "content/public",
        at: At::WholeFile,
        says: "ne peut pas être écrit dans",
        make: || write_site("content/public", |_| {}),
    },
    Fixture {
        code: "E101",
        file: "public",
        at: At::WholeFile,
        says: "contient des fichiers qu’Éliane n’a pas écrits",
        make: || {
            write_site("public", |root| {
                fs::create_dir(root.join("public")).unwrap();
                fs::write(root.join("public/lettre.txt"), "Chère Rose").unwrap();
            })
        },
    },
    Fixture {
        code: "E102",
        file: "fichier/public",
        at: At::WholeFile,
        says: "Impossible d’écrire le site",
        make: || write_site("fichier/public", |root| fs::write(root.join("fichier"), "x").unwrap()),
    },
];

fn read(site: &SmallSite) -> Broken {
    read_after(site, |_| {})
}

/// What is found in the site once on the disk, and `change`d there.
fn read_after(site: &SmallSite, change: impl Fn(&Path)) -> Broken {
    let folder = site.on_disk();
    change(folder.path());
    let (sources, faults) = read_site(folder.path());
    let examined = examine(sources, &faults, eliane::Order::of(DAY));
    findings(&examined.diagnostics, &examined.sources).into()
}

/// What writing the good site to `out`, a path in its folder, brings out.
fn write_site(out: &str, change: impl Fn(&Path)) -> Broken {
    let folder = site().on_disk();
    change(folder.path());
    let renderer = site().examine().renderer.unwrap();
    write(renderer, folder.path(), &folder.path().join(out)).into()
}

pub(super) fn write(renderer: Renderer, root: &Path, out: &Path) -> Vec<Finding> {
    let written = eliane::package::finish(renderer, root).and_then(|finished| {
        eliane::package::package(&Folder { root, out }, &finished, root, &|| {}).map(|_| ())
    });
    let diagnostics: Diagnostics = match written {
        Ok(()) => Diagnostics::default(),
        Err(Failure::Content(found)) => found,
        Err(Failure::Output(found)) => found.into(),
    };
    findings(&diagnostics, &Sources::default())
}
