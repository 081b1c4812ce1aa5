//! What the sub-factors ask for beside credit and authority.

use crate::error::Result;
use crate::model::Builder;
use crate::people::ambassadors::{Ambassadors, Needs, Sources, Standing, ambassadors};
use crate::people::regard::Signs;
use crate::score::{Analysis, audience};
use crate::text::corrections::corrected;
use std::rc::Rc;

/// Who belongs to the target audience; `None` when none is named.
pub(super) fn target_audience(base: &Analysis, builder: &Builder) -> Option<Rc<Vec<bool>>> {
    let (language, languages) =
        base.readings.as_deref().map_or((&[][..], &[][..]), |r| (&r.language, &r.languages));
    let known = audience::Known {
        strings: builder.strings(),
        communities: base.communities.as_deref(),
        language,
        languages,
    };
    audience::members(&base.settings.audience, &base.data.accounts, &known).map(Rc::new)
}

/// Puts credit with the discount, or without it, in its place.
pub(super) fn discount(base: &mut Analysis) {
    base.credit = base.raw_credit.clone();
    base.genuine = None;
    if let Some(found) = base.authenticity.as_deref().filter(|_| base.settings.discount) {
        base.credit = Rc::new(found.discount.credit.clone());
        // What is left of each account's credit: whatever else is drawn from the same attention counts as much.
        let left =
            |(raw, credit): (&f64, &f64)| if *raw > 0.0 { (credit / raw).clamp(0.0, 1.0) } else { 1.0 };
        base.genuine = Some(Rc::new(base.raw_credit.of.iter().zip(&base.credit.of).map(left).collect()));
    }
}

/// Tones with the caller's corrections in their place; `None` where none was corrected.
pub(super) fn corrections(base: &Analysis, builder: &Builder) -> Result<Option<Rc<Vec<f32>>>> {
    let Some(readings) = base.readings.as_deref() else { return Ok(None) };
    let found = corrected(&readings.tone, &base.data, builder.strings(), &base.settings.tones)?;
    Ok(found.map(Rc::new))
}

/// Who stands up for the brand and who works for it; `None` without a brand.
pub(super) fn ambassadors_of(base: &Analysis, builder: &Builder) -> Result<Option<Ambassadors>> {
    let settings = &base.settings;
    let Some(brand) = &settings.brand else { return Ok(None) };
    let sources = Sources {
        data: &base.data,
        strings: builder.strings(),
        window: settings.window,
        signs: Signs::in_analysis(base),
        brand: Some(brand),
        lists: &settings.lists,
        authenticity: base.authenticity.as_deref().map_or(&[], |found| &found.of),
        credit: if base.has_credit() { &base.credit.of } else { &[] },
        needs: Needs::default(),
    };
    ambassadors(sources).map(Some)
}

/// What the gate of ambassadors goes by: the score of those who stand up for the brand, 1 for those who work for it.
pub(super) fn gate_column(base: &Analysis, all: &Ambassadors) -> Vec<f64> {
    let mut column = vec![0.0; base.data.accounts.len()];
    for person in &all.people {
        let own = if person.standing == Standing::Ambassador { person.score } else { 0.0 };
        column[person.account as usize] = if person.employee.is_some() { own.max(1.0) } else { own };
    }
    column
}
