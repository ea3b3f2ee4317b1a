//! Accents that were read with the wrong encoding, then saved: « MÃ©diathÃ¨que », « Câ€™est ».

/// A word of a text that was UTF-8, was read as something else, and was saved like that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where the word begins, in bytes.
    pub at: usize,
    pub word: String,
    /// The word as it was, when it can be told.
    pub meant: Option<String>,
}

/// The first such word. A pair of signs that stands alone is none: a guide may show what broken accents look like.
pub fn find(text: &str) -> Option<Mojibake> {
    let mut from = 0;
    while let Some(at) = text[from..].find(is_lead).map(|at| from + at) {
        let rest = &text[at..];
        let mut letters = rest.chars();
        let lead = letters.next()?;
        let next = letters.next();
        from = at + lead.len_utf8();
        let Some(next) = next.filter(|next| follows(lead, *next)) else { continue };
        let pair = lead.len_utf8() + next.len_utf8();
        let before = text[..at].chars().next_back();
        let more = if lead == 'â' || lead == '‚' { 2 } else { 1 };
        let touches = |c: char| c.is_alphanumeric();
        let after = rest[pair..].chars().take(more).take_while(|c| !c.is_whitespace()).any(touches);
        // « lÃ » and its hard space: the last letter of a word.
        let enough = match next {
            '\u{a0}' => before.is_some_and(char::is_lowercase),
            _ => before.is_some_and(touches) || after,
        };
        if enough {
            let start = text[..at].rfind([' ', '\n', '\t']).map_or(0, |space| space + 1);
            let end = at + rest.find([' ', '\n', '\t']).unwrap_or(rest.len());
            let around = &text[start..end];
            let word = around.trim_matches(|c: char| c.is_ascii_punctuation());
            return Some(Mojibake { at: start, word: word.to_owned(), meant: undone(word) });
        }
    }
    None
}

/// The first byte of an accented letter or of a French sign, read as Windows-1252, or by an old Macintosh or DOS.
fn is_lead(c: char) -> bool {
    matches!(c, 'Ã' | 'Â' | 'Å' | 'â' | '√' | '‚' | '├')
}

/// Whether a sign can come after such a byte.
fn follows(lead: char, c: char) -> bool {
    match lead {
        '√' => "Ä†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø".contains(c),
        '‚' => c == 'Ä',
        '├' => "áíóúñÑªº¿®⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐ÁÂÀ©".contains(c),
        'â' => c == '€',
        _ => ('\u{80}'..='\u{bf}').contains(&c) || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c),
    }
}

/// The word as it was before it was read as Windows-1252.
fn undone(word: &str) -> Option<String> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(word);
    if lost {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok().filter(|meant| meant != word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_read_with_the_wrong_encoding_are_found() {
        for (text, word, meant) in [
            ("nom: MÃ©diathÃ¨que\n", "MÃ©diathÃ¨que", Some("Médiathèque")),
            ("nom: L’Ã‰cole\n", "L’Ã‰cole", None),
            ("nom: Ã‰cole de danse\n", "Ã‰cole", Some("École")),
            ("Le bouton est grisÃ©.\n", "grisÃ©", Some("grisé")),
            ("\nCâ€™est ici\n", "Câ€™est", Some("C’est")),
            ("Le cÅ“ur\n", "cÅ“ur", Some("cœur")),
            ("C’est lÃ\u{a0} !\n", "lÃ\u{a0}", Some("là")),
            ("aoÃ»t\n", "aoÃ»t", Some("août")),
            ("HÃ”TEL\n", "HÃ”TEL", Some("HÔTEL")),
            ("GarÃ§on\n", "GarÃ§on", Some("Garçon")),
            ("le 1Âº\n", "1Âº", Some("1º")),
            ("20Â°C\n", "20Â°C", Some("20°C")),
            ("5â€‰%, 9â€“12\n", "5â€‰", None),
            ("M√©diath√®que\n", "M√©diath√®que", None),
            ("C‚Äôest\n", "C‚Äôest", None),
            ("M├®diath├©que\n", "M├®diath├©que", None),
        ] {
            let found = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.word, word, "{text}");
            if meant.is_some() {
                assert_eq!(found.meant.as_deref(), meant, "{text}");
            }
        }
    }

    #[test]
    fn letters_of_other_languages_and_examples_are_none() {
        for good in [
            "Des signes bizarres, comme « Ã© » ou « â€™ », à la place de é.",
            "São Paulo, SÃO PAULO, IRMÃ, Ângela, ÂGE, pâté, râle, château",
            "« Â » et «Ã», “Å”, Ålesund, Ångström, Åse",
            "√2 et √ © 2026, 5 ‚ 6",
            "├── dossier\n├ a",
            "Tapez Â puis Ã\u{a0}: c’est tout.",
            "L’été, où, cœur, août, 20 °C, n°, « oui »",
            "",
        ] {
            assert_eq!(find(good), None, "{good}");
        }
    }
}
