//! The tree as the YAML library gives it, with places: the only file that knows that library.
//!
//! It reads the parser's events, and makes no guess about numbers or truth values: a value is its text.

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span, StrInput};
use std::borrow::Cow;
use std::ops::Range;

/// How deep a sheet may nest: none of ours goes beyond four.
const MAX_DEPTH: usize = 24;

/// How many values and keys a sheet may hold: a sheet of 2 MB of one-letter words stops here.
const MAX_NODES: usize = 60_000;

/// A value and its bytes in the YAML; a collection is given by its beginning alone.
pub(super) struct Raw<'a> {
    pub range: Range<usize>,
    pub value: Value<'a>,
}

pub(super) enum Value<'a> {
    /// Nothing, `~` or `null`.
    Empty,
    /// A text, quotes and escapes undone.
    Text(Cow<'a, str>),
    List(Vec<Raw<'a>>),
    Map(Vec<(RawKey<'a>, Raw<'a>)>),
}

pub(super) struct RawKey<'a> {
    pub range: Range<usize>,
    pub name: Cow<'a, str>,
}

/// Why the library, or a bound of ours, stopped.
pub(super) struct YamlFault {
    /// Where, in bytes of the YAML.
    pub at: usize,
    /// What the library says of it, in English.
    pub words: String,
}

/// Reads one document.
///
/// # Errors
/// The first fault of a text that is not YAML, that holds two documents, or that uses what sheets do not need and
/// bombs are made of: anchors, aliases, depth, great numbers.
pub(super) fn read(text: &str) -> Result<Raw<'_>, YamlFault> {
    let mut events = Events { text, parser: Parser::new_from_str(text), nodes: 0 };
    let root = events.next()?.and_then(|next| events.value(next, 1).transpose()).transpose()?;
    match events.next()? {
        None => Ok(root.unwrap_or(Raw { range: text.len()..text.len(), value: Value::Empty })),
        Some((_, span)) => Err(events.fault(span.start, "a second document")),
    }
}

type NextEvent<'a> = (Event<'a>, Span);

struct Events<'a> {
    text: &'a str,
    parser: Parser<'a, StrInput<'a>>,
    nodes: usize,
}

impl<'a> Events<'a> {
    /// The next event that is a value or ends one.
    fn next(&mut self) -> Result<Option<NextEvent<'a>>, YamlFault> {
        while let Some(event) = self.parser.next_event() {
            let (event, span) = event.map_err(|error| self.fault(*error.marker(), &error.info()))?;
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ => return Ok(Some((event, span))),
            }
        }
        Ok(None)
    }

    fn fault(&self, mark: Marker, words: &str) -> YamlFault {
        YamlFault { at: self.byte(mark), words: words.to_owned() }
    }

    /// The value that an event begins; nothing where it ends one.
    fn value(&mut self, (event, span): NextEvent<'a>, depth: usize) -> Result<Option<Raw<'a>>, YamlFault> {
        let anchor = match &event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _) => *anchor,
            Event::SequenceEnd | Event::MappingEnd => return Ok(None),
            _ => return Err(self.fault(span.start, "an alias")),
        };
        self.nodes += 1;
        // On a text, a tag is told with the words after it: see `lost`.
        if matches!(event, Event::SequenceStart(_, _, Some(_)) | Event::MappingStart(_, _, Some(_))) {
            return Err(self.fault(span.tag_start.unwrap_or(span.start), "a tag cannot start it"));
        }
        if anchor != 0 {
            return Err(self.fault(span.start, "an anchor"));
        }
        if self.nodes > MAX_NODES || depth > MAX_DEPTH {
            return Err(self.fault(span.start, "over budget"));
        }
        let value = match event {
            Event::Scalar(text, style, ..) if is_nothing(&text, style) => Value::Empty,
            Event::Scalar(text, ..) => Value::Text(text),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                while let Some(next) = self.next()? {
                    match self.value(next, depth + 1)? {
                        Some(item) => items.push(item),
                        None => break,
                    }
                }
                Value::List(items)
            }
            _ => Value::Map(self.entries(depth)?),
        };
        Ok(Some(Raw { range: self.range(&span), value }))
    }

    fn entries(&mut self, depth: usize) -> Result<Vec<(RawKey<'a>, Raw<'a>)>, YamlFault> {
        let mut entries = Vec::new();
        while let Some(next) = self.next()? {
            let place = next.1;
            let Some(key) = self.value(next, depth + 1)? else { break };
            let Value::Text(name) = key.value else {
                return Err(self.fault(place.start, "expected string scalar"));
            };
            let Some(next) = self.next()? else { break };
            let Some(value) = self.value(next, depth + 1)? else { break };
            entries.push((RawKey { range: key.range, name }, value));
        }
        Ok(entries)
    }

    /// The bytes of a node. A block scalar ends with its last line break; a caret should not.
    fn range(&self, span: &Span) -> Range<usize> {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        start..start + self.text[start..end.max(start)].trim_end().len()
    }

    /// A text read from memory has its bytes counted.
    fn byte(&self, mark: Marker) -> usize {
        self.text.floor_char_boundary(mark.byte_offset().unwrap_or_default())
    }
}

fn is_nothing(text: &str, style: ScalarStyle) -> bool {
    style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
