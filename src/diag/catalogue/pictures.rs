//! Pictures and drawings: what their bytes are, and what readers would see of them.

use super::guides::E072;
use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::media::picture::{PictureFault, PictureKind, Stranger};
use crate::media::svg::{self, Unsafe, Unseen};
use crate::source::Span;

codes! {
    /// Le nom du fichier est celui d’une image, et ses octets n’en sont pas une : un texte, une page web enregistrée à
    /// la place de l’image, un pointeur de Git LFS dont l’image est restée ailleurs. Les lecteurs verraient un cadre
    /// vide. Remettez la vraie image à la place.
    E073: "fichier qui n’est pas une image";
    /// Un dessin SVG est du XML : une balise jamais fermée, un « & » seul, une déclaration qui manque, et le navigateur
    /// ne montre qu’un cadre vide. Le message dit la ligne du dessin. Ouvrez-le dans Inkscape et enregistrez-le en
    /// « SVG simple » : cela répare presque tout. À la main :
    ///
    ///   <svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">
    ///   &amp; au lieu de &, &lt; au lieu de <, et chaque balise ouverte est fermée.
    E074: "dessin que les navigateurs ne montrent pas";
    /// Les navigateurs ne montrent pas partout les photos HEIC des iPhone, TIFF, BMP, PSD, PDF… et le GIF bouge ou perd
    /// ses couleurs. Éliane prend : png, jpg, webp, svg, avif. Ouvrez l’image et enregistrez-la en JPEG (photo) ou en
    /// PNG (copie d’écran). Renommer le fichier ne suffit pas : ce sont ses octets qui comptent.
    E075: "sorte d’image que les pages ne montrent pas";
    /// L’image ne se lit pas jusqu’à sa fin : une copie ou un téléchargement s’est arrêté avant. Les lecteurs verraient
    /// un morceau, ou rien. Copiez-la de nouveau.
    E076: "image coupée ou abîmée";
    /// Cette image a plus de 65 millions de points. Un ordinateur de bibliothèque pourrait s’arrêter en l’ouvrant, et
    /// aucune page ne montre tant de détails : 1 600 points de large suffisent.
    E077: "image trop grande";
    /// Le nom du fichier annonce une sorte d’image, et ses octets en sont une autre. Un navigateur se fie au nom d’un
    /// dessin SVG : il ne montrerait rien. Renommez le fichier comme le message le dit, dans le texte aussi.
    E079: "extension qui cache ce qu’est l’image";
    /// Une photo JPEG se nomme parfois « .png », ou l’inverse. Les pages et le papier la montrent bien, car Éliane se
    /// fie aux octets. D’autres programmes se fient au nom : renommez le fichier, dans le texte aussi.
    A064: "extension d’une autre sorte d’image";
    /// Cette image est animée. Le papier n’en montre que le début, et un mouvement que l’on ne peut pas arrêter gêne la
    /// lecture. Pour montrer un mouvement, faites un film : il a un bouton, des sous-titres et un texte.
    A065: "image qui bouge";
    /// Le dessin emporte sa propre police. Les pages la montrent ; le papier écrit ces mots avec la sienne, et ils
    /// peuvent dépasser. Convertissez le texte en tracés (Inkscape : Chemin, puis Objet en chemin), et dites ces mots
    /// dans la description.
    A066: "police dans un dessin";
    /// Windows ne sait pas écrire un fichier dont le nom contient < > : " | ? * \, finit par un point ou une espace, ou
    /// est un nom réservé (con, prn, aux, nul, com1…). Le dossier « content » ne pourrait pas y être copié. Renommez le
    /// fichier, dans le texte aussi.
    A069: "nom que Windows refuse";
}

const SHOWN: &str = "l’image est montrée ici";

fn about(
    code: &'static super::super::Code,
    path: &str,
    message: String,
    repair: String,
    span: Span,
) -> Diagnostic {
    Diagnostic::new(code, path, message, repair).other(span, SHOWN)
}

fn name(path: &str) -> String {
    quoted(path.rsplit('/').next().unwrap_or(path))
}

/// The words for a picture that cannot be shown.
pub(crate) fn of_picture(path: &str, fault: &PictureFault, span: Span) -> Diagnostic {
    match fault {
        PictureFault::Stranger(kind) => stranger(path, *kind, span),
        PictureFault::Unknown => about(
            &E073,
            path,
            format!("{} n’est pas une image : ses octets ne sont ceux d’aucune sorte connue.", name(path)),
            "Remettez la vraie image : un PNG, un JPEG, un WebP ou un SVG.".to_owned(),
            span,
        ),
        PictureFault::Truncated => about(
            &E076,
            path,
            format!("L’image {} est coupée : sa fin manque.", name(path)),
            "Copiez-la de nouveau depuis l’endroit d’où elle vient.".to_owned(),
            span,
        ),
        PictureFault::Damaged => about(
            &E076,
            path,
            format!("L’image {} est abîmée : elle ne se lit pas jusqu’au bout.", name(path)),
            "Copiez-la de nouveau, ou ouvrez-la et enregistrez-la en PNG ou en JPEG.".to_owned(),
            span,
        ),
        PictureFault::Unshown => about(
            &E075,
            path,
            format!("{} est un JPEG d’une sorte rare, que les navigateurs ne montrent pas.", name(path)),
            "Ouvrez-le et enregistrez-le en JPEG ordinaire (8 bits, sans codage arithmétique).".to_owned(),
            span,
        ),
        PictureFault::TooLarge { width, height } => about(
            &E077,
            path,
            format!("L’image {} est trop grande : {width} × {height} points.", name(path)),
            "Réduisez-la à 1 600 points de large avant de la placer.".to_owned(),
            span,
        ),
    }
}

/// A file of a kind that is read by nobody.
pub(crate) fn no_picture(path: &str, span: Span) -> Diagnostic {
    about(
        &E073,
        path,
        format!("{} n’est pas une image qu’une page montre.", name(path)),
        "Enregistrez l’image en PNG, en JPEG ou en SVG, et corrigez son nom dans le texte.".to_owned(),
        span,
    )
}

fn stranger(path: &str, kind: Stranger, span: Span) -> Diagnostic {
    let none = |what: &str, repair: &str| {
        about(
            &E073,
            path,
            format!("{} n’est pas une image : c’est {what}.", name(path)),
            repair.to_owned(),
            span,
        )
    };
    let other = |what: &str, repair: &str| {
        let message = format!("{} est {what}, que les pages ne montrent pas partout.", name(path));
        about(&E075, path, message, repair.to_owned(), span)
    };
    let save = "Ouvrez l’image et enregistrez-la en PNG ou en JPEG, puis corrigez son nom dans le texte.";
    match kind {
        Stranger::Lfs => none(
            "un pointeur de Git LFS, et l’image elle-même est restée sur le serveur",
            "Dans le dossier du site, lancez : git lfs pull",
        ),
        Stranger::Html => none(
            "une page web",
            "Ouvrez la page, enregistrez l’image elle-même (clic droit, « Enregistrer l’image sous »), et placez-la ici.",
        ),
        Stranger::Text => none("un texte", "Remettez la vraie image à la place."),
        Stranger::Zip => none(
            "une archive, ou un document de bureautique",
            "Sortez l’image de ce fichier, et enregistrez-la en PNG ou en JPEG.",
        ),
        Stranger::Film => none(
            "un film",
            "Renommez-le .webm ou .mp4, ou mettez une image à la place : « eliane expliquer E190 » dit quels films se lisent.",
        ),
        Stranger::Heic => other(
            "une photo HEIC, celle des iPhone",
            "Photo d’iPhone : enregistrez-la en JPEG. Sur l’iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».",
        ),
        Stranger::Gzip => other(
            "un dessin compressé (SVGZ)",
            "Ouvrez-le dans Inkscape et enregistrez-le en « SVG simple », sans compression.",
        ),
        Stranger::Pdf => {
            other("un PDF", "Enregistrez la page voulue en PNG, ou faites-en une copie d’écran.")
        }
        Stranger::PostScript => other(
            "un dessin PostScript (EPS)",
            "Ouvrez-le dans Inkscape et enregistrez-le en « SVG simple ».",
        ),
        Stranger::Metafile => other(
            "un dessin de Windows (WMF, EMF)",
            "Ouvrez-le et enregistrez-le en PNG ou en « SVG simple ».",
        ),
        Stranger::Gif => other(
            "un GIF",
            "Ouvrez-le et enregistrez-le en PNG. S’il bouge, faites-en un film (.webm ou .mp4).",
        ),
        Stranger::Tiff => other("une image TIFF", save),
        Stranger::Bmp => other("une image BMP", save),
        Stranger::Psd => other("un document de Photoshop (PSD)", save),
        Stranger::Xcf => other("un document de GIMP (XCF)", save),
        Stranger::JpegXl => other("une image JPEG XL", save),
        Stranger::Jpeg2000 => other("une image JPEG 2000", save),
        Stranger::Ico => other("une icône (ICO)", save),
    }
}

/// The name says another kind, and browsers would follow it.
pub(crate) fn misleading(path: &str, kind: PictureKind, right: &str, span: Span) -> Diagnostic {
    about(
        &E079,
        path,
        format!(
            "{} est en vérité un {} : les navigateurs ne le montreraient pas tous.",
            name(path),
            kind.name()
        ),
        format!("Renommez-le {right}, et corrigez son nom dans le texte."),
        span,
    )
}

pub(crate) fn other_extension(path: &str, kind: PictureKind, right: &str, span: Span) -> Diagnostic {
    about(
        &A064,
        path,
        format!("{} est un {}.", name(path), kind.name()),
        format!("Renommez-le {right}, et corrigez son nom dans le texte."),
        span,
    )
}

/// The words for a fault of a drawing.
pub(crate) fn of_drawing(path: &str, told: &svg::PlacedFault, span: Span) -> Diagnostic {
    match &told.fault {
        svg::DrawingFault::Unsafe(what) => {
            let message = format!("Ce dessin contient {}, qu’Éliane refuse.", unsafe_words(what));
            Diagnostic::new(&E072, (path, told.line), message, unsafe_repair(what)).other(span, SHOWN)
        }
        svg::DrawingFault::Unseen(what) => {
            let (why, repair) = unseen_words(what);
            let message = format!("Les navigateurs ne montrent pas ce dessin : {why}.");
            Diagnostic::new(&E074, (path, told.line), message, repair).other(span, SHOWN)
        }
    }
}

fn unsafe_words(what: &Unsafe) -> String {
    match what {
        Unsafe::Script => "un programme (script)".into(),
        Unsafe::Page(name) => format!("une page dans le dessin ({name})"),
        Unsafe::Handler(name) => format!("un programme dans un attribut ({name})"),
        Unsafe::Program => "un programme dans un lien".into(),
        Unsafe::Outside(address) => format!("un lien vers un autre fichier ({})", quoted(&short(address))),
        Unsafe::Import => "une feuille de style externe (@import)".into(),
        Unsafe::Entities => "une entité ou une autre déclaration (DOCTYPE)".into(),
        Unsafe::Instruction(name) => format!("une instruction ({})", quoted(&format!("<?{name} ?>"))),
        Unsafe::Animation(name) => format!("une animation ({name})"),
        Unsafe::Element(name) => {
            format!("un élément qu’un dessin n’a pas ({})", quoted(&format!("<{name}>")))
        }
        Unsafe::Attribute(name) => format!("un attribut qu’un dessin n’a pas ({})", quoted(name)),
        Unsafe::Rule(name) => format!("une règle de style qu’un dessin n’a pas ({})", quoted(name)),
        Unsafe::Embedded => "des octets qui ne sont pas une image entière (data:)".into(),
        Unsafe::EmbeddedCmyk => "une photo en quatre encres (CMJN), faite pour l’imprimerie".into(),
        Unsafe::Bomb => "des parties répétées sans fin, ou presque".into(),
        Unsafe::Deep => "des parties trop emboîtées".into(),
    }
}

fn unsafe_repair(what: &Unsafe) -> String {
    match what {
        Unsafe::Page(name) if name == "foreignObject" => {
            "Dans draw.io, décochez « Texte mis en forme » ; dans un autre logiciel, enregistrez en « SVG simple »."
        }
        Unsafe::Attribute(_) | Unsafe::Element(_) | Unsafe::Rule(_) => {
            "Supprimez-le, ou enregistrez le dessin en « SVG simple » (Inkscape)."
        }
        Unsafe::Entities => {
            "Enregistrez-le en « SVG simple » ; dans Illustrator, sans « Conserver les fonctions d’édition d’Illustrator »."
        }
        Unsafe::EmbeddedCmyk => "Enregistrez cette photo en RVB, puis placez-la de nouveau dans le dessin.",
        Unsafe::Embedded => "Placez de nouveau la photo dans le dessin, en PNG ou en JPEG, puis enregistrez-le.",
        _ => "Enregistrez-le en « SVG simple », sans programme ni image liée.",
    }
    .to_owned()
}

fn unseen_words(what: &Unseen) -> (String, String) {
    let plain = "Ouvrez-le dans Inkscape et enregistrez-le en « SVG simple », ou corrigez cette ligne.";
    let (why, repair): (String, &str) = match what {
        Unseen::Utf16 => ("il est en UTF-16".into(), "Enregistrez-le en UTF-8."),
        Unseen::NotUtf8 => ("cette ligne n’est pas en UTF-8".into(), "Enregistrez-le en UTF-8."),
        Unseen::Encoding(name) => (
            format!("il annonce l’encodage {}, et il est en UTF-8", quoted(name)),
            "Écrivez à la première ligne : <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        ),
        Unseen::NoNamespace => (
            "il ne dit pas qu’il est un SVG (xmlns)".into(),
            "Ajoutez à la balise svg : xmlns=\"http://www.w3.org/2000/svg\"",
        ),
        Unseen::OtherNamespace(written) => (
            format!("sa déclaration xmlns est une autre que celle de SVG ({})", quoted(&short(written))),
            "Écrivez, dans la balise svg : xmlns=\"http://www.w3.org/2000/svg\"",
        ),
        Unseen::BeforeDeclaration => (
            "une ligne vide ou du texte précède son début".into(),
            "Retirez tout ce qui est avant « <?xml » ou « <svg ».",
        ),
        Unseen::AfterTheEnd => (
            "quelque chose suit sa fin (« </svg> »)".into(),
            "Gardez un seul dessin par fichier, et rien après « </svg> ».",
        ),
        Unseen::Conflict => (
            "une copie de deux versions y est restée (<<<<<<<, =======, >>>>>>>)".into(),
            "Gardez une des deux versions, et retirez ces trois lignes.",
        ),
        Unseen::NotADrawing(name) => (
            format!("il commence par {}, et non par « <svg> »", quoted(&format!("<{name}>"))),
            "Remettez le vrai dessin à la place.",
        ),
        Unseen::Empty => ("il est vide".into(), "Remettez le vrai dessin à la place."),
        Unseen::Closed(open, found) => {
            return (
                format!(
                    "la balise {} n’est pas fermée avant {}",
                    quoted(&format!("<{open}>")),
                    quoted(&format!("</{found}>"))
                ),
                format!(
                    "Fermez-la : </{open}>, ou « /> » à la fin de la balise. Ou enregistrez le dessin en « SVG simple »."
                ),
            );
        }
        Unseen::Unclosed => ("sa fin manque, ou une balise n’est jamais fermée".into(), plain),
        Unseen::Ampersand => ("le signe « & » y est seul".into(), "Écrivez &amp; au lieu de &."),
        Unseen::Entity(name) => (
            format!("{} n’a de sens que dans une page web", quoted(&format!("&{name};"))),
            "Écrivez le signe lui-même, par exemple é au lieu de &eacute;.",
        ),
        Unseen::Twice(name) => {
            (format!("l’attribut {} y est deux fois", quoted(name)), "Gardez l’un des deux.")
        }
        Unseen::Prefix(prefix) if prefix == "xlink" => (
            "le préfixe « xlink » n’est pas déclaré".into(),
            "Ajoutez à la balise svg : xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
        ),
        Unseen::Prefix(prefix) => (
            format!("le préfixe {} n’est pas déclaré", quoted(prefix)),
            "Supprimez cet attribut ou cette balise, ou enregistrez le dessin en « SVG simple ».",
        ),
        Unseen::Less => ("un attribut contient le signe « < »".into(), "Écrivez &lt; au lieu de <."),
        Unseen::Quotes => (
            "un attribut n’a pas de valeur entre guillemets droits".into(),
            "Écrivez par exemple : width=\"640\"",
        ),
        Unseen::Sign(sign) => (
            format!("il contient le signe {}", quoted(&sign.escape_default().to_string())),
            "Supprimez ce signe.",
        ),
        Unseen::Comment => {
            ("un commentaire contient « -- »".into(), "Supprimez ces deux traits, ou le commentaire.")
        }
        Unseen::Other(words) => (format!("ce n’est pas du XML (en anglais : {words})"), plain),
    };
    (why, repair.to_owned())
}

fn short(address: &str) -> String {
    address.chars().take(60).collect()
}

pub(crate) fn moves(path: &str, span: Span) -> Diagnostic {
    about(
        &A065,
        path,
        format!("L’image {} bouge : le papier n’en montre que le début.", name(path)),
        "Enregistrez une image fixe, ou faites un film.".to_owned(),
        span,
    )
}

pub(crate) fn typeface(path: &str, line: usize, span: Span) -> Diagnostic {
    Diagnostic::new(
        &A066,
        (path, line),
        "Il y a une police dans le dessin : le papier écrira ces mots avec la sienne.",
        "Convertissez le texte en tracés, ou retirez la police (@font-face).",
    )
    .other(span, SHOWN)
}

/// `part` is the folder or the file of `path` that has the name.
pub(crate) fn windows_refuses(path: &str, part: &str) -> Diagnostic {
    Diagnostic::new(
        &A069,
        path,
        format!("Windows refuse le nom {} : ce dossier ne pourrait pas y être copié.", quoted(part)),
        "Renommez-le, de préférence avec des lettres, des chiffres et des traits d’union.",
    )
}
