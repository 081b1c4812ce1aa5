//! Containers damaged at random: never a panic, never an endless loop, never more than the limits let through.

use crate::support::*;
use crate::workbooks::{biff, compound};
use sillage::unpack::{Limits, drain};

/// A small generator: the same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>45327.5</v></c></row><row r="3"><c t="str"><f>x</f><v>y</v></c></row>"#;
    let mut book = Book::new(rows);
    book.strings = vec!["author".into(), "text".into()];
    book.styles = r#"<numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="165"/></cellXfs>"#.into();
    // Stored, so that damage reaches what is inside.
    let flat: Vec<File> = book
        .files()
        .into_iter()
        .map(|f| {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::DeflateDecoder::new(&f.packed[..]), &mut bytes)
                .unwrap();
            stored(std::str::from_utf8(&f.name).unwrap(), &bytes)
        })
        .collect();
    let strings = [&[1, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0][..], b"author"].concat();
    let cell = [&[0, 0, 0, 0, 0, 0][..], &[0, 0, 0, 0]].concat();
    let number = [&[1, 0, 1, 0, 0, 0][..], &12.5f64.to_le_bytes()].concat();
    let old = biff(&[(0xFC, &strings), (0xE0, &[0; 20])], &[(0xFD, &cell), (0x203, &number)]);
    let inner = zip(&[stored("in.csv", b"in")]);
    vec![
        zip(&[
            file("a.csv", &b"author,text\n".repeat(20)),
            stored("b/c.csv", b"b"),
            stored("in.zip", &inner),
        ]),
        zip(&flat),
        gzip(&b"author,text\n".repeat(50)),
        tar(&[("a.csv", b"author"), ("b.csv", b"text")]),
        gzip(&tar(&[("a.csv", b"author"), ("b.zip", &inner)])),
        compound(&[("Workbook", &old)]),
        compound(&[("Workbook", &[&old[..], &[0; 5000]].concat())]),
    ]
}

#[test]
fn damage_is_survived() {
    let limits = Limits {
        archive_bytes: 4 << 20,
        entry_bytes: 2 << 20,
        ratio_from: 1 << 20,
        nested_bytes: 1 << 20,
        held_bytes: 1 << 20,
        cells: 10_000,
        ..Limits::default()
    };
    let mut random = Random(7);
    for seed in seeds() {
        assert!(drain(&seed, limits.clone()).unwrap() > 0);
        for _ in 0..400 {
            let mut bytes = seed.clone();
            for _ in 0..=random.below(6) {
                let at = random.below(bytes.len());
                match random.below(8) {
                    0 => bytes.truncate(at),
                    1 => {
                        let byte = bytes.get(at).copied().unwrap_or(0);
                        bytes.insert(at.min(bytes.len()), byte);
                    }
                    2 => bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = 0xFF),
                    3 => bytes.iter_mut().skip(at).take(8).for_each(|byte| *byte = 0),
                    4 => bytes.extend_from_within(at..),
                    _ => {
                        if let Some(byte) = bytes.get_mut(at) {
                            *byte = random.below(256) as u8;
                        }
                    }
                }
            }
            if let Ok(out) = drain(&bytes, limits.clone()) {
                assert!(out <= (5 << 20), "{out}");
            }
        }
    }
}
