//! How long an import takes, from the file to the sheets on the disk:
//!
//! `cargo run --release --example import -- france-services liste.csv mednum lieux.json …`
//!
//! Each file goes into an empty site of its own. Then each is imported again, which must change nothing.

#![expect(clippy::expect_used, reason = "a measure that fails has nothing to measure")]

use eliane::import::{Directory, ImportRequest, plan, save};
use jiff::civil::Date;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut total = Duration::ZERO;
    for pair in args.chunks(2) {
        let [directory, file] = pair else { panic!("an import is two words: DIRECTORY FILE") };
        let directory = Directory::named(directory).expect("dila, france-services, mednum or data-inclusion");
        let folder = tempfile::tempdir().expect("a folder");
        fs_err::create_dir_all(folder.path().join("content")).expect("a folder");
        let first = import(folder.path(), directory, Path::new(file));
        let again = import(folder.path(), directory, Path::new(file));
        assert_eq!(again.2, 0, "the second time changes {} files", again.2);
        println!(
            "{:>7} rows {:>6} sheets {:>6.2} s   again {:>5.2} s   {file}",
            first.1,
            first.2,
            first.0.as_secs_f64(),
            again.0.as_secs_f64()
        );
        total += first.0;
    }
    println!("{:>30.2} s in all", total.as_secs_f64());
}

/// Time, rows read, files written.
fn import(site: &Path, directory: &'static Directory, file: &Path) -> (Duration, usize, usize) {
    let start = Instant::now();
    let (sources, _) = eliane::source::read_site(site);
    let (loaded, _) = eliane::load::load(&sources);
    let licence = Some("ODbL 1.0".to_owned());
    let request = ImportRequest {
        directory,
        file,
        dataset: None,
        date: None,
        licence,
        columns: Vec::new(),
        territory: None,
        today: Date::constant(2026, 11, 30),
    };
    let plan = plan(&sources, &loaded, &request);
    assert!(plan.fault.is_none(), "{:?}", plan.fault);
    save(site, &plan.writes).expect("the disk takes them");
    (start.elapsed(), plan.report.read, plan.writes.len())
}
