//! What readers find: the lists of `tests/search/`, which the browser tests hold the theme's script to as well.

use crate::small_site::{CALL, PHOTO, QUERIES, site};
use eliane::load;
use eliane::model::Phone;
use eliane::search::towns;
use eliane::search::{
    Call, Certainty, Contact, Cry, Document, Field, Heard, IndexedWord, Phrase, SearchIndex, Sort, answer,
    search, search_data,
};
use eliane::site::Site;
use eliane::source::read_site;
use eliane::territory::france;
use eliane::text::fold;
use serde_json::Value;
use std::path::Path;

const DATA: &str = include_str!("../search/data.js");
const ANSWERS: &str = include_str!("../search/answers.json");
const SLIPS: &str = include_str!("../search/slips.tsv");
const FIRSTS: &str = include_str!("../search/firsts.json");
const NEW: &str = include_str!("../search/new.yaml");
const CRIES: &str = include_str!("../search/emergencies.tsv");
const TOWNS: &str = include_str!("../search/communes.tsv");
const OFF_TOPIC: &str = include_str!("../search/off-topic.txt");

fn this_site() -> SearchIndex {
    let (sources, _) = read_site(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (site, _) = Site::assemble(load::load(&sources).0);
    SearchIndex::of(&site.unwrap())
}

/// The pages found, as content names them: `guide:skype-arrete`.
fn found(index: &SearchIndex, query: &str) -> Vec<String> {
    let name = |address: &str| {
        let (kind, rest) = address.split_once(['/', '#']).unwrap_or((address, ""));
        let id = rest.trim_end_matches(".html");
        // An anchor of the glossary is « mot- » and the name, once: the word « mot-de-passe » has it twice, the guide never.
        let (kind, id) = match kind {
            "glossaire.html" => ("mot", id.strip_prefix("mot-").unwrap_or(id)),
            _ => (kind.strip_suffix('s').unwrap_or(kind), id),
        };
        // « cas » has no other singular.
        format!("{}:{id}", if kind == "ca" { "cas" } else { kind })
    };
    search(index, query).iter().map(|hit| name(&index.documents[hit.document].address)).collect()
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Half of the list was looked at while the search was made, line by line; the other half never was.
#[test]
fn misspelt_words_find_their_page() {
    let index = this_site();
    let (mut good, mut all, mut missed) = ([0, 0], [0, 0], Vec::new());
    for (at, line) in lines(SLIPS).enumerate() {
        let [_, query, wanted] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let found = found(&index, query);
        all[at % 2] += 1;
        if wanted.split('|').any(|one| found.iter().take(3).any(|found| found == one)) {
            good[at % 2] += 1;
        } else {
            missed.push(format!("{query}: {wanted}, not {found:?}"));
        }
    }
    assert!(all[0] + all[1] >= 200, "{all:?}");
    for half in 0..2 {
        assert!(good[half] * 100 >= all[half] * 92, "{good:?} of {all:?}: {missed:#?}");
    }
}

/// Which half a new query is in: the hash of its text decides, so nobody can.
fn is_of_half_a(query: &str) -> bool {
    let hash = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    query.bytes().fold(0xcbf2_9ce4_8422_2325, hash) % 2 == 0
}

/// As people wrote them on public pages; half B was tried once, when all was done, and nobody looked at its lines.
/// A floor goes up with the figure, never down.
#[test]
fn new_queries_are_answered_as_often_as_measured() {
    const FLOORS: [(&str, usize, usize); 2] = [("A", 57, 18), ("B", 51, 13)];
    let index = this_site();
    let value = |line: &'static str, key: &str| {
        let rest = line.trim_start_matches(['-', ' ']).strip_prefix(key)?.strip_prefix(": ")?;
        Some(rest.trim_matches(['"', '[', ']']))
    };
    for (half, pages, nothings) in FLOORS {
        let (mut good, mut query) = ([0, 0], "");
        for line in lines(NEW) {
            query = value(line, "requete").unwrap_or(query);
            let Some(wanted) = value(line, "attendu") else { continue };
            if is_of_half_a(query) != (half == "A") {
                continue;
            }
            let answered = answer(&index, query);
            let calls = answered.calls.iter().map(|at| format!("urgence:{}", index.calls[*at].id));
            let found: Vec<String> = calls.chain(found(&index, query).into_iter().take(3)).collect();
            let nothing = answered.certainty != Certainty::Sure && answered.calls.is_empty();
            let is_good = wanted.split(", ").any(|one| match one {
                "rien" => nothing,
                one => found.iter().any(|found| found == one),
            });
            good[usize::from(wanted == "rien")] += usize::from(is_good);
        }
        assert!(good[0] >= pages && good[1] >= nothings, "half {half}: {good:?}");
    }
    assert!(
        lines(NEW).filter(|line| value(line, "source").is_some_and(|page| page.starts_with("http"))).count()
            >= 150
    );
}

#[test]
fn what_the_site_does_not_speak_of_is_never_a_sure_answer() {
    let index = this_site();
    let sure: Vec<&str> =
        lines(OFF_TOPIC).filter(|query| search(&index, query).first().is_some_and(|hit| hit.sure)).collect();
    assert!(lines(OFF_TOPIC).count() >= 30);
    assert!(sure.len() <= 2, "{sure:?}");
}

#[test]
fn both_programs_give_the_same_answers() {
    let index = read(DATA);
    assert_eq!(search_data(&index), DATA, "the data are written as they were read");
    let answers: Vec<(String, Value)> = serde_json::from_str(ANSWERS).unwrap();
    assert!(answers.len() > 300);
    for (query, wanted) in answers {
        let hits: Vec<_> = search(&index, &query)
            .into_iter()
            .map(|hit| (hit.document, hit.score, hit.sure, hit.phrase))
            .collect();
        assert_eq!(serde_json::to_value(&hits).unwrap(), wanted, "{query}");
    }
}

/// What the field shows first: help, communes, and how sure that is. The script does the same in `browsers/search.test.mjs`.
#[test]
fn both_programs_put_the_same_first() {
    type First = (String, Vec<usize>, Vec<(String, String)>, String);
    let index = read(DATA);
    let firsts: Vec<First> = serde_json::from_str(FIRSTS).unwrap();
    assert!(firsts.len() > 700);
    for (query, calls, towns, certainty) in firsts {
        let answered = answer(&index, &query);
        assert_eq!(answered.calls, calls, "{query}");
        let names: Vec<_> = answered.towns.iter().map(|town| (town.name, town.departement.code)).collect();
        assert!(
            names
                .iter()
                .map(|(name, code)| (*name, *code))
                .eq(towns.iter().map(|(a, b)| (a.as_str(), b.as_str()))),
            "{query}: {names:?}"
        );
        let word = match answered.certainty {
            Certainty::Nothing => "rien",
            Certainty::Weak => "faible",
            Certainty::Guess => "peut-etre",
            Certainty::Sure => "oui",
        };
        assert_eq!(word, certainty, "{query}");
    }
}

/// More than two hundred ways of saying it, slips and sounds; and as many near words that are no danger.
#[test]
fn somebody_in_danger_is_led_to_help_and_nobody_else() {
    let index = this_site();
    let mut wrong = Vec::new();
    for line in lines(CRIES) {
        let (query, wanted) = line.split_once('\t').unwrap();
        let calls = answer(&index, query).calls;
        let first = calls.first().map_or("-", |at| index.calls[*at].id.as_str());
        if first != wanted {
            wrong.push(format!("{query}: {wanted}, not {first}"));
        }
    }
    assert!(lines(CRIES).count() > 250);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The check does this for a site's own entries only: those of the program are tried here.
#[test]
fn every_phrase_of_the_program_leads_to_its_own_entry() {
    let (sources, _) = read_site(Path::new(env!("CARGO_MANIFEST_DIR")));
    let site = Site::assemble(load::load(&sources).0).0.unwrap();
    let index = SearchIndex::of(&site);
    let mut wrong = Vec::new();
    for (at, one) in site.emergencies.iter().enumerate() {
        for cry in one.cries() {
            let calls = index.cries.heard(&index.words, &cry.value);
            if calls.first() != Some(&at) {
                wrong.push(format!("{} « {} »: {calls:?}", one.id, cry.value));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What guides, sheets and people's ordinary questions say calls nobody to help, but for the sheets of help themselves.
#[test]
fn titles_of_ordinary_pages_are_no_cry() {
    let index = this_site();
    let called: Vec<String> = index
        .documents
        .iter()
        .filter(|one| matches!(one.sort, Sort::Guide | Sort::Need | Sort::Product | Sort::Case))
        .filter(|one| !answer(&index, &one.title).calls.is_empty())
        .map(|one| one.title.clone())
        .collect();
    let allowed = ["urgence", "114", "danger", "secours", "carte"];
    let wrong: Vec<_> = called
        .iter()
        .filter(|title| !allowed.iter().any(|word| title.to_lowercase().contains(word)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_commune_of_france_spelt_right_comes_first() {
    let index = this_site();
    let mut wrong = Vec::new();
    for line in lines(TOWNS) {
        let (query, wanted) = line.split_once('\t').unwrap();
        let towns = answer(&index, query).towns;
        let first = towns.first().map_or("-", |town| town.code);
        if !wanted.split('|').any(|one| one == first) {
            wrong.push(format!("{query}: {wanted}, not {first}"));
        }
    }
    assert!(lines(TOWNS).count() > 70);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every commune of France by its own name, in capitals without accents and as addresses shorten it.
#[test]
fn all_communes_come_first_by_their_names() {
    for commune in france().communes() {
        for written in [
            commune.name.to_owned(),
            fold(commune.name).to_uppercase(),
            fold(commune.name).replace(['-', '\''], " "),
        ] {
            let found = towns(&written);
            assert!(found.contains(&commune), "{written}: {found:?}");
        }
    }
}

#[test]
fn one_word_of_three_is_no_answer_to_count_on() {
    let index = this_site();
    for query in [
        "skype girafe trottinette",
        "kangourou bleu girafe imprimer",
        "recette gâteau tablette",
        "pneus neige voiture whatsapp",
        "coupe du monde zoom football",
        "tarif train paris lyon doctolib",
        "acheter maison bretagne terrain mot",
        "météo plage demain imprimante",
        "horaires cinéma film visio",
        "vaccin chien chat vétérinaire ameli",
        "permis bateau moteur franceconnect",
        "jardin tomates semis caf",
        "guitare cours débutant zoom",
        "hôtel mer piscine meet",
        "cours anglais gratuit débutant tablette",
        "garage vidange freins retraite",
        "robe mariage dentelle ameli",
        "tondeuse batterie herbe mandat",
        "poulet four pommes gmail",
        "randonnée montagne refuge facetime",
        "billet concert stade jitsi",
    ] {
        let answered = answer(&index, query);
        let first = answered.hits.first().map(|hit| &index.documents[hit.document].title);
        assert!(
            matches!(answered.certainty, Certainty::Nothing | Certainty::Weak),
            "{query}: {:?} {first:?}",
            answered.certainty
        );
    }
}

#[test]
fn words_of_every_kind_of_sheet_are_found() {
    let index = site().index();
    for (query, wanted) in [
        ("visio", "guide:appel"),
        ("votre prenom", "guide:appel"),
        ("412", "guide:appel"),
        ("Fiche n° 412", "guide:appel"),
        ("skaip", "guide:appel"),
        ("skype", "produit:skype"),
        ("clic", "service:clic"),
        ("navigateurs", "mot:navigateur"),
        ("mes proches", "besoin:appel-video"),
    ] {
        assert_eq!(found(&index, query).first().map(String::as_str), Some(wanted), "{query}");
    }
    for nothing in ["", "  ", "?!", "413", "fiche 999", "xyzzyq", "4"] {
        assert!(found(&index, nothing).is_empty(), "{nothing}: {:?}", found(&index, nothing));
    }
}

#[test]
fn a_withdrawn_guide_answers_after_the_living_and_a_draft_never() {
    let withdrawn = site()
        .without(QUERIES)
        .replace(CALL, "numero: 412", "numero: 412\netat: retire\nretire_raison: Cet outil n'existe plus.")
        .replace(PHOTO, "Lisez [navigateur]", "Ou voyez [la mairie](service:mairie). Lisez [navigateur]")
        .replace(PHOTO, "besoins: [materiel]", "besoins: [materiel]\ndit_aussi: [visio]");
    assert_eq!(found(&withdrawn.index(), "visio"), ["guide:photo", "guide:appel"]);
    let draft = site()
        .replace(CALL, "numero: 412", "numero: 412\netat: brouillon")
        .replace(PHOTO, "guide:appel#etape-2", "service:mairie")
        .replace(PHOTO, "besoins: [materiel]", "besoins: [materiel]\ndit_aussi: [visio]");
    assert_eq!(found(&draft.index(), "visio"), ["guide:photo"]);
}

/// A role may be what a query must find, as its page is found.
#[test]
fn a_query_may_expect_the_page_of_a_role() {
    let named = site().replace(PHOTO, "(role:departement)", "(role:ccas)");
    for (query, expected, wanted) in [
        ("ccas", "role:ccas", ""),
        ("le ccas", "[role:ccas]", ""),
        ("ccas", "[guide:appel, role:ccas]", ""),
        ("mairie", "role:mairie", ""),
        ("imprimante", "role:ccas", "E150"),
        ("msa", "role:msa", "E151"),
        ("ccas", "role:nulle-part", "E240"),
    ] {
        let texts = named
            .clone()
            .with(crate::small_site::QUERIES, format!("- requete: {query}\n  attendu: {expected}\n"));
        let found = texts.findings();
        // Nobody holds that role in the small site.
        let told: Vec<_> =
            crate::small_site::codes(&found).into_iter().filter(|code| *code != "A121").collect();
        assert_eq!(told.join(","), wanted, "{query} {expected}: {found:#?}");
    }
}

/// « Votre mairie » has a page when texts name roles: it is found, after who is called so, and many namesakes do not hide it.
#[test]
fn the_page_of_a_role_is_found_after_those_who_are_called_so() {
    let named = site().replace(
        PHOTO,
        "Montrez la photo à [votre département](role:departement).",
        "Voyez [l’aide sociale](role:ccas), [un point d’accueil](role:france-services), [les allocations](role:caf).",
    );
    let index = named.index();
    for (query, role) in [
        ("mairie", "mairie"),
        ("la mairie", "mairie"),
        ("ma mairie", "mairie"),
        ("meirie", "mairie"),
        ("ccas", "ccas"),
        ("CCAS", "ccas"),
        ("le ccas", "ccas"),
        ("france services", "france-services"),
        ("France Services", "france-services"),
        ("france service", "france-services"),
        ("franceservices", "france-services"),
        ("maison france services", "france-services"),
        ("caf", "caf"),
    ] {
        let found = found(&index, query);
        assert!(found.contains(&format!("role:{role}")), "{query}: {found:?}");
    }
    for (query, role) in
        [("bibliothèque", "bibliotheque"), ("mdph", "mdph"), ("photo", "mairie"), ("clic", "clic")]
    {
        let found = found(&index, query);
        assert!(!found.contains(&format!("role:{role}")), "{query}: {found:?}");
    }
    assert_eq!(found(&index, "mairie")[..2], ["service:mairie", "role:mairie"]);
    assert!(found(&index, "mairie de landerneau").first().is_some_and(|first| first == "service:mairie"));
    let mut many = named;
    for at in ["Brest", "Quimper", "Morlaix", "Carhaix", "Lesneven", "Sizun", "Daoulas", "Landivisiau"]
        .iter()
        .flat_map(|name| [format!("{name} Nord"), format!("{name} Sud"), format!("{name} Centre")])
    {
        let text = format!(
            "nom: Mairie de {at}\ntype: mairie\nzone: [\"29103\"]\ntelephone: 02 98 85 99 08\nsi_non:\n  - raison: Si la mairie est fermée\n    service: departement\n"
        );
        many = many.with(&format!("content/services/{}.yaml", at.to_lowercase().replace(' ', "-")), text);
    }
    let all = found(&many.index(), "mairie");
    assert_eq!(all.len(), 15, "{all:?}");
    assert_eq!(all.last().map(String::as_str), Some("role:mairie"), "{all:?}");
    // The title is the theme's.
    let data = String::from_utf8(many.file("actifs/recherche-donnees.js")).unwrap();
    assert!(data.contains("France services, près de chez vous"), "{}", &data[..200]);
}

#[test]
fn a_query_is_not_blamed_for_a_sheet_that_cannot_be_read() {
    let broken = site().with(CALL, "---\ntitre: [\n---\n");
    let found = broken.findings();
    assert!(found.iter().all(|one| one.code != "E150"), "{found:?}");
}

fn sign(c: char) -> usize {
    u32::from(c) as usize - if u32::from(c) < 92 { 35 } else { 36 }
}

fn numbers(signs: &str) -> Vec<usize> {
    let (mut all, mut sum, mut times) = (Vec::new(), 0, 1);
    for value in signs.chars().map(sign) {
        sum += value % 45 * times;
        times *= 45;
        if value < 45 {
            all.push(sum);
            (sum, times) = (0, 1);
        }
    }
    all
}

/// What recherche.js does with the data.
fn read(data: &str) -> SearchIndex {
    let json = data.strip_prefix("var elianeRecherche=").and_then(|text| text.strip_suffix(";\n")).unwrap();
    let data: Value = serde_json::from_str(json).unwrap();
    let text = |key: &str| data[key].as_str().unwrap();
    let mut sizes = text("tailles").chars().map(sign);
    let mut index = SearchIndex::default();
    for (at, letter) in text("sortes").chars().enumerate() {
        let sorts = [
            Sort::Guide,
            Sort::Withdrawn,
            Sort::Need,
            Sort::Service,
            Sort::Product,
            Sort::Word,
            Sort::Case,
            Sort::Near,
            Sort::Role,
        ];
        let title = data["titres"][at].as_str().unwrap().to_owned();
        let number = u16::try_from(data["numeros"][at].as_u64().unwrap()).unwrap();
        let mut phrase = |field, text: &str| {
            let size = sizes.next().unwrap();
            index.phrases.push(Phrase { document: at, field, size, text: text.to_owned() });
        };
        phrase(Field::Title, &title);
        for said in data["dits"][at].as_str().unwrap().split('|').filter(|said| !said.is_empty()) {
            phrase(Field::Said, said);
        }
        if text("dedans").as_bytes()[at] == b'1' {
            phrase(Field::Inside, "");
        }
        let sort = sorts.into_iter().find(|sort| sort.letter() == letter).unwrap();
        index.documents.push(Document {
            sort,
            title,
            address: sort.folder().to_owned() + data["adresses"][at].as_str().unwrap(),
            number: Some(number).filter(|number| *number > 0),
            target: None,
        });
    }
    let words = text("mots").split(' ').zip(text("ouies").split(' ')).zip(text("phrases").split(' '));
    for ((letters, sound), steps) in words {
        let mut last = 0;
        let grown = |step: usize| {
            last += step;
            last
        };
        let phrases = numbers(steps).into_iter().map(grown).collect();
        index.words.push(IndexedWord { letters: letters.to_owned(), sound: sound.to_owned(), phrases });
    }
    read_cries(&data["urgences"], &mut index);
    index
}

/// What recherche.js does with the words of somebody in danger.
fn read_cries(data: &Value, index: &mut SearchIndex) {
    let text = |of: &Value, key: &str| of[key].as_str().unwrap().to_owned();
    let words = text(data, "mots");
    let sounds = text(data, "sons");
    let after = |one: &str, last: &str| last[..sign(one.chars().next().unwrap())].to_owned() + &one[1..];
    let mut letters = String::new();
    for (word, heard) in words.split(' ').zip(sounds.split(' ')) {
        letters = after(word, &letters);
        index.cries.words.push(Heard { letters: letters.clone(), sound: after(heard, &letters) });
    }
    for one in data["liste"].as_array().unwrap() {
        let phrases =
            |key: &str| -> Vec<Vec<usize>> { text(one, key).split_whitespace().map(numbers).collect() };
        index.cries.entries.push(Cry {
            within: phrases("dits"),
            alone: phrases("seuls"),
            except: phrases("sauf"),
        });
        let contacts = one["appels"].as_array().unwrap().iter().map(|call| Contact {
            number: Phone::parse(&text(call, "numero")),
            message: text(call, "lien").starts_with("sms:"),
            service: None,
            address: Some(text(call, "page")).filter(|page| !page.is_empty()),
        });
        index.calls.push(Call {
            id: String::new(),
            sentence: text(one, "phrase"),
            written: text(one, "ecrit"),
            contacts: contacts.collect(),
            by_message: None,
        });
    }
}
