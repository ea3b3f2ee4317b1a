//! The two parts of an étape, as their author meant them: in bold, or with another number of `#`.

use crate::diag::Diagnostics;
use crate::diag::catalogue::marks as say;
use crate::parse::markdown::{BlockKind, Heading, InlineKind, PlacedBlock, PlacedInline, plain};
use crate::text::{fold, nearest};

/// The titles of the parts, in their order.
pub const PARTS: [&str; 2] = ["Ce que vous voyez", "Si ça ne marche pas"];

/// What people write for each.
const FOR: [&[&str]; 2] = [
    &[
        "ce que je vois",
        "ce que l on voit",
        "ce qu on voit",
        "ce que vous devez voir",
        "ce que vous devriez voir",
        "ce que vous verrez",
        "ce qui s affiche",
        "vous voyez",
        "vous devez voir",
        "resultat",
        "resultat attendu",
    ],
    &[
        "si cela ne marche pas",
        "si cela ne fonctionne pas",
        "si ca ne fonctionne pas",
        "ca ne marche pas",
        "si rien ne se passe",
        "si vous etes bloque",
        "en cas de probleme",
        "en cas d echec",
        "en cas de difficulte",
        "probleme",
        "depannage",
    ],
];

/// The words of a title, without the number, the signs and the pictures that stand around them.
fn words(title: &str) -> String {
    let title = title.trim_start_matches(|c: char| !c.is_alphabetic());
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    fold(&title.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The part that a title names.
pub fn named(title: &str) -> Option<&'static str> {
    let title = words(title);
    PARTS.into_iter().find(|part| fold(part) == title)
}

/// The part that a title was meant for, in other words.
pub fn meant(title: &str) -> Option<&'static str> {
    let words: String = words(title).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let at = FOR.iter().position(|all| all.contains(&words.as_str()));
    let begins = || PARTS.into_iter().find(|part| words.starts_with(&fold(part)));
    at.and_then(|at| PARTS.get(at).copied()).or_else(begins).or_else(|| nearest(title, PARTS))
}

/// Blocks in which each part has its title of level 3; what was written otherwise is said.
pub fn as_meant(blocks: &[PlacedBlock], out: &mut Diagnostics) -> Vec<PlacedBlock> {
    blocks.iter().flat_map(|block| one(block, out)).collect()
}

fn one(block: &PlacedBlock, out: &mut Diagnostics) -> Vec<PlacedBlock> {
    let heading = |title: &str| {
        let text = vec![PlacedInline { span: block.span, kind: InlineKind::Text(title.to_owned()) }];
        let heading = Heading { level: 3, text, id: None, attributes: Vec::new() };
        PlacedBlock { span: block.span, kind: BlockKind::Heading(heading) }
    };
    match &block.kind {
        BlockKind::Heading(found) => {
            let written = plain(&found.text);
            let exact = found.level == 3 && PARTS.iter().any(|part| fold(part) == fold(&written));
            if let Some(title) = named(&written).filter(|_| !exact) {
                out.push(say::part(block.span, title));
                return vec![heading(title)];
            }
        }
        BlockKind::Paragraph(line) => {
            let first = match line.first().map(|inline| &inline.kind) {
                Some(InlineKind::Strong(inner) | InlineKind::Emphasis(inner)) => named(&plain(inner)),
                Some(InlineKind::Text(text)) if line.len() == 1 => named(text),
                _ => None,
            };
            if let Some(title) = first {
                let span = line.first().map_or(block.span, |inline| inline.span);
                out.push(say::part(span, title));
                let mut rest: Vec<PlacedInline> = line.iter().skip(1).cloned().collect();
                if let Some(PlacedInline { kind: InlineKind::Text(text), .. }) = rest.first_mut() {
                    *text = text.trim_start_matches([' ', ':', '\u{a0}', '\u{202f}']).to_owned();
                }
                rest.retain(|inline| !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()));
                let mut blocks = vec![heading(title)];
                if !rest.is_empty() {
                    blocks.push(PlacedBlock { span: block.span, kind: BlockKind::Paragraph(rest) });
                }
                return blocks;
            }
        }
        _ => {}
    }
    vec![block.clone()]
}
