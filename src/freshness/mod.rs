//! What must be verified again, and writing that it was.
//!
//! [`list`] makes the work list: what is due, joined so that one call, one message or one trial verifies several
//! sheets. [`stamp`] writes a verification into a sheet and changes nothing else in it.

mod list;
mod stamp;

pub use list::{Due, Kind, Task, Way, list};
pub use stamp::{Refused, stamp};
