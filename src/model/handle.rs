//! Handles as people write them, brought to one form.

use super::intern::words;
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

/// A handle of at most 15 plain characters, as nearly all are: its folded key as two words, and which of its letters are
/// capitals, which is all that its display form adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShortHandle<'a> {
    /// First eight bytes of the key.
    pub low: u64,
    /// The others.
    pub high: u64,
    /// A bit for each capital letter.
    pub capitals: u16,
    /// Display form.
    pub shown: &'a str,
}

/// [`normalise_handle`] for the frequent case; `None` says nothing about the handle.
#[inline]
pub(super) fn short_handle(raw: &str) -> Option<ShortHandle<'_>> {
    let shown = raw.strip_prefix('@').unwrap_or(raw);
    if shown.is_empty() || shown.len() > 15 {
        return None;
    }
    let (low, high) = words(shown.as_bytes());
    short_of(shown, low, high)
}

/// As [`short_handle`] of a text that stands in a longer one, of which `room` are sixteen bytes from its beginning on:
/// its length, which is another one each time, then decides about no branch.
#[inline]
pub(super) fn short_handle_in<'a>(raw: &'a str, room: &[u8; 16]) -> Option<ShortHandle<'a>> {
    /// Ones in so many lower bytes.
    const BYTES: [u64; 9] = [
        0,
        0xff,
        0xffff,
        0xff_ffff,
        u32::MAX as u64,
        0xff_ffff_ffff,
        0xffff_ffff_ffff,
        u64::MAX >> 8,
        u64::MAX,
    ];
    let all = u128::from_le_bytes(*room);
    let all = if room[0] == b'@' { all >> 8 } else { all };
    let shown = raw.strip_prefix('@').unwrap_or(raw);
    if shown.is_empty() || shown.len() > 15 {
        return None;
    }
    let (low, high) = (shown.len().min(8), shown.len().saturating_sub(8).min(8));
    short_of(shown, all as u64 & BYTES[low], (all >> 64) as u64 & BYTES[high])
}

/// A handle of one to fifteen bytes, whose bytes these words are.
#[inline]
fn short_of(shown: &str, low: u64, high: u64) -> Option<ShortHandle<'_>> {
    let (low, low_capitals, low_plain) = fold_word(low);
    let (high, high_capitals, high_plain) = fold_word(high);
    // Zero bytes beyond the end are not plain: exactly the others must be.
    let all = u32::from(low_plain) | u32::from(high_plain) << 8;
    if all != (1 << shown.len()) - 1 || (shown.len() <= 9 && is_nobody(shown)) {
        return None;
    }
    let capitals = u16::from(low_capitals) | u16::from(high_capitals) << 8;
    Some(ShortHandle { low, high, capitals, shown })
}

/// Longest handle that [`LongHandle`] holds.
const LONG: usize = 40;

/// A handle of plain characters that is too long to be a [`ShortHandle`].
#[derive(Debug, Clone, Copy)]
pub(super) struct LongHandle<'a> {
    folded: [u8; LONG],
    /// Display form.
    pub shown: &'a str,
}

impl LongHandle<'_> {
    /// The folded key.
    #[inline]
    pub fn key(&self) -> &str {
        // It is ASCII.
        str::from_utf8(&self.folded[..self.shown.len()]).unwrap_or_default()
    }

    /// Whether the key is the display form.
    pub fn is_shown_as_it_is(&self) -> bool {
        self.key() == self.shown
    }
}

/// [`normalise_handle`] for longer handles of plain characters; `None` says nothing about the handle.
#[inline]
pub(super) fn long_handle(raw: &str) -> Option<LongHandle<'_>> {
    let shown = raw.strip_prefix('@').unwrap_or(raw);
    if shown.len() <= 15 || shown.len() > LONG {
        return None;
    }
    let mut folded = [0; LONG];
    let mut plain = true;
    for (folded, byte) in folded.iter_mut().zip(shown.bytes()) {
        plain &= byte.is_ascii_graphic() & (byte != b'@') & (byte != b':');
        *folded = byte.to_ascii_lowercase();
    }
    plain.then_some(LongHandle { folded, shown })
}

/// Eight characters in small letters, which of them were capitals, and which are plain: visible ASCII other than what
/// handles are freed of (`@`) and what addresses have (`:`).
#[inline]
fn fold_word(word: u64) -> (u64, u8, u8) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = word & !HIGH;
    // The upper bit of each byte that is at least `n`.
    let from = |n: u64| low + (0x80 - n) * ONES;
    let is = |n: u64| !((low ^ (n * ONES)) + 0x7f * ONES);
    let capital = from(0x41) & !from(0x5b) & !word & HIGH;
    let plain = from(0x21) & !from(0x7f) & !is(0x40) & !is(0x3a) & !word & HIGH;
    let bits = |upper: u64| ((upper >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    (word | capital >> 2, bits(capital), bits(plain))
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
    // Each of them begins with one of these.
    let may = matches!(text.as_bytes().first(), Some(b'n' | b'N' | b'u' | b'U' | b'[' | b'-'));
    may && text.len() <= 9 && NOBODY.iter().any(|n| text.eq_ignore_ascii_case(n))
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
    fn short_handles_are_read_as_all_others() {
        let mut key = String::new();
        let raws = [
            "Zoe",
            "@Zoe_99",
            "a",
            "ABCDEFGHIJKLMNO",
            "z.b-c[]{}~!/",
            "@@a",
            "a b",
            "zoé",
            "a:b",
            "na",
            "Undefined",
            "[deleted]",
            "-",
            "n.d.",
            "nd",
            "x@y.z",
            " a",
            "a ",
            "a\0b",
            "abcdefghijklmnop",
            "",
            "@",
            "Z@",
            "\u{7f}a",
        ];
        for raw in raws {
            let shown = normalise_handle(Platform::X, raw, &mut key);
            let mut room = [b'Z'; 32];
            room[..raw.len()].copy_from_slice(raw.as_bytes());
            assert_eq!(short_handle_in(raw, room.first_chunk().unwrap()), short_handle(raw), "{raw}");
            if let Some(short) = short_handle(raw) {
                assert_eq!(Some(short.shown), shown, "{raw}");
                assert_eq!((short.low, short.high), words(key.as_bytes()), "{raw}");
                let capitals = short.shown.bytes().enumerate().filter(|(_, b)| b.is_ascii_uppercase());
                assert_eq!(short.capitals, capitals.fold(0, |bits, (i, _)| bits | 1 << i), "{raw}");
            }
        }
        let read = |raw| short_handle(raw).is_some();
        assert!(["Zoe", "@Zoe_99", "ABCDEFGHIJKLMNO", "z.b-c[]{}~!/"].into_iter().all(read));
        assert!(
            !["@@a", "a b", "zoé", "a:b", "na", "-", "a\0b", "abcdefghijklmnop", ""].into_iter().any(read)
        );
    }

    #[test]
    fn the_short_way_for_longer_handles_gives_what_the_long_one_gives() {
        let mut key = String::new();
        let plain = ["Omar_Biographie_77", "@abcdefghijklmnop", "a.very-long{}[]~!name", &"x".repeat(40)];
        for raw in plain {
            let long = long_handle(raw).unwrap();
            assert_eq!(Some(long.shown), normalise_handle(Platform::X, raw, &mut key), "{raw}");
            assert_eq!(long.key(), key, "{raw}");
            assert_eq!(long.is_shown_as_it_is(), key == long.shown, "{raw}");
        }
        let others = [
            "abcdefghijklmno",
            "@@abcdefghijklmnop",
            "somebody@mastodon.social",
            "https://x.com/somebody",
            "somebody with spaces",
            "quelqu'un d'éloigné",
            "abcdefghijklmno\u{feff}p",
            &"x".repeat(41),
            "",
        ];
        for raw in others {
            assert!(long_handle(raw).is_none(), "{raw}");
        }
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
