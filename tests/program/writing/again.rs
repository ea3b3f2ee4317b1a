//! A build into the folder of the last one keeps what did not change, and gives what a build into an empty folder gives,
//! whatever was changed in between: proved over random changes of sheets, guides, settings, theme and day.

use crate::common::{DATE, Site, same, tree};
use fs_err as fs;
use proptest::prelude::*;

/// So many services and guides at first.
const SHEETS: usize = 4;

const ZONES: [&str; 6] = ["FR", "29", "242900801", "29103", "29105", "R53"];
const NEEDS: [&str; 2] = ["appel-video", "demarche"];

/// Something that a curator does.
#[derive(Clone, Debug)]
enum Change {
    /// A service is written, or written anew: its name, its zone, its need, its telephone.
    Service(usize, usize, usize, usize, usize),
    NoService(usize),
    Guide(usize, usize, usize),
    NoGuide(usize),
    Word(usize),
    Title(usize),
    Delivery(usize),
    Web(bool),
    Template(usize),
    Phrase(usize),
    Day(usize),
    /// A page changes under the program's hands, or goes.
    Hand(usize),
    /// The list of the last build goes, or is broken.
    List(bool),
}

fn change() -> impl Strategy<Value = Change> {
    let n = 0..SHEETS * 2;
    prop_oneof![
        4 => (n.clone(), 0..3usize, 0..ZONES.len(), 0..NEEDS.len(), 0..3usize)
            .prop_map(|(n, name, zone, need, phone)| Change::Service(n, name, zone, need, phone)),
        2 => n.clone().prop_map(Change::NoService),
        3 => (n.clone(), 0..3usize, 0..NEEDS.len()).prop_map(|(n, word, need)| Change::Guide(n, word, need)),
        1 => n.prop_map(Change::NoGuide),
        1 => (0..3usize).prop_map(Change::Word),
        1 => (0..3usize).prop_map(Change::Title),
        1 => (0..3usize).prop_map(Change::Delivery),
        1 => any::<bool>().prop_map(Change::Web),
        1 => (0..3usize).prop_map(Change::Template),
        1 => (0..3usize).prop_map(Change::Phrase),
        1 => (0..3usize).prop_map(Change::Day),
        1 => (0..40usize).prop_map(Change::Hand),
        1 => any::<bool>().prop_map(Change::List),
    ]
}

/// What changes of the settings, beside the files.
struct State {
    title: usize,
    delivery: usize,
    web: bool,
    day: usize,
}

struct Desk {
    site: Site,
    state: State,
    guide: String,
    drawing: String,
}

impl Desk {
    fn new() -> Self {
        let site = Site::new();
        site.write(
            "content/besoins.yaml",
            "- id: appel-video\n  titre: Voir mes proches\n  exemple: Un appel\n- id: demarche\n  titre: Une démarche\n  exemple: Un formulaire\n",
        );
        let guide = site.read("content/guides/mon-premier-guide/guide.md");
        let drawing = site.read("content/guides/mon-premier-guide/dessin.svg");
        let desk = Self { site, state: State { title: 0, delivery: 0, web: false, day: 0 }, guide, drawing };
        for n in 0..SHEETS {
            desk.service(n, 0, n % ZONES.len(), n % NEEDS.len(), 0);
            desk.guide(n, 0, n % NEEDS.len());
        }
        desk.settings();
        desk
    }

    fn settings(&self) {
        let State { title, delivery, web, .. } = self.state;
        let delivery = ["usb", "web", "borne"][delivery];
        let web = if web { "base_url: https://exemple.fr/kiosque/\n" } else { "" };
        self.site.write(
            "content/site.yaml",
            &format!(
                "titre: Mon site {title}\npapier: non\ncible: {delivery}\n{web}territoires: [\"242900801\", \"29019\"]\n"
            ),
        );
    }

    fn service(&self, n: usize, name: usize, zone: usize, need: usize, phone: usize) {
        let phone = ["", "telephone: \"02 98 00 00 01\"\n", "telephone: \"02 98 00 00 02\"\n"][phone];
        self.site.write(
            &format!("content/services/service-{n}.yaml"),
            &format!(
                "nom: Service {n} {name}\ntype: autre\nzone: [\"{}\"]\nbesoins: [{}]\nfait: [Aide.]\nmode_aide: [sur_place]\n{phone}adresse:\n  rue: 1 rue de la Mairie\n  code_postal: \"29800\"\n  commune: Landerneau\n",
                ZONES[zone], NEEDS[need]
            ),
        );
    }

    fn guide(&self, n: usize, word: usize, need: usize) {
        let text = self
            .guide
            .replace("numero: 1\n", &format!("numero: {}\n", n + 2))
            .replace("Dites en une phrase", &format!("Dites {word} fois"))
            .replace("besoins: [appel-video]", &format!("besoins: [{}]", NEEDS[need]));
        self.site.write(&format!("content/guides/guide-{n}/guide.md"), &text);
        self.site.write(&format!("content/guides/guide-{n}/dessin.svg"), &self.drawing);
    }

    fn make(&mut self, change: &Change) {
        match *change {
            Change::Service(n, name, zone, need, phone) => self.service(n, name, zone, need, phone),
            Change::NoService(n) => {
                let _ = fs::remove_file(self.site.path(&format!("content/services/service-{n}.yaml")));
            }
            Change::Guide(n, word, need) => self.guide(n, word, need),
            Change::NoGuide(n) => {
                let _ = fs::remove_dir_all(self.site.path(&format!("content/guides/guide-{n}")));
            }
            Change::Word(n) => self.site.write(
                "content/glossaire.yaml",
                &format!("- id: fenetre\n  mot: fenêtre\n  definition: Un cadre de l’écran, numéro {n}.\n"),
            ),
            Change::Title(n) => self.state.title = n,
            Change::Delivery(n) => self.state.delivery = n,
            Change::Web(web) => self.state.web = web,
            Change::Template(n) => self.site.write(
                "themes/kiosque/ligne-service.html",
                &format!("<li>{n} {{{{ vue.service.nom }}}}</li>"),
            ),
            Change::Phrase(n) => {
                let texts = include_str!("../../../themes/kiosque/textes.yaml");
                let changed = texts.replacen("\"Plan du site\"", &format!("\"Plan {n} du site\""), 1);
                assert_ne!(texts, changed);
                self.site.write("themes/kiosque/textes.yaml", &changed);
            }
            Change::Day(n) => self.state.day = n,
            Change::Hand(n) => {
                let pages = tree(&self.site.path("public"));
                let page = pages.keys().filter(|name| name.ends_with(".html")).nth(n);
                if let Some(page) = page {
                    let path = format!("public/{page}");
                    if n % 2 == 0 {
                        fs::remove_file(self.site.path(&path)).unwrap();
                    } else {
                        // As long as before.
                        self.site.write(&path, &"x".repeat(pages[page].len()));
                    }
                }
            }
            Change::List(broken) => {
                let lists = self.site.path(".eliane/pages");
                for list in fs::read_dir(&lists).into_iter().flatten() {
                    let list = list.unwrap().path();
                    if broken {
                        let mut bytes = fs::read(&list).unwrap();
                        let middle = bytes.len() / 2;
                        bytes[middle] ^= 1;
                        fs::write(&list, bytes).unwrap();
                    } else {
                        fs::remove_file(&list).unwrap();
                    }
                }
            }
        }
        self.settings();
    }

    /// Builds into the folder of before and into an empty one; both must hold the same.
    fn compare(&self, what: &str) {
        let day = [DATE, "2027-03-01", "2031-11-29"][self.state.day];
        let empty = self.site.beside().join("vide");
        let _ = fs::remove_dir_all(&empty);
        let again = self.site.run(&["construire", "--date", day]);
        let clean = self.site.run(&["construire", "--date", day, "--sortie", empty.to_str().unwrap()]);
        assert_eq!((again.code, clean.code), (0, 0), "{what}: {}{}", again.stderr, clean.stderr);
        same(&tree(&empty), &tree(&self.site.path("public")), what);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn building_again_is_building_anew(changes in prop::collection::vec(change(), 4..9)) {
        let mut desk = Desk::new();
        desk.compare("at first");
        for change in &changes {
            desk.make(change);
            desk.compare(&format!("{change:?} of {changes:?}"));
        }
    }
}

/// The proof above would pass for a program that keeps nothing.
#[test]
fn what_did_not_change_is_not_made_again() {
    let mut desk = Desk::new();
    desk.compare("at first");
    // A page that would be made of the same is kept when its file holds what the list says: here, the list is made to say
    // that the page is what somebody wrote in it.
    let page = "x".repeat(tree(&desk.site.path("public"))["index.html"].len());
    let (old, new) = (tree(&desk.site.path("public"))["index.html"].clone(), page.clone().into_bytes());
    desk.site.write("public/index.html", &page);
    for list in fs::read_dir(desk.site.path(".eliane/pages")).unwrap() {
        let list = list.unwrap().path();
        let (bytes, head) = (fs::read(&list).unwrap(), b"eliane pages 1\n".len());
        let (old, new) = (sum(&old), sum(&new));
        let mut pages = bytes[head + 32..].to_vec();
        let at = pages.windows(32).position(|window| *window == old);
        if let Some(at) = at {
            pages[at..at + 32].copy_from_slice(&new);
        }
        fs::write(&list, [&bytes[..head], &sum(&pages), &pages].concat()).unwrap();
    }
    desk.site.build(&[]);
    assert_eq!(desk.site.read("public/index.html"), page, "the home page was made again");
    desk.make(&Change::Title(1));
    desk.site.build(&[]);
    assert_ne!(desk.site.read("public/index.html"), page, "another title is another page");
}

fn sum(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}
