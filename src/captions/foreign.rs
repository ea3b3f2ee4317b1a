//! Texts of other programs under the name of captions: known by their first lines, so as to be refused by name.

use super::meant;
use crate::diag::catalogue::foreign::kind_of;

/// What a text is by its first letters, which no captions begin with: a page has arrows too, in its remarks.
pub fn certain(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(20).collect::<String>().to_ascii_lowercase();
    let signatures =
        ["{\\rtf", "<!doctype", "<html", "<?xml", "<tt", "<sami", "[script info]", "scenarist_scc"];
    signatures.iter().any(|signature| start.starts_with(signature)).then(|| kind(text)).flatten()
}

/// What a text is, when it is none of ours.
pub fn kind(text: &str) -> Option<&'static str> {
    let first = text.lines().map(meant::bare).find(|line| !line.is_empty())?;
    let start: String = first.chars().take(200).collect::<String>().to_ascii_lowercase();
    let digits = |text: &str| {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then(|| rest.to_owned())
    };
    // `{0}{25}`, `[0][25]`, `[00:12.00]`
    let framed = |open: char, close: char| {
        start
            .strip_prefix(open)
            .and_then(digits)
            .and_then(|rest| rest.strip_prefix(close)?.strip_prefix(open).and_then(digits))
            .is_some_and(|rest| rest.starts_with(close))
    };
    let sung = start.strip_prefix('[').is_some_and(|rest| {
        let (time, _) = rest.split_once(']').unwrap_or_default();
        let tag = ["ti:", "ar:", "al:", "by:", "offset:"].iter().any(|tag| time.starts_with(tag));
        tag || time.split_once(':').is_some_and(|(minutes, seconds)| {
            let number =
                |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            number(minutes) && number(seconds)
        })
    });
    let named = |extension: &str| kind_of(&format!("a.{extension}"));
    match () {
        () if start.starts_with("[script info]") || text.contains("\nDialogue: ") => named("ass"),
        () if start.starts_with("<timedtext") || start.starts_with("<transcript") => named("srv3"),
        () if start.starts_with("<sami") => named("smi"),
        () if start.starts_with('<')
            && (text.contains("<tt ") || text.contains("<tt>") || text.contains(":tt ")) =>
        {
            named("ttml")
        }
        () if start.starts_with('<') && text.contains("<timedtext") => named("srv3"),
        () if start.starts_with('{') && start.contains("\"wiremagic\"") => named("json3"),
        () if start.starts_with("{\\rtf") => Some("RTF, Word ou LibreOffice"),
        () if start.starts_with("<!doctype html") || start.starts_with("<html") => Some("une page web"),
        () if start.starts_with('{') && text.contains("\"events\"") => named("json3"),
        () if start.starts_with("scenarist_scc") => named("scc"),
        () if start.starts_with("# vobsub") => named("idx"),
        () if start.starts_with("[information]") || framed('{', '}') => named("sub"),
        () if framed('[', ']') => named("mpl2"),
        () if is_sbv(first) => named("sbv"),
        () if sung => named("lrc"),
        () => None,
    }
}

/// `0:00:00.599,0:00:04.160`
fn is_sbv(line: &str) -> bool {
    let time = |text: &str| {
        text.matches(':').count() == 2
            && text.contains('.')
            && text.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
    };
    line.split_once(',').is_some_and(|(start, end)| time(start) && time(end))
}
