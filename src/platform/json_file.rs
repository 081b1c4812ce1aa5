//! JSON: records read one by one, mended where their meaning is plain, handed to the adapter that knows them.

use super::json::{Adapter, At, JsonAdapter, JsonHead, Mended, Value, beginning};
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
use crate::model::Builder;
use memchr::memmem;

/// Records looked at before an adapter is chosen.
const FIRST_RECORDS: usize = 20;

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
        let mut place = At::new(raw.line, mended);
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
