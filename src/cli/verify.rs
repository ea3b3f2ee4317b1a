//! `verify`: writes into sheets that somebody verified them.

use super::args::VerifyOptions;
use super::build::today;
use super::words::{count, did_you_mean};
use super::{Outcome, show, sound, tell};
use crate::diag::Format;
use crate::diag::catalogue::system_reason;
use crate::freshness::{Refused, Sheet, sheets, stamp};
use crate::import::{Write, save};
use crate::render::Renderer;
use crate::source::{Content, Sources};
use crate::text::{in_words, nearest};
use crate::{Order, examine};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// Stamps every sheet that is named, or none.
pub fn verify(site: &Path, options: &VerifyOptions) -> Outcome {
    let on = options.date.unwrap_or_else(today);
    if on > today() {
        tell("erreur : une vérification a déjà eu lieu : sa date ne peut pas être à venir.");
        return Outcome::Failed;
    }
    let (renderer, sources) = match sound(site, on, "Rien n’a été écrit") {
        Ok(sound) => sound,
        Err(outcome) => return outcome,
    };
    let sheets: Vec<Sheet<'_>> = sheets(renderer.site(), &sources).collect();
    let mut wanted = Vec::new();
    let mut fine = true;
    for name in &options.sheets {
        match find(&sheets, name) {
            Ok(sheet) => wanted.push(sheet),
            Err(why) => {
                tell(&format!("erreur : {why}"));
                fine = false;
            }
        }
    }
    let writes = if fine { stamped(site, &sources, &wanted, options, on) } else { None };
    let Some(writes) = writes else {
        tell("Rien n’a été écrit.");
        return Outcome::Failed;
    };
    if let Err(error) = save(site, &writes) {
        tell(&format!("erreur : impossible d’écrire : {}.", system_reason(&error)));
        return Outcome::Failed;
    }
    tell(&format!("{} le {} :", verified(wanted.len()), in_words(on)));
    for sheet in wanted {
        tell(&format!("- {} ({}), {}", sheet.title, sheet.name(), sheet.path));
    }
    Outcome::Fine
}

fn verified(sheets: usize) -> String {
    let s = if sheets >= 2 { "s" } else { "" };
    format!("{} vérifiée{s}", count(sheets, "fiche"))
}

/// The one sheet of that name: an id, « guide/skype », or the number of a guide.
fn find<'s, 'a>(sheets: &'s [Sheet<'a>], name: &str) -> Result<&'s Sheet<'a>, String> {
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

/// The new texts, each tried first: a sheet that would not say what it must is not written. `None` after words.
fn stamped(
    site: &Path,
    sources: &Sources,
    wanted: &[&Sheet<'_>],
    options: &VerifyOptions,
    on: Date,
) -> Option<Vec<Write>> {
    // A sheet that is named twice is stamped once.
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut fine = true;
    for sheet in wanted {
        // From the disk: its ends of lines are kept.
        let stamped = match fs_err::read_to_string(site.join(sheet.path)) {
            Ok(text) => {
                stamp(&text, sheet.path.ends_with(".md"), on, &options.by, options.how).map_err(refusal)
            }
            Err(error) => Err(format!("elle ne se lit pas : {}.", system_reason(&error))),
        };
        match stamped {
            Ok(text) => {
                texts.insert(sheet.path, text);
            }
            Err(why) => {
                tell(&format!("erreur : {} : {why}", sheet.path));
                fine = false;
            }
        }
    }
    if !fine {
        return None;
    }
    let files = sources.iter().map(|(_, file)| {
        let bytes = match (texts.get(file.path.as_str()), &file.content) {
            (Some(text), _) => text.as_bytes(),
            (None, Content::Text(text)) => text.as_bytes(),
            (None, Content::Bytes(bytes)) => bytes,
        };
        (file.path.as_str(), bytes)
    });
    let tried = examine(Sources::memory(files), &[], Order::of(on));
    let says = |renderer: &Renderer| {
        let right = |sheet: &Sheet<'_>| {
            sheet.verification.verified.as_ref().is_some_and(|v| {
                v.on == on && v.how == options.how && v.by.as_deref() == Some(options.by.as_str())
            })
        };
        let now: Vec<_> =
            sheets(renderer.site(), &tried.sources).filter(right).map(|sheet| sheet.name()).collect();
        wanted.iter().all(|sheet| now.contains(&sheet.name()))
    };
    match &tried.renderer {
        Some(renderer) if says(renderer) => {
            Some(texts.into_iter().map(|(path, text)| Write { path: path.to_owned(), text }).collect())
        }
        _ => {
            show(&tried.diagnostics, &tried.sources, Format::Text);
            tell(
                "erreur : la vérification ne peut pas être écrite sans risque dans ces fiches. Écrivez les trois lignes à la main.",
            );
            None
        }
    }
}

fn refusal(refused: Refused) -> String {
    match refused {
        Refused::NoHead => "elle ne commence pas par deux lignes « --- ».".to_owned(),
        Refused::Folded(key) => {
            format!("« {key} » tient sur plusieurs lignes. Écrivez sa valeur sur une seule.")
        }
    }
}
