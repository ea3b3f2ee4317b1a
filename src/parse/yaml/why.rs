//! Why a sheet cannot be read, in its author's terms: the library names tokens, a curator typed a line.

use super::Lines;
use crate::diag::Diagnostic;
use crate::diag::catalogue::yaml as say;
use serde_yaml::Error;

/// Spaces that do not break: they look like a space, and are none for YAML.
const HARD: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{2009}'];

/// The finding for a text that is not YAML.
pub(super) fn explain(lines: &Lines<'_>, error: &Error) -> Diagnostic {
    let at = error.location().map_or(0, |location| lines.byte_of(&location));
    let span = lines.span(at..at + 1);
    let detail = error.to_string();
    let says = |words: &str| detail.contains(words);
    if let Some((line, cause)) = near(lines.text, at).find_map(|line| Some((line, line.cause(&says)?))) {
        let whole = line.start + (line.text.len() - line.text.trim_start().len());
        let span = lines.span(whole..line.start + line.text.trim_end().len());
        return match cause {
            Cause::Colon(repaired) => say::colon(span, &repaired),
            Cause::Other(reason, repaired) => say::line(span, reason, &repaired),
        };
    }
    if says("budget") || says("alias") || says("anchor") || says("recursion") || says("depth") {
        return say::too_complex(span);
    }
    let reason = if says("tab") {
        "une tabulation sert de retrait"
    } else if says("unclosed quote") {
        "un guillemet n’est pas fermé"
    } else if says("bracket") || says("brace") {
        "un crochet ou une accolade n’est pas fermé"
    } else if says("document") {
        "une ligne « --- » ou « ... » de trop le coupe en deux"
    } else if says("expected string scalar") {
        "une clé doit être un mot"
    } else if says("unexpected character") || says("cannot start") {
        "une valeur commence par un signe réservé ; entourez-la de guillemets droits"
    } else {
        "la structure ne se lit pas à cet endroit"
    };
    say::syntax(span, reason)
}

/// What is wrong with a line, and the line as it should be.
enum Cause {
    Colon(String),
    Other(&'static str, String),
}

/// A line of the sheet and where it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// The line where the library stopped, then the one before it that is not empty: its fault is often seen late.
fn near(text: &str, at: usize) -> impl Iterator<Item = Line<'_>> {
    let line = |at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
        Line { start, text: text[start..].split('\n').next().unwrap_or_default() }
    };
    let here = line(text.floor_char_boundary(at.min(text.len())));
    let before = text[..here.start].trim_end();
    [Some(here), (!before.is_empty()).then(|| line(before.len()))].into_iter().flatten()
}

impl Line<'_> {
    /// What stands before the value (indent, dash, key and colon), and the value.
    fn halves(&self) -> (&str, &str) {
        let body = self.text.trim_start();
        let item = body.trim_start_matches("- ").trim_start();
        let key =
            item.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')).unwrap_or(0);
        let value = match item[key..].strip_prefix(": ") {
            Some(value) if key > 0 => value.trim_start(),
            _ => item,
        };
        (&self.text[..self.text.len() - value.len()], value.trim_end())
    }

    fn cause(&self, says: &impl Fn(&str) -> bool) -> Option<Cause> {
        if let Some(repaired) = self.softened() {
            return Some(Cause::Other(
                "une espace insécable s’est glissée là où YAML veut une espace ordinaire",
                repaired,
            ));
        }
        let (head, value) = self.halves();
        let quoted = |words: &str| format!("{head}{}", say::in_quotes(words));
        if let Some(words) = after_quote(value) {
            return Some(Cause::Other(
                "des mots suivent un guillemet fermé : tout doit être entre les guillemets",
                quoted(&words),
            ));
        }
        if value.starts_with('"') {
            let slash = says("escape") || says("hexadecimal") || says("surrogate");
            return slash.then(|| {
                let words = value.trim_matches('"').replace('\'', "''");
                Cause::Other(
                    "entre guillemets doubles, une barre oblique « \\ » a un autre sens",
                    format!("{head}'{words}'"),
                )
            });
        }
        if value.starts_with('\'') {
            return None;
        }
        if let Some(close) = value.rfind([']', '}']).filter(|_| value.starts_with(['[', '{'])) {
            let after = value[close..].trim_start_matches([']', '}']).trim();
            if !(after.is_empty() || after.starts_with('#')) {
                return Some(Cause::Other(
                    "une valeur qui commence par un crochet est lue comme une liste",
                    quoted(value),
                ));
            }
        }
        if value.contains(" #") && (says("comment") || says("bracket")) {
            return Some(Cause::Other(
                "un dièse précédé d’une espace commence une remarque : la suite n’est pas lue",
                quoted(value.trim_end_matches([',', ']'])),
            ));
        }
        if value.starts_with("- ") && says("block sequence") {
            return Some(Cause::Other("la valeur commence par un tiret, comme une liste", quoted(value)));
        }
        // `*gras*` is a reference to somebody's anchor, `&co` an anchor: a sheet means words.
        let reserved = value.starts_with(['@', '`', '%', ',', '!'])
            || value.starts_with('*') && value[1..].contains(['*', ' ']);
        if reserved && head.trim_end().ends_with([':', '-']) {
            return Some(Cause::Other("la valeur commence par un signe réservé de YAML", quoted(value)));
        }
        if !value.starts_with(['[', '{', '|', '>', '&', '*'])
            && (value.contains(": ") || value.ends_with(':'))
            && says("mapping values")
        {
            return Some(Cause::Colon(quoted(value)));
        }
        self.keyless(says)
    }

    /// A line with its hard spaces made ordinary, when one stands where YAML wants a space.
    fn softened(&self) -> Option<String> {
        let body = self.text.trim_start_matches([' ', '\t']);
        let key =
            body.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')).unwrap_or(0);
        let after_colon = key > 0 && body[key..].strip_prefix(':').is_some_and(|rest| rest.starts_with(HARD));
        let after_dash = body.strip_prefix('-').is_some_and(|rest| rest.starts_with(HARD));
        (after_colon || after_dash || body.starts_with(HARD)).then(|| {
            let mut soft = String::new();
            let mut head = true;
            for c in self.text.chars() {
                head &= !c.is_alphabetic() || after_colon && !soft.contains(':');
                soft.push(if head && HARD.contains(&c) { ' ' } else { c });
            }
            soft
        })
    }

    /// A line that is no key where a key must stand.
    fn keyless(&self, says: &impl Fn(&str) -> bool) -> Option<Cause> {
        if !(says("simple key")
            || says("mapping values")
            || says("expected ':'")
            || says("block mapping")
            || says("whitespace"))
        {
            return None;
        }
        let body = self.text.trim();
        let key =
            body.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')).unwrap_or(0);
        let (name, rest) = body.split_at(key);
        let glued =
            rest.strip_prefix(':').is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', ' ']));
        if key > 0 && glued {
            return Some(Cause::Other(
                "il manque une espace après les deux-points",
                format!("{name}: {}", &rest[1..]),
            ));
        }
        if key > 0
            && let Some(value) = rest.trim_start().strip_prefix('=')
        {
            return Some(Cause::Other(
                "une clé est suivie de deux-points",
                format!("{name}: {}", value.trim()),
            ));
        }
        (!body.is_empty() && !body.starts_with(['#', '-']) && !body.contains(": ") && !body.ends_with(':'))
            .then(|| {
                Cause::Other(
                    "cette ligne n’a pas de clé ; la suite d’un texte se met en retrait",
                    format!("  {body}"),
                )
            })
    }
}

/// The words of a value that begins with a quotation mark and goes on after the one that closes it, without either.
fn after_quote(value: &str) -> Option<String> {
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inside = &value[1..];
    let mut letters = inside.char_indices().peekable();
    let close = loop {
        let (at, c) = letters.next()?;
        if mark == '"' && c == '\\' {
            letters.next();
        } else if c == mark {
            if mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == mark) {
                letters.next();
            } else {
                break at;
            }
        }
    };
    let after = inside[close + 1..].trim();
    if after.is_empty() || after.starts_with(['#', ',', ']', '}', ':']) {
        return None;
    }
    if mark == '\'' {
        return Some(value.trim_matches('\'').replace("''", "'"));
    }
    // "Mairie" de Landerneau: French has quotation marks of its own.
    let mut open = false;
    let marks = value.replace("\\\"", "\"");
    let words = marks.chars().map(|c| {
        open ^= c == '"';
        match c {
            '"' if open => "« ".to_owned(),
            '"' => " »".to_owned(),
            c => c.to_string(),
        }
    });
    Some(words.collect())
}
