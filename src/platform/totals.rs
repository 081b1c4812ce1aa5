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

/// Words for a total, without what parts their letters.
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

/// Whether a cell begins as a word for a total does: by its first letter, then by its first three, where they have no
/// accents. Asked of every row, of which none but the last ones are totals.
#[inline]
fn may_be_word(cell: &str) -> bool {
    let begins = |b: &u8| !b.is_ascii() || matches!(b | 0x20, b't' | b'g' | b's' | b'i' | b'e');
    cell.len() <= WORD_BYTES && cell.as_bytes().first().is_some_and(begins) && begins_as_word(cell)
}

fn begins_as_word(cell: &str) -> bool {
    if !cell.is_ascii() {
        return true;
    }
    let mut letters = cell.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase());
    let start = [(); 3].map(|()| letters.next().unwrap_or_default());
    matches!(&start, b"tot" | b"gra" | b"sub" | b"sou" | b"sum" | b"som" | b"ges" | b"ins" | b"ens")
}

/// Whether a cell is a word for a total.
pub fn is_word(cell: &str) -> bool {
    may_be_word(cell) && cell.starts_with(char::is_alphabetic) && WORDS.contains(&squeeze(cell).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_passes_what_is_asked_first() {
        for word in WORDS {
            let spelt: String = word.chars().flat_map(|c| [c.to_ascii_uppercase(), '.']).collect();
            assert!(is_word(word) && (spelt.len() > WORD_BYTES || is_word(&spelt)), "{word}");
        }
        assert!(!is_word("sara") && !is_word("total_eclipse") && !is_word("so"));
    }
}
