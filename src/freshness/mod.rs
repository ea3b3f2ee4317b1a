//! What must be verified again, and writing that it was.
//!
//! [`list`] makes the work list: what is due, joined so that one call, one message or one trial verifies several
//! sheets. [`named`] are the sheets of a site that may have errors. [`stamp`] writes a verification into a sheet and changes nothing else in it.

mod list;
mod named;
mod stamp;

pub use list::{Due, Task, VerifyWay, list};
pub use named::{ReadableSheet, named};
pub use stamp::{StampRefused, stamp, written_on};
