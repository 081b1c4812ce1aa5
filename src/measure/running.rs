//! A measure under way, whatever its algorithm.

use super::shared::Offer;
use super::{Measured, Shares};
use crate::error::Result;
use crate::graph::steps::Steps;
use std::fmt;

/// A measure under way; see [`Steps`].
pub trait Running: fmt::Debug {
    /// Does the next piece; returns whether all is done.
    fn step(&mut self) -> bool;

    /// Share of the work done, 0 to 1.
    fn share_done(&self) -> f64;

    /// The result.
    ///
    /// # Errors
    /// What only shows at the end, such as an iteration that did not converge.
    fn finish(self: Box<Self>) -> Result<Measured>;

    /// What other engines need that may do a part of it.
    fn offer(&self) -> Option<&Offer> {
        None
    }

    /// The same, once there is something to do for others.
    fn shares(&mut self) -> Option<&mut dyn Shares> {
        None
    }
}

/// An algorithm, and what makes a result of its output.
struct Driven<S, F> {
    algorithm: S,
    into: F,
}

impl<S, F> fmt::Debug for Driven<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<S>())
    }
}

impl<S: Steps, F: FnOnce(S::Output) -> Result<Measured>> Running for Driven<S, F> {
    fn step(&mut self) -> bool {
        self.algorithm.step()
    }

    fn share_done(&self) -> f64 {
        self.algorithm.share_done()
    }

    fn finish(self: Box<Self>) -> Result<Measured> {
        (self.into)(self.algorithm.finish())
    }
}

/// Runs an algorithm as a measure.
pub(super) fn drive<S: Steps + 'static>(
    algorithm: S,
    into: impl FnOnce(S::Output) -> Result<Measured> + 'static,
) -> Box<dyn Running> {
    Box::new(Driven { algorithm, into })
}

/// An algorithm, and the work that its output begins.
struct Chained<S, F> {
    /// Which part of the whole the first is.
    part: f64,
    first: Option<(S, F)>,
    second: Option<Result<Box<dyn Running>>>,
    offer: Option<Offer>,
}

impl<S, F> fmt::Debug for Chained<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<S>())
    }
}

impl<S: Steps, F: FnOnce(S::Output) -> Result<Box<dyn Running>>> Running for Chained<S, F> {
    fn step(&mut self) -> bool {
        if let Some((mut algorithm, next)) = self.first.take() {
            if algorithm.step() {
                self.second = Some(next(algorithm.finish()));
            } else {
                self.first = Some((algorithm, next));
            }
            return false;
        }
        match &mut self.second {
            Some(Ok(second)) => second.step(),
            _ => true,
        }
    }

    fn share_done(&self) -> f64 {
        match (&self.first, &self.second) {
            (Some((algorithm, _)), _) => self.part * algorithm.share_done(),
            (None, Some(Ok(second))) => self.part + (1.0 - self.part) * second.share_done(),
            _ => 1.0,
        }
    }

    fn finish(mut self: Box<Self>) -> Result<Measured> {
        while !self.step() {}
        match self.second {
            Some(second) => second?.finish(),
            None => Ok(Measured::default()),
        }
    }

    fn offer(&self) -> Option<&Offer> {
        match &self.second {
            Some(Ok(second)) => second.offer().or(self.offer.as_ref()),
            Some(Err(_)) => None,
            None => self.offer.as_ref(),
        }
    }

    fn shares(&mut self) -> Option<&mut dyn Shares> {
        match &mut self.second {
            Some(Ok(second)) => second.shares(),
            _ => None,
        }
    }
}

/// Runs an algorithm, then the work that its output begins.
pub(super) fn chain<S: Steps + 'static>(
    algorithm: S,
    next: impl FnOnce(S::Output) -> Result<Box<dyn Running>> + 'static,
) -> Box<dyn Running> {
    Box::new(Chained { part: 0.9, first: Some((algorithm, next)), second: None, offer: None })
}

/// Runs what prepares an algorithm, then the algorithm.
pub(super) fn prepared<S: Steps + 'static>(
    preparation: S,
    next: impl FnOnce(S::Output) -> Result<Box<dyn Running>> + 'static,
) -> Box<dyn Running> {
    Box::new(Chained { part: 0.05, first: Some((preparation, next)), second: None, offer: None })
}

/// The same for an algorithm that other engines may help with: they can be told while it is still being prepared.
pub(super) fn offered<S: Steps + 'static>(
    preparation: S,
    offer: Offer,
    next: impl FnOnce(S::Output) -> Result<Box<dyn Running>> + 'static,
) -> Box<dyn Running> {
    Box::new(Chained { part: 0.05, first: Some((preparation, next)), second: None, offer: Some(offer) })
}

/// A result that is there at once.
pub(super) fn ready(measured: Measured) -> Box<dyn Running> {
    drive(Ready, move |()| Ok(measured))
}

struct Ready;

impl Steps for Ready {
    type Output = ();

    fn step(&mut self) -> bool {
        true
    }

    fn share_done(&self) -> f64 {
        1.0
    }

    fn finish(self) {}
}
