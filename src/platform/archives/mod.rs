//! What the adapters of personal archives share: everything in an archive is its owner's, whom another of its files
//! may name.

pub mod facebook;
mod facebook_read;
mod facebook_title;
pub mod instagram;
mod instagram_lists;
mod instagram_read;
pub mod mastodon;
mod mastodon_address;
mod meta;
pub mod table;
mod table_rows;
pub mod tiktok;
pub mod tiktok_text;
pub mod x;
pub mod x_manifest;

use crate::error::Result;
use crate::model::{AccountIn, Builder, Layer, Millis, NameId, Platform, PostKind, TieIn};
use crate::platform::json::{Value, excerpt};
use crate::platform::ledger::Ledger;

/// The owner of an archive.
#[derive(Debug, Clone)]
pub struct Owner {
    /// The network.
    pub platform: Platform,
    bundle: String,
}

impl Owner {
    /// The owner of a bundle on a network.
    pub fn of(platform: Platform, bundle: &str) -> Self {
        Owner { platform, bundle: bundle.to_string() }
    }

    /// The same person on another network.
    pub fn on(&self, platform: Platform) -> Self {
        Owner { platform, bundle: self.bundle.clone() }
    }

    /// The archive or folder that is his.
    pub fn bundle(&self) -> &str {
        &self.bundle
    }

    /// His account.
    pub fn name(&self, into: &mut Builder) -> Result<NameId> {
        into.owner(self.platform, &self.bundle)
    }

    /// Says who he is, and closes the record that told it.
    pub fn is(
        &self,
        account: &AccountIn<'_>,
        value: &Value<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        match into.account(account)? {
            Some(name) => {
                into.owner_is(self.platform, &self.bundle, name)?;
                ledger.keep(None);
            }
            None => ledger.drop("row.no_author", || excerpt(value)),
        }
        Ok(())
    }

    /// As [`Owner::is`], for a record that says it besides something else.
    pub fn is_also(&self, account: &AccountIn<'_>, into: &mut Builder) -> Result<()> {
        match into.account(account)? {
            Some(name) => into.owner_is(self.platform, &self.bundle, name),
            None => Ok(()),
        }
    }

    /// Keeps what a file tells of him without naming him.
    pub fn has(&self, told: &AccountIn<'_>, into: &mut Builder) -> Result<()> {
        into.owner_has(self.platform, &self.bundle, told)
    }

    /// A tie between him and somebody else, which closes the record. `towards` is whether it goes to him.
    #[allow(clippy::too_many_arguments)]
    pub fn tie(
        &self,
        layer: Layer,
        other: &AccountIn<'_>,
        towards: bool,
        time: Option<Millis>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        let Some(other) = into.account(other)? else {
            ledger.drop("row.no_ends", excerpt);
            return Ok(());
        };
        let owner = self.name(into)?;
        let (from, to) = if towards { (other, owner) } else { (owner, other) };
        into.tie(&TieIn { from, to, layer, time, weight: 1.0, row })?;
        ledger.keep(time);
        Ok(())
    }

    /// A like that he gave to a post known by its id, which closes the record.
    pub fn like(
        &self,
        post: &str,
        author: Option<&AccountIn<'_>>,
        time: Option<Millis>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let author = match author {
            Some(account) => into.account(account)?,
            None => None,
        };
        let owner = self.name(into)?;
        if !into.like(owner, self.platform, post, author, time)? {
            ledger.note("like.author_unknown", None, || post.to_string());
        }
        ledger.keep(time);
        Ok(())
    }
}

/// An id for a post that has none, made of its moment, its kind and its text: the same post in a later download of the
/// same account is the same post. None where that would tell too little.
pub fn made_id(time: Option<Millis>, kind: &str, text: &str) -> Option<String> {
    let time = time.filter(|_| !text.trim().is_empty())?;
    let hash = xxhash_rust::xxh3::xxh3_64(format!("{kind}\n{text}").as_bytes());
    Some(format!("made-{}-{hash:016x}", time / 1000))
}

/// What a kind of post is called in such an id.
pub fn word(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Original => "post",
        PostKind::Repost => "repost",
        PostKind::Quote => "quote",
        PostKind::Reply => "reply",
    }
}

/// Whether a text may be a handle: the letters, digits and signs that networks allow in them.
pub fn is_handle(text: &str) -> bool {
    let text = text.strip_prefix('@').unwrap_or(text);
    (1..=60).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
        && text.bytes().any(|b| b.is_ascii_alphanumeric())
}

/// The host and the path of an address.
pub fn address(url: &str) -> Option<(&str, &str)> {
    let rest = url.trim();
    let rest = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://"))?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some((host.strip_prefix("www.").unwrap_or(host), path.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_and_addresses() {
        assert!(["lea.brule", "@a_b", "x-y", "7"].into_iter().all(is_handle));
        assert!(!["", "👍", "Léa", "a b", "...", "@"].into_iter().any(is_handle));
        assert_eq!(address("https://www.instagram.com/_u/lea/?hl=fr"), Some(("instagram.com", "_u/lea")));
        assert_eq!(address("http://a.example"), Some(("a.example", "")));
        assert_eq!(address("ftp://a.example/b"), None);
    }
}
