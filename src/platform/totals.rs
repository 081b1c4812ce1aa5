//! Rows of totals that spreadsheets and dashboards put under a table, or above it.

use super::naming::squeeze;
use super::record::Record;
use crate::ingest::id;
use crate::ingest::number::looks_numeric;
use crate::model::blank::trim;

/// Longer than any word for a total.
const WORD_BYTES: usize = 32;
/// So many numbers may stand before the word: the number of the row, the year.
const BEFORE: usize = 2;

/// Whether a row sums up the others: it says so, and holds nothing else but numbers.
pub fn is_total(record: &Record<'_>) -> bool {
    let mut cells = (0..record.len()).map(|c| trim(record.get(c))).filter(|cell| !id::missing(cell));
    let number = |cell: &str| cell.len() <= WORD_BYTES && cell.starts_with(|c: char| c.is_ascii_digit());
    let Some(mut word) = cells.next() else { return false };
    let mut before = [""; BEFORE];
    for before in &mut before {
        if !number(word) {
            break;
        }
        *before = word;
        let Some(next) = cells.next() else { return false };
        word = next;
    }
    // What tells most rows first. The other cells then: in a row of data one of them soon is a text.
    may_be_word(word)
        && before.iter().all(|number| number.is_empty() || looks_numeric(number))
        && cells.all(looks_numeric)
        && is_word(word)
}

/// Whether a cell begins as a word for a total does.
#[inline]
fn may_be_word(cell: &str) -> bool {
    // With which each of the words begins, where it begins without an accent.
    let begins = |b: &u8| !b.is_ascii() || matches!(b | 0x20, b't' | b'g' | b's' | b'i' | b'e');
    cell.len() <= WORD_BYTES && cell.as_bytes().first().is_some_and(begins)
}

/// Whether a cell is a word for a total.
pub fn is_word(cell: &str) -> bool {
    const WORDS: [&str; 23] = [
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
        "totaal",
        "ensemble",
        "gesamtergebnis",
    ];
    may_be_word(cell) && cell.starts_with(char::is_alphabetic) && WORDS.contains(&squeeze(cell).as_str())
}
