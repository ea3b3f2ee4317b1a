//! The contract with the theme: one small struct per template.
//!
//! What templates read is French, as their authors are: each field that has an English name here carries the French
//! one in `serde(rename)`, and `docs/theme.md` lists them. Every text is ready to show; every
//! `href` and `src` is relative to the page it stands on; fields that end in `_html` hold HTML that
//! [`super::prose`] made and escaped, and are the only ones a template may mark `safe`.

mod about;
mod az;
mod cases;
mod commune;
mod dashboard;
mod film;
mod guide;
mod help;
mod home;
mod mediator;
mod page;
pub mod paper;
mod product;
mod retired;
mod roles;
mod service;
mod territories;
mod triage;
mod words;

pub use about::*;
pub use az::*;
pub use cases::*;
pub use commune::*;
pub use dashboard::*;
pub use film::*;
pub use guide::*;
pub use help::*;
pub use home::*;
pub use mediator::*;
pub use page::*;
pub use product::*;
pub use retired::*;
pub use roles::*;
pub use service::*;
pub use territories::*;
pub use triage::*;
pub use words::*;
