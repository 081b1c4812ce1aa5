//! Algorithms that run in pieces.

/// An algorithm under way: whoever drives it decides how often to look up, and may stop at any step.
///
/// Pieces are small (an iteration, a source, a block of nodes) for two reasons: a person who cancels is heard within
/// a second on the largest graph, and V8 optimises a WebAssembly function only between two calls of it, so that a
/// kernel that is one long call stays in baseline code.
pub trait Steps {
    /// What is there in the end.
    type Output;

    /// Does the next piece; returns whether all is done. Once done, calling it again changes nothing.
    fn step(&mut self) -> bool;

    /// Share of the work done, 0 to 1, as far as it can be told.
    fn share_done(&self) -> f64;

    /// The result. Before the end it is what the pieces done so far give.
    fn finish(self) -> Self::Output;
}

/// Runs an algorithm to its end.
pub fn run<S: Steps>(mut algorithm: S) -> S::Output {
    while !algorithm.step() {}
    algorithm.finish()
}
