//! Old workbooks (`.xls`) and other compound files: each sheet as comma-separated text.

use super::biff::{Cells, Globals, Listed};
use super::budget::Budget;
use super::cells::Rows;
use super::cfb::Compound;
use super::fault::{Fault, Stop};
use super::source::Source;
use super::{Container, Event};

/// Bytes of text handed over at once.
const PIECE: usize = 1 << 20;

/// The sheets of an old workbook. It is held whole: its cells and texts lie all over the file.
#[derive(Debug, Default)]
pub(super) struct OldWorkbook {
    bytes: Vec<u8>,
    stream: Vec<u8>,
    globals: Option<Globals>,
    at: usize,
    any_visible: bool,
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Next,
    Asked(Listed),
    Open(Listed),
    Writing(Cells, usize, Rows),
}

impl OldWorkbook {
    /// Reads the file whole, and what its globals say.
    fn prepare(&mut self, source: &Source, budget: &mut Budget) -> Result<(), Stop> {
        if source.size() > budget.limits.held_bytes {
            return Err(Fault::limit("WORKBOOK_HELD_BYTES", budget.limits.held_bytes).into());
        }
        while (self.bytes.len() as u64) < source.size() {
            let more = source.window(self.bytes.len() as u64, 1)?;
            self.bytes.extend_from_slice(more);
        }
        let bytes = std::mem::take(&mut self.bytes);
        let file = Compound::new(&bytes)?;
        if file.has("EncryptedPackage") {
            return Err(Fault::new("workbook.encrypted").into());
        }
        let Some(stream) = file.stream("Workbook").or_else(|| file.stream("Book")) else {
            let detected = match () {
                () if file.has("WordDocument") => "doc",
                () if file.has("PowerPoint Document") => "ppt",
                () if file.has("__properties_version1.0") => "msg",
                () => "binary",
            };
            return Err(Fault::with("workbook.unsupported", detected).into());
        };
        let globals = Globals::read(&stream, budget.limits.held_bytes)?;
        self.any_visible = globals.sheets.iter().any(|sheet| !sheet.hidden && sheet.cells);
        self.globals = Some(globals);
        self.stream = stream;
        Ok(())
    }
}

impl Container for OldWorkbook {
    fn kind(&self) -> &'static str {
        "workbook"
    }

    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop> {
        if self.globals.is_none() {
            self.prepare(source, budget)?;
        }
        let Some(globals) = &self.globals else { return Ok(Event::Done) };
        loop {
            match &mut self.stage {
                Stage::Next | Stage::Asked(_) => {
                    let Some(sheet) = globals.sheets.get(self.at) else { return Ok(Event::Done) };
                    self.at += 1;
                    self.stage = Stage::Next;
                    let path = sheet.name.clone();
                    if !sheet.cells {
                        return Ok(Event::Skipped { path, bytes: 0, code: "entry.chart" });
                    }
                    if sheet.hidden && self.any_visible {
                        return Ok(Event::Skipped { path, bytes: 0, code: "entry.hidden" });
                    }
                    self.stage = Stage::Asked(sheet.clone());
                    return Ok(Event::Entry { path, bytes: None });
                }
                Stage::Open(sheet) => match globals.cells(&self.stream, sheet, budget.limits.cells) {
                    Ok(cells) => self.stage = Stage::Writing(cells, 0, Rows::default()),
                    Err(fault) => {
                        let path = std::mem::take(&mut sheet.name);
                        self.stage = Stage::Next;
                        return Ok(Event::Failed { path, fault });
                    }
                },
                Stage::Writing(found, at, rows) => {
                    while let Some((row, column, value)) = found.cells.get(*at) {
                        *at += 1;
                        // The last of two cells in one place counts.
                        let again = found.cells.get(*at).is_some_and(|(r, c, _)| (r, c) == (row, column));
                        let text = globals.text(value);
                        if !again && !text.is_empty() {
                            rows.cell(u32::from(*row), u32::from(*column), &text);
                        }
                        if rows.pending() >= PIECE {
                            break;
                        }
                    }
                    if *at >= found.cells.len() {
                        rows.end_row();
                        let (rest, notes) = (rows.take(1), std::mem::take(&mut found.notes));
                        if let Some(piece) = rest {
                            found.notes = notes;
                            *rows = Rows::default();
                            if let Err(fault) = budget.count(piece.len(), source.size()) {
                                self.stage = Stage::Next;
                                return Ok(Event::Failed { path: String::new(), fault });
                            }
                            return Ok(Event::Data(piece));
                        }
                        self.stage = Stage::Next;
                        return Ok(Event::End { notes });
                    }
                    if let Some(piece) = rows.take(1) {
                        if let Err(fault) = budget.count(piece.len(), source.size()) {
                            self.stage = Stage::Next;
                            return Ok(Event::Failed { path: String::new(), fault });
                        }
                        return Ok(Event::Data(piece));
                    }
                }
            }
        }
    }

    fn answer(&mut self, take: bool) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Next) {
            Stage::Asked(sheet) if take => Stage::Open(sheet),
            _ => Stage::Next,
        };
    }
}
