//! Paper: what the templates of `papier/` see, as `donnees.json`. Values only: nothing in it is ever read as Typst.

use serde::Serialize;
use std::collections::BTreeMap;

/// Running text.
pub type Prose = Vec<Bloc>;

/// A block; in JSON, `{"sorte": "paragraphe", "texte": […]}`. `prose` in `papier/commun.typ` shows each kind.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "sorte", rename_all = "lowercase")]
pub enum Bloc {
    Paragraphe {
        texte: Vec<Trait>,
    },
    /// Numbered from `debut`, or with bullets.
    Liste {
        debut: Option<u64>,
        points: Vec<Prose>,
    },
    Avis {
        blocs: Prose,
    },
}

/// A stretch of a line.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "sorte", rename_all = "lowercase")]
pub enum Trait {
    Mots {
        mots: String,
    },
    Gras {
        texte: Vec<Trait>,
    },
    Accent {
        texte: Vec<Trait>,
    },
    Saisie {
        mots: String,
    },
    Retour,
    /// On paper a link is its words, and where they lead: an address, « fiche 412 », « étape 3 », a telephone number.
    Lien {
        texte: Vec<Trait>,
        adresse: Option<String>,
        renvoi: Option<String>,
        /// Whether the word is explained below.
        note: bool,
    },
}

/// A document: one file of PDF.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Papier {
    pub langue: String,
    pub titre: String,
    pub auteur: String,
    /// Year, month, day: that of the newest content, so that a sheet which did not change keeps its bytes.
    pub date: [i16; 3],
    /// Size of the body, in points.
    pub corps: f64,
    /// `a4`, `a5`.
    pub feuille: &'static str,
    /// How often the whole stands in the file.
    pub exemplaires: u16,
    /// In words, for a cover: the territory.
    pub lieu: Option<String>,
    pub fiches: Vec<FicheGuide>,
    /// Contact sheets.
    pub contacts: Vec<FicheContact>,
    pub mots: Vec<MotPapier>,
    pub rendez_vous: Option<RendezVous>,
    pub licence: String,
    /// The theme's strings that the templates name.
    pub t: BTreeMap<String, String>,
}

/// A guide.
#[derive(Clone, Debug, Serialize)]
pub struct FicheGuide {
    pub numero: u16,
    pub titre: String,
    pub resume: String,
    pub intro: Prose,
    /// Words that the introduction explains.
    pub mots: Vec<MotPapier>,
    pub film: Option<FilmPapier>,
    pub duree_min: Option<u16>,
    pub a_avoir: Vec<String>,
    pub entendre: String,
    /// That one needs an e-mail address; nothing when one does not.
    pub email: Option<String>,
    /// What else it needs, a line each: what, then the sentence.
    pub il_faut: Vec<(String, String)>,
    pub etapes: Vec<EtapePapier>,
    pub aide: Vec<GroupeContacts>,
    /// « Vérifié … », « À revérifier après … ».
    pub verifie: Vec<String>,
    /// A warning, when the sheet is old or suspended.
    pub attention: Vec<String>,
    pub sources: Vec<String>,
    pub licence: String,
    /// What to say on the telephone.
    pub parole: String,
    /// As people type it; none when the site has no address on the web.
    pub adresse: Option<String>,
    /// The code that opens it, as SVG.
    pub code: Option<String>,
    /// Somebody to ask: name and number.
    pub humain: Option<[String; 2]>,
}

#[derive(Clone, Debug, Serialize)]
pub struct EtapePapier {
    pub numero: usize,
    pub total: usize,
    pub titre: String,
    pub action: Prose,
    pub image: ImagePapier,
    pub film: Option<FilmPapier>,
    pub vous_voyez: Prose,
    pub si_non: Prose,
    /// Words that it uses first.
    pub mots: Vec<MotPapier>,
    /// What to know about its certainty.
    pub reserve: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ImagePapier {
    /// Its path in the document: `/image/3.svg`.
    pub fichier: String,
    pub alt: String,
    pub legende: Option<String>,
    /// Width over height; 1.5 when the file does not say.
    pub rapport: f64,
}

/// A film, for who has no screen at hand: its picture, its text, and where to see it.
#[derive(Clone, Debug, Serialize)]
pub struct FilmPapier {
    pub titre: String,
    pub legende: String,
    /// In words: « 36 secondes ».
    pub duree: String,
    pub affiche: ImagePapier,
    /// Who speaks, if several do, and what is said.
    pub texte: Vec<(Option<String>, String)>,
    /// The code that opens it, as SVG; none when the site has no address on the web.
    pub code: Option<String>,
    /// The number of its guide: « ouvrez la fiche 412 sur le site ».
    pub numero: u16,
}

/// Services under one title.
#[derive(Clone, Debug, Serialize)]
pub struct GroupeContacts {
    pub titre: String,
    /// Wider than the neighbourhood: names and numbers are enough.
    pub loin: bool,
    pub services: Vec<ContactPapier>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ContactPapier {
    pub nom: String,
    pub resume: Option<String>,
    /// Each with its price, keys and hours.
    pub telephones: Vec<[String; 2]>,
    pub sms: Option<String>,
    pub courriel: Option<String>,
    pub site: Option<String>,
    pub adresse: Vec<String>,
    pub horaires: Vec<String>,
    /// For who does not hear: the first line after the name.
    pub entendre: Option<String>,
    pub fait: Vec<String>,
    pub ne_fait_pas: Vec<String>,
    pub verifie: String,
}

/// The contacts of a commune, of a group of communes, of a département.
#[derive(Clone, Debug, Serialize)]
pub struct FicheContact {
    pub titre: String,
    pub groupes: Vec<GroupeContacts>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MotPapier {
    pub mot: String,
    pub definition: String,
}

/// « Préparer mon rendez-vous ». Nothing in it asks for a password.
#[derive(Clone, Debug, Serialize)]
pub struct RendezVous {
    /// What one comes for: « Rejoindre un appel vidéo (fiche 412) ».
    pub sujets: Vec<String>,
    /// Things to bring, each once.
    pub apporter: Vec<String>,
    /// Who may ask in one's place, a sentence each.
    pub agir: Vec<String>,
    pub services: Vec<ContactPapier>,
}
