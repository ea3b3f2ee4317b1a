//! What the numbering plan says a call costs.

use super::{Phone, Price};

/// What one can know of a price from the number alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tariff {
    Free,
    Ordinary,
    Surcharged,
    /// A short number may cost anything: its sheet must say.
    Unknown,
}

/// Short numbers whose price was read in a source: 3114 (service-public, 2021), 3646 (ameli, 2020), 3230 (press,
/// 2020), 3960 and 3939 (France services sheets and DILA).
const KNOWN: [(&str, Tariff); 5] = [
    ("3114", Tariff::Free),
    ("3230", Tariff::Ordinary),
    ("3646", Tariff::Ordinary),
    ("3939", Tariff::Ordinary),
    ("3960", Tariff::Ordinary),
];

/// Reached in writing only: nobody can call it.
const WRITTEN: &str = "114";

impl Phone {
    /// The price class, by the French numbering plan (Arcep): 0 800 to 0 805 are free, 0 806 to 0 809 cost a
    /// call; 081, 082 and 089 are surcharged, as 118 and three digits are; 10xx and 3xxx may be any.
    #[must_use]
    pub fn tariff(&self) -> Tariff {
        let digits = self.digits();
        if let Some((_, tariff)) = KNOWN.iter().find(|(known, _)| *known == digits) {
            return *tariff;
        }
        let begins = |heads: &[&str]| heads.iter().any(|head| digits.starts_with(head));
        match digits.len() {
            10 if begins(&["081", "082", "089"]) => Tariff::Surcharged,
            10 if begins(&["0800", "0801", "0802", "0803", "0804", "0805"]) => Tariff::Free,
            // 15, 17, 18, 112, 115, 119, 116 006…
            2 | 3 => Tariff::Free,
            6 if begins(&["116"]) => Tariff::Free,
            6 if begins(&["118"]) => Tariff::Surcharged,
            4..=6 => Tariff::Unknown,
            _ => Tariff::Ordinary,
        }
    }

    /// The price to show, with what the sheet declares; `None` when the sheet must declare it first.
    #[must_use]
    pub fn price(&self, declared: Option<Price>) -> Option<Price> {
        match (self.tariff(), declared) {
            (Tariff::Surcharged, Some(Price::Surcharged)) => declared,
            (Tariff::Surcharged, _) | (Tariff::Unknown, None) => None,
            (_, Some(_)) => declared,
            (Tariff::Free, None) => Some(Price::Free),
            (Tariff::Ordinary, None) => Some(Price::Normal),
        }
    }

    /// Whether a voice can be heard there: 114 takes writing, signs and pictures only.
    #[must_use]
    pub fn takes_calls(&self) -> bool {
        self.digits() != WRITTEN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> Phone {
        Phone::parse(text).unwrap()
    }

    #[test]
    fn the_plan_tells_prices() {
        for (text, tariff) in [
            ("02 98 85 99 08", Tariff::Ordinary),
            ("+687 26 12 34", Tariff::Ordinary),
            ("0 809 401 401", Tariff::Ordinary),
            ("0 800 47 47 88", Tariff::Free),
            ("0 810 25 26 27", Tariff::Surcharged),
            ("0 825 00 00 00", Tariff::Surcharged),
            ("0 892 705 705", Tariff::Surcharged),
            ("118 218", Tariff::Surcharged),
            ("116 006", Tariff::Free),
            ("3646", Tariff::Ordinary),
            ("3631", Tariff::Unknown),
            ("1014", Tariff::Unknown),
            ("15", Tariff::Free),
        ] {
            assert_eq!(phone(text).tariff(), tariff, "{text}");
        }
    }

    #[test]
    fn a_price_is_declared_where_the_plan_cannot_tell() {
        assert_eq!(phone("0 892 705 705").price(None), None);
        assert_eq!(phone("0 892 705 705").price(Some(Price::Normal)), None);
        assert_eq!(phone("0 892 705 705").price(Some(Price::Surcharged)), Some(Price::Surcharged));
        assert_eq!(phone("3631").price(None), None);
        assert_eq!(phone("3631").price(Some(Price::Normal)), Some(Price::Normal));
        assert_eq!(phone("0 800 47 47 88").price(None), Some(Price::Free));
        assert!(!phone("114").takes_calls() && phone("15").takes_calls());
    }
}
