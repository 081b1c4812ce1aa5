//! What a network file holds: accounts with what is known of them, ties with their kinds, places on the map.

use super::csv::profile_url;
use super::pseudonym::Pseudonyms;
use crate::error::{ErrorKind, Result};
use crate::model::{Layer, NONE};
use crate::query::ranking::{RankingQuery, select};
use crate::query::{Column, View};
use serde::Deserialize;

/// What the file holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NetworkOptions {
    /// Which accounts, as in the ranking; all by default, those listed apart included.
    pub query: Option<RankingQuery>,
    /// Accounts at the most, the best ranked first; all by default.
    pub top: Option<usize>,
    /// Only these accounts, by index.
    pub accounts: Option<Vec<u32>>,
    /// Where they are on the map.
    pub places: Option<Places>,
    /// The word of [pseudonyms](super::pseudonym); ids, handles, names and addresses are left out then.
    pub pseudonyms: Option<String>,
}

/// A map: places of some accounts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Accounts, by index; in the order of all accounts where it is left out.
    pub accounts: Option<Vec<u32>>,
    /// Their places.
    pub x: Vec<f64>,
    /// The other coordinate.
    pub y: Vec<f64>,
}

/// Type of an attribute, in the words that GEXF and GraphML share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Whole,
    Real,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Text => "string",
            Kind::Whole => "long",
            Kind::Real => "double",
        }
    }
}

/// Texts of an account, by name.
pub(super) const TEXTS: [&str; 4] = ["handle", "name", "platform", "profileUrl"];

/// Numbers of an account: whole ones, then real ones.
const WHOLE: [Column; 7] = [
    Column::Resharers,
    Column::Followers,
    Column::Posts,
    Column::InDegree,
    Column::OutDegree,
    Column::Community,
    Column::Component,
];
const REAL: [Column; 18] = [
    Column::Score,
    Column::Reach,
    Column::Relevance,
    Column::Resonance,
    Column::Popularity,
    Column::Proximity,
    Column::Goodwill,
    Column::Authority,
    Column::Trust,
    Column::Affinity,
    Column::Frequency,
    Column::Period,
    Column::Amplitude,
    Column::Credit,
    Column::Pagerank,
    Column::Participation,
    Column::WithinModule,
    Column::Authenticity,
];

/// A number of every account.
#[derive(Debug)]
pub(super) struct Numbers {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    values: Vec<f64>,
}

/// The accounts of the file and their ties. What is unknown is left out of the file, and never written as zero.
#[derive(Debug)]
pub(super) struct Network<'a> {
    view: View<'a>,
    names: Option<Pseudonyms>,
    /// Accounts in their order, and the place of each in it.
    pub(super) nodes: Vec<u32>,
    place: Vec<u32>,
    pub(super) numbers: Vec<Numbers>,
    /// Kinds of tie that there are.
    pub(super) layers: Vec<Layer>,
    /// Places of all accounts; empty without a map.
    x: Vec<f64>,
    y: Vec<f64>,
}

/// A tie of the file.
#[derive(Debug)]
pub(super) struct Edge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) weight: f64,
    /// Ties of each kind in [`Network::layers`].
    pub(super) layers: Vec<f64>,
}

impl<'a> Network<'a> {
    /// # Errors
    /// As [`select`]; `account.unknown`; `memory.exhausted`.
    pub(super) fn new(view: View<'a>, options: &NetworkOptions) -> Result<Network<'a>> {
        let all = view.analysis.data.accounts.len();
        let query =
            options.query.clone().unwrap_or_else(|| RankingQuery { enough: None, ..RankingQuery::default() });
        let mut nodes = select(view, &query)?;
        let mut place = room(all)?;
        place.resize(all, NONE);
        if let Some(accounts) = &options.accounts {
            for account in accounts {
                *place.get_mut(*account as usize).ok_or_else(|| unknown(*account))? = 0;
            }
            nodes.retain(|account| place[*account as usize] != NONE);
            place.fill(NONE);
        }
        nodes.truncate(options.top.unwrap_or(usize::MAX));
        for (at, account) in nodes.iter().enumerate() {
            place[*account as usize] = at as u32;
        }
        let (x, y) = places(options.places.as_ref(), all)?;
        let ties = &view.analysis.data.ties;
        let window = view.analysis.settings.window;
        let mut seen = [false; 7];
        for tie in (0..ties.len()).filter(|tie| window.contains(ties.time.at(*tie))) {
            seen[ties.layer[tie] as usize] = true;
        }
        let kinds = WHOLE.iter().map(|c| (*c, Kind::Whole)).chain(REAL.iter().map(|c| (*c, Kind::Real)));
        let numbers =
            kinds.map(|(column, kind)| Numbers { name: column.name(), kind, values: column.values(view) });
        Ok(Network {
            view,
            names: Pseudonyms::new(view, options.pseudonyms.as_deref()),
            nodes,
            place,
            numbers: numbers.collect(),
            layers: Layer::ALL.into_iter().filter(|layer| seen[*layer as usize]).collect(),
            x,
            y,
        })
    }

    /// What the account is called in the file: network and stable id, or network and handle where no id is known.
    pub(super) fn id(&self, account: u32) -> String {
        if let Some(names) = &self.names {
            return names.of(self.view, account);
        }
        let accounts = &self.view.analysis.data.accounts;
        let key = self.view.strings.get(accounts.key[account as usize]);
        format!("{}:{key}", accounts.platform[account as usize].name())
    }

    /// Its handle, the id where no handle is known.
    pub(super) fn label(&self, account: u32) -> String {
        match &self.names {
            Some(names) => names.of(self.view, account),
            None => self.view.handle(account as usize).to_owned(),
        }
    }

    /// Its texts, in the order of [`TEXTS`]; empty where unknown.
    pub(super) fn texts(&self, account: u32) -> [String; 4] {
        let platform = self.view.analysis.data.accounts.platform[account as usize];
        if self.names.is_some() {
            return [String::new(), String::new(), platform.name().to_owned(), String::new()];
        }
        let handle = self.view.handle(account as usize);
        [
            handle.to_owned(),
            self.view.name(account as usize).unwrap_or_default().to_owned(),
            platform.name().to_owned(),
            profile_url(platform, handle).unwrap_or_default(),
        ]
    }

    /// Its rank; none for those listed apart.
    pub(super) fn rank(&self, account: u32) -> Option<f64> {
        let scores = &self.view.analysis.scores;
        let place = scores.place[account as usize];
        ((place as usize) < scores.ranked).then_some(f64::from(place) + 1.0)
    }

    /// Its numbers that are known, with the place of each among [`Network::numbers`].
    pub(super) fn known(&self, account: u32) -> impl Iterator<Item = (usize, f64)> + '_ {
        let value = move |numbers: &Numbers| numbers.values[account as usize];
        self.numbers.iter().map(value).enumerate().filter(|(_, value)| value.is_finite())
    }

    /// Its place on the map, if it has one.
    pub(super) fn at(&self, account: u32) -> Option<(f64, f64)> {
        let (x, y) = (self.x.get(account as usize)?, self.y.get(account as usize)?);
        (x.is_finite() && y.is_finite()).then_some((*x, *y))
    }

    /// The ties among the accounts of the file, as the study weighs them: from the one who paid attention.
    pub(super) fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        let (attention, window) = (&self.view.analysis.attention, self.view.analysis.settings.window);
        let ties = &self.view.analysis.data.ties;
        let inside = |account: u32| self.place[account as usize] != NONE;
        let arcs = attention.from.iter().zip(&attention.graph.out_to).enumerate();
        arcs.filter(move |(_, (from, to))| inside(**from) && inside(**to)).map(move |(arc, (from, to))| {
            let mut layers = vec![0.0; self.layers.len()];
            for tie in attention.ties_of(arc, ties, window) {
                if let Some(at) = self.layers.iter().position(|layer| *layer == ties.layer[tie]) {
                    layers[at] += f64::from(ties.weight[tie]).max(0.0);
                }
            }
            Edge { from: *from, to: *to, weight: f64::from(attention.graph.weight(arc)), layers }
        })
    }
}

fn unknown(account: u32) -> crate::error::Error {
    ErrorKind::AccountUnknown { asked: account.to_string() }.into()
}

fn room<T>(of: usize) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(of).map_err(|_| ErrorKind::OutOfMemory { what: "export" })?;
    Ok(column)
}

/// The places of all accounts, NaN for those that are not on the map.
fn places(given: Option<&Places>, all: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let Some(given) = given else { return Ok((Vec::new(), Vec::new())) };
    let count = given.accounts.as_ref().map_or(all, Vec::len);
    if given.x.len() != count || given.y.len() != count {
        let given = format!("{} × {}", given.x.len(), given.y.len());
        return Err(ErrorKind::InvalidArgument { name: "places", given }.into());
    }
    let Some(accounts) = &given.accounts else { return Ok((given.x.clone(), given.y.clone())) };
    let (mut x, mut y) = (room(all)?, room(all)?);
    x.resize(all, f64::NAN);
    y.resize(all, f64::NAN);
    for ((account, to_x), to_y) in accounts.iter().zip(&given.x).zip(&given.y) {
        let at = *account as usize;
        if at >= all {
            return Err(unknown(*account));
        }
        (x[at], y[at]) = (*to_x, *to_y);
    }
    Ok((x, y))
}
