//! Tells what a container is by its first bytes and its directory, and opens it.

use super::Container;
use super::budget::Budget;
use super::cfb;
use super::directory::Directory;
use super::fault::{Fault, Stop};
use super::flow::{Flow, Gunzip, Plain};
use super::old_workbook::OldWorkbook;
use super::path;
use super::single::Single;
use super::source::Source;
use super::tar::{Tar, is_tar};
use super::workbook::Workbook;
use super::zip::ZipFiles;

/// First bytes of a file that tell what it is.
pub(super) const HEAD: usize = 512;

/// Kinds of containers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Gzip,
    Tar,
    Compound,
    /// One that is named and not read.
    Other(&'static str),
}

/// What a container is, by its first bytes; `None` for whatever else.
pub(super) fn sniff(head: &[u8]) -> Option<Kind> {
    const OTHERS: [(&[u8], &str); 8] = [
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"BZh", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"\x04\x22\x4d\x18", "lz4"),
        (b"\x1f\x9d", "compress"),
        (b"MSCF", "cab"),
    ];
    Some(match head {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => Kind::Zip,
        [0x1f, 0x8b, ..] => Kind::Gzip,
        _ if head.starts_with(&cfb::MAGIC) => Kind::Compound,
        _ if is_tar(head) => Kind::Tar,
        _ => Kind::Other(OTHERS.iter().find(|(magic, _)| head.starts_with(magic))?.1),
    })
}

/// Opens a container, as its bytes come.
#[derive(Debug)]
pub(super) struct Opener {
    name: String,
    directory: Directory,
    gunzip: Option<Gunzip>,
    peeked: Vec<u8>,
}

impl Opener {
    /// Of a file of that name.
    pub fn new(name: &str) -> Opener {
        Opener { name: name.to_owned(), directory: Directory::default(), gunzip: None, peeked: Vec::new() }
    }

    /// The container, once enough is known of it.
    pub fn open(&mut self, source: &Source, budget: &mut Budget) -> Result<Box<dyn Container>, Stop> {
        let head = source.exactly(0, HEAD)?;
        let kind = sniff(&head[..head.len().min(HEAD)]);
        match kind {
            Some(Kind::Zip) => self.zip(source),
            Some(Kind::Gzip) => self.gzip(source, budget),
            Some(Kind::Tar) => {
                Ok(Box::new(Tar::new(Flow::Plain(Plain::new(0, source.size(), None)), Vec::new())))
            }
            Some(Kind::Compound) => Ok(Box::new(OldWorkbook::default())),
            Some(Kind::Other(detected)) => Err(Fault::with("archive.unsupported", detected).into()),
            // An archive may have other bytes before it: a program that unpacks itself.
            None => match self.zip(source) {
                Err(Stop::Fault(fault)) if fault.code == "archive.truncated" => {
                    Err(Fault::with("archive.unsupported", "binary").into())
                }
                other => other,
            },
        }
    }

    fn zip(&mut self, source: &Source) -> Result<Box<dyn Container>, Stop> {
        self.directory.load(source)?;
        let directory = std::mem::take(&mut self.directory);
        let has = |path: &str| directory.find(path).is_some();
        let office = has("[Content_Types].xml");
        let workbook = directory.entries.iter().find(|e| office && e.name.ends_with("workbook.xml"));
        if let Some(main) = workbook.map(|entry| entry.name.clone()) {
            return Ok(Box::new(Workbook::new(directory, &main)));
        }
        let other = match () {
            () if has("xl/workbook.bin") => "xlsb",
            () if has("word/document.xml") => "docx",
            () if has("ppt/presentation.xml") => "pptx",
            () if has("mimetype") && has("content.xml") => "ods",
            () if has("Index/Document.iwa") || has("Index.zip") => "numbers",
            () => return Ok(Box::new(ZipFiles::new(directory)?)),
        };
        Err(Fault::with("workbook.unsupported", other).into())
    }

    fn gzip(&mut self, source: &Source, budget: &mut Budget) -> Result<Box<dyn Container>, Stop> {
        let mut gunzip = self.gunzip.take().unwrap_or_else(|| Gunzip::new(0));
        while self.peeked.len() < HEAD {
            match gunzip.pull(source, budget) {
                Ok(Some(piece)) => self.peeked.extend_from_slice(&piece),
                Ok(None) => break,
                Err(stop) => {
                    self.gunzip = Some(gunzip);
                    return Err(stop);
                }
            }
        }
        let peeked = std::mem::take(&mut self.peeked);
        let own = gunzip.name.as_deref().and_then(path::enclosed);
        let flow = Flow::Gzip(Box::new(gunzip));
        if is_tar(&peeked) {
            return Ok(Box::new(Tar::new(flow, peeked)));
        }
        let outer = self.name.rsplit('/').next().unwrap_or_default();
        let stem =
            outer.len().checked_sub(3).filter(|&at| outer.is_char_boundary(at)).map(|at| outer.split_at(at));
        let name = match stem {
            Some((stem, end)) if end.eq_ignore_ascii_case(".gz") && !stem.is_empty() => stem.to_owned(),
            _ => own.unwrap_or_else(|| outer.to_owned()),
        };
        Ok(Box::new(Single::new(name, flow, peeked)))
    }
}
