//! `content/services/<id>.yaml`.

use super::fields::Fields;
use super::head::aliases;
use super::hours::{self, hours, rounds};
use super::origin::{self, origin};
use super::phones::{self, phones, sms};
use super::verification::{WEB_ADDRESS, status, verification};
use crate::diag::Diagnostics;
use crate::diag::catalogue::services;
use crate::keys::KeyForm::{Choice, Choices, Date, Map, Maps, NumberOrMaps, Text, Texts};
use crate::keys::{KeyRow, keys, may, must};
use crate::model::{
    Address, Asker, Capacity, ContactMode, Email, HelpMode, IfNot, Room, Service, ServiceFacts, ServiceKind,
    Status, Unresolved, Verification, Visibility, WayToBeHeard, WebAddress,
};
use crate::parse::yaml::Node;
use crate::plain::PassageKind;

keys! {
    /// Who it is, and for whom.
    IDENTITY {
        NAME = must("nom", "nom: Mairie de Landerneau", Text, "le nom d’aujourd’hui");
        KIND = must("type", "type: mairie", Choice(ServiceKind::KEYS), "un mot de la liste `type`, ci-dessous");
        ZONE = must(
            "zone",
            "zone: [\"29103\"]",
            Texts,
            "où habitent les gens qu’il aide, par [codes](#les-territoires) ; ce n’est pas l’adresse du bureau",
        );
        OTHER_NAMES = may("autres_noms", Texts, "des noms qui mènent à la fiche dans « A à Z »");
        FORMER_NAMES = may("anciens_noms", Texts, "des noms d’avant, qui mènent à la fiche");
        ALSO_SAID = may("dit_aussi", Texts, "les mots des gens, fautes comprises, qui mènent à la fiche");
        ORGANISATION = may("organisation", Text, "de qui il dépend");
        SUMMARY = may("resume", Text, "une ou deux phrases").read_as(PassageKind::Text);
        NEEDS = may(
            "besoins",
            Texts,
            "les besoins auxquels il répond, par leur `id` ; les guides de ces besoins le citent s’il sert tout le territoire du site",
        );
        STANDS_IN_FOR = may(
            "tient_lieu_de",
            Choices(ServiceKind::ROLE_KEYS),
            "les [rôles](#nommer-un-service-par-son-rôle) qu’il tient là où personne de plus proche n’est connu",
        );
        DOES = may("fait", Texts, "ce qu’il fait, en phrases courtes").read_as(PassageKind::Text);
        DOES_NOT = may("ne_fait_pas", Texts, "ce qu’il ne fait pas, en phrases courtes").read_as(PassageKind::Text);
        FOR_WHOM = may("pour_qui", Texts, "des phrases courtes : âge, situation").read_as(PassageKind::Title);
        ASKERS = may("qui_peut_demander", Choices(Asker::KEYS), "qui peut appeler");
        HELP_MODES = may("mode_aide", Choices(HelpMode::KEYS), "comment il aide");
        ALIASES = may(
            "alias",
            Texts,
            "d’anciennes adresses de la page : voir [La vie d’une fiche](#la-vie-dune-fiche)",
        );
        VISIBILITY = may(
            "visibilite",
            Choice(Visibility::KEYS),
            "`public` (au départ) ou `pro` ; une fiche `pro` n’a pas de page pour le moment (A023)",
        );
        IMPORT = may(
            "import",
            Map(origin::key::IMPORT),
            "écrit par l’import d’un annuaire : n’y touchez pas ; voir [Recopier un annuaire public](importer.md)",
        );
    }
    /// How to reach it.
    CONTACT {
        CONTACT_MODES = may("mode_contact", Choices(ContactMode::KEYS), "comment demander");
        PHONES = may(
            "telephone",
            NumberOrMaps(phones::key::PHONE),
            "un numéro par paires, ou une liste : voir [Les numéros de téléphone](#les-numéros-de-téléphone)",
        )
        .read_as(PassageKind::Text);
        SMS = may("sms", Text, "le numéro qui reçoit les SMS, par exemple `\"114\"`");
        EMAIL = may("courriel", Text, "une adresse `nom@domaine.fr`");
        SITE = may("site", Text, "une adresse qui commence par `https://` ou `http://`");
        ADDRESS_OF_PLACE = may("adresse", Map(ADDRESS), "où il est");
        POSTAL_ADDRESS = may("adresse_postale", Map(ADDRESS), "où lui écrire");
        HOURS = may("horaires", Map(hours::key::HOURS), "quand il est ouvert : voir [Les horaires](#les-horaires)")
            .read_as(PassageKind::Text);
        ROUNDS = may(
            "tournee",
            Maps(hours::key::ROUND),
            "où il passe, et quand : voir [Les horaires](#les-horaires)",
        )
        .read_as(PassageKind::Text);
    }
    /// For those who have a difficulty, and before one goes there.
    ACCESS {
        HEARING = may("entendre", Choices(WayToBeHeard::KEYS), "ce que peut utiliser une personne sourde");
        HEARING_NOTE = may("entendre_precision", Text, "une phrase de plus").read_as(PassageKind::Text);
        RELAY_HOURS = may(
            "relais_heures",
            Text,
            "quand répond le relais téléphonique, en mots qui suivent « Relais téléphonique » : `aux heures d'ouverture`, `du lundi au jeudi, de 8 h 30 à 17 h`",
        );
        SIGHT = may("voir", Text, "pour qui voit mal, en une phrase").read_as(PassageKind::Text);
        MOVEMENT = may("bouger", Text, "pour qui se déplace mal, en une phrase").read_as(PassageKind::Text);
        READING = may("lire", Text, "pour qui lit mal, en une phrase").read_as(PassageKind::Text);
        LANGUAGES = may("langues", Texts, "les langues parlées");
        CAPACITY = may("capacite", Map(ROOM), "s’il reste de la place").read_as(PassageKind::Text);
        COST = may("cout", Text, "ce que cela coûte, en une phrase").read_as(PassageKind::Text);
        TO_BRING = may("a_apporter", Texts, "ce qu’il faut apporter").read_as(PassageKind::Title);
        IF_NOT = may("si_non", Maps(ROAD), "vers qui aller quand il ne peut pas, dans l’ordre")
            .read_as(PassageKind::Text);
    }
    /// A place.
    ADDRESS {
        PLACE = may("nom", Text, "le nom du lieu");
        STREET = may("rue", Text, "le numéro et la rue");
        MORE = may("complement", Text, "étage, bâtiment");
        POSTAL_CODE = may("code_postal", Text, "cinq chiffres entre guillemets");
        TOWN = may("commune", Text, "le nom de la commune");
    }
    /// Whether there is room.
    ROOM {
        ROOM_STATE = must("etat", "etat: accepte", Choice(Room::KEYS), "s’il prend de nouvelles personnes");
        ROOM_DATE = may("date", Date, "quand on l’a su ; sans elle, A033");
        DELAY = may("delai", Text, "combien attendre").read_as(PassageKind::Title);
    }
    /// The next road.
    ROAD {
        REASON = must("raison", "raison: Si le service est complet", Text, "dans quel cas")
            .read_as(PassageKind::Title);
        NEXT_SERVICE =
            must("service", "service: mairie-landerneau", Text, "le nom du fichier d’un autre service");
    }
}

const EMAIL: &str = "une adresse nom@domaine.fr";

/// Reads one service.
pub fn service(id: &str, node: &Node, out: &mut Diagnostics) -> Service<Unresolved> {
    let mut f = Fields::new(node, "service", out);
    let name = f.required_text(key::NAME);
    let kind = kind(&mut f);
    let rounds = rounds(&mut f, key::ROUNDS);
    let mut help_modes = f.choices(key::HELP_MODES, HelpMode::ALL);
    // Who passes somewhere is itinerant, whether the sheet says so twice or not.
    if !rounds.is_empty() && !help_modes.contains(&HelpMode::Round) {
        help_modes.push(HelpMode::Round);
    }
    let mut status = status(&mut f);
    // What replaces a service is a service.
    let replaced_by = match &mut status {
        Status::Withdrawn { replaced_by, .. } => std::mem::take(replaced_by),
        _ => Vec::new(),
    };
    let service = Service {
        facts: ServiceFacts {
            id: id.to_owned(),
            name,
            other_names: f.words(key::OTHER_NAMES),
            former_names: f.words(key::FORMER_NAMES),
            kind,
            organisation: f.text(key::ORGANISATION),
            summary: f.text(key::SUMMARY),
            stands_in_for: roles(&mut f),
            does: f.texts(key::DOES),
            does_not: f.texts(key::DOES_NOT),
            for_whom: f.texts(key::FOR_WHOM),
            askers: f.choices(key::ASKERS, Asker::ALL),
            help_modes,
            contact_modes: f.choices(key::CONTACT_MODES, ContactMode::ALL),
            address: address(&mut f, key::ADDRESS_OF_PLACE),
            postal_address: address(&mut f, key::POSTAL_ADDRESS),
            phones: phones(&mut f, key::PHONES),
            sms: sms(&mut f, key::SMS),
            email: f.convert(key::EMAIL, EMAIL, Email::parse),
            site: f.convert(key::SITE, WEB_ADDRESS, WebAddress::parse),
            hours: hours(&mut f, key::HOURS),
            rounds,
            hearing: f.choices(key::HEARING, WayToBeHeard::ALL),
            hearing_note: f.text(key::HEARING_NOTE),
            relay_hours: f.text(key::RELAY_HOURS),
            sight: f.text(key::SIGHT),
            movement: f.text(key::MOVEMENT),
            reading: f.text(key::READING),
            languages: f.words(key::LANGUAGES),
            capacity: capacity(&mut f),
            cost: f.text(key::COST),
            to_bring: f.texts(key::TO_BRING),
            also_said: f.words(key::ALSO_SAID),
            visibility: f.choice(key::VISIBILITY, Visibility::ALL).unwrap_or(Visibility::Public),
            aliases: aliases(&mut f, key::ALIASES),
            verification: Verification { origin: origin(&mut f, key::IMPORT), ..verification(&mut f) },
            span: f.span(),
        },
        needs: f.list(key::NEEDS),
        zone: f.some(key::ZONE),
        if_not: if_not(&mut f),
        replaced_by,
        status,
    };
    f.finish();
    service
}

fn kind(f: &mut Fields<'_>) -> ServiceKind {
    f.choice(key::KIND, ServiceKind::ALL).unwrap_or(ServiceKind::Other)
}

/// The list is that of `role:` in texts, and no wider.
fn roles(f: &mut Fields<'_>) -> Vec<ServiceKind> {
    f.choices(key::STANDS_IN_FOR, ServiceKind::ROLES)
}

fn address(f: &mut Fields<'_>, key: KeyRow) -> Option<Address> {
    let node = f.node(key)?;
    let mut a = Fields::new(node, key.name, f.out());
    let address = Address {
        name: a.text(key::PLACE),
        street: a.text(key::STREET),
        more: a.text(key::MORE),
        postal_code: a.convert(
            key::POSTAL_CODE,
            "cinq chiffres entre guillemets, par exemple \"29800\"",
            |text| (text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned()),
        ),
        town: a.text(key::TOWN),
    };
    a.finish();
    Some(address)
}

fn capacity(f: &mut Fields<'_>) -> Option<Capacity> {
    let node = f.node(key::CAPACITY)?;
    let mut c = Fields::new(node, key::CAPACITY.name, f.out());
    let room = c.choice(key::ROOM_STATE, Room::ALL);
    let date = c.partial_date(key::ROOM_DATE);
    if room.is_some() && !c.has(key::ROOM_DATE) {
        let span = c.span();
        c.out().push(services::undated_room(span));
    }
    let delay = c.text(key::DELAY);
    c.finish();
    room.map(|room| Capacity { room, date, delay })
}

fn if_not(f: &mut Fields<'_>) -> Vec<IfNot<Unresolved>> {
    let mut roads = Vec::new();
    for node in f.maps(key::IF_NOT) {
        let mut r = Fields::new(node, key::IF_NOT.name, f.out());
        let reason = r.required_text(key::REASON);
        let service = r.required(key::NEXT_SERVICE);
        r.finish();
        if !service.value.is_empty() {
            let span = service.span;
            roads.push(IfNot { reason, service, span });
        }
    }
    roads
}
