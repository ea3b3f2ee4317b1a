//! Plain language: what keeps a text readable. A rule is one entry: its code, its explanation, its row in `docs/langage.md`, and
//! what is said of a finding.

use super::quoted;
use crate::diag::{Code, Diagnostic};
use crate::plain::{Finding, Rule};
use crate::source::Span;

/// A finding, as its entry puts it into a sentence.
struct Remark<'a> {
    /// The words of the text.
    words: &'a str,
    /// The same, between quotation marks.
    here: String,
    count: usize,
    instead: &'a str,
    /// Whether the words can become a link.
    linkable: bool,
}

/// All that is said of a rule.
pub struct Wording {
    pub code: &'static Code,
    /// What the rule looks for, in a few words.
    pub sought: &'static str,
    /// What to write there.
    pub better: &'static str,
    /// What is wrong, and what to do.
    says: fn(&Remark<'_>) -> (String, String),
}

macro_rules! wordings {
    ($(
        $(#[doc = $line:literal])*
        $code:ident $rule:ident: $title:literal, sought: $sought:literal, better: $better:literal, says: $says:expr;
    )*) => {
        super::codes! { $($(#[doc = $line])* $code: $title;)* }

        /// What is said of a rule.
        #[must_use]
        pub fn wording(rule: Rule) -> &'static Wording {
            match rule {
                $(Rule::$rule => {
                    static WORDING: Wording =
                        Wording { code: &$code, sought: $sought, better: $better, says: $says };
                    &WORDING
                })*
            }
        }
    };
}

/// The code of a rule.
#[must_use]
pub fn code(rule: Rule) -> &'static Code {
    wording(rule).code
}

/// What a rule found: `words` are those of the text, `linkable` says whether they can become a link.
pub(crate) fn found(finding: &Finding, span: Span, words: &str, linkable: bool) -> Diagnostic {
    let Wording { code, says, .. } = wording(finding.rule);
    let (count, instead) = (finding.count, finding.instead.as_str());
    let (message, repair) = says(&Remark { words, here: quoted(words), count, instead, linkable });
    Diagnostic::new(code, span, message, repair)
}

fn long_sentence(count: usize, repair: &str) -> (String, String) {
    (format!("Cette phrase a {count} mots."), repair.to_owned())
}

wordings! {
    /// Au-delà de 25 mots, le lecteur a oublié le début de la phrase quand il arrive à la fin. Dites une idée par
    /// phrase.
    ///
    ///   Non : Si vous avez perdu votre mot de passe, allez sur la page du site et demandez un nouveau mot de passe, \
    ///   qui vous sera envoyé par courriel dans l’heure.
    ///   Oui : Vous avez perdu votre mot de passe ? Demandez-en un nouveau sur le site. Vous le recevez par courriel, \
    ///   dans l’heure.
    E210 TooLong: "phrase de plus de 25 mots",
    sought: "une phrase de plus de 25 mots",
    better: "deux phrases",
    says: |found| long_sentence(found.count, "Coupez-la en deux, une idée par phrase : 20 mots au plus.");

    /// Un sigle parle à ceux qui le connaissent déjà. Écrivez d’abord les mots, puis le sigle entre parenthèses, ou
    /// mettez le sigle dans le glossaire (autres_formes).
    ///
    ///   Non : Appelez le CCAS.
    ///   Oui : Appelez le centre communal d’action sociale (CCAS).
    E211 Acronym: "sigle sans explication",
    sought: "un sigle que rien n’explique",
    better: "« centre communal d’action sociale (CCAS) »",
    says: |found| (
        format!("Le sigle {} n’est pas expliqué.", found.here),
        format!("Écrivez les mots, puis le sigle : « centre … ({}) ». Ou ajoutez-le au glossaire, dans « autres_formes ».", found.words),
    );

    /// « 03/04 » se lit de deux façons, et une voix la lit mal. Écrivez le mois en lettres.
    ///
    ///   Non : 12/05/2025
    ///   Oui : 12 mai 2025
    E212 NumericDate: "date en chiffres",
    sought: "une date en chiffres",
    better: "« 12 mai 2025 », que la réparation donne",
    says: |found| (
        format!("La date {} est en chiffres.", found.here),
        format!("Écrivez : {}", found.instead),
    );

    /// On compose un numéro deux chiffres à la fois, le doigt sur la ligne. Écrivez-le par paires, sans point et sans
    /// indicatif.
    ///
    ///   Non : 0298859908, 02.98.85.99.08, +33 2 98 85 99 08
    ///   Oui : 02 98 85 99 08
    E213 Phone: "numéro de téléphone mal écrit",
    sought: "un numéro de téléphone mal écrit",
    better: "« 02 98 85 99 08 », que la réparation donne",
    says: |found| (
        format!("Le numéro {} n’est pas écrit par paires.", found.here),
        format!("Écrivez : {}", found.instead),
    );

    /// Une voix peut lire les liens seuls, l’un après l’autre : « ici, ici, en savoir plus » ne dit rien. Les mots du
    /// lien disent ce que l’on va trouver.
    ///
    ///   Non : Cliquez [ici](guide:franceconnect).
    ///   Oui : Lisez [Se connecter avec FranceConnect](guide:franceconnect).
    E214 VagueLink: "lien qui ne dit pas où il mène",
    sought: "un lien qui ne dit pas où il mène",
    better: "ce que l’on va trouver",
    says: |found| (
        format!("{} ne dit pas où l’on va.", found.here),
        "Mettez dans le lien ce que l’on va trouver : [Se connecter avec FranceConnect](guide:franceconnect).".to_owned(),
    );

    /// Une phrase de 20 mots se lit d’un souffle. Au-delà, coupez-la.
    ///
    ///   Non : Le conseiller vous reçoit sur rendez-vous le mardi et le jeudi, et vous aide à faire vos démarches sur \
    ///   votre propre ordinateur.
    ///   Oui : Le conseiller vous reçoit sur rendez-vous, le mardi et le jeudi. Il vous aide sur votre ordinateur.
    A080 Long: "phrase de plus de 20 mots",
    sought: "une phrase de plus de 20 mots",
    better: "deux phrases",
    says: |found| long_sentence(found.count, "Coupez-la en deux, une idée par phrase : 20 mots au plus.");

    /// On lit une étape avec une main sur la souris. 15 mots se retiennent le temps de lever les yeux.
    ///
    ///   Non : Appuyez sur le bouton « Autoriser » que vous voyez dans la petite fenêtre ouverte par le navigateur.
    ///   Oui : Une petite fenêtre s’ouvre. Appuyez sur « Autoriser ».
    A081 LongInStep: "phrase de plus de 15 mots dans une étape",
    sought: "une phrase de plus de 15 mots dans une étape",
    better: "deux phrases",
    says: |found| long_sentence(found.count, "Coupez-la : 15 mots au plus dans une étape.");

    /// Une étape, une action. Qui lit « ouvrez, puis choisissez » a oublié la fin quand il a fait le début.
    ///
    ///   Non : Écrivez votre prénom, puis appuyez sur « Rejoindre ».
    ///   Oui : deux étapes, ou deux phrases : « Écrivez votre prénom. Appuyez sur « Rejoindre ». »
    A082 Actions: "plusieurs actions dans une étape",
    sought: "deux actions dans une phrase d’étape, ou quatre dans un paragraphe",
    better: "une action par phrase",
    says: |found| (
        format!("L’étape demande encore une action : {}.", found.here),
        "Mettez-la dans une phrase à part ; s’il y en a plus de trois, dans une étape à part.".to_owned(),
    );

    /// Un mot abrégé se devine, et une voix le lit mal. Écrivez-le en entier.
    ///
    ///   Non : tél., rdv, etc.
    ///   Oui : téléphone, rendez-vous, ou trois exemples
    A083 Abbreviation: "mot abrégé",
    sought: "un mot abrégé",
    better: "le mot entier",
    says: |found| (
        format!("{} est un mot abrégé.", found.here),
        format!("Écrivez : {}.", found.instead),
    );

    /// Le mot est de ceux qui arrêtent les lecteurs. Liez-le au glossaire la première fois, expliquez-le, ou prenez un
    /// mot plus simple.
    ///
    ///   Non : Acceptez les cookies.
    ///   Oui : Acceptez les [cookies](mot:cookie). Ou : Acceptez les cookies (de petits fichiers).
    A084 Jargon: "mot difficile sans explication",
    sought: "un mot difficile, ni lié au glossaire ni expliqué",
    better: "`[cookies](mot:cookie)`",
    says: |found| (
        format!("Le mot {} n’est pas expliqué.", found.here),
        if found.linkable {
            format!("Liez-le au glossaire : [{}](mot:…). Ou écrivez plus simplement : {}.", found.words, found.instead)
        } else {
            format!("Ajoutez-le au glossaire, ou écrivez plus simplement : {}.", found.instead)
        },
    );

    /// « Est fait par » met à la fin celui qui agit. Commencez par lui.
    ///
    ///   Non : La demande est traitée par la mairie.
    ///   Oui : La mairie traite la demande.
    A085 Passive: "tournure passive",
    sought: "« est fait par »",
    better: "celui qui agit, en premier",
    says: |found| (
        format!("{} : celui qui agit vient en dernier.", found.here),
        "Commencez par celui qui agit : « La mairie traite la demande. »".to_owned(),
    );

    /// Deux négations s’annulent, et le lecteur doit faire le calcul. Dites ce qui est, ou ce qu’il faut faire.
    ///
    ///   Non : Ce n’est pas impossible. Venez, sauf si vous n’avez pas de rendez-vous.
    ///   Oui : C’est possible. Venez si vous avez un rendez-vous.
    A086 DoubleNegation: "double négation",
    sought: "deux négations, « sauf si … ne »",
    better: "ce qui est possible",
    says: |found| (
        format!("{} : deux négations à défaire.", found.here),
        "Dites ce qui est possible, ou ce qu’il faut faire.".to_owned(),
    );

    /// Cette tournure ne se dit pas de vive voix. Il y a plus court.
    ///
    ///   Non : Veuillez procéder à votre inscription afin de bénéficier de l’aide.
    ///   Oui : Inscrivez-vous pour avoir l’aide.
    A087 Office: "tournure administrative",
    sought: "une tournure administrative",
    better: "des mots de tous les jours",
    says: |found| (
        format!("{} est une tournure administrative.", found.here),
        format!("Écrivez plutôt : {}.", found.instead),
    );

    /// Une couleur, une forme ou une place ne suffit pas : qui voit mal, ou lit sur un petit écran, ne trouve rien.
    /// Citez les mots du bouton.
    ///
    ///   Non : Appuyez sur le bouton vert, à droite.
    ///   Oui : Appuyez sur « Valider », le bouton vert à droite.
    A088 Senses: "repère sans le nom du bouton",
    sought: "une couleur ou une place, sans le nom du bouton",
    better: "« Valider », le bouton vert",
    says: |found| (
        format!("{} ne suffit pas pour trouver.", found.here),
        "Citez les mots de l’écran entre guillemets : appuyez sur « Valider », le bouton vert.".to_owned(),
    );

    /// Les signes en série, les points-virgules, les longues parenthèses et les mots en capitales fatiguent.
    ///
    ///   Non : ATTENTION : fermez la page !!!
    ///   Oui : Attention : fermez la page.
    A089 Signs: "ponctuation ou capitales lourdes",
    sought: "des signes en série, une longue parenthèse, des capitales",
    better: "un point",
    says: |found| match found.instead {
        "." => (
            "Un point-virgule sépare ici deux phrases.".to_owned(),
            "Mettez un point, et une capitale après.".to_owned(),
        ),
        "" => (
            format!("{} est lourd à lire.", found.here),
            "Écrivez en minuscules, et sortez de la parenthèse ce qui compte.".to_owned(),
        ),
        sign => (
            format!("Les signes {} sont de trop.", found.here),
            format!("Un seul suffit : « {sign} »."),
        ),
    };

    /// Un mur de texte n’est pas lu. Trois phrases et 60 mots par paragraphe suffisent. Laissez une ligne vide, ou
    /// faites une liste.
    A091 Paragraph: "paragraphe trop long",
    sought: "un paragraphe de plus de 60 mots ou 3 phrases",
    better: "deux paragraphes",
    says: |found| (
        format!("Ce paragraphe a {} mots et {} phrases.", found.count, found.instead),
        "Laissez une ligne vide avant cette phrase, ou faites une liste : 60 mots et 3 phrases au plus.".to_owned(),
    );

    /// Le lecteur se demande qui agit. Dites « vous » du début à la fin.
    ///
    ///   Non : Si on a un compte, vous entrez votre mot de passe.
    ///   Oui : Si vous avez un compte, entrez votre mot de passe.
    A092 Persons: "plusieurs façons de s’adresser au lecteur",
    sought: "tu et vous, ou « on » qui veut dire vous",
    better: "vous, partout",
    says: |found| (
        format!("{} : le lecteur est appelé de deux façons.", found.here),
        "Dites « vous » partout.".to_owned(),
    );

    /// « Ne fermez pas la page » fait penser à la fermer. Dites plutôt ce qu’il faut faire : « Gardez la page
    /// ouverte ». Pour une consigne de sécurité, la négation est juste : cette remarque n’oblige à rien.
    I001 Negation: "consigne à la forme négative",
    sought: "une consigne à la forme négative",
    better: "ce qu’il faut faire, si c’est possible",
    says: |found| (
        format!("{} : cette consigne dit ce qu’il ne faut pas faire.", found.here),
        "Si vous le pouvez, dites ce qu’il faut faire à la place.".to_owned(),
    );
}
