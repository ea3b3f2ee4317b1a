//! What a build leaves on the disk, above all when it does not end well.

mod again;
mod archive;
mod at_once;
mod elsewhere;
mod failure;
mod folder;
mod full_disk;
mod killed;
mod manifest;
mod single_files;
mod unchanged;
