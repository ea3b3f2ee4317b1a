//! Forms: the closed lists of words by which an étape needs what not everybody has, and of the other ways.
//!
//! They are data, told to curators in `docs/contenu.md`, « Ce qu’il faut avoir ». A pattern is words with single spaces,
//! in lower case without accents: `a|b` is either, `a?` may be missing.

use crate::model::Means;

/// What is looked for, for one of the means.
pub struct Lists {
    pub means: Means,
    /// An étape that says so needs it.
    pub needs: &'static [&'static str],
    /// Not when one of these stands just before, or follows.
    pub not_after: &'static [&'static str],
    pub not_before: &'static [&'static str],
    /// « a_avoir » says so with these.
    pub said: &'static [&'static str],
    /// « a_avoir » asks for it with these: then it is needed, whatever the étapes say.
    pub asked: &'static [&'static str],
    /// Its names, after « pas de » or « sans ».
    pub names: &'static [&'static str],
}

const MAILS: &str = "courriel|courriels|mail|mails|e-mail|e-mails|email|emails|mel";

pub static LISTS: &[Lists] = &[
    Lists {
        means: Means::Email,
        needs: &[
            "ouvrez|consultez|relevez|lisez|regardez|verifiez votre|vos|le|les|ce|ces courriel|courriels|mail|mails|e-mail|e-mails|email|emails|messagerie",
            "ouvrez|consultez votre|la boite mail|e-mail|email|electronique",
            "ecrivez|entrez|tapez|saisissez|indiquez|notez|donnez|recopiez votre|l|une adresse de|d? votre? courriel|mail|e-mail|email|electronique",
            "ecrivez|entrez|tapez|saisissez|indiquez votre courriel|mail|e-mail|email",
            "code|lien|message recu|envoye par courriel|mail|e-mail|email",
            "arrive par courriel|mail|e-mail|email",
            "recevez|recevrez un courriel|mail|e-mail|email",
            "envoie un courriel|mail|e-mail|email",
            "un courriel|mail|e-mail|email vous",
            "faut une adresse de? courriel|mail|e-mail|email|electronique",
            "donnez|notez|confirmez|communiquez|renseignez|fournissez votre courriel|mail|e-mail|email|mel",
            "ecrivez|entrez|tapez|saisissez|indiquez|notez|donnez|recopiez votre|l|une adresse gmail|outlook|orange|yahoo|hotmail",
            "renseignez|communiquez|fournissez|confirmez votre|l|une adresse de|d? votre? courriel|mail|e-mail|email|electronique",
            "dans|sur votre messagerie",
            "dans|sur votre boite mail|e-mail|email|electronique",
            "recu|recue|envoye|envoyee|arrive|confirmez|confirmation|recevez|recevrez par courrier electronique",
            "avez|aurez besoin d une adresse de? courriel|mail|e-mail|email|electronique",
            "avez|aurez besoin d un courriel|mail|e-mail|email",
        ],
        not_after: &[],
        not_before: &["indesirables|indesirable"],
        said: &[MAILS, "messagerie", "adresse electronique"],
        asked: &[MAILS, "messagerie", "adresse electronique"],
        names: &[MAILS, "adresse|adresses", "messagerie"],
    },
    Lists {
        means: Means::Smartphone,
        needs: &[
            "prenez|utilisez|sortez|ouvrez|sur|avec un|le smartphone",
            "votre smartphone",
            "faut donc? un smartphone",
            "avez|aurez besoin d un smartphone",
            "avez|aurez besoin de votre? smartphone",
            "telechargez|installez|ouvrez|lancez|touchez l|une|cette|son|votre application|appli",
            "telechargez|installez sur votre? telephone|mobile",
            "dans|sur l|le app|play store",
            "dans|sur google play",
            "scannez|flashez|photographiez|visez le|ce|un|votre qr? code",
            "photographiez avec votre telephone",
            "avec l appareil photo du telephone",
        ],
        not_after: &[],
        not_before: &["de|sur l|votre? ordinateur", "ordinateur", "pour ordinateur", "de bureau|windows"],
        said: &["smartphone|smartphones|iphone|ipad|tablette|tactile|android|application", "telephone avec"],
        asked: &["smartphone|smartphones|tactile"],
        names: &["smartphone|application|appli|tablette", "telephone|mobile"],
    },
    Lists {
        means: Means::Camera,
        needs: &[
            "face a|vers la|votre camera",
            "devant la|votre camera",
            "autorisez|acceptez|activez|allumez|regardez|essayez|branchez la|votre camera|webcam",
            "accord pour la camera",
            "photographiez|filmez",
        ],
        not_after: &["parler|parle|parlent"],
        not_before: &["de|du votre|son|sa|ton proche|medecin|correspondant"],
        said: &["camera|cameras|webcam|smartphone|tablette|tactile|iphone|ipad|android|whatsapp|facetime"],
        asked: &["camera|cameras|webcam"],
        names: &["camera|webcam|appareil|ordinateur", "telephone"],
    },
    Lists {
        means: Means::BankCard,
        needs: &[
            "payez|payer|reglez|regler|paiement par carte",
            "payez|reglez avec votre|la carte",
            "ecrivez|entrez|tapez|saisissez|recopiez|indiquez les|le|l chiffres|numero|numeros de|d votre|la carte bancaire|bleue?",
            "ecrivez|entrez|tapez|saisissez|recopiez|indiquez|donnez les seize|16 chiffres|numeros de|d votre|la carte bancaire|bleue?",
            "avez|aurez besoin de|d votre|la|une carte bancaire|bleue",
            "faut une|la|votre carte bancaire|bleue",
            "prenez|preparez|sortez votre|la carte bancaire|bleue",
            "donnez le|les numero|chiffres de|d votre|la carte bancaire|bleue",
        ],
        not_after: &[],
        not_before: &["vitale|electorale|d|mobilite|grise|de|invalidite"],
        said: &["carte|cartes bancaire|bancaires|bleue|bleues"],
        asked: &["carte|cartes bancaire|bancaires|bleue|bleues"],
        names: &["carte|cartes"],
    },
];

/// Words by which an étape gives another way, whatever it needs.
pub const WAYS: &[&str] = &[
    "autre|autres facon|facons|moyen|moyens|maniere|manieres|solution|solutions",
    "autrement",
    "au|le guichet|comptoir",
    "sur place",
    "par courrier|lettre|cheque|virement|telephone|ecrit",
    "en especes|liquide|agence",
    "sur|en papier",
    "formulaire papier",
    "un|une|votre|quelques proche|proches|voisin|voisine|aidant|aidante",
    "a l accueil|agence|pharmacie|bibliotheque|mairie",
    "de l accueil",
    "quelqu un d autre",
    "a votre place",
    "pret|pretent|prete|preter",
    "n en avez pas|plus",
    "n avez ni",
];

/// After « sinon », what is no other way: the same once more.
pub const AGAIN: &[&str] = &[
    "recommencez",
    "reessayez",
    "essayez",
    "revenez",
    "retournez",
    "rouvrez",
    "fermez",
    "cherchez",
    "attendez",
    "verifiez",
    "redemarrez",
    "rallumez",
];
