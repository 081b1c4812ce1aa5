//! What each account costs, and who says so.

use super::Note;
use super::ground::Ground;
use super::options::Costs;
use serde::Serialize;

/// Where a cost comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CostFrom {
    /// The column of costs of a file.
    File,
    /// The caller, for this account.
    Account,
    /// The caller, for accounts of its size.
    Tier,
}

/// Costs of all accounts; NaN is unknown.
#[derive(Debug, Clone, Default)]
pub struct CostColumn {
    pub of: Vec<f64>,
    pub from: Vec<Option<CostFrom>>,
    /// Whether any is known.
    pub any: bool,
}

/// The costs of a study: what the caller says of an account comes before the files, those before what the caller says
/// of its size. A negative cost is unknown.
pub fn costs(ground: &Ground, given: &Costs, notes: &mut Vec<Note>) -> CostColumn {
    let by_tier = |account: usize| {
        let tier = (*ground.sizes.tier.get(account)?)?;
        *given.tiers.get(tier.name())?
    };
    let mut column = CostColumn::default();
    let mut negative = false;
    let own = |account: usize| given.accounts.get(&account.to_string());
    for account in 0..ground.accounts() {
        let file = ground.data.accounts.cost_of(account);
        let asked = if given.accounts.is_empty() { None } else { own(account) };
        let (cost, from) = match asked {
            Some(cost) => (cost.unwrap_or(f64::NAN), CostFrom::Account),
            None if !file.is_nan() => (file, CostFrom::File),
            None => (by_tier(account).unwrap_or(f64::NAN), CostFrom::Tier),
        };
        negative |= cost < 0.0;
        let known = cost >= 0.0 && cost.is_finite();
        column.of.push(if known { cost } else { f64::NAN });
        column.from.push(known.then_some(from));
        column.any |= known;
    }
    if negative {
        notes.push(Note::NegativeCosts);
    }
    column
}
