//! `relire --corriger`: what is certain is mended in the author's files, all of them or none.

use super::Outcome;
use super::args::FixOptions;
use super::output::{print, tell};
use super::words::count;
use crate::diag::catalogue::system_reason;
use crate::diag::{Code, Format};
use crate::mend::{Mending, Unwritten};
use crate::source::read_site;
use crate::{Order, examine};
use std::collections::BTreeMap;
use std::path::Path;

/// Mends a site, or shows what would be mended; `Err` when the disk refuses, or somebody else writes.
pub(super) fn fix(site: &Path, options: &FixOptions, order: Order) -> Result<(), Outcome> {
    let (sources, faults) = read_site(site);
    let mut mending = Mending::new(site);
    mending.all(sources, |sources| examine(sources, &faults, order).diagnostics.iter().cloned().collect());
    if options.dry_run {
        // JSON is one document: it has the standard output for itself.
        match options.check.format {
            Format::Text => print(&mending.patch()),
            Format::Json => tell(mending.patch().trim_end()),
        }
    } else if let Err(unwritten) = mending.write() {
        tell(&match unwritten {
            Unwritten::Changed(path) => {
                format!("erreur : {path} vient de changer. Rien n’a été écrit : recommencez.")
            }
            Unwritten::Disk(path, error) => {
                format!("erreur : impossible d’écrire {path} : {}.", system_reason(&error))
            }
        });
        return Err(Outcome::Failed);
    }
    let (mut files, mut all) = (0, 0);
    for (path, codes) in mending.files() {
        tell(&format!("{path} : {}", listed(codes)));
        files += 1;
        all += codes.len();
    }
    for path in mending.left() {
        tell(&format!("{path} : laissé tel quel, car il a changé pendant la lecture. Recommencez."));
    }
    let s = if all > 1 { "s" } else { "" };
    tell(&match (all, options.dry_run) {
        (0, _) => "Rien à corriger sans vous.".to_owned(),
        (_, true) => format!(
            "{} à corriger dans {}. Essai à blanc : rien n’a été écrit.",
            count(all, "remarque"),
            count(files, "fichier")
        ),
        (_, false) => format!("{} corrigée{s} dans {}.", count(all, "remarque"), count(files, "fichier")),
    });
    Ok(())
}

/// « date en chiffres (E212), mot abrégé (A083, 3 fois) »
fn listed(codes: &[&'static Code]) -> String {
    let mut counts: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for code in codes {
        counts.entry(code.id).or_insert((code.title, 0)).1 += 1;
    }
    let one = |(id, (title, times)): (&str, (&str, usize))| match times {
        1 => format!("{title} ({id})"),
        times => format!("{title} ({id}, {times} fois)"),
    };
    counts.into_iter().map(one).collect::<Vec<_>>().join(", ")
}
