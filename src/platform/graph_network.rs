//! Makes accounts and ties of the nodes and edges of one network file, in whatever order they come.

use super::graph_naming::{Ids, Naming, is_handle};
use super::graph_words::{Meanings, OfEdge, OfNode, is_thing};
use super::ledger::Ledger;
use super::words;
use crate::error::{ErrorKind, Result};
use crate::ingest::date::{self, DateStyle};
use crate::ingest::graph_items::{Edge, Node, Sink};
use crate::ingest::id;
use crate::ingest::number::{self, NumberStyle};
use crate::model::{AccountIn, Builder, Layer, Millis, NameId, Platform, TieIn, normalise_handle};
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// What a file has said of one of its ids.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Where the id stands among the texts.
    text: (u32, u32),
    name: Option<NameId>,
    declared: bool,
}

/// An edge whose ends, or direction, are not known yet.
#[derive(Debug, Clone, Copy)]
struct Pending {
    from: u32,
    to: u32,
    layer: Layer,
    time: Option<Millis>,
    weight: f64,
    directed: Option<bool>,
    row: u64,
}

/// The nodes of a file, and the edges that wait for them.
#[derive(Debug)]
pub struct Network {
    naming: Naming,
    platform: Platform,
    /// Nodes exist when an edge names them: the format declares none, or not all.
    implicit: bool,
    /// Whether edges have a direction where they do not say it.
    directed: Option<bool>,
    texts: String,
    entries: Vec<Entry>,
    index: HashTable<u32>,
    /// Hashes of the labels that name an account already, and of the ids of edges.
    labels: HashTable<u64>,
    edge_ids: HashTable<u64>,
    pending: Vec<Pending>,
    of_nodes: Meanings<OfNode>,
    of_edges: Meanings<OfEdge>,
    key: String,
    damaged: bool,
}

fn out_of_memory<T, E>(result: std::result::Result<T, E>) -> Result<T> {
    result.map_err(|_| ErrorKind::OutOfMemory { what: "accounts" }.into())
}

/// Adds a hash to a set; false when it was there.
fn add(set: &mut HashTable<u64>, hash: u64) -> Result<bool> {
    if set.find(hash, |known| *known == hash).is_some() {
        return Ok(false);
    }
    out_of_memory(set.try_reserve(1, |hash| *hash))?;
    set.insert_unique(hash, hash, |hash| *hash);
    Ok(true)
}

/// What an edge says besides its ends.
#[derive(Debug, Clone, Copy)]
struct Said {
    weight: f64,
    layer: Layer,
    time: Option<Millis>,
    directed: Option<bool>,
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

    /// Lends the network to a parser.
    pub fn sink<'a>(&'a mut self, ledger: &'a mut Ledger, into: &'a mut Builder) -> Feed<'a> {
        Feed { network: self, ledger, into, opened: false }
    }

    /// Lends the network for one record that the ledger has opened already.
    pub fn sink_opened<'a>(&'a mut self, ledger: &'a mut Ledger, into: &'a mut Builder) -> Feed<'a> {
        Feed { network: self, ledger, into, opened: true }
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
    fn entry(&mut self, id: &str) -> Result<u32> {
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

    fn tie(&mut self, edge: &Pending, into: &mut Builder) -> Result<()> {
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
    fn ready(&self, edge: &Pending) -> bool {
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

/// A network, with the ledger and the study it goes to.
#[derive(Debug)]
pub struct Feed<'a> {
    network: &'a mut Network,
    ledger: &'a mut Ledger,
    into: &'a mut Builder,
    opened: bool,
}

impl Feed<'_> {
    fn open(&mut self, line: u64) -> u64 {
        if self.opened {
            return self.ledger.next_row() - 1;
        }
        let row = self.ledger.next_row();
        self.ledger.open(row, line);
        if std::mem::take(&mut self.network.damaged) {
            self.ledger.repair("text.invalid_bytes", None, String::new);
        }
        row
    }

    fn count(&mut self, name: &str, value: &str) -> Option<f64> {
        match number::read(value, NumberStyle::default()) {
            Some(number) if number >= 0.0 => Some(number),
            Some(_) => {
                self.ledger.repair("number.negative", Some(name), || value.to_string());
                None
            }
            None => {
                if !id::missing(value.trim()) {
                    self.ledger.repair("number.unreadable", Some(name), || value.to_string());
                }
                None
            }
        }
    }

    fn said(&mut self, edge: &Edge<'_>) -> std::result::Result<Said, String> {
        let mut said = Said { weight: 1.0, layer: Layer::Link, time: None, directed: edge.directed };
        for (name, value) in edge.attributes {
            let value = value.trim();
            if id::missing(value) {
                continue;
            }
            match self.network.of_edges.of(name) {
                OfEdge::Weight => match number::read(value, NumberStyle::default()) {
                    Some(weight) if weight > 0.0 => said.weight = weight,
                    Some(_) => return Err(value.to_string()),
                    None => self.ledger.repair("weight.unreadable", Some(name), || value.to_string()),
                },
                OfEdge::Kind => {
                    if let Some(directed) = words::directed(value) {
                        said.directed = said.directed.or(Some(directed));
                    } else if said.layer == Layer::Link
                        && let Some(layer) = words::layer(value)
                    {
                        said.layer = layer;
                    }
                }
                OfEdge::Time => said.time = said.time.or_else(|| self.time(name, value)),
                OfEdge::Directed => {
                    said.directed =
                        said.directed.or_else(|| words::directed(value)).or_else(|| words::truth(value));
                }
                OfEdge::Other => {}
            }
        }
        Ok(said)
    }

    fn time(&mut self, name: &str, value: &str) -> Option<Millis> {
        let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
        // `<[2024-01-01, 2024-02-01]>` begins with its beginning.
        let first = value.trim_start_matches(['<', '[', '(', ' ']);
        let first = first.split([',', ';', ']', ')', '>']).next().unwrap_or(first).trim();
        let moment = if first.len() <= 64 { date::read(first, style) } else { None };
        // Numbers too small for a moment count steps of a simulation.
        if moment.is_none() && first.parse::<f64>().is_err() {
            self.ledger.repair("time.unreadable", Some(name), || value.to_string());
        }
        moment
    }

    /// What a node says of its account.
    fn account(&mut self, node: &Node<'_>) -> Result<Option<NameId>> {
        let id = node.id.trim();
        let mut account = AccountIn::named(self.network.platform, None, None);
        let (mut label, mut handle, mut own_id, mut name, mut url) = (None, None, None, None, None);
        for (title, value) in node.attributes {
            let value = value.trim();
            if id::missing(value) {
                continue;
            }
            let first = |held: &mut Option<_>| *held = held.or(Some(value));
            match self.network.of_nodes.of(title) {
                OfNode::Label => first(&mut label),
                OfNode::Handle => first(&mut handle),
                OfNode::Id => first(&mut own_id),
                OfNode::Name => first(&mut name),
                OfNode::Url => first(&mut url),
                OfNode::Bio => account.bio = account.bio.or(Some(value)),
                OfNode::Followers => account.followers = self.count(title, value),
                OfNode::Following => account.following = self.count(title, value),
                OfNode::Posts => account.posts_total = self.count(title, value),
                OfNode::Verified => account.verified = words::truth(value),
                OfNode::Platform => account.platform = words::platform(value).unwrap_or(account.platform),
                OfNode::Sort => {
                    if is_thing(value) {
                        self.ledger.note("graph.not_people", Some(title), || format!("{value}: {id}"));
                    }
                }
                OfNode::Other => {}
            }
        }
        // The address of a profile names the account, and its network.
        if let Some(platform) = url.and_then(words::platform_of_url) {
            if account.platform == Platform::Unknown {
                account.platform = platform;
            }
            handle = handle.or(url);
        }
        let label = label.or(name);
        let naming = self.network.naming;
        account.name = name.or(label).filter(|n| *n != id);
        match naming.ids {
            Ids::Accounts => {
                account.id = Some(id);
                account.handle = handle.or(label.filter(|l| naming.labels_are_handles && is_handle(l)));
            }
            Ids::Handles => {
                let labelled = label.filter(|l| l.starts_with('@') && is_handle(l));
                account.handle = handle.or(labelled).or(Some(id));
                account.id = own_id.filter(|i| *i != id);
            }
            Ids::Places => {
                account.handle = handle;
                account.id = own_id.filter(|i| *i != id);
                if handle.is_none() && account.id.is_none() {
                    account.handle = self.unused(label)?;
                    account.id = if account.handle.is_none() { Some(id) } else { None };
                }
            }
        }
        if account.handle == account.name {
            account.name = None;
        }
        let named = self.into.account(&account)?;
        if named.is_some() {
            return Ok(named);
        }
        // A handle that only says there is nobody.
        self.into.account(&AccountIn { id: Some(id), handle: None, ..account })
    }

    /// A label that names no other node of the file.
    fn unused<'l>(&mut self, label: Option<&'l str>) -> Result<Option<&'l str>> {
        let Some(label) = label else { return Ok(None) };
        let key = &mut self.network.key;
        if normalise_handle(self.network.platform, label, key).is_none() {
            return Ok(None);
        }
        let new = add(&mut self.network.labels, xxh3_64(key.as_bytes()))?;
        Ok(new.then_some(label))
    }
}

impl Sink for Feed<'_> {
    fn node(&mut self, line: u64, node: &Node<'_>) -> Result<()> {
        self.open(line);
        let id = node.id.trim();
        if id.is_empty() {
            self.ledger.drop("graph.no_id", String::new);
            return Ok(());
        }
        let number = self.network.entry(id)?;
        let known = self.network.entries.get(number as usize).copied();
        if known.is_some_and(|entry| entry.declared) {
            self.ledger.note("graph.duplicate_node", None, || id.to_string());
        }
        // What a second record says of a node goes to the account of the first.
        let again = known.and_then(|entry| entry.name).is_some() && node.attributes.is_empty();
        let named = if again { known.and_then(|entry| entry.name) } else { self.account(node)? };
        if let Some(entry) = self.network.entries.get_mut(number as usize) {
            entry.declared = true;
            entry.name = entry.name.or(named);
        }
        if named.is_none() {
            self.ledger.drop("graph.no_id", || id.to_string());
        } else {
            self.ledger.keep(None);
        }
        Ok(())
    }

    fn edge(&mut self, line: u64, edge: &Edge<'_>) -> Result<()> {
        let row = self.open(line);
        let said = match self.said(edge) {
            Ok(said) => said,
            Err(weight) => {
                self.ledger.drop("weight.not_positive", || weight);
                return Ok(());
            }
        };
        let (source, target) = (edge.source.trim(), edge.target.trim());
        if source.is_empty() || target.is_empty() {
            self.ledger.drop("row.no_ends", || format!("{source} | {target}"));
            return Ok(());
        }
        if let Some(id) = edge.id
            && !add(&mut self.network.edge_ids, xxh3_64(id.as_bytes()))?
        {
            self.ledger.note("graph.duplicate_edge", None, || id.to_string());
        }
        let (from, to) = (self.network.entry(source)?, self.network.entry(target)?);
        let Said { weight, layer, time, directed } = said;
        let edge = Pending { from, to, layer, time, weight, directed, row };
        if self.network.ready(&edge) {
            self.network.tie(&edge, self.into)?;
        } else {
            out_of_memory(self.network.pending.try_reserve(1))?;
            self.network.pending.push(edge);
        }
        self.ledger.keep(time);
        Ok(())
    }

    fn implied(&mut self, id: &str) -> Result<()> {
        self.network.entry(id).map(|_| ())
    }

    fn fault(&mut self, line: u64, code: &'static str, excerpt: &str) {
        self.open(line);
        self.ledger.drop(code, || excerpt.to_string());
    }

    fn note(&mut self, code: &'static str, excerpt: &str) {
        self.ledger.note_file(code, None, crate::ingest::graph_lines::beginning(excerpt));
    }

    fn damaged(&mut self) {
        self.network.damaged = true;
    }

    fn directed(&mut self, directed: bool) {
        self.network.set_directed(directed);
    }
}
