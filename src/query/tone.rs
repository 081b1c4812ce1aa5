//! How posts and people sound, and why: for the dossier.

use super::View;
use crate::model::PostKind;
use crate::score::goodwill::NEUTRAL;
use crate::text::brands::Brands;
use crate::text::corrections::{Label, key};
use crate::text::reading::Reader;
use crate::text::tone::Tongue;
use serde::Serialize;

/// Posts with a tone below which nothing is said of how a person sounds: a handful of hits says nothing.
pub const ENOUGH: u32 = 10;

/// Whether so many posts with a tone are enough to say how a person sounds.
pub fn enough(toned: u32) -> bool {
    toned >= ENOUGH
}

/// A word of feeling.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Felt {
    pub text: String,
    pub value: f64,
}

/// How a post sounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PostTone {
    /// What a correction knows the post by.
    pub key: String,
    /// As it was read, −1 to 1; `None` where no word of feeling was found.
    pub read: Option<f64>,
    /// What somebody said instead.
    pub label: Option<Label>,
    /// What counts now.
    pub sounds: Option<Label>,
    pub words: Vec<Felt>,
}

/// How a person's own posts sound.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PersonTone {
    /// Own posts with a text, and those of them that have a tone.
    pub posts: u32,
    pub toned: u32,
    /// How many sound how; `None` where fewer than [`ENOUGH`] have a tone.
    pub positive: Option<u32>,
    pub neutral: Option<u32>,
    pub negative: Option<u32>,
}

/// Positive, neutral or negative; `None` for an unknown tone.
fn sounds(tone: f64) -> Option<Label> {
    match tone {
        tone if tone.is_nan() => None,
        tone if tone <= -NEUTRAL => Some(Label::Negative),
        tone if tone < NEUTRAL => Some(Label::Neutral),
        _ => Some(Label::Positive),
    }
}

/// How some posts sound: `None` for those without a text of their own. Cost: their texts are read again.
pub fn post_tones(view: View<'_>, posts: impl Iterator<Item = usize>) -> Vec<Option<PostTone>> {
    let analysis = view.analysis;
    let (data, all) = (&analysis.data, &analysis.data.posts);
    let mut reader = Reader::new(Brands::default());
    let mut of = |post: usize| {
        let readings = analysis.readings.as_deref()?;
        let text = view.strings.get_some(all.text[post])?;
        if all.kind[post] == PostKind::Repost {
            return None;
        }
        let tone = |tones: &[f32]| tones.get(post).map_or(f64::NAN, |tone| f64::from(*tone));
        let author = readings.language_of(all.author[post] as usize).map(Tongue::of_code).unwrap_or_default();
        let code = usize::from(all.lang[post]).checked_sub(1).and_then(|at| data.langs.get(at));
        let given = code.map(|code| Tongue::of_code(code)).unwrap_or_default();
        let guessed = given == Tongue::Unknown;
        let felt = reader.felt(text, if guessed { author } else { given }, guessed);
        let key = key(data, view.strings, post);
        Some(PostTone {
            label: analysis.settings.tones.get(&key).copied(),
            key,
            read: super::some(tone(&readings.tone)),
            sounds: sounds(analysis.tone().map_or(f64::NAN, tone)),
            words: felt.into_iter().map(|one| Felt { text: one.text, value: one.value }).collect(),
        })
    };
    posts.map(&mut of).collect()
}

/// How the own posts of a person sound; `None` where no text was read.
pub fn person_tone(view: View<'_>, own: &[usize]) -> Option<PersonTone> {
    let tones = view.analysis.tone()?;
    let all = &view.analysis.data.posts;
    let mut found = PersonTone { posts: 0, toned: 0, positive: None, neutral: None, negative: None };
    let mut counts = [0; 3];
    for post in own.iter().filter(|p| all.kind[**p] != PostKind::Repost && all.text[**p].is_some()) {
        found.posts += 1;
        if let Some(label) = sounds(tones.get(*post).map_or(f64::NAN, |tone| f64::from(*tone))) {
            found.toned += 1;
            counts[label as usize] += 1;
        }
    }
    if enough(found.toned) {
        [found.positive, found.neutral, found.negative] = counts.map(Some);
    }
    Some(found)
}
