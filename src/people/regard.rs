//! Regard: what somebody's own posts show of how they stand to a brand.

use crate::math::{Sum, ln, sqrt};
use crate::model::{Dataset, Millis, PostKind};
use crate::score::Analysis;
use crate::text::Readings;
use crate::text::marks::{AD, COMPLAINT, POSSESSION, PURCHASE, USE};

/// Tone from which a post is positive, and below the opposite of which it is negative: nearer to 0 it is neutral.
pub const SIGNED: f32 = 0.3;
/// Marks of posts that tell of a purchase, a possession, a use.
pub const BOUGHT: u8 = PURCHASE | POSSESSION | USE;
/// One side of the interval that leaves a tenth out on either side.
const Z10: f64 = 1.281_551_565_544_600_4;
/// A week, and what moves its beginning from Thursday, the first of January 1970, to Monday.
const WEEK: Millis = 7 * 86_400_000;
const TO_MONDAY: Millis = 3 * 86_400_000;

/// The week of a moment, from Monday to Sunday, UTC.
pub fn week(time: Millis) -> i64 {
    time.saturating_add(TO_MONDAY).div_euclid(WEEK)
}

impl<'a> Signs<'a> {
    /// What was read of the posts.
    pub fn of(readings: &'a Readings) -> Signs<'a> {
        Signs { tone: &readings.tone, brands: &readings.brands, marks: &readings.marks }
    }

    /// What an analysis holds: the tones corrected where somebody did.
    pub fn in_analysis(analysis: &'a Analysis) -> Signs<'a> {
        let Some(readings) = analysis.readings.as_deref() else { return Signs::default() };
        Signs { tone: analysis.tone().unwrap_or_default(), ..Signs::of(readings) }
    }
}

/// What every post says besides its subject; all of a length, or empty where nothing was read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs<'a> {
    /// Tone, −1 to 1; NaN is unknown.
    pub tone: &'a [f32],
    /// Brands named: bit 0 the own one.
    pub brands: &'a [u32],
    /// Marks, as [`crate::text::marks`] has them.
    pub marks: &'a [u8],
}

impl Signs<'_> {
    /// Whether a post names the own brand.
    pub fn names_brand(&self, post: usize) -> bool {
        self.brands.get(post).is_some_and(|brands| brands & 1 != 0)
    }

    /// Whether a post bears a mark.
    pub fn has(&self, post: usize, mark: u8) -> bool {
        self.marks.get(post).is_some_and(|marks| marks & mark != 0)
    }

    /// Tone of a post; NaN is unknown.
    pub fn tone_of(&self, post: usize) -> f32 {
        self.tone.get(post).copied().unwrap_or(f32::NAN)
    }
}

/// How somebody stands to the brand, as their posts show it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Regard {
    /// Their own posts that name the brand.
    pub mentions: u32,
    /// Weeks in which they did; `None` where no such post has a moment.
    pub weeks: Option<u32>,
    /// Weeks in which they wrote anything.
    pub active_weeks: u32,
    /// Of these posts, those whose tone is known.
    pub toned: u32,
    /// Those that are positive, and negative.
    pub positive: u32,
    /// Those that are negative.
    pub negative: u32,
    /// Mean tone; NaN without any known.
    pub tone: f64,
    /// Posts that say that they are advertising.
    pub ads: u32,
    /// Posts that tell of a purchase, a use, a possession.
    pub bought: u32,
    /// Posts that complain.
    pub complaints: u32,
    /// Brands that they name, over all these posts, own and competitors'.
    pub brands: u32,
}

impl Regard {
    /// Reads the posts of an account: those that name the brand are added to `about`.
    pub fn read(
        data: &Dataset,
        posts: impl Iterator<Item = usize>,
        signs: &Signs<'_>,
        about: &mut Vec<u32>,
    ) -> Regard {
        let mut regard = Regard { tone: f64::NAN, ..Regard::default() };
        let (mut last_week, mut last_about, mut tone) = (None, None, Sum::default());
        for post in posts.filter(|post| data.posts.kind[*post] != PostKind::Repost) {
            let week = data.posts.time.at(post).map(week);
            // Posts are in order of time.
            if week.is_some() && week != last_week {
                last_week = week;
                regard.active_weeks += 1;
            }
            if !signs.names_brand(post) {
                continue;
            }
            about.push(post as u32);
            regard.mentions += 1;
            if week.is_some() && week != last_about {
                last_about = week;
                regard.weeks = Some(regard.weeks.unwrap_or(0) + 1);
            }
            let said = signs.tone_of(post);
            if !said.is_nan() {
                regard.toned += 1;
                regard.positive += u32::from(said >= SIGNED);
                regard.negative += u32::from(said <= -SIGNED);
                tone.add(f64::from(said));
            }
            let marks = signs.marks.get(post).copied().unwrap_or(0);
            regard.ads += u32::from(marks & AD != 0);
            regard.bought += u32::from(marks & BOUGHT != 0);
            regard.complaints += u32::from(marks & COMPLAINT != 0);
            regard.brands += signs.brands[post].count_ones();
        }
        if regard.toned > 0 {
            regard.tone = tone.total() / f64::from(regard.toned);
        }
        regard
    }

    /// Share of advertising among the posts about the brand; NaN without any.
    pub fn ad_share(&self) -> f64 {
        f64::from(self.ads) / f64::from(self.mentions)
    }

    /// Lower bound of the share of positive posts among those whose tone is known.
    pub fn positive_low(&self) -> f64 {
        lower_bound(self.positive, self.toned)
    }

    /// Lower bound of the share of negative posts among those whose tone is known.
    pub fn negative_low(&self) -> f64 {
        lower_bound(self.negative, self.toned)
    }

    /// `A = LCB10(share) · ln(1 + mentions) · brand weeks / weeks · (1 − ad share) · authenticity / 100`.
    ///
    /// `low` is the lower bound of the share, `weeks` those that the study spans. Authenticity that is unknown is left
    /// out; anything else that is makes NaN.
    pub fn score(&self, low: f64, weeks: f64, authenticity: f64) -> f64 {
        let genuine = if authenticity.is_nan() { 1.0 } else { (authenticity / 100.0).clamp(0.0, 1.0) };
        let brand_weeks = self.weeks.map_or(f64::NAN, f64::from);
        let span = brand_weeks / weeks;
        let regular = if span > 1.0 { 1.0 } else { span };
        low * ln(1.0 + f64::from(self.mentions)) * regular * (1.0 - self.ad_share()) * genuine
    }

    /// Advocacy, 0 to 100: `.3 recurrence + .3 (1 + tone)/2 + .2 spontaneity + .2 exclusivity`, over what is known.
    ///
    /// *Recurrence* is the share of their active weeks in which they named the brand, drawn to one half by one week;
    /// *spontaneity* the share of their posts about it that are neither advertising nor answers to it; *exclusivity* one
    /// over the brands that such a post names on average.
    pub fn advocacy(&self, answers_or_ads: u32) -> f64 {
        if self.mentions == 0 {
            return f64::NAN;
        }
        let mentions = f64::from(self.mentions);
        let recurrence =
            self.weeks.map_or(f64::NAN, |w| (f64::from(w) + 0.5) / (f64::from(self.active_weeks) + 1.0));
        let parts = [
            (0.3, recurrence),
            (0.3, (1.0 + self.tone) / 2.0),
            (0.2, 1.0 - f64::from(answers_or_ads.min(self.mentions)) / mentions),
            (0.2, mentions / f64::from(self.brands.max(1))),
        ];
        let (mut total, mut weight) = (0.0, 0.0);
        for (w, part) in parts.into_iter().filter(|part| !part.1.is_nan()) {
            total += w * part;
            weight += w;
        }
        100.0 * total / weight
    }
}

/// Lower bound of a share of `hits` out of `all` that holds nine times in ten; NaN without any.
///
/// `(p + z²/2n − z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)` with z = 1.2816 (Wilson 1927).
///
/// ```
/// use sillage::people::regard::lower_bound;
/// assert!((lower_bound(3, 3) - 0.6462).abs() < 1e-4); // three out of three may be two out of three
/// assert!(lower_bound(30, 30) > 0.94);
/// assert!(lower_bound(0, 0).is_nan());
/// ```
pub fn lower_bound(hits: u32, all: u32) -> f64 {
    let n = f64::from(all);
    let (p, z2) = (f64::from(hits) / n, Z10 * Z10);
    let spread = Z10 * sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    ((p + z2 / (2.0 * n) - spread) / (1.0 + z2 / n)).max(if all == 0 { f64::NAN } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        let monday = 1_704_067_200_000;
        assert_eq!(week(monday - 1) + 1, week(monday));
        assert_eq!(week(monday + WEEK - 1), week(monday));
        assert_eq!(week(-1), week(0));
    }

    #[test]
    fn bounds_of_shares() {
        assert_eq!(lower_bound(0, 4), 0.0);
        assert!((lower_bound(3, 4) - 0.4325).abs() < 1e-3);
        assert!((lower_bound(5, 6) - 0.5762).abs() < 2e-2);
        assert!(lower_bound(1, 1) < 0.5);
    }

    #[test]
    fn scores_by_hand() {
        let regard = Regard {
            mentions: 4,
            weeks: Some(3),
            active_weeks: 5,
            toned: 4,
            positive: 4,
            tone: 0.6,
            ads: 1,
            brands: 8,
            ..Regard::default()
        };
        let low = lower_bound(4, 4);
        let a = regard.score(low, 6.0, 80.0);
        assert!((a - low * ln(5.0) * 0.5 * 0.75 * 0.8).abs() < 1e-12);
        assert!(
            (regard.score(low, 6.0, f64::NAN) - a / 0.8).abs() < 1e-12,
            "unknown authenticity is left out"
        );
        let advocacy = 100.0 * (0.3 * 3.5 / 6.0 + 0.3 * 0.8 + 0.2 * 0.5 + 0.2 * 0.5);
        assert!((regard.advocacy(2) - advocacy).abs() < 1e-9);
        let undated = Regard { weeks: None, ..regard.clone() };
        assert!(undated.score(low, 6.0, 80.0).is_nan() && (undated.advocacy(0) > 0.0));
        assert!(Regard::default().advocacy(0).is_nan());
    }
}
