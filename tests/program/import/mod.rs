//! `import`: what a curator finds on the disk after a public file was read, and what is said.

mod again;
mod closed;
mod damaged;
mod dates;
mod directories;
mod forms;
mod hours;
mod values;

use crate::common::{Ended, Site, Tree, tree};
use fs_err as fs;

/// Two France services of Finistère and one of Paris, in the columns of the real list. The numbers are of those
/// kept for fiction.
const LIST: &str = "\
id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,mail,telephone,h_lundi,h_mardi,prise_rdv,commentaire,format_fs
1,29,France services de Landerneau,2 rue Inventée,,29103,29800,Landerneau,accueil@exemple.fr,02 61 91 00 12,09:00 - 12:00 / 13:30 - 17:00,09:00 - 12:00,Oui,Le 3e jeudi du mois à Pencran,Fixe
2,29,France services de Daoulas,1 place Inventée,,29043,29460,Daoulas,jean.dupont@exemple.fr,02 61 91 00 13,09:00 - 12:00 - 17:00,,Non,,Fixe
3,75,France services de Paris 12e,1 avenue Inventée,,75112,75012,PARIS 12,,01 99 00 00 12,,,Non,,Fixe
";

const LANDERNEAU: &str = "content/services/29/france-services-de-landerneau.yaml";
const DAOULAS: &str = "content/services/29/france-services-de-daoulas.yaml";

impl Site {
    /// Writes a file beside the site and imports it.
    fn import(&self, format: &str, name: &str, bytes: impl AsRef<[u8]>, options: &[&str]) -> Ended {
        let file = self.beside().join(name);
        fs::write(&file, bytes).unwrap();
        let file = file.to_str().unwrap();
        self.run(&[&["importer", format, file], options].concat())
    }

    /// The list of France services of 1 August 2024.
    fn import_list(&self, text: &str, options: &[&str]) -> Ended {
        self.import("france-services", "france-services-2024-08-01.csv", text, options)
    }

    fn contents(&self) -> Tree {
        tree(&self.root)
    }

    /// No error of `check`.
    fn is_sound(&self) {
        let checked = self.run(&["relire", "--date", crate::common::DATE]);
        assert_eq!(checked.code, 0, "{checked:?}");
    }
}
