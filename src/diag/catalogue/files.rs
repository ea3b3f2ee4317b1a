//! Files that cannot be read, or that nobody reads.

use super::{codes, did_you_mean, foreign, quoted, system_reason};
use crate::diag::Diagnostic;
use crate::source::{SourceFault, SourceFaultKind, Special};

codes! {
    /// Éliane cherche les textes dans le dossier « content » du site. Placez-vous dans le dossier du site, ou
    /// indiquez-le avec --site. Pour commencer un site neuf : eliane creer MON-SITE.
    E001: "pas de dossier « content »";
    /// Le système refuse la lecture. Souvent : le fichier appartient à une autre personne de l’ordinateur, ou la clé
    /// USB a été retirée. Vérifiez les droits du fichier, puis recommencez.
    E002: "fichier ou dossier illisible";
    /// Les textes d’Éliane sont en UTF-8, l’encodage de tous les éditeurs récents. Un fichier ancien (Windows-1252,
    /// Latin-1) montre des signes étranges à la place des accents. Dans l’éditeur : Enregistrer sous, puis Encodage :
    /// UTF-8.
    E003: "texte qui n’est pas en UTF-8";
    /// Le Bloc-notes de Windows nomme cet encodage « Unicode ». Éliane lit l’UTF-8. Dans l’éditeur : Enregistrer sous,
    /// puis Encodage : UTF-8.
    E004: "texte en UTF-16";
    /// Le fichier contient le signe � ou un octet nul : des accents ont été perdus lors d’une conversion. Éliane ne
    /// peut pas les deviner. Retrouvez le texte d’origine, ou corrigez les mots abîmés à la main.
    E005: "caractères perdus";
    /// Un programme a ouvert ce texte avec un autre encodage que le sien, puis l’a enregistré : chaque accent est
    /// devenu deux ou trois signes (Ã© pour é, â€™ pour ’). Retrouvez le texte d’origine et enregistrez-le en UTF-8.
    /// Dans Visual Studio Code : « Rouvrir avec l’encodage », puis « Enregistrer avec l’encodage ». Dans LibreOffice, à
    /// l’ouverture : jeu de caractères UTF-8. S’il n’y a que quelques mots, retapez-les. Pour montrer de tels signes à
    /// un lecteur, mettez-les seuls entre guillemets : « Ã© ».
    E109: "accents lus avec le mauvais encodage";
    /// Un fichier vide est le plus souvent un enregistrement manqué. Écrivez son contenu, ou supprimez-le.
    E006: "fichier vide";
    /// Un texte dépasse rarement quelques pages. Au-delà d’un mégaoctet, il s’agit presque toujours d’une image collée
    /// dans le texte ou d’un export. Coupez-le en plusieurs guides. Une image dépasse rarement quelques mégaoctets :
    /// réduisez-la avant de la placer.
    E007: "fichier trop gros";
    /// Un dossier contient un raccourci vers un de ses parents : on y tournerait sans fin. Supprimez ce raccourci.
    E008: "lien symbolique en boucle";
    /// Le nom du fichier n’est pas de l’UTF-8 : il vient souvent d’une archive faite sous un ancien Windows. Renommez
    /// le fichier.
    E009: "nom de fichier illisible";
    /// Chaque sorte de contenu a sa place : content/guides/MON-GUIDE/guide.md, content/services/MON-SERVICE.yaml,
    /// content/produits/MON-PRODUIT.yaml, content/cas/MON-CAS.md, content/besoins.yaml, content/glossaire.yaml,
    /// content/site.yaml. Un texte placé ailleurs n’apparaîtrait nulle part : mieux vaut le savoir tout de suite.
    E010: "fichier que personne ne lit";
    /// Le fichier content/site.yaml donne le titre du site, son éditeur et ses territoires. Sans lui, il n’y a pas de
    /// site. Pour commencer un site neuf : eliane creer MON-SITE
    E011: "pas de site.yaml";
    /// Un lien symbolique (un raccourci) mène à un fichier ou à un dossier qui n’est pas dans le dossier du site. Ce
    /// qu’il vise pourrait être publié sans que personne l’ait voulu, et le site ne marcherait pas sur un autre
    /// ordinateur. Copiez le fichier à la place du lien. Un lien vers une autre place du même site reste permis.
    E012: "lien qui sort du dossier du site";
    /// Le système garde sous ce nom un tube, une prise ou un appareil : le lire pourrait ne jamais finir. Cela arrive
    /// après une copie faite par un programme de sauvegarde. Supprimez-le, et remettez le vrai fichier.
    E013: "ni un fichier ni un dossier";
    /// Éliane attend un fichier là où il y a un dossier, ou un dossier là où il y a un fichier. Souvent, un dossier a
    /// reçu le nom de son fichier (mairie.yaml), ou une archive a été ouverte à côté de sa place.
    E014: "dossier et fichier confondus";
    /// Windows cache la fin des noms de fichiers : un fichier qui semble se nommer « guide.md » se nomme parfois
    /// « guide.md.txt », et personne ne le lit. De même, « .YAML », « .yml », une espace ou un point à la fin du nom ne
    /// se voient guère. Renommez le fichier comme le message le dit. Dans l’explorateur de Windows : Affichage, puis
    /// « Extensions de noms de fichiers ».
    E015: "nom de fichier trompeur";
    /// Deux fichiers du même dossier ont des noms faits des mêmes lettres, dont les accents sont écrits de deux façons
    /// (macOS sépare la lettre de son accent). Un seul des deux resterait sur un autre ordinateur. Supprimez celui qui
    /// est en trop, ou renommez-le sans accent.
    E016: "deux noms que l’œil ne distingue pas";
    /// Éliane ne sait que faire de cette sorte de fichier (document de bureautique, archive…). Il n’ira pas sur le
    /// site. Déplacez-le hors de « content » pour que ce message disparaisse.
    A001: "fichier non utilisé";
    /// Aucun texte ne montre cette image : elle n’ira pas sur le site. Citez-la dans une étape, ou supprimez-la.
    A002: "image non utilisée";
}

/// The words for a fault of reading.
pub(crate) fn of_reading(fault: &SourceFault) -> Diagnostic {
    let path = fault.path.as_str();
    match &fault.kind {
        SourceFaultKind::NoContent => no_content(path),
        SourceFaultKind::Unreadable(error) => unreadable(path, &system_reason(error)),
        SourceFaultKind::NotUtf8 { line, byte } => not_utf8(path, *line, *byte),
        SourceFaultKind::Utf16 => utf16(path),
        SourceFaultKind::Damaged { line } => damaged(path, *line),
        SourceFaultKind::Mojibake { line, word, meant } => mojibake(path, *line, word, meant.as_deref()),
        SourceFaultKind::Empty => empty(path),
        SourceFaultKind::TooLarge { size, limit } => too_large(path, *size, *limit),
        SourceFaultKind::LinkLoop { ancestor } => link_loop(path, ancestor),
        SourceFaultKind::NameNotUtf8 => name_not_utf8(path),
        SourceFaultKind::UnknownKind => unknown_kind(path),
        SourceFaultKind::LinkOutside { target } => link_outside(path, target),
        SourceFaultKind::Special(kind) => special(path, *kind),
        SourceFaultKind::FolderAsFile => folder_as_file(path),
        SourceFaultKind::FileAsFolder => file_as_folder(path),
        SourceFaultKind::Misnamed { right } => misnamed(path, right),
        SourceFaultKind::SameToTheEye => same_to_the_eye(path),
        SourceFaultKind::PictureAsText(extension) => picture_as_text(path, extension),
    }
}

fn no_content(root: &str) -> Diagnostic {
    Diagnostic::new(
        &E001,
        root,
        "Il n’y a pas de dossier « content » ici.",
        "Placez-vous dans le dossier du site, ou créez-en un : eliane creer MON-SITE",
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

fn mojibake(path: &str, line: usize, word: &str, meant: Option<&str>) -> Diagnostic {
    let good = meant.map_or_else(String::new, |meant| format!(", au lieu de {}", quoted(meant)));
    Diagnostic::new(
        &E109,
        (path, line),
        format!("Ce texte a été lu avec le mauvais encodage, puis enregistré : {}{good}.", quoted(word)),
        "Retrouvez le texte d’origine et enregistrez-le en UTF-8, ou retapez les accents.",
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
        match ancestor.trim_matches(['/', '.']) {
            "" => "Ce raccourci ramène au dossier du site, qui le contient.".to_owned(),
            _ => format!("Ce raccourci ramène à {}, qui le contient.", quoted(ancestor)),
        },
        "Supprimez ce lien symbolique.",
    )
}

fn link_outside(path: &str, target: &str) -> Diagnostic {
    Diagnostic::new(
        &E012,
        path,
        format!("Ce lien sort du dossier du site : il mène à {}.", quoted(target)),
        "Supprimez le lien, et copiez à sa place le fichier ou le dossier voulu.",
    )
}

fn special(path: &str, kind: Special) -> Diagnostic {
    let what = match kind {
        Special::Pipe => "un tube (fifo)",
        Special::Socket => "une prise (socket)",
        Special::Device => "un appareil",
    };
    Diagnostic::new(
        &E013,
        path,
        format!("Ceci n’est ni un fichier ni un dossier : le système y garde {what}."),
        "Supprimez-le, et remettez le vrai fichier à sa place.",
    )
}

fn folder_as_file(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E014,
        path,
        "Ceci est un dossier, et son nom est celui d’un fichier : personne ne lirait ce qu’il contient.",
        "Sortez le fichier de ce dossier, puis supprimez le dossier ; ou renommez le dossier.",
    )
}

fn file_as_folder(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E014,
        path,
        format!("{} doit être un dossier, et c’est un fichier.", quoted(path)),
        "Renommez ce fichier ou supprimez-le, puis créez le dossier.",
    )
}

pub(crate) fn misnamed(path: &str, right: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ends = name.trim_end_matches(['.', ' ', '\u{a0}']).len() < name.len();
    let longer = name.to_lowercase().starts_with(&format!("{}.", right.to_lowercase()));
    let why = match () {
        () if ends => "se termine par une espace ou par un point, que l’on ne voit pas",
        () if longer => "a une seconde extension, que Windows cache souvent",
        () if name.eq_ignore_ascii_case(right) => "a des majuscules, et ce fichier s’écrit en minuscules",
        () => "n’a pas l’extension qu’Éliane lit",
    };
    Diagnostic::new(
        &E015,
        path,
        format!("Personne ne lit ce fichier : son nom, {}, {why}.", quoted(name)),
        format!("Renommez-le : {right}"),
    )
}

fn same_to_the_eye(path: &str) -> Diagnostic {
    Diagnostic::new(
        &E016,
        path,
        format!(
            "Deux fichiers se nomment {} : seule la façon d’écrire les accents les distingue.",
            quoted(path)
        ),
        "Supprimez celui qui est en trop, ou renommez-le sans accent.",
    )
}

fn picture_as_text(path: &str, extension: &str) -> Diagnostic {
    let stem = path.rsplit('/').next().unwrap_or(path).split('.').next().unwrap_or_default();
    Diagnostic::new(
        &E015,
        path,
        "Ce fichier a le nom d’un texte, et contient une image.",
        format!("Renommez-le : {stem}.{extension}"),
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
            "Déplacez-le ; « eliane expliquer E010 » donne la place de chaque sorte de contenu.",
        ),
    )
}

pub(crate) fn no_settings() -> Diagnostic {
    Diagnostic::new(
        &E011,
        "content/site.yaml",
        "Le fichier content/site.yaml manque : il donne le titre du site et ses territoires.",
        "Créez-le, ou commencez par : eliane creer MON-SITE",
    )
}

fn unknown_kind(path: &str) -> Diagnostic {
    if let Some(kind) = foreign::kind_of(path) {
        return foreign::other_kind(path, kind);
    }
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
