//! A back-test, driven: what it asks to be ranked is ranked here, as any analysis is.

use super::work::Work;
use crate::backtest::{Ask, BackTest, BackTestOptions};
use crate::error::{ErrorKind, Result};
use crate::measure::Measured;
use crate::model::Builder;
use crate::progress::Phase;
use crate::query::View;
use serde_json::Value;

/// Units of budget of a step of ranking.
const STEP_UNITS: f64 = 10.0;

/// A back-test under way. The analysis that can be asked about stays as it is.
#[derive(Debug)]
pub(super) struct LookBack {
    test: BackTest,
    /// The ranking under way, and the share of it that is done.
    work: Option<(Box<Work>, f64)>,
}

impl LookBack {
    /// Begins a back-test of the finished analysis.
    pub fn begin(params: Value, view: View<'_>) -> Result<LookBack> {
        let options: BackTestOptions = if params.is_null() {
            BackTestOptions::default()
        } else {
            serde_json::from_value(params)
                .map_err(|error| ErrorKind::InvalidArgument { name: "options", given: error.to_string() })?
        };
        Ok(LookBack { test: BackTest::new(view.analysis, options)?, work: None })
    }

    /// Does the next piece; returns whether all is done.
    pub fn step(&mut self, builder: &Builder) -> Result<bool> {
        if let Some((work, done)) = &mut self.work {
            let (phase, share) = work.step(builder, STEP_UNITS)?;
            *done = share;
            if phase == Phase::Done {
                let analysis = self.work.take().and_then(|(work, _)| work.finish());
                self.test.ranked(analysis.ok_or(ErrorKind::NotAnalysed)?.1)?;
            }
            return Ok(false);
        }
        match self.test.step(builder.strings())? {
            Ask::Rank(settings, data) => self.work = Some((Box::new(Work::on(data, &settings)?), 0.0)),
            Ask::More => {}
            Ask::Nothing => return Ok(true),
        }
        Ok(false)
    }

    /// Share of the whole that is done.
    pub fn share_done(&self) -> f64 {
        self.test.share_done(self.work.as_ref().map_or(0.0, |work| work.1))
    }

    /// The result.
    pub fn finish(self) -> Result<Measured> {
        match serde_json::to_value(self.test.finish()) {
            Ok(Value::Object(facts)) => Ok(Measured { facts, ..Measured::default() }),
            _ => Err(ErrorKind::InvalidArgument { name: "backTest", given: String::new() }.into()),
        }
    }
}
