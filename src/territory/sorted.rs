//! Lists that are sorted by code.

/// The item of a sorted list that has this code.
pub(super) fn find<T>(sorted: &'static [T], code: &str, key: fn(&T) -> &'static str) -> Option<&'static T> {
    let place = sorted.binary_search_by(|item| key(item).cmp(code)).ok()?;
    sorted.get(place)
}
