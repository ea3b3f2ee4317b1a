//! JSON Schemas of every kind of YAML file, for editors: VS Code and VSCodium propose the keys, and underline what is wrong.
//!
//! Draft 7, which the YAML extension of both editors reads. A schema knows less than `eliane check`: forms, not facts.

mod kinds;
#[cfg(test)]
mod tests;

use kinds::{SHEETS, Sheet};
use serde_json::{Map as Object, Value, json};

/// What a key takes.
pub enum Form {
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
    Map(&'static [Key]),
    /// A list of maps, or one.
    Maps(&'static [Key]),
    /// A text, or the same.
    NumberOrMaps(&'static [Key]),
    /// Names that the author chooses, and texts.
    Labels,
}

/// One key of a map.
pub struct Key {
    pub name: &'static str,
    pub form: Form,
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

fn schema(sheet: &Sheet) -> Value {
    let keys: Vec<&Key> = sheet.keys.iter().copied().flatten().collect();
    let map = map(&keys);
    let mut whole = if sheet.list { json!({ "type": "array", "items": map }) } else { map };
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(sheet.title);
    whole
}

fn map(keys: &[&Key]) -> Value {
    let properties: Object<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn described(key: &Key) -> Value {
    let mut value = form(&key.form);
    value["description"] = json!(key.says);
    value
}

/// What is not between quotation marks may look like a number: the program reads it as it is written.
fn scalar() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

fn form(form: &Form) -> Value {
    let list = |one: Value| json!({ "anyOf": [one, { "type": "array", "items": one }] });
    let of = |keys: &'static [Key]| map(&keys.iter().collect::<Vec<_>>());
    match form {
        Form::Text => scalar(),
        Form::Texts => list(scalar()),
        Form::Choice(words) => json!({ "enum": words }),
        Form::Choices(words) => list(json!({ "enum": words })),
        Form::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Form::Day => json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        Form::Date => json!({ "type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }),
        Form::Map(keys) => of(keys),
        Form::Maps(keys) => list(of(keys)),
        Form::NumberOrMaps(keys) => {
            json!({ "anyOf": [scalar(), of(keys), { "type": "array", "items": { "anyOf": [scalar(), of(keys)] } }] })
        }
        Form::Labels => json!({ "type": "object", "additionalProperties": scalar() }),
    }
}
