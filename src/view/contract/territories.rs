//! Ways to a commune: départements, groups of communes, names, postal codes, and the field that needs JavaScript.

use super::{Door, PageLink, ServiceLine};
use serde::Serialize;

/// The field « code postal ou commune »: what the theme's script needs to know. Hidden without JavaScript.
#[derive(Clone, Debug, Serialize)]
pub struct CommuneField {
    /// Address of the script.
    pub script: String,
    /// Address of the data, which the script loads when the field is first used.
    #[serde(rename = "donnees")]
    pub data: String,
    /// `../` as many times as the page is deep.
    #[serde(rename = "racine")]
    pub root: String,
    /// What ends the address of a commune's page: `.html`, or `.html#appel-video` on the page of a need.
    #[serde(rename = "suffixe")]
    pub suffix: String,
    /// The need that the page is about, for communes that the site does not cover; empty on other pages.
    #[serde(rename = "besoin")]
    pub need: String,
}

/// `territoires.html`: the entrance.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoriesBody {
    /// With their communes when these are few; without, when the visitor must first choose a département.
    pub departements: Vec<DepartementEntry>,
    /// Whether the communes are too many to stand on this page.
    #[serde(rename = "beaucoup")]
    pub many: bool,
    /// Communes by name.
    #[serde(rename = "noms")]
    pub names: String,
    /// Communes by postal code, one page a département.
    #[serde(rename = "codes_postaux")]
    pub postal_codes: Vec<PageLink>,
    /// Groups of communes, when the communes are few.
    pub epcis: Vec<PageLink>,
    /// For those whom the site does not cover: its départements, when they are few.
    #[serde(rename = "hors")]
    pub outside: Vec<PageLink>,
    /// The same for all of France.
    pub france: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct DepartementEntry {
    #[serde(rename = "nom")]
    pub name: String,
    /// `29`, `2A`, `974`.
    pub code: &'static str,
    pub href: String,
    pub communes: Vec<CommuneLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct CommuneLink {
    #[serde(rename = "nom")]
    pub name: String,
    pub href: String,
    #[serde(rename = "codes_postaux")]
    pub postal_codes: String,
}

/// A name in a list of communes.
#[derive(Clone, Debug, Serialize)]
pub struct CommuneName {
    #[serde(rename = "nom")]
    pub name: String,
    pub href: String,
    /// The commune of today, when the name is an older one: « Antorpe, voir Saint-Vit ».
    #[serde(rename = "voir")]
    pub see: Option<String>,
    /// What tells namesakes apart: postal code, département.
    pub note: String,
}

/// Names that begin alike.
#[derive(Clone, Debug, Serialize)]
pub struct CommuneLetter {
    /// « S »; empty when the list is too short to be cut.
    #[serde(rename = "lettre")]
    pub letter: String,
    /// The anchor `lettre-s`.
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "noms")]
    pub names: Vec<CommuneName>,
}

/// `territoire.html`: a département, a group of communes, or France.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryBody {
    /// `departement`, `epci`, `france`.
    #[serde(rename = "niveau")]
    pub level: &'static str,
    /// The département's number; empty for others.
    pub code: &'static str,
    /// Cards of the services for the whole of the territory: see [`super::CardPart`].
    #[serde(rename = "cartes_html")]
    pub cards_html: Vec<String>,
    /// Whether the site covers only some of its communes: the page then speaks to the others.
    #[serde(rename = "hors")]
    pub outside: bool,
    /// For those others, cards of the services for all of France: less precise.
    pub france_html: Vec<String>,
    /// Who answers each need here; empty for a group of communes, where each commune has its own answers.
    #[serde(rename = "selon")]
    pub by_need: Vec<TerritoryNeed>,
    /// The communes that the site covers there, by letter.
    #[serde(rename = "lettres")]
    pub letters: Vec<CommuneLetter>,
    #[serde(rename = "besoins")]
    pub needs: Vec<Door>,
    /// Groups of communes within a département.
    pub epcis: Vec<PageLink>,
    /// The same communes by postal code.
    #[serde(rename = "codes_postaux")]
    pub postal_codes: Option<String>,
    /// Wider territories, the nearest first.
    #[serde(rename = "plus_large")]
    pub wider: Vec<PageLink>,
    /// The same as a PDF.
    #[serde(rename = "papier")]
    pub paper: Option<super::PaperLink>,
}

/// Who answers a need in a territory that is wide.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryNeed {
    /// The anchor `besoin-appel-video`.
    #[serde(rename = "ancre")]
    pub anchor: String,
    #[serde(rename = "titre")]
    pub title: String,
    /// Services for the whole of the territory.
    #[serde(rename = "proches")]
    pub near: Vec<ServiceLine>,
    /// Services for all of France: less precise.
    pub france: Vec<ServiceLine>,
    /// The page of the need, with its guides.
    pub guides: String,
}

/// `communes.html`: communes by name.
#[derive(Clone, Debug, Serialize)]
pub struct CommunesBody {
    /// The names of this page.
    #[serde(rename = "lettres")]
    pub letters: Vec<CommuneLetter>,
    /// The pages to choose from, when there are several.
    #[serde(rename = "feuilles")]
    pub sheets: Vec<LetterSheets>,
    /// The pages before and after this one.
    #[serde(rename = "precedente")]
    pub previous: Option<PageLink>,
    #[serde(rename = "suivante")]
    pub next: Option<PageLink>,
}

/// The pages of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterSheets {
    #[serde(rename = "lettre")]
    pub letter: String,
    /// « S » alone, or « Saint-Paul à Saint-Zacharie ».
    #[serde(rename = "liens")]
    pub links: Vec<PageLink>,
}

/// `codes-postaux.html`: the communes of a département by postal code.
#[derive(Clone, Debug, Serialize)]
pub struct PostalCodesBody {
    pub codes: Vec<PostalCodeRow>,
    /// Anchors to go to: every code, or the first of each three digits when they are many.
    #[serde(rename = "sauts")]
    pub jumps: Vec<PageLink>,
    /// Help in the département for the communes that the site does not cover, when the list names some.
    #[serde(rename = "hors")]
    pub outside: Option<PageLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PostalCodeRow {
    pub code: &'static str,
    /// The anchor `code-29800`.
    #[serde(rename = "ancre")]
    pub anchor: String,
    pub communes: Vec<CommuneName>,
    /// Names of the communes of that code that the site does not cover.
    #[serde(rename = "hors")]
    pub outside: Vec<String>,
}
