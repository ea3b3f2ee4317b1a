//! Telephone numbers that a spreadsheet took for numbers: the zero before them is lost, in the whole column.
//!
//! One number of nine digits is a slip, and nobody can say which digit is missing. A column where each number that
//! was typed without spaces has nine digits, and none ten, is a column that lost its zeros.

use super::placed::Placed;
use super::report::Report;
use super::row::{Aside, Reason};

/// So many at least make a column.
const ENOUGH: usize = 3;

/// What numbers without any sign look like in a file: as numbers (JSON), as text.
#[derive(Debug, Default)]
pub struct SeenNumbers {
    /// Nine digits, kept as a number; as text.
    nine: [usize; 2],
    /// Ten digits, kept as a number; as text with their zero.
    ten: [usize; 2],
}

impl SeenNumbers {
    /// Looks at the telephone of one row, as the source has it.
    pub fn look(&mut self, text: &str, typed: bool) {
        let text = text.trim();
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        let kind = usize::from(!typed);
        match text.len() {
            9 if !text.starts_with('0') => self.nine[kind] += 1,
            10 => self.ten[kind] += 1,
            _ => {}
        }
    }

    fn lost(&self, typed: bool) -> bool {
        let kind = usize::from(!typed);
        self.nine[kind] >= ENOUGH && self.ten[kind] == 0
    }
}

/// Keeps numbers of nine digits where the column lost its zeros; takes them away, and counts them, elsewhere.
pub fn give_back(seen: &SeenNumbers, rows: &mut Vec<Placed>, report: &mut Report) {
    for placed in rows.iter_mut() {
        let row = &mut placed.row;
        let lost = seen.lost(row.typed);
        let count = row.phones.iter().filter(|line| line.lost_zero).count();
        if lost {
            report.notes.zeros += count;
            continue;
        }
        report.notes.phones += count;
        for line in row.phones.iter().filter(|line| line.lost_zero) {
            let source: String = line.number.chars().filter(char::is_ascii_digit).skip(1).collect();
            row.notes.aside.push((Aside::Phone, source));
        }
        row.phones.retain(|line| !line.lost_zero);
    }
    // Without that number, a row may have nothing left to reach the service by.
    let (kept, gone): (Vec<_>, Vec<_>) =
        std::mem::take(rows).into_iter().partition(|placed| placed.row.is_reachable());
    *rows = kept;
    report.entries.extend(gone.into_iter().map(|placed| placed.refused(Reason::Unreachable)));
}
