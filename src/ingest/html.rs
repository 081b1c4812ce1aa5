//! The text of a fragment of HTML, as fediverse servers write posts and biographies.
//!
//! Tags are taken off, paragraphs and line breaks become line ends, character references become characters. One pass,
//! whatever the input: nothing is ever looked at twice.

use std::borrow::Cow;

/// Longest character reference, `&CounterClockwiseContourIntegral;` aside: nothing that posts hold is longer.
const REFERENCE_BYTES: usize = 12;

/// The text of a fragment.
pub fn text(html: &str) -> Cow<'_, str> {
    if !html.bytes().any(|b| b == b'<' || b == b'&') {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // A quote that an attribute opens and nothing closes must not hide the text after it.
    let mut trusts_quotes = true;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('&') {
            match reference(after) {
                Some((character, length)) => {
                    out.push(character);
                    rest = &after[length..];
                }
                None => {
                    out.push('&');
                    rest = after;
                }
            }
            continue;
        }
        let Some(tag) = tag(rest, &mut trusts_quotes) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.length..];
        if tag.is("script") || tag.is("style") {
            if !tag.closes {
                rest = after_closing(rest, tag.name);
            }
        } else if tag.is("br") {
            out.push('\n');
        } else if tag.is("p") || tag.is("blockquote") || tag.is("ul") || tag.is("ol") || tag.is("pre") {
            break_line(&mut out, 2);
        } else if tag.is("li") || tag.is("div") || tag.is("tr") || tag.is_heading() {
            break_line(&mut out, 1);
        }
    }
    out.push_str(rest);
    let trimmed = out.trim_matches(['\n', ' ', '\t', '\r']);
    Cow::Owned(if trimmed.len() == out.len() { out } else { trimmed.to_string() })
}

/// Ends the line, unless nothing was written yet or enough line ends stand there already.
fn break_line(out: &mut String, lines: usize) {
    if out.is_empty() {
        return;
    }
    let there = out.bytes().rev().take_while(|b| *b == b'\n').count();
    (there..lines).for_each(|_| out.push('\n'));
}

struct Tag<'h> {
    name: &'h str,
    closes: bool,
    length: usize,
}

impl Tag<'_> {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn is_heading(&self) -> bool {
        matches!(self.name.as_bytes(), [b'h' | b'H', b'1'..=b'6'])
    }
}

/// The tag or comment that text begins with. `None` where its `<` is a mere character.
fn tag<'h>(text: &'h str, trusts_quotes: &mut bool) -> Option<Tag<'h>> {
    let inside = text.strip_prefix('<')?;
    if let Some(comment) = inside.strip_prefix("!--") {
        let length = comment.find("-->").map_or(text.len(), |end| end + 7);
        return Some(Tag { name: "", closes: false, length });
    }
    let closes = inside.starts_with('/');
    let named = &inside[usize::from(closes)..];
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || (!closes && matches!(c, '!' | '?'))) {
        return None;
    }
    let name = &named[..named.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(named.len())];
    let mut end = end_of_tag(text, *trusts_quotes);
    if end.is_none() && *trusts_quotes {
        *trusts_quotes = false;
        end = end_of_tag(text, false);
    }
    Some(Tag { name, closes, length: end.unwrap_or(text.len()) })
}

fn end_of_tag(text: &str, trusts_quotes: bool) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if trusts_quotes => quote = Some(byte),
            _ => {}
        }
    }
    None
}

/// What follows the end of a `script` or `style` element; nothing where it does not end.
fn after_closing<'h>(text: &'h str, name: &str) -> &'h str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        let after = &rest[at + 2..];
        if after.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return after.find('>').map_or("", |end| &after[end + 1..]);
        }
        rest = after;
    }
    ""
}

/// The character of a reference, without its `&`, and the bytes that it takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(REFERENCE_BYTES).position(|b| b == b';')?;
    let name = text.get(..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')?
        }
        None => named(name)?,
    };
    Some((character, end + 1))
}

fn named(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 62] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("euro", '€'),
        ("pound", '£'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("deg", '°'),
        ("middot", '·'),
        ("bull", '•'),
        ("times", '×'),
        ("iexcl", '¡'),
        ("iquest", '¿'),
        ("agrave", 'à'),
        ("aacute", 'á'),
        ("acirc", 'â'),
        ("atilde", 'ã'),
        ("auml", 'ä'),
        ("aring", 'å'),
        ("aelig", 'æ'),
        ("ccedil", 'ç'),
        ("egrave", 'è'),
        ("eacute", 'é'),
        ("ecirc", 'ê'),
        ("euml", 'ë'),
        ("igrave", 'ì'),
        ("iacute", 'í'),
        ("icirc", 'î'),
        ("iuml", 'ï'),
        ("ntilde", 'ñ'),
        ("ograve", 'ò'),
        ("oacute", 'ó'),
        ("ocirc", 'ô'),
        ("otilde", 'õ'),
        ("ouml", 'ö'),
        ("oelig", 'œ'),
        ("ugrave", 'ù'),
        ("uacute", 'ú'),
        ("ucirc", 'û'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
        ("Agrave", 'À'),
        ("Auml", 'Ä'),
        ("Ccedil", 'Ç'),
        ("Eacute", 'É'),
        ("Egrave", 'È'),
        ("Ecirc", 'Ê'),
        ("Ouml", 'Ö'),
        ("Uuml", 'Ü'),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_of_the_fediverse() {
        assert_eq!(
            text(
                "<p>Bonjour <span class=\"h-card\"><a href=\"https://o.example/@lea\">@<span>lea</span></a></span> \
                 &amp; merci&nbsp;!</p><p>À&#39;bientôt<br />L&eacute;a&#x1F600;</p>"
            ),
            "Bonjour @lea & merci\u{a0}!\n\nÀ'bientôt\nLéa😀"
        );
        assert_eq!(
            text(
                "<span class=\"invisible\">https://</span><span>m.example/a</span><span class='invisible'>bc</span>"
            ),
            "https://m.example/abc"
        );
        assert_eq!(text("<ul><li>un</li><li>deux</li></ul>fin"), "un\ndeux\n\nfin");
    }

    #[test]
    fn what_is_no_tag_stays() {
        for plain in ["a < b & c > d", "1 <2", "R&D; AT&T &inconnu; &#0; &#xD800; <", "&", "<3 <3"] {
            assert_eq!(text(plain), plain);
        }
        assert!(matches!(text("rien"), Cow::Borrowed("rien")));
        assert_eq!(text("&amp;lt;"), "&lt;");
    }

    #[test]
    fn hidden_parts_are_left_out() {
        assert_eq!(text("a<script>alert('<p>')</script>b<!-- <p>x</p> -->c<STYLE>p{}</Style >d"), "abcd");
        assert_eq!(text("a<script>never ends <p>b"), "a");
        assert_eq!(text("<a title=\"a > b\">lien</a>"), "lien");
    }

    #[test]
    fn broken_tags_cost_no_text_and_no_time() {
        assert_eq!(text("<a title=\"oups>un</a> deux"), "un deux");
        assert_eq!(text("un <b"), "un");
        let long = "<a '".repeat(200_000);
        assert!(text(&long).len() <= long.len());
        let many = "&<p".repeat(200_000);
        assert!(text(&many).len() <= many.len());
    }
}
