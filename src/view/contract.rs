//! The contract with the theme: one small struct per template.
//!
//! Field names are French because theme authors, who read them, are. Every text is ready to show; every
//! `href` and `src` is relative to the page it stands on; fields that end in `_html` hold HTML that
//! [`super::prose`] made and escaped, and are the only ones a template may mark `safe`.

mod az;
mod cases;
mod film;
mod help;
mod mediateur;
pub mod papier;
mod retire;
mod roles;
mod service;
mod tableau;
mod territories;
mod triage;

pub use az::{Az, Choix, Entree, Lettre, Urgence};
pub use cases::{CarteCas, Cas, DejaArrive, Ensuite, Essai, ListeCas};
pub use film::{Film, PassageFilm, Piste};
pub use help::{Aide, Ligne, Questions, Reponse, Reponses, Route};
pub use mediateur::{GroupePapier, GuidePapier, LienPapier, Mediateur};
pub use retire::{Deplace, Retire, ServiceRetire};
pub use roles::{CommuneRole, LigneService, Role};
pub use service::{Carte, CarteService, Passage, Service, SiNon, Telephone};
pub use tableau::{Ancienne, Barre, BesoinCouvert, Compte, ProduitSuivi, Tableau};
pub use territories::{
    BesoinTerritoire, Champ, CodePostal, CodesPostaux, CommuneLien, Communes, Departement, Feuilles,
    Lettre as LettreCommunes, NomCommune, Territoire, Territoires,
};
pub use triage::{Conseil, Orientation, Repondu, Venue};

use serde::Serialize;

/// What every page knows, whatever its kind. In templates: `page`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Page {
    /// `accueil`, `besoin`, `guide`, `contact`, `aide`, `service`, `produit`, `territoires`, `departement`,
    /// `epci`, `france`, `role`, `communes`, `codes-postaux`, `az`, `lettre`, `sources`, `glossaire`,
    /// `plan`, `apropos`, `accessibilite`, `deplace`, `retire`, `erreur`, `cas`, `liste-cas`, `recherche`, `mediateur`, `tableau`. Goes into `<body data-kind>`.
    pub sorte: &'static str,
    /// The title shown as `<h1>`.
    pub titre: String,
    /// The title of the browser tab, different on every page.
    pub titre_complet: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The way back, from home to the parent; empty on the home page.
    pub fil: Vec<Lien>,
    /// The language of the page, as in `<html lang>`.
    pub langue: String,
    /// Address of the theme's style sheet.
    pub style: String,
    /// Address of the script that applies the reader's settings before the first paint; none on page 404, which
    /// stands alone.
    pub reglages: Option<String>,
    /// Full address of the page on the web, when the site has a `base_url`.
    pub canonique: Option<String>,
    /// The same page addresses on every page.
    pub nav: Nav,
    /// Where the site is read: `usb`, `web`, `borne`.
    pub cible: &'static str,
    /// Addresses of the theme's scripts that this page needs besides that of its field.
    pub scripts: Vec<String>,
    /// On a public screen, numbers and addresses to take along; empty elsewhere.
    pub sorties: Vec<Sortie>,
    /// The top of the page: see [`Haut`].
    pub haut_html: String,
    /// The end of the page: see [`Bas`].
    pub bas_html: String,
    /// The field that finds a commune, on pages that have it.
    pub champ: Option<Champ>,
    /// The field that searches everything, on pages that have it; it finds communes by `champ`.
    pub recherche: Option<ChampRecherche>,
}

/// Addresses that every page links to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Nav {
    pub accueil: String,
    pub territoires: String,
    pub az: String,
    pub numeros: String,
    pub recherche: String,
    /// Empty when the site asks no questions.
    pub orientation: String,
    pub glossaire: String,
    pub plan: String,
    pub apropos: String,
    pub accessibilite: String,
}

/// A number or an address to take along from a public screen.
#[derive(Clone, Debug, Serialize)]
pub struct Sortie {
    /// `telephone`, `sms`, `courriel`, `site`.
    pub genre: &'static str,
    /// As people write it down.
    pub texte: String,
    /// The code, as a drawing.
    pub qr_html: String,
}

/// `haut.html`: skip link, name of the site, menu. Shown once for all the pages of a depth that it does not name.
#[derive(Clone, Debug, Serialize)]
pub struct Haut {
    /// The kind of page, when the menu leads to it; else empty.
    pub sorte: &'static str,
    /// As in [`Page::cible`].
    pub cible: &'static str,
    pub nav: Nav,
}

/// `bas.html`: the foot of the page and the drawings of the signs.
#[derive(Clone, Debug, Serialize)]
pub struct Bas {
    /// As in [`Haut`].
    pub sorte: &'static str,
    /// As in [`Page::cible`].
    pub cible: &'static str,
    pub nav: Nav,
    /// The mention that French law asks for on the home page; empty elsewhere.
    pub mention: String,
}

/// A page's address as people send it, and its code for a telephone.
#[derive(Clone, Debug, Serialize)]
pub struct Partage {
    pub adresse: String,
    pub qr_html: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Lien {
    pub titre: String,
    pub href: String,
}

/// One of the doors of the home page.
#[derive(Clone, Debug, Serialize)]
pub struct Porte {
    pub titre: String,
    pub exemple: String,
    pub href: String,
    pub dessin: Option<String>,
}

/// `accueil.html`
#[derive(Clone, Debug, Serialize)]
pub struct Accueil {
    pub sous_titre: String,
    pub portes: Vec<Porte>,
    /// Services of type « urgence », in the order of their numbers.
    pub urgences: Vec<CarteService>,
}

/// A guide in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CarteGuide {
    pub numero: u16,
    pub titre: String,
    pub resume: String,
    pub href: String,
    pub duree_min: Option<u16>,
    /// The first thing to do by a day.
    pub a_faire: Option<AFaire>,
}

/// « À faire au plus tard le … »: on its day, `age.js` takes it away.
#[derive(Clone, Debug, Serialize)]
pub struct AFaire {
    /// The last day on which it is shown, for the script: « 2026-12-31 ».
    pub jour: String,
    /// In words: « 31 décembre 2026 ».
    pub date: String,
    pub texte: String,
}

/// `besoin.html`
#[derive(Clone, Debug, Serialize)]
pub struct Besoin {
    pub id: String,
    pub exemple: String,
    pub guides: Vec<CarteGuide>,
    /// Cards of the services for the whole of France that answer this need: see [`Carte`].
    pub cartes_html: Vec<String>,
    /// The same need in each commune of the site, when they are few.
    pub communes: Vec<CommuneLien>,
    /// For those whose commune is not in that list: the need in the départements of the site, when they are few.
    pub hors: Vec<Lien>,
    /// Cases of this need.
    pub cas: Vec<CarteCas>,
}

/// How old a sheet is and who looked at it last.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Verification {
    /// `verifie`, `a_reverifier`, `perime`, `jamais`.
    pub etat: &'static str,
    /// `essai`, `appel`, `visite`, `courriel`, `site`, `documents`, `import`; empty when never verified.
    pub comment: &'static str,
    /// A role, never a name.
    pub par: Option<String>,
    /// In words: « 24 novembre 2026 ».
    pub le: Option<String>,
    /// In words: the day after which somebody must look again.
    pub revoir_le: Option<String>,
    /// When the sheet changes its state by itself: the page does it where scripts run.
    pub echeances: Option<Echeances>,
    /// In words: the date that the source itself gives, when nobody here verified.
    pub date_source: Option<String>,
    /// Whether the public file that the sheet comes from names the service no more.
    pub absente: bool,
    /// The public directory that the sheet comes from says that the service is closed.
    pub fermee: bool,
}

/// The last days of two states, as « 2027-03-24 ».
#[derive(Clone, Debug, Serialize)]
pub struct Echeances {
    /// After it, the sheet is to be verified again.
    pub revoir: String,
    /// After it, the sheet is old.
    pub perime: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Image {
    pub src: String,
    pub alt: String,
    pub legende_html: Option<String>,
    pub largeur: Option<u32>,
    pub hauteur: Option<u32>,
}

/// One step of a guide.
#[derive(Clone, Debug, Serialize)]
pub struct Etape {
    pub numero: usize,
    pub total: usize,
    /// The anchor « etape-3 ».
    pub ancre: String,
    /// A second anchor with the curator's own word, when given.
    pub ancre_id: Option<String>,
    pub titre: String,
    pub action_html: String,
    pub image: Image,
    pub film: Option<Film>,
    pub vous_voyez_html: String,
    pub si_non_html: String,
    /// `sur` or `probable`.
    pub preuve: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub titre: String,
    pub adresse: Option<String>,
    /// In words.
    pub date: Option<String>,
    pub licence: Option<String>,
}

/// `guide.html`
#[derive(Clone, Debug, Serialize)]
pub struct Guide {
    pub numero: u16,
    pub resume: String,
    pub a_faire: Vec<AFaire>,
    pub intro_html: String,
    pub film: Option<Film>,
    pub duree_min: Option<u16>,
    pub a_avoir: Vec<String>,
    /// `oui`, `non`, `contournable`.
    pub faut_entendre: &'static str,
    pub faut_un_email: bool,
    /// `smartphone`, `camera`, `carte_bancaire`: what else it needs.
    pub il_faut: Vec<&'static str>,
    pub besoins: Vec<Lien>,
    pub produits: Vec<Lien>,
    pub etapes: Vec<Etape>,
    pub voir_aussi: Vec<CarteGuide>,
    /// Where to find a person.
    pub qui_aide: QuiAide,
    /// Where to ask for the guide's first need in one's own commune; none on a site without communes.
    pub pres: Option<Lien>,
    /// What a reader sends, when the site has an address on the web.
    pub partage: Option<Partage>,
    pub verification: Verification,
    pub sources: Vec<Source>,
    /// The words that its texts lead to.
    pub mots: Vec<MotExplique>,
    /// Address of the whole glossary.
    pub glossaire: String,
    pub licence: String,
    /// The same as PDFs.
    pub papiers: Vec<LienPapier>,
}

/// `numeros.html`: guides by the number that people say on the telephone.
#[derive(Clone, Debug, Serialize)]
pub struct Numeros {
    pub guides: Vec<CarteGuide>,
}

/// The field that searches everything: what the theme's script needs to know. Hidden without JavaScript.
#[derive(Clone, Debug, Serialize)]
pub struct ChampRecherche {
    /// Address of the index, which the script loads when the field is first used.
    pub donnees: String,
    /// `../` as many times as the page is deep.
    pub racine: String,
}

/// `recherche.html`: that field, and the other ways to find.
#[derive(Clone, Debug, Serialize)]
pub struct Recherche {
    pub portes: Vec<Porte>,
}

/// Who helps with what a guide is for.
#[derive(Clone, Debug, Serialize)]
pub struct QuiAide {
    /// Those who serve the whole site, then those who serve one of its territories.
    pub groupes: Vec<GroupeAide>,
    /// Cards of services for all of France: shown as less precise.
    pub france_html: Vec<String>,
    /// The site covers no commune.
    pub sans_territoire: bool,
}

/// Services that help everywhere in the same territories.
#[derive(Clone, Debug, Serialize)]
pub struct GroupeAide {
    /// Names of the territories; none when they are many.
    pub zones: Vec<String>,
    pub cartes_html: Vec<String>,
}

/// `contact.html`: the contact sheet of a commune.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    pub commune: String,
    pub code: String,
    pub codes_postaux: Vec<String>,
    pub epci: Option<Lien>,
    pub departement: Lien,
    /// One link for each need: who helps with it here.
    pub besoins: Vec<Porte>,
    /// Nearest first: the commune, its EPCI, its département, France.
    pub groupes: Vec<GroupeServices>,
    /// The same as a PDF.
    pub papier: Option<LienPapier>,
}

#[derive(Clone, Debug, Serialize)]
pub struct GroupeServices {
    /// `commune`, `epci`, `departement`, `region`, `france`.
    pub niveau: &'static str,
    pub nom: String,
    /// Cards of the services: see [`Carte`].
    pub cartes_html: Vec<String>,
    /// For each card, `role-ccas` before the first of its type on a site that leads there; empty for the others.
    pub ancres: Vec<String>,
}

/// `produit.html`
#[derive(Clone, Debug, Serialize)]
pub struct Produit {
    pub resume: String,
    pub autres_noms: Vec<String>,
    /// `actif`, `arrete`, `inconnu`.
    pub etat: &'static str,
    /// In words.
    pub fin: Option<String>,
    pub remplace_par: Vec<Lien>,
    pub site: Option<Lien>,
    pub guides: Vec<CarteGuide>,
    pub verification: Verification,
    pub sources: Vec<Source>,
}

/// `glossaire.html`
#[derive(Clone, Debug, Serialize)]
pub struct Glossaire {
    pub lettres: Vec<LettreGlossaire>,
}

#[derive(Clone, Debug, Serialize)]
pub struct LettreGlossaire {
    pub lettre: String,
    pub ancre: String,
    pub mots: Vec<Mot>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Mot {
    pub ancre: String,
    pub mot: String,
    pub autres_formes: Vec<String>,
    pub definition: String,
    pub voir_aussi: Vec<Lien>,
}

/// A word, explained on the page that uses it.
#[derive(Clone, Debug, Serialize)]
pub struct MotExplique {
    pub ancre: String,
    pub mot: String,
    pub definition: String,
    /// The étape that leads here first.
    pub retour: Option<usize>,
}

/// `plan.html`: a link to every page.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    pub sections: Vec<SectionPlan>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SectionPlan {
    /// Key into the theme's strings: `plan_guides`…
    pub cle: &'static str,
    pub liens: Vec<Lien>,
}

/// `apropos.html`
#[derive(Clone, Debug, Serialize)]
pub struct Apropos {
    pub resume: String,
    pub editeur: String,
    pub contact: Option<String>,
    pub licence: String,
    /// In words: the day of the build.
    pub date: String,
    pub version: &'static str,
    pub nombre_guides: usize,
    pub nombre_services: usize,
    pub nombre_communes: usize,
    /// The table of communes.
    pub territoires: Vec<Source>,
    /// The pages of the documents that the contents rest on, when they are many; empty when they stand here.
    pub choix: Vec<Choix>,
    /// Those documents, each once, sorted.
    pub sources: Vec<LettreSources>,
}

/// Sources whose titles begin alike.
#[derive(Clone, Debug, Serialize)]
pub struct LettreSources {
    /// « A »; empty when the list is too short to be cut.
    pub lettre: String,
    pub sources: Vec<Source>,
}

/// `sources.html`: the documents of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct Sources {
    pub choix: Vec<Choix>,
    pub sources: Vec<Source>,
}

/// `accessibilite.html`
#[derive(Clone, Debug, Serialize)]
pub struct Accessibilite {
    pub mention: String,
    pub contact: Option<String>,
}

/// `erreur.html`: page 404; its style sheet is inside it, for it is shown at any depth.
#[derive(Clone, Debug, Serialize)]
pub struct Erreur {
    pub style_css: String,
}
