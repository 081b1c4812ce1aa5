//! A two-mode network with places on a map: accounts and what they use, side by side.

use super::Measured;
use crate::error::Result;
use crate::graph::Undirected;
use crate::graph::layout::{ForceAtlas2, Layout, Params, Start};
use crate::graph::projection::TwoMode;
use crate::graph::steps::Steps;

/// A two-mode network whose map is being drawn.
#[derive(Debug)]
pub(super) struct Beside {
    found: TwoMode,
    layout: Option<ForceAtlas2>,
}

impl Beside {
    /// Prepares the map.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn new(found: TwoMode, seed: u64) -> Result<Beside> {
        let flat = Undirected::of(&found.graph()?)?;
        let params = Params { seed, ..Params::default() };
        Ok(Beside { layout: Some(ForceAtlas2::new(&flat, &Start::Scattered, params)?), found })
    }

    /// Does the next piece; returns whether all is done.
    pub(super) fn step(&mut self) -> bool {
        self.layout.as_mut().is_none_or(Steps::step)
    }

    pub(super) fn share_done(&self) -> f64 {
        self.layout.as_ref().map_or(1.0, Steps::share_done)
    }

    /// Columns `from` (place of the account among `accounts`), `to` (place of the object among the labels) and `weight`
    /// (how often), one row a use; `accounts` (indices) with `accountX` and `accountY`; `users` (distinct accounts that
    /// use each object) with `objectX` and `objectY`.
    pub(super) fn measured(&mut self, uses: usize, name: impl Fn(u32) -> String) -> Measured {
        let empty = || Layout { x: Vec::new(), y: Vec::new(), iterations: 0, settled: true, moved: 0.0 };
        let map = self.layout.take().map_or_else(empty, Steps::finish);
        let found = &self.found;
        let whole = |values: &[u32]| values.iter().map(|v| f64::from(*v)).collect::<Vec<f64>>();
        let real = |values: &[f32]| values.iter().map(|v| f64::from(*v)).collect::<Vec<f64>>();
        let (accounts, all) = (found.accounts.len(), found.accounts.len() + found.objects.len());
        let part = |values: &[f32], from: usize, to: usize| real(values.get(from..to).unwrap_or_default());
        let mut measured = Measured::column("from", whole(&found.from))
            .and("to", whole(&found.to))
            .and("weight", real(&found.uses))
            .and("accounts", whole(&found.accounts))
            .and("accountX", part(&map.x, 0, accounts))
            .and("accountY", part(&map.y, 0, accounts))
            .and("users", whole(&found.users))
            .and("objectX", part(&map.x, accounts, all))
            .and("objectY", part(&map.y, accounts, all))
            .fact("uses", uses)
            .fact("accounts", found.all_accounts)
            .fact("objects", found.all_objects);
        measured.labels = found.objects.iter().map(|object| name(*object)).collect();
        measured
    }
}
