//! What the lists see, and what they leave alone.

use super::{Indexed, LISTS, MeansText, SaidText, TextWords, gives_way, needed};
use crate::model::Means;

/// Each text with what it needs, and the words that say so.
const NEEDS: [(&str, Means, &str); 56] = [
    ("Donnez votre courriel.", Means::Email, "Donnez votre courriel"),
    ("Entrez votre adresse Gmail.", Means::Email, "Entrez votre adresse Gmail"),
    ("Un lien est envoyé dans votre messagerie.", Means::Email, "dans votre messagerie"),
    ("Confirmez par courrier électronique.", Means::Email, "Confirmez par courrier électronique"),
    ("Renseignez votre adresse e-mail.", Means::Email, "Renseignez votre adresse e-mail"),
    ("Cherchez le code dans votre boîte mail.", Means::Email, "dans votre boîte mail"),
    ("Vous avez besoin d’une adresse e-mail.", Means::Email, "avez besoin d’une adresse e-mail"),
    ("Vous avez besoin d’un smartphone.", Means::Smartphone, "avez besoin d’un smartphone"),
    (
        "Entrez les seize chiffres de votre carte bancaire.",
        Means::BankCard,
        "Entrez les seize chiffres de votre carte bancaire",
    ),
    ("Tapez les 16 chiffres de la carte.", Means::BankCard, "Tapez les 16 chiffres de la carte"),
    ("Il faut une carte bancaire.", Means::BankCard, "faut une carte bancaire"),
    ("Vous aurez besoin de votre carte bancaire.", Means::BankCard, "aurez besoin de votre carte bancaire"),
    ("Ouvrez votre messagerie.", Means::Email, "Ouvrez votre messagerie"),
    ("Lisez le courriel du site.", Means::Email, "Lisez le courriel"),
    ("Ouvrez ce courriel dans les 8 heures.", Means::Email, "Ouvrez ce courriel"),
    ("Consultez vos e-mails.", Means::Email, "Consultez vos e-mails"),
    ("Relevez vos mails.", Means::Email, "Relevez vos mails"),
    ("Ouvrez votre boîte mail.", Means::Email, "Ouvrez votre boîte mail"),
    ("Écrivez votre adresse e-mail.", Means::Email, "Écrivez votre adresse e-mail"),
    ("Écrivez l’adresse de votre courriel.", Means::Email, "Écrivez l’adresse de votre courriel"),
    ("Entrez votre adresse de courriel.", Means::Email, "Entrez votre adresse de courriel"),
    ("Saisissez votre email.", Means::Email, "Saisissez votre email"),
    ("Notez une adresse électronique.", Means::Email, "Notez une adresse électronique"),
    ("Recopiez le code reçu par courriel.", Means::Email, "code reçu par courriel"),
    ("Touchez le lien envoyé par mail.", Means::Email, "lien envoyé par mail"),
    ("Ce code arrive par courriel.", Means::Email, "arrive par courriel"),
    ("Vous recevez un courriel.", Means::Email, "recevez un courriel"),
    ("Le site envoie un courriel à cette adresse.", Means::Email, "envoie un courriel"),
    ("Un courriel vous donne la référence.", Means::Email, "Un courriel vous"),
    ("Il faut une adresse de courriel.", Means::Email, "faut une adresse de courriel"),
    ("Prenez votre smartphone.", Means::Smartphone, "votre smartphone"),
    ("Faites-le sur un smartphone.", Means::Smartphone, "sur un smartphone"),
    ("Téléchargez l’application.", Means::Smartphone, "Téléchargez l’application"),
    ("Installez cette application.", Means::Smartphone, "Installez cette application"),
    ("Ouvrez l’appli.", Means::Smartphone, "Ouvrez l’appli"),
    ("Lancez votre application de santé.", Means::Smartphone, "Lancez votre application"),
    ("Cherchez-la dans l’App Store.", Means::Smartphone, "dans l’App Store"),
    ("Cherchez-la sur Google Play.", Means::Smartphone, "sur Google Play"),
    ("Scannez le QR code.", Means::Smartphone, "Scannez le QR code"),
    ("Flashez le code.", Means::Smartphone, "Flashez le code"),
    ("Visez le QR code avec l’appareil.", Means::Smartphone, "Visez le QR code"),
    ("Installez-la : installez sur votre téléphone.", Means::Smartphone, "installez sur votre téléphone"),
    ("Asseyez-vous face à la caméra.", Means::Camera, "face à la caméra"),
    ("Tenez la carte devant la caméra.", Means::Camera, "devant la caméra"),
    ("Autorisez la caméra et le micro.", Means::Camera, "Autorisez la caméra"),
    ("Acceptez la caméra.", Means::Camera, "Acceptez la caméra"),
    ("Allumez votre webcam.", Means::Camera, "Allumez votre webcam"),
    ("Regardez la caméra.", Means::Camera, "Regardez la caméra"),
    ("Donnez votre accord pour la caméra.", Means::Camera, "accord pour la caméra"),
    ("Photographiez la lettre.", Means::Camera, "Photographiez"),
    ("Payez par carte.", Means::BankCard, "Payez par carte"),
    ("Vous pouvez payer par carte bancaire.", Means::BankCard, "payer par carte"),
    ("Écrivez le numéro de votre carte.", Means::BankCard, "Écrivez le numéro de votre carte"),
    (
        "Recopiez les chiffres de la carte bancaire.",
        Means::BankCard,
        "Recopiez les chiffres de la carte bancaire",
    ),
    ("Préparez votre carte bancaire.", Means::BankCard, "Préparez votre carte bancaire"),
    ("Sortez votre carte bleue.", Means::BankCard, "Sortez votre carte bleue"),
];

/// Texts that need none of them, though their words come near.
const NOTHING: [&str; 48] = [
    "Confirmez par courrier.",
    "Un papier est envoyé par courrier.",
    "Donnez votre numéro de fiche.",
    "Vous avez besoin d’un téléphone.",
    "Vous n’avez pas besoin d’un smartphone.",
    "Entrez les seize chiffres de votre carte vitale.",
    "Vous avez besoin d’une carte d’identité.",
    "Écrivez un courriel à la mairie.",
    "Écrivez un courriel, ou téléphonez.",
    "Le courriel n’arrive pas ?",
    "Vous avez une adresse e-mail ?",
    "N’ouvrez pas ce courriel.",
    "Ne donnez pas votre adresse e-mail.",
    "Si le site envoie un courriel, ouvrez-le.",
    "Notez l’adresse du site.",
    "Écrivez votre adresse.",
    "Regardez les courriels indésirables.",
    "Un message (SMS) arrive.",
    "Recopiez le code reçu par SMS.",
    "Fermez la page de votre banque, vos courriels et vos documents.",
    "Demandez une réponse par courriel.",
    "Vous avez un smartphone ?",
    "Vous avez tous les deux un smartphone : suivez ce guide.",
    "N’installez pas l’application.",
    "Ne téléchargez aucune application.",
    "Installez le programme sur l’ordinateur.",
    "Installez l’application sur l’ordinateur.",
    "Ouvrez l’application de bureau.",
    "Ne scannez pas le QR code.",
    "Le message dit « Installez l’application ».",
    "Une page propose une application.",
    "Demandez à votre proche de parler face à la caméra.",
    "Placez-vous face à la fenêtre.",
    "Le site demande la caméra.",
    "La caméra est en haut de l’écran.",
    "N’autorisez pas la caméra.",
    "Voulez-vous autoriser la caméra ?",
    "Vous lisez « Autorisez la caméra ».",
    "Chrome affiche « Caméra et micro bloqués ».",
    "Préparez votre carte Vitale.",
    "Écrivez le numéro de votre carte Vitale.",
    "Écrivez le numéro de votre carte d’identité.",
    "Notez le numéro de votre carte électorale.",
    "Ne payez pas par carte.",
    "Ne donnez jamais le numéro de votre carte bancaire.",
    "Vous avez payé par carte ?",
    "Gardez pour vous le code de votre carte bancaire.",
    "Prenez votre carte d’invalidité.",
];

fn lists(means: Means) -> &'static Indexed {
    LISTS.iter().find(|lists| lists.of.means == means).unwrap()
}

/// The words of a text that need it.
fn found(text: &str, lists: &Indexed) -> Option<String> {
    let said = SaidText::new(text.to_owned());
    let range = needed(&MeansText::read(&said), lists)?;
    Some(said.order[range].to_owned())
}

#[test]
fn what_one_must_have_is_seen() {
    for (text, means, words) in NEEDS {
        let found = found(text, lists(means));
        assert_eq!(found.as_deref(), Some(words), "{text}");
    }
}

#[test]
fn what_comes_near_is_left_alone() {
    for text in NOTHING {
        for lists in LISTS.iter() {
            assert_eq!(found(text, lists), None, "{text}: {:?}", lists.of.means);
        }
    }
}

#[test]
fn another_way_is_seen_and_the_same_once_more_is_none() {
    for (text, means) in [
        ("Vous n’en avez pas ? Allez à la mairie.", Means::Email),
        ("Pas d’adresse ? Prenez le papier.", Means::Email),
        ("Sans adresse de courriel, écrivez une lettre.", Means::Email),
        ("Vous n’avez pas de courriel ?", Means::Email),
        ("Sur papier, vous n’avez besoin ni d’ordinateur ni de courriel.", Means::Email),
        ("Demandez le formulaire papier.", Means::Email),
        ("Faites la demande par courrier.", Means::Email),
        ("Vous n’avez pas de smartphone ?", Means::Smartphone),
        ("Sans application, allez sur le site.", Means::Smartphone),
        ("Sinon, recopiez le numéro sur une feuille.", Means::Smartphone),
        ("Une autre façon existe.", Means::Smartphone),
        ("Demandez à un proche.", Means::Smartphone),
        ("Allez au guichet.", Means::Smartphone),
        ("Pas de caméra ? Parlez sans image.", Means::Camera),
        ("Aucune caméra ? Prenez la tablette de la bibliothèque.", Means::Camera),
        ("La médiathèque prête un ordinateur.", Means::Camera),
        ("Vous n’avez ni appareil ni internet ?", Means::Camera),
        ("Demandez à l’accueil.", Means::Camera),
        ("Demandez une autre façon de payer.", Means::BankCard),
        ("Payez par chèque ou par virement.", Means::BankCard),
        ("Payez en espèces.", Means::BankCard),
        ("Sans carte, écrivez au cabinet.", Means::BankCard),
    ] {
        assert!(gives_way(&TextWords::new(text), lists(means)), "{text}");
    }
    for text in [
        "Recommencez.",
        "Sinon, recommencez cette étape.",
        "Sinon, réessayez plus tard.",
        "Le courriel n’arrive pas ? Attendez.",
        "Regardez les courriels indésirables.",
        "L’image est noire ? Fermez la page.",
        "Le code est refusé ? Écrivez-le encore.",
        "Attendez un moment.",
        "Passez à l’étape suivante.",
        "Fermez la page, puis rouvrez-la.",
    ] {
        for lists in LISTS.iter() {
            assert!(!gives_way(&TextWords::new(text), lists), "{text}: {:?}", lists.of.means);
        }
    }
}
