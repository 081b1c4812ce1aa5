//! Several engines and one measure (see `measure::shared`).

use super::{Session, nothing_measured};
use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::measure::{Helper, Offer, Shares};

/// What another session gets to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// This block.
    Block(usize),
    /// Something, once the measure is prepared.
    Later,
    /// Nothing any more.
    NoneLeft,
}

impl Session {
    fn shares(&mut self) -> Option<&mut dyn Shares> {
        self.measuring.as_mut()?.shares()
    }

    /// What another session needs to help with the measure under way: the job as JSON, and the graph. None where it
    /// cannot be shared.
    ///
    /// # Errors
    /// `argument.invalid` for a job that cannot be written down.
    pub fn share_measure(&mut self) -> Result<Option<(String, &Graph)>> {
        let Some(Offer { job, graph }) = self.measuring.as_ref().and_then(|measuring| measuring.offer())
        else {
            return Ok(None);
        };
        let job = serde_json::to_string(job)
            .map_err(|error| ErrorKind::InvalidArgument { name: "job", given: error.to_string() })?;
        Ok(Some((job, graph)))
    }

    /// Gives a block of the measure under way to another session.
    pub fn give_block(&mut self) -> Given {
        let offered = self.measuring.as_ref().is_some_and(|measuring| measuring.offer().is_some());
        match self.shares() {
            Some(shares) => shares.give().map_or(Given::NoneLeft, Given::Block),
            None if offered => Given::Later,
            None => Given::NoneLeft,
        }
    }

    /// Takes what a block came to that was given away.
    ///
    /// # Errors
    /// `argument.invalid` for a block that was not, or for numbers that are not what a block comes to.
    pub fn take_block(&mut self, block: usize, partial: Vec<f64>) -> Result<()> {
        self.shares().ok_or_else(nothing_measured)?.take(block, partial)
    }

    /// Takes a block back that nobody will do.
    pub fn take_block_back(&mut self, block: usize) {
        if let Some(shares) = self.shares() {
            shares.take_back(block);
        }
    }

    /// Whether the measure under way can only wait for blocks that were given away.
    pub fn is_waiting(&mut self) -> bool {
        self.shares().is_some_and(|shares| shares.is_waiting())
    }

    /// Prepares to do blocks for another session, which shared its measure. This session is good for nothing else
    /// afterwards.
    ///
    /// # Errors
    /// As [`Helper::new`].
    pub fn begin_help(&mut self, job: &str, start: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<()> {
        // What was done before makes room first.
        *self = Session::default();
        self.helping = Some(Helper::new(job, start, to, weight)?);
        Ok(())
    }

    /// Does a block for another session.
    ///
    /// # Errors
    /// `argument.invalid` before [`Session::begin_help`], and for a block that there is not.
    pub fn do_block(&mut self, block: usize) -> Result<Vec<f64>> {
        self.helping.as_mut().ok_or_else(nothing_measured)?.block(block)
    }
}
