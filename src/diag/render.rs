//! Showing diagnostics: for people in a terminal, for programs as JSON.

use super::{Diagnostic, Diagnostics, Level, Place};
use crate::source::Sources;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as SnippetLevel, Origin, Renderer, Snippet, Title};
use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Sentences, excerpt and caret.
    #[default]
    Text,
    /// One JSON array.
    Json,
}

/// All diagnostics as text for a terminal, with colours.
#[must_use]
pub fn render(diagnostics: &Diagnostics, sources: &Sources) -> String {
    all(diagnostics, sources, &Renderer::styled().decor_style(DecorStyle::Unicode))
}

/// All diagnostics as plain text.
#[must_use]
pub fn render_plain(diagnostics: &Diagnostics, sources: &Sources) -> String {
    all(diagnostics, sources, &Renderer::plain().decor_style(DecorStyle::Unicode))
}

fn all(diagnostics: &Diagnostics, sources: &Sources, renderer: &Renderer) -> String {
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    // A site that grew without checks has thousands.
    all.par_iter().map(|diagnostic| one(diagnostic, sources, renderer) + "\n\n").collect()
}

fn one(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.level() {
        Level::Error => SnippetLevel::ERROR.with_name("erreur"),
        Level::Warning => SnippetLevel::WARNING.with_name("avertissement"),
        Level::Information => SnippetLevel::INFO.with_name("information"),
    };
    let title: Title<'_> = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id);
    let mut group = place(Group::with_title(title), &diagnostic.place, "", sources, true);
    for (other, words) in &diagnostic.others {
        group = place(group, other, words, sources, false);
    }
    let group = group.element(SnippetLevel::HELP.with_name("réparation").message(diagnostic.repair.as_str()));
    renderer.render(&[group])
}

fn place<'a>(
    group: Group<'a>,
    place: &'a Place,
    label: &'a str,
    sources: &'a Sources,
    primary: bool,
) -> Group<'a> {
    match place {
        Place::Nowhere => group,
        Place::Path(path, line) => {
            let origin = Origin::path(shown(path));
            group.element(match line {
                Some(line) => origin.line(*line).char_column(1),
                None => origin,
            })
        }
        Place::Span(span) => {
            let file = sources.get(span.file);
            let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let range = fit(file.text(), span.range());
            // The one line: a library that is given the whole file reads it whole, for each message of thousands.
            let (start, line) = line_at(file.text(), range.start);
            let annotation = kind.span(range.start - start..range.end - start);
            let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
            let number = sources.line_column(span.file, start).0;
            group.element(
                Snippet::source(line).line_start(number).path(shown(&file.path)).annotation(annotation),
            )
        }
    }
}

/// The name of a file without the signs that would give orders to a terminal.
fn shown(path: &str) -> Cow<'_, str> {
    if path.contains(char::is_control) {
        Cow::Owned(path.replace(char::is_control, "\u{fffd}"))
    } else {
        Cow::Borrowed(path)
    }
}

/// The line of a byte: where it begins, and what it holds with its end.
fn line_at(text: &str, byte: usize) -> (usize, &str) {
    let (before, after) = text.split_at_checked(byte).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = after.find('\n').map_or(text.len(), |at| byte + at + 1);
    (start, text.get(start..end).unwrap_or_default())
}

/// A range that stands on characters of `text`, on one line, and is not empty unless the text is.
fn fit(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end.max(start));
    let end = text[start..end].find('\n').map_or(end, |line| start + line);
    if end > start {
        return start..end;
    }
    let next = text[start..].chars().next().filter(|&c| c != '\n');
    start..start + next.map_or(0, char::len_utf8)
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'a str,
    #[serde(rename = "niveau")]
    level: &'a str,
    #[serde(rename = "fichier")]
    file: Option<&'a str>,
    #[serde(rename = "ligne")]
    line: Option<usize>,
    #[serde(rename = "colonne")]
    column: Option<usize>,
    message: &'a str,
    #[serde(rename = "extrait")]
    excerpt: Option<&'a str>,
    #[serde(rename = "reparation")]
    repair: &'a str,
    #[serde(rename = "autres")]
    others: Vec<Other<'a>>,
    corrections: Vec<Correction<'a>>,
}

/// A change that mends the finding: from one place to the other, this text.
#[derive(Serialize)]
struct Correction<'a> {
    #[serde(rename = "ligne")]
    line: usize,
    #[serde(rename = "colonne")]
    column: usize,
    #[serde(rename = "ligne_fin")]
    end_line: usize,
    #[serde(rename = "colonne_fin")]
    end_column: usize,
    #[serde(rename = "texte")]
    text: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    #[serde(rename = "fichier")]
    file: Option<&'a str>,
    #[serde(rename = "ligne")]
    line: Option<usize>,
    #[serde(rename = "colonne")]
    column: Option<usize>,
    message: &'a str,
}

/// All diagnostics as one JSON array, a stable shape for editors and scripts.
#[must_use]
pub fn as_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let rows: Vec<JsonFinding<'_>> = diagnostics
        .iter()
        .map(|diagnostic| {
            let (file, line, column) = locate(&diagnostic.place, sources);
            JsonFinding {
                code: diagnostic.code.id,
                level: match diagnostic.level() {
                    Level::Error => "erreur",
                    Level::Warning => "avertissement",
                    Level::Information => "information",
                },
                file,
                line,
                column,
                message: &diagnostic.message,
                excerpt: excerpt(&diagnostic.place, sources),
                repair: &diagnostic.repair,
                others: diagnostic
                    .others
                    .iter()
                    .map(|(place, message)| {
                        let (file, line, column) = locate(place, sources);
                        Other { file, line, column, message }
                    })
                    .collect(),
                corrections: corrections(diagnostic, sources),
            }
        })
        .collect();
    let mut json = serde_json::to_string_pretty(&rows).unwrap_or_else(|_| "[]".to_owned());
    json.push('\n');
    json
}

fn corrections<'a>(diagnostic: &'a Diagnostic, sources: &Sources) -> Vec<Correction<'a>> {
    let Place::Span(span) = diagnostic.place else { return Vec::new() };
    let place = |byte| sources.line_column(span.file, byte);
    let edits = diagnostic.edits.iter().map(|edit| {
        let ((line, column), (end_line, end_column)) = (place(edit.range.start), place(edit.range.end));
        Correction { line, column, end_line, end_column, text: &edit.with }
    });
    edits.collect()
}

fn locate<'a>(place: &'a Place, sources: &'a Sources) -> (Option<&'a str>, Option<usize>, Option<usize>) {
    match place {
        Place::Nowhere => (None, None, None),
        Place::Path(path, line) => (Some(path), *line, line.map(|_| 1)),
        Place::Span(span) => {
            let (line, column) = sources.line_column(span.file, span.start as usize);
            (Some(&sources.get(span.file).path), Some(line), Some(column))
        }
    }
}

fn excerpt<'a>(place: &Place, sources: &'a Sources) -> Option<&'a str> {
    let Place::Span(span) = place else { return None };
    let text = sources.get(span.file).text();
    let start = text[..text.floor_char_boundary(span.start as usize)].rfind('\n').map_or(0, |at| at + 1);
    text[start..].lines().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::catalogue::fields;
    use crate::source::Span;

    #[test]
    fn a_place_is_shown_with_its_line_alone_and_its_number() {
        let text = "a: 1\n".repeat(4000) + "tard: Été\n";
        let sources = Sources::memory([("content/\u{1b}[31ma.yaml", text.as_str())]);
        let file = sources.iter().next().unwrap().0;
        let at = text.find("tard").unwrap();
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(fields::unknown_key(Span::new(file, at..at + 4), "tard", None, &["nom"]));
        let said = render_plain(&diagnostics, &sources);
        assert!(said.contains("4001 │ tard: Été"), "{said}");
        assert!(!said.contains('\u{1b}'), "a name gives orders to the terminal: {said:?}");
    }

    fn one_unknown_key() -> (Sources, Diagnostics) {
        let sources = Sources::memory([("content/a.yaml", "nom: Île\ntiter: Été\n")]);
        let (id, file) = sources.find("content/a.yaml").unwrap();
        let at = file.text().find("titer").unwrap();
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(fields::unknown_key(Span::new(id, at..at + 5), "titer", Some("titre"), &[]));
        (sources, diagnostics)
    }

    #[test]
    fn a_terminal_shows_place_caret_and_repair() {
        let (sources, diagnostics) = one_unknown_key();
        insta::assert_snapshot!(render_plain(&diagnostics, &sources));
    }

    #[test]
    fn json_says_the_same() {
        let (sources, diagnostics) = one_unknown_key();
        let json: serde_json::Value = serde_json::from_str(&as_json(&diagnostics, &sources)).unwrap();
        assert_eq!(json[0]["code"], "E030");
        assert_eq!(json[0]["ligne"], 2);
        assert_eq!(json[0]["colonne"], 1);
        assert_eq!(json[0]["extrait"], "titer: Été");
    }

    #[test]
    fn a_place_never_cuts_a_character() {
        let text = "é\nab";
        assert_eq!(fit(text, 1..2), 0..2);
        assert_eq!(fit(text, 0..5), 0..2, "one line only");
        assert_eq!(fit(text, 90..99), 5..5);
    }
}
