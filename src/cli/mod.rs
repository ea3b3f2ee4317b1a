//! The command line, in French. stdout is for data, stderr for words.
//!
//! Exit codes: 0 all is well; 1 the content has errors; 2 wrong use, or the disk refuses.

mod args;
mod build;
mod captions;
mod errors;
mod explain;
mod export;
mod fix;
mod freshness;
mod import;
mod national;
mod near;
mod out;
mod output;
mod print;
mod scaffold;
mod schema;
mod values;
mod verify;
mod words;

use crate::diag::{Diagnostics, Format, as_json, render, render_plain};
use crate::render::Renderer;
use crate::source::{Sources, read_site};
use crate::{Order, examine};
use args::{Cli, Command, ExportForm};
use clap::Parser;
use jiff::civil::Date;
use output::{print, tell};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Fine,
    ContentHasErrors,
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::ContentHasErrors => 1,
            Outcome::Failed => 2,
        })
    }
}

/// All that may be typed: manual pages and completions are made of it.
#[must_use]
pub fn command() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}

/// Runs the program with its arguments.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let outcome = match Cli::try_parse_from(&args) {
        Ok(cli) => obey(cli),
        Err(error) => errors::show(&error, &args),
    };
    // What did not arrive was not done, however well the command ended.
    if output::arrived() { outcome } else { Outcome::Failed }.into()
}

fn obey(cli: Cli) -> Outcome {
    match cli.command {
        Command::Build(options) => build::build(&cli.site, &options),
        Command::Check(options) => build::check(&cli.site, &options),
        Command::Serve(options) => build::serve(&cli.site, &options),
        Command::Schemas => scaffold::schemas(&cli.site),
        Command::Import(options) => import::import(&cli.site, &options),
        Command::Captions(options) => captions::captions(&options),
        Command::Export { form: ExportForm::Mednum, out } => export::export(&cli.site, out.as_deref()),
        Command::Print(options) => print::print(&cli.site, &options),
        Command::New { what, id } => scaffold::new(&cli.site, what, &id),
        Command::Init { folder, zone } => scaffold::init(&folder, zone),
        Command::Freshness(options) => freshness::freshness(&cli.site, &options),
        Command::Verify(options) => verify::verify(&cli.site, &options),
        Command::Explain { code } => explain::explain(code.as_deref()),
    }
}

/// A site without errors, on a day, and what it was read from; else its errors are shown, with what they prevent.
fn sound(site: &Path, day: Date, prevented: &str) -> Result<(Renderer, Arc<Sources>), Outcome> {
    let (sources, faults) = read_site(site);
    let examined = examine(sources, &faults, Order::of(day));
    examined.renderer.map(|renderer| (renderer, Arc::clone(&examined.sources))).ok_or_else(|| {
        show(&examined.diagnostics, &examined.sources, Format::Text);
        tell(&format!("{prevented} : corrigez d’abord ces erreurs."));
        Outcome::ContentHasErrors
    })
}

/// Whether people are looking, and like colours.
fn colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Shows findings: as sentences on stderr, or as JSON on stdout.
fn show(diagnostics: &Diagnostics, sources: &Sources, format: Format) {
    match format {
        Format::Json => print(&as_json(diagnostics, sources)),
        Format::Text if diagnostics.is_empty() => {}
        Format::Text => {
            let text =
                if colours() { render(diagnostics, sources) } else { render_plain(diagnostics, sources) };
            tell(text.trim_end());
            tell("");
        }
    }
}
