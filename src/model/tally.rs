//! Counts what scores are made of while records come in, for the receipts.

use super::record::Layer;
use crate::issue::Content;

/// Running counts; a receipt is the difference of two readings.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Names whose followers became known.
    pub followers: u64,
    /// Posts whose text became known.
    pub texts: u64,
    /// Posts whose moment became known.
    pub dated: u64,
    /// Posts whose views were told.
    pub viewed: u64,
    /// Names whose value became known.
    pub valued: u64,
    /// Names whose cost became known.
    pub priced: u64,
    /// Names that some list of staff or customers holds.
    pub listed: u64,
    /// Ties by layer, self-ties left out.
    pub layers: [u64; Layer::ALL.len()],
}

impl Tally {
    /// What came in since an earlier reading.
    pub fn since(&self, earlier: &Tally, accounts: u64, authors: u64) -> Content {
        let count = |layer: Layer| self.layers[layer as usize] - earlier.layers[layer as usize];
        Content {
            accounts,
            authors,
            followers: self.followers - earlier.followers,
            texts: self.texts - earlier.texts,
            dated: self.dated - earlier.dated,
            viewed: self.viewed - earlier.viewed,
            valued: self.valued - earlier.valued,
            priced: self.priced - earlier.priced,
            listed: self.listed - earlier.listed,
            layers: Layer::ALL.iter().map(|layer| (layer.name(), count(*layer))).collect(),
        }
    }
}
