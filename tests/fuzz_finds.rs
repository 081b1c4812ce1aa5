//! What fuzzing found, one test each.

use sillage::ingest::date::{self, DateStyle};

/// Minutes of an offset of nine figures overflowed: a wrong moment, or in debug builds a panic.
#[test]
fn an_offset_of_millions_of_minutes_is_no_moment() {
    let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
    for cell in
        ["12 09: 30+00:0920241030", "5 feb 2024 12:09:30+00:092024103", "2024-02-05 12:09:30 +01:99999999999"]
    {
        assert_eq!(date::read(cell, style), None, "{cell}");
    }
    assert!(date::read("5 feb 2024 12:09:30 +01:30", style).is_some());
}
