//! Names of files: what people see of them, and what they meant.

use super::{extension, is_film, is_picture};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The same letters with each accent on its letter, as keyboards write them; macOS takes them apart.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    // Accents that stand apart begin by one of these two bytes, and few other signs of our texts do.
    if memchr::memchr2(0xcc, 0xcd, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Names that have one place only.
const FIXED: [&str; 7] = [
    "guide.md",
    "site.yaml",
    "besoins.yaml",
    "glossaire.yaml",
    "orientation.yaml",
    "requetes.yaml",
    "urgences.yaml",
];

/// Extensions that text editors and office programs add, and that Windows hides.
const ADDED: [&str; 12] =
    ["txt", "text", "rtf", "html", "htm", "doc", "docx", "odt", "md", "yaml", "yml", "bak"];

/// The name that a file of `content` should have, when its own holds something that one does not see: a second
/// extension that Windows hides, capitals, another spelling of an extension, a space or a dot at its end.
#[must_use]
pub fn meant(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let right = mended(name)?;
    (right != name).then_some(right)
}

fn mended(name: &str) -> Option<String> {
    let bare = name.trim_end_matches(['.', ' ', '\u{a0}']);
    let lower = bare.to_lowercase();
    if let Some(fixed) = FIXED.iter().find(|fixed| **fixed == lower) {
        return Some((*fixed).to_owned());
    }
    // « guide.txt »: a text editor put its own extension in place of ours.
    let text = lower.strip_suffix(".txt").or_else(|| lower.strip_suffix(".text"));
    let whole = text.or((lower == "guide").then_some("guide"));
    let of_text = |fixed: &&&str| fixed.split_once('.').is_some_and(|(stem, _)| Some(stem) == whole);
    if let Some(fixed) = FIXED.iter().find(of_text) {
        return Some((*fixed).to_owned());
    }
    let (stem, last) = bare.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())?;
    let last = last.to_lowercase();
    // A name within the name: « guide.md.txt », « film.fr.vtt.txt », « mairie.yaml.yaml ».
    if ADDED.contains(&last.as_str()) && (is_ours(stem) || is_picture(stem) || is_film(stem)) {
        return Some(mended(stem).unwrap_or_else(|| stem.to_owned()));
    }
    let right = match last.as_str() {
        "yml" | "yaml" => "yaml",
        "md" | "markdown" | "mdown" | "mkd" | "mdwn" => "md",
        "vtt" => "vtt",
        "srt" => "srt",
        "txt" => "txt",
        // What ends by a space or a dot has no extension for a computer.
        _ if bare.len() < name.len() && (is_picture(bare) || is_film(bare)) => return Some(bare.to_owned()),
        _ => return None,
    };
    Some(format!("{stem}.{right}"))
}

/// The part of a path that Windows cannot write: a folder, or the file.
#[must_use]
pub fn windows_refuses(path: &str) -> Option<&str> {
    path.split('/').find(|name| {
        crate::text::is_reserved(name)
            || name.ends_with(['.', ' '])
            || name.contains(['<', '>', ':', '"', '|', '?', '*', '\\'])
            || name.chars().any(char::is_control)
    })
}

/// Whether a name ends as our texts do.
fn is_ours(name: &str) -> bool {
    matches!(extension(name).as_str(), "md" | "markdown" | "yaml" | "yml" | "vtt" | "srt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_as_they_were_meant() {
        for (name, right) in [
            ("guide.md.txt", "guide.md"),
            ("guide.md.TXT", "guide.md"),
            ("Guide.md", "guide.md"),
            ("GUIDE.MD", "guide.md"),
            ("guide.MD", "guide.md"),
            ("guide.md.md", "guide.md"),
            ("guide.md.html", "guide.md"),
            ("guide.md.rtf", "guide.md"),
            ("guide.md.docx", "guide.md"),
            ("guide.markdown", "guide.md"),
            ("guide.txt", "guide.md"),
            ("Guide.TXT", "guide.md"),
            ("guide.text", "guide.md"),
            ("guide", "guide.md"),
            ("site.txt", "site.yaml"),
            ("besoins.txt", "besoins.yaml"),
            ("guide.md ", "guide.md"),
            ("guide.md.", "guide.md"),
            ("mairie.YAML", "mairie.yaml"),
            ("mairie.Yaml", "mairie.yaml"),
            ("mairie.yml", "mairie.yaml"),
            ("mairie.YML", "mairie.yaml"),
            ("mairie.yaml.txt", "mairie.yaml"),
            ("mairie.yml.txt", "mairie.yaml"),
            ("mairie.yaml.yaml", "mairie.yaml"),
            ("mairie.yaml.bak", "mairie.yaml"),
            ("mairie.yaml ", "mairie.yaml"),
            ("Site.yaml", "site.yaml"),
            ("site.yaml.txt", "site.yaml"),
            ("BESOINS.YAML", "besoins.yaml"),
            ("film.fr.vtt.txt", "film.fr.vtt"),
            ("film.fr.srt.txt", "film.fr.srt"),
            ("film.fr.VTT", "film.fr.vtt"),
            ("film.fr.TXT", "film.fr.txt"),
            ("ecran.png.txt", "ecran.png"),
            ("ecran.png ", "ecran.png"),
            ("film.webm.", "film.webm"),
        ] {
            assert_eq!(meant(&format!("content/guides/photo/{name}")).as_deref(), Some(right), "{name}");
        }
        for name in [
            "guide.md",
            "mairie.yaml",
            "film.fr.vtt",
            "film.fr.txt",
            "film.fr.srt",
            "notes.txt",
            "guide.fr.txt",
            "guide.docx",
            "guides.txt",
            "lettre.odt",
            "ecran.PNG",
            "a.b.svg",
            "photo.jpeg",
            "sans-extension",
            "film.fr.descriptions.vtt",
            ".txt",
        ] {
            assert_eq!(meant(&format!("content/guides/photo/{name}")), None, "{name}");
        }
    }

    #[test]
    fn letters_and_their_accents_are_put_together() {
        assert_eq!(composed("e\u{301}cran-ou\u{300}.svg"), "écran-où.svg");
        assert!(matches!(composed("écran.svg"), Cow::Borrowed(_)));
    }
}
