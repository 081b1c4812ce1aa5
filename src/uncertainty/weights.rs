//! Poisson weights by counter: how often a cluster counts in a replicate, from a hash alone.

use crate::math::rng::Stream;

/// Replicates drawn from one hash: a byte each.
pub const LANES: usize = 8;

/// How often each value of a byte makes a cluster count: 0 to 5, with mean 1 and variance 1 exactly.
///
/// Poisson(1) has chances .368, .368, .184, .061, .015, .003 and less; out of 256, the nearest that keep both moments
/// are 94, 95, 46, 16, 4, 1.
const COUNTS: [u8; 256] = {
    let times = [94_usize, 95, 46, 16, 4, 1];
    let mut table = [0_u8; 256];
    let (mut at, mut count) = (0, 0);
    while count < times.len() {
        let mut i = 0;
        while i < times[count] {
            table[at] = count as u8;
            at += 1;
            i += 1;
        }
        count += 1;
    }
    table
};

/// The weights of clusters in blocks of [`LANES`] replicates.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    key: u64,
}

impl Weights {
    /// Weights of one sample in one block of replicates, under the user's seed.
    pub fn new(seed: u64, purpose: &str, block: u64) -> Weights {
        Weights { key: Stream::new(seed, purpose, block).next_u64() }
    }

    /// Weights of a cluster in each replicate of the block, less 1.
    #[inline]
    pub fn of(&self, cluster: u32) -> [i8; LANES] {
        // The finaliser of SplitMix64: every bit of the counter reaches every byte.
        let mut z = self.key.wrapping_add(u64::from(cluster).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        z.to_le_bytes().map(|byte| COUNTS[byte as usize] as i8 - 1)
    }
}

/// Weights of some clusters in one block of replicates: how often each counts. For those who want the very replicates
/// again.
pub fn poisson_weights(seed: u64, purpose: &str, block: u64, clusters: usize) -> Vec<[u8; LANES]> {
    let weights = Weights::new(seed, purpose, block);
    (0..clusters).map(|c| weights.of(c as u32).map(|w| (w + 1) as u8)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_mean_and_variance_one() {
        let sum = |power: u32| COUNTS.iter().map(|c| u32::from(*c).pow(power)).sum::<u32>();
        assert_eq!((sum(1), sum(2)), (256, 512));
    }

    #[test]
    fn weights_are_poisson_and_independent_between_lanes_clusters_and_blocks() {
        let n = 40_000;
        let all: Vec<[u8; LANES]> = poisson_weights(7, "test", 3, n);
        let lanes = |l: usize| all.iter().map(move |w| f64::from(w[l]) - 1.0);
        let error = 1.0 / (n as f64).sqrt();
        for lane in 0..LANES {
            let mean = lanes(lane).sum::<f64>() / n as f64;
            assert!(mean.abs() < 4.0 * error, "{lane}: {mean}");
            let other =
                lanes(lane).zip(lanes((lane + 1) % LANES)).map(|(a, b)| a * b).sum::<f64>() / n as f64;
            assert!(other.abs() < 4.0 * error, "{lane}: {other}");
            let next = lanes(lane).zip(lanes(lane).skip(1)).map(|(a, b)| a * b).sum::<f64>() / n as f64;
            assert!(next.abs() < 4.0 * error, "{lane}: {next}");
        }
        let zero = all.iter().filter(|w| w[0] == 0).count() as f64 / n as f64;
        assert!((zero - 94.0 / 256.0).abs() < 4.0 * error);
        assert_ne!(poisson_weights(7, "test", 4, 8), poisson_weights(7, "test", 3, 8));
        assert_ne!(poisson_weights(8, "test", 3, 8), poisson_weights(7, "test", 3, 8));
        assert_ne!(poisson_weights(7, "other", 3, 8), poisson_weights(7, "test", 3, 8));
    }
}
