//! How far a ranking changes when what was decided for it changes: half-life, weights of ties, objective.

use crate::graph::credit::credit;
use crate::graph::{LayerWeights, credit::Credit};
use crate::math::pow;
use crate::model::Layer;
use crate::score::{Analysis, FactorColumn, Objective, Recipe, Scores, SubFactor, Unit};
use serde::Serialize;

/// How much each further place counts in [`rank_biased_overlap`].
pub const PERSISTENCE: f64 = 0.9;
/// Places that rank-biased overlap looks at: those beyond count less than 1 in 30,000.
pub const SHALLOW: usize = 100;
/// Accounts, the first of the ranking, that Kendall's τ looks at.
pub const DEEP: usize = 1_000;
/// Numbers of first places whose share that stays is told.
pub const KEPT: [usize; 2] = [10, 50];

/// How far two orders agree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Rank-biased overlap of the first 100, 0 to 1.
    pub overlap: f64,
    /// Kendall's τ_b over the first 1,000 accounts of the ranking, −1 to 1; NaN below two.
    pub tau: f64,
    /// Share of the first 10 and of the first 50 ([`KEPT`]) that are among the first 10 and 50 of the other order too, 0
    /// to 1; NaN where no more than so many are ranked, who all stay whatever happens.
    pub kept: [f64; 2],
}

impl Agreement {
    /// The mean of several.
    pub fn mean(all: &[Agreement]) -> Agreement {
        let mean = |of: fn(&Agreement) -> f64| crate::math::mean(&all.iter().map(of).collect::<Vec<f64>>());
        Agreement {
            overlap: mean(|a| a.overlap),
            tau: mean(|a| a.tau),
            kept: [mean(|a| a.kept[0]), mean(|a| a.kept[1])],
        }
    }
}

/// Compares another order with the ranking: its first places (given by the place that each has in the ranking), and
/// the rank in it of the first accounts of the ranking, from 0.
pub(super) fn compare(order: &[u32], ranks: &[u32]) -> Agreement {
    let ranking: Vec<u32> = (0..order.len() as u32).collect();
    let here: Vec<f64> = (0..ranks.len()).map(|place| place as f64).collect();
    let there: Vec<f64> = ranks.iter().map(|rank| f64::from(*rank)).collect();
    Agreement {
        overlap: rank_biased_overlap(&ranking, order, PERSISTENCE),
        tau: kendall_tau_b(&here, &there),
        kept: kept(ranks),
    }
}

/// Shares of the first places that stay, by the rank (from 0) that each account of the ranking has in the other order.
fn kept(ranks: &[u32]) -> [f64; 2] {
    KEPT.map(|top| {
        if ranks.len() <= top {
            return f64::NAN;
        }
        ranks[..top].iter().filter(|rank| (**rank as usize) < top).count() as f64 / top as f64
    })
}

/// Rank-biased overlap of two lists, extrapolated: 1 for the same list, 0 for lists that share nothing. Lists as long
/// as each other; the rest of a longer one is left out.
///
/// `RBO = p^k X_k / k + (1 − p)/p · Σ_{d=1}^{k} p^d X_d / d`, where `X_d` is how many the first `d` of both share. The
/// first places count most.
///
/// Source: Webber, Moffat and Zobel 2010, equation 23.
///
/// ```
/// use sillage::uncertainty::rank_biased_overlap;
/// assert!((rank_biased_overlap(&[1, 2, 3], &[1, 2, 3], 0.9) - 1.0).abs() < 1e-12);
/// assert_eq!(rank_biased_overlap(&[1, 2], &[3, 4], 0.9), 0.0);
/// ```
pub fn rank_biased_overlap(a: &[u32], b: &[u32], p: f64) -> f64 {
    let depth = a.len().min(b.len());
    if depth == 0 {
        return f64::NAN;
    }
    let place = |list: &[u32]| {
        let mut sorted: Vec<(u32, u32)> =
            list[..depth].iter().enumerate().map(|(at, x)| (*x, at as u32)).collect();
        sorted.sort_unstable();
        sorted
    };
    let (in_a, in_b) = (place(a), place(b));
    // For each depth, how many of both lists have been met in both by then.
    let mut met = vec![0_u32; depth];
    for (item, at) in &in_a {
        if let Ok(found) = in_b.binary_search_by_key(item, |entry| entry.0) {
            met[(*at).max(in_b[found].1) as usize] += 1;
        }
    }
    let (mut shared, mut power, mut sum) = (0.0, 1.0, 0.0);
    for (d, met) in met.iter().enumerate() {
        shared += f64::from(*met);
        power *= p;
        sum += power * shared / (d + 1) as f64;
    }
    pow(p, depth as f64) * shared / depth as f64 + (1.0 - p) / p * sum
}

/// Kendall's τ_b of two columns: pairs in the same order less pairs in the other, corrected for ties. NaN where one
/// of the columns is constant. Neither may hold NaN.
///
/// O(n log n).
///
/// Source: Kendall 1945; the counting is Knight's 1966.
///
/// ```
/// use sillage::uncertainty::kendall_tau_b;
/// assert_eq!(kendall_tau_b(&[1.0, 2.0, 3.0], &[4.0, 5.0, 9.0]), 1.0);
/// assert_eq!(kendall_tau_b(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0);
/// ```
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len().min(y.len());
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_unstable_by(|a, b| x[*a].total_cmp(&x[*b]).then(y[*a].total_cmp(&y[*b])));
    let pairs = |m: usize| (m as f64) * (m as f64 - 1.0) / 2.0;
    let tied = |alike: &dyn Fn(usize, usize) -> bool, order: &[usize]| {
        order.chunk_by(|a, b| alike(*a, *b)).map(|group| pairs(group.len())).sum::<f64>()
    };
    let tied_x = tied(&|a, b| x[a] == x[b], &order);
    let tied_both = tied(&|a, b| x[a] == x[b] && y[a] == y[b], &order);
    let mut values: Vec<f64> = order.iter().map(|i| y[*i]).collect();
    let swaps = sort_counting(&mut values);
    let tied_y: f64 = values.chunk_by(|a, b| a == b).map(|group| pairs(group.len())).sum();
    let all = pairs(n);
    let over = ((all - tied_x) * (all - tied_y)).sqrt();
    if over > 0.0 { (all - tied_x - tied_y + tied_both - 2.0 * swaps) / over } else { f64::NAN }
}

/// Sorts by merging from below, and returns how many pairs stood in the wrong order.
fn sort_counting(values: &mut Vec<f64>) -> f64 {
    let n = values.len();
    let mut other = values.clone();
    let (mut width, mut swaps) = (1, 0.0);
    while width < n {
        let mut start = 0;
        while start < n {
            let (middle, end) = ((start + width).min(n), (start + 2 * width).min(n));
            let (mut left, mut right) = (start, middle);
            for out in &mut other[start..end] {
                if left < middle && (right >= end || values[left] <= values[right]) {
                    *out = values[left];
                    left += 1;
                } else {
                    *out = values[right];
                    right += 1;
                    swaps += (middle - left) as f64;
                }
            }
            start = end;
        }
        std::mem::swap(values, &mut other);
        width *= 2;
    }
    swaps
}

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Variant {
    /// The half-life, times so much.
    HalfLife(f64),
    /// The weight of a layer of ties, times so much.
    Layer(Layer, f64),
    /// The objective.
    Objective(Objective),
}

/// The stability report of an analysis under way: one variant a step. Kept apart from the analysis, which is handed
/// in at each step.
///
/// Half-life and weights of ties change credit, and amplitude with it; the other sub-factors stay. Objectives change
/// the weights.
#[derive(Debug, Clone)]
pub struct Stability {
    variants: Vec<Variant>,
    done: Vec<(Variant, Agreement)>,
}

impl Stability {
    /// The variants that make sense for an analysis: half-lives where anything fades, layers that give credit, the
    /// other objectives.
    pub fn new(analysis: &Analysis) -> Stability {
        let mut variants = Vec::new();
        let credited =
            analysis.factors.iter().any(|f| f.name == SubFactor::Amplitude && f.unit == Unit::Credit);
        if analysis.has_credit() && credited {
            if analysis.half_life.millis.is_some() {
                variants.extend([0.5, 2.0].map(Variant::HalfLife));
            }
            let used: Vec<Layer> =
                Layer::ALL.into_iter().filter(|l| analysis.credit_layers[*l as usize]).collect();
            let times = |layer: &Layer| [0.5, 2.0].map(|times| Variant::Layer(*layer, times));
            variants.extend(used.iter().flat_map(times));
        }
        let others = Objective::ALL.into_iter().filter(|o| *o != analysis.settings.objective);
        variants.extend(others.map(Variant::Objective));
        Stability { variants, done: Vec::new() }
    }

    /// Tries the next variant; returns whether all are tried.
    pub fn step(&mut self, analysis: &Analysis) -> bool {
        let Some(variant) = self.variants.get(self.done.len()).copied() else { return true };
        let scores = match variant {
            Variant::Objective(objective) => {
                let by_credit = objective == Objective::None && analysis.has_credit();
                let recipe = Recipe { by_credit, ..Recipe::of(objective) };
                Scores::compose(&analysis.factors, &recipe, &analysis.credit.of)
            }
            Variant::HalfLife(times) => {
                let half_life = analysis.half_life.millis.map(|h| h * times);
                with_credit(analysis, analysis.settings.ties.weights, half_life)
            }
            Variant::Layer(layer, times) => {
                let mut weights = analysis.settings.ties.weights;
                let weight = match layer {
                    Layer::Repost => &mut weights.repost,
                    Layer::Quote => &mut weights.quote,
                    Layer::Reply => &mut weights.reply,
                    Layer::Mention => &mut weights.mention,
                    Layer::Like => &mut weights.like,
                    Layer::Follow => &mut weights.follow,
                    Layer::Link => &mut weights.link,
                };
                *weight *= times;
                with_credit(analysis, weights, analysis.half_life.millis)
            }
        };
        self.done.push((variant, of_orders(&analysis.scores, &scores)));
        self.done.len() == self.variants.len()
    }

    /// Share of the variants tried.
    pub fn share_done(&self) -> f64 {
        if self.variants.is_empty() { 1.0 } else { self.done.len() as f64 / self.variants.len() as f64 }
    }

    /// Every variant, and how far its order agrees with the ranking.
    pub fn finish(self) -> Vec<(Variant, Agreement)> {
        self.done
    }
}

fn with_credit(analysis: &Analysis, weights: LayerWeights, half_life: Option<f64>) -> Scores {
    let params = crate::graph::credit::CreditParams { weights, ..analysis.credit_params_with(half_life) };
    let Credit { mut of, .. } = credit(&analysis.attention, &analysis.data.ties, &params);
    // The discount of each account stays as it is: what is told is how much the variant changes, not the discount.
    for ((of, raw), kept) in of.iter_mut().zip(&analysis.raw_credit.of).zip(&analysis.credit.of) {
        if *raw > 0.0 {
            *of *= kept / raw;
        }
    }
    let mut factors: Vec<FactorColumn> = Vec::with_capacity(analysis.factors.len());
    for column in &analysis.factors {
        factors.push(match column.name {
            SubFactor::Amplitude => FactorColumn::of_amounts(column.name, column.unit, of.clone()),
            _ => column.clone(),
        });
    }
    let gate = analysis.gate();
    let recipe = Recipe {
        weights: analysis.scores.weights,
        factor_weights: analysis.scores.factor_weights,
        by_credit: analysis.scores.by_credit,
        gate: gate.as_ref(),
    };
    Scores::compose(&factors, &recipe, &of)
}

fn of_orders(ranking: &Scores, other: &Scores) -> Agreement {
    let first = |scores: &Scores, count: usize| scores.order[..scores.ranked.min(count)].to_vec();
    let deep = first(ranking, DEEP);
    let here: Vec<f64> = (0..deep.len()).map(|place| place as f64).collect();
    let ranks: Vec<u32> = deep.iter().map(|account| other.place[*account as usize]).collect();
    let there: Vec<f64> = ranks.iter().map(|rank| f64::from(*rank)).collect();
    Agreement {
        overlap: rank_biased_overlap(&first(ranking, SHALLOW), &first(other, SHALLOW), PERSISTENCE),
        tau: kendall_tau_b(&here, &there),
        kept: kept(&ranks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn overlap_by_the_formula() {
        // Worked by hand: X = 0, 2, 2 at depths 1, 2, 3.
        let p: f64 = 0.9;
        let expected = p * p * p * 2.0 / 3.0 + 0.1 / 0.9 * (p * p * 1.0 + p * p * p * 2.0 / 3.0);
        assert!((rank_biased_overlap(&[1, 2, 3], &[2, 1, 9], p) - expected).abs() < 1e-12);
        assert!(rank_biased_overlap(&[], &[1], p).is_nan());
        // A change at the top weighs more than one further down.
        let swap = |at: usize| {
            let mut list: Vec<u32> = (0..50).collect();
            list.swap(at, at + 1);
            rank_biased_overlap(&list, &(0..50).collect::<Vec<u32>>(), p)
        };
        assert!(swap(0) < swap(10) && swap(10) < 1.0);
    }

    #[test]
    fn tau_corrects_for_ties_and_knows_when_it_cannot_be_told() {
        // scipy.stats.kendalltau([1, 2, 2, 3, 4], [1, 3, 2, 2, 5])
        let tau = kendall_tau_b(&[1.0, 2.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 2.0, 5.0]);
        assert!((tau - 0.666_666_666_666_666_7).abs() < 1e-12, "{tau}");
        assert!(kendall_tau_b(&[1.0, 1.0], &[1.0, 2.0]).is_nan());
        assert!(kendall_tau_b(&[], &[]).is_nan());
    }

    #[test]
    fn what_stays_is_counted_among_the_first_places_of_both() {
        let mut ranks: Vec<u32> = (0..60).collect();
        assert_eq!(kept(&ranks), [1.0, 1.0]);
        // Two of the first ten fall, one of them out of the first fifty.
        ranks.swap(0, 20);
        ranks.swap(5, 55);
        assert_eq!(kept(&ranks), [0.8, 0.98]);
        let [ten, fifty] = kept(&ranks[..50]);
        assert!(ten == 0.8 && fifty.is_nan(), "fifty of fifty stay whatever happens");
        assert!(kept(&[]).iter().all(|share| share.is_nan()));
    }

    proptest! {
        #[test]
        fn tau_is_that_of_all_pairs(pairs in prop::collection::vec((0_u8..12, 0_u8..12), 2..60)) {
            let x: Vec<f64> = pairs.iter().map(|p| f64::from(p.0)).collect();
            let y: Vec<f64> = pairs.iter().map(|p| f64::from(p.1)).collect();
            let (mut agree, mut in_x, mut in_y) = (0.0, 0.0, 0.0);
            for i in 0..x.len() {
                for j in 0..i {
                    let sign = |d: f64| if d == 0.0 { 0.0 } else { d.signum() };
                    let (a, b) = (sign(x[i] - x[j]), sign(y[i] - y[j]));
                    agree += a * b;
                    in_x += a * a;
                    in_y += b * b;
                }
            }
            let (found, expected) = (kendall_tau_b(&x, &y), agree / f64::sqrt(in_x * in_y));
            prop_assert!(found.is_nan() && expected.is_nan() || (found - expected).abs() < 1e-12);
        }
    }
}
