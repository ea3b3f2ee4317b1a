//! How long a verification holds: one table, which a site may change.

use crate::text::closed_list;
use std::collections::BTreeMap;

macro_rules! intervals {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $days:literal;)*) => {
        closed_list! {
            /// What grows old at its own pace; the word is that of `site.yaml`, under `fraicheur: delais`.
            Interval { $($(#[$doc])* $name = $key,)* }
        }

        impl Interval {
            /// Days, unless the site says otherwise. In 20 months, 59 % of France services changed their telephone, hours or
            /// address, 47 % their hours; lists of the DILA between 2016 and 2024 gave the other figures.
            #[must_use]
            pub fn usual(self) -> u16 {
                match self { $(Self::$name => $days),* }
            }
        }
    };
}

intervals! {
    /// A number called in danger.
    Emergency = "urgence", 90;
    /// Opening hours, of any service.
    Hours = "horaires", 90;
    /// The places and days of an itinerant service.
    Rounds = "tournee", 90;
    /// Whether new people are taken.
    Capacity = "capacite", 30;
    FranceServices = "france-services", 180;
    DigitalAdviser = "conseiller-numerique", 180;
    National = "national", 180;
    /// A town hall stays where it is.
    TownHall = "mairie", 730;
    /// CLIC, CCAS and every other kind of service.
    Service = "service", 365;
    /// A guide that rests on a product: screens change.
    App = "application", 120;
    /// Any other guide.
    Guide = "demarche", 180;
    Product = "produit", 180;
    Case = "cas", 730;
}

/// The table of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intervals(BTreeMap<Interval, u16>);

impl Intervals {
    /// Changes one line.
    pub fn set(&mut self, interval: Interval, days: u16) {
        self.0.insert(interval, days);
    }

    /// Days after which that must be looked at again.
    #[must_use]
    pub fn days(&self, interval: Interval) -> u16 {
        self.0.get(&interval).copied().unwrap_or_else(|| interval.usual())
    }

    /// The shortest of several.
    pub fn shortest(&self, intervals: impl IntoIterator<Item = Interval>) -> Option<u16> {
        intervals.into_iter().map(|interval| self.days(interval)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_changes_one_line_and_keeps_the_others() {
        let mut table = Intervals::default();
        table.set(Interval::TownHall, 60);
        assert_eq!((table.days(Interval::TownHall), table.days(Interval::Capacity)), (60, 30));
        assert_eq!(table.shortest([Interval::Hours, Interval::TownHall]), Some(60));
        assert_eq!(table.shortest([]), None);
    }
}
