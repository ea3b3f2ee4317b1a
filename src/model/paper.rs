//! What is printed: the formats of paper.

/// A format, as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// A guide in large print.
    Large,
    /// A guide at 14 pt, for who reads well.
    Plain,
    /// Cards of the size of a postcard, four on a sheet.
    Pocket,
    /// Who helps in a territory.
    Contact,
    /// A selection, with cover, contents, contacts, words and room for notes.
    Booklet,
    /// What to bring and to say.
    Visit,
}

impl Paper {
    /// Whether this program can make PDFs: see the cargo feature `papier`.
    pub const AVAILABLE: bool = cfg!(feature = "papier");
    /// The words that the command line uses, in order.
    pub const KEYS: &'static [&'static str] =
        &["grand", "courant", "poche", "contact", "livret", "rendez-vous"];
    /// The values, in the order of [`Self::KEYS`].
    pub const ALL: &'static [Self] =
        &[Self::Large, Self::Plain, Self::Pocket, Self::Contact, Self::Booklet, Self::Visit];
    /// Those that each guide is built in.
    pub const OF_A_GUIDE: &'static [Self] = &[Self::Large, Self::Plain, Self::Pocket, Self::Visit];

    /// The word that the command line and addresses use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Large => "grand",
            Self::Plain => "courant",
            Self::Pocket => "poche",
            Self::Contact => "contact",
            Self::Booklet => "livret",
            Self::Visit => "rendez-vous",
        }
    }

    /// The size of running text, in points. Atkinson at 20 is as tall as DejaVu at 18, and 18 is where large print
    /// begins (UKAAF G003, APH).
    #[must_use]
    pub fn body(self) -> f64 {
        match self {
            Self::Large | Self::Booklet => 20.0,
            Self::Contact | Self::Visit => 18.0,
            Self::Plain | Self::Pocket => 14.0,
        }
    }
}
