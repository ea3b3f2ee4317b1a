//! The colours of the theme: contrast in each of its three themes, and what DESIGN.md says of it.

use std::collections::BTreeMap;

const SHEET: &str = include_str!("../../../themes/kiosque/couleurs.css");
const DESIGN: &str = include_str!("../../../themes/kiosque/DESIGN.md");

/// Text (WCAG 1.4.6), and what must be seen without being read.
const TEXT: f64 = 7.0;
const EDGE: f64 = 4.5;

type Colours = BTreeMap<&'static str, &'static str>;

/// The colours that a rule sets.
fn rule(selector: &str) -> Colours {
    let start = SHEET.find(&format!("{selector} {{")).unwrap_or_else(|| panic!("no rule {selector}"));
    let body = SHEET[start..].split_once('{').unwrap().1.split_once('}').unwrap().0;
    let declarations = body.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(':'));
    declarations
        .map(|(name, value)| (name, value.trim()))
        .filter(|(_, value)| value.starts_with('#'))
        .collect()
}

fn themes() -> [Colours; 3] {
    let light = rule("\n:root");
    let on_light = |selector| light.clone().into_iter().chain(rule(selector)).collect();
    [
        light.clone(),
        on_light(":root[data-couleurs=\"sombre\"]"),
        on_light(":root[data-couleurs=\"contraste\"]"),
    ]
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let two = |at: usize| match digits.len() {
        3 => digits[at..=at].repeat(2),
        _ => digits[2 * at..2 * at + 2].to_owned(),
    };
    let light = |at: usize| {
        let value = f64::from(u8::from_str_radix(&two(at), 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * light(0) + 0.7152 * light(1) + 0.0722 * light(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_and_edges_stand_out_in_every_theme_as_the_design_says() {
    let themes = themes();
    let mut rows = 0;
    for line in DESIGN.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let Some((ink, ground)) = cells[0].split_once(" / ") else { continue };
        let (least, ink) = match ink.strip_prefix("edge: ") {
            Some(ink) => (EDGE, ink),
            None => (TEXT, ink),
        };
        if ink == "ink" || !themes[0].contains_key(ink) {
            continue;
        }
        rows += 1;
        for (theme, said) in themes.iter().zip(&cells[1..]) {
            let found = contrast(theme[ink], theme[ground]);
            assert!(found >= least, "{ink} on {ground}: {found:.2}, wants {least}");
            assert_eq!(format!("{found:.1}"), *said, "{ink} on {ground}");
        }
    }
    assert!(rows >= 15, "{rows} rows of the table were read");
}

/// Those whose system is dark see the same dark as those who ask for it.
#[test]
fn captions_stand_out_on_their_band() {
    let css = include_str!("../../../themes/kiosque/film.css");
    let colours: Vec<&str> = css
        .lines()
        .filter(|line| line.starts_with("video::cue(."))
        .map(|line| line.split("color: ").nth(1).unwrap().split(';').next().unwrap())
        .collect();
    assert_eq!(colours.len(), 6, "white and the five colours of the charter");
    for colour in colours {
        let long = match colour.len() {
            4 => colour.chars().flat_map(|c| if c == '#' { vec![c] } else { vec![c, c] }).collect(),
            _ => colour.to_owned(),
        };
        assert!(contrast(&long, "#000000") >= 7.0, "{colour}");
    }
}

#[test]
fn there_is_one_dark_theme() {
    assert_eq!(rule(":root:not([data-couleurs])"), rule(":root[data-couleurs=\"sombre\"]"));
}

#[test]
fn contrast_is_reckoned_as_others_do() {
    assert!((contrast("#fff", "#000000") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#fff") - 4.48).abs() < 0.01);
}
