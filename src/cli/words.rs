//! Numbers and sizes for people.

pub use crate::text::{size, thousands};

/// « 1 fichier », « 12 fichiers »: French makes the plural from two.
pub fn count(n: usize, word: &str) -> String {
    let s = if n >= 2 { "s" } else { "" };
    format!("{} {word}{s}", thousands(n as u64))
}

/// « Vouliez-vous dire « skype » ? », after another sentence; nothing without a near word.
pub fn did_you_mean(near: Option<&str>) -> String {
    near.map(|near| format!(" Vouliez-vous dire « {near} » ?")).unwrap_or_default()
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
