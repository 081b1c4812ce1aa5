//! The beginning of a document as a value: what was cut is closed, so that its shape can be looked at.

/// Closes a document that ends anywhere: cut after the last whole member or element, then all that is open is closed.
/// `None` where nothing is whole.
pub fn closed(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut open: Vec<u8> = Vec::new();
    // Where the text could be cut, with how many brackets were open there.
    let mut cut = (0, 0);
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let mut end = at + 1;
                loop {
                    match memchr::memchr2(b'"', b'\\', bytes.get(end..)?) {
                        Some(found) if bytes[end + found] == b'"' => {
                            end += found;
                            break;
                        }
                        Some(found) => end += found + 2,
                        None => return finish(text, &open, cut),
                    }
                    if end > bytes.len() {
                        return finish(text, &open, cut);
                    }
                }
                at = end;
            }
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b',' => cut = (at, open.len()),
            b'}' | b']' => {
                if open.pop() != Some(bytes[at]) {
                    return finish(text, &open, cut);
                }
                cut = (at + 1, open.len());
                if open.is_empty() {
                    return finish(text, &open, cut);
                }
            }
            _ => {}
        }
        at += 1;
    }
    finish(text, &open, cut)
}

fn finish(text: &str, open: &[u8], (at, depth): (usize, usize)) -> Option<String> {
    let mut out = text.get(..at).filter(|part| !part.trim().is_empty())?.to_owned();
    out.extend(open.get(..depth)?.iter().rev().map(|bracket| char::from(*bracket)));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn what_is_cut_is_closed() {
        for (text, expected) in [
            (r#"{"a":[{"b":1},{"c":"x"#, Some(r#"{"a":[{"b":1}]}"#)),
            (r#"[{"b":1,"t":"a \" ] {"#, Some(r#"[{"b":1}]"#)),
            (r#"[{"b":"x"},"#, Some(r#"[{"b":"x"}]"#)),
            (r#"{"a":1}"#, Some(r#"{"a":1}"#)),
            ("{\"a\":1}\n{\"a\":2}", Some("{\"a\":1}")),
            (r#"{"a":"#, None),
            (r#"{"a":"\"#, None),
            ("[", None),
        ] {
            assert_eq!(closed(text).as_deref(), expected, "{text}");
        }
    }
}
