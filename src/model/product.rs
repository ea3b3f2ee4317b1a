//! Things that guides depend on, and their lives.

use super::{Stage, Verification, WebAddress};
use crate::source::Span;
use crate::text::PartialDate;
use std::collections::BTreeMap;

/// Whether a product can still be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    Active,
    Stopped(Option<PartialDate>),
    Unknown,
}

/// What a product says without naming another.
pub struct ProductFacts {
    /// The file's name.
    pub id: String,
    pub name: String,
    pub other_names: Vec<String>,
    pub summary: String,
    pub also_said: Vec<String>,
    pub life: Life,
    pub site: Option<WebAddress>,
    /// Words on its screens, by the name under which étapes cite them.
    pub labels: BTreeMap<String, String>,
    pub verification: Verification,
    pub span: Span,
}

/// Skype, Doctolib, FranceConnect…
pub struct Product<S: Stage> {
    pub facts: ProductFacts,
    pub replaced_by: Vec<S::Product>,
}

facts!(Product, ProductFacts);
