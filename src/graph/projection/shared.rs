//! Ties by what two have in common.

use super::incidence::Table;
use super::projected::Projected;
use crate::error::{ErrorKind, Result};
use crate::graph::column::filled;
use crate::graph::steps::Steps;
use crate::math::{ln, sqrt};
use serde::Deserialize;

/// What a tie weighs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Weighting {
    /// How much is shared.
    Count,
    /// `Σ 1/(k − 1)` over what is shared, k being how many share it: what only two share counts 1, and each gives
    /// 1 away for each thing it takes part in.
    #[default]
    Newman,
    /// Cosine of the two vectors of TF-IDF: 1 is the same use of the same things, and what everybody uses counts 0.
    Cosine,
    /// Normalised pointwise mutual information: 0 as often together as by chance, 1 never the one without the other,
    /// below 0 less often than by chance. Each of what is shared counts once, however often it is used.
    Npmi,
}

/// Parameters of [`Shared`].
#[derive(Debug, Clone, PartialEq)]
pub struct SharedParams {
    /// What a tie weighs.
    pub weighting: Weighting,
    /// Least that two have in common.
    pub min_shared: u32,
    /// Ties weigh more than this.
    pub min_weight: f64,
    /// What more than so many share makes no tie.
    pub max_degree: usize,
}

impl Default for SharedParams {
    fn default() -> Self {
        SharedParams { weighting: Weighting::Newman, min_shared: 1, min_weight: 0.0, max_degree: 1_000 }
    }
}

/// The projection of a two-mode network on its rows, a block of rows at a time.
///
/// For rows a and b (accounts), sharing the columns o (objects) of `k(o)` rows each, used `f(a, o)` times:
///
/// - count `Σ 1`
/// - Newman `Σ 1/(k − 1)`
/// - cosine `Σ f(a, o)·f(b, o)·idf² / (‖a‖·‖b‖)` with `idf = ln(N/k)`, N rows that have anything
/// - normalised PMI `ln(n(a, b)·M / (n(a)·n(b))) / −ln(n(a, b)/M)`, n columns had, M columns in all
///
/// Columns of more than `max_degree` rows are left out altogether, as if they were not there.
///
/// | here | in the papers |
/// |---|---|
/// | row | actor, user (or, with the table turned, term) |
/// | column | paper, event (or document) |
/// | `shared` | n(a, b), number of common events |
///
/// # Complexity
/// Time O(Σ k²) over the columns, at most `max_degree` times the number of uses; memory O(rows + ties found).
///
/// # Errors
/// `argument.invalid` for a parameter out of range; `limit.reached` beyond [`crate::limits::PROJECTED_TIES`] ties;
/// `memory.exhausted`.
///
/// # Source
/// Newman, *Scientific collaboration networks II*, Physical Review E 64, 2001 (weights); Pacheco et al., *Uncovering
/// coordinated networks on social media*, ICWSM 2021 (cosine of TF-IDF; a tie there is one above 0.9); Bouma,
/// *Normalized (pointwise) mutual information in collocation extraction*, GSCL 2009.
///
/// # Examples
/// ```
/// use sillage::graph::projection::{Incidence, Shared, SharedParams, Table};
/// use sillage::graph::steps;
/// // 0 and 1 share two tags, one of them with 2.
/// let mut uses = Incidence::default();
/// for (account, tag) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1)] {
///     uses.add(account, tag, None)?;
/// }
/// let ties = steps::run(Shared::new(Table::of(&uses)?, SharedParams::default())?)?;
/// assert_eq!((ties.from, ties.to), (vec![0, 0, 1], vec![1, 2, 2]));
/// assert_eq!(ties.weight, [1.5, 0.5, 0.5]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Shared {
    table: Table,
    params: SharedParams,
    /// What a column counts; 0 where it is left out.
    factor: Vec<f64>,
    /// What the weights of a row are divided by, or for PMI the columns it has.
    norm: Vec<f64>,
    /// Columns in all, for PMI.
    columns: f64,
    row: usize,
    weight: Vec<f64>,
    shared: Vec<u32>,
    touched: Vec<u32>,
    found: Result<Projected>,
}

/// Pairs counted in one step.
const STEP: usize = 1_000_000;

impl Shared {
    /// Prepares a projection.
    ///
    /// # Errors
    /// As [`Shared`].
    pub fn new(table: Table, params: SharedParams) -> Result<Shared> {
        let invalid = |name, given: String| Err(ErrorKind::InvalidArgument { name, given }.into());
        if !params.min_weight.is_finite() {
            return invalid("minWeight", params.min_weight.to_string());
        }
        if params.max_degree < 2 {
            return invalid("maxDegree", params.max_degree.to_string());
        }
        let rows = table.rows.len();
        let known = (0..rows).filter(|row| !table.rows.met(*row).is_empty()).count() as f64;
        let mut found = Projected::default();
        let mut columns = 0.0;
        let mut factor = filled(0.0, table.columns.len())?;
        for (column, factor) in factor.iter_mut().enumerate() {
            let k = table.columns.met(column).len();
            found.makers += usize::from(k > 1);
            if k > params.max_degree {
                found.left_out += 1;
                continue;
            }
            columns += f64::from(u8::from(k > 0));
            *factor = match params.weighting {
                Weighting::Count | Weighting::Npmi => 1.0,
                Weighting::Newman => 1.0 / (k as f64 - 1.0).max(1.0),
                // Squared when both sides have theirs.
                Weighting::Cosine => ln(known / (k as f64).max(1.0)),
            };
        }
        let mut norm = filled(0.0, rows)?;
        for (row, norm) in norm.iter_mut().enumerate() {
            let has = table.rows.met(row).iter().zip(table.rows.uses(row));
            let has = has.map(|(column, uses)| (factor[*column as usize], f64::from(*uses)));
            *norm = match params.weighting {
                Weighting::Cosine => sqrt(has.map(|(idf, uses)| uses * idf * uses * idf).sum()),
                _ => has.map(|(factor, _)| f64::from(u8::from(factor > 0.0))).sum(),
            };
        }
        Ok(Shared {
            table,
            params,
            factor,
            norm,
            columns,
            row: 0,
            weight: filled(0.0, rows)?,
            shared: filled(0, rows)?,
            touched: Vec::new(),
            found: Ok(found),
        })
    }

    /// Counts what a row shares with those after it; returns the pairs looked at.
    fn count(&mut self, row: usize) -> usize {
        let mut pairs = 0;
        let cosine = self.params.weighting == Weighting::Cosine;
        for (column, uses) in self.table.rows.met(row).iter().zip(self.table.rows.uses(row)) {
            let (column, uses) = (*column as usize, f64::from(*uses));
            let members = self.table.columns.met(column);
            if members.len() > self.params.max_degree {
                continue;
            }
            let factor = self.factor[column];
            let after = members.partition_point(|other| *other as usize <= row);
            pairs += 1 + members.len() - after;
            for (other, others) in members[after..].iter().zip(&self.table.columns.uses(column)[after..]) {
                let at = *other as usize;
                if self.shared[at] == 0 {
                    self.touched.push(*other);
                }
                self.shared[at] += 1;
                self.weight[at] +=
                    if cosine { uses * factor * (f64::from(*others) * factor) } else { factor };
            }
        }
        pairs
    }

    /// Takes the ties of a row, and clears what was counted.
    fn take(&mut self, row: usize) -> Result<()> {
        self.touched.sort_unstable();
        let Ok(found) = &mut self.found else { return Ok(()) };
        for other in self.touched.drain(..) {
            let at = other as usize;
            let (shared, weight) =
                (std::mem::take(&mut self.shared[at]), std::mem::take(&mut self.weight[at]));
            let norms = self.norm[row] * self.norm[at];
            let weight = match self.params.weighting {
                Weighting::Count | Weighting::Newman => weight,
                Weighting::Cosine if norms > 0.0 => (weight / norms).min(1.0),
                Weighting::Cosine => 0.0,
                Weighting::Npmi => npmi(shared.into(), norms, self.columns),
            };
            if shared >= self.params.min_shared && weight > self.params.min_weight {
                found.add(row as u32, other, weight, shared)?;
            }
        }
        Ok(())
    }
}

/// Normalised PMI of two that are together `both` times out of `all`; `norms` is the product of how often each is.
fn npmi(both: f64, norms: f64, all: f64) -> f64 {
    if both >= all {
        return 1.0;
    }
    ln(both * all / norms) / -ln(both / all)
}

impl Steps for Shared {
    type Output = Result<Projected>;

    fn step(&mut self) -> bool {
        let mut pairs = 0;
        while self.row < self.table.rows.len() && pairs < STEP {
            let row = self.row;
            pairs += 1 + self.count(row);
            if let Err(error) = self.take(row) {
                self.found = Err(error);
                self.row = self.table.rows.len();
                break;
            }
            self.row += 1;
        }
        self.row >= self.table.rows.len()
    }

    fn share_done(&self) -> f64 {
        self.row as f64 / self.table.rows.len().max(1) as f64
    }

    fn finish(self) -> Result<Projected> {
        self.found
    }
}
