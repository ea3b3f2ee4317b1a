//! Each rule of the gate fires where it should, and is quiet where it should be.

use super::{checked, file};

fn gate(cues: &[(&str, &str)]) -> Vec<String> {
    checked("film.fr.vtt", &file(cues), None)
}

/// Asserts what one cue of that text, shown long enough, brings.
fn assert_text(text: &str, expected: &[&str]) {
    assert_eq!(gate(&[("1 7", text)]), expected, "{text}");
}

#[test]
fn good_captions_are_left_in_peace() {
    let good = [
        ("0.5 4", "Ouvrez le lien reçu,\npuis attendez."),
        ("4.5 8", "[Un téléphone sonne]"),
        ("8.5 12", "– Vous m’entendez ?\n– Très bien."),
        ("12.5 16", "<c.cyan>CLAIRE : C’est un rêve.</c>"),
        ("16.5 20", "<c.white>– Oui : « Rejoindre », à 8:30.</c>"),
        ("20.5 24", "<c.red>[Porte]</c>"),
    ];
    assert_eq!(gate(&good), Vec::<String>::new());
}

#[test]
fn an_empty_track_and_an_empty_cue_are_errors() {
    assert_eq!(checked("film.fr.vtt", "WEBVTT\n", None), ["E175 1:1"]);
    assert_eq!(checked("film.fr.vtt", "WEBVTT\n\nNOTE rien\n", None), ["E175 1:1"]);
    assert_eq!(gate(&[("1 3", ""), ("4 6", "Oui.")]), ["E176 3:1"]);
    assert_eq!(gate(&[("1 3", "<i> </i>")]), ["E176 3:1"], "spaces and tags are no text");
}

#[test]
fn two_lines_are_enough() {
    assert_text("Oui,\nnon.", &[]);
    assert_text("Oui,\nnon,\npeut-être.", &["E177 6:1"]);
}

#[test]
fn forty_characters_are_good_and_forty_two_the_most() {
    let line = |n: usize| "x".repeat(n);
    assert_text(&line(40), &[]);
    assert_text(&line(41), &["A043 4:41"]);
    assert_text(&line(42), &["A043 4:41"]);
    assert_text(&line(43), &["E178 4:43"]);
    // Tags take no room, accents that stand apart neither, entities that of one letter.
    assert_text(&format!("<i>{}</i>", line(40)), &[]);
    assert_text(&format!("{}e\u{301}", line(39)), &[]);
    assert_text(&format!("&amp;{}", line(39)), &[]);
    assert_text(&format!("<i>&amp;</i>{}", line(40)), &["A043 4:52"]);
    // The place is that of the first letter too many.
    assert_text(&format!("Oui.\n{}", line(43)), &["E178 5:43"]);
}

#[test]
fn there_is_time_to_read() {
    for (seconds, most) in [("1 2", 14), ("1 3", 24), ("1 4", 43), ("1 5", 72)] {
        // In two lines of like length; the line end counts as a space.
        let text = |n: usize| format!("{}\n{}", "x".repeat(n / 2), "x".repeat(n - n / 2 - 1));
        assert_eq!(gate(&[(seconds, &text(most))]), Vec::<String>::new(), "{seconds}");
        assert_eq!(gate(&[(seconds, &text(most + 1))]), ["E179 4:1"], "{seconds}");
    }
}

#[test]
fn a_caption_lasts_from_one_to_seven_seconds() {
    assert_eq!(gate(&[("1 1.999", "Oui.")]), ["E180 3:18"]);
    assert_eq!(gate(&[("1 2", "Oui.")]), Vec::<String>::new());
    assert_eq!(gate(&[("1 8", "Oui.")]), Vec::<String>::new());
    assert_eq!(gate(&[("1 8.001", "Oui.")]), ["A044 3:18"]);
}

#[test]
fn captions_follow_each_other() {
    let two = |first: &str, second: &str| gate(&[(first, "Oui."), (second, "Non.")]);
    assert_eq!(two("1 3", "2.999 5"), ["E181 6:1"]);
    assert_eq!(two("1 3", "3 5"), ["A045 6:1"]);
    assert_eq!(two("1 3", "3.079 5"), ["A045 6:1"]);
    assert_eq!(two("1 3", "3.08 5"), Vec::<String>::new());
    assert_eq!(two("3 5", "1 2"), ["E182 6:1"]);
    // Against the one that stays longest, not only against the last.
    assert_eq!(gate(&[("1 7", "Oui."), ("2 3.5", "Non."), ("4 6", "Si.")]), ["E181 6:1", "E181 9:1"]);
}

#[test]
fn nothing_is_shown_after_the_film() {
    let film = |ms: u64| checked("film.fr.vtt", &file(&[("1 3", "Oui."), ("4 6", "Non.")]), Some(ms));
    assert_eq!(film(6000), Vec::<String>::new());
    assert_eq!(film(5900), Vec::<String>::new(), "containers round");
    assert_eq!(film(5899), ["E183 6:18"]);
    assert_eq!(film(2000), ["E183 3:18", "E183 6:18"]);
}

#[test]
fn lines_are_cut_where_the_sense_is() {
    assert_text("Appuyez sur le\nbouton bleu.", &["A042 4:13"]);
    assert_text("Cela coûte 12\neuros par mois.", &["A042 4:12"]);
    assert_text("C’est le 5\nmai, à midi.", &["A042 4:10"]);
    assert_text("Appuyez sur le bouton bleu\net attendez.", &[]);
    // Nothing better is to be had.
    assert_text("Voici le\nanticonstitutionnellement-anticonstituti", &[]);
    // Of another language nothing is known.
    assert_eq!(
        checked("film.en.vtt", &file(&[("1 7", "Appuyez sur le\nbouton bleu.")]), None),
        Vec::<String>::new()
    );
}

#[test]
fn another_voice_has_a_dash_or_a_name() {
    let two = |second: &str| gate(&[("1 3", "<v Claire>Oui."), ("4 6", second)]);
    assert_eq!(two("<v Paul>Non."), ["A046 7:9"]);
    for quiet in ["<v Paul>– Non.", "<v Paul>PAUL : Non.", "<v Claire>Non.", "Non."] {
        assert_eq!(two(quiet), Vec::<String>::new(), "{quiet}");
    }
    assert_text("<v Claire>– Oui.</v>\n<v Paul>Non.</v>", &["A046 5:9"]);
    assert_text("<v Claire>– Oui.</v>\n<v Paul>– Non.</v>", &[]);
}

#[test]
fn a_colour_is_never_alone() {
    let two = |second: &str| gate(&[("1 3", "Oui."), ("4 6", second)]);
    assert_eq!(two("<c.yellow>Non.</c>"), ["E184 7:11"]);
    assert_eq!(two("<c.yellow>– Non.</c>"), Vec::<String>::new());
    assert_eq!(two("<c.white>Non.</c>"), Vec::<String>::new(), "captions are white at first");
    assert_text("<c.red>Porte</c>", &["E184 4:8"]);
    assert_text("<c.red>[Porte]</c>", &[]);
    assert_text("<c.magenta>♪ La mer ♪</c>", &[]);
    assert_text("<c.magenta>(Musique)</c>", &[]);
    // A whole film told in one colour says nothing by it.
    assert_eq!(gate(&[("1 3", "<c.cyan>Oui.</c>"), ("4 6", "<c.cyan>Non.</c>")]), Vec::<String>::new());
    // Back to the first speaker is a change too.
    assert_eq!(gate(&[("1 3", "Oui."), ("4 6", "<c.yellow>– Non.</c>"), ("7 9", "Si.")]), ["E184 10:1"]);
    assert_text("– Oui.\n<c.yellow>Non.</c>", &["E184 5:11"]);
}

#[test]
fn colours_are_those_of_the_charter() {
    for class in ["green", "jaune", "blue", "noir", "Rouge"] {
        assert_text(&format!("<c.{class}>– Oui.</c>"), &["A049 4:1"]);
    }
    assert_text("<c.yellow.bg_black.loud>– Oui.</c>", &[]);
    let own =
        "WEBVTT\n\nSTYLE\n::cue(.blue) { color: blue }\n\n00:01.000 --> 00:03.000\n<c.blue>– Oui.</c>\n";
    assert_eq!(checked("film.fr.vtt", own, None), Vec::<String>::new(), "the file gives it a colour itself");
}

#[test]
fn sounds_have_brackets() {
    for text in ["*Rires*", "Musique douce", "Le téléphone sonne", "Bruit de porte"] {
        assert_text(text, &["A047 4:1"]);
        assert_text(&format!("[{text}]"), &[]);
    }
    assert_text("La musique est douce.", &[]);
}

#[test]
fn signs_are_french() {
    for (text, at) in [("Oui!", 4), ("Ici: là", 4), ("«Oui »", 1), ("Un \"mot\"", 4)] {
        assert_text(text, &[&format!("A048 4:{at}")]);
        assert_eq!(checked("film.en.vtt", &file(&[("1 7", text)]), None), Vec::<String>::new(), "{text}");
    }
    assert_text("<i>Oui</i>!", &["A048 4:11"]);
}

#[test]
fn chapters_and_descriptions_are_not_read_in_a_hurry() {
    let long = "x".repeat(200);
    let cues = file(&[("1 1.5", &long), ("1.5 600", "Suite")]);
    assert_eq!(checked("film.fr.chapitres.vtt", &cues, None), Vec::<String>::new());
    assert_eq!(checked("film.fr.descriptions.vtt", &cues, None), Vec::<String>::new());
    let nested = file(&[("1 600", "Tout"), ("1 300", "Début")]);
    assert_eq!(checked("film.fr.chapitres.vtt", &nested, None), Vec::<String>::new());
    assert_eq!(checked("film.fr.descriptions.vtt", &nested, None), ["E181 6:1"]);
    assert_eq!(checked("film.fr.chapitres.vtt", &cues, Some(2000)), ["E183 6:18"]);
}

#[test]
fn signs_that_nobody_sees_are_told_once_a_caption() {
    for (text, column) in [
        ("Ouvrez le mes\u{200b}sage.", 14),
        ("Ouvrez le mes\u{200d}sage.", 14),
        ("Ouvrez le mes\u{200c}sage.", 14),
        ("Ouvrez le mes\u{2060}sage.", 14),
        ("Ouvrez le mes\u{feff}sage.", 14),
        ("Ouvrez \u{202a}le message\u{202c}.", 8),
        ("Ouvrez \u{202e}le message.", 8),
        ("Ouvrez \u{2067}le message.", 8),
        ("Ouvrez \u{1b}le message.", 8),
        ("Ouvrez &#8203;le message.", 8),
        ("Ouvrez &ZeroWidthSpace;le message.", 8),
        ("Ouvrez &zwj;le message.", 8),
        ("<i>Ouvrez \u{200b}le message.</i>", 11),
        ("[Télé\u{200b}phone]", 6),
        ("<v Cl\u{200b}aire>Bonjour.", 1),
    ] {
        assert_text(text, &[&format!("E026 4:{column}")]);
    }
    for text in [
        "Le\u{a0}message.",
        "Oui\u{202f}!",
        "inter\u{ad}net",
        "👩\u{200d}💻",
        "\u{200f}שלום",
        "&lrm;Oui.",
        "Oui&nbsp;!",
    ] {
        assert_text(text, &[]);
    }
    // Chapters are names, where they do the same harm.
    let told = checked("film.fr.chapitres.vtt", &file(&[("1 7", "Le dé\u{200b}but")]), None);
    assert_eq!(told, ["E026 4:6"]);
}
