//! Prose as values for paper: the same tree that [`crate::view`] writes as HTML, in the same order.

use super::super::Builder;
use super::super::contract::papier::{Bloc, Prose as Papier, Trait};
use crate::model::{Block, GuideId, Inline, Prose, Target, words};

impl Builder<'_> {
    /// `own` is the guide that the text stands in: a link to its own étapes says « étape 3 ».
    pub(super) fn on_paper(&self, prose: &Prose<Target>, own: GuideId) -> Papier {
        prose.iter().map(|block| self.block(block, own)).collect()
    }

    fn block(&self, block: &Block<Target>, own: GuideId) -> Bloc {
        match block {
            Block::Paragraph(line) => Bloc::Paragraphe { texte: self.line_on_paper(line, own) },
            Block::Notice(inner) => Bloc::Avis { blocs: self.on_paper(inner, own) },
            Block::List { start, items } => Bloc::Liste {
                debut: *start,
                points: items.iter().map(|item| self.on_paper(item, own)).collect(),
            },
        }
    }

    fn line_on_paper(&self, line: &[Inline<Target>], own: GuideId) -> Vec<Trait> {
        line.iter()
            .map(|inline| match inline {
                Inline::Text(text) => Trait::Mots { mots: text.clone() },
                Inline::Code(text) => Trait::Saisie { mots: text.clone() },
                Inline::Strong(inner) => Trait::Gras { texte: self.line_on_paper(inner, own) },
                Inline::Emphasis(inner) => Trait::Accent { texte: self.line_on_paper(inner, own) },
                Inline::Break => Trait::Retour,
                Inline::Link { target, text } => {
                    let (adresse, renvoi) = self.leads_to(target, own, &words(text));
                    Trait::Lien { texte: self.line_on_paper(text, own), adresse, renvoi }
                }
            })
            .collect()
    }

    /// The address to follow, and the words that say on paper where a link leads, unless `shown` says it.
    fn leads_to(&self, target: &Target, own: GuideId, shown: &str) -> (Option<String>, Option<String>) {
        let site = self.site();
        let renvoi = match target {
            Target::External(address) => {
                let spoken = spoken(address);
                return (Some(address.clone()), (!shown.contains(&spoken)).then_some(spoken));
            }
            Target::Step(id, at) if *id == own => {
                Some(self.context.texts.fill("papier_renvoi_etape", &[("numero", &(at + 1))]))
            }
            Target::Guide(id) | Target::Step(id, _) => Some(self.sheet_number(site.guide(*id).number)),
            Target::Service(id) => site.service(*id).phones.first().map(|line| line.phone.spoken()),
            Target::Product(_) | Target::Word(_) | Target::Need(_) | Target::Case(_) | Target::Commune(_) => {
                None
            }
        };
        (None, renvoi.filter(|words| !shown.contains(words.as_str())))
    }
}

/// An address as people say and type it.
pub(super) fn spoken(address: &str) -> String {
    let short =
        ["https://", "http://", "mailto:", "tel:"].iter().find_map(|scheme| address.strip_prefix(scheme));
    short.unwrap_or(address).trim_end_matches('/').to_owned()
}
