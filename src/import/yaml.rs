//! A sheet as a curator would have typed it, always in the same way.

/// A value of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetValue {
    Text(String),
    /// On one line: codes and words of closed lists.
    Codes(Vec<String>),
    /// One item a line: sentences.
    List(Vec<String>),
    /// A block of lines.
    Lines(Vec<String>),
    Map(YamlFields),
    Maps(Vec<YamlFields>),
}

/// Keys and values, in order.
pub type YamlFields = Vec<(&'static str, SheetValue)>;

/// Writes keys and values.
#[must_use]
pub fn write(fields: &YamlFields) -> String {
    let mut out = String::new();
    for (key, value) in fields {
        entry(&mut out, "", key, value);
    }
    out
}

fn entry(out: &mut String, indent: &str, key: &str, value: &SheetValue) {
    match value {
        SheetValue::Text(text) => out.push_str(&format!("{indent}{key}: {}\n", scalar(text))),
        SheetValue::Codes(list) => {
            // Between brackets, a comma parts.
            let one = |text: &String| if text.contains(',') { quoted(text) } else { scalar(text) };
            let list: Vec<String> = list.iter().map(one).collect();
            out.push_str(&format!("{indent}{key}: [{}]\n", list.join(", ")));
        }
        SheetValue::List(list) => {
            out.push_str(&format!("{indent}{key}:\n"));
            for text in list {
                out.push_str(&format!("{indent}  - {}\n", scalar(text)));
            }
        }
        SheetValue::Lines(lines) => match lines.as_slice() {
            [only] => out.push_str(&format!("{indent}{key}: {}\n", scalar(only))),
            _ => {
                out.push_str(&format!("{indent}{key}: |\n"));
                for line in lines {
                    out.push_str(&format!("{indent}  {}\n", line.trim()));
                }
            }
        },
        SheetValue::Map(fields) => {
            out.push_str(&format!("{indent}{key}:\n"));
            let inner = format!("{indent}  ");
            for (key, value) in fields {
                entry(out, &inner, key, value);
            }
        }
        SheetValue::Maps(list) => {
            out.push_str(&format!("{indent}{key}:\n"));
            let inner = format!("{indent}    ");
            for fields in list {
                let mut text = String::new();
                for (key, value) in fields {
                    entry(&mut text, &inner, key, value);
                }
                out.push_str(&format!("{indent}  - {}", text.trim_start()));
            }
        }
    }
}

/// Plain when nothing in it could be read as something else, in quotes otherwise.
fn scalar(text: &str) -> String {
    let plain_sign = |c: char| c.is_alphanumeric() || " '’.,-/()+@&_·«»\u{a0}\u{202f}°!?".contains(c);
    let keyword = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "oui", "non"]
        .contains(&text.to_lowercase().as_str());
    let first = text.chars().next();
    let plain = first.is_some_and(char::is_alphabetic)
        && !text.ends_with(char::is_whitespace)
        && text.chars().all(plain_sign)
        && !keyword
        && ![".inf", ".nan"].contains(&text);
    // A date, and an address of the web, are read as they stand.
    let address = (text.starts_with("https://") || text.starts_with("http://"))
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/:?=&%+".contains(&b))
        && !text.ends_with(':');
    if plain || address {
        return text.to_owned();
    }
    quoted(text)
}

fn quoted(text: &str) -> String {
    // Between double quotes, a backslash would be told to be a slip: « C:\photos ».
    if text.contains('\\') {
        let text: String =
            text.chars().map(|c| if c == '\n' { ' ' } else { c }).filter(|c| !c.is_control()).collect();
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml::{ValueKind, parse};
    use crate::source::Sources;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in [
            "Mairie",
            "a: b",
            "a #b",
            "- a",
            "01001",
            "no",
            "O'Neil \"x\"",
            "\\n",
            "C:\\photos",
            "\\\\serveur\\d'accueil \"x\"",
            "fin \\",
            "\\",
            "[a]",
            "é: à",
            "https://a.fr/?b=c#d",
            "3.5",
            "a:",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x",
            "{x}",
            "a, b",
            "~",
            "1er étage",
            "x\u{a0}: y",
        ] {
            let yaml = write(&vec![
                ("nom", SheetValue::Text(text.to_owned())),
                ("liste", SheetValue::Codes(vec![text.to_owned()])),
                ("lignes", SheetValue::List(vec![text.to_owned()])),
            ]);
            let sources = Sources::memory([("a.yaml", yaml.as_str())]);
            let (id, file) = sources.find("a.yaml").unwrap();
            let ValueKind::Map(entries) =
                parse(id, file, 0..yaml.len(), &mut crate::diag::Diagnostics::default())
                    .unwrap_or_else(|| panic!("{yaml}"))
                    .kind
            else {
                panic!()
            };
            assert_eq!(entries[0].1.kind, ValueKind::Scalar(text.to_owned()), "{yaml}");
            for (_, node) in &entries[1..] {
                let ValueKind::List(items) = &node.kind else { panic!("{yaml}") };
                assert_eq!((items.len(), &items[0].kind), (1, &ValueKind::Scalar(text.to_owned())), "{yaml}");
            }
        }
    }
}
