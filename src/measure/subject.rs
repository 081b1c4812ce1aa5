//! What a measure is taken of: a study, and the graph that was chosen of it.

use super::{GraphChoice, Measured};
use crate::error::{ErrorKind, Result};
use crate::graph::projection::Projected;
use crate::graph::{Flatten, Graph, Undirected};
use crate::model::Strings;
use crate::score::{Analysis, authority};
use serde_json::{Map, Value};
use std::rc::Rc;

/// Nodes and arcs of a piece of the undirected view.
const PIECE: usize = 1 << 17;

/// The last chosen graph and its undirected view, kept for the next measure.
#[derive(Debug, Default)]
pub struct Graphs {
    chosen: Option<(GraphChoice, Rc<Graph>)>,
    flat: Option<(Rc<Graph>, Rc<Undirected>)>,
    /// What is told of the chosen graph, where it is a projection.
    facts: Option<Map<String, Value>>,
}

impl Graphs {
    /// What is told of a projection that is kept; `None` when it is not.
    pub(super) fn projected(&self, choice: &GraphChoice) -> Option<Map<String, Value>> {
        self.chosen.as_ref().filter(|(kept, _)| kept == choice).and_then(|_| self.facts.clone())
    }
}

/// A study, as measures see it.
#[allow(missing_debug_implementations)]
pub struct Subject<'a> {
    /// The finished analysis.
    pub analysis: &'a Analysis,
    /// Whether there is more of it than the study and its graph.
    pub ranked: bool,
    /// Texts of the posts.
    pub strings: &'a Strings,
    /// The accounts of handles.
    pub find: &'a dyn Fn(&[&str]) -> Vec<Option<usize>>,
    /// Graphs built before.
    pub graphs: &'a mut Graphs,
    /// The graph asked for.
    pub choice: GraphChoice,
}

impl Subject<'_> {
    /// The graph asked for.
    pub(super) fn graph(&mut self) -> Result<Rc<Graph>> {
        let analysis = self.analysis;
        if self.choice.is_default() {
            return Ok(analysis.attention.graph.clone());
        }
        if let Some((_, graph)) = self.graphs.chosen.as_ref().filter(|(choice, _)| *choice == self.choice) {
            return Ok(graph.clone());
        }
        self.graphs.chosen = None;
        self.graphs.facts = None;
        let (weights, window) = (&analysis.settings.ties.weights, analysis.settings.window);
        let end = analysis.span.map_or(0, |span| span.1);
        let data = &analysis.data;
        let built = Rc::new(self.choice.build(data.accounts.len(), &data.ties, weights, window, end)?);
        self.graphs.chosen = Some((self.choice.clone(), built.clone()));
        Ok(built)
    }

    /// Keeps the graph of a projection, under what was chosen.
    pub(super) fn keep(
        &mut self,
        choice: GraphChoice,
        ties: &Projected,
        facts: Map<String, Value>,
    ) -> Result<()> {
        self.graphs.chosen = None;
        let graph = ties.graph(self.analysis.data.accounts.len())?;
        self.graphs.chosen = Some((choice, Rc::new(graph)));
        self.graphs.facts = Some(facts);
        Ok(())
    }

    /// Its undirected view.
    pub(super) fn flat(&mut self) -> Result<Rc<Undirected>> {
        let graph = self.graph()?;
        if let Some((_, flat)) = self.graphs.flat.as_ref().filter(|(of, _)| Rc::ptr_eq(of, &graph)) {
            return Ok(flat.clone());
        }
        self.graphs.flat = None;
        let flat = Rc::new(Undirected::of(&graph)?);
        self.graphs.flat = Some((graph, flat.clone()));
        Ok(flat)
    }

    /// How large the study's graph is.
    pub fn size(&self) -> Measured {
        let Analysis { data, attention, .. } = self.analysis;
        let mut facts = Map::new();
        facts.insert("accounts".into(), data.accounts.len().into());
        facts.insert("ties".into(), data.ties.len().into());
        facts.insert("arcs".into(), attention.graph.arcs().into());
        Measured { columns: Vec::new(), facts, labels: Vec::new() }
    }

    /// Makes the next piece of the undirected view, and keeps it once it is whole; returns whether it is.
    pub(super) fn flatten(&mut self, flatten: &mut Flatten) -> Result<bool> {
        let graph = self.graph()?;
        let whole = flatten.step(&graph, PIECE)?;
        if whole {
            self.graphs.flat = Some((graph, Rc::new(std::mem::take(flatten).finish())));
        }
        Ok(whole)
    }

    /// Whether the undirected view is to be made, and is more than a few pieces of work.
    pub(super) fn is_worth_flattening(&mut self) -> Result<bool> {
        let graph = self.graph()?;
        let kept = self.graphs.flat.as_ref().is_some_and(|(of, _)| Rc::ptr_eq(of, &graph));
        if !kept {
            self.graphs.flat = None;
        }
        Ok(!kept && graph.arcs() > 2 * PIECE)
    }

    /// Where the subject of the brief is written about; `None` without a brief.
    ///
    /// # Errors
    /// `analysis.missing` where only the graph is there: nobody has read the posts.
    pub(super) fn topic_teleport(&self) -> Result<Option<Vec<f64>>> {
        if !self.ranked {
            return Err(ErrorKind::NotAnalysed.into());
        }
        let analysis = self.analysis;
        let Some(topic) = analysis.topic.as_deref() else { return Ok(None) };
        Ok(authority::teleport(&analysis.data, topic, analysis.settings.window))
    }

    /// Accounts by their handles.
    pub(super) fn accounts(&self, handles: &[String]) -> Result<Vec<usize>> {
        let asked: Vec<&str> = handles.iter().map(String::as_str).collect();
        let found = (self.find)(&asked).into_iter().zip(handles);
        found
            .map(|(account, asked)| {
                account.ok_or_else(|| ErrorKind::AccountUnknown { asked: asked.clone() }.into())
            })
            .collect()
    }
}
