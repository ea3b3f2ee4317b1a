//! Programs hidden in texts: every key of every sheet, asked of the program itself, and every place of Markdown.

use crate::program::assert_refused;
use crate::small_site::{
    CALL, CASE, CLIC, Finding, GLOSSARY, JITSI, MAIRIE, NEEDS, PHOTO, SITE, SmallSite, findings, site,
};

/// What an ill-meaning author writes.
const HOSTILE: [&str; 3] = ["<script>alert(1)</script>", "\"onload=alert(1) x=\"", "x' onerror = alert(1)"];

/// A map of some sheet, empty but for what opens it.
struct Map {
    file: &'static str,
    /// What stands before the map's keys; `{}` is where they go.
    around: &'static str,
    indent: &'static str,
    /// How few keys it has at the least, so that the list cannot be lost without a sound.
    least: usize,
}

const MAPS: [Map; 21] = [
    Map { file: SITE, around: "{}", indent: "", least: 10 },
    Map { file: NEEDS, around: "-\n{}", indent: "  ", least: 4 },
    Map { file: GLOSSARY, around: "-\n{}", indent: "  ", least: 6 },
    Map { file: JITSI, around: "{}", indent: "", least: 12 },
    Map { file: JITSI, around: "nom: Jitsi\nresume: Un outil.\nsources:\n  -\n{}", indent: "    ", least: 4 },
    Map { file: CLIC, around: "{}", indent: "", least: 35 },
    Map { file: CLIC, around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nadresse:\n{}", indent: "  ", least: 5 },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nadresse_postale:\n{}",
        indent: "  ",
        least: 5,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\ntelephone:\n  -\n{}",
        indent: "    ",
        least: 4,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nhoraires:\n{}",
        indent: "  ",
        least: 4,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nhoraires:\n  exceptions:\n    -\n{}",
        indent: "      ",
        least: 5,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\ntournee:\n  -\n{}",
        indent: "    ",
        least: 6,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\ncapacite:\n{}",
        indent: "  ",
        least: 3,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nsi_non:\n  -\n{}",
        indent: "    ",
        least: 2,
    },
    Map {
        file: CLIC,
        around: "nom: CLIC\ntype: clic\nzone: [\"29\"]\nsources:\n  -\n{}",
        indent: "    ",
        least: 4,
    },
    Map { file: CALL, around: "---\n{}---\n\nBonjour.\n", indent: "", least: 25 },
    Map {
        file: CALL,
        around: "---\ntitre: Appel\nsources:\n  -\n{}---\n\nBonjour.\n",
        indent: "    ",
        least: 4,
    },
    Map { file: PHOTO, around: "---\netat: retire\n{}---\n\nBonjour.\n", indent: "", least: 25 },
    Map { file: CASE, around: "---\n{}---\n\nBonjour.\n", indent: "", least: 18 },
    Map {
        file: CASE,
        around: "---\ntitre: Un cas\nsources:\n  -\n{}---\n\nBonjour.\n",
        indent: "    ",
        least: 4,
    },
    Map { file: MAIRIE, around: "etat: retire\n{}", indent: "", least: 35 },
];

impl Map {
    /// The site whose sheet has these lines in the map.
    fn site(&self, lines: &[String]) -> SmallSite {
        let lines: String = lines.iter().map(|line| format!("{}{line}\n", self.indent)).collect();
        site().with(self.file, self.around.replace("{}", &lines))
    }

    /// The keys of the map, as the program names them to who wrote a wrong one.
    fn keys(&self) -> Vec<String> {
        let examined = self.site(&["zzzqqqzzz: x".to_owned()]).examine();
        let found = examined.diagnostics.iter().find(|d| d.message.contains("zzzqqqzzz")).unwrap();
        let list = found.repair.strip_prefix("Clés possibles ici : ").unwrap().trim_end_matches('.');
        let keys: Vec<String> = list.split(", ").map(str::to_owned).collect();
        assert!(keys.len() >= self.least, "{} {}: {keys:?}", self.file, self.around);
        keys
    }
}

fn yaml(key: &str, text: &str) -> String {
    format!("{key}: '{}'", text.replace('\'', "''"))
}

fn found_at(site: &SmallSite, file: &str, words: &str) -> Vec<Finding> {
    let examined = site.examine();
    assert!(examined.renderer.is_none());
    let line = site.line_of(file, words);
    let all = findings(&examined.diagnostics, &examined.sources);
    all.into_iter()
        .filter(|f| f.file.as_deref() == Some(file) && (f.line == Some(line) || f.code == "E090"))
        .collect()
}

/// A key that is missing is said where the map begins, hence often on the same line: that is no refusal.
fn is_refusal(found: &Finding) -> bool {
    found.code.starts_with('E') && (found.code != "E031" || found.message.contains("etat: retire"))
}

#[test]
fn code_is_refused_in_every_key_of_every_sheet() {
    let mut accepted = Vec::new();
    let mut tried = 0;
    for map in &MAPS {
        for key in map.keys() {
            // A key that is written twice would be refused for that.
            if map.around.contains(&format!("{key}: ")) && map.indent.is_empty() {
                continue;
            }
            for text in HOSTILE {
                tried += 1;
                let site = map.site(&[yaml(&key, text)]);
                let found = found_at(&site, map.file, &yaml(&key, text));
                if !found.iter().any(is_refusal) {
                    accepted.push(format!("{} {}{key}: {text}", map.file, map.around));
                }
            }
        }
    }
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
    assert!(tried > 500, "{tried}");
}

#[test]
fn code_is_refused_in_every_list_of_every_sheet() {
    let mut accepted = Vec::new();
    for map in &MAPS {
        for key in map.keys() {
            if map.around.contains(&format!("{key}: ")) {
                continue;
            }
            for text in HOSTILE {
                let line = format!("{key}: [a, '{}']", text.replace('\'', "''"));
                let found = found_at(&map.site(std::slice::from_ref(&line)), map.file, &line);
                if !found.iter().any(is_refusal) {
                    accepted.push(format!("{} {}{line}", map.file, map.around));
                }
            }
        }
    }
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
}

#[test]
fn one_run_names_every_poisoned_key_and_writes_nothing() {
    for map in MAPS.iter().filter(|map| !map.around.contains("retire")) {
        let mut keys = map.keys();
        keys.retain(|key| !map.around.contains(&format!("{key}: ")));
        // The theme is said of the whole file; who replaces a sheet matters once its state is known.
        let silent = if map.file == JITSI { ["theme", ""] } else { ["theme", "remplace_par"] };
        let lines: Vec<String> =
            keys.iter().map(|key| yaml(key, &format!("<script>{key}</script>"))).collect();
        let site = map.site(&lines);
        let lines = keys
            .iter()
            .filter(|key| !silent.contains(&key.as_str()))
            .map(|key| site.line_of(map.file, &format!("{key}: '<script>")));
        let places: Vec<String> = lines.map(|line| format!("{}:{line}:", map.file)).collect();
        assert_refused(site.on_disk().path(), &places.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// A guide whose étape, picture, caption and links are given.
fn guide(from: &str, to: &str) -> SmallSite {
    site().replace(PHOTO, from, to)
}

#[test]
fn code_is_refused_everywhere_in_markdown() {
    const ALT: &str = "Deux mains tiennent un téléphone";
    const CAPTION: &str = "Les deux mains";
    const TEXT: &str = "Tenez l'appareil à deux mains.";
    const LINK: &str = "guide:appel#etape-2";
    let script = "<script>alert(1)</script>";
    let handler = "\"onload=alert(1) x=\"";
    for (place, site) in [
        ("text", guide(TEXT, script)),
        ("text in a line", guide(TEXT, &format!("Tenez {script} bien."))),
        ("text over lines", guide(TEXT, "Tenez <script\n>alert(1)</script\n> bien.")),
        ("bold", guide(TEXT, &format!("**Tenez {script}**"))),
        ("list", guide(TEXT, &format!("Tenez :\n\n- {script}"))),
        ("notice", guide(TEXT, &format!("Tenez.\n\n> {script}"))),
        ("introduction", guide("Un guide court, sans rien de rare.", script)),
        ("title", guide("## Tenez l'appareil droit", &format!("## Tenez {script}"))),
        ("alt", guide(ALT, script)),
        ("caption", guide(CAPTION, script)),
        ("link's words", guide("[navigateur]", &format!("[{script}]"))),
        ("link", guide(LINK, script)),
        ("comment", guide(TEXT, "Tenez. <!-- caché -->")),
        ("picture", guide(TEXT, "Tenez <img src=x onerror=alert(1)>")),
        ("style", guide(TEXT, "Tenez <style>p{}</style>")),
        ("text, handler", guide(TEXT, &format!("Tenez {handler}"))),
        ("bold, handler", guide(TEXT, &format!("**Tenez {handler}**"))),
        ("list, handler", guide(TEXT, &format!("Tenez :\n\n- {handler}"))),
        ("introduction, handler", guide("Un guide court, sans rien de rare.", handler)),
        ("title, handler", guide("## Tenez l'appareil droit", &format!("## Tenez {handler}"))),
        ("alt, handler", guide(ALT, &format!("x{handler}"))),
        ("caption, handler", guide(CAPTION, "x\\\"onload=alert(1) x=\\\"")),
        ("link's words, handler", guide("[navigateur]", &format!("[x{handler}]"))),
        ("link, handler", guide(LINK, &format!("<guide:appel{handler}>"))),
        ("web link, handler", guide(LINK, &format!("<https://a.fr/{handler}>"))),
        ("step's name, handler", guide("appareil droit", "appareil droit {#a\"onload=x}")),
        ("step's key, handler", guide("appareil droit", "appareil droit {#a onload=x}")),
        ("javascript", guide(LINK, "javascript:alert(1)")),
        ("javascript in capitals", guide(LINK, "JaVaScRiPt:alert(1)")),
        ("javascript with a line end", guide(LINK, "<java&#10;script:alert(1)>")),
        ("javascript in entities", guide(LINK, "&#106;avascript:alert(1)")),
        ("javascript after a space", guide(LINK, "<&#32;javascript:alert(1)>")),
        ("data", guide(LINK, "data:text/html,<script>alert(1)</script>")),
        ("automatic link", guide(TEXT, "Tenez <javascript:alert(1)>.")),
        ("picture from elsewhere", guide("appareil.svg", "https://a.fr/x.svg")),
        ("picture of a scheme", guide("appareil.svg", "javascript:alert(1)")),
    ] {
        let examined = site.examine();
        let found = findings(&examined.diagnostics, &examined.sources);
        assert!(
            found.iter().any(|f| f.code.starts_with('E') && f.file.as_deref() == Some(PHOTO)),
            "accepted, {place}: {found:#?}"
        );
        assert!(examined.renderer.is_none(), "{place}");
    }
    assert_refused(
        guide(TEXT, script).on_disk().path(),
        &[
            "erreur[E050]",
            "content/guides/photo/guide.md:15:1",
            "Le HTML n’est pas accepté dans les textes : « <script>",
        ],
    );
}

#[test]
fn code_is_refused_in_drawings() {
    for svg in [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=\"alert(1)\"/>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><path/></a></svg>",
        "<svg><image href=\"https://a.fr/x.png\"/></svg>",
        "<svg><foreignObject><p>x</p></foreignObject></svg>",
        "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg>&x;</svg>",
    ] {
        assert_refused(
            site().with("content/guides/photo/appareil.svg", svg).on_disk().path(),
            &["erreur[E072]", "content/guides/photo/appareil.svg", "qu’Éliane refuse."],
        );
    }
}

#[test]
fn harmless_signs_are_accepted() {
    for text in ["1 < 2 et 3 > 2", "a <3", "son = oui", "l'option = rien", "R&D, A & B", "prix = 3 €"] {
        let examined = site().append(MAIRIE, &format!("{}\n", yaml("cout", text))).examine();
        assert!(examined.diagnostics.is_empty(), "{text}");
        let examined = guide("Tenez l'appareil à deux mains.", text).examine();
        assert!(examined.diagnostics.is_empty(), "{text}");
    }
}
