//! Cases: what was tried, what worked.

use super::{AgeNotice, ExplainedWord, PageLink, SourceLine};
use serde::Serialize;

/// A case in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CaseCard {
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "resume")]
    pub summary: String,
    pub href: String,
}

/// `liste-cas.html`: every case, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct CasesBody {
    #[serde(rename = "cas")]
    pub cases: Vec<CaseCard>,
}

/// `cas.html`
#[derive(Clone, Debug, Serialize)]
pub struct CaseBody {
    #[serde(rename = "resume")]
    pub summary: String,
    /// In words: when it happened.
    pub date: Option<String>,
    /// Where it happened.
    #[serde(rename = "lieux")]
    pub places: Vec<String>,
    pub situation_html: String,
    #[serde(rename = "essais")]
    pub attempts: Vec<TriedRoad>,
    #[serde(rename = "reussites")]
    pub successes: Vec<TriedRoad>,
    #[serde(rename = "conseil_html")]
    pub advice_html: String,
    /// `oui`, `publies`; empty when no first name stands there.
    #[serde(rename = "prenoms")]
    pub first_names: &'static str,
    /// The story that they come from.
    #[serde(rename = "recit")]
    pub story: Option<String>,
    #[serde(rename = "besoins")]
    pub needs: Vec<PageLink>,
    /// Services that it concerns, beside those of its roads.
    pub services: Vec<PageLink>,
    #[serde(rename = "suspendu")]
    pub suspended: bool,
    pub verification: AgeNotice,
    pub sources: Vec<SourceLine>,
    /// The words that its texts lead to.
    #[serde(rename = "mots")]
    pub words: Vec<ExplainedWord>,
    /// Address of the whole glossary.
    #[serde(rename = "glossaire")]
    pub glossary: String,
}

/// One road.
#[derive(Clone, Debug, Serialize)]
pub struct TriedRoad {
    #[serde(rename = "titre")]
    pub title: String,
    /// The page of the service that was tried.
    pub service: Option<PageLink>,
    #[serde(rename = "raison_html")]
    pub reason_html: String,
}

/// On a service's page: that it was tried in vain, and what worked instead.
#[derive(Clone, Debug, Serialize)]
pub struct TriedHere {
    #[serde(rename = "cas")]
    pub cases: PageLink,
    /// In words.
    pub date: Option<String>,
    #[serde(rename = "raison_html")]
    pub reason_html: String,
    /// What worked: its service, or its words alone.
    #[serde(rename = "ensuite")]
    pub instead: Vec<WhatWorked>,
}

/// What worked instead.
#[derive(Clone, Debug, Serialize)]
pub struct WhatWorked {
    #[serde(rename = "titre")]
    pub title: String,
    pub href: Option<String>,
}
