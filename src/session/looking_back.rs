//! A back-test and a comparison of windows, driven: what they ask to be ranked is ranked here, as any analysis is.

use super::made::Made;
use super::work::Work;
use crate::backtest::{Ask, BackTest, BackTestOptions};
use crate::comparison::{self, Compare, CompareOptions};
use crate::error::{ErrorKind, Result};
use crate::measure::Measured;
use crate::model::{Builder, Strings};
use crate::progress::Phase;
use crate::query::View;
use serde::Serialize;
use serde::de::DeserializeOwned;
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
        let options: BackTestOptions = parsed(params)?;
        Ok(LookBack { test: BackTest::new(view.analysis, options)?, work: None })
    }

    /// Does the next piece; returns whether all is done.
    pub fn step(&mut self, builder: &mut Builder) -> Result<bool> {
        if let Some((work, done)) = &mut self.work {
            let (phase, share) = work.step(builder, STEP_UNITS)?;
            *done = share;
            if phase == Phase::Done {
                let made = self.work.take().and_then(|(work, _)| work.finish());
                self.test.ranked(made.ok_or(ErrorKind::NotAnalysed)?.analysis)?;
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
        told("backTest", &self.test.finish())
    }
}

/// A comparison of two windows under way.
#[derive(Debug)]
pub(super) struct SideBySide {
    compare: Compare,
    /// What a window leaves unchanged is taken from here.
    whole: Made,
    /// The ranking under way, and the share of it that is done.
    work: Option<(Box<Work>, f64)>,
}

impl SideBySide {
    /// Begins a comparison of two windows of the finished analysis.
    pub fn begin(params: Value, view: View<'_>) -> Result<SideBySide> {
        let options: CompareOptions = parsed(params)?;
        let compare = Compare::new(view.analysis, options)?;
        let whole = Made { files: 0, ranked: true, analysis: view.analysis.clone() };
        Ok(SideBySide { compare, whole, work: None })
    }

    /// Does the next piece; returns whether all is done.
    pub fn step(&mut self, builder: &mut Builder) -> Result<bool> {
        if let Some((work, done)) = &mut self.work {
            let (phase, share) = work.step(builder, STEP_UNITS)?;
            *done = share;
            if phase == Phase::Done {
                let made = self.work.take().and_then(|(work, _)| work.finish());
                self.compare.ranked(made.ok_or(ErrorKind::NotAnalysed)?.analysis);
            }
            return Ok(false);
        }
        match self.compare.step()? {
            comparison::Ask::Rank(settings) => {
                self.work = Some((Box::new(Work::begin(0, &settings, Some(&self.whole))?), 0.0));
            }
            comparison::Ask::More => {}
            comparison::Ask::Nothing => return Ok(true),
        }
        Ok(false)
    }

    /// Share of the whole that is done.
    pub fn share_done(&self) -> f64 {
        self.compare.share_done(self.work.as_ref().map_or(0.0, |work| work.1))
    }

    /// The result.
    pub fn finish(self, strings: &Strings) -> Result<Measured> {
        told("compareWindows", &self.compare.finish(strings)?)
    }
}

/// Options from their JSON; those of nobody are the usual ones.
fn parsed<T: DeserializeOwned + Default>(params: Value) -> Result<T> {
    if params.is_null() {
        return Ok(T::default());
    }
    let wrong =
        |error: serde_json::Error| ErrorKind::InvalidArgument { name: "options", given: error.to_string() };
    Ok(serde_json::from_value(params).map_err(wrong)?)
}

/// A result as facts.
fn told(name: &'static str, result: &impl Serialize) -> Result<Measured> {
    match serde_json::to_value(result) {
        Ok(Value::Object(facts)) => Ok(Measured { facts, ..Measured::default() }),
        _ => Err(ErrorKind::InvalidArgument { name, given: String::new() }.into()),
    }
}
