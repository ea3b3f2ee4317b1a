//! Films: files that browsers do not play, or too heavy to be carried.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::media::film::{Container, FilmFault, FilmFaultKind, FilmFile, Repair};
use crate::source::extension;
use crate::text::slug;

codes! {
    /// Un film doit se lire partout, sans réseau et sans rien installer. Éliane accepte deux sortes de fichiers : WebM
    /// (image VP9 ou AV1, son Opus) et MP4 (image H.264, son AAC). Le son est facultatif. Éliane lit la sorte dans le
    /// fichier, pas dans son nom. La réparation donne une commande à copier ; il faut le programme libre « ffmpeg »
    /// (Debian : apt install ffmpeg). Lancez-la dans le dossier du site, puis écrivez le nouveau nom dans le guide et
    /// supprimez l’ancien film.
    E190: "film que les navigateurs ne lisent pas";
    /// Le fichier s’arrête avant sa fin, ou n’est pas un film. C’est souvent une copie interrompue, ou une clé USB
    /// retirée trop tôt. Copiez le film de nouveau depuis l’appareil qui l’a fait.
    E191: "film abîmé";
    /// Le site doit tenir sur une clé USB et se mettre à jour par un réseau lent : un film lourd empêche les deux. Un
    /// film d’écran de trois minutes, bien enregistré, pèse moins de 5 mégaoctets. La limite est de 25 mégaoctets par
    /// film. Pour la changer, écrivez dans site.yaml :
    ///
    ///   film_max_mo: 40
    E192: "film trop lourd";
    /// La fin du nom annonce une sorte de fichier, et le fichier en est une autre : une photo JPEG nommée .png, un film
    /// WebM nommé .mp4. Les serveurs et certains appareils croient le nom. Renommez le fichier, et corrigez son nom
    /// dans le guide.
    E193: "le nom du fichier ne dit pas ce qu’il est";
    /// Le film pèse plus du cinquième de la limite du site : 5 mégaoctets au départ. Sur un réseau lent, il se fera
    /// attendre, et la clé USB se remplira vite. Un film plus court se suit mieux aussi.
    A050: "film lourd";
    /// Dans ce MP4, la table qui dit où sont les images est à la fin du fichier : le navigateur doit tout recevoir
    /// avant de montrer quelque chose. La commande donnée la met au début, sans perte et en une seconde.
    A051: "film qui se fait attendre";
}

/// The words for what is wrong with a film's file.
pub(crate) fn of_film(path: &str, fault: &FilmFault) -> Diagnostic {
    let (code, message) = match &fault.kind {
        FilmFaultKind::NotAFilm => (&E191, "Ce fichier n’est pas un film.".to_owned()),
        FilmFaultKind::Truncated => (&E191, "Ce film est coupé : sa fin manque.".to_owned()),
        FilmFaultKind::Damaged => (&E191, "Ce film est abîmé : on ne peut pas le lire.".to_owned()),
        FilmFaultKind::Container(name) => {
            (&E190, format!("Les navigateurs ne lisent pas ce film : c’est un fichier {name}."))
        }
        FilmFaultKind::Video(name) => {
            (&E190, format!("Tous les navigateurs ne lisent pas ce film : l’image est en {name}."))
        }
        FilmFaultKind::Audio(name) => {
            (&E190, format!("Tous les navigateurs ne lisent pas ce film : le son est en {name}."))
        }
        FilmFaultKind::Colours => (
            &E190,
            "Tous les navigateurs ne lisent pas ce film : ses couleurs sont en 4:2:2, en 4:4:4 ou sur 10 bits."
                .to_owned(),
        ),
        FilmFaultKind::NoVideo => (&E190, "Ce film n’a pas d’image : c’est un son seul.".to_owned()),
        FilmFaultKind::NoDuration => {
            (&E190, "Ce film ne dit pas combien de temps il dure : on ne peut pas s’y déplacer.".to_owned())
        }
    };
    let repair = match (&fault.kind, fault.repair) {
        (FilmFaultKind::NoVideo, _) => "Éliane ne publie pas de son seul : écrivez ce qu’il dit.".to_owned(),
        (FilmFaultKind::NotAFilm, _) => "Supprimez-le, ou enregistrez le film de nouveau.".to_owned(),
        (_, Repair::None) => "Copiez-le de nouveau depuis l’appareil qui l’a fait.".to_owned(),
        (_, Repair::Copy(container)) => copy(path, container),
        (_, Repair::Encode) => encode(path, "-crf 34 -b:v 0 -pix_fmt yuv420p", "-c:a libopus"),
    };
    Diagnostic::new(code, path, message, repair)
}

/// A film or a picture whose name ends as another kind does; `right` is how it should end.
pub(crate) fn misnamed(path: &str, right: &str) -> Diagnostic {
    let kind = match right {
        "webm" => "un film WebM",
        "mp4" => "un film MP4",
        "jpg" => "une image JPEG",
        "png" => "une image PNG",
        "webp" => "une image WebP",
        "avif" => "une image AVIF",
        _ => "autre chose",
    };
    Diagnostic::new(
        &E193,
        path,
        format!("Ce fichier finit par « .{} », et c’est {kind}.", extension(path)),
        format!("Renommez-le : {}", quoted(&format!("{}.{right}", stem(name(path))))),
    )
}

pub(crate) fn too_heavy(path: &str, film: &FilmFile, bytes: u64, limit: u64) -> Diagnostic {
    Diagnostic::new(
        &E192,
        path,
        format!("Ce film pèse {}, pour {limit}\u{a0}Mo au plus.", megabytes(bytes)),
        lighter(path, film),
    )
}

pub(crate) fn heavy(path: &str, film: &FilmFile, bytes: u64) -> Diagnostic {
    Diagnostic::new(
        &A050,
        path,
        format!(
            "Ce film est lourd : {} pour une durée de {}\u{a0}s.",
            megabytes(bytes),
            film.duration_ms.div_ceil(1000)
        ),
        lighter(path, film),
    )
}

pub(crate) fn table_last(path: &str) -> Diagnostic {
    Diagnostic::new(
        &A051,
        path,
        "Ce film ne peut pas commencer avant d’être arrivé en entier.",
        copy(path, Container::Mp4),
    )
}

/// With a decimal, as French writes it.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}\u{a0}Mo", tenths / 10, tenths % 10)
}

/// No page shows a film wider than 1280 pixels; and a little coarser.
fn lighter(path: &str, film: &FilmFile) -> String {
    let scale = if film.width > 1280 { " -vf scale=1280:-2" } else { "" };
    encode(path, &format!("-crf 40 -b:v 0 -pix_fmt yuv420p{scale}"), "-c:a libopus -b:a 64k")
}

fn encode(path: &str, picture: &str, sound: &str) -> String {
    let out = beside(path, "webm");
    format!("Lancez : ffmpeg -i {} -c:v libvpx-vp9 {picture} {sound} {}", shell(path), shell(&out))
}

fn copy(path: &str, container: Container) -> String {
    let out = beside(path, container.extension());
    let first = if container == Container::Mp4 { " -movflags +faststart" } else { "" };
    format!("Lancez : ffmpeg -i {} -c copy{first} {}", shell(path), shell(&out))
}

/// Another name in the same folder: a program cannot write over what it reads.
fn beside(path: &str, extension: &str) -> String {
    let folder = &path[..path.len() - name(path).len()];
    let stem = slug(stem(name(path)));
    let out = format!("{folder}{stem}.{extension}");
    if out == path { format!("{folder}{stem}-2.{extension}") } else { out }
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A path as a terminal takes it: in quotes when it holds more than letters, double ones where Windows takes them too.
fn shell(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "._-/".contains(c);
    if path.chars().all(plain) {
        path.to_owned()
    } else if path.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", path.replace('\'', "'\\''"))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_can_be_copied_whatever_the_name() {
        assert_eq!(
            copy("content/guides/a/Été à l’île.mov", Container::Mp4),
            "Lancez : ffmpeg -i \"content/guides/a/Été à l’île.mov\" -c copy -movflags +faststart content/guides/a/ete-a-l-ile.mp4"
        );
        assert_eq!(shell("a/c'est $1.avi"), "'a/c'\\''est $1.avi'");
        // Never over the film that is read.
        assert_eq!(beside("a/film.webm", "webm"), "a/film-2.webm");
    }
}
