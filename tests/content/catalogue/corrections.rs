//! What `relire --corriger` mends: what is said stays the same, what is in doubt is left, and nothing is mended twice.

use super::{BROKEN, Broken};
use crate::small_site::{CALL, DAY, MAIRIE, SmallSite, codes, findings, site};
use eliane::mend::Mending;
use eliane::source::read_site;
use eliane::{Order, examine};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Codes whose findings may be mended without their author, and why nothing is lost.
const CERTAIN: [(&str, &str); 15] = [
    ("A011", "the program reads the line so already"),
    ("A013", "the program reads the line so already"),
    ("A014", "the program reads the line so already"),
    ("A015", "a notice is read so already; other marks are left"),
    ("A018", "the number of an étape is written by Éliane"),
    ("A083", "the words are in the list as the same in any sentence"),
    ("A087", "the words are in the list as the same in any sentence"),
    ("A089", "one sign for several of the same"),
    ("E021", "the words are kept, between quotation marks, when no second key can be meant"),
    ("E026", "the sign takes no room and joins nothing"),
    ("E030", "one known key is one slip away, and is not written yet"),
    ("E033", "one word of the closed list is one slip away"),
    ("E034", "the date has one reading"),
    ("E212", "the date has one reading"),
    ("E213", "the digits stay, by pairs"),
];

/// Mends a folder; the codes of what was mended.
fn mend(root: &Path) -> Vec<&'static str> {
    let (sources, faults) = read_site(root);
    let mut mending = Mending::new(root);
    mending.all(sources, |sources| {
        examine(sources, &faults, Order::of(DAY)).diagnostics.iter().cloned().collect()
    });
    assert_eq!(mending.left().count(), 0);
    mending.write().unwrap();
    mending.files().flat_map(|(_, codes)| codes.iter().map(|code| code.id)).collect()
}

/// The codes of what is wrong in a folder, with how often.
fn wrong(root: &Path) -> BTreeMap<String, usize> {
    let (sources, faults) = read_site(root);
    let examined = examine(sources, &faults, Order::of(DAY));
    let mut out = BTreeMap::new();
    for code in codes(&findings(&examined.diagnostics, &examined.sources)) {
        *out.entry(code.to_owned()).or_insert(0) += 1;
    }
    out
}

/// Nothing is mended without a reason.
fn known(codes: &BTreeSet<&str>) {
    let reasons: BTreeSet<&str> = CERTAIN.iter().map(|(code, _)| *code).collect();
    let without: Vec<_> = codes.difference(&reasons).collect();
    assert!(without.is_empty(), "{without:?} are mended, and nobody said why nothing is lost");
}

#[test]
fn what_is_mended_is_gone_and_nothing_else_comes() {
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for (fixture, Broken { site, found }) in &*BROKEN {
        let Some(site) = site else { continue };
        let mendable: BTreeSet<&str> =
            found.iter().filter(|one| one.mendable).map(|one| one.code.as_str()).collect();
        if mendable.is_empty() {
            continue;
        }
        let folder = site.on_disk();
        let before = wrong(folder.path());
        let mended = mend(folder.path());
        seen.extend(mended.iter().copied());
        let after = wrong(folder.path());
        for code in &mendable {
            let count = |codes: &BTreeMap<String, usize>| codes.get(*code).copied().unwrap_or(0);
            if count(&after) >= count(&before) {
                faults.push(format!("{}: {code} is still there", fixture.code));
            }
        }
        if let Some(new) = after.keys().find(|code| !before.contains_key(*code)) {
            faults.push(format!("{}: {new} came with the repair", fixture.code));
        }
        if !mend(folder.path()).is_empty() {
            faults.push(format!("{}: mended twice", fixture.code));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    known(&seen);
    assert!(seen.len() > 8, "{seen:?}");
}

/// Lines of a guide, before and after; those that are the same must be left.
const LINES: [(&str, &str); 63] = [
    // Dates that have one reading.
    ("Le lien marche depuis le 13/05/2025.", "Le lien marche depuis le 13\u{a0}mai\u{a0}2025."),
    ("Le lien marche depuis le 05/05/2025.", "Le lien marche depuis le 5\u{a0}mai\u{a0}2025."),
    ("Le lien marche depuis le 2025-05-12.", "Le lien marche depuis le 12\u{a0}mai\u{a0}2025."),
    ("Le lien marche depuis le 31.12.2025.", "Le lien marche depuis le 31\u{a0}décembre\u{a0}2025."),
    ("Du 13/05/2025 au 14/05/2025, venez.", "Du 13\u{a0}mai\u{a0}2025 au 14\u{a0}mai\u{a0}2025, venez."),
    ("Le lien marche depuis le 01/01/2025.", "Le lien marche depuis le 1er\u{a0}janvier\u{a0}2025."),
    ("Le lien marche depuis le 12/05/2025.", "Le lien marche depuis le 12/05/2025."),
    ("Le lien marche depuis le 13/05/25.", "Le lien marche depuis le 13/05/25."),
    ("Le lien marche depuis 05/2025.", "Le lien marche depuis 05/2025."),
    ("Lisez « le 13/05/2025 ».", "Lisez « le 13/05/2025 »."),
    // Telephone numbers.
    ("Appelez le 0298859908.", "Appelez le 02 98 85 99 08."),
    ("Appelez le 02.98.85.99.08.", "Appelez le 02 98 85 99 08."),
    ("Appelez le 02-98-85-99-08.", "Appelez le 02 98 85 99 08."),
    ("Appelez le +33 2 98 85 99 08.", "Appelez le 02 98 85 99 08."),
    ("Appelez le +33298859908.", "Appelez le 02 98 85 99 08."),
    ("Appelez le 0033298859908.", "Appelez le 02 98 85 99 08."),
    ("Appelez le 02 98 85 99 08.", "Appelez le 02 98 85 99 08."),
    ("Appelez le 0 800 400 310.", "Appelez le 0 800 400 310."),
    ("Le dossier 123456789012 est prêt.", "Le dossier 123456789012 est prêt."),
    // Shortened words.
    ("Prenez un rdv.", "Prenez un rendez-vous."),
    ("Rdv à 9 h.", "Rendez-vous à 9 h."),
    ("Prenez deux rdv.", "Prenez deux rendez-vous."),
    ("RDV à 9 h.", "RDV à 9 h."),
    ("Prenez un papier, p. ex. une carte.", "Prenez un papier, par exemple une carte."),
    ("Parlez à qqn.", "Parlez à quelqu’un."),
    ("Il y a bcp de monde.", "Il y a beaucoup de monde."),
    ("Demandez le tél.", "Demandez le tél."),
    ("Venez, svp.", "Venez, svp."),
    ("Prenez des papiers, des photos, etc.", "Prenez des papiers, des photos, etc."),
    ("Lisez « rdv ».", "Lisez « rdv »."),
    // Turns of offices.
    ("Venez afin de voir.", "Venez pour voir."),
    ("Afin de voir, venez.", "Pour voir, venez."),
    ("Venez afin d'aider.", "Venez pour aider."),
    ("Venez afin d’aider.", "Venez pour aider."),
    ("Venez en vue d’aider.", "Venez pour aider."),
    ("Parlez afin que chacun entende.", "Parlez pour que chacun entende."),
    ("C’est ouvert à compter du lundi.", "C’est ouvert à partir du lundi."),
    ("À compter de lundi, c’est ouvert.", "À partir de lundi, c’est ouvert."),
    ("Venez ultérieurement.", "Venez plus tard."),
    ("C’est d’ores et déjà ouvert.", "C’est déjà ouvert."),
    ("Lisez le papier relatif à la mairie.", "Lisez le papier relatif à la mairie."),
    ("Veuillez attendre.", "Veuillez attendre."),
    ("Venez muni de lunettes.", "Venez muni de lunettes."),
    ("Vous pouvez bénéficier de cette aide.", "Vous pouvez bénéficier de cette aide."),
    ("AFIN DE voir, venez.", "AFIN DE voir, venez."),
    ("Venez afin de voir, et afin de lire.", "Venez pour voir, et pour lire."),
    ("Le 13/05/2025, venez afin de voir.", "Le 13\u{a0}mai\u{a0}2025, venez pour voir."),
    // Signs.
    ("Vous voyez votre famille !!", "Vous voyez votre famille !"),
    ("Vous voyez votre famille !!!!", "Vous voyez votre famille !"),
    ("Vous voyez votre famille ??", "Vous voyez votre famille ?"),
    ("Vous voyez votre famille ?!", "Vous voyez votre famille ?!"),
    ("Vous voyez votre famille....", "Vous voyez votre famille...."),
    // Marks that are read as they were meant.
    ("• Un premier point.\n• Un autre point.", "- Un premier point.\n- Un autre point."),
    ("-Un premier point.\n-Un autre point.", "- Un premier point.\n- Un autre point."),
    ("-\u{a0}Un premier point.\n-\u{a0}Un autre point.", "- Un premier point.\n- Un autre point."),
    ("[!NOTE] Fermez la page.", "> Fermez la page."),
    ("(Une photo)[guide:photo]", "[Une photo](guide:photo)"),
    // Signs that nobody sees.
    ("Un mot\u{200b} de plus.", "Un mot de plus."),
    ("Un mot&#8203; de plus.", "Un mot de plus."),
    ("Un\u{feff} mot\u{2060} de plus.", "Un mot de plus."),
    ("Un mot\u{202e} de plus.", "Un mot\u{202e} de plus."),
    ("Un mot\u{200d} de plus.", "Un mot\u{200d} de plus."),
    // Nothing at all.
    ("Un mot de plus.", "Un mot de plus."),
];

#[test]
fn what_is_certain_is_mended_and_what_is_in_doubt_is_left() {
    let guide = |side: fn(&(&'static str, &'static str)) -> &'static str| {
        let lines: Vec<&str> = LINES.iter().map(side).collect();
        site().replace(CALL, "\n> Fermez", &format!("\n{}\n\n> Fermez", lines.join("\n\n")))
    };
    let (before, after) = (guide(|pair| pair.0), guide(|pair| pair.1));
    for end in ["\n", "\r\n"] {
        let windows = |site: &SmallSite| format!("\u{feff}{}", site.text(CALL).replace('\n', end));
        let folder = site().with(CALL, windows(&before)).on_disk();
        let codes = mend(folder.path()).into_iter().collect();
        known(&codes);
        for code in ["A011", "A014", "A015", "A083", "A087", "A089", "E026", "E212", "E213"] {
            assert!(codes.contains(code), "{code} is not mended");
        }
        let mended = fs_err::read_to_string(folder.path().join(CALL)).unwrap();
        for (is, should) in mended.lines().zip(windows(&after).lines()) {
            assert_eq!(is, should);
        }
        assert_eq!(mended, windows(&after));
        assert_eq!(mend(folder.path()), Vec::<&str>::new());
    }
}

/// Lines of a sheet, which stand there alone: before and after.
const KEYS: [(&str, &str); 22] = [
    ("resumee: Un texte.", "resume: Un texte."),
    ("Resume: Un texte.", "resume: Un texte."),
    ("résumé: Un texte.", "resume: Un texte."),
    ("resmue: Un texte.", "resume: Un texte."),
    ("resum: Un texte.", "resume: Un texte."),
    ("\"resumé\": Un texte.", "resume: Un texte."),
    ("resume : Un texte : court.", "resume : Un texte : court."),
    ("resume: Un texte. # une remarque", "resume: Un texte. # une remarque"),
    ("resume: Attention: un texte.", "resume: \"Attention: un texte.\""),
    ("resume: C’est « Skype »: un texte.", "resume: \"C’est « Skype »: un texte.\""),
    ("resume: Un texte telephone: 02 98 85 99 08", "resume: Un texte telephone: 02 98 85 99 08"),
    ("resume: Venez afin d’être aidé.", "resume: Venez pour être aidé."),
    ("resume: \"Venez afin d’être aidé.\"", "resume: \"Venez pour être aidé.\""),
    ("resume: 'Venez afin d’''être'' aidé.'", "resume: 'Venez pour ''être'' aidé.'"),
    ("resume: >-\n  Venez afin\n  de voir.", "resume: >-\n  Venez afin\n  de voir."),
    ("resume: |-\n  Venez afin de voir.\n  Lisez.", "resume: |-\n  Venez pour voir.\n  Lisez."),
    ("couleur: bleu", "couleur: bleu"),
    ("rsm: Un texte.", "rsm: Un texte."),
    ("resume: Un texte.\nresumee: Un autre.", "resume: Un texte.\nresumee: Un autre."),
    ("resume: Appelez le 02.98.85.99.08.", "resume: Appelez le 02 98 85 99 08."),
    ("resume: Un texte\u{200b}.", "resume: Un texte\u{200b}."),
    ("# resumee: Un texte.", "# resumee: Un texte."),
];

#[test]
fn keys_and_values_of_a_sheet_are_mended_in_place() {
    let line = "resume: La mairie répond aux questions de tous les jours.";
    for (before, after) in KEYS {
        let folder = site().replace(MAIRIE, line, before).on_disk();
        mend(folder.path());
        let mended = fs_err::read_to_string(folder.path().join(MAIRIE)).unwrap();
        assert_eq!(mended, site().replace(MAIRIE, line, after).text(MAIRIE), "{before}");
    }
}

/// Days of a verification, and words of closed lists.
#[test]
fn dates_and_words_of_a_list_are_mended_when_they_have_one_reading() {
    let text = |day: &str, how: &str| {
        format!(
            "nom: Maison\ntype: autre\nzone: [\"29103\"]\ntelephone: 02 98 85 99 08\nresume: Un lieu.\nverifie_le: {day}\nverifie_par: rédaction\nverifie_comment: {how}\n"
        )
    };
    for (day, mended_day, how, mended_how) in [
        ("13/11/2026", "2026-11-13", "appel", "appel"),
        ("2026/11/03", "2026-11-03", "apel", "apel"),
        ("3 novembre 2026", "2026-11-03", "Appel", "appel"),
        ("\"1er novembre 2026\"", "2026-11-01", "courriels", "courriel"),
        ("11/11/2026", "2026-11-11", "visit", "visite"),
        ("03/11/2026", "03/11/2026", "courrier", "courriel"),
        ("13/11/26", "13/11/26", "telephone", "telephone"),
        ("2026-02-30", "2026-02-30", "site", "site"),
    ] {
        let path = "content/services/maison.yaml";
        let folder = site().with(path, text(day, how)).on_disk();
        mend(folder.path());
        let mended = fs_err::read_to_string(folder.path().join(path)).unwrap();
        assert_eq!(mended, text(mended_day, mended_how), "{day} {how}");
    }
}
