//! Posts of X's second API as twarc keeps them: pages of `data` with what they refer to in `includes`, and flattened
//! files where each post holds its author and the posts it refers to.

use super::json::{Adapter, At, Stateless, Value, count, excerpt, id, text, time};
use super::ledger::Ledger;
use super::words::unescape;
use crate::error::Result;
use crate::model::{AccountIn, Builder, Counts, Millis, NameId, Platform, PostIn, PostKind};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter {
    code: "twarc_v2",
    paths: &[],
    open: |head| {
        (head.forced || head.any(knows))
            .then(|| Box::new(Stateless(record)) as Box<dyn super::json::JsonAdapter>)
    },
};

/// Whether a value is such a page or such a post.
fn knows(value: &Value<'_>) -> bool {
    match value.get("data") {
        Some(Value::Array(items)) => {
            items.iter().any(|item| is_post(item) || is_user(item) || is_period(item))
                || (items.is_empty() && value.get("__twarc").is_some())
        }
        Some(item) => is_post(item) || is_user(item),
        None => (is_post(value) && value.get("user").is_none()) || !people(value).is_empty(),
    }
}

/// The accounts of a file that holds what pages refer to, without the pages: academictwitteR keeps them apart.
fn people<'v>(value: &'v Value<'v>) -> &'v [Value<'v>] {
    let users = value.get("users").map_or(&[][..], Value::elements);
    if users.iter().any(is_user) && value.get("tweets").is_some_and(Value::is_array) { users } else { &[] }
}

/// Whether a value counts the posts of a period.
fn is_period(value: &Value<'_>) -> bool {
    value.get("tweet_count").is_some() && value.get("end").is_some()
}

fn is_post(value: &Value<'_>) -> bool {
    text(value, "text").is_some()
        && value.get("id").is_some()
        && value.get("author_id").is_some()
        // Rows of a table of twarc-csv, saved as JSON.
        && value.members().iter().all(|(key, _)| !key.contains('.'))
}

fn is_user(value: &Value<'_>) -> bool {
    text(value, "username").is_some() && value.get("name").is_some() && value.get("id").is_some()
}

/// What a page says besides its posts.
#[derive(Default)]
struct Includes<'v> {
    users: BTreeMap<Cow<'v, str>, &'v Value<'v>>,
    posts: BTreeMap<Cow<'v, str>, &'v Value<'v>>,
    /// Ids by handle in lower case: pages name the accounts of a text by handle only.
    ids: BTreeMap<String, Cow<'v, str>>,
    collected: Option<Millis>,
}

/// Maps one value: a page, whose posts are records of the file each, or a flattened post.
fn record(value: &Value<'_>, place: &mut At, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    let mut includes = Includes {
        collected: value.get("__twarc").and_then(|t| time(t, "retrieved_at")),
        ..Includes::default()
    };
    if let Some(parts) = value.get("includes") {
        let list = |key: &str| parts.get(key).map_or(&[][..], Value::elements);
        includes.users.extend(list("users").iter().filter_map(|u| Some((id(u, "id")?, u))));
        includes.posts.extend(list("tweets").iter().filter_map(|t| Some((id(t, "id")?, t))));
        for (id, user) in &includes.users {
            account(user, includes.collected, into)?;
            if let Some(handle) = text(user, "username") {
                includes.ids.insert(handle.to_ascii_lowercase(), id.clone());
            }
        }
    }
    match value.get("data") {
        Some(Value::Array(items)) => {
            items.iter().try_for_each(|item| item_of_page(item, &includes, place, ledger, into))
        }
        Some(item) => item_of_page(item, &includes, place, ledger, into),
        None if is_post(value) => item_of_page(value, &includes, place, ledger, into),
        None => {
            let posts = value.get("tweets").map_or(&[][..], Value::elements);
            let items = people(value).iter().chain(posts);
            let mut items = items.peekable();
            if items.peek().is_none() {
                return item_of_page(value, &includes, place, ledger, into);
            }
            items.try_for_each(|item| item_of_page(item, &includes, place, ledger, into))
        }
    }
}

fn item_of_page(
    item: &Value<'_>,
    includes: &Includes<'_>,
    place: &mut At,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let row = place.open(ledger);
    if text(item, "text").is_none() {
        // A page of accounts, such as followers.
        if is_user(item) && account(item, includes.collected, into)?.is_some() {
            ledger.keep(None);
        } else if is_period(item) {
            ledger.drop("counts.only", || excerpt(item));
        } else {
            ledger.drop("json.not_a_post", || excerpt(item));
        }
        return Ok(());
    }
    let own = time(item, "created_at");
    match post(item, row, false, includes, own, into)? {
        Some(_) => ledger.keep(own),
        None => ledger.drop("row.no_author", || excerpt(item)),
    }
    Ok(())
}

/// Adds a post and those it refers to. `moment` is that of the record it belongs to.
fn post(
    item: &Value<'_>,
    row: u64,
    embedded: bool,
    includes: &Includes<'_>,
    moment: Option<Millis>,
    into: &mut Builder,
) -> Result<Option<NameId>> {
    let at = includes.collected.or(moment);
    let author_id = id(item, "author_id");
    let Some(author) = author_of(item, author_id.as_deref(), includes, at, into)? else { return Ok(None) };
    let mut kind = PostKind::Original;
    let mut reference: Option<&Value<'_>> = None;
    for said in item.get("referenced_tweets").map_or(&[][..], Value::elements) {
        let this = match text(said, "type") {
            Some("retweeted") => PostKind::Repost,
            Some("quoted") => PostKind::Quote,
            Some("replied_to") => PostKind::Reply,
            _ => continue,
        };
        // One reference a post: a re-share before a quote before an answer.
        let replaces = match kind {
            PostKind::Original => true,
            PostKind::Reply => this != PostKind::Reply,
            PostKind::Quote => this == PostKind::Repost,
            PostKind::Repost => false,
        };
        if replaces {
            kind = this;
            reference = Some(said);
        }
        if !embedded && let Some(other) = whole(said, includes) {
            post(other, row, true, includes, moment, into)?;
        }
    }
    let answered = answered(item, includes, at, into)?;
    if kind == PostKind::Original && answered.is_some() && item.get("in_reply_to_user_id").is_some() {
        kind = PostKind::Reply;
    }
    let ref_post = reference.and_then(|r| id(r, "id"));
    let original = reference.and_then(|r| whole(r, includes));
    let mut ref_author = match original {
        Some(original) => author_of(original, id(original, "author_id").as_deref(), includes, at, into)?,
        None => None,
    };
    if kind == PostKind::Reply {
        ref_author = answered.or(ref_author);
    }
    let mut mentions = Vec::new();
    let named = item.get("entities").and_then(|e| e.get("mentions")).and_then(Value::as_array);
    for user in named.into_iter().flatten() {
        let handle = text(user, "username");
        let known = || includes.ids.get(&handle?.to_ascii_lowercase()).cloned();
        let user_id = id(user, "id").or_else(known);
        let name = into.account(&AccountIn::named(Platform::X, user_id.as_deref(), handle))?;
        // A re-share whose original was not given names its author first: `RT @x: …`.
        if kind == PostKind::Repost
            && ref_author.is_none()
            && user.get("start").and_then(Value::as_u64) == Some(3)
        {
            ref_author = name;
        }
        mentions.extend(name);
    }
    if kind == PostKind::Quote
        && let Some(other) = answered
        && !mentions.contains(&other)
    {
        mentions.push(other);
    }
    let post_id = id(item, "id");
    let whole_text = original.and_then(|o| text(o, "text")).filter(|_| kind == PostKind::Repost);
    let shown = whole_text.or_else(|| text(item, "text")).map(unescape);
    into.post(&PostIn {
        platform: Platform::X,
        id: post_id.as_deref(),
        author,
        time: time(item, "created_at"),
        kind,
        text: shown.as_deref(),
        lang: text(item, "lang"),
        url: None,
        ref_post: ref_post.as_deref(),
        ref_author,
        mentions: &mentions,
        counts: if kind == PostKind::Repost { Counts::default() } else { counts(item) },
        collected_at: at,
        embedded,
        row,
    })?;
    Ok(Some(author))
}

/// The post behind a reference: inside it in flattened files, in `includes` in pages.
fn whole<'v>(reference: &'v Value<'v>, includes: &Includes<'v>) -> Option<&'v Value<'v>> {
    if text(reference, "text").is_some() {
        return Some(reference);
    }
    includes.posts.get(&*id(reference, "id")?).copied()
}

fn author_of(
    item: &Value<'_>,
    author_id: Option<&str>,
    includes: &Includes<'_>,
    at: Option<Millis>,
    into: &mut Builder,
) -> Result<Option<NameId>> {
    let held = item.get("author").or_else(|| item.get("author_user")).filter(|user| user.is_object());
    let user = held.or_else(|| includes.users.get(author_id?).copied());
    match user {
        Some(user) => account(user, at, into),
        None => into.account(&AccountIn::named(Platform::X, author_id, None)),
    }
}

/// The account that a post answers.
fn answered(
    item: &Value<'_>,
    includes: &Includes<'_>,
    at: Option<Millis>,
    into: &mut Builder,
) -> Result<Option<NameId>> {
    if let Some(user) = item.get("in_reply_to_user").filter(|u| is_user(u)) {
        return account(user, at, into);
    }
    let Some(user_id) = id(item, "in_reply_to_user_id") else { return Ok(None) };
    match includes.users.get(&*user_id) {
        Some(user) => account(user, at, into),
        None => into.account(&AccountIn::named(Platform::X, Some(&user_id), None)),
    }
}

fn account(user: &Value<'_>, at: Option<Millis>, into: &mut Builder) -> Result<Option<NameId>> {
    let user_id = id(user, "id");
    let metrics = user.get("public_metrics").unwrap_or(&Value::Null);
    into.account(&AccountIn {
        platform: Platform::X,
        id: user_id.as_deref(),
        handle: text(user, "username"),
        name: text(user, "name"),
        bio: text(user, "description"),
        location: text(user, "location"),
        followers: count(metrics, "followers_count"),
        following: count(metrics, "following_count"),
        posts_total: count(metrics, "tweet_count"),
        verified: user.get("verified").and_then(Value::as_bool),
        at,
    })
}

fn counts(item: &Value<'_>) -> Counts {
    let metrics = item.get("public_metrics").unwrap_or(&Value::Null);
    Counts {
        likes: count(metrics, "like_count"),
        reposts: count(metrics, "retweet_count"),
        replies: count(metrics, "reply_count"),
        quotes: count(metrics, "quote_count"),
        views: count(metrics, "impression_count"),
        saves: count(metrics, "bookmark_count"),
        clicks: None,
    }
}
