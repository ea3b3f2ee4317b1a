//! Rules over a whole, sound site. One function a rule; [`RULES`] lists them all.

mod anonymous;
mod dates;
mod emergencies;
mod films;
mod freshness;
mod glossary;
mod instead;
mod language;
mod lives;
mod means;
mod patterns;
mod pictures;
mod publication;
mod queries;
mod roads;
mod silence;
mod territory;
mod triage;
mod verified;
mod ways;
mod words;

pub use anonymous::names_somebody;
pub use dates::late_clock;

use crate::diag::Diagnostics;
use crate::model::{Guide, Resolved};
use crate::passages::Passages;
use crate::site::Site;
use crate::source::{FileId, Sources, Span};
use jiff::civil::Date;

/// What a rule may look at.
pub struct RuleContext<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
    /// What pages say, by file, with the place of each word.
    pub passages: &'a Passages,
    /// The day of the build.
    pub date: Date,
}

/// A rule says what it finds, and changes nothing.
type CheckRule = fn(&RuleContext<'_>, &mut Diagnostics);

/// All rules, in the order they speak.
pub const RULES: &[CheckRule] = &[
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
    ways::steps_lead_to_somebody,
    ways::needs_are_answered,
    instead::replacements_serve,
    instead::services_are_replaced,
    instead::see_also_serves,
    dates::nothing_was_done_tomorrow,
    dates::hours_are_of_days_to_come,
    dates::dates_are_of_our_time,
    lives::guides_outlive_no_product,
    lives::deadlines_are_ahead,
    freshness::contacts_are_fresh,
    freshness::others_are_fresh,
    silence::steps_do_without_sound,
    silence::guides_lead_who_does_not_hear,
    means::guides_say_what_one_must_have,
    anonymous::cases_name_nobody,
    verified::whoever_verified_is_a_role,
    verified::guides_are_read_or_tried,
    glossary::words_are_used,
    triage::answers_lead_to_pages,
    triage::advice_is_short,
    queries::queries_find_their_page,
    emergencies::cries_reach_their_number,
    language::texts_are_plain,
];

/// Runs every rule.
#[must_use]
pub fn check(site: &Site, sources: &Sources, passages: &Passages, date: Date) -> Diagnostics {
    let context = RuleContext { site, sources, passages, date };
    let mut out = Diagnostics::default();
    // One after the other: some say nothing of what another said before.
    for rule in RULES {
        rule(&context, &mut out);
    }
    out
}

/// Where a key of a guide's head stands; its number when it is not there.
fn key_of(context: &RuleContext<'_>, guide: &Guide<Resolved>, key: &str) -> Span {
    let file = guide.number_span.file;
    let line = line_of(context, file, key);
    line.map_or(guide.number_span, |line| Span::new(file, line.range().start..line.range().start + key.len()))
}

/// The line of a sheet, or of the head of a guide, that begins with a key.
fn line_of(context: &RuleContext<'_>, file: FileId, key: &str) -> Option<Span> {
    let mut start = 0;
    for line in context.sources.get(file).text().split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.starts_with([':', ' '])) {
            return Some(Span::new(file, start..start + line.trim_end().len()));
        }
        start += line.len();
        // The head ends; what follows is text.
        if start > 4 && line.trim_end() == "---" {
            break;
        }
    }
    None
}
