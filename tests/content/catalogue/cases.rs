//! Codes of cases: their parts, and who could be recognised.

use super::{At, Fixture};
use crate::small_site::{CAS, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E140",
        file: CAS,
        at: At::Words("02 98"),
        says: "« 02 98 00 00 00 » ressemble à un numéro de téléphone",
        make: || {
            site().replace(CAS, "Il habite **loin**", "Il répond au 02 98 **00** 00 00, **loin**").into()
        },
    },
    Fixture {
        code: "E141",
        file: CAS,
        at: At::Words("exemple.fr"),
        says: "« claudine@exemple.fr » ressemble à une adresse électronique",
        make: || {
            site()
                .replace(CAS, "[Prendre une photo](guide:photo)", "[son mot](mailto:claudine@exemple.fr)")
                .into()
        },
    },
    Fixture {
        code: "E142",
        file: CAS,
        at: At::Words("dit_aussi"),
        says: "« rue de Brest » ressemble à une adresse postale",
        make: || site().replace(CAS, "[père sourd]", "[père sourd rue de Brest]").into(),
    },
    Fixture {
        code: "E143",
        file: CAS,
        at: At::Words("Claudine Kerboul"),
        says: "« Claudine Kerboul » ressemble au nom d’une personne",
        make: || site().replace(CAS, "de Claudine a", "de Claudine Kerboul a").into(),
    },
    Fixture {
        code: "E144",
        file: CAS,
        at: At::Words("Claudine"),
        says: "Le prénom « Claudine » apparaît",
        make: || site().replace(CAS, "prenoms_changes: oui\n", "").into(),
    },
    Fixture {
        code: "E145",
        file: CAS,
        at: At::Words("## Conseil"),
        says: "La partie « Conseil » manque, ou elle est vide.",
        make: || site().replace(CAS, "Cherchez d'abord qui va chez les gens.\n", "").into(),
    },
    Fixture {
        code: "E146",
        file: CAS,
        at: At::Words("## Ma recette"),
        says: "Un cas n’a pas de partie « Ma recette ».",
        make: || site().append(CAS, "\n## Ma recette\nLa patience.\n").into(),
    },
    Fixture {
        code: "E147",
        file: CAS,
        at: At::Words("### Un ami"),
        says: "L’essai « Un ami » ne dit pas pourquoi il a échoué",
        make: || site().replace(CAS, "Il habite **loin**, à Brest, depuis le 5 mai 2019.\n", "").into(),
    },
    Fixture {
        code: "E148",
        file: CAS,
        at: At::Words("salon.svg"),
        says: "Un cas n’a pas d’image.",
        make: || {
            site()
                .replace(CAS, "Cherchez d'abord", "![Son salon](salon.svg \"Ici\")\nCherchez d'abord")
                .into()
        },
    },
];
