//! JSON: records read one by one, mended where their meaning is plain, handed to the adapter that knows them.

use super::found::Found;
pub use super::json_fields::*;
use super::ledger::Ledger;
use super::reader::{Described, Head, Parts, Reader, one_encoding};
use super::{ImportOptions, archives, generic_json, graph_json};
use crate::error::Result;
use crate::ingest::decode::FieldDecoder;
use crate::ingest::delimited::{Span, Stand};
use crate::ingest::json::{self, Framer, Framing, RawValue};
use crate::ingest::json_head;
use crate::ingest::json_paths::PathFramer;
use crate::ingest::sniff::Encoding;
use crate::ingest::value::Repairs;
pub use crate::ingest::value::Value;
use crate::issue::Confidence;
use crate::limits;
use crate::model::Builder;
use memchr::memmem;
use std::fmt::Debug;

/// Records looked at before an adapter is chosen.
const FIRST_RECORDS: usize = 20;

/// One kind of JSON.
#[derive(Debug)]
pub struct Adapter {
    /// Stable code.
    pub code: &'static str,
    /// Where its values lie in a document (see [`crate::ingest::json_paths`]). Empty: each line, each element of the
    /// root array, or each value of the file is a record.
    pub paths: &'static [&'static str],
    /// Looks at the beginning, and returns a mapper when the file is of this kind.
    pub open: fn(&JsonHead<'_>) -> Option<Box<dyn JsonAdapter>>,
}

/// Every kind, the surest to tell first.
pub const ADAPTERS: &[Adapter] = &[
    archives::x::ADAPTER,
    archives::x_manifest::ADAPTER,
    archives::facebook::ADAPTER,
    archives::instagram::ADAPTER,
    archives::tiktok::ADAPTER,
    archives::mastodon::ADAPTER,
    super::zeeschuimer::ADAPTER,
    super::zeeschuimer::FOURCAT,
    super::x_graphql::ADAPTER,
    super::x_graphql::PAGES,
    super::twarc_v2::ADAPTER,
    super::twarc_v1::ADAPTER,
    super::x_scrapers::ADAPTER,
    super::telegram::ADAPTER,
    super::discord::ADAPTER,
    super::slack::ADAPTER,
    super::messenger::ADAPTER,
    super::bluesky::ADAPTER,
    super::bluesky_stream::ADAPTER,
    super::bluesky::PAGES,
    super::mastodon_api::ADAPTER,
    super::mastodon_api::PAGES,
    super::reddit::ADAPTER,
    super::reddit::PAGES,
    super::threads::ADAPTER,
    super::threads::PAGES,
    super::linkedin::ADAPTER,
    super::tiktok::ADAPTER,
    super::tiktok::PAGES,
    super::instagram::ADAPTER,
    super::instagram::PAGES,
    super::crowdtangle_api::ADAPTER,
    super::crowdtangle_api::PAGES,
    super::youtube_json::ADAPTER,
    super::youtube_json::PAGES,
    super::youtube_json::YT_DLP,
    graph_json::GEPHI_LITE_ADAPTER,
    graph_json::CYTOSCAPE_ADAPTER,
    graph_json::GRAPHOLOGY_ADAPTER,
    graph_json::KEYED_ADAPTER,
    graph_json::NODE_LINK_ADAPTER,
    archives::facebook::REST,
    archives::instagram::REST,
];

/// The beginning of a JSON file.
#[derive(Debug)]
pub struct JsonHead<'a> {
    /// Its text, from the first bracket on; at most [`limits::SNIFF_BYTES`].
    pub text: &'a str,
    /// Whether it is the whole file.
    pub whole: bool,
    /// Name of the file, or its path inside an archive or folder.
    pub name: &'a str,
    /// Archive or folder that the file is a part of; empty for a loose file.
    pub bundle: &'a str,
    /// Name that the value was assigned to, as in `window.YTD.tweets.part0 = [`; empty for plain JSON.
    pub variable: &'a str,
    /// The first whole records, as lines, elements of the root array, or values; the beginning of the first one where it
    /// is longer than the text.
    pub first: &'a [Value<'a>],
    /// The caller asked for this kind: take it unless it cannot be.
    pub forced: bool,
}

impl JsonHead<'_> {
    /// Whether `"key"` stands in the text as the name of a member.
    pub fn has_key(&self, key: &str) -> bool {
        let quoted = format!("\"{key}\"");
        memmem::find_iter(self.text.as_bytes(), quoted.as_bytes())
            .any(|at| self.text[at + quoted.len()..].trim_start().starts_with(':'))
    }

    /// Whether the file lies in one of some folders of an archive.
    pub fn lies_in(&self, folders: &[&str]) -> bool {
        !self.bundle.is_empty()
            && self
                .name
                .rsplit('/')
                .skip(1)
                .any(|folder| folders.iter().any(|f| folder.eq_ignore_ascii_case(f)))
    }

    /// Whether one of the first records passes.
    pub fn any(&self, test: impl Fn(&Value<'_>) -> bool) -> bool {
        self.first.iter().any(test)
    }
}

/// Maps the records of one kind of JSON.
pub trait JsonAdapter: Debug {
    /// Maps one value. `which` is the number of the adapter's path that it lies at. A value that is a record of the
    /// file is opened in the ledger with `place.open(ledger)`, then kept or dropped; one that only tells something about
    /// the others is not.
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()>;

    /// Does what had to wait for the end of the file.
    fn finish(&mut self, _ledger: &mut Ledger, _into: &mut Builder) -> Result<()> {
        Ok(())
    }

    /// How sure the format is.
    fn confidence(&self) -> Confidence {
        Confidence::Certain
    }

    /// Whether nothing is kept from one record to the next, so that several can share a file.
    fn keeps_nothing(&self) -> bool {
        false
    }
}

/// A mapper that keeps nothing from one record to the next.
#[derive(Debug)]
pub struct Stateless(pub fn(&Value<'_>, &mut At, &mut Ledger, &mut Builder) -> Result<()>);

impl JsonAdapter for Stateless {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        (self.0)(value, place, ledger, into)
    }

    fn keeps_nothing(&self) -> bool {
        true
    }
}

/// A mapper of records that are a post each.
#[derive(Debug)]
pub struct PostOf {
    /// What a record says; `None` where it is no post.
    pub map: for<'v> fn(&'v Value<'v>) -> Option<Found<'v>>,
    /// How sure the format is.
    pub confidence: Confidence,
}

impl PostOf {
    /// Such a mapper, sure of its format.
    pub fn certain(map: for<'v> fn(&'v Value<'v>) -> Option<Found<'v>>) -> Box<dyn JsonAdapter> {
        Box::new(PostOf { map, confidence: Confidence::Certain })
    }
}

impl JsonAdapter for PostOf {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        close((self.map)(value), value, place, ledger, into)
    }

    fn confidence(&self) -> Confidence {
        self.confidence
    }

    fn keeps_nothing(&self) -> bool {
        true
    }
}

/// Opens the record that a value is, and closes it: the post that was found in it is added, or the value is dropped.
pub fn close(
    found: Option<Found<'_>>,
    value: &Value<'_>,
    place: &mut At,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let row = place.open(ledger);
    match found {
        Some(found) => found.close(row, ledger, into, || excerpt(value))?,
        None => ledger.drop("json.not_a_post", || excerpt(value)),
    }
    Ok(())
}

/// A JSON file that is being imported.
#[derive(Debug)]
struct Json {
    /// Bytes before the first bracket.
    skip: usize,
    cutter: Cutter,
    mapper: Mapper,
}

#[derive(Debug)]
enum Cutter {
    Records(Framer),
    Paths(PathFramer),
}

#[derive(Debug)]
struct Mapper {
    adapter: Box<dyn JsonAdapter>,
    decoder: FieldDecoder,
    format: &'static str,
    /// Whether text that was encoded twice is mended.
    mend: bool,
}

/// Reads JSON that one of the adapters knows; refuses JSON that none does.
pub fn open(
    head: &Head<'_>,
    options: &ImportOptions,
    ledger: &mut Ledger,
) -> Result<Option<Box<dyn Reader>>> {
    let (skip, variable) = assignment(head.text);
    let text = &head.text[skip..];
    let page = |text: &[u8]| {
        memmem::find(text, b"\"includes\"").is_some() || memmem::find(text, b"\"data\"").is_some()
    };
    let Some(sniffed) = json::sniff(text, |text| !page(text)) else { return Ok(None) };
    let lossy = crate::ingest::encoding::lossy(text, head.encoding);
    // One object may be one record, or hold them.
    let instead = matches!(sniffed, Framing::Lines | Framing::Values).then_some(Framing::Members);
    for framing in std::iter::once(sniffed).chain(instead) {
        let records = first_records(framing, text, head, head.whole);
        let first: Vec<Value<'_>> = records.iter().filter_map(|record| parse_whole(record)).collect();
        let looked = JsonHead {
            text: &lossy,
            whole: head.whole,
            name: head.name,
            bundle: &options.bundle,
            variable: std::str::from_utf8(variable).unwrap_or_default(),
            first: &first,
            forced: options.format.is_some(),
        };
        let asked = |a: &&Adapter| options.format.as_deref().is_none_or(|given| given == a.code);
        let mut known = ADAPTERS.iter().filter(asked);
        let Some((chosen, adapter)) = known.find_map(|a| Some((a, (a.open)(&looked)?))) else { continue };
        let cutter = if chosen.paths.is_empty() {
            Cutter::Records(Framer::new(framing))
        } else {
            Cutter::Paths(PathFramer::new(chosen.paths))
        };
        let mapper = Mapper {
            adapter,
            decoder: FieldDecoder::new(head.encoding),
            format: chosen.code,
            mend: options.repair_text != Some(false),
        };
        return Ok(Some(Box::new(Json { skip, cutter, mapper })));
    }
    let records = first_records(sniffed, text, head, head.whole);
    let first: Vec<Value<'_>> = records.iter().filter_map(|record| parse_whole(record)).collect();
    generic_json::open(head, options, ledger, (sniffed, &lossy, skip), &first).map(Some)
}

/// The length and the name of an assignment before JSON: `window.YTD.tweets.part0 = [`.
fn assignment(text: &[u8]) -> (usize, &[u8]) {
    let mut rest = text.trim_ascii_start();
    if let Some(after) = rest.strip_prefix(b"var ") {
        rest = after.trim_ascii_start();
    }
    let name = rest
        .iter()
        .position(|&b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'$')))
        .unwrap_or(rest.len());
    let after = rest[name..].trim_ascii_start();
    let plain = name == 0 || !rest[0].is_ascii_alphabetic() || after.first() != Some(&b'=');
    let value = if plain { after } else { after[1..].trim_ascii_start() };
    if plain || !matches!(value.first(), Some(b'[' | b'{')) {
        return (0, &[]);
    }
    (text.len() - value.len(), &rest[..name])
}

/// The first whole records, as text.
fn first_records(framing: Framing, text: &[u8], head: &Head<'_>, whole: bool) -> Vec<String> {
    let mut records = Vec::new();
    let mut decoder = FieldDecoder::new(head.encoding);
    let mut look = |raw: RawValue<'_>| {
        if records.len() < FIRST_RECORDS && !raw.cut && !raw.too_long {
            let all = [Span::all(raw.bytes)];
            let text = decoder.decode(raw.bytes, &all).text;
            records.push(text.to_owned());
        }
        Ok(())
    };
    let mut framer = Framer::new(framing);
    // Looking cannot fail.
    let _ = framer.push(text, &mut look);
    if whole {
        let _ = framer.finish(&mut look);
    }
    if records.is_empty() && !whole {
        // The first record is longer than what was looked at: its beginning must do.
        let text = match framing {
            Framing::Elements => text.strip_prefix(b"[").unwrap_or(text),
            _ => text,
        };
        let text = crate::ingest::encoding::lossy(text, head.encoding);
        records.extend(json_head::closed(&text).filter(|_| framing != Framing::Members));
    }
    records
}

fn parse_whole(text: &str) -> Option<Value<'_>> {
    Value::parse(text).ok()
}

impl Reader for Json {
    fn push(&mut self, text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let skipped = self.skip.min(text.len());
        self.skip -= skipped;
        let mapper = &mut self.mapper;
        match &mut self.cutter {
            Cutter::Records(framer) => {
                framer.push(&text[skipped..], &mut |raw| mapper.record(0, raw, ledger, into))
            }
            Cutter::Paths(framer) => {
                framer.push(&text[skipped..], &mut |which, raw| mapper.record(which, raw, ledger, into))
            }
        }
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let mapper = &mut self.mapper;
        match &mut self.cutter {
            Cutter::Records(framer) => framer.finish(&mut |raw| mapper.record(0, raw, ledger, into))?,
            Cutter::Paths(framer) => {
                if !framer.finish(&mut |which, raw| mapper.record(which, raw, ledger, into))? {
                    ledger.note_file("file.truncated", None, String::new());
                }
            }
        }
        mapper.adapter.finish(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        Described {
            confidence: self.mapper.adapter.confidence(),
            ..Described::certain(self.mapper.format, self.mapper.decoder.encoding())
        }
    }

    fn in_parts(&mut self) -> Option<&mut dyn Parts> {
        let lines = matches!(&self.cutter, Cutter::Records(framer) if framer.reads_lines());
        (lines && self.skip == 0 && self.mapper.adapter.keeps_nothing()).then_some(self)
    }
}

impl Json {
    fn framer(&self) -> Option<&Framer> {
        match &self.cutter {
            Cutter::Records(framer) => Some(framer),
            Cutter::Paths(_) => None,
        }
    }

    fn framer_mut(&mut self) -> Option<&mut Framer> {
        match &mut self.cutter {
            Cutter::Records(framer) => Some(framer),
            Cutter::Paths(_) => None,
        }
    }
}

impl Parts for Json {
    fn first_record(&self, text: &[u8]) -> Option<usize> {
        memchr::memchr(b'\n', text).map(|at| at + 1)
    }

    fn begin_within(&mut self, byte: u64, _rows: u64) {
        if let Some(framer) = self.framer_mut() {
            *framer = Framer::new(Framing::Lines);
            framer.advance(byte, 0);
        }
    }

    fn stand(&self, pushed: u64) -> Option<Stand> {
        let (held, lines) = self.framer()?.held();
        // Rows are counted by the ledger.
        Some(Stand { bytes: pushed - held, rows: 0, lines, unclosed: 0 })
    }

    fn is_between(&self) -> bool {
        self.framer().is_some_and(|framer| framer.held().0 == 0)
    }

    fn encoding(&self) -> Option<Encoding> {
        self.mapper.decoder.decided()
    }

    fn advance(&mut self, by: Stand, encoding: Option<Encoding>) -> bool {
        let Some(encoding) = one_encoding(self.mapper.decoder.decided(), encoding) else { return false };
        let may = self.is_between();
        if may {
            self.mapper.decoder.decide(encoding);
            if let Some(framer) = self.framer_mut() {
                framer.advance(by.bytes, by.lines);
            }
        }
        may
    }
}

impl Mapper {
    fn record(
        &mut self,
        which: usize,
        raw: RawValue<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let row = ledger.next_row();
        if raw.too_long {
            ledger.open(row, raw.line);
            ledger.drop("row.too_long", String::new);
            return Ok(());
        }
        let all = [Span::all(raw.bytes)];
        let decoded = self.decoder.decode(raw.bytes, &all);
        let (mut value, repairs) = match Value::read(decoded.text) {
            Ok(read) => read,
            Err(error) => {
                ledger.open(row, raw.line);
                let code = match () {
                    () if raw.cut => "json.truncated",
                    () if error.too_deep => "json.too_deep",
                    () => "json.invalid",
                };
                let byte = raw.byte + error.byte as u64;
                ledger.drop(code, || format!("byte {byte}: {}", beginning(decoded.text)));
                return Ok(());
            }
        };
        let encoded_twice = self.mend && value.mend() > 0;
        let ids_disagree = ids_disagree(&value) || value.get("tweet").is_some_and(ids_disagree);
        let mended = Mended { repairs, damaged: decoded.damaged, encoded_twice, ids_disagree };
        let mut place = At { line: raw.line, mended };
        self.adapter.record(which, &value, &mut place, ledger, into)
    }
}

/// Whether a record writes its id as a number and as text, and a tool rounded the number: the text is right.
fn ids_disagree(value: &Value<'_>) -> bool {
    match (value.get("id_str"), value.get("id")) {
        (Some(Value::String(text)), Some(Value::Whole(number))) => text.parse() != Ok(*number),
        _ => false,
    }
}

/// What was mended in a record.
#[derive(Debug, Clone, Copy, Default)]
struct Mended {
    repairs: Repairs,
    damaged: bool,
    encoded_twice: bool,
    ids_disagree: bool,
}

/// Where a value stands in the file. Opening its first record also notes what was mended.
#[derive(Debug)]
pub struct At {
    line: u64,
    mended: Mended,
}

impl At {
    /// Opens the next record of the file, which is (a part of) this value. Returns its number.
    pub fn open(&mut self, ledger: &mut Ledger) -> u64 {
        let row = ledger.next_row();
        ledger.open(row, self.line);
        let mended = std::mem::take(&mut self.mended);
        if mended.repairs.numbers > 0 {
            ledger.repair("json.number", None, String::new);
        }
        if mended.repairs.surrogates > 0 {
            ledger.repair("json.surrogate", None, String::new);
        }
        if mended.damaged {
            ledger.repair("text.invalid_bytes", None, String::new);
        }
        if mended.encoded_twice {
            ledger.repair("text.double_encoded", None, String::new);
        }
        if mended.ids_disagree {
            ledger.repair("id.disagrees", None, String::new);
        }
        row
    }
}

/// The beginning of a value, for a receipt.
pub fn excerpt(value: &Value<'_>) -> String {
    beginning(&value.to_string())
}

fn beginning(text: &str) -> String {
    text.chars().take(limits::EXCERPT_CHARS).collect()
}
