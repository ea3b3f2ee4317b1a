//! How files spell names and codes of communes.

use crate::territory::{Commune, france};
use crate::text::slug;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A commune by its INSEE code, as files write it: `1033` for `01033`, `2a004`.
#[must_use]
pub fn by_insee(code: &str) -> Option<&'static Commune> {
    let code = code.trim().trim_end_matches(".0").to_uppercase();
    let code =
        if code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()) { format!("0{code}") } else { code };
    france().commune(&code).or_else(|| parts().get(code.as_str()).copied())
}

/// Communes by the codes of their parts, of today and of before.
fn parts() -> &'static BTreeMap<&'static str, &'static Commune> {
    static PARTS: OnceLock<BTreeMap<&'static str, &'static Commune>> = OnceLock::new();
    PARTS.get_or_init(|| {
        let former = france().former().iter().filter_map(|former| Some((former.code?, former.commune)));
        let today = france().aliases().iter().map(|alias| (alias.code, alias.commune));
        former.chain(today).collect()
    })
}

/// Five digits, with the zero that spreadsheets lose: « 29 800 », « F-29800 », « 1000 », « 29800.0 ».
#[must_use]
pub fn postal_code(text: &str) -> Option<String> {
    let first = text.split_whitespace().next().unwrap_or_default();
    if first.len() == 5 && first.bytes().all(|b| b.is_ascii_digit()) {
        return Some(first.to_owned());
    }
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = digits.trim_end_matches(".0").trim_start_matches("FR").trim_start_matches(['F', '-']);
    match digits.len() {
        4 | 5 if digits.bytes().all(|b| b.is_ascii_digit()) => Some(format!("{digits:0>5}")),
        _ => None,
    }
}

/// « 29800 Landerneau »: the code may stand in the column of the name, or in its place.
#[must_use]
pub fn town_and_code(text: &str) -> (String, Option<String>) {
    let mut code = None;
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| {
            let is_code = word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit());
            if is_code {
                code = Some((*word).to_owned());
            }
            !is_code
        })
        .collect();
    (words.join(" "), code)
}

/// What the spellings of one name share: no accents, capitals, hyphens, CEDEX, arrondissement; St is Saint.
#[must_use]
pub fn key(name: &str) -> String {
    words(name).concat()
}

/// The same without the article at its head, which files leave out or add: « Carbet », « Lamentin ».
#[must_use]
pub fn key_without_article(name: &str) -> String {
    let words = words(name);
    match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && ["le", "la", "les", "l"].contains(&first.as_str()) => {
            rest.concat()
        }
        all => all.concat(),
    }
}

/// The words of a name, spelt alike.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut name = name.to_owned();
    if let (Some(open), Some(close)) = (name.find('('), name.rfind(')'))
        && open < close
    {
        let inside = name[open + 1..close].trim().to_owned();
        let outside = format!("{} {}", &name[..open], &name[close + 1..]);
        // « HAVRE (LE) »
        let is_article = ["le", "la", "les", "l'", "l’"].contains(&inside.to_lowercase().as_str());
        name = if is_article { format!("{inside} {outside}") } else { outside };
    }
    // « HAVRE, LE »
    if let Some((rest, article)) = name.rsplit_once(',')
        && ["le", "la", "les", "l'", "l’"].contains(&article.trim().to_lowercase().as_str())
    {
        name = format!("{} {rest}", article.trim());
    }
    let name = name.to_lowercase().replace("s/s ", "sous ").replace("s/", "sur ").replace('/', " ");
    let slug = slug(&name);
    let words = slug.split('-').map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        "cedex" | "cdx" | "cedx" | "cdex" | "arrondissement" | "arrdt" | "arr" => "",
        // No commune has a figure in its name: it is an arrondissement, or a CEDEX.
        word if word.bytes().any(|b| b.is_ascii_digit()) => "",
        word => word,
    });
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
