//! Personal archives cut in slices, damaged and taken for one another: the same study, and never a panic.

use crate::support::try_import;
use crate::{archives_facebook as facebook, archives_instagram as instagram, archives_mastodon as mastodon};
use crate::{archives_tiktok as tiktok, archives_x as x};
use sillage::issue::Receipt;
use sillage::model::Dataset;
use sillage::platform::ImportOptions;

const FILES: [&str; 21] = [
    x::ACCOUNT,
    x::PROFILE,
    x::FOLLOWERS,
    x::LIKES,
    x::TWEETS,
    x::NOTES,
    instagram::FOLLOWERS,
    instagram::FOLLOWING,
    instagram::PERSONAL,
    instagram::POSTS,
    instagram::COMMENTS,
    instagram::LIKES,
    facebook::FRIENDS,
    facebook::POSTS,
    facebook::COMMENTS,
    facebook::REACTIONS,
    facebook::PROFILE,
    tiktok::OLD,
    tiktok::NEW,
    mastodon::OUTBOX,
    mastodon::ACTOR,
];

const FORMATS: [&str; 6] = [
    "x_archive",
    "instagram_archive",
    "facebook_archive",
    "tiktok_archive",
    "mastodon_archive",
    "tiktok_text",
];

/// The receipt, how many accounts there are, and the ties between them.
type Outcome = Result<(Receipt, usize, Vec<(u32, u32)>), &'static str>;

fn outcome(bytes: &[u8], chunk: usize, format: Option<&str>) -> Outcome {
    let options = ImportOptions { format: format.map(str::to_string), ..ImportOptions::default() };
    let (receipt, builder) = try_import(bytes, chunk, options).map_err(|e| e.code())?;
    let data = Dataset::of(&builder).unwrap();
    let ties = data.ties.from.iter().copied().zip(data.ties.to.iter().copied()).collect();
    Ok((receipt, data.accounts.len(), ties))
}

#[test]
fn slices_change_nothing() {
    for text in FILES {
        let whole = outcome(text.as_bytes(), usize::MAX, None);
        assert!(whole.is_ok(), "{}", &text[..60]);
        for chunk in [1, 2, 7, 61] {
            assert_eq!(outcome(text.as_bytes(), chunk, None), whole, "slices of {chunk}: {}", &text[..60]);
        }
    }
}

#[test]
fn damage_and_mistaken_formats_never_panic() {
    let mut seed = 7_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as usize) % below.max(1)
    };
    for (number, text) in FILES.iter().enumerate() {
        for turn in 0..25 {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..=turn % 4 {
                let at = random(bytes.len());
                match random(4) {
                    0 => bytes[at] = b"{}[]\",:\\0\n\xff"[random(11)],
                    1 => bytes.truncate(at.max(1)),
                    2 => drop(bytes.drain(at..(at + random(30)).min(bytes.len()))),
                    _ => {
                        let part: Vec<u8> = bytes[at..(at + random(200)).min(bytes.len())].to_vec();
                        let to = random(bytes.len());
                        bytes.splice(to..to, part);
                    }
                }
                if bytes.is_empty() {
                    bytes.push(b'[');
                }
            }
            let whole = outcome(&bytes, usize::MAX, None);
            assert_eq!(outcome(&bytes, 1 + random(40), None), whole);
        }
        for format in FORMATS {
            let _ = outcome(text.as_bytes(), 1 + number, Some(format));
        }
    }
}
