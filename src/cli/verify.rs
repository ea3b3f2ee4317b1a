//! `attester`: writes into sheets that somebody verified them.

use super::args::VerifyOptions;
use super::build::today;
use super::words::{count, did_you_mean};
use super::{Outcome, show, tell};
use crate::check::{late_clock, names_somebody};
use crate::diag::catalogue::system_reason;
use crate::diag::{Diagnostic, Diagnostics, Format, Level, Place};
use crate::freshness::{ReadableSheet, StampRefused, named, stamp, written_on};
use crate::import::{Write, save};
use crate::load::{Loaded, load};
use crate::site::SheetKind;
use crate::source::{Content, Sources, read_site};
use crate::text::{in_words, nearest};
use crate::{Examined, Order, examine};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Stamps every sheet that is named, or none. What is wrong elsewhere in the site is in nobody's way.
pub fn verify(site: &Path, options: &VerifyOptions) -> Outcome {
    let outcome = attempt(site, options);
    if outcome != Outcome::Fine {
        tell("Rien n’a été écrit.");
    }
    outcome
}

fn attempt(site: &Path, options: &VerifyOptions) -> Outcome {
    let today = today();
    let on = options.date.unwrap_or(today);
    if on > today {
        tell("erreur : une vérification a déjà eu lieu : sa date ne peut pas être à venir.");
        return Outcome::Failed;
    }
    let (sources, faults) = read_site(site);
    let before = examine(sources, &faults, Order::of(on));
    let (loaded, _) = load(&before.sources);
    let sheets = named(&loaded, &before.sources);
    if let Some(latest) = late_clock(sheets.iter().filter_map(|sheet| Some(sheet.verified?.on)), today) {
        tell(&format!(
            "erreur : cet ordinateur se croit le {}, et la vérification la plus récente du site est du {}. Réglez son horloge, puis recommencez.",
            in_words(today),
            in_words(latest)
        ));
        return Outcome::Failed;
    }
    let mut fine = true;
    let mut refuse = |why: String| {
        tell(&format!("erreur : {why}"));
        fine = false;
    };
    if names_somebody(&options.by, &offices(&loaded)) {
        refuse(format!(
            "« --par » demande un rôle, jamais le nom d’une personne, et « {} » en a l’air. Écrivez par exemple : --par \"médiatrice numérique\", ou --par \"agent du CCAS\".",
            options.by
        ));
    }
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut wanted: Vec<&ReadableSheet<'_>> = Vec::new();
    for name in &options.sheets {
        match find(&sheets, name) {
            // A sheet that is named twice is stamped once.
            Ok(sheet) if texts.contains_key(sheet.path) => {}
            Ok(sheet) => match stamped(site, sheet, options, on, today) {
                Ok(text) => {
                    texts.insert(sheet.path, text);
                    wanted.push(sheet);
                }
                Err(why) => refuse(format!("{} : {why}", sheet.path)),
            },
            Err(why) => {
                let found = unread(&before, &loaded, name);
                if !found.is_empty() {
                    // The sheet is there, and cannot be read: that is what must be known.
                    show(&found, &before.sources, Format::Text);
                    tell("Corrigez d’abord cette fiche, puis recommencez.");
                    return Outcome::ContentHasErrors;
                }
                refuse(why);
            }
        }
    }
    if !fine {
        return Outcome::Failed;
    }
    if let Err(outcome) = harmless(&before, &texts, &wanted, options, on) {
        return outcome;
    }
    let writes: Vec<Write> =
        texts.iter().map(|(path, text)| Write { path: (*path).to_owned(), text: text.clone() }).collect();
    if let Err(error) = save(site, &writes) {
        tell(&format!("erreur : impossible d’écrire : {}.", system_reason(&error)));
        return Outcome::Failed;
    }
    tell(&format!("{} le {} :", verified(wanted.len()), in_words(on)));
    for sheet in wanted {
        tell(&format!("- {} ({}), {}", sheet.title, sheet.name(), sheet.path));
    }
    // What is wrong today: a day that has passed may have had other sheets' days still to come.
    let others = if on == today { before.diagnostics.count(Level::Error) } else { wrong_on(site, today) };
    if others > 0 {
        tell(&format!("Le site a par ailleurs {}. Pour tout voir : eliane relire", count(others, "erreur")));
    }
    Outcome::Fine
}

/// How many errors the site has on a day, as `relire` says.
fn wrong_on(site: &Path, day: Date) -> usize {
    let (sources, faults) = read_site(site);
    examine(sources, &faults, Order::of(day)).diagnostics.count(Level::Error)
}

fn verified(sheets: usize) -> String {
    let s = if sheets >= 2 { "s" } else { "" };
    format!("{} vérifiée{s}", count(sheets, "fiche"))
}

/// The names of the site's own offices.
fn offices(loaded: &Loaded) -> Vec<&str> {
    loaded
        .services
        .iter()
        .flat_map(|one| std::iter::once(one.name.as_str()).chain(one.organisation.as_deref()))
        .collect()
}

/// The one sheet of that name: an id, « guide/skype », or the number of a guide.
fn find<'s, 'a>(sheets: &'s [ReadableSheet<'a>], name: &str) -> Result<&'s ReadableSheet<'a>, String> {
    let number = name.parse::<u16>().ok();
    let found: Vec<_> = sheets
        .iter()
        .filter(|sheet| {
            sheet.id == name || sheet.name() == name || (number.is_some() && sheet.number == number)
        })
        .collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let near = did_you_mean(nearest(name, sheets.iter().map(|sheet| sheet.id)));
            Err(format!("aucune fiche ne s’appelle « {name} ».{near}"))
        }
        several => {
            let names: Vec<_> = several.iter().map(|sheet| sheet.name()).collect();
            Err(format!("plusieurs fiches s’appellent « {name} ». Écrivez {}.", names.join(" ou ")))
        }
    }
}

/// What is wrong with a sheet of that name that cannot be read.
fn unread(before: &Examined, loaded: &Loaded, name: &str) -> Diagnostics {
    let unread = &loaded.unread;
    let kinds = [
        (SheetKind::Service, &unread.services),
        (SheetKind::Guide, &unread.guides),
        (SheetKind::Product, &unread.products),
        (SheetKind::Case, &unread.cases),
    ];
    let mut out = Diagnostics::default();
    for (kind, ids) in kinds {
        let id = name.strip_prefix(kind.key()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(name);
        if !ids.contains(id) {
            continue;
        }
        let is_its = |path: &str| {
            let mut parts = path.rsplit('/');
            let file = parts.next().unwrap_or_default();
            let folder = parts.next().unwrap_or_default();
            if kind == SheetKind::Guide {
                folder == id
            } else {
                file.rsplit_once('.').is_some_and(|(stem, _)| stem == id)
            }
        };
        let faults = before.diagnostics.iter().filter(|one| one.level() == Level::Error);
        for fault in faults.filter(|one| path(one, &before.sources).is_some_and(is_its)) {
            out.push(fault.clone());
        }
    }
    out
}

fn path<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Option<&'a str> {
    match &diagnostic.place {
        Place::Span(span) => Some(&sources.get(span.file).path),
        Place::Path(path, _) => Some(path),
        Place::Nowhere => None,
    }
}

/// The new text of a sheet, or why it cannot be.
fn stamped(
    site: &Path,
    sheet: &ReadableSheet<'_>,
    options: &VerifyOptions,
    on: Date,
    today: Date,
) -> Result<String, String> {
    if !sheet.kind.ways().contains(&options.how) {
        let ways: Vec<&str> = sheet.kind.ways().iter().map(|how| how.key()).collect();
        return Err(format!(
            "« --comment {} » ne se dit pas d’une fiche de cette sorte ({}). Les réponses possibles sont {}.",
            options.how.key(),
            sheet.kind.key(),
            ways.join(", ")
        ));
    }
    // From the disk: its ends of lines are kept.
    let text = fs_err::read_to_string(site.join(sheet.path))
        .map_err(|error| format!("elle ne se lit pas : {}.", system_reason(&error)))?;
    let is_guide = sheet.path.ends_with(".md");
    // A day that is still to come is a slip, which this verification mends.
    if let Some(known) = written_on(&text, is_guide).filter(|known| *known > on && *known <= today) {
        return Err(format!(
            "elle est déjà vérifiée le {}, après le {}. La date la plus récente reste. Si elle est fausse, corrigez d’abord « verifie_le » dans la fiche.",
            in_words(known),
            in_words(on)
        ));
    }
    stamp(&text, is_guide, on, &options.by, options.how).map_err(refusal)
}

/// Tries the new texts: each must say what it should, and no error may come from it. Else says why.
fn harmless(
    before: &Examined,
    texts: &BTreeMap<&str, String>,
    wanted: &[&ReadableSheet<'_>],
    options: &VerifyOptions,
    on: Date,
) -> Result<(), Outcome> {
    let files = |changed: bool| {
        let bytes = before.sources.iter().map(move |(_, file)| {
            let bytes = match (texts.get(file.path.as_str()).filter(|_| changed), &file.content) {
                (Some(text), _) => text.as_bytes(),
                (None, Content::Text(text)) => text.as_bytes(),
                (None, Content::Bytes(bytes)) => bytes,
            };
            (file.path.as_str(), bytes)
        });
        Sources::memory(bytes)
    };
    let after = examine(files(true), &[], Order::of(on));
    let (loaded, _) = load(&after.sources);
    let sheets = named(&loaded, &after.sources);
    let says = |wanted: &ReadableSheet<'_>| {
        sheets.iter().filter(|sheet| sheet.path == wanted.path).any(|sheet| {
            sheet.verified.is_some_and(|v| {
                v.on == on && v.how == options.how && v.by.as_deref() == Some(options.by.as_str())
            })
        })
    };
    let silent: Vec<_> = wanted.iter().filter(|sheet| !says(sheet)).collect();
    for sheet in &silent {
        if sheets.iter().any(|after| after.path == sheet.path) {
            // A fault stands on one of the three lines: it is the one to know.
            let mut own = Diagnostics::default();
            let errors = after.diagnostics.iter().filter(|one| one.level() == Level::Error);
            for one in errors.filter(|one| path(one, &after.sources) == Some(sheet.path)) {
                own.push(one.clone());
            }
            show(&own, &after.sources, Format::Text);
            tell(&format!("Corrigez d’abord la fiche {}, puis recommencez.", sheet.path));
        } else {
            tell(&format!(
                "erreur : {} : ses clés ne sont pas une par ligne, au bord gauche. Écrivez-les ainsi, comme « nom: … », puis recommencez.",
                sheet.path
            ));
        }
    }
    if !silent.is_empty() {
        return Err(Outcome::ContentHasErrors);
    }
    // Files that could not be read are missing from memory, before as after.
    let again = before.sources.unread().next().is_some().then(|| examine(files(false), &[], Order::of(on)));
    let before = again.as_ref().unwrap_or(before);
    let known: BTreeSet<(&str, &str)> =
        before.diagnostics.iter().map(|one| (one.code.id, one.message.as_str())).collect();
    let mut new = Diagnostics::default();
    for one in after.diagnostics.iter().filter(|one| one.level() == Level::Error) {
        if !known.contains(&(one.code.id, one.message.as_str())) {
            new.push(one.clone());
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    show(&new, &after.sources, Format::Text);
    tell(
        "Une fiche que quelqu’un vérifie suit toutes les règles des textes de la rédaction ; ces lignes ne les suivent pas encore. Corrigez-les dans la fiche, puis recommencez.",
    );
    Err(Outcome::ContentHasErrors)
}

fn refusal(refused: StampRefused) -> String {
    match refused {
        StampRefused::NoHead => "elle ne commence pas par deux lignes « --- ».".to_owned(),
        StampRefused::Folded(key) => {
            format!("« {key} » tient sur plusieurs lignes. Écrivez sa valeur sur une seule.")
        }
    }
}
