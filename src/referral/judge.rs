//! What one service answers to one question.

use super::{Answer, Question};
use crate::model::{
    Age, Asker, ContactMode, HelpMode, Resolved, Room, Service, ServiceId, Status, WayToBeHeard,
};
use crate::site::Site;
use crate::territory::ZoneLevel;
use jiff::civil::Date;

macro_rules! marks {
    ($($(#[$doc:meta])* $mark:ident = $key:literal,)*) => {
        /// One reason for or against. The theme has a sentence for each: `raison_` and its key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Mark { $($(#[$doc])* $mark,)* }

        impl Mark {
            /// All of them, in the order in which they are said.
            pub const ALL: &'static [Self] = &[$(Self::$mark),*];

            /// The end of its key in the theme's strings.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$mark => $key),* }
            }
        }
    };
}

marks! {
    // Reasons to go there.
    ComesHome = "domicile",
    OnSite = "sur_place",
    ByTelephone = "telephone",
    ByVideo = "visio",
    InWriting = "ecrit",
    Round = "itinerant",
    /// Somebody who does not hear can reach it.
    ReachedWithoutHearing = "joindre_sans_entendre",
    /// A relative may call in the person's place.
    RelativeMayCall = "proche_appelle",
    // Reserves.
    Waiting = "attente",
    Full = "complet",
    ToReview = "a_reverifier",
    Expired = "perime",
    NeverVerified = "jamais_verifie",
    Suspended = "suspendu",
    /// Nobody wrote down whether somebody comes.
    VisitUnknown = "visite_inconnue",
    /// Nobody wrote down how somebody who does not hear reaches it.
    ReachUnknown = "joindre_inconnu",
    // Refusals.
    DoesNotComeHome = "pas_domicile",
    MustGoThere = "se_deplacer",
    HelpsByVoiceOnly = "aide_par_voix",
    ReachedByVoiceOnly = "joindre_par_voix",
    InWritingOnly = "par_ecrit_seulement",
    PersonMayNotAsk = "pas_la_personne",
    RelativeMayNotAsk = "pas_un_proche",
    ProfessionalMayNotAsk = "pas_un_professionnel",
    HelpsByVideoOnly = "par_visio_seulement",
    ReachedInWritingOnly = "joindre_par_ecrit",
}

impl Mark {
    fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Speaks against what it stands on.
    #[must_use]
    pub fn is_refusal(self) -> bool {
        self >= Self::DoesNotComeHome
    }

    /// Speaks of how old the sheet is.
    #[must_use]
    pub fn is_age(self) -> bool {
        matches!(self, Self::ToReview | Self::Expired | Self::NeverVerified)
    }

    /// A « oui, mais ».
    #[must_use]
    pub fn is_reserve(self) -> bool {
        !self.is_refusal() && self >= Self::Waiting
    }
}

/// All the reasons of one answer. One refusal makes it a no, one reserve a « oui, mais ».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verdict(u32);

impl Verdict {
    fn add(&mut self, mark: Mark) {
        self.0 |= mark.bit();
    }

    #[must_use]
    pub fn has(self, mark: Mark) -> bool {
        self.0 & mark.bit() != 0
    }

    /// The reasons, in the order in which they are said.
    pub fn marks(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.iter().copied().filter(move |mark| self.has(*mark))
    }

    #[must_use]
    pub fn is_no(self) -> bool {
        self.marks().any(Mark::is_refusal)
    }

    /// A yes without reserve.
    #[must_use]
    pub fn is_plain_yes(self) -> bool {
        !self.marks().any(|mark| mark.is_refusal() || mark.is_reserve())
    }

    /// The same reasons as one number, for the marks that pages hold.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }

    #[must_use]
    pub fn from_bits(bits: u32) -> Self {
        Self(bits)
    }
}

/// Judges a service that answers the need.
pub(super) fn judge(service: &Service<Resolved>, age: Age, question: &Question) -> Verdict {
    let mut verdict = Verdict::default();
    help(service, question, &mut verdict);
    reach(service, question, &mut verdict);
    asker(service, question.asker, &mut verdict);
    if let Some(capacity) = &service.capacity {
        match capacity.room {
            Room::Open => {}
            Room::Waiting => verdict.add(Mark::Waiting),
            Room::Full => verdict.add(Mark::Full),
        }
    }
    if matches!(service.status, Status::Suspended) {
        verdict.add(Mark::Suspended);
    }
    match age {
        Age::Verified => {}
        Age::ToReview => verdict.add(Mark::ToReview),
        Age::Expired => verdict.add(Mark::Expired),
        Age::Never => verdict.add(Mark::NeverVerified),
    }
    verdict
}

/// Whether the way it helps suits the person.
fn help(service: &Service<Resolved>, question: &Question, verdict: &mut Verdict) {
    let modes = &service.help_modes;
    let person = question.person;
    if modes.contains(&HelpMode::Home) {
        verdict.add(Mark::ComesHome);
        if question.visit {
            return;
        }
    }
    if modes.is_empty() {
        // Nothing is known of it: neither a promise nor a refusal.
        if question.visit || !person.moves {
            verdict.add(Mark::VisitUnknown);
        }
        return;
    }
    if question.visit {
        verdict.add(Mark::DoesNotComeHome);
        return;
    }
    let mut suits = modes.contains(&HelpMode::Home);
    let mut refused = Vec::new();
    for mode in modes {
        let (mark, possible, why) = match mode {
            HelpMode::Home => continue,
            HelpMode::OnSite => (Mark::OnSite, person.moves, Mark::MustGoThere),
            HelpMode::Round => (Mark::Round, person.moves, Mark::MustGoThere),
            HelpMode::Telephone => (Mark::ByTelephone, person.hears, Mark::HelpsByVoiceOnly),
            HelpMode::Video => (Mark::ByVideo, person.sees || person.hears, Mark::HelpsByVideoOnly),
            HelpMode::Writing => (Mark::InWriting, person.sees, Mark::InWritingOnly),
        };
        if possible {
            verdict.add(mark);
            suits = true;
        } else {
            refused.push(why);
        }
    }
    if !suits {
        for mark in refused {
            verdict.add(mark);
        }
    }
}

/// Ways of asking that take reading and writing.
const WRITTEN: [ContactMode; 4] =
    [ContactMode::Sms, ContactMode::Email, ContactMode::Post, ContactMode::Online];

/// Whether nobody reaches it who cannot read.
fn in_writing_only(service: &Service<Resolved>) -> bool {
    let modes = &service.contact_modes;
    !modes.is_empty() && modes.iter().all(|mode| WRITTEN.contains(mode)) && service.phones.is_empty()
}

/// Whether the one who asks can reach it. A relative or a professional phones; the person may not hear.
fn reach(service: &Service<Resolved>, question: &Question, verdict: &mut Verdict) {
    let person = question.person;
    if person.hears {
        if !person.sees && question.asker == Asker::Person && in_writing_only(service) {
            verdict.add(Mark::ReachedInWritingOnly);
        }
        return;
    }
    if question.asker != Asker::Person {
        if !service.phones.is_empty() {
            verdict.add(Mark::RelativeMayCall);
        }
        return;
    }
    // A loop helps those who hear a little; a desk, those who go there.
    let silent = service.hearing.iter().any(|way| match way {
        WayToBeHeard::Loop => false,
        WayToBeHeard::OnSite => person.moves,
        _ => true,
    }) || service.email.is_some()
        || service.sms.is_some()
        || service.contact_modes.iter().any(|mode| WRITTEN.contains(mode))
        || (person.moves && service.contact_modes.contains(&ContactMode::OnSite));
    if silent {
        verdict.add(Mark::ReachedWithoutHearing);
    } else if service.contact_modes == [ContactMode::Telephone] {
        verdict.add(Mark::ReachedByVoiceOnly);
    } else {
        verdict.add(Mark::ReachUnknown);
    }
}

fn asker(service: &Service<Resolved>, asker: Asker, verdict: &mut Verdict) {
    if !service.askers.is_empty() && !service.askers.contains(&asker) {
        verdict.add(match asker {
            Asker::Person => Mark::PersonMayNotAsk,
            Asker::Relative => Mark::RelativeMayNotAsk,
            Asker::Professional => Mark::ProfessionalMayNotAsk,
        });
    }
}

pub(super) fn answer(
    site: &Site,
    date: Date,
    service: ServiceId,
    level: ZoneLevel,
    question: &Question,
) -> Answer {
    let sheet = site.service(service);
    let age = sheet.verification.age(date);
    Answer { service, verdict: judge(sheet, age, question), level, age, road: None }
}
