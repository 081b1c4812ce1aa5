//! The archive that X gives to the owner of an account: `window.YTD.<name>.part<n> = [`, one file a kind of record.
//!
//! What a record is shows in the one member that wraps it, so that files may be renamed, cut in parts, or freed of
//! their first line. Tweets carry no author: they are their owner's, whom `account.js` names. A re-share shows only
//! in its text, `RT @x:`, and its counters are those of the original. Numbers are written as text.

use super::Owner;
use crate::error::Result;
use crate::model::{AccountIn, Builder, Counts, Layer, NameId, Platform, PostIn, PostKind};
use crate::platform::json::{Adapter, At, JsonAdapter, JsonHead, Value, count, excerpt, id, text, time};
use crate::platform::ledger::Ledger;
use crate::platform::mentions;
use crate::platform::words::unescape;
use std::borrow::Cow;

/// The archive of an account of X.
pub const ADAPTER: Adapter = Adapter { code: "x_archive", paths: &[], open };

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let variable = head.variable;
    let named = variable.starts_with("window.YTD.")
        || variable.starts_with("YTD.")
        || variable.starts_with("Grailbird.data.");
    let known = named || head.forced || head.any(|value| bare_tweet(value) || wrapped(value));
    known.then(|| Box::new(Archive { owner: Owner::of(Platform::X, head.bundle) }) as Box<dyn JsonAdapter>)
}

/// Whether a value is a record as the archive wraps it.
fn wrapped(value: &Value<'_>) -> bool {
    let [(key, inner)] = value.members() else { return false };
    match &**key {
        "tweet" => inner.get("id_str").is_some() || inner.get("tweet_id").is_some(),
        "follower" | "following" => inner.get("accountId").is_some() && inner.members().len() <= 2,
        "like" => inner.get("tweetId").is_some(),
        "noteTweet" => inner.get("noteTweetId").is_some(),
        "account" => inner.get("accountId").is_some() && inner.get("username").is_some(),
        "profile" => inner.get("description").is_some_and(|d| d.get("bio").is_some()),
        _ => false,
    }
}

/// A tweet of the older archives, which did not wrap them: its counters are text, and it has no author.
fn bare_tweet(value: &Value<'_>) -> bool {
    text(value, "id_str").is_some()
        && (text(value, "full_text").is_some() || text(value, "text").is_some())
        && value.get("user").is_none()
        && value.get("screen_name").is_none()
        && value.get("created_at").is_some()
        && ["retweet_count", "favorite_count"]
            .iter()
            .any(|key| value.get(key).is_some_and(|c| c.as_str().is_some()))
}

#[derive(Debug)]
struct Archive {
    owner: Owner,
}

impl JsonAdapter for Archive {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let row = place.open(ledger);
        let (kind, inner) = match value.members() {
            [(key, inner)] if inner.is_object() => (&**key, inner),
            _ => ("tweet", value),
        };
        match kind {
            "tweet" => self.tweet(inner, row, ledger, into),
            "follower" | "following" => self.follow(kind, inner, row, ledger, into),
            "like" => self.like(inner, ledger, into),
            "noteTweet" => self.note(inner, ledger, into),
            "account" => {
                let own = id(inner, "accountId");
                let name = AccountIn {
                    name: text(inner, "accountDisplayName"),
                    ..AccountIn::named(Platform::X, own.as_deref(), text(inner, "username"))
                };
                self.owner.is(&name, inner, ledger, into)
            }
            "profile" => {
                let bio = inner.get("description").and_then(|d| text(d, "bio"));
                let told = AccountIn { bio, ..AccountIn::named(Platform::X, None, None) };
                self.owner.has(&told, into)?;
                ledger.keep(None);
                Ok(())
            }
            "dmConversation" | "dmHeader" => {
                ledger.drop("archive.private", String::new);
                Ok(())
            }
            _ => {
                // What the owner searched for, or where he signed in, is not to be shown either: its name is enough.
                ledger.drop("archive.not_audience", || kind.to_string());
                Ok(())
            }
        }
    }
}

impl Archive {
    fn follow(
        &self,
        kind: &str,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let account = id(value, "accountId");
        let other = AccountIn::named(Platform::X, account.as_deref(), None);
        let towards = kind == "follower";
        self.owner.tie(Layer::Follow, &other, towards, None, row, ledger, into, || excerpt(value))
    }

    /// A like names a post by its id, and at best its author in the address.
    fn like(&self, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let Some(post) = id(value, "tweetId") else {
            ledger.drop("row.no_ends", || excerpt(value));
            return Ok(());
        };
        let author = text(value, "expandedUrl").and_then(status).filter(|(_, id)| *id == post);
        let author = author.map(|(handle, _)| AccountIn::named(Platform::X, None, Some(handle)));
        self.owner.like(&post, author.as_ref(), time(value, "likedAt"), ledger, into)
    }

    /// The whole text of a tweet that is cut short in the file of tweets, which it does not name: it was written by
    /// the same person in the same moment.
    fn note(&self, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let body = ["core", "noteTweetResults", "noteTweetContents"]
            .iter()
            .find_map(|key| value.get(key).and_then(|held| text(held, "text")));
        let at = time(value, "createdAt");
        let Some(body) = body else {
            ledger.drop("json.not_a_post", || excerpt(value));
            return Ok(());
        };
        let owner = self.owner.name(into)?;
        into.whole_text(owner, at, &unescape(body))?;
        ledger.keep(at);
        Ok(())
    }

    fn tweet(&self, value: &Value<'_>, row: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let Some(body) = text(value, "full_text").or_else(|| text(value, "text")) else {
            // Headers of tweets repeat their ids; anything else that is wrapped so is no tweet.
            let code =
                if value.get("tweet_id").is_some() { "archive.not_audience" } else { "json.not_a_post" };
            ledger.drop(code, || excerpt(value));
            return Ok(());
        };
        let owner = self.owner.name(into)?;
        if let Some(user) = value.get("user").filter(|user| text(user, "screen_name").is_some()) {
            // The oldest archives name their owner in every tweet.
            let own = id(user, "id");
            let name = AccountIn {
                name: text(user, "name"),
                ..AccountIn::named(Platform::X, own.as_deref(), text(user, "screen_name"))
            };
            self.owner.is_also(&name, into)?;
        }
        let shown = unescape(body);
        let reposted = mentions::repost_of(&shown);
        let named = named(value, into)?;
        let handle_of =
            |handle: &str| named.iter().find(|(h, _)| h.eq_ignore_ascii_case(handle)).map(|(_, name)| *name);
        let (post, answered) = answered(value, into)?;
        let mut mentions: Vec<NameId> = named.iter().map(|(_, name)| *name).collect();
        let (kind, ref_post, ref_author) = if let Some((handle, _)) = reposted {
            let name = match handle_of(handle) {
                Some(name) => Some(name),
                None => into.account(&AccountIn::named(Platform::X, None, Some(handle)))?,
            };
            let original = value.get("retweeted_status").and_then(|original| id(original, "id"));
            (PostKind::Repost, original, name)
        } else if let Some((handle, quoted)) = quoted(value) {
            mentions.extend(answered.filter(|name| !mentions.contains(name)));
            let name = match handle.and_then(handle_of) {
                Some(name) => Some(name),
                None => into.account(&AccountIn::named(Platform::X, None, handle))?,
            };
            (PostKind::Quote, Some(quoted), name)
        } else if post.is_some() || answered.is_some() {
            (PostKind::Reply, post, answered)
        } else {
            (PostKind::Original, None, None)
        };
        let at = time(value, "created_at");
        let own_id = id(value, "id");
        let repost = kind == PostKind::Repost;
        into.post(&PostIn {
            platform: Platform::X,
            id: own_id.as_deref(),
            author: owner,
            time: at,
            kind,
            text: Some(reposted.map_or(&*shown, |(_, original)| original)),
            lang: text(value, "lang"),
            url: None,
            ref_post: ref_post.as_deref(),
            ref_author,
            mentions: &mentions,
            counts: if repost { Counts::default() } else { counts(value) },
            collected_at: at,
            embedded: false,
            row,
        })?;
        ledger.keep(at);
        Ok(())
    }
}

/// The accounts that a tweet names, with their handles.
fn named<'v>(value: &'v Value<'_>, into: &mut Builder) -> Result<Vec<(&'v str, NameId)>> {
    let mut named = Vec::new();
    for user in value.at(&["entities", "user_mentions"]).map_or(&[][..], Value::elements) {
        let handle = text(user, "screen_name");
        // Accounts that are gone are named with the id -1.
        let user_id = id(user, "id").filter(|id| id.bytes().all(|b| b.is_ascii_digit()));
        let account = AccountIn {
            name: text(user, "name"),
            ..AccountIn::named(Platform::X, user_id.as_deref(), handle)
        };
        if let Some(name) = into.account(&account)? {
            named.push((handle.unwrap_or(""), name));
        }
    }
    Ok(named)
}

/// The post and the account that a tweet answers.
fn answered<'v>(value: &'v Value<'_>, into: &mut Builder) -> Result<(Option<Cow<'v, str>>, Option<NameId>)> {
    let user = id(value, "in_reply_to_user_id");
    let name = AccountIn::named(Platform::X, user.as_deref(), text(value, "in_reply_to_screen_name"));
    Ok((id(value, "in_reply_to_status_id"), into.account(&name)?))
}

/// The post that a tweet quotes, with the handle of its author: the address that its text ends with.
fn quoted<'v>(value: &'v Value<'_>) -> Option<(Option<&'v str>, Cow<'v, str>)> {
    let addresses = value.at(&["entities", "urls"]).map_or(&[][..], Value::elements);
    let found = addresses.iter().rev().find_map(|url| text(url, "expanded_url").and_then(status));
    let said = id(value, "quoted_status_id");
    match (found, said) {
        (Some((handle, post)), said) if said.as_deref().is_none_or(|id| id == post) => {
            Some((Some(handle), Cow::Borrowed(post)))
        }
        (_, said) => Some((None, said?)),
    }
}

/// `https://x.com/<handle>/status/<id>` → (handle, id).
fn status(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/')?;
    if !matches!(host, "twitter.com" | "www.twitter.com" | "mobile.twitter.com" | "x.com" | "www.x.com") {
        return None;
    }
    let mut parts = path.split(['/', '?', '#']);
    let (handle, word, post) = (parts.next()?, parts.next()?, parts.next()?);
    let whole =
        matches!(word, "status" | "statuses") && !post.is_empty() && post.bytes().all(|b| b.is_ascii_digit());
    (whole && handle != "i" && !handle.is_empty()).then_some((handle, post))
}

fn counts(value: &Value<'_>) -> Counts {
    Counts {
        likes: count(value, "favorite_count"),
        reposts: count(value, "retweet_count"),
        ..Counts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_posts() {
        assert_eq!(status("https://twitter.com/Zoe/status/12?s=20"), Some(("Zoe", "12")));
        assert_eq!(status("http://x.com/zoe/status/12/photo/1"), Some(("zoe", "12")));
        for other in
            ["https://twitter.com/i/web/status/12", "https://x.com/zoe", "https://a.example/zoe/status/12"]
        {
            assert_eq!(status(other), None, "{other}");
        }
    }
}
