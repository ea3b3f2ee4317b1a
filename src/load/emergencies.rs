//! `content/urgences.yaml`: words of somebody in danger, and the number that they lead to.
//!
//! The program has a list of its own, for a site that writes none must not leave anybody alone with « je veux mourir ».
//! What a site writes under the same `id` changes that entry: words are added, the rest is put in the place of ours.

use super::fields::Fields;
use super::phones;
use super::small::{ENTRY, entries, entry_id, tree};
use crate::diag::Diagnostics;
use crate::diag::catalogue::emergencies::Lack;
use crate::diag::catalogue::{emergencies as say, fields};
use crate::keys::KeyForm::{Text, Texts};
use crate::keys::{KeyRow, keys, may, must};
use crate::model::{Emergency, Phone, Unresolved};
use crate::source::{At, File, FileId, Span};
use std::collections::BTreeMap;
use std::sync::LazyLock;

keys! {
    /// What somebody in danger writes, and the number to show.
    EMERGENCY {
        ID = must(
            "id",
            ENTRY,
            Text,
            "le nom de l’entrée ; `sante`, `suicide`, `violences`, `enfant`, `maltraitance`, `police`, `pompiers`, `carte`, `sourd` et `secours` complètent l’entrée du programme : les mots s’ajoutent, le reste remplace",
        );
        SENTENCE = may(
            "phrase",
            Text,
            "ce qu’il faut faire, en une phrase, avec le numéro ; nécessaire pour une entrée nouvelle",
        );
        WRITTEN = may(
            "par_ecrit",
            Text,
            "comment faire sans entendre ni parler ; nécessaire pour une entrée nouvelle",
        );
        SERVICE = may("service", Texts, "la fiche de qui répond, avant les numéros");
        NUMBERS = may(
            "numero",
            Texts,
            "le numéro à appeler, ou plusieurs dans l’ordre ; une entrée nouvelle a `numero`, `service` ou `sms` (E113)",
        );
        SMS = may("sms", Text, "un numéro qui répond par écrit");
        WORDS = may(
            "mots",
            Texts,
            "des phrases courtes ; tous les mots d’une phrase doivent être dans la question, dans n’importe quel ordre, parmi d’autres ; une entrée nouvelle a `mots` ou `seuls`",
        );
        ALONE = may("seuls", Texts, "des mots qui ne comptent que s’ils sont seuls : « feu », « urgence »");
        EXCEPT = may(
            "sauf",
            Texts,
            "là où ces mots ne disent aucun danger : « carte d’identité », « mourir d’ennui »",
        );
    }
}

/// The list that goes with the program.
const OWN: &str = include_str!("urgences.yaml");

/// The program's list, read once.
static LIST: LazyLock<Vec<Emergency<Unresolved>>> = LazyLock::new(|| {
    let file = File::embedded(OWN);
    let mut out = Diagnostics::default();
    read(FileId::EMBEDDED, &file, &[], &mut out).unwrap_or_default()
});

/// Every phrase of the program's list.
pub fn own_phrases() -> impl Iterator<Item = &'static str> {
    let said =
        |one: &'static Emergency<Unresolved>| one.words.iter().chain(&one.alone).map(|word| &word.value);
    LIST.iter().flat_map(move |one| said(one).chain(&one.except)).map(String::as_str)
}

/// What the site's file says, each entry whole; `None` when the YAML cannot be read.
pub fn emergencies(id: FileId, file: &File, out: &mut Diagnostics) -> Option<Vec<Emergency<Unresolved>>> {
    read(id, file, &LIST, out)
}

/// Both lists: an entry of the site stands in the place of ours of the same name; those that are new come first, for
/// a site knows best what its people say.
pub fn both(site: Vec<Emergency<Unresolved>>) -> Vec<Emergency<Unresolved>> {
    let mut ours = LIST.clone();
    let mut new = Vec::new();
    for entry in site {
        match ours.iter_mut().find(|one| one.id == entry.id) {
            Some(one) => *one = entry,
            None => new.push(entry),
        }
    }
    new.append(&mut ours);
    new
}

fn read(
    id: FileId,
    file: &File,
    known: &[Emergency<Unresolved>],
    out: &mut Diagnostics,
) -> Option<Vec<Emergency<Unresolved>>> {
    let node = tree(id, file, out)?;
    let mut list: Vec<Emergency<Unresolved>> = Vec::new();
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    for entry in entries(&node, "urgences.yaml", out) {
        let mut f = Fields::new(entry, "urgence", out);
        let id = entry_id(&mut f, key::ID);
        let base = known.iter().find(|one| one.id == id);
        let sentence = f.text(key::SENTENCE);
        let written = f.text(key::WRITTEN);
        let (has_numbers, has_sms) = (f.has(key::NUMBERS) || f.has(key::SERVICE), f.has(key::SMS));
        let mut one = Emergency {
            id,
            sentence: sentence.or_else(|| base.map(|b| b.sentence.clone())).unwrap_or_default(),
            written: written.or_else(|| base.map(|b| b.written.clone())).unwrap_or_default(),
            services: f.list(key::SERVICE),
            numbers: numbers(&mut f),
            sms: phones::sms(&mut f, key::SMS),
            words: words(&mut f, key::WORDS),
            alone: words(&mut f, key::ALONE),
            except: words(&mut f, key::EXCEPT).into_iter().map(|word| word.value).collect(),
            span: f.span(),
        };
        if let Some(base) = base {
            if !has_numbers {
                one.numbers.clone_from(&base.numbers);
            }
            if !has_sms {
                one.sms.clone_from(&base.sms);
            }
            // Its own first: what a curator wrote is what is looked at.
            one.words.extend(base.words.iter().cloned());
            one.alone.extend(base.alone.iter().cloned());
            one.except.extend(base.except.iter().cloned());
        } else if !one.id.is_empty() {
            let lacks = [
                (f.has(key::SENTENCE), Lack::Sentence),
                (f.has(key::WRITTEN), Lack::Written),
                (has_numbers || has_sms, Lack::Number),
                (f.has(key::WORDS) || f.has(key::ALONE), Lack::Words),
            ];
            for (_, lack) in lacks.into_iter().filter(|(there, _)| !there) {
                f.out().push(say::incomplete(one.span, &one.id, lack));
            }
        }
        f.finish();
        // Without an id, which was told, nothing else can be said of it.
        if one.id.is_empty() {
            continue;
        }
        match places.get(&one.id) {
            Some(first) => out.push(say::twice(one.span, &one.id, *first)),
            None => {
                places.insert(one.id.clone(), one.span);
                list.push(one);
            }
        }
    }
    Some(list)
}

/// `numero: ["15", "112"]`
fn numbers(f: &mut Fields<'_>) -> Vec<Phone> {
    let written = f.list(key::NUMBERS);
    let mut numbers = Vec::new();
    for number in written {
        match Phone::parse(&number.value) {
            Some(phone) if phone.takes_calls() => numbers.push(phone),
            Some(phone) => {
                f.out().push(crate::diag::catalogue::services::voice_call(number.span, &phone.spoken()));
            }
            None => f.out().push(fields::bad_format(
                number.span,
                key::NUMBERS.name,
                &number.value,
                "un numéro, par exemple \"15\" ou 02 98 85 99 08",
            )),
        }
    }
    numbers
}

/// What people say, code in it being told.
fn words(f: &mut Fields<'_>, key: KeyRow) -> Vec<At<String>> {
    let list = f.list(key);
    for word in &list {
        f.refuse_code(word);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_program_has_no_fault() {
        let file = File::embedded(OWN);
        let mut out = Diagnostics::default();
        let list = read(FileId::EMBEDDED, &file, &[], &mut out).unwrap();
        assert!(out.iter().next().is_none());
        assert!(list.len() >= 9);
        for one in &list {
            assert!(!one.sentence.is_empty() && !one.written.is_empty(), "{}", one.id);
            assert!(!one.numbers.is_empty() || one.sms.is_some(), "{}", one.id);
        }
    }

    #[test]
    fn a_site_adds_words_and_changes_what_it_says() {
        let text = "- id: suicide\n  mots: [j'ai le cafard]\n- id: marees\n  phrase: La mer monte ? Appelez le 196.\n  par_ecrit: Envoyez un SMS au 114.\n  numero: \"196\"\n  mots: [la mer monte]\n";
        let file = File::embedded(text);
        let mut out = Diagnostics::default();
        let all = both(emergencies(FileId::EMBEDDED, &file, &mut out).unwrap());
        assert!(out.iter().next().is_none());
        assert_eq!(all[0].id, "marees");
        let suicide = all.iter().find(|one| one.id == "suicide").unwrap();
        assert_eq!(suicide.words[0].value, "j'ai le cafard");
        assert!(suicide.words.len() > 20 && suicide.sentence.contains("3114"));
        assert_eq!(all.len(), LIST.len() + 1);
    }
}
