//! Bad input, one kind a test: the program says what is wrong in plain French, and writes nothing.

mod bombs;
mod captions;
mod code;
mod encoding;
mod faults;
mod folders;
mod generator;
mod names;
mod services;
mod signs;
mod yaml;
