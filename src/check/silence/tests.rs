//! What the lists see, and what they leave alone.

use super::forms::{FORMS, QUOTED, WAYS};
use super::sentence::{silent, spoken};
use super::text::SaidText;

/// Each text with the words that are found in it.
const SPOKEN: [(&str, &str); 44] = [
    ("Appelez votre mairie.", "Appelez"),
    ("Appelez le 3646.", "Appelez"),
    ("Appelez-le avant midi.", "Appelez-le"),
    ("Prenez un relevé, puis appelez le numéro écrit dessus.", "appelez"),
    ("N’appelez que le 15.", "appelez"),
    ("Rappelez votre banque.", "Rappelez"),
    ("Rappelez-les demain.", "Rappelez-les"),
    ("Rappelez le numéro affiché.", "Rappelez"),
    ("TÉLÉPHONEZ au cabinet.", "TÉLÉPHONEZ"),
    ("Téléphonez-lui le soir.", "Téléphonez-lui"),
    ("Vous téléphonez au secrétariat.", "téléphonez"),
    ("Décrochez le combiné.", "Décrochez"),
    ("Composez le 3939.", "Composez le 3939"),
    ("Composez le numéro de votre carte de visite.", "Composez le numéro"),
    ("Composez 3646.", "Composez 3646"),
    ("Répondez au téléphone.", "Répondez au téléphone"),
    ("Répondez à l’appel de votre fille.", "Répondez à l’appel"),
    ("Laissez un message à la personne.", "Laissez un message"),
    ("Écoutez le menu, puis appuyez sur 2.", "Écoutez"),
    ("Réécoutez l’annonce.", "Réécoutez"),
    ("Parlez dans le micro.", "Parlez"),
    ("Parlez-lui de votre demande.", "Parlez-lui"),
    ("Dites votre nom.", "Dites"),
    ("Dites « oui ».", "Dites"),
    ("Attendez, et dites votre numéro de dossier.", "dites"),
    ("Vous entendez mal le médecin ? Dites-le tout de suite.", "Dites-le"),
    ("Le serveur vous parle ? Dites-lui votre besoin.", "Dites-lui"),
    ("Prononcez chaque chiffre.", "Prononcez"),
    ("Épelez votre nom.", "Épelez"),
    ("Demandez à parler à un conseiller.", "Demandez à parler"),
    ("Vous devez appeler le secrétariat.", "devez appeler"),
    ("Vous pouvez aussi l’appeler le matin.", "pouvez aussi l’appeler"),
    ("Il faut téléphoner avant de venir.", "faut téléphoner"),
    ("Il suffit de téléphoner.", "suffit de téléphoner"),
    ("Vous allez entendre une voix.", "allez entendre"),
    ("Vous entendez une sonnerie.", "Vous entendez"),
    ("Vous entendrez une musique.", "Vous entendrez"),
    ("Le son que vous entendez est normal.", "vous entendez"),
    ("Entendez-vous la sonnerie ?", "Entendez-vous la"),
    ("Lisez le code à voix haute.", "à voix haute"),
    ("Donnez-le de vive voix.", "de vive voix"),
    ("Attendez le bip.", "bip"),
    ("Parlez après le signal sonore.", "Parlez"),
    ("Prenez rendez-vous par téléphone.", "par téléphone"),
];

/// Texts that suppose neither hearing nor speaking, though their words come near.
const QUIET: [&str; 53] = [
    "Cela s’appelle faire opposition.",
    "La ligne s’appelle « Zoom ».",
    "Votre appel vidéo est fini.",
    "Lancez un appel vidéo.",
    "L’appel est fini. L’écran affiche le numéro.",
    "Rappelez-vous votre mot de passe.",
    "Rappelez-lui l’heure du rendez-vous.",
    "Rappelez que vous êtes client.",
    "Rappelez votre référence dans le formulaire.",
    "Rappelez le numéro de dossier.",
    "C’est-à-dire la première page.",
    "Bien entendu, gardez le papier.",
    "Vous avez entendu parler de ce site ?",
    "Raccrochez tout de suite.",
    "N’appelez pas ce numéro.",
    "Ne l’appelez pas. C’est une arnaque.",
    "Ne téléphonez jamais au numéro du message.",
    "Ne dites rien à cette personne.",
    "N’écoutez pas l’escroc.",
    "Vous n’entendez pas au téléphone ?",
    "Vous entendez mal ? Faites-vous aider.",
    "Si vous entendez très mal, lisez la suite.",
    "Votre proche pourra vous voir et vous entendre.",
    "Vous pouvez encore voir et parler à vos proches.",
    "Demandez à votre proche de parler face à sa caméra.",
    "Une banque ne demande jamais un code par téléphone.",
    "Vous avez été contacté par téléphone ?",
    "Un escroc vous appelle et se dit conseiller.",
    "La personne vous rappelle ? Ne répondez pas.",
    "Appuyez sur « Écouter ».",
    "Appuyez sur le bouton « Appelez-nous ».",
    "Le message dit : « Appelez vite le 01. »",
    "Choisissez « Téléphonez ».",
    "Écrivez au cabinet : « J’entends mal. Parlez lentement. »",
    "Appelez ce dossier « Photos ».",
    "Appelez-le « Vacances ».",
    "Ce que vous appelez la souris est à droite.",
    "Vous vous appelez Paul ? Écrivez Paul.",
    "Appelez l’ascenseur.",
    "La langue que vous parlez est le français.",
    "Parlez-en à votre médecin.",
    "Les cartes dites prioritaires sont bleues.",
    "Ce sont des pages dites officielles.",
    "Cherchez qui parle.",
    "Vous vous entendez sur une heure.",
    "Entendez-vous avec votre proche sur un jour.",
    "Composez votre code secret.",
    "Composez le numéro de carte.",
    "Répondez aux questions.",
    "Répondez à l’appel vidéo.",
    "Le texte peut être lu à voix haute.",
    "Ne donnez jamais un code de vive voix.",
    "Suivez l’essai : l’image bouge, votre téléphone est droit.",
];

/// Ways that need no sound.
const SILENT: [&str; 34] = [
    "Ou écrivez au cabinet.",
    "Vous pouvez écrire.",
    "Demandez par écrit.",
    "Envoyez-lui un petit message.",
    "Envoyez un message.",
    "Envoyez un message écrit au 17.",
    "Ou par SMS.",
    "Envoyez un texto.",
    "Envoyez un courriel.",
    "Un e-mail suffit.",
    "Remplissez le formulaire.",
    "Ouvrez le tchat.",
    "Prenez rendez-vous en ligne.",
    "Activez les sous-titres.",
    "Appuyez sur « Sous-titres ».",
    "Passez par le relais téléphonique.",
    "Ouvrez Rogervoice.",
    "La langue des signes est possible.",
    "Envoyez votre adresse au 114.",
    "Demandez à un proche d’appeler.",
    "Faites appeler quelqu’un.",
    "Une voisine peut le faire à votre place.",
    "Quelqu’un d’autre peut le faire.",
    "Allez sur place.",
    "Demandez au guichet.",
    "Demandez à l’accueil.",
    "Demandez à la personne de l’accueil.",
    "Allez à votre agence.",
    "Allez à l’agence.",
    "Allez à votre mairie.",
    "Présentez-vous avec vos papiers.",
    "Demandez par courrier.",
    "Des conseils écrits, jour et nuit.",
    "Votre messagerie s’ouvre.",
];

/// Texts that give no such way.
const NO_WAY: [&str; 12] = [
    "Écoutez le message vocal.",
    "Envoyez un message vocal.",
    "Laissez un message.",
    "Le message reste à l’écran.",
    "N’y écrivez rien.",
    "N’écrivez pas ici.",
    "Il n’y a pas de formulaire.",
    "Sans courriel, revenez.",
    "Ni SMS, rien.",
    "Restez en ligne.",
    "Votre proche apparaît.",
    "Dites à vos proches que vous vérifiez.",
];

fn found(text: &str) -> Option<String> {
    let said = SaidText::new(text.to_owned());
    spoken(&said.order).map(|range| said.order[range].to_owned())
}

#[test]
fn words_that_suppose_hearing_or_speaking_are_found() {
    let missed: Vec<_> = SPOKEN
        .iter()
        .map(|(text, words)| (text, words, found(text)))
        .filter(|(_, words, found)| found.as_deref() != Some(**words))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn words_that_come_near_are_left_alone() {
    let cried: Vec<_> = QUIET.iter().filter_map(|text| found(text).map(|words| (text, words))).collect();
    assert!(cried.is_empty(), "{cried:#?}");
}

#[test]
fn ways_without_sound_are_seen() {
    let missed: Vec<_> = SILENT.iter().filter(|text| !silent(text)).collect();
    let cried: Vec<_> = NO_WAY.iter().filter(|text| silent(text)).collect();
    assert!(missed.is_empty() && cried.is_empty(), "not seen: {missed:#?}; seen: {cried:#?}");
}

/// Curators read the lists in the manual: no word is missing there.
#[test]
fn the_manual_tells_every_word_of_the_lists() {
    let manual = include_str!("../../../docs/contenu.md");
    let section =
        manual.split("## Sans entendre").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let told = crate::text::fold(section).replace('\'', " ");
    // A pronoun is told by its ending, a plural by its singular; small words are told by their examples.
    let has = |word: &str| {
        let parts = [word, word.trim_end_matches(['s', 'x']), word.split('-').next().unwrap_or(word)];
        parts.iter().any(|part| told.contains(part))
    };
    let of_forms =
        FORMS.iter().flat_map(|form| std::iter::once(form.pattern).chain(form.not_before.iter().copied()));
    let untold: Vec<&str> = of_forms
        .chain(WAYS.iter().copied())
        .flat_map(|pattern| pattern.split([' ', '|']))
        .map(|word| word.trim_end_matches('?'))
        .filter(|word| word.len() > 4 && *word != QUOTED && !LANGUAGES_AND_SMALL.contains(word) && !has(word))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// « Une autre langue », and words that change nothing.
const LANGUAGES_AND_SMALL: [&str; 20] = [
    "anglais",
    "breton",
    "arabe",
    "espagnol",
    "portugais",
    "italien",
    "allemand",
    "russe",
    "ukrainien",
    "chinois",
    "roumain",
    "aussi",
    "encore",
    "toujours",
    "ensuite",
    "directement",
    "petit",
    "envoyer",
    "cette",
    "sonores",
];
