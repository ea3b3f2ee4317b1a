//! Where a caption stands on the picture: cue settings and regions.

/// In which direction lines follow each other, when not from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vertical {
    /// `rl`: columns from right to left.
    RightToLeft,
    /// `lr`: columns from left to right.
    LeftToRight,
}

/// Which line a caption stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinePlace {
    /// A line of the grid: 0 is the first, -1 the last.
    Number(f64),
    /// Per cent of the picture's height.
    Percent(f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineAlign {
    Start,
    Center,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionAlign {
    LineLeft,
    Center,
    LineRight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Center,
    End,
    Left,
    Right,
}

/// The settings of one cue; `None` is what browsers take at first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CueSettings {
    pub vertical: Option<Vertical>,
    pub line: Option<LinePlace>,
    pub line_align: Option<LineAlign>,
    /// Per cent.
    pub position: Option<f64>,
    pub position_align: Option<PositionAlign>,
    /// Per cent; browsers take 100.
    pub size: Option<f64>,
    pub align: Option<Align>,
    /// The id of a region.
    pub region: Option<String>,
}

/// A part of the picture that captions can be sent to.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptionRegion {
    pub id: String,
    /// Per cent of the picture's width; 100 at first.
    pub width: f64,
    /// 3 at first.
    pub lines: u64,
    /// Per cent; (0, 100) at first.
    pub anchor: (f64, f64),
    /// Per cent; (0, 100) at first.
    pub viewport: (f64, f64),
    /// New lines push the old ones up.
    pub scroll_up: bool,
}

/// Reads the settings after a cue's times; `ignored` is told of each word that browsers pass by, with its place in
/// `text`.
pub fn settings(text: &str, regions: &[String], mut ignored: impl FnMut(usize, &str)) -> CueSettings {
    let mut found = CueSettings::default();
    for (at, word) in words(text) {
        if apply(&mut found, word, regions).is_none() {
            ignored(at, word);
        }
    }
    found
}

/// Words between ASCII white space, and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begin = text.as_ptr() as usize;
    text.split_ascii_whitespace().map(move |word| (word.as_ptr() as usize - begin, word))
}

/// `name:value`, neither empty.
fn pair(word: &str) -> Option<(&str, &str)> {
    word.split_once(':').filter(|(name, value)| !name.is_empty() && !value.is_empty())
}

fn apply(to: &mut CueSettings, word: &str, regions: &[String]) -> Option<()> {
    let (name, value) = pair(word)?;
    match name {
        "region" => {
            let known = regions.iter().any(|id| id == value);
            to.region = known.then(|| value.to_owned());
            known.then_some(())?;
        }
        "vertical" => {
            to.vertical = Some(match value {
                "rl" => Vertical::RightToLeft,
                "lr" => Vertical::LeftToRight,
                _ => return None,
            });
            // There are no vertical regions.
            to.region = None;
        }
        "line" => {
            let (place, align) = aligned(value);
            let place = if place.ends_with('%') {
                LinePlace::Percent(percent(place)?)
            } else {
                LinePlace::Number(line_number(place)?)
            };
            if let Some(align) = align {
                to.line_align = Some(match align {
                    "start" => LineAlign::Start,
                    "center" => LineAlign::Center,
                    "end" => LineAlign::End,
                    _ => return None,
                });
            }
            to.line = Some(place);
            to.region = None;
        }
        "position" => {
            let (place, align) = aligned(value);
            let place = percent(place)?;
            if let Some(align) = align {
                to.position_align = Some(match align {
                    "line-left" => PositionAlign::LineLeft,
                    "center" => PositionAlign::Center,
                    "line-right" => PositionAlign::LineRight,
                    _ => return None,
                });
            }
            to.position = Some(place);
        }
        "size" => {
            let size = percent(value)?;
            to.size = Some(size);
            if size < 100.0 {
                to.region = None;
            }
        }
        "align" => {
            to.align = Some(match value {
                "start" => Align::Start,
                "center" => Align::Center,
                "end" => Align::End,
                "left" => Align::Left,
                "right" => Align::Right,
                _ => return None,
            });
        }
        _ => return None,
    }
    Some(())
}

/// `50%,center`: a place, and how to align there.
fn aligned(value: &str) -> (&str, Option<&str>) {
    value.split_once(',').map_or((value, None), |(place, align)| (place, Some(align)))
}

/// Digits, perhaps a full stop and digits, a per cent sign; 0 to 100.
fn percent(text: &str) -> Option<f64> {
    let number = text.strip_suffix('%')?;
    decimal(number).filter(|n| (0.0..=100.0).contains(n))
}

/// `-1`, `4`, `1.5`
fn line_number(text: &str) -> Option<f64> {
    match text.strip_prefix('-') {
        Some(rest) => decimal(rest).map(|n| -n),
        None => decimal(text),
    }
}

/// Digits, and perhaps a full stop with digits on both sides.
fn decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    // A number of a thousand digits is none.
    (digits(whole) && digits(fraction)).then_some(())?;
    text.parse().ok().filter(|n: &f64| n.is_finite())
}

/// Reads a region's settings; `ignored` as for [`settings`].
pub fn region(text: &str, mut ignored: impl FnMut(usize, &str)) -> CaptionRegion {
    let mut found = CaptionRegion {
        id: String::new(),
        width: 100.0,
        lines: 3,
        anchor: (0.0, 100.0),
        viewport: (0.0, 100.0),
        scroll_up: false,
    };
    for (at, word) in words(text) {
        if apply_region(&mut found, word).is_none() {
            ignored(at, word);
        }
    }
    found
}

fn apply_region(to: &mut CaptionRegion, word: &str) -> Option<()> {
    let (name, value) = pair(word)?;
    let point = || {
        let (x, y) = value.split_once(',')?;
        Some((percent(x)?, percent(y)?))
    };
    match name {
        "id" => value.clone_into(&mut to.id),
        "width" => to.width = percent(value)?,
        "lines" if value.bytes().all(|b| b.is_ascii_digit()) => to.lines = value.parse().ok()?,
        "regionanchor" => to.anchor = point()?,
        "viewportanchor" => to.viewport = point()?,
        "scroll" if value == "up" => to.scroll_up = true,
        _ => return None,
    }
    Some(())
}

impl CueSettings {
    /// As written after a cue's times, with a space before each; empty when there is nothing to say.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        if let Some(vertical) = self.vertical {
            out += if vertical == Vertical::RightToLeft { " vertical:rl" } else { " vertical:lr" };
        }
        if let Some(line) = self.line {
            out += &match line {
                LinePlace::Number(n) => format!(" line:{n}"),
                LinePlace::Percent(n) => format!(" line:{n}%"),
            };
            out += match self.line_align {
                Some(LineAlign::Start) => ",start",
                Some(LineAlign::Center) => ",center",
                Some(LineAlign::End) => ",end",
                None => "",
            };
        }
        if let Some(position) = self.position {
            out += &format!(" position:{position}%");
            out += match self.position_align {
                Some(PositionAlign::LineLeft) => ",line-left",
                Some(PositionAlign::Center) => ",center",
                Some(PositionAlign::LineRight) => ",line-right",
                None => "",
            };
        }
        if let Some(size) = self.size {
            out += &format!(" size:{size}%");
        }
        out += match self.align {
            Some(Align::Start) => " align:start",
            Some(Align::Center) => " align:center",
            Some(Align::End) => " align:end",
            Some(Align::Left) => " align:left",
            Some(Align::Right) => " align:right",
            None => "",
        };
        // Last: a line or a size after it would take the cue out of its region again.
        if let Some(region) = &self.region {
            out += &format!(" region:{region}");
        }
        out
    }
}

impl CaptionRegion {
    /// The lines after `REGION`.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        if !self.id.is_empty() {
            out += &format!("id:{}\n", self.id);
        }
        out += &format!("width:{}%\nlines:{}\n", self.width, self.lines);
        out += &format!("regionanchor:{}%,{}%\n", self.anchor.0, self.anchor.1);
        out += &format!("viewportanchor:{}%,{}%\n", self.viewport.0, self.viewport.1);
        if self.scroll_up {
            out += "scroll:up\n";
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read, as it would be written, and the words that were passed by.
    fn all(text: &str) -> (String, Vec<String>) {
        let mut out = Vec::new();
        let found = settings(text, &["bas".to_owned()], |at, word| {
            assert!(text[at..].starts_with(word));
            out.push(word.to_owned());
        });
        (found.to_text().trim_start().to_owned(), out)
    }

    fn assert_kept(text: &str) {
        assert_eq!(all(text), (text.to_owned(), vec![]));
    }

    fn assert_ignored(text: &str) {
        assert_eq!(all(text), (String::new(), vec![text.to_owned()]), "{text}");
    }

    #[test]
    fn every_setting_is_read() {
        for text in [
            "vertical:rl",
            "vertical:lr",
            "line:0",
            "line:-1",
            "line:1.5",
            "line:50%",
            "line:12.25%,center",
            "line:1,start",
            "line:1,end",
            "position:0%",
            "position:100%",
            "position:10.5%,line-left",
            "position:10%,center",
            "position:10%,line-right",
            "size:0%",
            "size:33.3%",
            "size:100%",
            "align:start",
            "align:center",
            "align:end",
            "align:left",
            "align:right",
            "region:bas",
        ] {
            assert_kept(text);
        }
        assert_kept("vertical:rl line:-2,end position:5%,center size:40% align:left");
    }

    #[test]
    fn what_browsers_pass_by_is_passed_by() {
        for text in [
            "vertical:tb",
            "vertical:",
            ":rl",
            "vertical",
            "Vertical:rl",
            "line:",
            "line:x",
            "line:-",
            "line:%",
            "line:1-",
            "line:--1",
            "line:1.",
            "line:.5",
            "line:1.2.3",
            "line:101%",
            "line:-1%",
            "line:1e2",
            "line:+1",
            "line:1,middle",
            "line:1,",
            "position:50",
            "position:101%",
            "position:50%,start",
            "position:x%",
            "position:50%%",
            "size:50",
            "size:-1%",
            "size:x",
            "size:100.1%",
            "align:middle",
            "align:",
            "region:haut",
            "inconnu:1",
        ] {
            assert_ignored(text);
        }
    }

    #[test]
    fn the_last_of_two_settings_holds() {
        assert_eq!(all("align:left align:right").0, "align:right");
        assert_eq!(all("line:1 line:x").0, "line:1", "a wrong one changes nothing");
    }

    #[test]
    fn a_placed_cue_leaves_its_region() {
        assert_eq!(all("region:bas line:0").0, "line:0");
        assert_eq!(all("region:bas size:50%").0, "size:50%");
        assert_eq!(all("region:bas vertical:lr").0, "vertical:lr");
        assert_eq!(all("region:bas size:100%").0, "size:100% region:bas", "the whole width is no change");
        assert_eq!(all("line:0 region:bas").0, "line:0 region:bas", "the order counts");
    }

    #[test]
    fn regions_have_their_first_values_and_their_own() {
        let mut ignored = Vec::new();
        let mut read = |text: &str| region(text, |_, word| ignored.push(word.to_owned())).to_text();
        assert_eq!(read(""), "width:100%\nlines:3\nregionanchor:0%,100%\nviewportanchor:0%,100%\n");
        let full = "id:bas\nwidth:40%\nlines:2\nregionanchor:10%,20%\nviewportanchor:30.5%,40%\nscroll:up\n";
        assert_eq!(read(full), full);
        assert_eq!(read(&full.replace('\n', " ")), full, "on one line too");
        read("width:40 lines:-1 regionanchor:1% viewportanchor:1%,x scroll:down couleur:rouge id:");
        assert_eq!(ignored.len(), 7);
    }
}
