//! Communities followed through time windows: which stay, which are born, merge, split or dissolve.

use super::numbering::filled;
use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use std::cmp::Reverse;

/// Stands for no community: the node is absent from the window, or its community is too small to follow.
pub const NONE: u32 = u32::MAX;

/// Parameters of [`Timeline`].
#[derive(Debug, Clone)]
pub struct Params {
    /// Two communities of consecutive windows are linked when their common members are at least this share of all
    /// members of both (Jaccard), 0 to 1.
    pub jaccard: f64,
    /// They are also linked when their common members are at least this share of either of them, 0 to 1: most of the
    /// earlier went there, or most of the later came from there.
    pub containment: f64,
    /// A community that continues has grown when it has at least `1 + growth` times the members, and shrunk when the
    /// earlier had as many times those of the later.
    pub growth: f64,
    /// Members below which a community is not followed.
    pub min_size: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params { jaccard: 0.3, containment: 0.5, growth: 0.2, min_size: 3 }
    }
}

/// What became of communities from one window to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// Linked to one another alone, with about as many members.
    Continued,
    /// Linked to one another alone, with more members.
    Grown,
    /// Linked to one another alone, with fewer members.
    Shrunk,
    /// Linked to several of the window before.
    Merged,
    /// Linked to several of the window after.
    Split,
    /// Linked to none of the window before.
    Born,
    /// Linked to none of the window after.
    Dissolved,
}

impl Change {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Change::Continued => "continued",
            Change::Grown => "grown",
            Change::Shrunk => "shrunk",
            Change::Merged => "merged",
            Change::Split => "split",
            Change::Born => "born",
            Change::Dissolved => "dissolved",
        }
    }
}

/// An event between a window and the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The later of both windows.
    pub window: usize,
    /// What happened.
    pub change: Change,
    /// Communities of the window before, by their lasting numbers, in order.
    pub before: Vec<u32>,
    /// Communities of the window, by their lasting numbers, in order.
    pub after: Vec<u32>,
}

/// A community in one window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// Its lasting number.
    pub id: u32,
    /// Its label in the partition of the window.
    pub label: u32,
    /// Its members.
    pub size: u32,
}

/// Communities followed through time.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Communities of each window, by size, largest first, then by smallest member.
    pub windows: Vec<Vec<Presence>>,
    /// Lasting number of each node's community in each window, or [`NONE`].
    pub of: Vec<Vec<u32>>,
    /// Events in the order of windows; within one, in the order of changes as in [`Change`], then by numbers.
    pub events: Vec<Event>,
    /// Lasting numbers given.
    pub communities: u32,
}

/// Communities matched through time windows, a window at a time.
///
/// Each window has its own partition of the same nodes; only consecutive windows are compared. Two communities A and B
/// of them are *linked* when `|A ∩ B| / |A ∪ B|` reaches `jaccard`, or `|A ∩ B| / |A|` or `|A ∩ B| / |B|` reaches
/// `containment`. Linked to one another alone, B continues A, grown or shrunk; several linked to one B merged into it; one
/// A linked to several split; what is linked to none was born or dissolved. The first window has no events.
///
/// B bears the lasting number of A when they are linked and, of all links that either has to a community not yet so
/// paired, theirs has the highest Jaccard (then the most common members, then the lower numbers). What is not paired has a new number:
/// of communities that merge one number lasts, and of those that one splits into one keeps it.
///
/// | here | in the paper |
/// |---|---|
/// | `jaccard` | θ of Greene, Doyle and Cunningham, who use 0.1 to 0.3 |
/// | `containment` | α, β of Bródka, Saganowski and Kazienko (inclusion by members), who use 0.5 |
///
/// # Complexity
/// O(nodes) a window, and O(links · log links); 16 bytes a node on top of the result.
///
/// # Source
/// Greene, Doyle and Cunningham 2010, “Tracking the evolution of communities in dynamic social networks”; Palla,
/// Barabási and Vicsek 2007 for the events; Bródka, Saganowski and Kazienko 2013, “GED”, for the inclusion.
#[derive(Debug)]
pub struct Timeline {
    params: Params,
    partitions: Vec<Vec<u32>>,
    /// Place of each community in its window's list, by label; `NONE` for those not followed.
    place: Vec<u32>,
    history: History,
    failed: Option<crate::error::Error>,
}

/// Two communities of consecutive windows, by their places in the lists, and their common members.
#[derive(Debug, Clone, Copy)]
struct Link {
    before: u32,
    after: u32,
    common: u32,
}

impl Timeline {
    /// Prepares the windows, in order: a partition each, with any labels below the number of nodes and [`NONE`] for the
    /// nodes that are absent.
    ///
    /// # Errors
    /// `argument.invalid` for windows of different lengths, labels that do not fit, or thresholds out of their range;
    /// `memory.exhausted`.
    pub fn new(partitions: Vec<Vec<u32>>, params: Params) -> Result<Timeline> {
        let refuse = |name, given: String| Err(ErrorKind::InvalidArgument { name, given }.into());
        for (name, share) in [("jaccard", params.jaccard), ("containment", params.containment)] {
            if !(share > 0.0 && share <= 1.0) {
                return refuse(name, share.to_string());
            }
        }
        if !(params.growth >= 0.0 && params.growth.is_finite()) {
            return refuse("growth", params.growth.to_string());
        }
        let n = partitions.first().map_or(0, Vec::len);
        for partition in &partitions {
            if partition.len() != n {
                return refuse("windows", format!("{} labels after {n}", partition.len()));
            }
            if let Some(label) = partition.iter().find(|label| **label as usize >= n && **label != NONE) {
                return refuse("windows", label.to_string());
            }
        }
        let place = filled(n, NONE)?;
        Ok(Timeline { params, partitions, place, history: History::default(), failed: None })
    }

    /// The communities of a window that are followed, by size and smallest member, without numbers yet.
    fn present(&mut self, window: usize) -> Result<Vec<Presence>> {
        let labels = &self.partitions[window];
        let mut size = filled(labels.len(), 0_u32)?;
        let mut first_seen = Vec::new();
        for label in labels.iter().filter(|label| **label != NONE) {
            if size[*label as usize] == 0 {
                first_seen.push(*label);
            }
            size[*label as usize] += 1;
        }
        first_seen.retain(|label| size[*label as usize] as usize >= self.params.min_size);
        // Stable: of equal sizes the one whose smallest member comes first stays first.
        first_seen.sort_by_key(|label| Reverse(size[*label as usize]));
        self.place.fill(NONE);
        for (at, label) in first_seen.iter().enumerate() {
            self.place[*label as usize] = at as u32;
        }
        let presence = |label: &u32| Presence { id: NONE, label: *label, size: size[*label as usize] };
        Ok(first_seen.iter().map(presence).collect())
    }

    fn follow(&mut self, window: usize) -> Result<()> {
        let mut before = std::mem::take(&mut self.place);
        self.place = filled(before.len(), NONE)?;
        let mut now = self.present(window)?;
        let empty = Vec::new();
        let earlier = self.history.windows.last().unwrap_or(&empty);
        let mut links = Vec::new();
        if window > 0 {
            // From labels to places, of every node.
            let (labels, labels_now) = (&self.partitions[window - 1], &self.partitions[window]);
            let place_of = |places: &[u32], label: u32| places.get(label as usize).copied().unwrap_or(NONE);
            let mut pairs = Vec::new();
            for (a, b) in labels.iter().zip(labels_now) {
                let (a, b) = (place_of(&before, *a), place_of(&self.place, *b));
                if a != NONE && b != NONE {
                    pairs.push((a, b));
                }
            }
            links = common_members(&pairs, earlier.len(), now.len())?;
            links.retain(|link| self.linked(link, earlier, &now));
            number(&links, earlier, &mut now, &mut self.history.communities);
        } else {
            self.history.communities = now.len() as u32;
            now.iter_mut().enumerate().for_each(|(at, presence)| presence.id = at as u32);
        }
        let earlier = self.history.windows.last().unwrap_or(&empty);
        if window > 0 {
            let events = self.events(window, &links, earlier, &now);
            self.history.events.extend(events);
        }
        // The column of places becomes that of lasting numbers.
        before.clear();
        before.extend(self.partitions[window].iter().map(|label| {
            let place = self.place.get(*label as usize).copied().unwrap_or(NONE);
            now.get(place as usize).map_or(NONE, |presence| presence.id)
        }));
        self.history.of.push(before);
        self.history.windows.push(now);
        Ok(())
    }

    fn linked(&self, link: &Link, earlier: &[Presence], now: &[Presence]) -> bool {
        let (a, b) = (earlier[link.before as usize].size, now[link.after as usize].size);
        let common = f64::from(link.common);
        let all = f64::from(a) + f64::from(b) - common;
        common >= self.params.jaccard * all
            || common >= self.params.containment * f64::from(a)
            || common >= self.params.containment * f64::from(b)
    }

    fn events(&self, window: usize, links: &[Link], earlier: &[Presence], now: &[Presence]) -> Vec<Event> {
        let mut successors = vec![Vec::new(); earlier.len()];
        let mut predecessors = vec![Vec::new(); now.len()];
        for link in links {
            successors[link.before as usize].push(link.after);
            predecessors[link.after as usize].push(link.before);
        }
        let ids = |places: &[u32], of: &[Presence]| {
            let mut ids: Vec<u32> = places.iter().map(|place| of[*place as usize].id).collect();
            ids.sort_unstable();
            ids
        };
        let mut events = Vec::new();
        let mut add = |change, before, after| events.push(Event { window, change, before, after });
        for (place, after) in successors.iter().enumerate() {
            let own = || ids(&[place as u32], earlier);
            match after.as_slice() {
                [] => add(Change::Dissolved, own(), Vec::new()),
                [only] if predecessors[*only as usize].len() == 1 => {
                    let change = self.growth(earlier[place].size, now[*only as usize].size);
                    add(change, own(), ids(&[*only], now));
                }
                [_] => {}
                several => add(Change::Split, own(), ids(several, now)),
            }
        }
        for (place, before) in predecessors.iter().enumerate() {
            let own = || ids(&[place as u32], now);
            match before.as_slice() {
                [] => add(Change::Born, Vec::new(), own()),
                [_] => {}
                several => add(Change::Merged, ids(several, earlier), own()),
            }
        }
        events.sort_by(|a, b| (a.change, &a.before, &a.after).cmp(&(b.change, &b.before, &b.after)));
        events
    }

    fn growth(&self, before: u32, now: u32) -> Change {
        let (before, now, factor) = (f64::from(before), f64::from(now), 1.0 + self.params.growth);
        match (now > before && now >= before * factor, now < before && before >= now * factor) {
            (true, _) => Change::Grown,
            (_, true) => Change::Shrunk,
            _ => Change::Continued,
        }
    }
}

/// Gives the lasting numbers of the window before along the best links, and new ones to the rest.
fn number(links: &[Link], earlier: &[Presence], now: &mut [Presence], communities: &mut u32) {
    let union = |link: &Link| {
        let sizes = u64::from(earlier[link.before as usize].size) + u64::from(now[link.after as usize].size);
        sizes - u64::from(link.common)
    };
    let mut best: Vec<(Link, u64)> = links.iter().map(|link| (*link, union(link))).collect();
    best.sort_by(|(a, all_a), (b, all_b)| {
        // Jaccard by cross-multiplication, exactly.
        let (left, right) = (u64::from(a.common) * all_b, u64::from(b.common) * all_a);
        let rest = |link: &Link| (Reverse(link.common), earlier[link.before as usize].id, link.after);
        right.cmp(&left).then_with(|| rest(a).cmp(&rest(b)))
    });
    let mut given = vec![false; earlier.len()];
    for (link, _) in best {
        let presence = &mut now[link.after as usize];
        if presence.id == NONE && !given[link.before as usize] {
            presence.id = earlier[link.before as usize].id;
            given[link.before as usize] = true;
        }
    }
    for presence in now.iter_mut().filter(|presence| presence.id == NONE) {
        presence.id = *communities;
        *communities += 1;
    }
}

/// Counts the common members of the communities of two windows, in the order of places.
fn common_members(pairs: &[(u32, u32)], before: usize, now: usize) -> Result<Vec<Link>> {
    let mut start = filled(before + 1, 0_usize)?;
    for (a, _) in pairs {
        start[*a as usize + 1] += 1;
    }
    for at in 0..before {
        start[at + 1] += start[at];
    }
    let mut gathered = filled(pairs.len(), 0_u32)?;
    let mut next = start.clone();
    for (a, b) in pairs {
        gathered[next[*a as usize]] = *b;
        next[*a as usize] += 1;
    }
    let mut common = filled(now, 0_u32)?;
    let mut links = Vec::new();
    for (before, row) in start.windows(2).enumerate() {
        let first = links.len();
        for b in &gathered[row[0]..row[1]] {
            if common[*b as usize] == 0 {
                links.push(Link { before: before as u32, after: *b, common: 0 });
            }
            common[*b as usize] += 1;
        }
        links[first..].sort_unstable_by_key(|link| link.after);
        for link in &mut links[first..] {
            link.common = std::mem::take(&mut common[link.after as usize]);
        }
    }
    Ok(links)
}

impl Steps for Timeline {
    type Output = Result<History>;

    fn step(&mut self) -> bool {
        let window = self.history.windows.len();
        if window < self.partitions.len()
            && self.failed.is_none()
            && let Err(error) = self.follow(window)
        {
            self.failed = Some(error);
        }
        self.failed.is_some() || self.history.windows.len() == self.partitions.len()
    }

    fn share_done(&self) -> f64 {
        self.history.windows.len() as f64 / self.partitions.len().max(1) as f64
    }

    fn finish(self) -> Result<History> {
        self.failed.map_or(Ok(self.history), Err)
    }
}

/// Communities followed through windows in one call; see [`Timeline`].
///
/// # Examples
/// ```
/// use sillage::graph::community::timeline::{Change, Params, timeline};
/// // Two circles of three become one.
/// let history = timeline(vec![vec![0, 0, 0, 1, 1, 1], vec![4; 6]], Params::default())?;
/// assert_eq!(history.events[0].change, Change::Merged);
/// assert_eq!((&history.events[0].before[..], &history.events[0].after[..]), (&[0, 1][..], &[0][..]));
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Timeline::new`].
pub fn timeline(partitions: Vec<Vec<u32>>, params: Params) -> Result<History> {
    run(Timeline::new(partitions, params)?)
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
