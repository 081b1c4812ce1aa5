//! The study at a glance: when people spoke, in which languages, of what, and how much of it each brand had.
//!
//! Everything is counted inside the window of the settings, in two passes over the accounts, a piece at a time. Own words
//! only: a plain re-share carries somebody else's. People come before posts (one account, one vote), shares carry an
//! interval, and what the data cannot tell is a reason, never a number.

mod activity;
mod calendar;
mod forms;
mod languages;
mod task;
mod themes;
mod told;
mod voice;

pub use activity::{Activity, PEAK, Period, Trend, TrendKind};
pub use calendar::Calendar;
pub use languages::{LanguageShare, Languages};
pub use task::OverviewTask;
pub use themes::{FEWEST, MIN_WRITERS, Theme, Themes};
pub use told::Told;
pub use voice::{BrandVoice, ENOUGH_TONED, MIN_AUTHORS, MIN_POSTS, NetTone, Reasons, Voice};
