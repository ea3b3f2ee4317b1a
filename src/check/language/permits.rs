//! What a curator allows, at one place, for a reason, until a day:
//! `<!-- langage: permet A080 parce que « … » jusqu’au 2027-03-01 -->`, `# langage: …` in a sheet, `NOTE langage: …` in captions.

use crate::diag::Diagnostic;
use crate::diag::catalogue::permits::{self as say, why};
use crate::diag::catalogue::plain;
use crate::source::{File, FileId, Span};
use jiff::civil::Date;
use std::ops::Range;

const MARK: &str = "langage:";

pub struct Permits {
    all: Vec<Permit>,
}

struct Permit {
    code: &'static str,
    until: Date,
    span: Span,
    used: bool,
}

impl Permits {
    /// All of a file's permissions, and what is wrong with those that cannot be read.
    pub fn read(id: FileId, file: &File) -> (Self, Vec<Diagnostic>) {
        let (mut all, mut out) = (Vec::new(), Vec::new());
        let mut at = 0;
        for line in file.text().split_inclusive('\n') {
            if let Some((from, words)) = comment(line) {
                let span = Span::new(id, at + from..at + line.trim_end().len());
                match permit(words) {
                    Ok((code, until)) => all.push(Permit { code, until, span, used: false }),
                    Err(reason) => out.push(say::bad_permission(span, reason)),
                }
            }
            at += line.len();
        }
        (Self { all }, out)
    }

    /// Whether what was found in a block is allowed: by a permission between the block before and this one, inside it, or at the
    /// end of its last line.
    pub fn allows(&mut self, code: &str, block: Span, before: &Range<usize>) -> bool {
        let near = |permit: &Permit| {
            let at = permit.span.range().start;
            before.contains(&at) || block.range().contains(&at)
        };
        let found = self.all.iter_mut().find(|permit| permit.code == code && near(permit));
        if let Some(permit) = found {
            permit.used = true;
            return true;
        }
        false
    }

    /// Those whose day is past, and those that allow nothing.
    pub fn tell(&self, today: Date, out: &mut Vec<Diagnostic>) {
        for permit in &self.all {
            if !permit.used {
                out.push(say::idle(permit.span, permit.code));
            } else if permit.until < today {
                out.push(say::expired(permit.span, permit.code, permit.until));
            }
        }
    }
}

/// The words after `langage:` in a comment of Markdown or YAML, and where the comment begins in its line.
fn comment(line: &str) -> Option<(usize, &str)> {
    let mark = line.find(MARK)?;
    let before = line[..mark].trim_end();
    let after = line[mark + MARK.len()..].trim();
    if let Some(rest) = before.strip_suffix("<!--") {
        return Some((rest.len(), after.split("-->").next().unwrap_or(after).trim()));
    }
    if before == "NOTE" {
        return Some((0, after));
    }
    let rest = before.strip_suffix('#')?;
    (rest.is_empty() || rest.ends_with(' ')).then_some((rest.len(), after))
}

/// `permet A080 parce que « … » jusqu’au 2027-03-01`
fn permit(words: &str) -> Result<(&'static str, Date), &'static str> {
    let rest = words.strip_prefix("permet ").ok_or(why::VERB)?.trim_start();
    let (code, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let code = plain::CODES.iter().chain(say::CODES).find(|known| known.id == code).ok_or(why::CODE)?.id;
    let rest = rest.trim_start().strip_prefix("parce que").ok_or(why::REASON)?;
    let rest = rest.trim_start().strip_prefix('«').ok_or(why::REASON)?;
    let (reason, rest) = rest.split_once('»').ok_or(why::REASON)?;
    if !reason.chars().any(char::is_alphabetic) {
        return Err(why::REASON);
    }
    let rest = rest.trim_start();
    let date =
        ["jusqu’au ", "jusqu'au "].iter().find_map(|words| rest.strip_prefix(words)).ok_or(why::DATE)?;
    Ok((code, date.trim().parse().map_err(|_| why::DATE)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_has_a_code_a_reason_and_a_day() {
        let good = "permet A080 parce que « c’est la loi » jusqu’au 2027-03-01";
        assert_eq!(permit(good), Ok(("A080", Date::constant(2027, 3, 1))));
        for (bad, reason) in [
            ("permets A080", why::VERB),
            ("permet L3 parce que « a » jusqu’au 2027-03-01", why::CODE),
            ("permet A001 parce que « a » jusqu’au 2027-03-01", why::CODE),
            ("permet A080", why::REASON),
            ("permet A080 parce que « » jusqu’au 2027-03-01", why::REASON),
            ("permet A080 parce que « a »", why::DATE),
            ("permet A080 parce que « a » jusqu’au 1er mars 2027", why::DATE),
            ("permet A080 parce que « a » jusqu’au 2027-02-30", why::DATE),
        ] {
            assert_eq!(permit(bad), Err(reason), "{bad}");
        }
    }

    #[test]
    fn only_comments_are_permissions() {
        assert!(comment("<!-- langage: permet -->").is_some());
        assert!(comment("resume: x # langage: permet").is_some());
        assert!(comment("NOTE langage: permet").is_some());
        assert!(comment("Le langage: un mot").is_none());
        assert!(comment("langage:").is_none());
    }
}
