//! What the index from A to Z takes.

use super::Lien;
use serde::Serialize;

/// `az.html`: every lay word, by letter; when they are many, one letter, or the choice of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct Az {
    /// Before all letters; empty on the page of one letter.
    pub urgences: Vec<Urgence>,
    /// How to reach most of them without hearing nor speaking.
    pub ecrit: String,
    pub messages: Vec<Lien>,
    /// The letters that have words: places in this page, or pages of their own.
    pub choix: Vec<Choix>,
    /// The words of this page.
    pub lettres: Vec<Lettre>,
}

/// A letter to go to.
#[derive(Clone, Debug, Serialize)]
pub struct Choix {
    pub lettre: String,
    pub href: String,
    /// Whether it is this page's.
    pub ici: bool,
}

/// A kind of danger, and who answers.
#[derive(Clone, Debug, Serialize)]
pub struct Urgence {
    pub phrase: String,
    /// How, without hearing nor speaking; empty when it is as for the others.
    pub ecrit: String,
    pub appels: Vec<Lien>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Lettre {
    /// « A » … « Z », or « 0–9 ».
    pub lettre: String,
    /// The anchor « lettre-a ».
    pub ancre: String,
    pub entrees: Vec<Entree>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entree {
    /// What people say: « skaip ».
    pub mot: String,
    /// Where it leads; equal to `mot` when the word is the title itself.
    pub titre: String,
    pub href: String,
    /// `guide`, `service`, `produit`, `mot`, `besoin`, `cas`, `territoires`.
    pub sorte: &'static str,
}
