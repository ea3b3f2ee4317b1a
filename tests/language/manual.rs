//! The curator's manual keeps the rules that it asks curators to keep.

use eliane::plain::{AuthorMark, KnownWords, MarkKind, Passage, PassageKind, PassagesOfPage};

const MANUAL: &str = include_str!("../../docs/manuel.md");
const GLOSSARY: &str = include_str!("../../content/glossaire.yaml");

/// What a line of the manual begins.
enum Line<'l> {
    /// Of a command, a file, a picture: no prose.
    Code,
    Blank,
    Title(&'l str),
    Item(&'l str),
    Cells(&'l str),
    Words(&'l str),
}

fn line(line: &str) -> Line<'_> {
    let numbered = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
    if line.starts_with("```") || line.starts_with("Fichier `") {
        Line::Code
    } else if line.trim().is_empty() {
        Line::Blank
    } else if line.starts_with('#') {
        Line::Title(line.trim_start_matches(['#', ' ']))
    } else if let Some(words) = line.trim_start().strip_prefix("- ").or(numbered.map(|(_, words)| words)) {
        Line::Item(words)
    } else if line.starts_with('|') {
        Line::Cells(line)
    } else {
        Line::Words(line.trim())
    }
}

/// What readers read, one passage a paragraph, an item or a cell; a chapter begins at each `## `.
fn chapters() -> Vec<Vec<(PassageKind, String)>> {
    let mut out: Vec<Vec<(PassageKind, String)>> = vec![Vec::new()];
    let mut code = false;
    let mut goes_on = false;
    for text in MANUAL.lines() {
        code ^= text.starts_with("```");
        let what = if code { Line::Code } else { line(text) };
        let words = matches!(what, Line::Words(_) | Line::Item(_));
        if matches!(what, Line::Title(_)) && text.starts_with("## ") {
            out.push(Vec::new());
        }
        let chapter = out.last_mut().unwrap();
        match what {
            Line::Words(more) if goes_on => {
                let (_, passage) = chapter.last_mut().unwrap();
                passage.push(' ');
                passage.push_str(more);
            }
            Line::Words(words) | Line::Item(words) => chapter.push((PassageKind::Text, words.to_owned())),
            Line::Title(words) => chapter.push((PassageKind::Title, words.to_owned())),
            Line::Cells(row) => {
                let cells = row.split('|').map(str::trim).filter(|cell| cell.contains(char::is_alphabetic));
                chapter.extend(cells.map(|cell| (PassageKind::Text, cell.to_owned())));
            }
            Line::Code | Line::Blank => {}
        }
        goes_on = words;
    }
    out
}

/// Code, bold words and links become marks.
fn passage(text: &str, kind: PassageKind) -> Passage {
    let mut out = Passage { text: String::new(), kind, marks: Vec::new(), linkable: true };
    let mut rest = text;
    while let Some(at) = rest.find(['[', '*', '`']) {
        out.text.push_str(&rest[..at]);
        let start = out.text.len();
        let from = &rest[at..];
        let found = if let Some(link) = from.strip_prefix('[') {
            link.split_once("](").and_then(|(words, linked)| {
                let (_, after) = linked.split_once(')')?;
                Some((words, MarkKind::Link, after))
            })
        } else {
            let mark = if from.starts_with("**") { "**" } else { &from[..1] };
            from[mark.len()..].split_once(mark).map(|(words, after)| (words, MarkKind::Label, after))
        };
        let Some((words, kind, after)) = found else {
            out.text.push_str(&from[..1]);
            rest = &from[1..];
            continue;
        };
        out.text.push_str(words);
        out.marks.push(AuthorMark { range: start..out.text.len(), kind });
        rest = after;
    }
    out.text.push_str(rest);
    out
}

fn findings(extra: &str) -> Vec<String> {
    let forms = GLOSSARY
        .lines()
        .filter_map(|line| line.trim().strip_prefix("mot: ").or(line.trim().strip_prefix("- ")));
    let known = KnownWords::new(forms);
    let mut out = Vec::new();
    let mut chapters = chapters();
    chapters.last_mut().unwrap().extend((!extra.is_empty()).then(|| (PassageKind::Text, extra.to_owned())));
    for chapter in chapters {
        let mut page = PassagesOfPage::new(&known);
        for (kind, text) in chapter {
            let passage = passage(&text, kind);
            for finding in page.read(&passage) {
                // An instruction may say what not to do: the rule only informs.
                if !super::only_informs(finding.rule) {
                    out.push(format!("{:?}: {}", finding.rule, &passage.text[finding.range.clone()]));
                }
            }
        }
    }
    out
}

#[test]
fn the_manual_is_plain_french() {
    let found = findings("");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_long_sentence_in_it_would_be_seen() {
    let long = "Cette phrase est bien trop longue pour une personne fatiguée qui voudrait seulement savoir comment écrire un guide sans perdre toute sa matinée devant un écran.";
    assert_eq!(findings(long).len(), 1, "{:?}", findings(long));
}
