//! `construire`, `relire` and `montrer`.

use super::args::{BuildOptions, CheckOptions, FixOptions, ServeOptions};
use super::words::{count, size};
use super::{Outcome, fix, out, show, tell};
use crate::diag::{Diagnostics, Format, Level};
use crate::package::{self, Archive, Cache, Failure, Folder, Package, Progress};
use crate::render::Renderer;
use crate::site::STYLE_SHEET;
use crate::source::{Sources, read_site};
use crate::write::{MANIFEST, is_stream};
use crate::{Examined, Order, examine, serve as server};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;
use std::io::IsTerminal;
use std::path::Path;
use std::time::{Duration, Instant};

/// Long work shows a bar; shorter work would only make it flicker.
const BAR_AFTER: Duration = Duration::from_millis(300);

/// The day that the machine's clock says; the last one of the calendar for a clock that is past it.
pub(super) fn today() -> Date {
    #[expect(
        clippy::disallowed_methods,
        reason = "the day of a command is that of the machine, unless --date says another"
    )]
    let now = std::time::SystemTime::now();
    day(now, &jiff::tz::TimeZone::system())
}

fn day(now: std::time::SystemTime, zone: &jiff::tz::TimeZone) -> Date {
    let beyond = if now < std::time::UNIX_EPOCH { Date::MIN } else { Date::MAX };
    // Outside of the calendar there are no hours to reckon with.
    jiff::Timestamp::try_from(now).map_or(beyond, |now| zone.to_datetime(now).date())
}

pub(super) fn jobs(asked: Option<u16>) {
    let threads = asked.map_or(0, usize::from);
    // Fails only when called twice in one process, which is then already set up.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
}

fn look(site: &Path, options: &CheckOptions) -> Examined {
    jobs(options.jobs);
    let (sources, faults) = read_site(site);
    examine(sources, &faults, order(options))
}

/// What those options ask of a look at the site.
fn order(options: &CheckOptions) -> Order {
    Order { delivery: options.target, ..Order::of(options.date.unwrap_or_else(today)) }
}

/// Archives that we made: a web site of somebody else's is not ours to replace.
const ARCHIVES: out::OutputKind = out::OutputKind {
    what: "une archive d’un site fait par Éliane",
    extension: "zip",
    ours: |bytes| {
        bytes.starts_with(b"PK\x03\x04")
            && memchr::memmem::find(bytes, STYLE_SHEET.as_bytes()).is_some()
            && memchr::memmem::find(bytes, MANIFEST.as_bytes()).is_some()
    },
};

/// Builds the site.
pub fn build(site: &Path, options: &BuildOptions) -> Outcome {
    let start = Instant::now();
    if let Some(archive) = &options.archive
        && let Err(outcome) = may_archive(site, archive)
    {
        return outcome;
    }
    let mut examined = look(site, &options.check);
    // JSON is one document: it waits for what writing may add.
    let json = options.check.format == Format::Json;
    if !json {
        show(&examined.diagnostics.without_information(), &examined.sources, Format::Text);
    }
    let result = match examined.renderer.take().filter(|_| !examined.diagnostics.forbid(options.check.strict))
    {
        Some(renderer) => written(renderer, site, options, start),
        None => Err(Failure::Content(Diagnostics::default())),
    };
    let (outcome, words, last) = match result {
        Ok(words) => (Outcome::Fine, words, None),
        Err(Failure::Content(found)) => (Outcome::ContentHasErrors, REFUSED.to_owned(), Some(found)),
        Err(Failure::Output(found)) => (Outcome::Failed, String::new(), Some(found.into())),
    };
    if let Some(last) = last.filter(|last| !last.is_empty()) {
        if !json {
            show(&last, &examined.sources, Format::Text);
        }
        examined.diagnostics.extend(last);
    }
    if json {
        show(&examined.diagnostics, &examined.sources, Format::Json);
    }
    if !examined.diagnostics.is_empty() {
        tell(&summary(&examined.diagnostics));
    }
    if !words.is_empty() {
        tell(&words);
    }
    outcome
}

const REFUSED: &str = "Rien n’a été écrit. L’ancien site, s’il existe, n’a pas changé.";

/// Says why no archive may be written there.
fn may_archive(site: &Path, archive: &Path) -> Result<(), Outcome> {
    if is_stream(archive) {
        tell(&format!(
            "erreur : une archive ne s’écrit que dans un fichier, et {} n’en est pas un.",
            archive.display()
        ));
        return Err(Outcome::Failed);
    }
    out::may_write(site, archive, &ARCHIVES)
}

/// Finishes the site and writes it; what to say of it.
fn written(
    renderer: Renderer,
    site: &Path,
    options: &BuildOptions,
    start: Instant,
) -> Result<String, Failure> {
    let finished = package::finish(renderer, site)?;
    let write = |form: &dyn Package| {
        with_bar(finished.site().addresses.len(), |progress| {
            package::package(form, &finished, site, progress)
        })
    };
    let folder = site.join("public");
    let (out, written, unchanged) = match (&options.archive, &options.out) {
        (Some(out), _) => (out, write(&Archive { out, date: finished.date() })?, String::new()),
        (None, out) => {
            let out = out.as_ref().unwrap_or(&folder);
            let written = write(&Folder { root: site, out })?;
            let unchanged = format!(", dont {}", count(written.unchanged, "inchangé"));
            (out, written, unchanged)
        }
    };
    Ok(format!(
        "Site écrit dans {} : {}, {}{unchanged} ; {} s.",
        out.display(),
        count(written.ledger.files(), "fichier"),
        size(written.ledger.bytes()),
        format!("{:.1}", start.elapsed().as_secs_f64()).replace('.', ",")
    ))
}

/// Shows how far the work on so many files has come, to people who look.
fn with_bar<T>(files: usize, work: impl FnOnce(Progress<'_>) -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work(&|| {});
    }
    let bar = ProgressBar::new(files as u64);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} pages")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    let start = Instant::now();
    let result = work(&|| {
        if start.elapsed() > BAR_AFTER {
            bar.inc(1);
        } else {
            bar.set_position(bar.position() + 1);
        }
    });
    bar.finish_and_clear();
    result
}

/// Says everything that is wrong; with `--corriger`, mends first what is certain.
pub fn check(site: &Path, options: &FixOptions) -> Outcome {
    if options.fix {
        jobs(options.check.jobs);
        if let Err(outcome) = fix::fix(site, options, order(&options.check)) {
            return outcome;
        }
    }
    let options = &options.check;
    let mut examined = look(site, options);
    if let Some(renderer) = examined.renderer.take() {
        examined.diagnostics.extend(renderer.rehearse(&Cache::reader(site)));
        examined.diagnostics.sort(&examined.sources);
    }
    // Information-level findings are hidden unless asked for; JSON always includes them.
    if options.informations || options.format == Format::Json {
        show(&examined.diagnostics, &examined.sources, options.format);
    } else {
        show(&examined.diagnostics.without_information(), &examined.sources, options.format);
    }
    tell(&summary(&examined.diagnostics));
    if examined.diagnostics.forbid(options.strict) { Outcome::ContentHasErrors } else { Outcome::Fine }
}

pub(super) fn summary(diagnostics: &Diagnostics) -> String {
    let (errors, warnings) = (diagnostics.count(Level::Error), diagnostics.count(Level::Warning));
    let more = match diagnostics.count(Level::Information) {
        0 => String::new(),
        n => format!(". Et {}, à lire avec : eliane relire --informations", count(n, "information")),
    };
    if errors + warnings == 0 {
        return format!("Aucune erreur, aucun avertissement{}", if more.is_empty() { "." } else { &more });
    }
    format!(
        "{}, {}. Pour en savoir plus : eliane expliquer CODE{more}",
        count(errors, "erreur"),
        count(warnings, "avertissement")
    )
}

/// Shows the site on this computer until Ctrl+C.
pub fn serve(site: &Path, options: &ServeOptions) -> Outcome {
    let settings = server::ServeSettings {
        root: site.to_owned(),
        port: options.port,
        date: options.date.unwrap_or_else(today),
        delivery: options.target,
    };
    let running = server::start(settings, show_all);
    let running = match running {
        Ok(running) => running,
        Err(error) => {
            tell(&format!(
                "erreur : impossible d’écouter le port {} : {}.",
                options.port,
                crate::diag::catalogue::system_reason(&error)
            ));
            tell("Choisissez un autre port : eliane montrer --port 8500");
            return Outcome::Failed;
        }
    };
    let address = format!("http://127.0.0.1:{}/", running.port());
    tell(&format!("Le site est ouvert à {address} (Ctrl+C pour arrêter)."));
    if options.open {
        open(&address);
    }
    running.wait();
    Outcome::Fine
}

fn show_all(diagnostics: &Diagnostics, sources: &Sources) {
    show(diagnostics, sources, Format::Text);
    tell(&summary(diagnostics));
}

fn open(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if std::process::Command::new(program).arg(address).spawn().is_err() {
        tell(&format!("Ouvrez votre navigateur à l’adresse {address}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::{TimeZone, offset};
    use std::time::{SystemTime, UNIX_EPOCH};

    #[test]
    fn no_clock_is_without_a_day() {
        let zones = [TimeZone::UTC, TimeZone::fixed(offset(12)), TimeZone::fixed(offset(-10))];
        let after = |seconds: u64| UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let before = |seconds: u64| UNIX_EPOCH.checked_sub(Duration::from_secs(seconds));
        let clocks: [(Option<SystemTime>, i16); 10] = [
            (after(0), 1970),
            (after(1_230_800_000), 2009),
            // The end of 2037, of 32 bits, of unsigned 32 bits.
            (after(2_145_960_000), 2038),
            (after(2_147_483_647), 2038),
            (after(4_294_967_295), 2106),
            (after(253_402_000_000), 9999),
            (after(253_402_300_799), 9999),
            (after(9_000_000_000_000), 9999),
            (after(u64::MAX / 4), 9999),
            (before(3_000_000_000), 1874),
        ];
        for (clock, year) in clocks {
            let Some(clock) = clock else { continue };
            for zone in &zones {
                let found = day(clock, zone).year();
                assert!((found - year).abs() <= 1, "{clock:?}: {found}");
            }
        }
    }
}
