//! Searches before they begin: their graph is renumbered, a block of rows at a time.

use super::Ties;
use super::core::{Core, Renumber};
use crate::error::Result;
use crate::graph::steps::Steps;
use std::fmt;

/// What makes an algorithm of a renumbered graph.
type Begin<A> = Box<dyn FnOnce(Core) -> Result<A>>;

/// An algorithm whose graph is being renumbered; see [`super::core`].
pub struct Preparation<A> {
    renumber: Renumber,
    begin: Begin<A>,
}

impl<A> fmt::Debug for Preparation<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.renumber.fmt(f)
    }
}

impl<A> Preparation<A> {
    /// Begins to renumber.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn new(ties: Ties, begin: impl FnOnce(Core) -> Result<A> + 'static) -> Result<Preparation<A>> {
        Ok(Preparation { renumber: Renumber::new(ties, None, None)?, begin: Box::new(begin) })
    }
}

impl<A> Steps for Preparation<A> {
    type Output = Result<A>;

    fn step(&mut self) -> bool {
        self.renumber.step()
    }

    fn share_done(&self) -> f64 {
        self.renumber.share_done()
    }

    /// # Errors
    /// Those of the algorithm.
    fn finish(self) -> Result<A> {
        (self.begin)(self.renumber.finish()?)
    }
}
