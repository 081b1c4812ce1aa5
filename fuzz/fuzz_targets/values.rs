//! What stands in cells: numbers, moments, ids, text encoded twice, bytes of unknown encodings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::ingest::date::{self, DateMarks, DateStyle};
use sillage::ingest::number::{self, Decimal, Marks, NumberStyle};
use sillage::ingest::{encoding, encoding_guess, id, mojibake};

fuzz_target!(|data: &[u8]| {
    let (sniffed, mark) = encoding_guess::encoding(data);
    assert!(mark <= data.len());
    let text = encoding::lossy(data, sniffed);
    let cells: Vec<&str> = text.split('\n').collect();
    let marks = Marks::of(cells.iter().copied());
    let dates = DateMarks::of(cells.iter().copied());
    for cell in &cells {
        for style in [NumberStyle::default(), marks.style(None), marks.style(Some(Decimal::Comma))] {
            if let Some(number) = number::read(cell, style) {
                assert!(number.is_finite(), "{cell:?}");
            }
        }
        for style in [dates.style(None), DateStyle { day_first: false, ambiguous: false, year_first: true }] {
            if let Some(moment) = date::read(cell, style) {
                date::day(moment);
                date::is_suspicious(moment, Some(0));
            }
        }
        if let Some(clock) = date::time_of_day(cell) {
            assert!((0..86_400_000).contains(&clock), "{cell:?}");
        }
        date::is_relative(cell);
        id::read(cell);
        if let Some(mended) = mojibake::repair(cell) {
            assert!(mojibake::suspect(cell.as_bytes()), "{cell:?}");
            assert!(mended.len() < cell.len(), "{cell:?} became {mended:?}");
        }
    }
});
