//! Names and addresses of persons have no place on a public sheet, even when a public file holds them.

mod mailbox;

pub use mailbox::is_personal;

use crate::text::fold;

/// First names that are common in France, folded. Compounds are known by their first part.
const FIRST_NAMES: &str = " abdel abdallah adam adele adeline adrien adrienne agathe agnes ahmed aicha aime alain alban albert alex alexandra alexandre alexia alexis alice alicia aline alix alizee amandine amel amelie amina anais andre andrea andree ange angele angelique anita anna annabelle anne annick annie anthony antoine antoinette antony ariane arlette armelle arnaud arthur astrid audrey aurelie aurelien aurore axel axelle aymeric baptiste barbara bastien beatrice benedicte benjamin benoit bernadette bernard berengere bertrand blandine boris brice brigitte bruno camille carine carla carole caroline catherine cathy cecile cedric celia celine chantal charlene charles charlotte christel christele christelle christian christiane christine christophe cindy claire clara clarisse claude claudie claudine clemence clement clementine clotilde colette coralie corentin corinne cyril cyrille cynthia damien daniel daniele danielle danny david deborah delphine denis denise didier dimitri dominique dorian dorothee dylan edith edouard edwige eleonore elena eliane elie eliot elisa elisabeth elise elodie eloise elsa emeline emeric emilie emma emmanuel emmanuelle enzo eric erika erwan erwann estelle esther eugenie eva evelyne fabien fabienne fabrice fanny farid fatiha fatima faustine felix ferdinand fernand flavie florence florent florian france francis franck francois francoise frederic frederique gabriel gabrielle gael gaelle gaetan gautier genevieve geoffrey georges gerald geraldine gerard ghislain ghislaine gilbert gilles ginette gisele gregoire gregory guillaume guy guylaine gwenael gwenaelle gwendoline gwenola habib hakim hamid hassan helene henri herve hubert hugo hugues ibrahim ines ingrid irene isabelle isabel ismael jacinthe jacky jacqueline jacques james jamila jean jeanine jeanne jennifer jeremie jeremy jerome jessica joan joel joelle johan johann johanna john jonathan jordan joris jose joseph josette josiane jocelyne julia julie julien juliette justine karen karim karima karine katia kevin khadija killian laetitia lara laura laure laurence laurene laurent laurie lea leila lena leo leon leonie leslie lila lilian liliane lina linda lionel lisa loic lois lola louis louisa louise luc lucas lucie lucien lucienne ludivine ludovic lydia lydie lysiane maeva maelle magali magalie malika manon manuel marc marcel marcelle margaux margot marguerite maria mariam marianne marie marina marine marion marius marjorie marlene martial martine maryline marylene maryse mathias mathieu mathilde matthieu maud maude maureen maurice max maxence maxime maximilien melanie melina melissa melodie mehdi michael mickael michel michele micheline michelle mireille mohamed mohammed monique morgan morgane mounir muriel murielle mylene myriam myrtille nabil nadege nadia nadine naima nancy nathalie nathan nelly nicole nicolas noel noelle nolwenn noemie norbert odette odile olivia olivier ophelie oriane oscar pascal pascale pascaline patrice patricia patrick paul paula paule pauline perrine philippe pierre pierrick priscilla quentin rachel rachid raphael raphaelle raymond raymonde regine regis remi remy renaud rene renee richard robert robin rodolphe roger roland rolande romain roman romane romeo ronan roselyne roxane sabine sabrina said salome samia samir samuel samy sandra sandrine sarah sebastien segolene serge severine severin sidonie simon simone sofia solange solene sonia sophie souad stella stephane stephanie steven suzanne sybille sylvain sylvaine sylvia sylviane sylvie tanguy tatiana teddy theo theophile therese thibault thibaut thierry thomas tiphaine timothee tony tristan ugo ulrich valentin valentine valerie vanessa vera veronique victor victoire victoria vincent virginie viviane wilfried william xavier yacine yael yann yannick yasmina yasmine yohan yohann yoann yolande yves yvette yvon yvonne youssef zoe zohra ";

/// Words of offices and their mail boxes.
const OFFICE: &str = " accueil administration adm admr agence agglo aide aidants annexe antenne asso association atelier bibli bibliotheque bureau bus caf cap ccas cc cci centre centresocial cias clic club cm cms cnfs cnumerique com communaute commune communication conseil conseiller conseillernumerique conseillers contact contacts coordination cpam csc culture cyber cyberbase dasi demarches departement dept direction dgs ecole education emploi epn espace etat eic formation france franceservice franceservices fs fablab general gestion guichet hotel info informatique information infos insertion jeunes jeunesse local maison mairie mda mdph mds mediateur mediatheque mediation mfs mission mjc mobile ml mq msa msap multimedia mediat municipal nomade num numerique office pays pij pimms plateforme poste pole point pro public publics relais reseau residence rdv sante secretariat seniors service services sg siege social sociale sport standard syndicat tiers tierslieu tourisme travail url vie ville webmaster efs msp esp rsp mfsp relations habitants usagers citoyen numerique ";

/// Words before a name that make it a place: « rue Charles Coffin », « espace Jean Moreaux ».
const PLACES: &str = " rue avenue av boulevard bd bld place pl allee allees impasse chemin route quai cours square esplanade passage espace salle maison centre ecole college lycee mediatheque bibliotheque residence foyer gymnase hopital clinique stade complexe theatre cinema parc hameau lieu lieudit cite quartier immeuble batiment tour pole saint sainte st ste fondation institut association mjc pont port villa domaine chateau salon mairie ville commune ";

fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.contains(&format!(" {word} "))
}

fn is_first_name(word: &str) -> bool {
    listed(FIRST_NAMES, word)
}

/// Whether a text names somebody: « Mme Le Goff », « Contact : Adrianne », « Jean Dupont ».
#[must_use]
pub fn names_somebody(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    words.iter().enumerate().any(|(at, word)| {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let folded = fold(word);
        let next = words.get(at + 1).copied().unwrap_or_default();
        let civility =
            ["m", "mr", "mme", "mmes", "mlle", "monsieur", "madame", "mesdames"].contains(&folded.as_str());
        if civility && capital(word) {
            return capital(next) && next.len() > 1;
        }
        // « Contact : Adrianne - 06 … »: whatever the name.
        let before = |back: usize| at.checked_sub(back).map(|i| fold(words[i])).unwrap_or_default();
        if before(1) == "contact"
            && capital(word)
            && next.starts_with(|c: char| c.is_ascii_digit())
            && !names_an_office(&folded)
            && word.chars().all(char::is_alphabetic)
        {
            return true;
        }
        let first_part = folded.split('-').next().unwrap_or_default();
        if !capital(word) || !is_first_name(first_part) {
            return false;
        }
        let of_a_place = (1..=3).any(|back| {
            let word = before(back);
            listed(PLACES, &word) || word.split(['-', '\'']).any(|part| listed(PLACES, part))
        });
        // France services, Saint-Pierre, « Claude » the town: a capital must follow, or a word that presents.
        let presented = [
            "contact",
            "conseiller",
            "conseillere",
            "referent",
            "referente",
            "mediateur",
            "mediatrice",
            "avec",
            "aupres",
            "par",
            "agent",
            "animateur",
            "animatrice",
        ]
        .contains(&before(1).as_str());
        let surname = capital(next)
            && next.len() > 1
            && !["Services", "Service", "Travail", "Connect", "SERVICES", "TRAVAIL", "Numérique"]
                .contains(&next);
        !of_a_place && folded != "france" && (surname || presented)
    })
}

/// Whether a service's name is nothing but a person's: « Jean Dupont », « Mme Le Goff ».
#[must_use]
pub fn is_a_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first().map(|word| fold(word)) else { return false };
    let civility = ["m.", "mme", "mlle", "monsieur", "madame", "mr"].contains(&first.as_str());
    let named = words.len() == 2
        && is_first_name(first.split('-').next().unwrap_or_default())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && !names_an_office(&words[1].to_lowercase());
    !first.starts_with("france") && (named || civility && words.len() <= 4)
}

fn names_an_office(word: &str) -> bool {
    listed(OFFICE, &fold(word)) || listed(PLACES, &fold(word))
}

/// The sentences of a comment that name nobody and hold nobody's address; how many were taken out.
#[must_use]
pub fn without_people(text: &str, place_words: &str) -> (String, usize) {
    let mut kept = Vec::new();
    let mut dropped = 0;
    for part in sentences(text) {
        let personal = part
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .any(|word| word.contains('@') && is_personal(&word, place_words));
        if personal || names_somebody(part) {
            dropped += 1;
        } else {
            kept.push(part.trim());
        }
    }
    (kept.join(" ").trim_end_matches(['/', '-', ' ', ';']).trim().to_owned(), dropped)
}

/// A text cut after each full stop, line break, or double bar.
fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let next = bytes.get(at + 1).copied();
        let before = at.checked_sub(1).map(|i| bytes[i]);
        // « M. Dupont » is one sentence.
        let short = text[start..at]
            .rsplit(' ')
            .next()
            .is_some_and(|word| word.len() <= 2 && word.chars().all(char::is_uppercase));
        // « https://… /?a=1 » is one word.
        let scheme = || {
            let word =
                text[start..at].rsplit(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
            word.starts_with("http") || word.starts_with("www.") || word.ends_with(":/")
        };
        let stops = next.is_none_or(|b| b.is_ascii_whitespace());
        let ends = c == '\n'
            || matches!(c, '!' | '?') && (stops || !scheme())
            || c == '.' && stops && !short
            || c == '/' && before == Some(b'/') && !scheme();
        if ends {
            out.push(&text[start..=at]);
            start = at + 1;
        }
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out.retain(|part| !part.trim().is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_stay_whole() {
        for text in [
            "Voir https://www.ville.fr/a.",
            "Voir https://www.ville.fr/?a=1&b=2.",
            "Voir http://ville.fr//a, puis appelez.",
            "Voir http//www.ville.fr/a.",
            "Site : https://www.ville.fr/a?b Ouvert à tous.",
            "www.ville.fr//agenda?jour=1",
            "Voir (https://www.ville.fr/a)",
            "https://www.ville.fr/!agenda",
            "Rdv sur https://rdv.ville.fr/rdv#!/a",
        ] {
            assert_eq!(without_people(text, ""), (text.to_owned(), 0), "{text}");
        }
        // The double bar that parts sentences of France services still does.
        let (text, dropped) =
            without_people("Lundi à Vendresse // Contact : Adrianne - 06 45 // Mardi à Boulzicourt", "");
        assert_eq!((text.contains("Adrianne"), dropped), (false, 1), "{text}");
        assert!(text.contains("Vendresse") && text.contains("Boulzicourt"), "{text}");
    }

    #[test]
    fn sentences_about_persons_go_and_the_others_stay() {
        let (text, dropped) = without_people(
            "Fermé en août. Contact : Adrianne - 06 45. Mairie de Deville, rue Charles Coffin.",
            "",
        );
        assert_eq!((text.as_str(), dropped), ("Fermé en août. Mairie de Deville, rue Charles Coffin.", 1));
        assert!(names_somebody("Demander Mme Le Goff"));
        assert!(names_somebody("M. Dupont"));
        assert!(names_somebody("Jean-Pierre Martin, animateur"));
        for fine in [
            "Espace France Services",
            "à l'Espace Jean Moreaux",
            "le 1er mardi à Saint-Pierre",
            "France Travail",
            "mairie de Marie Galante",
        ] {
            assert!(!names_somebody(fine), "{fine}");
        }
    }
}
