//! Text: what a post is about, measured against the user's brief.
//!
//! [`Tokenizer`] cuts posts into folded words; [`Brief`] is the query; [`Relevance`] scores each post by BM25 and counts
//! its words on the subject; [`stickiness`](stickiness::Stickiness) tells who talks more about it than the others.

pub mod bm25;
pub mod brief;
mod fold;
pub mod link;
mod matcher;
pub mod relevance;
pub mod stickiness;
mod stop_words;
mod tokens;

pub use brief::Brief;
pub use fold::{fold, fold_into};
pub use relevance::{Relevance, Topic};
pub use stop_words::is_stop_word;
pub use tokens::{Token, TokenKind, Tokenizer};
