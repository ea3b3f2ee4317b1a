//! One row of a source, keys folded so that every spelling of a column is found: « Code postal », `code_postal`.

use super::clean;
use serde_json::Value;
use std::sync::Arc;

/// A row as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The line of the file where it begins, from 1.
    pub line: u64,
    /// Keys as [`crate::text::slug`] makes them, in the file's order.
    pub fields: Vec<(Arc<str>, Value)>,
}

impl Record {
    /// Gives columns the names that a person said to be theirs, in the place of those of that name.
    pub fn rename(&mut self, renamed: &[(&str, String)]) {
        for (own, name) in renamed {
            if let Some(at) = self.fields.iter().position(|(key, _)| **key == **name) {
                let value = self.fields[at].1.clone();
                self.fields.retain(|(key, _)| **key != **own);
                self.fields.push((Arc::from(*own), value));
            }
        }
    }

    /// The value of the first of those keys that holds something.
    fn find(&self, keys: &[&str]) -> Option<&Value> {
        keys.iter().find_map(|key| {
            self.fields.iter().find(|(name, value)| &**name == *key && !is_empty(value)).map(|(_, v)| v)
        })
    }

    /// Whether one of those columns is there, empty or not.
    #[must_use]
    pub fn has(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.fields.iter().any(|(name, _)| &**name == *key))
    }

    /// The value as a clean line of text.
    #[must_use]
    pub fn text(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| {
            let text = clean::line(&scalar(self.find(&[*key])?)?);
            (!clean::says_nothing(&text)).then_some(text)
        })
    }

    /// The same for words: « 0 », « x » and « non » fill cells where a form wants something.
    #[must_use]
    pub fn words(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(&[*key]).filter(|text| !clean::is_filler(text)))
    }

    /// Web addresses: what a list would be cut at may be part of one.
    #[must_use]
    pub fn addresses(&self, keys: &[&str]) -> Vec<String> {
        let Some(value) = self.node(keys) else { return Vec::new() };
        let texts: Vec<String> = match &value {
            Value::Array(items) => items.iter().filter_map(scalar).collect(),
            other => scalar(other).into_iter().collect(),
        };
        let lines = texts
            .iter()
            .flat_map(|text| text.split(['|', '\n']))
            .map(|text| clean::line(&clean::with_links(text)));
        lines.map(|text| text.replace("\",\"", " ")).filter(|text| !clean::says_nothing(text)).collect()
    }

    /// Whether the value of the first of those columns is a number, as a spreadsheet keeps one: without zeros before it.
    #[must_use]
    pub fn is_number(&self, keys: &[&str]) -> bool {
        matches!(self.find(keys), Some(Value::Number(_)))
    }

    /// The value of the first column whose name begins so.
    #[must_use]
    pub fn text_beginning(&self, starts: &[&str]) -> Option<String> {
        let found = self
            .fields
            .iter()
            .find(|(name, value)| starts.iter().any(|start| name.starts_with(start)) && !is_empty(value))?;
        Some(clean::line(&scalar(&found.1)?)).filter(|text| !clean::says_nothing(text))
    }

    /// The value with its line breaks, before any cleaning.
    #[must_use]
    pub fn raw(&self, keys: &[&str]) -> Option<String> {
        scalar(self.find(keys)?)
    }

    /// The value as a list, whatever separates it: JSON, `|`, `;`, `","` or line breaks.
    #[must_use]
    pub fn list(&self, keys: &[&str]) -> Vec<String> {
        self.parts(keys, &str::to_owned)
    }

    /// The same for e-mail addresses: a link leads to one.
    #[must_use]
    pub fn emails(&self, keys: &[&str]) -> Vec<String> {
        self.parts(keys, &clean::with_links)
    }

    fn parts(&self, keys: &[&str], read: &dyn Fn(&str) -> String) -> Vec<String> {
        let Some(value) = self.node(keys) else { return Vec::new() };
        let parts: Vec<String> = match &value {
            Value::Array(items) => items.iter().filter_map(scalar).map(|text| read(&text)).collect(),
            // « &eacute; » ends with a sign that parts lists.
            other => scalar(other).map(|text| split(&read(&clean::unescaped(&text)))).unwrap_or_default(),
        };
        parts.iter().map(|part| clean::line(part)).filter(|part| !clean::says_nothing(part)).collect()
    }

    /// The value as a tree; the directory's API gives trees as strings that hold JSON.
    #[must_use]
    pub fn node(&self, keys: &[&str]) -> Option<Value> {
        let value = self.find(keys)?;
        if let Value::String(text) = value
            && text.trim_start().starts_with(['[', '{'])
            && let Ok(inner) = serde_json::from_str::<Value>(text)
        {
            return Some(inner).filter(|inner| !is_empty(inner));
        }
        Some(value.clone())
    }

    /// Whether that column holds something.
    #[must_use]
    pub fn has_something(&self, key: &str) -> bool {
        self.find(&[key]).is_some()
    }

    /// The texts of those columns, each with its line breaks made spaces.
    #[must_use]
    pub fn list_of_lines(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().filter_map(|key| self.words(&[*key])).collect()
    }

    /// Whether no column holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|(_, value)| is_empty(value))
    }
}

/// The list that a cell holds.
fn split(text: &str) -> Vec<String> {
    let separators: &[&str] = if text.contains('|') {
        &["|"]
    } else if text.contains("\",\"") {
        &["\",\"", ",\"", "\","]
    } else {
        &[";", "\n"]
    };
    let mut parts = vec![text.to_owned()];
    for separator in separators {
        parts = parts.iter().flat_map(|part| part.split(separator).map(str::to_owned)).collect();
    }
    parts.into_iter().map(|part| part.trim_matches(['"', ' ', '\n', '\r', '\t']).to_owned()).collect()
}

/// A scalar as text; what programs write for « nothing » is nothing.
#[must_use]
pub fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => {
            let text = number.to_string();
            Some(text.strip_suffix(".0").unwrap_or(&text).to_owned())
        }
        Value::Bool(yes) => Some(if *yes { "oui" } else { "non" }.to_owned()),
        Value::Array(items) => items.iter().find_map(scalar),
        Value::Null | Value::Object(_) => None,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => clean::says_nothing(text),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(value: &str) -> Record {
        let value = serde_json::from_str(value).unwrap();
        Record { line: 1, fields: vec![("a".into(), value)] }
    }

    #[test]
    fn lists_are_read_in_every_spelling() {
        for cell in [
            "\"x|y\"",
            "\"x;y\"",
            "\"x; y\"",
            "[\"x\",\"y\"]",
            "\"[\\\"x\\\",\\\"y\\\"]\"",
            "\"x\\\",\\\"y\"",
            "\"x\\ny\"",
        ] {
            assert_eq!(record(cell).list(&["a"]), ["x", "y"], "{cell}");
        }
        assert!(record("\"\"").list(&["a"]).is_empty());
    }

    #[test]
    fn nothing_is_written_in_many_ways() {
        for cell in ["null", "\" \"", "\"NULL\"", "[]", "{}", "[null]", "\"nan\"", "\"<p>NR</p>\"", "\".\""] {
            assert!(record(cell).text(&["a"]).is_none(), "{cell}");
        }
        for cell in ["0", "\"0\"", "\"00\"", "\"x\"", "\"XXX\"", "\"xx xx\""] {
            assert!(record(cell).words(&["a"]).is_none() || cell.contains(' '), "{cell}");
        }
        assert_eq!(record("\"a &amp; b;c\"").list(&["a"]), ["a & b", "c"]);
        let address = "https://www.ville.fr/?a=1&amp;b=2";
        assert_eq!(record(&format!("\"{address}\"")).addresses(&["a"]), ["https://www.ville.fr/?a=1&b=2"]);
        assert_eq!(record("7440").text(&["a"]).as_deref(), Some("7440"));
        assert_eq!(record("7440.0").text(&["a"]).as_deref(), Some("7440"));
    }
}
