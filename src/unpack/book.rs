//! What the sheets of an Open XML workbook share: their names and places, the texts, the formats of numbers.

use super::cells::{Shown, built_in, shown_by, unescape};
use super::fault::Fault;
use super::xml::{Attributes, Sink};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What every sheet needs to be read.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    pub strings: Rc<Strings>,
    pub styles: Rc<Vec<Shown>>,
    pub from_1904: bool,
}

/// One sheet as the workbook lists it.
#[derive(Debug, Clone)]
pub(super) struct SheetName {
    pub name: String,
    pub number: usize,
    pub hidden: bool,
    pub relation: String,
}

/// Texts, one after the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub fn get(&self, index: usize) -> Option<&str> {
        let from = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        self.text.get(from..*self.ends.get(index)?)
    }

    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Bytes that are held.
    pub fn bytes(&self) -> u64 {
        (self.text.len() + self.ends.len() * size_of::<usize>()) as u64
    }
}

/// The names of the sheets, and the calendar.
#[derive(Debug, Default)]
pub(super) struct WorkbookReader {
    pub sheets: Vec<SheetName>,
    pub from_1904: bool,
}

impl Sink for WorkbookReader {
    fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault> {
        match name {
            b"sheet" => {
                let state = attributes.get("state").unwrap_or_default();
                let number = self.sheets.len() + 1;
                self.sheets.push(SheetName {
                    name: attributes.get("name").unwrap_or_else(|| number.to_string()),
                    number,
                    hidden: state.eq_ignore_ascii_case("hidden") || state.eq_ignore_ascii_case("veryHidden"),
                    // `r:id`; `sheetId` is another attribute.
                    relation: attributes.get("id").unwrap_or_default(),
                });
            }
            b"workbookPr" => {
                let value = attributes.get("date1904").unwrap_or_default();
                self.from_1904 = matches!(value.as_str(), "1" | "true" | "on");
            }
            _ => {}
        }
        if self.sheets.len() > 100_000 { Err(Fault::new("workbook.damaged")) } else { Ok(()) }
    }

    fn close(&mut self, _: &[u8]) -> Result<(), Fault> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// Which part of the workbook lies where: id → (target, kind).
#[derive(Debug, Default)]
pub(super) struct Relations(BTreeMap<String, (String, String)>);

impl Relations {
    pub fn get(&self, id: &str) -> Option<&(String, String)> {
        self.0.get(id)
    }

    /// The target of the first relation of a kind.
    pub fn of_kind(&self, kind: &str) -> Option<&str> {
        self.0.values().find(|(_, k)| k == kind).map(|(target, _)| target.as_str())
    }
}

impl Sink for Relations {
    fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault> {
        if name == b"Relationship"
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            let kind = attributes.get("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            self.0.insert(id, (target, kind));
        }
        if self.0.len() > 200_000 { Err(Fault::new("workbook.damaged")) } else { Ok(()) }
    }

    fn close(&mut self, _: &[u8]) -> Result<(), Fault> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// How the numbers of each cell style are shown.
#[derive(Debug, Default)]
pub(super) struct StylesReader {
    formats: BTreeMap<u32, Shown>,
    styles: Vec<Shown>,
    in_cells: bool,
}

impl StylesReader {
    pub fn finish(self) -> Rc<Vec<Shown>> {
        Rc::new(self.styles)
    }
}

impl Sink for StylesReader {
    fn open(&mut self, name: &[u8], attributes: Attributes<'_>) -> Result<(), Fault> {
        let id = || attributes.get("numFmtId").and_then(|id| id.parse::<u32>().ok());
        match name {
            b"numFmt" => {
                if let (Some(id), Some(code)) = (id(), attributes.get("formatCode")) {
                    self.formats.insert(id, shown_by(&code));
                }
            }
            b"cellXfs" => self.in_cells = true,
            b"xf" if self.in_cells => {
                let id = id().unwrap_or(0);
                let shown = self.formats.get(&id).copied().unwrap_or_else(|| built_in(id));
                self.styles.push(shown);
            }
            _ => {}
        }
        if self.styles.len() > 1_000_000 || self.formats.len() > 1_000_000 {
            return Err(Fault::new("workbook.damaged"));
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Fault> {
        self.in_cells &= name != b"cellXfs";
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// The texts that cells point to.
#[derive(Debug)]
pub(super) struct StringsReader {
    strings: Strings,
    most: u64,
    item: String,
    in_text: bool,
    in_phonetic: bool,
}

impl StringsReader {
    pub fn new(most: u64) -> StringsReader {
        StringsReader {
            strings: Strings::default(),
            most,
            item: String::new(),
            in_text: false,
            in_phonetic: false,
        }
    }

    pub fn finish(self) -> Rc<Strings> {
        Rc::new(self.strings)
    }
}

impl Sink for StringsReader {
    fn open(&mut self, name: &[u8], _: Attributes<'_>) -> Result<(), Fault> {
        match name {
            b"si" => self.item.clear(),
            b"t" => self.in_text = !self.in_phonetic,
            b"rPh" => self.in_phonetic = true,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Fault> {
        match name {
            b"si" => {
                self.strings.push(&unescape(&self.item));
                self.item.clear();
            }
            b"t" => self.in_text = false,
            b"rPh" => self.in_phonetic = false,
            _ => {}
        }
        let held = self.strings.bytes() + self.item.len() as u64;
        if held > self.most { Err(Fault::limit("WORKBOOK_HELD_BYTES", self.most)) } else { Ok(()) }
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.in_text {
            self.item.push_str(text);
        }
        Ok(())
    }
}
