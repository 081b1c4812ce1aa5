//! Makes accounts and ties of the nodes and edges of one network file, in whatever order they come.

use super::graph_naming::{Ids, Naming};
use super::graph_words::{Meanings, OfEdge, OfNode};
use super::ledger::Ledger;
use crate::error::{ErrorKind, Result};
use crate::model::{AccountIn, Builder, Layer, Millis, NameId, Platform, TieIn};
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// What a file has said of one of its ids.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Where the id stands among the texts.
    pub(super) text: (u32, u32),
    pub(super) name: Option<NameId>,
    pub(super) declared: bool,
}

/// An edge whose ends, or direction, are not known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) layer: Layer,
    pub(super) time: Option<Millis>,
    pub(super) weight: f64,
    pub(super) directed: Option<bool>,
    pub(super) row: u64,
}

/// The nodes of a file, and the edges that wait for them.
#[derive(Debug)]
pub struct Network {
    pub(super) naming: Naming,
    pub(super) platform: Platform,
    /// Nodes exist when an edge names them: the format declares none, or not all.
    pub(super) implicit: bool,
    /// Whether edges have a direction where they do not say it.
    pub(super) directed: Option<bool>,
    pub(super) texts: String,
    pub(super) entries: Vec<Entry>,
    pub(super) index: HashTable<u32>,
    /// Hashes of the labels that name an account already, and of the ids of edges.
    pub(super) labels: HashTable<u64>,
    pub(super) edge_ids: HashTable<u64>,
    pub(super) pending: Vec<Pending>,
    pub(super) of_nodes: Meanings<OfNode>,
    pub(super) of_edges: Meanings<OfEdge>,
    pub(super) key: String,
    pub(super) damaged: bool,
}

pub(super) fn out_of_memory<T, E>(result: std::result::Result<T, E>) -> Result<T> {
    result.map_err(|_| ErrorKind::OutOfMemory { what: "accounts" }.into())
}

/// Adds a hash to a set; false when it was there.
pub(super) fn add(set: &mut HashTable<u64>, hash: u64) -> Result<bool> {
    if set.find(hash, |known| *known == hash).is_some() {
        return Ok(false);
    }
    out_of_memory(set.try_reserve(1, |hash| *hash))?;
    set.insert_unique(hash, hash, |hash| *hash);
    Ok(true)
}

impl Network {
    /// A network without nodes yet.
    pub fn new(naming: Naming, platform: Platform, implicit: bool) -> Self {
        Network {
            naming,
            platform,
            implicit,
            directed: None,
            texts: String::new(),
            entries: Vec::new(),
            index: HashTable::new(),
            labels: HashTable::new(),
            edge_ids: HashTable::new(),
            pending: Vec::new(),
            of_nodes: Meanings::of_nodes(),
            of_edges: Meanings::of_edges(),
            key: String::new(),
            damaged: false,
        }
    }

    /// Says whether edges have a direction where they do not say it.
    pub fn set_directed(&mut self, directed: bool) {
        self.directed.get_or_insert(directed);
    }

    /// Whether edges wait for a word on their direction.
    pub fn undecided(&self) -> bool {
        self.directed.is_none() && self.pending.iter().any(|edge| edge.directed.is_none())
    }

    /// Makes a second text stand for a node; one that stands for another already is left alone.
    pub fn alias(&mut self, id: &str, other: &str) -> Result<()> {
        let known = self.entry(id)?;
        let number = self.entry(other)?;
        let name = self.entries.get(known as usize).and_then(|entry| entry.name);
        if let Some(entry) = self.entries.get_mut(number as usize)
            && !entry.declared
        {
            (entry.declared, entry.name) = (true, name);
        }
        Ok(())
    }

    fn text(&self, (start, end): (u32, u32)) -> &str {
        self.texts.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of an id, new or known.
    pub(super) fn entry(&mut self, id: &str) -> Result<u32> {
        let hash = xxh3_64(id.as_bytes());
        let found = self
            .index
            .find(hash, |&n| self.entries.get(n as usize).is_some_and(|entry| self.text(entry.text) == id));
        if let Some(&number) = found {
            return Ok(number);
        }
        let start = self.texts.len();
        if start + id.len() > u32::MAX as usize {
            return Err(ErrorKind::OutOfMemory { what: "accounts" }.into());
        }
        out_of_memory(self.texts.try_reserve(id.len()))?;
        out_of_memory(self.entries.try_reserve(1))?;
        self.texts.push_str(id);
        let number = self.entries.len() as u32;
        self.entries.push(Entry {
            text: (start as u32, self.texts.len() as u32),
            name: None,
            declared: false,
        });
        let (entries, texts) = (&self.entries, &self.texts);
        let rehash = |n: &u32| {
            let text = entries.get(*n as usize).map_or((0, 0), |entry| entry.text);
            xxh3_64(texts.as_bytes().get(text.0 as usize..text.1 as usize).unwrap_or_default())
        };
        out_of_memory(self.index.try_reserve(1, rehash))?;
        self.index.insert_unique(hash, number, rehash);
        Ok(number)
    }

    /// The account of an id of which nothing else is known.
    fn name_bare(&mut self, number: u32, into: &mut Builder) -> Result<Option<NameId>> {
        let Some(entry) = self.entries.get(number as usize).copied() else { return Ok(None) };
        if entry.name.is_some() {
            return Ok(entry.name);
        }
        let id = self.text(entry.text);
        let named = match self.naming.ids {
            Ids::Handles => into.account(&AccountIn::named(self.platform, None, Some(id)))?,
            Ids::Places | Ids::Accounts => None,
        };
        let named = match named {
            Some(name) => Some(name),
            None => into.account(&AccountIn::named(self.platform, Some(id), None))?,
        };
        if let Some(entry) = self.entries.get_mut(number as usize) {
            entry.name = named;
        }
        Ok(named)
    }

    pub(super) fn tie(&mut self, edge: &Pending, into: &mut Builder) -> Result<()> {
        let (Some(from), Some(to)) = (self.name_bare(edge.from, into)?, self.name_bare(edge.to, into)?)
        else {
            return Ok(());
        };
        let Pending { layer, time, weight, row, .. } = *edge;
        into.tie(&TieIn { from, to, layer, time, weight, row })?;
        // Without a word for it, as read: from source to target.
        let directed = edge.directed.or(self.directed).unwrap_or(true);
        if !directed && from != to {
            into.tie(&TieIn { from: to, to: from, layer, time, weight, row })?;
        }
        Ok(())
    }

    /// Whether an edge can be made a tie now: both ends are named, and its direction is settled.
    pub(super) fn ready(&self, edge: &Pending) -> bool {
        let named = |n: u32| self.implicit || self.entries.get(n as usize).is_some_and(|e| e.declared);
        named(edge.from) && named(edge.to) && (edge.directed.is_some() || self.directed.is_some())
    }

    /// Names the nodes that no record declared, and makes ties of the edges that waited.
    pub fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        for number in 0..self.entries.len() as u32 {
            let Some(entry) = self.entries.get(number as usize).copied() else { break };
            if !entry.declared && !self.implicit {
                ledger.note_file("graph.node_missing", None, self.text(entry.text).to_string());
            }
            self.name_bare(number, into)?;
        }
        for edge in std::mem::take(&mut self.pending) {
            self.tie(&edge, into)?;
        }
        Ok(())
    }
}
