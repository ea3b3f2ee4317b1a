//! Guides and appointments on paper.

use super::super::contract::papier::{EtapePapier, FicheGuide, FilmPapier, ImagePapier, RendezVous};
use super::super::guides::needed;
use super::super::{cards, qr};
use super::{Desk, prose};
use crate::model::{Asker, Film, GuideId, Hearing, Paper, Proof, Status};
use crate::text::fold;

/// Width over height of a picture whose file does not say.
const USUAL: f64 = 1.5;

impl Desk<'_> {
    pub(super) fn guide(&mut self, id: GuideId) -> FicheGuide {
        let b = self.b;
        let guide = b.site().guide(id);
        let texts = b.context.texts;
        let total = guide.steps.len();
        let mut text = prose::Reader::new(b, id, self.job.format != Paper::Booklet, self.job.zone);
        let (intro, mots) = (text.prose(&guide.intro), text.notes());
        let mut etapes = Vec::with_capacity(total);
        for (at, step) in guide.steps.iter().enumerate() {
            let rapport = step
                .picture
                .size
                .filter(|(width, height)| *width > 0 && *height > 0)
                .map_or(USUAL, |(width, height)| f64::from(width) / f64::from(height));
            let legende = step.picture.caption.clone();
            let film = step.film.as_ref().map(|film| self.film(id, &format!("film-{}", at + 1), film));
            etapes.push(EtapePapier {
                numero: at + 1,
                total,
                titre: step.title.clone(),
                action: text.prose(&step.action),
                image: ImagePapier {
                    fichier: self.picture(step.picture.file),
                    alt: step.picture.alt.clone(),
                    legende: (!legende.is_empty()).then_some(legende),
                    rapport,
                },
                film,
                vous_voyez: text.prose(&step.outcome),
                si_non: text.prose(&step.fallback),
                mots: text.notes(),
                reserve: (step.proof == Proof::Probable).then(|| b.say("etape_probable")),
            });
        }
        let share = b.site().settings.base_url.as_ref();
        let address = share.map(|base| format!("{}{}", base.as_str(), b.site().addresses.guide(id)));
        let film = guide.film.as_ref().map(|film| self.film(id, "film", film));
        let aide = self.help(id);
        let humain = aide.iter().flat_map(|group| &group.services).find_map(|service| {
            service.telephones.first().map(|[number, _]| [service.nom.clone(), number.clone()])
        });
        let v = b.verification(&guide.verification);
        let mut attention: Vec<String> = b
            .to_do(guide)
            .into_iter()
            .map(|due| format!("{}. {}", texts.fill("a_faire", &[("date", &due.date)]), due.texte))
            .collect();
        if matches!(guide.status, Status::Suspended) {
            attention.push(b.say("raison_suspendu"));
        }
        if matches!(v.etat, "a_reverifier" | "perime") {
            attention.push(b.say(&format!("verif_titre_{}", v.etat)));
            attention.push(b.say("verif_conseil_guide"));
        }
        FicheGuide {
            numero: guide.number,
            titre: guide.title.clone(),
            resume: guide.summary.clone(),
            intro,
            mots,
            film,
            duree_min: guide.minutes,
            a_avoir: guide.to_have.clone(),
            entendre: b.say(match guide.hearing {
                Hearing::Needed => "faut_entendre_oui",
                Hearing::NotNeeded => "faut_entendre_non",
                Hearing::Avoidable => "faut_entendre_contournable",
            }),
            email: guide.needs_email.then(|| b.say("email_oui")),
            il_faut: guide
                .needs_means
                .iter()
                .map(|means| needed(*means))
                .map(|key| (b.say(&format!("avant_{key}")), b.say(&format!("il_faut_{key}"))))
                .collect(),
            etapes,
            aide,
            verifie: self.verified(&v),
            attention,
            sources: cards::sources(&guide.verification).into_iter().map(source).collect(),
            licence: guide.licence.as_ref().map_or_else(
                || texts.fill("pied_licence", &[("licence", &b.site().settings.licence)]),
                |licence| texts.fill("pied_licence", &[("licence", licence)]),
            ),
            parole: texts.fill("partage_telephone", &[("numero", &guide.number)]),
            code: address.as_ref().map(|address| qr::svg(address, "")).filter(|code| !code.is_empty()),
            adresse: address.as_deref().map(prose::spoken),
            humain,
        }
    }

    /// The film that stands at `anchor` of a guide's page.
    fn film(&mut self, id: GuideId, anchor: &str, film: &Film) -> FilmPapier {
        let b = self.b;
        let address = b.site().settings.base_url.as_ref();
        let address =
            address.map(|base| format!("{}{}#{anchor}", base.as_str(), b.site().addresses.guide(id)));
        let (width, height) = film.size;
        FilmPapier {
            titre: film.title.clone(),
            legende: film.caption.clone(),
            duree: b.duration(film.duration_ms),
            affiche: ImagePapier {
                fichier: self.picture(film.poster.file),
                alt: b.context.texts.fill("film_titre", &[("titre", &film.title)]),
                legende: None,
                rapport: f64::from(width.max(1)) / f64::from(height.max(1)),
            },
            texte: film.transcript.iter().map(|said| (said.speaker.clone(), said.text.clone())).collect(),
            code: address.map(|address| qr::svg(&address, "")).filter(|code| !code.is_empty()),
            numero: b.site().guide(id).number,
        }
    }

    /// One list of what to bring for all the guides, and who may speak for the person.
    pub(super) fn visit(&mut self) -> RendezVous {
        let b = self.b;
        let site = b.site();
        let mut sujets = Vec::new();
        let mut apporter: Vec<String> = Vec::new();
        let mut add = |things: &[String]| {
            for thing in things {
                if !apporter.iter().any(|known| fold(known) == fold(thing)) {
                    apporter.push(thing.clone());
                }
            }
        };
        let mut ids = Vec::new();
        for id in &self.job.guides {
            let guide = site.guide(*id);
            sujets.push(format!("{} ({})", guide.title, b.sheet_number(guide.number)));
            add(&guide.to_have);
            for service in self.near(*id) {
                if !ids.contains(&service) {
                    ids.push(service);
                }
            }
        }
        let mut agir = Vec::new();
        for id in &ids {
            let service = site.service(*id);
            add(&service.to_bring);
            if service.askers.contains(&Asker::Relative) {
                agir.push(b.context.texts.fill("papier_rdv_proche", &[("service", &service.name)]));
            }
        }
        let services = ids.into_iter().map(|id| self.contact(id)).collect();
        RendezVous { sujets, apporter, agir, services }
    }
}

/// « Jitsi, notice officielle (20 juillet 2026) »: the page on the screen has the addresses.
fn source(source: super::super::contract::Source) -> String {
    match source.date {
        Some(date) => format!("{} ({date})", source.titre),
        None => source.titre,
    }
}
