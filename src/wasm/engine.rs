//! The engine: files in, an analysis by steps, questions.

use super::convert::{from_js, measured, rows, text_column, throw, to_js};
use super::panic;
use crate::error::ErrorKind;
use crate::model::PieceRef;
use crate::platform::ImportOptions;
use crate::session::Session;
use crate::session::sharing::Given;
use js_sys::{Float64Array, Uint8Array};
use wasm_bindgen::prelude::*;

/// A study. See `www/shared/engine.d.ts` for the shapes that cross.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    session: Session,
}

#[wasm_bindgen]
impl Engine {
    /// An empty study.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        panic::install_hook();
        Engine::default()
    }

    /// Opens a file.
    #[wasm_bindgen(js_name = beginFile)]
    pub fn begin_file(&mut self, name: &str, bytes: f64, options: JsValue) -> Result<u32, JsValue> {
        if bytes > crate::limits::FILE_BYTES as f64 {
            let limit =
                ErrorKind::LimitReached { limit: "FILE_BYTES", value: crate::limits::FILE_BYTES as f64 };
            return Err(throw(limit.into()));
        }
        let mut options: ImportOptions = from_js("options", options)?;
        options.today = options.today.or_else(|| Some(js_sys::Date::now()));
        self.session.begin_file(name, options).map(|file| file as u32).map_err(throw)
    }

    /// Reads the next bytes of a file.
    pub fn push(&mut self, file: u32, chunk: &[u8]) -> Result<(), JsValue> {
        self.session.push(file as usize, chunk).map_err(throw)
    }

    /// Gives a file up that was opened and will not be finished.
    #[wasm_bindgen(js_name = abandonFile)]
    pub fn abandon_file(&mut self, file: u32) {
        self.session.abandon_file(file as usize);
    }

    /// Ends a file; returns its receipt.
    #[wasm_bindgen(js_name = finishFile)]
    pub fn finish_file(&mut self, file: u32) -> Result<JsValue, JsValue> {
        to_js(&self.session.finish_file(file as usize).map_err(throw)?)
    }

    /// Prepares to read parts of a file for another engine; `false` where the file cannot be shared.
    #[wasm_bindgen(js_name = beginParts)]
    pub fn begin_parts(&mut self, name: &str, options: JsValue, head: &[u8]) -> Result<bool, JsValue> {
        self.session.begin_parts(name, from_js("options", options)?, head).map_err(throw)
    }

    /// Begins a part: where its first record lies, or nothing where that cannot be told.
    #[wasm_bindgen(js_name = nextPart)]
    pub fn next_part(&mut self, at: f64, near: &[u8]) -> Result<Option<f64>, JsValue> {
        Ok(self.session.next_part(at as u64, near).map_err(throw)?.map(|start| start as f64))
    }

    /// Reads the next bytes of the part: a piece in three, to be handed over; empty unless it was asked for.
    #[wasm_bindgen(js_name = readPart)]
    pub fn read_part(&mut self, chunk: &[u8], give: bool, last: bool) -> Result<js_sys::Array, JsValue> {
        let piece = self.session.read_part(chunk, give, last).map_err(throw)?;
        Ok([piece.head, piece.records, piece.texts].iter().map(|part| Uint8Array::from(&part[..])).collect())
    }

    /// Takes in what another engine read of a file that is open; `false` where it does not go on from here.
    #[wasm_bindgen(js_name = readPiece)]
    pub fn read_piece(
        &mut self,
        file: u32,
        head: &[u8],
        records: &[u8],
        texts: &[u8],
    ) -> Result<bool, JsValue> {
        self.session.read_piece(file as usize, PieceRef { head, records, texts }).map_err(throw)
    }

    /// From where in the file on bytes are to be pushed after that.
    pub fn resume(&mut self, file: u32) -> Result<f64, JsValue> {
        Ok(self.session.resume(file as usize).map_err(throw)? as f64)
    }

    /// Whether a file of an archive or folder is worth reading: the code of a reason to leave it alone, or nothing.
    pub fn verdict(&self, path: &str) -> Option<String> {
        match crate::platform::bundle::verdict(path) {
            crate::platform::bundle::Verdict::Read => None,
            crate::platform::bundle::Verdict::Skip(code) => Some(code.to_owned()),
        }
    }

    /// Changes settings; returns them all.
    pub fn configure(&mut self, patch: JsValue) -> Result<JsValue, JsValue> {
        let patch = from_js("settings", patch)?;
        to_js(self.session.configure(patch).map_err(throw)?)
    }

    /// Begins an analysis.
    pub fn start(&mut self) -> Result<(), JsValue> {
        self.session.start().map_err(throw)
    }

    /// Works for about `budget` units.
    pub fn step(&mut self, budget: f64) -> Result<JsValue, JsValue> {
        to_js(&self.session.step(budget).map_err(throw)?)
    }

    /// People who matter to the brand, and posts about it to review.
    #[wasm_bindgen(js_name = brandPeople)]
    pub fn brand_people(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.brand_people().map_err(throw)?)
    }

    /// The largest communities, by name.
    pub fn communities(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.communities().map_err(throw)?)
    }

    /// Who rises and who fades; nothing before that is computed.
    pub fn movers(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.movers().map_err(throw)?)
    }

    /// Words that the brief could have as well.
    pub fn suggestions(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.suggestions().map_err(throw)?)
    }

    /// The accounts nearest to those ticked, by their indices.
    #[wasm_bindgen(js_name = lookAlikes)]
    pub fn look_alikes(&mut self, ticked: Vec<u32>, most: u32) -> Result<JsValue, JsValue> {
        to_js(&self.session.look_alikes(&ticked, most as usize).map_err(throw)?)
    }

    /// Begins what comes after the ranking.
    #[wasm_bindgen(js_name = beginDeepening)]
    pub fn begin_deepening(&mut self) -> Result<(), JsValue> {
        self.session.begin_deepening().map_err(throw)
    }

    /// Works at it for about `budget` units.
    pub fn deepen(&mut self, budget: f64) -> Result<JsValue, JsValue> {
        to_js(&self.session.deepen(budget).map_err(throw)?)
    }

    /// The summary.
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.summary().map_err(throw)?)
    }

    /// Handles in account order, as one block of UTF-8 and the end of each.
    pub fn handles(&self) -> Result<JsValue, JsValue> {
        Ok(text_column(self.session.handles().map_err(throw)?))
    }

    /// Platforms in account order, by code.
    pub fn platforms(&self) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(&self.session.platforms().map_err(throw)?[..]))
    }

    /// A column in account order.
    pub fn column(&self, name: &str) -> Result<Float64Array, JsValue> {
        Ok(Float64Array::from(&self.session.column(name).map_err(throw)?[..]))
    }

    /// Begins a measure of the graph.
    #[wasm_bindgen(js_name = beginMeasure)]
    pub fn begin_measure(&mut self, name: &str, params: JsValue) -> Result<(), JsValue> {
        self.session.begin_measure(name, from_js("params", params)?).map_err(throw)
    }

    /// Does the next pieces of it.
    #[wasm_bindgen(js_name = stepMeasure)]
    pub fn step_measure(&mut self, pieces: f64) -> Result<JsValue, JsValue> {
        to_js(&self.session.step_measure(pieces).map_err(throw)?)
    }

    /// What another engine needs to help with it: `{ job, start, to, weight }`; nothing where none can.
    #[wasm_bindgen(js_name = shareMeasure)]
    pub fn share_measure(&mut self) -> Result<JsValue, JsValue> {
        match self.session.share_measure().map_err(throw)? {
            Some((job, graph)) => Ok(rows(&job, graph)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// Gives a block of it away: its number, `null` where there will be one later, nothing where none is left.
    #[wasm_bindgen(js_name = giveBlock)]
    pub fn give_block(&mut self) -> JsValue {
        match self.session.give_block() {
            Given::Block(block) => JsValue::from(block as u32),
            Given::Later => JsValue::NULL,
            Given::NoneLeft => JsValue::UNDEFINED,
        }
    }

    /// Takes what a block came to that was given away.
    #[wasm_bindgen(js_name = takeBlock)]
    pub fn take_block(&mut self, block: u32, partial: Vec<f64>) -> Result<(), JsValue> {
        self.session.take_block(block as usize, partial).map_err(throw)
    }

    /// Takes a block back that nobody will do.
    #[wasm_bindgen(js_name = takeBlockBack)]
    pub fn take_block_back(&mut self, block: u32) {
        self.session.take_block_back(block as usize);
    }

    /// Whether nothing can be done before a block comes.
    #[wasm_bindgen(js_name = isWaiting)]
    pub fn is_waiting(&mut self) -> bool {
        self.session.is_waiting()
    }

    /// Prepares to do blocks for another engine.
    #[wasm_bindgen(js_name = beginHelp)]
    pub fn begin_help(
        &mut self,
        job: &str,
        start: &[u32],
        to: Vec<u32>,
        weight: Vec<f32>,
    ) -> Result<(), JsValue> {
        self.session.begin_help(job, start, to, weight).map_err(throw)
    }

    /// Does a block for another engine.
    #[wasm_bindgen(js_name = doBlock)]
    pub fn do_block(&mut self, block: u32) -> Result<Float64Array, JsValue> {
        let partial = self.session.do_block(block as usize).map_err(throw)?;
        Ok(Float64Array::from(&partial[..]))
    }

    /// Its result.
    #[wasm_bindgen(js_name = finishMeasure)]
    pub fn finish_measure(&mut self) -> Result<JsValue, JsValue> {
        measured(&self.session.finish_measure().map_err(throw)?)
    }

    /// One window of the ranking.
    pub fn ranking(&self, query: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.session.ranking(&from_js("query", query)?).map_err(throw)?)
    }

    /// The dossier of an account, by index or handle.
    pub fn account(&self, which: JsValue) -> Result<JsValue, JsValue> {
        let dossier = match which.as_f64() {
            Some(index) => self.session.account(index as usize),
            None => self.session.account_named(&which.as_string().unwrap_or_default()),
        };
        to_js(&dossier.map_err(throw)?)
    }

    /// The ranking as `csv` or `json`, the network as `gexf` or `graphml`.
    pub fn export(&self, kind: &str, options: JsValue) -> Result<Uint8Array, JsValue> {
        let bytes = match kind {
            "csv" => self.session.export_csv(&from_js("options", options)?),
            "json" => self.session.export_json(&from_js("options", options)?),
            "gexf" => self.session.export_gexf(&from_js("options", options)?),
            "graphml" => self.session.export_graphml(&from_js("options", options)?),
            "key" => self.session.export_key(&from_js("options", options)?),
            "optOut" => {
                Ok(self.session.opt_out_fingerprints(&from_js::<String>("salt", options)?).into_bytes())
            }
            _ => Err(ErrorKind::InvalidArgument { name: "kind", given: kind.to_owned() }.into()),
        };
        Ok(Uint8Array::from(&bytes.map_err(throw)?[..]))
    }

    /// SHA-256 of the canonical result.
    #[wasm_bindgen(js_name = resultHash)]
    pub fn result_hash(&self) -> Result<String, JsValue> {
        self.session.result_hash().map_err(throw)
    }
}
