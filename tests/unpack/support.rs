//! Makes archives and workbooks, honest and hostile ones, byte by byte.

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};
use sillage::unpack::{Content, Fault, Limits, Unpacked, unpack};
use std::io::Write;

/// A file for an archive, and what to lie about.
#[derive(Clone)]
pub struct File {
    pub name: Vec<u8>,
    pub packed: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    pub sum: u32,
    pub bytes: u32,
    /// Place of the local header in the directory, where it is not the true one.
    pub place: Option<u32>,
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn file(name: &str, bytes: &[u8]) -> File {
    let mut crc = Crc::new();
    crc.update(bytes);
    File {
        name: name.as_bytes().to_vec(),
        packed: deflate(bytes),
        method: 8,
        flags: 0,
        sum: crc.sum(),
        bytes: bytes.len() as u32,
        place: None,
    }
}

pub fn stored(name: &str, bytes: &[u8]) -> File {
    File { packed: bytes.to_vec(), method: 0, ..file(name, bytes) }
}

fn u16s(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|v| out.extend_from_slice(&v.to_le_bytes()));
}

fn u32s(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|v| out.extend_from_slice(&v.to_le_bytes()));
}

/// A zip archive of these files, in order.
pub fn zip(files: &[File]) -> Vec<u8> {
    zip_with(files, b"", 0)
}

pub fn zip_with(files: &[File], comment: &[u8], disk: u16) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for f in files {
        let place = f.place.unwrap_or(out.len() as u32);
        out.extend_from_slice(b"PK\x03\x04");
        u16s(&mut out, &[20, f.flags, f.method, 0, 0]);
        u32s(&mut out, &[f.sum, f.packed.len() as u32, f.bytes]);
        u16s(&mut out, &[f.name.len() as u16, 0]);
        out.extend_from_slice(&f.name);
        out.extend_from_slice(&f.packed);
        directory.extend_from_slice(b"PK\x01\x02");
        u16s(&mut directory, &[20, 20, f.flags, f.method, 0, 0]);
        u32s(&mut directory, &[f.sum, f.packed.len() as u32, f.bytes]);
        u16s(&mut directory, &[f.name.len() as u16, 0, 0, 0, 0]);
        u32s(&mut directory, &[0, place]);
        directory.extend_from_slice(&f.name);
    }
    let (at, count) = (out.len() as u32, files.len() as u16);
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06");
    u16s(&mut out, &[disk, disk, count, count]);
    u32s(&mut out, &[directory.len() as u32, at]);
    u16s(&mut out, &[comment.len() as u16]);
    out.extend_from_slice(comment);
    out
}

/// A tar archive in ustar form.
pub fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, bytes) in files {
        out.extend(tar_header(name, bytes.len(), b'0'));
        out.extend_from_slice(bytes);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

pub fn tar_header(name: &str, size: usize, kind: u8) -> Vec<u8> {
    let mut block = vec![0; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[100..107].copy_from_slice(b"0000644");
    block[124..135].copy_from_slice(format!("{size:011o}").as_bytes());
    block[156] = kind;
    block[257..265].copy_from_slice(b"ustar\x0000");
    block[148..156].fill(b' ');
    let sum: u32 = block.iter().map(|b| u32::from(*b)).sum();
    block[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    block
}

/// A workbook with these sheets: name, and what stands between `<sheetData>` and its end.
pub struct Book {
    pub sheets: Vec<(String, String)>,
    pub strings: Vec<String>,
    pub styles: String,
    pub properties: String,
}

impl Book {
    pub fn new(rows: &str) -> Book {
        Book {
            sheets: vec![("Sheet1".into(), rows.into())],
            strings: Vec::new(),
            styles: String::new(),
            properties: String::new(),
        }
    }

    pub fn files(&self) -> Vec<File> {
        let mut sheets = String::new();
        let mut relations = String::new();
        let mut files = vec![file("[Content_Types].xml", b"<Types/>")];
        for (i, (name, rows)) in self.sheets.iter().enumerate() {
            let n = i + 1;
            let (name, state) =
                name.split_once('|').map_or((name.as_str(), ""), |(name, state)| (name, state));
            sheets += &format!(r#"<sheet name="{name}" sheetId="{n}" r:id="rId{n}" {state}/>"#);
            relations += &format!(
                r#"<Relationship Id="rId{n}" Type="http://x/worksheet" Target="worksheets/sheet{n}.xml"/>"#
            );
            let sheet = format!(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
            );
            files.push(file(&format!("xl/worksheets/sheet{n}.xml"), sheet.as_bytes()));
        }
        let workbook = format!("<workbook>{}<sheets>{sheets}</sheets></workbook>", self.properties);
        files.push(file("xl/workbook.xml", workbook.as_bytes()));
        let relations = format!("<Relationships>{relations}</Relationships>");
        files.push(file("xl/_rels/workbook.xml.rels", relations.as_bytes()));
        let strings: String = self.strings.iter().map(|s| format!("<si><t>{s}</t></si>")).collect();
        files.push(file("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()));
        files.push(file("xl/styles.xml", format!("<styleSheet>{}</styleSheet>", self.styles).as_bytes()));
        files
    }

    pub fn zip(&self) -> Vec<u8> {
        zip(&self.files())
    }
}

/// Everything in a container.
pub fn all(bytes: &[u8]) -> Result<Vec<Unpacked>, Fault> {
    unpack("test.zip", bytes, Limits::default(), |_, _| true)
}

/// What became of each entry, in a line: `path: text`, `path: -skip.code`, `path: !fault.code detail`.
pub fn told(bytes: &[u8]) -> Vec<String> {
    match all(bytes) {
        Ok(found) => found.iter().map(line).collect(),
        Err(fault) => vec![format!("! {fault}").trim().to_owned()],
    }
}

pub fn line(entry: &Unpacked) -> String {
    let what = match &entry.content {
        Content::Read { bytes, notes } => {
            let notes: String = notes.iter().map(|(code, count)| format!(" [{code} {count}]")).collect();
            format!("{}{notes}", String::from_utf8_lossy(bytes))
        }
        Content::Skipped(code) => format!("-{code}"),
        Content::Failed(fault) => format!("!{fault}").trim().to_owned(),
    };
    format!("{}: {what}", entry.path)
}
