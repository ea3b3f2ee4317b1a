//! Signs that nobody sees: what turns a line round, what drives a terminal, what is there and shows nothing.

/// Whether a sign must not stand in a text: it shows nothing, and changes what is around it.
///
/// Control signs (a line break and a tabulation are white space), the marks that turn the direction of writing
/// (U+202A to U+202E, U+2066 to U+2069; those of Unicode's « Trojan source » note, 2021), the separators of lines
/// and paragraphs that break a script, tags, and code points that are no characters.
/// The marks U+200E and U+200F stay: Arabic and Hebrew names need them.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control() || u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c),
    }
}

/// Whether a text shows nothing at all: spaces of any width, and letters without a shape.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || is_hidden(c)
            || matches!(
                c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                    | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}'
                    | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                    | '\u{e0100}'..='\u{e01ef}'
            )
    })
}

/// The text on one line, hidden signs as their code: `\u{1b}` drives no terminal.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            c if is_hidden(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_nobody_sees_are_found() {
        for c in [
            '\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}',
            '\u{ffff}',
        ] {
            assert!(is_hidden(c), "{c:?}");
        }
        for c in
            ['a', 'é', '’', '\u{a0}', '\u{202f}', '\u{200d}', '\u{200f}', '\n', '\t', '中', '🏠', '\u{301}']
        {
            assert!(!is_hidden(c), "{c:?}");
        }
        for blank in ["", " ", "\u{a0}\u{200b}", "\u{3164}", "\u{2800}\u{feff}", "\u{202e}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        assert!(!is_blank("\u{200b}a"));
        assert_eq!(visible("a\u{1b}[31m\nb"), "a\\u{1b}[31m b");
    }
}
