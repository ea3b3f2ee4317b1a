//! `expliquer`: what a code means.

use super::{Outcome, print, tell};
use crate::diag::catalogue::{CATALOGUE, find};

pub fn explain(code: Option<&str>) -> Outcome {
    let Some(id) = code else {
        let mut list = String::new();
        for code in CATALOGUE.iter().flat_map(|family| family.iter()) {
            list.push_str(&format!("{}  {}\n", code.id, code.title));
        }
        print(&list);
        return Outcome::Fine;
    };
    match find(id) {
        Some(code) => {
            print(&format!("{} : {}\n\n{}\n", code.id, code.title, code.explanation()));
            Outcome::Fine
        }
        None => {
            tell(&format!("erreur : le code « {id} » n’existe pas. La liste : eliane expliquer"));
            Outcome::Failed
        }
    }
}
