//! Numbers and sizes as people read them.

use super::NO_BREAK;

/// « 35 000 »
#[must_use]
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(NO_BREAK);
        }
        out.push(digit);
    }
    out
}

/// « 870 Ko », « 1,2 Mo »
#[must_use]
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} Ko", thousands(bytes.div_ceil(1000)));
    }
    let tenths = bytes / 100_000;
    format!("{},{} Mo", thousands(tenths / 10), tenths % 10)
}
