//! Lists that are closed: a few values, each with the word that people write for it.

/// Declares an enum whose values have a word each, in the order in which they are shown.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// The words that people write, in order.
            pub const KEYS: &'static [&'static str] = &[$($key),*];
            /// The values, in the order of [`Self::KEYS`].
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that people write.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),* }
            }

            /// The value of a word, when it is one of these.
            #[must_use]
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == word)
            }
        }
    };
}
pub(crate) use closed_list;
