//! What the site says of itself: what it holds, who keeps it, what it rests on.

use super::az::{choices, heading};
use super::contract::{AboutBody, LetterChoice, SourceLine, SourcesBody, SourcesLetter};
use super::{Body, PageBuilder, Prepared, cards};
use crate::model::Reference;
use crate::site::sources_address;
use crate::text::french;

impl PageBuilder<'_> {
    pub(super) fn about(&self) -> Prepared {
        let site = self.site();
        let settings = &site.settings;
        let listed = site.service_ids().filter(|id| site.service(*id).is_listed());
        let all = &site.bibliography;
        let here = if all.is_cut() { None } else { Some(all.letters()) };
        let letters = here.into_iter().flatten().map(|(letter, some)| self.source_letter(letter, some));
        let body = AboutBody {
            summary: settings.summary.clone(),
            publisher: settings.publisher.clone(),
            contact: settings.contact.clone(),
            licence: settings.licence.clone(),
            date: self.today(),
            version: env!("CARGO_PKG_VERSION"),
            guide_count: site.guides.iter().filter(|guide| guide.is_listed()).count(),
            service_count: listed.count(),
            commune_count: site.communes.len(),
            // Every page rests on the table of communes.
            territories: vec![self.table_of_communes()],
            choices: if all.is_cut() { self.source_choices(None) } else { Vec::new() },
            sources: letters.collect(),
        };
        let title = self.say("nav_apropos");
        Prepared::new(title, &settings.summary, Vec::new(), Body::About(body))
    }

    /// The documents of one letter.
    pub(super) fn sources(&self, letter: char) -> Prepared {
        let all = &self.site().bibliography;
        let some = all.letters().find(|(other, _)| *other == letter).map_or(&[][..], |(_, some)| some);
        let body = SourcesBody {
            choices: self.source_choices(Some(letter)),
            sources: some.iter().map(cards::source).collect(),
        };
        let title = self.context.texts.fill("sources_feuille", &[("lettre", &heading(letter))]);
        let trail = vec![self.link(self.say("nav_apropos"), "a-propos.html")];
        Prepared::new(title, &self.say("sources_chapeau"), trail, Body::Sources(body))
    }

    fn source_letter(&self, letter: char, some: &[Reference]) -> SourcesLetter {
        let headed = self.site().bibliography.has_headings();
        SourcesLetter {
            letter: if headed { heading(letter) } else { String::new() },
            sources: some.iter().map(cards::source).collect(),
        }
    }

    fn source_choices(&self, here: Option<char>) -> Vec<LetterChoice> {
        let letters = self.site().bibliography.letters().map(|(letter, _)| letter);
        choices(letters, here, |letter| self.href(&sources_address(letter)))
    }

    fn table_of_communes(&self) -> SourceLine {
        let territories = crate::territory::france().source();
        SourceLine {
            title: self.context.texts.fill("source_territoires", &[("annee", &territories.year)]),
            address: None,
            date: Some(territories.year.to_string()),
            licence: Some(format!("{} – {}", french(territories.licence), french(territories.origin))),
        }
    }
}
