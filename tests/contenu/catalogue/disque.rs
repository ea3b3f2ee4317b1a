//! Codes that need a real disk: reading the folder, and writing the site.

use super::{At, Broken, Fixture};
use crate::petit_site::{APPEL, Finding, JOUR, MAIRIE, PetitSite, SITE, findings, site};
use eliane::diag::Diagnostics;
use eliane::examine;
use eliane::render::Renderer;
use eliane::source::{Sources, read_site};
use eliane::write::Failure;
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
        file: APPEL,
        at: At::WholeFile,
        says: "Ce fichier est trop gros : 5120 Ko, pour 1024 Ko au plus.",
        make: || read(&site().with(APPEL, "a".repeat(5 << 20))),
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
        make: || site().with("content/guides/appel/autre.svg", "<svg/>").into(),
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

fn read(site: &PetitSite) -> Broken {
    read_after(site, |_| {})
}

/// What is found in the site once on the disk, and `change`d there.
fn read_after(site: &PetitSite, change: impl Fn(&Path)) -> Broken {
    let folder = site.on_disk();
    change(folder.path());
    let (sources, faults) = read_site(folder.path());
    let examined = examine(sources, &faults, eliane::Order::of(JOUR));
    findings(&examined.diagnostics, &examined.sources).into()
}

/// What writing the good site to `out`, a path in its folder, brings out.
fn write_site(out: &str, change: impl Fn(&Path)) -> Broken {
    let folder = site().on_disk();
    change(folder.path());
    let renderer = site().examine().renderer.unwrap();
    write(&renderer, folder.path(), &folder.path().join(out)).into()
}

pub(super) fn write(renderer: &Renderer, root: &Path, out: &Path) -> Vec<Finding> {
    let mut diagnostics = Diagnostics::default();
    match eliane::write::folder(renderer, root, out, &|| {}) {
        Ok(_) => {}
        Err(Failure::Content(found) | Failure::Output(found)) => diagnostics.push(found),
    }
    findings(&diagnostics, &Sources::default())
}
