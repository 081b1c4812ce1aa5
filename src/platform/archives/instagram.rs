//! The download of an account of Instagram, with what it holds of Threads: one JSON file a list, in a layout that
//! changes from year to year and under labels in the owner's language.
//!
//! Lists are told by the name of their member, and the lists that have none by the shape of their records. A handle
//! stands as `value`, as `title` or only in the address. How often a post was liked stands only in the statistics of
//! business accounts.

use super::instagram_lists::{LISTS, List, PATHS};
use super::instagram_read::{comment_of, handle_in, is_medium, is_unique, listed, post_of};
use super::meta::{self, labelled};
use super::{Owner, address, is_handle, made_id, word};
use crate::error::Result;
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind};
use crate::platform::json::{Adapter, At, JsonAdapter, JsonHead, Value, excerpt, time};
use crate::platform::ledger::Ledger;
use crate::platform::mentions;
use std::borrow::Cow;

use List::{
    ByShape, Comments, Followers, FollowersByHandle, Following, FollowingByHandle, Insights, Likes,
    OldComments, OldLikes, OwnHandle, Posts, Private, Profile,
};

/// The download of an account of Instagram.
pub const ADAPTER: Adapter = Adapter { code: "instagram_archive", paths: &PATHS, open };

/// What else such a download holds, where nothing but its place tells what it is.
pub const REST: Adapter = Adapter {
    code: "instagram_archive",
    paths: &PATHS,
    open: |head| {
        let places = [
            "your_instagram_activity",
            "personal_information",
            "logged_information",
            "followers_and_following",
        ];
        head.lies_in(&places).then(|| download(head))
    },
};

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let named = LISTS.iter().any(|(path, list, _)| {
        let name = path.trim_end_matches("[]");
        matches!(list, Followers | Following | Likes | Comments | Posts | Insights | Profile | Private)
            && name.contains('_')
            && head.has_key(name)
    });
    let marks = ["string_list_data", "string_map_data"].iter().any(|key| head.has_key(key));
    let labels = head.has_key("label_values") && !head.text.contains("facebook.com");
    let posts = head.any(|value| {
        value.get("media").is_some_and(|m| m.elements().iter().any(is_medium)) || is_medium(value)
    });
    let old = head.has_key("followers") && head.has_key("following_hashtags")
        || head.has_key("media_likes") && head.has_key("comment_likes")
        || head.has_key("media_comments")
        || head.has_key("photos") && head.has_key("taken_at") && head.has_key("caption")
        || head.has_key("username") && head.has_key("biography") && head.has_key("private_account");
    (named || marks || labels || posts || old || head.forced).then(|| download(head))
}

fn download(head: &JsonHead<'_>) -> Box<dyn JsonAdapter> {
    let name = head.name.rsplit('/').next().unwrap_or(head.name).to_lowercase();
    let threads = head.name.contains("/threads/");
    let owner = Owner::of(Platform::Instagram, head.bundle);
    let named_by = handle_in(head.bundle);
    Box::new(Download { owner, name, threads, named_by, mentions: Vec::new() })
}

#[derive(Debug)]
struct Download {
    owner: Owner,
    /// Lower-case name of the file, for the lists that do not say what they are.
    name: String,
    threads: bool,
    /// Handle that the archive is named by, until it is told.
    named_by: Option<String>,
    mentions: Vec<NameId>,
}

impl JsonAdapter for Download {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let (_, list, threads) = LISTS.get(which).copied().unwrap_or(("", ByShape, false));
        let platform = if threads || self.threads { Platform::Threads } else { Platform::Instagram };
        let owner = self.owner.on(platform);
        if let Some(handle) = self.named_by.take() {
            self.owner.is_also(&AccountIn::named(Platform::Instagram, None, Some(&handle)), into)?;
        }
        match list {
            FollowersByHandle | FollowingByHandle => {
                return by_handle(&owner, list == FollowersByHandle, value, place, ledger, into);
            }
            OwnHandle => {
                let Some(handle) = value.as_str() else { return Ok(()) };
                place.open(ledger);
                let named = AccountIn::named(platform, None, Some(handle));
                return owner.is(&named, value, ledger, into);
            }
            _ => {}
        }
        let row = place.open(ledger);
        match self.shape(list, value) {
            Followers => follow(&owner, true, value, row, ledger, into),
            Following => follow(&owner, false, value, row, ledger, into),
            Likes | OldLikes => like(&owner, value, row, ledger, into),
            Comments | OldComments => self.comment(&owner, value, row, ledger, into),
            Posts => self.post(&owner, value, row, ledger, into),
            Insights => self.insight(&owner, value, row, ledger, into),
            Profile => profile(&owner, value, ledger, into),
            Private => {
                ledger.drop("archive.private", String::new);
                Ok(())
            }
            _ => {
                ledger.drop("archive.not_audience", || excerpt(value));
                Ok(())
            }
        }
    }
}

impl Download {
    /// What a record of a list without a name is.
    fn shape(&self, list: List, value: &Value<'_>) -> List {
        if list != ByShape {
            return list;
        }
        if value.get("string_list_data").is_some() {
            // Of the lists of accounts, that of the followers alone is an array without a name.
            return if self.name.contains("following") { Following } else { Followers };
        }
        if is_medium(value) || value.get("media").is_some_and(|m| m.elements().iter().any(is_medium)) {
            return Posts;
        }
        let labels = labelled(value);
        if labels.iter().any(|l| meta::is_comment_label(&l.label))
            || (value.get("string_map_data").is_some() && self.name.contains("comment"))
        {
            return Comments;
        }
        if value.get("label_values").is_some() && self.name.contains("like") {
            return Likes;
        }
        ByShape
    }

    fn comment(
        &mut self,
        owner: &Owner,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let said = comment_of(value);
        let Some(text) = said.text.filter(|t| !t.trim().is_empty()) else {
            ledger.drop("row.empty", || excerpt(value));
            return Ok(());
        };
        let to = match said.to.as_deref().filter(|to| is_handle(to)) {
            Some(handle) => into.account(&AccountIn::named(owner.platform, None, Some(handle)))?,
            None => None,
        };
        self.add(owner, PostKind::Reply, &text, said.time, None, to, Counts::default(), row, into)?;
        ledger.keep(said.time);
        Ok(())
    }

    fn post(
        &mut self,
        owner: &Owner,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let media = value.get("media").map_or(&[][..], Value::elements);
        let first = media.first().unwrap_or(value);
        let text = ["title", "caption"].iter().find_map(|key| {
            meta::text(value, key).or_else(|| media.iter().find_map(|medium| meta::text(medium, key)))
        });
        let at = ["creation_timestamp", "taken_at"]
            .iter()
            .find_map(|key| time(value, key).or_else(|| time(first, key)));
        if text.is_none() && at.is_none() {
            ledger.drop("row.empty", || excerpt(value));
            return Ok(());
        }
        let answers = first.at(&["text_app_post", "is_reply"]).and_then(Value::as_bool) == Some(true);
        let text = text.unwrap_or(Cow::Borrowed(""));
        let (kind, to) = match mentions::answered(Platform::Instagram, &text) {
            _ if !answers => (PostKind::Original, None),
            Some(_) => {
                let mut handle = None;
                mentions::in_text_of(owner.platform, &text, |found| handle = handle.or(Some(found)));
                (PostKind::Reply, into.account(&AccountIn::named(owner.platform, None, handle))?)
            }
            None => (PostKind::Reply, None),
        };
        let uri =
            crate::platform::json::text(first, "uri").or_else(|| crate::platform::json::text(first, "path"));
        self.add(owner, kind, &text, at, uri.filter(|uri| is_unique(uri)), to, Counts::default(), row, into)?;
        ledger.keep(at);
        Ok(())
    }

    /// A post as the statistics of a business account show it: its caption, its moment, its counters.
    fn insight(
        &mut self,
        owner: &Owner,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let media = value.get("media_map_data").map_or(&[][..], Value::members);
        let medium = media.iter().map(|(_, medium)| medium).find(|medium| is_medium(medium)).unwrap_or(value);
        let labels = labelled(value);
        let at = time(medium, "creation_timestamp")
            .or_else(|| labels.iter().find_map(|l| l.time.filter(|t| *t > 0)));
        let text = meta::text(medium, "title").unwrap_or_default();
        let counts = meta::counts(&labels);
        if at.is_none() && text.is_empty() {
            ledger.drop("row.empty", || excerpt(value));
            return Ok(());
        }
        let uri = crate::platform::json::text(medium, "uri").filter(|uri| is_unique(uri));
        self.add(owner, PostKind::Original, &text, at, uri, None, counts, row, into)?;
        ledger.keep(at);
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn add(
        &mut self,
        owner: &Owner,
        kind: PostKind,
        text: &str,
        time: Option<Millis>,
        id: Option<&str>,
        ref_author: Option<NameId>,
        counts: Counts,
        row: u64,
        into: &mut Builder,
    ) -> Result<()> {
        self.mentions.clear();
        mentions::accounts_in_text(owner.platform, text, &mut self.mentions, into)?;
        let author = owner.name(into)?;
        let made = made_id(time, word(kind), text);
        into.post(&PostIn {
            platform: owner.platform,
            id: made.as_deref().or(id),
            author,
            time,
            kind,
            text: Some(text).filter(|t| !t.is_empty()),
            lang: None,
            url: None,
            ref_post: None,
            ref_author,
            mentions: &self.mentions,
            counts,
            collected_at: None,
            embedded: false,
            row,
        })?;
        Ok(())
    }
}

fn follow(
    owner: &Owner,
    towards: bool,
    value: &Value<'_>,
    row: u64,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let (handle, since) = listed(value);
    let other = AccountIn::named(owner.platform, None, handle.as_deref());
    owner.tie(Layer::Follow, &other, towards, since, row, ledger, into, || excerpt(value))
}

fn by_handle(
    owner: &Owner,
    towards: bool,
    value: &Value<'_>,
    place: &mut At,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    for (handle, _) in value.members() {
        let row = place.open(ledger);
        let other = AccountIn::named(owner.platform, None, Some(handle.as_ref()));
        let since = time(value, handle);
        owner.tie(Layer::Follow, &other, towards, since, row, ledger, into, || handle.to_string())?;
    }
    Ok(())
}

fn like(owner: &Owner, value: &Value<'_>, row: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    let mut handle = None;
    let mut at = None;
    let mut url = None;
    let entry = value.get("string_list_data").and_then(|list| list.elements().first());
    if let [moment, who] = value.elements() {
        handle = who.as_str().map(meta::mend);
        at = crate::platform::json::time_of(moment);
    } else if value.get("label_values").is_some() {
        let labels = labelled(value);
        handle = labels.iter().rev().find(|l| meta::is_handle_label(&l.label)).and_then(|l| l.value.clone());
        url = labels.iter().find_map(|l| l.href.filter(|h| address(h).is_some()));
        at = time(value, "timestamp");
    } else if let Some(entry) = entry {
        url = crate::platform::json::text(entry, "href");
        handle = meta::text(value, "title").filter(|t| is_handle(t)).or_else(|| meta::text(entry, "value"));
        at = time(entry, "timestamp");
    }
    let (author, post) = url.map_or((None, None), post_of);
    let handle = handle.filter(|h| is_handle(h)).or_else(|| author.map(Cow::Borrowed));
    let other = AccountIn::named(owner.platform, None, handle.as_deref());
    // A like of what has no address is known again by its moment.
    let made = handle.as_deref().and_then(|handle| made_id(at, "like", handle));
    match post.or(made.as_deref()) {
        Some(post) => owner.like(post, handle.is_some().then_some(&other), at, ledger, into),
        None => owner.tie(Layer::Like, &other, false, at, row, ledger, into, || excerpt(value)),
    }
}

fn profile(owner: &Owner, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    let labels = labelled(value);
    let find = |is: fn(&str) -> bool| labels.iter().find(|l| is(&l.label)).and_then(|l| l.value.as_deref());
    let account = AccountIn {
        name: find(meta::is_name_label),
        bio: find(meta::is_bio_label),
        ..AccountIn::named(owner.platform, None, find(meta::is_handle_label))
    };
    owner.is(&account, value, ledger, into)
}
