//! What the pages hold.

mod answers;
mod cases;
mod colours;
mod dashboard;
mod escaping;
mod films;
mod former_services;
mod hours;
mod kiosk;
mod letters;
mod minify;
mod nearby;
mod publication;
mod questions;
mod roles;
mod territories;
mod theme;
mod words;
