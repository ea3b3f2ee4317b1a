//! The data of the field « code postal ou commune »: all of France, so that it can say of any commune whether
//! the site covers it.
//!
//! Names are sorted by [`key`], so that the script finds them by halving, and each is written as what differs
//! from the one before: some 450 kB for 37,500 names, as nothing is compressed on a USB key.

use super::key;
use super::town::LISTS;
use crate::site::{Page, Site, SiteFile, departement_address};
use crate::territory::{Commune, Departement, france};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Names after which one is written whole: the script goes back no further to read one.
const WHOLE_EVERY: usize = 32;

/// Small numbers in one sign; see [`sign`].
const SIGNS: usize = 185;

/// Postal codes of a département told by one sign; the others take two.
const SHORT: usize = 80;

/// What the script sees.
#[derive(Serialize)]
struct CommunesData<'a> {
    /// How many names, and how many letters their keys have.
    #[serde(rename = "nombre")]
    count: usize,
    #[serde(rename = "lettres")]
    letters: usize,
    departements: Vec<DepartementData>,
    /// A name after the other: letters shared with the name before; département; place of its postal code among
    /// the département's, from 1, or 0; the other letters, up to `|`.
    #[serde(rename = "noms")]
    name_list: &'a str,
    /// Of each [`WHOLE_EVERY`] names, but the last: how long they are in `noms`, and how many letters their keys have; two
    /// signs each. So a name can be read without those before it.
    #[serde(rename = "blocs")]
    block_sizes: &'a str,
    /// Names that are not a commune's own: steps from one to the next, and the place of the commune's own name.
    #[serde(rename = "anciens")]
    former: Vec<usize>,
    /// Further postal codes: steps from one name to the next, and the code.
    codes: Vec<usize>,
    /// Names of the communes that the site covers, as steps; none when it covers all.
    #[serde(rename = "couvertes")]
    covered: Option<Vec<usize>>,
    /// The last three signs of their INSEE codes, in the same order.
    insee: String,
    #[serde(rename = "devant")]
    before: Before,
}

/// Words that may stand before the name of a commune.
#[derive(Serialize)]
struct Before {
    #[serde(rename = "lieux")]
    places: String,
    #[serde(rename = "peu")]
    few: String,
    #[serde(rename = "liens")]
    links: String,
    articles: String,
    #[serde(rename = "autres")]
    others: String,
}

#[derive(Serialize)]
struct DepartementData {
    code: &'static str,
    #[serde(rename = "nom")]
    name: &'static str,
    /// Whether the site has a page for it.
    page: bool,
    /// Its postal codes in order: those that begin as most do, without that beginning.
    codes: String,
    /// The others, whole; they come after.
    #[serde(rename = "entiers")]
    whole: String,
}

/// A line of the data.
struct Name {
    name: &'static str,
    key: String,
    departement: usize,
    commune: &'static Commune,
    alias: bool,
    postal_codes: &'static [&'static str],
}

/// What is the same for every site: made once, also when a site is built anew at each save.
struct Nation {
    names: Vec<Name>,
    /// The place of each commune's own name, by its INSEE code.
    own: BTreeMap<&'static str, usize>,
    postal: BTreeMap<&'static str, Vec<&'static str>>,
    name_list: String,
    block_sizes: String,
}

static NATION: LazyLock<Nation> = LazyLock::new(|| {
    let (names, postal) = (names(), postal_lists());
    let own =
        names.iter().enumerate().filter(|(_, n)| !n.alias).map(|(at, n)| (n.commune.code, at)).collect();
    let (name_list, block_sizes) = packed(&names, &postal);
    Nation { names, own, postal, name_list, block_sizes }
});

/// The data file: a script that sets `elianeCommunes`.
#[must_use]
pub fn communes_data(site: &Site) -> String {
    let covered: BTreeSet<&Commune> = site.communes.iter().copied().collect();
    let Nation { names, own, postal, name_list, block_sizes } = &*NATION;
    let mut data = CommunesData {
        count: names.len(),
        letters: names.iter().map(|name| name.key.len()).sum(),
        departements: france().departements().iter().map(|d| departement(site, d, &postal[d.code])).collect(),
        name_list,
        block_sizes,
        former: Vec::new(),
        codes: Vec::new(),
        covered: (covered.len() < france().communes().len()).then(Vec::new),
        insee: String::new(),
        before: Before {
            places: joined(&LISTS.strong),
            few: joined(&LISTS.weak),
            links: joined(&LISTS.ties),
            articles: joined(&LISTS.articles),
            others: joined(&LISTS.others),
        },
    };
    let (mut last_alias, mut last_code, mut last_covered) = (0, 0, 0);
    for (at, name) in names.iter().enumerate() {
        if name.alias {
            data.former.extend([at - last_alias, own[name.commune.code]]);
            last_alias = at;
        } else if covered.contains(name.commune) {
            data.insee.push_str(&name.commune.code[2..]);
            if let Some(list) = &mut data.covered {
                list.push(at - last_covered);
                last_covered = at;
            }
        }
        for code in name.postal_codes.iter().skip(usize::from(!name.alias)) {
            data.codes.extend([at - last_code, code.parse().unwrap_or_default()]);
            last_code = at;
        }
    }
    format!("var elianeCommunes={};\n", serde_json::to_string(&data).unwrap_or_default())
}

fn joined(words: &BTreeSet<&str>) -> String {
    words.iter().copied().collect::<Vec<_>>().join(" ")
}

/// All names of France, by key; namesakes by département.
fn names() -> Vec<Name> {
    let departements = france().departements();
    let place: BTreeMap<&str, usize> = departements.iter().enumerate().map(|(at, d)| (d.code, at)).collect();
    let mut names = Vec::new();
    let mut said: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
    for (name, commune) in france().said() {
        said.entry(commune.code).or_default().push(name);
    }
    for commune in france().communes() {
        let own = key(commune.name);
        let departement = place.get(commune.departement.code).copied().unwrap_or_default();
        let name =
            |name, key, alias, postal_codes| Name { name, key, departement, commune, alias, postal_codes };
        let mut known = BTreeSet::from([own.clone()]);
        for alias in commune.aliases() {
            let other = key(alias.name);
            known.insert(other.clone());
            // A former commune that gave its name to the new one is not another name.
            if other != own {
                names.push(name(alias.name, other, true, alias.postal_codes));
            }
        }
        for other in said.get(commune.code).into_iter().flatten() {
            if known.insert(key(other)) {
                names.push(name(other, key(other), true, &[]));
            }
        }
        names.push(name(commune.name, own, false, commune.postal_codes));
    }
    names.sort_by(|a, b| {
        let order = |n: &Name| (n.departement, n.commune.code, n.alias);
        a.key.cmp(&b.key).then_with(|| order(a).cmp(&order(b))).then_with(|| a.name.cmp(b.name))
    });
    names
}

/// What most postal codes of a département begin with: those of both parts of Corsica begin with 20.
fn postal_head(departement: &str) -> &str {
    match departement {
        "2A" | "2B" => "20",
        code => &code[..2],
    }
}

/// What the postal codes of a département are sorted by.
fn postal_rank<'a>(departement: &str, code: &'a str) -> (bool, &'a str) {
    (!code.starts_with(postal_head(departement)), code)
}

/// The first postal codes of the communes of each département: those that begin as most do, then the others.
fn postal_lists() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut lists: BTreeMap<_, BTreeSet<_>> =
        france().departements().iter().map(|d| (d.code, BTreeSet::new())).collect();
    for commune in france().communes() {
        let departement = commune.departement.code;
        if let (Some(code), Some(list)) = (commune.postal_codes.first(), lists.get_mut(departement)) {
            list.insert(postal_rank(departement, code));
        }
    }
    lists.into_iter().map(|(d, list)| (d, list.into_iter().map(|(_, code)| code).collect())).collect()
}

fn departement(site: &Site, departement: &'static Departement, postal: &[&str]) -> DepartementData {
    let head = postal_head(departement.code);
    let (near, far): (Vec<&str>, Vec<&str>) = postal.iter().partition(|code| code.starts_with(head));
    let page = site.addresses.get(&departement_address(departement));
    DepartementData {
        code: departement.code,
        name: departement.name,
        page: matches!(page, Some(SiteFile::Page(Page::Departement(_)))),
        codes: near.iter().map(|code| &code[2..]).collect(),
        whole: far.concat(),
    }
}

/// A number from 0 to 184 as one character, that JSON writes as it is.
fn sign(number: usize) -> char {
    let code = match number {
        0..=56 => 35 + number,
        57..=90 => 36 + number,
        _ => 161 + number.min(SIGNS - 1) - 91,
    };
    u32::try_from(code).ok().and_then(char::from_u32).unwrap_or('#')
}

/// All names after each other, and the lengths of their blocks.
fn packed(names: &[Name], postal: &BTreeMap<&str, Vec<&str>>) -> (String, String) {
    let (mut out, mut blocks) = (String::with_capacity(500_000), String::new());
    let mut before: Vec<char> = Vec::new();
    let (mut long, mut keys) = (0, 0);
    for (at, name) in names.iter().enumerate() {
        // In one byte each: browsers then keep the text in half the memory.
        let letters: Vec<char> = name.name.replace('œ', "¡").replace('Œ', "¢").chars().collect();
        let shared = letters.iter().zip(&before).take_while(|(a, b)| a == b).count();
        let whole = at % WHOLE_EVERY == 0;
        if whole && at > 0 {
            blocks.extend([long, keys].iter().flat_map(|n| [sign(n / SIGNS), sign(n % SIGNS)]));
            (long, keys) = (0, 0);
        }
        let shared = if whole { 0 } else { shared };
        let first = if name.alias { None } else { name.postal_codes.first() };
        let departement = name.commune.departement.code;
        let rank_to =
            |code: &str, other: &str| postal_rank(departement, other).cmp(&postal_rank(departement, code));
        let found = |code: &&str| postal[departement].binary_search_by(|other| rank_to(code, other)).ok();
        let place = first.and_then(found).map_or(0, |place| place + 1);
        let mut line = vec![sign(shared), sign(name.departement)];
        if let Some(rest) = place.checked_sub(SHORT) {
            line.extend([sign(SHORT + rest / SHORT), sign(rest % SHORT)]);
        } else {
            line.push(sign(place));
        }
        line.extend(&letters[shared..]);
        line.push('|');
        long += line.len();
        keys += name.key.len();
        out.extend(line);
        before = letters;
    }
    (out, blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_one_byte_wide_all_different_and_written_as_they_are() {
        let signs: BTreeSet<char> = (0..SIGNS).map(sign).collect();
        assert_eq!(signs.len(), SIGNS);
        assert!(
            signs
                .iter()
                .all(|c| u32::from(*c) < 256 && serde_json::to_string(c).unwrap().chars().count() == 3)
        );
    }

    #[test]
    fn names_are_sorted_and_fit_their_signs() {
        let names = names();
        assert_eq!(names.iter().filter(|n| !n.alias).count(), 34_969);
        assert!(names.is_sorted_by(|a, b| a.key <= b.key));
        let longest = names.iter().map(|n| n.name.chars().count()).max().unwrap();
        assert!(longest < SIGNS && france().departements().len() <= SIGNS);
        for name in &names {
            assert_eq!(name.key, crate::text::slug(name.name).replace('-', ""), "as the script reads it");
            let bytes = |c: char| u32::from(c) < 256 && c != '|' && c != '¡' && c != '¢';
            assert!(name.name.chars().all(|c| bytes(c) || c == 'œ' || c == 'Œ'), "{}", name.name);
        }
        let fits = |list: &Vec<&str>| list.len() < SHORT + (SIGNS - SHORT) * SHORT;
        assert!(postal_lists().values().all(fits));
    }
}
