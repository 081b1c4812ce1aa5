//! XML by slices, for networks: elements and their text, one construct at a time.
//!
//! Only the construct that is not whole yet is kept. Names are compared without their prefix, since exporters bind
//! prefixes to whatever they like. Nothing is expanded but the five entities of XML and numeric ones. What the file
//! declares of its encoding is passed over: the bytes were looked at instead.

use super::decode::FieldDecoder;
use super::delimited::Span;
use super::graph_items::Sink;
use super::sniff::Encoding;
use crate::error::Result;
use crate::limits;
use memchr::{memchr, memchr3};
use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;

/// What makes sense of the elements.
pub trait Elements {
    /// An element begins. Names and values are freed of entities.
    fn open(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        line: u64,
        sink: &mut dyn Sink,
    ) -> Result<()>;

    /// Text inside the innermost element.
    fn text(&mut self, text: &str);

    /// An element ends.
    fn close(&mut self, name: &str, sink: &mut dyn Sink) -> Result<()>;
}

/// Where the scan stands inside a construct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scan {
    Text,
    /// After `<`.
    Opened,
    /// Inside a tag; the quote that is open.
    Tag(Option<u8>),
    /// After `<!`.
    Bang,
    /// Until `-->`.
    Comment,
    /// Until `]]>`.
    CData,
    /// Until `?>`.
    Instruction,
    /// A declaration, such as `<!DOCTYPE`: depth of brackets, open quote.
    Declaration(usize, Option<u8>),
}

/// Cuts XML into constructs and follows how elements nest.
#[derive(Debug)]
pub struct Xml {
    scan: Scan,
    /// The construct that is not whole yet, with the text before it.
    construct: Vec<u8>,
    /// Where `<` of the construct stands in it.
    start: usize,
    /// Line of that `<`.
    start_line: u64,
    line: u64,
    too_long: bool,
    /// The last three bytes, to see the ends of comments that slices cut.
    last: [u8; 3],
    decoder: FieldDecoder,
    /// Names of the open elements.
    open: Vec<String>,
    /// Elements open beyond the limit.
    deeper: usize,
    attributes: Vec<(String, String)>,
    warned: [bool; 2],
}

impl Xml {
    /// A reader at the beginning of a document.
    pub fn new(encoding: Option<Encoding>) -> Self {
        Xml {
            scan: Scan::Text,
            construct: Vec::new(),
            start: 0,
            start_line: 1,
            line: 1,
            too_long: false,
            last: [0; 3],
            decoder: FieldDecoder::new(encoding),
            open: Vec::new(),
            deeper: 0,
            attributes: Vec::new(),
            warned: [false; 2],
        }
    }

    /// Reads a slice.
    pub fn push(&mut self, bytes: &[u8], into: &mut dyn Elements, sink: &mut dyn Sink) -> Result<()> {
        let mut from = 0;
        let mut at = 0;
        while at < bytes.len() {
            let skip = match self.scan {
                Scan::Text => memchr(b'<', &bytes[at..]),
                Scan::Tag(None) => memchr3(b'>', b'"', b'\'', &bytes[at..]),
                Scan::Tag(Some(quote)) => memchr(quote, &bytes[at..]),
                _ => Some(0),
            };
            let skipped = &bytes[at..at + skip.unwrap_or(bytes.len() - at)];
            self.line += memchr::memchr_iter(b'\n', skipped).count() as u64;
            at += skipped.len();
            let Some(&byte) = bytes.get(at) else { break };
            if self.scan == Scan::Text {
                self.start = self.construct.len() + (at - from);
                self.start_line = self.line;
            }
            self.line += u64::from(byte == b'\n');
            at += 1;
            if self.step(byte) {
                self.keep(&bytes[from..at]);
                from = at;
                self.construct(into, sink)?;
            }
        }
        self.keep(&bytes[from..]);
        Ok(())
    }

    /// Ends the document. Says whether it was whole.
    pub fn finish(&mut self) -> bool {
        self.open.is_empty() && self.deeper == 0 && self.construct.trim_ascii().is_empty()
    }

    /// What makes text of the bytes.
    pub fn decoder(&self) -> &FieldDecoder {
        &self.decoder
    }

    /// Takes one byte of a construct; true when it is the last.
    fn step(&mut self, byte: u8) -> bool {
        let before = self.last;
        self.last = [before[1], before[2], byte];
        let mut done = false;
        self.scan = match self.scan {
            Scan::Text => Scan::Opened,
            Scan::Opened => match byte {
                b'!' => {
                    self.last = [0; 3];
                    Scan::Bang
                }
                b'?' => {
                    self.last = [0; 3];
                    Scan::Instruction
                }
                b'>' => {
                    done = true;
                    Scan::Text
                }
                _ => Scan::Tag(None),
            },
            Scan::Tag(None) => match byte {
                b'"' | b'\'' => Scan::Tag(Some(byte)),
                b'>' => {
                    done = true;
                    Scan::Text
                }
                _ => Scan::Tag(None),
            },
            Scan::Tag(Some(quote)) => Scan::Tag((byte != quote).then_some(quote)),
            Scan::Bang => match byte {
                // `<!-`: the second dash is not waited for, nothing else begins so.
                b'-' if self.last == [0, 0, b'-'] => Scan::Bang,
                b'-' => {
                    self.last = [0; 3];
                    Scan::Comment
                }
                b'[' => Scan::CData,
                b'>' => {
                    done = true;
                    Scan::Text
                }
                _ => Scan::Declaration(0, None),
            },
            Scan::Comment if self.last == *b"-->" => {
                done = true;
                Scan::Text
            }
            Scan::CData if self.last == *b"]]>" => {
                done = true;
                Scan::Text
            }
            Scan::Instruction if self.last[1..] == *b"?>" => {
                done = true;
                Scan::Text
            }
            Scan::Declaration(depth, None) => match byte {
                b'"' | b'\'' => Scan::Declaration(depth, Some(byte)),
                b'[' => Scan::Declaration(depth + 1, None),
                b']' => Scan::Declaration(depth.saturating_sub(1), None),
                b'>' if depth == 0 => {
                    done = true;
                    Scan::Text
                }
                _ => Scan::Declaration(depth, None),
            },
            Scan::Declaration(depth, Some(quote)) => {
                Scan::Declaration(depth, (byte != quote).then_some(quote))
            }
            same => same,
        };
        done
    }

    fn keep(&mut self, part: &[u8]) {
        if self.too_long || self.construct.len() + part.len() > limits::RECORD_BYTES {
            self.too_long = true;
            self.construct = Vec::new();
        } else {
            self.construct.extend_from_slice(part);
        }
    }

    /// Reads a construct that is whole, and the text before it.
    fn construct(&mut self, into: &mut dyn Elements, sink: &mut dyn Sink) -> Result<()> {
        if std::mem::take(&mut self.too_long) {
            sink.note("graph.element_too_long", "");
            return Ok(());
        }
        if self.deeper > 0 {
            // Nothing there is looked at: only how deep it still is.
            match self.construct.get(self.start..).unwrap_or_default() {
                [b'<', b'/', ..] => self.deeper -= 1,
                [b'<', b'!' | b'?', ..] | [.., b'/', b'>'] => {}
                _ => self.deeper += 1,
            }
            self.construct.clear();
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.construct);
        let start = self.start.min(bytes.len());
        let before = Span { start: 0, end: start as u32 };
        let parts = [before, Span { start: before.end, end: bytes.len() as u32 }];
        let mut decoder = std::mem::take(&mut self.decoder);
        let decoded = decoder.decode(&bytes, &parts);
        if decoded.damaged {
            sink.damaged();
        }
        let (text, markup) =
            decoded.text.split_at(decoded.fields.first().map_or(0, |before| before.end as usize));
        let done = self.events(text, markup, into, sink);
        self.decoder = decoder;
        self.construct = bytes;
        self.construct.clear();
        done
    }

    fn events(
        &mut self,
        text: &str,
        markup: &str,
        into: &mut dyn Elements,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        if !text.trim().is_empty() {
            into.text(&self.unescape(text, sink));
        }
        let mut reader = Reader::from_str(markup);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        match reader.read_event() {
            Ok(Event::Start(tag)) => self.start(&tag, tag.local_name().as_ref(), false, into, sink),
            Ok(Event::Empty(tag)) => self.start(&tag, tag.local_name().as_ref(), true, into, sink),
            Ok(Event::End(tag)) => self.end(tag.local_name().as_ref(), into, sink),
            Ok(Event::CData(data)) => {
                into.text(&data);
                Ok(())
            }
            Ok(Event::DocType(declaration)) => {
                if declaration.contains("<!ENTITY") {
                    sink.note("graph.entity", &declaration);
                }
                Ok(())
            }
            Ok(_) => Ok(()),
            Err(_) => {
                sink.note("graph.markup", markup);
                Ok(())
            }
        }
    }

    fn start(
        &mut self,
        tag: &str,
        name: &str,
        empty: bool,
        into: &mut dyn Elements,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        if self.open.len() >= limits::GRAPH_DEPTH {
            self.deeper = usize::from(!empty);
            if !std::mem::replace(&mut self.warned[0], true) {
                sink.note("graph.too_deep", name);
            }
            return Ok(());
        }
        let mut attributes = std::mem::take(&mut self.attributes);
        attributes.clear();
        let name_length = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
        let mut found = Attributes::html(tag, name_length);
        found.with_checks(false);
        for attribute in found.flatten() {
            if attributes.len() == limits::GRAPH_ATTRIBUTES {
                if !std::mem::replace(&mut self.warned[1], true) {
                    sink.note("graph.too_many_attributes", name);
                }
                break;
            }
            let key = attribute.key.local_name();
            let value = self.unescape(&attribute.value, sink);
            attributes.push((key.as_ref().to_string(), value.into_owned()));
        }
        let line = self.start_line;
        into.open(name, &attributes, line, sink)?;
        self.attributes = attributes;
        if empty {
            return into.close(name, sink);
        }
        self.open.push(name.to_string());
        Ok(())
    }

    /// Ends an element and those inside it that were never closed; an end without a beginning is passed over.
    fn end(&mut self, name: &str, into: &mut dyn Elements, sink: &mut dyn Sink) -> Result<()> {
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return Ok(()) };
        for unclosed in self.open.drain(at..).rev() {
            into.close(&unclosed, sink)?;
        }
        Ok(())
    }

    fn unescape<'t>(&self, text: &'t str, sink: &mut dyn Sink) -> Cow<'t, str> {
        super::graph_entities::unescape(text, false, |entity| sink.note("graph.entity", entity))
    }
}
