//! Reading a sheet key by key: every fault is said, and none hides another.
//!
//! [`Fields`] takes a YAML map. Each method takes one key, converts it, and pushes a diagnostic when it
//! cannot; [`Fields::finish`] then names the keys that nobody asked for.

use super::marks::{entity, markup};
use super::several::{are_plain_words, is_bracketed, one_a_line, several};
use crate::diag::Diagnostics;
use crate::diag::catalogue::{fields as say, links, markdown, services, yaml};
use crate::keys::KeyRow;
use crate::parse::yaml::{Key, Node, ValueKind};
use crate::source::{At, Span};
use crate::text::{MeantDate, PartialDate, french, nearest, reads_one_way, slip_of};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// So many unknown keys are told one by one, each with the nearest known one: what holds more is no sheet.
const MOST_UNKNOWN: usize = 100;

const DAY: &str = "une date AAAA-MM-JJ, par exemple 2026-11-24";
const PARTIAL: &str = "une date AAAA-MM-JJ, AAAA-MM ou AAAA";

/// The keys of one map.
pub struct Fields<'a> {
    entries: &'a [(Key, Node)],
    known: Vec<&'static str>,
    /// Whether the value is no map, which was said: nothing more is missing.
    broken: bool,
    /// Where to point when a key is missing.
    span: Span,
    out: &'a mut Diagnostics,
}

impl<'a> Fields<'a> {
    /// The keys of `node`; a value that is no map is said to be wrong and read as an empty one.
    pub fn new(node: &'a Node, what: &str, out: &'a mut Diagnostics) -> Self {
        let broken = !matches!(node.kind, ValueKind::Map(_) | ValueKind::Empty);
        let entries: &[(Key, Node)] = match &node.kind {
            ValueKind::Map(entries) => entries,
            ValueKind::Empty => &[],
            ValueKind::Scalar(text) if let Some(key) = first_key(what) => {
                out.push(say::text_without_key(node.span, what, key, text));
                &[]
            }
            other => {
                out.push(say::wrong_type(node.span, what, "des clés, une par ligne", name_of(other)));
                &[]
            }
        };
        let mut first = BTreeMap::new();
        for (key, _) in entries {
            match first.entry(key.name.as_str()) {
                Entry::Vacant(place) => _ = place.insert(key.span),
                Entry::Occupied(place) => out.push(say::duplicate_key(key.span, &key.name, *place.get())),
            }
        }
        let span = entries.first().map_or(node.span, |(key, _)| key.span);
        Self { entries, known: Vec::new(), broken, span, out }
    }

    /// The diagnostics, for what a caller finds out by itself.
    pub fn out(&mut self) -> &mut Diagnostics {
        self.out
    }

    /// Where the map begins.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The value of a key, if it is there and not empty. What its row says must be there is told when it is not.
    pub fn node(&mut self, key: KeyRow) -> Option<&'a Node> {
        self.known.push(key.name);
        let Some((found, node)) = self.entries.iter().find(|(k, _)| k.name == key.name) else {
            self.demand(key);
            return None;
        };
        if node.kind == ValueKind::Empty {
            self.out.push(say::empty_value(found.span, key.name));
            return None;
        }
        Some(node)
    }

    /// The value of a key, whatever it is, without a word about it.
    pub fn peek(&self, key: &str) -> Option<&'a Node> {
        self.entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// The key's own place, for messages about its absence or its meaning.
    #[must_use]
    pub fn key_span(&self, key: KeyRow) -> Span {
        self.entries.iter().find(|(k, _)| k.name == key.name).map_or(self.span, |(k, _)| k.span)
    }

    /// A scalar exactly as typed.
    pub fn raw(&mut self, key: KeyRow) -> Option<At<String>> {
        let node = self.node(key)?;
        self.scalar(node, key.name)
    }

    /// A scalar that must be there; an empty string stands for it after the diagnostic.
    pub fn required(&mut self, key: KeyRow) -> At<String> {
        self.raw(key).unwrap_or_else(|| At::new(String::new(), self.span))
    }

    /// A scalar that no page shows as it is, exactly as typed; code in it is told all the same.
    pub fn plain(&mut self, key: KeyRow) -> Option<String> {
        let value = self.raw(key)?;
        self.refuse_code(&value);
        Some(value.value)
    }

    /// A language tag.
    pub fn language(&mut self, key: KeyRow) -> Option<String> {
        self.convert(key, "une langue, par exemple fr", |text| {
            (text.len() >= 2 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
                .then(|| text.to_owned())
        })
    }

    /// A line of French prose.
    pub fn text(&mut self, key: KeyRow) -> Option<String> {
        let value = self.raw(key)?;
        Some(self.prose(&value))
    }

    /// A line of French prose that must be there.
    pub fn required_text(&mut self, key: KeyRow) -> String {
        let value = self.required(key);
        self.prose(&value)
    }

    /// A list of names exactly as typed; a single name counts as a list of one. No name holds a comma: several on
    /// one line are told, and read as what was meant.
    pub fn list(&mut self, key: KeyRow) -> Vec<At<String>> {
        let values = self.scalars(key);
        let Some(node) = self.peek(key.name).filter(|node| matches!(node.kind, ValueKind::Scalar(_))) else {
            return values;
        };
        let [value] = &values[..] else { return values };
        let mut names = several(&value.value);
        if let Some(lines) = one_a_line(node) {
            names = lines;
        }
        if names.len() < 2 && names.first() == Some(&value.value) {
            return values;
        }
        self.out.push(say::list_without_brackets(node.span, key.name, &names));
        names.into_iter().map(|name| At::new(name, value.span)).collect()
    }

    /// A list that must hold something.
    pub fn some(&mut self, key: KeyRow) -> Vec<At<String>> {
        if let Some(Node { kind: ValueKind::List(items), span, .. }) = self.peek(key.name)
            && items.is_empty()
        {
            self.out.push(say::empty_list(*span, key.name, key.example.unwrap_or_default()));
        }
        self.list(key)
    }

    /// A list of lines of French prose.
    pub fn texts(&mut self, key: KeyRow) -> Vec<String> {
        let list = self.scalars(key);
        list.iter().map(|value| self.prose(value)).collect()
    }

    /// A list of words or names as people say them. A single one with commas may be one name, and is told.
    pub fn words(&mut self, key: KeyRow) -> Vec<String> {
        match self.peek(key.name) {
            Some(node @ Node { kind: ValueKind::Scalar(text), span, .. }) if !is_unread_list(text) => {
                if let Some(lines) = one_a_line(node) {
                    self.out.push(say::one_word(*span, key.name, text, &lines));
                } else if text.contains([',', ';']) || is_bracketed(text) {
                    self.out.push(say::one_word(*span, key.name, text, &several(text)));
                }
            }
            Some(Node { kind: ValueKind::List(items), .. }) => {
                for item in items {
                    if let ValueKind::Scalar(text) = &item.kind
                        && are_plain_words(text)
                    {
                        self.out.push(say::several_in_one(item.span, key.name, text, &several(text)));
                    }
                }
            }
            _ => {}
        }
        self.texts(key)
    }

    /// The items of a list exactly as typed; a single scalar counts as a list of one.
    fn scalars(&mut self, key: KeyRow) -> Vec<At<String>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        match &node.kind {
            ValueKind::List(items) => {
                items.iter().filter_map(|item| self.item(item, key.name, "- ")).collect()
            }
            ValueKind::Scalar(text) if is_unread_list(text) => {
                self.out.push(say::dash_without_space(node.span, key.name, text));
                Vec::new()
            }
            _ => self.scalar(node, key.name).into_iter().collect(),
        }
    }

    /// A list of maps; a single map counts as a list of one.
    pub fn maps(&mut self, key: KeyRow) -> Vec<&'a Node> {
        let Some(node) = self.node(key) else { return Vec::new() };
        match &node.kind {
            ValueKind::List(items) => items.iter().collect(),
            _ => vec![node],
        }
    }

    /// One word of a closed list.
    pub fn choice<T: Copy>(&mut self, key: KeyRow, values: &[T]) -> Option<T> {
        let value = self.raw(key)?;
        self.pick(&value, key, values)
    }

    /// Several words of a closed list, each once, in the author's order.
    pub fn choices<T: Copy + PartialEq>(&mut self, key: KeyRow, values: &[T]) -> Vec<T> {
        let mut out = Vec::new();
        for value in self.list(key) {
            if let Some(choice) = self.pick(&value, key, values)
                && !out.contains(&choice)
            {
                out.push(choice);
            }
        }
        out
    }

    /// `oui` or `non`.
    pub fn yes_no(&mut self, key: KeyRow) -> Option<bool> {
        self.choice(key, &[true, false])
    }

    /// A whole number within bounds.
    pub fn number(&mut self, key: KeyRow) -> Option<At<u16>> {
        let value = self.raw(key)?;
        let (min, max) = key.bounds();
        let number = value.value.parse::<u16>().ok().filter(|n| (min..=max).contains(n));
        if number.is_none() {
            let expected = format!("un nombre entier de {min} à {max}");
            self.out.push(say::bad_format(value.span, key.name, &value.value, &expected));
        }
        number.map(|n| At::new(n, value.span))
    }

    /// A day, `AAAA-MM-JJ`.
    pub fn date(&mut self, key: KeyRow) -> Option<Date> {
        let value = self.raw(key)?;
        match PartialDate::parse(value.value.trim()) {
            Some(PartialDate::Day(date)) => Some(date),
            _ => {
                self.bad_date(&value, key.name, &format!("{}: ", key.name), DAY);
                None
            }
        }
    }

    /// Says what is wrong with a date. `head` stands before it where one date is enough of a line.
    pub fn bad_date(&mut self, value: &At<String>, key: &str, head: &str, expected: &str) {
        let whole = expected != PARTIAL;
        self.out.push(match PartialDate::meant(value.value.trim()) {
            Some(MeantDate::NoSuchDay { month, last }) => {
                say::no_such_day(value.span, key, &value.value, &month.in_words(), last)
            }
            Some(MeantDate::Date(date)) if !whole || matches!(date, PartialDate::Day(_)) => {
                let line = format!("{head}{date}");
                let told = say::date_written_otherwise(value.span, key, &value.value, &line);
                if reads_one_way(value.value.trim()) { told.mended_as(date.to_string()) } else { told }
            }
            _ => say::bad_format(value.span, key, &value.value, expected),
        });
    }

    /// A day, a month or a year.
    pub fn partial_date(&mut self, key: KeyRow) -> Option<PartialDate> {
        let value = self.raw(key)?;
        let date = PartialDate::parse(value.value.trim());
        if date.is_none() {
            self.bad_date(&value, key.name, &format!("{}: ", key.name), PARTIAL);
        }
        date
    }

    /// A scalar of any checked type; `expected` says its form in words.
    pub fn convert<T>(
        &mut self,
        key: KeyRow,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.raw(key)?;
        let converted = parse(value.value.trim());
        if converted.is_none() {
            self.out.push(say::bad_format(value.span, key.name, &value.value, expected));
        }
        converted
    }

    /// Whether the key was written at all.
    #[must_use]
    pub fn has(&self, key: KeyRow) -> bool {
        self.entries.iter().any(|(k, _)| k.name == key.name)
    }

    /// Says that a key is missing, unless the value is no map.
    fn demand(&mut self, key: KeyRow) {
        if let Some(example) = key.example.filter(|_| !self.broken) {
            self.out.push(say::missing_key(self.span, key.name, example));
        }
    }

    /// Names the keys that nobody asked for.
    pub fn finish(self) {
        let known = &self.known;
        let mut unknown = self.entries.iter().filter(|(key, _)| !known.contains(&key.name.as_str()));
        for (key, _) in unknown.by_ref().take(MOST_UNKNOWN) {
            let near = nearest(&key.name, known.iter().copied());
            let told = say::unknown_key(key.span, &key.name, near, known);
            let meant = slip_of(&key.name, known.iter().copied());
            let free = |meant: &&str| !self.entries.iter().any(|(other, _)| other.name == *meant);
            self.out.push(match meant.filter(free) {
                Some(meant) => told.mended_as(meant),
                None => told,
            });
        }
        if let Some((key, _)) = unknown.next() {
            self.out.push(say::more_unknown_keys(key.span, 1 + unknown.count()));
        }
    }

    fn scalar(&mut self, node: &Node, key: &str) -> Option<At<String>> {
        self.item(node, key, &format!("{key}: "))
    }

    /// A scalar after `head`, the dash or the key that it follows.
    fn item(&mut self, node: &Node, key: &str, head: &str) -> Option<At<String>> {
        match (&node.kind, &node.meant) {
            (ValueKind::Scalar(text), _) => Some(At::new(text.trim().to_owned(), node.span)),
            (ValueKind::Map(_), Some(meant)) => {
                let own = || format!("{head}{}", yaml::in_quotes(&meant.words));
                self.out.push(yaml::colon(node.span, &meant.line.as_deref().map_or_else(own, str::to_owned)));
                None
            }
            (other, _) => {
                self.out.push(say::wrong_type(node.span, key, "un texte", name_of(other)));
                None
            }
        }
    }

    fn pick<T: Copy>(&mut self, value: &At<String>, key: KeyRow, values: &[T]) -> Option<T> {
        let words = key.words();
        let found = words.iter().position(|word| *word == value.value);
        if found.is_none() {
            let near = nearest(&value.value, words.iter().copied());
            let told = say::unknown_value(value.span, key.name, &value.value, near, words);
            self.out.push(match slip_of(&value.value, words.iter().copied()) {
                Some(meant) => told.mended_as(meant),
                None => told,
            });
        }
        found.and_then(|at| values.get(at).copied())
    }

    fn prose(&mut self, value: &At<String>) -> String {
        self.refuse_code(value);
        if let Some(marks) = markup(&value.value) {
            self.out.push(markdown::marks_in_a_sheet(value.span, &marks));
        }
        if let Some((written, sign)) = entity(&value.value) {
            self.out.push(markdown::entity_in_a_sheet(value.span, written, &sign));
        }
        if value.value.contains("{libell") {
            self.out.push(links::label_elsewhere(value.span));
        }
        if let Some(why) = services::dead_number_in(&value.value) {
            self.out.push(services::dead_number(value.span, why));
        }
        french(&value.value)
    }

    /// Tells code in a scalar that a caller reads by itself.
    pub fn refuse_code(&mut self, value: &At<String>) {
        if looks_like_code(&value.value) {
            self.out.push(markdown::html_in_a_sheet(value.span, &value.value));
        }
    }
}

/// The key under which a text stands in a group of keys, when it was written without.
fn first_key(what: &str) -> Option<&'static str> {
    Some(match what {
        "horaires" => "texte",
        "adresse" => "rue",
        "capacite" => "etat",
        "sources" => "- titre",
        "a_faire_avant" => "- texte",
        "si_non" => "- raison",
        _ => return None,
    })
}

/// Whether a text was meant as a list, and its dashes have no space after them (or are bullets): YAML joins its lines.
fn is_unread_list(text: &str) -> bool {
    let Some(mark) =
        text.chars().next().filter(|c| matches!(c, '-' | '•' | '·' | '–' | '—' | '*' | '‣' | '▪'))
    else {
        return false;
    };
    let rest = text[mark.len_utf8()..].trim_start();
    // « -5 » and « --- » are no lists.
    rest.starts_with(char::is_alphabetic) || rest.starts_with(['"', '«', '\''])
}

/// Whether a text holds a tag or an event handler. Everything is escaped when it is shown; this is said all
/// the same, because its author meant something that will not happen.
#[must_use]
pub fn looks_like_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let tag = bytes
        .windows(2)
        .any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || b"/!?".contains(&pair[1])));
    tag || looks_like_handler(text)
}

/// Whether a text holds `onload=` or its like where an attribute would stand.
#[must_use]
pub fn looks_like_handler(text: &str) -> bool {
    text.match_indices('=').any(|(at, _)| {
        // Cut where letters begin, never by counting bytes: « médiathèque = une bibliothèque » holds an accent there.
        let word = text[..at].trim_end();
        let before = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let name = &word[before.len()..];
        name.len() > 3
            && name.to_ascii_lowercase().starts_with("on")
            && before.ends_with(['"', '\'', ' ', '/', '\n', '\t'])
    })
}

fn name_of(kind: &ValueKind) -> &'static str {
    match kind {
        ValueKind::Empty => "rien",
        ValueKind::Scalar(_) => "un texte",
        ValueKind::List(_) => "une liste",
        ValueKind::Map(_) => "un groupe de clés",
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_code;

    #[test]
    fn code_is_told_from_prose() {
        for bad in ["<script>", "a</b>", "<!-- x", "x\" onload=alert(1)", "\"onload=\"x", "' onclick ='"] {
            assert!(looks_like_code(bad), "{bad}");
        }
        for good in ["1 < 2", "a <3", "https://a.fr/?on=1", "prix = 3", "son=oui", "« on » = nous"] {
            assert!(!looks_like_code(good), "{good}");
        }
    }
}
