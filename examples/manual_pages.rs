//! Manual pages and completions, for packages: `cargo run --example manual_pages -- FOLDER`.
//!
//! Everything comes from the commands themselves; only headings are written here, because the libraries have English ones.

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::error::Error;
use std::io::Write;
use std::path::Path;

/// The program, as one types it.
const NAME: &str = "eliane";

/// Headings of the library, and of our own help (in capitals, and with the space before a French colon), to those of manual pages.
const HEADINGS: [(&str, &str); 2] = [("NAME", "NOM"), ("EXTRA", "CODES DE SORTIE")];

/// The English words of a completion, and ours.
const WORDS: [(&str, &str); 1] = [("eliane commands", "commandes d’eliane")];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("which folder?")?;
    write(Path::new(&folder))
}

/// Writes `man/*.1`, and `completions/` for three shells.
///
/// # Errors
/// The disk refuses.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let (man, completions) = (folder.join("man"), folder.join("completions"));
    fs_err::create_dir_all(&man)?;
    fs_err::create_dir_all(&completions)?;
    for (name, page) in pages()? {
        fs_err::write(man.join(format!("{name}.1")), page)?;
    }
    for (shell, name) in [(Shell::Bash, "eliane"), (Shell::Zsh, "_eliane"), (Shell::Fish, "eliane.fish")] {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut eliane::cli::command(), NAME, &mut script);
        let mut script = String::from_utf8(script)?;
        for (english, french) in WORDS {
            script = script.replace(english, french);
        }
        fs_err::write(completions.join(name), script)?;
    }
    Ok(())
}

/// A page for the program, and one for each command, by name.
///
/// # Errors
/// What the library wrote is not text.
pub fn pages() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut whole = eliane::cli::command();
    whole.build();
    let commands: Vec<Command> = whole.get_subcommands().filter(|one| !one.is_hide_set()).cloned().collect();
    let names: Vec<String> =
        commands.iter().map(|command| format!("{NAME}-{}", command.get_name())).collect();
    let mut pages = vec![(NAME.to_owned(), page(whole, NAME, &names)?)];
    for (command, name) in commands.into_iter().zip(&names) {
        pages.push((name.clone(), page(command, name, &[NAME.to_owned()])?));
    }
    Ok(pages)
}

fn page(command: Command, name: &str, see: &[String]) -> Result<String, Box<dyn Error>> {
    let (options, commands) =
        (command.get_arguments().next().is_some(), command.get_subcommands().next().is_some());
    let codes = command.get_after_help().is_some();
    let man = Man::new(command)
        .title(name.to_uppercase())
        .source(concat!("Éliane ", env!("CARGO_PKG_VERSION")))
        .manual("Manuel d’Éliane");
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    if options {
        man.render_options_section(&mut roff)?;
    }
    if commands {
        man.render_subcommands_section(&mut roff)?;
    }
    if codes {
        man.render_extra_section(&mut roff)?;
    }
    let see: Vec<String> =
        see.iter().map(|name| format!("\\fB{}\\fR(1)", name.replace('-', "\\-"))).collect();
    writeln!(roff, ".SH \"VOIR AUSSI\"\n{}", see.join(", "))?;
    // Each piece begins with the same two lines, which say how an apostrophe is drawn: once is enough.
    let text = String::from_utf8(roff)?;
    let is_preamble = |line: &str| line.starts_with(".ie \\n(.g") || line.starts_with(".el .ds Aq");
    let kept = text.lines().enumerate().filter(|(at, line)| *at < 2 || !is_preamble(line));
    Ok(kept.map(|(_, line)| format!("{}\n", french(line))).collect())
}

/// A line of a page: a heading is put into French, and into capitals; others are as they were.
fn french(line: &str) -> String {
    let Some(heading) = line.strip_prefix(".SH ") else { return line.to_owned() };
    let heading = heading.trim_matches('"').trim_end_matches(['\u{a0}', ' ']);
    let ours = HEADINGS.iter().find(|(theirs, _)| *theirs == heading).map(|(_, ours)| (*ours).to_owned());
    format!(".SH \"{}\"", ours.unwrap_or_else(|| heading.to_uppercase()))
}
