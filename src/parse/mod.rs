//! From texts to trees with places: YAML, front matter, Markdown. Nothing here knows what a guide is.

pub mod front_matter;
pub mod markdown;
pub mod yaml;
