//! What the address of a post tells: its network, its author, its id.

use crate::model::Platform;

/// The parts of a post's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address<'a> {
    /// The network.
    pub platform: Platform,
    /// The author, where the address names one: a handle, or the address of a profile where the server belongs to
    /// the name.
    pub author: Option<&'a str>,
    /// The post's id.
    pub post: Option<&'a str>,
}

/// Reads the address of a post or a profile. `None` for what is no address of a known network.
pub fn read(text: &str) -> Option<Address<'_>> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let path_at = rest.find('/').unwrap_or(rest.len());
    let host = &rest[..path_at];
    let bare = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(host);
    let bare = bare.strip_prefix("mobile.").unwrap_or(bare);
    let (path, query) = split_query(&rest[path_at..]);
    let mut parts = [""; 6];
    for (slot, part) in parts.iter_mut().zip(path.split('/').filter(|p| !p.is_empty())) {
        *slot = part;
    }
    let (platform, author, post) = match bare {
        "twitter.com" | "x.com" | "vxtwitter.com" | "nitter.net" => x(&parts),
        "tiktok.com" => (Platform::TikTok, at(parts[0]), after(&parts, &["video", "photo"])),
        "instagram.com" => instagram(&parts),
        "threads.net" | "threads.com" => (Platform::Threads, at(parts[0]), after(&parts, &["post", "t"])),
        "bsky.app" => (Platform::Bluesky, after(&parts, &["profile"]), after(&parts, &["post"])),
        "facebook.com" | "fb.com" | "web.facebook.com" | "fr-fr.facebook.com" => facebook(&parts, query),
        "youtube.com" | "music.youtube.com" => youtube(&parts, query),
        "youtu.be" => (Platform::YouTube, None, filled(parts[0])),
        "reddit.com" | "old.reddit.com" | "np.reddit.com" => reddit(&parts),
        "t.me" | "telegram.me" => telegram(&parts),
        "linkedin.com" => linkedin(&parts),
        "truthsocial.com" => (Platform::Truth, at(parts[0]), after(&parts, &["posts"]).or(digits(parts[1]))),
        "gab.com" => (Platform::Gab, filled(parts[0]), after(&parts, &["posts"])),
        "vk.com" => (Platform::Vk, vk(parts[0]), None),
        "tumblr.com" => (Platform::Tumblr, filled(parts[0]), digits(parts[1])),
        _ => {
            if let Some(blog) = bare.strip_suffix(".tumblr.com") {
                (Platform::Tumblr, filled(blog), after(&parts, &["post"]))
            } else {
                fediverse(text, rest.len() - path_at, &parts)?
            }
        }
    };
    Some(Address { platform, author, post })
}

type Parts<'a> = (Platform, Option<&'a str>, Option<&'a str>);

fn split_query(path: &str) -> (&str, &str) {
    let path = path.split('#').next().unwrap_or(path);
    path.split_once('?').unwrap_or((path, ""))
}

fn filled(part: &str) -> Option<&str> {
    (!part.is_empty()).then_some(part)
}

fn digits(part: &str) -> Option<&str> {
    (!part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).then_some(part)
}

/// `@name` → `name`.
fn at(part: &str) -> Option<&str> {
    part.strip_prefix('@').and_then(filled)
}

/// The part that follows one of these words.
fn after<'a>(parts: &[&'a str; 6], words: &[&str]) -> Option<&'a str> {
    let place = parts.iter().position(|part| words.contains(part))?;
    filled(parts.get(place + 1).copied().unwrap_or(""))
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).and_then(filled)
}

fn x<'a>(parts: &[&'a str; 6]) -> Parts<'a> {
    const PAGES: [&str; 11] = [
        "i", "web", "statuses", "status", "home", "search", "hashtag", "intent", "share", "explore",
        "settings",
    ];
    let author = filled(parts[0]).filter(|name| !PAGES.contains(name));
    let post = after(parts, &["status", "statuses"])
        .map(|id| &id[..id.bytes().take_while(u8::is_ascii_digit).count()])
        .and_then(filled);
    (Platform::X, author, post)
}

fn instagram<'a>(parts: &[&'a str; 6]) -> Parts<'a> {
    const PAGES: [&str; 6] = ["p", "reel", "reels", "tv", "explore", "stories"];
    let author = if parts[0] == "stories" { filled(parts[1]) } else { filled(parts[0]) };
    (Platform::Instagram, author.filter(|a| !PAGES.contains(a)), after(parts, &["p", "reel", "reels", "tv"]))
}

fn facebook<'a>(parts: &[&'a str; 6], query: &'a str) -> Parts<'a> {
    const PAGES: [&str; 19] = [
        "photo",
        "photo.php",
        "permalink.php",
        "story.php",
        "watch",
        "events",
        "groups",
        "l.php",
        "video.php",
        "sharer",
        "sharer.php",
        "hashtag",
        "reel",
        "reels",
        "share",
        "media",
        "notes",
        "marketplace",
        "login",
    ];
    let post = after(parts, &["posts", "videos", "permalink", "reel"])
        .or_else(|| parameter(query, "story_fbid"))
        .or_else(|| parameter(query, "fbid"))
        .or_else(|| parameter(query, "v"));
    let author = match parts[0] {
        "profile.php" | "permalink.php" | "story.php" => parameter(query, "id"),
        "pages" | "people" => filled(parts[2]).or(filled(parts[1])),
        name => filled(name).filter(|name| !PAGES.contains(name)),
    };
    (Platform::Facebook, author, post)
}

fn youtube<'a>(parts: &[&'a str; 6], query: &'a str) -> Parts<'a> {
    let author = at(parts[0]).or_else(|| after(parts, &["channel", "c", "user"]));
    let post = parameter(query, "v").or_else(|| after(parts, &["shorts", "live", "embed"]));
    (Platform::YouTube, author, post)
}

fn reddit<'a>(parts: &[&'a str; 6]) -> Parts<'a> {
    // /r/sub/comments/<post>/<title>/<comment>
    let comment = if parts[2] == "comments" { filled(parts[5]) } else { None };
    (Platform::Reddit, after(parts, &["user", "u"]), comment.or_else(|| after(parts, &["comments"])))
}

fn telegram<'a>(parts: &[&'a str; 6]) -> Parts<'a> {
    let (channel, post) = if parts[0] == "s" { (parts[1], parts[2]) } else { (parts[0], parts[1]) };
    let private = matches!(channel, "c" | "joinchat" | "share") || channel.starts_with('+');
    (Platform::Telegram, filled(channel).filter(|_| !private), digits(post))
}

fn linkedin<'a>(parts: &[&'a str; 6]) -> Parts<'a> {
    let author = match parts[0] {
        "in" | "company" | "school" => filled(parts[1]),
        "posts" => parts[1].split_once('_').and_then(|(name, _)| filled(name)),
        _ => None,
    };
    let urn = parts.iter().find_map(|part| part.rsplit_once("urn:li:").map(|(_, urn)| urn));
    let id = match (urn, parts[0]) {
        (Some(urn), _) => urn.rsplit(':').next(),
        (None, "posts") => parts[1].split('-').find_map(|piece| digits(piece).filter(|d| d.len() >= 15)),
        _ => None,
    };
    (Platform::LinkedIn, author, id)
}

fn vk(part: &str) -> Option<&str> {
    filled(part).filter(|part| !part.starts_with("wall"))
}

/// `https://server/@name/123` and `https://server/users/name/statuses/123`; the name is the profile's address.
fn fediverse<'a>(text: &'a str, path_len: usize, parts: &[&'a str; 6]) -> Option<Parts<'a>> {
    let path_at = text.len() - path_len;
    let (name, post) = match (parts[0].strip_prefix('@'), parts[0], parts[2]) {
        (Some(name), ..) if !name.is_empty() => (parts[0], digits(parts[1])),
        (None, "users", "" | "statuses") if !parts[1].is_empty() => (parts[1], digits(parts[3])),
        _ => return None,
    };
    if parts[0].starts_with('@') && !parts[1].is_empty() && post.is_none() {
        return None;
    }
    let end = path_at + text[path_at..].find(name)? + name.len();
    Some((Platform::Mastodon, Some(&text[..end]), post))
}

/// The author that an address names.
pub fn author(url: &str) -> Option<&str> {
    read(url).and_then(|address| address.author)
}

/// The id of the post that an address leads to.
pub fn post(url: &str) -> Option<&str> {
    read(url).and_then(|address| address.post)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_posts() {
        for (url, platform, author, post) in [
            ("https://x.com/zoe/status/12?s=20", Platform::X, Some("zoe"), Some("12")),
            ("http://twitter.com/zoe/statuses/12", Platform::X, Some("zoe"), Some("12")),
            ("https://twitter.com/statuses/12", Platform::X, None, Some("12")),
            ("https://x.com/i/web/status/12", Platform::X, None, Some("12")),
            ("https://www.tiktok.com/@zoe.b/video/7", Platform::TikTok, Some("zoe.b"), Some("7")),
            ("https://www.instagram.com/p/AbC_d/", Platform::Instagram, None, Some("AbC_d")),
            ("https://www.instagram.com/zoe/reel/AbC/", Platform::Instagram, Some("zoe"), Some("AbC")),
            ("https://www.threads.net/@zoe/post/C1", Platform::Threads, Some("zoe"), Some("C1")),
            (
                "https://bsky.app/profile/zoe.example/post/3k",
                Platform::Bluesky,
                Some("zoe.example"),
                Some("3k"),
            ),
            ("https://www.facebook.com/cafe/posts/99", Platform::Facebook, Some("cafe"), Some("99")),
            (
                "https://www.facebook.com/permalink.php?story_fbid=9&id=8",
                Platform::Facebook,
                Some("8"),
                Some("9"),
            ),
            ("https://www.facebook.com/photo.php?fbid=1", Platform::Facebook, None, Some("1")),
            ("https://www.youtube.com/watch?v=a_b&t=1", Platform::YouTube, None, Some("a_b")),
            ("http://www.youtube.com/@zoe", Platform::YouTube, Some("zoe"), None),
            ("https://www.reddit.com/r/a/comments/x1/title/c2/", Platform::Reddit, None, Some("c2")),
            ("https://t.me/canal/12", Platform::Telegram, Some("canal"), Some("12")),
            ("https://www.linkedin.com/feed/update/urn:li:activity:71", Platform::LinkedIn, None, Some("71")),
            (
                "https://www.linkedin.com/posts/zoe_hello-activity-7000000000000000001-x",
                Platform::LinkedIn,
                Some("zoe"),
                Some("7000000000000000001"),
            ),
            ("https://mas.to/@zoe/110", Platform::Mastodon, Some("https://mas.to/@zoe"), Some("110")),
            (
                "https://mas.to/users/zoe/statuses/1",
                Platform::Mastodon,
                Some("https://mas.to/users/zoe"),
                Some("1"),
            ),
        ] {
            assert_eq!(read(url), Some(Address { platform, author, post }), "{url}");
        }
        for no in [
            "",
            "zoe",
            "https://lemonde.example/article/1",
            "https://medium.example/@zoe/title-1",
            "ftp://x.com/a",
        ] {
            assert_eq!(read(no), None, "{no}");
        }
    }
}
