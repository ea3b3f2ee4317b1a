//! Pictures beside a text: found, named, measured, and refused when they could run something.

use crate::diag::catalogue::guides as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{Content, File, FileId, Sources, Span, extension};
use crate::text::{nearest, slug};

/// A picture's file, its name in the address, and its size in CSS pixels.
pub struct Found {
    pub file: FileId,
    pub name: String,
    pub size: Option<(u32, u32)>,
}

/// Looks for `name` in `folder` (a path that ends with `/`).
pub fn find(sources: &Sources, folder: &str, name: &str, span: Span, out: &mut Diagnostics) -> Option<Found> {
    // Markdown writes a space as %20, and we do not ask curators to know it.
    let name = name.replace("%20", " ");
    if name.contains(['/', '\\', ':']) {
        out.push(say::picture_elsewhere(span, &name));
        return None;
    }
    let path = format!("{folder}{name}");
    let Some((id, file)) = sources.find(&path) else {
        // What hinders its reading has been said.
        if sources.is_unread(&path) {
            return None;
        }
        let here = sources.within(folder).filter(|name| !name.ends_with(".md"));
        out.push(say::picture_missing(span, &name, nearest(&name, here)));
        return None;
    };
    if let Err(diagnostic) = harmless(file) {
        out.push(diagnostic);
    }
    Some(Found { file: id, name: address_name(&name), size: size(file) })
}

/// The name of a file in an address: « Été à l’île.SVG » gives `ete-a-l-ile.svg`.
#[must_use]
pub fn address_name(name: &str) -> String {
    let extension = extension(name);
    let stem = &name[..name.len().saturating_sub(extension.len() + 1)];
    format!("{}.{extension}", slug(stem))
}

fn size(file: &File) -> Option<(u32, u32)> {
    let Content::Bytes(bytes) = &file.content else { return None };
    if let Some(text) = svg(file) {
        return svg_size(text);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

fn svg(file: &File) -> Option<&str> {
    match &file.content {
        Content::Bytes(bytes) if extension(&file.path) == "svg" => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}

/// `width` and `height`, else the last two numbers of `viewBox`.
fn svg_size(text: &str) -> Option<(u32, u32)> {
    let tag = &text[text.find("<svg")?..];
    let tag = &tag[..tag.find('>')?];
    let attribute = |name: &str| {
        let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag[from..].split('"').next()
    };
    let pixels = |text: &str| text.trim_end_matches("px").parse::<f64>().ok().map(f64::round);
    let (width, height) = match (attribute("width").and_then(pixels), attribute("height").and_then(pixels)) {
        (Some(width), Some(height)) => (width, height),
        _ => {
            let numbers: Vec<f64> =
                attribute("viewBox")?.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
            (*numbers.get(2)?, *numbers.get(3)?)
        }
    };
    // Truncation is the point: these are pixels of a drawing, checked to be small and positive.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |n: f64| (1.0..=20_000.0).contains(&n).then_some(n as u32);
    Some((whole(width)?, whole(height)?))
}

/// Refuses drawings that hold a program or fetch something. A drawing is shown by `<img>`, where browsers run
/// nothing; but people also open files by themselves.
fn harmless(file: &File) -> Result<(), Diagnostic> {
    if extension(&file.path) != "svg" {
        return Ok(());
    }
    let refuse = |what: &str| Err(say::unsafe_svg(&file.path, what));
    let Some(text) = svg(file) else { return refuse("du texte qui n’est pas en UTF-8") };
    let lower = text.to_ascii_lowercase();
    for (sign, what) in [
        ("<script", "un programme (script)"),
        ("<foreignobject", "une page dans le dessin (foreignObject)"),
        ("<!entity", "une entité (DOCTYPE)"),
        ("javascript:", "un programme dans un lien"),
        ("@import", "une feuille de style externe"),
        ("<iframe", "une page dans le dessin (iframe)"),
    ] {
        if lower.contains(sign) {
            return refuse(what);
        }
    }
    if super::fields::looks_like_handler(&lower) {
        return refuse("un programme dans un attribut (on…)");
    }
    for part in lower.split("href=").skip(1) {
        let value = part.trim_start_matches(['"', '\'']);
        if !value.starts_with('#') && !value.starts_with("data:image/") {
            return refuse("un lien vers un autre fichier");
        }
    }
    if lower.split("url(").skip(1).any(|part| !part.trim_start_matches(['"', '\'', ' ']).starts_with('#')) {
        return refuse("un lien vers un autre fichier");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(svg: &str) -> bool {
        let sources = Sources::memory([("content/a.svg", svg)]);
        let (_, file) = sources.find("content/a.svg").unwrap();
        harmless(file).is_ok()
    }

    #[test]
    fn drawings_that_could_run_are_refused() {
        for bad in [
            "<svg><script>1</script></svg>",
            "<svg onload=\"x()\"/>",
            "<svg><a href=\"javascript:x\"/></svg>",
            "<svg><image href=\"https://a.fr/x.png\"/></svg>",
            "<svg><use xlink:href=\"autre.svg#a\"/></svg>",
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>",
            "<svg><rect fill=\"url(http://a.fr)\"/></svg>",
        ] {
            assert!(!check(bad), "{bad}");
        }
        assert!(check("<svg><defs><g id=\"a\"/></defs><use href=\"#a\"/><rect fill=\"url(#b)\"/></svg>"));
    }

    #[test]
    fn a_drawing_tells_its_size() {
        assert_eq!(svg_size("<svg width=\"640\" height=\"400px\">"), Some((640, 400)));
        assert_eq!(svg_size("<svg viewBox=\"0 0 64 40\">"), Some((64, 40)));
        assert_eq!(svg_size("<svg width=\"100%\" height=\"-3\">"), None);
    }

    #[test]
    fn names_become_addresses() {
        assert_eq!(address_name("Été à l’île.SVG"), "ete-a-l-ile.svg");
    }
}
