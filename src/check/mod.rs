//! Rules over a whole, sound site. One function a rule; [`RULES`] lists them all.

mod anonymous;
mod films;
mod freshness;
mod glossary;
mod language;
mod lives;
mod pictures;
mod publication;
mod queries;
mod roads;
mod silence;
mod territory;
mod words;

use crate::diag::Diagnostics;
use crate::site::Site;
use crate::source::Sources;
use jiff::civil::Date;

/// What a rule may look at.
pub struct Context<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
    /// The day of the build.
    pub date: Date,
}

/// A rule says what it finds, and changes nothing.
type Rule = fn(&Context<'_>, &mut Diagnostics);

/// All rules, in the order they speak.
pub const RULES: &[Rule] = &[
    publication::needs_have_guides,
    publication::services_can_be_reached,
    publication::everything_is_published,
    publication::pictures_are_used,
    pictures::pictures_can_be_printed,
    films::films_are_light,
    films::films_are_shown,
    roads::no_chain_is_a_circle,
    roads::chains_end_wide,
    territory::services_are_of_the_territory,
    territory::roles_are_held,
    lives::guides_outlive_no_product,
    lives::deadlines_are_ahead,
    freshness::contacts_are_fresh,
    freshness::others_are_fresh,
    silence::steps_do_without_sound,
    silence::guides_lead_who_does_not_hear,
    anonymous::cases_name_nobody,
    glossary::words_are_used,
    queries::queries_find_their_page,
    language::texts_are_plain,
];

/// Runs every rule.
#[must_use]
pub fn check(site: &Site, sources: &Sources, date: Date) -> Diagnostics {
    let context = Context { site, sources, date };
    let mut out = Diagnostics::default();
    for rule in RULES {
        rule(&context, &mut out);
    }
    out
}
