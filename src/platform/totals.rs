//! Rows of totals that spreadsheets and dashboards put under a table.

use super::naming::squeeze;
use super::record::Record;
use crate::ingest::id;
use crate::ingest::number::looks_numeric;
use crate::model::blank::trim;

/// Longer than any word for a total.
const WORD_BYTES: usize = 32;

/// Whether a row may sum up the others, by its first cell.
#[inline]
pub fn may_be_total(first: &str) -> bool {
    // With which each of the words begins, where it begins without an accent.
    let begins = |b: &u8| !b.is_ascii() || matches!(b | 0x20, b't' | b'g' | b's' | b'i' | b'e');
    first.as_bytes().first().is_none_or(begins)
}

/// Whether a row sums up the others: it says so, and holds nothing else but numbers.
pub fn is_total(record: &Record<'_>) -> bool {
    const WORDS: [&str; 22] = [
        "total",
        "totals",
        "totaux",
        "grandtotal",
        "totalgeneral",
        "totalgeral",
        "totalgenerale",
        "subtotal",
        "soustotal",
        "sum",
        "somme",
        "summe",
        "gesamt",
        "gesamtsumme",
        "insgesamt",
        "suma",
        "sumatotal",
        "soma",
        "somatotal",
        "totale",
        "ensemble",
        "gesamtergebnis",
    ];
    let mut cells = (0..record.len()).map(|c| trim(record.get(c))).filter(|cell| !cell.is_empty());
    let Some(first) = cells.next() else { return false };
    // The cells then: in a row of data one of them soon is a text.
    first.len() <= WORD_BYTES
        && may_be_total(first)
        && first.starts_with(char::is_alphabetic)
        && cells.all(|cell| looks_numeric(cell) || id::missing(cell))
        && WORDS.contains(&squeeze(first).as_str())
}
