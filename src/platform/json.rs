//! JSON: records read one by one, mended where their meaning is plain, handed to the adapter that knows them.

use super::ledger::Ledger;
use super::{ImportOptions, twarc_v1, twarc_v2};
use crate::error::{ErrorKind, Result};
use crate::ingest::decode::FieldDecoder;
use crate::ingest::json::{self, Framer, Framing, RawValue};
use crate::ingest::json_repair;
use crate::ingest::sniff::Encoding;
use crate::limits;
use crate::model::Builder;
use memchr::memmem;
use serde_json::Value;

/// Codes of the adapters of JSON.
pub const FORMATS: [&str; 2] = ["twarc_v1", "twarc_v2"];

/// A JSON file that is being imported.
#[derive(Debug)]
pub struct Json {
    framer: Framer,
    decoder: FieldDecoder,
    /// Code of the adapter.
    pub format: &'static str,
}

impl Json {
    /// Looks at the first bytes (`whole` when they are all). `None` when they are no JSON.
    pub fn new(
        options: &ImportOptions,
        head: &[u8],
        whole: bool,
        encoding: Option<Encoding>,
    ) -> Result<Option<Self>> {
        let page = |text: &[u8]| {
            memmem::find(text, b"\"includes\"").is_some() || memmem::find(text, b"\"data\"").is_some()
        };
        let Some(framing) = json::sniff(head, |text| !page(text)) else { return Ok(None) };
        let format = match options.format.as_deref() {
            Some(given) => FORMATS.into_iter().find(|f| *f == given),
            None => detect(framing, head, whole, encoding),
        };
        let Some(format) = format else {
            let mut seen = String::from_utf8_lossy(&head[..head.len().min(1024)]).into_owned();
            crate::issue::clip(&mut seen, limits::EXCERPT_CHARS * 2);
            return Err(ErrorKind::FormatUnknown { seen }.into());
        };
        Ok(Some(Json { framer: Framer::new(framing), decoder: FieldDecoder::new(encoding), format }))
    }

    /// Reads a slice.
    pub fn push(&mut self, bytes: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let (decoder, format) = (&mut self.decoder, self.format);
        self.framer.push(bytes, &mut |raw| record(raw, format, decoder, ledger, into))
    }

    /// Reads what is left once the file has ended.
    pub fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let (decoder, format) = (&mut self.decoder, self.format);
        self.framer.finish(&mut |raw| record(raw, format, decoder, ledger, into))
    }

    /// The encoding that was found.
    pub fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }
}

/// The adapter that knows one of the first records.
fn detect(framing: Framing, head: &[u8], whole: bool, encoding: Option<Encoding>) -> Option<&'static str> {
    let mut found = None;
    let mut decoder = FieldDecoder::new(encoding);
    let mut look = |raw: RawValue<'_>| {
        if found.is_none()
            && let Ok(value) = parse(decoder.decode(raw.bytes, &[raw.bytes.len()]).text).0
        {
            found = if twarc_v2::knows(&value) {
                Some("twarc_v2")
            } else if twarc_v1::knows(&value) {
                Some("twarc_v1")
            } else {
                None
            };
        }
        Ok(())
    };
    let mut framer = Framer::new(framing);
    // Looking cannot fail.
    let _ = framer.push(head, &mut look);
    if whole {
        let _ = framer.finish(&mut look);
    }
    if found.is_none() && !whole {
        // One record longer than what was looked at: its keys must do.
        let has = |key: &[u8]| memmem::find(head, key).is_some();
        found = if has(b"\"author_id\"") && has(b"\"public_metrics\"") {
            Some("twarc_v2")
        } else if has(b"\"screen_name\"") && has(b"\"created_at\"") {
            Some("twarc_v1")
        } else {
            None
        };
    }
    found
}

/// Reads one record, mended if need be. The second value tells what was mended.
fn parse(text: &str) -> (serde_json::Result<Value>, Option<json_repair::Repairs>) {
    match serde_json::from_str(text) {
        Ok(value) => (Ok(value), None),
        Err(error) => match json_repair::repair(text) {
            Some((mended, repairs)) => match serde_json::from_str(&mended) {
                Ok(value) => (Ok(value), Some(repairs)),
                Err(error) => (Err(error), None),
            },
            None => (Err(error), None),
        },
    }
}

fn record(
    raw: RawValue<'_>,
    format: &'static str,
    decoder: &mut FieldDecoder,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let row = ledger.next_row();
    if raw.too_long {
        ledger.open(row, raw.line);
        ledger.drop("row.too_long", String::new);
        return Ok(());
    }
    let ends = [raw.bytes.len()];
    let decoded = decoder.decode(raw.bytes, &ends);
    let (value, repairs) = parse(decoded.text);
    let value = match value {
        Ok(value) => value,
        Err(error) => {
            ledger.open(row, raw.line);
            let code = if raw.cut { "json.truncated" } else { "json.invalid" };
            let byte = raw.byte + error.column().saturating_sub(1) as u64;
            ledger.drop(code, || format!("byte {byte}: {}", beginning(decoded.text)));
            return Ok(());
        }
    };
    let mended = Mended { repairs: repairs.unwrap_or_default(), damaged: decoded.damaged };
    let mut place = At { line: raw.line, mended };
    match format {
        "twarc_v2" => twarc_v2::record(&value, &mut place, ledger, into),
        _ => twarc_v1::record(&value, &mut place, ledger, into),
    }
}

/// What was mended in a record.
#[derive(Debug, Clone, Copy, Default)]
struct Mended {
    repairs: json_repair::Repairs,
    damaged: bool,
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
        row
    }
}

/// The beginning of a value, for a receipt.
pub fn excerpt(value: &Value) -> String {
    beginning(&value.to_string())
}

fn beginning(text: &str) -> String {
    text.chars().take(limits::EXCERPT_CHARS).collect()
}

/// A string field that says something.
pub fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str().filter(|s| !s.trim().is_empty())
}

/// An id: the text of `<key>_str` or of `key`, or the exact digits of a whole number.
pub fn id(value: &Value, key: &str) -> Option<String> {
    let whole = |v: &Value| match v {
        Value::String(text) => crate::ingest::id::read(text).known().map(str::to_string),
        Value::Number(number) if number.is_u64() => Some(number.to_string()),
        _ => None,
    };
    value.get(format!("{key}_str")).and_then(whole).or_else(|| value.get(key).and_then(whole))
}

/// A count: a number, or a number written as text, never negative.
pub fn count(value: &Value, key: &str) -> Option<f64> {
    let number = match value.get(key)? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => {
            crate::ingest::number::read(text, crate::ingest::number::NumberStyle::default())?
        }
        _ => return None,
    };
    (number >= 0.0).then_some(number)
}

/// A moment.
pub fn time(value: &Value, key: &str) -> Option<i64> {
    use crate::ingest::date::{DateStyle, read};
    let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
    match value.get(key)? {
        Value::String(text) => read(text, style),
        Value::Number(number) => read(&number.to_string(), style),
        _ => None,
    }
}
