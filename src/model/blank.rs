//! Trimming, quick where there is nothing to trim.

/// As [`str::trim`]: most values begin and end with a visible ASCII character, which two bytes tell.
#[inline]
pub fn trim(text: &str) -> &str {
    let visible = |byte: Option<&u8>| byte.is_none_or(|b| (0x21..0x7f).contains(b));
    let bytes = text.as_bytes();
    if visible(bytes.first()) && visible(bytes.last()) { text } else { text.trim() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_those_of_the_standard_library() {
        for text in
            ["", " ", "a", " a", "a\t", "é ", "\u{a0}a", "a\u{2003}", "\u{b}a b\u{c}", "\u{85}", "\u{1c}a"]
        {
            assert_eq!(trim(text), text.trim(), "{text:?}");
        }
    }
}
