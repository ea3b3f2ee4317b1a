//! JSON Schemas of every kind of YAML file, for editors: VS Code and VSCodium propose the keys, and underline what is wrong.
//!
//! Draft 7, which the YAML extension of both editors reads. A schema knows less than `eliane check`: forms, not facts.

mod kinds;
#[cfg(test)]
mod tests;

use kinds::{SHEETS, SheetSchema};
use serde_json::{Map as Object, Value, json};

/// What a key takes.
pub enum KeyForm {
    Text,
    /// A list, or one.
    Texts,
    Choice(&'static [&'static str]),
    /// A list of words, or one.
    Choices(&'static [&'static str]),
    /// From the first to the second.
    Number(u16, u16),
    /// `AAAA-MM-JJ`
    Day,
    /// A day, a month or a year.
    Date,
    /// Keys of its own.
    Map(&'static [KeyRow]),
    /// A list of maps, or one.
    Maps(&'static [KeyRow]),
    /// A text, or the same.
    NumberOrMaps(&'static [KeyRow]),
    /// Names that the author chooses, and texts.
    Labels,
}

/// One key of a map.
pub struct KeyRow {
    pub name: &'static str,
    pub form: KeyForm,
    pub required: bool,
    /// What it means, shown by the editor.
    pub says: &'static str,
}

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

fn schema(sheet: &SheetSchema) -> Value {
    let keys: Vec<&KeyRow> = sheet.keys.iter().copied().flatten().collect();
    let map = map(&keys);
    let mut whole = if sheet.list { json!({ "type": "array", "items": map }) } else { map };
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(sheet.title);
    whole
}

fn map(keys: &[&KeyRow]) -> Value {
    let properties: Object<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn described(key: &KeyRow) -> Value {
    let mut value = form(&key.form);
    value["description"] = json!(key.says);
    value
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
