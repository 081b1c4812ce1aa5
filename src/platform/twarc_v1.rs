//! Posts of X's first API (v1.1), as twarc and stream collectors keep them: one object a post, with its author and
//! the post that it re-shares or quotes inside.

use super::found::Text;
use super::json::{Adapter, At, Stateless, Value, count, excerpt, id, text, time};
use super::ledger::Ledger;
use super::mentions::accounts_in_text;
use super::words::unescape;
use crate::error::Result;
use crate::model::{AccountIn, Builder, Counts, Millis, NameId, Platform, PostIn, PostKind};

/// Posts inside posts: a re-share holds a quote, which holds what it quotes.
const DEPTH: usize = 3;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter {
    code: "twarc_v1",
    paths: &[],
    open: |head| {
        (head.forced || head.any(knows))
            .then(|| Box::new(Stateless(record)) as Box<dyn super::json::JsonAdapter>)
    },
};

/// Whether a value is such a post.
fn knows(value: &Value<'_>) -> bool {
    body(value).is_some() && value.get("user").is_some_and(|user| text(user, "screen_name").is_some())
}

/// Maps one value.
fn record(value: &Value<'_>, place: &mut At, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    let row = place.open(ledger);
    if body(value).is_none() {
        ledger.drop("json.not_a_post", || excerpt(value));
        return Ok(());
    }
    let own = time(value, "created_at");
    match tweet(value, row, own, DEPTH, into)? {
        Some(_) => ledger.keep(own),
        None => ledger.drop("row.no_author", || excerpt(value)),
    }
    Ok(())
}

/// The whole text of a post.
fn body<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    let extended = value.get("extended_tweet").and_then(|e| text(e, "full_text"));
    text(value, "full_text").or(extended).or_else(|| text(value, "text"))
}

/// Adds a post and what it holds. `at` is the moment of the record, at which its counters were read or later; a post
/// found inside another has less than the whole `depth`.
fn tweet(
    value: &Value<'_>,
    row: u64,
    at: Option<Millis>,
    depth: usize,
    into: &mut Builder,
) -> Result<Option<NameId>> {
    let Some(author) = account(value.get("user"), at, into)? else { return Ok(None) };
    let inner = |key: &str| value.get(key).filter(|v| v.is_object() && depth > 0);
    let add = |key: &str, into: &mut Builder| -> Result<Option<NameId>> {
        match inner(key) {
            Some(post) => tweet(post, row, at, depth - 1, into),
            None => Ok(None),
        }
    };
    let quoted_id = id(value, "quoted_status_id").or_else(|| id(value.get("quoted_status")?, "id"));
    let (kind, ref_post, ref_author) = if let Some(original) = inner("retweeted_status") {
        (PostKind::Repost, id(original, "id"), add("retweeted_status", into)?)
    } else if quoted_id.is_some() {
        let mut author = add("quoted_status", into)?;
        if author.is_none() {
            author = match value.get("quoted_status_permalink").and_then(|p| text(p, "expanded")) {
                Some(url) => into.account(&AccountIn::named(Platform::X, None, Some(url)))?,
                None => None,
            };
        }
        (PostKind::Quote, quoted_id, author)
    } else {
        let (post, author) = answered(value, into)?;
        let kind = if post.is_some() || author.is_some() { PostKind::Reply } else { PostKind::Original };
        (kind, post, author)
    };
    let original_text = value.get("retweeted_status").and_then(body).filter(|_| kind == PostKind::Repost);
    let shown = original_text.or_else(|| body(value)).map(unescape);
    let mut mentions = Vec::new();
    if kind != PostKind::Repost {
        let extended = value.get("extended_tweet").and_then(|e| e.get("entities"));
        let entities = extended.or_else(|| value.get("entities"));
        let named = entities.and_then(|e| e.get("user_mentions")).and_then(Value::as_array);
        for user in named.into_iter().flatten() {
            let user_id = id(user, "id");
            let name = AccountIn {
                name: text(user, "name"),
                at,
                ..AccountIn::named(Platform::X, user_id.as_deref(), text(user, "screen_name"))
            };
            mentions.extend(into.account(&name)?);
        }
        // Some collectors leave the entities out: the text names the same accounts.
        if entities.is_none()
            && let Some(shown) = &shown
        {
            accounts_in_text(Platform::X, shown, &mut mentions, into)?;
        }
        if kind == PostKind::Quote
            && let (_, Some(other)) = answered(value, into)?
            && !mentions.contains(&other)
        {
            mentions.push(other);
        }
    }
    let post_id = id(value, "id");
    into.post(&PostIn {
        platform: Platform::X,
        id: post_id.as_deref(),
        author,
        time: time(value, "created_at"),
        kind,
        text: shown.as_deref(),
        lang: text(value, "lang"),
        url: None,
        ref_post: ref_post.as_deref(),
        ref_author,
        mentions: &mentions,
        counts: if kind == PostKind::Repost { Counts::default() } else { counts(value) },
        collected_at: at,
        embedded: depth < DEPTH,
        row,
    })?;
    Ok(Some(author))
}

/// The post and the account that a post answers.
fn answered<'v>(value: &'v Value<'_>, into: &mut Builder) -> Result<(Text<'v>, Option<NameId>)> {
    let user = id(value, "in_reply_to_user_id");
    let name = AccountIn::named(Platform::X, user.as_deref(), text(value, "in_reply_to_screen_name"));
    Ok((id(value, "in_reply_to_status_id"), into.account(&name)?))
}

fn account(user: Option<&Value<'_>>, at: Option<Millis>, into: &mut Builder) -> Result<Option<NameId>> {
    let Some(user) = user else { return Ok(None) };
    let user_id = id(user, "id");
    into.account(&AccountIn {
        platform: Platform::X,
        id: user_id.as_deref(),
        handle: text(user, "screen_name"),
        name: text(user, "name"),
        bio: text(user, "description"),
        location: text(user, "location"),
        followers: count(user, "followers_count"),
        following: count(user, "friends_count"),
        posts_total: count(user, "statuses_count"),
        verified: user.get("verified").and_then(Value::as_bool),
        at,
    })
}

/// Counters that streams and searches fill in: the first API gives replies and quotes to some callers only.
fn counts(value: &Value<'_>) -> Counts {
    Counts {
        likes: count(value, "favorite_count"),
        reposts: count(value, "retweet_count"),
        replies: count(value, "reply_count"),
        quotes: count(value, "quote_count"),
        ..Counts::default()
    }
}
