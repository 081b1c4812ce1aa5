//! What time shows: who rises, who fades, who lasts, who swings. All of it on panels of complete weeks.
//!
//! A week counts when the data span all seven days of it (ISO weeks, Monday first, UTC). Below six of them nothing is
//! said of weeks; the same measures on days can be asked for, and carry their unit.

mod panels;
mod trend;
#[cfg(test)]
mod trend_tests;

pub use panels::{MIN_PERIODS, MakePanels, Panels, Period};
pub use trend::{BASE, Direction, MakeTrends, PRIOR, RECENT, TOP, Trends, theil_sen};
