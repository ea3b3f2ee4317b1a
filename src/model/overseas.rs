//! Numbers of overseas France: ten digits from all of France, as all others, and a country code of their own.
//! `+33262400404` dials nobody.
//!
//! Source: the metadata of libphonenumber 9.0.43 (regions GP, MF, BL, GF, MQ, RE, YT and PM; read in November 2026),
//! which follow the national numbering plan (Arcep, decision 2018-0881).

/// Each country code, and how its numbers begin after their 0.
const CODES: [(&str, &[&str]); 5] = [
    // Guadeloupe, Saint-Martin, Saint-Barthélemy
    ("590", &["590", "5987", "690", "691", "7090", "9395", "9475", "9760", "9761", "9768"]),
    // Guyane
    ("594", &["594", "5988", "694", "70930", "70931", "70932", "70933", "9396", "9476", "9764", "9765"]),
    // Martinique
    ("596", &["596", "5989", "696", "697", "7091", "9397", "9477", "9766", "9767"]),
    // La Réunion and Mayotte, which share theirs
    (
        "262",
        &[
            "262", "263", "2688", "2689", "269", "639", "692", "693", "7092", "70935", "70936", "70937",
            "9398", "9399", "9478", "9479", "9762", "9763", "9769",
        ],
    ),
    // Saint-Pierre-et-Miquelon: the landlines have six digits, and their country code stands for the first four
    ("508", &["7084", "7085"]),
];

const SAINT_PIERRE: &str = "508";

/// From the nine digits after the 0 to what is dialled from anywhere.
pub fn international(rest: &str) -> String {
    if rest.starts_with(SAINT_PIERRE) {
        return format!("+{rest}");
    }
    let code = CODES.iter().find(|(_, heads)| heads.iter().any(|head| rest.starts_with(head)));
    format!("+{}{rest}", code.map_or("33", |(code, _)| code))
}

/// The ten digits of `+262262400404`, `+262 (0)262…`; none for a number of another country, or that nobody has.
pub fn national(dialled: &str) -> Option<String> {
    let bare = dialled.strip_prefix('+')?;
    CODES.iter().find_map(|(code, heads)| {
        let rest = bare.strip_prefix(code)?;
        let rest = rest.strip_prefix("(0)").or_else(|| rest.strip_prefix('0')).unwrap_or(rest);
        let ours = rest.len() == 9
            && rest.bytes().all(|b| b.is_ascii_digit())
            && heads.iter().any(|head| rest.starts_with(head));
        ours.then(|| format!("0{rest}"))
    })
}

#[cfg(test)]
mod tests {
    use crate::model::{Phone, Tariff};

    #[test]
    fn overseas_numbers_have_the_code_of_their_territory() {
        for (text, dialled) in [
            ("0262 40 04 04", "+262262400404"),
            ("02 62 40 04 04", "+262262400404"),
            ("0263 04 04 04", "+262263040404"),
            ("0269 61 12 34", "+262269611234"),
            ("0639 12 34 56", "+262639123456"),
            ("0692 12 34 56", "+262692123456"),
            ("0693 12 34 56", "+262693123456"),
            ("0709 20 12 34", "+262709201234"),
            ("0709 35 12 34", "+262709351234"),
            ("0976 22 12 34", "+262976221234"),
            ("0976 90 12 34", "+262976901234"),
            ("0947 90 12 34", "+262947901234"),
            ("0939 80 12 34", "+262939801234"),
            ("0590 81 23 45", "+590590812345"),
            ("0690 81 23 45", "+590690812345"),
            ("0691 23 23 45", "+590691232345"),
            ("0709 00 12 34", "+590709001234"),
            ("0976 01 23 45", "+590976012345"),
            ("0947 50 12 34", "+590947501234"),
            ("0594 29 12 34", "+594594291234"),
            ("0694 20 12 34", "+594694201234"),
            ("0709 31 12 34", "+594709311234"),
            ("0976 40 12 34", "+594976401234"),
            ("0596 30 12 34", "+596596301234"),
            ("0696 20 12 34", "+596696201234"),
            ("0697 27 12 34", "+596697271234"),
            ("0709 10 12 34", "+596709101234"),
            ("0976 61 23 45", "+596976612345"),
            ("0508 41 10 50", "+508411050"),
            ("0708 40 12 34", "+508708401234"),
            // Of mainland France, though they look alike.
            ("02 61 40 04 04", "+33261400404"),
            ("02 98 85 99 08", "+33298859908"),
            ("05 91 81 23 45", "+33591812345"),
            ("05 95 81 23 45", "+33595812345"),
            ("05 97 81 23 45", "+33597812345"),
            ("06 95 12 34 56", "+33695123456"),
            ("06 98 12 34 56", "+33698123456"),
            ("06 38 12 34 56", "+33638123456"),
            ("07 08 12 34 56", "+33708123456"),
            ("07 09 40 12 34", "+33709401234"),
            ("09 75 12 34 56", "+33975123456"),
            ("09 70 12 34 56", "+33970123456"),
            ("0 800 47 47 88", "+33800474788"),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!(phone.dialled(), dialled, "{text}");
            let again = Phone::parse(&phone.dialled()).unwrap();
            assert_eq!(again.dialled(), phone.dialled(), "{text}");
            if !dialled.starts_with("+33800") {
                assert_eq!(phone.tariff(), Tariff::Ordinary, "{text}");
            }
        }
    }

    #[test]
    fn the_forms_of_abroad_are_said_by_pairs() {
        for text in [
            "+262 262 40 04 04",
            "+262 0262 40 04 04",
            "+262 (0)262 40 04 04",
            "+33 262 40 04 04",
            "+33 (0)2 62 40 04 04",
            "0262.40.04.04",
            "02 62 40 04 04",
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!(phone.spoken().replace('\u{a0}', " "), "02 62 40 04 04", "{text}");
            assert_eq!(phone.dialled(), "+262262400404", "{text}");
        }
        // Another country's, or a number that nobody has: as it is written.
        for text in ["+269 773 12 34", "+687 26 12 34", "+262 298 85 99 08", "+508 41 10 50"] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!(phone.dialled(), text.replace(' ', ""), "{text}");
        }
    }
}
