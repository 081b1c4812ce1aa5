//! Handles as people write them, brought to one form.

use super::record::Platform;
use unicode_normalization::UnicodeNormalization;

/// Brings a handle to (display form, folded key): trims, strips `@`, takes the handle out of a profile address,
/// folds case and compatibility forms. Returns `None` where nothing is left, or where the text only says that
/// there is nobody (`NA`, `null`, `[deleted]`).
///
/// `key` is a buffer that the folded form is written to. Look-alike letters of other scripts stay distinct.
pub fn normalise_handle<'a>(platform: Platform, raw: &'a str, key: &mut String) -> Option<&'a str> {
    key.clear();
    let mut shown = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    let mut server = None;
    if let Some((handle, host)) = from_address(shown) {
        shown = handle;
        if platform == Platform::Mastodon {
            server = Some(host);
        }
    }
    shown = shown.trim_start_matches(['@', '＠']).trim();
    if shown.is_empty() || is_nobody(shown) {
        return None;
    }
    if shown.is_ascii() {
        key.extend(shown.bytes().map(|b| b.to_ascii_lowercase() as char));
    } else {
        key.extend(shown.nfkc().flat_map(char::to_lowercase));
    }
    if let Some(host) = server {
        key.push('@');
        key.extend(host.bytes().map(|b| b.to_ascii_lowercase() as char));
    }
    Some(shown)
}

/// `https://x.com/Zoe/?lang=fr` → (`Zoe`, `x.com`).
fn from_address(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_once('/')?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    // x.com/<handle>/status/<id> names its author first; other profile addresses name it last.
    let mut parts = path.split('/').filter(|p| !p.is_empty());
    let handle = match host {
        "x.com" | "twitter.com" | "mobile.twitter.com" | "tiktok.com" | "instagram.com" | "threads.net" => {
            parts.next()
        }
        _ => parts.next_back(),
    }?;
    Some((handle, host))
}

fn is_nobody(text: &str) -> bool {
    const NOBODY: [&str; 10] =
        ["na", "n/a", "nan", "null", "none", "undefined", "[deleted]", "[removed]", "-", "n.d."];
    text.len() <= 9 && NOBODY.iter().any(|n| text.eq_ignore_ascii_case(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(platform: Platform, raw: &str) -> Option<String> {
        let mut key = String::new();
        normalise_handle(platform, raw, &mut key).map(|_| key)
    }

    #[test]
    fn who_1_forms_of_one_handle_are_one() {
        for raw in ["@Zoe", "zoe", " ZOE ", "https://x.com/Zoe/", "http://www.x.com/zoe?lang=fr", "＠zoe"] {
            assert_eq!(key(Platform::X, raw).as_deref(), Some("zoe"), "{raw}");
        }
        assert_eq!(key(Platform::X, "https://twitter.com/Zoe/status/12").as_deref(), Some("zoe"));
        assert_eq!(key(Platform::Mastodon, "https://mas.to/@Zoe").as_deref(), Some("zoe@mas.to"));
        assert_eq!(key(Platform::LinkedIn, "https://www.linkedin.com/in/zoe-b/").as_deref(), Some("zoe-b"));
    }

    #[test]
    fn who_2_look_alikes_stay_two() {
        assert_ne!(key(Platform::X, "раypal"), key(Platform::X, "paypal"));
    }

    #[test]
    fn who_3_nobody_is_nobody() {
        for raw in ["", "@", "  ", "NA", "null", "[deleted]", "-"] {
            assert_eq!(key(Platform::X, raw), None, "{raw:?}");
        }
    }
}
