//! Work that several workers share: blocks that are done anywhere and added up in one order.

use super::steps::Steps;
use crate::error::{ErrorKind, Result};

/// An algorithm whose work falls into blocks, each summed up by itself. How many there are depends on the work alone,
/// and blocks are always added in their order: so the result is the same to the last bit whoever did which of them.
pub trait Blocks: Steps {
    /// How many blocks there are.
    fn blocks(&self) -> usize;

    /// Begins a block: steps then do this one alone, add what it comes to, and say that all is done.
    fn begin_block(&mut self, block: usize);

    /// What the last block came to, in an algorithm that was made to hand blocks over.
    fn take_partial(&mut self) -> Option<Vec<f64>>;

    /// How many numbers a block comes to.
    fn partial_len(&self) -> usize;

    /// Adds what another worker made of a block.
    ///
    /// # Errors
    /// `argument.invalid` for a partial of another length.
    fn add(&mut self, partial: &[f64]) -> Result<()>;
}

#[derive(Debug, Clone)]
enum Block {
    /// To be done here.
    Own,
    /// Somebody else does it.
    Given,
    /// Somebody else did it.
    Came(Vec<f64>),
}

/// An algorithm whose last blocks may be given away while it does the first ones.
#[derive(Debug)]
pub struct Dealt<A> {
    algorithm: A,
    blocks: Vec<Block>,
    /// The block that comes next in the sum, and whether it was begun here.
    at: usize,
    begun: bool,
}

impl<A: Blocks> Dealt<A> {
    /// All blocks are to be done here.
    pub fn new(algorithm: A) -> Self {
        let blocks = vec![Block::Own; algorithm.blocks()];
        Dealt { algorithm, blocks, at: 0, begun: false }
    }

    /// Gives the last block away that nobody has begun.
    pub fn give(&mut self) -> Option<usize> {
        let first = self.at + usize::from(self.begun);
        let block = (first..self.blocks.len()).rev().find(|at| matches!(self.blocks[*at], Block::Own))?;
        self.blocks[block] = Block::Given;
        Some(block)
    }

    /// Takes what a block came to that was given away.
    ///
    /// # Errors
    /// `argument.invalid` for a block that was not, or a partial of another length.
    pub fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()> {
        match self.blocks.get_mut(block) {
            Some(given @ Block::Given) if partial.len() == self.algorithm.partial_len() => {
                *given = Block::Came(partial);
                Ok(())
            }
            _ => Err(ErrorKind::InvalidArgument { name: "block", given: block.to_string() }.into()),
        }
    }

    /// Takes a block back that nobody will do.
    pub fn take_back(&mut self, block: usize) {
        if let Some(given @ Block::Given) = self.blocks.get_mut(block) {
            *given = Block::Own;
        }
    }

    /// Whether nothing can be done before a block comes that was given away.
    pub fn is_waiting(&self) -> bool {
        matches!(self.blocks.get(self.at), Some(Block::Given))
    }
}

impl<A: Blocks> Steps for Dealt<A> {
    type Output = A::Output;

    fn step(&mut self) -> bool {
        let mut ended = false;
        match self.blocks.get_mut(self.at) {
            None => return true,
            Some(Block::Given) => {}
            Some(Block::Own) => {
                if !self.begun {
                    self.begun = true;
                    self.algorithm.begin_block(self.at);
                }
                ended = self.algorithm.step();
            }
            Some(Block::Came(partial)) => {
                // Its length was looked at when it came.
                ended = self.algorithm.add(&std::mem::take(partial)).is_ok();
            }
        }
        if ended {
            self.at += 1;
            self.begun = false;
        }
        self.at == self.blocks.len()
    }

    fn share_done(&self) -> f64 {
        if self.blocks.is_empty() {
            return 1.0;
        }
        let rest = &self.blocks[self.at..];
        let came = rest.iter().filter(|block| matches!(block, Block::Came(_))).count();
        let here = if self.begun { self.algorithm.share_done() } else { 0.0 };
        ((self.at + came) as f64 + here) / self.blocks.len() as f64
    }

    fn finish(self) -> A::Output {
        self.algorithm.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::steps::run;

    /// Adds up numbers of which the order shows.
    struct Sum {
        block: Option<usize>,
        keeps: bool,
        partial: Option<Vec<f64>>,
        total: f64,
    }

    const OF: [f64; 5] = [1e16, 1.0, -1e16, 1.0, 0.1];

    impl Sum {
        fn new(keeps: bool) -> Sum {
            Sum { block: None, keeps, partial: None, total: 0.0 }
        }
    }

    impl Steps for Sum {
        type Output = f64;
        fn step(&mut self) -> bool {
            if let Some(block) = self.block.take() {
                self.total += OF[block];
                self.partial = self.keeps.then(|| vec![OF[block]]);
                return false;
            }
            true
        }
        fn share_done(&self) -> f64 {
            0.5
        }
        fn finish(self) -> f64 {
            self.total
        }
    }

    impl Blocks for Sum {
        fn blocks(&self) -> usize {
            OF.len()
        }
        fn begin_block(&mut self, block: usize) {
            self.block = Some(block);
        }
        fn take_partial(&mut self) -> Option<Vec<f64>> {
            self.partial.take()
        }
        fn partial_len(&self) -> usize {
            1
        }
        fn add(&mut self, partial: &[f64]) -> Result<()> {
            self.total += partial[0];
            Ok(())
        }
    }

    #[test]
    fn whoever_does_a_block_the_sum_is_the_same() {
        let alone = run(Sum::new(false));
        assert_eq!(alone, 0.0, "nothing was begun");
        let alone = run(Dealt::new(Sum::new(false)));
        assert_ne!(alone, OF.iter().rev().sum::<f64>(), "the order shows");
        for given in 0..=5 {
            for lost in 0..=given {
                let mut dealt = Dealt::new(Sum::new(false));
                let mut other = Sum::new(true);
                let blocks: Vec<usize> = (0..given).map(|_| dealt.give().unwrap()).collect();
                assert!(blocks.iter().rev().copied().eq(5 - given..5));
                for _ in 0..20 {
                    dealt.step();
                }
                assert_eq!(dealt.is_waiting(), given > 0);
                for (at, block) in blocks.into_iter().enumerate() {
                    if at < lost {
                        dealt.take_back(block);
                        continue;
                    }
                    other.begin_block(block);
                    while !other.step() {}
                    let partial = other.take_partial().unwrap();
                    assert_eq!(dealt.take(block, vec![]).unwrap_err().code(), "argument.invalid");
                    dealt.take(block, partial).unwrap();
                    assert_eq!(dealt.take(block, vec![0.0]).unwrap_err().code(), "argument.invalid");
                }
                assert_eq!(run(dealt).to_bits(), alone.to_bits());
            }
        }
    }

    #[test]
    fn a_block_that_was_begun_stays() {
        let mut dealt = Dealt::new(Sum::new(false));
        dealt.step();
        assert_eq!(std::iter::from_fn(|| dealt.give()).collect::<Vec<_>>(), [4, 3, 2, 1]);
        assert!(dealt.share_done() > 0.0 && !dealt.is_waiting());
    }
}
