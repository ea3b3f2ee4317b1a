//! JSON Schemas of every kind of YAML file, for editors: VS Code and VSCodium propose the keys, and underline what is wrong.
//!
//! Draft 7, which the YAML extension of both editors reads. A schema knows less than `eliane relire`: forms, not facts.

#[cfg(test)]
mod tests;

use crate::keys::{KeyForm, KeyRow, SheetKeys};
use crate::load::SHEETS;
use serde_json::{Map as Object, Value, json};

/// The folder of schemas, in a site's folder.
pub const FOLDER: &str = "schemas";

/// The schemas as files: name and text.
pub fn files() -> Vec<(String, String)> {
    SHEETS.iter().map(|sheet| (format!("{FOLDER}/{}.json", sheet.name), text(&schema(sheet)))).collect()
}

/// What tells VS Code and VSCodium which file has which schema.
pub fn settings() -> String {
    let schemas: Object<String, Value> = SHEETS
        .iter()
        .filter(|sheet| !sheet.files.is_empty())
        .map(|sheet| (format!("./{FOLDER}/{}.json", sheet.name), json!(sheet.files)))
        .collect();
    text(&json!({ "yaml.schemas": schemas }))
}

/// The line that tells the same to any editor with the YAML language server; `depth` folders lead to the site's own.
pub fn modeline(name: &str, depth: usize) -> String {
    format!("# yaml-language-server: $schema={}{FOLDER}/{name}.json\n", "../".repeat(depth))
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

fn schema(sheet: &SheetKeys) -> Value {
    let keys: Vec<&KeyRow> = sheet.keys().collect();
    let map = map(&keys);
    let mut whole = if sheet.list { json!({ "type": "array", "items": map }) } else { map };
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(sheet.title);
    whole
}

fn map(keys: &[&KeyRow]) -> Value {
    let properties: Object<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.is_required()).map(|key| key.name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn described(key: &KeyRow) -> Value {
    let mut value = form(&key.form);
    value["description"] = json!(plain(key.says));
    value
}

/// A meaning without its marks: editors show them as they are.
fn plain(says: &str) -> String {
    let mut out = String::new();
    let mut rest = says;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, after)) =
            link.split_once("](").and_then(|(words, target)| Some((words, target.split_once(')')?.1)))
        else {
            break;
        };
        out.push_str(before);
        out.push_str(words);
        rest = after;
    }
    out.push_str(rest);
    out.replace("**", "").replace('`', "")
}

/// What is not between quotation marks may look like a number: the program reads it as it is written.
fn scalar() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

fn form(form: &KeyForm) -> Value {
    let list = |one: Value| json!({ "anyOf": [one, { "type": "array", "items": one }] });
    let of = |keys: &'static [KeyRow]| map(&keys.iter().collect::<Vec<_>>());
    match form {
        KeyForm::Text => scalar(),
        KeyForm::Texts => list(scalar()),
        KeyForm::Choice(words) => json!({ "enum": words }),
        KeyForm::Choices(words) => list(json!({ "enum": words })),
        KeyForm::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        KeyForm::Day => json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        KeyForm::Date => json!({ "type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }),
        KeyForm::Map(keys) => of(keys),
        KeyForm::Maps(keys) => list(of(keys)),
        KeyForm::NumberOrMaps(keys) => {
            json!({ "anyOf": [scalar(), of(keys), { "type": "array", "items": { "anyOf": [scalar(), of(keys)] } }] })
        }
        KeyForm::Labels => json!({ "type": "object", "additionalProperties": scalar() }),
    }
}
