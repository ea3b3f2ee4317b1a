//! The lines of a sheet, found once: a list of 50,000 words on one line is not read anew for each word.

/// A text and where its lines begin, in bytes.
pub(super) struct Rows<'a> {
    pub text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Rows<'a> {
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Where the line of a place begins.
    pub fn start(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|start| *start <= at);
        after.checked_sub(1).map_or(0, |row| self.starts[row])
    }

    /// Where the line of a place ends, before its line break.
    pub fn end(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|start| *start <= at);
        self.starts.get(after).map_or(self.text.len(), |next| next - 1)
    }

    /// What stands on the line before a place.
    pub fn head(&self, at: usize) -> &'a str {
        &self.text[self.start(at)..at]
    }

    /// What stands on the line from a place on.
    pub fn rest(&self, at: usize) -> &'a str {
        &self.text[at..self.end(at)]
    }
}
