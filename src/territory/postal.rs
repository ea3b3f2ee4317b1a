//! Postal codes, kept small: a commune has one or several, and one code serves up to 46 communes.

use super::Commune;

/// The five digits of a postal code.
pub(super) type PostalKey = [u8; 5];

/// Postal code and place in the list of communes, sorted: eight bytes a pair.
pub(super) type PostalPairs = Vec<(PostalKey, u16)>;

/// The postal codes of a section, in one allocation rather than one for each of 35,000 rows.
pub(super) struct PostalPool(&'static [&'static str]);

impl PostalPool {
    /// All those that stand in the last field of the rows.
    pub(super) fn of(rows: &'static str) -> Self {
        let last_fields = rows.lines().filter_map(|row| row.rsplit('\t').next());
        let codes: Vec<_> = last_fields.flat_map(split_postal).collect();
        Self(Box::leak(codes.into_boxed_slice()))
    }

    /// The next ones, as many as the row's field holds.
    pub(super) fn take(&mut self, field: &'static str) -> Option<&'static [&'static str]> {
        let (taken, left) = self.0.split_at_checked(split_postal(field).count())?;
        self.0 = left;
        Some(taken)
    }
}

fn split_postal(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').filter(|code| !code.is_empty())
}

/// Every postal code with the place of its communes in the list.
pub(super) fn index(communes: &[Commune]) -> Result<PostalPairs, String> {
    let mut pairs = Vec::with_capacity(communes.len() * 9 / 8);
    for (place, commune) in communes.iter().enumerate() {
        let place = u16::try_from(place).map_err(|_| "more than 65,536 communes")?;
        for code in commune.postal_codes {
            let key = PostalKey::try_from(code.as_bytes())
                .map_err(|_| format!("postal code {code:?} of {commune:?}"))?;
            pairs.push((key, place));
        }
    }
    pairs.sort_unstable();
    pairs.shrink_to_fit();
    Ok(pairs)
}
