//! A list between brackets as its author typed it, when YAML reads something else there.

use crate::diag::catalogue::yaml::in_quotes;

/// The items of a list that begins at `[`, and what follows the bracket that closes it; without that bracket, all is
/// items and nothing follows. A quotation mark is one only where an item begins; one that is not closed comes last.
fn items(value: &str) -> Option<(Vec<&str>, Option<&str>, Option<char>)> {
    let inside = value.strip_prefix('[')?;
    let mut items = Vec::new();
    let mut from = 0;
    let mut mark = None;
    let mut depth = 0_u32;
    for (at, c) in inside.char_indices() {
        match mark {
            Some(open) => {
                if c == open {
                    mark = None;
                }
            }
            None => match c {
                '"' | '\'' if inside[from..at].trim().is_empty() => mark = Some(c),
                '[' | '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                ']' if depth > 0 => depth -= 1,
                ',' if depth == 0 => {
                    items.push(inside[from..at].trim());
                    from = at + 1;
                }
                ']' => {
                    items.push(inside[from..at].trim());
                    return Some((items, Some(inside[at + 1..].trim()), None));
                }
                _ => {}
            },
        }
    }
    items.push(inside[from..].trim());
    Some((items, None, mark))
}

/// A list of one line as it was meant, when that is not what stands there: items that YAML would cut are between
/// quotation marks, empty ones are gone, what follows the bracket after a comma is within. `goes_on`: lines below close it.
pub(super) fn meant(value: &str, goes_on: bool) -> Option<(FlowSlip, String)> {
    let (mut list, after, open) = items(value)?;
    let closed_mark = open.map(|mark| {
        let cut = list.pop().unwrap_or_default();
        format!("{}{mark}", cut.trim_end_matches(']').trim_end())
    });
    let mut slip = None;
    list.extend(closed_mark.as_deref());
    let rest: Vec<&str> = match after {
        Some(after) if after.starts_with(',') => {
            slip = Some(FlowSlip::Outside);
            after.split(',').collect()
        }
        Some(after) if !(after.is_empty() || after.starts_with('#')) => return None,
        Some(_) => Vec::new(),
        None => {
            slip = if closed_mark.is_some() {
                Some(FlowSlip::Quote)
            } else {
                (!goes_on).then_some(FlowSlip::Open)
            };
            Vec::new()
        }
    };
    // A remark at the end of a list that is not closed belongs to no item.
    let open_remark = list.last().filter(|_| after.is_none()).and_then(|last| last.split_once(" #"));
    let remark = match (open_remark, after) {
        (Some((item, remark)), _) => {
            *list.last_mut()? = item.trim();
            format!(" # {}", remark.trim())
        }
        (None, Some(after)) if after.starts_with('#') => format!(" {after}"),
        _ => String::new(),
    };
    list.extend(rest.into_iter().map(|item| item.trim().trim_matches(['[', ']', '(', ')']).trim()));
    let whole = list.len();
    // A comma before the bracket is allowed, and changes nothing.
    let last_is_empty = list.last().is_some_and(|item| item.is_empty());
    list.retain(|item| !item.is_empty());
    if list.len() + usize::from(last_is_empty) < whole {
        slip = slip.or(Some(FlowSlip::Comma));
    }
    let mut cut = None;
    let list: Vec<String> = list
        .into_iter()
        .map(|item| {
            let why = cut_at(item);
            cut = cut.or(why);
            if why.is_some() { in_quotes(item) } else { item.to_owned() }
        })
        .collect();
    let slip = cut.or(slip)?;
    let end = match (goes_on && after.is_none() && closed_mark.is_none(), last_is_empty) {
        (true, true) => ",",
        (true, false) => "",
        (false, _) => "]",
    };
    (!list.is_empty()).then(|| (slip, format!("[{}{end}{remark}", list.join(", "))))
}

/// What is wrong with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FlowSlip {
    Colon,
    Hash,
    Sign,
    Comma,
    Outside,
    Quote,
    Open,
}

/// What YAML would read within an item that has no quotation marks.
fn cut_at(item: &str) -> Option<FlowSlip> {
    if item.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    if item.starts_with('#') || item.contains(" #") {
        Some(FlowSlip::Hash)
    } else if item.contains(": ") || item.ends_with(':') {
        Some(FlowSlip::Colon)
    } else {
        item.starts_with(['@', '`', '%', '!', '&', '*', '|', '>']).then_some(FlowSlip::Sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_written_as_they_were_meant() {
        for (value, good) in [
            ("[Aide : papiers, Non]", Some("[\"Aide : papiers\", Non]")),
            ("[Non, Aide : papiers]", Some("[Non, \"Aide : papiers\"]")),
            ("[Aide : a, Conseil : b, \"c : d\"]", Some("[\"Aide : a\", \"Conseil : b\", \"c : d\"]")),
            ("[Téléphonez :]", Some("[\"Téléphonez :\"]")),
            ("[Appuyez sur # puis 2, Non]", Some("[\"Appuyez sur # puis 2\", Non]")),
            ("[#1 du canton, Non]", Some("[\"#1 du canton\", Non]")),
            ("[a, #b]", Some("[a, \"#b\"]")),
            ("[Le \"dit\" : oui, 'x']", Some("[\"Le \\\"dit\\\" : oui\", 'x']")),
            ("[@mairie, %remise]", Some("[\"@mairie\", \"%remise\"]")),
            ("[a, , b]", Some("[a, b]")),
            ("[, a]", Some("[a]")),
            ("[a,, b,]", Some("[a, b]")),
            ("[visio] , skype", Some("[visio, skype]")),
            ("[visio], [skype]", Some("[visio, skype]")),
            ("[a, b", Some("[a, b]")),
            ("[a, b # x", Some("[a, b] # x")),
            ("[a, \"b]", Some("[a, \"b\"]")),
            ("['a, b]", Some("['a, b']")),
            ("[a, , b] # x", Some("[a, b] # x")),
            ("[a, b]", None),
            ("[a, b,]", None),
            ("[\"29103\", \"29000\"] # Landerneau", None),
            ("[\"a, b\", 'c # d']", None),
            ("[https://a.fr/#x, 12:30]", None),
            ("[l'été, d'hiver]", None),
            ("[Fermé] le lundi", None),
            ("[]", None),
            ("[", None),
            ("texte", None),
        ] {
            assert_eq!(meant(value, false).map(|(_, good)| good).as_deref(), good, "{value}");
        }
    }

    #[test]
    fn a_list_of_several_lines_stays_open() {
        for (value, good) in [("[a, b,", None), ("[a : b,", Some("[\"a : b\",")), ("[a, , b", Some("[a, b"))]
        {
            assert_eq!(meant(value, true).map(|(_, good)| good).as_deref(), good, "{value}");
        }
    }
}
