//! Pictures beside a text: found, named, measured, and refused when readers would not see them, or when they could
//! run something.

use crate::diag::Diagnostics;
use crate::diag::catalogue::{guides as say, pictures};
use crate::media::picture::PictureKind;
use crate::source::names::composed;
use crate::source::{File, FileId, Sources, Span, extension};
use crate::text::{hex, is_reserved, nearest, slug, without_unseen};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// A picture's file, its name in the address, and its size in CSS pixels.
pub struct FoundPicture {
    pub file: FileId,
    pub name: String,
    pub size: Option<(u32, u32)>,
}

/// Looks for `name` in `folder` (a path that ends with `/`).
pub fn find(
    sources: &Sources,
    folder: &str,
    name: &str,
    span: Span,
    out: &mut Diagnostics,
) -> Option<FoundPicture> {
    let name = written(name, |name| {
        let path = format!("{folder}{name}");
        sources.find(&path).is_some() || sources.is_unread(&path) || sources.is_strange(&path)
    });
    if name.contains(['/', '\\', ':']) {
        out.push(say::picture_elsewhere(span, &name));
        return None;
    }
    let (name, path) = match format!("{folder}{name}") {
        path if sources.find(&path).is_some() => (name, path),
        // The signs that differ are not seen: macOS writes a narrow space into the names of its screenshots.
        path => match one_alike(&name, sources.within(folder)) {
            Some(other) => (other.to_owned(), format!("{folder}{other}")),
            None => (name, path),
        },
    };
    let Some((id, file)) = sources.find(&path) else {
        // What hinders its reading has been said.
        if sources.is_unread(&path) {
            return None;
        }
        if sources.is_strange(&path) {
            out.push(pictures::no_picture(&path, span));
            return None;
        }
        let here = sources.within(folder).filter(|name| !name.ends_with(".md"));
        out.push(say::picture_missing(span, &name, nearest(&name, here)));
        return None;
    };
    look(file, span, out);
    Some(FoundPicture { file: id, name: address_name(&name), size: file.picture().size })
}

/// A name of a file as a text writes it, and as people see it: accents on their letters; « %20 » is a space and
/// « %C3%A9 » an é, unless a file has these very signs in its name.
pub fn written(name: &str, exists: impl Fn(&str) -> bool) -> String {
    let name = composed(name);
    if !name.contains('%') || exists(&name) {
        return name.into_owned();
    }
    match percent_encoding::percent_decode_str(&name).decode_utf8() {
        Ok(decoded) => composed(&decoded).into_owned(),
        Err(_) => name.into_owned(),
    }
}

/// The one name that looks the same: other spaces and apostrophes, or signs that nobody sees.
pub fn one_alike<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = seen(name);
    let mut alike = names.filter(|other| seen(other) == wanted);
    let one = alike.next()?;
    alike.next().is_none().then_some(one)
}

/// A name as the eye has it.
pub fn seen(name: &str) -> String {
    let signs = without_unseen(name);
    let one = |c: char| match c {
        c if c.is_whitespace() => ' ',
        '’' | 'ʼ' | '‘' => '\'',
        '‑' | '‐' => '-',
        c => c,
    };
    signs.chars().map(one).collect()
}

/// Says what readers would not see of a picture, or what could harm them.
fn look(file: &File, span: Span, out: &mut Diagnostics) {
    let picture = file.picture();
    let path = file.path.as_str();
    if let Some(fault) = &picture.fault {
        out.push(pictures::of_picture(path, fault, span));
        return;
    }
    for told in picture.drawing.iter().flat_map(|drawing| &drawing.faults) {
        out.push(pictures::of_drawing(path, told, span));
    }
    let Some(kind) = picture.kind else { return };
    let named = PictureKind::of_extension(&extension(path));
    if named != Some(kind) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let right = format!("{stem}.{}", kind.extension());
        // Browsers look at the bytes of photographs, and at the names of drawings.
        let photographs = [named, Some(kind)]
            .iter()
            .all(|k| matches!(k, Some(PictureKind::Png | PictureKind::Jpeg | PictureKind::WebP)));
        out.push(if photographs {
            pictures::other_extension(path, kind, &right, span)
        } else {
            pictures::misleading(path, kind, &right, span)
        });
    }
}

/// The name of a file in an address: « Été à l’île.SVG » gives `ete-a-l-ile.svg`. Every system can write it: a name
/// without a letter that we know, or one that Windows keeps for itself, gets another.
#[must_use]
pub fn address_name(name: &str) -> String {
    let extension = extension(name);
    let stem = &name[..name.len().saturating_sub(extension.len() + 1)];
    let known: Cow<'_, str> = match slug(stem) {
        slug if slug.is_empty() => {
            let sum = Sha256::digest(stem.as_bytes());
            format!("image-{}", hex(&sum[..4])).into()
        }
        slug if is_reserved(&slug) => format!("image-{slug}").into(),
        slug => slug.into(),
    };
    format!("{known}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, address) in [
            ("Été à l’île.SVG", "ete-a-l-ile.svg"),
            ("con.png", "image-con.png"),
            ("AUX.JPG", "image-aux.jpg"),
            ("com1.webp", "image-com1.webp"),
            ("console.png", "console.png"),
            ("①.png", "image-9e96ca1c.png"),
            ("a.b.svg", "a-b.svg"),
        ] {
            assert_eq!(address_name(name), address);
        }
        // Names without a letter that we know differ all the same.
        let signs = ["写真.png", "写.png", "①.png", "②.png", "😀.png", "фото.png", "صورة.png", "....png"];
        let all: std::collections::BTreeSet<String> = signs.iter().map(|name| address_name(name)).collect();
        assert_eq!(all.len(), signs.len());
        assert!(all.iter().all(|name| name.starts_with("image-") && name.ends_with(".png")), "{all:?}");
    }

    #[test]
    fn a_name_that_looks_the_same_is_found_when_there_is_but_one() {
        let there = [
            "Capture d’écran 2026-11-30 à 10.22.33\u{202f}AM.png",
            "a\u{a0}b.png",
            "x\u{200b}y.png",
            "l’eau.png",
            "l'eau.png",
        ];
        for (name, found) in [
            ("Capture d'écran 2026-11-30 à 10.22.33 AM.png", Some(there[0])),
            ("a b.png", Some(there[1])),
            ("xy.png", Some(there[2])),
            // Two look so, and the author meant one of them.
            ("lʼeau.png", None),
            ("ab.png", None),
            ("A b.png", None),
        ] {
            assert_eq!(one_alike(name, there.into_iter()), found, "{name}");
        }
    }

    #[test]
    fn names_are_read_as_people_see_them() {
        let there = ["écran.png", "a b.png", "100%20.png", "Capture d’écran.png", "50%.png", "a+b.png"];
        let exists = |name: &str| there.contains(&name);
        for (name, seen) in [
            ("écran.png", "écran.png"),
            ("e\u{301}cran.png", "écran.png"),
            ("%C3%A9cran.png", "écran.png"),
            ("e%CC%81cran.png", "écran.png"),
            ("a%20b.png", "a b.png"),
            ("100%20.png", "100%20.png"),
            ("50%.png", "50%.png"),
            ("50%25.png", "50%.png"),
            ("a+b.png", "a+b.png"),
            ("a%2Bb.png", "a+b.png"),
            ("Capture%20d%E2%80%99%C3%A9cran.png", "Capture d’écran.png"),
            ("%ff.png", "%ff.png"),
            ("%zz.png", "%zz.png"),
            ("..%2Fa.png", "../a.png"),
        ] {
            assert_eq!(written(name, exists), seen, "{name}");
        }
    }
}
