//! Paid posts: those that say so, and those that look as if they should.
//!
//! A post about the brand that discloses advertising is *disclosed*. One that does not, and hands out a code, links
//! through an affiliate programme or reads like an advertisement, is *to review*: a hint with its reasons, never a
//! verdict. People who work for the brand and the brand's own accounts are not asked.

use super::regard::Signs;
use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::graph::steps::{Steps, run};
use crate::model::{Dataset, NONE, PostKind, Strings};
use crate::text::marks::{AD, PROMOTION};
use crate::text::{TokenKind, Tokenizer, fold_into};
use serde::Serialize;

/// Reasons, a bit each.
pub mod reason {
    /// Says itself that it is advertising.
    pub const DISCLOSED: u8 = 1;
    /// Hands out a code or says that a link pays.
    pub const CODE: u8 = 1 << 1;
    /// Links through an affiliate programme.
    pub const AFFILIATE: u8 = 1 << 2;
    /// Speaks as advertisements do: thanks for what was sent, a link in the bio, a discount to all who read.
    pub const COMMERCIAL: u8 = 1 << 3;
    /// Their names, in the order of the bits.
    pub const NAMES: [&str; 4] = ["disclosed", "code", "affiliate", "commercial"];
}

/// A post that is paid for or may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paid {
    /// Post.
    pub post: u32,
    /// Author.
    pub account: u32,
    /// Bits of [`reason`].
    pub reasons: u8,
}

impl Paid {
    /// Whether the post says itself that it is advertising; otherwise it is for review.
    pub fn is_disclosed(&self) -> bool {
        self.reasons & reason::DISCLOSED != 0
    }

    /// Names of the reasons.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        (0..).zip(reason::NAMES).filter(|(bit, _)| self.reasons >> bit & 1 != 0).map(|(_, name)| name)
    }
}

/// Sites through which links pay, and what addresses bear that do.
const SITES: [&str; 22] = [
    "amzn.to",
    "rstyle.me",
    "liketk.it",
    "ltk.app",
    "shopmy.us",
    "shop.app",
    "awin1.com",
    "tidd.ly",
    "shareasale.com",
    "shrsl.com",
    "go.skimresources.com",
    "skimlinks.com",
    "linksynergy.com",
    "click.linksynergy.com",
    "anrdoezrs.net",
    "jdoqocy.com",
    "kqzyfj.com",
    "tkqlhce.com",
    "action.metaffiliation.com",
    "effiliation.com",
    "track.effiliation.com",
    "clk.tradedoubler.com",
];
const PARAMETERS: [&str; 8] =
    ["tag=", "aff=", "affid=", "aff_id=", "affiliate=", "irclickid=", "awc=", "utm_medium=affiliat"];
/// Phrases of advertisements, folded, in order.
#[rustfmt::skip]
const PHRASES: [&str; 37] = [
    "ambassadeur de la marque", "ambassadeur officiel", "ambassadrice de la marque", "ambassadrice officielle",
    "brand ambassador", "de reduction avec", "de remise avec", "en collab avec", "en collaboration avec",
    "en partenariat avec", "envoye par @", "gifted by", "gifted me", "in collaboration with",
    "in partnership with", "invite par @", "invitee par @", "lien dans la bio", "lien dans ma bio",
    "lien en bio", "link in bio", "link in my bio", "merci a toute l'equipe", "merci pour ce cadeau",
    "merci pour l'envoi", "off your first", "off your next", "off your order", "offert par @", "offerte par @",
    "offertes par @", "offerts par @", "recu en cadeau", "sent to me by @", "swipe up",
    "thank you for sending me", "thanks for sending me",
];

/// Posts looked at in one step.
const STEP: usize = 1 << 14;
/// Of these, those whose text is read.
const READ: usize = 2_000;

/// Finds posts about the brand that are paid for or may be, a block of posts at a time.
///
/// # Complexity
/// O(posts + text of those that name the brand).
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct FindPaid<'a> {
    data: &'a Dataset,
    strings: &'a Strings,
    window: Window,
    signs: Signs<'a>,
    /// Accounts that are not asked, in order.
    own: &'a [u32],
    tokenizer: Tokenizer,
    folded: String,
    post: usize,
    found: Vec<Paid>,
    failed: bool,
}

impl<'a> FindPaid<'a> {
    /// Prepares the walk; `own` are the accounts of the brand and of its staff, in order.
    pub fn new(
        data: &'a Dataset,
        strings: &'a Strings,
        window: Window,
        signs: Signs<'a>,
        own: &'a [u32],
    ) -> FindPaid<'a> {
        FindPaid {
            data,
            strings,
            window,
            signs,
            own,
            tokenizer: Tokenizer::new(),
            folded: String::new(),
            post: 0,
            found: Vec::new(),
            failed: false,
        }
    }

    fn reasons(&mut self, post: usize) -> u8 {
        let disclosed = if self.signs.has(post, AD) { reason::DISCLOSED } else { 0 };
        let code = if self.signs.has(post, PROMOTION) { reason::CODE } else { 0 };
        disclosed | code | self.read(self.strings.get(self.data.posts.text[post]))
    }

    /// What the text itself shows.
    fn read(&mut self, text: &str) -> u8 {
        let mut reasons = 0;
        if text.contains("://") {
            self.tokenizer.each(text, |token| {
                if token.kind == TokenKind::Domain && pays(token.text, &text[token.start..token.end]) {
                    reasons |= reason::AFFILIATE;
                }
            });
        }
        self.folded.clear();
        fold_into(text, &mut self.folded);
        if advertises(&self.folded) {
            reasons |= reason::COMMERCIAL;
        }
        reasons
    }
}

/// Whether a folded text holds a phrase of advertisements, from the beginning of a word.
fn advertises(folded: &str) -> bool {
    let mut inside = false;
    for (at, byte) in folded.bytes().enumerate() {
        let begins = byte.is_ascii_lowercase() && !inside;
        inside = byte.is_ascii_alphanumeric() || byte >= 0x80;
        if begins {
            let from = PHRASES.partition_point(|phrase| phrase.as_bytes()[0] < byte);
            let alike = PHRASES[from..].iter().take_while(|phrase| phrase.as_bytes()[0] == byte);
            if alike.into_iter().any(|phrase| folded[at..].starts_with(phrase)) {
                return true;
            }
        }
    }
    false
}

/// Whether a link pays whoever gives it.
fn pays(site: &str, address: &str) -> bool {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let amazon = site.starts_with("amazon.") || site.contains(".amazon.");
    SITES.contains(&site)
        || query.split(['&', ';']).any(|pair| {
            let pair = pair.to_ascii_lowercase();
            // A tag is a partner's on one site, and any word elsewhere.
            PARAMETERS.iter().any(|name| pair.starts_with(name) && (amazon || *name != "tag="))
        })
}

impl Steps for FindPaid<'_> {
    type Output = Result<Vec<Paid>>;

    fn step(&mut self) -> bool {
        let posts = &self.data.posts;
        let (to, mut read) = (posts.known.min(self.post + STEP), 0);
        while self.post < to && read < READ && !self.failed {
            let (post, account) = (self.post, posts.author[self.post]);
            self.post += 1;
            let asked = self.signs.names_brand(post)
                && account != NONE
                && posts.kind[post] != PostKind::Repost
                && self.window.contains(posts.time.at(post))
                && self.own.binary_search(&account).is_err();
            if !asked {
                continue;
            }
            read += 1;
            let reasons = self.reasons(post);
            if reasons != 0 {
                self.failed = self.found.try_reserve(1).is_err();
                if !self.failed {
                    self.found.push(Paid { post: post as u32, account, reasons });
                }
            }
        }
        self.failed || self.post == posts.known
    }

    fn share_done(&self) -> f64 {
        self.post as f64 / self.data.posts.known.max(1) as f64
    }

    fn finish(self) -> Result<Vec<Paid>> {
        if self.failed { Err(ErrorKind::OutOfMemory { what: "people" }.into()) } else { Ok(self.found) }
    }
}

/// Posts about the brand that are paid for or may be, in order of time; see [`FindPaid`].
///
/// # Errors
/// As [`FindPaid`].
pub fn paid(
    data: &Dataset,
    strings: &Strings,
    window: Window,
    signs: Signs<'_>,
    own: &[u32],
) -> Result<Vec<Paid>> {
    run(FindPaid::new(data, strings, window, signs, own))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Cast;
    use super::*;

    #[test]
    fn disclosed_and_to_review_and_neither() {
        let mut cast = Cast::new();
        let texts = [
            ("a", "Café Lumen #ad avec mon code LEA10", AD | PROMOTION, "disclosed code"),
            ("a", "Café Lumen : mon code LEA10", PROMOTION, "code"),
            ("b", "Café Lumen https://amzn.to/3xyz", 0, "affiliate"),
            ("b", "Merci @CafeLumen pour l’ENVOI", 0, ""),
            ("c", "Merci pour l’envoi Café Lumen", 0, "commercial"),
            ("c", "J'adore Café Lumen https://lumen.example/?page=2", 0, ""),
            ("d", "Café Lumen https://www.amazon.fr/dp/1?tag=lea-21&x=1", 0, "affiliate"),
            ("d", "Café Lumen https://www.amazon.fr/dp/1?ref=sr_1_1", 0, ""),
            ("staff", "Café Lumen avec le code EQUIPE", PROMOTION, ""),
        ];
        for (day, (who, text, _, _)) in (0..).zip(&texts) {
            cast.says(who, day, text);
        }
        cast.says("e", 99, "lien en bio, sans la marque");
        cast.shares("f", 100, "a", "Café Lumen #ad");
        let data = cast.data();
        let mut marks: Vec<u8> = texts.iter().map(|t| t.2).collect();
        let mut brands = vec![1; marks.len()];
        marks.extend([0, AD]);
        brands.extend([0, 1]);
        let signs = Signs { tone: &[], brands: &brands, marks: &marks };
        let own = [cast.find("staff") as u32];
        let found = paid(&data, cast.strings(), Window::default(), signs, &own).unwrap();
        let shown: Vec<(u32, String)> =
            found.iter().map(|p| (p.post, p.names().collect::<Vec<_>>().join(" "))).collect();
        let expected: Vec<(u32, String)> = (0..)
            .zip(&texts)
            .filter(|(_, t)| !t.3.is_empty())
            .map(|(post, t)| (post, t.3.to_owned()))
            .collect();
        assert_eq!(shown, expected);
        assert!(found[0].is_disclosed() && !found[1].is_disclosed());
    }

    #[test]
    fn phrases_are_folded_and_in_order() {
        assert!(PHRASES.is_sorted());
        for phrase in PHRASES {
            assert!(advertises(&format!("é {phrase}!")) && !advertises(&format!("x{phrase}")));
            assert_eq!(crate::text::fold(phrase), phrase);
        }
    }
}
