//! YAML that cannot be read.

use super::{codes, quoted};
use crate::diag::Diagnostic;
use crate::source::Span;

codes! {
    /// Les fiches sont écrites en YAML : « clé: valeur », une par ligne ; les listes ont un tiret par ligne, ou des
    /// crochets [a, b]. Les retraits se font avec des espaces, jamais avec des tabulations. Un guillemet ouvert doit
    /// être fermé.
    E020: "YAML mal formé";
    /// En YAML, un deux-points suivi d’un espace sépare une clé de sa valeur. Quand la valeur elle-même en contient,
    /// entourez-la de guillemets droits.
    ///
    ///   à éviter : titre: Skype : que faire ?
    ///   écrire   : titre: "Skype : que faire ?"
    E021: "deux-points dans une valeur";
    /// Éliane refuse les ancres (&), les renvois (*) et les emboîtements très profonds : ils ne servent pas à écrire
    /// une fiche, et un fichier piégé peut s’en servir pour bloquer la machine.
    E022: "YAML trop compliqué";
    /// Un guide commence par un en-tête entre deux lignes de trois tirets :
    ///
    ///   ---
    ///   numero: 412
    ///   titre: Rejoindre un appel vidéo
    ///   ---
    ///
    ///   Le texte vient ensuite.
    E023: "pas d’en-tête";
    /// En YAML, une espace suivie d’un dièse commence une remarque : la suite de la ligne n’est pas lue, et personne ne
    /// la verrait. Pour garder le dièse, entourez la valeur de guillemets droits. Pour une remarque, écrivez-la sur une
    /// ligne à elle.
    ///
    ///   à éviter : rue: 12 rue de Brest #3
    ///   écrire   : rue: "12 rue de Brest #3"
    ///   écrire   : # relu le 12 mars
    ///              rue: 12 rue de Brest
    E025: "valeur coupée par un dièse";
    /// Ce texte contient un signe que personne ne voit, et qui change ce qui l’entoure : il retourne le sens de
    /// l’écriture, commande le terminal, coupe la page, ou coupe un mot en deux pour la recherche et pour une voix. Il
    /// vient souvent d’un copier-coller. Retapez la valeur au clavier. Il en va de même d’un signe écrit par son code
    /// (&#8203;, &zwj;). L’espace insécable, le trait d’union conditionnel, les signes de l’arabe et de l’hébreu et les
    /// emoji composés sont acceptés.
    E026: "signe invisible";
    /// En YAML, un mot qui commence par un point d’exclamation est une étiquette : il n’est pas lu, et personne ne le
    /// verrait. Entourez la valeur de guillemets droits.
    E027: "étiquette au début d’une valeur";
    /// Entre guillemets doubles, YAML remplace « \n » par un retour à la ligne et « \t » par une tabulation. Un chemin
    /// de Windows y perd des lettres. Utilisez des apostrophes droites : 'C:\photos'.
    E028: "barre oblique entre guillemets doubles";
    /// Le clavier français produit parfois un espace insécable (Maj + Espace, ou Alt Gr + Espace). Il ne se voit pas,
    /// mais change le nom de la clé. Effacez l’espace et retapez-le.
    E024: "espace insécable ou tabulation dans une clé";
}

pub(crate) fn syntax(span: Span, detail: &str) -> Diagnostic {
    Diagnostic::new(
        &E020,
        span,
        format!("Cette fiche n’est pas du YAML bien formé : {detail}."),
        "Vérifiez les retraits (des espaces, pas de tabulation), les guillemets et les tirets autour de cette ligne.",
    )
}

/// `line` is the line as it should be.
pub(crate) fn line(span: Span, reason: &str, line: &str) -> Diagnostic {
    Diagnostic::new(
        &E020,
        span,
        format!("Cette fiche n’est pas du YAML bien formé : {reason}."),
        format!("Écrivez : {}", line.trim()),
    )
}

/// `line` should begin with so many spaces.
pub(crate) fn indent(span: Span, reason: &str, spaces: usize, line: &str) -> Diagnostic {
    let repair = match spaces {
        0 => format!("Retirez les espaces du début : {line}"),
        1 => format!("Commencez la ligne par une espace : {line}"),
        _ => format!("Commencez la ligne par {spaces} espaces : {line}"),
    };
    Diagnostic::new(&E020, span, format!("Cette fiche n’est pas du YAML bien formé : {reason}."), repair)
}

/// The line as a key and its value, or as the end of the text before it.
pub(crate) fn key_or_text(key: &str, text: &str) -> String {
    format!("{key}. Si c’est la suite du texte d’avant : {text}")
}

/// `head` is what stands before the item above.
pub(crate) fn dash_too_deep(span: Span, head: &str, line: &str) -> Diagnostic {
    let reason = "ce tiret n’est pas sous celui du dessus, et YAML colle les deux lignes";
    indent(span, reason, head.find('-').unwrap_or_default(), line)
}

/// `line` is the line as it should be.
pub(crate) fn colon(span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(
        &E021,
        span,
        "La valeur contient un deux-points : YAML croit y voir une autre clé.",
        format!("Entourez la valeur de guillemets droits : {}", line.trim()),
    )
}

pub(crate) fn cut_by_hash(span: Span, head: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E025,
        span,
        "Le dièse commence une remarque : la suite de la ligne ne serait pas lue.",
        format!(
            "Écrivez : {}{}. Une vraie remarque se met sur une ligne à elle.",
            head.trim_start(),
            in_quotes(words)
        ),
    )
}

/// `lines` are the remark, and the line without it.
pub(crate) fn remark_beside(span: Span, lines: &str, _: &str) -> Diagnostic {
    let (remark, line) = lines.split_once('\n').unwrap_or(("", lines));
    Diagnostic::new(
        &E025,
        span,
        "Le dièse commence une remarque, sur la ligne d’une valeur : elle ne serait pas lue.",
        format!("Mettez la remarque au-dessus : {}. Puis écrivez : {line}", quoted(remark)),
    )
}

pub(crate) fn hidden(span: Span, _: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E026,
        span,
        "Ce texte contient un signe invisible, qui changerait ce qui l’entoure.",
        if words.contains('\n') || words.chars().count() > 120 {
            "Effacez la valeur et retapez-la au clavier.".to_owned()
        } else {
            format!("Effacez la valeur et retapez-la au clavier : {words}")
        },
    )
}

/// A sign in a text of a guide, a case or a caption. `others`: how many more stand in the same text; `line`: it, without them.
pub(crate) fn unseen(span: Span, sign: char, others: usize, line: &str) -> Diagnostic {
    let more = match others {
        0 => String::new(),
        1 => ", et un autre".to_owned(),
        _ => format!(", et {others} autres"),
    };
    Diagnostic::new(
        &E026,
        span,
        format!(
            "Ce texte contient un signe invisible ({}, U+{:04X}{more}), qui changerait ce qui l’entoure.",
            unseen_name(sign),
            u32::from(sign)
        ),
        format!("Écrivez, sans lui : {}", line.trim()),
    )
}

fn unseen_name(sign: char) -> &'static str {
    match sign {
        '\u{200b}' => "espace sans largeur",
        '\u{200c}' | '\u{200d}' | '\u{34f}' => "liant sans largeur",
        '\u{2060}' | '\u{feff}' => "espace insécable sans largeur",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "sens de l’écriture",
        '\u{2028}' | '\u{2029}' => "fin de ligne d’un autre programme",
        c if c.is_control() => "commande",
        _ => "signe sans dessin",
    }
}

pub(crate) fn tag(span: Span, head: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E027,
        span,
        "Un mot qui commence par « ! » est une étiquette de YAML : il ne serait pas lu.",
        format!("Écrivez : {}{}", head.trim_start(), in_quotes(words)),
    )
}

pub(crate) fn backslash(span: Span, head: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        &E028,
        span,
        "Entre guillemets doubles, une barre oblique « \\ » change la lettre qui la suit.",
        format!("Écrivez : {}'{}'", head.trim_start(), words.replace('\'', "''")),
    )
}

/// A value between straight quotation marks, as YAML takes it.
pub(crate) fn in_quotes(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(crate) fn too_complex(span: Span) -> Diagnostic {
    Diagnostic::new(
        &E022,
        span,
        "Cette fiche est trop compliquée : ancres, renvois ou emboîtements trop nombreux.",
        "Écrivez chaque valeur en clair, sans « & » ni « * » devant un nom.",
    )
}

/// `lack`: what is wrong, and where.
pub(crate) fn no_front_matter(span: Span, lack: &HeadLack) -> Diagnostic {
    let (message, repair) = match lack {
        HeadLack::Blank => (
            "L’en-tête ne commence pas à la première ligne : des lignes vides sont avant lui.".to_owned(),
            "Supprimez les lignes vides du début : la première ligne du fichier est « --- ».".to_owned(),
        ),
        HeadLack::Opens(line) => (
            format!("{} n’ouvre pas l’en-tête.", quoted(line)),
            "Écrivez, avec trois traits d’union : ---".to_owned(),
        ),
        HeadLack::Closes(line) => (
            format!("{} ne ferme pas l’en-tête.", quoted(line)),
            "Écrivez, avec trois traits d’union : ---".to_owned(),
        ),
        HeadLack::Keys(line) => (
            format!("Avant {}, il manque la ligne qui ouvre l’en-tête.", quoted(line)),
            "Ajoutez, comme première ligne du fichier : ---".to_owned(),
        ),
        HeadLack::Open(line) => (
            "L’en-tête n’est jamais fermé.".to_owned(),
            format!("Après {}, ajoutez une ligne : ---", quoted(line)),
        ),
        HeadLack::None => (
            "Ce texte n’a pas d’en-tête entre deux lignes « --- ».".to_owned(),
            "Commencez le fichier par « --- », les clés (numero, titre…), puis une autre ligne « --- »."
                .to_owned(),
        ),
    };
    Diagnostic::new(&E023, span, message, repair)
}

/// Why a text has no front matter, with the line that is wrong as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HeadLack {
    /// Empty lines stand before it.
    Blank,
    /// Another sign opens it.
    Opens(String),
    /// Another sign closes it.
    Closes(String),
    /// The first key stands where the line that opens it should be.
    Keys(String),
    /// Nothing closes it after this line.
    Open(String),
    None,
}

pub(crate) fn odd_space_in_key(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &E024,
        span,
        format!("La clé {} contient un espace insécable ou une tabulation.", quoted(key)),
        "Effacez l’espace et retapez-le avec la barre d’espace.",
    )
}
