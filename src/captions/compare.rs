//! An author's own text beside the captions: what only one of them says.

use super::transcript::TranscriptPassage;
use crate::text::fold;
use std::collections::BTreeMap;

/// Words that only one of the two has, as they are written there, in its order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordDifference {
    pub only_captions: Vec<String>,
    pub only_text: Vec<String>,
}

impl WordDifference {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.only_captions.is_empty() && self.only_text.is_empty()
    }
}

/// Compares words of more than three letters, and numbers, whatever their accents and capitals: « le » or « et » more
/// are no news. What captions say in brackets counts: a text must tell the sounds too.
#[must_use]
pub fn compare(transcript: &[TranscriptPassage], own: &str) -> WordDifference {
    let all = |text: fn(&TranscriptPassage) -> Option<&str>| -> String {
        transcript.iter().filter_map(text).collect::<Vec<_>>().join("\n")
    };
    let said = all(|passage| Some(&passage.text));
    // A name may be told in the text, and need not.
    let names = all(|passage| passage.speaker.as_deref());
    let (captions, text, names) = (words(&said), words(own), words(&names));
    let only = |one: &WordPlaces, others: &[&WordPlaces]| -> Vec<String> {
        let missing = |key: &&String| others.iter().all(|other| !other.0.contains_key(*key));
        let mut found: Vec<(usize, &String)> =
            one.0.iter().filter(|(key, _)| missing(key)).map(|(_, (at, word))| (*at, word)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, word)| word.clone()).collect()
    };
    WordDifference { only_captions: only(&captions, &[&text]), only_text: only(&text, &[&captions, &names]) }
}

/// By folded word: where it first stands, and how it is written there.
struct WordPlaces(BTreeMap<String, (usize, String)>);

fn words(text: &str) -> WordPlaces {
    let mut found = BTreeMap::new();
    let split = text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c));
    for (at, word) in split.enumerate() {
        let key = fold(word);
        if key.chars().count() > 3 || key.bytes().any(|b| b.is_ascii_digit()) {
            found.entry(key).or_insert_with(|| (at, word.to_owned()));
        }
    }
    WordPlaces(found)
}
