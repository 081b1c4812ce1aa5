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
/// Competitors of the brand: with the brand they are the bits of a mask.
pub const BRANDS: usize = 31;
/// Bytes of all the names of one brand.
pub const BRAND_BYTES: usize = 2 << 10;
/// Entries of a list of people, places or languages in the settings.
pub const LISTED: usize = 100_000;
/// Bytes of the key that a corrected post is known by: those of its network and its id.
pub const TONE_KEY_BYTES: usize = 1 << 10;
/// Ties of one projection: with the graph made of them they take 600 MB.
pub const PROJECTED_TIES: usize = 10_000_000;
/// Rows that one window of a ranking may ask for.
pub const WINDOW_ROWS: usize = 10_000;
/// Evidence posts, and ties each way, that a dossier carries.
pub const DOSSIER_ROWS: usize = 20;
/// Bytes that may come out of one archive: a bomb is stopped, a real archive of texts never comes near it.
pub const ARCHIVE_BYTES: u64 = 4 << 30;
/// Bytes that may come out of one entry of an archive.
pub const ENTRY_BYTES: u64 = 2 << 30;
/// Bytes out of an entry for each byte in. Real text packs 3 to 30 times, tables of zeros 1,000 times.
pub const ENTRY_RATIO: u64 = 200;
/// Bytes out of an entry before its ratio is looked at.
pub const ENTRY_RATIO_FROM: u64 = 100 << 20;
/// Entries of an archive that are read. Those that are passed over do not count.
pub const ARCHIVE_ENTRIES: u32 = 10_000;
/// Entries that an archive may list at all.
pub const ARCHIVE_LISTED: usize = 1_000_000;
/// Bytes of a container inside a container: it is held in memory.
pub const NESTED_BYTES: u64 = 256 << 20;
/// Bytes of a part of a workbook that has to be held in memory: its texts, or an old workbook as a whole.
pub const WORKBOOK_HELD_BYTES: u64 = 512 << 20;
/// Cells of a workbook that hold something.
pub const WORKBOOK_CELLS: u64 = 20_000_000;
/// Levels of a JSON document that paths are followed into; the same depth that `serde_json` reads.
pub const JSON_DEPTH: usize = 128;
/// Elements or lists nested in a network file. Real ones have a dozen; those deeper are passed over.
pub const GRAPH_DEPTH: usize = 64;
/// Values of one node or edge of a network file that are read.
pub const GRAPH_ATTRIBUTES: usize = 256;
/// Nodes that a network file may only announce by their number, without a line or an edge for them.
pub const IMPLIED_NODES: u64 = 1 << 18;
