//! One sheet of an Open XML workbook: cells in, rows of text out.

use super::Note;
use super::book::Book;
use super::cells::{GRID, Rows, Shown, date, number, unescape};
use super::fault::Fault;
use super::xml::{Attributes, Sink};

/// Bytes of text in one row.
const ROW_BYTES: usize = 64 << 20;
/// Bytes of text that one piece of a sheet may stand for: cells may all point to one long text.
const PENDING_BYTES: usize = 256 << 20;

/// A sheet being read.
#[derive(Debug)]
pub(super) struct Sheet {
    book: Book,
    rows: Rows,
    /// Number of the row under way, from 1.
    row: u32,
    /// Its cells: column from 0, text.
    cells: Vec<(u32, String)>,
    row_bytes: usize,
    column: u32,
    kind: Vec<u8>,
    style: usize,
    value: String,
    /// Inside the value, or the text, of a cell.
    inside: bool,
    in_phonetic: bool,
    left: u64,
    most: u64,
    errors: u64,
    outside: u64,
}

impl Sheet {
    pub fn new(book: &Book, cells: u64) -> Sheet {
        Sheet {
            book: book.clone(),
            rows: Rows::default(),
            row: 0,
            cells: Vec::new(),
            row_bytes: 0,
            column: 0,
            kind: Vec::new(),
            style: 0,
            value: String::new(),
            inside: false,
            in_phonetic: false,
            left: cells,
            most: cells,
            errors: 0,
            outside: 0,
        }
    }

    pub fn take(&mut self, least: usize) -> Option<Vec<u8>> {
        self.rows.take(least)
    }

    /// Ends the last row.
    pub fn finish(&mut self) {
        self.end_row();
        self.rows.end_row();
    }

    pub fn notes(&self) -> Vec<Note> {
        let counts = [("workbook.error_cells", self.errors), ("workbook.outside_grid", self.outside)];
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        self.row_bytes = 0;
        // Columns go up in honest files. The last of two cells in one place counts.
        cells.sort_by_key(|(column, _)| *column);
        for (i, (column, text)) in cells.iter().enumerate() {
            if cells.get(i + 1).is_none_or(|(next, _)| next != column) && !text.is_empty() {
                self.rows.cell(self.row.saturating_sub(1), *column, text);
            }
        }
        cells.clear();
        self.cells = cells;
    }

    fn begin_cell(&mut self, attributes: Attributes<'_>) {
        if let Some(column) = attributes.raw("r").and_then(column_of) {
            self.column = column;
        }
        self.kind.clear();
        self.kind.extend_from_slice(attributes.raw("t").unwrap_or_default());
        let style = attributes.raw("s").and_then(|s| std::str::from_utf8(s).ok());
        self.style = style.and_then(|s| s.parse().ok()).unwrap_or(0);
        self.value.clear();
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let column = self.column;
        self.column = self.column.saturating_add(1);
        if self.value.is_empty() {
            return Ok(());
        }
        if column >= GRID.0 || self.row > GRID.1 {
            self.outside += 1;
            return Ok(());
        }
        self.left = self.left.checked_sub(1).ok_or_else(|| Fault::limit("WORKBOOK_CELLS", self.most))?;
        let value = self.value.as_str();
        let text = match self.kind.as_slice() {
            b"s" => {
                let index = value.trim().parse::<usize>().ok();
                index.and_then(|i| self.book.strings.get(i)).unwrap_or_default().to_owned()
            }
            b"str" | b"inlineStr" => unescape(value),
            b"b" => if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned(),
            b"e" => {
                self.errors += 1;
                String::new()
            }
            b"d" => value.trim().replacen('T', " ", 1),
            _ => {
                let shown = self.book.styles.get(self.style).copied().unwrap_or_default();
                let serial = if shown == Shown::Number { None } else { value.trim().parse::<f64>().ok() };
                let dated = serial.and_then(|serial| date(serial, shown, self.book.from_1904));
                dated.unwrap_or_else(|| number(value))
            }
        };
        self.row_bytes += text.len() + 32;
        if self.row_bytes > ROW_BYTES {
            return Err(Fault::new("workbook.damaged"));
        }
        self.cells.push((column, text));
        Ok(())
    }
}

/// Column, from 0, of a reference such as `BC12`.
fn column_of(reference: &[u8]) -> Option<u32> {
    let letters = reference.iter().take_while(|b| b.is_ascii_alphabetic());
    let column = letters.fold(0u32, |column, letter| {
        column.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    column.checked_sub(1)
}

impl Sink for Sheet {
    fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault> {
        match name {
            b"row" => {
                self.end_row();
                if self.rows.pending() > PENDING_BYTES {
                    return Err(Fault::limit("ENTRY_BYTES", PENDING_BYTES as u64));
                }
                let given = attributes
                    .raw("r")
                    .and_then(|r| std::str::from_utf8(r).ok())
                    .and_then(|r| r.trim().parse().ok());
                // Rows go up in honest files; one that does not comes next.
                self.row = given.filter(|row| *row > self.row).unwrap_or(self.row.saturating_add(1));
                self.column = 0;
            }
            b"c" => self.begin_cell(attributes),
            b"v" | b"t" => self.inside = !self.in_phonetic,
            b"rPh" => self.in_phonetic = true,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Fault> {
        match name {
            b"c" => self.end_cell()?,
            b"v" | b"t" => self.inside = false,
            b"rPh" => self.in_phonetic = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.inside {
            self.value.push_str(text);
        }
        if self.value.len() > ROW_BYTES { Err(Fault::new("workbook.damaged")) } else { Ok(()) }
    }
}
