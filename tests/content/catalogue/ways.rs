//! Codes of where « Si ça ne marche pas » leads.

use super::{At, Fixture};
use crate::more_guides::{GESTURE, SOMEBODY};
use crate::small_site::{CLIC, Finding, MAIRIE, SITE, SmallSite, codes, site};

const A: &str = "content/guides/a/guide.md";

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E230",
        file: A,
        at: At::Words("geste un"),
        says: "tourne en rond, sans mener à quelqu’un : « Faites le geste un » → « Faites le geste deux » → « Faites le geste un ».",
        make: || steps(&[("un", "[Voyez](#deux)."), ("deux", "[Voyez](#un).")]).into(),
    },
    Fixture {
        code: "E231",
        file: A,
        at: At::Words("geste un"),
        says: "ne mène à personne : « Faites le geste un » → rien.",
        make: || steps(&[("un", "Lisez [Jitsi](produit:jitsi).")]).into(),
    },
    Fixture {
        code: "E231",
        file: A,
        at: At::Words("geste un"),
        says: "« Faites le geste un » → « Faites le geste un » (guide « Faire la chose 11 ») → rien.",
        make: || guides(&[("a", "guide:b"), ("b", "produit:jitsi")]).into(),
    },
    Fixture {
        code: "A122",
        file: A,
        at: At::Words("geste un"),
        says: "Personne ne répond au besoin",
        make: || unanswered(steps(&[("un", "Voyez [cela](besoin:materiel).")])).into(),
    },
    Fixture {
        code: "E232",
        file: A,
        at: At::Words("geste un"),
        says: "mène à quelqu’un après 4 guides, 3 au plus",
        make: || {
            guides(&[("a", "guide:b"), ("b", "guide:c"), ("c", "guide:d"), ("d", "service:mairie")]).into()
        },
    },
];

/// A site none of whose services answers a need.
fn unanswered(site: SmallSite) -> SmallSite {
    site.replace(MAIRIE, "besoins: [materiel]\n", "").replace(CLIC, "besoins: [appel-video]\n", "")
}

/// A young site is told once for each need that nobody answers, and of none when another way is there.
#[test]
fn a_young_site_is_told_which_needs_nobody_answers() {
    for (fallback, count) in [
        ("Voyez [cela](besoin:materiel).", 1),
        ("Voyez [cela](besoin:materiel) ou [ceci](besoin:appel-video).", 2),
        ("Voyez [cela](besoin:materiel) ou [le mot](mot:lien).", 1),
        ("Voyez [cela](besoin:materiel) ou [la mairie](service:mairie).", 0),
        ("Voyez [cela](besoin:materiel) ou [la mairie](role:mairie).", 0),
        ("Voyez [cela](besoin:materiel) ou [appelez](tel:3646).", 0),
        ("Voyez [cela](besoin:materiel) ou [la commune](commune:29103).", 0),
        ("Voyez [la mairie](service:mairie).", 0),
    ] {
        let found = unanswered(steps(&[("un", fallback)])).findings();
        let told: Vec<&str> = codes(&found).into_iter().filter(|code| *code == "A122").collect();
        assert_eq!(told.len(), count, "{fallback}: {found:#?}");
        let answered = steps(&[("un", fallback)]).findings();
        assert!(!codes(&answered).contains(&"A122"), "{fallback}");
    }
    let two = [("un", "Voyez [cela](besoin:materiel)."), ("deux", "Voyez [cela](besoin:materiel).")];
    let found = unanswered(steps(&two)).findings();
    assert_eq!(codes(&found).iter().filter(|code| **code == "A122").count(), 1, "{found:#?}");
}

/// One guide with these étapes: each with its fallback.
fn steps(list: &[(&str, &str)]) -> SmallSite {
    let steps: Vec<_> = list.iter().map(|(name, fallback)| (*name, GESTURE, *fallback)).collect();
    site().with_guide("a", 10, "", &steps)
}

/// Guides with one étape each, which leads there.
fn guides(list: &[(&str, &str)]) -> SmallSite {
    list.iter().zip(10..).fold(site(), |site, ((id, to), number)| {
        site.with_guide(id, number, "", &[("un", GESTURE, &format!("Suivez [ceci]({to})."))])
    })
}

fn roads(found: &[Finding]) -> Vec<&str> {
    codes(found).into_iter().filter(|code| ["E230", "E231", "E232"].contains(code)).collect()
}

const SHEET: &str = "nom: Un service\ntype: autre\nzone: [\"29103\"]\ntelephone: 02 98 85 99 08\n";

/// Ways that end at somebody.
#[test]
fn what_ends_at_somebody_is_accepted() {
    let one = |link: &str| steps(&[("un", &format!("Voyez [cela]({link})."))]);
    let mut good: Vec<(String, SmallSite)> = [
        "service:mairie",
        "service:departement",
        "besoin:materiel",
        "besoin:appel-video",
        "commune:29103",
        "tel:3646",
        "sms:114",
        "mailto:aide@exemple.fr",
        "guide:appel",
        "guide:photo",
        "guide:appel#prenom",
        "guide:appel#etape-2",
        "role:mairie",
    ]
    .iter()
    .map(|link| ((*link).to_owned(), one(link)))
    .collect();
    let mut add = |name: &str, site: SmallSite| good.push((name.to_owned(), site));
    add(
        "one of several links",
        steps(&[(
            "un",
            "Voyez [le mot](mot:lien), [le site](https://jitsi.org/) ou [la mairie](service:mairie).",
        )]),
    );
    add(
        "itself, and somebody",
        steps(&[("un", "[Recommencez](#un), ou demandez à [la mairie](service:mairie).")]),
    );
    add(
        "in a list",
        steps(&[(
            "un",
            "- Rien ? [Recommencez](#un).\n- Toujours rien ? Demandez à [la mairie](service:mairie).",
        )]),
    );
    add("in a notice", steps(&[("un", "> Demandez à [la mairie](service:mairie).")]));
    add(
        "two étapes on",
        steps(&[("un", "[Voyez](#deux)."), ("deux", "[Voyez](#trois)."), ("trois", SOMEBODY)]),
    );
    add(
        "a circle with a way out",
        steps(&[("un", "[Voyez](#deux)."), ("deux", "[Voyez](#un), ou [la mairie](service:mairie).")]),
    );
    add("three guides", guides(&[("a", "guide:b"), ("b", "guide:c"), ("c", "service:mairie")]));
    add(
        "a circle of guides with a way out",
        guides(&[("a", "guide:b"), ("b", "guide:a")]).replace(
            A,
            "[ceci](guide:b).",
            "[ceci](guide:b), ou [la mairie](service:mairie).",
        ),
    );
    add("many étapes of one guide are one guide", {
        let names: Vec<String> = (1..=12).map(|n| format!("e{n}")).collect();
        let texts: Vec<String> =
            (2..=12).map(|n| format!("[Voyez](#e{n}).")).chain([SOMEBODY.to_owned()]).collect();
        let list: Vec<(&str, &str)> =
            names.iter().zip(&texts).map(|(a, b)| (a.as_str(), b.as_str())).collect();
        steps(&list)
    });
    add(
        "a retired guide whose replacement leads on",
        guides(&[("a", "guide:vieux")]).with_short_guide("b", 21, "").with_retired("vieux", 20, "b"),
    );
    add("a case where a service helped", {
        let case = "---\ntitre: Un cas\nresume: Un cas d'essai.\nbesoins: [materiel]\nterritoires: [\"29103\"]\ndate: 2026-04\n---\nUne situation.\n\n## Ce qui a été essayé\n\n### Attendre\nCela n'a rien changé.\n\n## Ce qui a marché\n\n### La mairie {service=mairie}\nElle a aidé.\n\n## Conseil\nDemandez d'abord.\n";
        one("cas:essai").with("content/cas/essai.md", case)
    });
    for (name, site) in good {
        let found = site.findings();
        assert!(roads(&found).is_empty(), "{name}: {found:#?}");
    }
}

/// Ways that end nowhere, go round, or are too long.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn what_leaves_somebody_alone_is_refused() {
    let one = |link: &str| steps(&[("un", &format!("Voyez [cela]({link})."))]);
    let nobody = "- id: seul\n  titre: Un besoin seul\n  exemple: Personne\n";
    let alone = || one("besoin:seul").append("content/besoins.yaml", nobody);
    let bad: Vec<(&str, SmallSite, &str)> = vec![
        ("a product", one("produit:jitsi"), "E231"),
        ("a stopped product", one("produit:skype"), "E231"),
        ("a word", one("mot:lien"), "E231"),
        ("the web", one("https://www.service-public.gouv.fr/"), "E231"),
        ("http", one("http://exemple.fr/"), "E231"),
        ("a need that no service answers", alone(), "E231"),
        (
            "a need answered elsewhere only",
            alone().with("content/services/loin.yaml", SHEET.replace("29103", "83137") + "besoins: [seul]\n"),
            "E231",
        ),
        (
            "a need answered for professionals only",
            alone()
                .with("content/services/pro.yaml", SHEET.to_owned() + "besoins: [seul]\nvisibilite: pro\n"),
            "E231",
        ),
        (
            "a need whose service is a draft",
            alone()
                .with("content/services/plan.yaml", SHEET.to_owned() + "besoins: [seul]\netat: brouillon\n"),
            "E231",
        ),
        ("a commune that the site does not cover", one("commune:83137"), "E231"),
        (
            "a case where nobody of the site helped",
            {
                let case = "---\ntitre: Un cas\nresume: Un cas d'essai.\nbesoins: [materiel]\nterritoires: [\"29103\"]\ndate: 2026-04\n---\nUne situation.\n\n## Ce qui a été essayé\n\n### La mairie {service=mairie}\nElle est fermée.\n\n## Ce qui a marché\n\n### Attendre\nCela a suffi.\n\n## Conseil\nAttendez d'abord.\n";
                one("cas:essai").with("content/cas/essai.md", case)
            },
            "E231",
        ),
        (
            "a retired guide without replacement",
            {
                guides(&[("a", "guide:vieux")]).with_guide(
                    "vieux",
                    20,
                    "etat: retire\nretire_raison: Fini.",
                    &[("un", GESTURE, SOMEBODY)],
                )
            },
            "E231",
        ),
        ("a guide whose first étape leads nowhere", guides(&[("a", "guide:b"), ("b", "mot:lien")]), "E231"),
        ("itself", one("#un"), "E230"),
        ("itself, by its rank", one("#etape-1"), "E230"),
        ("itself, by its guide", one("guide:a"), "E230"),
        ("the one before, and back", steps(&[("un", "[Voyez](#deux)."), ("deux", "[Voyez](#un).")]), "E230"),
        ("A to B to A", guides(&[("a", "guide:b"), ("b", "guide:a")]), "E230"),
        ("three guides round", guides(&[("a", "guide:b"), ("b", "guide:c"), ("c", "guide:a")]), "E230"),
        (
            "into a circle of others",
            steps(&[("un", "[Voyez](#deux)."), ("deux", "[Voyez](#trois)."), ("trois", "[Voyez](#deux).")]),
            "E230",
        ),
        ("a circle with a word beside", steps(&[("un", "[Voyez](#un), et [le mot](mot:lien).")]), "E230"),
        (
            "a circle with a page of the web",
            steps(&[("un", "[Voyez](#un), ou [le site](https://jitsi.org/).")]),
            "E230",
        ),
        (
            "a circle over a retired guide",
            guides(&[("a", "guide:vieux"), ("b", "guide:a")]).with_retired("vieux", 20, "b"),
            "E230",
        ),
        (
            "somebody in the action only",
            site().with_guide(
                "a",
                10,
                "",
                &[("un", "Demandez à [la mairie](service:mairie).", "[Voyez](#un).")],
            ),
            "E230",
        ),
        (
            "four guides",
            guides(&[("a", "guide:b"), ("b", "guide:c"), ("c", "guide:d"), ("d", "service:mairie")]),
            "E232",
        ),
        (
            "five guides",
            guides(&[
                ("a", "guide:b"),
                ("b", "guide:c"),
                ("c", "guide:d"),
                ("d", "guide:e"),
                ("e", "service:mairie"),
            ]),
            "E232",
        ),
        (
            "three guides and a retired one",
            guides(&[("a", "guide:vieux"), ("b", "guide:c"), ("c", "service:mairie")])
                .with_retired("vieux", 20, "b"),
            "E232",
        ),
    ];
    for (name, site, code) in bad {
        let found = site.findings();
        assert!(roads(&found).contains(&code), "{name}: {found:#?}");
    }
}

#[test]
fn each_étape_without_a_way_is_told_once_at_its_title() {
    let site = steps(&[
        ("un", "[Voyez](#deux)."),
        ("deux", "[Voyez](#un)."),
        ("trois", "[Voyez](#un)."),
        ("quatre", SOMEBODY),
    ]);
    let found = site.findings();
    let lines: Vec<usize> =
        found.iter().filter(|one| one.code == "E230").filter_map(|one| one.line).collect();
    let titles: Vec<usize> =
        ["geste un", "geste deux", "geste trois"].iter().map(|title| site.line_of(A, title)).collect();
    assert_eq!(lines, titles, "{found:#?}");
}

#[test]
fn what_was_told_already_is_not_told_again() {
    // An étape without a link has E067, one without the part E066; a link to nothing has E080; a service without a page E085.
    for (name, site) in [
        ("no link", steps(&[("un", "Recommencez."), ("deux", "[Voyez](#un).")])),
        ("a name that is not there", steps(&[("un", "[Voyez](service:mairi)."), ("deux", "[Voyez](#un).")])),
        ("a need that is not there", steps(&[("un", "[Voyez](besoin:materiele).")])),
        ("a broken service", steps(&[("un", "[Voyez](besoin:materiel).")]).with(MAIRIE, "nom: [")),
    ] {
        let found = site.findings();
        assert!(!found.is_empty() && roads(&found).is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn a_site_that_begins_has_nobody_to_lead_to() {
    let begun = SmallSite::empty()
        .with(SITE, site().text(SITE).replace("guide_relais: photo\n", ""))
        .with(
            "content/besoins.yaml",
            "- id: materiel\n  titre: Me servir de mon appareil\n  exemple: Prendre une photo\n",
        )
        .with_guide("a", 10, "", &[("un", GESTURE, "Demandez [près de chez vous](besoin:materiel).")]);
    assert!(roads(&begun.findings()).is_empty(), "{:#?}", begun.findings());
    let round = begun.replace(A, "(besoin:materiel)", "(#un)");
    assert_eq!(roads(&round.findings()), ["E230"], "a circle is one all the same");
}

#[test]
fn a_long_chain_is_walked_whole() {
    let chain = |last: &str| {
        let names: Vec<String> = (0..80).map(|n| format!("e{n}")).collect();
        let texts: Vec<String> =
            (1..80).map(|n| format!("[Voyez](#e{n}).")).chain([last.to_owned()]).collect();
        let list: Vec<(&str, &str)> =
            names.iter().zip(&texts).map(|(a, b)| (a.as_str(), b.as_str())).collect();
        steps(&list)
    };
    assert!(roads(&chain(SOMEBODY).findings()).is_empty());
    let round = chain("[Voyez](#e0).").findings();
    assert_eq!(roads(&round).len(), 80);
    let longest = round.iter().map(|found| found.message.chars().count()).max();
    assert!(longest < Some(400), "a way is told in a line: {longest:?}");
}
