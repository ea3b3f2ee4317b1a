//! Guides that tests add to the small site, each with its étapes.

use crate::small_site::{DRAWING, SmallSite};

/// An étape: its name, what to do, what to do if that does not work.
pub type Etape<'a> = (&'a str, &'a str, &'a str);

/// What an étape says when the test looks at something else.
pub const GESTURE: &str = "Appuyez une fois.";
/// A way to somebody.
pub const SOMEBODY: &str = "Demandez à [la mairie](service:mairie).";

impl SmallSite {
    /// Adds a guide with a number, more lines for its head, and étapes.
    pub fn with_guide(self, id: &str, number: u16, head: &str, steps: &[Etape<'_>]) -> Self {
        let mut text = format!(
            "---\nnumero: {number}\ntitre: Faire la chose {number}\nresume: Un guide d'essai.\nbesoins: [materiel]\nfaut_entendre: non\n"
        );
        if !head.contains("faut_un_email") {
            text += "faut_un_email: non\n";
        }
        text += head;
        text += "\n---\nUn guide court, sans rien de rare.\n";
        for (name, action, fallback) in steps {
            text += &format!(
                "\n## Faites le geste {name} {{#{name}}}\n{action}\n\n![Un dessin](dessin.svg \"Le dessin\")\n\n### Ce que vous voyez\nL'image ne bouge plus.\n\n### Si ça ne marche pas\n{fallback}\n"
            );
        }
        self.with(&format!("content/guides/{id}/guide.md"), text)
            .with(&format!("content/guides/{id}/dessin.svg"), DRAWING)
    }

    /// The same, with one étape that leads to somebody.
    pub fn with_short_guide(self, id: &str, number: u16, head: &str) -> Self {
        self.with_guide(id, number, head, &[("premier", GESTURE, SOMEBODY)])
    }

    /// A guide that was retired, and what replaces it.
    pub fn with_retired(self, id: &str, number: u16, replaced_by: &str) -> Self {
        let head = format!(
            "etat: retire\nretire_raison: Il ne sert plus.\nremplace_par: [{replaced_by}]\nalias: [guides/ancien-{id}.html]"
        );
        self.with_short_guide(id, number, &head)
    }
}
