//! The index as the reader's browser gets it: a script that sets `elianeRecherche`.
//!
//! Nothing is compressed on a USB key, so it is written short: the words one after the other, and for each of them
//! the phrases that hold it as steps from one to the next (see [`steps`]).

use super::emergency::{AROUND, Contact, KEPT};
use super::index::{Document, Field, Index};
use super::sound::{SOUNDS, Sounds};
use super::words::EMPTY;
use serde::Serialize;

#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    sounds: &'a Sounds,
    /// Words that say nothing.
    vides: String,
    /// One letter a page: see [`super::Sort::letter`].
    sortes: String,
    titres: Vec<&'a str>,
    /// See [`short`]; the script puts back what is missing.
    adresses: Vec<String>,
    /// « fiche 412 », or 0.
    numeros: Vec<u16>,
    /// What people say, for each page.
    /// Joined by [`BETWEEN`]: a bracket and two quotation marks for each are a thirtieth of the file.
    dits: Vec<String>,
    /// How many each page has: a slow machine takes them apart when it shows one.
    nombres: Vec<usize>,
    /// For each page, 1 when it has an inside, which comes last.
    dedans: String,
    /// For each phrase, its telling words, in one sign.
    tailles: String,
    mots: String,
    ouies: String,
    phrases: String,
    urgences: Urgences<'a>,
}

/// What somebody in danger writes; see [`super::Cries`].
#[derive(Serialize)]
struct Urgences<'a> {
    /// The words of all phrases, by letters, and how they sound.
    mots: String,
    sons: String,
    /// Small words that decide, and what they are read as.
    gardes: String,
    /// Words that stand around.
    autour: String,
    liste: Vec<Urgence<'a>>,
}

/// Phrases are places in `mots`, with a space between two and [`BETWEEN`] between phrases.
#[derive(Serialize)]
struct Urgence<'a> {
    phrase: &'a str,
    ecrit: &'a str,
    appels: Vec<Appel>,
    dits: String,
    seuls: String,
    sauf: String,
}

/// A number as it is said, as it is dialled after `tel:` or `sms:`, and the page that says more.
#[derive(Serialize)]
struct Appel {
    numero: String,
    lien: String,
    page: String,
}

fn appel(contact: &Contact) -> Appel {
    let number = contact.number.as_ref();
    let scheme = if contact.message { "sms:" } else { "tel:" };
    Appel {
        numero: number.map(crate::model::Phone::spoken).unwrap_or_default(),
        lien: number.map(|number| format!("{scheme}{}", number.dialled())).unwrap_or_default(),
        page: contact.address.clone().unwrap_or_default(),
    }
}

fn urgences(index: &Index) -> Urgences<'_> {
    let phrases = |list: &[Vec<usize>]| {
        let one = |phrase: &Vec<usize>| phrase.iter().map(|word| signs(*word)).collect::<String>();
        list.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    let words = &index.cries.words;
    let before = std::iter::once("").chain(words.iter().map(|word| word.letters.as_str()));
    let letters: Vec<String> =
        words.iter().zip(before).map(|(word, last)| rest(&word.letters, last)).collect();
    let sounds: Vec<String> = words.iter().map(|word| rest(&word.sound, &word.letters)).collect();
    let entries = index.cries.entries.iter().zip(&index.calls);
    Urgences {
        mots: letters.join(" "),
        sons: sounds.join(" "),
        gardes: KEPT.iter().map(|(word, same)| format!("{word}:{same}")).collect::<Vec<_>>().join(" "),
        autour: AROUND.iter().copied().collect::<Vec<_>>().join(" "),
        liste: entries
            .map(|(cry, call)| Urgence {
                phrase: &call.sentence,
                ecrit: &call.written,
                appels: call.contacts.iter().chain(&call.by_message).map(appel).collect(),
                dits: phrases(&cry.within),
                seuls: phrases(&cry.alone),
                sauf: phrases(&cry.except),
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
pub fn search_data(index: &Index) -> String {
    let documents = &index.documents;
    let mut dits: Vec<Vec<String>> = vec![Vec::new(); documents.len()];
    let mut inside = vec![false; documents.len()];
    for phrase in &index.phrases {
        match phrase.field {
            Field::Title => {}
            Field::Said => dits[phrase.document].push(phrase.text.replace(BETWEEN, "/")),
            Field::Inside => inside[phrase.document] = true,
        }
    }
    let joined =
        |of: fn(&super::index::Entry) -> String| index.words.iter().map(of).collect::<Vec<_>>().join(" ");
    let data = Data {
        sounds: &SOUNDS,
        vides: EMPTY.iter().copied().collect::<Vec<_>>().join(" "),
        sortes: documents.iter().map(|one| one.sort.letter()).collect(),
        titres: documents.iter().map(|one| one.title.as_str()).collect(),
        adresses: documents.iter().map(short).collect(),
        numeros: documents.iter().map(|one| one.number.unwrap_or_default()).collect(),
        nombres: dits.iter().map(Vec::len).collect(),
        dits: dits.into_iter().map(|list| list.join(BETWEEN)).collect(),
        dedans: inside.into_iter().map(|there| if there { '1' } else { '0' }).collect(),
        tailles: index.phrases.iter().map(|phrase| sign(phrase.size.min(90))).collect(),
        mots: joined(|entry| entry.letters.clone()),
        ouies: joined(|entry| entry.sound.clone()),
        phrases: joined(|entry| steps(&entry.phrases)),
        urgences: urgences(index),
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
