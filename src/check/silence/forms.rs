//! Forms: the closed lists of words that suppose hearing or speaking, and of the ways that need neither.
//!
//! They are data, told to curators in `docs/contenu.md`. A pattern is words with single spaces, in lower case without
//! accents: `a|b` is either, `a?` may be missing, `#` is a number, `...` any few words. What stands between « » is
//! [`QUOTED`]: the words of a screen are not an order.

/// Takes the place of a quotation.
pub const QUOTED: &str = "xquotedx";

/// Words that suppose hearing or speaking.
pub struct SenseWord {
    pub pattern: &'static str,
    /// Not when one of these stands just before.
    pub not_after: &'static [&'static str],
    /// Not when one of these follows.
    pub not_before: &'static [&'static str],
    /// What more it takes.
    pub takes: Takes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    /// It begins a clause: elsewhere « dites » is an adjective.
    Clause,
    /// Its sentence is an order: it begins with a verb in « -ez ».
    Order,
}

const fn form(
    pattern: &'static str,
    not_after: &'static [&'static str],
    not_before: &'static [&'static str],
) -> SenseWord {
    SenseWord { pattern, not_after, not_before, takes: Takes::Nothing }
}

const NAMED: &[&str] = &[
    // « Appelez ce dossier “Photos” », « appelez-le “Photos” », « appelez l’ascenseur »: no telephone.
    "ce|cet|cette|le|la|votre dossier|fichier|document|album|groupe|liste|page|photo|image|ascenseur",
    "l image|album|ascenseur",
    QUOTED,
    "cela|ca",
];

const QUOTE_ONES_FILE: &[&str] = &[
    // « Rappelez votre référence », « rappelez que »: to mention.
    "que|qu",
    "le|la|les|l|votre|vos|son|sa|ses reference|references|nom|motif|objet|date|dossier|identifiant|adresse",
    "le|votre|son numero de|d dossier|client|allocataire|commande|contrat|suivi|abonne",
];

const LANGUAGES: &[&str] = &[
    "francais|anglais|breton|arabe|espagnol|portugais|italien|allemand|turc|russe|ukrainien|chinois|roumain",
    "tres? bien|mal|peu",
];

const MODAL: &str = "allez|devez|devrez|devriez|pouvez|pourrez|pourriez|faut|faudra|suffit aussi|encore|toujours|ensuite|directement? de|d? l|la|le|les|lui|leur? appeler|rappeler|telephoner|ecouter|entendre|parler";

/// In the order in which they are looked for; each is said with its own words.
pub const FORMS: &[SenseWord] = &[
    form("appelez|appelez-le|appelez-la|appelez-les|appelez-nous|appelez-moi", &["vous"], NAMED),
    form("rappelez|rappelez-le|rappelez-la|rappelez-les|rappelez-nous", &["vous"], QUOTE_ONES_FILE),
    form("telephonez|telephonez-lui|telephonez-leur|telephonez-nous|retelephonez", &[], &[]),
    form("decrochez", &[], &["le|les|un|des|vos|votre cadre|cadres|tableau|tableaux|rideau|rideaux"]),
    form("composez le|la|ce|son|un numero|#", &[], &["de|d carte|dossier|client"]),
    form("composez #", &[], &[]),
    form("repondez au telephone", &[], &[]),
    form("repondez a l appel", &[], &["video|visio"]),
    form("laissez un|votre message", &[], &["ecrit"]),
    form(
        "ecoutez|ecoutez-le|ecoutez-la|ecoutez-les|reecoutez",
        &[],
        &["votre|vos corps|coeur|instinct|envies|besoins"],
    ),
    form("parlez|parlez-lui|parlez-leur|parlez-nous", &["vous"], LANGUAGES),
    SenseWord {
        pattern: "dites|dites-le|dites-lui|dites-leur|dites-nous|dites-moi",
        not_after: &[],
        not_before: &["adieu"],
        takes: Takes::Clause,
    },
    form("prononcez|epelez", &[], &[]),
    form("demandez a parler", &[], &[]),
    form(MODAL, &[], &[]),
    form(
        "vous entendez|entendrez",
        &["vous", "ce que", "comme"],
        &["par", "tres|encore|un? mal|peu|moins|difficilement", "un peu mal|moins"],
    ),
    form("entendez-vous un|une|le|la|les|l|votre", &[], &[]),
    form("a voix haute", &["lu|lue|lus|lues|lit|lire"], &[]),
    form("a haute voix", &["lu|lue|lus|lues|lit|lire"], &[]),
    form("de vive voix", &[], &[]),
    form("bip|bips", &[], &[]),
    form("signal|signaux sonore|sonores", &[], &[]),
    SenseWord { pattern: "par telephone", not_after: &[], not_before: &[], takes: Takes::Order },
];

/// Patterns that are no verb: a negation anywhere before them in the sentence takes them away.
pub const NOUNS: &[&str] = &["a voix haute", "a haute voix", "de vive voix", "bip|bips", "par telephone"];

/// Ways that need neither hearing nor speaking.
pub const WAYS: &[&str] = &[
    // In writing.
    "ecrivez|ecrivez-lui|ecrivez-leur|ecrivez-nous|ecrivez-le|ecrivez-la",
    "ecrire",
    "par ecrit",
    "message|messages|echange|echanges|conseil|conseils ecrit|ecrits",
    "par message|messages|courrier|lettre|fax|internet|formulaire|messagerie",
    "envoyez|envoyer|envoyez-lui|envoyez-leur|envoyez-nous lui|leur? un petit? message",
    "sms|texto|textos",
    "courriel|courriels|e-mail|e-mails|email|emails|mail|mails|mel",
    "formulaire|formulaires",
    "tchat|messagerie",
    "rendez-vous en ligne",
    // On a screen or with the hands.
    "sous-titres|sous-titre|sous-titrage|transcription",
    "relais telephonique|telephoniques",
    "rogervoice|acceo|tadeo",
    "langue des signes",
    "langue parlee completee",
    "114",
    // By somebody else.
    "un|une proche|voisin|voisine|aidant|aidante",
    "une personne de confiance",
    "quelqu un d autre",
    "une autre personne",
    "a votre place",
    "faites appeler|telephoner",
    // By going there.
    "sur place",
    "au guichet|comptoir|bureau",
    "a l accueil|agence",
    "de l accueil",
    "a votre agence|mairie|banque",
    "presentez-vous|deplacez-vous",
];

/// Ways that one hears, though their words look like written ones.
pub const HEARD_AFTER_ALL: &[&str] = &["vocal|vocaux|sonore|sonores"];
