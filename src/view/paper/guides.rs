//! Guides and appointments on paper.

use super::super::contract::paper::{AppointmentSheet, GuideSheet, PaperFilm, PaperPicture, PaperStep};
use super::super::guides::needed;
use super::super::{cards, qr};
use super::{PaperBuilder, prose};
use crate::model::{Asker, Film, GuideId, Hearing, Paper, Proof, Status};
use crate::text::fold;

/// Width over height of a picture whose file does not say.
const USUAL: f64 = 1.5;

impl PaperBuilder<'_> {
    pub(super) fn guide(&mut self, id: GuideId) -> GuideSheet {
        let b = self.b;
        let guide = b.site().guide(id);
        let texts = b.context.texts;
        let total = guide.steps.len();
        let mut text = prose::PaperReader::new(b, id, self.job.format != Paper::Booklet, self.job.zone);
        let (intro, words) = (text.prose(&guide.intro), text.notes());
        let mut steps = Vec::with_capacity(total);
        for (at, step) in guide.steps.iter().enumerate() {
            let aspect = step
                .picture
                .size
                .filter(|(width, height)| *width > 0 && *height > 0)
                .map_or(USUAL, |(width, height)| f64::from(width) / f64::from(height));
            let caption = step.picture.caption.clone();
            let film = step.film.as_ref().map(|film| self.film(id, &format!("film-{}", at + 1), film));
            steps.push(PaperStep {
                number: at + 1,
                total,
                title: step.title.clone(),
                action: text.prose(&step.action),
                picture: PaperPicture {
                    file: self.picture(step.picture.file),
                    alt: step.picture.alt.clone(),
                    caption: (!caption.is_empty()).then_some(caption),
                    aspect,
                },
                film,
                you_see: text.prose(&step.outcome),
                if_not: text.prose(&step.fallback),
                words: text.notes(),
                caveat: (step.proof == Proof::Probable).then(|| b.say("etape_probable")),
            });
        }
        let share = b.site().settings.base_url.as_ref();
        let address = share.map(|base| format!("{}{}", base.as_str(), b.site().addresses.guide(id)));
        let film = guide.film.as_ref().map(|film| self.film(id, "film", film));
        let help = self.help(id);
        let person = help.iter().flat_map(|group| &group.services).find_map(|service| {
            service.phones.first().map(|[number, _]| [service.name.clone(), number.clone()])
        });
        let v = b.verification(&guide.verification);
        let mut warnings: Vec<String> = b
            .to_do(guide)
            .into_iter()
            .map(|due| format!("{}. {}", texts.fill("a_faire", &[("date", &due.date)]), due.text))
            .collect();
        if matches!(guide.status, Status::Suspended) {
            warnings.push(b.say("raison_suspendu"));
        }
        if matches!(v.state, "a_reverifier" | "perime") {
            warnings.push(b.say(&format!("verif_titre_{}", v.state)));
            warnings.push(b.say("verif_conseil_guide"));
        }
        GuideSheet {
            number: guide.number,
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            intro,
            words,
            film,
            minutes: guide.minutes,
            to_have: guide.to_have.clone(),
            hearing: b.say(match guide.hearing {
                Hearing::Needed => "faut_entendre_oui",
                Hearing::NotNeeded => "faut_entendre_non",
                Hearing::Avoidable => "faut_entendre_contournable",
            }),
            email: guide.needs_email.then(|| b.say("email_oui")),
            also_needs: guide
                .needs_means
                .iter()
                .map(|means| needed(*means))
                .map(|key| (b.say(&format!("avant_{key}")), b.say(&format!("il_faut_{key}"))))
                .collect(),
            steps,
            help,
            verified: self.verified(&v),
            warnings,
            sources: cards::sources(&guide.verification).into_iter().map(source).collect(),
            licence: guide.licence.as_ref().map_or_else(
                || texts.fill("pied_licence", &[("licence", &b.site().settings.licence)]),
                |licence| texts.fill("pied_licence", &[("licence", licence)]),
            ),
            to_say: texts.fill("partage_telephone", &[("numero", &guide.number)]),
            code: address.as_ref().map(|address| qr::svg(address, "")).filter(|code| !code.is_empty()),
            address: address.as_deref().map(prose::spoken),
            person,
        }
    }

    /// The film that stands at `anchor` of a guide's page.
    fn film(&mut self, id: GuideId, anchor: &str, film: &Film) -> PaperFilm {
        let b = self.b;
        let address = b.site().settings.base_url.as_ref();
        let address =
            address.map(|base| format!("{}{}#{anchor}", base.as_str(), b.site().addresses.guide(id)));
        let (width, height) = film.size;
        PaperFilm {
            title: film.title.clone(),
            caption: film.caption.clone(),
            duration: b.duration(film.duration_ms),
            poster: PaperPicture {
                file: self.picture(film.poster.file),
                alt: b.context.texts.fill("film_titre", &[("titre", &film.title)]),
                caption: None,
                aspect: f64::from(width.max(1)) / f64::from(height.max(1)),
            },
            text: film.transcript.iter().map(|said| (said.speaker.clone(), said.text.clone())).collect(),
            code: address.map(|address| qr::svg(&address, "")).filter(|code| !code.is_empty()),
            number: b.site().guide(id).number,
        }
    }

    /// One list of what to bring for all the guides, and who may speak for the person.
    pub(super) fn visit(&mut self) -> AppointmentSheet {
        let b = self.b;
        let site = b.site();
        let mut subjects = Vec::new();
        let mut to_bring: Vec<String> = Vec::new();
        let mut add = |things: &[String]| {
            for thing in things {
                if !to_bring.iter().any(|known| fold(known) == fold(thing)) {
                    to_bring.push(thing.clone());
                }
            }
        };
        let mut ids = Vec::new();
        for id in &self.job.guides {
            let guide = site.guide(*id);
            subjects.push(format!("{} ({})", guide.title, b.sheet_number(guide.number)));
            add(&guide.to_have);
            for service in self.near(*id) {
                if !ids.contains(&service) {
                    ids.push(service);
                }
            }
        }
        let mut may_act = Vec::new();
        for id in &ids {
            let service = site.service(*id);
            add(&service.to_bring);
            if service.askers.contains(&Asker::Relative) {
                may_act.push(b.context.texts.fill("papier_rdv_proche", &[("service", &service.name)]));
            }
        }
        let services = ids.into_iter().map(|id| self.contact(id)).collect();
        AppointmentSheet { subjects, to_bring, may_act, services }
    }
}

/// « Jitsi, notice officielle (20 juillet 2026) »: the page on the screen has the addresses.
fn source(source: super::super::contract::SourceLine) -> String {
    match source.date {
        Some(date) => format!("{} ({date})", source.title),
        None => source.title,
    }
}
