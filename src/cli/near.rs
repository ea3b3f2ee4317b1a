//! What somebody meant, who typed a word that is none of ours: a slip of a word of today or of before, or another word for it.

use crate::text::{fold, nearest};
use clap::{Arg, Command};
use std::ffi::OsString;

/// Other words for what commands do, each with what to type instead.
const OTHER_COMMANDS: [(&str, &[&str]); 39] = [
    ("afficher", &["montrer"]),
    ("aide", &["--aide"]),
    ("ajouter", &["commencer"]),
    ("annuaire", &["importer"]),
    ("apercu", &["montrer"]),
    ("batir", &["construire"]),
    ("code", &["expliquer"]),
    ("controler", &["relire"]),
    ("copier", &["importer"]),
    ("corriger", &["relire --corriger"]),
    ("demarrer", &["creer"]),
    ("erreurs", &["relire"]),
    ("explication", &["expliquer"]),
    ("fabriquer", &["construire"]),
    ("faire", &["construire"]),
    ("fix", &["relire --corriger"]),
    ("generer", &["construire"]),
    ("help", &["--aide"]),
    ("imprimante", &["imprimer"]),
    ("initialiser", &["creer"]),
    ("lancer", &["montrer"]),
    ("nouveau", &["commencer", "creer"]),
    ("ouvrir", &["montrer --ouvrir"]),
    ("pdf", &["imprimer"]),
    ("previsualiser", &["montrer"]),
    ("publier", &["construire"]),
    ("regarder", &["montrer"]),
    ("reparer", &["relire --corriger"]),
    ("reviser", &["fraicheur"]),
    ("servir", &["montrer"]),
    ("srt", &["sous-titres"]),
    ("test", &["relire"]),
    ("tester", &["relire"]),
    ("valider", &["relire"]),
    ("verif", &["relire", "attester"]),
    ("verifie", &["attester", "relire"]),
    ("verifier", &["relire", "attester"]),
    ("version", &["--version"]),
    ("voir", &["montrer"]),
];

/// Other words for options.
const OTHER_OPTIONS: [(&str, &str); 12] = [
    ("a-blanc", "essai"),
    ("destination", "sortie"),
    ("dossier", "site"),
    ("forme", "format"),
    ("jour", "date"),
    ("navigateur", "ouvrir"),
    ("output", "sortie"),
    ("ouvre", "ouvrir"),
    ("reparer", "corriger"),
    ("simulation", "essai"),
    ("threads", "taches"),
    ("zip", "archive"),
];

/// What to type instead of a command that is none: one way, or several between which we cannot choose.
pub fn command(typed: &str, program: &Command) -> Vec<String> {
    let folded = fold(typed);
    let others = || OTHER_COMMANDS.iter().map(|(word, ways)| (*word, *ways));
    let exact = others().find(|(word, _)| *word == folded);
    if let Some((_, ways)) = exact {
        return ways.iter().map(|way| (*way).to_owned()).collect();
    }
    let names = program
        .get_subcommands()
        .flat_map(|one| std::iter::once(one.get_name()).chain(one.get_all_aliases()));
    let Some(near) = nearest(typed, names.chain(others().map(|(word, _)| word))) else { return Vec::new() };
    match program.find_subcommand(near) {
        Some(found) => vec![found.get_name().to_owned()],
        None => others()
            .filter(|(word, _)| *word == near)
            .flat_map(|(_, ways)| ways)
            .map(|way| (*way).to_owned())
            .collect(),
    }
}

/// An option to type instead of one that is none here.
#[derive(Debug, PartialEq, Eq)]
pub struct Meant {
    /// With its dashes: « --sortie ».
    pub option: String,
    /// The commands that have it, when the command that was typed has not.
    pub commands: Vec<String>,
}

/// The option that somebody meant: first of the command that was typed, then of any.
pub fn option(typed: &str, program: &Command, args: &[OsString]) -> Option<Meant> {
    let word = whole(typed, args)?;
    let here = args.iter().skip(1).find_map(|arg| program.find_subcommand(arg));
    let globals: Vec<&Arg> =
        program.get_arguments().filter(|arg| here.is_none() || arg.is_global_set()).collect();
    let own: Vec<&Arg> = here.map(|one| one.get_arguments().collect()).unwrap_or_default();
    let known: Vec<&Arg> = own.into_iter().chain(globals).collect();
    if let Some(found) = like(&word, &known) {
        return Some(Meant { option: format!("--{found}"), commands: Vec::new() });
    }
    let all: Vec<&Arg> = program.get_subcommands().flat_map(Command::get_arguments).collect();
    let found = like(&word, &all)?;
    let has = |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(found));
    let commands = program.get_subcommands().filter(has).map(|one| one.get_name().to_owned()).collect();
    Some(Meant { option: format!("--{found}"), commands })
}

/// The word without its dashes, whatever the keyboard made of them, and without its value; nothing, when it has none. Of « -fix »,
/// which is read as « -f », the word that was typed.
fn whole(typed: &str, args: &[OsString]) -> Option<String> {
    let dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let typed = match args.iter().filter_map(|arg| arg.to_str()).find(|arg| {
        typed.starts_with('-')
            && typed.chars().count() == 2
            && arg.starts_with(typed)
            && arg.len() > typed.len() + 1
    }) {
        Some(longer) => longer,
        None => typed,
    };
    let word = typed.trim_start_matches(dash);
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    (word.len() < typed.len() && !name.is_empty()).then(|| name.to_owned())
}

/// The name of that option among those, or of the one like it.
fn like<'a>(word: &str, options: &[&'a Arg]) -> Option<&'a str> {
    let named = |name: &str| {
        let of = |arg: &&&Arg| {
            arg.get_long() == Some(name) || arg.get_all_aliases().is_some_and(|all| all.contains(&name))
        };
        options.iter().find(of).and_then(|arg| arg.get_long())
    };
    let ours = |word: &str| OTHER_OPTIONS.iter().find(|(other, _)| *other == word).map(|(_, ours)| *ours);
    let found = |word: &str| named(word).or_else(|| named(ours(word)?));
    let known = options
        .iter()
        .flat_map(|arg| arg.get_long().into_iter().chain(arg.get_all_aliases().unwrap_or_default()));
    let others = OTHER_OPTIONS.iter().filter(|(_, ours)| named(ours).is_some()).map(|(other, _)| *other);
    found(&fold(word)).or_else(|| found(nearest(word, known.chain(others))?))
}
