//! The search, from a terminal.
//!
//! `cargo run --example search -- skaip ouatsap` shows what a reader would find;
//! `… -- --slips` measures the lists of `tests/search`;
//! `… -- --emergencies` says which lines of `emergencies.tsv` and `communes.tsv` are not answered as they ask;
//! `… -- --cries FILE` says which lines of a text call for help;
//! `… -- --new A` or `B` measures one half of the new queries, and prints the misses of A only;
//! `… -- --lists` writes the lists that hold both programs to the same answers again;
//! `… -- --large 500 FILE` writes the data of a made-up site of so many guides.

use eliane::search::{
    Certainty, Document, Field, Heard, IndexedWord, Phrase, SearchIndex, Sort, answer, search, search_data,
    split,
};

use eliane::{load, site::Site};
use std::collections::BTreeMap;
use std::error::Error;

fn index() -> Result<(SearchIndex, Site), Box<dyn Error>> {
    let (sources, _) = eliane::source::read_site(std::path::Path::new("."));
    let (site, _) = Site::assemble(load::load(&sources).0);
    let site = site.ok_or("no site here")?;
    Ok((SearchIndex::of(&site), site))
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (index, _) = index()?;
    match words.first().map(String::as_str) {
        Some("--slips") => slips(&index),
        Some("--emergencies") => checked(&index),
        Some("--cries") => {
            for line in fs_err::read_to_string(words.get(1).ok_or("which file?")?)?.lines() {
                let calls = index.cries.heard(&index.words, line);
                if let Some(at) = calls.first() {
                    println!("{}\t{line}", index.calls[*at].id);
                }
            }
        }
        Some("--new") => new_queries(&index, words.get(1).ok_or("A or B?")?),
        Some("--lists") => examples(&index)?,
        Some("--large") => {
            let guides = words.get(1).ok_or("how many?")?.parse()?;
            fs_err::write(words.get(2).ok_or("where?")?, search_data(&large(&index, guides)))?;
        }
        _ => {
            for query in &words {
                show(&index, query);
            }
        }
    }
    Ok(())
}

fn show(index: &SearchIndex, query: &str) {
    println!("{query}");
    let answered = answer(index, query);
    for at in &answered.calls {
        println!("  !!! {}", index.calls[*at].sentence);
    }
    for town in &answered.towns {
        println!("  commune {} {}", town.code, town.name);
    }
    println!("  {:?}", answered.certainty);
    for hit in answered.hits {
        let one = &index.documents[hit.document];
        let phrase = &index.phrases[hit.phrase].text;
        println!("  {:6} {} {} « {phrase} »", hit.score, if hit.sure { ' ' } else { '?' }, one.address);
    }
}

/// The lists of cries and of communes, line by line.
fn checked(index: &SearchIndex) {
    let lines = |list: &'static str| {
        list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    };
    for (query, wanted) in lines(include_str!("../tests/search/emergencies.tsv")) {
        let calls: Vec<&str> =
            answer(index, query).calls.iter().map(|at| index.calls[*at].id.as_str()).collect();
        if calls.first().copied().unwrap_or("-") != wanted {
            println!("urgence\t{query}\t{wanted}\t{calls:?}");
        }
    }
    for (query, wanted) in lines(include_str!("../tests/search/communes.tsv")) {
        let towns: Vec<&str> = answer(index, query).towns.iter().map(|town| town.code).collect();
        let first = towns.first().copied().unwrap_or("-");
        if !wanted.split('|').any(|one| one == first) {
            println!("commune\t{query}\t{wanted}\t{towns:?}");
        }
    }
}

/// One half of the new queries: how many are answered, and, of the first half only, which are not.
fn new_queries(index: &SearchIndex, half: &str) {
    let list = include_str!("../tests/search/new.yaml");
    let value = |line: &str, key: &str| {
        let rest = line.trim_start_matches(['-', ' ']).strip_prefix(key)?.strip_prefix(": ")?;
        Some(rest.trim_matches(['"', '[', ']']).to_owned())
    };
    let (mut good, mut all) = ([0, 0], [0, 0]);
    let mut query = String::new();
    for line in list.lines() {
        query = value(line, "requete").unwrap_or(query);
        let Some(wanted) = value(line, "attendu") else { continue };
        let hash = query.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        if (hash % 2 == 0) != (half == "A") {
            continue;
        }
        let answered = answer(index, &query);
        let calls: Vec<String> =
            answered.calls.iter().map(|at| format!("urgence:{}", index.calls[*at].id)).collect();
        let pages = answered.hits.iter().take(3).map(|hit| name(&index.documents[hit.document].address));
        let found: Vec<String> = calls.iter().cloned().chain(pages).collect();
        let nothing = answered.certainty != Certainty::Sure && calls.is_empty();
        let good_here = wanted.split(", ").any(|one| match one {
            "rien" => nothing,
            one => found.iter().any(|found| found == one),
        });
        let none = usize::from(wanted == "rien");
        all[none] += 1;
        good[none] += usize::from(good_here);
        if !good_here && half == "A" {
            println!("{query}\t{wanted}\t{:?} {found:?}", answered.certainty);
        }
    }
    println!(
        "{half}: {} of {} that the site answers, {} of {} that it does not",
        good[0], all[0], good[1], all[1]
    );
}

fn slips(index: &SearchIndex) {
    let (mut halves, mut all) = ([0, 0], [0, 0]);
    let list = include_str!("../tests/search/slips.tsv");
    for (at, line) in list.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let [family, query, wanted] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        let found: Vec<String> = search(index, query)
            .iter()
            .take(3)
            .map(|hit| name(&index.documents[hit.document].address))
            .collect();
        let good = wanted.split('|').any(|one| found.iter().any(|found| found == one));
        all[at % 2] += 1;
        halves[at % 2] += usize::from(good);
        if !good && at % 2 == 0 {
            println!("{family}\t{query}\t{wanted}\t{found:?}");
        }
    }
    println!("{halves:?} of {all:?}");
    for word in include_str!("../tests/search/off-topic.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(hit) = search(index, word).first().filter(|hit| hit.sure) {
            println!("sure of {word}: {}", index.documents[hit.document].address);
        }
    }
}

/// `guides/skype.html` as content names it.
fn name(address: &str) -> String {
    let (kind, rest) = address.split_once(['/', '#']).unwrap_or(("", address));
    let id = rest.trim_end_matches(".html");
    let id = if kind == "glossaire.html" { id.strip_prefix("mot-").unwrap_or(id) } else { id };
    let kind = match kind {
        "glossaire.html" => "mot",
        other => other.trim_end_matches('s'),
    };
    format!("{kind}:{id}")
}

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most
    }

    fn word(&mut self) -> String {
        const STARTS: &[&str] = &[
            "b", "br", "c", "ch", "cl", "d", "f", "fr", "g", "gn", "gu", "h", "j", "k", "l", "m", "n", "p",
            "ph", "pr", "qu", "r", "s", "ss", "sc", "t", "tr", "v", "w", "x", "z", "ç", "", "ll", "mm", "cc",
            "th", "ge", "sh", "st",
        ];
        const MIDDLES: &[&str] = &[
            "a", "e", "é", "è", "ê", "i", "o", "u", "y", "ai", "ei", "au", "eau", "ou", "oi", "eu", "œu",
            "an", "en", "in", "ain", "ein", "on", "om", "im", "um", "un", "ien", "oin", "ill", "eil", "ail",
            "ouill", "tion", "ssion", "oy", "ay", "î", "ë", "ie",
        ];
        const ENDS: &[&str] = &[
            "", "", "e", "es", "ent", "t", "d", "s", "x", "z", "er", "ez", "et", "r", "l", "que", "ps",
            "nts", "mp",
        ];
        let mut word = String::new();
        for _ in 0..=self.below(3) {
            word += STARTS[self.below(STARTS.len())];
            word += MIDDLES[self.below(MIDDLES.len())];
        }
        word + ENDS[self.below(ENDS.len())]
    }
}

/// The lists that both programs are held to.
fn examples(index: &SearchIndex) -> Result<(), Box<dyn Error>> {
    let mut dice = Dice(412);
    let mut queries: Vec<String> = include_str!("../tests/search/slips.tsv")
        .lines()
        .chain(include_str!("../tests/search/off-topic.txt").lines())
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').nth(1).unwrap_or(line).to_owned())
        .collect();
    for one in &index.documents {
        queries.push(one.title.clone());
    }
    queries.extend(
        [
            "",
            "  ",
            "?!",
            "412",
            "fiche 412",
            "n° 412",
            "fiche 9999",
            "où est",
            "c\u{327}a",
            "L’Haÿ",
            "33 700",
        ]
        .map(str::to_owned),
    );
    let mut sounds: BTreeMap<String, String> = BTreeMap::new();
    let mut texts: Vec<String> = queries.clone();
    texts.extend(index.phrases.iter().map(|phrase| phrase.text.clone()));
    texts.extend((0..3000).map(|_| dice.word()));
    for text in texts {
        let heard: Vec<String> = split(&text).into_iter().map(|word| word.sound).collect();
        sounds.insert(text, heard.join(" "));
    }
    let lines: Vec<String> =
        sounds.iter().map(|pair| serde_json::to_string(&pair)).collect::<Result<_, _>>()?;
    fs_err::write("tests/search/sounds.json", format!("[\n{}\n]\n", lines.join(",\n")))?;
    let mut lines = Vec::new();
    for query in &queries {
        let answers: Vec<_> = search(index, query)
            .into_iter()
            .map(|hit| (hit.document, hit.score, hit.sure, hit.phrase))
            .collect();
        lines.push(serde_json::to_string(&(query, answers))?);
    }
    fs_err::write("tests/search/answers.json", format!("[\n{}\n]\n", lines.join(",\n")))?;
    fs_err::write("tests/search/data.js", search_data(index))?;
    firsts(index, &queries)
}

/// What stands before the pages: help, communes, and how sure the answer is.
fn firsts(index: &SearchIndex, queries: &[String]) -> Result<(), Box<dyn Error>> {
    let lists =
        [include_str!("../tests/search/emergencies.tsv"), include_str!("../tests/search/communes.tsv")];
    let lines = lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with('#'));
    let more = lines.filter_map(|line| Some(line.split_once('\t')?.0.to_owned()));
    let mut lines = Vec::new();
    for query in more.chain(queries.iter().cloned()) {
        let answered = answer(index, &query);
        let towns: Vec<_> = answered.towns.iter().map(|town| (town.name, town.departement.code)).collect();
        let certainty = match answered.certainty {
            Certainty::Nothing => "rien",
            Certainty::Weak => "faible",
            Certainty::Guess => "peut-etre",
            Certainty::Sure => "oui",
        };
        lines.push(serde_json::to_string(&(query, answered.calls, towns, certainty))?);
    }
    fs_err::write("tests/search/firsts.json", format!("[\n{}\n]\n", lines.join(",\n")))?;
    Ok(())
}

/// How many words 500 guides have: some 16 a guide that no other has, after those that all share. The made-up site has as many,
/// however many this one knows already.
const VOCABULARY: usize = 8_100;

/// A made-up site of so many guides, of the size of those of this one, with as many words as French gives them.
fn large(index: &SearchIndex, guides: usize) -> SearchIndex {
    let mut dice = Dice(500);
    let known: Vec<&str> = index.words.iter().map(|entry| entry.letters.as_str()).collect();
    let lexicon: Vec<String> = (known.len()..VOCABULARY).map(|_| dice.word()).collect();
    // A few words come often, most of them rarely.
    let word = |dice: &mut Dice| {
        if dice.below(2) == 0 {
            known[dice.below(known.len())].to_owned()
        } else {
            let rare = dice.below(lexicon.len()) * dice.below(1000) / 1000;
            lexicon[rare].clone()
        }
    };
    let mut all = SearchIndex::default();
    let mut words: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for number in 0..guides {
        let said = 10 + dice.below(4);
        for at in 0..said + 2 {
            let field = if at == 0 {
                Field::Title
            } else if at <= said {
                Field::Said
            } else {
                Field::Inside
            };
            let size = match field {
                Field::Title => 4,
                Field::Said => 1 + dice.below(3),
                Field::Inside => 28,
            };
            let text: Vec<String> = (0..size).map(|_| word(&mut dice)).collect();
            let phrase = all.phrases.len();
            let mut heard: Vec<Heard> = text.iter().flat_map(|word| split(word)).collect();
            if (2..=4).contains(&heard.len()) && text.concat().len() <= 20 {
                heard.push(Heard::glued(&heard));
            }
            for one in heard {
                let (_, list) = words.entry(one.letters).or_insert_with(|| (one.sound, Vec::new()));
                if list.last() != Some(&phrase) {
                    list.push(phrase);
                }
            }
            let text = if field == Field::Inside { String::new() } else { text.join(" ") };
            all.phrases.push(Phrase { document: number, field, size, text });
        }
        let title = all.phrases[all.phrases.len() - said - 2].text.clone();
        let address = format!("guides/{}.html", title.replace(' ', "-"));
        all.documents.push(Document {
            sort: Sort::Guide,
            title,
            address,
            number: u16::try_from(number).ok(),
            target: None,
        });
    }
    all.words = words
        .into_iter()
        .map(|(letters, (sound, phrases))| IndexedWord { letters, sound, phrases })
        .collect();
    all
}
