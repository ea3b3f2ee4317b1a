//! What verbs look like, as far as the rules need it.

use crate::plain::token::{Token, TokenKind};

/// Words that end like an imperative and are none.
const NOT: [&str; 8] =
    ["chez", "assez", "nez", "rez", "rez-de-chaussée", "rendez-vous", "sachez-le", "soyez"];

/// « appuyez », « demandez-lui », « faites », « dites »: a verb at vous.
pub fn is_at_vous(token: &Token<'_>) -> bool {
    if token.kind != TokenKind::Word || token.quoted || NOT.contains(&token.low.as_str()) {
        return false;
    }
    let stem = token.low.split('-').next().unwrap_or(&token.low);
    stem.len() > 3 && stem.ends_with("ez") || ["faites", "dites", "refaites", "redites"].contains(&stem)
}

/// Whether the token at `at` is an instruction: a verb at vous, without « vous » before it.
pub fn is_imperative(tokens: &[Token<'_>], at: usize) -> bool {
    if !is_at_vous(&tokens[at]) {
        return false;
    }
    // « vous y allez », « si vous ne voyez »; « appuyez-vous ? » asks.
    if tokens[at].low.ends_with("-vous") && tokens.iter().rev().take(3).any(|t| t.is_sign(&["?"])) {
        return false;
    }
    let mut before = at;
    for _ in 0..4 {
        let Some(prior) = before.checked_sub(1) else { return true };
        match tokens[prior].low.as_str() {
            "vous" => return false,
            "ne" | "n'" | "y" | "en" | "le" | "la" | "l'" | "les" | "lui" | "leur" | "nous" | "me" | "m'" => {
                before = prior;
            }
            "et" | "puis" | "ensuite" | "alors" | "ou" | "mais" | "donc" | "enfin" | "maintenant" => {
                return true;
            }
            _ => return tokens[prior].kind == TokenKind::Sign || before < at || is_adverb(&tokens[prior]),
        }
    }
    true
}

fn is_adverb(token: &Token<'_>) -> bool {
    token.low.ends_with("ment")
        || ["là", "ici", "aussi", "bien", "simplement", "encore"].contains(&token.low.as_str())
}

/// Whether it may be a past participle.
pub fn is_participle(token: &Token<'_>) -> bool {
    if token.kind != TokenKind::Word || token.quoted {
        return false;
    }
    let low = token.low.as_str();
    let base = low.strip_suffix('s').filter(|base| base.ends_with(['é', 'e', 'i', 'u', 't'])).unwrap_or(low);
    let base =
        base.strip_suffix('e').filter(|base| base.ends_with(['é', 'i', 'u', 't', 's'])).unwrap_or(base);
    (base.chars().count() > 2 || ["lu", "vu", "bu"].contains(&base))
        && (base.ends_with('é')
            || base.ends_with('u')
            || base.ends_with('i')
            || ["is", "it", "int", "ert", "ait", "uit", "ort", "us"].iter().any(|end| base.ends_with(end)))
}

/// A participle that takes être without being passive: « vous êtes passé par la mairie ».
pub fn goes(token: &Token<'_>) -> bool {
    const GO: [&str; 15] = [
        "passé",
        "venu",
        "tombé",
        "arrivé",
        "entré",
        "allé",
        "parti",
        "sorti",
        "monté",
        "resté",
        "né",
        "mort",
        "retourné",
        "devenu",
        "descendu",
    ];
    let base = token.low.trim_end_matches('s');
    GO.iter().any(|go| base == *go || base.strip_suffix('e') == Some(*go))
}

/// A form of être that makes a passive.
pub fn is_be(token: &Token<'_>) -> bool {
    const BE: [&str; 20] = [
        "est", "sont", "était", "étaient", "sera", "seront", "été", "être", "soit", "soient", "fut",
        "furent", "serait", "seraient", "êtes", "serez", "sommes", "suis", "étant", "étiez",
    ];
    token.kind == TokenKind::Word && !token.quoted && BE.contains(&token.low.as_str())
}
