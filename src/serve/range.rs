//! A part of a file, as players ask for it: without it, a browser cannot move in a film.

use std::ops::Range;

/// The bytes that `Range: bytes=…` asks for, of a file of `length` bytes; `None` when the whole file is to be sent:
/// a header that cannot be read, or several parts, which no player of films asks for.
#[must_use]
pub fn asked(header: &str, length: usize) -> Option<Range<usize>> {
    let (start, end) = header.strip_prefix("bytes=")?.split_once('-')?;
    let (start, end) = match (start, end) {
        // The last so many.
        ("", last) => (length.checked_sub(last.parse().ok()?)?, length),
        (start, "") => (start.parse().ok()?, length),
        (start, end) => (start.parse().ok()?, end.parse::<usize>().ok()?.checked_add(1)?.min(length)),
    };
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn a_part_is_read_as_http_says_it() {
        assert_eq!(asked("bytes=0-", 10), Some(0..10));
        assert_eq!(asked("bytes=2-4", 10), Some(2..5));
        assert_eq!(asked("bytes=2-99", 10), Some(2..10));
        assert_eq!(asked("bytes=-3", 10), Some(7..10));
    }

    #[test]
    fn what_makes_no_sense_gives_the_whole_file() {
        for header in
            ["", "bytes=", "bytes=-", "bytes=10-", "bytes=5-2", "bytes=a-b", "bytes=0-1,4-5", "octets=0-1"]
        {
            assert_eq!(asked(header, 10), None, "{header}");
        }
        assert_eq!(asked("bytes=-99", 10), None);
        assert_eq!(asked(&format!("bytes=0-{}", usize::MAX), 10), None);
    }
}
