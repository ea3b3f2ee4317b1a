//! What every source comes down to: one neutral row, cleaned, not yet placed nor merged.

use super::clean::SourcePhone;
use super::closed::Closed;
use super::hours::Opening;
use super::place::Hints;
use crate::model::{Asker, ContactMode, HelpMode, ServiceKind, WayToBeHeard};
use std::ops::AddAssign;

/// What was left out or mended on the way, for the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Personal e-mail addresses left out.
    pub emails: usize,
    /// Names of persons left out: whole columns, or sentences of comments.
    pub people: usize,
    /// Numbers that nobody can dial.
    pub phones: usize,
    /// Fax numbers left out.
    pub faxes: usize,
    /// Numbers written that cost more than a call.
    pub surcharged: usize,
    /// Numbers that had lost their zero, as their whole column shows.
    pub zeros: usize,
    /// Web addresses that nobody can follow.
    pub bad_sites: usize,
    pub bad_emails: usize,
    /// Sound e-mail and web addresses beside the one that a sheet can show.
    pub more_emails: usize,
    pub more_sites: usize,
    /// Short numbers whose price the source does not say.
    pub unpriced: usize,
    /// Telephone cells that say more than their numbers.
    pub beside: usize,
    /// Presentations that are too long, cut, or hold addresses.
    pub summaries: usize,
    /// Cells whose accents were written twice.
    pub accents: usize,
    /// Cells with tags or entities.
    pub markup: usize,
    /// Rows that give hours, and those whose hours are understood.
    pub hours: usize,
    pub understood: usize,
    /// Needs, zones and other codes that are not known here.
    pub codes: usize,
    /// What a person may look at: the value as the source has it. Never what is about a person.
    pub aside: Vec<(Aside, String)>,
}

/// Why a value of a row that has its sheet is in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    Phone,
    Fax,
    Site,
    Email,
    /// A sheet shows one of each.
    MoreSite,
    MoreEmail,
    Unpriced,
    BesidePhone,
    Summary,
    /// Written, and marked.
    Surcharged,
    /// When the source spoke, in a way that may be read as several days.
    Date,
    /// Written as they are, and not understood.
    Hours,
}

impl AddAssign for Notes {
    fn add_assign(&mut self, other: Self) {
        self.emails += other.emails;
        self.people += other.people;
        self.phones += other.phones;
        self.faxes += other.faxes;
        self.surcharged += other.surcharged;
        self.zeros += other.zeros;
        self.bad_sites += other.bad_sites;
        self.bad_emails += other.bad_emails;
        self.more_emails += other.more_emails;
        self.more_sites += other.more_sites;
        self.unpriced += other.unpriced;
        self.beside += other.beside;
        self.accents += other.accents;
        self.summaries += other.summaries;
        self.markup += other.markup;
        self.hours += other.hours;
        self.understood += other.understood;
        self.codes += other.codes;
        self.aside.extend(other.aside);
    }
}

/// Whom a service is for, from the narrowest claim that the source allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serves {
    /// Its commune alone: a mairie.
    Commune,
    /// A place one goes to: its EPCI, unless that is a métropole.
    Around,
    /// The EPCI itself is the service.
    Epci,
    /// By law, the whole département.
    Departement,
    /// The codes that the source gives.
    Codes(Vec<String>),
}

/// An address of the source; its town is resolved later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Street {
    pub name: Option<String>,
    pub street: Option<String>,
    pub more: Option<String>,
    pub postal_code: Option<String>,
    pub town: Option<String>,
}

impl Street {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.street.is_none() && self.more.is_none()
    }
}

/// One service as a source tells it.
#[derive(Clone, Debug)]
pub struct Row {
    pub line: u64,
    /// The source's own name for the row; empty when it gives none.
    pub id: String,
    pub name: String,
    pub kind: ServiceKind,
    pub organisation: Option<String>,
    pub summary: Option<String>,
    pub place: Hints,
    pub serves: Serves,
    /// Where one goes.
    pub street: Street,
    /// Where one writes, when that is elsewhere.
    pub postal: Option<Street>,
    pub phones: Vec<SourcePhone>,
    /// Whether the file keeps its telephone as a number, not as text: zeros before are lost then.
    pub typed: bool,
    /// A number that is written to.
    pub sms: Option<String>,
    pub email: Option<String>,
    pub site: Option<String>,
    pub opening: Opening,
    /// Rounds, closings, appointments: as the source says them.
    pub comments: Vec<String>,
    pub does: Vec<String>,
    pub for_whom: Vec<String>,
    pub needs: Vec<&'static str>,
    pub help_modes: Vec<HelpMode>,
    pub contact_modes: Vec<ContactMode>,
    pub askers: Vec<Asker>,
    pub cost: Option<String>,
    /// What a person who does not hear can use.
    pub hearing: Vec<WayToBeHeard>,
    pub hearing_note: Option<String>,
    pub movement: Option<String>,
    /// As the source writes it.
    pub date: Option<String>,
    /// Who gathered the row, when the file mixes several.
    pub producer: Option<String>,
    /// The licence that the row itself states.
    pub licence: Option<String>,
    /// The source says that it is no more.
    pub closed: Option<Closed>,
    /// What the source says that may mean so: a person must read it.
    pub doubt: Option<String>,
    pub notes: Notes,
}

impl Row {
    /// A row of that name, with nothing else known.
    #[must_use]
    pub fn new(line: u64, id: String, name: String, kind: ServiceKind) -> Self {
        Self {
            line,
            id,
            name,
            kind,
            organisation: None,
            summary: None,
            place: Hints::default(),
            serves: Serves::Around,
            street: Street::default(),
            postal: None,
            phones: Vec::new(),
            typed: false,
            sms: None,
            email: None,
            site: None,
            opening: Opening::default(),
            comments: Vec::new(),
            does: Vec::new(),
            for_whom: Vec::new(),
            needs: Vec::new(),
            help_modes: Vec::new(),
            contact_modes: Vec::new(),
            askers: Vec::new(),
            cost: None,
            hearing: Vec::new(),
            hearing_note: None,
            movement: None,
            date: None,
            producer: None,
            licence: None,
            closed: None,
            doubt: None,
            notes: Notes::default(),
        }
    }

    /// Whether the row gives any way to reach the service.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.phones.is_empty()
            || self.sms.is_some()
            || self.email.is_some()
            || self.site.is_some()
            || self.street.street.is_some()
            || self.postal.as_ref().is_some_and(|p| p.street.is_some())
    }
}

/// Why a row becomes no sheet. A refused row cannot be one; a queued one waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The row cannot be read.
    Unreadable(super::fault::RowFault),
    NoName,
    /// A counter of a kind that people do not come to for help: a tribunal, a tax office for firms.
    Kind(String),
    Unreachable,
    /// The source says that it is no more.
    Closed,
    /// The same, and a sheet of another source, or written by hand, seems to be about it.
    ClosedTwin(String),
    /// The source may say so, in these words.
    MaybeClosed(String),
    /// The same row, letter for letter, is at that line.
    Again(u64),
    /// The same id is at that line, with other words.
    SameId(u64),
    /// Another row of the file has the same name in the same commune.
    SameName(u64),
    /// A sheet of another source, or written by hand, says the same.
    Twin(String),
    /// The name is a person's.
    Person,
    /// A licence that forbids mixing.
    Licence(String),
    Place(super::place::Trouble),
    /// No code of the zone is known.
    Zone(String),
    /// What would be written would not pass `check`: the finding's code and words.
    Unsound(&'static str, String),
}

impl Reason {
    /// Whether a person should look at it; the others can be no sheet.
    #[must_use]
    pub fn is_queued(&self) -> bool {
        matches!(
            self,
            Self::SameId(_)
                | Self::SameName(_)
                | Self::Twin(_)
                | Self::ClosedTwin(_)
                | Self::MaybeClosed(_)
                | Self::Person
                | Self::Licence(_)
                | Self::Place(_)
                | Self::Zone(_)
                | Self::Unsound(..)
        )
    }

    /// A word for programs, and for counting alike.
    #[must_use]
    pub fn key(&self) -> &'static str {
        use super::fault::RowFault;
        use super::place::Trouble;
        match self {
            Self::Unreadable(RowFault::Quotes) => "guillemets",
            Self::Unreadable(RowFault::Fields { .. }) => "colonnes",
            Self::Unreadable(RowFault::Json) => "json",
            Self::NoName => "sans-nom",
            Self::Kind(_) => "type-de-guichet",
            Self::Unreachable => "injoignable",
            Self::Closed => "ferme",
            Self::ClosedTwin(_) => "ferme-doublon",
            Self::MaybeClosed(_) => "peut-etre-ferme",
            Self::Again(_) => "ligne-repetee",
            Self::SameId(_) => "identifiant-repete",
            Self::SameName(_) => "meme-nom",
            Self::Twin(_) => "doublon",
            Self::Person => "nom-de-personne",
            Self::Licence(_) => "licence",
            Self::Place(Trouble::Missing) => "commune-absente",
            Self::Place(Trouble::Unknown { .. }) => "commune-inconnue",
            Self::Place(Trouble::Slip { .. }) => "commune-mal-ecrite",
            Self::Place(Trouble::Homonyms { .. }) => "communes-homonymes",
            Self::Place(Trouble::Conflict { .. } | Trouble::Codes { .. } | Trouble::Elsewhere { .. }) => {
                "codes-contradictoires"
            }
            Self::Zone(_) => "zone-inconnue",
            Self::Unsound(..) => "fiche-non-conforme",
        }
    }
}
