//! Every kind of YAML file: its keys, what they take, what they mean. A test holds this table equal to what the program reads.

use super::{KeyForm, KeyRow};
use crate::model::{
    Asker, ContactMode, Delivery, Exit, HelpMode, How, Price, Room, ServiceKind, Visibility, Visit,
    WayToBeHeard,
};
use KeyForm::{Choice, Choices, Date, Day, Labels, Map, Maps, Number, NumberOrMaps, Text, Texts};

const fn must(name: &'static str, form: KeyForm, says: &'static str) -> KeyRow {
    KeyRow { name, form, required: true, says }
}

const fn may(name: &'static str, form: KeyForm, says: &'static str) -> KeyRow {
    KeyRow { name, form, required: false, says }
}

const YES_NO: &[&str] = &["oui", "non"];
/// Beside an `osm` line, hours are written so.
const TIMES: &str = "des heures : 09:00-12:00,13:30-17:00";

const VERIFICATION: &[KeyRow] = &[
    may("verifie_le", Day, "le jour où quelqu’un a vérifié"),
    may("verifie_par", Text, "un rôle, jamais le nom d’une personne"),
    may("verifie_comment", Choice(&How::KEYS), "ce qui a vraiment été fait"),
    may("revoir_tous_les", Number(1, 3650), "en jours"),
    may("date_source", Date, "la date que donne la source, quand personne ici n’a vérifié"),
    may("sources", Maps(SOURCE), "où les faits ont été lus"),
];

const SOURCE: &[KeyRow] = &[
    must("titre", Text, "le titre du document"),
    may("adresse", Text, "son adresse, en entier"),
    may("date", Date, "sa date"),
    may("licence", Text, "sa licence"),
];

const STATUS: &[KeyRow] = &[
    may(
        "etat",
        Choice(&["brouillon", "publie", "suspendu", "retire"]),
        "où en est la fiche ; « publie » au départ",
    ),
    may("retire_raison", Text, "ce qui s’est passé, en une phrase montrée au lecteur"),
    may("retire_le", Day, "le jour du retrait"),
    may("remplace_par", Texts, "les guides, ou les services, qui prennent sa place"),
];

const GUIDE: &[KeyRow] = &[
    must("numero", Number(1, 9999), "ce que l’on dit au téléphone ; jamais donné à un autre guide"),
    must("titre", Text, "une réponse plutôt qu’une question"),
    must("resume", Text, "une ou deux phrases courtes : ce que l’on saura faire"),
    must("besoins", Texts, "les besoins auxquels il répond, par leur « id »"),
    must(
        "faut_entendre",
        Choice(&["oui", "non", "contournable"]),
        "« contournable » : le guide dit comment faire sans le son",
    ),
    must("faut_un_email", Choice(YES_NO), "s’il faut une adresse e-mail"),
    may(
        "faut_un_smartphone",
        Choice(YES_NO),
        "s’il faut un téléphone avec un écran tactile ; « non » au départ",
    ),
    may("faut_une_camera", Choice(YES_NO), "s’il faut une caméra ; « non » au départ"),
    may("faut_une_carte_bancaire", Choice(YES_NO), "s’il faut une carte bancaire ; « non » au départ"),
    may("duree_min", Number(1, 600), "en minutes"),
    may("a_avoir", Texts, "ce qu’il faut avoir près de soi"),
    may("produits", Texts, "les outils dont le guide parle"),
    may("depend_de", Texts, "les outils sans lesquels il ne sert à rien"),
    may("dit_aussi", Texts, "les mots des gens, fautes comprises"),
    may("alias", Texts, "d’anciennes adresses de la page"),
    may("voir_aussi", Texts, "d’autres guides"),
    may("a_faire_avant", Maps(DEADLINE), "ce qu’il faut faire avant un jour ; s’efface le lendemain"),
    may("preuve", Choice(&["sur", "probable"]), "certitude des étapes ; « sur » au départ"),
    may("licence", Text, "si elle n’est pas celle du site"),
    may("langue", Text, "« fr » au départ"),
];

const DEADLINE: &[KeyRow] =
    &[must("date", Day, "le dernier jour"), must("texte", Text, "ce qu’il faut faire, en une phrase")];

const SERVICE: &[KeyRow] = &[
    must("nom", Text, "le nom d’aujourd’hui"),
    must("type", Choice(ServiceKind::KEYS), "la sorte de service"),
    must("zone", Texts, "où habitent les gens qu’il aide, par codes ; ce n’est pas l’adresse du bureau"),
    may("autres_noms", Texts, "des noms qui mènent à la fiche"),
    may("anciens_noms", Texts, "des noms d’avant, qui mènent à la fiche"),
    may("organisation", Text, "de qui il dépend"),
    may("resume", Text, "une ou deux phrases"),
    may("besoins", Texts, "les besoins auxquels il répond, par leur « id »"),
    may(
        "tient_lieu_de",
        Choices(ServiceKind::ROLE_KEYS),
        "les rôles qu’il tient là où personne de plus proche n’est connu",
    ),
    may("fait", Texts, "ce qu’il fait, en phrases courtes"),
    may("ne_fait_pas", Texts, "ce qu’il ne fait pas, en phrases courtes"),
    may("pour_qui", Texts, "âge, situation"),
    may("qui_peut_demander", Choices(Asker::KEYS), "qui peut appeler"),
    may("mode_aide", Choices(HelpMode::KEYS), "comment il aide"),
    may("mode_contact", Choices(ContactMode::KEYS), "comment demander"),
    may("adresse", Map(ADDRESS), "où il est"),
    may("adresse_postale", Map(ADDRESS), "où lui écrire"),
    may("telephone", NumberOrMaps(PHONE), "un numéro par paires, ou une liste"),
    may("sms", Text, "le numéro qui reçoit les SMS"),
    may("courriel", Text, "nom@domaine.fr"),
    may("site", Text, "une adresse qui commence par https:// ou http://"),
    may("horaires", Map(HOURS), "quand il est ouvert"),
    may("tournee", Maps(ROUND), "où il passe, et quand"),
    may("entendre", Choices(WayToBeHeard::KEYS), "ce que peut utiliser une personne sourde"),
    may("entendre_precision", Text, "une phrase de plus"),
    may("relais_heures", Text, "quand répond le relais téléphonique"),
    may("voir", Text, "pour qui voit mal, en une phrase"),
    may("bouger", Text, "pour qui se déplace mal, en une phrase"),
    may("lire", Text, "pour qui lit mal, en une phrase"),
    may("langues", Texts, "les langues parlées"),
    may("capacite", Map(CAPACITY), "s’il reste de la place"),
    may("cout", Text, "ce que cela coûte, en une phrase"),
    may("a_apporter", Texts, "ce qu’il faut apporter"),
    may("si_non", Maps(IF_NOT), "vers qui aller quand il ne peut pas, dans l’ordre"),
    may("alias", Texts, "d’anciennes adresses de la page"),
    may("dit_aussi", Texts, "les mots des gens, fautes comprises"),
    may("visibilite", Choice(Visibility::KEYS), "« public » au départ"),
    may("import", Map(IMPORT), "écrit par « eliane import » : n’y touchez pas"),
];

const ADDRESS: &[KeyRow] = &[
    may("nom", Text, "le nom du lieu"),
    may("rue", Text, "le numéro et la rue"),
    may("complement", Text, "étage, bâtiment"),
    may("code_postal", Text, "cinq chiffres entre guillemets"),
    may("commune", Text, "le nom de la commune"),
];

const PHONE: &[KeyRow] = &[
    must("numero", Text, "par paires : 02 98 85 99 08"),
    may("prix", Choice(Price::KEYS), "ce que coûte l’appel"),
    may("touches", Texts, "les touches à presser, dans l’ordre : [2, \"#\"]"),
    may("precision", Text, "qui demander, à quelle heure"),
];

const HOURS: &[KeyRow] = &[
    may("texte", Text, "des phrases, une ligne par groupe de jours"),
    may("osm", Text, "les mêmes horaires, pour les machines : Mo-Fr 09:00-12:00"),
    may("precision", Text, "ce qu’il faut savoir en plus"),
    may("exceptions", Maps(EXCEPTION), "les jours qui ne sont pas comme les autres"),
];

const EXCEPTION: &[KeyRow] = &[
    must("du", Day, "le premier jour"),
    may("au", Day, "le dernier jour ; le même sans elle"),
    may("ferme", Choice(YES_NO), "s’il est fermé"),
    may("heures", Text, TIMES),
    may("raison", Text, "pourquoi"),
];

const ROUND: &[KeyRow] = &[
    must("commune", Text, "le code INSEE, entre guillemets"),
    may("lieu", Text, "l’endroit, comme on le dit : à la mairie de Ploudiry"),
    may("jours", Text, "des jours : Tu[1] pour le premier mardi du mois"),
    may("dates", Texts, "une liste de jours"),
    may("heures", Text, TIMES),
    may("precision", Text, "une phrase"),
];

const CAPACITY: &[KeyRow] = &[
    must("etat", Choice(Room::KEYS), "s’il prend de nouvelles personnes"),
    may("date", Date, "quand on l’a su"),
    may("delai", Text, "combien attendre"),
];

const IF_NOT: &[KeyRow] =
    &[must("raison", Text, "dans quel cas"), must("service", Text, "le nom du fichier d’un autre service")];

const IMPORT: &[KeyRow] = &[
    must("jeu", Text, "l’annuaire"),
    must("identifiant", Text, "la ligne de l’annuaire"),
    may("commune", Text, "la commune, comme l’annuaire l’écrit"),
    may("fichier", Text, "le fichier lu"),
    may("licence", Text, "la licence du fichier"),
    may("date", Date, "la date du fichier"),
    may("empreinte", Text, "ce que l’import avait écrit"),
    may("absent", Choice(YES_NO), "si l’annuaire ne le cite plus"),
    may("ferme", Choice(YES_NO), "si l’annuaire le dit fermé"),
    may("ferme_selon", Date, "la date du fichier qui le dit fermé"),
];

const PRODUCT: &[KeyRow] = &[
    must("nom", Text, "le nom de l’outil"),
    must("resume", Text, "ce qu’il fait, en une ou deux phrases"),
    may("etat", Choice(&["actif", "arrete", "inconnu"]), "« inconnu » au départ"),
    may("fin", Date, "quand il s’est arrêté"),
    may("remplace_par", Texts, "d’autres produits"),
    may("autres_noms", Texts, "des noms qui mènent à sa page"),
    may("dit_aussi", Texts, "les mots des gens, fautes comprises"),
    may("site", Text, "son adresse officielle"),
    may("libelles", Labels, "les mots de ses écrans, que les étapes citent"),
];

const CASE: &[KeyRow] = &[
    must("titre", Text, "la situation, en peu de mots"),
    must("resume", Text, "la situation, en une ou deux phrases"),
    must("besoins", Texts, "les besoins concernés, par leur « id »"),
    must("territoires", Texts, "où c’est arrivé, par codes"),
    must("date", Date, "quand : une année, un mois ou un jour"),
    may("services", Texts, "d’autres services concernés"),
    may("prenoms_changes", Choice(&["oui", "publies"]), "si un prénom apparaît"),
    may("prenoms_recit", Text, "avec « publies » : quel récit"),
    may("dit_aussi", Texts, "les mots des gens, fautes comprises"),
];

const NEED: &[KeyRow] = &[
    must("id", Text, "le nom court, écrit dans « besoins »"),
    must("titre", Text, "ce que disent les gens, à la première personne"),
    must("exemple", Text, "une ligne courte"),
    may("dessin", Text, "le nom d’un fichier de content/dessins/"),
];

const WORD: &[KeyRow] = &[
    must("id", Text, "le nom court, écrit dans les liens « mot: »"),
    must("mot", Text, "le mot"),
    must("definition", Text, "une ou deux phrases simples"),
    may("autres_formes", Texts, "pluriel, sigle, mots des gens"),
    may("dans_les_textes", Choice(YES_NO), "« non » : les guides n’y mènent pas tout seuls"),
    may("sauf_dans", Texts, "des tournures où le mot veut dire autre chose"),
    may("voir_aussi", Texts, "d’autres mots, par leur « id »"),
    may("source", Text, "d’où vient la définition ; ne s’affiche pas"),
];

const QUERY: &[KeyRow] = &[
    must("requete", Text, "ce que les gens écrivent, fautes comprises"),
    must("attendu", Texts, "la fiche à trouver : guide:nom, service:nom…"),
];

const EMERGENCY: &[KeyRow] = &[
    must("id", Text, "le nom court ; celui d’une entrée du programme la complète"),
    may("phrase", Text, "ce qu’il faut faire, en une phrase, avec le numéro"),
    may("par_ecrit", Text, "comment faire sans entendre ni parler"),
    may("numero", Texts, "le numéro à appeler, ou plusieurs dans l’ordre"),
    may("service", Texts, "la fiche de qui répond, avant les numéros"),
    may("sms", Text, "un numéro qui répond par écrit"),
    may("mots", Texts, "ce que les gens écrivent, au milieu d’autres mots"),
    may("seuls", Texts, "ce qu’ils écrivent sans rien d’autre autour"),
    may("sauf", Texts, "les mots qui ne disent aucun danger"),
];

const QUESTION: &[KeyRow] = &[
    must("id", Text, "le nom court, écrit dans « suite »"),
    must("question", Text, "la question"),
    may("question_moi", Text, "la même, pour qui a répondu « moi » : avec « vous »"),
    may("aide", Text, "une phrase pour aider à répondre"),
    may("aide_moi", Text, "la même, pour qui a répondu « moi »"),
    must("reponses", Maps(ANSWER), "les réponses possibles"),
];

const ANSWER: &[KeyRow] = &[
    must("texte", Text, "la réponse"),
    may("texte_moi", Text, "la même, pour qui a répondu « moi » : avec « vous »"),
    may("exemple", Text, "une ligne courte"),
    may("exemple_moi", Text, "la même, pour qui a répondu « moi »"),
    may("besoin", Text, "de quoi la personne a besoin"),
    may("qui", Choice(Asker::KEYS), "qui demande"),
    may("entend", Choice(YES_NO), "si la personne entend au téléphone"),
    may("appareil", Choice(YES_NO), "si elle a un appareil"),
    may(
        "venir",
        Choice(Visit::KEYS),
        "s’il faut que quelqu’un vienne ; « distance » : par téléphone ou par écrit",
    ),
    may("guides", Texts, "les guides à montrer, dans cet ordre, au lieu de tous ceux du besoin"),
    may("guides_aussi", Texts, "des guides à montrer en plus"),
    may("services", Texts, "les services à montrer d’abord"),
    may("conseil", Texts, "ce qu’il faut faire tout de suite, une phrase par ligne"),
    may("suite", Text, "la question d’après, par son « id »"),
    may("fin", Choice(&["oui"]), "si c’est la dernière question"),
    may(
        "sortie",
        Choice(Exit::KEYS),
        "une fin sans besoin : « urgence », « personnes » ou « professionnel »",
    ),
];

const SITE: &[KeyRow] = &[
    must("titre", Text, "le nom du site"),
    may("sous_titre", Text, "sous la question de l’accueil"),
    may("resume", Text, "à quoi sert le site"),
    may("langue", Text, "« fr » au départ"),
    may("base_url", Text, "l’adresse du site sur le web, avec une barre à la fin"),
    may("theme", Text, "« kiosque » au départ"),
    may("territoires", Texts, "les codes dont chaque commune a sa fiche, entre guillemets"),
    may("editeur", Text, "qui publie"),
    may("contact", Text, "comment écrire"),
    may("licence", Text, "« Licence Ouverte 2.0 » au départ"),
    may("mention_accessibilite", Text, "« Accessibilité : non conforme » au départ"),
    may("papier", Choice(YES_NO), "« oui » ajoute des feuilles à imprimer"),
    may("guide_relais", Text, "le guide qui explique le relais téléphonique"),
    may("cible", Choice(Delivery::KEYS), "où le site sera lu"),
    may("film_max_mo", Number(1, 200), "le poids permis d’un film, en mégaoctets"),
    may("langage", Map(LANGUAGE), "ce qu’une page peut garder d’avertissements de langage clair"),
    may("fraicheur", Map(FRESHNESS), "ce que le site peut garder de fiches périmées"),
];

const LANGUAGE: &[KeyRow] = &[may("avertissements", Number(0, 1000), "2 au départ")];
const FRESHNESS: &[KeyRow] = &[
    may("perimees", Number(0, 1000), "combien de guides, de produits et de cas ; 3 au départ"),
    may("delais", Map(INTERVALS), "combien de jours tient une vérification"),
];

const INTERVALS: &[KeyRow] = &[
    may("urgence", Number(1, 3650), "90 jours au départ"),
    may("horaires", Number(1, 3650), "pour un service qui donne ses horaires ; 90 jours au départ"),
    may("tournee", Number(1, 3650), "90 jours au départ"),
    may("capacite", Number(1, 3650), "pour un service qui dit s’il reste de la place ; 30 jours au départ"),
    may("france-services", Number(1, 3650), "180 jours au départ"),
    may("conseiller-numerique", Number(1, 3650), "180 jours au départ"),
    may("national", Number(1, 3650), "180 jours au départ"),
    may("mairie", Number(1, 3650), "730 jours au départ"),
    may("service", Number(1, 3650), "les autres services ; 365 jours au départ"),
    may("application", Number(1, 3650), "un guide avec « depend_de » ; 120 jours au départ"),
    may("demarche", Number(1, 3650), "les autres guides ; 180 jours au départ"),
    may("produit", Number(1, 3650), "180 jours au départ"),
    may("cas", Number(1, 3650), "730 jours au départ"),
];

/// A kind of file.
pub struct SheetSchema {
    /// The name of its schema: `service` for `schemas/service.json`.
    pub name: &'static str,
    /// The files that it describes, as editors match them.
    pub files: &'static [&'static str],
    pub title: &'static str,
    /// Whether the file is a list of such sheets.
    pub list: bool,
    /// Groups of keys, in order.
    pub keys: &'static [&'static [KeyRow]],
}

/// All kinds. Guides and cases are Markdown: their schema is that of their first lines.
pub const SHEETS: &[SheetSchema] = &[
    SheetSchema { name: "site", files: &["content/site.yaml"], title: "Le site", list: false, keys: &[SITE] },
    SheetSchema {
        name: "besoins",
        files: &["content/besoins.yaml"],
        title: "Les besoins",
        list: true,
        keys: &[NEED],
    },
    SheetSchema {
        name: "glossaire",
        files: &["content/glossaire.yaml"],
        title: "Les mots expliqués",
        list: true,
        keys: &[WORD],
    },
    SheetSchema {
        name: "requetes",
        files: &["content/requetes.yaml"],
        title: "Les recherches",
        list: true,
        keys: &[QUERY],
    },
    SheetSchema {
        name: "urgences",
        files: &["content/urgences.yaml"],
        title: "Les mots d’une personne en danger",
        list: true,
        keys: &[EMERGENCY],
    },
    SheetSchema {
        name: "orientation",
        files: &["content/orientation.yaml"],
        title: "Les questions",
        list: true,
        keys: &[QUESTION],
    },
    SheetSchema {
        name: "service",
        files: &["content/services/**/*.yaml"],
        title: "Un service",
        list: false,
        keys: &[SERVICE, STATUS, VERIFICATION],
    },
    SheetSchema {
        name: "produit",
        files: &["content/produits/*.yaml"],
        title: "Un produit",
        list: false,
        keys: &[PRODUCT, VERIFICATION],
    },
    SheetSchema {
        name: "guide",
        files: &[],
        title: "L’en-tête d’un guide",
        list: false,
        keys: &[GUIDE, STATUS, VERIFICATION],
    },
    SheetSchema {
        name: "cas",
        files: &[],
        title: "L’en-tête d’un cas résolu",
        list: false,
        keys: &[CASE, STATUS, VERIFICATION],
    },
];
