//! JSON: a list of records, an object that holds the list, or one record a line; read as it comes.

use super::fault::RowFault;
use super::fault::{FileFault, JsonSlip};
use super::file::{Input, MAX_RECORD};
use super::record::Record;
use super::table::{BoundedLines, ReadRow};
use crate::text::slug;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::rc::Rc;
use std::sync::Arc;

/// Keys under which objects hold their list of records.
const LISTS: [&str; 8] =
    ["service", "services", "structures", "lieux", "results", "records", "data", "items"];

/// Reads every record of a JSON file.
///
/// # Errors
/// When it is not JSON, ends in the middle, or holds no list of records.
pub fn records(input: &Input, take: &mut dyn FnMut(ReadRow)) -> Result<(), FileFault> {
    if by_line(input)? { lines(input, take) } else { document(input, take) }
}

/// Whether each line is a record of its own: the first one is a whole object, and holds no list of records.
fn by_line(input: &Input) -> Result<bool, FileFault> {
    let mut lines = BoundedLines::new(input.read()?, input.line_end);
    let first = loop {
        match lines.next() {
            Ok(Some((_, line))) if line.trim().is_empty() => {}
            Ok(Some((_, line))) => break line,
            Ok(None) => return Err(FileFault::Empty),
            // A whole document on one line is no fault.
            Err(FileFault::TooLong { .. }) => return Ok(false),
            Err(fault) => return Err(fault),
        }
    };
    let Ok(Value::Object(map)) = serde_json::from_str::<Value>(&first) else { return Ok(false) };
    Ok(!map.iter().any(|(key, value)| (is_list(key) || key == "features") && holds_records(value)))
}

fn is_list(key: &str) -> bool {
    LISTS.contains(&key.to_lowercase().as_str())
}

fn holds_records(value: &Value) -> bool {
    matches!(value, Value::Array(items) if items.first().is_none_or(Value::is_object))
}

fn lines(input: &Input, take: &mut dyn FnMut(ReadRow)) -> Result<(), FileFault> {
    let mut lines = BoundedLines::new(input.read()?, input.line_end);
    let mut keys = Keys::default();
    let mut held: Option<u64> = None;
    let mut read = 0;
    while let Some((line, text)) = lines.next()? {
        if text.trim().is_empty() {
            continue;
        }
        // A line that ends in the middle is a bad row, unless it is the last one: the file was cut.
        if let Some(bad) = held.take() {
            take(Err((bad, RowFault::Json)));
        }
        match serde_json::from_str::<Value>(&text) {
            Ok(Value::Object(map)) => {
                read += 1;
                take(Ok(keys.record(line, map)));
            }
            Err(error) if error.is_eof() => held = Some(line),
            _ => take(Err((line, RowFault::Json))),
        }
    }
    held.map_or(Ok(()), |line| Err(FileFault::Truncated { line, read }))
}

fn document(input: &Input, take: &mut dyn FnMut(ReadRow)) -> Result<(), FileFault> {
    let place = Rc::new(JsonPlace { line: Cell::new(1), since: Cell::new(0) });
    let reader = Counting { inner: input.read()?, place: Rc::clone(&place) };
    let walk = JsonWalk {
        place: &place,
        take: RefCell::new(take),
        keys: RefCell::default(),
        read: Cell::new(0),
        counted: input.is_one_line,
        listed: Cell::new(false),
        map: Cell::new(false),
    };
    let mut json = serde_json::Deserializer::from_reader(reader);
    let mut outcome = Top(&walk).deserialize(&mut json);
    // Objects one after the other, on as many lines as they like.
    while outcome.is_ok() && json.end().is_err() {
        outcome = Top(&walk).deserialize(&mut json);
    }
    match outcome {
        Ok(()) if walk.listed.get() || walk.read.get() > 0 => Ok(()),
        Ok(()) => Err(FileFault::NoList),
        Err(_) if walk.map.get() => Err(FileFault::GeoJson),
        Err(error) => Err(explain(error, walk.read.get(), input)),
    }
}

fn explain(error: serde_json::Error, read: u64, input: &Input) -> FileFault {
    let (line, column) = (error.line() as u64, error.column());
    if error.is_eof() {
        FileFault::Truncated { line, read }
    } else if error.is_io() {
        FileFault::of(io::Error::from(error))
    } else {
        let slip = line_at(input, line).and_then(|text| slip_at(&text, column));
        FileFault::BadJson { line, column, read, slip }
    }
}

/// A line of the file, when it is short enough to be looked at.
fn line_at(input: &Input, wanted: u64) -> Option<String> {
    let mut lines = BoundedLines::new(input.read().ok()?, b'\n');
    while let Ok(Some((number, text))) = lines.next() {
        if number == wanted {
            return Some(text);
        }
    }
    None
}

/// What stands where the reader stopped, one letter before or after; columns are counted in bytes.
fn slip_at(line: &str, column: usize) -> Option<JsonSlip> {
    let from = (column.saturating_sub(9)..column).find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let around: String = line.get(from..)?.chars().take(20).collect();
    let at: String = (column.saturating_sub(2)..=column)
        .filter_map(|at| line.get(at..at + 1))
        .filter(|text| !text.trim().is_empty())
        .collect();
    let has = |words: &[&str]| words.iter().any(|word| around.contains(word));
    if has(&["NaN", "Infinity"]) {
        Some(JsonSlip::NotANumber)
    } else if has(&["None", "True", "False"]) {
        Some(JsonSlip::Python)
    } else if has(&["//", "/*"]) && !has(&["://"]) {
        Some(JsonSlip::Comment)
    } else if at.contains('\'') {
        Some(JsonSlip::SingleQuotes)
    } else if at.contains(['}', ']']) {
        Some(JsonSlip::LastComma)
    } else if at.chars().any(char::is_alphabetic) && around.contains(':') {
        Some(JsonSlip::BareKey)
    } else {
        None
    }
}

/// Where reading stands, and how much the record at hand holds so far.
struct JsonPlace {
    line: Cell<u64>,
    since: Cell<u64>,
}

/// Counts lines and bytes, one byte at a time as the JSON library asks for them.
struct Counting<R> {
    inner: R,
    place: Rc<JsonPlace>,
}

impl<R: BufRead> io::Read for Counting<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        let since = self.place.since.get() + n as u64;
        if since > MAX_RECORD {
            return Err(io::Error::other(FileFault::TooLong { line: self.place.line.get() }));
        }
        self.place.since.set(since);
        let ends = memchr::memchr_iter(b'\n', &out[..n]).count();
        self.place.line.set(self.place.line.get() + ends as u64);
        Ok(n)
    }
}

struct JsonWalk<'a> {
    place: &'a JsonPlace,
    take: RefCell<&'a mut dyn FnMut(ReadRow)>,
    keys: RefCell<Keys>,
    read: Cell<u64>,
    /// Whether records are told by their rank, as all are on one line.
    counted: bool,
    /// Whether a list was met, be it empty.
    listed: Cell<bool>,
    /// Whether it is a map: GeoJSON.
    map: Cell<bool>,
}

impl JsonWalk<'_> {
    fn record(&self, line: u64, map: Map<String, Value>) {
        self.read.set(self.read.get() + 1);
        let line = if self.counted { self.read.get() } else { line };
        let record = self.keys.borrow_mut().record(line, map);
        (self.take.borrow_mut())(Ok(record));
    }
}

/// What stands at the top of the document.
struct Top<'w, 'a>(&'w JsonWalk<'a>);

impl<'de> DeserializeSeed<'de> for Top<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.listed.set(true);
        while seq.next_element_seed(ListElement(self.0))?.is_some() {
            self.0.place.since.set(0);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let line = self.0.place.line.get();
        let mut own = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" {
                self.0.map.set(true);
                return Err(serde::de::Error::custom("geojson"));
            }
            if is_list(&key) {
                if let Some(value) = map.next_value_seed(ListValue(self.0))? {
                    own.insert(key, value);
                }
            } else {
                own.insert(key, map.next_value()?);
            }
            self.0.place.since.set(0);
        }
        // An object that holds a list only presents it.
        if !self.0.listed.get() && !own.is_empty() {
            self.0.record(line, own);
        }
        Ok(())
    }
}

/// The value of a key that may hold the list: given back when it does not.
struct ListValue<'w, 'a>(&'w JsonWalk<'a>);

impl<'de> DeserializeSeed<'de> for ListValue<'_, '_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Value>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListValue<'_, '_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<Value>, A::Error> {
        let mut plain = Vec::new();
        let mut records = 0;
        while let Some(value) = seq.next_element_seed(ListElement(self.0))? {
            match value {
                Some(value) => plain.push(value),
                None => records += 1,
            }
            self.0.place.since.set(0);
        }
        self.0.listed.set(self.0.listed.get() || records > 0 || plain.is_empty());
        Ok((records == 0 && !plain.is_empty()).then_some(Value::Array(plain)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<Value>, E> {
        Ok(Some(Value::String(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Value>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<Value>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Option<Value>, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Option<Value>, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Option<Value>, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Option<Value>, E> {
        Ok(None)
    }
}

/// One element of the list: taken as a record when it is an object, given back otherwise.
struct ListElement<'w, 'a>(&'w JsonWalk<'a>);

impl<'de> DeserializeSeed<'de> for ListElement<'_, '_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Value>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! given_back {
    ($($visit:ident: $kind:ty),*) => {
        $(fn $visit<E>(self, value: $kind) -> Result<Option<Value>, E> { Ok(Some(Value::from(value))) })*
    };
}

impl<'de> Visitor<'de> for ListElement<'_, '_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a record")
    }

    given_back!(visit_str: &str, visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64);

    fn visit_unit<E>(self) -> Result<Option<Value>, E> {
        Ok(Some(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<Value>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(seq)).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Value>, A::Error> {
        // Its brace was just read: this is the line where the record begins.
        let line = self.0.place.line.get();
        let own = Map::deserialize(MapAccessDeserializer::new(map))?;
        self.0.record(line, own);
        Ok(None)
    }
}

/// Folded names of keys, each made once.
#[derive(Default)]
struct Keys {
    known: BTreeMap<String, Arc<str>>,
}

impl Keys {
    fn record(&mut self, line: u64, map: Map<String, Value>) -> Record {
        let fields = map.into_iter().map(|(key, value)| (self.fold(key), value)).collect();
        Record { line, fields }
    }

    fn fold(&mut self, key: String) -> Arc<str> {
        if let Some(known) = self.known.get(&key) {
            return Arc::clone(known);
        }
        let folded: Arc<str> = slug(&key).into();
        // A file of random keys must not fill the memory.
        if self.known.len() < 10_000 {
            self.known.insert(key, Arc::clone(&folded));
        }
        folded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and name of each record, the lines that are none, and how it ended.
    type Seen = (Vec<(u64, String)>, Vec<u64>, Result<(), FileFault>);

    fn read(text: &str) -> Seen {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs_err::write(file.path(), text).unwrap();
        let input = Input::open(file.path()).unwrap();
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        let outcome = records(&input, &mut |row| match row {
            Ok(record) => good.push((record.line, record.text(&["nom"]).unwrap_or_default())),
            Err((line, _)) => bad.push(line),
        });
        (good, bad, outcome)
    }

    #[test]
    fn records_are_found_in_every_wrapping() {
        let list = "[\n{\"nom\":\"a\"},\n{\n\"nom\":\"b\"\n}\n]\n";
        for (text, lines) in [
            (list.to_owned(), [2, 3]),
            (format!("{{\"version\":1,\"service\":{list}}}"), [2, 3]),
            ("{\"nom\":\"a\"}\n\n{\"nom\":\"b\",\"services\":\"x|y\"}\n".to_owned(), [1, 3]),
            ("{\n\"nom\":\"a\"\n}\n{\"nom\":\"b\",\"services\":[\"x\"]}".to_owned(), [1, 4]),
        ] {
            let (good, bad, outcome) = read(&text);
            outcome.unwrap();
            let wanted = [(lines[0], "a".to_owned()), (lines[1], "b".to_owned())];
            assert_eq!((good.as_slice(), bad.len()), (wanted.as_slice(), 0), "{text}");
        }
    }

    #[test]
    fn a_file_cut_in_the_middle_says_what_was_read() {
        let (good, _, outcome) = read("[\n{\"nom\":\"a\"},\n{\"nom\":\"b");
        assert_eq!(good.len(), 1);
        assert!(matches!(outcome, Err(FileFault::Truncated { line: 3, read: 1 })), "{outcome:?}");
        let (good, _, outcome) = read("{\"nom\":\"a\"}\n{\"nom\":\"b");
        assert_eq!(good.len(), 1);
        assert!(matches!(outcome, Err(FileFault::Truncated { line: 2, read: 1 })), "{outcome:?}");
    }

    #[test]
    fn one_bad_line_of_many_is_one_bad_row() {
        let (good, bad, outcome) = read("{\"nom\":\"a\"}\n{\"nom\":\n[1]\n{\"nom\":\"b\"}\n");
        outcome.unwrap();
        assert_eq!((good.len(), bad), (2, vec![2, 3]));
    }

    #[test]
    fn what_is_no_list_of_records_is_refused() {
        assert!(matches!(read("nom,ville\n").2, Err(FileFault::BadJson { line: 1, .. })));
        assert!(matches!(read("[1,2").2, Err(FileFault::Truncated { .. })));
        assert!(matches!(read("{\"data\":[]}").2, Ok(())));
        assert!(matches!(read("{}").2, Ok(()) | Err(FileFault::NoList)));
        let deep = format!("[{}", "[".repeat(5000));
        assert!(matches!(read(&deep).2, Err(FileFault::BadJson { .. })));
    }

    #[test]
    fn a_record_without_end_is_refused_in_bounded_memory() {
        let text = format!("[\n{{\"nom\":\"{}\"}}]", "x".repeat(5 << 20));
        assert!(matches!(read(&text).2, Err(FileFault::TooLong { line: 2 })));
        // All records on one line are no fault.
        let many =
            format!("[{}{{\"nom\":\"z\"}}]", format!("{{\"nom\":\"{}\"}},", "x".repeat(1000)).repeat(6000));
        let (good, _, outcome) = read(&many);
        outcome.unwrap();
        assert_eq!(good.len(), 6001);
    }
}
