//! The theme `kiosque`, in the program.

macro_rules! embed {
    ($($name:literal),* $(,)?) => {
        /// Every file of the theme that pages are made of: its name and its text.
        pub const EMBEDDED: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../themes/kiosque/", $name)))),*
        ];
    };
}

embed! {
    "accessibilite.html",
    "accueil.html",
    "aide.html",
    "apropos.html",
    "az.html",
    "bas.html",
    "base.html",
    "besoin.html",
    "borne.js",
    "carte.html",
    "cas.html",
    "codes-postaux.html",
    "communes.html",
    "communes.js",
    "composants.html",
    "conseil.html",
    "contact.html",
    "deplace.html",
    "erreur.html",
    "glossaire.html",
    "guide.html",
    "haut.html",
    "ligne.html",
    "liste-cas.html",
    "numeros.html",
    "numeros.js",
    "orientation.html",
    "plan.html",
    "produit.html",
    "questions.html",
    "reponse.html",
    "retire.html",
    "service.html",
    "style.css",
    "territoire.html",
    "territoires.html",
    "textes.yaml",
}

#[cfg(test)]
mod tests {
    use super::EMBEDDED;

    #[test]
    fn every_file_of_the_folder_is_in_the_program() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/kiosque");
        let mut names: Vec<String> = fs_err::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| [".html", ".css", ".js", ".yaml"].iter().any(|end| name.ends_with(end)))
            .collect();
        names.sort();
        assert_eq!(names, EMBEDDED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }
}
