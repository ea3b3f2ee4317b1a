//! Why a sheet cannot be read, in its author's terms: the library names tokens, a curator typed a line.

use super::flow::{self, FlowSlip};
use super::line::{Cause, YamlLine};
use super::tree::YamlFault;
use super::{TreeReading, above, quotes};
use crate::diag::Diagnostic;
use crate::diag::catalogue::yaml as say;
use crate::text::is_hidden;

/// Spaces that do not break: they look like a space, and are none for YAML.
const HARD: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{2009}'];

/// The finding for a text that is not YAML.
pub(super) fn explain(lines: &TreeReading<'_>, fault: &YamlFault) -> Diagnostic {
    let at = fault.at;
    let span = lines.span(at..at + 1);
    let says = |words: &str| fault.words.contains(words);
    let text = lines.rows.text;
    // A control sign that nobody sees is no beginning of a value.
    let sign = near(text, at).find_map(|line| {
        let (place, sign) = line.text.char_indices().find(|(_, c)| c.is_control() && *c != '\t')?;
        Some((line.start + place..line.start + place + sign.len_utf8(), line.halves().1))
    });
    if let Some((sign, value)) = sign {
        return say::hidden(lines.span(sign), "", &value.replace(is_hidden, ""));
    }
    let cause = above::unclosed(text, at)
        .or_else(|| near(text, at).find_map(|line| line.cause(text, &says).map(|cause| (line, cause))));
    if let Some((line, cause)) = cause {
        let line = if let Cause::Above(above, ..) = cause { above } else { line };
        let whole = line.start + (line.text.len() - line.text.trim_start().len());
        let span = lines.span(whole..line.start + line.text.trim_end().len());
        return match cause {
            Cause::Colon(repaired) if one_key(line.text) => {
                say::colon(span, &repaired).mended_as(repaired.trim())
            }
            Cause::Colon(repaired) => say::colon(span, &repaired),
            Cause::Other(reason, repaired) | Cause::Above(_, reason, repaired) => {
                say::line(span, reason, &repaired)
            }
            Cause::Indent(reason, spaces) => say::indent(span, reason, spaces, line.text.trim()),
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

/// Whether a line has one key, for certain: no word before a later colon looks like another.
fn one_key(line: &str) -> bool {
    let mut parts = line.split(": ").skip(1).peekable();
    let mut certain = true;
    while let Some(part) = parts.next() {
        let word = part.trim_end().rsplit([' ', '\u{a0}']).next().unwrap_or_default();
        let is_key = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        certain &= parts.peek().is_none() || !is_key;
    }
    certain
}

/// The line where the library stopped, then the one before it that is not empty: its fault is often seen late.
fn near(text: &str, at: usize) -> impl Iterator<Item = YamlLine<'_>> {
    let line = |at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
        YamlLine { start, text: text[start..].split('\n').next().unwrap_or_default() }
    };
    let here = line(text.floor_char_boundary(at.min(text.len())));
    let before = text[..here.start].trim_end();
    [Some(here), (!before.is_empty()).then(|| line(before.len()))].into_iter().flatten()
}

impl<'a> YamlLine<'a> {
    /// What stands before the value (indent, dash, key and colon), and the value.
    pub(super) fn halves(&self) -> (&'a str, &'a str) {
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

    fn cause(&self, text: &'a str, says: &impl Fn(&str) -> bool) -> Option<Cause<'a>> {
        if let Some(repaired) = self.softened() {
            return Some(Cause::Other(
                "une espace insécable s’est glissée là où YAML veut une espace ordinaire",
                repaired,
            ));
        }
        let (head, value) = self.halves();
        let quoted = |words: &str| format!("{head}{}", say::in_quotes(words));
        let after_head = head.trim_end().ends_with([':', '-']);
        match quotes::after_quote(value) {
            Some((words, true)) if after_head => {
                return Some(Cause::Other("une virgule suit le guillemet fermé", quoted(&words)));
            }
            Some((words, false)) if after_head || !value.contains("\",") => {
                return Some(Cause::Other(
                    "des mots suivent un guillemet fermé : tout doit être entre les guillemets",
                    quoted(&words),
                ));
            }
            _ => {}
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
        if let Some((slip, list)) = flow::meant(value, above::closes_below(text, *self)) {
            let repaired = format!("{head}{list}");
            let reason = match slip {
                FlowSlip::Colon => return Some(Cause::Colon(repaired)),
                FlowSlip::Hash => {
                    "un dièse précédé d’une espace commence une remarque : la suite n’est pas lue"
                }
                FlowSlip::Sign => "une valeur commence par un signe réservé de YAML",
                FlowSlip::Comma => "une virgule est de trop dans la liste",
                FlowSlip::Outside => "des mots suivent le crochet fermé",
                FlowSlip::Quote => "un guillemet ouvert n’est pas fermé",
                FlowSlip::Open => "un crochet ouvert n’est pas fermé",
            };
            return Some(Cause::Other(reason, repaired));
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
        let block = value
            .strip_prefix(['|', '>'])
            .map(|rest| rest.trim_start_matches(|c: char| "+-123456789".contains(c)));
        let reserved = value.starts_with(['@', '`', '%', ',', '!'])
            || value.starts_with('*') && value[1..].contains(['*', ' '])
            || block.is_some_and(|rest| !rest.is_empty() && !rest.trim_start().starts_with('#'));
        if reserved && after_head {
            return Some(Cause::Other("la valeur commence par un signe réservé de YAML", quoted(value)));
        }
        if !value.starts_with(['[', '{', '|', '>', '&', '*'])
            && (value.contains(": ") || value.ends_with(':'))
            && says("mapping values")
        {
            // The second line of a text has no key of its own.
            let joined = above::joined(text, *self).filter(|_| head.trim().is_empty());
            return Some(Cause::Colon(joined.map_or_else(|| quoted(value), |joined| joined.line)));
        }
        self.keyless(text, says)
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
    fn keyless(&self, text: &'a str, says: &impl Fn(&str) -> bool) -> Option<Cause<'a>> {
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
        let wide = rest.trim_start().strip_prefix(['：', '﹕', '∶', '꞉', 'ː']);
        if let Some(value) = wide.filter(|_| key > 0) {
            return Some(Cause::Other(
                "une clé est suivie d’un deux-points ordinaire",
                format!("{name}: {}", value.trim()),
            ));
        }
        if let Some(spaces) = above::own_place(text, *self) {
            return Some(Cause::Indent(
                "cette ligne n’est pas à sa place, à cause des espaces du début",
                spaces,
            ));
        }
        if body.is_empty() || body.starts_with(['#', '-']) || body.contains(": ") || body.ends_with(':') {
            return None;
        }
        let joined = above::joined(text, *self);
        if let Some((above, line)) = joined.as_ref().and_then(|joined| Some((joined.remark?, &joined.line))) {
            return Some(Cause::Above(
                above,
                "une ligne qui commence par un dièse est une remarque, et coupe le texte en deux",
                line.clone(),
            ));
        }
        let value = rest.strip_prefix(' ').map(str::trim).filter(|value| key > 0 && !value.is_empty());
        Some(match (value, joined) {
            (Some(value), Some(joined)) => Cause::Other(
                "cette ligne n’a pas de clé",
                say::key_or_text(&format!("{name}: {value}"), &joined.line),
            ),
            (Some(value), None) => {
                Cause::Other("il manque les deux-points après la clé", format!("{name}: {value}"))
            }
            (None, Some(joined)) => Cause::Other(
                "cette ligne n’a pas de clé ; la suite d’un texte se met en retrait, ou sur la même ligne",
                joined.line,
            ),
            (None, None) => {
                Cause::Indent("cette ligne n’a pas de clé ; la suite d’un texte se met en retrait", 2)
            }
        })
    }
}
