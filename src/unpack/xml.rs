//! The XML of workbooks, pushed in pieces: tags, attributes and text. No entity but the five of the language is known,
//! nothing is fetched, and nothing recurses.

use super::fault::Fault;

/// Bytes of one tag, or of one run of text.
const TOKEN_BYTES: usize = 16 << 20;

/// What is told of a document. Names come without their prefix.
pub(super) trait Sink {
    fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault>;
    fn close(&mut self, name: &[u8]) -> Result<(), Fault>;
    fn text(&mut self, text: &str) -> Result<(), Fault>;
}

/// The attributes of a tag.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attributes<'a>(&'a [u8]);

impl<'a> Attributes<'a> {
    /// The value of an attribute, by its name without prefix.
    pub fn get(self, name: &str) -> Option<String> {
        self.raw(name).map(|value| unescape(&String::from_utf8_lossy(value)))
    }

    /// The bytes between the quotes.
    pub fn raw(self, name: &str) -> Option<&'a [u8]> {
        let mut rest = self.0;
        loop {
            rest = rest.trim_ascii_start();
            let equals = memchr::memchr(b'=', rest)?;
            let key = rest[..equals].trim_ascii();
            let after = rest[equals + 1..].trim_ascii_start();
            let quote = *after.first().filter(|q| matches!(q, b'"' | b'\''))?;
            let value = &after[1..];
            let end = memchr::memchr(quote, value)?;
            if local(key) == name.as_bytes() {
                return Some(&value[..end]);
            }
            rest = &value[end + 1..];
        }
    }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    memchr::memrchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// Cuts a document into what a [`Sink`] is told.
#[derive(Debug, Default)]
pub(super) struct Xml {
    kept: Vec<u8>,
    begun: bool,
}

impl Xml {
    pub fn push(&mut self, bytes: &[u8], sink: &mut impl Sink) -> Result<(), Fault> {
        if !self.begun && !bytes.is_empty() {
            self.begun = true;
            if matches!(bytes.first_chunk(), Some([0xff, 0xfe] | [0xfe, 0xff])) {
                return Err(Fault::new("workbook.damaged"));
            }
        }
        if self.kept.is_empty() {
            let used = cut(bytes, sink)?;
            self.kept.extend_from_slice(&bytes[used..]);
        } else {
            self.kept.extend_from_slice(bytes);
            let kept = std::mem::take(&mut self.kept);
            let used = cut(&kept, sink)?;
            self.kept = kept;
            self.kept.drain(..used);
        }
        if self.kept.len() > TOKEN_BYTES { Err(Fault::new("workbook.damaged")) } else { Ok(()) }
    }
}

/// Tells the sink of whatever is complete; returns the bytes used.
fn cut(bytes: &[u8], sink: &mut impl Sink) -> Result<usize, Fault> {
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        let Some(open) = memchr::memchr(b'<', rest) else { return Ok(at) };
        let Some((length, kind)) = markup(&rest[open..]) else { return Ok(at) };
        if open > 0 {
            sink.text(&unescape(&String::from_utf8_lossy(&rest[..open])))?;
        }
        let inside = &rest[open..open + length];
        match kind {
            Markup::Tag => tag(inside, sink)?,
            Markup::Characters => {
                let text = inside.get(9..inside.len() - 3).unwrap_or_default();
                sink.text(&String::from_utf8_lossy(text))?;
            }
            Markup::Other => {}
        }
        at += open + length;
    }
}

enum Markup {
    Tag,
    Characters,
    Other,
}

/// Length and kind of the markup that bytes begin with; `None` while its end is not there.
fn markup(bytes: &[u8]) -> Option<(usize, Markup)> {
    let upto = |end: &[u8], kind| memchr::memmem::find(bytes, end).map(|at| (at + end.len(), kind));
    match bytes.get(1)? {
        b'?' => upto(b"?>", Markup::Other),
        b'!' if bytes.len() < 9 => None,
        b'!' if bytes.starts_with(b"<!--") => upto(b"-->", Markup::Other),
        b'!' if bytes.starts_with(b"<![CDATA[") => upto(b"]]>", Markup::Characters),
        b'!' => {
            // A document type: its entities are never used.
            let end = memchr::memchr(b'>', bytes)?;
            if memchr::memchr(b'[', &bytes[..end]).is_some() {
                return memchr::memmem::find(bytes, b"]>").map(|at| (at + 2, Markup::Other));
            }
            Some((end + 1, Markup::Other))
        }
        _ => {
            let mut at = 0;
            loop {
                let next = at + memchr::memchr3(b'>', b'"', b'\'', &bytes[at..])?;
                if bytes[next] == b'>' {
                    return Some((next + 1, Markup::Tag));
                }
                at = next + 2 + memchr::memchr(bytes[next], &bytes[next + 1..])?;
            }
        }
    }
}

fn tag(bytes: &[u8], sink: &mut impl Sink) -> Result<(), Fault> {
    let inside = &bytes[1..bytes.len() - 1];
    if let Some(name) = inside.strip_prefix(b"/") {
        return sink.close(local(name.trim_ascii()));
    }
    let (inside, empty) = inside.strip_suffix(b"/").map_or((inside, false), |inside| (inside, true));
    let end = inside.iter().position(u8::is_ascii_whitespace).unwrap_or(inside.len());
    let name = local(&inside[..end]);
    sink.open(name, Attributes(&inside[end..]))?;
    if empty { sink.close(name) } else { Ok(()) }
}

/// Text with the five entities of the language and numbered characters resolved; others stay as they are.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.as_bytes().iter().take(12).position(|&b| b == b';');
        match end.and_then(|end| entity(&rest[1..end]).map(|c| (c, end))) {
            Some((character, end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(String);

    impl Sink for Log {
        fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault> {
            self.0 += &format!("<{} {:?}>", String::from_utf8_lossy(name), attributes.get("r"));
            Ok(())
        }
        fn close(&mut self, name: &[u8]) -> Result<(), Fault> {
            self.0 += &format!("</{}>", String::from_utf8_lossy(name));
            Ok(())
        }
        fn text(&mut self, text: &str) -> Result<(), Fault> {
            self.0 += text;
            Ok(())
        }
    }

    #[test]
    fn any_slicing_tells_the_same() {
        let xml = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;">]><x:a r="1>2" q='r="no"'>é &amp;&b;&#233;<!-- <z> --><b x:r='&lt;'/><![CDATA[<&]]></x:a>"#;
        let mut whole = Log::default();
        Xml::default().push(xml.as_bytes(), &mut whole).unwrap();
        assert_eq!(whole.0, r#"<a Some("1>2")>é &&b;é<b Some("<")></b><&</a>"#);
        for size in 1..20 {
            let (mut cut, mut reader) = (Log::default(), Xml::default());
            for piece in xml.as_bytes().chunks(size) {
                reader.push(piece, &mut cut).unwrap();
            }
            assert_eq!(cut.0, whole.0, "slices of {size}");
        }
    }
}
