//! Short names of large communes, as people say them: « Cherbourg » for Cherbourg-en-Cotentin. For the search, which shows
//! what it found; an import takes no name from here.
//!
//! `short.tsv`: commune, short name. Chosen by hand among the names of `communes-2026.csv` that are more than one word,
//! with those that are a word of the language left out: « Gif », « Deuil », « Salon », « Romans ».

use super::{Commune, France, france};
use std::sync::OnceLock;

static TABLE: &str = include_str!("short.tsv");

impl France {
    /// Other names that people use for whole communes: what they were called in the last years, and short names.
    #[must_use]
    #[expect(clippy::unused_self, reason = "there is one France, and its other tables are asked so")]
    pub fn said(&self) -> &'static [(&'static str, &'static Commune)] {
        static SAID: OnceLock<Vec<(&'static str, &'static Commune)>> = OnceLock::new();
        SAID.get_or_init(|| {
            let short = TABLE.lines().filter_map(|line| {
                let (code, name) = line.split_once('\t')?;
                Some((name, france().commune(code)?))
            });
            let former = france().former().iter().filter(|former| former.code.is_none());
            short.chain(former.map(|former| (former.name, former.commune))).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slug;

    #[test]
    fn every_short_name_is_part_of_a_longer_one() {
        for line in TABLE.lines() {
            let (code, name) = line.split_once('\t').unwrap();
            let commune = france().commune(code).unwrap();
            let (short, whole) = (slug(name), slug(commune.name));
            let is_part = whole.starts_with(&format!("{short}-")) || whole.ends_with(&format!("-{short}"));
            assert!(is_part, "{name}: {}", commune.name);
        }
        assert!(france().said().iter().any(|(name, commune)| *name == "Oissel" && commune.code == "76484"));
    }
}
