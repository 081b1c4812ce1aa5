//! What the caller decides.

use super::objective::Objective;
use super::pillar::SubFactor;
use super::target::{self, Audience, Brand, Lists};
use super::weights::{FactorWeights, PillarWeights};
use crate::error::{ErrorKind, Result};
use crate::graph::{LayerWeights, Window};
use crate::limits::{LISTED, TONE_KEY_BYTES};
use crate::model::OptOut;
use crate::text::corrections::Label;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// How fast credit fades.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum HalfLife {
    /// Chosen on the data.
    #[default]
    Auto,
    /// Days.
    Days(f64),
    /// Nothing fades.
    Never,
}

impl Serialize for HalfLife {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            HalfLife::Auto => serializer.serialize_str("auto"),
            HalfLife::Days(days) => serializer.serialize_f64(*days),
            HalfLife::Never => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for HalfLife {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Days(f64),
            Word(String),
        }
        match Option::<Given>::deserialize(deserializer)? {
            None => Ok(HalfLife::Never),
            Some(Given::Days(days)) => Ok(HalfLife::Days(days)),
            Some(Given::Word(word)) if word == "auto" => Ok(HalfLife::Auto),
            Some(Given::Word(word)) => Err(serde::de::Error::custom(format!("halfLifeDays: {word:?}"))),
        }
    }
}

/// How ties count.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TieSettings {
    /// Weight of each layer.
    pub weights: LayerWeights,
    /// How fast credit fades.
    pub half_life_days: HalfLife,
}

/// Everything the caller decides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// What the campaign is for.
    pub objective: Objective,
    /// Weights that replace the objective's.
    pub weights: Option<PillarWeights>,
    /// Weights of the sub-factors inside their pillars that replace the objective's.
    pub factor_weights: Option<FactorWeights>,
    /// The subject, in the language of [`crate::text::Brief`].
    pub brief: String,
    /// The brand that the campaign is for.
    pub brand: Option<Brand>,
    /// The brands it is compared with.
    pub competitors: Vec<Brand>,
    /// Whom it wants to reach.
    pub audience: Audience,
    /// Whom the brand knows already.
    pub lists: Lists,
    /// The span that counts.
    pub window: Window,
    /// How ties count.
    pub ties: TieSettings,
    /// Whether engagement that asks to be checked counts less.
    pub discount: bool,
    /// Tones of posts that were corrected by hand, by the [key](crate::text::corrections::key) of each.
    pub tones: BTreeMap<String, Label>,
    /// People who asked to be left out: handles, addresses of profiles, or [fingerprints](crate::model::OptOut).
    pub opt_out: Vec<String>,
    /// Seed of everything random.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            objective: Objective::None,
            weights: None,
            factor_weights: None,
            brief: String::new(),
            brand: None,
            competitors: Vec::new(),
            audience: Audience::default(),
            lists: Lists::default(),
            window: Window::default(),
            ties: TieSettings::default(),
            discount: true,
            tones: BTreeMap::new(),
            opt_out: Vec::new(),
            seed: 0,
        }
    }
}

/// Distinguishes "left out" (`None`) from "set to null" (`Some(None)`).
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// A change of some settings; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SettingsPatch {
    objective: Option<Objective>,
    #[serde(deserialize_with = "given")]
    weights: Option<Option<PillarWeights>>,
    #[serde(deserialize_with = "given")]
    factor_weights: Option<Option<FactorWeights>>,
    brief: Option<String>,
    #[serde(deserialize_with = "given")]
    brand: Option<Option<Brand>>,
    competitors: Option<Vec<Brand>>,
    #[serde(deserialize_with = "given")]
    audience: Option<Option<Audience>>,
    #[serde(deserialize_with = "given")]
    lists: Option<Option<Lists>>,
    window: Option<WindowPatch>,
    ties: Option<TiePatch>,
    discount: Option<bool>,
    #[serde(deserialize_with = "given")]
    tones: Option<Option<BTreeMap<String, Label>>>,
    #[serde(deserialize_with = "given")]
    opt_out: Option<Option<Vec<String>>>,
    seed: Option<f64>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct WindowPatch {
    #[serde(deserialize_with = "given")]
    from: Option<Option<f64>>,
    #[serde(deserialize_with = "given")]
    to: Option<Option<f64>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct TiePatch {
    weights: Option<LayerWeightsPatch>,
    #[serde(deserialize_with = "given")]
    half_life_days: Option<Option<HalfLife>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct LayerWeightsPatch {
    repost: Option<f64>,
    quote: Option<f64>,
    reply: Option<f64>,
    mention: Option<f64>,
    like: Option<f64>,
    follow: Option<f64>,
    link: Option<f64>,
}

impl Settings {
    /// The settings with a patch applied, checked.
    ///
    /// # Errors
    /// `argument.invalid` names the setting that cannot be: a weight that is negative or not finite, a half-life that
    /// is not positive, an empty window, a seed that is not a whole number; `limit.reached` for a brief too long.
    pub fn patched(&self, patch: SettingsPatch) -> Result<Settings> {
        let mut next = self.clone();
        if let Some(objective) = patch.objective {
            next.objective = objective;
        }
        if let Some(weights) = patch.weights {
            next.weights = weights;
        }
        if let Some(weights) = patch.factor_weights {
            next.factor_weights = weights;
        }
        if let Some(brief) = patch.brief {
            next.brief = brief;
        }
        if let Some(brand) = patch.brand {
            next.brand = brand;
        }
        if let Some(competitors) = patch.competitors {
            next.competitors = competitors;
        }
        if let Some(audience) = patch.audience {
            next.audience = audience.unwrap_or_default();
        }
        if let Some(lists) = patch.lists {
            next.lists = lists.unwrap_or_default();
        }
        if let Some(discount) = patch.discount {
            next.discount = discount;
        }
        if let Some(tones) = patch.tones {
            next.tones = tones.unwrap_or_default();
        }
        if let Some(opt_out) = patch.opt_out {
            next.opt_out = opt_out.unwrap_or_default();
        }
        if let Some(window) = patch.window {
            set_time(&mut next.window.from, window.from)?;
            set_time(&mut next.window.to, window.to)?;
        }
        if let Some(ties) = patch.ties {
            if let Some(half_life) = ties.half_life_days {
                next.ties.half_life_days = half_life.unwrap_or(HalfLife::Never);
            }
            if let Some(w) = ties.weights {
                let held = &mut next.ties.weights;
                for (into, value) in [
                    (&mut held.repost, w.repost),
                    (&mut held.quote, w.quote),
                    (&mut held.reply, w.reply),
                    (&mut held.mention, w.mention),
                    (&mut held.like, w.like),
                    (&mut held.follow, w.follow),
                    (&mut held.link, w.link),
                ] {
                    if let Some(value) = value {
                        *into = value;
                    }
                }
            }
        }
        if let Some(seed) = patch.seed {
            if !(0.0..=9_007_199_254_740_991.0).contains(&seed) || seed.fract() != 0.0 {
                return Err(invalid("seed", seed));
            }
            next.seed = seed as u64;
        }
        next.check()?;
        Ok(next)
    }

    fn check(&self) -> Result<()> {
        if let Some(weights) = self.weights {
            weights.normalised()?;
        }
        if let Some(weights) = &self.factor_weights {
            for weight in SubFactor::ALL.map(|factor| weights.weight(factor)) {
                if !(weight >= 0.0 && weight.is_finite()) {
                    return Err(invalid("factorWeights", weight));
                }
            }
        }
        target::check(self.brand.as_ref(), &self.competitors, &self.audience, &self.lists)?;
        if self.tones.len() > LISTED || self.opt_out.len() > LISTED {
            return Err(ErrorKind::LimitReached { limit: "LISTED", value: LISTED as f64 }.into());
        }
        if let Some(long) = self.tones.keys().find(|key| key.len() > TONE_KEY_BYTES) {
            return Err(invalid("tones", &long[..long.floor_char_boundary(TONE_KEY_BYTES)]));
        }
        let w = &self.ties.weights;
        for weight in [w.repost, w.quote, w.reply, w.mention, w.like, w.follow, w.link] {
            if !(weight >= 0.0 && weight.is_finite()) {
                return Err(invalid("ties.weights", weight));
            }
        }
        if let HalfLife::Days(days) = self.ties.half_life_days
            && !(days > 0.0 && days.is_finite())
        {
            return Err(invalid("ties.halfLifeDays", days));
        }
        if let (Some(from), Some(to)) = (self.window.from, self.window.to)
            && from >= to
        {
            return Err(invalid("window", to));
        }
        crate::text::Brief::parse(&self.brief).map(|_| ())
    }

    /// The settings as a file may hold them that others get: without the names of those who asked to be left out.
    pub fn without_opted_out(&self) -> Settings {
        let list = OptOut::new(self.opt_out.iter().map(String::as_str));
        let mut shown = Settings { opt_out: Vec::new(), ..self.clone() };
        let lists = [&mut shown.lists.employees, &mut shown.lists.customers, &mut shown.audience.accounts];
        lists.into_iter().for_each(|people| people.retain(|typed| !list.names(typed)));
        shown
    }

    /// The settings without anybody: no list of people, no person of the target audience, no post that was corrected.
    pub fn without_people(&self) -> Settings {
        let audience = Audience { accounts: Vec::new(), ..self.audience.clone() };
        let (lists, tones, opt_out) = (Lists::default(), BTreeMap::new(), Vec::new());
        Settings { audience, lists, tones, opt_out, ..self.clone() }
    }

    /// Weights of the sub-factors inside their pillars.
    pub fn sub_factor_weights(&self) -> FactorWeights {
        self.factor_weights.unwrap_or_else(|| self.objective.preset().factor_weights)
    }

    /// Weights of the pillars, adding up to 1.
    pub fn pillar_weights(&self) -> PillarWeights {
        let weights = self.weights.unwrap_or_else(|| self.objective.weights());
        // Checked when they were set.
        weights.normalised().unwrap_or_default()
    }
}

fn set_time(into: &mut Option<i64>, given: Option<Option<f64>>) -> Result<()> {
    if let Some(time) = given {
        if time.is_some_and(|t| !t.is_finite() || t.abs() > 8.64e15) {
            return Err(invalid("window", time.unwrap_or(f64::NAN)));
        }
        *into = time.map(|t| t as i64);
    }
    Ok(())
}

fn invalid(name: &'static str, given: impl ToString) -> crate::error::Error {
    ErrorKind::InvalidArgument { name, given: given.to_string() }.into()
}
