//! Words that cells use for kinds of post, kinds of tie, yes and no, and networks.

use std::borrow::Cow;

use crate::model::{Layer, Platform, PostKind};

fn one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The kind of post that a word names, in English or French and a little beyond.
pub fn kind(word: &str) -> Option<PostKind> {
    let word = word.trim();
    if word.len() > 24 {
        return None;
    }
    if one_of(
        word,
        &[
            "retweet",
            "retweeted",
            "rt",
            "repost",
            "reposted",
            "share",
            "shared",
            "partage",
            "reblog",
            "boost",
            "announce",
            "retuit",
            "compartido",
        ],
    ) {
        Some(PostKind::Repost)
    } else if one_of(
        word,
        &[
            "quote",
            "quoted",
            "quoting",
            "quote tweet",
            "quote_tweet",
            "qt",
            "citation",
            "cita",
            "quote retweet",
        ],
    ) {
        Some(PostKind::Quote)
    } else if one_of(
        word,
        &[
            "reply",
            "replied_to",
            "replied to",
            "replying",
            "comment",
            "réponse",
            "reponse",
            "commentaire",
            "respuesta",
            "comentario",
            "antwort",
            "kommentar",
            "resposta",
        ],
    ) {
        Some(PostKind::Reply)
    } else if one_of(
        word,
        &[
            "normal",
            "original",
            "post",
            "tweet",
            "tweeted",
            "status",
            "publication",
            "publicación",
            "beitrag",
        ],
    ) {
        Some(PostKind::Original)
    } else {
        None
    }
}

/// The kind of tie that a word names.
pub fn layer(word: &str) -> Option<Layer> {
    let word = word.trim();
    if word.len() > 24 {
        return None;
    }
    if one_of(
        word,
        &[
            "mt",
            "mention",
            "mentions",
            "mentioned",
            "mentionsinretweet",
            "mentionsinreplyto",
            "mentionsinquote",
            "mentionne",
            "mención",
            "at",
        ],
    ) {
        return Some(Layer::Mention);
    }
    if one_of(
        word,
        &["re", "rp", "replies to", "replies", "replies_to", "reply_to", "reply to", "replyto", "reponds"],
    ) {
        return Some(Layer::Reply);
    }
    if one_of(word, &["retweets", "reposts", "shares"]) {
        return Some(Layer::Repost);
    }
    if one_of(word, &["quotes"]) {
        return Some(Layer::Quote);
    }
    if one_of(word, &["like", "likes", "liked", "fav", "favorite", "favourite", "j'aime", "jaime"]) {
        return Some(Layer::Like);
    }
    if one_of(word, &["follow", "follows", "followed", "following", "fl", "abonné", "abonnement", "suit"]) {
        return Some(Layer::Follow);
    }
    if one_of(word, &["link", "edge", "lien"]) {
        return Some(Layer::Link);
    }
    match kind(word)? {
        PostKind::Repost => Some(Layer::Repost),
        PostKind::Quote => Some(Layer::Quote),
        PostKind::Reply => Some(Layer::Reply),
        PostKind::Original => None,
    }
}

/// Whether a word says that a tie has a direction.
pub fn directed(word: &str) -> Option<bool> {
    let word = word.trim();
    let directed =
        ["directed", "dirigé", "dirige", "orienté", "dirigido", "dirigida", "gerichtet", "direcionado"];
    let undirected = [
        "undirected",
        "mutual",
        "non dirigé",
        "non dirige",
        "non orienté",
        "no dirigido",
        "no dirigida",
        "ungerichtet",
        "não dirigido",
        "não direcionado",
    ];
    if one_of(word, &directed) {
        Some(true)
    } else if one_of(word, &undirected) {
        Some(false)
    } else {
        None
    }
}

/// Yes or no.
pub fn truth(word: &str) -> Option<bool> {
    if one_of(word, &["true", "yes", "1", "t", "y", "oui", "vrai", "sí", "si", "ja", "sim"]) {
        Some(true)
    } else if one_of(word, &["false", "no", "0", "f", "n", "non", "faux", "nein", "não"]) {
        Some(false)
    } else {
        None
    }
}

/// The network that a cell names.
pub fn platform(word: &str) -> Option<Platform> {
    let word = word.trim();
    if word.len() > 40 {
        return None;
    }
    if one_of(word, &["x", "x.com", "x (twitter)", "twitter / x"]) {
        return Some(Platform::X);
    }
    const SHORT: [(&str, Platform); 12] = [
        ("tw", Platform::X),
        ("ig", Platform::Instagram),
        ("fb", Platform::Facebook),
        ("tt", Platform::TikTok),
        ("yt", Platform::YouTube),
        ("li", Platform::LinkedIn),
        ("threads", Platform::Threads),
        ("truth social", Platform::Truth),
        ("truth", Platform::Truth),
        ("gab", Platform::Gab),
        ("vk", Platform::Vk),
        ("mastodon.social", Platform::Mastodon),
    ];
    if let Some((_, platform)) = SHORT.iter().find(|(short, _)| word.eq_ignore_ascii_case(short)) {
        return Some(*platform);
    }
    const WEB: [&str; 20] = [
        "web",
        "website",
        "news",
        "online news",
        "newspaper",
        "magazine",
        "blog",
        "blogs",
        "forum",
        "forums",
        "review",
        "reviews",
        "print",
        "tv",
        "radio",
        "podcast",
        "broadcast",
        "online",
        "presse",
        "editorial",
    ];
    if one_of(word, &WEB) {
        return Some(Platform::Web);
    }
    platform_of_name(&word.to_lowercase())
}

/// The network that a lower-case word holds the name of.
pub fn platform_of_name(word: &str) -> Option<Platform> {
    const NAMES: [(&str, Platform); 27] = [
        ("twitter", Platform::X),
        ("tweet", Platform::X),
        ("screenname", Platform::X),
        ("insta", Platform::Instagram),
        ("facebook", Platform::Facebook),
        ("tiktok", Platform::TikTok),
        ("linkedin", Platform::LinkedIn),
        ("youtube", Platform::YouTube),
        ("diggcount", Platform::TikTok),
        ("effectids", Platform::TikTok),
        ("voicetotext", Platform::TikTok),
        ("musicmeta", Platform::TikTok),
        ("mastodon", Platform::Mastodon),
        ("bluesky", Platform::Bluesky),
        ("bsky", Platform::Bluesky),
        ("reddit", Platform::Reddit),
        ("telegram", Platform::Telegram),
        ("threads.net", Platform::Threads),
        ("youtuber", Platform::YouTube),
        ("discord", Platform::Discord),
        ("slack", Platform::Slack),
        ("whatsapp", Platform::WhatsApp),
        ("tumblr", Platform::Tumblr),
        ("truthsocial", Platform::Truth),
        ("gab.com", Platform::Gab),
        ("vkontakte", Platform::Vk),
        ("pinterest", Platform::Pinterest),
    ];
    NAMES.iter().find(|(name, _)| word.contains(name)).map(|&(_, platform)| platform)
}

/// The network that an address belongs to.
pub fn platform_of_url(url: &str) -> Option<Platform> {
    const HOSTS: [(&str, Platform); 19] = [
        ("twitter.com", Platform::X),
        ("x.com", Platform::X),
        ("instagram.com", Platform::Instagram),
        ("facebook.com", Platform::Facebook),
        ("tiktok.com", Platform::TikTok),
        ("linkedin.com", Platform::LinkedIn),
        ("youtube.com", Platform::YouTube),
        ("youtu.be", Platform::YouTube),
        ("bsky.app", Platform::Bluesky),
        ("reddit.com", Platform::Reddit),
        ("t.me", Platform::Telegram),
        ("threads.net", Platform::Threads),
        ("threads.com", Platform::Threads),
        ("mastodon.social", Platform::Mastodon),
        ("tumblr.com", Platform::Tumblr),
        ("truthsocial.com", Platform::Truth),
        ("gab.com", Platform::Gab),
        ("vk.com", Platform::Vk),
        ("pinterest.com", Platform::Pinterest),
    ];
    let rest = url.trim();
    if rest.starts_with("at://") {
        return Some(Platform::Bluesky);
    }
    let rest = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    HOSTS
        .iter()
        .find(|(name, _)| {
            let at = host.len().checked_sub(name.len());
            at.is_some_and(|at| {
                host.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(name))
                    && (at == 0 || host.as_bytes()[at - 1] == b'.')
            })
        })
        .map(|&(_, platform)| platform)
}

/// Text freed of the entities that X's interfaces write for `&`, `<` and `>`, and exports for quotes.
pub fn unescape(text: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, char); 6] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
        ("&nbsp;", '\u{a0}'),
    ];
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        if let Some((entity, character)) = ENTITIES.iter().find(|(entity, _)| text[at..].starts_with(entity))
        {
            out.push_str(&text[copied..at]);
            out.push(*character);
            copied = at + entity.len();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ties_and_posts() {
        assert_eq!(kind("Retweet"), Some(PostKind::Repost));
        assert_eq!(kind("quoting"), Some(PostKind::Quote));
        assert_eq!(layer("RT"), Some(Layer::Repost));
        assert_eq!(layer("MT"), Some(Layer::Mention));
        assert_eq!(layer("RE"), Some(Layer::Reply));
        assert_eq!(layer("Replies to"), Some(Layer::Reply));
        assert_eq!(layer("tweet"), None);
        assert_eq!(kind("Photo"), None);
    }

    #[test]
    fn entities_are_read_once() {
        assert_eq!(unescape("R&amp;D &lt;3 &amp;lt; AT&T"), "R&D <3 &lt; AT&T");
        assert!(matches!(unescape("plain & simple"), Cow::Borrowed(_)));
    }

    #[test]
    fn networks() {
        assert_eq!(platform("X"), Some(Platform::X));
        assert_eq!(platform("TikTok"), Some(Platform::TikTok));
        assert_eq!(platform_of_url("https://mobile.twitter.com/a/status/1"), Some(Platform::X));
        assert_eq!(platform_of_url("https://netflix.com/x"), None);
        assert_eq!(platform_of_url("ftp://x.com/"), None);
    }
}
