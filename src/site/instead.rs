//! What a guide that is retired gives way to: guides that can still be followed.

use super::Site;
use crate::model::{Guide, GuideId, Life, Product, ProductId, Resolved, Status, text_of};
use crate::text::fold;

/// Guides that a page shows instead of one whose product stopped.
const INSTEAD: usize = 6;

impl Site {
    /// The guides to read instead of one that is retired, best first: never one that is retired too, nor one that tells
    /// to install what does not exist any more. What replaces a replacement stands for it.
    #[must_use]
    pub fn instead_of(&self, id: GuideId) -> Vec<GuideId> {
        let mut found = Vec::new();
        self.follow(id, &mut vec![id], &mut found);
        found
    }

    fn follow(&self, id: GuideId, seen: &mut Vec<GuideId>, found: &mut Vec<GuideId>) {
        match &self.guide(id).status {
            Status::Withdrawn { replaced_by, .. } => {
                for &next in replaced_by {
                    if seen.contains(&next) {
                        continue;
                    }
                    seen.push(next);
                    if self.can_stand_in(next) {
                        found.push(next);
                    } else {
                        self.follow(next, seen, found);
                    }
                }
            }
            Status::Outlived(product) => self.instead_of_product(*product, seen, found),
            _ => {}
        }
    }

    /// Guides that speak of a product that stopped, then those of what replaces it.
    fn instead_of_product(&self, id: ProductId, seen: &mut Vec<GuideId>, found: &mut Vec<GuideId>) {
        for wanted in std::iter::once(&id).chain(&self.product(id).replaced_by) {
            for guide in self.guide_ids().filter(|one| self.can_stand_in(*one)) {
                if found.len() < INSTEAD && self.guide(guide).speaks_of(wanted) && !seen.contains(&guide) {
                    seen.push(guide);
                    found.push(guide);
                }
            }
        }
    }

    /// Whether a guide may be offered instead of another.
    #[must_use]
    pub fn can_stand_in(&self, id: GuideId) -> bool {
        self.guide(id).is_listed() && self.installs(id).is_none()
    }

    /// A product that stopped, and that the guide tells to install all the same.
    #[must_use]
    pub fn installs(&self, id: GuideId) -> Option<ProductId> {
        self.installs.get(id.0).copied().flatten()
    }
}

/// For each guide, the stopped product that its title or its étapes tell to install.
pub(super) fn installs(guides: &[Guide<Resolved>], products: &[Product<Resolved>]) -> Vec<Option<ProductId>> {
    let stopped: Vec<(ProductId, Vec<Vec<String>>)> = products
        .iter()
        .enumerate()
        .filter(|(_, product)| matches!(product.life, Life::Stopped(_)))
        .map(|(at, product)| {
            let names = std::iter::once(&product.name).chain(&product.other_names);
            (
                ProductId(at),
                names.map(|name| words(name).into_iter().map(|word| word.folded).collect()).collect(),
            )
        })
        .collect();
    if stopped.is_empty() {
        return Vec::new();
    }
    guides
        .iter()
        .map(|guide| {
            let steps = guide.steps.iter().flat_map(|step| [step.title.clone(), text_of(&step.action)]);
            let texts: Vec<Vec<LinkedWord>> =
                std::iter::once(guide.title.clone()).chain(steps).map(|text| words(&text)).collect();
            let (id, _) = stopped.iter().find(|(_, names)| {
                texts.iter().any(|text| names.iter().any(|name| tells_to_install(text, name)))
            })?;
            Some(*id)
        })
        .collect()
}

/// A word of a text, and how it hangs together with the one before.
struct LinkedWord {
    folded: String,
    /// A clause ends before it.
    clause: bool,
    /// It stands between « and ».
    quoted: bool,
    /// Its sentence is a question.
    asked: bool,
}

fn words(text: &str) -> Vec<LinkedWord> {
    let mut out: Vec<LinkedWord> = Vec::new();
    let (mut current, mut clause, mut depth) = (String::new(), true, 0_u32);
    let mut sentence = 0;
    for c in text.chars().chain(['\n']) {
        if c.is_alphanumeric() {
            current.push(c);
            continue;
        }
        if !current.is_empty() {
            out.push(LinkedWord { folded: fold(&current), clause, quoted: depth > 0, asked: false });
            current.clear();
            clause = false;
        }
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            '.' | '!' | '?' | '…' | ';' | ':' | '\n' => {
                for word in &mut out[sentence..] {
                    word.asked = c == '?';
                }
                sentence = out.len();
                clause = true;
            }
            ',' => clause = true,
            _ => {}
        }
    }
    out
}

/// What may stand between « Installez » and a name.
const BETWEEN: [&str; 36] = [
    "le",
    "la",
    "l",
    "les",
    "un",
    "une",
    "de",
    "d",
    "du",
    "des",
    "application",
    "appli",
    "logiciel",
    "programme",
    "outil",
    "version",
    "nouvelle",
    "nouveau",
    "derniere",
    "gratuite",
    "gratuit",
    "gratuitement",
    "officielle",
    "abord",
    "ensuite",
    "puis",
    "aussi",
    "maintenant",
    "sur",
    "votre",
    "telephone",
    "tablette",
    "ordinateur",
    "appareil",
    "mobile",
    "smartphone",
];

/// What takes an order away, before it in its clause.
const NOT: [&str; 13] = [
    "ne",
    "n",
    "pas",
    "plus",
    "jamais",
    "sans",
    "inutile",
    "evitez",
    "eviter",
    "refusez",
    "impossible",
    "ni",
    "aucun",
];

/// Whether a text says to install, to download or to update what has that name, or to open an account there.
fn tells_to_install(text: &[LinkedWord], name: &[String]) -> bool {
    const VERBS: [&str; 8] = [
        "installez",
        "reinstallez",
        "telechargez",
        "retelechargez",
        "installer",
        "reinstaller",
        "telecharger",
        "retelecharger",
    ];
    let is = |at: usize, word: &str| text.get(at).is_some_and(|one| one.folded == word);
    let order = |at: usize| {
        if VERBS.contains(&text[at].folded.as_str()) {
            return Some(at + 1);
        }
        let update = (is(at, "mettez") || is(at, "mettre")) && is(at + 1, "a") && is(at + 2, "jour");
        let account = (is(at, "creez") || is(at, "creer")) && is(at + 1, "un") && is(at + 2, "compte");
        (update || account).then_some(at + 3)
    };
    (0..text.len()).any(|at| {
        let Some(mut next) = order(at).filter(|_| !text[at].quoted && !text[at].asked) else { return false };
        let mut before = (0..at).rev().take_while(|before| !text[before + 1].clause);
        if before.any(|before| NOT.contains(&text[before].folded.as_str())) {
            return false;
        }
        // « N’installez plus Skype ».
        if is(next, "pas") || is(next, "plus") || is(next, "jamais") {
            return false;
        }
        loop {
            if !name.is_empty() && name.iter().enumerate().all(|(i, word)| is(next + i, word)) {
                return true;
            }
            if !text.get(next).is_some_and(|word| BETWEEN.contains(&word.folded.as_str()) && !word.clause) {
                return false;
            }
            next += 1;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(text: &str) -> bool {
        tells_to_install(&words(text), &["skype".to_owned()])
    }

    #[test]
    fn an_order_to_install_is_seen_however_it_is_said() {
        for text in [
            "Installez Skype.",
            "Installer Skype",
            "Téléchargez l’application Skype sur votre téléphone.",
            "Réinstallez d’abord Skype.",
            "Installez « Skype ».",
            "Si vous n’avez pas le programme, installez Skype.",
            "Ouvrez la page. Téléchargez la nouvelle version de Skype.",
            "Mettez à jour Skype.",
            "Créez un compte Skype.",
            "Vous devez installer Skype.",
            "INSTALLEZ SKYPE",
            "Pour appeler, il faut télécharger Skype.",
            "Ensuite, retéléchargez le logiciel Skype.",
            "Installez gratuitement l’application officielle Skype.",
            "Télécharger et garder : téléchargez Skype",
            "Créer un compte sur Skype",
            "Mettre à jour l’application Skype",
            "Installez sur votre tablette Skype.",
            "Attendez, puis installez Skype",
            "Appuyez sur le bouton, installez maintenant Skype.",
        ] {
            assert!(tells(text), "{text}");
        }
    }

    #[test]
    fn what_only_speaks_of_it_is_left_alone() {
        for text in [
            "N’installez pas Skype.",
            "N’installez plus Skype.",
            "Ne téléchargez jamais Skype.",
            "Inutile d’installer Skype.",
            "Rejoignez l’appel sans installer Skype.",
            "Un message propose d’installer Skype ?",
            "Le message dit « Installez Skype ».",
            "Téléchargez vos photos de Skype.",
            "Skype est arrêté : que faire ?",
            "Installez WhatsApp à la place de Skype.",
            "Désinstallez Skype.",
            "Retirez Skype de l’ordinateur.",
            "Installez Jitsi. Skype est fermé.",
            "Vous aviez Skype.",
            "Évitez d’installer Skype.",
            "Ouvrez la page de Microsoft.",
            "Il est impossible d’installer Skype.",
            "Refusez d’installer Skype.",
            "Ni installer Skype, ni le télécharger",
            "Créez un compte WhatsApp, pas Skype.",
        ] {
            assert!(!tells(text), "{text}");
        }
    }
}
