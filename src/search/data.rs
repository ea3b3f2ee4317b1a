//! The index as the reader's browser gets it: a script that sets `elianeRecherche`.
//!
//! Nothing is compressed on a USB key, so it is written short: the words one after the other, and for each of them
//! the phrases that hold it as steps from one to the next (see [`steps`]).

use super::emergency::{AROUND, Contact, KEPT};
use super::index::{Document, Field, SearchIndex};
use super::sound::{SOUNDS, Sounds};
use super::words::EMPTY;
use serde::Serialize;

#[derive(Serialize)]
struct SearchData<'a> {
    #[serde(flatten)]
    sounds: &'a Sounds,
    /// Words that say nothing.
    #[serde(rename = "vides")]
    empty_words: String,
    /// One letter a page: see [`super::Sort::letter`].
    #[serde(rename = "sortes")]
    sorts: String,
    #[serde(rename = "titres")]
    titles: Vec<&'a str>,
    /// See [`short`]; the script puts back what is missing.
    #[serde(rename = "adresses")]
    addresses: Vec<String>,
    /// « fiche 412 », or 0.
    #[serde(rename = "numeros")]
    numbers: Vec<u16>,
    /// What people say, for each page.
    /// Joined by [`BETWEEN`]: a bracket and two quotation marks for each are a thirtieth of the file.
    #[serde(rename = "dits")]
    said: Vec<String>,
    /// How many each page has: a slow machine takes them apart when it shows one.
    #[serde(rename = "nombres")]
    counts: Vec<usize>,
    /// For each page, 1 when it has an inside, which comes last.
    #[serde(rename = "dedans")]
    insides: String,
    /// For each phrase, its telling words, in one sign.
    #[serde(rename = "tailles")]
    sizes: String,
    #[serde(rename = "mots")]
    words: String,
    #[serde(rename = "ouies")]
    heard: String,
    phrases: String,
    #[serde(rename = "urgences")]
    emergencies: EmergencyData<'a>,
}

/// What somebody in danger writes; see [`super::Cries`].
#[derive(Serialize)]
struct EmergencyData<'a> {
    /// The words of all phrases, by letters, and how they sound.
    #[serde(rename = "mots")]
    words: String,
    #[serde(rename = "sons")]
    sounds: String,
    /// Small words that decide, and what they are read as.
    #[serde(rename = "gardes")]
    kept: String,
    /// Words that stand around.
    #[serde(rename = "autour")]
    around: String,
    #[serde(rename = "liste")]
    list: Vec<CryData<'a>>,
}

/// Phrases are places in `mots`, with a space between two and [`BETWEEN`] between phrases.
#[derive(Serialize)]
struct CryData<'a> {
    #[serde(rename = "phrase")]
    sentence: &'a str,
    #[serde(rename = "ecrit")]
    written: &'a str,
    #[serde(rename = "appels")]
    calls: Vec<CallData>,
    #[serde(rename = "dits")]
    said: String,
    #[serde(rename = "seuls")]
    alone: String,
    #[serde(rename = "sauf")]
    except: String,
}

/// A number as it is said, as it is dialled after `tel:` or `sms:`, and the page that says more.
#[derive(Serialize)]
struct CallData {
    #[serde(rename = "numero")]
    number: String,
    #[serde(rename = "lien")]
    link: String,
    page: String,
}

fn number_to_call(contact: &Contact) -> CallData {
    let number = contact.number.as_ref();
    let scheme = if contact.message { "sms:" } else { "tel:" };
    CallData {
        number: number.map(crate::model::Phone::spoken).unwrap_or_default(),
        link: number.map(|number| format!("{scheme}{}", number.dialled())).unwrap_or_default(),
        page: contact.address.clone().unwrap_or_default(),
    }
}

fn emergencies(index: &SearchIndex) -> EmergencyData<'_> {
    let phrases = |list: &[Vec<usize>]| {
        let one = |sentence: &Vec<usize>| sentence.iter().map(|word| signs(*word)).collect::<String>();
        list.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    let words = &index.cries.words;
    let before = std::iter::once("").chain(words.iter().map(|word| word.letters.as_str()));
    let letters: Vec<String> =
        words.iter().zip(before).map(|(word, last)| rest(&word.letters, last)).collect();
    let sounds: Vec<String> = words.iter().map(|word| rest(&word.sound, &word.letters)).collect();
    let entries = index.cries.entries.iter().zip(&index.calls);
    EmergencyData {
        words: letters.join(" "),
        sounds: sounds.join(" "),
        kept: KEPT.iter().map(|(word, same)| format!("{word}:{same}")).collect::<Vec<_>>().join(" "),
        around: AROUND.iter().copied().collect::<Vec<_>>().join(" "),
        list: entries
            .map(|(cry, call)| CryData {
                sentence: &call.sentence,
                written: &call.written,
                calls: call.contacts.iter().chain(&call.by_message).map(number_to_call).collect(),
                said: phrases(&cry.within),
                alone: phrases(&cry.alone),
                except: phrases(&cry.except),
            })
            .collect(),
    }
}

/// What stands between two things that people say.
const BETWEEN: &str = "|";

/// Signs for numbers: those of ASCII that JSON writes as they are.
const HALF: usize = 45;

fn sign(number: usize) -> char {
    let code = if number < 57 { 35 + number } else { 36 + number };
    u32::try_from(code).ok().and_then(char::from_u32).unwrap_or('#')
}

/// A number: the low part first, a sign of the second half when more follows.
fn signs(mut number: usize) -> String {
    let mut out = String::new();
    while number >= HALF {
        out.push(sign(HALF + number % HALF));
        number /= HALF;
    }
    out.push(sign(number));
    out
}

/// A word after another: how many letters it begins with as that one does, then the rest.
fn rest(word: &str, like: &str) -> String {
    let same = word.bytes().zip(like.bytes()).take_while(|(a, b)| a == b).count().min(HALF);
    format!("{}{}", sign(same), word.get(same..).unwrap_or_default())
}

/// Numbers that grow, as steps.
fn steps(numbers: &[usize]) -> String {
    let before = std::iter::once(&0).chain(numbers);
    numbers.iter().zip(before).map(|(number, last)| signs(number - last)).collect()
}

/// An address without what its sort says already (« guides/ », « glossaire.html#mot- ») and without the « .html » of whole pages. One
/// that begins otherwise is written whole, after a `/`.
fn short(document: &Document) -> String {
    let address = document.address.strip_suffix(".html").unwrap_or(&document.address);
    match address.strip_prefix(document.sort.folder()) {
        Some(rest) => rest.to_owned(),
        None => format!("/{address}"),
    }
}

/// The data file.
#[must_use]
pub fn search_data(index: &SearchIndex) -> String {
    let documents = &index.documents;
    let mut said: Vec<Vec<String>> = vec![Vec::new(); documents.len()];
    let mut inside = vec![false; documents.len()];
    for sentence in &index.phrases {
        match sentence.field {
            Field::Title => {}
            Field::Said => said[sentence.document].push(sentence.text.replace(BETWEEN, "/")),
            Field::Inside => inside[sentence.document] = true,
        }
    }
    let joined = |of: fn(&super::words::IndexedWord) -> String| {
        index.words.iter().map(of).collect::<Vec<_>>().join(" ")
    };
    let data = SearchData {
        sounds: &SOUNDS,
        empty_words: EMPTY.iter().copied().collect::<Vec<_>>().join(" "),
        sorts: documents.iter().map(|one| one.sort.letter()).collect(),
        titles: documents.iter().map(|one| one.title.as_str()).collect(),
        addresses: documents.iter().map(short).collect(),
        numbers: documents.iter().map(|one| one.number.unwrap_or_default()).collect(),
        counts: said.iter().map(Vec::len).collect(),
        said: said.into_iter().map(|list| list.join(BETWEEN)).collect(),
        insides: inside.into_iter().map(|there| if there { '1' } else { '0' }).collect(),
        sizes: index.phrases.iter().map(|sentence| sign(sentence.size.min(90))).collect(),
        words: joined(|entry| entry.letters.clone()),
        heard: joined(|entry| entry.sound.clone()),
        phrases: joined(|entry| steps(&entry.phrases)),
        emergencies: emergencies(index),
    };
    format!("var elianeRecherche={};\n", serde_json::to_string(&data).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_all_different_and_written_as_they_are() {
        let signs: std::collections::BTreeSet<char> = (0..=90).map(sign).collect();
        assert_eq!(signs.len(), 91);
        assert!(signs.iter().all(|c| c.is_ascii_graphic() && *c != '"' && *c != '\\'));
    }

    #[test]
    fn steps_are_short() {
        assert_eq!(steps(&[3, 4, 50]), "&$PA$".replace("PA$", &steps(&[46])));
        assert_eq!(steps(&[44]).len(), 1);
        assert_eq!(steps(&[45]).len(), 2);
    }
}
