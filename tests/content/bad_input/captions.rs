//! Caption files of every kind of wrongness: no reader panics, none goes on for ever, and what it makes is sound.
//!
//! 20,000 inputs each time; a million with
//! `cargo test --test content a_million_captions -- --ignored --nocapture`.

use eliane::captions::{self, CaptionTrack};
use eliane::source::Sources;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// So long without the next thousand inputs is for ever: they take less than a second.
const PATIENCE: Duration = Duration::from_mins(2);

const NAMES: [&str; 6] =
    ["a.fr.vtt", "a.fr.srt", "a.en.vtt", "a.fr.chapitres.vtt", "a.fr.descriptions.srt", "a.b.c.vtt"];

/// Well made, with all that a file may hold: damaged in many ways.
const GOOD: [&str; 2] = [
    "WEBVTT - Un film\nLanguage: fr\n\nNOTE\nrelu\n\nSTYLE\n::cue(.yellow) { color: yellow }\n\nREGION\nid:bas\nwidth:50%\nlines:3\nregionanchor:0%,100%\nviewportanchor:10.5%,90%\nscroll:up\n\npremier\n00:01.000 --> 00:02.500 vertical:rl line:-1,end position:10%,line-left size:35% align:start\n<v.loud Claire &amp; Zoé>Bonjour <c.yellow>à <i>tous</i></c>\n<00:01.500>et à toutes</v>\n\n01:00:03.000 --> 01:00:04.000 region:bas\n<ruby>a<rt>b</rt></ruby> &lt;3 : «Oui» !\n",
    "\u{feff}1\r\n00:00:01,000 --> 00:00:03,500 X1:40 X2:600\r\n{\\an8}<font color=\"#ffff00\">– Vous m’entendez?</font>\r\n– Très bien.\r\n\r\n1\r\n0:0:3,6 --> 0:0:7\r\n[Le téléphone sonne]\r\n\r\n\r\n12\r\n00: 00: 08, 000 -> 00:00:09.000\r\nCLAIRE : Ouvrez le lien que vous avez reçu dans le message.\r\n",
];

/// Bits of captions, and of what is none.
const BITS: [&str; 84] = [
    "WEBVTT",
    "WEBVTT\n\n",
    "\u{feff}",
    "NOTE",
    "STYLE",
    "REGION",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "\t",
    " ",
    "\u{c}",
    "-->",
    "->",
    "—>",
    "→",
    "--&gt;",
    "00:00:02,000 -> 00:00:03,000\n",
    "00:00:02;000 --> 00:00:03;000\n",
    "0:02 → 0:03",
    "&laquo;",
    "&raquo;",
    "&eacute",
    "&#32;",
    "<br>",
    "\u{a0}",
    "00:01.000",
    "00:00:02,000",
    "00:01.000 --> 00:03.000\n",
    "1:2:3,4 --> 5:6:7,8\n",
    "99:99:99.999",
    "999999999999999999999:00:00.000",
    "00:00.000 --> 00:00.000",
    "0",
    "7",
    "-1",
    "٣",
    "％",
    "line:",
    "line:-1,end",
    "size:50%",
    "position:1e309%",
    "align:start",
    "region:bas",
    "vertical:rl",
    "id:bas",
    "lines:99999999999999999999",
    "<",
    ">",
    "</",
    "<c",
    "<c.yellow>",
    "<c.green>",
    "</c>",
    "<v Claire>",
    "</v>",
    "<i><b><u>",
    "</i>",
    "<ruby>",
    "<rt>",
    "</ruby>",
    "<lang en>",
    "<00:01.500>",
    "<font color=red>",
    "{\\an8}",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&#10;",
    "&lrm;",
    "&notanentity;",
    "« Oui »",
    "«Non»!",
    "\"",
    "– ",
    "CLAIRE : ",
    "[Porte]",
    "e\u{301}",
    "\u{202f}",
    "👩‍🦳",
    "العربية",
];

/// Numbers that look random and are the same at each run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap()
    }
}

/// The input of that number: bytes, bits, or a good file that was damaged.
fn input(number: u64) -> (&'static str, String) {
    let mut chance = Chance(number.wrapping_mul(0x1234_5678_9abc_def1));
    let name = NAMES[chance.below(NAMES.len())];
    let text = match chance.below(8) {
        0 => {
            let bytes: Vec<u8> = (0..chance.below(200)).map(|_| chance.next().to_le_bytes()[0]).collect();
            String::from_utf8_lossy(&bytes).into_owned()
        }
        1..=3 => (0..chance.below(60)).map(|_| BITS[chance.below(BITS.len())]).collect(),
        _ => {
            let mut text = GOOD[chance.below(GOOD.len())].to_owned();
            for _ in 0..=chance.below(6) {
                damage(&mut text, &mut chance);
            }
            text
        }
    };
    (name, text)
}

/// Takes something away, doubles it, or puts something else in.
fn damage(text: &mut String, chance: &mut Chance) {
    let at = text.floor_char_boundary(chance.below(text.len() + 1));
    let length = if chance.below(4) == 0 { chance.below(120) } else { chance.below(6) };
    let end = text.floor_char_boundary((at + length).min(text.len()));
    match chance.below(4) {
        0 => text.replace_range(at..end, ""),
        1 => {
            let twice = text[at..end].to_owned();
            text.insert_str(at, &twice);
        }
        2 => text.replace_range(at..end, BITS[chance.below(BITS.len())]),
        _ => text.insert_str(at, BITS[chance.below(BITS.len())]),
    }
}

fn read(name: &str, text: &str) -> (Sources, Option<CaptionTrack>) {
    let sources = Sources::memory([(name, text)]);
    let (file, _) = sources.find(name).unwrap();
    let track = captions::read(file, name, text).0;
    (sources, track)
}

/// All that is ever done with a file; what comes out is sound.
fn whole_way(name: &str, text: &str) {
    let Some(track) = read(name, text).1 else { return };
    // A null character is read as another, which is longer; files with one are refused before.
    let exact = !text.contains('\0');
    for film_ms in [None, Some(3000)] {
        for finding in captions::check(&track, film_ms).iter() {
            assert!(!finding.message.is_empty());
            if let eliane::diag::Place::Span(span) = finding.place
                && exact
            {
                assert!(
                    text.get(span.range()).is_some(),
                    "{}: a place outside, or within a letter",
                    finding.code.id
                );
            }
        }
    }
    let told = captions::transcript(&track);
    assert!(told.iter().all(|passage| !passage.text.is_empty()));
    let _ = captions::compare(&told, text);
    let repaired = captions::repair(text, &track, Some(3000));
    let cues = |track: &Option<CaptionTrack>| track.as_ref().map_or(0, |track| track.cues().count());
    assert_eq!(cues(&read(name, &repaired).1), track.cues().count(), "a repair loses or makes a caption");
    // What a page holds, browsers read as it was meant.
    let written = captions::write_webvtt(&track);
    let again = read("a.fr.vtt", &written).1;
    assert_eq!(cues(&again), track.cues().count());
    assert_eq!(captions::write_webvtt(&again.unwrap()), written);
}

/// Runs inputs on a thread of their own, so that one that never ends is told with its number.
fn run(count: u64) {
    let (tell, hear) = channel();
    let work = std::thread::spawn(move || {
        for number in 0..count {
            let (name, text) = input(number);
            if let Err(panic) = std::panic::catch_unwind(|| whole_way(name, &text)) {
                eprintln!("input {number}, {name}: {text:?}");
                std::panic::resume_unwind(panic);
            }
            if number % 1000 == 0 {
                tell.send(number).unwrap();
            }
        }
    });
    let mut last = 0;
    loop {
        match hear.recv_timeout(PATIENCE) {
            Ok(number) => last = number,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                panic!("an input between {last} and {} never ends", last + 1000)
            }
        }
    }
    assert!(work.join().is_ok(), "a reader panics");
}

#[test]
fn no_caption_file_makes_a_reader_panic_or_go_on_for_ever() {
    run(20_000);
}

#[test]
#[ignore = "some minutes: before a change of the readers is merged"]
fn a_million_captions() {
    let start = Instant::now();
    run(1_000_000);
    println!("1,000,000 inputs in {:.0} s", start.elapsed().as_secs_f64());
}

/// A whole region's films: 300 files of 60 captions, looked at from every side.
#[test]
fn the_captions_of_three_hundred_films_are_checked_at_once() {
    let words =
        ["Ouvrez le lien reçu,", "Appuyez sur « Rejoindre ».", "– Vous m’entendez ?", "[Le téléphone sonne]"];
    let film = |number: usize| -> String {
        let cue = |n: usize| {
            let (start, end) = (captions::stamp(n as u64 * 4000), captions::stamp(n as u64 * 4000 + 3900));
            // No line twice in a row: that would be captions that roll.
            let first = 2 * n + number;
            format!("\n{start} --> {end}\n{}\n{}\n", words[first % 4], words[(first + 1) % 4])
        };
        "WEBVTT\n".to_owned() + &(0..60).map(cue).collect::<String>()
    };
    let texts: Vec<String> = (0..300).map(film).collect();
    let start = Instant::now();
    let mut captions = 0;
    for text in &texts {
        let track = read("film.fr.vtt", text).1.unwrap();
        assert!(captions::check(&track, Some(240_000)).is_empty());
        captions += track.cues().count();
        assert!(!captions::transcript(&track).is_empty() && !captions::write_webvtt(&track).is_empty());
    }
    let time = start.elapsed();
    println!("{captions} captions of {} films in {:.2} s", texts.len(), time.as_secs_f64());
    assert_eq!(captions, 18_000);
    // Less than one second in an optimised program; this one is not, and shares its machine.
    assert!(time < Duration::from_secs(10), "{time:?}");
}
