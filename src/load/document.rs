//! A text with a front matter: the file of a guide or of a case, as trees.

use super::labels::Labels;
use super::sheets::{CASES, GUIDES};
use crate::diag::Diagnostics;
use crate::parse::markdown::{self as md, PlacedBlock};
use crate::parse::{front_matter, yaml};
use crate::passages::{PassageRun, of_markdown};
use crate::source::{File, FileId, Span};
use std::ops::Range;

/// The two halves of a text.
pub struct HeadedText {
    /// The first line, where what concerns the whole text is told.
    pub start: Span,
    /// The bytes of the front matter.
    pub head: Range<usize>,
    /// The front matter; `None` when it cannot be read.
    pub node: Option<yaml::Node>,
    /// The body, with the words of products where they are cited.
    pub blocks: Vec<PlacedBlock>,
}

/// Reads the two halves; `None` when there is no front matter. `steps`: whether its body is étapes, as that of a guide.
pub fn document(
    labels: &Labels,
    (file_id, file): (FileId, &File),
    steps: bool,
    passages: &mut Option<Vec<PassageRun>>,
    out: &mut Diagnostics,
) -> Option<HeadedText> {
    let start = Span::new(file_id, 0..file.text().find('\n').unwrap_or(0));
    let (head, body) = front_matter::read(file_id, file, out)?;
    // The body speaks even when the head cannot be read: one fault never hides another.
    let (mut blocks, found) = md::parse(file_id, file, body);
    out.extend(found);
    let node = yaml::parse(file_id, file, head.clone(), out);
    *passages = node
        .as_ref()
        .and_then(|node| of_markdown(file, node, if steps { &GUIDES } else { &CASES }, &blocks, steps));
    labels.fill(&mut blocks, file, out);
    Some(HeadedText { start, head, node, blocks })
}
