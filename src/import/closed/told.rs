//! Sentences that say that a service is no more.

use super::fold;
use crate::text::is_month;

/// Ends of a service, in a sentence, folded.
const TOLD: [&str; 33] = [
    "ferme definitivement",
    "fermee definitivement",
    "definitivement ferme",
    "fermeture definitive",
    "ferme ses portes definitivement",
    "a ferme ses portes",
    "a definitivement ferme",
    "n'existe plus",
    "n'existent plus",
    "a cesse son activite",
    "a cesse ses activites",
    "a cesse d'exister",
    "cessation d'activite",
    "cessation definitive",
    "n'est plus en activite",
    "n'est plus en service",
    "plus en activite",
    "structure fermee",
    "etablissement ferme",
    "service supprime",
    "permanence supprimee",
    "permanences supprimees",
    "lieu supprime",
    "est dissoute",
    "a ete supprime",
    "liquidation judiciaire",
    "a ete dissous",
    "a ete dissoute",
    "a cesse toute activite",
    "a cesse toutes ses activites",
    "a definitivement cesse",
    "a mis fin a son activite",
    "a mis fin a ses activites",
];

/// Since a day or a year, which may be works that go on.
const SINCE: [&str; 4] = ["ferme depuis le", "fermee depuis le", "ferme depuis 20", "fermee depuis 20"];

/// What words about a service say of its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndTold {
    No,
    /// An end, of the service or of another: « la Poste a fermé ses portes, nous prenons ses colis ».
    Perhaps,
    Surely,
}

/// Words that name the service itself, or nobody, before the words of an end.
const ITSELF: &[&str] = &[
    "le",
    "la",
    "les",
    "l",
    "ce",
    "cet",
    "cette",
    "c",
    "il",
    "elle",
    "notre",
    "nos",
    "structure",
    "service",
    "services",
    "lieu",
    "association",
    "etablissement",
    "site",
    "espace",
    "maison",
    "point",
    "centre",
    "permanence",
    "permanences",
    "accueil",
    "antenne",
    "organisme",
    "mediatheque",
    "bibliotheque",
    "mairie",
    "epn",
    "cyberbase",
    "tiers",
    "fablab",
    "atelier",
    "bureau",
    "france",
    "numerique",
    "social",
    "sociale",
    "public",
    "publique",
    "municipal",
    "municipale",
    "communal",
    "communale",
    "culturel",
    "est",
    "sont",
    "a",
    "ont",
    "ete",
    "desormais",
    "maintenant",
    "attention",
    "important",
    "info",
    "information",
    "nb",
    "malheureusement",
    "deja",
    "definitivement",
    "de",
    "du",
    "en",
    "et",
    "depuis",
    "n",
    "existe",
    "y",
];

/// Words of what is no end of the service: procedures that it helps with, conditions, other people's ends.
const OTHERS: [&str; 24] = [
    "aide",
    "aider",
    "accompagn",
    "entreprise",
    "entrepreneur",
    "dirigeant",
    "commercant",
    "agriculteur",
    "creation",
    "reprise",
    "declar",
    "demarche",
    "si",
    "cas",
    "lorsque",
    "quand",
    "face",
    "salari",
    "juridique",
    "procedure",
    "prevention",
    "difficult",
    "formalite",
    "conseil",
];

/// What a text about the service says, sentence by sentence.
#[must_use]
pub fn told_of_itself(text: &str) -> EndTold {
    let folded = fold(text).replace('’', "'");
    let told = folded.split(['.', '!', '?', ';', '\n']).map(of_sentence);
    told.fold(EndTold::No, |all, one| match (all, one) {
        (EndTold::Surely, _) | (_, EndTold::Surely) => EndTold::Surely,
        (EndTold::Perhaps, _) | (_, EndTold::Perhaps) => EndTold::Perhaps,
        _ => EndTold::No,
    })
}

fn of_sentence(sentence: &str) -> EndTold {
    let bare = sentence.trim_matches(|c: char| !c.is_alphanumeric());
    if ["fermee", "closed", "ferme definitivement", "fermee definitivement"].contains(&bare) {
        return EndTold::Surely;
    }
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let all = words(bare);
    let short = |word: &String| word.chars().all(|c| c.is_ascii_digit());
    let Some((at, phrase)) =
        TOLD.iter().chain(&SINCE).filter_map(|told| Some((bare.find(told)?, *told))).min()
    else {
        let ends = ["est ferme", "est fermee", "est desormais ferme", "est desormais fermee"];
        let alone = ends.iter().any(|end| bare.ends_with(end)) && all.len() < 8;
        return if alone && !all.iter().any(|word| is_a_time(word)) { EndTold::Perhaps } else { EndTold::No };
    };
    if !is_told(bare) {
        return EndTold::No;
    }
    let before = words(bare.get(..at).unwrap_or_default());
    if before
        .iter()
        .any(|word| OTHERS.iter().any(|stem| word.starts_with(stem) && (stem.len() > 3 || word == stem)))
    {
        return EndTold::No;
    }
    let is_procedure =
        ["cessation d'activite", "cessation definitive", "liquidation judiciaire"].contains(&phrase);
    let of_itself = before.iter().all(|word| ITSELF.contains(&word.as_str()) || short(word));
    let sure = of_itself && (!is_procedure || before.len() < 4);
    if sure { EndTold::Surely } else { EndTold::Perhaps }
}

/// A sentence that says that the place is no more, whole or in part.
pub fn is_told(text: &str) -> bool {
    let folded = fold(text).replace('’', "'");
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if ["ferme", "fermee", "closed", "n'existe plus", "plus d'activite", "supprime", "supprimee"]
        .contains(&bare)
    {
        return bare != "ferme"
            || text.to_lowercase().contains('é')
            || text.trim().chars().all(|c| !c.is_lowercase());
    }
    TOLD.iter().chain(&SINCE).any(|told| {
        folded.match_indices(told).any(|(at, _)| {
            let before = folded.get(..at).unwrap_or_default().trim_end();
            // « n'est pas fermé définitivement », « avant la fermeture définitive »
            let is_denied = ["pas", "jamais", "avant la", "avant sa", "sans", "non", "risque de", "evite la"]
                .iter()
                .any(|word| before.ends_with(word));
            !is_denied && !is_for_a_time(told, folded.get(at + told.len()..).unwrap_or_default())
        })
    })
}

/// Whether the words after those of an end say that it opens again: « structure fermée le premier lundi du mois ».
fn is_for_a_time(phrase: &str, after: &str) -> bool {
    let sentence = after.split(['.', '!', '?', ';', '\n']).next().unwrap_or_default();
    if ["jusqu", "travaux", "reouv"].iter().any(|part| sentence.contains(part)) {
        return true;
    }
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| word.len() == 4 && word.starts_with("20")) {
        return false;
    }
    // « Depuis le 1er mai » and « définitivement le lundi 3 mars » are days, « structure fermée en août » a season.
    let may_be_a_season =
        ["structure fermee", "etablissement ferme"].contains(&phrase) && !words.contains(&"depuis");
    words.iter().enumerate().any(|(at, word)| {
        let is_a_date = words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        is_a_time(word) && !is_a_date || is_a_month(word) && may_be_a_season
    })
}

/// Days, halves of days, and words of what ends.
fn is_a_time(word: &str) -> bool {
    const TIMES: [&str; 16] = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "matinee", "midi",
        "soir", "vacance", "conge", "ferie", "hiver", "semaine",
    ];
    TIMES.contains(&word.trim_end_matches('s'))
        || ["temporairement", "provisoirement", "momentanement"].contains(&word)
}

fn is_a_month(word: &str) -> bool {
    is_month(word) || word == "ete"
}

/// Hours that say that it never opens.
pub fn is_never_open(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| c.is_whitespace() || ".;\"'".contains(c));
    let whole = bare.replace(' ', "");
    ["off", "closed", "24/7off", "24/7closed", "mo-suoff", "mo-suclosed", "mo-su,phoff", "ph,mo-suoff"]
        .contains(&whole.as_str())
        || is_told(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_a_service_tell_its_end_and_not_that_of_others() {
        for (told, texts) in [
            (
                EndTold::Surely,
                &[
                    "Fermé définitivement depuis le 1er mars 2026.",
                    "La structure a cessé son activité.",
                    "La structure a cessé toute activité en 2024",
                    "Attention : cette structure n’existe plus.",
                    "Espace public numérique. Le lieu est définitivement fermé.",
                    "L’association a été dissoute le 3 mars 2025.",
                    "L’association est dissoute",
                    "FERMÉE",
                    "Structure fermée depuis le lundi 3 mars 2025",
                    "Structure fermée",
                    "Fermé définitivement le lundi 3 mars",
                    "Fermé depuis le 1er mai.",
                    "Ce service n’est plus en activité.",
                    "La médiathèque a fermé ses portes en 2023.",
                    "Fermé depuis 2023",
                    "En liquidation judiciaire",
                    "Cessation d’activité au 31/12/2024",
                ][..],
            ),
            (
                EndTold::Perhaps,
                &[
                    "La Poste a fermé ses portes, nous prenons ses colis.",
                    "Né après la fermeture définitive de la trésorerie.",
                    "Le centre est fermé.",
                    "La permanence de Pencran a été supprimée",
                ],
            ),
            (
                EndTold::No,
                &[
                    "Accompagnement des entreprises en liquidation judiciaire.",
                    "Aide aux démarches de cessation d’activité",
                    "Fermé le mercredi.",
                    "Fermé en août.",
                    "Fermé depuis le 1er mars pour travaux.",
                    "Fermé définitivement le samedi.",
                    "Structure fermée le premier lundi du mois",
                    "Structure fermée pendant les vacances scolaires.",
                    "Établissement fermé provisoirement",
                    "Structure fermée en août",
                    "Le samedi, le centre est fermé.",
                    "L’accueil n’est pas fermé définitivement.",
                    "La ferme pédagogique accueille tous les publics.",
                    "Espace public numérique ouvert à tous.",
                    "Que faire si votre employeur a cessé son activité ?",
                    "Un lieu fermé et chaleureux.",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(told_of_itself(text), told, "{text}");
            }
        }
    }
}
