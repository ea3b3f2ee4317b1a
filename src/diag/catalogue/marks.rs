//! Marks of Markdown that are not read as their author meant them.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Un titre, une liste, un encadré commencent par une marque, puis une espace ordinaire : « ## », « - », « 1. »,
    /// « > ». Une espace insécable (Alt+Espace sur un Mac, ou copiée d’un traitement de texte) ressemble à une espace,
    /// et n’en est pas une. Une puce « • » ou un tiret long ne font pas de liste non plus. Éliane lit la ligne comme
    /// vous l’avez voulue ; récrivez-la, pour que les autres programmes la lisent aussi.
    ///
    ///   ## Touchez le bouton
    ///   - Le bouton est gris.
    ///   1. Ouvrez le message.
    A011: "marque mal écrite au début d’une ligne";
    /// Entre deux étoiles, Markdown lit de l’italique : un code à composer y perdrait ses étoiles, et le lecteur
    /// composerait un autre numéro. Mettez une barre oblique inversée devant chaque étoile :
    ///
    ///   Composez le \*21\* puis le numéro.
    A012: "étoiles perdues";
    /// Une image est seule sur sa ligne, et ses signes se suivent sans espace : un point d’exclamation, la description
    /// entre crochets, puis, entre parenthèses, le nom du fichier et la légende entre guillemets droits. Un nom qui
    /// contient des espaces se met entre < et >, ou se change.
    ///
    ///   ![Une main appuie sur le bouton](bouton.png "Le bouton est jaune")
    ///   ![Une fenêtre](<Capture d’écran 3.png> "Le bouton")
    A013: "image mal écrite";
    /// Un lien a ses mots entre crochets, puis, tout de suite, son but entre parenthèses :
    ///
    ///   [Touchez le bouton](#toucher)
    ///   [votre mairie](service:mairie)
    ///
    /// Avec une espace entre les deux, ou les deux inversés, le lecteur verrait les signes, et rien à toucher.
    A014: "lien mal écrit";
    /// Ces signes ont un sens dans d’autres programmes (barré, surligné, note, case, tableau, code d’une lettre).
    /// Éliane ne les lit pas : le lecteur les verrait tels quels, et une voix les dirait. Dans un guide, il y a des
    /// paragraphes, des listes, du **gras**, des liens, des images et des encadrés (>). Pour montrer un de ces signes
    /// lui-même, mettez une barre oblique inversée devant lui : \`.
    A015: "signes restés dans le texte";
    /// Une ligne de traits (--- ou ===) juste sous un texte en fait un titre, donc une étape. Écrivez le titre avec
    /// « ## », et n’utilisez pas de trait de séparation : un guide n’en a pas besoin.
    A016: "titre souligné par des traits";
    /// Une ligne qui commence par des mots entre crochets et un deux-points, [mots]: but, donne un but à des liens
    /// écrits [mots] ailleurs dans le texte. Aucun lien ne s’en sert : la ligne ne se verrait nulle part. Si c’est du
    /// texte, retirez les crochets.
    A017: "ligne qui disparaît";
    /// Éliane numérote elle-même les étapes : écrivez « ## Touchez le bouton », sans « 2. » ni « Étape 2 ».
    ///
    /// Les deux parties d’une étape ont chacune un titre de niveau 3, seul sur sa ligne :
    ///
    ///   ### Ce que vous voyez
    ///   ### Si ça ne marche pas
    ///
    /// En gras, avec un autre nombre de #, ou suivi d’un signe (« : », « ? »), ce n’est pas un titre de partie. Éliane
    /// le lit comme vous l’avez voulu ; récrivez-le.
    A018: "titre d’étape ou de partie mal écrit";
}

/// What a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineStart {
    Heading,
    List,
}

/// What is wrong with the mark at the beginning of a line; with the mark as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MarkSlip {
    /// A hard space follows it.
    Hard(LineStart, String),
    /// No space follows it.
    Missing(LineStart, String),
    /// A hard space stands before it.
    Before(LineStart, String),
    /// It is another sign.
    Sign(LineStart, String),
}

pub(crate) fn block(span: Span, slip: &MarkSlip, good: &str) -> Diagnostic {
    let what = |block: &LineStart| match block {
        LineStart::Heading => "ce titre ne se lit pas",
        LineStart::List => "cette ligne n’est pas une liste",
    };
    let message = match slip {
        MarkSlip::Hard(block, mark) => {
            format!("Après {}, l’espace est insécable : {}.", quoted(mark), what(block))
        }
        MarkSlip::Missing(block, mark) => {
            format!("Après {}, il manque une espace : {}.", quoted(mark), what(block))
        }
        MarkSlip::Before(block, mark) => {
            format!("Avant {}, il y a une espace insécable : {}.", quoted(mark), what(block))
        }
        MarkSlip::Sign(block, mark) => format!("{} ne fait pas de liste : {}.", quoted(mark), what(block)),
    };
    Diagnostic::new(&A011, span, message, format!("Écrivez, avec une espace ordinaire : {good}"))
}

/// What is wrong with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// A bar stands before its mark.
    Escaped,
    /// In a list, a notice, bold words.
    Framed,
    /// One `#`, glued to its words.
    One,
    /// The name of the étape is between other signs.
    Name,
    /// Its number is written, which Éliane writes.
    Number,
}

pub(crate) fn title(span: Span, slip: Title, written: &str, good: &str) -> Diagnostic {
    let (code, message) = match slip {
        Title::Escaped => {
            (&A011, "Une barre oblique inversée précède le # : ce titre ne se lit pas.".to_owned())
        }
        Title::Framed => (
            &A011,
            format!("Devant ce titre, {} est de trop : un titre est seul sur sa ligne.", quoted(written)),
        ),
        Title::One => {
            (&A011, "Une étape commence par « ## » et une espace : ce titre ne se lit pas.".to_owned())
        }
        Title::Name => (
            &A015,
            format!("{} apparaîtrait dans le titre : le nom d’une étape s’écrit {{#nom}}.", quoted(written)),
        ),
        Title::Number => (
            &A018,
            format!("{} serait dit deux fois : Éliane numérote elle-même les étapes.", quoted(written)),
        ),
    };
    Diagnostic::new(code, span, message, format!("Écrivez : {good}"))
}

/// A line that four spaces or a tab make a block of code.
pub(crate) fn indented(span: Span, good: &str) -> Diagnostic {
    Diagnostic::new(
        &A011,
        span,
        "Quatre espaces, ou une tabulation, précèdent cette ligne : elle ne se lit pas.",
        format!("Écrivez, au bord de la ligne : {good}"),
    )
}

/// What is wrong with a line that was meant for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureSlip {
    NoMark,
    Escaped,
    Reversed,
    Spaced,
    Open,
    /// Spaces in the name of the file.
    Name,
    Quotes,
    /// With its size beside its name.
    Size,
    /// Brackets that miss, or are too many.
    Broken,
    /// In a list, a notice, a link, bold words.
    Wrapped,
}

pub(crate) fn picture(span: Span, why_not: PictureSlip, good: &str) -> Diagnostic {
    let why = match why_not {
        PictureSlip::NoMark => "il manque le point d’exclamation",
        PictureSlip::Escaped => "une barre oblique inversée la précède",
        PictureSlip::Reversed => "ses crochets et ses parenthèses ne sont pas à leur place",
        PictureSlip::Spaced => "ses signes doivent se suivre sans espace",
        PictureSlip::Open => "il manque la parenthèse de la fin",
        PictureSlip::Name => "le nom du fichier contient des espaces",
        PictureSlip::Size => "Éliane choisit elle-même la taille des images",
        PictureSlip::Broken => "ses crochets, ses parenthèses ou ses guillemets ne sont pas à leur place",
        PictureSlip::Wrapped => "elle est dans une liste, un titre, un encadré, un lien ou des mots en gras",
        PictureSlip::Quotes => "la légende se met entre guillemets droits, après une espace",
    };
    let alone = if matches!(why_not, PictureSlip::Wrapped) { ", seule sur sa ligne" } else { "" };
    let or = if good.contains("](<") { " (ou donnez au fichier un nom sans espace)" } else { "" };
    Diagnostic::new(
        &A013,
        span,
        format!("Cette ligne ressemble à une image, et n’en est pas une : {why}."),
        format!("Écrivez{alone} : {good}{or}"),
    )
}

pub(crate) fn link(span: Span, written: &str, good: &str) -> Diagnostic {
    Diagnostic::new(
        &A014,
        span,
        format!("{} ressemble à un lien, et n’en est pas un.", quoted(written)),
        format!("Écrivez : {good}"),
    )
}

/// `]`, a parenthesis, and nothing that can be guessed.
pub(crate) fn broken_link(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        &A014,
        span,
        format!("{} ressemble à un lien, et n’en est pas un.", quoted(written)),
        "Un lien s’écrit [mots](guide:nom), [mots](service:nom) ou [mots](#etape), sans espace dans le but.",
    )
}

/// `target` stands in the text as a word.
pub(crate) fn bare_target(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(
        &A014,
        span,
        format!("{} n’est pas un lien : le lecteur verrait ces signes.", quoted(target)),
        format!("Écrivez les mots du lien entre crochets : [mots]({target})"),
    )
}

/// Emphasis that would take the stars away from what is to be dialled.
pub(crate) fn lost_stars(span: Span, words: &str, mark: char) -> Diagnostic {
    let message = if mark == '*' {
        format!(
            "Les étoiles de {} disparaîtraient : le lecteur lirait « {words} » en italique.",
            quoted(&format!("*{words}*"))
        )
    } else {
        format!(
            "Les traits de {} disparaîtraient : le lecteur lirait « {words} » en italique.",
            quoted(&format!("_{words}_"))
        )
    };
    let good = words.replace('*', "\\*");
    Diagnostic::new(&A012, span, message, format!("Écrivez : \\{mark}{good}\\{mark}"))
}

/// Marks that show, each with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    Struck,
    Highlight,
    Underlined,
    Footnote,
    Task,
    Alert,
    Template,
    Fence,
    Emoji,
    /// With the sign that it names; empty when it names none.
    Entity(String),
    Backslash,
    Backtick,
    Table,
    Brace,
    Exponent,
    Contents,
    Hashes,
    Stars,
    Comment,
    /// `[[Page]]`
    Wiki,
    /// `>` that is no mark.
    Quote,
    /// `H~2~O`
    Index,
    Formula,
    Tag,
    /// `^nom` at the end of a paragraph.
    Anchor,
    /// `{.note}` in a text.
    Attributes,
    Rule,
}

pub(crate) fn left(span: Span, written: &str, what: &Left) -> Diagnostic {
    let repair = match what {
        Left::Struck => "Éliane ne barre rien : retirez ces signes, et ce qui n’est plus vrai.".to_owned(),
        Left::Highlight | Left::Underlined => "Pour faire ressortir un mot : **mot**".to_owned(),
        Left::Footnote => "Mettez la note dans le texte, à sa place.".to_owned(),
        Left::Task => "Retirez les crochets, et gardez le tiret : - Faites ceci".to_owned(),
        Left::Alert => "Un encadré n’a que « > » : > Attention, ne donnez jamais votre code.".to_owned(),
        Left::Template => {
            "Retirez ce code d’un autre programme. Un libellé s’écrit {libelle: produit.bouton}.".to_owned()
        }
        Left::Fence => "Un encadré commence par « > » : > Attention.".to_owned(),
        Left::Emoji => "Écrivez le mot, ou retirez-le.".to_owned(),
        Left::Entity(sign) if sign.is_empty() => "Tapez le signe lui-même.".to_owned(),
        Left::Entity(sign) => format!("Tapez le signe lui-même : {sign}"),
        Left::Backslash => "Retirez la barre oblique inversée de la fin.".to_owned(),
        Left::Backtick => "Pour une apostrophe, tapez ’ ou '. Pour un code : un ` de chaque côté.".to_owned(),
        Left::Table => "Éliane n’affiche pas de tableau : écrivez une liste, une ligne par idée.".to_owned(),
        Left::Brace => {
            "Le nom d’une étape s’écrit à la fin du titre : ## Touchez le bouton {#toucher}".to_owned()
        }
        Left::Exponent => "Écrivez sans ces signes : 1er, m², no.".to_owned(),
        Left::Contents => "Retirez-le : Éliane écrit elle-même le sommaire.".to_owned(),
        Left::Comment => "Retirez la remarque : les lecteurs la liraient.".to_owned(),
        Left::Wiki => {
            "Un lien s’écrit [mots](guide:nom). Pour un bouton, écrivez son nom : « Oui ».".to_owned()
        }
        Left::Quote => "Un encadré commence par le signe « > » lui-même : > Attention.".to_owned(),
        Left::Index => "Écrivez sans ces signes : H₂O, CO₂.".to_owned(),
        Left::Formula => "Écrivez le calcul en mots, ou sans ces signes.".to_owned(),
        Left::Tag => "Retirez ce mot : dans un guide, il ne range rien.".to_owned(),
        Left::Anchor => "Retirez ce nom : seule une étape en a un, à la fin de son titre.".to_owned(),
        Left::Attributes => "Retirez les accolades et ce qu’elles contiennent.".to_owned(),
        Left::Rule => "Retirez ce trait : un guide n’en a pas besoin.".to_owned(),
        Left::Hashes => "Une étape a deux # : ## Touchez le bouton".to_owned(),
        Left::Stars => "Pour du gras : **mot**, sans espace à l’intérieur. Pour une étoile : \\*".to_owned(),
    };
    Diagnostic::new(&A015, span, format!("{} apparaîtrait tel quel à l’écran.", quoted(written)), repair)
}

/// Marks in the caption of a picture, which is shown as it is; with its words alone.
pub(crate) fn in_caption(span: Span, written: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &A015,
        span,
        format!("Une légende n’a ni gras, ni lien : {} apparaîtrait avec ses signes.", quoted(written)),
        format!("À la place de {}, écrivez : {words}", quoted(written)),
    )
}

pub(crate) fn underlined_title(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &A016,
        span,
        "Une ligne de traits sous un texte en fait un titre.",
        format!("Écrivez : ## {title}. Si ce n’est pas un titre, retirez les traits."),
    )
}

pub(crate) fn vanished(span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(
        &A017,
        span,
        format!("Cette ligne ne se verrait nulle part : {}.", quoted(line)),
        format!("Si c’est du texte, écrivez : {}", line.replacen('[', "", 1).replacen("]:", " :", 1)),
    )
}

/// A title without a word.
pub(crate) fn empty_title(span: Span) -> Diagnostic {
    Diagnostic::new(
        &A018,
        span,
        "Ce titre d’étape n’a aucun mot.",
        "Écrivez ce que l’on fait : ## Touchez le bouton. Ou retirez la ligne.",
    )
}

pub(crate) fn part(span: Span, title: &str) -> Diagnostic {
    Diagnostic::new(
        &A018,
        span,
        format!("{} n’est pas écrit comme un titre de partie.", quoted(title)),
        format!("Écrivez, seul sur sa ligne : ### {title}"),
    )
}
