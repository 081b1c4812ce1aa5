//! Searches before they begin: their graph is renumbered, a block of rows at a time.

use super::Ties;
use super::core::{Core, Renumber};
use crate::error::Result;
use crate::graph::local::strong::Strong;
use crate::graph::steps::Steps;
use std::fmt;

/// Strong components, where they were asked for: see [`Strong::labels`].
pub(super) type Parts = (Vec<u32>, usize);

/// What makes an algorithm of a renumbered graph.
type Begin<A> = Box<dyn FnOnce(Core, Parts) -> Result<A>>;

/// An algorithm whose graph is being renumbered; see [`super::core`].
pub struct Preparation<A> {
    strong: Option<Strong>,
    parts: Parts,
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
        let begin = Box::new(|core, _| begin(core));
        let parts = (Vec::new(), 0);
        Ok(Preparation { strong: None, parts, renumber: Renumber::new(ties, None, None)?, begin })
    }

    /// The same with the strong components of what is directed.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn with_parts(
        ties: Ties,
        begin: impl FnOnce(Core, Parts) -> Result<A> + 'static,
    ) -> Result<Preparation<A>> {
        let strong = match &ties {
            Ties::Directed(graph) => Some(Strong::new(graph.clone())?),
            Ties::Undirected(_) => None,
        };
        let (renumber, begin) = (Renumber::new(ties, None, None)?, Box::new(begin));
        Ok(Preparation { strong, parts: (Vec::new(), 0), renumber, begin })
    }
}

impl<A> Steps for Preparation<A> {
    type Output = Result<A>;

    fn step(&mut self) -> bool {
        let Some(mut strong) = self.strong.take() else {
            return self.renumber.step();
        };
        if strong.step() {
            self.parts = strong.labels();
        } else {
            self.strong = Some(strong);
        }
        false
    }

    fn share_done(&self) -> f64 {
        let strong = self.strong.as_ref().map_or(1.0, Steps::share_done);
        0.5 * (strong + self.renumber.share_done())
    }

    /// # Errors
    /// Those of the algorithm.
    fn finish(self) -> Result<A> {
        (self.begin)(self.renumber.finish()?, self.parts)
    }
}
