//! Every finding that Éliane can make, with its words in French.
//!
//! One file a family. A family declares its codes and offers one function a finding, so that the stages
//! that find something write no French themselves. [`CATALOGUE`] lists all codes; a test asks each one
//! for an explanation, a fixture that fires it and one that does not.

pub mod captions;
pub mod cases;
pub mod emergencies;
pub mod fields;
pub mod files;
pub mod films;
pub mod foreign;
pub mod guides;
pub mod identity;
pub mod instead;
pub mod links;
pub mod markdown;
pub mod marks;
pub mod means;
pub mod output;
#[cfg_attr(not(feature = "papier"), expect(dead_code, reason = "these are said by Typst’s side only"))]
pub mod paper;
pub mod permits;
pub mod pictures;
pub mod plain;
pub mod roles;
pub mod rules;
pub mod screen;
pub mod search;
pub mod services;
pub mod silence;
pub mod theme;
pub mod triage;
pub mod verified;
pub mod ways;
pub mod yaml;

use super::Code;
use crate::text::visible;

/// All codes, by family.
pub static CATALOGUE: &[&[&Code]] = &[
    files::CODES,
    yaml::CODES,
    fields::CODES,
    identity::CODES,
    markdown::CODES,
    marks::CODES,
    guides::CODES,
    pictures::CODES,
    captions::CODES,
    foreign::CODES,
    films::CODES,
    screen::CODES,
    cases::CODES,
    search::CODES,
    emergencies::CODES,
    triage::CODES,
    links::CODES,
    roles::CODES,
    theme::CODES,
    output::CODES,
    paper::CODES,
    rules::CODES,
    services::CODES,
    plain::CODES,
    permits::CODES,
    silence::CODES,
    instead::CODES,
    ways::CODES,
    verified::CODES,
    means::CODES,
];

/// The code of that name, whatever its case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    CATALOGUE.iter().flat_map(|family| family.iter()).copied().find(|code| code.id.eq_ignore_ascii_case(id))
}

/// « … » with the spaces French asks for.
pub(crate) fn quoted(text: &str) -> String {
    // A diagnostic is one line: what a curator pasted may be a page.
    let short: String = text.chars().take(80).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("«\u{202f}{}{dots}\u{202f}»", visible(&short))
}

/// « Vouliez-vous dire « titre » ? », or what to do without a near word.
pub(crate) fn did_you_mean(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(word) => format!("Vouliez-vous dire {}\u{202f}?", quoted(word)),
        None => otherwise.to_owned(),
    }
}

/// The system's reason in French, for the cases that people meet.
pub(crate) fn system_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as K;
    match error.kind() {
        K::NotFound => "il n’existe pas".into(),
        K::PermissionDenied => "vous n’avez pas le droit d’y accéder".into(),
        K::StorageFull | K::QuotaExceeded | K::WriteZero => "le disque est plein".into(),
        K::FileTooLarge => "le fichier serait trop grand pour ce disque".into(),
        K::InvalidFilename => "ce nom de fichier ne convient pas à ce disque".into(),
        K::ReadOnlyFilesystem => "ce disque n’accepte pas l’écriture".into(),
        K::NotADirectory => "ce n’est pas un dossier".into(),
        K::IsADirectory => "c’est un dossier".into(),
        K::AlreadyExists => "il existe déjà".into(),
        K::AddrInUse => "ce port est déjà pris par un autre programme".into(),
        _ => error.to_string(),
    }
}

/// Declares the codes of a family. The lines above a code explain it, as [`Code::explanation`](super::Code::explanation)
/// puts them together.
macro_rules! codes {
    ($($(#[doc = $line:literal])* $name:ident: $title:literal;)*) => {
        $(
            #[doc = $title]
            pub static $name: $crate::diag::Code =
                $crate::diag::Code { id: stringify!($name), title: $title, lines: &[$($line),*] };
        )*
        /// The codes of this family, by number.
        pub static CODES: &[&$crate::diag::Code] = &[$(&$name),*];
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_explained() {
        let all: Vec<_> = CATALOGUE.iter().flat_map(|f| f.iter()).collect();
        for (i, code) in all.iter().enumerate() {
            assert!(code.explanation().len() > 60, "{} explains too little", code.id);
            assert!(all[..i].iter().all(|other| other.id != code.id), "{} twice", code.id);
        }
    }

    #[test]
    fn an_explanation_is_read_as_it_is_written() {
        let code = crate::diag::Code {
            id: "E999",
            title: "",
            lines: &[
                " Une phrase",
                " coupée.",
                "",
                "   Non : un",
                "   Oui : deux \\",
                "   et trois",
                "",
                " Fin.",
            ],
        };
        assert_eq!(code.explanation(), "Une phrase coupée.\n\n  Non : un\n  Oui : deux et trois\n\nFin.");
    }

    #[test]
    fn codes_are_found_in_any_case() {
        assert_eq!(find("e030").map(|c| c.id), Some("E030"));
        assert!(find("E999").is_none());
    }
}
