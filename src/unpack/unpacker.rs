//! Reads a container step by step, and a container inside it once.

use super::budget::{Budget, Limits};
use super::fault::{Fault, Stop};
use super::open::{HEAD, Kind, Opener, sniff};
use super::source::Source;
use super::{Container, Event, Note};
use std::collections::VecDeque;

/// Reads one container. See [`super`].
#[derive(Debug)]
pub struct Unpacker {
    layer: Layer,
    budget: Budget,
    /// Whether anything was told of: what breaks off later does not take it back.
    told: bool,
    /// Ranges asked for since the last event.
    asked: u32,
}

/// Ranges that may be asked for between two events: far more than the longest entry needs.
const ASKED: u32 = 100_000;

impl Unpacker {
    /// A file of that name and length. The name serves where the content of a compressed file has none of its own.
    #[must_use]
    pub fn new(name: &str, bytes: u64, limits: Limits) -> Unpacker {
        let layer = Layer::new(name, Source::new(bytes), false);
        Unpacker { layer, budget: Budget::new(limits, bytes), told: false, asked: 0 }
    }

    /// Gives the bytes that were asked for.
    pub fn supply(&mut self, offset: u64, bytes: Vec<u8>) {
        self.layer.source.supply(offset, bytes);
    }

    /// Takes the entry that was announced, or drops the one that is under way.
    pub fn answer(&mut self, take: bool) {
        self.layer.answer(take, &mut self.budget);
    }

    /// What it is, once it was opened: `zip`, `tar`, `gzip` or `workbook`.
    pub fn kind(&self) -> Option<&'static str> {
        self.layer.opened.as_deref().map(Container::kind)
    }

    /// Bytes that came out so far.
    pub fn bytes_out(&self) -> u64 {
        self.budget.out()
    }

    /// Makes a step.
    ///
    /// # Errors
    /// What makes the container as a whole unreadable: `archive.…`, `workbook.…`. Nothing more can be had then.
    pub fn step(&mut self) -> Result<Event, Fault> {
        match self.layer.next(&mut self.budget) {
            Ok(event) => {
                self.told = true;
                self.asked = 0;
                Ok(event)
            }
            // Without an end to this the caller gave less than it was asked for, or the file changed.
            Err(Stop::Want { .. }) if self.asked >= ASKED => Err(Fault::new("archive.damaged")),
            Err(Stop::Want { offset, length }) => {
                self.asked += 1;
                Ok(Event::Need { offset, length })
            }
            Err(Stop::Fault(fault)) => {
                self.budget.spent = true;
                let path = self.layer.leave();
                // What was read before stays read.
                if self.told { Ok(Event::Failed { path, fault }) } else { Err(fault) }
            }
        }
    }
}

/// One container, and the one inside it.
#[derive(Debug)]
struct Layer {
    source: Source,
    opener: Opener,
    opened: Option<Box<dyn Container>>,
    inside: bool,
    /// Path of the entry that was announced last.
    path: String,
    state: State,
    queue: VecDeque<Event>,
}

/// What is done with the present entry.
#[derive(Debug, Default)]
enum State {
    /// There is none, or it is not wanted.
    #[default]
    Idle,
    /// It was announced.
    Asked,
    /// It was taken: its first bytes.
    Head(Vec<u8>),
    /// Its bytes are handed over.
    Passing,
    /// It is a container, which is held whole before it is opened.
    Holding(Vec<u8>),
    /// It is a container that is being read.
    Open(Box<Layer>),
}

impl Layer {
    fn new(name: &str, source: Source, inside: bool) -> Layer {
        Layer {
            source,
            opener: Opener::new(name),
            opened: None,
            inside,
            path: String::new(),
            state: State::Idle,
            queue: VecDeque::new(),
        }
    }

    fn answer(&mut self, take: bool, budget: &mut Budget) {
        if let State::Open(inner) = &mut self.state {
            return inner.answer(take, budget);
        }
        let asked = matches!(self.state, State::Asked);
        let opened = if take && asked { budget.open() } else { Ok(()) };
        let take = take && asked && opened.is_ok();
        if let Some(container) = &mut self.opened {
            container.answer(take);
        }
        self.queue.clear();
        self.state = if take { State::Head(Vec::new()) } else { State::Idle };
        if let Err(fault) = opened {
            self.queue.push_back(Event::Failed { path: self.path.clone(), fault });
        }
    }

    /// Path of the entry under way, which is left.
    fn leave(&mut self) -> String {
        match std::mem::take(&mut self.state) {
            State::Idle => String::new(),
            _ => std::mem::take(&mut self.path),
        }
    }

    fn next(&mut self, budget: &mut Budget) -> Result<Event, Stop> {
        loop {
            if let Some(event) = self.queue.pop_front() {
                return Ok(event);
            }
            if budget.spent {
                return Ok(Event::Done);
            }
            if let State::Open(inner) = &mut self.state {
                match inner.next(budget) {
                    Ok(Event::Done) => self.state = State::Idle,
                    Ok(event) => return Ok(within(&self.path, event)),
                    Err(Stop::Fault(fault)) => return Ok(Event::Failed { path: self.leave(), fault }),
                    // All its bytes are there.
                    Err(Stop::Want { .. }) => {
                        return Ok(Event::Failed { path: self.leave(), fault: Fault::new("entry.damaged") });
                    }
                }
                continue;
            }
            let container = match &mut self.opened {
                Some(container) => container,
                None => self.opened.insert(self.opener.open(&self.source, budget)?),
            };
            match container.next(&mut self.source, budget)? {
                Event::Entry { path, bytes } => {
                    self.path.clone_from(&path);
                    self.state = State::Asked;
                    return Ok(Event::Entry { path, bytes });
                }
                Event::Data(piece) => self.data(piece, budget),
                Event::End { notes } => self.end(notes, budget),
                Event::Failed { path, fault } => {
                    let own = self.leave();
                    return Ok(Event::Failed { path: if path.is_empty() { own } else { path }, fault });
                }
                other => return Ok(other),
            }
        }
    }

    fn data(&mut self, piece: Vec<u8>, budget: &Budget) {
        match &mut self.state {
            State::Head(head) if head.len() + piece.len() < HEAD => head.extend_from_slice(&piece),
            State::Head(head) => {
                let mut head = std::mem::take(head);
                head.extend_from_slice(&piece);
                self.begin(head, budget);
            }
            State::Holding(held) if (held.len() + piece.len()) as u64 > budget.limits.nested_bytes => {
                self.refuse(Fault::limit("NESTED_BYTES", budget.limits.nested_bytes));
            }
            State::Holding(held) => held.extend_from_slice(&piece),
            State::Passing => self.queue.push_back(Event::Data(piece)),
            State::Idle | State::Asked | State::Open(_) => {}
        }
    }

    /// Decides what an entry is by its first bytes.
    fn begin(&mut self, head: Vec<u8>, budget: &Budget) {
        match sniff(&head) {
            Some(Kind::Other(detected)) => self.refuse(Fault::with("archive.unsupported", detected)),
            Some(_) if self.inside => {
                let bytes = head.len() as u64;
                self.drop_entry();
                let path = std::mem::take(&mut self.path);
                self.queue.push_back(Event::Skipped { path, bytes, code: "entry.nested" });
            }
            Some(_) if head.len() as u64 > budget.limits.nested_bytes => {
                self.refuse(Fault::limit("NESTED_BYTES", budget.limits.nested_bytes))
            }
            Some(_) => self.state = State::Holding(head),
            None => {
                self.state = State::Passing;
                self.queue.push_back(Event::Data(head));
            }
        }
    }

    fn end(&mut self, notes: Vec<Note>, budget: &Budget) {
        match std::mem::take(&mut self.state) {
            State::Head(head) if head.is_empty() => {
                let path = std::mem::take(&mut self.path);
                self.queue.push_back(Event::Skipped { path, bytes: 0, code: "entry.empty" });
            }
            State::Head(head) => {
                self.begin(head, budget);
                // Decided: it is handed over, held, or refused.
                if !matches!(self.state, State::Head(_)) {
                    self.end(notes, budget);
                }
            }
            State::Holding(held) => {
                let inner = Layer::new(&self.path, Source::held(held), true);
                self.state = State::Open(Box::new(inner));
            }
            State::Passing => self.queue.push_back(Event::End { notes }),
            State::Idle | State::Asked | State::Open(_) => {}
        }
    }

    fn drop_entry(&mut self) {
        if let Some(container) = &mut self.opened {
            container.answer(false);
        }
        self.state = State::Idle;
    }

    fn refuse(&mut self, fault: Fault) {
        self.drop_entry();
        let path = std::mem::take(&mut self.path);
        self.queue.push_back(Event::Failed { path, fault });
    }
}

/// An event of a container inside another one, with the path that leads there.
fn within(outer: &str, event: Event) -> Event {
    let join = |path: String| if path.is_empty() { outer.to_owned() } else { format!("{outer}/{path}") };
    match event {
        Event::Entry { path, bytes } => Event::Entry { path: join(path), bytes },
        Event::Skipped { path, bytes, code } => Event::Skipped { path: join(path), bytes, code },
        Event::Failed { path, fault } => Event::Failed { path: join(path), fault },
        other => other,
    }
}
