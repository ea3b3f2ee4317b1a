//! Notices as other programs write them: `> [!NOTE]`, `!!! note`, `.. note::`. Each is read as a notice.

use super::line::is_space;

/// A notice of another program, at the beginning of a line.
pub struct Callout<'t> {
    /// What readers would see, to the end of the mark.
    pub written: &'t str,
    /// The title that it gives, or what follows it.
    pub title: &'t str,
    /// The words of the notice are on the lines below.
    pub opens: bool,
}

pub fn callout(body: &str) -> Option<Callout<'_>> {
    let body = body.trim_end();
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().count() <= 20 && name.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    if let Some(rest) = body.strip_prefix("[!") {
        let (name, rest) = rest.split_once(']')?;
        let title = rest.trim_start_matches(['+', '-']).trim_start_matches(is_space);
        let written = body.strip_suffix(rest)?;
        // « [!NOTE](guide:x) » is a link.
        let whole = is_name(name) && !rest.starts_with(['(', '[']);
        return whole.then_some(Callout { written, title, opens: false });
    }
    if let Some(name) = body.strip_prefix(".. ").and_then(|rest| rest.strip_suffix("::")) {
        return is_name(name).then_some(Callout { written: body, title: "", opens: true });
    }
    let rest = ["!!!", "???+", "???"].iter().find_map(|mark| body.strip_prefix(mark))?;
    let rest = rest.strip_prefix(' ')?.trim_start();
    let name = rest.split([' ', '"']).next()?;
    let after = rest.strip_prefix(name)?.trim();
    let title = after.strip_prefix('"').and_then(|title| title.strip_suffix('"'));
    let whole = is_name(name)
        && name.starts_with(char::is_lowercase)
        && (after.is_empty() || title.is_some() || is_name(after));
    whole.then_some(Callout { written: body, title: title.unwrap_or_default(), opens: true })
}
