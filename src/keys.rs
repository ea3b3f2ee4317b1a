//! What a key of a sheet is: its name, what it takes, what it means. A key is written once, beside the code that reads it; the
//! reading, the schemas of editors, the plain-language rules and the tables of `docs/contenu.md` all go by that row.

use crate::plain::PassageKind;

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum KeyForm {
    Text,
    /// A list, or one.
    Texts,
    Choice(&'static [&'static str]),
    /// A list of words, or one.
    Choices(&'static [&'static str]),
    /// From the first to the second.
    Number(u16, u16),
    /// `AAAA-MM-JJ`
    Day,
    /// A day, a month or a year.
    Date,
    /// Keys of its own.
    Map(&'static [KeyRow]),
    /// A list of maps, or one.
    Maps(&'static [KeyRow]),
    /// A text, or the same.
    NumberOrMaps(&'static [KeyRow]),
    /// Names that the author chooses, and texts.
    Labels,
}

/// One key of a sheet, or of a map in it.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow {
    pub name: &'static str,
    pub form: KeyForm,
    /// What must be there has a line to copy, shown when it is not.
    pub example: Option<&'static str>,
    /// As what the plain-language rules read it: pages show it as the curator's own words. Names, addresses, search words
    /// and titles of sources are not.
    pub passage: Option<PassageKind>,
    /// What it means, in French: shown by editors, and in `docs/contenu.md` as Markdown.
    pub says: &'static str,
}

/// The answers of [`yes_no`].
pub const YES_NO: &[&str] = &["oui", "non"];

/// A key that must be there; `example` is a line to copy.
#[must_use]
pub const fn must(name: &'static str, example: &'static str, form: KeyForm, says: &'static str) -> KeyRow {
    KeyRow { name, form, example: Some(example), passage: None, says }
}

/// A key that may be there.
#[must_use]
pub const fn may(name: &'static str, form: KeyForm, says: &'static str) -> KeyRow {
    KeyRow { name, form, example: None, passage: None, says }
}

/// A key that may be there, and takes « oui » or « non ».
#[must_use]
pub const fn yes_no(name: &'static str, says: &'static str) -> KeyRow {
    may(name, KeyForm::Choice(YES_NO), says)
}

impl KeyRow {
    /// The same key, whose value is read as a text of the site.
    #[must_use]
    pub const fn read_as(mut self, kind: PassageKind) -> Self {
        self.passage = Some(kind);
        self
    }

    /// Whether the sheet must have it.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.example.is_some()
    }

    /// The words that it takes; none when it takes anything.
    #[must_use]
    pub fn words(&self) -> &'static [&'static str] {
        match self.form {
            KeyForm::Choice(words) | KeyForm::Choices(words) => words,
            _ => &[],
        }
    }

    /// The least and the most that a number may be.
    #[must_use]
    pub fn bounds(&self) -> (u16, u16) {
        match self.form {
            KeyForm::Number(least, most) => (least, most),
            _ => (0, u16::MAX),
        }
    }

    /// The keys of the maps that it takes.
    #[must_use]
    pub fn inner(&self) -> &'static [KeyRow] {
        match self.form {
            KeyForm::Map(keys) | KeyForm::Maps(keys) | KeyForm::NumberOrMaps(keys) => keys,
            _ => &[],
        }
    }
}

/// A kind of file: where it is, and the keys that it takes.
#[derive(Debug)]
pub struct SheetKeys {
    /// The name of its schema: `service` for `schemas/service.json`.
    pub name: &'static str,
    /// The files that it describes, as editors match them.
    pub files: &'static [&'static str],
    pub title: &'static str,
    /// Whether the file is a list of such sheets.
    pub list: bool,
    /// Groups of keys, in order.
    pub groups: &'static [&'static [KeyRow]],
}

impl SheetKeys {
    /// All its keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static KeyRow> {
        self.groups.iter().copied().flatten()
    }
}

/// Declares the keys of a file, each under a name for the code that reads it, in tables.
macro_rules! keys {
    ($($(#[$doc:meta])* $table:ident { $($name:ident = $key:expr;)* })*) => {
        /// The keys, by name.
        pub mod key {
            use super::*;
            $($(pub const $name: $crate::keys::KeyRow = $key;)*)*
            $($(#[$doc])* pub const $table: &[$crate::keys::KeyRow] = &[$($name),*];)*
        }
    };
}
pub(crate) use keys;
