//! Folding: what two spellings of one French word have in common, and addresses made from words.

/// Lower case without accents or ligatures; typographic apostrophes and hyphens become plain ones.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        for lower in c.to_lowercase() {
            match lower {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out.push('a'),
                'ç' => out.push('c'),
                'è' | 'é' | 'ê' | 'ë' => out.push('e'),
                'ì' | 'í' | 'î' | 'ï' => out.push('i'),
                'ñ' => out.push('n'),
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' => out.push('o'),
                'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
                'ý' | 'ÿ' => out.push('y'),
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ß' => out.push_str("ss"),
                '’' | '‘' | 'ʼ' => out.push('\''),
                '‐' | '‑' | '–' | '—' => out.push('-'),
                '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
                // Combining accents: macOS writes file names as a letter followed by its accent.
                '\u{300}'..='\u{36f}' => {}
                other => out.push(other),
            }
        }
    }
    out
}

/// A file name safe on every disk and in every address: lower-case ASCII letters, digits and single hyphens.
/// « Été à l’île » gives `ete-a-l-ile`; a text without letter or digit gives an empty string.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Whether a text already is what [`slug`] would make, so that it may serve as an id.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether Windows keeps that name, without its extension, for a device: no file can have it, on a USB key either.
#[must_use]
pub fn is_reserved(stem: &str) -> bool {
    let stem = stem.split('.').next().unwrap_or(stem).trim_end().to_ascii_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|n| {
            matches!(n, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" | "clock$")
        || numbered("com")
        || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_and_apostrophes_fold() {
        assert_eq!(fold("Œuvre d’Été – ÎLE"), "oeuvre d'ete - ile");
        assert_eq!(fold("e\u{301}te"), "ete", "decomposed, as macOS writes it");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Été à l’île"), "ete-a-l-ile");
        assert_eq!(slug("  L'Haÿ-les-Roses !"), "l-hay-les-roses");
        assert_eq!(slug("???"), "");
    }

    #[test]
    fn every_slug_is_one() {
        assert!(is_slug(&slug("La Forest-Landerneau")));
        for bad in ["", "-a", "a-", "a--b", "É", "A", "a b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
