//! The strings of a theme: `cle: "Étape {numero} sur {total}"`.

use crate::diag::Diagnostics;
use crate::diag::catalogue::fields as say;
use crate::parse::yaml::{Node, ValueKind};
use crate::text::french;
use std::collections::BTreeMap;
use std::fmt::Display;

/// Sentences by key, with French spaces set.
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    pub(super) fn read(node: &Node, out: &mut Diagnostics) -> Self {
        let mut map = BTreeMap::new();
        let ValueKind::Map(entries) = &node.kind else { return Self(map) };
        for (key, value) in entries {
            match &value.kind {
                ValueKind::Scalar(text) => {
                    map.insert(key.name.clone(), french(text));
                }
                _ => out.push(say::wrong_type(value.span, &key.name, "une phrase", "autre chose")),
            }
        }
        Self(map)
    }

    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The sentence of a key that the program itself needs; the key when a replaced file lacks it.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.get(key).unwrap_or(key).to_owned()
    }

    /// The same, with its `{words}` filled in.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        filled(&self.say(key), |word| {
            values.iter().find(|(name, _)| *name == word).map(|(_, value)| value.to_string())
        })
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

/// A sentence with its `{words}` replaced, in one pass: a title that holds `{date}` is shown as it was written.
pub fn filled(sentence: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let named = after.find('}').and_then(|close| Some((value(&after[..close])?, close)));
        if let Some((value, close)) = named {
            out.push_str(&value);
            rest = &after[close + 1..];
        } else {
            out.push('{');
            rest = after;
        }
    }
    out + rest
}

/// The keys that a template names outright: `t.cle` and `phrase(cle="cle"`; keys built from pieces are left out.
pub(super) fn keys_in(template: &str) -> Vec<&str> {
    let word = |text: &'_ str| {
        text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(text.len())
    };
    let mut keys = Vec::new();
    for (at, _) in template.match_indices("t.") {
        let before = template[..at].chars().next_back().unwrap_or(' ');
        let rest = &template[at + 2..];
        if !before.is_ascii_alphanumeric()
            && before != '_'
            && before != '.'
            && rest.starts_with(|c: char| c.is_ascii_lowercase())
        {
            keys.push(&rest[..word(rest)]);
        }
    }
    for (at, found) in template.match_indices("cle=\"") {
        let rest = &template[at + found.len()..];
        let end = word(rest);
        if rest[end..].starts_with('"') && !rest[end + 1..].trim_start().starts_with('~') {
            keys.push(&rest[..end]);
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{filled, keys_in};

    #[test]
    fn words_in_braces_are_filled_in_once() {
        let value = |word: &str| (["a", "b"].contains(&word)).then(|| format!("{{a}} {word} {{b}}"));
        assert_eq!(filled("{b}, {a} {c} {", value), "{a} b {b}, {a} a {b} {c} {");
    }

    #[test]
    fn keys_are_found_where_templates_name_them() {
        let template = r#"{{ t.nav_az }} {{ phrase(cle="fiche", n=1) }} {{ phrase(cle="type_" ~ x) }} {{ vue.t.x }} est.fr"#;
        assert_eq!(keys_in(template), ["nav_az", "fiche"]);
    }
}
