//! Who verified is a role, and what was done can be done: what `eliane attester` asks, of what is written by hand too.

use super::anonymous::{Somebody, somebody};
use super::{RuleContext, line_of};
use crate::diag::catalogue::verified as say;
use crate::diag::{Diagnostics, Place};
use crate::model::How;
use crate::site::{SheetKind, Site};
use crate::source::Span;
use crate::text::fold;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What cannot be done to a guide: it has no telephone, no door and no letter box.
const OF_SOMEBODY: [How; 3] = [How::Call, How::Visit, How::Email];

/// `verifie_par` is a role, never the name of a person, in any sheet.
pub fn whoever_verified_is_a_role(context: &RuleContext<'_>, out: &mut Diagnostics) {
    let site = context.site;
    let offices = OnceCell::new();
    let mut known: BTreeMap<&str, Option<Somebody>> = BTreeMap::new();
    for sheet in site.sheets() {
        let Some(by) = sheet.verification.verified.as_ref().and_then(|one| one.by.as_deref()) else {
            continue;
        };
        let found = *known.entry(by).or_insert_with(|| {
            // Names of offices can only excuse: they are read when something must be.
            somebody(by, &[])?;
            somebody(by, &of_these_words(offices.get_or_init(|| by_first_word(site)), by))
        });
        let Some(found) = found else { continue };
        let place = line_of(context, sheet.span.file, "verifie_par").unwrap_or(sheet.span);
        if sheet.kind() == SheetKind::Case && names_told(out, place) {
            continue;
        }
        out.push(match found {
            Somebody::Sure => say::somebody(place, by),
            Somebody::Perhaps => say::perhaps_somebody(place, by),
        });
    }
}

/// Nobody telephones a guide.
pub fn guides_are_read_or_tried(context: &RuleContext<'_>, out: &mut Diagnostics) {
    for guide in &context.site.guides {
        let Some(verified) = &guide.verification.verified else { continue };
        if OF_SOMEBODY.contains(&verified.how) {
            let place = line_of(context, guide.span.file, "verifie_comment").unwrap_or(guide.span);
            out.push(say::not_of_a_guide(place, verified.how.key()));
        }
    }
}

/// Whether something was told of that line: a case names nobody anywhere, and is read whole.
fn names_told(out: &Diagnostics, line: Span) -> bool {
    let within = |span: &Span| span.file == line.file && line.start <= span.start && span.end <= line.end;
    out.iter().any(|one| matches!(&one.place, Place::Span(span) if within(span)))
}

/// Names of the site's offices, by their first word.
type Offices<'a> = BTreeMap<String, Vec<&'a str>>;

fn by_first_word(site: &Site) -> Offices<'_> {
    let mut all = Offices::new();
    for service in &site.services {
        for name in std::iter::once(service.name.as_str()).chain(service.organisation.as_deref()) {
            if let Some(word) = words(name).next() {
                all.entry(word).or_default().push(name);
            }
        }
    }
    for names in all.values_mut() {
        names.sort_unstable();
        names.dedup();
    }
    all
}

/// Those that may stand in a text.
fn of_these_words<'a>(offices: &Offices<'a>, text: &str) -> Vec<&'a str> {
    let held = fold(text);
    let names = words(text).filter_map(|word| offices.get(&word)).flatten();
    names.copied().filter(|name| held.contains(&fold(name))).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}
