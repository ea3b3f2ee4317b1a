//! `verify`: writes into sheets that somebody verified them.

use super::args::VerifyOptions;
use super::build::today;
use super::freshness::sort;
use super::words::count;
use super::{Outcome, show, tell};
use crate::diag::Format;
use crate::diag::catalogue::system_reason;
use crate::freshness::{Kind, Refused, stamp};
use crate::import::{Write, save};
use crate::site::Site;
use crate::source::{Content, Sources, Span, read_site};
use crate::text::{in_words, nearest};
use crate::{Order, examine};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// One sheet that may be meant.
struct Sheet<'a> {
    kind: Kind,
    id: &'a str,
    number: Option<u16>,
    title: &'a str,
    path: String,
}

/// Stamps every sheet that is named, or none.
pub fn verify(site: &Path, options: &VerifyOptions) -> Outcome {
    let on = options.date.unwrap_or_else(today);
    if on > today() {
        tell("erreur : une vérification a déjà eu lieu : sa date ne peut pas être à venir.");
        return Outcome::Failed;
    }
    let (sources, faults) = read_site(site);
    let examined = examine(sources, &faults, Order::of(on));
    let Some(renderer) = examined.renderer else {
        show(&examined.diagnostics, &examined.sources, Format::Text);
        tell("Rien n’a été écrit : corrigez d’abord ces erreurs.");
        return Outcome::ContentHasErrors;
    };
    let sheets = sheets(renderer.site(), &examined.sources);
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
    let writes = if fine { stamped(site, &examined.sources, &wanted, options, on) } else { None };
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
        tell(&format!("- {} ({}/{}), {}", sheet.title, sort(sheet.kind), sheet.id, sheet.path));
    }
    Outcome::Fine
}

fn verified(sheets: usize) -> String {
    let s = if sheets >= 2 { "s" } else { "" };
    format!("{} vérifiée{s}", count(sheets, "fiche"))
}

fn sheets<'a>(site: &'a Site, sources: &Sources) -> Vec<Sheet<'a>> {
    let path = |span: Span| sources.get(span.file).path.clone();
    let mut out = Vec::new();
    for one in &site.services {
        out.push(Sheet {
            kind: Kind::Service,
            id: &one.id,
            number: None,
            title: &one.name,
            path: path(one.span),
        });
    }
    for one in &site.guides {
        let number = Some(one.number);
        out.push(Sheet { kind: Kind::Guide, id: &one.id, number, title: &one.title, path: path(one.span) });
    }
    for one in &site.products {
        out.push(Sheet {
            kind: Kind::Product,
            id: &one.id,
            number: None,
            title: &one.name,
            path: path(one.span),
        });
    }
    for one in &site.cases {
        out.push(Sheet {
            kind: Kind::Case,
            id: &one.id,
            number: None,
            title: &one.title,
            path: path(one.span),
        });
    }
    out
}

/// The one sheet of that name: an id, « guide/skype », or the number of a guide.
fn find<'s, 'a>(sheets: &'s [Sheet<'a>], name: &str) -> Result<&'s Sheet<'a>, String> {
    let full = |sheet: &Sheet<'_>| format!("{}/{}", sort(sheet.kind), sheet.id);
    let number = name.parse::<u16>().ok();
    let found: Vec<_> = sheets
        .iter()
        .filter(|sheet| {
            sheet.id == name || full(sheet) == name || (number.is_some() && sheet.number == number)
        })
        .collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let near = nearest(name, sheets.iter().map(|sheet| sheet.id))
                .map(|near| format!(" Vouliez-vous dire « {near} » ?"))
                .unwrap_or_default();
            Err(format!("aucune fiche ne s’appelle « {name} ».{near}"))
        }
        several => {
            let names: Vec<_> = several.iter().map(|sheet| full(sheet)).collect();
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
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut fine = true;
    for sheet in wanted {
        // From the disk: its ends of lines are kept.
        let stamped = match fs_err::read_to_string(site.join(&sheet.path)) {
            Ok(text) => {
                stamp(&text, sheet.path.ends_with(".md"), on, &options.by, options.how).map_err(refusal)
            }
            Err(error) => Err(format!("elle ne se lit pas : {}.", system_reason(&error))),
        };
        match stamped {
            Ok(text) => {
                texts.insert(sheet.path.clone(), text);
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
        let bytes = match (texts.get(&file.path), &file.content) {
            (Some(text), _) => text.as_bytes(),
            (None, Content::Text(text)) => text.as_bytes(),
            (None, Content::Bytes(bytes)) => bytes,
        };
        (file.path.as_str(), bytes)
    });
    let tried = examine(Sources::memory(files), &[], Order::of(on));
    let says = |site: &Site| {
        let right = |verification: &crate::model::Verification| {
            verification.verified.as_ref().is_some_and(|v| {
                v.on == on && v.how == options.how && v.by.as_deref() == Some(options.by.as_str())
            })
        };
        wanted.iter().all(|sheet| match sheet.kind {
            Kind::Service => site.services.iter().any(|one| one.id == sheet.id && right(&one.verification)),
            Kind::Guide => site.guides.iter().any(|one| one.id == sheet.id && right(&one.verification)),
            Kind::Product => site.products.iter().any(|one| one.id == sheet.id && right(&one.verification)),
            Kind::Case => site.cases.iter().any(|one| one.id == sheet.id && right(&one.verification)),
        })
    };
    match tried.renderer {
        Some(renderer) if says(renderer.site()) => {
            Some(texts.into_iter().map(|(path, text)| Write { path, text }).collect())
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
