//! The curator's manual keeps the rules that it asks curators to keep.

use eliane::plain::{Kind, Known, Mark, MarkKind, Page, Passage, Rule};

const MANUAL: &str = include_str!("../../docs/manuel.md");
const GLOSSARY: &str = include_str!("../../content/glossaire.yaml");

/// What readers read, one passage a paragraph, an item or a cell; a chapter begins at each `## `.
fn chapters() -> Vec<Vec<(Kind, String)>> {
    let mut out = vec![Vec::new()];
    let mut block = String::new();
    let mut code = false;
    for line in MANUAL.lines().chain([""]) {
        if line.starts_with("```") {
            code = !code;
        }
        let title = line.starts_with('#');
        let item = line.trim_start().starts_with("- ")
            || line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok());
        let cells = line.starts_with('|');
        if code
            || line.is_empty()
            || title
            || item
            || cells
            || line.starts_with("```")
            || line.starts_with("Fichier `")
        {
            if !block.is_empty() {
                out.last_mut().unwrap().push((Kind::Text, std::mem::take(&mut block)));
            }
        }
        if code || line.starts_with("```") || line.starts_with("Fichier `") {
            continue;
        }
        if title {
            if line.starts_with("## ") {
                out.push(Vec::new());
            }
            out.last_mut().unwrap().push((Kind::Title, line.trim_start_matches(['#', ' ']).to_owned()));
        } else if cells {
            let words = line.split('|').map(str::trim).filter(|cell| cell.contains(char::is_alphabetic));
            out.last_mut().unwrap().extend(words.map(|cell| (Kind::Text, cell.to_owned())));
        } else if item {
            block = line
                .trim_start()
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-')
                .trim()
                .to_owned();
        } else if !line.is_empty() {
            if !block.is_empty() {
                block.push(' ');
            }
            block.push_str(line.trim());
        }
    }
    out
}

/// Code, bold words and links become marks.
fn passage(text: &str, kind: Kind) -> Passage {
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
        out.marks.push(Mark { range: start..out.text.len(), kind });
        rest = after;
    }
    out.text.push_str(rest);
    out
}

fn findings(extra: &str) -> Vec<String> {
    let forms = GLOSSARY
        .lines()
        .filter_map(|line| line.trim().strip_prefix("mot: ").or(line.trim().strip_prefix("- ")));
    let known = Known::new(forms);
    let mut out = Vec::new();
    let mut chapters = chapters();
    chapters.last_mut().unwrap().extend((!extra.is_empty()).then(|| (Kind::Text, extra.to_owned())));
    for chapter in chapters {
        let mut page = Page::new(&known);
        for (kind, text) in chapter {
            let passage = passage(&text, kind);
            for finding in page.read(&passage) {
                // An instruction may say what not to do: the rule only informs.
                if finding.rule != Rule::Negation {
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
