//! How much the first places hang on the weights: the weights of the pillars drawn about the chosen ones.

use super::bootstrap::TOP;
use super::model::Model;
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::rng::Stream;
use crate::math::{ln, pow};

/// How close drawn weights stay to the chosen ones: a weight of .35 moves by .075, up or down, two times out of three.
pub const CLOSENESS: f64 = 40.0;

/// Chances of being among the first when the weights of the pillars are drawn from
/// `Dirichlet(CLOSENESS · chosen weights)`, the data staying as they are; one draw a step.
#[derive(Debug, Default)]
pub(super) struct Whim {
    /// Times among the first, by place; empty where the order hangs on no weight.
    pub in_top: [Vec<u16>; 3],
    pub draws: usize,
    done: usize,
    seed: u64,
    keys: Vec<(f32, u32)>,
}

impl Whim {
    pub fn new(model: &Model, seed: u64, draws: usize) -> Result<Whim> {
        if model.by_credit || model.places() == 0 {
            return Ok(Whim::default());
        }
        let places = model.places();
        let in_top = [filled(0, places)?, filled(0, places)?, filled(0, places)?];
        Ok(Whim { in_top, draws, done: 0, seed, keys: filled((0.0, 0), places)? })
    }

    /// Draws once more; returns whether all is done.
    pub fn step(&mut self, model: &Model) -> bool {
        if self.done >= self.draws {
            return true;
        }
        let mut stream = Stream::new(self.seed, "weights of pillars", self.done as u64);
        let drawn = model.weights.map(|w| gamma(&mut stream, CLOSENESS * w) as f32);
        for (place, logs) in model.logs.iter().enumerate() {
            let (mut sum, mut weight) = (0.0, 0.0);
            for k in 0..3 {
                if !logs[k].is_nan() {
                    sum += drawn[k] * logs[k];
                    weight += drawn[k];
                }
            }
            self.keys[place] = (if weight > 0.0 { sum / weight } else { 0.0 }, place as u32);
        }
        let last = TOP[2];
        let mut first: Vec<u32> = Vec::with_capacity(last);
        let (passed, waiting) = self.keys.split_at_mut(model.passed);
        for side in [passed, waiting] {
            let wanted = last.saturating_sub(first.len()).min(side.len());
            if wanted == 0 {
                continue;
            }
            let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
            side.select_nth_unstable_by(wanted - 1, order);
            side[..wanted].sort_unstable_by(order);
            first.extend(side[..wanted].iter().map(|k| k.1));
        }
        for (in_top, top) in self.in_top.iter_mut().zip(TOP) {
            for place in first.iter().take(top) {
                in_top[*place as usize] += 1;
            }
        }
        self.done += 1;
        self.done == self.draws
    }
}

/// A Gamma(shape, 1) number (Marsaglia and Tsang 2000); 0 for a shape of 0.
fn gamma(stream: &mut Stream, shape: f64) -> f64 {
    if shape <= 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        let boost = pow(1.0 - stream.next_f64(), 1.0 / shape);
        return gamma(stream, shape + 1.0) * boost;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(stream);
        let v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
        let u = 1.0 - stream.next_f64();
        if v > 0.0 && ln(u) < 0.5 * x * x + d - d * v + d * ln(v) {
            return d * v;
        }
    }
}

/// A standard normal number (Box and Muller 1958).
fn normal(stream: &mut Stream) -> f64 {
    let radius = (-2.0 * ln(1.0 - stream.next_f64())).sqrt();
    radius * libm::cos(2.0 * std::f64::consts::PI * stream.next_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_has_its_mean_and_variance() {
        let mut stream = Stream::new(5, "gamma", 0);
        for shape in [0.3, 1.0, 7.5] {
            let draws: Vec<f64> = (0..20_000).map(|_| gamma(&mut stream, shape)).collect();
            let mean = draws.iter().sum::<f64>() / 2e4;
            let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 2e4;
            assert!((mean - shape).abs() < 4.0 * (shape / 2e4).sqrt(), "{shape}: {mean}");
            assert!((variance / shape - 1.0).abs() < 0.1, "{shape}: {variance}");
        }
        assert_eq!(gamma(&mut stream, 0.0), 0.0);
    }
}
