//! Where the downloads of Instagram put handles, addresses, captions and comments.

use super::address;
use super::is_handle;
use super::meta::{self, Labelled, labelled};
use crate::model::Millis;
use crate::platform::json::{Value, time};
use std::borrow::Cow;

/// `instagram-lea.brule-2024-05-01-AbCdEfGh.zip` → `lea.brule`: a download of lists alone says nowhere else whose it is.
pub fn handle_in(bundle: &str) -> Option<String> {
    let name = bundle.rsplit(['/', '\\']).next()?;
    let name = name.strip_suffix(".zip").unwrap_or(name).strip_prefix("instagram-")?;
    let (rest, code) = name.rsplit_once('-')?;
    let (rest, day) = rest.rsplit_once('-')?;
    let (rest, month) = rest.rsplit_once('-')?;
    let (handle, year) = rest.rsplit_once('-')?;
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let dated = digits(year, 4) && digits(month, 2) && digits(day, 2);
    (dated && is_handle(handle) && (4..=12).contains(&code.len())).then(|| handle.to_string())
}

/// A picture or video with its caption.
pub fn is_medium(value: &Value<'_>) -> bool {
    value.get("creation_timestamp").is_some() && (value.get("uri").is_some() || value.get("title").is_some())
}

/// The files that Instagram names by the number of the medium are found again in any later download.
pub fn is_unique(uri: &str) -> bool {
    let name = uri.rsplit('/').next().unwrap_or(uri);
    name.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 10)
}

/// The handle that an entry of a list of accounts names, and since when.
pub fn listed<'v>(value: &'v Value<'_>) -> (Option<Cow<'v, str>>, Option<Millis>) {
    let entry = value.get("string_list_data").and_then(|list| list.elements().first()).unwrap_or(value);
    let named = |held: Option<Cow<'v, str>>| held.filter(|text| is_handle(text));
    let handle = named(meta::text(entry, "value"))
        .or_else(|| named(meta::text(value, "title")))
        .or_else(|| named(meta::text(value, "username")))
        .or_else(|| crate::platform::json::text(entry, "href").and_then(profile_handle).map(Cow::Borrowed));
    (handle, time(entry, "timestamp").or_else(|| time(value, "timestamp")))
}

/// `https://www.instagram.com/_u/lea` → `lea`.
pub fn profile_handle(url: &str) -> Option<&str> {
    let (host, path) = address(url)?;
    let own = ["instagram.com", "threads.net", "threads.com"].contains(&host);
    let path = path.strip_prefix("_u/").unwrap_or(path);
    (own && is_handle(path)).then(|| path.trim_start_matches('@'))
}

/// The author and the id of a post of Threads, or the id alone of one of Instagram.
pub fn post_of(url: &str) -> (Option<&str>, Option<&str>) {
    let Some((_, path)) = address(url) else { return (None, None) };
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [handle, "post", id, ..] if is_handle(handle) => (Some(handle.trim_start_matches('@')), Some(id)),
        ["p" | "reel" | "reels" | "tv", id, ..] => (None, Some(id)),
        ["stories", handle, ..] if is_handle(handle) => (Some(handle), None),
        [handle, "p" | "reel", id, ..] if is_handle(handle) => (Some(handle), Some(id)),
        _ => (None, None),
    }
}

/// What a comment says.
#[derive(Debug)]
pub struct Said<'v> {
    /// Its text.
    pub text: Option<Cow<'v, str>>,
    /// Whom it was written to.
    pub to: Option<Cow<'v, str>>,
    /// When.
    pub time: Option<Millis>,
}

/// A comment: its text, whom it was written to, and when, wherever the layout puts them.
pub fn comment_of<'v>(value: &'v Value<'_>) -> Said<'v> {
    if let [moment, said, to] = value.elements() {
        let at = crate::platform::json::time_of(moment);
        return Said { text: said.as_str().map(meta::mend), to: to.as_str().map(meta::mend), time: at };
    }
    if let Some(entry) = value.get("string_list_data").and_then(|list| list.elements().first()) {
        return Said {
            text: meta::text(entry, "value"),
            to: meta::text(value, "title"),
            time: time(entry, "timestamp"),
        };
    }
    let labels = labelled(value);
    let at = labels.iter().find_map(|l| l.time.filter(|t| *t > 0)).or_else(|| time(value, "timestamp"));
    let value_of = |l: Option<&Labelled<'v>>| l.and_then(|l| l.value.clone());
    let filled = || labels.iter().filter(|l| l.value.is_some());
    let text = labels.iter().find(|l| meta::is_comment_label(&l.label)).or_else(|| filled().next());
    let text_label = text.map(|l| l.label.clone());
    let to = labels.iter().find(|l| meta::is_media_owner_label(&l.label)).or_else(|| {
        filled().find(|l| Some(&l.label) != text_label.as_ref() && l.value.as_deref().is_some_and(is_handle))
    });
    Said { text: value_of(text), to: value_of(to), time: at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_profiles_and_posts() {
        assert_eq!(profile_handle("https://www.instagram.com/_u/lea.brule"), Some("lea.brule"));
        assert_eq!(profile_handle("https://www.threads.com/@lea"), Some("lea"));
        assert_eq!(profile_handle("https://www.instagram.com/p/AbC/"), None);
        assert_eq!(post_of("https://www.instagram.com/p/AbC/"), (None, Some("AbC")));
        assert_eq!(post_of("https://www.threads.net/@lea/post/X1"), (Some("lea"), Some("X1")));
        assert_eq!(post_of("https://www.instagram.com/stories/lea/123"), (Some("lea"), None));
    }

    #[test]
    fn archives_are_named_by_their_owner() {
        assert_eq!(handle_in("instagram-lea.brule-2024-05-01-AbCdEfGh.zip").as_deref(), Some("lea.brule"));
        for other in ["instagram-export.zip", "instagram.zip", "a.zip", "", "instagram-2024-05-01.zip"] {
            assert_eq!(handle_in(other), None, "{other}");
        }
    }

    #[test]
    fn files_named_by_a_number_are_unique() {
        assert!(is_unique("media/posts/202303/17912345678901234.jpg"));
        assert!(!is_unique("media/posts/202303/a.jpg"));
    }
}
