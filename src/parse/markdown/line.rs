//! A line of a text as its author wrote it, and the spaces that may stand in it.

/// A line: where it stands, the spaces and `>` before its words, and the words.
pub struct MeantLine<'t> {
    pub start: usize,
    pub lead: &'t str,
    pub body: &'t str,
    /// Within a block of code, where all is as it is written.
    pub fenced: bool,
}

/// Spaces that look like one, and are none to Markdown.
pub fn is_hard(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

pub fn is_space(c: char) -> bool {
    is_hard(c) || matches!(c, ' ' | '\t')
}
