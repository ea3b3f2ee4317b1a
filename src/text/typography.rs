//! French typography as the Imprimerie nationale sets it: curators type plain spaces and straight
//! apostrophes, readers see narrow no-break spaces and curly ones.

use super::{NARROW, NO_BREAK};

/// Sets French spaces and apostrophes in a run of prose.
///
/// - `'` between letters becomes `’`;
/// - a space before `; ! ?` and the inner spaces of `« »` become narrow no-break spaces (U+202F);
/// - a space before `:` becomes a no-break space (U+00A0);
/// - three full stops become `…`;
/// - a space inside a number, or between a number and its unit, does not break.
///
/// Nothing is ever added where the author wrote no space, so addresses (`https://…`) and hours (`8:30`)
/// come through unharmed. The function is idempotent.
#[must_use]
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut before = '\0';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or('\0');
        let set = match c {
            '\'' if before.is_alphabetic() => '’',
            ' ' | NO_BREAK | NARROW if is_gap(c, before, next) => space_between(c, before, next),
            '.' if next == '.' && chars.clone().nth(1) == Some('.') => {
                chars.next();
                chars.next();
                '…'
            }
            other => other,
        };
        out.push(set);
        before = set;
    }
    out
}

/// Whether French has a rule of its own for a space here.
fn is_gap(_: char, before: char, next: char) -> bool {
    before == '«'
        || matches!(next, '»' | ';' | '!' | '?' | ':' | '€' | '%')
        || before.is_ascii_digit() && (next.is_ascii_digit() || next == 'h')
}

fn space_between(c: char, before: char, next: char) -> char {
    match (before, next) {
        (_, ':') => NO_BREAK,
        ('«', _) | (_, '»' | ';' | '!' | '?' | '€' | '%') => NARROW,
        (b, n) if b.is_ascii_digit() && (n.is_ascii_digit() || n == 'h') => NO_BREAK,
        _ => c,
    }
}

/// With a capital first letter: « lundi » is « Lundi » at the beginning of a line.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_apostrophes_are_french() {
        assert_eq!(
            french("Qu'est-ce que « Skype » ? Rien : c'est fini..."),
            "Qu’est-ce que «\u{202f}Skype\u{202f}»\u{202f}? Rien\u{a0}: c’est fini…"
        );
    }

    #[test]
    fn addresses_and_hours_stay_whole() {
        for text in ["https://a.fr/?x=1;y", "8:30", "clic@pays.fr"] {
            assert_eq!(french(text), text);
        }
    }

    #[test]
    fn a_telephone_number_is_not_cut() {
        assert_eq!(french("02 98 85"), "02\u{a0}98\u{a0}85");
    }

    #[test]
    fn setting_twice_changes_nothing() {
        let once = french("« Oui » : l'heure ; 8 h 30 ?");
        assert_eq!(french(&once), once);
    }
}
