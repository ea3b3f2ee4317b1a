//! Numbers and sizes for people.

pub use crate::text::{size, thousands};

/// « 1 fichier », « 12 fichiers »: French makes the plural from two.
pub fn count(n: usize, word: &str) -> String {
    let s = if n >= 2 { "s" } else { "" };
    format!("{} {word}{s}", thousands(n as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_french() {
        assert_eq!(count(1, "fichier"), "1 fichier");
        assert_eq!(count(35_000, "fichier"), "35\u{a0}000 fichiers");
        assert_eq!(size(1_250_000), "1,2 Mo");
        assert_eq!(size(12), "1 Ko");
    }
}
