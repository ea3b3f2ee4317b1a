//! Where one goes, and where one writes: two addresses, which sources often mix in one.

use super::place::PlaceNames;
use super::row::{Row, Street};
use super::yaml::{SheetValue, YamlFields};
use crate::territory::{Commune, france};

/// The address of the visit, only as far as the source gives it, and the mailing address. A CEDEX, a box, or another
/// town than the service's own, is where one writes. No postal code is made up from the commune.
pub fn addresses(
    row: &Row,
    commune: &'static Commune,
    places: &PlaceNames,
) -> (Option<YamlFields>, Option<YamlFields>) {
    let given = &row.street;
    let code = given.postal_code.as_deref().and_then(five_digits);
    let known = code.as_deref().is_some_and(|code| !france().by_postal_code(code).is_empty());
    let serves = code.as_deref().is_some_and(|code| commune.postal_codes.contains(&code));
    let town = given.town.as_deref().filter(|town| town.chars().any(char::is_alphabetic));
    let is_there = !row.place.code_decides
        || serves && town.is_none_or(|town| !places.is_elsewhere(commune, town))
        || town.is_some_and(|town| places.is_town_of(commune, town))
        || town.is_none() && code.is_none();
    let mut postal = row.postal.as_ref().map(mailing);
    let here = || vec![("commune", SheetValue::Text(commune.name.to_owned()))];
    if !is_there {
        return (Some(here()), postal.or_else(|| Some(mailing(given))));
    }
    let is_cedex = town.is_some_and(|town| town.to_lowercase().contains("cedex"));
    let lines = [&given.street, &given.more];
    let boxed = lines.into_iter().flatten().any(|line| without_box(line) != *line);
    if !given.is_empty() && (is_cedex || boxed || code.is_some() && !known) {
        postal = postal.or_else(|| Some(mailing(given)));
    }
    let mut f = YamlFields::new();
    for (key, value) in [("nom", &given.name), ("rue", &given.street), ("complement", &given.more)] {
        if let Some(value) = value.as_deref().map(without_box).filter(|v| !v.is_empty()) {
            f.push((key, SheetValue::Text(value)));
        }
    }
    if let Some(code) = code.filter(|_| known && !is_cedex && (serves || !row.place.code_decides)) {
        f.push(("code_postal", SheetValue::Text(code)));
    }
    f.extend(here());
    (Some(f), postal)
}

/// An address to write to, as it is on an envelope.
fn mailing(street: &Street) -> YamlFields {
    let mut f = YamlFields::new();
    for (key, value) in [("nom", &street.name), ("rue", &street.street), ("complement", &street.more)] {
        if let Some(value) = value {
            f.push((key, SheetValue::Text(value.clone())));
        }
    }
    if let Some(code) = street.postal_code.as_deref().and_then(five_digits) {
        f.push(("code_postal", SheetValue::Text(code)));
    }
    if let Some(town) = &street.town {
        f.push(("commune", SheetValue::Text(town.clone())));
    }
    f
}

fn five_digits(code: &str) -> Option<String> {
    super::place::postal_code(code)
}

/// « BP 849 », « CS52019 », « TSA 12345 »: boxes are no place to go. What stands before the box is kept, or else what
/// stands after: never both, which would make a line that the source has not.
fn without_box(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let bare = |word: &str| -> String {
        word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase()
    };
    let boxed = |at: usize| {
        let word = bare(words[at]);
        let joined = ["BP", "CS", "TSA"]
            .iter()
            .any(|kind| word.strip_prefix(kind).is_some_and(|rest| rest.len() > 1 && is_number(rest)));
        let parted = ["BP", "CS", "TSA"].contains(&word.as_str())
            && words.get(at + 1).is_some_and(|next| is_number(next));
        joined || parted || word == "CEDEX"
    };
    let Some(start) = (0..words.len()).find(|at| boxed(*at)) else { return line.to_owned() };
    let tidy =
        |words: &[&str]| words.join(" ").trim_matches([' ', ',', '-', '–', ';', '(', ')', '/']).to_owned();
    let before = tidy(&words[..start]);
    if !before.is_empty() {
        return before;
    }
    // « TSA 12345, 2 rue Inventée »: figures that follow are the box's.
    let mut end = start + 1;
    while words.get(end).is_some_and(|next| is_number(next)) && !words[end - 1].ends_with(',') {
        end += 1;
    }
    tidy(&words[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::place::Hints;
    use crate::model::ServiceKind;

    #[test]
    fn boxes_are_no_place_to_go() {
        for (line, wanted) in [
            ("BP 849", ""),
            ("2 rue Inventée, BP 849", "2 rue Inventée"),
            ("2 rue Inventée BP 849", "2 rue Inventée"),
            ("CS52019", ""),
            ("TSA 12345, 2 rue Inventée", "2 rue Inventée"),
            ("2 rue Inventée - B.P. 12", "2 rue Inventée"),
            ("C.S. 10 012 - Hall B", "Hall B"),
            ("12 rue des CS", "12 rue des CS"),
            ("rue BPX", "rue BPX"),
            ("30 rue Inventée CS 80 151 Cedex 01", "30 rue Inventée"),
            ("2 rue Inventée BP 116 77385 Landerneau", "2 rue Inventée"),
            ("14bis rue Inventée cedex 9", "14bis rue Inventée"),
            ("", ""),
        ] {
            assert_eq!(without_box(line), wanted, "{line}");
        }
    }

    /// What is published for a place in that commune, from that address: street, code, mailing street.
    fn told(insee: &str, street: &str, code: &str, town: &str) -> (String, String, String) {
        let mut row = Row::new(1, "1".into(), "Essai".into(), ServiceKind::Other);
        row.place = Hints { insee: Some(insee.into()), code_decides: true, ..Hints::default() };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        row.street =
            Street { street: some(street), postal_code: some(code), town: some(town), ..Street::default() };
        let commune = france().commune(insee).unwrap();
        let (there, postal) = addresses(&row, commune, &PlaceNames::new());
        let get = |f: &Option<YamlFields>, key: &str| {
            let found = f.iter().flatten().find(|(k, _)| *k == key);
            found.map_or(
                String::new(),
                |(_, v)| if let SheetValue::Text(t) = v { t.clone() } else { String::new() },
            )
        };
        (get(&there, "rue"), get(&there, "code_postal"), get(&postal, "rue"))
    }

    #[test]
    fn the_street_of_another_town_is_where_one_writes() {
        for (insee, street, code, town, wanted) in [
            ("29103", "2 rue A", "29800", "Landerneau", ("2 rue A", "29800", "")),
            ("29103", "2 rue A", "29207", "Landerneau Cedex", ("2 rue A", "", "2 rue A")),
            ("29103", "2 rue A", "29602", "Brest Cedex 2", ("", "", "2 rue A")),
            ("29103", "2 rue A", "29200", "Brest", ("", "", "2 rue A")),
            ("29103", "2 rue A", "29200", "Landerneau", ("2 rue A", "", "")),
            ("29103", "2 rue A", "", "Landerneau", ("2 rue A", "", "")),
            ("29103", "2 rue A", "29800", "", ("2 rue A", "29800", "")),
            ("29103", "2 rue A", "29800", "Kergreis", ("2 rue A", "29800", "")),
            ("29103", "2 rue A", "29800", "Pencran", ("", "", "2 rue A")),
            ("29103", "BP 12", "29800", "Landerneau", ("", "29800", "BP 12")),
            ("97415", "2 rue A", "97744", "SAINT-DENIS CEDEX 9", ("", "", "2 rue A")),
            ("97407", "2 rue A", "97867", "Saint-Paul Cedex", ("", "", "2 rue A")),
            ("97415", "2 rue A", "97867", "Saint-Paul Cedex", ("2 rue A", "", "2 rue A")),
            ("97414", "2 rue A", "97448", "SAINT PIERRE CEDEX", ("", "", "2 rue A")),
            ("97401", "2 rue A", "97862", "Lieu inconnu Cedex", ("", "", "2 rue A")),
            ("97105", "2 rue A", "97154", "POINTE A PITRE CEDEX", ("", "", "2 rue A")),
            ("97213", "2 rue A", "97261", "FORT DE FRANCE CEDEX", ("", "", "2 rue A")),
            ("97213", "2 rue A", "97285", "LAMENTIN CEDEX 2", ("2 rue A", "", "2 rue A")),
            ("97311", "2 rue A", "97307", "CAYENNE CEDEX", ("", "", "2 rue A")),
            ("97608", "2 rue A", "97600", "MAMOUDZOU", ("", "", "2 rue A")),
            ("97801", "2 rue A", "97054", "Saint-Martin CEDEX", ("2 rue A", "", "2 rue A")),
        ] {
            let (street_told, code_told, mail) = told(insee, street, code, town);
            assert_eq!(
                (street_told.as_str(), code_told.as_str(), mail.as_str()),
                wanted,
                "{insee} {code} {town}"
            );
        }
    }
}
