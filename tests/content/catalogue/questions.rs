//! Codes of the question tree.

use super::{At, Fixture};
use crate::small_site::{QUESTIONS, site};

pub(super) static FIXTURES: &[Fixture] = &[
    Fixture {
        code: "E160",
        file: QUESTIONS,
        at: At::Words("id: entend"),
        says: "Aucune réponse ne mène à la question « Entend-il au téléphone ? ».",
        make: || site().replace(QUESTIONS, "suite: entend", "fin: oui").into(),
    },
    Fixture {
        code: "E161",
        file: QUESTIONS,
        at: At::Words("texte: Moi"),
        says: "La réponse « Moi » ne mène ni à une question, ni au conseil.",
        make: || {
            site()
                .replace(QUESTIONS, "      guides: [photo]\n      fin: oui\n", "      guides: [photo]\n")
                .into()
        },
    },
    Fixture {
        code: "E162",
        file: QUESTIONS,
        at: At::Words("texte: Moi"),
        says: "Le chemin « Moi » finit sans que l’on sache de quoi la personne a besoin.",
        make: || site().replace(QUESTIONS, "      besoin: materiel\n", "").into(),
    },
    Fixture {
        code: "E163",
        file: QUESTIONS,
        at: At::Words("texte: Oui"),
        says: "Plus de 5 questions avant un conseil : « Qui a besoin d’aide ? » → « Entend-il au téléphone ? » →",
        make: || {
            site()
                .replace(
                    QUESTIONS,
                    "      entend: oui\n      fin: oui\n",
                    "      entend: oui\n      suite: entend\n",
                )
                .into()
        },
    },
    Fixture {
        code: "E234",
        file: QUESTIONS,
        at: At::Words("texte: Moi"),
        says: "La sortie « Moi » ne montre ni service, ni guide.",
        make: || {
            site()
                .replace(QUESTIONS, "      guides: [photo]\n      fin: oui\n", "      sortie: urgence\n")
                .into()
        },
    },
    Fixture {
        code: "A113",
        file: QUESTIONS,
        at: At::Words("texte: Moi"),
        says: "La réponse « Moi » mène à « Faire la chose 8 », qui n’a pas de page à montrer.",
        make: || {
            site()
                .with_retired("vieux", 8, "photo")
                .replace(QUESTIONS, "guides: [photo]", "guides: [photo, vieux]")
                .into()
        },
    },
    Fixture {
        code: "A114",
        file: QUESTIONS,
        at: At::Words("texte: Moi"),
        says: "Le chemin « Moi » montre 7 guides : 6 au plus se lisent.",
        make: || {
            let six = (1..=6).fold(site(), |site, n| site.with_short_guide(&format!("g{n}"), 20 + n, ""));
            six.replace(QUESTIONS, "guides: [photo]", "guides: [photo, g1, g2, g3, g4, g5, g6]").into()
        },
    },
];
