//! Every bound of the engine, in one place, each with its reason.

/// Bytes of one file. Files are streamed, so only time bounds them; past this the study cannot fit 4 GiB of memory.
pub const FILE_BYTES: u64 = 8 << 30;
/// Bytes of one field of a table. Longer ones are almost always an unclosed quote.
pub const FIELD_BYTES: usize = 1 << 20;
/// Bytes of one record of a table or of JSON.
pub const RECORD_BYTES: usize = 16 << 20;
/// Columns of a table.
pub const COLUMNS: usize = 2_000;
/// Line breaks inside one quoted field beyond which an unclosed quote is suspected.
pub const FIELD_LINE_BREAKS: usize = 500;
/// Bytes read before the format is decided; the same for any slicing of the file.
pub const SNIFF_BYTES: usize = 256 << 10;
/// Places kept for each issue of a receipt.
pub const ISSUE_PLACES: usize = 20;
/// Characters of an excerpt in a receipt.
pub const EXCERPT_CHARS: usize = 120;
/// Bytes of one post's text that are kept. Longer texts are cut and counted.
pub const TEXT_BYTES: usize = 64 << 10;
/// Accounts, posts or ties of a study: ids are `u32`, and the last value means "none".
pub const IDS: usize = u32::MAX as usize - 1;
/// Bytes of the brief.
pub const BRIEF_BYTES: usize = 4 << 10;
/// Terms of the brief: each is one bit of a mask while matching.
pub const BRIEF_TERMS: usize = 64;
/// Rows that one window of a ranking may ask for.
pub const WINDOW_ROWS: usize = 10_000;
/// Evidence posts, and ties each way, that a dossier carries.
pub const DOSSIER_ROWS: usize = 20;
/// Levels of a JSON document that paths are followed into; the same depth that `serde_json` reads.
pub const JSON_DEPTH: usize = 128;
/// Elements or lists nested in a network file. Real ones have a dozen; those deeper are passed over.
pub const GRAPH_DEPTH: usize = 64;
/// Values of one node or edge of a network file that are read.
pub const GRAPH_ATTRIBUTES: usize = 256;
/// Nodes that a network file may only announce by their number, without a line or an edge for them.
pub const IMPLIED_NODES: u64 = 1 << 20;
