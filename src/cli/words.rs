//! Numbers and sizes for people.

/// « 1 fichier », « 12 fichiers »: French makes the plural from two.
pub fn count(n: usize, word: &str) -> String {
    let s = if n >= 2 { "s" } else { "" };
    format!("{} {word}{s}", thousands(n as u64))
}

/// « 35 000 »
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

/// « 870 Ko », « 1,2 Mo »
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} Ko", thousands(bytes.div_ceil(1000)));
    }
    let tenths = bytes / 100_000;
    format!("{},{} Mo", thousands(tenths / 10), tenths % 10)
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
