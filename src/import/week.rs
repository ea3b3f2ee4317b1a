//! Opening hours of a week, as times.

/// Minutes since midnight, from and to.
pub type Range = (u16, u16);

/// A week, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedWeek(pub [Vec<Range>; 7]);
