//! Imports of tiny invented files, one for each adapter and each trap, down to the ties they make.

mod archives_facebook;
mod archives_instagram;
mod archives_mastodon;
mod archives_slices;
mod archives_tables;
mod archives_tiktok;
mod archives_x;
mod graphs;
mod graphs_properties;
mod graphs_tables;
mod json;
mod lists;
mod mapping;
mod old_lines;
mod own_posts;
mod parts;
mod properties;
mod streams_captures;
mod streams_chats;
mod streams_generic;
mod streams_networks;
mod support;
mod tables;
mod tools;
mod traps;
mod wild;
