//! The index from A to Z: one page, or one page a letter when there are many words.

use super::contract::{AzBody, AzEntry, AzLetter, DangerRow, LetterChoice, PageLink};
use super::{Body, PageBuilder, Prepared};
use crate::search::{Call, Contact};
use crate::site::{Leads, Saying, letter_address};

/// « A », or « 0–9 » for all figures.
pub(super) fn heading(letter: char) -> String {
    if letter == '0' { "0–9".to_owned() } else { letter.to_ascii_uppercase().to_string() }
}

/// « lettre-a »
pub(super) fn anchor(letter: char) -> String {
    format!("lettre-{letter}")
}

/// Letters to go to; `here` is that of the page.
pub(super) fn choices(
    letters: impl Iterator<Item = char>,
    here: Option<char>,
    href: impl Fn(char) -> String,
) -> Vec<LetterChoice> {
    letters
        .map(|letter| LetterChoice {
            letter: heading(letter),
            href: href(letter),
            here: here == Some(letter),
        })
        .collect()
}

impl PageBuilder<'_> {
    /// Emergencies, then all letters or the choice of one.
    pub(super) fn az(&self) -> Prepared {
        let calls = Call::all(self.site());
        let common = calls.first().map_or("", |call| call.written.as_str());
        let links = |contacts: &mut dyn Iterator<Item = &Contact>| {
            contacts.filter_map(|contact| self.call_link(contact)).collect::<Vec<_>>()
        };
        let emergencies = calls.iter().map(|call| DangerRow {
            sentence: call.sentence.clone(),
            in_writing: if call.written == common { String::new() } else { call.written.clone() },
            calls: links(&mut call.contacts.iter()),
        });
        let alphabet = &self.site().alphabet;
        let here = if alphabet.is_cut() { None } else { Some(alphabet.letters()) };
        let az = AzBody {
            emergencies: emergencies.collect(),
            in_writing: common.to_owned(),
            messages: links(&mut calls.iter().take(1).filter_map(|call| call.by_message.as_ref())),
            choices: self.choices(None),
            letters: here.into_iter().flatten().map(|(letter, words)| self.letter(letter, words)).collect(),
        };
        Prepared::new(self.say("nav_az"), &self.say("az_chapeau"), Vec::new(), Body::Az(az))
    }

    /// The words of one letter.
    pub(super) fn az_letter(&self, letter: char) -> Prepared {
        let alphabet = &self.site().alphabet;
        let words =
            alphabet.letters().find(|(other, _)| *other == letter).map_or(&[][..], |(_, words)| words);
        let az = AzBody {
            emergencies: Vec::new(),
            in_writing: String::new(),
            messages: Vec::new(),
            choices: self.choices(Some(letter)),
            letters: vec![self.letter(letter, words)],
        };
        let title = self.context.texts.fill("az_feuille", &[("lettre", &heading(letter))]);
        let trail = vec![self.link(self.say("nav_az"), "a-z.html")];
        Prepared::new(title, &self.say("az_feuille_chapeau"), trail, Body::Az(az))
    }

    fn choices(&self, here: Option<char>) -> Vec<LetterChoice> {
        let alphabet = &self.site().alphabet;
        let href = |letter: char| {
            if alphabet.is_cut() {
                self.href(&letter_address(letter))
            } else {
                format!("#{}", anchor(letter))
            }
        };
        choices(alphabet.letters().map(|(letter, _)| letter), here, href)
    }

    fn letter(&self, letter: char, words: &[Saying]) -> AzLetter {
        AzLetter {
            letter: heading(letter),
            anchor: anchor(letter),
            entries: words.iter().map(|saying| self.saying(saying)).collect(),
        }
    }

    fn saying(&self, saying: &Saying) -> AzEntry {
        let site = self.site();
        let addresses = &site.addresses;
        let (title, address, kind) = match saying.leads {
            Leads::Need(id) => (&site.need(id).title, addresses.need(id), "besoin"),
            Leads::Guide(id) => (&site.guide(id).title, addresses.guide(id), "guide"),
            Leads::Service(id) => (&site.service(id).name, addresses.service(id), "service"),
            Leads::Case(id) => (&site.case(id).title, addresses.case(id), "cas"),
            Leads::Product(id) => (&site.product(id).name, addresses.product(id), "produit"),
            Leads::Word(id) => {
                let word = site.word(id);
                (&word.word, &*format!("glossaire.html#mot-{}", word.id), "mot")
            }
            Leads::Territories => (&self.say("nav_territoires"), "territoires.html", "territoires"),
        };
        AzEntry { word: saying.word.clone(), title: title.clone(), href: self.href(address), kind }
    }

    /// A number as a link that calls it, or that writes to it.
    fn call_link(&self, contact: &Contact) -> Option<PageLink> {
        let number = contact.number.as_ref()?;
        let (key, scheme) =
            if contact.message { ("urgence_ecrire", "sms:") } else { ("urgence_appeler", "tel:") };
        let title = self.context.texts.fill(key, &[("numero", &number.spoken())]);
        Some(PageLink { title, href: format!("{scheme}{}", number.dialled()) })
    }
}
