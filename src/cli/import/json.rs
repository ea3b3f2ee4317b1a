//! The account of an import, for programs.

use super::reasons;
use crate::import::{ImportPlan, Report};
use serde_json::{Value, json};

/// One JSON document.
pub fn account(plan: &ImportPlan, dry_run: bool) -> String {
    let report = &plan.report;
    let rows: Vec<Value> = report
        .entries
        .iter()
        .map(|entry| {
            json!({
                "ligne": entry.line,
                "identifiant": entry.id,
                "nom": entry.name,
                "commune": entry.town,
                "decision": if entry.reason.is_queued() { "a_voir" } else { "refusee" },
                "raison": entry.reason.key(),
                "message": reasons::of_row(&entry.reason, reasons::row_word(report)),
            })
        })
        .collect();
    let differences: Vec<Value> = report
        .differences
        .iter()
        .map(|one| {
            json!({
                "fiche": one.path, "champ": one.key, "valeur_fiche": one.ours, "valeur_source": one.theirs,
                "ligne": one.line, "identifiant": one.id, "verifiee": one.verified,
            })
        })
        .collect();
    let gone: Vec<Value> = report
        .gone
        .iter()
        .map(
            |one| json!({ "fiche": one.path, "identifiant": one.id, "nom": one.name, "marquee": one.marked }),
        )
        .collect();
    let closed: Vec<Value> = report
        .closed
        .iter()
        .map(|one| {
            json!({
                "fiche": one.path, "ligne": one.line, "identifiant": one.id, "nom": one.name,
                "verifiee_apres": one.believed,
            })
        })
        .collect();
    let aside: Vec<Value> = report
        .aside
        .iter()
        .map(|one| {
            json!({
                "ligne": one.line, "identifiant": one.id, "nom": one.name, "champ": reasons::field(one.why),
                "raison": reasons::of_value(one.why), "valeur_source": one.value,
            })
        })
        .collect();
    let document = json!({
        "annuaire": report.directory.key,
        "jeu": report.dataset,
        "fichier": report.file,
        "date": report.date,
        "licence": report.licence,
        "essai": dry_run,
        "erreur": plan.fault.as_ref().map(reasons::of_file),
        "totaux": totals(report),
        "raisons": report.by_reason(),
        "creees": report.created,
        "mises_a_jour": report.updated,
        "lignes": rows,
        "differences": differences,
        "fermees": closed,
        "disparues": gone,
        "a_cote": aside,
    });
    format!("{document:#}\n")
}

/// How many of each.
fn totals(report: &Report) -> Value {
    let notes = &report.notes;
    json!({
        "lues": report.read,
        "hors_territoire": report.outside,
        "acceptees": report.accepted(),
        "creees": report.created.len(),
        "mises_a_jour": report.updated.len(),
        "inchangees": report.unchanged,
        "gardees": report.kept,
        "a_voir": report.queued(),
        "refusees": report.refused(),
        "communes_sures": report.exact,
        "communes_malgre_un_code": report.tolerant,
        "horaires_donnes": notes.hours,
        "horaires_compris": notes.understood,
        "courriels_personnels": notes.emails,
        "noms_de_personnes": notes.people,
        "telephones_impossibles": notes.phones,
        "telecopies": notes.faxes,
        "zeros_rendus": notes.zeros,
        "numeros_majores": notes.surcharged,
        "sites_impossibles": notes.bad_sites,
        "courriels_mal_ecrits": notes.bad_emails,
        "courriels_de_plus": notes.more_emails,
        "sites_de_plus": notes.more_sites,
        "numeros_sans_prix": notes.unpriced,
        "telephones_avec_des_mots": notes.beside,
        "presentations_non_recopiees": notes.summaries,
        "accents_repares": notes.accents,
        "textes_nettoyes": notes.markup,
    })
}
