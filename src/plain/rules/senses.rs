//! « Appuyez sur le bouton vert, à droite »: who does not see the green, or reads on a small screen, finds nothing. The label says it.

use super::{Check, SentenceLook, verbs};
use crate::plain::lists::Turns;
use crate::plain::{Finding, PassageKind, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/senses.txt")));

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    // « Regardez en haut » asks to look, not to touch.
    const POINT: [&str; 11] = [
        "appuyez",
        "cliquez",
        "touchez",
        "choisissez",
        "sélectionnez",
        "cochez",
        "pressez",
        "tapez",
        "ouvrez",
        "utilisez",
        "glissez",
    ];
    if look.passage.kind == PassageKind::Title {
        return None;
    }
    let tokens = look.tokens;
    let verb = (0..tokens.len())
        .find(|&at| POINT.contains(&tokens[at].low.as_str()) && verbs::is_at_vous(&tokens[at]))?;
    // A label, or a link with its own words, tells what it is.
    if tokens.iter().any(|token| token.quoted) {
        return None;
    }
    (verb..tokens.len()).find_map(|at| {
        let found = LIST.at(&tokens[at..])?;
        Some(look.found(Rule::Senses, at, at + found.len, ""))
    })
}
