//! Paper: what the templates of `papier/` see, as `donnees.json`. Values only: nothing in it is ever read as Typst.

use serde::Serialize;
use std::collections::BTreeMap;

/// Running text.
pub type PaperProse = Vec<PaperBlock>;

/// A block; in JSON, `{"sorte": "paragraphe", "texte": […]}`. `prose` in `papier/commun.typ` shows each kind.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "sorte")]
pub enum PaperBlock {
    #[serde(rename = "paragraphe")]
    Paragraph {
        #[serde(rename = "texte")]
        text: Vec<PaperRun>,
    },
    /// Numbered from `debut`, or with bullets.
    #[serde(rename = "liste")]
    List {
        #[serde(rename = "debut")]
        start: Option<u64>,
        points: Vec<PaperProse>,
    },
    #[serde(rename = "avis")]
    Notice {
        #[serde(rename = "blocs")]
        blocks: PaperProse,
    },
}

/// A stretch of a line.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "sorte")]
pub enum PaperRun {
    #[serde(rename = "mots")]
    Words {
        #[serde(rename = "mots")]
        words: String,
    },
    #[serde(rename = "gras")]
    Strong {
        #[serde(rename = "texte")]
        text: Vec<PaperRun>,
    },
    #[serde(rename = "accent")]
    Emphasis {
        #[serde(rename = "texte")]
        text: Vec<PaperRun>,
    },
    #[serde(rename = "saisie")]
    Input {
        #[serde(rename = "mots")]
        words: String,
    },
    #[serde(rename = "retour")]
    Break,
    /// On paper a link is its words, and where they lead: an address, « fiche 412 », « étape 3 », a telephone number.
    #[serde(rename = "lien")]
    Link {
        #[serde(rename = "texte")]
        text: Vec<PaperRun>,
        #[serde(rename = "adresse")]
        address: Option<String>,
        #[serde(rename = "renvoi")]
        reference: Option<String>,
        /// Whether the word is explained below.
        note: bool,
    },
}

/// A document: one file of PDF.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PaperDocument {
    #[serde(rename = "langue")]
    pub language: String,
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "auteur")]
    pub author: String,
    /// Year, month, day: that of the newest content, so that a sheet which did not change keeps its bytes.
    pub date: [i16; 3],
    /// Size of the body, in points.
    #[serde(rename = "corps")]
    pub body_size: f64,
    /// `a4`, `a5`.
    #[serde(rename = "feuille")]
    pub paper_size: &'static str,
    /// How often the whole stands in the file.
    #[serde(rename = "exemplaires")]
    pub copies: u16,
    /// In words, for a cover: the territory.
    #[serde(rename = "lieu")]
    pub place: Option<String>,
    #[serde(rename = "fiches")]
    pub sheets: Vec<GuideSheet>,
    /// Contact sheets.
    pub contacts: Vec<ContactSheet>,
    #[serde(rename = "mots")]
    pub words: Vec<PaperWord>,
    #[serde(rename = "rendez_vous")]
    pub appointment: Option<AppointmentSheet>,
    pub licence: String,
    /// The theme's strings that the templates name.
    #[serde(rename = "t")]
    pub strings: BTreeMap<String, String>,
}

/// A guide.
#[derive(Clone, Debug, Serialize)]
pub struct GuideSheet {
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "resume")]
    pub summary: String,
    pub intro: PaperProse,
    /// Words that the introduction explains.
    #[serde(rename = "mots")]
    pub words: Vec<PaperWord>,
    pub film: Option<PaperFilm>,
    #[serde(rename = "duree_min")]
    pub minutes: Option<u16>,
    #[serde(rename = "a_avoir")]
    pub to_have: Vec<String>,
    #[serde(rename = "entendre")]
    pub hearing: String,
    /// That one needs an e-mail address; nothing when one does not.
    pub email: Option<String>,
    /// What else it needs, a line each: what, then the sentence.
    #[serde(rename = "il_faut")]
    pub also_needs: Vec<(String, String)>,
    #[serde(rename = "etapes")]
    pub steps: Vec<PaperStep>,
    #[serde(rename = "aide")]
    pub help: Vec<ContactGroup>,
    /// « Vérifié … », « À revérifier après … ».
    #[serde(rename = "verifie")]
    pub verified: Vec<String>,
    /// A warning, when the sheet is old or suspended.
    #[serde(rename = "attention")]
    pub warnings: Vec<String>,
    pub sources: Vec<String>,
    pub licence: String,
    /// What to say on the telephone.
    #[serde(rename = "parole")]
    pub to_say: String,
    /// As people type it; none when the site has no address on the web.
    #[serde(rename = "adresse")]
    pub address: Option<String>,
    /// The code that opens it, as SVG.
    pub code: Option<String>,
    /// Somebody to ask: name and number.
    #[serde(rename = "humain")]
    pub person: Option<[String; 2]>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PaperStep {
    #[serde(rename = "numero")]
    pub number: usize,
    pub total: usize,
    #[serde(rename = "titre")]
    pub title: String,
    pub action: PaperProse,
    #[serde(rename = "image")]
    pub picture: PaperPicture,
    pub film: Option<PaperFilm>,
    #[serde(rename = "vous_voyez")]
    pub you_see: PaperProse,
    #[serde(rename = "si_non")]
    pub if_not: PaperProse,
    /// Words that it uses first.
    #[serde(rename = "mots")]
    pub words: Vec<PaperWord>,
    /// What to know about its certainty.
    #[serde(rename = "reserve")]
    pub caveat: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PaperPicture {
    /// Its path in the document: `/image/3.svg`.
    #[serde(rename = "fichier")]
    pub file: String,
    pub alt: String,
    #[serde(rename = "legende")]
    pub caption: Option<String>,
    /// Width over height; 1.5 when the file does not say.
    #[serde(rename = "rapport")]
    pub aspect: f64,
}

/// A film, for who has no screen at hand: its picture, its text, and where to see it.
#[derive(Clone, Debug, Serialize)]
pub struct PaperFilm {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "legende")]
    pub caption: String,
    /// In words: « 36 secondes ».
    #[serde(rename = "duree")]
    pub duration: String,
    #[serde(rename = "affiche")]
    pub poster: PaperPicture,
    /// Who speaks, if several do, and what is said.
    #[serde(rename = "texte")]
    pub text: Vec<(Option<String>, String)>,
    /// The code that opens it, as SVG; none when the site has no address on the web.
    pub code: Option<String>,
    /// The number of its guide: « ouvrez la fiche 412 sur le site ».
    #[serde(rename = "numero")]
    pub number: u16,
}

/// Services under one title.
#[derive(Clone, Debug, Serialize)]
pub struct ContactGroup {
    #[serde(rename = "titre")]
    pub title: String,
    /// Wider than the neighbourhood: names and numbers are enough.
    #[serde(rename = "loin")]
    pub far: bool,
    pub services: Vec<PaperContact>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PaperContact {
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "resume")]
    pub summary: Option<String>,
    /// Each with its price, keys and hours.
    #[serde(rename = "telephones")]
    pub phones: Vec<[String; 2]>,
    pub sms: Option<String>,
    #[serde(rename = "courriel")]
    pub email: Option<String>,
    pub site: Option<String>,
    #[serde(rename = "adresse")]
    pub address: Vec<String>,
    #[serde(rename = "horaires")]
    pub hours: Vec<String>,
    /// For who does not hear: the first line after the name.
    #[serde(rename = "entendre")]
    pub hearing: Option<String>,
    #[serde(rename = "fait")]
    pub does: Vec<String>,
    #[serde(rename = "ne_fait_pas")]
    pub does_not: Vec<String>,
    #[serde(rename = "verifie")]
    pub verified: String,
}

/// The contacts of a commune, of a group of communes, of a département.
#[derive(Clone, Debug, Serialize)]
pub struct ContactSheet {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "groupes")]
    pub groups: Vec<ContactGroup>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PaperWord {
    #[serde(rename = "mot")]
    pub word: String,
    pub definition: String,
}

/// « Préparer mon rendez-vous ». Nothing in it asks for a password.
#[derive(Clone, Debug, Serialize)]
pub struct AppointmentSheet {
    /// What one comes for: « Rejoindre un appel vidéo (fiche 412) ».
    #[serde(rename = "sujets")]
    pub subjects: Vec<String>,
    /// Things to bring, each once.
    #[serde(rename = "apporter")]
    pub to_bring: Vec<String>,
    /// Who may ask in one's place, a sentence each.
    #[serde(rename = "agir")]
    pub may_act: Vec<String>,
    pub services: Vec<PaperContact>,
}
