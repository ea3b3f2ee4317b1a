//! Plain language: what keeps a text readable, and permissions to write otherwise.

use super::{codes, quoted};
use crate::diag::{Code, Diagnostic};
use crate::plain::{Finding, Rule};
use crate::source::Span;
use crate::text::in_words;
use jiff::civil::Date;

codes! {
    /// Au-delà de 25 mots, le lecteur a oublié le début de la phrase quand il arrive à la fin. Dites une idée par
    /// phrase.
    ///
    ///   Non : Si vous avez perdu votre mot de passe, allez sur la page du site et demandez un nouveau mot de passe, \
    ///   qui vous sera envoyé par courriel dans l’heure.
    ///   Oui : Vous avez perdu votre mot de passe ? Demandez-en un nouveau sur le site. Vous le recevez par courriel, \
    ///   dans l’heure.
    E210: "phrase de plus de 25 mots";
    /// Un sigle parle à ceux qui le connaissent déjà. Écrivez d’abord les mots, puis le sigle entre parenthèses, ou
    /// mettez le sigle dans le glossaire (autres_formes).
    ///
    ///   Non : Appelez le CCAS.
    ///   Oui : Appelez le centre communal d’action sociale (CCAS).
    E211: "sigle sans explication";
    /// « 03/04 » se lit de deux façons, et une voix la lit mal. Écrivez le mois en lettres.
    ///
    ///   Non : 12/05/2025
    ///   Oui : 12 mai 2025
    E212: "date en chiffres";
    /// On compose un numéro deux chiffres à la fois, le doigt sur la ligne. Écrivez-le par paires, sans point et sans
    /// indicatif.
    ///
    ///   Non : 0298859908, 02.98.85.99.08, +33 2 98 85 99 08
    ///   Oui : 02 98 85 99 08
    E213: "numéro de téléphone mal écrit";
    /// Une voix peut lire les liens seuls, l’un après l’autre : « ici, ici, en savoir plus » ne dit rien. Les mots du
    /// lien disent ce que l’on va trouver.
    ///
    ///   Non : Cliquez [ici](guide:franceconnect).
    ///   Oui : Lisez [Se connecter avec FranceConnect](guide:franceconnect).
    E214: "lien qui ne dit pas où il mène";
    /// On peut permettre ce qu’une règle de langage refuse, à un endroit, pour une raison, jusqu’à une date. La ligne
    /// s’écrit juste avant le texte :
    ///
    ///   <!-- langage: permet A080 parce que « c’est le texte de la loi » jusqu’au 2027-03-01 -->
    ///
    /// Dans une fiche YAML, elle commence par un dièse :
    ///
    ///   # langage: permet A080 parce que « c’est le texte de la loi » jusqu’au 2027-03-01
    E215: "permission mal écrite";
    /// Une phrase de 20 mots se lit d’un souffle. Au-delà, coupez-la.
    ///
    ///   Non : Le conseiller vous reçoit sur rendez-vous le mardi et le jeudi, et vous aide à faire vos démarches sur \
    ///   votre propre ordinateur.
    ///   Oui : Le conseiller vous reçoit sur rendez-vous, le mardi et le jeudi. Il vous aide sur votre ordinateur.
    A080: "phrase de plus de 20 mots";
    /// On lit une étape avec une main sur la souris. 15 mots se retiennent le temps de lever les yeux.
    ///
    ///   Non : Appuyez sur le bouton « Autoriser » que vous voyez dans la petite fenêtre ouverte par le navigateur.
    ///   Oui : Une petite fenêtre s’ouvre. Appuyez sur « Autoriser ».
    A081: "phrase de plus de 15 mots dans une étape";
    /// Une étape, une action. Qui lit « ouvrez, puis choisissez » a oublié la fin quand il a fait le début.
    ///
    ///   Non : Écrivez votre prénom, puis appuyez sur « Rejoindre ».
    ///   Oui : deux étapes, ou deux phrases : « Écrivez votre prénom. Appuyez sur « Rejoindre ». »
    A082: "plusieurs actions dans une étape";
    /// Un mot abrégé se devine, et une voix le lit mal. Écrivez-le en entier.
    ///
    ///   Non : tél., rdv, etc.
    ///   Oui : téléphone, rendez-vous, ou trois exemples
    A083: "mot abrégé";
    /// Le mot est de ceux qui arrêtent les lecteurs. Liez-le au glossaire la première fois, expliquez-le, ou prenez un
    /// mot plus simple.
    ///
    ///   Non : Acceptez les cookies.
    ///   Oui : Acceptez les [cookies](mot:cookie). Ou : Acceptez les cookies (de petits fichiers).
    A084: "mot difficile sans explication";
    /// « Est fait par » met à la fin celui qui agit. Commencez par lui.
    ///
    ///   Non : La demande est traitée par la mairie.
    ///   Oui : La mairie traite la demande.
    A085: "tournure passive";
    /// Deux négations s’annulent, et le lecteur doit faire le calcul. Dites ce qui est, ou ce qu’il faut faire.
    ///
    ///   Non : Ce n’est pas impossible. Venez, sauf si vous n’avez pas de rendez-vous.
    ///   Oui : C’est possible. Venez si vous avez un rendez-vous.
    A086: "double négation";
    /// Cette tournure ne se dit pas de vive voix. Il y a plus court.
    ///
    ///   Non : Veuillez procéder à votre inscription afin de bénéficier de l’aide.
    ///   Oui : Inscrivez-vous pour avoir l’aide.
    A087: "tournure administrative";
    /// Une couleur, une forme ou une place ne suffit pas : qui voit mal, ou lit sur un petit écran, ne trouve rien.
    /// Citez les mots du bouton.
    ///
    ///   Non : Appuyez sur le bouton vert, à droite.
    ///   Oui : Appuyez sur « Valider », le bouton vert à droite.
    A088: "repère sans le nom du bouton";
    /// Les signes en série, les points-virgules, les longues parenthèses et les mots en capitales fatiguent.
    ///
    ///   Non : ATTENTION : fermez la page !!!
    ///   Oui : Attention : fermez la page.
    A089: "ponctuation ou capitales lourdes";
    /// Un mur de texte n’est pas lu. Trois phrases et 60 mots par paragraphe suffisent. Laissez une ligne vide, ou
    /// faites une liste.
    A091: "paragraphe trop long";
    /// Le lecteur se demande qui agit. Dites « vous » du début à la fin.
    ///
    ///   Non : Si on a un compte, vous entrez votre mot de passe.
    ///   Oui : Si vous avez un compte, entrez votre mot de passe.
    A092: "plusieurs façons de s’adresser au lecteur";
    /// La date de la permission est passée. Récrivez le texte, ou donnez une nouvelle date si la raison est toujours
    /// vraie.
    A093: "permission qui a pris fin";
    /// Le texte qui suit ne contient plus ce que la permission permet. Retirez-la : elle tromperait le suivant.
    A094: "permission qui ne sert à rien";
    /// Une page a droit à quelques avertissements de langage : c’est son budget, dans site.yaml.
    ///
    ///   langage:
    ///     avertissements: 2
    ///
    /// Dans le budget, ils sont dits comme de simples informations. Au-delà, ils comptent tous.
    A095: "trop d’avertissements de langage sur une page";
    /// « Ne fermez pas la page » fait penser à la fermer. Dites plutôt ce qu’il faut faire : « Gardez la page
    /// ouverte ». Pour une consigne de sécurité, la négation est juste : cette remarque n’oblige à rien.
    I001: "consigne à la forme négative";
}

/// The code of a rule.
#[must_use]
pub fn code(rule: Rule) -> &'static Code {
    match rule {
        Rule::TooLong => &E210,
        Rule::Long => &A080,
        Rule::LongInStep => &A081,
        Rule::Actions => &A082,
        Rule::Acronym => &E211,
        Rule::Abbreviation => &A083,
        Rule::Jargon => &A084,
        Rule::Passive => &A085,
        Rule::DoubleNegation => &A086,
        Rule::Negation => &I001,
        Rule::Office => &A087,
        Rule::NumericDate => &E212,
        Rule::Phone => &E213,
        Rule::VagueLink => &E214,
        Rule::Senses => &A088,
        Rule::Signs => &A089,
        Rule::Paragraph => &A091,
        Rule::Persons => &A092,
    }
}

/// What a rule found: `words` are those of the text, `linkable` says whether they can become a link.
pub(crate) fn found(finding: &Finding, span: Span, words: &str, linkable: bool) -> Diagnostic {
    let (count, instead, here) = (finding.count, finding.instead.as_str(), quoted(words));
    let (message, repair) = match finding.rule {
        Rule::TooLong | Rule::Long | Rule::LongInStep => (
            format!("Cette phrase a {count} mots."),
            match finding.rule {
                Rule::LongInStep => "Coupez-la : 15 mots au plus dans une étape.",
                _ => "Coupez-la en deux, une idée par phrase : 20 mots au plus.",
            }
            .to_owned(),
        ),
        Rule::Actions => (
            format!("L’étape demande encore une action : {here}."),
            "Mettez-la dans une phrase à part ; s’il y en a plus de trois, dans une étape à part.".to_owned(),
        ),
        Rule::Acronym => (
            format!("Le sigle {here} n’est pas expliqué."),
            format!("Écrivez les mots, puis le sigle : « centre … ({words}) ». Ou ajoutez-le au glossaire, dans « autres_formes »."),
        ),
        Rule::Abbreviation => (format!("{here} est un mot abrégé."), format!("Écrivez : {instead}.")),
        Rule::Jargon => (
            format!("Le mot {here} n’est pas expliqué."),
            if linkable {
                format!("Liez-le au glossaire : [{words}](mot:…). Ou écrivez plus simplement : {instead}.")
            } else {
                format!("Ajoutez-le au glossaire, ou écrivez plus simplement : {instead}.")
            },
        ),
        Rule::Passive => (
            format!("{here} : celui qui agit vient en dernier."),
            "Commencez par celui qui agit : « La mairie traite la demande. »".to_owned(),
        ),
        Rule::DoubleNegation => (
            format!("{here} : deux négations à défaire."),
            "Dites ce qui est possible, ou ce qu’il faut faire.".to_owned(),
        ),
        Rule::Negation => (
            format!("{here} : cette consigne dit ce qu’il ne faut pas faire."),
            "Si vous le pouvez, dites ce qu’il faut faire à la place.".to_owned(),
        ),
        Rule::Office => (format!("{here} est une tournure administrative."), format!("Écrivez plutôt : {instead}.")),
        Rule::NumericDate => (format!("La date {here} est en chiffres."), format!("Écrivez : {instead}")),
        Rule::Phone => (format!("Le numéro {here} n’est pas écrit par paires."), format!("Écrivez : {instead}")),
        Rule::VagueLink => (
            format!("{here} ne dit pas où l’on va."),
            "Mettez dans le lien ce que l’on va trouver : [Se connecter avec FranceConnect](guide:franceconnect).".to_owned(),
        ),
        Rule::Senses => (
            format!("{here} ne suffit pas pour trouver."),
            "Citez les mots de l’écran entre guillemets : appuyez sur « Valider », le bouton vert.".to_owned(),
        ),
        Rule::Signs => signs(&here, instead),
        Rule::Paragraph => (
            format!("Ce paragraphe a {count} mots et {instead} phrases."),
            "Laissez une ligne vide avant cette phrase, ou faites une liste : 60 mots et 3 phrases au plus.".to_owned(),
        ),
        Rule::Persons => (
            format!("{here} : le lecteur est appelé de deux façons."),
            "Dites « vous » partout.".to_owned(),
        ),
    };
    Diagnostic::new(code(finding.rule), span, message, repair)
}

fn signs(here: &str, instead: &str) -> (String, String) {
    match instead {
        "." => (
            "Un point-virgule sépare ici deux phrases.".to_owned(),
            "Mettez un point, et une capitale après.".to_owned(),
        ),
        "" => (
            format!("{here} est lourd à lire."),
            "Écrivez en minuscules, et sortez de la parenthèse ce qui compte.".to_owned(),
        ),
        sign => (format!("Les signes {here} sont de trop."), format!("Un seul suffit : « {sign} ».")),
    }
}

pub(crate) fn bad_permission(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(
        &E215,
        span,
        format!("Cette permission ne se lit pas : {why}."),
        "Écrivez : langage: permet A080 parce que « la raison » jusqu’au 2027-03-01",
    )
}

/// Why a permission cannot be read.
pub(crate) mod why {
    pub const VERB: &str = "après « langage: », on attend « permet »";
    pub const CODE: &str = "on attend un code de langage, comme A080";
    pub const REASON: &str = "on attend « parce que », puis la raison entre guillemets";
    pub const DATE: &str = "on attend « jusqu’au », puis une date comme 2027-03-01";
}

pub(crate) fn expired(span: Span, code: &str, date: Date) -> Diagnostic {
    Diagnostic::new(
        &A093,
        span,
        format!("La permission de {code} a pris fin le {}.", in_words(date)),
        "Récrivez le texte, ou donnez une nouvelle date si la raison est toujours vraie.",
    )
}

pub(crate) fn idle(span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(
        &A094,
        span,
        format!("Le texte qui suit n’a pas besoin de la permission de {code}."),
        "Retirez cette permission, ou placez-la juste avant le paragraphe qui en a besoin.",
    )
}

pub(crate) fn over_budget(path: &str, count: usize, budget: usize) -> Diagnostic {
    Diagnostic::new(
        &A095,
        path,
        format!("Cette page a {count} avertissements de langage ; son budget est de {budget}."),
        "Récrivez les phrases que les avertissements montrent.",
    )
}
