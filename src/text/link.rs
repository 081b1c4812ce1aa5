//! Addresses in posts brought to one form: the same page is the same object.

/// Parameters that say where a reader comes from, not what is read.
const TRACKING: [&str; 18] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "igsh", "mc_cid", "mc_eid", "ref_src",
    "ref_url", "si", "_hsenc", "_hsmi", "wt_mc", "xtor", "spm", "cmpid",
];

/// Writes the canonical form of an address as it stands in a text: without scheme, `www.`, fragment, tracking
/// parameters, closing punctuation and last slash; the host in small letters. `domain` is its host, folded.
/// `false` where the address is cut off: it, or what is `after` it, shows dots.
pub fn canonical(written: &str, after: &str, domain: &str, into: &mut String) -> bool {
    into.clear();
    if written.ends_with("...") || after.starts_with('…') {
        return false;
    }
    let written =
        written.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '*', '»', '’']);
    let rest = written.split_once("://").map_or(written, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = address.find(['/', '\\']).map_or("", |at| &address[at..]);
    into.push_str(domain);
    into.push_str(path.trim_end_matches('/'));
    let mut sign = '?';
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = pair.split('=').next().unwrap_or(pair).to_ascii_lowercase();
        if !(name.starts_with("utm_") || TRACKING.contains(&name.as_str())) {
            into.push(sign);
            into.push_str(pair);
            sign = '&';
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_one_form() {
        let form = |written: &str, domain: &str| {
            let mut into = String::new();
            let (written, after) = written.split_at(written.find('…').unwrap_or(written.len()));
            canonical(written, after, domain, &mut into).then_some(into)
        };
        for same in [
            "https://www.example.org/News/1/",
            "http://example.org/News/1?utm_source=x&fbclid=9#top",
            "HTTPS://Example.org/News/1).",
            "www.example.org/News/1,",
        ] {
            assert_eq!(form(same, "example.org").as_deref(), Some("example.org/News/1"), "{same}");
        }
        let video = form("https://example.org/watch?v=a1&si=zz&t=3", "example.org");
        assert_eq!(video.as_deref(), Some("example.org/watch?v=a1&t=3"));
        assert_eq!(form("https://example.org", "example.org").as_deref(), Some("example.org"));
        assert_eq!(form("https://example.org/ne…", "example.org"), None);
        assert_eq!(form("https://example.org/ne...", "example.org"), None);
    }
}
