//! Telephone lines: who can be called, at what price, with which keys.

use super::fields::Fields;
use crate::diag::Diagnostics;
use crate::diag::catalogue::{fields as say, services};
use crate::keys::KeyForm::{Choice, Text, Texts};
use crate::keys::{KeyRow, keys, may, must};
use crate::model::{Phone, PhoneLine, Price, Tariff};
use crate::parse::yaml::{self, Node};
use crate::plain::PassageKind;
use crate::source::{At, Span};

keys! {
    /// One line.
    PHONE {
        NUMBER = must("numero", "numero: 02 98 85 99 08", Text, "par paires : `02 98 85 99 08`");
        PRICE = may(
            "prix",
            Choice(Price::KEYS),
            "ce que coûte l’appel : `normal`, `gratuit` ou `majore` ; parfois nécessaire : voir plus bas",
        );
        KEYS = may(
            "touches",
            Texts,
            "les touches à presser, dans l’ordre : `[2, \"#\"]` donne « Appuyez sur 2 puis #. »",
        );
        NOTE = may("precision", Text, "une phrase : qui demander, à quelle heure").read_as(PassageKind::Text);
    }
}

const NUMBER: &str = "un numéro par paires, par exemple 02 98 85 99 08";

/// `telephone`: one number, or lines.
pub fn phones(f: &mut Fields<'_>, key: KeyRow) -> Vec<PhoneLine> {
    let mut lines = Vec::new();
    for node in f.maps(key) {
        if matches!(node.kind, yaml::ValueKind::Scalar(_)) {
            lines.extend(bare(node, f.out()));
            continue;
        }
        let mut p = Fields::new(node, key.name, f.out());
        let number = p.raw(key::NUMBER);
        let declared = p.choice(key::PRICE, Price::ALL);
        let wrong_price = p.has(key::PRICE) && declared.is_none();
        let keys = keys(&mut p);
        let note = p.text(key::NOTE);
        let phone = number
            .and_then(|number| read(&number, key::NUMBER.name, p.out()).map(|phone| (phone, number.span)));
        let line = phone.and_then(|(phone, span)| {
            // A price that is there and wrong has been spoken of already.
            let price =
                if wrong_price { Some(Price::Normal) } else { priced(&phone, declared, span, p.out()) };
            Some(PhoneLine { phone, price: price?, keys, note })
        });
        p.finish();
        lines.extend(line);
    }
    lines
}

/// `sms: 114`
pub fn sms(f: &mut Fields<'_>, key: KeyRow) -> Option<Phone> {
    let number = f.raw(key)?;
    read(&number, key.name, f.out())
}

/// `telephone: 02 98 85 99 08`, the short form.
fn bare(node: &Node, out: &mut Diagnostics) -> Option<PhoneLine> {
    let yaml::ValueKind::Scalar(text) = &node.kind else { return None };
    let phone = read(&At::new(text.trim().to_owned(), node.span), "telephone", out)?;
    let price = priced(&phone, None, node.span, out)?;
    Some(PhoneLine { phone, price, keys: Vec::new(), note: None })
}

/// A number that is well written and still answers.
fn read(number: &At<String>, key: &str, out: &mut Diagnostics) -> Option<Phone> {
    if let Some(why) = services::dead_number_in(&number.value) {
        out.push(services::dead_number(number.span, why));
        return None;
    }
    let phone = Phone::parse(&number.value);
    if phone.is_none() {
        let digits = number.value.bytes().filter(u8::is_ascii_digit).count();
        let expected = match digits {
            7..=9 | 11 => format!("{NUMBER} (dix chiffres ; celui-ci en a {digits})"),
            _ => NUMBER.to_owned(),
        };
        out.push(say::bad_format(number.span, key, &number.value, &expected));
    }
    phone
}

/// Its price, once it is one that a voice can call.
fn priced(phone: &Phone, declared: Option<Price>, span: Span, out: &mut Diagnostics) -> Option<Price> {
    if !phone.takes_calls() {
        out.push(services::voice_call(span, &phone.spoken()));
        return None;
    }
    let price = phone.price(declared);
    if price.is_none() {
        out.push(services::price_unsaid(span, &phone.spoken(), phone.tariff() == Tariff::Surcharged));
    }
    price
}

/// `touches: [2, 1]`: what to press, one after the other.
fn keys(p: &mut Fields<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    for key in p.list(key::KEYS) {
        let good = (1..=8).contains(&key.value.len())
            && key.value.bytes().all(|b| b.is_ascii_digit() || b == b'*' || b == b'#');
        if good {
            keys.push(key.value);
        } else {
            let expected = "les touches dans l’ordre, par exemple [2, \"#\"]";
            p.out().push(say::bad_format(key.span, "touches", &key.value, expected));
        }
    }
    keys
}
