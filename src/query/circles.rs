//! What surrounds each community: languages, how far it keeps to itself, its neighbours, who stands between.

use super::{View, some};
use crate::graph::Graph;
use crate::graph::community::Communities;
use crate::model::NONE;
use serde::Serialize;

/// Languages and neighbouring communities listed, and accounts that stand between.
const LISTED: usize = 3;
const BRIDGES: usize = 5;

/// What surrounds a community.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Surroundings {
    /// Languages of its accounts, the most frequent first; those of unknown language are left out.
    pub languages: Vec<LanguageRow>,
    /// Share of the attention that its accounts give or get which stays inside, 0 to 1; none without any.
    pub inside: Option<f64>,
    /// The communities that it shares most attention with.
    pub near: Vec<NearRow>,
    /// Its accounts with ties to the most people of other communities.
    pub bridges: Vec<BridgeRow>,
}

/// A language, and how many accounts of a community write in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LanguageRow {
    pub code: String,
    pub accounts: u32,
}

/// A neighbouring community, and its share of the attention that a community gives or gets.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct NearRow {
    pub number: u32,
    pub share: f64,
}

/// An account that stands between communities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct BridgeRow {
    pub index: u32,
    pub handle: String,
    /// Distinct accounts of other communities that it has ties with, and of its own.
    pub outside: u32,
    pub inside: u32,
    /// The other community that most of them are in.
    pub towards: u32,
    pub participation: Option<f64>,
}

/// The surroundings of the `shown` largest communities. Cost: a pass over the arcs.
pub(super) fn surroundings(view: View<'_>, found: &Communities, shown: usize) -> Vec<Surroundings> {
    let graph = &*view.analysis.attention.graph;
    let mut between = Between::new(found.sizes.len(), shown);
    let mut bridges: Vec<Vec<BridgeRow>> = vec![Vec::new(); shown];
    for (account, own) in found.of.iter().enumerate().take(graph.nodes()) {
        if *own == NONE {
            continue;
        }
        let Some((outside, inside, towards)) = between.account(graph, found, account, *own) else { continue };
        let Some(list) = bridges.get_mut(*own as usize) else { continue };
        list.push(BridgeRow {
            index: account as u32,
            handle: String::new(),
            outside,
            inside,
            towards,
            participation: found.participation.get(account).copied().and_then(some),
        });
        // Kept short on the way.
        if list.len() > 64 * BRIDGES {
            first(list);
        }
    }
    let mut languages = languages(view, found, shown);
    let row = |(number, mut list): (usize, Vec<BridgeRow>)| {
        first(&mut list);
        for bridge in &mut list {
            view.handle(bridge.index as usize).clone_into(&mut bridge.handle);
        }
        let (inside, near) = between.of(number);
        Surroundings { languages: std::mem::take(&mut languages[number]), inside, near, bridges: list }
    };
    bridges.into_iter().enumerate().map(row).collect()
}

/// Leaves those with the most people outside, in that order.
fn first(list: &mut Vec<BridgeRow>) {
    list.sort_by_key(|bridge| (std::cmp::Reverse(bridge.outside), bridge.index));
    list.truncate(BRIDGES);
}

/// Attention within and between communities.
struct Between {
    shown: usize,
    /// Weight between each two of those shown; the last column is all others.
    weight: Vec<f64>,
    /// People of each community that the account at hand has ties with, and which are not 0.
    people: Vec<u32>,
    met: Vec<u32>,
}

impl Between {
    fn new(communities: usize, shown: usize) -> Between {
        let people = vec![0; communities];
        Between { shown, weight: vec![0.0; shown * (shown + 1)], people, met: Vec::new() }
    }

    fn add(&mut self, own: u32, other: u32, weight: f32) {
        let weight = f64::from(weight);
        if (own as usize) < self.shown && weight.is_finite() && weight > 0.0 {
            self.weight[own as usize * (self.shown + 1) + (other as usize).min(self.shown)] += weight;
        }
    }

    /// People that an account has ties with: in other communities, in its own, and which other one has most of them.
    /// `None` when nobody is outside.
    fn account(
        &mut self,
        graph: &Graph,
        found: &Communities,
        account: usize,
        own: u32,
    ) -> Option<(u32, u32, u32)> {
        let of = |node: u32| found.of.get(node as usize).copied().filter(|c| *c != NONE);
        for arc in graph.out_arcs(account) {
            let Some(other) = of(graph.out_to[arc]) else { continue };
            self.add(own, other, graph.weight(arc));
            // Inside, the arc is seen from both ends already.
            if other != own {
                self.add(other, own, graph.weight(arc));
            }
        }
        let (targets, sources) = (graph.targets(account), graph.sources(account));
        for node in merged(targets, sources) {
            let Some(other) = of(node) else { continue };
            if node as usize == account {
                continue;
            }
            if self.people[other as usize] == 0 {
                self.met.push(other);
            }
            self.people[other as usize] += 1;
        }
        self.met.sort_unstable();
        let (mut outside, mut inside, mut towards) = (0, 0, (0, NONE));
        for other in self.met.drain(..) {
            let people = std::mem::take(&mut self.people[other as usize]);
            if other == own {
                inside = people;
                continue;
            }
            outside += people;
            if people > towards.0 {
                towards = (people, other);
            }
        }
        (outside > 0).then_some((outside, inside, towards.1))
    }

    /// Share inside, and the nearest others.
    fn of(&self, number: usize) -> (Option<f64>, Vec<NearRow>) {
        let row = &self.weight[number * (self.shown + 1)..(number + 1) * (self.shown + 1)];
        let total: f64 = row.iter().sum();
        if total <= 0.0 {
            return (None, Vec::new());
        }
        let others = row[..self.shown].iter().enumerate();
        let share = |(other, weight): (usize, &f64)| NearRow { number: other as u32, share: weight / total };
        let mut near: Vec<NearRow> =
            others.filter(|(other, weight)| *other != number && **weight > 0.0).map(share).collect();
        near.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.number.cmp(&b.number)));
        near.truncate(LISTED);
        (Some(row[number] / total), near)
    }
}

/// Two lists in order as one, each number once.
fn merged<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (mut a, mut b) = (a.iter().copied().peekable(), b.iter().copied().peekable());
    std::iter::from_fn(move || match (a.peek().copied(), b.peek().copied()) {
        (Some(x), Some(y)) if x == y => {
            b.next();
            a.next()
        }
        (Some(x), Some(y)) if x > y => b.next(),
        (Some(_), _) => a.next(),
        (None, _) => b.next(),
    })
}

/// Languages of the accounts of each community.
fn languages(view: View<'_>, found: &Communities, shown: usize) -> Vec<Vec<LanguageRow>> {
    let Some(readings) = view.analysis.readings.as_deref() else { return vec![Vec::new(); shown] };
    let codes = readings.languages.len();
    let mut counts = vec![0_u32; shown * codes];
    for (community, language) in found.of.iter().zip(&readings.language) {
        if (*community as usize) < shown && *language > 0 && usize::from(*language) <= codes {
            counts[*community as usize * codes + usize::from(*language) - 1] += 1;
        }
    }
    let row = |counts: &[u32]| {
        let named = readings.languages.iter().zip(counts).filter(|(_, accounts)| **accounts > 0);
        let mut rows: Vec<LanguageRow> =
            named.map(|(code, accounts)| LanguageRow { code: code.clone(), accounts: *accounts }).collect();
        rows.sort_by(|a, b| b.accounts.cmp(&a.accounts).then_with(|| a.code.cmp(&b.code)));
        rows.truncate(LISTED);
        rows
    };
    if codes == 0 { vec![Vec::new(); shown] } else { counts.chunks(codes).map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_in_order_become_one() {
        let all: Vec<u32> = merged(&[1, 3, 5], &[0, 3, 4, 9]).collect();
        assert_eq!(all, [0, 1, 3, 4, 5, 9]);
        assert_eq!(merged(&[], &[2]).collect::<Vec<_>>(), [2]);
        assert_eq!(merged(&[2], &[]).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn attention_within_and_between() {
        // 0, 1, 2 in community 0; 3, 4 in 1; 5 in 2, which is not shown.
        let from = [0, 0, 1, 2, 3, 3];
        let to = vec![1, 3, 2, 5, 2, 4];
        let weight = vec![1.0, 2.0, 1.0, 1.0, 4.0, 3.0];
        let graph = Graph::from_sorted(6, &from, to, weight).unwrap();
        let found =
            Communities { of: vec![0, 0, 0, 1, 1, 2], sizes: vec![3, 2, 1], ..Communities::default() };
        let mut between = Between::new(3, 2);
        let each: Vec<_> = (0..6).map(|a| between.account(&graph, &found, a, found.of[a])).collect();
        assert_eq!(each[0], Some((1, 1, 1)));
        assert_eq!(each[1], None, "nobody outside");
        assert_eq!(each[2], Some((2, 1, 1)), "as many in both: the larger community");
        assert_eq!(each[3], Some((2, 1, 0)));
        // Inside 2; 6 with community 1; 1 with those not shown.
        let (inside, near) = between.of(0);
        assert_eq!(inside, Some(2.0 / 9.0));
        assert_eq!(near, [NearRow { number: 1, share: 6.0 / 9.0 }]);
        assert_eq!(between.of(1).0, Some(3.0 / 9.0));
    }
}
