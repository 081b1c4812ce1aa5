//! The calendar that activity is counted by: days, weeks, months or years in UTC, as the span asks.

use crate::model::Millis;
use serde::Serialize;

const DAY: Millis = 86_400_000;
/// The epoch was a Thursday: weeks begin on Monday.
const MONDAY: Millis = -3 * DAY;
/// Days, weeks and months that are told one by one at the most.
const DAYS: Millis = 62;
const WEEKS: Millis = 62;
const MONTHS: Millis = 120;

/// What a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Calendar {
    /// A day.
    Day,
    /// A week from Monday on.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Calendar {
    /// The unit that cuts a span into a number of periods that can be looked at.
    ///
    /// ```
    /// use sillage::overview::Calendar;
    /// let day = 86_400_000;
    /// assert_eq!(Calendar::of(0, 13 * day), Calendar::Day);
    /// assert_eq!(Calendar::of(0, 100 * day), Calendar::Week);
    /// assert_eq!(Calendar::of(0, 1_000 * day), Calendar::Month);
    /// assert_eq!(Calendar::of(0, 40 * 365 * day), Calendar::Year);
    /// ```
    pub fn of(first: Millis, last: Millis) -> Calendar {
        let days = last.div_euclid(DAY).saturating_sub(first.div_euclid(DAY)).saturating_add(1);
        match days {
            ..=DAYS => Calendar::Day,
            _ if days <= 7 * WEEKS => Calendar::Week,
            _ if days <= 30 * MONTHS => Calendar::Month,
            _ => Calendar::Year,
        }
    }

    /// First moment of the period that holds a moment.
    fn begin(self, time: Millis) -> Millis {
        match self {
            Calendar::Day => time.div_euclid(DAY) * DAY,
            Calendar::Week => (time - MONDAY).div_euclid(7 * DAY) * 7 * DAY + MONDAY,
            Calendar::Month => {
                let (year, month) = civil(time.div_euclid(DAY));
                of_month(year * 12 + month)
            }
            Calendar::Year => of_month(civil(time.div_euclid(DAY)).0 * 12),
        }
    }

    /// First moment of the period after the one that begins at a moment.
    fn next(self, begin: Millis) -> Millis {
        match self {
            Calendar::Day => begin + DAY,
            Calendar::Week => begin + 7 * DAY,
            Calendar::Month => {
                let (year, month) = civil(begin.div_euclid(DAY));
                of_month(year * 12 + month + 1)
            }
            Calendar::Year => of_month((civil(begin.div_euclid(DAY)).0 + 1) * 12),
        }
    }

    /// Beginnings of the periods from the one that holds `first` to the one that holds `last`, and the end of the last.
    /// `None` where there are more than `most`.
    pub(super) fn cuts(self, first: Millis, last: Millis, most: usize) -> Option<Vec<Millis>> {
        let mut cuts = vec![self.begin(first)];
        while cuts[cuts.len() - 1] <= last {
            if cuts.len() > most {
                return None;
            }
            cuts.push(self.next(cuts[cuts.len() - 1]));
        }
        Some(cuts)
    }
}

/// Year and month, from 0, of a day since 1970 (Hinnant, *chrono-compatible low-level date algorithms*).
fn civil(day: i64) -> (i64, i64) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    // Years begin in March there.
    let month = (march + 2) % 12;
    (era * 400 + year + i64::from(month < 2), month)
}

/// First moment of a month, counted from year 0.
fn of_month(months: i64) -> Millis {
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let year = if month < 2 { year - 1 } else { year };
    let march = (month + 10) % 12;
    let of_year = (153 * march + 2) / 5;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    (era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468) * DAY
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2024-02-29 23:59:59.999 UTC, a Thursday.
    const LEAP: Millis = 1_709_251_199_999;

    #[test]
    fn periods_begin_where_the_calendar_says() {
        assert_eq!(Calendar::Day.begin(LEAP), 1_709_164_800_000);
        assert_eq!(Calendar::Week.begin(LEAP), 1_708_905_600_000, "Monday 26 February");
        assert_eq!(Calendar::Month.begin(LEAP), 1_706_745_600_000, "1 February");
        assert_eq!(Calendar::Month.next(1_706_745_600_000), 1_709_251_200_000, "29 days later");
        assert_eq!(Calendar::Year.begin(LEAP), 1_704_067_200_000);
        assert_eq!(Calendar::Year.next(1_704_067_200_000), 1_735_689_600_000, "366 days later");
        assert_eq!(Calendar::Month.begin(-1), -31 * DAY, "December 1969");
    }

    #[test]
    fn a_span_is_cut_whole() {
        assert_eq!(Calendar::Day.cuts(5, 5, 9), Some(vec![0, DAY]));
        assert_eq!(Calendar::Day.cuts(5, DAY, 9), Some(vec![0, DAY, 2 * DAY]));
        assert_eq!(Calendar::Day.cuts(0, 10 * DAY, 9), None, "too many to look at");
    }

    proptest! {
        #[test]
        fn every_moment_is_inside_its_period(time in -62_000_000_000_000_i64..253_000_000_000_000) {
            for unit in [Calendar::Day, Calendar::Week, Calendar::Month, Calendar::Year] {
                let begin = unit.begin(time);
                prop_assert!(begin <= time && time < unit.next(begin));
                prop_assert_eq!(unit.begin(begin), begin);
                prop_assert_eq!(unit.begin(unit.next(begin)), unit.next(begin));
            }
        }
    }
}
