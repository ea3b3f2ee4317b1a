//! No way out: on a public screen in full-screen mode a link to the outside is a dead end without a back button,
//! and `tel:` or `mailto:` open another program over the site. Such links become words, with their address in
//! clear, whatever template or text they come from.

use crate::model::Phone;
use std::borrow::Cow;

const OPEN: &str = "<a ";
const CLOSE: &str = "</a>";

/// The page with its outgoing links made words. `html` is what a template made, before minifying: every
/// attribute stands in double quotes, and no text holds a bare `<`.
#[must_use]
pub fn without_ways_out(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(OPEN).map(|at| from + at) {
        let Some(head) = html[start..].find('>').map(|at| start + at + 1) else { break };
        let Some(end) = html[head..].find(CLOSE).map(|at| head + at) else { break };
        let tag = &html[start..head];
        let words = &html[head..end];
        out.push_str(&html[from..start]);
        match attribute(tag, "href").and_then(in_clear) {
            Some(address) => {
                let class = attribute(tag, "class").unwrap_or_default();
                out.push_str("<span class=\"");
                out.push_str(class);
                out.push_str(if class.is_empty() { "en-clair\">" } else { " en-clair\">" });
                out.push_str(words);
                if !says(words, address) {
                    out.push_str(" (");
                    out.push_str(address);
                    out.push(')');
                }
                out.push_str("</span>");
            }
            None => out.push_str(&html[start..end + CLOSE.len()]),
        }
        from = end + CLOSE.len();
    }
    if from == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[from..]);
    Cow::Owned(out)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let length = tag[start..].find('"')?;
    Some(&tag[start..start + length])
}

/// What a person would write down of an address that leaves the site; `None` for one that stays.
fn in_clear(href: &str) -> Option<&str> {
    let rest = ["https://", "http://", "mailto:", "tel:", "sms:"]
        .into_iter()
        .find_map(|scheme| href.strip_prefix(scheme))?;
    Some(rest.trim_start_matches("www.").trim_end_matches('/'))
}

/// Whether the words of a link say its address already; a telephone number is said by pairs, or in its national form.
fn says(words: &str, address: &str) -> bool {
    if words.contains(address) {
        return true;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // `+33…`, or `+262…` and the other codes of overseas France: people read their ten digits.
    let phone = Phone::parse(address).filter(|_| address.bytes().all(|b| b.is_ascii_digit() || b == b'+'));
    phone.is_some_and(|phone| digits(words).contains(phone.digits().trim_start_matches(['0', '+'])))
}

#[cfg(test)]
mod tests {
    use super::without_ways_out;

    #[test]
    fn what_leaves_becomes_words_and_what_stays_stays() {
        let html = "<p><a href=\"../a.html\">A</a> <a rel=\"noreferrer\" href=\"https://www.impots.gouv.fr/\">le site des impôts</a></p>";
        assert_eq!(
            without_ways_out(html),
            "<p><a href=\"../a.html\">A</a> <span class=\"en-clair\">le site des impôts (impots.gouv.fr)</span></p>"
        );
    }

    #[test]
    fn an_address_that_is_said_is_not_said_twice() {
        let overseas = "<a href=\"tel:+262262400404\">02\u{a0}62\u{a0}40\u{a0}04\u{a0}04</a>";
        assert_eq!(
            without_ways_out(overseas),
            "<span class=\"en-clair\">02\u{a0}62\u{a0}40\u{a0}04\u{a0}04</span>"
        );
        let html = "<a class=\"numero\" href=\"tel:+33298859908\">02\u{a0}98\u{a0}85\u{a0}99\u{a0}08</a> <a href=\"sms:114\">114</a> <a href=\"mailto:a@b.fr\">a@b.fr</a>";
        assert_eq!(
            without_ways_out(html),
            "<span class=\"numero en-clair\">02\u{a0}98\u{a0}85\u{a0}99\u{a0}08</span> <span class=\"en-clair\">114</span> <span class=\"en-clair\">a@b.fr</span>"
        );
    }

    #[test]
    fn a_page_without_links_is_left_alone() {
        assert!(matches!(without_ways_out("<p>Rien</p>"), std::borrow::Cow::Borrowed("<p>Rien</p>")));
    }
}
