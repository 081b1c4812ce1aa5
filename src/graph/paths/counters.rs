//! HyperLogLog counters: how many different things there are in a set, in a few bytes that merge.

use crate::math::ln;

/// The counters of one size: shared tables of the estimate.
///
/// A counter has 2^bits registers of a byte. A thing goes to one register by some bits of its hash, which keeps the
/// longest run of zeros seen in the rest; the union of two sets is the register-wise maximum. The relative standard
/// error of the count is about 1.04 / √(2^bits).
///
/// # Source
/// Flajolet et al. 2007; the estimate is Ertl's of 2017, without a seam between small and large sets.
#[derive(Debug, Clone)]
pub(super) struct Counters {
    bits: u32,
    /// m² / (2 ln 2).
    scale: f64,
    /// 2^−k.
    power: [f64; 65],
    /// m · σ(zeros / m) by the number of registers that are zero.
    empty: Vec<f64>,
}

impl Counters {
    /// Counters of 2^bits registers.
    pub fn new(bits: u32) -> Counters {
        let m = 1_usize << bits;
        let mut power = [1.0; 65];
        for k in 1..65 {
            power[k] = power[k - 1] / 2.0;
        }
        let size = m as f64;
        let empty = (0..=m).map(|zeros| size * sigma(zeros as f64 / size)).collect();
        Counters { bits, scale: size * size / (2.0 * ln(2.0)), power, empty }
    }

    /// Registers of a counter.
    pub fn registers(&self) -> usize {
        1 << self.bits
    }

    /// Puts a thing, by its hash, into a counter.
    pub fn insert(&self, counter: &mut [u8], hash: u64) {
        let register = (hash >> (64 - self.bits)) as usize;
        let run = ((hash << self.bits) | (1 << (self.bits - 1))).leading_zeros() as u8 + 1;
        counter[register] = counter[register].max(run);
    }

    /// How many things are in a counter, about.
    #[inline]
    pub fn estimate(&self, counter: &[u8]) -> f64 {
        let (mut zeros, mut sum) = (0, 0.0);
        // In four sums, that the processor can do at once.
        let mut sums = [0.0; 4];
        for four in counter.chunks_exact(4) {
            for (sum, register) in sums.iter_mut().zip(four) {
                *sum += self.power[usize::from(*register & 63)];
                zeros += usize::from(*register == 0);
            }
        }
        sums.iter().for_each(|part| sum += part);
        // Registers at zero were added as 1 each.
        self.scale / (sum - zeros as f64 + self.empty[zeros])
    }
}

/// `σ(x) = x + Σ x^(2^k) · 2^(k − 1)`; infinite at 1.
fn sigma(x: f64) -> f64 {
    if x >= 1.0 {
        return f64::INFINITY;
    }
    let (mut x, mut y, mut z) = (x, 1.0, x);
    loop {
        x *= x;
        let before = z;
        z += x * y;
        y += y;
        if z == before {
            return z;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;

    #[test]
    fn counts_are_unbiased_from_none_to_many() {
        for bits in [4, 7, 10] {
            let counters = Counters::new(bits);
            let m = counters.registers();
            assert_eq!(counters.estimate(&vec![0; m]), 0.0);
            for count in [1, 10, m, 3 * m, 50 * m] {
                let (rounds, mut bias, mut square) = (200, 0.0, 0.0);
                for round in 0..rounds {
                    let mut stream = Stream::new(1, "counter", round);
                    let mut counter = vec![0; m];
                    (0..count).for_each(|_| counters.insert(&mut counter, stream.next_u64()));
                    let error = counters.estimate(&counter) / count as f64 - 1.0;
                    bias += error / rounds as f64;
                    square += error * error / rounds as f64;
                }
                let deviation = 1.04 / (m as f64).sqrt();
                assert!(bias.abs() < 4.0 * deviation / 14.0, "{bits} {count}: bias {bias}");
                assert!(square.sqrt() < 1.25 * deviation, "{bits} {count}: {}", square.sqrt());
            }
        }
    }

    #[test]
    fn a_union_is_the_larger_of_each_register() {
        let counters = Counters::new(5);
        let mut stream = Stream::new(2, "counter", 0);
        let (mut a, mut b, mut both) = (vec![0; 32], vec![0; 32], vec![0; 32]);
        for at in 0..500 {
            let hash = stream.next_u64();
            counters.insert(if at % 3 == 0 { &mut a } else { &mut b }, hash);
            counters.insert(&mut both, hash);
        }
        let union: Vec<u8> = a.iter().zip(&b).map(|(a, b)| *a.max(b)).collect();
        assert_eq!(union, both);
        counters.insert(&mut a, 0);
        assert_eq!(a[0], 60, "all zeros: the longest run there is");
    }
}
