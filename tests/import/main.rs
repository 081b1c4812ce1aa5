//! Imports of tiny invented files, one for each adapter and each trap, down to the ties they make.

mod archives_facebook;
mod archives_instagram;
mod archives_mastodon;
mod archives_tables;
mod archives_tiktok;
mod archives_x;
mod graphs;
mod json;
mod mapping;
mod properties;
mod support;
mod tables;
mod tools;
mod traps;
