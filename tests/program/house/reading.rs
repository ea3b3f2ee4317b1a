//! Rust read just enough: comments and tests out, string literals aside.

/// The code of a file without comments, strings or tests; lines keep their numbers.
pub struct Code {
    pub text: String,
    /// Each string literal outside tests: its line and its words, escapes as written.
    pub strings: Vec<(usize, String)>,
}

impl Code {
    pub fn read(source: &str) -> Self {
        let mut reader = Reader { rest: source, line: 1, text: String::new(), strings: Vec::new() };
        reader.read();
        let (text, removed) = without_tests(&reader.text);
        let kept = |line: &usize| !removed.iter().any(|(first, last)| (first..=last).contains(&line));
        let strings = reader.strings.into_iter().filter(|(line, _)| kept(line)).collect();
        Self { text, strings }
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    text: String,
    strings: Vec<(usize, String)>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        while let Some(c) = self.rest.chars().next() {
            let raw = self.rest.trim_start_matches('b');
            let word = self.text.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
            if self.rest.starts_with("//") {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.take(end);
            } else if self.rest.starts_with("/*") {
                let end = self.rest.find("*/").map_or(self.rest.len(), |at| at + 2);
                self.drop_keeping_lines(end);
            } else if !word && (raw.starts_with("r\"") || raw.starts_with("r#")) && self.raw_string(raw) {
            } else if c == '"' {
                self.string();
            } else if c == '\'' && self.character() {
            } else {
                let taken = self.take(c.len_utf8());
                self.text.push_str(taken);
            }
        }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn drop_keeping_lines(&mut self, length: usize) {
        let lines = self.take(length).matches('\n').count();
        self.text.push_str(&"\n".repeat(lines));
    }

    /// A string without escapes: `r#"…"#`. Whether it was one (`r#type` is not).
    fn raw_string(&mut self, raw: &str) -> bool {
        let hashes = raw[1..].len() - raw[1..].trim_start_matches('#').len();
        let Some(words) = raw[1 + hashes..].strip_prefix('"') else { return false };
        let close = format!("\"{}", "#".repeat(hashes));
        let end = words.find(&close).expect("a raw string without end");
        self.strings.push((self.line, words[..end].to_owned()));
        let start = self.rest.len() - words.len();
        self.text.push_str("\"\"");
        self.drop_keeping_lines(start + end + close.len());
        true
    }

    fn string(&mut self) {
        let mut escaped = false;
        let end = self.rest[1..].find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let end = end.expect("a string without end");
        self.strings.push((self.line, self.rest[1..=end].to_owned()));
        self.text.push_str("\"\"");
        self.drop_keeping_lines(end + 2);
    }

    /// A character, as opposed to a lifetime.
    fn character(&mut self) -> bool {
        let mut chars = self.rest[1..].char_indices();
        let end = match (chars.next(), chars.next()) {
            (Some((_, '\\')), Some((second, escaped))) => {
                let from = second + escaped.len_utf8();
                self.rest[1 + from..].find('\'').map(|at| from + at)
            }
            (Some(_), Some((at, '\''))) => Some(at),
            _ => None,
        };
        let Some(end) = end else { return false };
        self.text.push_str("' '");
        self.take(end + 2);
        true
    }
}

/// The code without what `#[cfg(test)]` holds, which keeps its lines empty, and the lines of each part removed.
fn without_tests(code: &str) -> (String, Vec<(usize, usize)>) {
    const MARK: &str = "#[cfg(test)]";
    let (mut kept, mut removed, mut rest) = (String::new(), Vec::new(), code);
    while let Some(at) = rest.find(MARK) {
        kept.push_str(&rest[..at]);
        let item = &rest[at + MARK.len()..];
        let first = kept.matches('\n').count() + 1;
        let opens = item.find('{').unwrap_or(item.len());
        let end = match item.find(';') {
            Some(semicolon) if semicolon < opens => semicolon + 1,
            _ => matching_brace(item, opens),
        };
        let lines = item[..end].matches('\n').count();
        removed.push((first, first + lines));
        kept.push_str(&"\n".repeat(lines));
        rest = &item[end..];
    }
    kept.push_str(rest);
    (kept, removed)
}

fn matching_brace(text: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn code_is_told_from_words() {
    let source = "//! use crate::cli;\nuse a; /* b\nc */ let s = \"un \\\" deux // trois\"; let q = '\"';\nfn f<'a>(x: &'a str) { r#\"q\"uatre\"# }\n#[cfg(test)]\nmod tests {\n    fn t() { \"cinq\".unwrap() }\n}\nfn last() { \"six\" }\n#[cfg(test)]\nmod far;\nconst N: &[u8] = b\"sept\"; const E: char = '\\'';\n";
    let code = Code::read(source);
    let words: Vec<_> = code.strings.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(words, [(3, "un \\\" deux // trois"), (4, "q\"uatre"), (9, "six"), (12, "sept")]);
    assert_eq!(code.text.lines().count(), source.lines().count());
    assert_eq!(code.text.lines().nth(8), Some("fn last() { \"\" }"));
    for gone in ["crate", "unwrap", "far", "quatre", "b\nc"] {
        assert!(!code.text.contains(gone), "{gone} is still in:\n{}", code.text);
    }
}
