//! Ways to a commune: départements, groups of communes, names, postal codes, and the field that needs JavaScript.

use super::{Lien, LigneService, Porte};
use serde::Serialize;

/// The field « code postal ou commune »: what the theme's script needs to know. Hidden without JavaScript.
#[derive(Clone, Debug, Serialize)]
pub struct Champ {
    /// Address of the script.
    pub script: String,
    /// Address of the data, which the script loads when the field is first used.
    pub donnees: String,
    /// `../` as many times as the page is deep.
    pub racine: String,
    /// What ends the address of a commune's page: `.html`, or `-appel-video.html` on the page of a need.
    pub suffixe: String,
}

/// `territoires.html`: the entrance.
#[derive(Clone, Debug, Serialize)]
pub struct Territoires {
    /// With their communes when these are few; without, when the visitor must first choose a département.
    pub departements: Vec<Departement>,
    /// Whether the communes are too many to stand on this page.
    pub beaucoup: bool,
    /// Communes by name.
    pub noms: String,
    /// Communes by postal code, one page a département.
    pub codes_postaux: Vec<Lien>,
    /// Groups of communes, when the communes are few.
    pub epcis: Vec<Lien>,
    /// For those whom the site does not cover: its départements, when they are few.
    pub hors: Vec<Lien>,
    /// The same for all of France.
    pub france: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Departement {
    pub nom: String,
    /// `29`, `2A`, `974`.
    pub code: &'static str,
    pub href: String,
    pub communes: Vec<CommuneLien>,
}

#[derive(Clone, Debug, Serialize)]
pub struct CommuneLien {
    pub nom: String,
    pub href: String,
    pub codes_postaux: String,
}

/// A name in a list of communes.
#[derive(Clone, Debug, Serialize)]
pub struct NomCommune {
    pub nom: String,
    pub href: String,
    /// The commune of today, when the name is an older one: « Antorpe, voir Saint-Vit ».
    pub voir: Option<String>,
    /// What tells namesakes apart: postal code, département.
    pub note: String,
}

/// Names that begin alike.
#[derive(Clone, Debug, Serialize)]
pub struct Lettre {
    /// « S »; empty when the list is too short to be cut.
    pub lettre: String,
    /// The anchor `lettre-s`.
    pub ancre: String,
    pub noms: Vec<NomCommune>,
}

/// `territoire.html`: a département, a group of communes, or France.
#[derive(Clone, Debug, Serialize)]
pub struct Territoire {
    /// `departement`, `epci`, `france`.
    pub niveau: &'static str,
    /// The département's number; empty for others.
    pub code: &'static str,
    /// Cards of the services for the whole of the territory: see [`super::Carte`].
    pub cartes_html: Vec<String>,
    /// Whether the site covers only some of its communes: the page then speaks to the others.
    pub hors: bool,
    /// For those others, cards of the services for all of France: less precise.
    pub france_html: Vec<String>,
    /// Who answers each need here; empty for a group of communes, where each commune has its own answers.
    pub selon: Vec<BesoinTerritoire>,
    /// The communes that the site covers there, by letter.
    pub lettres: Vec<Lettre>,
    pub besoins: Vec<Porte>,
    /// Groups of communes within a département.
    pub epcis: Vec<Lien>,
    /// The same communes by postal code.
    pub codes_postaux: Option<String>,
    /// Wider territories, the nearest first.
    pub plus_large: Vec<Lien>,
    /// The same as a PDF.
    pub papier: Option<super::LienPapier>,
}

/// Who answers a need in a territory that is wide.
#[derive(Clone, Debug, Serialize)]
pub struct BesoinTerritoire {
    /// The anchor `besoin-appel-video`.
    pub ancre: String,
    pub titre: String,
    /// Services for the whole of the territory.
    pub proches: Vec<LigneService>,
    /// Services for all of France: less precise.
    pub france: Vec<LigneService>,
    /// The page of the need, with its guides.
    pub guides: String,
}

/// `communes.html`: communes by name.
#[derive(Clone, Debug, Serialize)]
pub struct Communes {
    /// The names of this page.
    pub lettres: Vec<Lettre>,
    /// The pages to choose from, when there are several.
    pub feuilles: Vec<Feuilles>,
    /// The pages before and after this one.
    pub precedente: Option<Lien>,
    pub suivante: Option<Lien>,
}

/// The pages of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct Feuilles {
    pub lettre: String,
    /// « S » alone, or « Saint-Paul à Saint-Zacharie ».
    pub liens: Vec<Lien>,
}

/// `codes-postaux.html`: the communes of a département by postal code.
#[derive(Clone, Debug, Serialize)]
pub struct CodesPostaux {
    pub codes: Vec<CodePostal>,
    /// Anchors to go to: every code, or the first of each three digits when they are many.
    pub sauts: Vec<Lien>,
    /// Help in the département for the communes that the site does not cover, when the list names some.
    pub hors: Option<Lien>,
}

#[derive(Clone, Debug, Serialize)]
pub struct CodePostal {
    pub code: &'static str,
    /// The anchor `code-29800`.
    pub ancre: String,
    pub communes: Vec<NomCommune>,
    /// Names of the communes of that code that the site does not cover.
    pub hors: Vec<String>,
}
