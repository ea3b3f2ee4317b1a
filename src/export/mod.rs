//! The site's services as other programs read them.

mod mednum;
mod words;

pub use mednum::{COLUMNS, Export, Loss, NoRow, mednum, mednum_head};
