//! The driver of Katz and Hubbell: first the radius, then the solution.

use super::radius::Radius;
use super::resolvent::{Resolvent, Solution, System};
use crate::error::{ErrorKind, Result};

/// The result of Katz and Hubbell.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// One value a node, and how far it can be trusted.
    pub solution: Solution,
    /// What each further arc on a way is worth, as given or as chosen.
    pub attenuation: f64,
    /// Estimate of the spectral radius of the weights, or a bound of it where the estimate was too low: the
    /// attenuation times it is below 1.
    pub radius: f64,
}

/// With a radius above this, 1e-10 is more than 750 iterations away.
const SLOWEST: f64 = 0.97;

/// What the attenuation is when nobody gives one.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Automatic {
    /// 0.5 / λ̂.
    Half,
    /// 1, or 0.5 / λ̂ where λ̂ is above [`SLOWEST`].
    Whole,
}

/// Estimates λ̂, chooses or checks the attenuation, and solves.
#[derive(Debug)]
pub(crate) struct Driver {
    state: State,
    attenuation: Option<f64>,
    automatic: Automatic,
    chosen: f64,
    /// A norm of M, at least its radius.
    norm: f64,
    /// What the radius is not above.
    bound: f64,
}

#[derive(Debug)]
enum State {
    Radius(Radius, Box<System>),
    Solve(Box<Resolvent>, f64),
    Failed(crate::error::Error),
}

impl Driver {
    /// `system.factor` and `system.contraction` are set here; `row_norm` is the largest row sum of |M|.
    ///
    /// # Errors
    /// `argument.invalid` for an attenuation that is negative or not finite; `memory.exhausted`.
    pub(crate) fn new(
        system: System,
        row_norm: f64,
        attenuation: Option<f64>,
        automatic: Automatic,
    ) -> Result<Driver> {
        if let Some(given) = attenuation.filter(|a| !(a.is_finite() && *a >= 0.0)) {
            return Err(refused(given));
        }
        let radius = Radius::new(system.arcs.nodes())?;
        let state = State::Radius(radius, Box::new(system));
        Ok(Driver { state, attenuation, automatic, chosen: f64::NAN, norm: row_norm, bound: f64::INFINITY })
    }

    pub(crate) fn step(&mut self) -> bool {
        match &mut self.state {
            State::Radius(radius, system) => {
                if radius.step(&system.arcs, system.divisor.as_deref()) {
                    let lambda = radius.estimate();
                    self.bound = radius.bound();
                    self.begin(lambda);
                }
                matches!(self.state, State::Failed(_))
            }
            State::Solve(resolvent, radius) => {
                if !resolvent.step() {
                    return false;
                }
                // Nobody asked for this attenuation, and it may be beyond 1/λ: the estimate was too low. One that is
                // surely below takes its place.
                let doubtful = self.attenuation.is_none() && self.chosen * self.bound >= 1.0;
                if resolvent.converged() || !doubtful {
                    return true;
                }
                (self.chosen, *radius) = (0.5 / self.bound, self.bound);
                resolvent.restart(self.chosen, Some(self.chosen * self.norm).filter(|c| *c < 1.0));
                false
            }
            State::Failed(_) => true,
        }
    }

    fn begin(&mut self, radius: f64) {
        let failed = State::Failed(refused(f64::NAN));
        let State::Radius(_, system) = std::mem::replace(&mut self.state, failed) else { return };
        let mut system = *system;
        // Without a cycle every attenuation converges; a norm keeps the numbers small.
        let scale = if radius > 0.0 { radius } else { self.norm.min(system.arcs.largest_in_total()) };
        let half = if scale > 0.0 { 0.5 / scale } else { 0.5 };
        self.chosen = match (self.attenuation, self.automatic) {
            (Some(given), _) => given,
            (None, Automatic::Half) => half,
            (None, Automatic::Whole) => {
                if radius < SLOWEST {
                    1.0
                } else {
                    half
                }
            }
        };
        if self.chosen * radius >= 1.0 {
            self.state = State::Failed(refused(self.chosen));
            return;
        }
        system.factor = self.chosen;
        system.contraction = Some(self.chosen * self.norm).filter(|c| *c < 1.0);
        self.state = match Resolvent::new(system) {
            Ok(resolvent) => State::Solve(Box::new(resolvent), radius),
            Err(error) => State::Failed(error),
        };
    }

    pub(crate) fn share_done(&self) -> f64 {
        match &self.state {
            State::Radius(radius, _) => 0.4 * radius.share_done(),
            State::Solve(resolvent, _) => 0.4 + 0.6 * resolvent.share_done(),
            State::Failed(_) => 1.0,
        }
    }

    /// # Errors
    /// `argument.invalid` for an attenuation with which the sum over all ways does not end.
    pub(crate) fn finish(self) -> Result<Status> {
        match self.state {
            State::Failed(error) => Err(error),
            State::Radius(..) => Err(refused(self.attenuation.unwrap_or(f64::NAN))),
            State::Solve(resolvent, radius) => {
                let converged = resolvent.converged();
                let solution = resolvent.finish();
                let largest = solution.values.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
                // The estimate of the radius was too low: what grows without end is no status.
                if !converged && (!solution.last_step.is_finite() || solution.last_step > 1e-3 * largest) {
                    return Err(refused(self.chosen));
                }
                Ok(Status { solution, attenuation: self.chosen, radius })
            }
        }
    }
}

fn refused(attenuation: f64) -> crate::error::Error {
    ErrorKind::InvalidArgument { name: "attenuation", given: attenuation.to_string() }.into()
}
