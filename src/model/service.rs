//! One thing that one organisation does for people.

use super::{Email, Interval, OpeningHours, Phone, Round, Stage, Status, Verification, WebAddress};
use crate::source::Span;
use crate::text::{PartialDate, closed_list};

closed_list! {
    /// What kind of organisation answers.
    ServiceKind {
        TownHall = "mairie",
        /// Centre local d'information et de coordination, for old people.
        Clic = "clic",
        /// Centre communal d'action sociale.
        Ccas = "ccas",
        Epci = "epci",
        Departement = "departement",
        FranceServices = "france-services",
        DigitalAdviser = "conseiller-numerique",
        Mdph = "mdph",
        Cpam = "cpam",
        Msa = "msa",
        Caf = "caf",
        Social = "social",
        YouthService = "jeunesse",
        Gendarmerie = "gendarmerie",
        Emergency = "urgence",
        National = "national",
        Association = "association",
        Library = "bibliotheque",
        Other = "autre",
    }
}

closed_list! {
    /// How help is given.
    HelpMode {
        /// Somebody comes to the home.
        Home = "domicile",
        OnSite = "sur_place",
        Telephone = "telephone",
        Video = "visio",
        Writing = "ecrit",
        /// A round, with dated places.
        Round = "itinerant",
    }
}

closed_list! {
    /// How one asks for help.
    ContactMode {
        Telephone = "telephone",
        Sms = "sms",
        Email = "courriel",
        Post = "courrier",
        Online = "en_ligne",
        OnSite = "sur_place",
        Appointment = "rendez_vous",
    }
}

closed_list! {
    /// What a person who does not hear can use.
    WayToBeHeard {
        Writing = "ecrit",
        Sms = "sms",
        Email = "courriel",
        /// The telephone relay, spoken to written or signed.
        Relay = "relais",
        /// French sign language.
        Lsf = "lsf",
        /// Cued speech.
        Lpc = "lpc",
        /// Magnetic loop.
        Loop = "boucle",
        OnSite = "sur_place",
    }
}

closed_list! {
    /// Who may ask.
    Asker {
        Person = "personne",
        Relative = "proche",
        Professional = "professionnel",
    }
}

closed_list! {
    /// What a call costs.
    Price {
        Normal = "normal",
        Free = "gratuit",
        Surcharged = "majore",
    }
}

closed_list! {
    /// Whether there is room for one more person.
    Room {
        Open = "accepte",
        Waiting = "attente",
        Full = "complet",
    }
}

closed_list! {
    /// Who may read the sheet.
    Visibility {
        Public = "public",
        Professionals = "pro",
    }
}

impl ServiceKind {
    /// Whether it exists to help people with what they cannot do alone, whatever the subject; a town hall or a
    /// gendarmerie helps with its own subject only, and comes after.
    #[must_use]
    pub fn is_there_to_help(self) -> bool {
        matches!(
            self,
            Self::Clic
                | Self::Ccas
                | Self::FranceServices
                | Self::DigitalAdviser
                | Self::Social
                | Self::YouthService
                | Self::Association
                | Self::Library
        )
    }

    /// The line of the site's table that a sheet of this kind goes by.
    #[must_use]
    pub fn interval(self) -> Interval {
        match self {
            Self::Emergency => Interval::Emergency,
            Self::FranceServices => Interval::FranceServices,
            Self::DigitalAdviser => Interval::DigitalAdviser,
            Self::National => Interval::National,
            Self::TownHall => Interval::TownHall,
            _ => Interval::Service,
        }
    }
}

/// A telephone line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneLine {
    pub phone: Phone,
    pub price: Price,
    /// Keys to press, in order.
    pub keys: Vec<String>,
    /// Hours, whom to ask for.
    pub note: Option<String>,
}

/// Where a service is, or where it gets its post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    pub name: Option<String>,
    pub street: Option<String>,
    pub more: Option<String>,
    pub postal_code: Option<String>,
    pub town: Option<String>,
}

/// Whether it can take one more person, since when, and how long one waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub room: Room,
    pub date: Option<PartialDate>,
    pub delay: Option<String>,
}

/// The next road when a service refuses.
pub struct IfNot<S: Stage> {
    pub reason: String,
    pub service: S::Service,
    /// Where the next service is named.
    pub span: Span,
}

/// What a service says without naming another sheet nor a place.
pub struct ServiceFacts {
    /// The file's name.
    pub id: String,
    pub name: String,
    pub other_names: Vec<String>,
    pub former_names: Vec<String>,
    pub kind: ServiceKind,
    pub organisation: Option<String>,
    pub summary: Option<String>,
    /// Roles that it holds where nobody nearer is known: 3646 for the « cpam » of any commune.
    pub stands_in_for: Vec<ServiceKind>,
    pub does: Vec<String>,
    pub does_not: Vec<String>,
    pub for_whom: Vec<String>,
    pub askers: Vec<Asker>,
    pub help_modes: Vec<HelpMode>,
    pub contact_modes: Vec<ContactMode>,
    pub address: Option<Address>,
    pub postal_address: Option<Address>,
    pub phones: Vec<PhoneLine>,
    pub sms: Option<Phone>,
    pub email: Option<Email>,
    pub site: Option<WebAddress>,
    pub hours: Option<OpeningHours>,
    /// The places where an itinerant service passes.
    pub rounds: Vec<Round>,
    pub hearing: Vec<WayToBeHeard>,
    pub hearing_note: Option<String>,
    /// When the telephone relay answers, as words that follow « relais téléphonique ».
    pub relay_hours: Option<String>,
    pub sight: Option<String>,
    pub movement: Option<String>,
    pub reading: Option<String>,
    pub languages: Vec<String>,
    pub capacity: Option<Capacity>,
    pub cost: Option<String>,
    pub to_bring: Vec<String>,
    pub also_said: Vec<String>,
    /// Old addresses of its page.
    pub aliases: Vec<crate::source::At<String>>,
    pub visibility: Visibility,
    pub verification: Verification,
    pub span: Span,
}

/// One sheet of `content/services/`.
pub struct Service<S: Stage> {
    pub facts: ServiceFacts,
    pub needs: Vec<S::Need>,
    /// Where the people live whom it serves; not where its office is.
    pub zone: Vec<S::Zone>,
    pub if_not: Vec<IfNot<S>>,
    /// What helps in its place, once it is withdrawn.
    pub replaced_by: Vec<S::Service>,
    pub status: Status<S>,
}

facts!(Service, ServiceFacts);

impl<S: Stage> Service<S> {
    /// What grows old in it: its kind, its hours, its rounds, its room. The first that is old makes the sheet old.
    pub fn intervals(&self) -> impl Iterator<Item = Interval> {
        let parts = [
            (self.hours.is_some(), Interval::Hours),
            (!self.rounds.is_empty() || self.help_modes.contains(&HelpMode::Round), Interval::Rounds),
            (self.capacity.is_some(), Interval::Capacity),
        ];
        let parts = parts.into_iter().filter(|(held, _)| *held).map(|(_, interval)| interval);
        parts.chain([self.kind.interval()])
    }

    /// Whether public pages show it.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.visibility == Visibility::Public && self.status.is_live()
    }

    /// Whether a person who does not hear can reach it, or go there.
    #[must_use]
    pub fn is_reached_in_silence(&self) -> bool {
        self.sms.is_some()
            || self.email.is_some()
            || self.hearing.iter().any(|way| *way != WayToBeHeard::Loop)
            || self.help_modes.iter().any(|mode| !matches!(mode, HelpMode::Telephone | HelpMode::Video))
            || self
                .contact_modes
                .iter()
                .any(|mode| !matches!(mode, ContactMode::Telephone | ContactMode::Appointment))
    }

    /// Whether one can ask it something in writing.
    #[must_use]
    pub fn is_reached_in_writing(&self) -> bool {
        let heard = [WayToBeHeard::Writing, WayToBeHeard::Sms, WayToBeHeard::Email, WayToBeHeard::Relay];
        let asked = [ContactMode::Sms, ContactMode::Email, ContactMode::Post, ContactMode::Online];
        self.sms.is_some()
            || self.email.is_some()
            || self.relay_hours.is_some()
            || self.help_modes.contains(&HelpMode::Writing)
            || self.hearing.iter().any(|way| heard.contains(way))
            || self.contact_modes.iter().any(|mode| asked.contains(mode))
    }

    /// Whether it was there for the public, and is no more.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.visibility == Visibility::Public && matches!(self.status, Status::Withdrawn { .. })
    }

    /// Whether the sheet gives any way to reach it.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.phones.is_empty()
            || self.sms.is_some()
            || self.email.is_some()
            || self.site.is_some()
            || self.address.is_some()
            || self.postal_address.is_some()
            || !self.rounds.is_empty()
    }
}
