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

pub use about::{AboutBody, AccessibilityBody, NotFoundBody, SourcesBody, SourcesLetter};
pub use az::{AzBody, AzEntry, AzLetter, DangerRow, LetterChoice};
pub use cases::{CaseBody, CaseCard, CasesBody, TriedHere, TriedRoad, WhatWorked};
pub use commune::{CommuneBody, ServiceGroup};
pub use dashboard::{Bar, DashboardBody, FollowedProduct, NeedCoverage, OldSheet, StateCount};
pub use film::{FilmParagraph, ShownFilm, TrackElement};
pub use guide::{GuideBody, HelperGroup, Helpers, ShownPicture, ShownStep};
pub use help::{AnswerLine, AnswerPart, HelpBody, QuestionsPart, SentFrom, WayAnswers};
pub use home::{
    DeadlineNotice, GuideCard, HomeBody, MapBody, MapSection, NeedBody, NumbersBody, SearchBody, SearchField,
};
pub use mediator::{GuidePapers, MediatorBody, PaperGroup, PaperLink};
pub use page::{
    AgeLimits, AgeNotice, Door, Nav, PageFoot, PageHead, PageLink, PageTop, Share, SourceLine, WayOut,
};
pub use product::ProductBody;
pub use retired::{FormerServiceBody, MovedBody, RetiredBody};
pub use roles::{RoleBody, RoleHolders, ServiceLine};
pub use service::{CardPart, RefusalLine, RoundStop, ServiceBody, ServiceCard, ShownPhone};
pub use territories::{
    CommuneField, CommuneLetter, CommuneLink, CommuneName, CommunesBody, DepartementEntry, LetterSheets,
    PostalCodeRow, PostalCodesBody, TerritoriesBody, TerritoryBody, TerritoryNeed,
};
pub use triage::{AdviceBody, GivenAnswer, HomeHelp, QuestionBody};
pub use words::{ExplainedWord, GlossaryBody, GlossaryLetter, GlossaryWord};
