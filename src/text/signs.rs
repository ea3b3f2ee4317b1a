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

/// The first sign of a text that nobody sees and that does not belong there, with the byte where it stands: those of
/// [`is_hidden`], and signs without width, which cut a word in two for whoever searches it, copies it or hears it.
///
/// What writing needs stays: the soft hyphen, the marks of Arabic and Hebrew, joiners within their scripts and those of
/// India, breaks between the words of Thai and its neighbours, joiners and variants of emoji.
#[must_use]
pub fn unseen(text: &str) -> Option<(usize, char)> {
    all_unseen(text).next()
}

/// Every sign of a text that nobody sees and that does not belong there.
pub fn all_unseen(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut before = None;
    text.char_indices().filter(move |(at, c)| {
        let after = || text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let found = is_hidden(*c) || has_no_width(*c) && !belongs(before, *c, after());
        before = Some(*c);
        found
    })
}

/// The text without them.
#[must_use]
pub fn without_unseen(text: &str) -> String {
    let found: Vec<usize> = all_unseen(text).map(|(at, _)| at).collect();
    text.char_indices().filter(|(at, _)| found.binary_search(at).is_err()).map(|(_, c)| c).collect()
}

fn has_no_width(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{1d173}'..='\u{1d17a}'
    )
}

/// Whether a sign without width is part of what stands around it.
fn belongs(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let is = |c: Option<char>, what: fn(char) -> bool| c.is_some_and(what);
    match sign {
        // 👩‍💻, ❤️‍🔥
        '\u{200d}' if is(before, is_pictured) && is(after, is_pictured) => true,
        // From Arabic to Mongolian: letters that take another shape beside their neighbours.
        '\u{200c}' | '\u{200d}' | '\u{180e}' => is(before, |c| ('\u{600}'..='\u{1cff}').contains(&c)),
        '\u{200b}' => {
            // Thai, Lao, Tibetan, Burmese, Khmer: no space between words.
            let is_unspaced = |c| matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
            is(before, is_unspaced) && is(after, is_unspaced)
        }
        _ => false,
    }
}

/// A sign that emoji are made of.
fn is_pictured(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{20e3}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
        | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
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

    #[test]
    fn signs_without_width_are_told_where_they_do_not_belong() {
        for text in [
            "mai\u{200b}rie",
            "mai\u{200c}rie",
            "mai\u{200d}rie",
            "mai\u{2060}rie",
            "mai\u{feff}rie",
            "mai\u{34f}rie",
            "mai\u{180e}rie",
            "mai\u{3164}rie",
            "mai\u{ffa0}rie",
            "mai\u{115f}rie",
            "mai\u{2063}rie",
            "mai\u{206a}rie",
            "\u{202a}mairie\u{202c}",
            "\u{2067}mairie",
            "a\u{200d}👩",
            "👩\u{200d}",
            "👩\u{200d} a",
            "\u{200b}ไทย",
            "a\u{1d173}",
            "\u{200c}خواهم",
        ] {
            assert!(unseen(text).is_some(), "{text:?}");
            assert_eq!(unseen(&without_unseen(text)), None, "{text:?}");
        }
        for text in [
            "mairie",
            "12\u{202f}000 €",
            "«\u{a0}oui\u{a0}»",
            "inter\u{ad}net",
            "e\u{301}",
            "l’été",
            "un\ndeux\ttrois",
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "🧑🏽\u{200d}🦽",
            "👁\u{fe0f}\u{200d}🗨",
            "☎\u{fe0e}",
            "1\u{fe0f}\u{20e3}",
            "🇫🇷",
            "👍🏽",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "\u{200f}שלום",
            "محمد\u{200e}",
            "ไทย\u{200b}ไทย",
            "中文",
            "한국",
            "➡️ suite",
            "½ ≤ 100 °C",
        ] {
            assert_eq!(unseen(text), None, "{text:?}");
            assert_eq!(without_unseen(text), text);
        }
    }
}
