//! Measures the program on a synthetic site: 100 guides of 12 étapes and 1,000 contact sheets.
//!
//! `cargo bench` builds the site in a temporary folder, runs `eliane relire` and `eliane construire` as whole
//! processes, and prints CPU seconds (user + system, all threads), CPU per page, wall time and peak memory.
//! `ELIANE_GUIDES` and `ELIANE_COMMUNES` change the size; `ELIANE_GARDE=DIR` keeps the sources there.
//! Reads `/proc`, so Linux only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

use eliane::territory::france;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 5;

fn main() {
    let number = |name: &str, or: usize| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(or);
    let (guides, communes) = (number("ELIANE_GUIDES", 100), number("ELIANE_COMMUNES", 1000));
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let kept = std::env::var("ELIANE_GARDE").ok();
    let site = kept.as_deref().map_or(scratch.path(), Path::new);
    write_site(site, guides, communes);
    // A new folder for each build: on ext4, files made just after as many were deleted cost three times more.
    let folder = |number: usize| scratch.path().join(format!("public-{number}"));
    let out = folder(0);
    let out = out.to_str().expect("a plain path");
    let site = site.to_str().expect("a plain path");
    println!("{guides} guides × 12 étapes, {communes} fiches contact ; {RUNS} mesures, la médiane");
    let check = median(|| run(&["relire", "--site", site, "--date", "2026-11-24"]));
    let mut builds = 0..;
    let build = median(|| {
        let out = folder(builds.next().unwrap_or_default());
        let out = out.to_str().expect("a plain path");
        run(&["construire", "--site", site, "--sortie", out, "--date", "2026-11-24"])
    });
    let again = run(&["construire", "--site", site, "--sortie", out, "--date", "2026-11-24"]);
    let pages = count_pages(Path::new(out));
    for (name, m) in [("check", check), ("build", build), ("build sans changement", again)] {
        println!(
            "{name:22} CPU {:.3} s ; {:.3} ms de CPU par page ({pages} pages) ; {:.3} s ; {} Mo au plus",
            m.cpu.as_secs_f64(),
            m.cpu.as_secs_f64() * 1000.0 / pages as f64,
            m.wall.as_secs_f64(),
            m.peak_kib / 1024
        );
    }
    println!("check / build (CPU) : {:.2}", check.cpu.as_secs_f64() / build.cpu.as_secs_f64());
}

#[derive(Clone, Copy)]
struct Measure {
    cpu: Duration,
    wall: Duration,
    peak_kib: u64,
}

fn median(mut run: impl FnMut() -> Measure) -> Measure {
    let mut all: Vec<Measure> = (0..RUNS).map(|_| run()).collect();
    all.sort_by_key(|m| m.cpu);
    all[RUNS / 2]
}

fn run(args: &[&str]) -> Measure {
    let before = children_cpu();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_eliane"))
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait().expect("a child") {
            break ended;
        }
        // The peak only grows: the last look before the end is the peak, give or take two milliseconds.
        if let Ok(text) = fs_err::read_to_string(&status)
            && let Some(line) = text.lines().find(|line| line.starts_with("VmHWM:"))
        {
            peak_kib = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(peak_kib);
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(ended.success(), "{args:?} failed");
    Measure { cpu: children_cpu().saturating_sub(before), wall: start.elapsed(), peak_kib }
}

/// User and system time of all children that ended, from `/proc/self/stat`, in ticks of 10 ms.
fn children_cpu() -> Duration {
    let stat = fs_err::read_to_string("/proc/self/stat").expect("/proc");
    let fields: Vec<&str> = stat.rsplit_once(')').expect("stat").1.split_whitespace().collect();
    let ticks: u64 = fields[13].parse::<u64>().expect("cutime") + fields[14].parse::<u64>().expect("cstime");
    Duration::from_millis(ticks * 10)
}

fn count_pages(out: &Path) -> usize {
    let manifest = fs_err::read_to_string(out.join("manifeste.json")).expect("a manifest");
    manifest.matches(".html\"").count()
}

fn write_site(root: &Path, guides: usize, communes: usize) {
    let put = |path: String, text: String| {
        let path = root.join(path);
        fs_err::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs_err::write(path, text).expect("a file");
    };
    // Whole départements from Ain on: towns of every size, and their EPCIs.
    let chosen: Vec<_> = france().communes().iter().take(communes).collect();
    let codes: Vec<String> = chosen.iter().map(|commune| format!("\"{}\"", commune.code)).collect();
    put("content/site.yaml".into(), format!("titre: Site de mesure\nterritoires: [{}]\n", codes.join(", ")));
    let needs = ["appel-video", "teleconsultation", "demarche", "information"];
    let list = needs.map(|need| format!("- id: {need}\n  titre: Besoin {need}\n  exemple: Un exemple\n"));
    put("content/besoins.yaml".into(), list.concat());
    let mut glossary = String::new();
    for i in 0..80 {
        let _ = write!(
            glossary,
            "- id: mot-{i}\n  mot: mot {i}\n  definition: Une explication en peu de mots, numéro {i}.\n"
        );
    }
    put("content/glossaire.yaml".into(), glossary);
    for i in 0..guides {
        put(format!("content/guides/guide-{i}/guide.md"), guide(i, needs[i % needs.len()]));
        for step in 0..12 {
            put(format!("content/guides/guide-{i}/dessin-{step}.svg"), drawing(step));
        }
    }
    let mut epcis: Vec<&str> = chosen.iter().filter_map(|commune| Some(commune.epci?.siren)).collect();
    epcis.sort_unstable();
    epcis.dedup();
    for (i, siren) in epcis.iter().enumerate() {
        put(format!("content/services/clic-{siren}.yaml"), service(i, "clic", siren));
        put(format!("content/services/france-services-{siren}.yaml"), service(i, "france-services", siren));
    }
    for i in 0..10 {
        put(format!("content/services/national-{i}.yaml"), service(i, "national", "FR"));
    }
}

fn guide(i: usize, need: &str) -> String {
    let mut text = format!(
        "---\nnumero: {}\ntitre: Guide numéro {i}\nresume: Vous saurez faire la chose numéro {i}.\nbesoins: [{need}]\nduree_min: 15\n\
         a_avoir: [un téléphone, une feuille de papier]\nfaut_entendre: non\nfaut_un_email: non\ndit_aussi: [chose {i}, truc {i}]\n\
         verifie_le: 2026-11-01\nverifie_par: rédaction\nverifie_comment: documents\nsources:\n  - titre: Notice {i}\n    adresse: https://exemple.fr/{i}\n---\n\n\
         Ce guide sert de mesure. Il a douze étapes.\n\n",
        i + 1
    );
    for step in 0..12 {
        let _ = write!(
            text,
            "## Faites la chose numéro {step} {{#chose-{step}}}\n\nAppuyez sur le bouton « Continuer ». Attendez que la page **change**, puis relisez le [mot {step}](mot:mot-{step}).\n\n\
             ![Une main appuie sur le bouton « Continuer » de la fenêtre {step}](dessin-{step}.svg \"Le bouton est en bas\")\n\n\
             ### Ce que vous voyez\n\nUne nouvelle page s’ouvre. Le titre dit : « Étape {step} ».\n\n\
             ### Si ça ne marche pas\n\nRevenez à l’[étape précédente](#chose-{}). Demandez de l’aide au [service national](service:national-{}).\n\n",
            usize::saturating_sub(step, 1),
            step % 10
        );
    }
    text
}

fn drawing(step: usize) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"400\" viewBox=\"0 0 640 400\">",
    );
    for i in 0..12 {
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"60\" height=\"40\" rx=\"8\" fill=\"#fff\" stroke=\"#1b1b1b\"/>",
            20 + i * 30,
            30 + step * 10
        );
    }
    svg + "</svg>"
}

fn service(i: usize, kind: &str, zone: &str) -> String {
    format!(
        "nom: Service {kind} numéro {i}\ntype: {kind}\nzone: [\"{zone}\"]\nbesoins: [appel-video, demarche]\n\
         fait: [Aide à se servir d’un ordinateur., Explique les papiers.]\nne_fait_pas: [Ne répare pas le matériel.]\n\
         mode_aide: [sur_place, domicile]\nadresse:\n  rue: {i} rue de la Mairie\n  code_postal: \"01000\"\n  commune: Ville\n\
         telephone:\n  - numero: 04 00 00 {:02} {:02}\ncourriel: contact{i}@exemple.fr\nsite: https://exemple.fr/{kind}\n\
         horaires:\n  texte: Du lundi au vendredi, de 9 h à 12 h\nentendre: [courriel, sur_place]\ndate_source: 2024-08-01\n\
         sources:\n  - titre: Liste de mesure\n    date: 2024-08-01\n    licence: Licence Ouverte 2.0\n",
        i / 100 % 100,
        i % 100
    )
}
