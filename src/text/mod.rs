//! Text: what a post is about, how it sounds, and what else it says.
//!
//! [`Tokenizer`] cuts posts into folded words; [`Brief`] is the query; [`Relevance`] scores each post by BM25 and counts
//! its words on the subject; [`stickiness`](stickiness::Stickiness) tells who talks more about it than the others.
//! [`reading`] reads tone, brands and marks in one pass; [`vocabulary`] counts who uses which word, and [`expansion`]
//! draws suggestions, names of groups and the words of the subject from it. [`corrections`] puts tones that somebody
//! corrected in their place.

pub mod association;
pub mod bm25;
pub mod brands;
pub mod brief;
pub mod corrections;
pub mod expansion;
#[cfg(test)]
mod expansion_tests;
mod fold;
mod known;
pub mod language;
pub mod link;
pub mod log_odds;
pub mod marks;
mod matcher;
mod phrases;
pub mod reading;
#[cfg(test)]
mod reading_tests;
pub mod relevance;
pub mod stems;
pub mod stickiness;
mod stop_words;
#[cfg(test)]
mod testing;
mod tokens;
pub mod tone;
pub mod vocabulary;

pub use brief::Brief;
pub use fold::{fold, fold_into};
pub use reading::Readings;
pub use relevance::{Relevance, Topic};
pub use stop_words::is_stop_word;
pub use tokens::{Token, TokenKind, Tokenizer};
