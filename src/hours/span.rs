//! Stretches of a day: put in order, joined where they overlap, cut.

use super::{HourSpan, TimeOfDay};

const DAY: u16 = 24 * 60;
/// A night that lasts longer than that is a slip: `14:00-12:00`.
const LONGEST_NIGHT: u16 = 18 * 60;

impl HourSpan {
    pub const WHOLE_DAY: Self =
        Self { from: TimeOfDay { hour: 0, minute: 0 }, to: Some(TimeOfDay { hour: 24, minute: 0 }) };

    /// Minutes since the midnight before; the end of a night is after 24 hours.
    fn minutes(self) -> (u16, Option<u16>) {
        let from = self.from.minutes();
        let to = self.to.map(|to| {
            let to = to.minutes();
            if to <= from { to + DAY } else { to }
        });
        (from, to)
    }

    fn of((from, to): (u16, Option<u16>)) -> Self {
        Self { from: TimeOfDay::of(from), to: to.map(TimeOfDay::of) }
    }
}

impl TimeOfDay {
    fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }

    fn of(minutes: u16) -> Self {
        let minutes = if minutes > DAY { minutes - DAY } else { minutes };
        let small = |number: u16| u8::try_from(number).unwrap_or_default();
        Self { hour: small(minutes / 60), minute: small(minutes % 60) }
    }
}

/// The same minutes in order, those that overlap in one stretch; `None` when their author cannot have meant them.
pub fn joined(spans: &[HourSpan]) -> Option<Vec<HourSpan>> {
    let mut list: Vec<(u16, Option<u16>)> = spans.iter().map(|span| span.minutes()).collect();
    list.sort_unstable();
    let mut out: Vec<(u16, Option<u16>)> = Vec::new();
    for (from, to) in list {
        if to.is_some_and(|to| to > DAY && to - from > LONGEST_NIGHT) {
            return None;
        }
        match out.last_mut() {
            Some((known, end)) => match (*end, to) {
                // « À partir de 14 h » has no end that one could compare with.
                (None, _) if (*known, *end) == (from, to) => {}
                (None, _) => return None,
                (Some(until), Some(to)) if from < until => *end = Some(until.max(to)),
                (Some(until), None) if from < until => return None,
                _ => out.push((from, to)),
            },
            None => out.push((from, to)),
        }
    }
    let sound = out.iter().all(|(from, to)| to.is_none_or(|to| to - from <= DAY));
    sound.then(|| out.into_iter().map(HourSpan::of).collect())
}

/// What is left of some stretches without others, and whether that is less; `None` when one has no known end.
pub fn without(spans: &[HourSpan], cut: &[HourSpan]) -> Option<(Vec<HourSpan>, bool)> {
    let mut left: Vec<(u16, u16)> = ended(spans)?;
    let mut less = false;
    for (from, to) in ended(cut)? {
        left = left
            .into_iter()
            .flat_map(|(a, b)| {
                if to <= a || b <= from {
                    return vec![(a, b)];
                }
                less = true;
                [(a, b.min(from)), (a.max(to), b)].into_iter().filter(|(a, b)| a < b).collect()
            })
            .collect();
    }
    Some((left.into_iter().map(|(a, b)| HourSpan::of((a, Some(b)))).collect(), less))
}

/// Whether all the minutes of some are in others.
pub fn contain(spans: &[HourSpan], others: &[HourSpan]) -> bool {
    if others.iter().all(|other| spans.contains(other)) {
        return true;
    }
    let (Some(spans), Some(others)) = (ended(spans), ended(others)) else { return false };
    others.iter().all(|(from, to)| spans.iter().any(|(a, b)| a <= from && to <= b))
}

/// The minutes of each; `None` when one has no known end.
pub fn ended(spans: &[HourSpan]) -> Option<Vec<(u16, u16)>> {
    spans
        .iter()
        .map(|span| {
            let (from, to) = span.minutes();
            Some((from, to?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &[(u16, u16)]) -> Vec<HourSpan> {
        list.iter().map(|(from, to)| HourSpan::of((from * 60, Some(to * 60)))).collect()
    }

    #[test]
    fn what_overlaps_is_joined_and_what_cannot_be_meant_is_refused() {
        for (given, wanted) in [
            (&[(9, 16), (9, 16)][..], Some(&[(9, 16)][..])),
            (&[(9, 13), (12, 17)], Some(&[(9, 17)])),
            (&[(9, 17), (10, 11)], Some(&[(9, 17)])),
            (&[(14, 17), (9, 12)], Some(&[(9, 12), (14, 17)])),
            (&[(9, 12), (12, 14)], Some(&[(9, 12), (12, 14)])),
            (&[(20, 26), (22, 25)], Some(&[(20, 26)])),
            (&[(14, 36)], None),
        ] {
            assert_eq!(joined(&spans(given)), wanted.map(spans), "{given:?}");
        }
        let open = HourSpan { from: TimeOfDay::of(14 * 60), to: None };
        assert_eq!(joined(&[open, open]), Some(vec![open]));
        assert_eq!(joined(&[open, spans(&[(16, 18)])[0]]), None);
        assert_eq!(joined(&[spans(&[(9, 15)])[0], open]), None);
    }

    #[test]
    fn a_stretch_is_cut_out_of_others() {
        for (given, cut, left, less) in [
            (&[(9, 17)][..], &[(12, 13)][..], &[(9, 12), (13, 17)][..], true),
            (&[(9, 12), (13, 17)], &[(13, 17)], &[(9, 12)], true),
            (&[(9, 12)], &[(9, 12)], &[], true),
            (&[(9, 12), (14, 17)], &[(11, 15)], &[(9, 11), (15, 17)], true),
            (&[(9, 12)], &[(14, 17)], &[(9, 12)], false),
        ] {
            assert_eq!(without(&spans(given), &spans(cut)), Some((spans(left), less)), "{given:?} {cut:?}");
        }
        assert!(contain(&spans(&[(9, 17)]), &spans(&[(9, 12), (13, 17)])));
        assert!(!contain(&spans(&[(9, 12)]), &spans(&[(9, 13)])));
    }
}
