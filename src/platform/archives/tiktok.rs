//! The download of an account of TikTok: one document whose sections move from year to year, while the names of its
//! lists stay.

use super::{Owner, address, is_handle, made_id, word};
use crate::error::Result;
use crate::ingest::{date, number};
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind};
use crate::platform::json::{Adapter, At, JsonAdapter, JsonHead, Value, excerpt};
use crate::platform::ledger::Ledger;
use crate::platform::mentions;

/// What was only watched, searched for or said in private comes first: its lists bear the names of others.
const PATHS: [&str; 11] = [
    "**.Watch History.VideoList[]",
    "**.Video Browsing History.VideoList[]",
    "**.SearchList[]",
    "**.ChatHistory.*[]",
    "**.FansList[]",
    "**.Following[]",
    "**.ItemFavoriteList[]",
    "**.VideoList[]",
    "**.PostList[]",
    "**.CommentsList[]",
    "**.ProfileMap",
];
/// How many of the paths lead to private lists.
const PRIVATE: usize = 4;

/// The download of an account of TikTok.
pub const ADAPTER: Adapter = Adapter { code: "tiktok_archive", paths: &PATHS, open };

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let list =
        ["FansList", "ItemFavoriteList", "CommentsList", "ProfileMap"].iter().any(|key| head.has_key(key));
    let section =
        ["Activity", "Your Activity", "Profile And Settings", "Likes and Favorites", "Following List"];
    let videos = head.has_key("VideoList")
        && (head.text.contains("tiktok") || section.iter().any(|key| head.has_key(key)));
    let follows = head.has_key("Following") && head.has_key("UserName") && head.has_key("Date");
    (list || videos || follows || head.forced)
        .then(|| Box::new(Download::of(head.bundle)) as Box<dyn JsonAdapter>)
}

/// Maps the records of a download, in JSON or as text.
#[derive(Debug)]
pub struct Download {
    owner: Owner,
    /// Whether the receipt says already that private lists were left alone.
    left: bool,
    mentions: Vec<NameId>,
}

impl Download {
    /// Of the bundle's owner.
    pub fn of(bundle: &str) -> Self {
        Download { owner: Owner::of(Platform::TikTok, bundle), left: false, mentions: Vec::new() }
    }
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
        if which < PRIVATE {
            if !self.left {
                self.left = true;
                ledger.note_file("archive.private_left", None, String::new());
            }
            return Ok(());
        }
        let row = place.open(ledger);
        let field = |keys: &[&str]| field(value, keys);
        let shown = || excerpt(value);
        let at = field(&["Date", "CreateDate"]).and_then(moment);
        match PATHS.get(which).copied().unwrap_or_default() {
            "**.FansList[]" => self.follow(Layer::Follow, true, field(NAMES), at, row, ledger, into, shown),
            "**.Following[]" => self.follow(Layer::Follow, false, field(NAMES), at, row, ledger, into, shown),
            "**.ItemFavoriteList[]" => self.like(field(LINKS), at, row, ledger, into, shown),
            "**.CommentsList[]" => {
                self.comment(field(&["Comment", "Text"]), field(LINKS), at, row, ledger, into, shown)
            }
            "**.ProfileMap" => {
                let account = AccountIn {
                    name: field(&["displayName", "nickName"]),
                    bio: field(&["bioDescription"]),
                    ..AccountIn::named(Platform::TikTok, None, field(NAMES))
                };
                self.owner.is(&account, value, ledger, into)
            }
            _ => {
                let video = Video {
                    link: field(LINKS),
                    text: field(&["Title", "Description", "Caption"]),
                    likes: count(value, &["Likes", "Like(s)"]),
                    at,
                };
                self.video(&video, row, ledger, into, shown)
            }
        }
    }
}

/// Members that hold a handle.
pub const NAMES: &[&str] = &["UserName", "Username", "User Name"];
/// Members that hold an address.
pub const LINKS: &[&str] = &["Link", "VideoLink", "Video Link", "url", "shareURL"];

/// A text member under one of some names, in any case.
fn field<'v>(value: &'v Value<'_>, keys: &[&str]) -> Option<&'v str> {
    let is = |name: &str| keys.iter().any(|key| key.eq_ignore_ascii_case(name));
    let found = value.members().iter().rev().filter(|(name, _)| is(name));
    found.filter_map(|(_, held)| held.as_str()).find(|text| !matches!(text.trim(), "" | "N/A" | "None"))
}

fn count(value: &Value<'_>, keys: &[&str]) -> Option<f64> {
    let number =
        value.members().iter().find(|(name, _)| keys.iter().any(|key| key.eq_ignore_ascii_case(name)));
    crate::platform::json::count(value, &number?.0)
}

/// A moment as the download writes it, with or without `UTC`.
pub fn moment(text: &str) -> Option<Millis> {
    date::read(text, date::DateStyle { day_first: true, ambiguous: false, year_first: false })
}

/// A video of the owner.
#[derive(Debug)]
pub struct Video<'v> {
    /// Its address.
    pub link: Option<&'v str>,
    /// Its caption.
    pub text: Option<&'v str>,
    /// How often it was liked.
    pub likes: Option<f64>,
    /// When it was published.
    pub at: Option<Millis>,
}

impl Download {
    /// A follower, or somebody whom the owner follows.
    #[allow(clippy::too_many_arguments)]
    pub fn follow(
        &self,
        layer: Layer,
        towards: bool,
        handle: Option<&str>,
        at: Option<Millis>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        let other = AccountIn::named(Platform::TikTok, None, handle);
        self.owner.tie(layer, &other, towards, at, row, ledger, into, excerpt)
    }

    /// A like that the owner gave.
    pub fn like(
        &self,
        link: Option<&str>,
        at: Option<Millis>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        let (handle, post) = link.map_or((None, None), video_of);
        let author = AccountIn::named(Platform::TikTok, None, handle);
        match post {
            Some(post) => self.owner.like(post, handle.is_some().then_some(&author), at, ledger, into),
            None => self.owner.tie(Layer::Like, &author, false, at, row, ledger, into, excerpt),
        }
    }

    /// A comment of the owner.
    #[allow(clippy::too_many_arguments)]
    pub fn comment(
        &mut self,
        text: Option<&str>,
        link: Option<&str>,
        at: Option<Millis>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        let Some(text) = text else {
            ledger.drop("row.empty", excerpt);
            return Ok(());
        };
        let (handle, post) = link.map_or((None, None), video_of);
        let to = into.account(&AccountIn::named(Platform::TikTok, None, handle))?;
        self.add(PostKind::Reply, Some(text), at, None, None, (post, to), None, row, into)?;
        ledger.keep(at);
        Ok(())
    }

    /// A video of the owner.
    pub fn video(
        &mut self,
        video: &Video<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        if video.link.is_none() && video.at.is_none() {
            ledger.drop("row.empty", excerpt);
            return Ok(());
        }
        let id = video.link.and_then(|link| video_of(link).1);
        self.add(
            PostKind::Original,
            video.text,
            video.at,
            id,
            video.link,
            (None, None),
            video.likes,
            row,
            into,
        )?;
        ledger.keep(video.at);
        Ok(())
    }

    /// Says who the owner is.
    pub fn is(&self, handle: &str, into: &mut Builder) -> Result<()> {
        self.owner.is_also(&AccountIn::named(Platform::TikTok, None, Some(handle)), into)
    }

    #[allow(clippy::too_many_arguments)]
    fn add(
        &mut self,
        kind: PostKind,
        text: Option<&str>,
        time: Option<Millis>,
        id: Option<&str>,
        url: Option<&str>,
        (ref_post, ref_author): (Option<&str>, Option<NameId>),
        likes: Option<f64>,
        row: u64,
        into: &mut Builder,
    ) -> Result<()> {
        self.mentions.clear();
        mentions::accounts_in_text(Platform::TikTok, text.unwrap_or(""), &mut self.mentions, into)?;
        let author = self.owner.name(into)?;
        let made = made_id(time, word(kind), text.unwrap_or(""));
        into.post(&PostIn {
            platform: Platform::TikTok,
            id: id.or(made.as_deref()),
            author,
            time,
            kind,
            text,
            lang: None,
            url,
            ref_post,
            ref_author,
            mentions: &self.mentions,
            counts: Counts { likes, ..Counts::default() },
            collected_at: None,
            embedded: false,
            row,
        })?;
        Ok(())
    }
}

/// `https://www.tiktok.com/@lea/video/7000` → (`lea`, `7000`); shared addresses name the video alone.
fn video_of(url: &str) -> (Option<&str>, Option<&str>) {
    let Some((_, path)) = address(url) else { return (None, None) };
    let mut parts = path.split('/').peekable();
    let handle = parts.peek().and_then(|first| first.strip_prefix('@')).filter(|handle| is_handle(handle));
    let digits = |part: &&str| part.len() >= 6 && part.bytes().all(|b| b.is_ascii_digit());
    (handle, parts.find(digits))
}

/// A number of likes as text.
pub fn likes(text: &str) -> Option<f64> {
    number::read(text, number::NumberStyle::default()).filter(|likes| *likes >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_videos() {
        assert_eq!(
            video_of("https://www.tiktok.com/@lea.brule/video/7000000001?x=1"),
            (Some("lea.brule"), Some("7000000001"))
        );
        assert_eq!(video_of("https://www.tiktokv.com/share/video/7000000001/"), (None, Some("7000000001")));
        assert_eq!(video_of("https://vm.tiktok.com/ZMabc/"), (None, None));
    }
}
