//! The theme `kiosque`, in the program.

macro_rules! typeface {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../themes/kiosque/polices/", $name)))
    };
}

macro_rules! paper {
    ($name:literal) => {
        ($name, include_str!(concat!("../../themes/kiosque/", $name)))
    };
}

macro_rules! short {
    ($name:literal) => {
        ($name, include_str!(concat!("../../themes/kiosque/courts/", $name)))
    };
}

macro_rules! embed {
    ($($name:literal),* $(,)?) => {
        /// Every file of the theme that pages are made of: its name and its text.
        pub const EMBEDDED: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../themes/kiosque/", $name)))),*
        ];
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

/// The templates of paper: the name under the theme, and the text.
pub const PAPER: &[(&str, &str)] = &[
    paper!("papier/commun.typ"),
    paper!("papier/contact.typ"),
    paper!("papier/fiche.typ"),
    paper!("papier/guide.typ"),
    paper!("papier/imposition.typ"),
    paper!("papier/livret.typ"),
    paper!("papier/poche.typ"),
    paper!("papier/rendez-vous.typ"),
];

/// The scripts as browsers get them, made from their pieces: see [`super::scripts`].
pub const SHORT: &[(&str, &str)] = &[
    short!("communes.js"),
    short!("film.js"),
    short!("guide.js"),
    short!("lecture-borne.js"),
    short!("lecture.js"),
    short!("mediateur.js"),
    short!("mots.js"),
    short!("numeros.js"),
    short!("recherche.js"),
    short!("reglages.js"),
];

embed! {
    "accessibilite.html",
    "accueil.html",
    "age.js",
    "aide.html",
    "apropos.html",
    "az.html",
    "bas.html",
    "base.html",
    "besoin.html",
    "borne.css",
    "borne.js",
    "carte.html",
    "cas.html",
    "codes-postaux.html",
    "communes.html",
    "communes.js",
    "composants.html",
    "conseil.html",
    "contact.html",
    "couleurs.css",
    "deplace.html",
    "erreur.html",
    "film.css",
    "film.js",
    "glossaire.html",
    "guide.css",
    "guide.html",
    "guide.js",
    "haut.html",
    "lecture.css",
    "lecture.js",
    "ligne.html",
    "liste-cas.html",
    "mediateur.html",
    "mediateur.js",
    "mots.js",
    "numeros.html",
    "numeros.js",
    "orientation.html",
    "papier.css",
    "plan.html",
    "polices.css",
    "produit.html",
    "questions.html",
    "recherche.html",
    "recherche.js",
    "reglages.js",
    "reponse.html",
    "retire.html",
    "role.html",
    "scripts/answer.js",
    "scripts/commune-find.js",
    "scripts/commune-harvest.js",
    "scripts/commune-index.js",
    "scripts/commune-key.js",
    "scripts/commune-named.js",
    "scripts/commune-search.js",
    "scripts/danger.js",
    "scripts/field.js",
    "scripts/index.js",
    "scripts/likeness.js",
    "scripts/memory.js",
    "scripts/page.js",
    "scripts/ranking.js",
    "scripts/search-lines.js",
    "scripts/slips.js",
    "scripts/sound.js",
    "scripts/words.js",
    "service-retire.html",
    "service.html",
    "sources.html",
    "style.css",
    "tableau.html",
    "territoire.html",
    "territoires.html",
    "textes.yaml",
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, PAPER, PAPER_TYPEFACES, SHORT, TYPEFACES};
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
        let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect::<String>();
        let found: String = TYPEFACES
            .iter()
            .chain(PAPER_TYPEFACES)
            .map(|(name, bytes)| format!("{}  {name}\n", hex(bytes)))
            .collect();
        assert_eq!(found, sums);
    }
}
