//! Text whose lines end with CR alone, as those of old Macs did.

use memchr::memchr;

/// The same text with LF at the end of its lines; `None` where they do not end with CR alone.
pub fn as_line_feeds(text: &[u8]) -> Option<Vec<u8>> {
    let returns = memchr(b'\r', text).is_some() && memchr(b'\n', text).is_none();
    returns.then(|| line_feeds(text))
}

/// Text with LF for each CR: as long, so that places in it stay what they are.
pub fn line_feeds(text: &[u8]) -> Vec<u8> {
    text.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_no_line_feed_stands() {
        assert_eq!(as_line_feeds(b"a\rb\r"), Some(b"a\nb\n".to_vec()));
        assert_eq!(as_line_feeds(b"a\r\nb"), None);
        assert_eq!(as_line_feeds(b"a"), None);
    }
}
