//! Words that people search by, and the page that they must find.

use super::Stage;
use crate::source::At;

/// One line of `content/requetes.yaml`.
pub struct Query<S: Stage> {
    /// As people write it, mistakes included.
    pub text: At<String>,
    /// One of these must be among the first answers. Empty when none of the names written there could be used.
    pub expected: Vec<S::Link>,
}
