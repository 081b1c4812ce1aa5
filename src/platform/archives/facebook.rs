//! The download of an account of Facebook. People have no handles in it: a name is all that tells them apart.
//!
//! Lists are told by the name of their member; posts lie in an array without one. Whom a comment or a reaction was
//! for stands only in its title, a sentence in the owner's language: "Zoé Martin commented on Rémi Dupré's post."

use super::facebook_read::{is_post, name_in_labels, named_in, person};
use super::facebook_title::addressee;
use super::meta::{self, labelled};
use super::{Owner, made_id, word};
use crate::error::Result;
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, TieIn};
use crate::platform::json::{Adapter, At, JsonAdapter, JsonHead, Value, excerpt, time};
use crate::platform::ledger::Ledger;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    ByShape,
    Friends,
    Followers,
    Following,
    Comments,
    Reactions,
    Posts,
    Profile,
    Private,
}

use List::{ByShape, Comments, Followers, Following, Friends, Posts, Private, Profile, Reactions};

/// Where the lists lie, and what they are.
const LISTS: [(&str, List); 34] = [
    ("friends_v2[]", Friends),
    ("friends[]", Friends),
    ("followers_v3[]", Followers),
    ("followers_v2[]", Followers),
    ("followers[]", Followers),
    ("following_v3[]", Following),
    ("following_v2[]", Following),
    ("following[]", Following),
    ("page_likes_v2[]", Following),
    ("page_likes[]", Following),
    ("pages_followed_v2[]", Following),
    ("pages_followed[]", Following),
    ("comments_v2[]", Comments),
    ("comments[]", Comments),
    ("group_comments_v2[]", Comments),
    ("group_comments[]", Comments),
    ("reactions_v2[]", Reactions),
    ("reactions[]", Reactions),
    ("group_posts_v2.activity_log_data[]", Posts),
    ("group_posts_v2[]", Posts),
    ("group_posts[]", Posts),
    ("wall_posts_sent_to_you_v2.activity_log_data[]", Private),
    ("profile_v2", Profile),
    ("profile", Profile),
    ("received_requests_v2[]", Private),
    ("sent_requests_v2[]", Private),
    ("rejected_requests_v2[]", Private),
    ("deleted_friends_v2[]", Private),
    ("blocked_users_v2[]", Private),
    ("searches_v2[]", Private),
    ("notifications_v2[]", Private),
    ("status_updates[]", Posts),
    ("[]", ByShape),
    ("*[]", ByShape),
];

const PATHS: [&str; LISTS.len()] = {
    let mut paths = [""; LISTS.len()];
    let mut at = 0;
    while at < LISTS.len() {
        paths[at] = LISTS[at].0;
        at += 1;
    }
    paths
};

/// The download of an account of Facebook.
pub const ADAPTER: Adapter = Adapter { code: "facebook_archive", paths: &PATHS, open };

/// What else such a download holds, where nothing but its place tells what it is.
pub const REST: Adapter = Adapter {
    code: "facebook_archive",
    paths: &PATHS,
    open: |head| {
        let version = head.variable.is_empty() && has_version(head.text);
        let place =
            head.lies_in(&["your_facebook_activity", "your_activity_across_facebook", "facebook_activity"]);
        (version || place).then(|| download(head))
    },
};

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let root_array = head.text.starts_with('[');
    // Names with a version are Meta's alone; the older ones are words that anybody uses, so their records must fit.
    let named = LISTS.iter().any(|(path, _)| {
        let name = path.split(['.', '[']).next().unwrap_or(path);
        name.contains("_v") && head.has_key(name)
    });
    let stamped = head.has_key("timestamp") && (head.has_key("name") || head.has_key("data"));
    let older = !root_array
        && stamped
        && [
            "friends",
            "followers",
            "following",
            "page_likes",
            "pages_followed",
            "comments",
            "reactions",
            "group_posts",
        ]
        .iter()
        .any(|name| {
            let rest = head.text.trim_start_matches(['{', ' ', '\n', '\r', '\t']);
            rest.strip_prefix('"').and_then(|r| r.strip_prefix(name)).is_some_and(|r| r.starts_with('"'))
        });
    let posts = root_array && head.any(is_post);
    let labels = head.has_key("label_values") && head.text.contains("facebook.com");
    (named || older || posts || labels || head.forced).then(|| download(head))
}

fn download(head: &JsonHead<'_>) -> Box<dyn JsonAdapter> {
    let name = head.name.rsplit('/').next().unwrap_or(head.name).to_lowercase();
    let owner = Owner::of(Platform::Facebook, head.bundle);
    Box::new(Download { owner, name, people: BTreeMap::new(), mentions: Vec::new() })
}

/// Whether the first member of an object is named as Meta names its lists: `installed_apps_v2`.
fn has_version(text: &str) -> bool {
    let name = text.strip_prefix('{').and_then(|rest| rest.trim_start().strip_prefix('"'));
    let name = name.and_then(|rest| rest.split('"').next()).unwrap_or("");
    let base = name.strip_suffix("_v2").or_else(|| name.strip_suffix("_v3"));
    base.is_some_and(|base| base.len() > 2 && base.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

#[derive(Debug)]
struct Download {
    owner: Owner,
    /// Lower-case name of the file, for the lists that do not say what they are.
    name: String,
    /// How often each person wrote a comment or gave a reaction: the owner did most of them.
    people: BTreeMap<String, u64>,
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
        let (_, list) = LISTS.get(which).copied().unwrap_or(("", ByShape));
        if list == Profile && !value.is_object() {
            return Ok(());
        }
        let row = place.open(ledger);
        match self.shape(list, value) {
            Friends => self.friend(value, row, ledger, into),
            Followers => self.follow(true, value, row, ledger, into),
            Following => self.follow(false, value, row, ledger, into),
            Comments => self.comment(value, row, ledger, into),
            Reactions => self.reaction(value, ledger, into),
            Posts => self.post(value, row, ledger, into),
            Profile => self.profile(value, ledger, into),
            Private => {
                ledger.drop("archive.private", String::new);
                Ok(())
            }
            ByShape => {
                ledger.drop("archive.not_audience", || excerpt(value));
                Ok(())
            }
        }
    }

    fn finish(&mut self, _ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let all: u64 = self.people.values().sum();
        match self.people.iter().find(|(_, times)| **times * 2 > all) {
            Some((name, _)) => self.owner.is_also(&person(Some(name)), into),
            None => Ok(()),
        }
    }
}

impl Download {
    /// What a record of a list without a name is.
    fn shape(&self, list: List, value: &Value<'_>) -> List {
        if list != ByShape {
            return list;
        }
        let data = value.get("data").map_or(&[][..], Value::elements);
        if data.iter().any(|held| held.get("reaction").is_some()) {
            return Reactions;
        }
        if data.iter().any(|held| held.get("comment").is_some()) {
            return Comments;
        }
        if value.get("label_values").is_some() {
            let reacted = self.name.contains("like")
                || self.name.contains("reaction")
                || self.name.contains("réaction");
            let labels = labelled(value);
            let says = labels.iter().any(|l| {
                ["reaction", "réaction", "reaktion", "reacción", "reação"]
                    .contains(&l.label.to_lowercase().as_str())
            });
            return if reacted || says { Reactions } else { ByShape };
        }
        if is_post(value) { Posts } else { ByShape }
    }

    fn friend(&self, value: &Value<'_>, row: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let name = meta::text(value, "name").or_else(|| name_in_labels(value));
        let since = time(value, "timestamp");
        let other = into.account(&person(name.as_deref()))?;
        let Some(other) = other else {
            ledger.drop("row.no_ends", || excerpt(value));
            return Ok(());
        };
        let owner = self.owner.name(into)?;
        // To be friends goes both ways.
        for (from, to) in [(owner, other), (other, owner)] {
            into.tie(&TieIn { from, to, layer: Layer::Follow, time: since, weight: 1.0, row })?;
        }
        ledger.keep(since);
        Ok(())
    }

    fn follow(
        &self,
        towards: bool,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let held = value.get("data").and_then(|data| data.elements().first());
        let name = meta::text(value, "name")
            .or_else(|| held.and_then(|d| meta::text(d, "name")))
            .or_else(|| name_in_labels(value))
            .or_else(|| meta::text(value, "title"));
        let other = person(name.as_deref());
        self.owner.tie(Layer::Follow, &other, towards, time(value, "timestamp"), row, ledger, into, || {
            excerpt(value)
        })
    }

    fn reaction(&mut self, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let title = meta::text(value, "title");
        let held = value.get("data").and_then(|data| data.elements().first()).and_then(|d| d.get("reaction"));
        let actor = held.and_then(|reaction| meta::text(reaction, "actor"));
        let from = self.doer(actor.as_deref(), into)?;
        let labels = labelled(value);
        let named = labels.iter().rev().find(|l| meta::is_name_label(&l.label)).and_then(|l| l.value.clone());
        let whom = title.as_deref().and_then(|title| addressee(title, actor.as_deref())).map(Cow::Borrowed);
        let other = named.or(whom);
        let Some(to) = into.account(&person(other.as_deref()))? else {
            ledger.drop("like.no_author", || excerpt(value));
            return Ok(());
        };
        let at = time(value, "timestamp");
        match made_id(at, "like", other.as_deref().unwrap_or_default()) {
            Some(post) => {
                into.like(from, Platform::Facebook, &post, Some(to), at)?;
            }
            None => into.tie(&TieIn { from, to, layer: Layer::Like, time: at, weight: 1.0, row: 0 })?,
        }
        ledger.keep(at);
        Ok(())
    }

    fn comment(
        &mut self,
        value: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let held = value.get("data").map_or(&[][..], Value::elements).iter().find_map(|d| d.get("comment"));
        let text = held.and_then(|comment| meta::text(comment, "comment"));
        let author = held.and_then(|comment| meta::text(comment, "author"));
        let writer = self.doer(author.as_deref(), into)?;
        let title = meta::text(value, "title");
        let whom = title.as_deref().and_then(|title| addressee(title, author.as_deref()));
        let to = into.account(&person(whom))?;
        let at = time(value, "timestamp").or_else(|| time(held?, "timestamp"));
        if text.is_none() && to.is_none() {
            ledger.drop("row.empty", || excerpt(value));
            return Ok(());
        }
        self.add(PostKind::Reply, writer, text.as_deref().unwrap_or(""), at, to, row, value, into)?;
        ledger.keep(at);
        Ok(())
    }

    fn post(&mut self, value: &Value<'_>, row: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let data = value.get("data").map_or(&[][..], Value::elements);
        let captions = || {
            let attached = value.get("attachments").map_or(&[][..], Value::elements);
            let held = attached.iter().flat_map(|a| a.get("data").map_or(&[][..], Value::elements));
            held.filter_map(|d| d.get("media")).find_map(|medium| meta::text(medium, "description"))
        };
        let text = data.iter().find_map(|d| meta::text(d, "post")).or_else(captions);
        let at = time(value, "timestamp");
        if text.is_none() && at.is_none() {
            ledger.drop("row.empty", || excerpt(value));
            return Ok(());
        }
        let owner = self.owner.name(into)?;
        self.add(PostKind::Original, owner, text.as_deref().unwrap_or(""), at, None, row, value, into)?;
        ledger.keep(at);
        Ok(())
    }

    fn profile(&self, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let full = value.get("name").and_then(|name| meta::text(name, "full_name"));
        let name = full.or_else(|| meta::text(value, "name"));
        let bio = meta::text(value, "intro_bio")
            .or_else(|| value.get("intro_bio").and_then(|b| meta::text(b, "name")));
        let account = AccountIn { bio: bio.as_deref(), ..person(name.as_deref()) };
        self.owner.is(&account, value, ledger, into)
    }

    /// Who did what a record tells: the one it names, else the owner.
    fn doer(&mut self, name: Option<&str>, into: &mut Builder) -> Result<NameId> {
        match (name, into.account(&person(name))?) {
            (Some(name), Some(named)) => {
                *self.people.entry(name.to_string()).or_default() += 1;
                Ok(named)
            }
            _ => self.owner.name(into),
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn add(
        &mut self,
        kind: PostKind,
        author: NameId,
        written: &str,
        time: Option<Millis>,
        ref_author: Option<NameId>,
        row: u64,
        value: &Value<'_>,
        into: &mut Builder,
    ) -> Result<()> {
        self.mentions.clear();
        let text = named_in(written, &mut self.mentions, into)?;
        for tag in value.get("tags").map_or(&[][..], Value::elements) {
            let name = meta::text(tag, "name").or_else(|| tag.as_str().map(meta::mend));
            let account = into.account(&person(name.as_deref()))?;
            self.mentions.extend(account.filter(|name| !self.mentions.contains(name)));
        }
        // A comment that is a picture alone is told by its sentence.
        let title = meta::text(value, "title").filter(|_| kind == PostKind::Reply && text.trim().is_empty());
        let made = made_id(time, word(kind), title.as_deref().unwrap_or(&text));
        into.post(&PostIn {
            platform: Platform::Facebook,
            id: made.as_deref(),
            author,
            time,
            kind,
            text: Some(&*text).filter(|t| !t.trim().is_empty()),
            lang: None,
            url: None,
            ref_post: None,
            ref_author,
            mentions: &self.mentions,
            counts: Counts::default(),
            collected_at: None,
            embedded: false,
            row,
        })?;
        Ok(())
    }
}
