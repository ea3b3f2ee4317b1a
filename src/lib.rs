//! Éliane: curated guides and contact sheets become an offline site.
//!
//! The line, each stage knowing the ones before it and nothing after:
//!
//! [`source`] reads files → [`parse`] makes trees with places → [`load`] makes the typed [`model`] →
//! [`site`] turns names into references and plans addresses → [`check`] says what is wrong →
//! [`theme`] gathers the face → [`view`] prepares one struct per page → [`render`] makes bytes →
//! [`write`] puts them on disk.
//!
//! [`diag`] carries findings all along, in French; [`text`] knows French; [`territory`] knows France.

#![forbid(unsafe_code)]

pub mod check;
pub mod diag;
pub mod load;
pub mod model;
pub mod parse;
pub mod render;
pub mod site;
pub mod source;
pub mod territory;
pub mod text;
pub mod theme;
pub mod view;
