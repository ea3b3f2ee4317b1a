//! Accents that a program wrote twice: « MÃ©diathÃ¨que », « M√©diath√®que ». A file where most are so is refused whole;
//! in one cell, there is one way only to read them.

use super::letters::OneByte;
use super::record::Record;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// For each way of reading bytes as letters: the byte that each letter above ASCII was.
static BYTES: LazyLock<Vec<BTreeMap<char, u8>>> = LazyLock::new(|| {
    OneByte::ALL
        .iter()
        .map(|way| {
            let mut map: BTreeMap<char, u8> =
                (0x80..=0xff).filter_map(|byte| Some((way.letter(byte)?, byte))).collect();
            if *way == OneByte::Windows1252 {
                // What Windows has no letter for stays a control.
                for byte in 0x80..=0x9f {
                    map.entry(char::from(byte)).or_insert(byte);
                }
            }
            map
        })
        .collect()
});

/// Mends the cells of a row; how many were mended.
pub fn mend(record: &mut Record) -> usize {
    record.fields.iter_mut().filter(|(_, value)| !value.is_null()).map(|(_, value)| mend_value(value)).sum()
}

fn mend_value(value: &mut Value) -> usize {
    match value {
        Value::String(text) => match mended(text) {
            None => 0,
            Some(read) => {
                *text = read;
                1
            }
        },
        Value::Array(items) => items.iter_mut().map(mend_value).sum(),
        Value::Object(map) => map.values_mut().map(mend_value).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// The text with its accents, when some were written twice, or three times.
fn mended(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'Å', 'â', 'ð', '√', '¬', '≈', '‚', '├', '┬', '┼', 'Ô']) {
        return None;
    }
    let mut out: Option<String> = None;
    for _ in 0..3 {
        let before = out.as_deref().unwrap_or(text);
        match BYTES.iter().find_map(|bytes| once(before, bytes)) {
            None => break,
            Some(read) => out = Some(read),
        }
    }
    out
}

fn once(text: &str, bytes: &BTreeMap<char, u8>) -> Option<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut found = false;
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        match letter(signs.get(at..).unwrap_or_default(), bytes) {
            Some((letter, length)) => {
                out.push(letter);
                found = true;
                at += length;
            }
            None => {
                out.push(*sign);
                at += 1;
            }
        }
    }
    if !found {
        return None;
    }
    Some(out)
}

/// The letter that the first of these signs begin, and how many they are.
fn letter(signs: &[char], bytes: &BTreeMap<char, u8>) -> Option<(char, usize)> {
    // The second byte of « à » looks like a space, and often became one.
    if let ['Ã', ' ', ..] = signs {
        return Some(('à', 1));
    }
    let byte = |at: usize| bytes.get(signs.get(at)?).copied();
    let length = match byte(0)? {
        0xc2 | 0xc3 | 0xc5 => 2,
        0xe2 => 3,
        0xf0 => 4,
        _ => return None,
    };
    let all: Vec<u8> = (0..length).map(byte).collect::<Option<_>>()?;
    let letter = std::str::from_utf8(&all).ok()?.chars().next()?;
    let french = matches!(u32::from(letter), 0xa0..=0xff | 0x152 | 0x153 | 0x178 | 0x2010..=0x2026 | 0x202f | 0x20ac | 0x2122 | 0x1_f000..);
    french.then_some((letter, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_written_twice_are_read() {
        for wanted in [
            "Médiathèque municipale",
            "Élus à l’écoute, « cœur » de Landerneau – 5 €",
            "Ça coûte où ? Noël, août, garçon, île, ÀÉÈÊÎÔÛÇ",
            "n° 3, 2ᵉ".trim_end_matches('ᵉ'),
        ] {
            let windows: String =
                wanted.bytes().map(|b| OneByte::Windows1252.letter(b).unwrap_or(char::from(b))).collect();
            assert_ne!(windows, wanted);
            assert_eq!(mended(&windows).as_deref(), Some(wanted), "{windows}");
            for way in [OneByte::Macintosh, OneByte::Dos850] {
                let Some(twice) = wanted.bytes().map(|b| way.letter(b)).collect::<Option<String>>() else {
                    continue;
                };
                assert_eq!(mended(&twice).as_deref(), Some(wanted), "{twice}");
            }
        }
        assert_eq!(mended("MÃƒÂ©diathÃƒÂ¨que").as_deref(), Some("Médiathèque"));
        assert_eq!(mended("VoilÃ\u{20}la mÃ©diathÃ¨que").as_deref(), Some("Voilà la médiathèque"));
        assert_eq!(mended("Accueil Ã\u{20}la mairie").as_deref(), Some("Accueil à la mairie"));
        assert_eq!(mended("Point numÃ©rique à l’étage").as_deref(), Some("Point numérique à l’étage"));
    }

    #[test]
    fn french_is_left_as_it_is() {
        for text in [
            "Médiathèque",
            "CAFÉ» et « CAFÉ »",
            "É\u{a0}» à\u{a0}»",
            "CHÂTEAU, HÔTEL DE VILLE",
            "CHÂTEAU D’EAU",
            "Âge d’or",
            "L’Ôté «\u{a0}â\u{a0}»",
            "Ângela",
            "São Paulo, Åland",
            "pâte à crêpes…",
            "5 € – 10 €",
            "√2 ≈ 1,4",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
