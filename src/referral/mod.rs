//! Who really helps here, and what next: besoin × commune × person × « must someone come? » × who asks.
//!
//! Pure: the same site, day and question give the same answers. The person helped and the one who asks are
//! two people: Éliane can phone, her father cannot hear.
//!
//! - every service that covers the commune is judged, and each says why it helps or not ([`Verdict`]);
//! - age ranks a sheet down among its neighbours and never hides it;
//! - after the first answer comes the chain of its `si_non`, down to somebody who answers for the whole
//!   département or for France;
//! - when the first answer is full, its chain comes before it.

mod judge;
mod net;
mod order;
#[cfg(test)]
mod tests;
mod wide;

pub use judge::{Mark, Verdict};
pub use net::{is_wide, net};
pub use order::before_age;
pub use wide::for_all;

use crate::model::{Age, Asker, NeedId, ServiceId};
use crate::site::Site;
use crate::territory::{Commune, ZoneLevel};
use jiff::civil::Date;

/// The person who needs help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Hears well enough for the telephone.
    pub hears: bool,
    /// Reads on paper or on a screen.
    pub sees: bool,
    /// Goes out.
    pub moves: bool,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    pub need: NeedId,
    pub person: Person,
    /// Somebody must come to the home.
    pub visit: bool,
    pub asker: Asker,
}

/// One service's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub service: ServiceId,
    pub verdict: Verdict,
    /// The nearest of its zones that holds the commune.
    pub level: ZoneLevel,
    pub age: Age,
    /// The road that led here, when it is the next one after a service that refuses.
    pub road: Option<Road>,
}

/// « Si le CLIC ne peut pas aider avec l'appareil, … »: a line of a service's `si_non`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Road {
    pub from: ServiceId,
    /// Its place in the list.
    pub at: usize,
}

/// All answers to one question, best first. Every service that answers the need in the commune is in one of `yes` and
/// `no`, once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referral {
    /// Those who help, or may; before a full one, the roads that go on from it.
    pub yes: Vec<Answer>,
    /// What to try when the first of them refuses, in order; some of it may stand in the other lists as well. When
    /// nobody in `yes` or here answers for a whole département, the last one does, reached by no road.
    pub otherwise: Vec<Answer>,
    /// Those who answer this need, but not this question.
    pub no: Vec<Answer>,
}

/// Answers a question for someone who lives in that commune.
#[must_use]
pub fn refer(site: &Site, date: Date, commune: &'static Commune, question: &Question) -> Referral {
    let mut yes = Vec::new();
    let mut no = Vec::new();
    for (service, level) in site.covering(commune) {
        if !site.service(service).needs.contains(&question.need) {
            continue;
        }
        let answer = judge::answer(site, date, service, level, question);
        if answer.verdict.is_no() { no.push(answer) } else { yes.push(answer) }
    }
    order::sort(site, &mut yes);
    order::sort(site, &mut no);
    order::assemble(site, date, commune, question, yes, no)
}
