//! What the site says of itself: what it holds, who keeps it, what it rests on.

use super::az::{choices, heading};
use super::contract::{Apropos, Choix, LettreSources, Source, Sources};
use super::{Builder, Prepared, Vue, cards};
use crate::model::Reference;
use crate::site::sources_address;
use crate::text::french;

impl Builder<'_> {
    pub(super) fn about(&self) -> Prepared {
        let site = self.site();
        let settings = &site.settings;
        let listed = site.service_ids().filter(|id| site.service(*id).is_listed());
        let all = &site.bibliography;
        let here = if all.is_cut() { None } else { Some(all.letters()) };
        let letters = here.into_iter().flatten().map(|(letter, some)| self.source_letter(letter, some));
        let vue = Apropos {
            resume: settings.summary.clone(),
            editeur: settings.publisher.clone(),
            contact: settings.contact.clone(),
            licence: settings.licence.clone(),
            date: self.today(),
            version: env!("CARGO_PKG_VERSION"),
            nombre_guides: site.guides.iter().filter(|guide| guide.is_listed()).count(),
            nombre_services: listed.count(),
            nombre_communes: site.communes.len(),
            // Every page rests on the table of communes.
            territoires: vec![self.table_of_communes()],
            choix: if all.is_cut() { self.source_choices(None) } else { Vec::new() },
            sources: letters.collect(),
        };
        let titre = self.say("nav_apropos");
        Prepared::new(titre, &settings.summary, Vec::new(), Vue::Apropos(vue))
    }

    /// The documents of one letter.
    pub(super) fn sources(&self, letter: char) -> Prepared {
        let all = &self.site().bibliography;
        let some = all.letters().find(|(other, _)| *other == letter).map_or(&[][..], |(_, some)| some);
        let vue = Sources {
            choix: self.source_choices(Some(letter)),
            sources: some.iter().map(cards::source).collect(),
        };
        let titre = self.context.texts.fill("sources_feuille", &[("lettre", &heading(letter))]);
        let trail = vec![self.lien(self.say("nav_apropos"), "a-propos.html")];
        Prepared::new(titre, &self.say("sources_chapeau"), trail, Vue::Sources(vue))
    }

    fn source_letter(&self, letter: char, some: &[Reference]) -> LettreSources {
        let headed = self.site().bibliography.has_headings();
        LettreSources {
            lettre: if headed { heading(letter) } else { String::new() },
            sources: some.iter().map(cards::source).collect(),
        }
    }

    fn source_choices(&self, here: Option<char>) -> Vec<Choix> {
        let letters = self.site().bibliography.letters().map(|(letter, _)| letter);
        choices(letters, here, |letter| self.href(&sources_address(letter)))
    }

    fn table_of_communes(&self) -> Source {
        let territories = crate::territory::france().source();
        Source {
            titre: self.context.texts.fill("source_territoires", &[("annee", &territories.year)]),
            adresse: None,
            date: Some(territories.year.to_string()),
            licence: Some(format!("{} – {}", french(territories.licence), french(territories.origin))),
        }
    }
}
