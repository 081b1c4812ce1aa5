//! BM25, the standard ranking function of text retrieval.
//!
//! `score = Σ_terms idf · tf (k1+1) / (tf + k1 (1 - b + b · length / average length))`, with
//! `idf = ln(1 + (N - df + ½) / (df + ½))`, which is never negative.
//!
//! Source: Robertson & Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009; this idf is Lucene's.

use crate::math::ln_1p;

/// Parameters of BM25.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bm25 {
    /// How fast repeating a word stops counting.
    pub k1: f64,
    /// How much length counts against a document, 0 to 1.
    pub b: f64,
}

impl Bm25 {
    /// For single posts: k1 = 1.2, b = 0.3. Posts are short, so that length says little (opinion).
    pub const POSTS: Bm25 = Bm25 { k1: 1.2, b: 0.3 };
    /// For whole documents: k1 = 1.2, b = 0.75, the usual values.
    pub const DOCUMENTS: Bm25 = Bm25 { k1: 1.2, b: 0.75 };

    /// Weight of a term that `matching` out of `documents` hold.
    ///
    /// ```
    /// use sillage::text::bm25::Bm25;
    /// // Two documents out of four: ln(1 + 2.5 / 2.5) = ln 2.
    /// assert!((Bm25::idf(4, 2) - 0.6931471805599453).abs() < 1e-15);
    /// ```
    pub fn idf(documents: usize, matching: usize) -> f64 {
        // A term may be held only by documents outside the statistics (see `Relevance`): never below zero.
        let (n, df) = (documents as f64, matching.min(documents) as f64);
        ln_1p((n - df + 0.5) / (df + 0.5))
    }

    /// Score of one term in one document, `relative_length` being its length over the average.
    ///
    /// ```
    /// use sillage::text::bm25::Bm25;
    /// // "glace chocolat" (2 words, average 3.5) for the query "glace".
    /// let score = Bm25::DOCUMENTS.score(Bm25::idf(4, 2), 1.0, 2.0 / 3.5);
    /// assert!((score - 0.8405091795766266).abs() < 1e-12);
    /// ```
    #[inline]
    pub fn score(&self, idf: f64, frequency: f64, relative_length: f64) -> f64 {
        let Bm25 { k1, b } = *self;
        idf * frequency * (k1 + 1.0) / (frequency + k1 * (1.0 - b + b * relative_length))
    }
}
