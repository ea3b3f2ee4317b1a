//! Films' files, made by ffmpeg (`films/make.sh`): what the program reads in them, and what mends the others.

use eliane::media::film::{Audio, Container, FilmFault, FilmFaultKind, FilmFile, Repair, Video, read};
use proptest::prelude::*;

macro_rules! film {
    ($name:literal) => {
        include_bytes!(concat!("films/", $name))
    };
}

const VP9: &[u8] = film!("vp9.webm");
const VP9_OPUS: &[u8] = film!("vp9-opus.webm");
const AV1: &[u8] = film!("av1.webm");
const H264: &[u8] = film!("h264-aac.mp4");

fn fault(bytes: &[u8]) -> (FilmFaultKind, Repair) {
    let FilmFault { kind, repair } = read(bytes).unwrap_err();
    (kind, repair)
}

#[test]
fn the_films_that_browsers_play_are_read_to_the_millisecond() {
    let webm = FilmFile {
        container: Container::WebM,
        video: Video::Vp9,
        audio: None,
        duration_ms: 1000,
        width: 128,
        height: 80,
        table_first: true,
    };
    assert_eq!(read(VP9), Ok(webm));
    assert_eq!(read(AV1), Ok(FilmFile { video: Video::Av1, ..webm }));
    // Sound goes on until its last packet is whole.
    let spoken = read(VP9_OPUS).unwrap();
    assert_eq!(spoken.audio, Some(Audio::Opus));
    assert!((1000..1050).contains(&spoken.duration_ms), "{spoken:?}");
    let mp4 = read(H264).unwrap();
    assert_eq!((mp4.container, mp4.video, mp4.audio), (Container::Mp4, Video::H264, Some(Audio::Aac)));
    assert_eq!((mp4.width, mp4.height, mp4.table_first), (128, 80, true));
    assert!((1000..1100).contains(&mp4.duration_ms), "{mp4:?}");
}

#[test]
fn an_mp4_whose_table_comes_last_says_so() {
    assert!(!read(film!("table-at-end.mp4")).unwrap().table_first);
}

#[test]
fn a_film_held_upright_is_as_high_as_it_is_shown() {
    // The matrix of the picture's track: a, b, u, c, d… in fixed point; a quarter turn is 0, 1, 0, -1, 0.
    let mut bytes = H264.to_vec();
    let tkhd = bytes.windows(4).position(|name| name == b"tkhd").unwrap() + 4;
    let matrix = tkhd + 40;
    for (at, value) in [(0, 0_i32), (4, 0x1_0000), (12, -0x1_0000), (16, 0)] {
        bytes[matrix + at..matrix + at + 4].copy_from_slice(&value.to_be_bytes());
    }
    let film = read(&bytes).unwrap();
    assert_eq!((film.width, film.height), (80, 128));
}

#[test]
fn what_browsers_do_not_play_is_named() {
    use FilmFaultKind::{Audio, Colours, Container as Box, NoDuration, NoVideo, Video};
    let copy_mp4 = Repair::Copy(Container::Mp4);
    for (bytes, kind, repair) in [
        (&film!("vp8-vorbis.webm")[..], Video("VP8".into()), Repair::Encode),
        (film!("vp9-vorbis.webm"), Audio("Vorbis".into()), Repair::Encode),
        (film!("hevc.mp4"), Video("HEVC (H.265)".into()), Repair::Encode),
        (film!("h264-444.mp4"), Colours, Repair::Encode),
        (film!("h264-mp3.mp4"), Audio("MP3".into()), Repair::Encode),
        // Without loss, in a second.
        (film!("obs.mkv"), Box("Matroska (MKV)"), copy_mp4),
        (film!("phone.mov"), Box("QuickTime (MOV)"), copy_mp4),
        (film!("old.avi"), Box("AVI"), Repair::Encode),
        (film!("no-duration.webm"), NoDuration, Repair::Copy(Container::WebM)),
        (film!("fragments.mp4"), NoDuration, copy_mp4),
        (film!("sound-only.webm"), NoVideo, Repair::Encode),
    ] {
        assert_eq!(fault(bytes), (kind, repair));
    }
}

#[test]
fn other_containers_are_known_by_their_first_bytes() {
    let mut transport = vec![0; 600];
    let mut camera = vec![0; 600];
    for packet in 0..3 {
        transport[packet * 188] = 0x47;
        camera[4 + packet * 192] = 0x47;
    }
    for (bytes, name) in [
        (&b"OggS\0\x02"[..], "OGG"),
        (&transport, "MPEG-TS"),
        (&camera, "MPEG-TS"),
        (&[0, 0, 1, 0xBA, 0x44], "MPEG"),
        (&[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6], "WMV"),
        (b"FLV\x01", "FLV"),
        (b"GIF89a", "GIF"),
        // An old QuickTime film, without its `ftyp`.
        (b"\0\0\0\x08wide\0\0\0\x08mdat\0\0\0\x08moov", "QuickTime (MOV)"),
        (b"\0\0\0\x10ftyp3gp4\0\0\0\0\0\0\0\x08mdat\0\0\0\x08moov", "3GP"),
    ] {
        assert_eq!(fault(bytes), (FilmFaultKind::Container(name), Repair::Encode), "{name}");
    }
    for nothing in [&b""[..], b"a", b"\0\0\0\0", b"\xff\xd8\xff\xe0 a picture", "un texte".as_bytes()] {
        assert_eq!(fault(nothing).0, FilmFaultKind::NotAFilm);
    }
}

/// A copy that stopped, a key pulled out too soon: wherever it was cut, it is never taken for a film.
#[test]
fn a_film_cut_anywhere_is_never_a_film() {
    for whole in [VP9, VP9_OPUS, AV1, H264, film!("table-at-end.mp4")] {
        for end in (0..whole.len()).step_by(7).chain(whole.len() - 20..whole.len()) {
            assert!(read(&whole[..end]).is_err(), "cut at {end} of {}", whole.len());
        }
        let (kind, repair) = fault(&whole[..whole.len() * 9 / 10]);
        assert_eq!((kind, repair), (FilmFaultKind::Truncated, Repair::None));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0..3_usize) {
        let head: &[u8] = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"\0\0\0\x10ftypisom", b""][kind];
        let _ = read(&[head, &bytes].concat());
    }

    /// Damage in a real film reaches deeper than random bytes do.
    #[test]
    fn no_damage_makes_it_panic(
        film in 0..4_usize,
        hits in prop::collection::vec((0..1500_usize, any::<u8>()), 1..12),
        cut in 0..9000_usize,
    ) {
        let mut bytes = [VP9_OPUS, AV1, H264, film!("table-at-end.mp4")][film].to_vec();
        let length = bytes.len();
        for (at, value) in hits {
            // The tables stand at one end or the other.
            bytes[if value & 1 == 0 { at % length } else { length - 1 - at % length }] = value;
        }
        bytes.truncate(cut.max(40));
        let _ = read(&bytes);
    }
}
