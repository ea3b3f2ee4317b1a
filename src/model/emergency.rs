//! Words of somebody in danger, and the number of help that they lead to, above everything else.

use super::{Phone, Stage};
use crate::source::{At, Span};

/// One kind of danger: an entry of `content/urgences.yaml`, or of the list that goes with the program.
#[derive(Clone)]
pub struct Emergency<S: Stage> {
    pub id: String,
    /// One sentence that says what to do: « Une vie est en danger ? Appelez le 15, le Samu. »
    pub sentence: String,
    /// How, for somebody who neither hears nor speaks.
    pub written: String,
    /// Sheets of help that the site names, before the numbers.
    pub services: Vec<S::Service>,
    /// Numbers to call; the sheet of the site that has one is its page.
    pub numbers: Vec<Phone>,
    /// A number that takes written messages.
    pub sms: Option<Phone>,
    /// Said within a question, in any order.
    pub words: Vec<At<String>>,
    /// Said alone: with anything beside, they may mean something else.
    pub alone: Vec<At<String>>,
    /// Where such words mean no danger: « carte d'identité », « mourir d'ennui ».
    pub except: Vec<String>,
    pub span: Span,
}

impl<S: Stage> Emergency<S> {
    /// All that must lead there.
    pub fn cries(&self) -> impl Iterator<Item = &At<String>> {
        self.words.iter().chain(&self.alone)
    }
}
