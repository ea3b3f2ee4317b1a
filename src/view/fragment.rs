//! Parts that many pages show alike, and the marks that hold their places.
//!
//! The card of a CLIC stands on the sheets of twenty communes, letter for letter. A page that shows it holds
//! its mark only; rendering shows the card once and puts it wherever the mark stands. The mark is an element:
//! what people write is escaped, so that no text of theirs can be taken for one.

use super::contract::{
    AnswerLine, AnswerPart, CardPart, FirstPart, LinePart, PageFoot, PageTop, QuestionsPart, SentFrom,
};
use super::way::Way;
use super::{PageBuilder, PageContext, shell};
use crate::model::ServiceId;
use crate::referral::{Answer, Mark, Road, Verdict, before_age};
use crate::site::{AnswerId, PageKind, Site};
use crate::territory::ZoneLevel;
use serde::Serialize;

/// How much of a service a card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Everything needed to go there or to call.
    Whole,
    /// For numbers that serve all of France: no address, but the hours.
    ShortWithHours,
    /// Below a guide: name and way to reach.
    Short,
}

/// What is shown of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Card(Extent),
    /// An answer to a question, whole.
    Answer(Verdict),
    /// The same, reached by that line of another service's `si_non`.
    Led(Verdict, RefusalStep),
    /// « Si le CLIC ne peut pas : le conseiller. »
    Next(RefusalStep),
    /// How it helps, in one line.
    Also(Verdict),
    /// Why it does not help, in one line.
    Refusal(Verdict),
    /// Its name and how to reach it, in one line.
    Line,
    /// The same, below a need: the first to call on that page of answers, found once for all the communes that share it.
    First(AnswerId),
    /// It answers for a whole département, and no road leads to it.
    Net,
    /// No service: the questions, answered in that way of [`Way::ALL`].
    Questions(usize),
    /// No service: the top of a page, for a kind that has its own, or for all others.
    Top(Option<PageKind>),
    /// No service: the end of a page, likewise.
    Bottom(Option<PageKind>),
}

/// A line of a `si_non`: whose, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RefusalStep {
    pub from: ServiceId,
    pub at: usize,
}

impl From<Road> for RefusalStep {
    fn from(road: Road) -> Self {
        Self { from: road.from, at: road.at }
    }
}

/// One part of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fragment {
    pub service: ServiceId,
    pub part: Part,
}

/// What the template of a fragment sees.
#[derive(Serialize)]
#[serde(untagged)]
pub enum FragmentView {
    Card(CardPart),
    Answer(AnswerPart),
    Line(AnswerLine),
    Service(LinePart),
    First(FirstPart),
    Questions(QuestionsPart),
    Top(PageTop),
    Foot(PageFoot),
}

impl FragmentView {
    /// The theme's file that shows it.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Card(_) => "carte.html",
            Self::Answer(_) => "reponse.html",
            Self::Line(_) => "ligne.html",
            Self::Service(_) => "ligne-service.html",
            Self::First(_) => "premier.html",
            Self::Questions(_) => "questions.html",
            Self::Top(_) => "haut.html",
            Self::Foot(_) => "bas.html",
        }
    }
}

/// Stands where a part is of no service.
const NO_SERVICE: ServiceId = ServiceId(0);

const OPEN: &str = "<eliane-part n=";
const CLOSE: &str = "></eliane-part>";

/// The marks of cards, in order.
pub(super) fn cards(ids: impl IntoIterator<Item = ServiceId>, extent: Extent) -> Vec<String> {
    ids.into_iter().map(|service| Fragment { service, part: Part::Card(extent) }.mark()).collect()
}

/// The marks of lines, in order.
pub(super) fn lines(ids: impl IntoIterator<Item = ServiceId>) -> Vec<String> {
    ids.into_iter().map(|service| Fragment { service, part: Part::Line }.mark()).collect()
}

/// The mark of an answer shown whole.
pub(super) fn answer(answer: &Answer) -> String {
    let part = match answer.road {
        Some(road) => Part::Led(answer.verdict, road.into()),
        None => Part::Answer(answer.verdict),
    };
    Fragment { service: answer.service, part }.mark()
}

/// The mark of the questions answered in that way: the same on every page, so shown once.
pub(super) fn questions(way: Way) -> String {
    let at = Way::ALL.iter().position(|other| *other == way).unwrap_or_default();
    Fragment { service: NO_SERVICE, part: Part::Questions(at) }.mark()
}

/// The mark of the first to call on a page of answers.
pub(super) fn first_to_call(id: AnswerId) -> String {
    Fragment { service: NO_SERVICE, part: Part::First(id) }.mark()
}

/// The mark of the top of a page of that kind.
pub(super) fn top(kind: PageKind) -> String {
    Fragment { service: NO_SERVICE, part: Part::Top(shell::chrome(kind)) }.mark()
}

/// The mark of its end.
pub(super) fn bottom(kind: PageKind) -> String {
    Fragment { service: NO_SERVICE, part: Part::Bottom(shell::chrome(kind)) }.mark()
}

impl Fragment {
    /// What the page holds in its place.
    #[must_use]
    pub fn mark(self) -> String {
        let own = self.service.0;
        let name = match self.part {
            Part::Card(Extent::Whole) => format!("e-{own}"),
            Part::Card(Extent::ShortWithHours) => format!("h-{own}"),
            Part::Card(Extent::Short) => format!("c-{own}"),
            Part::Answer(verdict) => format!("a-{own}-{}", verdict.bits()),
            Part::Led(verdict, step) => format!("l-{own}-{}-{}-{}", verdict.bits(), step.from.0, step.at),
            Part::Next(step) => format!("n-{own}-{}-{}", step.from.0, step.at),
            Part::Also(verdict) => format!("s-{own}-{}", verdict.bits()),
            Part::Refusal(verdict) => format!("r-{own}-{}", verdict.bits()),
            Part::Line => format!("p-{own}"),
            Part::First(AnswerId(at)) => format!("d-{own}-{at}"),
            Part::Net => format!("f-{own}"),
            Part::Questions(at) => format!("q-{own}-{at}"),
            Part::Top(kind) => format!("t-{own}{}", kind_of(kind)),
            Part::Bottom(kind) => format!("b-{own}{}", kind_of(kind)),
        };
        format!("{OPEN}\"{name}\"{CLOSE}")
    }

    fn parse(name: &str) -> Option<Self> {
        let mut words = name.split('-');
        let kind = words.next()?;
        let mut numbers = words.map_while(|word| word.parse::<usize>().ok());
        let service = ServiceId(numbers.next()?);
        let verdict =
            |number: Option<usize>| number.and_then(|n| u32::try_from(n).ok()).map(Verdict::from_bits);
        let step =
            |from: Option<usize>, at: Option<usize>| Some(RefusalStep { from: ServiceId(from?), at: at? });
        let part = match kind {
            "e" => Part::Card(Extent::Whole),
            "h" => Part::Card(Extent::ShortWithHours),
            "c" => Part::Card(Extent::Short),
            "a" => Part::Answer(verdict(numbers.next())?),
            "l" => Part::Led(verdict(numbers.next())?, step(numbers.next(), numbers.next())?),
            "n" => Part::Next(step(numbers.next(), numbers.next())?),
            "s" => Part::Also(verdict(numbers.next())?),
            "r" => Part::Refusal(verdict(numbers.next())?),
            "p" => Part::Line,
            "d" => Part::First(AnswerId(numbers.next()?)),
            "f" => Part::Net,
            "q" => Part::Questions(numbers.next()?),
            "t" => Part::Top(numbers.next().and_then(|at| PageKind::ALL.get(at)).copied()),
            "b" => Part::Bottom(numbers.next().and_then(|at| PageKind::ALL.get(at)).copied()),
            _ => return None,
        };
        Some(Self { service, part })
    }

    /// Whether it is a part of that site: what people write may look like the mark of one that is not.
    #[must_use]
    pub fn is_of(self, site: &Site) -> bool {
        let step = |step: RefusalStep| step.from.0 < site.services.len();
        match self.part {
            Part::First(id) => site.answers.has(id),
            Part::Questions(at) => at < Way::ALL.len(),
            Part::Top(_) | Part::Bottom(_) => true,
            Part::Led(_, from) | Part::Next(from) => self.service.0 < site.services.len() && step(from),
            _ => self.service.0 < site.services.len(),
        }
    }

    /// What its template sees, on a page that is `depth` folders deep.
    #[must_use]
    pub fn view(self, context: PageContext<'_>, depth: usize) -> FragmentView {
        let b = PageBuilder { context, address: "", root: "../".repeat(depth) };
        let route = |step: RefusalStep| route(context.site, step);
        match self.part {
            Part::Card(extent) => FragmentView::Card(CardPart {
                service: b.service_card(self.service),
                short: extent != Extent::Whole,
                with_hours: extent != Extent::Short,
            }),
            Part::Answer(verdict) => FragmentView::Answer(b.answer(self.service, verdict, None)),
            Part::Led(verdict, step) => {
                FragmentView::Answer(b.answer(self.service, verdict, Some(route(step))))
            }
            Part::Next(step) => {
                FragmentView::Line(b.entry_line(self.service, Verdict::default(), Some(route(step))))
            }
            Part::Also(verdict) | Part::Refusal(verdict) => {
                FragmentView::Line(b.entry_line(self.service, verdict, None))
            }
            Part::Questions(at) => {
                FragmentView::Questions(Way::ALL.get(at).unwrap_or(&Way::ALL[0]).questions())
            }
            Part::Net => FragmentView::Line(AnswerLine {
                net: true,
                ..b.entry_line(self.service, Verdict::default(), None)
            }),
            Part::Top(kind) => FragmentView::Top(shell::top(context, kind, depth)),
            Part::Bottom(kind) => FragmentView::Foot(shell::bottom(context, kind, depth)),
            Part::Line => FragmentView::Service(LinePart {
                line: b.service_line(self.service, false),
                service: b.service_card(self.service),
            }),
            Part::First(id) => FragmentView::First(FirstPart {
                service: b.first_answer(id).map(|id| b.service_line(id, false)),
            }),
        }
    }
}

/// « -3 », or nothing.
fn kind_of(kind: Option<PageKind>) -> String {
    kind.map_or_else(String::new, |kind| format!("-{}", kind as usize))
}

fn route(site: &Site, step: RefusalStep) -> SentFrom {
    let from = site.service(step.from);
    let reason = from.if_not.get(step.at).map(|road| road.reason.clone()).unwrap_or_default();
    SentFrom { from: from.name.clone(), reason }
}

impl PageBuilder<'_> {
    fn answer(&self, id: ServiceId, verdict: Verdict, route: Option<SentFrom>) -> AnswerPart {
        let keys = |wanted: fn(Mark) -> bool| {
            verdict
                .marks()
                .filter(|mark| wanted(*mark))
                .map(|mark| format!("raison_{}", mark.key()))
                .collect()
        };
        let sheet = self.site().service(id);
        let far = sheet.zone.iter().all(|zone| zone.level() >= ZoneLevel::Region);
        AnswerPart {
            rank: before_age(sheet, verdict, far),
            service: self.service_card(id),
            reasons: keys(|mark| !mark.is_reserve() && !mark.is_refusal()),
            // The age has a line of its own on every card.
            caveats: keys(|mark| mark.is_reserve() && !mark.is_age()),
            refusals: keys(Mark::is_refusal),
            yes_but: !verdict.is_plain_yes(),
            route,
        }
    }

    fn entry_line(&self, id: ServiceId, verdict: Verdict, route: Option<SentFrom>) -> AnswerLine {
        let service = self.site().service(id);
        AnswerLine {
            name: service.name.clone(),
            href: self.href(self.site().addresses.service(id)),
            phone: super::cards::phones(service).into_iter().next(),
            reasons: verdict
                .marks()
                .filter(|mark| mark.is_refusal() == verdict.is_no() && !mark.is_age())
                .map(|mark| format!("raison_{}", mark.key()))
                .collect(),
            net: false,
            route,
        }
    }
}

/// Puts a part in the place of each mark of a page, minified or not, or of a view that is written as JSON.
///
/// # Errors
/// The first of `show`.
pub fn fill<E>(
    page: Vec<u8>,
    mut show: impl FnMut(Fragment, &mut Vec<u8>) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let mut marks = memchr::memmem::find_iter(&page, OPEN).peekable();
    if marks.peek().is_none() {
        return Ok(page);
    }
    let mut out = Vec::with_capacity(page.len() * 4);
    let mut from = 0;
    for at in marks {
        let name = at + OPEN.len();
        let Some(end) = memchr::memmem::find(&page[name..], CLOSE.as_bytes()).map(|end| name + end) else {
            continue;
        };
        let text = std::str::from_utf8(&page[name..end]).unwrap_or_default();
        if let Some(fragment) = Fragment::parse(text.trim_matches(['"', '\\'])) {
            out.extend_from_slice(&page[from..at]);
            show(fragment, &mut out)?;
            from = end + CLOSE.len();
        }
    }
    out.extend_from_slice(&page[from..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_finds_its_part_quoted_or_not() {
        let step = RefusalStep { from: ServiceId(3), at: 1 };
        let verdict = Verdict::from_bits(0x00ff_0001);
        for part in [
            Part::Card(Extent::Whole),
            Part::Card(Extent::ShortWithHours),
            Part::Card(Extent::Short),
            Part::Answer(verdict),
            Part::Led(verdict, step),
            Part::Next(step),
            Part::Also(verdict),
            Part::Refusal(verdict),
            Part::Line,
            Part::First(AnswerId(7)),
            Part::Net,
            Part::Questions(5),
            Part::Top(None),
            Part::Bottom(None),
            Part::Top(Some(PageKind::Home)),
            Part::Bottom(Some(PageKind::NotFound)),
        ] {
            let fragment = Fragment { service: ServiceId(12), part };
            let mark = fragment.mark();
            for mark in [mark.replace('"', ""), mark.replace('"', "\\\""), mark] {
                let page = format!("<p>a</p>{mark}<p>b</p>{mark}").into_bytes();
                let mut seen = Vec::new();
                let filled = fill(page, |fragment, out| {
                    seen.push(fragment);
                    out.extend_from_slice(b"<i>");
                    Ok::<_, ()>(())
                });
                assert_eq!(filled.unwrap(), b"<p>a</p><i><p>b</p><i>");
                assert_eq!(seen, [fragment, fragment]);
            }
        }
    }

    #[test]
    fn a_page_without_parts_is_left_alone() {
        let page = b"<p>&lt;eliane-part n=e-1&gt;</p>".to_vec();
        assert_eq!(fill(page.clone(), |_, _| Err(())), Ok(page));
    }
}
