//! A line of a sheet that cannot be read, and what is wrong with it.

/// What is wrong with a line, and the line as it should be.
pub(super) enum Cause<'a> {
    Colon(String),
    Other(&'static str, String),
    /// It is a line above that is wrong.
    Above(YamlLine<'a>, &'static str, String),
    /// So many spaces should stand before it.
    Indent(&'static str, usize),
}

/// A line of the sheet and where it begins.
#[derive(Clone, Copy)]
pub(super) struct YamlLine<'a> {
    pub start: usize,
    pub text: &'a str,
}
