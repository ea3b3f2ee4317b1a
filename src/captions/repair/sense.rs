//! Where a French line may be cut: between groups of sense, never inside one.

use crate::text::{fold, is_month};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The lists of `sense.txt`, by kind.
static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("sense.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(": "))
        .map(|(kind, words)| (kind, words.split(' ').collect()))
        .collect()
});

/// Whether a word is of that list.
fn is(kind: &str, word: &str) -> bool {
    WORDS.get(kind).is_some_and(|words| words.contains(word))
}

/// Whether a line may not end with `last` when the next begins with `next`: an article and its noun, a number and its
/// unit, « M. » and a name, a sign that hangs on its word.
pub fn never(last: &str, next: &str) -> bool {
    let (last, next) = (lower(last), fold(next));
    let bare =
        |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && !"'°€%".contains(c)).to_owned();
    let (word, follower) = (bare(&last), bare(&next));
    let number =
        word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit());
    let ends_a_group = last.ends_with([',', ';', ':', '!', '?', '…', ')', ']', '»']);
    is("articles", &word) && !ends_a_group && !last.ends_with('.')
        || is("titles", &last)
        || number
            && last == word
            && (is("units", &follower)
                || is_month(&follower)
                || follower.starts_with(|c: char| c.is_ascii_digit()))
        || last.ends_with(['«', '(', '[', '\''])
        || matches!(last.as_str(), "-" | "–" | "—" | "+")
        || next.starts_with(['»', '?', '!', ':', ';', ')', ']', '%', '€'])
}

/// Small letters and straight apostrophes; accents stay, for « là » is not « la », nor « à » « a ».
fn lower(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// How good it is to cut between two words; the lower the better, 0 when there is no reason.
pub fn cost(last: &str, next: &str) -> i32 {
    let (lower, next) = (lower(last), lower(next));
    let word = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
    let mut cost = 0;
    if last.ends_with(['.', '!', '?', '…']) {
        cost -= 20;
    } else if last.ends_with([',', ';', ':', ')', ']', '»']) {
        cost -= 14;
    } else if is("subjects", word) || is("conjunctions", word) || is("relatives", word) {
        cost += 25;
    } else if is("prepositions", word) {
        cost += 22;
    } else if is("auxiliaries", &fold(word)) {
        cost += 12;
    }
    let next = head(&next);
    if is("conjunctions", next) || is("relatives", next) {
        cost -= 10;
    } else if is("prepositions", next) {
        cost -= 7;
    }
    cost
}

/// « qu'il » begins with « que », « d'un » with « de », « s'ils » with « si ».
fn head(word: &str) -> &str {
    match word.split_once('\'') {
        Some(("qu", _)) => "que",
        Some(("d", _)) => "de",
        Some(("s", "il" | "ils")) => "si",
        Some(("lorsqu", _)) => "lorsque",
        Some(("puisqu", _)) => "puisque",
        Some(("jusqu", _)) => "jusque",
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Where to cut so that two lines of `most` characters hold the words: after how many words. `None` when it cannot be.
pub fn cut(words: &[&str], most: usize) -> Option<usize> {
    let lengths: Vec<usize> = words.iter().map(|word| super::super::check::width(word.chars())).collect();
    let total: usize = lengths.iter().sum::<usize>() + words.len().saturating_sub(1);
    let mut first = 0;
    let mut best: Option<(i32, usize)> = None;
    for (at, pair) in words.windows(2).enumerate() {
        first += lengths[at] + usize::from(at > 0);
        let second = total - first - 1;
        if first > most {
            break;
        }
        if second > most || never(pair[0], pair[1]) {
            continue;
        }
        // Lines of like length are read faster; the second may be a little longer.
        let balance = i32::try_from(first.abs_diff(second)).unwrap_or(i32::MAX / 2);
        let cost = balance + i32::from(first > second) + cost(pair[0], pair[1]);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, at + 1));
        }
    }
    best.map(|(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_text(text: &str) -> Option<String> {
        let words: Vec<&str> = text.split(' ').collect();
        let after = cut(&words, 40)?;
        Some(format!("{} / {}", words[..after].join(" "), words[after..].join(" ")))
    }

    #[test]
    fn lines_are_cut_between_groups_of_sense() {
        for line in [
            "Ouvrez le lien que vous avez reçu / dans le message de votre fille.",
            "Appuyez sur le bouton bleu, / puis attendez quelques secondes.",
            "Votre fille vous appelle ce soir / et elle vous montrera les photos.",
            "Le conseiller vous rappellera / avant la fin de la semaine prochaine.",
            "C’est la personne qui vous aide / à remplir votre déclaration.",
            "Vous payez trois euros par mois. / Le premier mois est gratuit.",
        ] {
            let whole = line.replace(" / ", " ");
            assert_eq!(cut_text(&whole).as_deref(), Some(line));
        }
    }

    #[test]
    fn some_words_are_never_parted() {
        for (last, next) in [
            ("le", "lien"),
            ("Votre", "fille"),
            ("une", "fois"),
            ("12", "euros"),
            ("8", "h"),
            ("20", "%"),
            ("5", "mai"),
            ("02", "98"),
            ("M.", "Le"),
            ("«", "Oui"),
            ("Oui", "»"),
            ("Vraiment", "?"),
            ("Ici", ":"),
            ("d’", "abord"),
            ("–", "Oui"),
            ("n°", "4"),
        ] {
            assert!(never(last, next), "{last} {next}");
        }
        for (last, next) in [
            ("lien", "que"),
            ("bleu,", "puis"),
            ("12.", "euros"),
            ("mois", "prochain"),
            ("là", "où"),
            ("la.", "Puis"),
        ] {
            assert!(!never(last, next), "{last} {next}");
        }
    }

    #[test]
    fn what_does_not_fit_is_not_cut() {
        assert_eq!(cut_text("anticonstitutionnellement-anticonstitutionnellement a b"), None);
        assert_eq!(cut_text("seul"), None);
        assert_eq!(cut_text(&"mot ".repeat(30)), None);
    }
}
