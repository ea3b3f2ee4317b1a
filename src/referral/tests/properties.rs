//! What holds of every site and every question.

use super::{ask, names, site_of};
use crate::model::{ContactMode, HelpMode, Room, WayToBeHeard};
use crate::referral::*;
use crate::territory::france;
use proptest::prelude::*;
use std::collections::BTreeSet;

const ZONES: [&str; 6] = ["29103", "242900801", "29", "R53", "FR", "35"];
const KINDS: [&str; 6] = ["mairie", "clic", "ccas", "association", "departement", "national"];
const STATES: [&str; 4] = ["publie", "publie", "suspendu", "brouillon"];

/// Any choice among words, as a YAML list.
fn some(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(words), 0..3).prop_map(|list| format!("[{}]", list.join(", ")))
}

fn one(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

/// A service; its roads lead to services after it, so that none turns in a circle.
fn service() -> impl Strategy<Value = String> {
    let heads = (one(&KINDS), one(&STATES), any::<bool>(), prop::collection::vec(one(&ZONES), 1..3));
    let people = (some(HelpMode::KEYS), some(ContactMode::KEYS), some(WayToBeHeard::KEYS), some(Asker::KEYS));
    let rest = (prop::option::of(one(Room::KEYS)), prop::option::of(1u8..=28), any::<bool>());
    (heads, people, rest).prop_map(
        |((kind, state, answers, zones), (help, contact, hearing, askers), (room, verified, phone))| {
            let mut text = format!("type: {kind}\netat: {state}\n");
            text += &format!(
                "zone: [{}]\n",
                zones.iter().map(|z| format!("\"{z}\"")).collect::<Vec<_>>().join(", ")
            );
            for (key, list) in [
                ("mode_aide", help),
                ("mode_contact", contact),
                ("entendre", hearing),
                ("qui_peut_demander", askers),
            ] {
                if list != "[]" {
                    text += &format!("{key}: {list}\n");
                }
            }
            if answers {
                text += "besoins: [appel-video]\n";
            }
            if let Some(room) = room {
                text += &format!("capacite: {{etat: {room}}}\n");
            }
            if let Some(day) = verified {
                text +=
                    &format!("verifie_le: 2026-10-{day:02}\nverifie_comment: appel\nrevoir_tous_les: 20\n");
            }
            if phone {
                text += "telephone: 02 98 00 00 00\n";
            }
            text
        },
    )
}

fn sites() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((service(), prop::collection::vec(1usize..4, 0..3)), 1..8).prop_map(|list| {
        let count = list.len();
        let named = |at: usize| format!("s{at}");
        list.into_iter()
            .enumerate()
            .map(|(at, (text, roads))| {
                let roads: BTreeSet<usize> =
                    roads.into_iter().map(|r| at + r).filter(|to| *to < count).collect();
                let mut text = format!("nom: Service {at}\n{text}");
                if !roads.is_empty() {
                    text += "si_non:\n";
                }
                for to in roads {
                    text += &format!("  - raison: Si besoin\n    service: {}\n", named(to));
                }
                (named(at), text)
            })
            .collect()
    })
}

fn questions() -> impl Strategy<Value = Question> {
    (any::<[bool; 4]>(), prop::sample::select(Asker::ALL)).prop_map(|([hears, sees, moves, visit], asker)| {
        Question { need: NeedId(0), person: Person { hears, sees, moves }, visit, asker }
    })
}

fn ids(answers: &[Answer]) -> BTreeSet<ServiceId> {
    answers.iter().map(|answer| answer.service).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn every_service_that_answers_the_need_here_is_told_once_with_its_reason(
        services in sites(), question in questions(), days in 0i64..2000,
    ) {
        let site = site_of(&services);
        let commune = france().commune("29103").unwrap();
        let date = Date::constant(2026, 10, 29).saturating_add(jiff::ToSpan::days(days));
        let found = ask(&site, date, &question);
        // Each list names a service once; a service that answers is in one of yes and no, and nobody else is in no.
        for list in [&found.yes, &found.otherwise, &found.no] {
            prop_assert_eq!(ids(list).len(), list.len());
        }
        prop_assert!(ids(&found.yes).is_disjoint(&ids(&found.no)));
        prop_assert!(ids(&found.yes).is_disjoint(&ids(&found.otherwise)) || found.yes.len() > 1);
        let wanted: BTreeSet<ServiceId> = site.service_ids().filter(|id| {
            let service = site.service(*id);
            service.is_listed() && service.needs.contains(&question.need)
                && service.zone.iter().any(|zone| zone.covers(commune))
        }).collect();
        let told: BTreeSet<ServiceId> = ids(&found.yes).union(&ids(&found.no)).copied().collect();
        prop_assert!(wanted.is_subset(&told), "{:?} not in {:?}", wanted, told);
        prop_assert!(ids(&found.no).is_subset(&wanted));
        // Who is there besides was led there by a road, and is of this place.
        for answer in found.yes.iter().filter(|answer| !wanted.contains(&answer.service)).chain(&found.otherwise) {
            let service = site.service(answer.service);
            prop_assert!(service.is_listed() && service.zone.iter().any(|zone| zone.covers(commune)));
            prop_assert!(answer.road.is_some() || is_wide(service, commune));
        }
        // Every no has a reason in words, and no yes has one, but where a road leads on from who is full.
        prop_assert!(found.no.iter().all(|answer| answer.verdict.marks().any(Mark::is_refusal)));
        prop_assert!(found.yes.iter().all(|answer| !answer.verdict.is_no() || answer.road.is_some()));
        // Somebody answers for the whole département, if the site has anybody who does.
        let all: Vec<ServiceId> = found.yes.iter().chain(&found.otherwise).map(|answer| answer.service).collect();
        let wide = all.iter().any(|id| is_wide(site.service(*id), commune));
        prop_assert!(wide || net(&site, commune).is_none(), "no net under {:?}", names(&site, &found.yes));
    }

    #[test]
    fn the_same_question_has_the_same_answer_and_age_hides_nobody(
        services in sites(), question in questions(), days in 0i64..2000,
    ) {
        let site = site_of(&services);
        let young = Date::constant(2026, 10, 29);
        let old = young.saturating_add(jiff::ToSpan::days(days));
        let found = ask(&site, old, &question);
        prop_assert_eq!(&found, &ask(&site_of(&services), old, &question));
        // The order of the files says nothing.
        let turned: Vec<(String, String)> = services.iter().rev().cloned().collect();
        prop_assert_eq!(&found, &ask(&site_of(&turned), old, &question));
        // Whatever the day, the same services are told.
        let before = ask(&site, young, &question);
        let told = |found: &Referral| ids(&found.yes).union(&ids(&found.no)).copied().collect::<BTreeSet<_>>();
        let need = |set: BTreeSet<ServiceId>| -> BTreeSet<ServiceId> {
            set.into_iter().filter(|id| site.service(*id).needs.contains(&question.need)).collect()
        };
        prop_assert_eq!(need(told(&found)), need(told(&before)));
        // Nor may it add a refusal.
        for answer in found.yes.iter().chain(&found.no) {
            let then = before.yes.iter().chain(&before.no).find(|other| other.service == answer.service);
            if let Some(then) = then {
                let refusals = |a: &Answer| a.verdict.marks().filter(|m| m.is_refusal()).collect::<Vec<_>>();
                prop_assert_eq!(refusals(answer), refusals(then));
            }
        }
    }

    #[test]
    fn a_territory_is_promised_only_who_serves_all_of_it(services in sites()) {
        let site = site_of(&services);
        let communes = site.communes.clone();
        let date = Date::constant(2026, 10, 29);
        for answer in for_all(&site, date, &communes, &[NeedId(0)]) {
            let service = site.service(answer.service);
            prop_assert!(service.is_listed() && !answer.verdict.is_no() && service.needs.contains(&NeedId(0)));
            prop_assert!(communes.iter().all(|c| service.zone.iter().any(|zone| zone.covers(c))));
        }
    }
}
