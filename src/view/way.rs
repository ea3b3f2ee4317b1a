//! The ways of answering the two questions: must somebody come, and does the person hear on the telephone?

use super::contract::QuestionsPart;

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

    pub fn questions(self) -> QuestionsPart {
        let other = |visit, voice| Self { visit, voice }.anchor();
        QuestionsPart {
            anchor: self.anchor(),
            comes: self.visit,
            hears: match self.voice {
                Voice::Hears => "oui",
                Voice::Relative => "proche",
                Voice::Alone => "non",
            },
            come_yes: other(true, self.voice),
            come_no: other(false, self.voice),
            hears_yes: other(self.visit, Voice::Hears),
            hears_relative: other(self.visit, Voice::Relative),
            hears_no: other(self.visit, Voice::Alone),
        }
    }
}
