//! The way of a network's records: what a node says of its account, and an edge of its tie.

use super::graph_naming::{Ids, is_handle};
use super::graph_network::{Network, Pending, add, out_of_memory};
use super::graph_words::{OfEdge, OfNode, is_thing};
use super::ledger::Ledger;
use super::words;
use crate::error::Result;
use crate::ingest::date::{self, DateStyle};
use crate::ingest::graph_items::{Edge, Node, Sink};
use crate::ingest::id;
use crate::ingest::number::{self, NumberStyle};
use crate::model::{AccountIn, Builder, Layer, Millis, NameId, Platform, normalise_handle};
use xxhash_rust::xxh3::xxh3_64;

/// What an edge says besides its ends.
#[derive(Debug, Clone, Copy)]
struct Said {
    weight: f64,
    layer: Layer,
    time: Option<Millis>,
    directed: Option<bool>,
}

/// A network, with the ledger and the study it goes to.
#[derive(Debug)]
pub struct Feed<'a> {
    pub(super) network: &'a mut Network,
    pub(super) ledger: &'a mut Ledger,
    pub(super) into: &'a mut Builder,
    pub(super) opened: bool,
}

impl Network {
    /// Lends the network to a parser.
    pub fn sink<'a>(&'a mut self, ledger: &'a mut Ledger, into: &'a mut Builder) -> Feed<'a> {
        Feed { network: self, ledger, into, opened: false }
    }

    /// Lends the network for one record that the ledger has opened already.
    pub fn sink_opened<'a>(&'a mut self, ledger: &'a mut Ledger, into: &'a mut Builder) -> Feed<'a> {
        Feed { network: self, ledger, into, opened: true }
    }
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
                OfNode::Location => account.location = account.location.or(Some(value)),
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
