//! Texts that pages show, as passages that know the place of their bytes: a finding stands on the words that the curator
//! wrote. Taken from the trees while they are at hand, so that no file is read as YAML or Markdown twice.

mod markdown;
mod run;
mod sheets;

pub use markdown::runs as of_markdown;
pub use run::PassageRun;
pub use sheets::{order, runs as of_sheet};

use crate::source::FileId;
use std::collections::BTreeMap;

/// The passages of each file that pages show and that are its author's own, in their order.
pub type Passages = BTreeMap<FileId, Vec<PassageRun>>;
