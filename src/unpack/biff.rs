//! The records of old workbooks (`.xls`, versions 5 to 8): what their globals say, and the cells of a sheet.

use super::Note;
use super::book::Strings;
use super::cells::{GRID, Shown, built_in, date, float, shown_by};
use super::directory::{u16_at, u32_at};
use super::fault::Fault;
use std::collections::BTreeMap;

/// One record: its kind, its bytes, and those of the records that continue it.
#[derive(Debug, Clone)]
struct Record<'a> {
    kind: u16,
    pieces: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    fn first(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }
}

/// The records from a place on.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, bytes) = self.take()?;
        let mut pieces = vec![bytes];
        while u16_at(self.0, 0) == Some(0x3C) {
            let Some((_, more)) = self.take() else { break };
            pieces.push(more);
        }
        Some(Record { kind, pieces })
    }
}

impl<'a> Records<'a> {
    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let (kind, length) = (u16_at(self.0, 0)?, usize::from(u16_at(self.0, 2)?));
        let bytes = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, bytes))
    }
}

/// A sheet as the globals list it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub name: String,
    pub hidden: bool,
    /// Whether it holds cells; charts and macros do not.
    pub cells: bool,
    at: usize,
}

/// What all sheets of an old workbook share.
#[derive(Debug, Default)]
pub(super) struct Globals {
    pub sheets: Vec<Listed>,
    strings: Strings,
    styles: Vec<Shown>,
    from_1904: bool,
    unicode: bool,
}

/// The value of a cell.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Shared(u32),
    Text(String),
    Number(f64, u16),
    Bool(bool),
}

/// The cells of a sheet in order, and what was noticed.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub cells: Vec<(u16, u16, Value)>,
    pub notes: Vec<Note>,
}

impl Globals {
    /// # Errors
    /// `workbook.encrypted`, `workbook.damaged`, `workbook.unsupported`.
    pub fn read(stream: &[u8], most: u64) -> Result<Globals, Fault> {
        let mut globals = Globals::default();
        let mut formats = BTreeMap::new();
        let mut styles = Vec::new();
        let mut records = Records(stream);
        let damaged = || Fault::new("workbook.damaged");
        let begin = records.next().filter(|r| r.kind == 0x809).ok_or_else(damaged)?;
        globals.unicode = match u16_at(begin.first(), 0) {
            Some(0x600) => true,
            Some(0x500) => false,
            _ => return Err(Fault::with("workbook.unsupported", "xls")),
        };
        for record in records {
            let bytes = record.first();
            match record.kind {
                0x0A => break,
                0x2F => return Err(Fault::new("workbook.encrypted")),
                0x22 => globals.from_1904 = u16_at(bytes, 0) == Some(1),
                0x85 => globals.sheets.extend(globals.listed(bytes)),
                0x41E => {
                    let id = u16_at(bytes, 0).ok_or_else(damaged)?;
                    let code = globals.string(&record, 2, if globals.unicode { 2 } else { 1 });
                    formats.insert(u32::from(id), shown_by(&code.unwrap_or_default()));
                }
                0xE0 => styles.push(u32::from(u16_at(bytes, 2).unwrap_or(0))),
                0xFC => globals.strings = shared(&record, most)?,
                _ => {}
            }
        }
        let shown = |id: &u32| formats.get(id).copied().unwrap_or_else(|| built_in(*id));
        globals.styles = styles.iter().map(shown).collect();
        // Two names for one place would read it twice.
        let mut places: Vec<usize> = globals.sheets.iter().map(|sheet| sheet.at).collect();
        places.sort_unstable();
        if globals.sheets.is_empty() || places.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(damaged());
        }
        Ok(globals)
    }

    fn listed(&self, bytes: &[u8]) -> Option<Listed> {
        let length = usize::from(*bytes.get(6)?);
        let name = if self.unicode {
            let wide = bytes.get(7)? & 1 == 1;
            characters(bytes.get(8..)?.get(..if wide { length * 2 } else { length })?, wide)
        } else {
            western(bytes.get(7..7 + length)?)
        };
        let (state, kind) = (bytes.get(4)? & 3, *bytes.get(5)?);
        Some(Listed { name, hidden: state != 0, cells: kind == 0, at: u32_at(bytes, 0)? as usize })
    }

    /// A text inside a record, whose length takes `wide` bytes.
    fn string(&self, record: &Record<'_>, at: usize, wide: usize) -> Option<String> {
        let bytes = record.first();
        let length = if wide == 2 { usize::from(u16_at(bytes, at)?) } else { usize::from(*bytes.get(at)?) };
        if !self.unicode {
            return bytes.get(at + wide..)?.get(..length).map(western);
        }
        let mut pieces = Pieces { pieces: &record.pieces, at: at + wide };
        let flags = pieces.byte()?;
        pieces.characters(length, flags & 1 == 1)
    }

    /// The cells of one sheet, by row and column.
    pub fn cells(&self, stream: &[u8], sheet: &Listed, most: u64) -> Result<Cells, Fault> {
        let damaged = || Fault::new("workbook.damaged");
        let mut found = Cells::default();
        let (mut errors, mut outside, mut depth) = (0, 0, 0);
        let mut waiting: Option<(u16, u16)> = None;
        for record in Records(stream.get(sheet.at..).ok_or_else(damaged)?) {
            let bytes = record.first();
            match record.kind {
                // Charts inside a sheet have records of their own.
                0x809 => depth += 1,
                0x0A => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth > 1 {
                continue;
            }
            let place = u16_at(bytes, 0).zip(u16_at(bytes, 2));
            let mut add = |row: u16, column: u16, value: Value| {
                if u32::from(column) < GRID.0 {
                    found.cells.push((row, column, value));
                } else {
                    outside += 1;
                }
            };
            match (record.kind, place) {
                (0xFD, Some((row, column))) => {
                    if let Some(index) = u32_at(bytes, 6) {
                        add(row, column, Value::Shared(index));
                    }
                }
                (0x203, Some((row, column))) => {
                    if let (Some(style), Some(value)) = (u16_at(bytes, 4), f64_at(bytes, 6)) {
                        add(row, column, Value::Number(value, style));
                    }
                }
                (0x27E, Some((row, column))) => {
                    if let (Some(style), Some(packed)) = (u16_at(bytes, 4), u32_at(bytes, 6)) {
                        add(row, column, Value::Number(unpacked(packed), style));
                    }
                }
                (0xBD, Some((row, mut column))) => {
                    let packed = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default();
                    for pair in packed.chunks_exact(6) {
                        if let (Some(style), Some(value)) = (u16_at(pair, 0), u32_at(pair, 2)) {
                            add(row, column, Value::Number(unpacked(value), style));
                        }
                        column = column.saturating_add(1);
                    }
                }
                (0x204 | 0xD6, Some((row, column))) => {
                    if let Some(text) = self.string(&record, 6, 2) {
                        add(row, column, Value::Text(text));
                    }
                }
                (0x06, Some((row, column))) => match bytes.get(6..14) {
                    Some(&[kind, _, value, _, _, _, 0xFF, 0xFF]) => match kind {
                        0 => waiting = Some((row, column)),
                        1 => add(row, column, Value::Bool(value != 0)),
                        2 => errors += 1,
                        _ => {}
                    },
                    _ => {
                        if let (Some(style), Some(value)) = (u16_at(bytes, 4), f64_at(bytes, 6)) {
                            add(row, column, Value::Number(value, style));
                        }
                    }
                },
                (0x207, _) => {
                    if let (Some((row, column)), Some(text)) = (waiting.take(), self.string(&record, 0, 2)) {
                        add(row, column, Value::Text(text));
                    }
                }
                (0x205, Some((row, column))) => match bytes.get(6..8) {
                    Some(&[value, 0]) => add(row, column, Value::Bool(value != 0)),
                    Some(_) => errors += 1,
                    None => {}
                },
                _ => {}
            }
            if found.cells.len() as u64 > most {
                return Err(Fault::limit("WORKBOOK_CELLS", most));
            }
        }
        found.cells.sort_by_key(|(row, column, _)| (*row, *column));
        let counts = [("workbook.error_cells", errors), ("workbook.outside_grid", outside)];
        found.notes = counts.into_iter().filter(|(_, count)| *count > 0).collect();
        Ok(found)
    }

    /// A value as text.
    pub fn text(&self, value: &Value) -> String {
        match value {
            Value::Shared(index) => self.strings.get(*index as usize).unwrap_or_default().to_owned(),
            Value::Text(text) => text.clone(),
            Value::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
            Value::Number(value, style) => {
                let shown = self.styles.get(usize::from(*style)).copied().unwrap_or_default();
                let dated = if shown == Shown::Number { None } else { date(*value, shown, self.from_1904) };
                dated.unwrap_or_else(|| float(*value))
            }
        }
    }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..)?.first_chunk().map(|b| f64::from_le_bytes(*b))
}

/// A number packed into four bytes.
fn unpacked(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        f64::from((packed as i32) >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

/// Text of the western code page of Windows.
fn western(bytes: &[u8]) -> String {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let letter = |byte: u8| match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    };
    bytes.iter().map(|&byte| letter(byte)).collect()
}

fn characters(bytes: &[u8], wide: bool) -> String {
    if wide {
        let units = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    } else {
        bytes.iter().map(|&b| char::from(b)).collect()
    }
}

/// The texts that cells point to. The table runs over many records, and texts are cut anywhere.
fn shared(record: &Record<'_>, most: u64) -> Result<Strings, Fault> {
    let mut strings = Strings::default();
    let mut pieces = Pieces { pieces: &record.pieces, at: 8 };
    while let Some(text) = pieces.rich() {
        strings.push(&text);
        if strings.bytes() > most {
            return Err(Fault::limit("WORKBOOK_HELD_BYTES", most));
        }
    }
    Ok(strings)
}

/// Reads on over the records that continue one.
struct Pieces<'a> {
    pieces: &'a [&'a [u8]],
    at: usize,
}

impl<'a> Pieces<'a> {
    /// Drops records that are read; `true` when another one begins here.
    fn turn(&mut self) -> bool {
        let mut turned = false;
        while self.pieces.first().is_some_and(|piece| self.at >= piece.len()) && self.pieces.len() > 1 {
            self.at -= self.pieces[0].len();
            self.pieces = &self.pieces[1..];
            turned = true;
        }
        turned
    }

    fn here(&self) -> &'a [u8] {
        self.pieces.first().and_then(|piece| piece.get(self.at..)).unwrap_or_default()
    }

    fn byte(&mut self) -> Option<u8> {
        self.turn();
        let byte = *self.here().first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<usize> {
        Some(usize::from(u16::from_le_bytes([self.byte()?, self.byte()?])))
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
        self.turn();
    }

    /// Characters; where a record ends inside them, the next begins with their width.
    fn characters(&mut self, length: usize, mut wide: bool) -> Option<String> {
        let (mut text, mut left) = (String::new(), length);
        let mut units: Vec<u16> = Vec::new();
        while left > 0 {
            if self.turn() {
                wide = *self.here().first()? & 1 == 1;
                self.at += 1;
            }
            let width = if wide { 2 } else { 1 };
            let taken = (self.here().len() / width).min(left);
            if taken == 0 {
                // A character never lies across two records.
                if self.pieces.len() < 2 {
                    return None;
                }
                self.at = self.pieces[0].len();
                continue;
            }
            let bytes = &self.here()[..taken * width];
            if wide {
                units.extend(bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])));
            } else {
                units.extend(bytes.iter().map(|&b| u16::from(b)));
            }
            self.at += bytes.len();
            left -= taken;
        }
        text.extend(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')));
        Some(text)
    }

    /// A text with its formats, which are passed over.
    fn rich(&mut self) -> Option<String> {
        let length = self.number()?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number()? } else { 0 };
        let extra = if flags & 4 != 0 { self.number()? | self.number()? << 16 } else { 0 };
        let text = self.characters(length, flags & 1 == 1)?;
        self.skip(runs * 4);
        self.skip(extra);
        Some(text)
    }
}
