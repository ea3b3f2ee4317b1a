//! Captions: files that browsers do not take as their author meant, and captions that people cannot follow.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    E170: "ce n’est pas un fichier de sous-titres", "Un fichier de sous-titres .vtt commence par une ligne qui porte le seul mot WEBVTT, en capitales, puis une ligne vide. Sans elle, les navigateurs n’affichent rien.\n\n  WEBVTT\n\n  00:00.500 --> 00:04.000\n  Ouvrez le lien reçu.\n\nUn fichier .srt n’a pas cette ligne. Gardez-lui son nom : Éliane lit les deux sortes, et convertit elle-même.";
    E171: "temps illisible", "La ligne de temps dit quand un sous-titre paraît, et quand il disparaît. Mal écrite, le navigateur saute tout le sous-titre sans rien dire. Dans un fichier .vtt, les millièmes ont trois chiffres et suivent un point ; la flèche est faite de deux traits d’union et d’un signe supérieur :\n\n  00:01.500 --> 00:04.000\n  01:02:03.500 --> 01:02:06.000";
    E172: "un sous-titre finit avant de commencer", "Le second temps doit être après le premier. Sinon, le sous-titre ne paraît jamais. C’est souvent un chiffre mal tapé.";
    E173: "texte que personne ne verra", "Ce texte n’a pas de ligne de temps juste au-dessus de lui : aucun lecteur ne l’affiche. C’est souvent une ligne vide de trop au milieu d’un sous-titre. Une remarque pour vous-même commence par NOTE :\n\n  NOTE relu le 12 mars";
    E174: "signe qui cache du texte", "Dans un fichier .vtt, le signe inférieur commence une balise : ce qui le suit ne se voit plus, jusqu’au signe supérieur. Pour montrer ce signe lui-même, écrivez &lt; (et &amp; pour l’esperluette). Les balises possibles : <i>, <b>, <u>, <c.yellow>, <v Prénom>, <lang en>, <ruby>, <rt>.";
    E175: "sous-titres vides", "Le fichier est là, mais il ne contient aucun sous-titre : le film resterait muet pour qui n’entend pas. Un sous-titre a une ligne de temps, avec une flèche, et une ou deux lignes de texte :\n\n  00:00.500 --> 00:04.000\n  Ouvrez le lien reçu.";
    E176: "un sous-titre sans texte", "Ce sous-titre a des temps, et rien à montrer. Écrivez son texte juste sous la ligne de temps, sans ligne vide entre les deux, ou supprimez-le.";
    E177: "trop de lignes", "Un sous-titre a deux lignes au plus : au-delà, il cache l’image, et l’œil n’a pas le temps. C’est la règle de la charte française de 2011. « eliane captions --fix FICHIER » recoupe les lignes quand elles tiennent en deux ; sinon, coupez le sous-titre en deux.";
    E178: "ligne trop longue", "Une ligne de sous-titre a 42 caractères au plus, et mieux vaut 40 : une ligne plus longue se replie n’importe où, surtout quand le lecteur a agrandi les lettres. « eliane captions --fix FICHIER » recoupe les lignes par groupes de sens.";
    E179: "sous-titre trop rapide", "Il faut du temps pour lire. La charte française de 2011 compte 12 caractères pour 1 seconde, 20 pour 2, 36 pour 3, 60 pour 4 ; Éliane tolère un cinquième de plus. Entre ces durées, on compte en proportion ; au-delà de 4 secondes, 15 caractères par seconde. Laissez le sous-titre plus longtemps, ou dites la même chose en moins de mots. « eliane captions --fix FICHIER » allonge ceux que rien ne suit de trop près.";
    E180: "sous-titre trop court", "En moins d’une seconde, un sous-titre passe comme un éclair : beaucoup de gens ne le voient pas. Laissez-le au moins une seconde, ou joignez-le à son voisin.";
    E181: "deux sous-titres en même temps", "Le sous-titre commence avant que le précédent soit parti. Les deux se poussent l’un l’autre sur l’image, et on ne sait plus par où commencer. Si deux personnes parlent ensemble, écrivez-les dans un seul sous-titre, avec un tiret chacune.";
    E182: "sous-titres dans le désordre", "Un sous-titre est placé dans le fichier après un autre qui vient plus tard dans le film. C’est souvent un temps mal tapé. Les sous-titres se suivent dans l’ordre du film.";
    E183: "sous-titre après la fin du film", "Un sous-titre reste affiché, ou commence, alors que le film est fini : personne ne le verrait en entier. C’est souvent le fichier d’une autre version du film, ou un temps mal tapé. Comparez le temps du sous-titre avec la durée du film.";
    E184: "couleur seule", "Les couleurs des sous-titres disent qui parle. Mais un homme sur douze distingue mal les couleurs, et un lecteur d’écran n’en dit rien. Quand la couleur change, écrivez aussi un tiret ou un nom ; un bruit ou une musique se met entre crochets :\n\n  <c.yellow>– Allô ?</c>\n  <c.red>[Le téléphone sonne]</c>";
    A040: "réglage que le navigateur ignore", "Après les temps, un réglage place le sous-titre : line:0 le met en haut, line:90% presque en bas, position:10% à gauche, align:start, size:50%. Le navigateur saute en silence un réglage mal écrit. Les blocs STYLE et REGION doivent être avant le premier sous-titre.";
    A041: "balise inconnue ou mal fermée", "Le navigateur saute une balise qu’il ne connaît pas. Les balises possibles : <i>, <b>, <u>, <c.yellow>, <v Prénom>, <lang en>, <ruby>, <rt>. Chacune se ferme, dans l’ordre contraire de l’ouverture : <i><b>…</b></i>. Les couleurs sont des classes : <c.yellow>…</c>.";
    A042: "ligne mal coupée", "L’œil lit par groupes de sens. Une ligne ne finit pas entre un article et son nom, un nombre et son unité, « M. » et un nom, ni avant un signe de ponctuation. Coupez avant « et », « mais », « qui », « que », « pour », « dans », ou après une virgule. « eliane captions --fix FICHIER » le fait.";
    A043: "ligne longue", "Au-delà de 40 caractères, une ligne risque de se replier sur un petit écran, ou quand les lettres sont agrandies. « eliane captions --fix FICHIER » recoupe les lignes par groupes de sens.";
    A044: "sous-titre très long", "Un sous-titre qui reste plus de 7 secondes est lu deux fois, et l’on se demande si le film s’est arrêté. Coupez-le en deux, ou faites-le partir plus tôt.";
    A045: "sous-titres collés", "Entre deux sous-titres, il faut un petit vide, deux images (80 millièmes de seconde) : sans lui, l’œil ne voit pas que le texte a changé. « eliane captions --fix FICHIER » le fait.";
    A046: "changement de personne sans tiret ni nom", "La balise <v Prénom> dit qui parle, mais elle ne se voit pas à l’écran. Quand une autre personne parle, commencez par un tiret ou par son nom en capitales :\n\n  – Vous m’entendez ?\n  – Très bien.\n\n  CLAIRE : Vous m’entendez ?";
    A047: "bruit sans crochets", "Les crochets disent que ce texte n’est pas une parole : [Musique douce], [Le téléphone sonne]. Sans eux, on cherche qui parle.";
    A048: "ponctuation française", "En français, une espace précède ? ! ; : et se met à l’intérieur des guillemets « ». Tapez des espaces ordinaires : Éliane les rend insécables sur le site. Les guillemets droits \" deviennent « ». « eliane captions --fix FICHIER » ajoute les espaces qui manquent.";
    A049: "couleur inconnue", "Les couleurs des sous-titres ont un sens, le même sur toutes les chaînes françaises : white (blanc) à l’écran, yellow (jaune) hors de l’écran, red (rouge) les bruits, magenta la musique, cyan les pensées et le narrateur, lime (vert) une langue étrangère. Une autre couleur ne se verrait pas : <c.yellow>…</c>.";
}

/// Which caption a finding is about, as people name it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Who {
    /// From 1, in the order of the file.
    pub number: usize,
    pub start_ms: u64,
}

impl Who {
    /// « Sous-titre 12 (à 01:02,5) »
    pub(super) fn named(self) -> String {
        format!("Sous-titre {} (à {})", self.number, clock(self.start_ms))
    }
}

/// « 01:02,5 »; with hours when there are some.
pub(crate) fn clock(ms: u64) -> String {
    let (seconds, tenths) = (ms / 1000, ms / 100 % 10);
    let short = format!("{:02}:{:02},{tenths}", seconds / 60 % 60, seconds % 60);
    if seconds >= 3600 { format!("{}:{short}", seconds / 3600) } else { short }
}

/// As one writes it in a file: « 01:02.500 ».
fn stamped(ms: u64) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// « 2,5 s »; with hundredths when they count.
fn seconds(ms: u64) -> String {
    let hundredths = ms / 10;
    let decimals = match hundredths % 100 {
        part if part % 10 == 0 => format!("{}", part / 10),
        part => format!("{part:02}"),
    };
    format!("{},{decimals}\u{a0}s", hundredths / 100)
}

/// What is most likely wrong with a line of times.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BadTime {
    /// SRT's commas in a WebVTT file.
    Comma,
    /// `->` for `-->`.
    Arrow,
    /// One that is no ordinary space.
    Space,
    /// An arrow in a text.
    Words,
    /// The last digits count the pictures of a second.
    Frames,
    /// The words stand on the line of times.
    Beside,
    Digits,
}

/// The same fault stands in the file so many times more.
pub(crate) fn and_more(finding: &mut Diagnostic, more: usize) {
    finding.message.push_str(&format!(" (Et {more} fois encore dans ce fichier.)"));
}

pub(crate) fn no_signature(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E170,
        span,
        "Ce fichier ne commence pas par la ligne « WEBVTT » : aucun navigateur ne le lira.",
        "Écrivez WEBVTT sur la première ligne, puis laissez une ligne vide.",
    )
}

pub(crate) fn srt_named_vtt(span: Span, path: &str) -> Diagnostic {
    let stem = path.strip_suffix(".vtt").unwrap_or(path);
    Diagnostic::new(
        &E170,
        span,
        "Ce fichier est écrit comme un .srt, et son nom finit par .vtt.",
        format!("Renommez-le {stem}.srt : Éliane lit les deux sortes."),
    )
}

pub(crate) fn no_captions_here(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E170,
        span,
        "Ce texte n’est pas un fichier de sous-titres : il n’a aucune ligne de temps.",
        "Écrivez WEBVTT sur la première ligne, puis vos sous-titres : 00:00.500 --> 00:04.000, et le texte à la ligne.",
    )
}

/// `times`: what was meant, when it can be guessed; the repair is that very line then.
pub(crate) fn bad_time(span: Span, why: BadTime, times: Option<(u64, u64)>, srt: bool) -> Diagnostic {
    let (message, repair) = match why {
        BadTime::Comma => (
            "Cette ligne de temps a des virgules : le navigateur saute tout le sous-titre.",
            "Remplacez chaque virgule par un point : 00:01.500 --> 00:04.000",
        ),
        BadTime::Arrow => (
            "La flèche de cette ligne de temps est mal écrite : le sous-titre ne paraîtra jamais.",
            "La flèche est faite de deux traits d’union et d’un signe supérieur : 00:01.500 --> 00:04.000",
        ),
        BadTime::Space => (
            "Cette ligne de temps contient une espace insécable : le navigateur saute tout le sous-titre.",
            "Tapez une espace ordinaire de chaque côté de la flèche : 00:01.500 --> 00:04.000",
        ),
        BadTime::Words => (
            "Dans un fichier .vtt, la flèche --> est réservée aux temps : elle coupe le sous-titre.",
            "Pour montrer une flèche, écrivez → ou --&gt;",
        ),
        BadTime::Frames => (
            "Ces temps comptent des images (les deux derniers chiffres), et non des millièmes : le sous-titre ne paraîtra jamais.",
            "Dans le programme de montage, exportez les sous-titres en .srt.",
        ),
        BadTime::Beside => (
            "Ces temps et ces mots sont sur la même ligne : le sous-titre ne paraîtra jamais.",
            "Mettez les mots à la ligne, sous les temps : 00:01.500 --> 00:04.000",
        ),
        BadTime::Digits => (
            "Cette ligne de temps ne se lit pas : le sous-titre ne paraîtra jamais.",
            "Écrivez minutes, secondes et millièmes : 00:01.500 --> 00:04.000",
        ),
    };
    let repair = match times {
        Some((start, end)) => {
            let line = format!("{} --> {}", stamped(start), stamped(end));
            let line = if srt { line.replace('.', ",") } else { line };
            match why {
                BadTime::Frames => format!("À 25 images par seconde, écrivez : {line}").replacen(
                    "25",
                    if [start, end].iter().all(|ms| ms % 40 == 0) { "25" } else { "30" },
                    1,
                ),
                BadTime::Beside => format!("Mettez les mots à la ligne, sous : {line}"),
                _ => format!("Écrivez : {line}"),
            }
        }
        None => repair.to_owned(),
    };
    Diagnostic::new(&E171, span, message, repair)
}

/// Text that stands on the line of times, where no reader looks for it.
pub(crate) fn words_beside_times(span: Span, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E171,
        span,
        format!("Du texte suit les temps sur la même ligne, et personne ne le verra : {}.", quoted(words)),
        "Mettez-le à la ligne, sous les temps.",
    )
}

pub(crate) fn backwards(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &E172,
        span,
        format!("{} : il finit avant de commencer, et ne paraîtra jamais.", who.named()),
        "Corrigez le second temps : il doit être après le premier.",
    )
}

pub(crate) fn lost_text(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(
        &E173,
        span,
        format!("Personne ne verra ce texte : {} n’a pas de ligne de temps.", quoted(text.trim())),
        "Ôtez la ligne vide qui le précède, ou écrivez ses temps au-dessus : 00:01.500 --> 00:04.000",
    )
}

/// `inside`: what follows the `<`.
pub(crate) fn hidden(span: Span, who: Who, inside: &str) -> Diagnostic {
    Diagnostic::new(
        &E174,
        span,
        format!("{} : le signe « < » cache {}.", who.named(), quoted(inside.trim())),
        "Écrivez &lt; à la place du signe, ou corrigez la balise.",
    )
}

pub(crate) fn ignored_setting(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(
        &A040,
        span,
        format!("Le navigateur ne comprend pas ce réglage : {}.", quoted(word)),
        "Corrigez-le ou ôtez-le. Par exemple : line:0 pour placer le sous-titre en haut.",
    )
}

pub(crate) fn late_block(span: Span, head: &str) -> Diagnostic {
    Diagnostic::new(
        &A040,
        span,
        format!("Le bloc {} est après un sous-titre : le navigateur l’ignore.", quoted(head)),
        "Placez-le au début du fichier, après WEBVTT et une ligne vide.",
    )
}

pub(crate) fn unknown_tag(span: Span, who: Who, inside: &str) -> Diagnostic {
    let shown = if inside.starts_with('{') { inside.to_owned() } else { format!("<{inside}>") };
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’existe pas dans les sous-titres.", who.named(), quoted(&shown)),
        "Ôtez-la, ou choisissez : <i>, <b>, <u>, <c.yellow>, <v Prénom>.",
    )
}

pub(crate) fn stray_tag(span: Span, who: Who, inside: &str) -> Diagnostic {
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’est pas à sa place.", who.named(), quoted(&format!("<{inside}>"))),
        "Ôtez-la, ou ouvrez avant elle la balise qu’elle ferme.",
    )
}

pub(crate) fn open_tag(span: Span, who: Who, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A041,
        span,
        format!("{} : la balise {} n’est jamais fermée.", who.named(), quoted(&format!("<{name}>"))),
        format!("Écrivez </{name}> à la fin de ce qu’elle marque."),
    )
}

pub(crate) fn empty_track(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E175,
        span,
        "Ce fichier ne contient aucun sous-titre.",
        "Écrivez au moins un sous-titre : 00:00.500 --> 00:04.000, puis son texte à la ligne.",
    )
}

pub(crate) fn empty_cue(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &E176,
        span,
        format!("{} : il n’a pas de texte.", who.named()),
        "Écrivez son texte juste sous cette ligne, ou supprimez-le.",
    )
}

pub(crate) fn too_many_lines(span: Span, who: Who, lines: usize) -> Diagnostic {
    Diagnostic::new(
        &E177,
        span,
        format!("{} : il a {lines} lignes, pour deux au plus.", who.named()),
        "Coupez-le en deux sous-titres, ou joignez ses lignes si elles sont courtes.",
    )
}

pub(crate) fn line_too_long(span: Span, who: Who, width: usize) -> Diagnostic {
    Diagnostic::new(
        &E178,
        span,
        format!("{} : cette ligne a {width} caractères, pour 42 au plus.", who.named()),
        "Coupez-la à un groupe de sens, ou coupez le sous-titre en deux.",
    )
}

pub(crate) fn line_long(span: Span, who: Who, width: usize) -> Diagnostic {
    Diagnostic::new(
        &A043,
        span,
        format!("{} : cette ligne a {width} caractères ; mieux vaut 40 au plus.", who.named()),
        "Coupez-la à un groupe de sens.",
    )
}

/// `count`: characters that are there, and the most that can be read. `until`: when it could end, if it is not too much.
pub(crate) fn too_fast(span: Span, who: Who, count: (usize, u64), ms: u64, until: Option<u64>) -> Diagnostic {
    let repair = match until {
        Some(until) => {
            format!("Laissez-le jusqu’à {}, ou dites la même chose en moins de mots.", stamped(until))
        }
        None => "Coupez-le en deux sous-titres, ou dites la même chose en moins de mots.".to_owned(),
    };
    Diagnostic::new(
        &E179,
        span,
        format!(
            "{} : {} caractères en {}, c’est trop pour lire ({} au plus).",
            who.named(),
            count.0,
            seconds(ms),
            count.1
        ),
        repair,
    )
}

pub(crate) fn too_short(span: Span, who: Who, ms: u64, until: u64) -> Diagnostic {
    Diagnostic::new(
        &E180,
        span,
        format!("{} : il reste {}, moins d’une seconde.", who.named(), seconds(ms)),
        format!("Laissez-le jusqu’à {}, ou joignez-le à son voisin.", stamped(until)),
    )
}

pub(crate) fn too_long(span: Span, who: Who, ms: u64) -> Diagnostic {
    Diagnostic::new(
        &A044,
        span,
        format!("{} : il reste {}, plus de 7 secondes.", who.named(), seconds(ms)),
        "Coupez-le en deux, ou faites-le partir plus tôt.",
    )
}

pub(crate) fn overlap(span: Span, who: Who, other: Who, end: Span) -> Diagnostic {
    Diagnostic::new(
        &E181,
        span,
        format!("{} : il commence avant que le sous-titre {} soit parti.", who.named(), other.number),
        "Faites finir l’autre plus tôt, ou réunissez les deux en un seul.",
    )
    .other(end, "l’autre finit ici")
}

pub(crate) fn out_of_order(span: Span, who: Who, other: Who, timing: Span) -> Diagnostic {
    Diagnostic::new(
        &E182,
        span,
        format!(
            "{} : il commence avant le sous-titre {}, qui est au-dessus de lui.",
            who.named(),
            other.number
        ),
        "Corrigez son temps, ou remettez-le à sa place.",
    )
    .other(timing, "celui du dessus")
}

pub(crate) fn no_gap(span: Span, who: Who, gap: u64) -> Diagnostic {
    let gap = match gap {
        0 => "sans aucun vide".to_owned(),
        gap => format!("après un vide de {gap} millièmes de seconde"),
    };
    Diagnostic::new(
        &A045,
        span,
        format!("{} : il suit le précédent {gap}.", who.named()),
        "Faites finir le précédent 80 millièmes de seconde plus tôt. « eliane captions --fix FICHIER » le fait.",
    )
}

/// The film lasts `film_ms`.
pub(crate) fn after_the_end(span: Span, who: Who, film_ms: u64) -> Diagnostic {
    let message = if who.start_ms >= film_ms {
        format!("{} : il commence quand le film est fini.", who.named())
    } else {
        format!("{} : il finit après le film.", who.named())
    };
    Diagnostic::new(
        &E183,
        span,
        message,
        format!("Le film dure {} : il doit partir avant {}.", seconds(film_ms), stamped(film_ms)),
    )
}

pub(crate) fn speaker_unmarked(span: Span, who: Who, name: &str) -> Diagnostic {
    Diagnostic::new(
        &A046,
        span,
        format!("{} : {} prend la parole, et rien ne le montre.", who.named(), quoted(name)),
        format!("Commencez par un tiret, « – », ou par le nom : « {} : ».", name.to_uppercase()),
    )
}

pub(crate) fn colour_alone(span: Span, who: Who, colour: &str) -> Diagnostic {
    let (message, repair) = match colour {
        "red" | "magenta" => (
            "ce bruit ou cette musique n’est dit que par la couleur",
            "Mettez-le entre crochets : [Le téléphone sonne].",
        ),
        _ => (
            "la couleur change, et rien d’autre ne dit qui parle",
            "Commencez par un tiret, « – », ou par un nom : « CLAIRE : ».",
        ),
    };
    Diagnostic::new(&E184, span, format!("{} : {message}.", who.named()), repair)
}

pub(crate) fn sound_unmarked(span: Span, who: Who, text: &str) -> Diagnostic {
    let bare = text.trim_matches(['*', ' ', '.']);
    Diagnostic::new(
        &A047,
        span,
        format!("{} : {} semble être un bruit, et il est écrit comme une parole.", who.named(), quoted(text)),
        format!("Mettez-le entre crochets : [{bare}]"),
    )
}

pub(crate) fn bad_cut(span: Span, who: Who, words: (&str, &str), better: &str) -> Diagnostic {
    let (last, next) = words;
    Diagnostic::new(
        &A042,
        span,
        format!("{} : la ligne est coupée entre {} et {}.", who.named(), quoted(last), quoted(next)),
        format!("Coupez ainsi : {better}"),
    )
}

pub(crate) fn straight_quote(span: Span, who: Who) -> Diagnostic {
    Diagnostic::new(
        &A048,
        span,
        format!("{} : ces guillemets sont droits.", who.named()),
        "Écrivez « et », avec une espace à l’intérieur.",
    )
}

pub(crate) fn missing_space(span: Span, who: Who, sign: char, after: bool) -> Diagnostic {
    let where_ = if after { "après" } else { "avant" };
    Diagnostic::new(
        &A048,
        span,
        format!("{} : il manque une espace {where_} « {sign} ».", who.named()),
        "Ajoutez-la. « eliane captions --fix FICHIER » le fait.",
    )
}

/// `better`: the name of that colour in captions; empty when they have none.
pub(crate) fn other_colour(span: Span, who: Who, colour: &str, better: &str) -> Diagnostic {
    if better.is_empty() {
        return unknown_colour(span, who, colour);
    }
    Diagnostic::new(
        &A049,
        span,
        format!("{} : la couleur {} ne se verra pas.", who.named(), quoted(colour)),
        format!("Écrivez {better} : <c.{better}>…</c>."),
    )
}

pub(crate) fn unknown_colour(span: Span, who: Who, colour: &str) -> Diagnostic {
    let repair = match colour {
        "green" => "Écrivez lime : le vert des sous-titres porte ce nom.",
        _ => "Choisissez : white, yellow, red, magenta, cyan ou lime.",
    };
    Diagnostic::new(
        &A049,
        span,
        format!("{} : la couleur {} ne se verra pas.", who.named(), quoted(colour)),
        repair,
    )
}
