//! A compressed file that holds one file.

use super::budget::Budget;
use super::fault::Stop;
use super::flow::Flow;
use super::source::Source;
use super::{Container, Event};

/// The one file, whose first bytes were read to see what it is.
#[derive(Debug)]
pub(super) struct Single {
    name: String,
    flow: Flow,
    first: Vec<u8>,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Stage {
    Announce,
    Asked,
    Reading,
    Done,
}

impl Single {
    pub fn new(name: String, flow: Flow, first: Vec<u8>) -> Single {
        Single { name, flow, first, stage: Stage::Announce }
    }
}

impl Container for Single {
    fn kind(&self) -> &'static str {
        "gzip"
    }

    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop> {
        match self.stage {
            Stage::Announce => {
                self.stage = Stage::Asked;
                Ok(Event::Entry { path: self.name.clone(), bytes: None })
            }
            Stage::Reading => {
                if !self.first.is_empty() {
                    return Ok(Event::Data(std::mem::take(&mut self.first)));
                }
                match self.flow.pull(source, budget) {
                    Ok(Some(piece)) => Ok(Event::Data(piece)),
                    Ok(None) => {
                        self.stage = Stage::Done;
                        let cut = self.flow.cut().then_some(("archive.truncated", 1));
                        Ok(Event::End { notes: cut.into_iter().collect() })
                    }
                    Err(Stop::Fault(fault)) => {
                        self.stage = Stage::Done;
                        Ok(Event::Failed { path: String::new(), fault })
                    }
                    Err(want) => Err(want),
                }
            }
            Stage::Asked | Stage::Done => Ok(Event::Done),
        }
    }

    fn answer(&mut self, take: bool) {
        self.stage = if take && self.stage == Stage::Asked { Stage::Reading } else { Stage::Done };
    }
}
