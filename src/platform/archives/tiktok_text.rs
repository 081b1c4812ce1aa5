//! The download of an account of TikTok as plain text: a file a list, a block of `Name: value` lines a record.
//!
//! Followers and followed accounts look alike; only the name of the file tells them apart.

use super::tiktok::{Download, LINKS, NAMES, Video, likes, moment};
use crate::error::Result;
use crate::ingest::encoding;
use crate::ingest::sniff::Encoding;
use crate::limits;
use crate::model::{Builder, Layer};
use crate::platform::ImportOptions;
use crate::platform::ledger::Ledger;
use crate::platform::reader::{Described, Head, Reader};

/// Names of lines that begin a value. Whatever else a line says continues the one before.
const KEYS: [&str; 30] = [
    "Date",
    "Username",
    "User Name",
    "UserName",
    "Link",
    "Video Link",
    "Comment",
    "Photo",
    "Url",
    "Like(s)",
    "Likes",
    "Title",
    "Sound",
    "Music",
    "Location",
    "AddYoursText",
    "Who can view",
    "Who can view this video",
    "Allow comments",
    "Allow stitches",
    "Allow duets",
    "Allow stickers",
    "Allow sharing to story",
    "Content disclosure",
    "AI-generated content",
    "Cover image",
    "Email address",
    "Telephone number",
    "Birthdate",
    "Account region",
];

/// What the records of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Followers,
    Following,
    Likes,
    Private,
    Unsaid,
}

impl List {
    /// Told by the name of a file.
    fn of(path: &str) -> Self {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&[
            "browsing",
            "watch",
            "favorite",
            "share",
            "search",
            "historique",
            "verlauf",
            "chat",
            "message",
        ]) {
            List::Private
        } else if has(&[
            "following",
            "abonnement",
            "suivi",
            "siguiendo",
            "seguidos",
            "seguindo",
            "seguiti",
            "folge ich",
        ]) {
            List::Following
        } else if has(&["follower", "fans", "abonné", "abonne", "seguidor", "abonnenten"]) {
            List::Followers
        } else if has(&["like", "aime", "gefällt", "gusta", "curtida"]) {
            List::Likes
        } else {
            List::Unsaid
        }
    }
}

/// Takes text made of such blocks.
pub fn open(head: &Head<'_>, options: &ImportOptions, _: &mut Ledger) -> Result<Option<Box<dyn Reader>>> {
    let text = String::from_utf8_lossy(head.text);
    let mut keys = text.lines().filter(|line| !line.trim().is_empty()).take(12).map(key_of);
    let first = keys.next().flatten();
    let rest: Vec<&str> = keys.flatten().collect();
    let is = |key: &str, one: &str| key.eq_ignore_ascii_case(one);
    let dated = first.is_some_and(|key| is(key, "Date")) || rest.iter().any(|key| is(key, "Date"));
    let told = first
        .into_iter()
        .chain(rest.iter().copied())
        .any(|key| ["Username", "User Name", "Link", "Video Link", "Comment"].iter().any(|one| is(key, one)));
    let profile = first.is_some_and(|key| is(key, "Username"))
        && rest.iter().any(|key| {
            ["Email address", "Birthdate", "Account region", "Telephone number"]
                .iter()
                .any(|one| is(key, one))
        });
    let forced = options.format.as_deref() == Some(FORMATS[0]);
    let known = first.is_some() && (dated && told || profile);
    Ok((known || forced).then(|| {
        let lines = Lines {
            download: Download::of(&options.bundle),
            list: List::of(head.name),
            encoding: head.encoding,
            partial: Vec::new(),
            block: Vec::new(),
            line: 0,
            start: 0,
        };
        Box::new(lines) as Box<dyn Reader>
    }))
}

/// Codes of the formats.
pub const FORMATS: [&str; 1] = ["tiktok_text"];

/// The name that a line begins with, if it is one that the download writes.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    let key = key.trim();
    KEYS.iter().any(|known| known.eq_ignore_ascii_case(key)).then_some(key)
}

#[derive(Debug)]
struct Lines {
    download: Download,
    list: List,
    encoding: Option<Encoding>,
    /// Bytes of a line that is not whole yet.
    partial: Vec<u8>,
    /// The record that is open.
    block: Vec<(String, String)>,
    line: u64,
    /// Line that it begins on.
    start: u64,
}

impl Reader for Lines {
    fn push(&mut self, mut text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        while let Some(at) = memchr::memchr(b'\n', text) {
            self.keep(&text[..at]);
            text = &text[at + 1..];
            self.whole_line(ledger, into)?;
        }
        self.keep(text);
        Ok(())
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        if !self.partial.is_empty() {
            self.whole_line(ledger, into)?;
        }
        self.close(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        Described::certain(FORMATS[0], self.encoding.unwrap_or(Encoding::Utf8))
    }
}

impl Lines {
    fn keep(&mut self, bytes: &[u8]) {
        let room = limits::FIELD_BYTES.saturating_sub(self.partial.len());
        self.partial.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn whole_line(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let bytes = std::mem::take(&mut self.partial);
        self.line += 1;
        let text = encoding::lossy(&bytes, self.encoding);
        let line = text.trim();
        if line.is_empty() {
            return self.close(ledger, into);
        }
        match key_of(line) {
            Some(key) => {
                if self.block.iter().any(|(held, _)| held.eq_ignore_ascii_case(key)) {
                    self.close(ledger, into)?;
                }
                if self.block.is_empty() {
                    self.start = self.line;
                }
                let value = line.split_once(':').map_or("", |(_, value)| value.trim());
                self.block.push((key.to_string(), value.to_string()));
            }
            None => {
                if let Some((_, value)) = self.block.last_mut()
                    && value.len() < limits::TEXT_BYTES
                {
                    value.push('\n');
                    value.push_str(line);
                }
            }
        }
        Ok(())
    }

    /// Ends the record that is open.
    fn close(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let block = std::mem::take(&mut self.block);
        if block.is_empty() {
            return Ok(());
        }
        let find = |keys: &[&str]| {
            let held = block.iter().find(|(name, _)| keys.iter().any(|key| key.eq_ignore_ascii_case(name)));
            held.map(|(_, value)| value.as_str()).filter(|value| !matches!(*value, "" | "N/A" | "None"))
        };
        let (handle, link, comment) = (find(NAMES), find(LINKS), find(&["Comment"]));
        let (written, liked) = (find(&["Date"]), find(&["Like(s)", "Likes"]));
        let at = written.and_then(moment);
        let row = ledger.next_row();
        ledger.open(row, self.start);
        let excerpt =
            || block.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(" | ");
        let download = &mut self.download;
        if self.list == List::Private {
            ledger.drop("archive.private", String::new);
        } else if let (Some(handle), None) = (handle, written) {
            download.is(handle, into)?;
            ledger.keep(None);
        } else if comment.is_some() {
            download.comment(comment, link.or_else(|| find(&["Url"])), at, row, ledger, into, excerpt)?;
        } else if handle.is_some() {
            match self.list {
                List::Followers => {
                    download.follow(Layer::Follow, true, handle, at, row, ledger, into, excerpt)?
                }
                List::Following => {
                    download.follow(Layer::Follow, false, handle, at, row, ledger, into, excerpt)?
                }
                _ => {
                    ledger.note("tie.kind_unknown", None, excerpt);
                    download.follow(Layer::Link, false, handle, at, row, ledger, into, excerpt)?;
                }
            }
        } else if liked.is_some() || (link.is_some() && find(&["Who can view", "Title"]).is_some()) {
            let video = Video { link, text: find(&["Title"]), likes: liked.and_then(likes), at };
            download.video(&video, row, ledger, into, excerpt)?;
        } else if link.is_some() && self.list == List::Likes {
            download.like(link, at, row, ledger, into, excerpt)?;
        } else {
            ledger.drop("archive.not_audience", excerpt);
        }
        Ok(())
    }
}
