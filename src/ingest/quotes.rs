//! Tells a record of several lines from one that swallowed its neighbours through a quote that is never closed.

use memchr::memchr;

/// Whether the raw bytes of a record of several lines hold a closing quote that looks like an opening one.
///
/// A quoted field that spans lines and whose closing quote stands just after a separator or a line break, with
/// a letter behind it (`…,"y`), was opened by mistake further up: what closes it is the next field's own opening.
pub fn swallowed(raw: &[u8], separator: u8) -> bool {
    let mut at = 0;
    while at < raw.len() {
        // Here at the start of a field.
        if raw[at] == b'"' {
            let open = at;
            at += 1;
            loop {
                let Some(found) = memchr(b'"', &raw[at..]) else { return false };
                at += found;
                if raw.get(at + 1) == Some(&b'"') {
                    at += 2;
                    continue;
                }
                break;
            }
            let after = raw.get(at + 1).copied();
            let before = raw[at - 1];
            let closes = matches!(after, None | Some(b'\n' | b'\r')) || after == Some(separator);
            let follows_edge = before == separator || before == b'\n' || before == b'\r';
            if !closes && follows_edge && at > open + 1 && memchr(b'\n', &raw[open..at]).is_some() {
                return true;
            }
            at += 1;
        }
        while at < raw.len() && raw[at] != separator && raw[at] != b'\n' && raw[at] != b'\r' {
            at += 1;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_quotes_that_close() {
        assert!(swallowed(b"1,\"never closed,x\n2,\"fine\",y\n", b','));
        assert!(swallowed(b"\"a\",\"b\n\"c\",\"d\"\n", b','));
        assert!(!swallowed(b"1,\"two\nlines\",x\n", b','));
        assert!(!swallowed(b"1,\"he said, \"\"no\"\"\nand left\",x\n", b','));
        assert!(!swallowed(b"1,\"badly \"escaped\" text\nhere\",x\n", b','));
    }
}
