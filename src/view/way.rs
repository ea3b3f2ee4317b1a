//! The ways of answering the two questions: must somebody come, and does the person hear on the telephone?

use super::contract::Questions;

/// Who hears, who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    Hears,
    /// Does not hear; a relative calls.
    Relative,
    /// Does not hear, and asks alone.
    Alone,
}

/// One answer to each question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    pub visit: bool,
    pub voice: Voice,
}

impl Way {
    /// All of them; the first is what a page shows before any answer.
    pub const ALL: [Self; 6] = [
        Self { visit: false, voice: Voice::Hears },
        Self { visit: false, voice: Voice::Relative },
        Self { visit: false, voice: Voice::Alone },
        Self { visit: true, voice: Voice::Hears },
        Self { visit: true, voice: Voice::Relative },
        Self { visit: true, voice: Voice::Alone },
    ];

    /// Where its answers stand on the page.
    pub fn anchor(self) -> &'static str {
        match (self.visit, self.voice) {
            (false, Voice::Hears) => "sur-place",
            (false, Voice::Relative) => "sur-place-proche",
            (false, Voice::Alone) => "sur-place-seul",
            (true, Voice::Hears) => "a-domicile",
            (true, Voice::Relative) => "a-domicile-proche",
            (true, Voice::Alone) => "a-domicile-seul",
        }
    }

    pub fn questions(self) -> Questions {
        let other = |visit, voice| Self { visit, voice }.anchor();
        Questions {
            ancre: self.anchor(),
            venir: self.visit,
            entend: match self.voice {
                Voice::Hears => "oui",
                Voice::Relative => "proche",
                Voice::Alone => "non",
            },
            venir_oui: other(true, self.voice),
            venir_non: other(false, self.voice),
            entend_oui: other(self.visit, Voice::Hears),
            entend_proche: other(self.visit, Voice::Relative),
            entend_non: other(self.visit, Voice::Alone),
        }
    }
}
