//! Columns: commas, semicolons, tabs or bars; a row that is not sound is told by its line, and the next ones
//! are read all the same.

use super::fault::{FileFault, RowFault};
use super::file::MAX_RECORD;
use super::formats::Column;
use super::record::Record;
use crate::text::slug;
use serde_json::Value;
use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

/// A quoted field may hold line breaks; beyond so many, its quote was never closed.
const MAX_LINES: usize = 60;

/// A row, or why it is none, with its line.
pub type ReadRow = Result<Record, (u64, RowFault)>;

/// The rows of a text in columns.
pub struct Table<R> {
    lines: BoundedLines<R>,
    pub separator: u8,
    names: Vec<Arc<str>>,
}

impl<R: BufRead> Table<R> {
    /// Reads the line of column names.
    ///
    /// # Errors
    /// When there is none, or only one column.
    pub fn new(reader: R, line_end: u8) -> Result<Self, FileFault> {
        let mut lines = BoundedLines { reader, line_end, number: 0, back: VecDeque::new() };
        let mut asked = None;
        lines.look_for_titles()?;
        let (first, separator) = loop {
            let Some((_, line)) = lines.next()? else { return Err(FileFault::NoTable) };
            // A line for spreadsheets, which says the separator.
            if let Some(sign) = line.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
                asked = Some(sign);
                continue;
            }
            if line.trim().is_empty() {
                continue;
            }
            if is_one_cell(&line) {
                return Err(FileFault::QuotedLines);
            }
            let Some(separator) = asked.or_else(|| separator(&line)) else { return Err(FileFault::NoTable) };
            break (line, separator);
        };
        let names = fields(&first, separator).iter().map(|name| Arc::from(slug(name))).collect();
        Ok(Self { lines, separator, names })
    }

    /// Names of known columns that stand there more than once.
    pub fn twice(&self) -> Vec<String> {
        let mut names: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        names.sort_unstable();
        let mut twice: Vec<String> = names
            .windows(2)
            .filter(|two| two[0] == two[1] && Column::is_known(two[0]))
            .map(|two| two[0].to_owned())
            .collect();
        twice.dedup();
        twice
    }

    /// The next row.
    ///
    /// # Errors
    /// When the file cannot be read further.
    pub fn next(&mut self) -> Result<Option<ReadRow>, FileFault> {
        loop {
            let Some((number, mut text)) = self.lines.next()? else { return Ok(None) };
            if text.trim().is_empty() {
                continue;
            }
            let mut more = Vec::new();
            while is_open(&text, self.separator) {
                let next = if more.len() < MAX_LINES && (text.len() as u64) < MAX_RECORD {
                    self.lines.next()?
                } else {
                    None
                };
                let Some((at, line)) = next else {
                    return Ok(Some(self.refuse(number, more, RowFault::Quotes)));
                };
                text.push('\n');
                text.push_str(&line);
                more.push((at, line));
            }
            let mut found = fields(&text, self.separator);
            // Spreadsheets add empty columns at the right.
            while found.len() > self.names.len() && found.last().is_some_and(|f| f.trim().is_empty()) {
                found.pop();
            }
            if found.len() != self.names.len() {
                let fault = if more.is_empty() {
                    RowFault::Fields { expected: self.names.len(), found: found.len() }
                } else {
                    RowFault::Quotes
                };
                return Ok(Some(self.refuse(number, more, fault)));
            }
            let fields = self.names.iter().cloned().zip(found.into_iter().map(Value::String)).collect();
            return Ok(Some(Ok(Record { line: number, fields })));
        }
    }

    /// One line is lost; those that its open quote had swallowed are rows again.
    fn refuse(&mut self, number: u64, more: Vec<(u64, String)>, fault: RowFault) -> ReadRow {
        for line in more.into_iter().rev() {
            self.lines.back.push_front(line);
        }
        Err((number, fault))
    }
}

/// How many columns of that line are known by their name.
fn known_columns(line: &str) -> usize {
    let Some(separator) = separator(line) else { return 0 };
    fields(line, separator).iter().filter(|name| Column::is_known(&slug(name))).count()
}

/// « "id;nom;commune" »: a whole line between quotes, which a program took for one cell.
fn is_one_cell(line: &str) -> bool {
    let inner =
        line.trim().strip_prefix('"').and_then(|rest| rest.trim_end_matches([';', ',']).strip_suffix('"'));
    let Some(inner) = inner else { return false };
    let whole = inner.replace("\"\"", "");
    !whole.contains('"') && known_columns(&inner.replace("\"\"", "\"")) > 1
}

/// The sign that parts the column names.
fn separator(header: &str) -> Option<u8> {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        if !quoted && let Some(count) = counts.iter_mut().find(|(sign, _)| *sign == byte) {
            count.1 += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).filter(|(_, n)| *n > 0).map(|(sign, _)| sign)
}

/// Whether a quote that opens a field is not closed at the end of the text.
fn is_open(text: &str, separator: u8) -> bool {
    let (mut quoted, mut at_start) = (false, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if quoted {
            if byte == b'"' {
                if bytes.peek() == Some(&b'"') {
                    bytes.next();
                } else {
                    quoted = false;
                }
            }
        } else if byte == b'"' && at_start {
            quoted = true;
        }
        at_start = !quoted && (byte == separator || (at_start && byte == b' '));
    }
    quoted
}

fn fields(text: &str, separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .buffer_capacity(text.len().clamp(64, 8192))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => record.iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Lines of bounded length, some given back.
pub struct BoundedLines<R> {
    reader: R,
    line_end: u8,
    number: u64,
    back: VecDeque<(u64, String)>,
}

impl<R: BufRead> BoundedLines<R> {
    pub fn new(reader: R, line_end: u8) -> Self {
        Self { reader, line_end, number: 0, back: VecDeque::new() }
    }

    /// Refuses a file whose columns are named lower than its first line that holds something.
    ///
    /// # Errors
    /// When they are, or the file cannot be read.
    fn look_for_titles(&mut self) -> Result<(), FileFault> {
        const FIRST: usize = 10;
        let mut seen: Vec<(u64, String)> = Vec::new();
        while seen.len() < FIRST {
            match self.next() {
                Ok(Some(line)) => seen.push(line),
                Err(fault @ FileFault::TooLong { .. }) if seen.is_empty() => return Err(fault),
                // A line that is too long further down is told when it is reached.
                Ok(None) | Err(FileFault::TooLong { .. }) => break,
                Err(fault) => return Err(fault),
            }
        }
        let full = |(_, line): &&(u64, String)| !line.trim().is_empty() && !line.starts_with("sep=");
        let first = seen.iter().find(full);
        let header = seen.iter().find(|(_, line)| known_columns(line) > 1);
        if let (Some((at, title)), Some((line, _))) = (first, header)
            && at < line
            && known_columns(title) == 0
        {
            let cut = title.split([';', ',', '\t']).find(|cell| !cell.trim().is_empty()).unwrap_or_default();
            let title: String = cut.trim_matches('"').chars().take(60).collect();
            return Err(FileFault::Title { title, header: *line });
        }
        for line in seen.into_iter().rev() {
            self.back.push_front(line);
        }
        Ok(())
    }

    /// The next line with its number, without its end.
    ///
    /// # Errors
    /// When it is longer than [`MAX_RECORD`], or cannot be read.
    pub fn next(&mut self) -> Result<Option<(u64, String)>, FileFault> {
        if let Some(line) = self.back.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let mut ended = false;
        while !ended {
            let buffer = self.reader.fill_buf().map_err(FileFault::of)?;
            if buffer.is_empty() {
                break;
            }
            let end = memchr::memchr(self.line_end, buffer);
            ended = end.is_some();
            let n = end.map_or(buffer.len(), |at| at + 1);
            bytes.extend_from_slice(&buffer[..n]);
            self.reader.consume(n);
            if bytes.len() as u64 > MAX_RECORD {
                return Err(FileFault::TooLong { line: self.number + 1 });
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        while bytes.last().is_some_and(|b| *b == self.line_end || *b == b'\r') {
            bytes.pop();
        }
        let text = String::from_utf8(bytes).map_err(|_| FileFault::LostLetters { line: self.number })?;
        Ok(Some((self.number, text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Cells = Result<Vec<String>, (u64, RowFault)>;

    fn rows(text: &str) -> Vec<Cells> {
        let mut table = Table::new(text.as_bytes(), b'\n').unwrap();
        let mut out = Vec::new();
        while let Some(row) = table.next().unwrap() {
            out.push(
                row.map(|record| record.fields.iter().map(|(_, v)| v.as_str().unwrap().to_owned()).collect()),
            );
        }
        out
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is compared with results")]
    fn cells(list: &[&str]) -> Cells {
        Ok(list.iter().map(|s| (*s).to_owned()).collect())
    }

    #[test]
    fn separators_are_seen() {
        for text in [
            "a,b\n1,2\n",
            "a;b\n1;2\n",
            "a\tb\n1\t2\n",
            "a|b\n1|2\n",
            "sep=;\na;b\r\n1;2\r\n",
            "\na;\"b\"\n1;2;;\n",
        ] {
            assert_eq!(rows(text), [cells(&["1", "2"])], "{text:?}");
        }
        assert!(matches!(Table::new(&b"prose\n"[..], b'\n'), Err(FileFault::NoTable)));
    }

    #[test]
    fn a_bad_row_costs_one_line() {
        let text = "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n\"10\n10\",11,12\n13,14\n15,16,17\n";
        assert_eq!(
            rows(text),
            [
                cells(&["1", "2", "3"]),
                Err((3, RowFault::Quotes)),
                cells(&["7", "8", "9"]),
                cells(&["10\n10", "11", "12"]),
                Err((7, RowFault::Fields { expected: 3, found: 2 })),
                cells(&["15", "16", "17"]),
            ]
        );
    }

    #[test]
    fn a_quote_inside_a_field_is_a_letter() {
        assert_eq!(rows("a,b\nécran 24\",x\n"), [cells(&["écran 24\"", "x"])]);
    }

    #[test]
    fn a_line_without_end_is_refused_in_bounded_memory() {
        let endless = std::io::BufReader::new(std::io::Read::take(std::io::repeat(b'x'), 1 << 30));
        let text = std::io::Read::chain(&b"a,b\n"[..], endless);
        let mut table = Table::new(std::io::BufReader::new(text), b'\n').unwrap();
        assert!(matches!(table.next(), Err(FileFault::TooLong { line: 2 })));
    }
}
