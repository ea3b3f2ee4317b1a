//! The theme `kiosque`, in the program.

macro_rules! typeface {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../themes/kiosque/polices/", $name)))
    };
}

/// Typefaces, and the licence that must go with them: see `themes/kiosque/polices/refaire`.
pub const TYPEFACES: &[(&str, &[u8])] = &[
    typeface!("atkinson-hyperlegible-next-400.woff2"),
    typeface!("atkinson-hyperlegible-next-700.woff2"),
    typeface!("atkinson-hyperlegible-next-licence.txt"),
];

/// Typefaces for paper: Atkinson as on the screen, and DejaVu for figures (no struck zero) and rarer signs.
pub const PAPER_TYPEFACES: &[(&str, &[u8])] = &[
    typeface!("atkinson-hyperlegible-next-400.ttf"),
    typeface!("atkinson-hyperlegible-next-700.ttf"),
    typeface!("dejavu-sans-400.ttf"),
    typeface!("dejavu-sans-700.ttf"),
];

// `EMBEDDED`, `PAPER` and `SHORT`: every file of the folder, listed by `build.rs`.
include!(concat!(env!("OUT_DIR"), "/theme.rs"));

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, PAPER, PAPER_TYPEFACES, SHORT, TYPEFACES};
    use crate::text::hex;
    use sha2::{Digest, Sha256};

    #[test]
    fn every_file_of_the_folder_is_in_the_program() {
        let files = |folder: &str| {
            let path = format!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/kiosque/{}"), folder);
            let entries = fs_err::read_dir(path).unwrap();
            let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
            names.map(|name| format!("{folder}{name}")).collect::<Vec<_>>()
        };
        let mut names = [files(""), files("scripts/")].concat();
        names.retain(|name| [".html", ".css", ".js", ".yaml"].iter().any(|end| name.ends_with(end)));
        names.sort();
        assert_eq!(names, EMBEDDED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        let mut names = files("papier/");
        names.sort();
        assert_eq!(names, PAPER.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        let mut names = files("courts/");
        names.sort();
        assert_eq!(names, SHORT.iter().map(|(name, _)| format!("courts/{name}")).collect::<Vec<_>>());
    }

    /// The sums are those of the npm package that `polices/refaire` names.
    #[test]
    fn typefaces_are_those_of_their_package() {
        let sums = include_str!("../../themes/kiosque/polices/sommes.txt");
        let found: String = TYPEFACES
            .iter()
            .chain(PAPER_TYPEFACES)
            .map(|(name, bytes)| format!("{}  {name}\n", hex(&Sha256::digest(bytes))))
            .collect();
        assert_eq!(found, sums);
    }
}
