use super::*;
use crate::graph::steps::run;

/// Adds up numbers of which the order shows, perhaps not all of them.
struct Sum {
    enough: usize,
    added: usize,
    block: usize,
    left: usize,
    partial: f64,
    total: f64,
}

const OF: [f64; 8] = [1e16, 1.0, -1e16, 1.0, 0.1, 1e-3, 7.0, 0.3];

impl Sum {
    fn new(enough: usize) -> Sum {
        Sum { enough, added: 0, block: 0, left: 0, partial: 0.0, total: 0.0 }
    }
}

impl Blocks for Sum {
    type Output = f64;
    fn blocks(&self) -> usize {
        OF.len()
    }
    fn begin_block(&mut self, block: usize) {
        (self.block, self.left) = (block, 3);
    }
    fn step_block(&mut self) -> bool {
        self.left -= 1;
        self.partial = OF[self.block];
        self.left == 0
    }
    fn block_share(&self) -> f64 {
        (3 - self.left) as f64 / 3.0
    }
    fn add_own(&mut self) {
        let partial = self.take_partial();
        self.add(&partial);
    }
    fn take_partial(&mut self) -> Vec<f64> {
        vec![std::mem::take(&mut self.partial)]
    }
    fn fits(&self, partial: &[f64]) -> bool {
        partial.len() == 1
    }
    fn add(&mut self, partial: &[f64]) {
        assert!(!self.is_enough(), "nothing is added that is not needed");
        self.total += partial[0];
        self.added += 1;
    }
    fn is_enough(&self) -> bool {
        self.added == self.enough
    }
    fn finish(self) -> f64 {
        self.total
    }
}

#[test]
fn whoever_does_a_block_the_sum_is_the_same() {
    for enough in [OF.len(), 5] {
        let alone = run(Dealt::new(Sum::new(enough)));
        assert_eq!(alone, OF[..enough].iter().sum::<f64>());
        assert_ne!(alone, OF[..enough].iter().rev().sum::<f64>(), "the order shows");
        for nearest in [false, true] {
            for before in 0..12 {
                for given in 0..=8 {
                    for lost in 0..=given {
                        let mut dealt = Dealt::new(Sum::new(enough));
                        let mut shares = vec![dealt.share_done()];
                        let mut step = |dealt: &mut Dealt<Sum>| {
                            let done = dealt.step();
                            shares.push(dealt.share_done());
                            done
                        };
                        (0..before).for_each(|_| _ = step(&mut dealt));
                        let blocks: Vec<usize> = (0..given).map_while(|_| dealt.give(nearest)).collect();
                        assert!(blocks.windows(2).all(|two| (two[0] < two[1]) == nearest), "{blocks:?}");
                        (0..60).for_each(|_| _ = step(&mut dealt));
                        assert!(dealt.is_waiting() || dealt.is_done());
                        for (at, block) in blocks.into_iter().enumerate() {
                            if at < lost {
                                dealt.take_back(block);
                                continue;
                            }
                            assert_eq!(dealt.take(block, vec![]).unwrap_err().code(), "argument.invalid");
                            dealt.take(block, Sum::new(usize::MAX).do_block(block)).unwrap();
                            assert_eq!(dealt.take(block, vec![0.0]).unwrap_err().code(), "argument.invalid");
                        }
                        while !step(&mut dealt) {}
                        assert!(shares.is_sorted(), "{shares:?}");
                        assert_eq!(dealt.finish().to_bits(), alone.to_bits());
                    }
                }
            }
        }
    }
}

#[test]
fn a_block_that_was_begun_stays_and_so_does_the_last() {
    let mut dealt = Dealt::new(Sum::new(OF.len()));
    dealt.step();
    assert_eq!(std::iter::from_fn(|| dealt.give(false)).collect::<Vec<_>>(), [7, 6, 5, 4, 3, 2]);
    assert!(!dealt.is_waiting());
    let mut dealt = Dealt::new(Sum::new(OF.len()));
    assert_eq!(std::iter::from_fn(|| dealt.give(true)).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn what_is_needed_soon_is_done_before_what_was_given_away_comes() {
    let mut dealt = Dealt::new(Sum::new(OF.len()));
    let given = dealt.give(true).unwrap();
    assert_eq!(given, 1);
    (0..100).for_each(|_| _ = dealt.step());
    // 0, and four more of those after the first that is missing.
    assert_eq!(dealt.free().collect::<Vec<_>>(), [6, 7]);
    assert!(dealt.is_waiting() && dealt.share_done() > 0.5);
    dealt.take_back(given);
    assert_eq!(run(dealt), run(Dealt::new(Sum::new(OF.len()))));
}
