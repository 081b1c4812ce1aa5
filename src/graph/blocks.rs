//! Work that several workers share: blocks that are done anywhere and added up in one order.

use super::steps::Steps;
use crate::error::{ErrorKind, Result};

/// An algorithm whose work falls into blocks, each summed up by itself. How many there are depends on the work alone,
/// and blocks are always added in their order: so the result is the same to the last bit whoever did which of them.
///
/// [`Dealt`] runs it.
pub trait Blocks {
    /// What is there in the end.
    type Output;

    /// How many blocks there are.
    fn blocks(&self) -> usize;

    /// Begins a block. The one before it was taken away or added.
    fn begin_block(&mut self, block: usize);

    /// Does the next piece of the block; returns whether it is done.
    fn step_block(&mut self) -> bool;

    /// Share of the block that is done, 0 to 1.
    fn block_share(&self) -> f64;

    /// Adds what the block came to that was done last.
    fn add_own(&mut self);

    /// Takes away what it came to, for another worker's [`Blocks::add`].
    fn take_partial(&mut self) -> Vec<f64>;

    /// Does a whole block for another worker: what it came to.
    fn do_block(&mut self, block: usize) -> Vec<f64> {
        self.begin_block(block);
        while !self.step_block() {}
        self.take_partial()
    }

    /// Whether numbers may be what a block comes to.
    fn fits(&self, partial: &[f64]) -> bool;

    /// Adds what another worker made of a block, which [fits](Blocks::fits).
    fn add(&mut self, partial: &[f64]);

    /// Whether those added so far are enough, whatever is left.
    fn is_enough(&self) -> bool {
        false
    }

    /// Share of the work before a block, 0 to 1.
    fn share_before(&self, block: usize) -> f64 {
        block as f64 / self.blocks().max(1) as f64
    }

    /// The result of the blocks added.
    fn finish(self) -> Self::Output;
}

#[derive(Debug, Clone)]
enum Block {
    /// To be done here.
    Own,
    /// Somebody else does it.
    Given,
    /// It is done.
    Came(Vec<f64>),
}

/// Blocks that may be done here before those given away have come.
const AHEAD: usize = 4;

/// An algorithm whose blocks are done here one after another, unless somebody else has done them by then.
#[derive(Debug)]
pub struct Dealt<A> {
    algorithm: A,
    blocks: Vec<Block>,
    /// The block that comes next in the sum.
    at: usize,
    /// The one that is being done here.
    doing: Option<usize>,
}

impl<A: Blocks> Dealt<A> {
    /// All blocks are to be done here.
    pub fn new(algorithm: A) -> Self {
        let blocks = vec![Block::Own; algorithm.blocks()];
        Dealt { algorithm, blocks, at: 0, doing: None }
    }

    fn is_done(&self) -> bool {
        self.at == self.blocks.len() || self.algorithm.is_enough()
    }

    /// Blocks that nobody has begun.
    fn free(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (self.at..self.blocks.len())
            .filter(|at| matches!(self.blocks[*at], Block::Own) && self.doing != Some(*at))
    }

    /// Gives a block away that nobody has begun: the last one, so that those done here and those given away meet; or
    /// the next one, if `nearest`, where perhaps not all are needed. The very last stays here for whoever is free
    /// first, while others are still being done elsewhere.
    pub fn give(&mut self, nearest: bool) -> Option<usize> {
        if self.is_done() {
            return None;
        }
        let given = self.blocks[self.at..].iter().any(|block| matches!(block, Block::Given));
        let kept = usize::from(given || self.doing.is_none());
        let block = {
            let mut free = self.free();
            // The one that is about to be begun here is kept.
            if nearest {
                free.nth(kept)
            } else {
                free.next_back().filter(|_| self.free().nth(kept).is_some())
            }
        }?;
        self.blocks[block] = Block::Given;
        Some(block)
    }

    /// Takes what a block came to that was given away.
    ///
    /// # Errors
    /// `argument.invalid` for a block that was not, or numbers that do not fit.
    pub fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()> {
        match self.blocks.get_mut(block) {
            Some(given @ Block::Given) if self.algorithm.fits(&partial) => {
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

    /// The block to do here next: the first, or while that is being done elsewhere one that comes soon after it.
    fn next(&self) -> Option<usize> {
        self.free().next().filter(|block| *block <= self.at + AHEAD)
    }

    /// Whether nothing can be done before a block comes that was given away.
    pub fn is_waiting(&self) -> bool {
        !self.is_done()
            && self.doing.is_none()
            && matches!(self.blocks[self.at], Block::Given)
            && self.next().is_none()
    }
}

impl<A: Blocks> Steps for Dealt<A> {
    type Output = A::Output;

    fn step(&mut self) -> bool {
        if self.is_done() {
            return true;
        }
        if let Block::Came(partial) = &mut self.blocks[self.at] {
            self.algorithm.add(&std::mem::take(partial));
            self.at += 1;
        } else if let Some(block) = self.doing {
            if self.algorithm.step_block() {
                self.doing = None;
                if block == self.at {
                    self.algorithm.add_own();
                    self.at += 1;
                } else {
                    self.blocks[block] = Block::Came(self.algorithm.take_partial());
                }
            }
        } else if let Some(block) = self.next() {
            self.algorithm.begin_block(block);
            self.doing = Some(block);
        }
        self.is_done()
    }

    fn share_done(&self) -> f64 {
        if self.is_done() {
            return 1.0;
        }
        let before = |block| self.algorithm.share_before(block);
        let of = |block| before(block + 1) - before(block);
        let came = (self.at..self.blocks.len()).filter(|at| matches!(self.blocks[*at], Block::Came(_)));
        let here = self.doing.map_or(0.0, |block| of(block) * self.algorithm.block_share());
        (before(self.at) + came.map(of).sum::<f64>() + here).min(1.0)
    }

    fn finish(self) -> A::Output {
        self.algorithm.finish()
    }
}

#[cfg(test)]
#[path = "blocks_tests.rs"]
mod tests;
