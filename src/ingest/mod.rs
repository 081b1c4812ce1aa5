//! Turns the bytes of a file into raw records: rows of a table, or JSON values. Knows nothing of platforms.
//!
//! Everything here is fed by slices of any size and gives the same records whatever the slices: what needs a look
//! ahead (the encoding, the separator, the header row) is decided on the first
//! [`SNIFF_BYTES`](crate::limits::SNIFF_BYTES) bytes, and what needs a whole line waits for it.

mod cutter;
pub mod date;
pub mod decode;
pub mod delimited;
pub mod encoding;
pub mod encoding_guess;
pub mod fingerprint;
pub mod graph_adjacency;
pub mod graph_dgs;
pub mod graph_entities;
pub mod graph_gdf;
pub mod graph_gexf;
pub mod graph_gml;
pub mod graph_graphml;
pub mod graph_items;
pub mod graph_konect;
pub mod graph_lines;
pub mod graph_matrix;
pub mod graph_matrix_market;
pub mod graph_metis;
pub mod graph_networkx;
pub mod graph_pajek;
pub mod graph_sniff;
pub mod graph_ucinet;
pub mod graph_xml;
pub mod html;
pub mod id;
pub mod json;
pub mod json_head;
pub mod json_paths;
pub mod json_scan;
pub mod layout;
mod marks;
pub mod mojibake;
pub mod number;
pub mod quotes;
pub mod returns;
pub mod single_byte;
pub mod sniff;
pub mod utf16;
pub mod value;
mod value_parser;
