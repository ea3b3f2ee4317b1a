//! The account of an import, for people.

use super::reasons;
use crate::cli::words::{count, thousands};
use crate::import::{ImportPlan, Letters, LostRow, OneByte, Report};
use crate::text::capital;
use std::collections::BTreeMap;

/// What a screen can hold of one kind; the review list has them all.
const MOST: usize = 300;

/// The whole account.
pub fn account(plan: &ImportPlan, dry_run: bool) -> String {
    let report = &plan.report;
    let mut out = format!("Fichier : {}{}\n", report.file, read_as(report));
    if let Some(fault) = &plan.fault {
        out.push_str(&format!("erreur : ce fichier n’est pas pris : {}\n", reasons::of_file(fault)));
        rows(&mut out, report);
        out.push_str("Rien n’a été écrit.");
        return out;
    }
    for name in &report.twice {
        out.push_str(&format!(
            "Attention : plusieurs colonnes s’appellent « {name} ». La première est lue ; une autre l’est quand la première est vide.\n"
        ));
    }
    rows(&mut out, report);
    differences(&mut out, report);
    closed(&mut out, report);
    gone(&mut out, report);
    totals(&mut out, report);
    notes(&mut out, report);
    if dry_run {
        paths(&mut out, "À créer", &report.created);
        paths(&mut out, "À mettre à jour", &report.updated);
        out.push_str("Essai à blanc : rien n’a été écrit.");
    } else if plan.writes.is_empty() {
        out.push_str("Rien n’a changé.");
    } else {
        out.push_str(&format!("Écrit : {}. Ensuite : eliane relire", count(plan.writes.len(), "fichier")));
    }
    out
}

fn read_as(report: &Report) -> String {
    let letters = match report.letters {
        None => return String::new(),
        Some(Letters::Utf8) => "UTF-8",
        Some(Letters::Utf16Le | Letters::Utf16Be) => "UTF-16",
        Some(Letters::OneByte(OneByte::Windows1252)) => "Windows-1252 (ou Latin-1)",
        Some(Letters::OneByte(OneByte::Latin9)) => "Latin-9",
        Some(Letters::OneByte(OneByte::Macintosh)) => "Mac OS Roman",
        Some(Letters::OneByte(OneByte::Dos850)) => "DOS (page 850)",
    };
    match report.separator {
        None if report.json => format!(" (JSON, {letters})"),
        None => format!(" ({letters})"),
        Some(',') => format!(" (colonnes séparées par des virgules, {letters})"),
        Some(';') => format!(" (colonnes séparées par des points-virgules, {letters})"),
        Some('\t') => format!(" (colonnes séparées par des tabulations, {letters})"),
        Some(_) => format!(" (colonnes séparées par des barres, {letters})"),
    }
}

/// Each row that became no sheet, by reason, then by line.
fn rows(out: &mut String, report: &Report) {
    let mut kinds: BTreeMap<(bool, &str), Vec<&LostRow>> = BTreeMap::new();
    for entry in &report.entries {
        kinds.entry((entry.reason.is_queued(), entry.reason.key())).or_default().push(entry);
    }
    for ((queued, key), entries) in kinds {
        let word = if queued { "à voir" } else { "refusé" };
        out.push_str(&format!(
            "\n{} ({}) : {}\n",
            capital(word),
            count(entries.len(), "ligne"),
            reasons::title(key)
        ));
        for entry in entries.iter().take(MOST) {
            let name =
                if entry.name.is_empty() { String::new() } else { format!(" « {} »", short(&entry.name)) };
            let town = if entry.town.is_empty() { String::new() } else { format!(", {}", entry.town) };
            out.push_str(&format!(
                "  {} {}{name}{town} : {}\n",
                reasons::row_word(report),
                entry.line,
                reasons::of_row(&entry.reason, reasons::row_word(report))
            ));
        }
        if entries.len() > MOST {
            out.push_str(&format!("  … et {} de plus.\n", thousands((entries.len() - MOST) as u64)));
        }
    }
}

fn differences(out: &mut String, report: &Report) {
    if report.differences.is_empty() {
        return;
    }
    out.push_str("\nCes fiches ont été vérifiées ou modifiées par quelqu’un. Elles ne changent pas. La source dit autre chose :\n");
    for one in report.differences.iter().take(MOST) {
        out.push_str(&format!(
            "  {}, {} : la fiche dit « {} », la source « {} » ({} {})\n",
            one.path,
            one.key,
            short(&one.ours),
            short(&one.theirs),
            reasons::row_word(report),
            one.line
        ));
    }
}

fn closed(out: &mut String, report: &Report) {
    if report.closed.is_empty() {
        return;
    }
    out.push_str("\nLa source dit que ces services sont fermés. Leurs fiches restent, et deviennent « à revérifier » :\n");
    for one in &report.closed {
        let but = if one.believed {
            " : quelqu’un l’a vérifiée après ce fichier, elle reste comme elle est"
        } else {
            ""
        };
        out.push_str(&format!(
            "  {} « {} » ({} {}){but}\n",
            one.path,
            short(&one.name),
            reasons::row_word(report),
            one.line
        ));
    }
}

fn gone(out: &mut String, report: &Report) {
    let (marked, doubtful): (Vec<_>, Vec<_>) = report.gone.iter().partition(|one| one.marked);
    if !marked.is_empty() {
        out.push_str(
            "\nCes fiches ne sont plus dans la source. Elles restent, et deviennent « à revérifier » :\n",
        );
        for one in &marked {
            out.push_str(&format!("  {} « {} »\n", one.path, short(&one.name)));
        }
    }
    if !doubtful.is_empty() {
        out.push_str(&format!(
            "\n{} dans ce fichier, mais il semble incomplet ou en partie illisible. Rien n’a été changé pour cela.\n",
            if doubtful.len() > 1 { format!("{} fiches ne sont plus", doubtful.len()) } else { "1 fiche n’est plus".to_owned() }
        ));
    }
}

fn totals(out: &mut String, report: &Report) {
    let line = |out: &mut String, label: &str, n: usize| {
        out.push_str(&format!("  {label:<34}{:>8}\n", thousands(n as u64)));
    };
    out.push_str("\nTotaux\n");
    line(out, "lignes lues", report.read);
    if report.outside > 0 {
        line(out, "  hors du territoire demandé", report.outside);
    }
    line(out, "  acceptées", report.accepted());
    line(out, "    fiches nouvelles", report.created.len());
    line(out, "    fiches mises à jour", report.updated.len());
    line(out, "    fiches inchangées", report.unchanged);
    line(out, "    gardées telles quelles", report.kept);
    if !report.closed.is_empty() {
        line(out, "  fermés d’après la source", report.closed.len());
    }
    line(out, "  à voir par quelqu’un", report.queued());
    line(out, "  refusées", report.refused());
    line(out, "communes sûres", report.exact);
    line(out, "communes retrouvées malgré un code", report.tolerant);
    line(out, "horaires donnés", report.notes.hours);
    line(out, "  compris", report.notes.understood);
}

fn notes(out: &mut String, report: &Report) {
    let notes = &report.notes;
    for (n, one, many) in [
        (notes.emails, "courriel personnel laissé de côté", "courriels personnels laissés de côté"),
        (notes.people, "nom de personne laissé de côté", "noms de personnes laissés de côté"),
        (
            notes.phones,
            "numéro de téléphone impossible, non recopié",
            "numéros de téléphone impossibles, non recopiés",
        ),
        (notes.faxes, "numéro de télécopie laissé de côté", "numéros de télécopie laissés de côté"),
        (
            notes.zeros,
            "téléphone à neuf chiffres, son zéro rendu : toute la colonne l’a perdu",
            "téléphones à neuf chiffres, leur zéro rendu : toute la colonne l’a perdu",
        ),
        (
            notes.surcharged,
            "numéro majoré, recopié et marqué : il coûte plus qu’un appel",
            "numéros majorés, recopiés et marqués : ils coûtent plus qu’un appel",
        ),
        (
            notes.bad_sites,
            "adresse de site impossible à suivre, non recopiée",
            "adresses de site impossibles à suivre, non recopiées",
        ),
        (notes.bad_emails, "courriel mal écrit, non recopié", "courriels mal écrits, non recopiés"),
        (
            notes.more_emails,
            "courriel de plus, non recopié : une fiche en montre un",
            "courriels de plus, non recopiés : une fiche en montre un",
        ),
        (
            notes.more_sites,
            "adresse de site de plus, non recopiée : une fiche en montre une",
            "adresses de sites de plus, non recopiées : une fiche en montre une",
        ),
        (
            notes.unpriced,
            "numéro court dont la source ne dit pas le prix, non recopié",
            "numéros courts dont la source ne dit pas le prix, non recopiés",
        ),
        (
            notes.beside,
            "téléphone avec d’autres mots ou chiffres, non recopiés",
            "téléphones avec d’autres mots ou chiffres, non recopiés",
        ),
        (
            notes.summaries,
            "présentation trop longue, coupée ou avec une adresse, non recopiée",
            "présentations trop longues, coupées ou avec une adresse, non recopiées",
        ),
        (
            notes.accents,
            "texte aux accents écrits deux fois (« Ã© »), réparé : relisez la fiche",
            "textes aux accents écrits deux fois (« Ã© »), réparés : relisez les fiches",
        ),
        (notes.markup, "texte nettoyé de ses balises", "textes nettoyés de leurs balises"),
        (notes.codes, "besoin que ce site n’a pas", "besoins que ce site n’a pas"),
    ] {
        if n > 0 {
            out.push_str(&format!("  {} {}\n", thousands(n as u64), if n > 1 { many } else { one }));
        }
    }
}

fn paths(out: &mut String, title: &str, paths: &[String]) {
    if paths.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title} :\n"));
    for path in paths.iter().take(20) {
        out.push_str(&format!("  {path}\n"));
    }
    if paths.len() > 20 {
        out.push_str(&format!("  … et {} de plus.\n", thousands((paths.len() - 20) as u64)));
    }
}

fn short(text: &str) -> String {
    let cut: String = text.chars().take(90).collect();
    if cut.len() < text.len() { cut + "…" } else { cut }
}
