//! « Ne fermez pas la page » makes one think of closing it. « Gardez la page ouverte » is done at once. A remark only: safety needs
//! « ne donnez jamais votre code ».

use super::{Check, SentenceLook, verbs};
use crate::plain::token::TokenKind;
use crate::plain::{Finding, Rule};

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    (0..tokens.len()).find_map(|at| {
        if !["ne", "n'"].contains(&tokens[at].low.as_str()) || tokens[at].quoted {
            return None;
        }
        let first = at == 0
            || tokens[at - 1].kind == TokenKind::Sign
            || ["et", "mais", "puis", "surtout", "alors", "donc"].contains(&tokens[at - 1].low.as_str());
        let verb = (at + 1..tokens.len().min(at + 4)).find(|&next| verbs::is_at_vous(&tokens[next]))?;
        // « vous n'avez » tells; « ne vous laissez pas » orders.
        first.then(|| look.found(Rule::Negation, at, verb + 1, ""))
    })
}
