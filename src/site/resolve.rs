//! Names become ids.

use super::names::SheetNames;
use super::zones::{unknown_zone, zones};
use super::{Addresses, Alphabet, Bibliography, Gazetteer, Site};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{identity, links as say_links};
use crate::load::{Loaded, Unread};
use crate::model::{
    Case, CaseId, Guide, GuideId, Interval, Life, Link, NeedId, Product, ProductId, Prose, Query, Resolved,
    Service, ServiceId, Settings, Status, Step, Target, Unresolved, Verification, WordId,
};
use crate::source::{At, Span};
use crate::territory::{Commune, Zone, france};
use crate::text::{fold, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// All ids of the site, and what resolution needs to know of guides.
pub(super) struct KnownIds {
    pub(super) needs: SheetNames,
    guides: SheetNames,
    pub(super) services: SheetNames,
    pub(super) products: SheetNames,
    pub(super) words: SheetNames,
    cases: SheetNames,
    /// For each guide, the names of its étapes.
    steps: Vec<Vec<Option<String>>>,
    /// The titles of guides and services that have no page: nothing that is shown may lead to them.
    hidden_guides: BTreeMap<usize, String>,
    hidden_services: BTreeMap<usize, String>,
    /// Of those, the withdrawn ones, and what replaces each.
    withdrawn_services: BTreeMap<usize, Vec<String>>,
    hidden_cases: BTreeMap<usize, String>,
    /// Guides that show none of their links.
    silent: BTreeSet<GuideId>,
}

impl KnownIds {
    /// The names of all sheets, before any is looked up.
    fn of(loaded: &Loaded, out: &mut Diagnostics) -> Self {
        let Loaded { needs, guides, services, products, words, cases, unread, .. } = loaded;
        Self {
            needs: SheetNames::new(
                "un besoin",
                needs.iter().map(|n| (n.id.as_str(), n.span)),
                unread.needs.into(),
                out,
            ),
            guides: SheetNames::new(
                "un guide",
                guides.iter().map(|g| (g.id.as_str(), g.span)),
                (&unread.guides).into(),
                out,
            ),
            services: SheetNames::new(
                "un service",
                services.iter().map(|s| (s.id.as_str(), s.span)),
                (&unread.services).into(),
                out,
            ),
            products: SheetNames::new(
                "un produit",
                products.iter().map(|p| (p.id.as_str(), p.span)),
                (&unread.products).into(),
                out,
            ),
            words: SheetNames::new(
                "un mot du glossaire",
                words.iter().map(|w| (w.id.as_str(), w.span)),
                unread.words.into(),
                out,
            ),
            cases: SheetNames::new(
                "un cas",
                cases.iter().map(|c| (c.id.as_str(), c.span)),
                (&unread.cases).into(),
                out,
            ),
            steps: guides.iter().map(|g| g.steps.iter().map(|s| s.id.clone()).collect()).collect(),
            hidden_guides: hidden(guides, |g| !matches!(g.status, Status::Draft), |g| &g.title),
            hidden_services: hidden(services, Service::is_listed, |s| &s.name),
            withdrawn_services: withdrawn(services),
            hidden_cases: hidden(cases, Case::is_listed, |c| &c.title),
            silent: (0..guides.len()).filter(|at| !guides[*at].is_listed()).map(GuideId).collect(),
        }
    }
}

pub(super) fn resolve(loaded: Loaded, out: &mut Diagnostics) -> Option<Site> {
    let directory = KnownIds::of(&loaded, out);
    let Loaded {
        settings,
        needs,
        guides,
        services,
        products,
        words,
        cases,
        questions,
        queries,
        emergencies,
        mut unread,
        // Read as texts, by the rules of language.
        passages: _,
    } = loaded;
    numbers(&guides, out);
    incomplete(&guides, &directory, &mut unread);
    let mentions = super::roles::mentions(&guides, &cases, &questions, &emergencies, &directory.services);
    let written: Vec<usize> = guides.iter().map(Guide::count_links).collect();
    let mut guides: Vec<Guide<Resolved>> =
        guides.into_iter().enumerate().map(|(at, g)| directory.guide(GuideId(at), g, out)).collect();
    let lost = guides.iter().zip(written).filter(|(guide, written)| guide.count_links() < *written);
    unread.links.extend(lost.map(|(guide, _)| guide.id.clone()));
    let services: Vec<_> = services.into_iter().map(|s| directory.service(s, out)).collect();
    let products: Vec<Product<Resolved>> = products.into_iter().map(|p| directory.product(p, out)).collect();
    outlived(&mut guides, &products);
    let cases: Vec<_> = cases.into_iter().map(|c| directory.case(c, out)).collect();
    let words: Vec<_> = words.into_iter().map(|w| directory.word(w, out)).collect();
    let queries = queries.into_iter().map(|query| directory.query(query, out)).collect();
    let emergencies =
        super::emergencies::resolve(emergencies, &directory.services, &directory.hidden_services, out);
    let triage =
        super::triage::resolve(questions, &directory.needs, &directory.guides, &directory.services, out);
    let settings = settings.map(|s| sound_settings(s, &directory.guides, out))?;
    let communes = communes(&settings.territories);
    let site = Site {
        settings,
        installs: super::instead::installs(&guides, &products),
        needs: needs.into(),
        guides: guides.into(),
        services: services.into(),
        products: products.into(),
        words: words.into(),
        cases: cases.into(),
        gazetteer: Gazetteer::of(&communes),
        alphabet: Alphabet::default(),
        bibliography: Bibliography::default(),
        communes,
        queries,
        emergencies,
        triage,
        answers: super::Answers::default(),
        addresses: Addresses::default(),
        by_zone: BTreeMap::new(),
        roles: super::roles::Roles::found(mentions),
        unread,
    };
    Some(with_intervals(site))
}

/// Guides that lack a picture, a film or a need: rules about what is missing spare them.
fn incomplete(guides: &[Guide<Unresolved>], directory: &KnownIds, unread: &mut Unread) {
    for guide in guides {
        if guide.film_lost || guide.steps.iter().any(|step| step.picture.is_none()) {
            unread.pictures.insert(guide.id.clone());
        }
        unread.needs_of_guides |= guide.needs.iter().any(|n| !directory.needs.index.contains_key(&n.value));
    }
}

/// How long each verification holds: as its sheet says, else as the site's table does.
fn with_intervals(mut site: Site) -> Site {
    let table = &site.settings.intervals;
    let set = |verification: &mut Verification, days: u16| {
        if !verification.own_interval {
            verification.review_every = days;
        }
    };
    for guide in &mut site.guides {
        let line = if guide.depends_on.is_empty() { Interval::Guide } else { Interval::App };
        set(&mut guide.verification, table.days(line));
    }
    for service in &mut site.services {
        let days = table.shortest(service.intervals()).unwrap_or_default();
        set(&mut service.verification, days);
    }
    for product in &mut site.products {
        set(&mut product.verification, table.days(Interval::Product));
    }
    for case in &mut site.cases {
        set(&mut case.verification, table.days(Interval::Case));
    }
    site
}

/// A guide ends with a product that it cannot do without: one changed product file retires every such guide.
fn outlived(guides: &mut [Guide<Resolved>], products: &[Product<Resolved>]) {
    for guide in guides.iter_mut().filter(|guide| guide.is_listed()) {
        let stopped = |id: &&ProductId| matches!(products[id.0].life, Life::Stopped(_));
        if let Some(product) = guide.depends_on.iter().find(stopped) {
            guide.status = Status::Outlived(*product);
        }
    }
}

/// What is written and has no page, by index.
fn hidden<T>(list: &[T], shown: fn(&T) -> bool, title: fn(&T) -> &String) -> BTreeMap<usize, String> {
    list.iter().enumerate().filter(|(_, one)| !shown(one)).map(|(at, one)| (at, title(one).clone())).collect()
}

/// Services that are withdrawn, with the names of those that replace them.
fn withdrawn(services: &[Service<Unresolved>]) -> BTreeMap<usize, Vec<String>> {
    let gone = services.iter().enumerate().filter(|(_, one)| matches!(one.status, Status::Withdrawn { .. }));
    gone.map(|(at, one)| (at, one.replaced_by.iter().map(|name| name.value.clone()).collect())).collect()
}

/// Each number belongs to one guide, withdrawn or not.
fn numbers(guides: &[Guide<Unresolved>], out: &mut Diagnostics) {
    let mut taken: BTreeMap<u16, Span> = BTreeMap::new();
    for guide in guides.iter().filter(|g| g.number > 0) {
        if let Some(first) = taken.get(&guide.number) {
            let used: BTreeSet<u16> = guides.iter().map(|g| g.number).collect();
            let free = (guide.number..=9999).chain(1..guide.number).find(|n| !used.contains(n)).unwrap_or(1);
            out.push(identity::number_taken(guide.number_span, guide.number, *first, free));
        } else {
            taken.insert(guide.number, guide.number_span);
        }
    }
}

fn sound_settings(s: Settings<Unresolved>, guides: &SheetNames, out: &mut Diagnostics) -> Settings<Resolved> {
    Settings {
        facts: s.facts,
        relay_guide: s.relay_guide.and_then(|name| guides.find(&name, GuideId, out)),
        territories: zones(s.territories, out),
    }
}

/// The communes of all territories, each once, by name.
fn communes(territories: &[Zone]) -> Vec<&'static Commune> {
    let mut list: Vec<&'static Commune> = territories.iter().flat_map(|zone| zone.communes()).collect();
    list.sort_by_cached_key(|commune| (fold(commune.name), commune.code));
    list.dedup_by_key(|commune| commune.code);
    list
}

impl KnownIds {
    pub(super) fn prose(
        &self,
        own: Option<GuideId>,
        prose: Prose<At<Link>>,
        out: &mut Diagnostics,
    ) -> Prose<Target> {
        let mut target = |link: At<Link>| self.target(own, &link, out);
        prose.into_iter().map(|block| block.map_links(&mut target)).collect()
    }

    fn query(&self, query: Query<Unresolved>, out: &mut Diagnostics) -> Query<Resolved> {
        let expected: Vec<Option<Target>> =
            query.expected.iter().map(|link| self.named(None, link, out)).collect();
        // A name that leads nowhere was told: what the search gives instead says no more.
        let expected = expected.into_iter().collect::<Option<_>>().unwrap_or_default();
        Query { text: query.text, expected }
    }

    fn target(&self, own: Option<GuideId>, link: &At<Link>, out: &mut Diagnostics) -> Option<Target> {
        let target = self.named(own, link, out)?;
        let hidden = match target {
            Target::Guide(id) | Target::Step(id, _) if own != Some(id) => self.hidden_guides.get(&id.0),
            Target::Service(id) => self.hidden_services.get(&id.0),
            Target::Case(id) => self.hidden_cases.get(&id.0),
            _ => None,
        };
        if let Some(title) = hidden
            && own.is_none_or(|own| !self.silent.contains(&own))
        {
            let gone = match target {
                Target::Service(id) => self.withdrawn_services.get(&id.0),
                _ => None,
            };
            out.push(match gone {
                Some(instead) => say_links::withdrawn(link.span, title, instead),
                None => say_links::unpublished(link.span, title),
            });
        }
        Some(target)
    }

    fn named(&self, own: Option<GuideId>, link: &At<Link>, out: &mut Diagnostics) -> Option<Target> {
        let span = link.span;
        let mut find = |names: &SheetNames, id: &String| -> Option<usize> {
            let at = names.index.get(id).copied();
            if at.is_none() && !names.excuses(id) {
                out.push(say_links::unknown_target(span, names.article, id, names.near(id)));
            }
            at
        };
        match &link.value {
            Link::External(address) => Some(Target::External(address.clone())),
            Link::Role(kind) => Some(Target::Role(*kind)),
            Link::Service(id) => find(&self.services, id).map(|at| Target::Service(ServiceId(at))),
            Link::Product(id) => find(&self.products, id).map(|at| Target::Product(ProductId(at))),
            Link::Word(id) => find(&self.words, id).map(|at| Target::Word(WordId(at))),
            Link::Case(id) => find(&self.cases, id).map(|at| Target::Case(CaseId(at))),
            Link::Need(id) => find(&self.needs, id).map(|at| Target::Need(NeedId(at))),
            Link::Commune(code) => {
                let commune = france().commune(code);
                if commune.is_none() {
                    out.push(unknown_zone(span, code, None));
                }
                commune.map(Target::Commune)
            }
            Link::Guide { id, step } => {
                let guide = match id {
                    Some(id) => GuideId(find(&self.guides, id)?),
                    None if own.is_none() => {
                        // « #ouvrir » names an étape of its own guide, and this is none.
                        out.push(say_links::unknown_step(span, step.as_deref().unwrap_or_default(), None));
                        return None;
                    }
                    None => own?,
                };
                match step {
                    None => Some(Target::Guide(guide)),
                    Some(step) => self.step(guide, step, span, out),
                }
            }
        }
    }

    /// An étape by its name, or by its place: `etape-3`.
    fn step(&self, guide: GuideId, step: &str, span: Span, out: &mut Diagnostics) -> Option<Target> {
        let steps = &self.steps[guide.0];
        let numbered = step.strip_prefix("etape-").and_then(|n| n.parse::<usize>().ok());
        let at = match numbered {
            Some(number) => number.checked_sub(1).filter(|at| *at < steps.len()),
            None => steps.iter().position(|name| name.as_deref() == Some(step)),
        };
        if at.is_none() {
            let near = nearest(step, steps.iter().flatten().map(String::as_str));
            out.push(say_links::unknown_step(span, step, near));
        }
        at.map(|at| Target::Step(guide, at))
    }

    pub(super) fn status(&self, status: Status<Unresolved>, out: &mut Diagnostics) -> Status<Resolved> {
        match status {
            Status::Draft => Status::Draft,
            // Nobody outlives a product before names are resolved.
            Status::Published | Status::Outlived(_) => Status::Published,
            Status::Suspended => Status::Suspended,
            Status::Withdrawn { reason, since, replaced_by } => {
                Status::Withdrawn { reason, since, replaced_by: self.guides.list(&replaced_by, GuideId, out) }
            }
        }
    }

    fn guide(&self, own: GuideId, g: Guide<Unresolved>, out: &mut Diagnostics) -> Guide<Resolved> {
        Guide {
            facts: g.facts,
            needs: self.needs.list(&g.needs, NeedId, out),
            about: self.products.list(&g.about, ProductId, out),
            depends_on: self.products.list(&g.depends_on, ProductId, out),
            see_also: self.guides.list(&g.see_also, GuideId, out),
            intro: self.prose(Some(own), g.intro, out),
            steps: g.steps.into_iter().filter_map(|step| self.steps_of(own, step, out)).collect(),
            status: self.status(g.status, out),
        }
    }

    /// An étape without its picture speaks, and goes no further.
    fn steps_of(
        &self,
        own: GuideId,
        step: Step<Unresolved>,
        out: &mut Diagnostics,
    ) -> Option<Step<Resolved>> {
        let action = self.prose(Some(own), step.action, out);
        let outcome = self.prose(Some(own), step.outcome, out);
        let fallback = self.prose(Some(own), step.fallback, out);
        Some(Step {
            action,
            outcome,
            fallback,
            id: step.id,
            title: step.title,
            picture: step.picture?,
            film: step.film,
            proof: step.proof,
            span: step.span,
        })
    }
}
