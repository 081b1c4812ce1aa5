//! Workbooks in Open XML (`.xlsx`, `.xlsm`): every sheet as comma-separated text.

use super::book::{Book, Relations, SheetName, StringsReader, StylesReader, WorkbookReader};
use super::budget::Budget;
use super::directory::Directory;
use super::fault::{Fault, Stop};
use super::flow::Flow;
use super::sheet::Sheet;
use super::source::Source;
use super::xml::{Sink, Xml};
use super::{Container, Event, zip};

/// Bytes of text handed over at once.
const PIECE: usize = 1 << 20;

/// The sheets of a workbook, one entry each.
#[derive(Debug)]
pub(super) struct Workbook {
    directory: Directory,
    folder: String,
    relations: Relations,
    sheets: std::vec::IntoIter<SheetName>,
    any_visible: bool,
    book: Book,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Relations(Option<Load<Relations>>),
    Names(Option<Load<WorkbookReader>>),
    Styles(Option<Load<StylesReader>>),
    Strings(Option<Load<StringsReader>>),
    Next,
    Asked(String, SheetName),
    Open(String, SheetName),
    Reading(SheetName, Box<Load<Sheet>>),
    /// The text of the sheet is all read; what is left of it is handed over.
    Last(Box<Sheet>),
}

/// A part of the workbook on its way through the XML reader.
#[derive(Debug)]
struct Load<S> {
    flow: Flow,
    xml: Xml,
    sink: S,
}

impl<S: Sink> Load<S> {
    fn new(flow: Flow, sink: S) -> Load<S> {
        Load { flow, xml: Xml::default(), sink }
    }

    /// Reads one piece; `false` at the end.
    fn step(&mut self, source: &Source, budget: &mut Budget) -> Result<bool, Stop> {
        let Some(piece) = self.flow.pull(source, budget)? else { return Ok(false) };
        self.xml.push(&piece, &mut self.sink)?;
        Ok(true)
    }
}

/// Reads a part whole: opens it where it is there, and goes on where it stopped. `None` when there is no such part.
fn load<S: Sink>(
    directory: &Directory,
    path: &str,
    slot: &mut Option<Load<S>>,
    make: impl FnOnce() -> S,
    source: &Source,
    budget: &mut Budget,
) -> Result<Option<S>, Stop> {
    if slot.is_none() {
        let Some(entry) = directory.find(path) else { return Ok(None) };
        let flow = zip::open(entry, source)?;
        budget.part();
        *slot = Some(Load::new(flow, make()));
    }
    while let Some(running) = slot {
        if !running.step(source, budget)? {
            break;
        }
    }
    Ok(slot.take().map(|done| done.sink))
}

impl Workbook {
    /// The workbook whose main part is at `main`.
    pub fn new(directory: Directory, main: &str) -> Workbook {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        Workbook {
            directory,
            folder,
            relations: Relations::default(),
            sheets: Vec::new().into_iter(),
            any_visible: false,
            book: Book::default(),
            stage: Stage::Relations(None),
        }
    }

    fn part(&self, target: &str) -> String {
        if let Some(absolute) = target.strip_prefix('/') {
            return absolute.to_owned();
        }
        let mut parts: Vec<&str> = self.folder.split('/').filter(|p| !p.is_empty()).collect();
        for part in target.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                _ => parts.push(part),
            }
        }
        parts.join("/")
    }

    /// Reads what all sheets need. `true` when it is done.
    fn prepare(&mut self, source: &Source, budget: &mut Budget) -> Result<bool, Stop> {
        let held = budget.limits.held_bytes;
        let main = self.part("workbook.xml");
        let relations_path = self.part("_rels/workbook.xml.rels");
        let strings = self.relations.of_kind("sharedStrings").map(|target| self.part(target));
        let styles = self.relations.of_kind("styles").map(|target| self.part(target));
        let directory = &self.directory;
        self.stage = match &mut self.stage {
            Stage::Relations(slot) => {
                let read = load(directory, &relations_path, slot, Relations::default, source, budget)?;
                self.relations = read.unwrap_or_default();
                Stage::Names(None)
            }
            Stage::Names(slot) => {
                let read = load(directory, &main, slot, WorkbookReader::default, source, budget)?;
                let read = read.ok_or_else(|| Fault::new("workbook.damaged"))?;
                self.book.from_1904 = read.from_1904;
                self.any_visible = read.sheets.iter().any(|sheet| !sheet.hidden);
                if read.sheets.is_empty() {
                    return Err(Fault::new("workbook.damaged").into());
                }
                self.sheets = read.sheets.into_iter();
                Stage::Styles(None)
            }
            Stage::Styles(slot) => {
                let path = styles.unwrap_or_else(|| "xl/styles.xml".to_owned());
                let read = load(directory, &path, slot, StylesReader::default, source, budget)?;
                self.book.styles = read.map(StylesReader::finish).unwrap_or_default();
                Stage::Strings(None)
            }
            Stage::Strings(slot) => {
                let path = strings.unwrap_or_else(|| "xl/sharedStrings.xml".to_owned());
                let read = load(directory, &path, slot, || StringsReader::new(held), source, budget)?;
                self.book.strings = read.map(StringsReader::finish).unwrap_or_default();
                Stage::Next
            }
            _ => return Ok(true),
        };
        Ok(false)
    }

    fn next_sheet(&mut self) -> Event {
        let Some(sheet) = self.sheets.next() else { return Event::Done };
        let skipped = |code, path: &str| Event::Skipped { path: path.to_owned(), bytes: 0, code };
        let relation = self.relations.get(&sheet.relation);
        let path = match relation {
            Some((_, kind)) if kind != "worksheet" => return skipped("entry.chart", &sheet.name),
            Some((target, _)) => self.part(target),
            None => self.part(&format!("worksheets/sheet{}.xml", sheet.number)),
        };
        if sheet.hidden && self.any_visible {
            return skipped("entry.hidden", &sheet.name);
        }
        let event = Event::Entry { path: sheet.name.clone(), bytes: None };
        self.stage = Stage::Asked(path, sheet);
        event
    }

    fn failed(&mut self, name: String, fault: Fault) -> Event {
        self.stage = Stage::Next;
        Event::Failed { path: name, fault }
    }
}

impl Container for Workbook {
    fn kind(&self) -> &'static str {
        "workbook"
    }

    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop> {
        while !self.prepare(source, budget)? {}
        loop {
            match &mut self.stage {
                Stage::Open(path, sheet) => {
                    let Some(entry) = self.directory.find(path) else {
                        let name = sheet.name.clone();
                        return Ok(self.failed(name, Fault::new("workbook.damaged")));
                    };
                    let name = sheet.clone();
                    match zip::open(entry, source) {
                        Ok(flow) => {
                            let load = Load::new(flow, Sheet::new(&self.book, budget.limits.cells));
                            self.stage = Stage::Reading(name, Box::new(load));
                        }
                        Err(Stop::Fault(fault)) => return Ok(self.failed(name.name, fault)),
                        Err(want) => return Err(want),
                    }
                }
                Stage::Reading(sheet, load) => {
                    let step = load.step(source, budget);
                    let name = sheet.name.clone();
                    let counted = load
                        .sink
                        .take(PIECE)
                        .map(|piece| budget.count(piece.len(), source.size()).map(|()| piece));
                    match (step, counted) {
                        (Err(Stop::Fault(fault)), _) | (_, Some(Err(fault))) => {
                            return Ok(self.failed(name, fault));
                        }
                        (Err(want), None) => return Err(want),
                        (Ok(false), piece) => {
                            let Stage::Reading(_, load) = std::mem::replace(&mut self.stage, Stage::Next)
                            else {
                                continue;
                            };
                            let mut rest = load.sink;
                            rest.finish();
                            self.stage = Stage::Last(Box::new(rest));
                            if let Some(Ok(piece)) = piece {
                                return Ok(Event::Data(piece));
                            }
                        }
                        (_, Some(Ok(piece))) => return Ok(Event::Data(piece)),
                        (Ok(true), None) => {}
                    }
                }
                Stage::Last(sheet) => {
                    if let Some(piece) = sheet.take(1) {
                        budget.count(piece.len(), source.size())?;
                        return Ok(Event::Data(piece));
                    }
                    let notes = sheet.notes();
                    self.stage = Stage::Next;
                    return Ok(Event::End { notes });
                }
                // No answer is a no.
                _ => {
                    self.stage = Stage::Next;
                    return Ok(self.next_sheet());
                }
            }
        }
    }

    fn answer(&mut self, take: bool) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Next) {
            Stage::Asked(path, sheet) if take => Stage::Open(path, sheet),
            _ => Stage::Next,
        };
    }
}
