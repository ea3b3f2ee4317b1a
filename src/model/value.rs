//! Values that are checked once, when they are read, and can be trusted ever after.

use super::overseas;

/// A telephone number that people in France can dial.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phone {
    /// Digits, after a `+` for another country.
    digits: String,
}

impl Phone {
    /// Reads « 02 98 85 99 08 », « 0298859908 », « 02.98.85.99.08 », « +33 2 98 85 99 08 », « +262 262 40 04 04 »,
    /// short numbers from two to six digits (15, 114, 3646, 116 006) and numbers abroad that begin with `+`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String =
            text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' | '/')).collect();
        let digits = match digits.strip_prefix("+33") {
            Some(rest) => format!("0{}", rest.trim_start_matches("(0)")),
            None => overseas::national(&digits).unwrap_or(digits),
        };
        let bare = digits.strip_prefix('+').unwrap_or(&digits);
        if bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let good = if digits.starts_with('+') {
            (8..=15).contains(&bare.len())
        } else if let Some(rest) = bare.strip_prefix('0') {
            rest.len() == 9 && !rest.starts_with('0')
        } else {
            (2..=6).contains(&bare.len())
        };
        good.then_some(Self { digits })
    }

    /// Its digits, after a `+` for another country.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// As people read it aloud: by pairs, short numbers in two halves, with no-break spaces.
    #[must_use]
    pub fn spoken(&self) -> String {
        let size = match self.digits.len() {
            4 | 10 if !self.digits.starts_with('+') => 2,
            6 if !self.digits.starts_with('+') => 3,
            _ => return self.digits.clone(),
        };
        // Free and special numbers are said 0 805 …, by three.
        if self.digits.len() == 10 && self.digits.starts_with("08") {
            let d = &self.digits;
            return [&d[..1], &d[1..4], &d[4..7], &d[7..]].join("\u{a0}");
        }
        let pairs: Vec<_> = self.digits.as_bytes().chunks(size).map(String::from_utf8_lossy).collect();
        pairs.join("\u{a0}")
    }

    /// What follows `tel:` or `sms:`; in international form when there is one.
    #[must_use]
    pub fn dialled(&self) -> String {
        match self.digits.strip_prefix('0') {
            Some(rest) if self.digits.len() == 10 => overseas::international(rest),
            _ => self.digits.clone(),
        }
    }
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

impl Email {
    /// Takes `nom@domaine.fr`: one `@`, a domain with a full stop, no space nor sign that HTML or a mail program would read.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, domain) = text.split_once('@')?;
        let fine = |s: &str, more: &str| {
            !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        (fine(name, "._+-")
            && fine(domain, ".-")
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !domain.contains(".."))
        .then(|| Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address of the web, `https://` or `http://`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebAddress(String);

impl WebAddress {
    /// Takes an address with a host that has a full stop, and no character that would have to be escaped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next()?;
        let host_fine = host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
        let rest_fine =
            text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"\\^`{|}'".contains(c));
        (host_fine && rest_fine).then(|| Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people say it: without `https://www.` nor a last `/`.
    #[must_use]
    pub fn spoken(&self) -> &str {
        let text = self.0.trim_start_matches("https://").trim_start_matches("http://");
        text.trim_start_matches("www.").trim_end_matches('/')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(text: &str) -> Option<String> {
        Phone::parse(text).map(|phone| phone.spoken().replace('\u{a0}', " "))
    }

    #[test]
    fn numbers_are_read_in_every_spelling_and_said_by_pairs() {
        for text in
            ["02 98 85 99 08", "0298859908", "02.98.85.99.08", "+33 2 98 85 99 08", "+33 (0)2 98 85 99 08"]
        {
            assert_eq!(spoken(text).as_deref(), Some("02 98 85 99 08"), "{text}");
        }
        assert_eq!(spoken("3646").as_deref(), Some("36 46"));
        assert_eq!(spoken("116006").as_deref(), Some("116 006"));
        assert_eq!(spoken("0809401401").as_deref(), Some("0 809 401 401"));
        assert_eq!(spoken("114").as_deref(), Some("114"));
        assert_eq!(spoken("+687 26 12 34").as_deref(), Some("+687261234"));
    }

    #[test]
    fn numbers_that_nobody_can_dial_are_refused() {
        for bad in ["", "0", "029885990", "00 98 85 99 08", "33630392518", "02 98 85 99 08 p", "call"] {
            assert_eq!(Phone::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_number_is_dialled_from_anywhere() {
        assert_eq!(Phone::parse("02 98 85 99 08").unwrap().dialled(), "+33298859908");
        assert_eq!(Phone::parse("3646").unwrap().dialled(), "3646");
    }

    #[test]
    fn addresses_hold_nothing_that_could_run() {
        assert!(Email::parse("clic@capld.bzh").is_some());
        for bad in ["a@b", "a b@c.fr", "a@b..fr", "\"onload=@x.fr", "a@b.fr?subject=x", "@b.fr"] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(
            WebAddress::parse("https://www.ameli.fr/").map(|a| a.spoken().to_owned()).as_deref(),
            Some("ameli.fr")
        );
        for bad in [
            "javascript:alert(1)",
            "https://",
            "https://a b.fr",
            "https://a.fr/\"onload=",
            "ftp://a.fr",
            "https://localhost",
        ] {
            assert!(WebAddress::parse(bad).is_none(), "{bad}");
        }
    }
}
