//! The program from outside: its commands, what it leaves on the disk, the preview, and the house it lives in.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what is missing is a failure")]

mod account;
mod commands;
mod common;
mod determinism;
mod house;
mod import;
mod manual;
mod package;
mod preview;
mod writing;
