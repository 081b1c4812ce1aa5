//! Entities in the texts of networks: the five of XML, numeric ones, and for GML the letters of Latin-1.

use std::borrow::Cow;

/// Longest entity that is one: `&#x10FFFF;` and the names of Latin-1 are shorter.
const LONGEST: usize = 12;

/// Names of U+00A0 to U+00FF in HTML and in GML.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
                     sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute \
                     Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde \
                     Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave \
                     aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth \
                     ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Replaces entities by what they stand for. One that is not known stays as it is, and is told to `unknown`.
pub fn unescape(text: &str, latin: bool, mut unknown: impl FnMut(&str)) -> Cow<'_, str> {
    let Some(mut at) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match entity(from) {
            Some(length) => {
                let (whole, after) = from.split_at(length);
                match meaning(&whole[1..length - 1], latin) {
                    Some(letter) => out.push(letter),
                    None => {
                        unknown(whole);
                        out.push_str(whole);
                    }
                }
                rest = after;
            }
            None => {
                out.push('&');
                rest = &from[1..];
            }
        }
        match rest.find('&') {
            Some(next) => at = next,
            None => break,
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Length of the entity that a text begins with, `&` and `;` included. A lone `&` is none.
fn entity(text: &str) -> Option<usize> {
    let end = text.bytes().take(LONGEST + 2).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let body = name.strip_prefix('#').unwrap_or(name);
    (!body.is_empty() && body.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(end + 1)
}

fn meaning(name: &str, latin: bool) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return code.ok().filter(|&c| c != 0).and_then(char::from_u32);
    }
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ if latin => {
            let place = LATIN.split_ascii_whitespace().position(|word| word == name)?;
            char::from_u32(0xA0 + place as u32)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, latin: bool) -> (String, Vec<String>) {
        let mut unknown = Vec::new();
        let out = unescape(text, latin, |e| unknown.push(e.to_string())).into_owned();
        (out, unknown)
    }

    #[test]
    fn entities_are_read_once() {
        assert_eq!(read("R&amp;D &#233;t&#xe9; &lt;3", false).0, "R&D été <3");
        assert_eq!(read("&amp;lt; AT&T &", false), ("&lt; AT&T &".into(), vec![]));
        assert_eq!(read("caf&eacute; &yuml;&nbsp;", true).0, "café ÿ\u{a0}");
    }

    #[test]
    fn what_is_not_known_stays_and_is_told() {
        let told = vec!["&lol9;".to_string(), "&#0;".into(), "&#xD800;".into()];
        assert_eq!(read("a &lol9;&#0;&#xD800;", false), ("a &lol9;&#0;&#xD800;".into(), told));
        assert_eq!(read("&eacute;", false).1, ["&eacute;"]);
    }
}
