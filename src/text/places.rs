//! Names of places inside a sentence.

/// « à Landerneau », « au Tréhou », « aux Ulis », « à La Martyre », « à L’Hôpital-Camfrout »: the articles Le and
/// Les of a commune's name contract with « à », the others stay with their capital (Le Bon Usage, § 586).
#[must_use]
pub fn at_place(name: &str) -> String {
    let cut = |article: &str| {
        let rest = name.strip_prefix(article)?;
        rest.starts_with(char::is_uppercase).then_some(rest)
    };
    if let Some(rest) = cut("Le ") {
        format!("au {rest}")
    } else if let Some(rest) = cut("Les ") {
        format!("aux {rest}")
    } else {
        format!("à\u{a0}{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::at_place;

    #[test]
    fn articles_contract_as_people_say_them() {
        for (name, wanted) in [
            ("Landerneau", "à\u{a0}Landerneau"),
            ("Le Tréhou", "au Tréhou"),
            ("Les Ulis", "aux Ulis"),
            ("La Martyre", "à\u{a0}La Martyre"),
            ("L’Hôpital-Camfrout", "à\u{a0}L’Hôpital-Camfrout"),
            ("Lesneven", "à\u{a0}Lesneven"),
            ("Lens", "à\u{a0}Lens"),
        ] {
            assert_eq!(at_place(name), wanted);
        }
    }
}
