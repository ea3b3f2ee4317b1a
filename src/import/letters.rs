//! How the accents of a file without UTF-8 are written: Windows, Latin-9, old Macintosh or DOS.
//!
//! The same byte is « é » on a Macintosh and « Ž » on Windows: only French can tell. Each byte above ASCII is
//! counted with what stands around it, then each way of reading is judged by the words that it makes.

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, WINDOWS_1252};

/// The upper half of code page 850, which DOS and its consoles used in France.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// A way of writing one letter in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneByte {
    /// Of which Latin-1 is a part.
    Windows1252,
    /// Latin-1 with « œ » and « € ».
    Latin9,
    Macintosh,
    Dos850,
}

impl OneByte {
    /// The most common first: it wins when nothing tells.
    pub const ALL: [Self; 4] = [Self::Windows1252, Self::Latin9, Self::Macintosh, Self::Dos850];

    fn encoding(self) -> Option<&'static Encoding> {
        match self {
            Self::Windows1252 => Some(WINDOWS_1252),
            Self::Latin9 => Some(ISO_8859_15),
            Self::Macintosh => Some(MACINTOSH),
            Self::Dos850 => None,
        }
    }

    /// The letter that a byte is; `None` when it is none.
    #[must_use]
    pub fn letter(self, byte: u8) -> Option<char> {
        if byte < 0x80 {
            return Some(char::from(byte));
        }
        match self.encoding() {
            None => DOS.chars().nth(usize::from(byte - 0x80)),
            Some(encoding) => {
                let bytes = [byte];
                let (text, _) = encoding.decode_without_bom_handling(&bytes);
                text.chars().next().filter(|c| !c.is_control() && *c != '\u{fffd}')
            }
        }
    }
}

/// Where in a word a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InWord {
    Inner = 0,
    Start = 1,
    End = 2,
    Capital = 3,
    Alone = 4,
    Other = 5,
}

impl InWord {
    const ALL: [Self; 6] = [Self::Inner, Self::Start, Self::End, Self::Capital, Self::Alone, Self::Other];
}

/// Bytes above ASCII, by what stands around them.
pub struct Bytes {
    counts: [[u32; 256]; 6],
    before: u8,
    held: Option<(u8, u8)>,
}

impl Default for Bytes {
    fn default() -> Self {
        Self { counts: [[0; 256]; 6], before: 0, held: None }
    }
}

impl Bytes {
    /// Counts a part of the file.
    pub fn look(&mut self, chunk: &[u8]) {
        for byte in chunk {
            if let Some((before, held)) = self.held.take() {
                let around = around(before, *byte);
                let count = &mut self.counts[around as usize][usize::from(held)];
                *count = count.saturating_add(1);
            }
            if *byte >= 0x80 {
                self.held = Some((self.before, *byte));
            }
            self.before = *byte;
        }
    }

    /// The way of writing that makes the most French; `None` when none makes any.
    #[must_use]
    pub fn judge(&self) -> Option<OneByte> {
        let mut best: Option<(i64, OneByte)> = None;
        for way in OneByte::ALL {
            let score = self.score(way);
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, way));
            }
        }
        let seen: i64 = self.counts.iter().flatten().map(|count| i64::from(*count)).sum();
        best.filter(|(score, _)| *score * 2 > seen).map(|(_, way)| way)
    }

    fn score(&self, way: OneByte) -> i64 {
        let mut total = 0;
        for byte in 0x80..=0xff_u8 {
            let letter = way.letter(byte);
            for around in InWord::ALL {
                let count = i64::from(self.counts[around as usize][usize::from(byte)]);
                if count > 0 {
                    total += count * worth(letter, around);
                }
            }
        }
        total
    }
}

fn around(before: u8, after: u8) -> InWord {
    // What is above ASCII beside it is most often a letter too.
    let small = |b: u8| b.is_ascii_lowercase() || b >= 0x80;
    let capital = |b: u8| b.is_ascii_uppercase();
    let edge = |b: u8| !b.is_ascii_alphabetic() && b < 0x80;
    match (before, after) {
        (a, b) if (small(a) || capital(a)) && small(b) => InWord::Inner,
        (a, b) if edge(a) && edge(b) => InWord::Alone,
        (a, b) if edge(a) && small(b) => InWord::Start,
        (a, b) if small(a) && edge(b) => InWord::End,
        (a, b) if capital(a) || capital(b) => InWord::Capital,
        _ => InWord::Other,
    }
}

/// How French that letter is there.
fn worth(letter: Option<char>, around: InWord) -> i64 {
    let Some(letter) = letter else { return -20 };
    let small = "éèêëàâçîïôùûüœæÿ".contains(letter);
    let capital = "ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆŸ".contains(letter);
    let common = match letter {
        'é' | 'É' => 6,
        'è' | 'ê' | 'à' | 'ç' => 5,
        _ => 3,
    };
    match around {
        InWord::Capital if capital => common,
        InWord::Capital if small => -2,
        InWord::Inner if small => {
            if "àù".contains(letter) {
                1
            } else {
                common
            }
        }
        InWord::Start if small || capital => {
            if "àùçÿ".contains(letter) {
                1
            } else {
                common
            }
        }
        InWord::End if small => {
            if "èêçâîô".contains(letter) {
                1
            } else {
                common
            }
        }
        InWord::Inner | InWord::End if capital => -3,
        InWord::Alone if letter == 'à' => 6,
        InWord::Alone if letter == 'À' => 3,
        InWord::Alone if small || capital => -1,
        InWord::Other if small || capital => 1,
        // Signs stand between words, and an apostrophe in them.
        InWord::Inner if letter == '’' => 3,
        InWord::Inner | InWord::Capital if letter != '’' && !"äöñáíóúåßÄÖ".contains(letter) => {
            -6
        }
        _ if "’‘«»“”–—…€°²³ᵉº§·•\u{a0}´’".contains(letter) => 1,
        _ if "äöñáíóúåßÄÖ".contains(letter) => -1,
        _ => -6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a text in that way of writing.
    pub fn written(text: &str, way: OneByte) -> Vec<u8> {
        let one = |c: char| {
            let all = 0..=0xff_u8;
            all.into_iter().find(|b| way.letter(*b) == Some(c)).unwrap_or_else(|| panic!("{c} in {way:?}"))
        };
        text.chars().map(one).collect()
    }

    #[test]
    fn each_way_of_writing_is_known_by_the_french_that_it_makes() {
        for text in [
            "Point numérique municipal",
            "Médiathèque municipale",
            "Évry",
            "MÉDIATHÈQUE",
            "Hôtel de ville, 1 place du Marché",
            "Île-de-Bréhat; accès à côté de l’école",
            "Forêt",
            "garçon",
            "à",
            "Fête de Noël",
            "où déjà",
            "Maître",
            "sûr et près",
            "à votre âge, déjà",
            "Crèche « Les Lutins »",
            "2° étage",
            "Bébé naïf",
            "École",
            "La Poste de Plouër, près de l’école",
            "Accueil : du lundi au vendredi, fermé le mercredi",
            "Pâques à l’école",
        ] {
            for way in OneByte::ALL {
                let has_all = text.chars().all(|c| (0..=0xff_u8).any(|b| way.letter(b) == Some(c)));
                if !has_all {
                    continue;
                }
                let bytes = written(text, way);
                let mut seen = Bytes::default();
                seen.look(&bytes);
                seen.look(b"\n");
                let judged = seen.judge().unwrap_or_else(|| panic!("{text} as {way:?}: nothing"));
                let read: String = bytes.iter().map(|b| judged.letter(*b).unwrap()).collect();
                assert_eq!(read, text, "as {way:?} read as {judged:?}");
            }
        }
    }

    #[test]
    fn what_makes_no_french_is_not_read() {
        for bytes in [
            &b"a\x81b\x9da\xffb\x81c\n"[..],
            b"\xc4\xd0\xce\xc4 \xb2\xe2\xca\xd4\xd6\xd0\xce\xc4\n",
            b"x\xb1y\xb1z\n",
        ] {
            let mut seen = Bytes::default();
            seen.look(bytes);
            assert_eq!(seen.judge(), None, "{bytes:?}");
        }
    }
}
