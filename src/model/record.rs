//! Records as adapters hand them over: one account, one post, one tie, with unknown kept apart from zero.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01 UTC.
pub type Millis = i64;

/// An account while a study is being built: a *name*, either a stable id or a handle.
///
/// Which names are one account is decided once every file is read (see [`super::freeze`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// The network an account or a post belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Platform {
    /// Not said by the file.
    Unknown = 0,
    /// X, formerly Twitter.
    X,
    /// Instagram.
    Instagram,
    /// Facebook.
    Facebook,
    /// TikTok.
    TikTok,
    /// LinkedIn.
    LinkedIn,
    /// YouTube.
    YouTube,
    /// Mastodon and other ActivityPub servers.
    Mastodon,
    /// Bluesky.
    Bluesky,
    /// Reddit.
    Reddit,
    /// Telegram.
    Telegram,
    /// Threads.
    Threads,
    /// Discord.
    Discord,
    /// Slack.
    Slack,
    /// WhatsApp.
    WhatsApp,
    /// Tumblr.
    Tumblr,
    /// Truth Social.
    Truth,
    /// Gab.
    Gab,
    /// VK.
    Vk,
    /// Pinterest.
    Pinterest,
    /// News sites, blogs and forums.
    Web,
    /// Mail.
    Email,
}

impl Platform {
    /// Every platform, in the order of their codes.
    pub const ALL: [Platform; 22] = [
        Platform::Unknown,
        Platform::X,
        Platform::Instagram,
        Platform::Facebook,
        Platform::TikTok,
        Platform::LinkedIn,
        Platform::YouTube,
        Platform::Mastodon,
        Platform::Bluesky,
        Platform::Reddit,
        Platform::Telegram,
        Platform::Threads,
        Platform::Discord,
        Platform::Slack,
        Platform::WhatsApp,
        Platform::Tumblr,
        Platform::Truth,
        Platform::Gab,
        Platform::Vk,
        Platform::Pinterest,
        Platform::Web,
        Platform::Email,
    ];

    /// Its stable lower-case name.
    pub fn name(self) -> &'static str {
        match self {
            Platform::Unknown => "unknown",
            Platform::X => "x",
            Platform::Instagram => "instagram",
            Platform::Facebook => "facebook",
            Platform::TikTok => "tiktok",
            Platform::LinkedIn => "linkedin",
            Platform::YouTube => "youtube",
            Platform::Mastodon => "mastodon",
            Platform::Bluesky => "bluesky",
            Platform::Reddit => "reddit",
            Platform::Telegram => "telegram",
            Platform::Threads => "threads",
            Platform::Discord => "discord",
            Platform::Slack => "slack",
            Platform::WhatsApp => "whatsapp",
            Platform::Tumblr => "tumblr",
            Platform::Truth => "truth",
            Platform::Gab => "gab",
            Platform::Vk => "vk",
            Platform::Pinterest => "pinterest",
            Platform::Web => "web",
            Platform::Email => "email",
        }
    }
}

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum PostKind {
    /// The author's own post.
    Original = 0,
    /// Somebody else's post shared as it is.
    Repost,
    /// Somebody else's post shared with a comment.
    Quote,
    /// An answer or a comment.
    Reply,
}

/// The kinds of tie: "`from` paid attention to `to`".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Layer {
    /// `from` re-shared a post of `to`.
    Repost = 0,
    /// `from` quoted a post of `to`.
    Quote,
    /// `from` replied to or commented on `to`.
    Reply,
    /// `from` named `to`.
    Mention,
    /// `from` liked a post of `to`.
    Like,
    /// `from` follows `to`.
    Follow,
    /// A tie of a network file that does not say its kind.
    Link,
}

impl Layer {
    /// Every layer, in the order of their codes.
    pub const ALL: [Layer; 7] =
        [Layer::Repost, Layer::Quote, Layer::Reply, Layer::Mention, Layer::Like, Layer::Follow, Layer::Link];

    /// Its stable lower-case name.
    pub fn name(self) -> &'static str {
        match self {
            Layer::Repost => "repost",
            Layer::Quote => "quote",
            Layer::Reply => "reply",
            Layer::Mention => "mention",
            Layer::Like => "like",
            Layer::Follow => "follow",
            Layer::Link => "link",
        }
    }
}

/// The tie that a post of a kind makes with the author of the post it refers to.
pub(super) fn layer_of(kind: PostKind) -> Option<Layer> {
    match kind {
        PostKind::Original => None,
        PostKind::Repost => Some(Layer::Repost),
        PostKind::Quote => Some(Layer::Quote),
        PostKind::Reply => Some(Layer::Reply),
    }
}

/// Counters of a post at collection time. `None` is unknown, which is not zero.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Likes or reactions.
    pub likes: Option<f64>,
    /// Re-shares.
    pub reposts: Option<f64>,
    /// Replies or comments.
    pub replies: Option<f64>,
    /// Quotes.
    pub quotes: Option<f64>,
    /// Views, plays or impressions.
    pub views: Option<f64>,
    /// Saves or bookmarks.
    pub saves: Option<f64>,
    /// Clicks on links.
    pub clicks: Option<f64>,
}

/// An account as one record shows it.
#[derive(Debug, Clone, Copy)]
pub struct AccountIn<'a> {
    /// The network.
    pub platform: Platform,
    /// Stable id, as text from the first byte to the last.
    pub id: Option<&'a str>,
    /// Handle as found; `@`, spaces, case and profile URLs are normalised by the builder.
    pub handle: Option<&'a str>,
    /// Display name.
    pub name: Option<&'a str>,
    /// Self-description.
    pub bio: Option<&'a str>,
    /// Where it says it is.
    pub location: Option<&'a str>,
    /// Followers.
    pub followers: Option<f64>,
    /// Accounts followed.
    pub following: Option<f64>,
    /// Posts ever published.
    pub posts_total: Option<f64>,
    /// Verified by the platform.
    pub verified: Option<bool>,
    /// When all this was true: the newest record of an account wins.
    pub at: Option<Millis>,
}

impl<'a> AccountIn<'a> {
    /// An account known by its names only.
    pub fn named(platform: Platform, id: Option<&'a str>, handle: Option<&'a str>) -> Self {
        AccountIn {
            platform,
            id,
            handle,
            name: None,
            bio: None,
            location: None,
            followers: None,
            following: None,
            posts_total: None,
            verified: None,
            at: None,
        }
    }
}

/// A post as one record shows it. The builder derives its ties: adapters never add them twice.
#[derive(Debug, Clone, Copy)]
pub struct PostIn<'a> {
    /// The network.
    pub platform: Platform,
    /// Stable id. With one, the same post met twice is one post; without, every record is a post.
    pub id: Option<&'a str>,
    /// Who wrote it.
    pub author: NameId,
    /// When.
    pub time: Option<Millis>,
    /// What it is.
    pub kind: PostKind,
    /// Its text. For a repost, the text of the original.
    pub text: Option<&'a str>,
    /// Language code, where the file says it.
    pub lang: Option<&'a str>,
    /// Address of the post.
    pub url: Option<&'a str>,
    /// Id of the post that is re-shared, quoted or answered.
    pub ref_post: Option<&'a str>,
    /// Author of that post.
    pub ref_author: Option<NameId>,
    /// Accounts named in the post, the author of `ref_post` included or not: the builder leaves it out of the
    /// mentions of a reply, and ignores all mentions of a repost (they are the original author's).
    pub mentions: &'a [NameId],
    /// Counters. For a repost leave them unknown: they are the original's.
    pub counts: Counts,
    /// When the counters were read; the newest reading of a post wins.
    pub collected_at: Option<Millis>,
    /// Whether the post is a record of the file, or was found quoted inside another record.
    pub embedded: bool,
    /// Record number in the file, from 1.
    pub row: u64,
}

/// A tie without a post: one row of an interaction log or of a network file.
#[derive(Debug, Clone, Copy)]
pub struct TieIn {
    /// Who paid attention.
    pub from: NameId,
    /// To whom.
    pub to: NameId,
    /// How.
    pub layer: Layer,
    /// When.
    pub time: Option<Millis>,
    /// Strength of the tie where the file gives one, else 1.
    pub weight: f64,
    /// Record number in the file, from 1.
    pub row: u64,
}

/// What became of a post handed to the builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostOutcome {
    /// A post that was not known.
    New,
    /// A post already known (same platform and id): its newest counters were kept, nothing was counted twice.
    Known,
}
