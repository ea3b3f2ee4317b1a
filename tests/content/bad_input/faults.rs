//! A curator's everyday mistakes.

use crate::program::assert_refused;
use crate::small_site::{CALL, CLIC, GLOSSARY, MAIRIE, NEEDS, PHOTO, SmallSite, site};

#[track_caller]
fn refused(site: &SmallSite, fragments: &[&str]) {
    assert_refused(site.on_disk().path(), fragments);
}

#[test]
fn broken_front_matter() {
    refused(
        &site().replace(CALL, "titre: Rejoindre", "titre: \"Rejoindre"),
        &["erreur[E020]", "content/guides/appel/guide.md:3:1", "un guillemet ouvert n’est pas fermé"],
    );
    refused(
        &site().replace(CALL, "titre: Rejoindre un", "titre: Skype : rejoindre un"),
        &["erreur[E021]", "guide.md:3:", "titre: \"Skype : rejoindre un appel vidéo\""],
    );
    refused(&site().replace(PHOTO, "depend_de: [jitsi]\n---\n", "depend_de: [jitsi]\n"), &["erreur[E023]"]);
}

#[test]
fn unknown_key() {
    refused(
        &site().replace(CALL, "titre:", "titer:"),
        &["erreur[E030]", "guide.md:3:1", "La clé « titer » n’existe pas.", "Vouliez-vous dire « titre » ?"],
    );
    refused(
        &site().append(MAIRIE, "couleur: bleu\n"),
        &["La clé « couleur » n’existe pas.", "Clés possibles ici : nom,"],
    );
}

#[test]
fn wrong_type() {
    refused(
        &site().replace(CALL, "duree_min: 15", "duree_min: [15]"),
        &["erreur[E032]", "« duree_min » attend un texte, et a reçu une liste."],
    );
    refused(
        &site().replace(CALL, "duree_min: 15", "duree_min: un quart d'heure"),
        &["erreur[E034]", "un nombre entier de 1 à 600"],
    );
    refused(
        &site().with(GLOSSARY, "navigateur: Le programme qui montre les pages du web.\n"),
        &["erreur[E032]", "« glossaire.yaml » attend une liste, un tiret par entrée"],
    );
}

#[test]
fn duplicate_id() {
    let twice = "- id: lien\n  mot: maillon\n  definition: Un anneau.\n";
    refused(&site().append(GLOSSARY, twice), &["erreur[E046]", "Le nom « lien » est déjà pris", "pris ici"]);
    let text = site().text(CLIC).to_owned();
    refused(&site().with("content/services/ailleurs/mairie.yaml", text), &["erreur[E046]", "« mairie »"]);
    // A page for each commune and each need: a need named twice is one fault, with its place.
    let again = site().append(NEEDS, "- id: materiel\n  titre: Mon téléphone\n  exemple: Une photo\n");
    let told: Vec<_> = again.findings().into_iter().filter(|found| found.code.starts_with('E')).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].code.as_str(), told[0].file.as_deref()), ("E046", Some(NEEDS)));
}

#[test]
fn duplicate_number() {
    refused(
        &site().replace(PHOTO, "numero: 7", "numero: 412"),
        &["erreur[E041]", "Le numéro 412 est déjà celui d’un autre guide.", "par exemple 413"],
    );
    // The number of a withdrawn guide stays its own.
    refused(
        &site()
            .replace(CALL, "numero: 412", "numero: 412\netat: retire\nretire_raison: Ce service a fermé.")
            .replace(PHOTO, "numero: 7", "numero: 412"),
        &["erreur[E041]"],
    );
}

#[test]
fn missing_picture() {
    refused(
        &site().without("content/guides/photo/appareil.svg"),
        &["erreur[E070]", "guide.md:17:1", "L’image « appareil.svg » n’est pas dans le dossier."],
    );
    refused(
        &site().replace(PHOTO, "(appareil.svg", "(apareil.svg"),
        &["Vouliez-vous dire « appareil.svg » ?"],
    );
}

#[test]
fn missing_alt() {
    refused(
        &site().replace(PHOTO, "![Deux mains tiennent un téléphone]", "![]"),
        &["erreur[E063]", "guide.md:17:1", "Cette image n’a pas de description."],
    );
}

#[test]
fn link_to_nowhere() {
    for (link, says) in [
        ("guide:apel", "« apel » n’est pas un guide de ce site."),
        ("service:maire", "« maire » n’est pas un service de ce site."),
        ("produit:jitsu", "« jitsu » n’est pas un produit de ce site."),
        ("mot:liens", "« liens » n’est pas un mot du glossaire de ce site."),
        ("besoin:appel", "« appel » n’est pas un besoin de ce site."),
        ("commune:29800", "« 29800 » n’est pas le code d’un territoire"),
        ("#nulle-part", "Aucune étape ne se nomme « nulle-part »"),
        ("guide:appel#nulle-part", "Aucune étape ne se nomme « nulle-part »"),
        ("guide:appel#etape-0", "Aucune étape ne se nomme « etape-0 »"),
        ("nulle-part.html", "Un lien nomme une fiche, pas un fichier"),
    ] {
        refused(&site().replace(PHOTO, "mot:navigateur", link), &["guide.md:25:", says]);
    }
}

#[test]
fn a_link_to_a_sheet_that_is_not_published() {
    let draft = site().replace(CALL, "numero: 412", "numero: 412\netat: brouillon");
    refused(&draft, &["content/guides/photo/guide.md:25:", "« Rejoindre un appel vidéo » n’est pas publié"]);
    for line in ["etat: brouillon\n", "visibilite: pro\n"] {
        refused(&site().append(MAIRIE, line), &["content/guides/appel/guide.md:38:", "n’est pas publié"]);
    }
}

#[test]
fn alias_clash() {
    let shared = site().replace(PHOTO, "depend_de:", "alias: [guides/visio.html]\ndepend_de:");
    refused(
        &shared,
        &["erreur[E042]", "Deux contenus donneraient la page « guides/visio.html ».", "l’autre est ici"],
    );
    for taken in
        ["index.html", "guides/photo.html", "services/mairie.html", "territoires/29/landerneau-29103.html"]
    {
        refused(
            &site().replace(CALL, "guides/visio.html", taken),
            &["erreur[E042]", &format!("« {taken} »")],
        );
    }
    for bad in [
        "guides/Visio.html",
        "../visio.html",
        "/visio.html",
        "guides/visio",
        "guides/visio.html?x=1",
        "a//b.html",
    ] {
        refused(&site().replace(CALL, "guides/visio.html", bad), &["erreur[E043]", &format!("« {bad} »")]);
    }
}

#[test]
fn two_pages_on_one_address() {
    // Two pictures whose names become one.
    let two = site().with("content/guides/appel/Bouton.svg", crate::small_site::DRAWING).replace(
        CALL,
        "![La case du prénom](bouton.svg",
        "![La case du prénom](Bouton.svg",
    );
    refused(&two, &["erreur[E042]", "« guides/appel/bouton.svg »", "content/guides/appel/guide.md:"]);
}

#[test]
fn two_steps_of_one_name() {
    refused(&site().replace(CALL, "{#prenom}", "{#ouvrir}"), &["erreur[E046]", "« ouvrir »", "guide.md:40:"]);
    // The second étape has that anchor already.
    refused(&site().replace(CALL, "{#ouvrir}", "{#etape-2}"), &["erreur[E046]", "« etape-2 »"]);
    for bad in ["contenu", "Prénom", "a\"onload=x"] {
        refused(
            &site().replace(CALL, "{#prenom}", &format!("{{#{bad}}}")),
            &["erreur[E040]", &format!("« {bad} »")],
        );
    }
}
