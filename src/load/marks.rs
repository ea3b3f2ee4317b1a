//! Markdown where it is not read: the texts of sheets show every sign as it is.

/// A piece of Markdown that a text would show raw: `**mot**`, `*mot*`, `_mot_`, `` `mot` ``, `[mots](adresse)`, a title,
/// a list. An address with `_`, a dialling code with `*`, a note of music are none.
#[must_use]
pub fn markup(text: &str) -> Option<String> {
    let link = || {
        text.match_indices("](").find_map(|(at, _)| {
            let open = text[..at].rfind('[')?;
            let close = at + text[at..].find(')')?;
            text[open + 1..at].contains(char::is_alphabetic).then(|| text[open..=close].to_owned())
        })
    };
    let emphasis =
        || ["***", "**", "__", "*", "_", "`", "~~", "=="].iter().find_map(|mark| between(text, mark));
    let title_or_item = || {
        text.lines().map(str::trim).find_map(|line| {
            let title = line.trim_start_matches('#');
            let depth = line.len() - title.len();
            let is_title = (1..=6).contains(&depth) && title.starts_with(' ');
            // « > 18 ans » says more than 18.
            let quote = line.strip_prefix("> ").is_some_and(|words| words.starts_with(char::is_alphabetic));
            (is_title || quote || text.contains('\n') && line.starts_with("- ")).then(|| line.to_owned())
        })
    };
    link().or_else(emphasis).or_else(title_or_item)
}

/// The first entity of HTML in a text, and the sign that it names: `&amp;`, `&#39;`, `&eacute;`.
#[must_use]
pub fn entity(text: &str) -> Option<(&str, String)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at..];
        let end =
            rest.char_indices().skip(1).take(32).find(|(_, c)| !(c.is_ascii_alphanumeric() || *c == '#'));
        let written = end.filter(|(_, c)| *c == ';').and_then(|(end, _)| rest.get(..=end))?;
        let sign = htmlize::unescape(written);
        (sign != written).then(|| (written, sign.into_owned()))
    })
}

/// The first stretch between two marks that Markdown would take for emphasis: letters touch both marks inside, none
/// touches them outside.
fn between(text: &str, mark: &str) -> Option<String> {
    let outside =
        |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !mark.contains(c) && !"/@=".contains(c));
    let mut from = 0;
    while let Some(open) = text.get(from..)?.find(mark).map(|at| from + at) {
        let inside = open + mark.len();
        from = inside;
        let close = text[inside..].find(mark).map(|at| inside + at)?;
        let words = &text[inside..close];
        let touches = |c: Option<char>| {
            c.is_some_and(|c| c.is_alphabetic() || "«“'\"(".contains(c) || "».!?)”".contains(c))
        };
        if outside(text[..open].chars().next_back())
            && outside(text[close + mark.len()..].chars().next())
            && touches(words.chars().next())
            && touches(words.chars().next_back())
            && !words.contains('\n')
        {
            return Some(text[open..close + mark.len()].to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{entity, markup};

    #[test]
    fn entities_are_told_from_prose() {
        for (text, written, sign) in [
            ("Nature &amp; santé.", "&amp;", "&"),
            ("L&#39;accueil", "&#39;", "'"),
            ("&eacute;tait", "&eacute;", "é"),
            ("A&nbsp;B", "&nbsp;", "\u{a0}"),
            ("a & b &#xE9;", "&#xE9;", "é"),
            ("&laquo;&nbsp;Oui", "&laquo;", "«"),
            ("5&euro;", "&euro;", "€"),
            ("&lt;b", "&lt;", "<"),
            ("l&rsquo;été", "&rsquo;", "’"),
        ] {
            assert_eq!(entity(text), Some((written, sign.to_owned())), "{text}");
        }
        for good in [
            "Nature & santé",
            "B&B",
            "R&D; et plus",
            "H&M ; Zara",
            "https://a.fr/?x=1&copy=3",
            "&",
            "&;",
            "&inconnu;",
            "Marks &amp Spencer",
        ] {
            assert_eq!(entity(good), None, "{good}");
        }
    }

    #[test]
    fn markdown_is_told_from_prose() {
        for (text, found) in [
            ("Touchez **Oui** puis ici.", "**Oui**"),
            ("Touchez __Oui__ puis ici.", "__Oui__"),
            ("Puis _ici_, voir.", "_ici_"),
            ("Puis *ici* seulement", "*ici*"),
            ("**Fermé le lundi**", "**Fermé le lundi**"),
            ("***Attention***", "***Attention***"),
            ("Tapez `oui`.", "`oui`"),
            ("voir [le site](https://exemple.fr).", "[le site](https://exemple.fr)"),
            ("[Mairie](service:mairie)", "[Mairie](service:mairie)"),
            ("![Photo](a.png)", "[Photo](a.png)"),
            ("# Titre", "# Titre"),
            ("## Titre", "## Titre"),
            ("Apportez :\n- une carte\n- une lettre", "- une carte"),
            ("« **Oui** »", "**Oui**"),
            ("(*gratuit*)", "*gratuit*"),
            ("Ouvert ~~le lundi~~ le mardi", "~~le lundi~~"),
            ("~~Fermé~~", "~~Fermé~~"),
            ("Touchez ==Oui== ici", "==Oui=="),
            ("> Attention", "> Attention"),
            ("Bonjour.\n> Fermé le lundi", "> Fermé le lundi"),
        ] {
            assert_eq!(markup(text).as_deref(), Some(found), "{text}");
        }
        for good in [
            "Composez *21* puis le numéro.",
            "#31# masque le numéro",
            "Composez le *#06#.",
            "jean_paul_martin@exemple.fr",
            "https://exemple.fr/a_b_c/d_e",
            "2 * 3 * 4",
            "Numéro 3 * ou 4 *",
            "A* et B*",
            "prix* (voir *)",
            "l’étape [1] (facultatif)",
            "Bus n° 3 (arrêt [Mairie]) (à pied)",
            "**",
            "a ** b ** c",
            "snake_case_name",
            "Tapez # puis 2",
            "5 – 6 ans",
            "> 18 ans",
            "Plus de > 5 €",
            "~ 9 h ~ 10 h",
            "~~",
            "a == b == c",
            "Menu > Réglages > Réseau",
            "_",
            "",
        ] {
            assert_eq!(markup(good), None, "{good}");
        }
    }
}
