//! The data of the field « code postal ou commune »: all of France, so that it can say of any commune whether
//! the site covers it.
//!
//! One text, a line a name, grouped by département and by postal code; see [`communes_data`]. Some 400 kB, as
//! nothing is compressed on a USB key: frequent runs of letters are written as one sign, postal codes without
//! their département, and only where they change. The script goes through it once, letter by letter.

use super::key;
use crate::site::{Page, Site, departement_address};
use crate::territory::{Alias, Commune, Departement, france};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Runs of letters, and the sign that stands for each. Chosen one after the other as what shortens the names of
/// 2026 most; any list is right, another one makes a longer file. The ligatures come last: without them, all
/// letters fit in a byte, and browsers keep the text in half the memory.
const TOKENS: [(char, &str); 23] = [
    ('!', "Saint-"),
    ('$', "lle"),
    ('%', "-sur-"),
    ('&', "on"),
    ('*', "es"),
    ('/', "ou"),
    (':', "er"),
    (';', "in"),
    ('<', "en"),
    ('=', "e-"),
    ('>', "an"),
    ('?', "au"),
    ('@', "ar"),
    ('[', "ill"),
    (']', "ign"),
    ('^', "is"),
    ('_', "ièr"),
    ('`', "-l"),
    ('{', "La "),
    ('}', "eu"),
    ('~', "Ch"),
    ('¡', "œ"),
    ('¢', "Œ"),
];

/// What the script sees.
#[derive(Serialize)]
struct Data {
    signes: String,
    jetons: Vec<&'static str>,
    texte: String,
}

/// The data file: a script that sets `elianeCommunes`, with the tokens and a text of lines.
///
/// ```text
/// #29⇥Finistère⇥1          a département; 1 when the site has a page for it
/// 800Landerneau|103        postal code, where it changes; name; end of the INSEE code, if the site covers it
/// Pencran|156              the same postal code
/// 200Brest|,29240          not covered; another postal code
/// +Lambézellec             another name of the commune of the line before
/// ```
///
/// A postal code of three digits begins as most of the département's do; one of five digits is whole.
#[must_use]
pub fn communes_data(site: &Site) -> String {
    let covered: BTreeSet<&Commune> = site.communes.iter().copied().collect();
    let mut by_departement: BTreeMap<&Departement, Vec<&Commune>> = BTreeMap::new();
    for commune in france().communes() {
        by_departement.entry(commune.departement).or_default().push(commune);
    }
    let mut text = String::with_capacity(700_000);
    for (departement, mut communes) in by_departement {
        let page =
            matches!(site.addresses.get(&departement_address(departement)), Some(Page::Departement(_)));
        let _ = writeln!(text, "#{}\t{}\t{}", departement.code, departement.name, u8::from(page));
        communes
            .sort_by_cached_key(|commune| (commune.postal_codes.first(), key(commune.name), commune.code));
        let mut last = None;
        for commune in communes {
            let first = commune.postal_codes.first().copied();
            if let Some(code) = first.filter(|_| first != last) {
                text.push_str(code.strip_prefix(postal_head(departement)).unwrap_or(code));
                last = first;
            }
            put_name(commune.name, &mut text);
            let insee = if covered.contains(commune) { &commune.code[departement.code.len()..] } else { "" };
            end_line(insee, commune.postal_codes.get(1..).unwrap_or_default(), &mut text);
            for alias in commune.aliases().iter().filter(|alias| is_another_name(alias)) {
                text.push('+');
                put_name(alias.name, &mut text);
                end_line("", alias.postal_codes, &mut text);
            }
        }
    }
    let (signes, jetons) = TOKENS.iter().copied().unzip();
    let data = serde_json::to_string(&Data { signes, jetons, texte: text }).unwrap_or_default();
    format!("var elianeCommunes={data};\n")
}

/// What most postal codes of a département begin with: those of both parts of Corsica begin with 20.
fn postal_head(departement: &Departement) -> &str {
    match departement.code {
        "2A" | "2B" => "20",
        code => &code[..2],
    }
}

fn is_another_name(alias: &Alias) -> bool {
    key(alias.name) != key(alias.commune.name)
}

fn put_name(name: &str, out: &mut String) {
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let token = TOKENS.iter().find(|(_, run)| rest.starts_with(run));
        let length = if let Some((sign, run)) = token {
            out.push(*sign);
            run.len()
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[length..];
    }
}

fn end_line(insee: &str, postal_codes: &[&str], out: &mut String) {
    if !insee.is_empty() || !postal_codes.is_empty() {
        out.push('|');
        out.push_str(insee);
    }
    for code in postal_codes {
        out.push(',');
        out.push_str(code);
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names as the script reads them back.
    fn unpacked(text: &str) -> String {
        let token = |c: char| TOKENS.iter().find(|(sign, _)| *sign == c).map(|(_, run)| (*run).to_owned());
        text.chars().map(|c| token(c).unwrap_or_else(|| c.to_string())).collect()
    }

    #[test]
    fn every_name_of_france_comes_back() {
        let names =
            france().communes().iter().map(|c| c.name).chain(france().aliases().iter().map(|a| a.name));
        for name in names {
            let mut packed = String::new();
            put_name(name, &mut packed);
            assert_eq!(unpacked(&packed), name);
            assert!(packed.chars().all(|c| u32::from(c) < 256), "{name}: a letter of two bytes");
            // These mean something in a line.
            assert!(
                !packed.starts_with(|c: char| c.is_ascii_digit())
                    && !packed.contains(['#', '+', '|', ',', '\t'])
            );
        }
    }

    #[test]
    fn no_name_holds_a_sign() {
        let used: String = france().communes().iter().map(|c| c.name).collect();
        for (sign, run) in TOKENS {
            assert!(!used.contains(sign), "{sign}");
            assert!(run == "œ" || run == "Œ" || run.len() > 1);
        }
    }

    #[test]
    fn postal_codes_of_a_departement_begin_alike_or_are_written_whole() {
        let head = |code: &str| postal_head(france().departement(code).unwrap());
        assert_eq!([head("29"), head("01"), head("2A"), head("974")], ["29", "01", "20", "97"]);
    }
}
