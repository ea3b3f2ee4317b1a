//! What a tree keeps, and what is told of a sheet that cannot be read.

use super::*;
use crate::source::Sources;

fn read(text: &str) -> Result<Node, Diagnostic> {
    let (node, mut told) = read_all(text);
    node.ok_or_else(|| told.pop().unwrap())
}

fn read_all(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let sources = Sources::memory([("content/a.yaml", text)]);
    let (id, file) = sources.find("content/a.yaml").unwrap();
    let mut out = Diagnostics::default();
    let node = parse(id, file, 0..file.text().len(), &mut out);
    (node, out.iter().cloned().collect())
}

fn code(text: &str) -> &'static str {
    read(text).unwrap_err().code.id
}

#[test]
fn scalars_keep_their_spelling() {
    let node = read("zone: [01001, 29103, no, 0x10]\n").unwrap();
    let ValueKind::Map(entries) = node.kind else { panic!() };
    let ValueKind::List(items) = &entries[0].1.kind else { panic!() };
    let texts: Vec<_> = items.iter().map(|item| item.kind.clone()).collect();
    assert_eq!(texts, ["01001", "29103", "no", "0x10"].map(|t| ValueKind::Scalar(t.into())));
}

#[test]
fn places_are_bytes_of_the_file() {
    let text = "---\né: 1\nnom: Été\n---\n";
    let sources = Sources::memory([("a.md", text)]);
    let (id, file) = sources.find("a.md").unwrap();
    let node = parse(id, file, 4..text.len() - 4, &mut Diagnostics::default()).unwrap();
    let ValueKind::Map(entries) = node.kind else { panic!() };
    assert_eq!(&text[entries[1].0.span.range()], "nom");
    assert_eq!(&text[entries[1].1.span.range()], "Été");
}

#[test]
fn the_curators_first_error_has_its_own_message() {
    let error = read("titre: Skype : que faire ?\n").unwrap_err();
    assert_eq!(error.code.id, "E021");
    assert!(error.repair.contains("titre: \"Skype : que faire ?\""), "{}", error.repair);
}

#[test]
fn faults_are_told_apart() {
    assert_eq!(code("a: [1\n"), "E020");
    assert_eq!(code("a: \"x\nb: c\n"), "E020");
    assert_eq!(code("nom\u{a0}: x\n"), "E024");
    assert_eq!(code("a: &x b\n"), "E022");
    assert_eq!(code("a: *x\n"), "E022");
}

#[test]
fn bombs_do_not_explode() {
    let mut bomb = String::from("a0: &a0 [x, x]\n");
    for i in 1..40 {
        bomb.push_str(&format!("a{i}: &a{i} [*a{}, *a{}]\n", i - 1, i - 1));
    }
    assert_eq!(code(&bomb), "E022");
    assert_eq!(code(&format!("a: {}{}\n", "[".repeat(200), "]".repeat(200))), "E022");
}

#[test]
fn an_empty_text_is_an_empty_value() {
    assert_eq!(read("# rien\n\n").unwrap().kind, ValueKind::Empty);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a-c:\\-\\[\\]{}\"'#&*!|>%@ \n\té\u{a0}]{0,60}") {
        let _ = read(&text);
    }
}

/// The code and the repair of the only finding.
fn told(text: &str) -> (&'static str, String) {
    let (_, told) = read_all(text);
    assert_eq!(told.len(), 1, "{text}: {told:#?}");
    (told[0].code.id, plain(&told[0].repair))
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Each line is wrong in one way, and the repair shows that very line as it should be.
/// Lines, the code that is told, and the line as it should be.
const OTHERWISE: &[(&str, &str, &str)] = &[
    // Words after a dièse.
    ("resume: Appuyez sur # puis 2.\n", "E025", "resume: \"Appuyez sur # puis 2.\""),
    ("rue: 12 rue de Brest #3\n", "E025", "rue: \"12 rue de Brest #3\""),
    ("fait:\n  - Le code est A12 #B\n", "E025", "- \"Le code est A12 #B\""),
    ("precision: Appuyez sur # puis sur 1\n", "E025", "precision: \"Appuyez sur # puis sur 1\""),
    ("resume: #1 en Bretagne\n", "E025", "resume: \"#1 en Bretagne\""),
    ("resume: #1 en Bretagne\nzone: b\n", "E025", "resume: \"#1 en Bretagne\""),
    ("resume: # 1 en Bretagne\n", "E025", "resume: \"# 1 en Bretagne\""),
    ("resume: #1 en Bretagne\n  et en France\n", "E025", "resume: \"#1 en Bretagne\""),
    ("nom: #Mairie\nzone: b\n", "E025", "nom: \"#Mairie\""),
    ("nom:    #Mairie # la vraie\n", "E025", "nom:    \"#Mairie # la vraie\""),
    ("\"nom\": #Mairie\n", "E025", "\"nom\": \"#Mairie\""),
    ("adresse:\n  rue: #3\n  commune: b\n", "E025", "rue: \"#3\""),
    ("fait:\n  - #1 du canton\n  - Autre\n", "E025", "- \"#1 du canton\""),
    ("fait:\n  - Autre\n  - #1 du canton\n", "E025", "- \"#1 du canton\""),
    ("fait:\n- Autre\n-   #1 du canton\nzone: b\n", "E025", "-   \"#1 du canton\""),
    ("si_non:\n  - raison: #1\n    service: x\n", "E025", "- raison: \"#1\""),
    // A remark beside what is read to the letter.
    ("type: mairie # x\n", "E025", "« # x ». Puis écrivez : type: mairie"),
    ("numero: 412 # mon guide\n", "E025", "« # mon guide ». Puis écrivez : numero: 412"),
    ("date_source: 2026-10 # y\n", "E025", "Puis écrivez : date_source: 2026-10"),
    ("telephone: 02 61 91 00 12 # accueil\n", "E025", "Puis écrivez : telephone: 02 61 91 00 12"),
    ("telephone: +33 2 61 91 00 12   # accueil\n", "E025", "« # accueil ». Puis écrivez : telephone: +33 2"),
    ("site: https://a.fr/x?y=1 # accueil\n", "E025", "Puis écrivez : site: https://a.fr/x?y=1"),
    ("courriel: a.b@c.fr # accueil\n", "E025", "Puis écrivez : courriel: a.b@c.fr"),
    ("mode_aide:\n  - sur_place # le mardi\n", "E025", "Puis écrivez : - sur_place"),
    ("horaires:\n  osm: Mo-Fr 09:00-12:00 # été\n", "E025", "Puis écrivez : osm: Mo-Fr 09:00-12:00"),
    ("etat: publie #vu\n", "E025", "« #vu ». Puis écrivez : etat: publie"),
    ("nom: Salle\t# 3\n", "E025", "nom: \"Salle\t# 3\""),
    ("dit_aussi: [a,\n  b c # d\n  ]\n", "E025", "\"b c # d\""),
    ("fait: [Appuyez sur # puis 2, Non]\n", "E020", "fait: [\"Appuyez sur # puis 2\", Non]"),
    ("fait: [#1 du canton, Non]\n", "E020", "fait: [\"#1 du canton\", Non]"),
    ("fait: [Non, #1 du canton]\nzone: b\n", "E020", "fait: [Non, \"#1 du canton\"]"),
    ("si_non:\n  - raison: Étage #\n    service: x\n", "E025", "raison: \"Étage #\""),
    ("nom: L’été #1 \"dit\"\n", "E025", "nom: \"L’été #1 \\\"dit\\\"\""),
    // A colon.
    ("resume: Téléphonez d’abord :\n", "E021", "resume: \"Téléphonez d’abord :\""),
    ("titre: Skype : que faire ?\n", "E021", "titre: \"Skype : que faire ?\""),
    ("fait:\n  - Aide : papiers : et plus\n", "E021", "- \"Aide : papiers : et plus\""),
    ("horaires: Lundi: 9h Mardi: 10h\n", "E021", "horaires: \"Lundi: 9h Mardi: 10h\""),
    ("resume: Bonjour,\n  suite : oui\n", "E021", "resume: \"Bonjour, suite : oui\""),
    // Quotation marks.
    ("nom: \"Mairie\ntype: mairie\nzone: [\"29103\"]\n", "E020", "nom: \"Mairie\""),
    ("nom: \"Mairie\nresume: \"Bonjour\"\n", "E020", "nom: \"Mairie\""),
    ("nom: \"Mairie\n", "E020", "nom: \"Mairie\""),
    ("nom: \"Mairie\ntype: mairie\n", "E020", "nom: \"Mairie\""),
    ("nom: 'Mairie\ntype: mairie\nresume: d'accord\n", "E020", "nom: 'Mairie'"),
    ("fait:\n  - \"Aide\n  - \"Non\"\n", "E020", "- \"Aide\""),
    ("fait: [\"a, b]\nresume: \"x\"\n", "E020", "fait: [\"a, b\"]"),
    ("nom: \"Mairie de \"L\"\"\n", "E020", "nom: \"Mairie de « L »\""),
    ("nom: \"\"\"Mairie\"\"\"\n", "E020", "nom: \"Mairie\""),
    ("nom: \"Mairie\",\n", "E020", "nom: \"Mairie\""),
    ("nom: \"Mairie\";\ntype: b\n", "E020", "nom: \"Mairie\""),
    ("fait:\n  - \"Mairie\",\n  - b\n", "E020", "- \"Mairie\""),
    // Brackets and commas.
    ("fait: [a, , b]\n", "E020", "fait: [a, b]"),
    ("fait: [, a]\n", "E020", "fait: [a]"),
    ("fait: [a, b\ncout: x\n", "E020", "fait: [a, b]"),
    ("fait: [a,\n  b\ncout: x\n", "E020", "b]"),
    ("dit_aussi: [visio] , skype\n", "E020", "dit_aussi: [visio, skype]"),
    ("dit_aussi: [visio], [skype]\n", "E020", "dit_aussi: [visio, skype]"),
    // Spaces at the beginning.
    ("cout: x\n  resume: y\n", "E020", "Retirez les espaces du début : resume: y"),
    ("adresse:\n  rue: x\n    commune: y\n", "E020", "par 2 espaces : commune: y"),
    ("adresse:\n  rue: x\n commune: y\n", "E020", "par 2 espaces : commune: y"),
    ("si_non:\n  - raison: x\n     service: y\n", "E020", "par 4 espaces : service: y"),
    ("fait:\n  - a\n  cout: y\n", "E020", ""),
    ("fait:\n  - a\n   - b\n", "E020", "par 2 espaces : - b"),
    ("fait:\n- a\n- b\n  - c\ncout: x\n", "E020", "Retirez les espaces du début : - c"),
    // Signs that are not seen.
    ("nom: Mairie\u{7}\n", "E026", "retapez-la"),
    ("nom: Mai\u{1b}[31mrie\ntype: b\n", "E026", "retapez-la"),
    ("fait:\n  - a\n  - b\u{8}\n", "E026", "retapez-la"),
    ("nom: \"Mairie\" de Landerneau\n", "E020", "nom: \"« Mairie » de Landerneau\""),
    ("nom: 'Mairie de l'Hôpital'\n", "E020", "nom: \"Mairie de l'Hôpital\""),
    ("fait:\n  - \"Oui\" puis \"Non\"\n  - Autre\n", "E020", "- \"« Oui » puis « Non »\""),
    ("nom: 'L'été' à l'Hôpital\nzone: x\n", "E020", "nom: \"L'été' à l'Hôpital\""),
    ("resume: \"C:\\photos\"\n", "E020", "resume: 'C:\\photos'"),
    ("resume: \"un \\ seul\"\n", "E028", "resume: 'un \\ seul'"),
    ("resume: \"C:\\temp\\new\"\n", "E028", "resume: 'C:\\temp\\new'"),
    // Hard spaces.
    ("zone: b\nresume:\u{a0}Bonjour à vous\n", "E020", "resume: Bonjour à vous"),
    ("nom: a\nresume:\u{202f}Bonjour\nzone: b\n", "E020", "resume: Bonjour"),
    ("nom: a\n\u{a0}\u{a0}zone: b\n", "E024", "Effacez l’espace"),
    // Signs that YAML keeps for itself.
    ("resume: @mairie sur le web\n", "E020", "resume: \"@mairie sur le web\""),
    ("resume: `Oui` puis ici\n", "E020", "resume: \"`Oui` puis ici\""),
    ("resume: %remise\n", "E020", "resume: \"%remise\""),
    ("resume: *Attention* au chien\n", "E020", "resume: \"*Attention* au chien\""),
    ("resume: **Attention** au chien\n", "E020", "resume: \"**Attention** au chien\""),
    ("resume: - Aide\n", "E020", "resume: \"- Aide\""),
    ("resume: [Fermé] le lundi\n", "E020", "resume: \"[Fermé] le lundi\""),
    ("resume: !Attention, fermé le lundi\n", "E020", "resume: \"!Attention, fermé le lundi\""),
    ("nom: !Mairie\ntype: b\n", "E027", "nom: \"!Mairie\""),
    ("fait:\n  - !Mairie\n  - b\n", "E027", "- \"!Mairie\""),
    ("nom: >Mairie\ntype: b\n", "E020", "nom: \">Mairie\""),
    ("nom: |Mairie\n", "E020", "nom: \"|Mairie\""),
    ("nom: > Mairie\n", "E020", "nom: \"> Mairie\""),
    ("fait: [@mairie, b]\n", "E020", "fait: [\"@mairie\", b]"),
    ("fait:\n  - !Important venez tôt\n", "E027", "- \"!Important venez tôt\""),
    // A colon that is not one.
    ("nom:Mairie\nzone: b\n", "E020", "nom: Mairie"),
    ("nom: a\nresume:Bonjour\nzone: b\n", "E020", "resume: Bonjour"),
    ("zone: b\nnom = Mairie\n", "E020", "nom: Mairie"),
    ("zone: b\ncout：x\n", "E020", "cout: x"),
    ("zone: b\ncout ： 5 €\n", "E020", "cout: 5 €"),
    ("zone: b\ncout x\n", "E020", "cout: x. Si c’est la suite du texte d’avant : zone: b cout x"),
    ("zone: [b]\ncout x\n", "E020", "cout: x"),
    ("resume: Bonjour,\nvous\n", "E020", "resume: Bonjour, vous"),
    ("resume: Bonjour,\n  à vous\nÀ toi aussi\nzone: b\n", "E020", "resume: Bonjour, à vous À toi aussi"),
    ("fait:\n  - Aide,\nvous\n", "E020", "- Aide, vous"),
    ("resume: |\n  Bonjour\nvous\n", "E020", "par 2 espaces : vous"),
    // A remark in the middle of a text.
    ("resume: Appuyez\n  # sur\n  puis 2.\n", "E020", "resume: \"Appuyez # sur puis 2.\""),
    ("resume: Le code\n  #12\n  puis 2.\nzone: b\n", "E020", "resume: \"Le code #12 puis 2.\""),
];

#[test]
fn a_line_that_yaml_reads_otherwise_is_told_with_the_line_as_it_should_be() {
    let mut faults = Vec::new();
    for &(text, code, line) in OTHERWISE {
        let (_, told) = read_all(text);
        let said: Vec<_> = told.iter().map(|one| (one.code.id, plain(&one.repair))).collect();
        if !matches!(&said[..], [(found, repair)] if *found == code && repair.contains(line)) {
            faults.push(format!("{text}: {code} {line}: {said:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_loses_nothing_is_silent() {
    for good in [
        "# une remarque\nnom: a\n  # une autre\nzone: b\n",
        "nom: \"a # b\"\n",
        "nom: 'a # b' # remarque\n",
        "nom: a#b\n",
        "rue: 12 rue de Brest no#3\n",
        "zone: [\"29103\"] # Landerneau\n",
        "fait: # ce que fait la mairie\n  - Aide\n",
        "fait: #liste\n  - Aide\n",
        "fait:\n  - Aide\n    à domicile - et ailleurs\n",
        "resume: Bonjour\n  - et à vous\n",
        "nom: \"Mairie\n  de L\"\nzone: b\n",
        "resume: # sur deux lignes\n  Bonjour\n",
        "fait: [a,\n  b,\n]\n",
        "si_non:\n  - raison: x\n    service: y\n  - raison: z\n",
        "adresse:\n    rue: x\n    commune: y\ncout: z\n",
        "resume: |\n  un # deux\n  trois\n",
        "resume: >\n  un # deux\n",
        "site: https://exemple.fr/#ancre\n",
        "nom: Oui ! et non\n",
        "nom: C’est « oui » \"non\"\n",
        "nom: l'été\n",
        "heure: 12:30\n",
        "resume: Le bouton « Partager » : ici\n"
            .replace(" : ", "\u{a0}: ")
            .replace("\u{a0}: ", "\u{a0}:\u{a0}")
            .as_str(),
        "resume: \"un\\ndeux\"\n",
        "nom: \u{200f}שלום\n",
        "fait:\n  - un\n  - deux\n",
    ] {
        let (node, told) = read_all(good);
        assert!(node.is_some() && told.is_empty(), "{good}: {told:#?}");
    }
}

#[test]
fn signs_that_nobody_sees_are_told() {
    for bad in
        [r"\e[31m", r"\0", r"\u202Eabc", r"\u2066a", r"a\x07", r"\u2028", r"\x9b", r"a\U000E0041", r"\b"]
    {
        let (code, _) = told(&format!("nom: \"Mairie {bad}\"\n"));
        assert_eq!(code, "E026", "{bad}");
    }
    assert_eq!(told("nom: Mai\u{202e}rie\n").0, "E026");
    for blank in [r"\u200B", r"\u00A0\u2060", r"\u3164", r"\u2800"] {
        let node = read(&format!("nom: \"{blank}\"\n")).unwrap();
        let ValueKind::Map(entries) = node.kind else { panic!() };
        assert_eq!(entries[0].1.kind, ValueKind::Empty, "{blank}");
    }
}

#[test]
fn a_tag_before_a_list_is_told() {
    for line in ["fait: !liste [a, b]", "fait: !!seq\n  - a", "fait: !x {a: b}", "fait: !!binary [a]"] {
        let error = read(line).unwrap_err();
        assert_eq!(error.code.id, "E020", "{line}");
    }
    assert!(read("fait: [a, b]").is_ok());
}

/// One line of 50,000 words was read anew for each word: 43 seconds.
#[test]
fn a_long_list_on_one_line_is_read_once() {
    let mut text = "dit_aussi: [".to_owned() + &"mot, ".repeat(50_000) + "fin]\n";
    let start = std::time::Instant::now();
    assert!(read(&text).is_ok());
    text = "dit_aussi: [".to_owned() + &"mot: x, ".repeat(10_000) + "fin]\n";
    assert!(read(&text).is_ok());
    assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
}
