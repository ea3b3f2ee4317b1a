//! Files that cannot be read, or that nobody reads.

use super::{codes, did_you_mean, quoted, system_reason};
use crate::diag::Diagnostic;
use crate::source::{Fault, FaultKind};

codes! {
    E001: "pas de dossier « content »", "Éliane cherche les textes dans le dossier « content » du site. Placez-vous dans le dossier du site, ou indiquez-le avec --site. Pour commencer un site neuf : eliane init MON-SITE.";
    E002: "fichier ou dossier illisible", "Le système refuse la lecture. Souvent : le fichier appartient à une autre personne de l’ordinateur, ou la clé USB a été retirée. Vérifiez les droits du fichier, puis recommencez.";
    E003: "texte qui n’est pas en UTF-8", "Les textes d’Éliane sont en UTF-8, l’encodage de tous les éditeurs récents. Un fichier ancien (Windows-1252, Latin-1) montre des signes étranges à la place des accents. Dans l’éditeur : Enregistrer sous, puis Encodage : UTF-8.";
    E004: "texte en UTF-16", "Le Bloc-notes de Windows nomme cet encodage « Unicode ». Éliane lit l’UTF-8. Dans l’éditeur : Enregistrer sous, puis Encodage : UTF-8.";
    E005: "caractères perdus", "Le fichier contient le signe � ou un octet nul : des accents ont été perdus lors d’une conversion. Éliane ne peut pas les deviner. Retrouvez le texte d’origine, ou corrigez les mots abîmés à la main.";
    E006: "fichier vide", "Un fichier vide est le plus souvent un enregistrement manqué. Écrivez son contenu, ou supprimez-le.";
    E007: "fichier trop gros", "Un texte dépasse rarement quelques pages. Au-delà d’un mégaoctet, il s’agit presque toujours d’une image collée dans le texte ou d’un export. Coupez-le en plusieurs guides. Une image dépasse rarement quelques mégaoctets : réduisez-la avant de la placer.";
    E008: "lien symbolique en boucle", "Un dossier contient un raccourci vers un de ses parents : on y tournerait sans fin. Supprimez ce raccourci.";
    E009: "nom de fichier illisible", "Le nom du fichier n’est pas de l’UTF-8 : il vient souvent d’une archive faite sous un ancien Windows. Renommez le fichier.";
    E010: "fichier que personne ne lit", "Chaque sorte de contenu a sa place : content/guides/MON-GUIDE/guide.md, content/services/MON-SERVICE.yaml, content/produits/MON-PRODUIT.yaml, content/cas/MON-CAS.md, content/besoins.yaml, content/glossaire.yaml, content/site.yaml. Un texte placé ailleurs n’apparaîtrait nulle part : mieux vaut le savoir tout de suite.";
    E011: "pas de site.yaml", "Le fichier content/site.yaml donne le titre du site, son éditeur et ses territoires. Sans lui, il n’y a pas de site. Pour commencer un site neuf : eliane init MON-SITE";
    A001: "fichier non utilisé", "Éliane ne sait que faire de cette sorte de fichier (document de bureautique, archive…). Il n’ira pas sur le site. Déplacez-le hors de « content » pour que ce message disparaisse.";
    A002: "image non utilisée", "Aucun texte ne montre cette image : elle n’ira pas sur le site. Citez-la dans une étape, ou supprimez-la.";
}

/// The words for a fault of reading.
pub(crate) fn of_reading(fault: &Fault) -> Diagnostic {
    let path = fault.path.as_str();
    match &fault.kind {
        FaultKind::NoContent => no_content(path),
        FaultKind::Unreadable(error) => unreadable(path, &system_reason(error)),
        FaultKind::NotUtf8 { line, byte } => not_utf8(path, *line, *byte),
        FaultKind::Utf16 => utf16(path),
        FaultKind::Damaged { line } => damaged(path, *line),
        FaultKind::Empty => empty(path),
        FaultKind::TooLarge { size, limit } => too_large(path, *size, *limit),
        FaultKind::LinkLoop { ancestor } => link_loop(path, ancestor),
        FaultKind::NameNotUtf8 => name_not_utf8(path),
        FaultKind::UnknownKind => unknown_kind(path),
    }
}

fn no_content(root: &str) -> Diagnostic {
    Diagnostic::new(
        &E001,
        root,
        "Il n’y a pas de dossier « content » ici.",
        "Placez-vous dans le dossier du site, ou créez-en un : eliane init MON-SITE",
    )
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(
        &E002,
        path,
        format!("Impossible de lire {} : {reason}.", quoted(path)),
        "Vérifiez que le fichier existe encore et que vous avez le droit de le lire.",
    )
}

fn not_utf8(path: &str, line: usize, byte: u8) -> Diagnostic {
    Diagnostic::new(
        &E003,
        (path, line),
        format!("Ce texte n’est pas en UTF-8 : l’octet 0x{byte:02X} de la ligne {line} n’a pas de sens."),
        "Ouvrez-le dans votre éditeur et enregistrez-le avec l’encodage UTF-8.",
    )
}

fn utf16(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E004,
        (path, 1),
        "Ce texte est en UTF-16 (le Bloc-notes dit « Unicode »).",
        "Enregistrez-le avec l’encodage UTF-8.",
    )
}

fn damaged(path: &str, line: usize) -> Diagnostic {
    Diagnostic::new(
        &E005,
        (path, line),
        format!("Des caractères ont été perdus à la ligne {line} (signe � ou octet nul)."),
        "Reprenez le texte d’origine, ou corrigez les mots abîmés.",
    )
}

fn empty(path: &str) -> Diagnostic {
    Diagnostic::new(&E006, path, "Ce fichier est vide.", "Écrivez son contenu, ou supprimez-le.")
}

fn too_large(path: &str, size: u64, limit: u64) -> Diagnostic {
    Diagnostic::new(
        &E007,
        path,
        format!("Ce fichier est trop gros : {} Ko, pour {} Ko au plus.", size.div_ceil(1024), limit / 1024),
        "Coupez le texte en plusieurs guides, ou réduisez l’image.",
    )
}

fn link_loop(path: &str, ancestor: &str) -> Diagnostic {
    Diagnostic::new(
        &E008,
        path,
        format!("Ce raccourci ramène à {}, qui le contient.", quoted(ancestor)),
        "Supprimez ce lien symbolique.",
    )
}

fn name_not_utf8(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E009,
        path,
        "Le nom de ce fichier contient des octets qui ne sont pas du texte.",
        "Renommez le fichier, de préférence sans accent ni espace.",
    )
}

pub(crate) fn misplaced(path: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &E010,
        path,
        "Personne ne lit un fichier à cette place.",
        did_you_mean(
            near,
            "Déplacez-le ; « eliane explique E010 » donne la place de chaque sorte de contenu.",
        ),
    )
}

pub(crate) fn no_settings() -> Diagnostic {
    Diagnostic::new(
        &E011,
        "content/site.yaml",
        "Le fichier content/site.yaml manque : il donne le titre du site et ses territoires.",
        "Créez-le, ou commencez par : eliane init MON-SITE",
    )
}

fn unknown_kind(path: &str) -> Diagnostic {
    Diagnostic::new(
        &A001,
        path,
        "Éliane n’utilise pas cette sorte de fichier : il n’ira pas sur le site.",
        "Déplacez-le hors de « content ».",
    )
}

pub(crate) fn unused_picture(path: &str) -> Diagnostic {
    Diagnostic::new(
        &A002,
        path,
        "Aucun texte ne montre cette image.",
        "Citez-la dans une étape, ou supprimez-la.",
    )
}
