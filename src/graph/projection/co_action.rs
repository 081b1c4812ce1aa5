//! Ties by acting on the same object at nearly the same time.

use super::incidence::{Incidence, Table};
use super::projected::Projected;
use crate::error::{ErrorKind, Result};
use crate::graph::column::{add_up, filled, room};
use crate::graph::steps::Steps;
use crate::math::{ln, sqrt};

/// Parameters of [`CoAction`].
#[derive(Debug, Clone, PartialEq)]
pub struct CoActionParams {
    /// Two acts are together when no more than so many milliseconds lie between them.
    pub window: i64,
    /// Least number of objects that two accounts acted on together.
    pub min_shared: u32,
    /// Ties have a cosine above this; −1 takes all.
    pub min_cosine: f64,
    /// An object on which more than so many acts fall into one window makes no tie.
    pub max_degree: usize,
}

impl Default for CoActionParams {
    fn default() -> Self {
        CoActionParams { window: 60_000, min_shared: 3, min_cosine: -1.0, max_degree: 1_000 }
    }
}

/// Accounts that act on the same object within a window of time, again and again; a block of accounts at a time.
///
/// Weight and `shared` of a tie are the objects on which both acted together, each counted once. Doing so once happens
/// to everybody; three times within a minute hardly happens by chance. Beside it stands the cosine of the two
/// vectors of TF-IDF over all objects, near or not in time: Pacheco et al. take more than 0.9 for a sign of
/// coordination. Both are reasons to look, not proof.
///
/// An act without a moment is together with none. Objects on which more acts fall into one window than
/// `max_degree` are left out: in such a burst everybody is together with everybody.
///
/// | here | in the paper |
/// |---|---|
/// | object | trace (a re-shared post) |
/// | `cosine` | similarity of the users' TF-IDF vectors |
///
/// # Complexity
/// Time O(acts · (log acts + acts in a window)), at most `max_degree` times the number of acts; memory 24 bytes an act.
///
/// # Errors
/// `argument.invalid` for a parameter out of range; `limit.reached` beyond [`crate::limits::PROJECTED_TIES`] ties;
/// `memory.exhausted`.
///
/// # Source
/// Pacheco et al., *Uncovering coordinated networks on social media: methods and case studies*, ICWSM 2021; Giglietto
/// et al., *It takes a village to manipulate the media*, Information, Communication & Society 23(6), 2020 (windows of
/// seconds, repeated).
///
/// # Examples
/// ```
/// use sillage::graph::projection::{CoAction, CoActionParams, Incidence};
/// use sillage::graph::steps;
/// // 0 and 1 re-share three posts within a second, 2 the same posts an hour later.
/// let mut acts = Incidence::default();
/// for post in 0..3 {
///     for (account, delay) in [(0, 0), (1, 1_000), (2, 3_600_000)] {
///         acts.add(account, post, Some(i64::from(post) * 86_400_000 + delay))?;
///     }
/// }
/// let ties = steps::run(CoAction::new(&acts, CoActionParams::default())?)?;
/// assert_eq!((ties.from, ties.to, ties.shared), (vec![0], vec![1], vec![3]));
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct CoAction {
    params: CoActionParams,
    table: Table,
    /// `ln(N/k)` of each object.
    idf: Vec<f64>,
    /// Length of each account's vector.
    norm: Vec<f64>,
    /// Acts whose moment is known, in order of object, moment, account.
    acts: Vec<Act>,
    /// Places of the acts, grouped by account.
    of_account: Vec<u32>,
    account_start: Vec<u32>,
    /// Account and object that last met: each pair counts once an object.
    met: Vec<u64>,
    shared: Vec<u32>,
    touched: Vec<u32>,
    account: usize,
    found: Result<Projected>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Act {
    object: u32,
    time: i64,
    account: u32,
}

/// Acts looked at in one step.
const STEP: usize = 1_000_000;

impl CoAction {
    /// Prepares the search.
    ///
    /// # Errors
    /// As [`CoAction`].
    pub fn new(incidence: &Incidence, params: CoActionParams) -> Result<CoAction> {
        let invalid = |name, given: String| Err(ErrorKind::InvalidArgument { name, given }.into());
        if !(0..=31_536_000_000).contains(&params.window) {
            return invalid("window", params.window.to_string());
        }
        if params.min_cosine.is_nan() {
            return invalid("minCosine", params.min_cosine.to_string());
        }
        if params.max_degree < 2 {
            return invalid("maxDegree", params.max_degree.to_string());
        }
        let table = Table::of(incidence)?;
        let known = (0..table.rows.len()).filter(|row| !table.rows.met(*row).is_empty()).count() as f64;
        let mut idf = filled(0.0, table.columns.len())?;
        for (object, idf) in idf.iter_mut().enumerate() {
            *idf = ln(known / (table.columns.met(object).len() as f64).max(1.0));
        }
        let mut norm = filled(0.0, table.rows.len())?;
        for (row, norm) in norm.iter_mut().enumerate() {
            let has = table.rows.met(row).iter().zip(table.rows.uses(row));
            let parts = has.map(|(object, uses)| f64::from(*uses) * idf[*object as usize]);
            *norm = sqrt(parts.map(|part| part * part).sum());
        }
        let mut found = Projected::default();
        let acts = timed(incidence, &params, &mut found)?;
        let accounts = incidence.accounts;
        let mut account_start = filled(0_u32, accounts + 1)?;
        for act in &acts {
            account_start[act.account as usize + 1] += 1;
        }
        add_up(&mut account_start);
        let mut next = account_start.clone();
        let mut of_account = filled(0_u32, acts.len())?;
        for (place, act) in acts.iter().enumerate() {
            let slot = &mut next[act.account as usize];
            of_account[*slot as usize] = place as u32;
            *slot += 1;
        }
        Ok(CoAction {
            params,
            table,
            idf,
            norm,
            acts,
            of_account,
            account_start,
            met: filled(u64::MAX, accounts)?,
            shared: filled(0, accounts)?,
            touched: Vec::new(),
            account: 0,
            found: Ok(found),
        })
    }

    /// Counts with whom an account acted together, among those after it; returns the acts looked at.
    fn count(&mut self, account: usize) -> usize {
        let mut looked = 0;
        for place in
            &self.of_account[self.account_start[account] as usize..self.account_start[account + 1] as usize]
        {
            let act = self.acts[*place as usize];
            let mark = (account as u64) << 32 | u64::from(act.object);
            let near = |other: &&Act| {
                other.object == act.object
                    && (other.time - act.time).unsigned_abs() <= self.params.window as u64
            };
            let after = self.acts[*place as usize + 1..].iter().take_while(near);
            let before = self.acts[..*place as usize].iter().rev().take_while(near);
            for other in after.chain(before) {
                looked += 1;
                let at = other.account as usize;
                if at <= account || self.met[at] == mark {
                    continue;
                }
                self.met[at] = mark;
                if self.shared[at] == 0 {
                    self.touched.push(other.account);
                }
                self.shared[at] += 1;
            }
        }
        looked
    }

    fn take(&mut self, account: usize) -> Result<()> {
        self.touched.sort_unstable();
        let touched = std::mem::take(&mut self.touched);
        for other in &touched {
            let shared = std::mem::take(&mut self.shared[*other as usize]);
            if shared < self.params.min_shared {
                continue;
            }
            let cosine = self.cosine(account, *other as usize);
            let Ok(found) = &mut self.found else { return Ok(()) };
            if cosine > self.params.min_cosine {
                found.add(account as u32, *other, f64::from(shared), shared)?;
                found.cosine.try_reserve(1).map_err(|_| ErrorKind::OutOfMemory { what: "projection" })?;
                found.cosine.push(cosine as f32);
            }
        }
        self.touched = touched;
        self.touched.clear();
        Ok(())
    }

    /// Cosine of what two accounts did; 0 where one did only what everybody does.
    fn cosine(&self, a: usize, b: usize) -> f64 {
        let norms = self.norm[a] * self.norm[b];
        let (rows, mut dot, mut at) = (&self.table.rows, 0.0, 0);
        let (others, others_uses) = (rows.met(b), rows.uses(b));
        for (object, uses) in rows.met(a).iter().zip(rows.uses(a)) {
            while others.get(at).is_some_and(|other| other < object) {
                at += 1;
            }
            if others.get(at) == Some(object) {
                let idf = self.idf[*object as usize];
                dot += f64::from(*uses) * idf * (f64::from(others_uses[at]) * idf);
            }
        }
        if norms > 0.0 { (dot / norms).min(1.0) } else { 0.0 }
    }
}

/// Acts with a moment in order, without the objects of bursts, which are counted.
fn timed(incidence: &Incidence, params: &CoActionParams, found: &mut Projected) -> Result<Vec<Act>> {
    let mut acts = room(incidence.time.iter().flatten().count())?;
    for ((object, time), account) in incidence.object.iter().zip(&incidence.time).zip(&incidence.account) {
        if let Some(time) = *time {
            // Far outside of any calendar: differences stay within 64 bits.
            let time = time.clamp(-(1 << 60), 1 << 60);
            acts.push(Act { object: *object, time, account: *account });
        }
    }
    acts.sort_unstable();
    let mut kept = 0;
    let mut start = 0;
    while start < acts.len() {
        let object = acts[start].object;
        let end = start + acts[start..].partition_point(|act| act.object == object);
        let run = &acts[start..end];
        found.makers += usize::from(run.iter().any(|act| act.account != run[0].account));
        let (mut first, mut busiest) = (0, 0);
        for (last, act) in run.iter().enumerate() {
            while act.time - run[first].time > params.window {
                first += 1;
            }
            busiest = busiest.max(last + 1 - first);
        }
        if busiest > params.max_degree {
            found.left_out += 1;
        } else {
            acts.copy_within(start..end, kept);
            kept += end - start;
        }
        start = end;
    }
    acts.truncate(kept);
    Ok(acts)
}

impl Steps for CoAction {
    type Output = Result<Projected>;

    fn step(&mut self) -> bool {
        let (accounts, mut looked) = (self.shared.len(), 0);
        while self.account < accounts && looked < STEP {
            looked += 1 + self.count(self.account);
            if let Err(error) = self.take(self.account) {
                self.found = Err(error);
                self.account = accounts;
                break;
            }
            self.account += 1;
        }
        self.account >= accounts
    }

    fn share_done(&self) -> f64 {
        self.account as f64 / self.shared.len().max(1) as f64
    }

    fn finish(self) -> Result<Projected> {
        self.found
    }
}
