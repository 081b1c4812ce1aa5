//! Tones that the caller corrected, post by post.

use super::fold;
use crate::error::{ErrorKind, Result};
use crate::model::{Dataset, Digits, NONE, Platform, PostKind, Strings};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use xxhash_rust::xxh3::xxh3_64;

/// What somebody says that a post sounds like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// Kind.
    Positive,
    /// Neither.
    Neutral,
    /// Hostile.
    Negative,
}

/// Tone of a post that was labelled positive; a negative one has the opposite. It is that of a plain word of feeling
/// (`good`), well beyond every bound that tells positive from neutral.
pub const LABELLED: f32 = 0.5;

impl Label {
    /// The tone that it stands for.
    pub fn tone(self) -> f32 {
        match self {
            Label::Positive => LABELLED,
            Label::Neutral => 0.0,
            Label::Negative => -LABELLED,
        }
    }

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Label::Positive => "positive",
            Label::Neutral => "neutral",
            Label::Negative => "negative",
        }
    }
}

/// The name that a correction knows a post by: its network and its id (`x:1234`), or a fingerprint of author, moment and
/// text where it has none (`x:#1f0c…`). The same whatever the order of files and rows.
pub fn key(data: &Dataset, strings: &Strings, post: usize) -> String {
    let mut key = String::new();
    write_key(data, strings, post, &mut key);
    key
}

fn write_key(data: &Dataset, strings: &Strings, post: usize, key: &mut String) {
    let (posts, accounts) = (&data.posts, &data.accounts);
    let author = Some(posts.author[post]).filter(|author| *author != NONE).map(|author| author as usize);
    let platform = author.map_or(Platform::Unknown, |author| accounts.platform[author]);
    key.clear();
    key.push_str(platform.name());
    key.push(':');
    if posts.id[post].is_some() {
        key.push_str(posts.id[post].text(strings, &mut Digits::default()));
        return;
    }
    let who = author.map_or(String::new(), |author| fold(strings.get(accounts.key[author])));
    let said = format!("{who}\n{:?}\n{}", posts.time.at(post), strings.get(posts.text[post]));
    let _ = write!(key, "#{:016x}", xxh3_64(said.as_bytes()));
}

/// The tones with those that were corrected in the place of those that were read; `None` where no correction is of a
/// post of the data. Re-shares carry somebody else's words: theirs cannot be corrected.
///
/// Cost: a pass over the posts.
///
/// # Errors
/// `memory.exhausted`.
pub fn corrected(
    read: &[f32],
    data: &Dataset,
    strings: &Strings,
    labels: &BTreeMap<String, Label>,
) -> Result<Option<Vec<f32>>> {
    if labels.is_empty() {
        return Ok(None);
    }
    // A fingerprint takes a look at the whole text: only where somebody asks for one.
    let prints = labels.keys().any(|key| key.contains(":#"));
    let mut tones: Option<Vec<f32>> = None;
    let mut name = String::new();
    for post in 0..read.len() {
        let own = data.posts.kind[post] != PostKind::Repost;
        if !own || !(prints || data.posts.id[post].is_some()) {
            continue;
        }
        write_key(data, strings, post, &mut name);
        let Some(label) = labels.get(&name) else { continue };
        if tones.is_none() {
            let mut copy = Vec::new();
            copy.try_reserve_exact(read.len()).map_err(|_| ErrorKind::OutOfMemory { what: "tones" })?;
            copy.extend_from_slice(read);
            tones = Some(copy);
        }
        if let Some(tones) = &mut tones {
            tones[post] = label.tone();
        }
    }
    Ok(tones)
}
