//! What is printed: the formats of paper.

use crate::text::closed_list;

closed_list! {
    /// A format, as the command line and addresses name it.
    Paper {
        /// A guide in large print.
        Large = "grand",
        /// A guide at 14 pt, for those who read well.
        Plain = "courant",
        /// Cards of the size of a postcard, four on a sheet.
        Pocket = "poche",
        /// Who helps in a territory.
        Contact = "contact",
        /// A selection, with cover, contents, contacts, words and room for notes.
        Booklet = "livret",
        /// What to bring and to say.
        Visit = "rendez-vous",
    }
}

impl Paper {
    /// Whether this program can make PDFs: see the cargo feature `papier`.
    pub const AVAILABLE: bool = cfg!(feature = "papier");
    /// Those that each guide is built in.
    pub const OF_A_GUIDE: &'static [Self] = &[Self::Large, Self::Plain, Self::Pocket, Self::Visit];

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
