//! Wrong use, said in French.

use super::{Outcome, near, print, tell};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// Shows what clap has to say of those arguments: help and version are data, the rest is a fault.
pub fn show(error: &clap::Error, args: &[OsString]) -> Outcome {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::DisplayHelp => {
            print(&error.to_string());
            return Outcome::Fine;
        }
        ErrorKind::DisplayVersion => {
            print(concat!("eliane ", env!("CARGO_PKG_VERSION"), "\n"));
            return Outcome::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            tell(&error.to_string());
            return Outcome::Failed;
        }
        ErrorKind::InvalidSubcommand => {
            format!("la commande « {} » n’existe pas", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument if !arg.starts_with('-') => format!("« {arg} » est en trop"),
        ErrorKind::UnknownArgument => format!("l’option « {arg} » n’existe pas ici"),
        ErrorKind::InvalidValue if value.is_empty() => format!("il manque une valeur après « {arg} »"),
        ErrorKind::InvalidValue => format!("« {arg} » n’accepte pas « {value} »{}", possible(error)),
        ErrorKind::ValueValidation => {
            // Our own parsers wrote the reason, in French.
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("« {arg} » n’accepte pas « {value} » : {why}")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque : {}", arg.replace("...", "")),
        ErrorKind::ArgumentConflict => format!("« {arg} » est écrit deux fois, ou ne va pas avec le reste"),
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => {
            format!("« {arg} » n’a pas le bon nombre de valeurs")
        }
        ErrorKind::InvalidUtf8 => "un mot de la commande n’est pas du texte lisible (UTF-8)".to_owned(),
        _ => "la commande ne se comprend pas".to_owned(),
    };
    // A reason of ours may end its own sentence.
    let end = if message.ends_with(['.', '?', '!']) { "" } else { "." };
    tell(&format!("erreur : {message}{end}"));
    let program = super::command();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            propose(&near::command(&context(ContextKind::InvalidSubcommand), &program));
        }
        ErrorKind::UnknownArgument if let Some(meant) = near::option(&arg, &program, args) => {
            if meant.option != arg {
                propose(std::slice::from_ref(&meant.option));
            }
            if !meant.commands.is_empty() {
                tell(&format!("L’option « {} » va avec : {}.", meant.option, meant.commands.join(", ")));
            }
        }
        _ => propose(&[context(ContextKind::SuggestedValue)]),
    }
    tell("Pour l’aide : eliane --aide");
    Outcome::Failed
}

/// « Vouliez-vous dire « relire » ou « attester » ? », when there is something to propose.
fn propose(ways: &[String]) {
    let ways: Vec<String> =
        ways.iter().filter(|way| !way.is_empty()).map(|way| format!("« {way} »")).collect();
    if !ways.is_empty() {
        tell(&format!("Vouliez-vous dire {} ?", ways.join(" ou ")));
    }
}

fn possible(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(list)) if !list.is_empty() => format!(" (possible : {})", list.join(", ")),
        _ => String::new(),
    }
}
