//! « La demande est traitée par la mairie »: who does what comes last. « La mairie traite la demande ».

use super::{Check, SentenceLook, verbs};
use crate::plain::lists::Turns;
use crate::plain::token::{Token, TokenKind};
use crate::plain::{Finding, Rule};
use std::sync::LazyLock;

pub const CHECKS: &[Check] = &[Check::Sentence(find)];

static LIST: LazyLock<Turns> = LazyLock::new(|| Turns::read(include_str!("../lists/passive.txt")));

/// Words between être and its participle, and between the participle and « par ».
const BETWEEN: usize = 3;
/// How far back a clause may begin.
const CLAUSE: usize = 12;

fn find(look: &SentenceLook<'_>) -> Option<Finding> {
    let tokens = look.tokens;
    (0..tokens.len()).filter(|&at| tokens[at].low == "par" && !tokens[at].quoted).find_map(|by| {
        if !is_agent(&tokens[by + 1..]) {
            return None;
        }
        // The clause before: nothing beyond a sign is of it.
        let clause = (0..by).rev().take(CLAUSE).find(|&at| tokens[at].kind == TokenKind::Sign);
        let clause = clause.map_or(by.saturating_sub(CLAUSE), |at| at + 1);
        let done = (clause..by).rev().take(BETWEEN + 1).find(|&at| {
            verbs::is_participle(&tokens[at]) && !verbs::goes(&tokens[at]) && !verbs::is_be(&tokens[at])
        })?;
        let be = (clause..done).rev().take(BETWEEN + 1).find(|&at| verbs::is_be(&tokens[at]))?;
        Some(look.found(Rule::Passive, be, by + 1, ""))
    })
}

/// Words that begin what does something: determiners, pronouns.
const AGENTS: &str = "le la les l' un une des votre vos notre nos son sa ses leur leurs mon ma mes ce cette ces \
    plusieurs quelqu'un celui celle ceux celles qui nous vous lui elle eux elles moi chaque tous \
    toute";

/// Whether what follows « par » may do something: a person, an office, and no means (« par téléphone »).
fn is_agent(after: &[Token<'_>]) -> bool {
    let Some(first) = after.first() else { return false };
    if first.quoted || LIST.at(after).is_some() {
        return false;
    }
    AGENTS.split_whitespace().any(|word| word == first.low)
        || first.kind == TokenKind::Word && first.is_capital()
}
