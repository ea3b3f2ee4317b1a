//! Éliane's father, told to the function.

mod properties;
mod whom;

use super::*;
use crate::load;
use crate::model::Asker;
use crate::source::Sources;
use crate::territory::france;

const SITE: &str = "titre: Essai\nlicence: Licence Ouverte 2.0\nterritoires: [\"242900801\"]\n";
const NEEDS: &str = "- id: appel-video\n  titre: Appeler\n  exemple: En vidéo\n- id: demarche\n  titre: Démarches\n  exemple: Impôts\n";

const CLIC: &str = "nom: CLIC\ntype: clic\nbesoins: [appel-video]\nzone: [\"242900801\"]\nmode_aide: [domicile, sur_place]\nmode_contact: [telephone]\ntelephone: [{numero: \"02 98 85 99 08\"}]\nqui_peut_demander: [personne, proche]\nsi_non: [{raison: Si le CLIC ne peut pas, service: conseiller}]\n";
const CONSEILLER: &str = "nom: Conseiller\ntype: conseiller-numerique\nbesoins: [appel-video]\nzone: [\"242900801\"]\nmode_aide: [sur_place]\ncourriel: accueil@example.org\nsi_non: [{raison: Si le poste n’existe plus, service: departement}]\n";
const DEPARTEMENT: &str = "nom: Département\ntype: departement\nbesoins: [demarche]\nzone: [\"29\"]\ntelephone: [{numero: \"02 98 76 20 20\"}]\n";
const NATIONAL: &str = "nom: Ligne nationale\ntype: national\nbesoins: [appel-video]\nzone: [FR]\nmode_aide: [telephone]\nmode_contact: [telephone]\ntelephone: [{numero: \"02 98 76 20 21\"}]\nverifie_le: 2026-11-01\nverifie_comment: documents\n";

fn site(clic: &str) -> Site {
    site_of(&[
        ("clic".to_owned(), clic.to_owned()),
        ("conseiller".to_owned(), CONSEILLER.to_owned()),
        ("departement".to_owned(), DEPARTEMENT.to_owned()),
        ("national".to_owned(), NATIONAL.to_owned()),
    ])
}

/// A site with these services, by name and text.
fn site_of(services: &[(String, String)]) -> Site {
    let paths: Vec<(String, &str)> =
        services.iter().map(|(id, text)| (format!("content/services/{id}.yaml"), text.as_str())).collect();
    let sources = Sources::memory(
        [("content/site.yaml", SITE), ("content/besoins.yaml", NEEDS)]
            .into_iter()
            .chain(paths.iter().map(|(path, text)| (path.as_str(), *text))),
    );
    let (loaded, found) = load::load(&sources);
    let (site, more) = Site::assemble(loaded);
    let words: Vec<String> = found.iter().chain(more.iter()).map(|d| d.message.clone()).collect();
    site.unwrap_or_else(|| panic!("{words:?}"))
}

/// Her father cannot hear; somebody must come; she calls for him.
fn father(site: &Site) -> Question {
    let need = site.needs.iter().position(|need| need.id == "appel-video").unwrap();
    Question {
        need: NeedId(need),
        person: Person { hears: false, sees: true, moves: true },
        visit: true,
        asker: Asker::Relative,
    }
}

fn ask(site: &Site, day: Date, question: &Question) -> Referral {
    refer(site, day, france().commune("29103").unwrap(), question)
}

fn names(site: &Site, answers: &[Answer]) -> Vec<String> {
    answers.iter().map(|answer| site.service(answer.service).id.clone()).collect()
}

const DAY: Date = Date::constant(2026, 11, 24);

#[test]
fn her_father_gets_the_clic_first_and_a_reason_for_each_other() {
    let site = site(CLIC);
    let found = ask(&site, DAY, &father(&site));
    assert_eq!(names(&site, &found.yes), ["clic"]);
    assert!(found.yes[0].verdict.has(Mark::ComesHome) && found.yes[0].verdict.has(Mark::RelativeMayCall));
    assert_eq!(names(&site, &found.otherwise), ["conseiller", "departement"]);
    assert_eq!(names(&site, &found.no), ["conseiller", "national"]);
    assert!(found.no.iter().all(|answer| answer.verdict.has(Mark::DoesNotComeHome)));
}

#[test]
fn a_full_clic_gives_way_to_the_next_road_and_its_fallback() {
    let full = format!("{CLIC}capacite: {{etat: complet, date: 2026-11-20}}\n");
    let site = site(&full);
    let found = ask(&site, DAY, &father(&site));
    assert_eq!(names(&site, &found.yes), ["conseiller", "departement", "clic"]);
    assert!(found.yes[0].verdict.has(Mark::DoesNotComeHome), "the road says what it lacks");
    assert_eq!(found.yes[0].road.map(|road| road.at), Some(0));
    assert_eq!(names(&site, &found.no), ["national"]);
}

#[test]
fn age_ranks_down_and_never_hides() {
    let verified = format!("{CLIC}verifie_le: 2026-05-01\nverifie_comment: appel\nrevoir_tous_les: 180\n");
    let site = site(&verified);
    let young = ask(&site, Date::constant(2026, 5, 2), &father(&site));
    assert!(young.yes[0].verdict.is_plain_yes());
    let old = ask(&site, Date::constant(2026, 11, 17), &father(&site));
    assert_eq!(names(&site, &old.yes), ["clic"]);
    assert!(old.yes[0].verdict.has(Mark::ToReview));
    // Somebody who goes there finds two doors: the one verified is first as long as it is fresh.
    let out = Question { visit: false, ..father(&site) };
    let found = ask(&site, Date::constant(2026, 5, 2), &out);
    assert_eq!(names(&site, &found.yes), ["clic", "conseiller"]);
    let aged = ask(&site, Date::constant(2028, 5, 2), &out);
    assert_eq!(names(&site, &aged.yes), ["conseiller", "clic"]);
}

#[test]
fn the_asker_and_the_person_are_two() {
    let site = site(CLIC);
    let alone = Question { visit: false, asker: Asker::Person, ..father(&site) };
    let found = ask(&site, DAY, &alone);
    // The CLIC is reached by telephone only: he cannot; the conseiller has an e-mail address.
    assert_eq!(names(&site, &found.yes), ["conseiller"]);
    assert!(found.no.iter().any(|answer| answer.verdict.has(Mark::ReachedByVoiceOnly)));
    let found = ask(&site, DAY, &Question { visit: false, ..father(&site) });
    assert_eq!(names(&site, &found.yes), ["clic", "conseiller"]);
    assert!(found.no[0].verdict.has(Mark::HelpsByVoiceOnly), "a national line helps by voice");
}

#[test]
fn who_hears_gets_the_national_line_after_those_who_are_near() {
    let site = site(CLIC);
    let hears =
        Question { person: Person { hears: true, sees: true, moves: false }, visit: false, ..father(&site) };
    let found = ask(&site, DAY, &hears);
    assert_eq!(names(&site, &found.yes), ["clic", "national"]);
    assert!(found.no[0].verdict.has(Mark::MustGoThere), "who cannot go out is not sent to a desk");
}
