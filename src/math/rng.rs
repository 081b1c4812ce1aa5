//! Seeded random streams: one stream per (seed, purpose, index), so that results do not depend on scheduling.
//!
//! A stream is xoshiro256++ (Blackman & Vigna 2019) whose 256-bit state comes from SplitMix64 (Steele, Lea & Flood
//! 2014), itself seeded with a mix of the three keys. Drawing more numbers for one purpose or one index changes no
//! other stream: work may be split, repeated or reordered, natively and in WebAssembly, with the same result.

/// A stream of pseudo-random numbers. Not for secrets.
///
/// ```
/// use sillage::math::rng::Stream;
/// let mut a = Stream::new(7, "bootstrap", 0);
/// let mut b = Stream::new(7, "bootstrap", 0);
/// assert_eq!(a.next_u64(), b.next_u64());
/// assert!(Stream::new(7, "bootstrap", 1).next_u64() != Stream::new(7, "bootstrap", 2).next_u64());
/// ```
#[derive(Debug, Clone)]
pub struct Stream {
    state: [u64; 4],
}

impl Stream {
    /// The stream of one `index` (a replicate, a node…) for one `purpose` under the user's `seed`.
    pub fn new(seed: u64, purpose: &str, index: u64) -> Self {
        // FNV-1a names the purpose; each key then goes through one SplitMix64 output, so that close keys part.
        let mut name = 0xcbf2_9ce4_8422_2325_u64;
        for byte in purpose.bytes() {
            name = (name ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        let mut key = seed;
        key = split_mix(&mut key) ^ name;
        key = split_mix(&mut key) ^ index;
        let state = [split_mix(&mut key), split_mix(&mut key), split_mix(&mut key), split_mix(&mut key)];
        Stream { state }
    }

    /// The next 64 bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// A number uniform in `[0, 1)`, of 53 bits.
    #[inline]
    pub fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number uniform in `0..bound`, without bias (Lemire 2019). 0 when `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        let mut product = u128::from(self.next_u64()) * u128::from(bound);
        if (product as u64) < bound {
            let threshold = bound.wrapping_neg() % bound;
            while (product as u64) < threshold {
                product = u128::from(self.next_u64()) * u128::from(bound);
            }
        }
        (product >> 64) as u64
    }

    /// Shuffles in place (Fisher-Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_outputs() {
        // The published generators' own first outputs.
        let mut stream = Stream { state: [1, 2, 3, 4] };
        let expected =
            [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205];
        assert_eq!(std::array::from_fn(|_| stream.next_u64()), expected);
        let mut state = 1_477_776_061_723_855_037;
        assert_eq!(
            [split_mix(&mut state), split_mix(&mut state)],
            [1_985_237_415_132_408_290, 2_979_275_885_539_914_483]
        );
    }

    #[test]
    fn streams_are_independent_of_one_another() {
        let first = |seed, purpose, index| Stream::new(seed, purpose, index).next_u64();
        let all = [first(1, "a", 0), first(1, "a", 1), first(1, "b", 0), first(2, "a", 0), first(0, "a", 1)];
        for (i, a) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|b| a != b));
        }
    }

    #[test]
    fn uniform_within_four_standard_errors() {
        let mut stream = Stream::new(42, "test", 0);
        let n = 60_000;
        let mut counts = [0u32; 6];
        let mut total = 0.0;
        for _ in 0..n {
            counts[stream.below(6) as usize] += 1;
            let x = stream.next_f64();
            assert!((0.0..1.0).contains(&x));
            total += x;
        }
        for c in counts {
            assert!((f64::from(c) - 10_000.0).abs() < 4.0 * 91.3, "{counts:?}");
        }
        assert!((total / f64::from(n) - 0.5).abs() < 4.0 * 0.289 / 245.0);
        assert_eq!(stream.below(0), 0);
        assert_eq!(stream.below(1), 0);
    }

    #[test]
    fn shuffle_is_a_permutation() {
        let mut items: Vec<u32> = (0..100).collect();
        Stream::new(3, "shuffle", 9).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
