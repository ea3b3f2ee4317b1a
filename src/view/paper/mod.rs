//! One document for the printer: the guides, contacts and words of an order, as values.

mod contacts;
mod guides;
mod prose;

use super::contract::paper::{PaperDocument, PaperWord};
use super::{PageBuilder, PageContext};
use crate::diag::Place;
use crate::model::{GuideId, NeedId, Paper, ServiceId, Verification, WordId, words_linked};
use crate::source::FileId;
use crate::territory::Zone;
use crate::text::{PartialDate, french};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is to be laid out.
#[derive(Clone, Debug)]
pub struct Job {
    pub format: Paper,
    pub guides: Vec<GuideId>,
    /// Whose contacts go with them; none for those of the whole site.
    pub zone: Option<Zone>,
    /// The theme of a booklet.
    pub need: Option<NeedId>,
    /// Size of the body in points, unless it is the format's own.
    pub body: Option<f64>,
    /// On A5 leaves instead of A4.
    pub small: bool,
    /// How often the whole is in the file.
    pub copies: u16,
}

impl Job {
    /// One copy of these guides, in the format's own size.
    #[must_use]
    pub fn new(format: Paper, guides: Vec<GuideId>) -> Self {
        Self { format, guides, zone: None, need: None, body: None, small: false, copies: 1 }
    }
}

/// A document, ready to be laid out.
pub struct PaperSheet {
    /// The theme's file that lays it out: `papier/guide.typ`.
    pub template: &'static str,
    pub paper: PaperDocument,
    /// What a fault is about: its first guide, if it has one.
    pub place: Place,
    /// Its pictures, in the order of their names: `/image/0.svg`.
    pub pictures: Vec<FileId>,
}

/// The theme's file for a format.
#[must_use]
pub fn template(format: Paper) -> &'static str {
    match format {
        Paper::Large | Paper::Plain => "papier/guide.typ",
        Paper::Pocket => "papier/poche.typ",
        Paper::Contact => "papier/contact.typ",
        Paper::Booklet => "papier/livret.typ",
        Paper::Visit => "papier/rendez-vous.typ",
    }
}

/// Gathers what a document says.
#[must_use]
pub fn sheet(context: PageContext<'_>, extension: &dyn Fn(FileId) -> String, job: &Job) -> PaperSheet {
    let b = PageBuilder { context, address: "", root: String::new() };
    let mut desk = PaperBuilder { b: &b, job, extension, pictures: Vec::new(), services: BTreeSet::new() };
    let settings = &context.site.settings;
    let sheets = if job.format == Paper::Visit {
        Vec::new()
    } else {
        job.guides.iter().map(|id| desk.guide(*id)).collect()
    };
    let contacts = match job.format {
        Paper::Contact => vec![desk.contact_sheet()],
        Paper::Booklet => desk.contact_sheet_of_booklet().into_iter().collect(),
        _ => Vec::new(),
    };
    let appointment = (job.format == Paper::Visit).then(|| desk.visit());
    let words = if job.format == Paper::Booklet { desk.words() } else { Vec::new() };
    let day = desk.newest();
    let paper = PaperDocument {
        language: settings.language.clone(),
        title: desk.title(),
        author: if settings.publisher.is_empty() {
            settings.title.clone()
        } else {
            settings.publisher.clone()
        },
        date: [day.year(), day.month().into(), day.day().into()],
        body_size: job.body.unwrap_or_else(|| job.format.body()),
        paper_size: if job.small { "a5" } else { "a4" },
        copies: job.copies,
        place: job.zone.map(|zone| b.zone_name(zone)),
        sheets,
        contacts,
        words,
        appointment,
        licence: b.context.texts.fill("pied_licence", &[("licence", &settings.licence)]),
        strings: std::collections::BTreeMap::new(),
    };
    let place =
        job.guides.first().map_or(Place::Nowhere, |id| Place::Span(context.site.guide(*id).number_span));
    PaperSheet { template: template(job.format), paper, place, pictures: desk.pictures }
}

/// A document in the making.
struct PaperBuilder<'a> {
    b: &'a PageBuilder<'a>,
    job: &'a Job,
    extension: &'a dyn Fn(FileId) -> String,
    pictures: Vec<FileId>,
    /// Those shown so far.
    services: BTreeSet<ServiceId>,
}

impl PaperBuilder<'_> {
    fn picture(&mut self, file: FileId) -> String {
        let at = self.pictures.iter().position(|known| *known == file).unwrap_or_else(|| {
            self.pictures.push(file);
            self.pictures.len() - 1
        });
        format!("/image/{at}.{}", (self.extension)(file))
    }

    fn title(&self) -> String {
        let site = self.b.site();
        let texts = self.b.context.texts;
        let guides = || {
            let titles: Vec<&str> = self.job.guides.iter().map(|id| site.guide(*id).title.as_str()).collect();
            match titles[..] {
                [one] => one.to_owned(),
                [one, other] => format!("{one}, {other}"),
                _ => site.settings.title.clone(),
            }
        };
        match self.job.format {
            Paper::Contact => self.contact_title(),
            Paper::Visit => texts.say("papier_rdv_titre"),
            Paper::Booklet => match (self.job.need, self.job.zone) {
                (Some(need), _) => site.need(need).title.clone(),
                (None, Some(_)) => self.contact_title(),
                (None, None) => guides(),
            },
            Paper::Large | Paper::Plain | Paper::Pocket => guides(),
        }
    }

    /// The newest day that the contents give: what did not change keeps its bytes. The day of the build when they
    /// give none.
    fn newest(&self) -> Date {
        let site = self.b.site();
        let day = |v: &Verification| {
            let source = v.source_date.and_then(|date| match date {
                PartialDate::Day(day) => Some(day),
                _ => None,
            });
            v.verified.as_ref().map(|verified| verified.on).max(source)
        };
        let guides = self.job.guides.iter().map(|id| &site.guide(*id).verification);
        let services = self.services.iter().map(|id| &site.service(*id).verification);
        guides.chain(services).filter_map(day).max().unwrap_or(self.b.context.date)
    }

    /// The words that the guides explain by a link; for a territory alone, none.
    fn words(&self) -> Vec<PaperWord> {
        let site = self.b.site();
        let mut ids: BTreeSet<WordId> = BTreeSet::new();
        for id in &self.job.guides {
            let guide = site.guide(*id);
            ids.extend(guide.texts().flat_map(|text| words_linked(text)));
        }
        let mut words: Vec<PaperWord> = ids
            .into_iter()
            .map(|id| PaperWord {
                word: french(&site.word(id).word),
                definition: site.word(id).definition.clone(),
            })
            .collect();
        words.sort_by_key(|word| crate::text::fold(&word.word));
        words
    }
}
