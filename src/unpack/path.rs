//! Names of entries: their encoding, and which of them stay inside the archive.

/// What the bytes 0x80 to 0xFF of old archives stand for.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A name as text: UTF-8 where it is said or can be, else the code page of old archives.
pub(super) fn decode(name: &[u8], utf8: bool) -> String {
    match std::str::from_utf8(name) {
        Ok(text) => text.to_owned(),
        Err(_) if utf8 => String::from_utf8_lossy(name).into_owned(),
        Err(_) => name
            .iter()
            .map(|&byte| match byte.checked_sub(0x80) {
                Some(high) => CP437.chars().nth(usize::from(high)).unwrap_or('\u{fffd}'),
                None => char::from(byte),
            })
            .collect(),
    }
}

/// The path with forward slashes, or `None` when it leads out of the archive or cannot be a path.
pub(super) fn enclosed(name: &str) -> Option<String> {
    let path = name.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    if path.is_empty() || path.contains('\0') || path.starts_with('/') || drive {
        return None;
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() || parts.contains(&"..") { None } else { Some(parts.join("/")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_names_and_new_ones() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(decode(b"donn\x82es.csv", false), "données.csv");
        assert_eq!(decode("donn\u{e9}es.csv".as_bytes(), false), "données.csv");
        assert_eq!(decode(b"donn\x82es.csv", true), "donn\u{fffd}es.csv");
    }

    #[test]
    fn a_path_that_leads_out_is_none() {
        for name in
            ["../../evil.csv", "a/../../b", "C:\\x.csv", "c:x", "/etc/passwd", "\\x", "a\0b", "", "./", ".."]
        {
            assert_eq!(enclosed(name), None, "{name:?}");
        }
        assert_eq!(enclosed("a\\b//./c.csv").as_deref(), Some("a/b/c.csv"));
        assert_eq!(enclosed("a..b/c").as_deref(), Some("a..b/c"));
    }
}
