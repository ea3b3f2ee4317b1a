//! Codes of cases: their parts, and who could be recognised.

use super::{At, Fixture};
use crate::small_site::{CASE, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E140",
        file: CASE,
        at: At::Words("02 98"),
        says: "« 02 98 00 00 00 » ressemble à un numéro de téléphone",
        make: || {
            site().replace(CASE, "Il habite **loin**", "Il répond au 02 98 **00** 00 00, **loin**").into()
        },
    },
    Fixture {
        code: "E141",
        file: CASE,
        at: At::Words("exemple.fr"),
        says: "« claudine@exemple.fr » ressemble à une adresse électronique",
        make: || {
            site()
                .replace(CASE, "[Prendre une photo](guide:photo)", "[son mot](mailto:claudine@exemple.fr)")
                .into()
        },
    },
    Fixture {
        code: "E142",
        file: CASE,
        at: At::Words("dit_aussi"),
        says: "« rue de Brest » ressemble à une adresse postale",
        make: || site().replace(CASE, "[père sourd]", "[père sourd rue de Brest]").into(),
    },
    Fixture {
        code: "E143",
        file: CASE,
        at: At::Words("Claudine Kerboul"),
        says: "« Claudine Kerboul » ressemble au nom d’une personne",
        make: || site().replace(CASE, "de Claudine a", "de Claudine Kerboul a").into(),
    },
    Fixture {
        code: "E144",
        file: CASE,
        at: At::Words("Claudine"),
        says: "Le prénom « Claudine » apparaît",
        make: || site().replace(CASE, "prenoms_changes: oui\n", "").into(),
    },
    Fixture {
        code: "E145",
        file: CASE,
        at: At::Words("## Conseil"),
        says: "La partie « Conseil » manque, ou elle est vide.",
        make: || site().replace(CASE, "Cherchez d'abord qui va chez les gens.\n", "").into(),
    },
    Fixture {
        code: "E146",
        file: CASE,
        at: At::Words("## Ma recette"),
        says: "Un cas n’a pas de partie « Ma recette ».",
        make: || site().append(CASE, "\n## Ma recette\nLa patience.\n").into(),
    },
    Fixture {
        code: "E147",
        file: CASE,
        at: At::Words("### Un ami"),
        says: "L’essai « Un ami » ne dit pas pourquoi il a échoué",
        make: || site().replace(CASE, "Il habite **loin**, à Brest, depuis le 5 mai 2019.\n", "").into(),
    },
    Fixture {
        code: "E148",
        file: CASE,
        at: At::Words("salon.svg"),
        says: "Un cas n’a pas d’image.",
        make: || {
            site()
                .replace(CASE, "Cherchez d'abord", "![Son salon](salon.svg \"Ici\")\nCherchez d'abord")
                .into()
        },
    },
];
