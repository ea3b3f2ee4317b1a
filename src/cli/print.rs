//! `imprimer`: sheets for a printer, one file of PDF.

use super::args::PrintOptions;
use super::build::{jobs, today};
use super::words::{count, did_you_mean, size};
use super::{Outcome, out, show, tell};
use crate::diag::Format;
use crate::model::{GuideId, Paper};
use crate::print::Press;
use crate::render::Renderer;
use crate::site::Site;
use crate::source::read_site;
use crate::text::nearest;
use crate::view::Job;
use crate::{Order, examine};
use std::path::Path;

/// Guides that one appointment can be about.
const MOST_FOR_A_VISIT: usize = 3;

/// Our sheets name their maker in their description, which is never packed.
const SHEETS: out::OutputKind = out::OutputKind {
    what: "un PDF fait par Éliane",
    extension: "pdf",
    ours: |bytes| {
        bytes.starts_with(b"%PDF-") && memchr::memmem::find(bytes, "CreatorTool>Éliane".as_bytes()).is_some()
    },
};

/// Lays out what was asked for, and writes it into one file.
pub fn print(site: &Path, options: &PrintOptions) -> Outcome {
    if !Paper::AVAILABLE {
        tell("erreur : ce programme a été construit sans le papier. Prenez le programme complet.");
        return Outcome::Failed;
    }
    if let Err(outcome) = out::may_write(site, &options.out, &SHEETS) {
        return outcome;
    }
    jobs(options.jobs);
    let (sources, faults) = read_site(site);
    let order = Order::of(options.date.unwrap_or_else(today));
    let examined = examine(sources, &faults, order);
    let Some(renderer) = examined.renderer else {
        show(&examined.diagnostics, &examined.sources, Format::Text);
        tell("Rien n’a été écrit : corrigez d’abord ces erreurs.");
        return Outcome::ContentHasErrors;
    };
    let job = match job(renderer.site(), options) {
        Ok(job) => job,
        Err(reason) => {
            tell(&format!("erreur : {reason}"));
            return Outcome::Failed;
        }
    };
    // A thread of its own: a guide with nested lists asks Typst for a deep stack.
    let printed = Press::all(1, 1, |_| lay_out(&renderer, &job, options.fold)).pop();
    let printed = match printed {
        Some(Ok(printed)) => printed,
        Some(Err(diagnostic)) => {
            // Of a site without paper, what paper cannot hold was not looked for: it is told at its line, in French.
            let (sources, faults) = read_site(site);
            let again = examine(sources, &faults, Order { paper: true, ..order });
            if again.diagnostics.forbid(false) {
                show(&again.diagnostics, &again.sources, Format::Text);
            } else {
                show(&diagnostic.into(), &examined.sources, Format::Text);
            }
            tell("Rien n’a été écrit.");
            return Outcome::ContentHasErrors;
        }
        None => {
            tell("erreur : l’ordinateur n’a pas assez de mémoire pour mettre en page.");
            return Outcome::Failed;
        }
    };
    if let Err(outcome) = out::write(&options.out, &printed.bytes) {
        return outcome;
    }
    tell(&format!(
        "{} : {}, {}.",
        options.out.display(),
        count(printed.pages, "page"),
        size(printed.bytes.len() as u64)
    ));
    Outcome::Fine
}

fn lay_out(
    renderer: &Renderer,
    job: &Job,
    fold: bool,
) -> Result<crate::print::Printed, crate::diag::Diagnostic> {
    let printed = renderer.print(job)?;
    if fold { renderer.fold(&printed, job) } else { Ok(printed) }
}

/// What the options ask for, or why it cannot be.
fn job(site: &Site, options: &PrintOptions) -> Result<Job, String> {
    let mut guides: Vec<GuideId> = Vec::new();
    for number in &options.guides {
        let found = site.guide_ids().find(|id| site.guide(*id).number == *number);
        let Some(id) = found else { return Err(no_guide(site, *number)) };
        if !site.guide(id).is_listed() {
            return Err(format!(
                "la fiche {number} est retirée, ou pas encore publiée. Elle ne s’imprime pas."
            ));
        }
        guides.push(id);
    }
    let mut need = None;
    if let Some(name) = &options.need {
        let id = site.needs.find(|need| need.id == *name);
        let Some(id) = id else {
            let near = did_you_mean(nearest(name, site.needs.iter().map(|need| need.id.as_str())));
            return Err(format!("aucun besoin ne s’appelle « {name} ».{near}"));
        };
        need = Some(id);
        guides.extend(
            site.guide_ids()
                .filter(|guide| site.guide(*guide).is_listed() && site.guide(*guide).needs.contains(&id)),
        );
    }
    let mut seen = Vec::new();
    guides.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    match options.format {
        Paper::Contact if options.zone.is_none() => {
            return Err("dites quel territoire : --territoire 29103".to_owned());
        }
        Paper::Booklet if guides.is_empty() && need.is_none() => {
            // Everything: the whole site in one booklet.
            guides.extend(site.guide_ids().filter(|id| site.guide(*id).is_listed()));
            guides.sort_by_key(|id| site.guide(*id).number);
        }
        Paper::Contact | Paper::Booklet => {}
        _ if guides.is_empty() => {
            return Err("dites quel guide : --guide 412. Vous pouvez en donner plusieurs.".to_owned());
        }
        Paper::Visit if guides.len() > MOST_FOR_A_VISIT => {
            return Err("un rendez-vous se prépare avec 3 guides au plus.".to_owned());
        }
        _ => {}
    }
    let small = options.small || options.fold;
    if small && options.format != Paper::Booklet {
        return Err("seul le livret se fait en A5 : --format livret".to_owned());
    }
    Ok(Job {
        format: options.format,
        guides,
        zone: options.zone,
        need,
        body: options.body.or_else(|| small.then_some(SMALL_BODY)),
        small,
        copies: options.copies,
    })
}

/// Body of an A5 leaf: set at its size, not reduced, it stays large print.
const SMALL_BODY: f64 = 18.0;

fn no_guide(site: &Site, number: u16) -> String {
    let mut near: Vec<u16> =
        site.guides.iter().filter(|guide| guide.is_listed()).map(|guide| guide.number).collect();
    near.sort_by_key(|known| (known.abs_diff(number), *known));
    near.truncate(3);
    near.sort_unstable();
    let near: Vec<String> = near.iter().map(ToString::to_string).collect();
    format!("aucun guide ne porte le numéro {number}. Les plus proches : {}.", near.join(", "))
}
