//! What was made of the files: a ranking, or their graph alone.

use crate::error::{ErrorKind, Result};
use crate::insight::Insights;
use crate::model::Builder;
use crate::query::View;
use crate::score::{Analysis, Settings};

/// What was made last.
#[derive(Debug)]
pub(super) struct Made {
    /// How many files were finished then: what tells whether its data are current.
    pub files: usize,
    /// Whether people are ranked. Where they are not, accounts, ties and the graph of them are all there is.
    pub ranked: bool,
    /// All of it.
    pub analysis: Analysis,
}

impl Made {
    /// What was made last, ranked or not.
    ///
    /// # Errors
    /// `analysis.missing` where nothing was made.
    pub fn any(last: Option<&Made>) -> Result<&Made> {
        Ok(last.ok_or(ErrorKind::NotAnalysed)?)
    }

    /// What was made last, if people are ranked in it.
    ///
    /// # Errors
    /// `analysis.missing` where they are not.
    pub fn ranking(last: Option<&Made>) -> Result<&Made> {
        Made::any(last.filter(|made| made.ranked))
    }

    /// As questions see it.
    pub fn view<'a>(&'a self, builder: &'a Builder, insights: &'a Insights) -> View<'a> {
        View { strings: builder.strings(), analysis: &self.analysis, insights }
    }

    /// Whether it holds what the graph alone would be with these settings. A ranking has settings of its own, and keeps
    /// them.
    pub fn has_graph_of(&self, settings: &Settings) -> bool {
        let held = &self.analysis.settings;
        let asks = |s: &Settings| (s.window, s.ties.weights);
        let same_graph = asks(held) == asks(settings) && held.opt_out == settings.opt_out;
        if self.ranked { same_graph } else { held == settings }
    }
}
