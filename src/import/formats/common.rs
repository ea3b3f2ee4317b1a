//! What all sources have under many names: a name, a place, ways to reach, hours.

use crate::import::cells;
use crate::import::clean;
use crate::import::closed;
use crate::import::hours::{self, Opening};
use crate::import::people;
use crate::import::place::Hints;
use crate::import::record::Record;
use crate::import::row::{Aside, Notes, Reason, Row, Street};
use crate::model::ServiceKind;

pub const ID: &[&str] =
    &["id", "id-fs", "identifiant", "bfc-id", "id-lieumed", "id-structure", "uid", "uuid", "code", "numero"];
pub const NAME: &[&str] = &[
    "nom",
    "lib-fs",
    "name",
    "nom-structure",
    "nom-du-lieu-ou-de-la-structure",
    "nom-du-lieu",
    "nom-de-la-structure",
    "structure",
    "libelle",
    "intitule",
    "denomination",
    "raison-sociale",
    "titre",
];
pub const INSEE: &[&str] = &[
    "code-insee",
    "insee-com",
    "codeinsee",
    "code-insee-commune",
    "insee",
    "code-commune",
    "code-commune-insee",
    "citycode",
    "com-insee",
    "depcom",
    "codgeo",
    "insee-commune",
];
pub const POSTAL: &[&str] = &[
    "code-postal",
    "cp",
    "codepostal",
    "postal-code",
    "postalcode",
    "postcode",
    "zip",
    "code-postal-commune",
];
pub const TOWN: &[&str] = &[
    "commune",
    "lib-com",
    "ville",
    "nom-commune",
    "city",
    "localite",
    "libelle-commune",
    "commune-nom",
    "nom-de-la-commune",
];
const DEPARTEMENT: &[&str] = &["insee-dep", "code-departement", "departement-code", "dep"];
pub const STREET: &[&str] = &[
    "adresse",
    "adresse-postale",
    "address",
    "rue",
    "voie",
    "adresse-1",
    "adresse-complete",
    "adresse-du-lieu",
];
const MORE: &[&str] = &[
    "complement-adresse",
    "comp-adresse",
    "adresse-complement",
    "complement-d-adresse",
    "complement",
    "adresse-2",
];
pub const PHONE: &[&str] = &[
    "telephone",
    "tel",
    "contact-tel",
    "num-tel",
    "contact-phone",
    "phone",
    "telephone-1",
    "numero-telephone",
    "numero-de-telephone",
    "telephones",
];
pub const EMAIL: &[&str] = &[
    "courriels",
    "courriel",
    "mail",
    "email",
    "e-mail",
    "contact-email",
    "mail-struc",
    "request-email",
    "adresse-email",
    "adresse-mail",
    "adresse-courriel",
    "mel",
    "contact-mail",
];
pub const SITE: &[&str] =
    &["site-web", "site", "url-lieu", "website", "home-page", "site-internet", "sites-web", "url", "web"];
pub const HOURS: &[&str] = &[
    "horaires",
    "horaires-accueil",
    "opening-hours",
    "horaire",
    "horaires-ouverture",
    "horaires-d-ouverture",
];
pub const DATE: &[&str] = &[
    "date-maj",
    "date-modification",
    "dat-maj",
    "mise-a-jour",
    "update",
    "datetime-latest",
    "date-mise-a-jour",
    "date-de-mise-a-jour",
    "updated-at",
    "last-update",
    "modified",
    "maj",
];
const COMMENT: &[&str] = &[
    "commentaire",
    "commentaires",
    "commentaire-horaires",
    "horaires-commentaire",
    "precisions",
    "precision-horaires",
    "horaires-precisions",
];
const APPOINTMENT: &[&str] = &["prise-rdv", "prise-de-rdv", "lien-mobilisation"];

/// Columns that hold the names of persons: never read, counted.
const PERSONS: &[&str] = &[
    "contact-nom-prenom",
    "contact-nom",
    "contact-prenom",
    "nom-contact",
    "prenom-contact",
    "nom-du-contact",
    "contact-name",
    "referent",
    "nom-referent",
    "nom-du-referent",
    "prenom-referent",
    "responsable",
    "nom-responsable",
    "nom-du-responsable",
    "aidants",
    "conseillers",
    "mediateurs",
    "dirigeant",
    "nom-dirigeant",
    "nom-prenom",
    "prenom",
    "prenom-nom",
    "nom-conseiller",
    "prenom-conseiller",
    "president",
    "affectation-personne",
    "personne",
    "contact-personne",
    "personne-contact",
    "interlocuteur",
];

/// Reads what all sources have.
pub fn base(record: &Record, kind: ServiceKind) -> Result<Row, Reason> {
    let Some(name) = record.words(NAME) else { return Err(Reason::NoName) };
    let closed = closed::of_row(record, &name, COMMENT, HOURS);
    let doubt = closed::doubt(record, &name).filter(|_| closed.is_none());
    // The mark is no part of the name: without it, the row is known again.
    let name = closed::marked(&name).filter(|name| !name.is_empty()).unwrap_or(name);
    let mut row = Row::new(record.line, record.text(ID).unwrap_or_default(), name, kind);
    row.closed = closed;
    row.doubt = doubt;
    let mut notes = Notes {
        markup: record.fields.iter().filter(|(_, v)| v.as_str().is_some_and(clean::has_markup)).count(),
        people: record
            .fields
            .iter()
            .filter(|(name, _)| PERSONS.contains(&&**name) && record.has_something(name))
            .count(),
        ..Notes::default()
    };
    row.place = hints(record);
    row.street = street(record);
    let words = place_words(&row);
    row.typed = record.is_number(PHONE);
    row.phones = record.list(PHONE).iter().flat_map(|cell| clean::phones(cell, &mut notes)).collect();
    let mut emails = record.emails(EMAIL);
    emails.extend(record.text_beginning(&["email-", "courriel-", "mail-"]));
    let mut sites = record.addresses(SITE);
    // A site typed in the column of the e-mail, and the other way round, is met in each file.
    let mistaken: Vec<String> =
        sites.iter().filter(|text| text.contains('@') && !text.contains('/')).cloned().collect();
    sites.retain(|text| !mistaken.contains(text));
    sites.extend(emails.iter().filter(|text| text.contains("://") || text.starts_with("www.")).cloned());
    emails.extend(mistaken);
    row.email = clean::email(&emails, &words, &mut notes);
    row.site = clean::site(&sites, &mut notes);
    row.opening = opening(record);
    for cell in record.list_of_lines(COMMENT) {
        comment(&mut row, &cell, &mut notes);
    }
    if row.site.is_none() {
        row.site = clean::site(&record.addresses(APPOINTMENT), &mut Notes::default());
    }
    row.date = record.text(DATE);
    row.licence = record.text_beginning(&["licence", "license"]).filter(|text| text.len() > 2);
    row.notes = notes;
    Ok(row)
}

/// Keeps what a comment says, without what it says of persons.
pub fn comment(row: &mut Row, text: &str, notes: &mut Notes) {
    let (kept, dropped) = people::without_people(&clean::line(text), &place_words(row));
    notes.people += dropped;
    if kept.chars().filter(|c| c.is_alphanumeric()).count() > 2 && !row.comments.contains(&kept) {
        row.comments.push(kept);
    }
}

/// Whether that word, or that column, says that the service moves.
pub fn says_round(text: &str) -> bool {
    let word = crate::text::fold(text);
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ["oui", "o", "yes", "y", "true", "vrai", "1", "x"].contains(&word)
        || ["itineran", "mobile", "bus", "tournee"].iter().any(|stem| word.starts_with(stem))
            && !word.contains("non ")
}

/// Counts hours once the row is read.
pub fn count_hours(row: &mut Row) {
    row.notes.hours = usize::from(row.opening.given);
    row.notes.understood = usize::from(row.opening.given && row.opening.is_understood());
    if row.comments.iter().any(|comment| hours::narrows(comment)) {
        row.opening.keep_words_only();
    }
    if let Some(told) = row.opening.told.take() {
        row.notes.aside.push((Aside::Hours, told));
    }
}

/// Words that an e-mail address of the place may hold without being a person's.
pub fn place_words(row: &Row) -> String {
    let town = row.place.town.as_deref().unwrap_or_default();
    let street = [&row.street.street, &row.street.name, &row.organisation];
    let street: Vec<&str> = street.into_iter().flatten().map(String::as_str).collect();
    format!("{} {town} {}", row.name, street.join(" "))
}

fn hints(record: &Record) -> Hints {
    Hints {
        insee: record.text(INSEE),
        postal: record.text(POSTAL),
        town: record.text(TOWN),
        departement: record.text(DEPARTEMENT),
        code_decides: false,
    }
}

fn street(record: &Record) -> Street {
    let mut street = record.words(STREET).filter(|text| text.chars().any(char::is_alphanumeric));
    // The number may have a column of its own.
    if let (Some(number), Some(way)) = (record.text(&["n", "numero-voie", "numero-rue"]), &street)
        && !way.starts_with(|c: char| c.is_ascii_digit())
    {
        street = Some(format!("{number} {way}"));
    }
    let more: Vec<String> =
        [record.words(MORE), record.words(&["bp", "boite-postale"])].into_iter().flatten().collect();
    let more = more.join(", ");
    Street {
        name: None,
        street,
        more: (!more.is_empty()).then_some(more),
        postal_code: record.text(POSTAL),
        town: record.text(TOWN),
    }
}

fn opening(record: &Record) -> Opening {
    if let Some(text) = record.raw(HOURS).filter(|_| record.words(HOURS).is_some()) {
        return hours::from_osm(&text);
    }
    let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    let cells = days.map(|day| {
        let whole = [
            format!("h-{day}"),
            day.to_owned(),
            format!("horaires-{day}"),
            format!("{day}-horaires"),
            format!("horaire-{day}"),
        ];
        let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
        record.text(&whole).or_else(|| {
            let halves = [format!("{day}-matin"), format!("{day}-apres-midi")];
            let halves: Vec<String> = halves.iter().filter_map(|half| record.text(&[half])).collect();
            (!halves.is_empty()).then(|| halves.join(" / "))
        })
    });
    cells::from_days(&cells)
}

/// The first of the street lines that is one, and the others.
pub fn street_of_lines(lines: Vec<String>) -> (Option<String>, Option<String>) {
    let mut lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let is_way = |line: &String| line.starts_with(|c: char| c.is_ascii_digit());
    let at = lines.iter().position(is_way).unwrap_or(0);
    if lines.is_empty() {
        return (None, None);
    }
    let street = lines.remove(at);
    let more = lines.join(", ");
    (Some(street), (!more.is_empty()).then_some(more))
}
