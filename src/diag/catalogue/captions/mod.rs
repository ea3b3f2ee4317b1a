//! Captions: files that browsers do not take as their author meant, and captions that people cannot follow.

mod file;
mod shown;

pub(crate) use file::*;
pub(crate) use shown::*;

use super::codes;
use crate::diag::Diagnostic;

codes! {
    /// Un fichier de sous-titres .vtt commence par une ligne qui porte le seul mot WEBVTT, en capitales, puis une ligne
    /// vide. Sans elle, les navigateurs n’affichent rien.
    ///
    ///   WEBVTT
    ///
    ///   00:00.500 --> 00:04.000
    ///   Ouvrez le lien reçu.
    ///
    /// Un fichier .srt n’a pas cette ligne. Gardez-lui son nom : Éliane lit les deux sortes, et convertit elle-même.
    E170: "ce n’est pas un fichier de sous-titres";
    /// La ligne de temps dit quand un sous-titre paraît, et quand il disparaît. Mal écrite, le navigateur saute tout le
    /// sous-titre sans rien dire. Dans un fichier .vtt, les millièmes ont trois chiffres et suivent un point ; la
    /// flèche est faite de deux traits d’union et d’un signe supérieur :
    ///
    ///   00:01.500 --> 00:04.000
    ///   01:02:03.500 --> 01:02:06.000
    E171: "temps illisible";
    /// Le second temps doit être après le premier. Sinon, le sous-titre ne paraît jamais. C’est souvent un chiffre mal
    /// tapé.
    E172: "un sous-titre finit avant de commencer";
    /// Ce texte n’a pas de ligne de temps juste au-dessus de lui : aucun lecteur ne l’affiche. C’est souvent une ligne
    /// vide de trop au milieu d’un sous-titre. Une remarque pour vous-même commence par NOTE :
    ///
    ///   NOTE relu le 12 mars
    E173: "texte que personne ne verra";
    /// Dans un fichier .vtt, le signe inférieur commence une balise : ce qui le suit ne se voit plus, jusqu’au signe
    /// supérieur. Pour montrer ce signe lui-même, écrivez &lt; (et &amp; pour l’esperluette). Les balises possibles :
    /// <i>, <b>, <u>, <c.yellow>, <v Prénom>, <lang en>, <ruby>, <rt>.
    E174: "signe qui cache du texte";
    /// Le fichier est là, mais il ne contient aucun sous-titre : le film resterait muet pour qui n’entend pas. Un
    /// sous-titre a une ligne de temps, avec une flèche, et une ou deux lignes de texte :
    ///
    ///   00:00.500 --> 00:04.000
    ///   Ouvrez le lien reçu.
    E175: "sous-titres vides";
    /// Ce sous-titre a des temps, et rien à montrer. Écrivez son texte juste sous la ligne de temps, sans ligne vide
    /// entre les deux, ou supprimez-le.
    E176: "un sous-titre sans texte";
    /// Un sous-titre a deux lignes au plus : au-delà, il cache l’image, et l’œil n’a pas le temps. C’est la règle de la
    /// charte française de 2011. « eliane sous-titres --corriger FICHIER » recoupe les lignes quand elles tiennent en deux ;
    /// sinon, coupez le sous-titre en deux.
    E177: "trop de lignes";
    /// Une ligne de sous-titre a 42 caractères au plus, et mieux vaut 40 : une ligne plus longue se replie n’importe
    /// où, surtout quand le lecteur a agrandi les lettres. « eliane sous-titres --corriger FICHIER » recoupe les lignes par
    /// groupes de sens.
    E178: "ligne trop longue";
    /// Il faut du temps pour lire. La charte française de 2011 compte 12 caractères pour 1 seconde, 20 pour 2, 36 pour
    /// 3, 60 pour 4 ; Éliane tolère un cinquième de plus. Entre ces durées, on compte en proportion ; au-delà de 4
    /// secondes, 15 caractères par seconde. Laissez le sous-titre plus longtemps, ou dites la même chose en moins de
    /// mots. « eliane sous-titres --corriger FICHIER » allonge ceux que rien ne suit de trop près.
    E179: "sous-titre trop rapide";
    /// En moins d’une seconde, un sous-titre passe comme un éclair : beaucoup de gens ne le voient pas. Laissez-le au
    /// moins une seconde, ou joignez-le à son voisin.
    E180: "sous-titre trop court";
    /// Le sous-titre commence avant que le précédent soit parti. Les deux se poussent l’un l’autre sur l’image, et on
    /// ne sait plus par où commencer. Si deux personnes parlent ensemble, écrivez-les dans un seul sous-titre, avec un
    /// tiret chacune.
    E181: "deux sous-titres en même temps";
    /// Un sous-titre est placé dans le fichier après un autre qui vient plus tard dans le film. C’est souvent un temps
    /// mal tapé. Les sous-titres se suivent dans l’ordre du film.
    E182: "sous-titres dans le désordre";
    /// Un sous-titre reste affiché, ou commence, alors que le film est fini : personne ne le verrait en entier. C’est
    /// souvent le fichier d’une autre version du film, ou un temps mal tapé. Comparez le temps du sous-titre avec la
    /// durée du film.
    E183: "sous-titre après la fin du film";
    /// Les couleurs des sous-titres disent qui parle. Mais un homme sur douze distingue mal les couleurs, et un lecteur
    /// d’écran n’en dit rien. Quand la couleur change, écrivez aussi un tiret ou un nom ; un bruit ou une musique se
    /// met entre crochets :
    ///
    ///   <c.yellow>– Allô ?</c>
    ///   <c.red>[Le téléphone sonne]</c>
    E184: "couleur seule";
    /// Après les temps, un réglage place le sous-titre : line:0 le met en haut, line:90% presque en bas, position:10% à
    /// gauche, align:start, size:50%. Le navigateur saute en silence un réglage mal écrit. Les blocs STYLE et REGION
    /// doivent être avant le premier sous-titre.
    A040: "réglage que le navigateur ignore";
    /// Le navigateur saute une balise qu’il ne connaît pas. Les balises possibles : <i>, <b>, <u>, <c.yellow>,
    /// <v Prénom>, <lang en>, <ruby>, <rt>. Chacune se ferme, dans l’ordre contraire de l’ouverture : <i><b>…</b></i>.
    /// Les couleurs sont des classes : <c.yellow>…</c>.
    A041: "balise inconnue ou mal fermée";
    /// L’œil lit par groupes de sens. Une ligne ne finit pas entre un article et son nom, un nombre et son unité,
    /// « M. » et un nom, ni avant un signe de ponctuation. Coupez avant « et », « mais », « qui », « que », « pour »,
    /// « dans », ou après une virgule. « eliane sous-titres --corriger FICHIER » le fait.
    A042: "ligne mal coupée";
    /// Au-delà de 40 caractères, une ligne risque de se replier sur un petit écran, ou quand les lettres sont
    /// agrandies. « eliane sous-titres --corriger FICHIER » recoupe les lignes par groupes de sens.
    A043: "ligne longue";
    /// Un sous-titre qui reste plus de 7 secondes est lu deux fois, et l’on se demande si le film s’est arrêté.
    /// Coupez-le en deux, ou faites-le partir plus tôt.
    A044: "sous-titre très long";
    /// Entre deux sous-titres, il faut un petit vide, deux images (80 millièmes de seconde) : sans lui, l’œil ne voit
    /// pas que le texte a changé. « eliane sous-titres --corriger FICHIER » le fait.
    A045: "sous-titres collés";
    /// La balise <v Prénom> dit qui parle, mais elle ne se voit pas à l’écran. Quand une autre personne parle,
    /// commencez par un tiret ou par son nom en capitales :
    ///
    ///   – Vous m’entendez ?
    ///   – Très bien.
    ///
    ///   CLAIRE : Vous m’entendez ?
    A046: "changement de personne sans tiret ni nom";
    /// Les crochets disent que ce texte n’est pas une parole : [Musique douce], [Le téléphone sonne]. Sans eux, on
    /// cherche qui parle.
    A047: "bruit sans crochets";
    /// En français, une espace précède ? ! ; : et se met à l’intérieur des guillemets « ». Tapez des espaces
    /// ordinaires : Éliane les rend insécables sur le site. Les guillemets droits " deviennent « ». « eliane sous-titres
    /// --corriger FICHIER » ajoute les espaces qui manquent.
    A048: "ponctuation française";
    /// Les couleurs des sous-titres ont un sens, le même sur toutes les chaînes françaises : white (blanc) à l’écran,
    /// yellow (jaune) hors de l’écran, red (rouge) les bruits, magenta la musique, cyan les pensées et le narrateur,
    /// lime (vert) une langue étrangère. Une autre couleur ne se verrait pas : <c.yellow>…</c>.
    A049: "couleur inconnue";
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

/// The same fault stands in the file so many times more.
pub(crate) fn and_more(finding: &mut Diagnostic, more: usize) {
    finding.message.push_str(&format!(" (Et {more} fois encore dans ce fichier.)"));
}
