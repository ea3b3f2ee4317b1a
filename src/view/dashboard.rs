//! `tableau-de-bord.html`: what is old and what is missing, for those who keep the site.

use super::contract::{Ancienne, Barre, BesoinCouvert, Compte, Lien, ProduitSuivi, Tableau};
use super::{Builder, Prepared, Vue};
use crate::model::{Age, CaseId, Life, NeedId, ProductId, Service, Sound, Verification};
use crate::territory::{Commune, Zone};
use crate::text::{PartialDate, french, in_words};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The states, in the order of the columns.
const STATES: [Age; 4] = [Age::Verified, Age::ToReview, Age::Expired, Age::Never];
/// Old sheets that the page names; « eliane freshness » names them all.
const OLDEST: usize = 60;
/// Names in one cell; above, départements are counted.
const NAMES: usize = 20;
/// Groups of communes above which services are counted by département.
const MANY_EPCIS: usize = 60;
/// The width of a whole chart.
const WHOLE: usize = 1000;

/// A sheet that somebody verifies.
struct Sheet<'a> {
    sorte: &'static str,
    link: Lien,
    verification: &'a Verification,
}

impl Builder<'_> {
    pub(super) fn dashboard(&self) -> Prepared {
        let sheets = self.sheets();
        let mut anciennes: Vec<&Sheet<'_>> = sheets.iter().collect();
        anciennes.sort_by(|a, b| known(a).cmp(&known(b)).then_with(|| a.link.href.cmp(&b.link.href)));
        let vue = Tableau {
            jour: self.today(),
            etats: STATES.map(Age::key),
            sortes: self.by_kind(&sheets),
            territoires: self.by_zone(),
            autres: anciennes.len().saturating_sub(OLDEST),
            anciennes: anciennes.into_iter().take(OLDEST).map(|sheet| self.old(sheet)).collect(),
            produits: self.followed(),
            besoins: self.covered(),
        };
        let titre = self.say("tableau_titre");
        Prepared::new(titre, &self.say("tableau_chapeau"), Vec::new(), Vue::Tableau(vue))
    }

    fn sheets(&self) -> Vec<Sheet<'_>> {
        let site = self.site();
        let addresses = &site.addresses;
        let guides = site.guide_ids().filter(|id| site.guide(*id).is_listed()).map(|id| {
            let guide = site.guide(id);
            Sheet {
                sorte: "guide",
                link: self.lien(&guide.title, addresses.guide(id)),
                verification: &guide.verification,
            }
        });
        let services = site.service_ids().filter(|id| site.service(*id).is_listed()).map(|id| {
            let service = site.service(id);
            Sheet {
                sorte: "service",
                link: self.lien(&service.name, addresses.service(id)),
                verification: &service.verification,
            }
        });
        let products = (0..site.products.len()).map(ProductId).map(|id| {
            let product = site.product(id);
            Sheet {
                sorte: "produit",
                link: self.lien(&product.name, addresses.product(id)),
                verification: &product.verification,
            }
        });
        let cases = site.listed_cases().map(|id: CaseId| {
            let case = site.case(id);
            Sheet {
                sorte: "cas",
                link: self.lien(&case.title, addresses.case(id)),
                verification: &case.verification,
            }
        });
        guides.chain(services).chain(products).chain(cases).collect()
    }

    fn state(&self, verification: &Verification) -> usize {
        let age = verification.age(self.context.date);
        STATES.iter().position(|state| *state == age).unwrap_or_default()
    }

    fn by_kind(&self, sheets: &[Sheet<'_>]) -> Vec<Compte> {
        let mut all = [0; 4];
        let mut counts: Vec<Compte> = ["guide", "service", "produit", "cas"]
            .into_iter()
            .map(|sorte| {
                let mut numbers = [0; 4];
                for sheet in sheets.iter().filter(|sheet| sheet.sorte == sorte) {
                    numbers[self.state(sheet.verification)] += 1;
                }
                all.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
                count(self.say(&format!("tableau_{sorte}")), numbers)
            })
            .collect();
        counts.push(count(self.say("tableau_ensemble"), all));
        counts
    }

    /// Services by territory, the widest first. One that serves several is counted in each.
    fn by_zone(&self) -> Vec<Compte> {
        let site = self.site();
        let epcis = site.gazetteer.epcis.len() <= MANY_EPCIS;
        let mut counts: BTreeMap<Zone, [usize; 4]> = BTreeMap::new();
        for service in site.services.iter().filter(|service| service.is_listed()) {
            let places: BTreeSet<Zone> = service.zone.iter().map(|zone| place(*zone, epcis)).collect();
            for zone in places {
                counts.entry(zone).or_default()[self.state(&service.verification)] += 1;
            }
        }
        let rows = counts.into_iter().rev();
        rows.map(|(zone, numbers)| count(self.zone_name(zone), numbers)).collect()
    }

    fn old(&self, sheet: &Sheet<'_>) -> Ancienne {
        let v = sheet.verification;
        Ancienne {
            fiche: sheet.link.clone(),
            sorte: sheet.sorte,
            etat: v.age(self.context.date).key(),
            verifie_le: v.verified.as_ref().map(|verified| in_words(verified.on)),
            date_source: v.source_date.map(PartialDate::in_words),
            revoir_le: v.review_on().map(in_words),
        }
    }

    /// Products that guides rest on or speak of, those that stopped first.
    fn followed(&self) -> Vec<ProduitSuivi> {
        let site = self.site();
        let mut list = Vec::new();
        for id in (0..site.products.len()).map(ProductId) {
            let product = site.product(id);
            let guides = |wanted: &dyn Fn(&crate::model::Guide<Sound>) -> bool| -> Vec<Lien> {
                let ids = site.guide_ids().filter(|guide| wanted(site.guide(*guide)));
                ids.map(|guide| self.lien(&site.guide(guide).title, site.addresses.guide(guide))).collect()
            };
            let shown = |guide: &crate::model::Guide<Sound>| {
                guide.is_listed() || matches!(guide.status, crate::model::Status::Outlived(_))
            };
            let retires = guides(&|guide| shown(guide) && guide.depends_on.contains(&id));
            let relire = guides(&|guide| {
                guide.is_listed() && guide.about.contains(&id) && !guide.depends_on.contains(&id)
            });
            if !retires.is_empty() || !relire.is_empty() {
                list.push(ProduitSuivi {
                    produit: self.lien(&product.name, site.addresses.product(id)),
                    arrete: matches!(product.life, Life::Stopped(_)),
                    retires,
                    relire,
                });
            }
        }
        list.sort_by_key(|one| !one.arrete);
        list
    }

    /// For each need, the communes where nobody nearer than the région answers.
    fn covered(&self) -> Vec<BesoinCouvert> {
        let site = self.site();
        let needs = (0..site.needs.len()).map(NeedId);
        needs
            .map(|need| {
                let near: BTreeSet<Zone> = site
                    .services
                    .iter()
                    .filter(|service| service.is_listed() && service.needs.contains(&need))
                    .flat_map(|service: &Service<Sound>| service.zone.iter().copied())
                    .collect();
                let missing: Vec<&'static Commune> = site
                    .communes
                    .iter()
                    .copied()
                    .filter(|commune| !around(commune).any(|zone| near.contains(&zone)))
                    .collect();
                let guides = site.guides.iter().filter(|g| g.is_listed() && g.needs.contains(&need)).count();
                BesoinCouvert {
                    besoin: self.lien(&site.need(need).title, site.addresses.need(need)),
                    guides,
                    couvertes: site.communes.len() - missing.len(),
                    communes: site.communes.len(),
                    manquent: self.names(&missing),
                }
            })
            .collect()
    }

    /// The names of communes; when they are many, how many in each département.
    fn names(&self, communes: &[&'static Commune]) -> Vec<String> {
        if communes.len() <= NAMES {
            return communes.iter().map(|commune| french(commune.name)).collect();
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for commune in communes {
            *counts.entry(commune.departement.name).or_default() += 1;
        }
        let one = |(nom, nombre): (&str, usize)| {
            self.context.texts.fill("tableau_manquent", &[("nom", &french(nom)), ("nombre", &nombre)])
        };
        counts.into_iter().map(one).collect()
    }
}

/// The zones in which somebody is near.
fn around(commune: &'static Commune) -> impl Iterator<Item = Zone> {
    let near = [Some(Zone::Commune(commune)), commune.epci.map(Zone::Epci)];
    near.into_iter().flatten().chain([Zone::Departement(commune.departement)])
}

/// Where the table counts a service of that zone.
fn place(zone: Zone, epcis: bool) -> Zone {
    let commune = match zone {
        Zone::Commune(commune) => commune,
        Zone::Epci(_) if epcis => return zone,
        Zone::Epci(_) => match zone.communes().into_iter().next() {
            Some(commune) => commune,
            None => return zone,
        },
        Zone::Departement(_) | Zone::Region(_) | Zone::France => return zone,
    };
    match commune.epci {
        Some(epci) if epcis => Zone::Epci(epci),
        _ => Zone::Departement(commune.departement),
    }
}

/// How old what the sheet says is: the day of its verification, else that of its source; those of no known day first.
fn known(sheet: &Sheet<'_>) -> Option<Date> {
    let v = sheet.verification;
    v.verified.as_ref().map(|verified| verified.on).or_else(|| v.source_date.map(PartialDate::latest))
}

fn count(nom: String, nombres: [usize; 4]) -> Compte {
    let total: usize = nombres.iter().sum();
    let mut barres = Vec::new();
    let mut before = 0;
    for (state, number) in STATES.iter().zip(nombres) {
        if number > 0 {
            let (debut, fin) = (before * WHOLE / total, (before + number) * WHOLE / total);
            barres.push(Barre { etat: state.key(), debut, largeur: fin - debut });
        }
        before += number;
    }
    Compte { nom, nombres, total, barres }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bars_of_a_chart_fill_it() {
        let one = count(String::new(), [1, 0, 1, 1]);
        assert_eq!(one.total, 3);
        let bars: Vec<(usize, usize)> = one.barres.iter().map(|bar| (bar.debut, bar.largeur)).collect();
        assert_eq!(bars, [(0, 333), (333, 333), (666, 334)]);
        assert!(count(String::new(), [0; 4]).barres.is_empty());
    }
}
