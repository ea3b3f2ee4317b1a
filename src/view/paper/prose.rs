//! Prose as values for paper: the same tree that [`crate::view`] writes as HTML, in the same order.

use super::super::PageBuilder;
use super::super::contract::paper::{PaperBlock, PaperProse, PaperRun, PaperWord};
use crate::model::{Block, GuideId, Inline, Prose, ServiceId, ServiceKind, Target, WordId, words};
use crate::territory::{Commune, Zone};
use crate::text::{fold, french};
use std::collections::BTreeSet;

/// Reads the texts of one guide, in order.
pub(super) struct PaperReader<'b> {
    b: &'b PageBuilder<'b>,
    /// The guide: a link to its own étapes says « étape 3 ».
    own: GuideId,
    /// The words explained so far; none where a chapter explains them all.
    noted: Option<BTreeSet<WordId>>,
    /// Those that wait for the foot of their étape.
    waiting: Vec<PaperWord>,
    /// Where the reader of the paper lives.
    communes: Vec<&'static Commune>,
    /// Services that were named for a role: their number is enough the next time.
    named: BTreeSet<ServiceId>,
}

impl<'b> PaperReader<'b> {
    /// `zone`: the territory that the paper is for, when it is not that of the site.
    pub(super) fn new(b: &'b PageBuilder<'b>, own: GuideId, notes: bool, zone: Option<Zone>) -> Self {
        let communes = zone.map_or_else(|| b.site().communes.clone(), Zone::communes);
        Self {
            b,
            own,
            noted: notes.then(BTreeSet::new),
            waiting: Vec::new(),
            communes,
            named: BTreeSet::new(),
        }
    }

    /// The words that the texts read since the last call use for the first time.
    pub(super) fn notes(&mut self) -> Vec<PaperWord> {
        std::mem::take(&mut self.waiting)
    }

    pub(super) fn prose(&mut self, prose: &Prose<Target>) -> PaperProse {
        prose.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block<Target>) -> PaperBlock {
        match block {
            Block::Paragraph(line) => PaperBlock::Paragraph { text: self.line(line) },
            Block::Notice(inner) => PaperBlock::Notice { blocks: self.prose(inner) },
            Block::List { start, items } => PaperBlock::List {
                start: *start,
                points: items.iter().map(|item| self.prose(item)).collect(),
            },
        }
    }

    fn line(&mut self, line: &[Inline<Target>]) -> Vec<PaperRun> {
        line.iter()
            .map(|inline| match inline {
                Inline::Text(text) => PaperRun::Words { words: text.clone() },
                Inline::Code(text) => PaperRun::Input { words: text.clone() },
                Inline::Strong(inner) => PaperRun::Strong { text: self.line(inner) },
                Inline::Emphasis(inner) => PaperRun::Emphasis { text: self.line(inner) },
                Inline::Break => PaperRun::Break,
                Inline::Link { target, text } => {
                    let (address, reference) = self.leads_to(target, &words(text));
                    PaperRun::Link { text: self.line(text), address, reference, note: self.note(target) }
                }
            })
            .collect()
    }

    /// Whether a link leads to a word that the guide uses for the first time.
    fn note(&mut self, target: &Target) -> bool {
        let (Target::Word(id), Some(noted)) = (target, self.noted.as_mut()) else { return false };
        if !noted.insert(*id) {
            return false;
        }
        let word = self.b.site().word(*id);
        self.waiting.push(PaperWord { word: french(&word.word), definition: word.definition.clone() });
        true
    }

    /// The address to follow, and the words that say on paper where a link leads, unless `shown` says it.
    fn leads_to(&mut self, target: &Target, shown: &str) -> (Option<String>, Option<String>) {
        let site = self.b.site();
        let reference = match target {
            Target::External(address) => {
                let spoken = spoken(address);
                return (Some(address.clone()), (!shown.contains(&spoken)).then_some(spoken));
            }
            Target::Step(id, at) if *id == self.own => {
                Some(self.b.context.texts.fill("papier_renvoi_etape", &[("numero", &(at + 1))]))
            }
            Target::Guide(id) | Target::Step(id, _) => Some(self.b.sheet_number(site.guide(*id).number)),
            Target::Service(id) => site.service(*id).phones.first().map(|line| line.phone.spoken()),
            Target::Role(role) => self.holder(*role, shown),
            Target::Product(_) | Target::Word(_) | Target::Need(_) | Target::Case(_) | Target::Commune(_) => {
                None
            }
        };
        (None, reference.filter(|words| !shown.contains(words.as_str())))
    }
}

impl PaperReader<'_> {
    /// The service that holds a role in the territory of the sheet, by its name and its number: on paper nobody chooses a
    /// commune. Where each commune has its own, the words of the text are all there is to say.
    fn holder(&mut self, role: ServiceKind, shown: &str) -> Option<String> {
        let site = self.b.site();
        let id = site.holder_for(role, &self.communes)?;
        let service = site.service(id);
        let is_new = self.named.insert(id) && !fold(shown).contains(&fold(&service.name));
        let name = is_new.then(|| french(&service.name));
        let number = service.phones.first().map(|line| line.phone.spoken());
        let words: Vec<String> = name.into_iter().chain(number).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// An address as people say and type it.
pub(super) fn spoken(address: &str) -> String {
    let short =
        ["https://", "http://", "mailto:", "tel:"].iter().find_map(|scheme| address.strip_prefix(scheme));
    short.unwrap_or(address).trim_end_matches('/').to_owned()
}
