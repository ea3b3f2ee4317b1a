//! How far apart two words are written.

/// Slips between two ASCII words: a letter wrong, missing, too many, or two neighbours swapped; `None` above `most`.
#[must_use]
pub fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        let mut fewest = i;
        for j in 1..=b.len() {
            let wrong = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = wrong.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row[j] = best;
            fewest = fewest.min(best);
        }
        if fewest > most {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last[b.len()]).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_counted_up_to_a_limit() {
        for (a, b, wanted) in [
            ("skype", "skype", Some(0)),
            ("skyep", "skype", Some(1)),
            ("skpe", "skype", Some(1)),
            ("skyppe", "skype", Some(1)),
            ("skupe", "skype", Some(1)),
            ("docteur", "tracteur", None),
            ("", "ab", Some(2)),
            ("skype", "jitsi", None),
            ("oridnatuer", "ordinateur", Some(2)),
        ] {
            assert_eq!(slips(a, b, 2), wanted, "{a} {b}");
            assert_eq!(slips(b, a, 2), wanted, "{b} {a}");
        }
    }
}
