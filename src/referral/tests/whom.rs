//! Who sees, hears, moves; who asks; who is full or suspended; where the chain leads. One service more each time.

use super::{DAY, NATIONAL, ask, names, site_of};
use crate::referral::*;

/// A service of the Pays de Landerneau-Daoulas that answers the need.
fn local(id: &str, more: &str) -> (String, String) {
    (
        id.to_owned(),
        format!("nom: {id}\ntype: association\nbesoins: [appel-video]\nzone: [\"242900801\"]\n{more}"),
    )
}

fn departement() -> (String, String) {
    (
        "departement".to_owned(),
        "nom: Finistère\ntype: departement\nzone: [\"29\"]\nsite: https://a.fr/\n".to_owned(),
    )
}

const WELL: Person = Person { hears: true, sees: true, moves: true };

fn question(site: &Site, person: Person, visit: bool, asker: Asker) -> Question {
    let need = site.needs.iter().position(|need| need.id == "appel-video").unwrap();
    Question { need: NeedId(need), person, visit, asker }
}

/// The verdict of one service, alone in its site.
fn verdict(lines: &str, person: Person, visit: bool, asker: Asker) -> Verdict {
    let site = site_of(&[local("seul", lines)]);
    let found = ask(&site, DAY, &question(&site, person, visit, asker));
    let answers: Vec<&Answer> = found.yes.iter().chain(&found.no).collect();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].verdict.is_no(), found.yes.is_empty(), "the list is that of the verdict");
    answers[0].verdict
}

#[track_caller]
fn says(lines: &str, person: Person, visit: bool, asker: Asker, no: bool, mark: Mark) {
    let verdict = verdict(lines, person, visit, asker);
    let marks: Vec<Mark> = verdict.marks().collect();
    assert!(verdict.has(mark) && verdict.is_no() == no, "{lines} {person:?}: {marks:?}, wanted {mark:?}");
}

#[test]
fn each_way_of_helping_suits_some_people() {
    let person = |hears, sees, moves| Person { hears, sees, moves };
    for (mode, person, no, mark) in [
        ("sur_place", person(true, true, true), false, Mark::OnSite),
        ("sur_place", person(true, true, false), true, Mark::MustGoThere),
        ("itinerant", person(false, false, true), false, Mark::Round),
        ("itinerant", person(true, true, false), true, Mark::MustGoThere),
        ("telephone", person(true, false, false), false, Mark::ByTelephone),
        ("telephone", person(false, true, true), true, Mark::HelpsByVoiceOnly),
        ("ecrit", person(false, true, false), false, Mark::InWriting),
        ("ecrit", person(true, false, true), true, Mark::InWritingOnly),
        ("visio", person(false, true, false), false, Mark::ByVideo),
        ("visio", person(true, false, false), false, Mark::ByVideo),
        ("visio", person(false, false, true), true, Mark::HelpsByVideoOnly),
        ("domicile", person(false, false, false), false, Mark::ComesHome),
    ] {
        // A relative asks, so that only the help itself is judged.
        says(&format!("mode_aide: [{mode}]\n"), person, false, Asker::Relative, no, mark);
    }
    // One way that suits is enough, and the others are no refusal.
    let both =
        verdict("mode_aide: [sur_place, telephone]\n", person(true, true, false), false, Asker::Person);
    assert!(both.has(Mark::ByTelephone) && !both.has(Mark::MustGoThere));
}

#[test]
fn only_who_comes_answers_who_needs_a_visit() {
    for mode in ["sur_place", "telephone", "visio", "ecrit", "itinerant"] {
        says(&format!("mode_aide: [{mode}]\n"), WELL, true, Asker::Person, true, Mark::DoesNotComeHome);
    }
    says("mode_aide: [sur_place, domicile]\n", WELL, true, Asker::Person, false, Mark::ComesHome);
    // Nobody wrote it down: a « oui, mais », never a promise nor a refusal.
    says("", WELL, true, Asker::Person, false, Mark::VisitUnknown);
    says("", Person { moves: false, ..WELL }, false, Asker::Person, false, Mark::VisitUnknown);
    assert!(verdict("", WELL, false, Asker::Person).marks().all(Mark::is_age));
}

#[test]
fn who_asks_alone_must_be_able_to_reach_it() {
    let deaf = Person { hears: false, ..WELL };
    let deaf_at_home = Person { moves: false, ..deaf };
    let blind = Person { sees: false, ..WELL };
    let phone = "telephone: 02 98 00 00 00\nmode_contact: [telephone]\n";
    says(phone, deaf, false, Asker::Person, true, Mark::ReachedByVoiceOnly);
    says(phone, deaf, false, Asker::Relative, false, Mark::RelativeMayCall);
    says(phone, deaf, false, Asker::Professional, false, Mark::RelativeMayCall);
    says("telephone: 02 98 00 00 00\n", deaf, false, Asker::Person, false, Mark::ReachUnknown);
    says("courriel: a@b.fr\n", deaf, false, Asker::Person, false, Mark::ReachedWithoutHearing);
    says("entendre: [lsf]\n", deaf, false, Asker::Person, false, Mark::ReachedWithoutHearing);
    // A loop is for who hears a little; a desk is for who goes there.
    says("entendre: [boucle]\n", deaf, false, Asker::Person, false, Mark::ReachUnknown);
    says("entendre: [sur_place]\n", deaf, false, Asker::Person, false, Mark::ReachedWithoutHearing);
    says("entendre: [sur_place]\n", deaf_at_home, false, Asker::Person, false, Mark::ReachUnknown);
    // Who cannot read does not write; somebody may do it for her, and a telephone is enough.
    says(
        "mode_contact: [courriel, en_ligne]\n",
        blind,
        false,
        Asker::Person,
        true,
        Mark::ReachedInWritingOnly,
    );
    assert!(!verdict("mode_contact: [courriel]\n", blind, false, Asker::Relative).is_no());
    assert!(!verdict("mode_contact: [courriel, telephone]\n", blind, false, Asker::Person).is_no());
    assert!(!verdict(&format!("{phone}courriel: a@b.fr\n"), blind, false, Asker::Person).is_no());
}

#[test]
fn a_service_says_who_may_ask() {
    for (asker, key, mark) in [
        (Asker::Person, "personne", Mark::PersonMayNotAsk),
        (Asker::Relative, "proche", Mark::RelativeMayNotAsk),
        (Asker::Professional, "professionnel", Mark::ProfessionalMayNotAsk),
    ] {
        let others: Vec<&str> = Asker::KEYS.iter().copied().filter(|other| *other != key).collect();
        says(&format!("qui_peut_demander: [{}]\n", others.join(", ")), WELL, false, asker, true, mark);
        assert!(!verdict(&format!("qui_peut_demander: [{key}]\n"), WELL, false, asker).is_no());
        assert!(!verdict("", WELL, false, asker).is_no(), "who wrote nothing refuses nobody");
    }
}

#[test]
fn who_is_free_comes_before_who_waits_who_is_suspended_who_is_full() {
    let site = site_of(&[
        local("complet", "capacite: {etat: complet}\n"),
        local("suspendu", "etat: suspendu\n"),
        local("attente", "capacite: {etat: attente, delai: deux mois}\n"),
        local("libre", "capacite: {etat: accepte}\n"),
        departement(),
    ]);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(names(&site, &found.yes), ["libre", "attente", "suspendu", "complet"]);
    for (at, mark) in [(1, Mark::Waiting), (2, Mark::Suspended), (3, Mark::Full)] {
        assert!(found.yes[at].verdict.has(mark) && !found.yes[at].verdict.is_no());
    }
}

#[test]
fn the_freshest_comes_first_among_equals_and_near_beats_fresh() {
    let dated = |id: &str, day: &str| {
        local(id, &format!("verifie_le: {day}\nverifie_comment: appel\nrevoir_tous_les: 100\n"))
    };
    let site = site_of(&[
        dated("a-perime", "2026-01-01"),
        local("b-jamais", ""),
        dated("c-a-revoir", "2026-07-01"),
        dated("d-frais", "2026-11-01"),
        ("national".to_owned(), NATIONAL.to_owned()),
    ]);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(names(&site, &found.yes), ["d-frais", "c-a-revoir", "b-jamais", "a-perime", "national"]);
}

#[test]
fn a_chain_passes_over_services_of_elsewhere() {
    let road = |to: &str| format!("si_non: [{{raison: Si ce n’est pas possible, service: {to}}}]\n");
    let elsewhere = |id: &str, zone: &str, more: String| {
        (id.to_owned(), format!("nom: {id}\ntype: association\nzone: [\"{zone}\"]\n{more}"))
    };
    let site = site_of(&[
        local("premier", &road("brest")),
        elsewhere("brest", "29019", road("quimper")),
        elsewhere("quimper", "29232", road("departement")),
        departement(),
    ]);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(names(&site, &found.otherwise), ["departement"], "nobody is sent to another town");
    let road = found.otherwise[0].road.unwrap();
    assert_eq!(site.service(road.from).id, "quimper", "the reason is that of the road that leads there");
}

#[test]
fn a_chain_goes_around_what_has_no_page() {
    let site = site_of(&[
        local(
            "premier",
            "si_non: [{raison: Un, service: brouillon}, {raison: Deux, service: departement}]\n",
        ),
        local("brouillon", "etat: brouillon\n"),
        departement(),
    ]);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(names(&site, &found.yes), ["premier"]);
    assert_eq!(names(&site, &found.otherwise), ["departement"]);
    assert_eq!(found.otherwise[0].road.map(|road| road.at), Some(1));
}

#[test]
fn there_is_a_net_under_who_names_nobody() {
    let site = site_of(&[local("seul", "mode_aide: [sur_place]\n"), departement()]);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(
        (names(&site, &found.yes), names(&site, &found.otherwise)),
        (vec!["seul".to_owned()], vec!["departement".to_owned()])
    );
    assert_eq!(found.otherwise[0].road, None, "no road leads there");
    // Nobody at all answers: the net alone.
    let visit = ask(&site, DAY, &question(&site, WELL, true, Asker::Person));
    assert!(visit.yes.is_empty() && names(&site, &visit.otherwise) == ["departement"]);
    // Somebody wide is among the answers: no net is needed.
    let wide = site_of(&[local("seul", ""), departement(), ("national".to_owned(), NATIONAL.to_owned())]);
    assert!(ask(&wide, DAY, &question(&wide, WELL, false, Asker::Person)).otherwise.is_empty());
    // Another département is no net.
    let far = ("ailleurs".to_owned(), departement().1.replace("\"29\"", "\"35\""));
    let site = site_of(&[local("seul", ""), far]);
    assert!(ask(&site, DAY, &question(&site, WELL, false, Asker::Person)).otherwise.is_empty());
}

#[test]
fn a_long_chain_is_cut_and_keeps_its_net() {
    let mut services: Vec<(String, String)> = (0..9)
        .map(|at| {
            let next = if at == 8 { "departement".to_owned() } else { format!("s{}", at + 1) };
            local(&format!("s{at}"), &format!("si_non: [{{raison: Si complet, service: {next}}}]\n"))
        })
        .collect();
    services.push(departement());
    let site = site_of(&services);
    let found = ask(&site, DAY, &question(&site, WELL, false, Asker::Person));
    assert_eq!(names(&site, &found.otherwise), ["s1", "s2", "s3", "s4", "s5", "departement"]);
}
