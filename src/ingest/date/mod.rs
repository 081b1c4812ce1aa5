//! Moments as exports write them, read to milliseconds since 1970 UTC.
//!
//! Whether `05/02/2024` is in February or in May is decided for a whole column ([`DateStyle`]), never for one cell.
//! What names no zone is UTC.

mod instant;
mod marks;
mod words;
mod written;

use super::id::{missing, unguard};
pub use marks::{DateMarks, DateStyle};
pub use words::is_relative;
pub use written::time_of_day;

/// Longer than any moment, with its zone in words.
const MOMENT_BYTES: usize = 96;
/// 1971-01-01: before it stand the moments that a missing one was turned into.
const FIRST_PLAUSIBLE: i64 = 31_536_000_000;
/// 2100-01-01, where nobody says what today is.
const LAST_PLAUSIBLE: i64 = 4_102_444_800_000;
const DAY: i64 = 86_400_000;

/// Whether a moment is rather a mistake: in 1970, or more than a day after `today`.
pub fn is_suspicious(moment: i64, today: Option<i64>) -> bool {
    moment < FIRST_PLAUSIBLE || moment > today.map_or(LAST_PLAUSIBLE, |now| now.saturating_add(DAY))
}

fn leading_number(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The day of a moment, as `2024-02-05`.
pub fn day(moment: i64) -> String {
    let timestamp = jiff::Timestamp::from_millisecond(moment).unwrap_or_default();
    jiff::tz::Offset::UTC.to_datetime(timestamp).date().to_string()
}

/// Reads a moment. `None` where nothing, or nothing readable, is there.
#[inline]
pub fn read(cell: &str, style: DateStyle) -> Option<i64> {
    instant::read(cell.as_bytes()).or_else(|| read_any(cell, style))
}

fn read_any(cell: &str, style: DateStyle) -> Option<i64> {
    let cell = unguard(cell.trim());
    if missing(cell) || cell.len() > MOMENT_BYTES {
        return None;
    }
    if let Some(moment) = number(cell) {
        return Some(moment);
    }
    written::read(cell, style)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date of the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A bare number: days of a spreadsheet, `20240131`, or seconds, milliseconds or microseconds since 1970.
fn number(cell: &str) -> Option<i64> {
    if !cell.bytes().all(|b| b.is_ascii_digit() || b == b'.') || !cell.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let whole = cell.split('.').next()?;
    if cell.len() == 8 && whole.len() == 8 {
        let (year, month, day) =
            (whole[..4].parse().ok()?, whole[4..6].parse().ok()?, whole[6..].parse().ok()?);
        if (1900..=2100).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
        {
            return Some(days_from_civil(year, month, day) * 86_400_000);
        }
    }
    if whole == cell && (17..=19).contains(&whole.len()) {
        // Nanoseconds, exactly.
        return whole.parse::<i64>().ok().map(|n| n / 1_000_000);
    }
    let value: f64 = cell.parse().ok()?;
    let millis = match value {
        // 1954 to 2173 in days since 1899-12-30; 25 569 of them make 1970. Rounded to the second, as cells are.
        v if (20_000.0..100_000.0).contains(&v) => ((v - 25_569.0) * 86_400.0).round() * 1000.0,
        v if (1e8..1e11).contains(&v) => v * 1000.0,
        v if (1e11..1e14).contains(&v) => v,
        v if (1e14..1e17).contains(&v) => v / 1000.0,
        _ => return None,
    };
    Some(millis as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_FIRST: DateStyle = DateStyle { day_first: true, ambiguous: false, year_first: false };
    const MONTH_FIRST: DateStyle = DateStyle { day_first: false, ..DAY_FIRST };

    fn utc(text: &str) -> i64 {
        text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn every_form_of_one_moment() {
        for cell in [
            "2023-03-01T09:00:00Z",
            "2023-03-01 09:00:00",
            "2023-03-01 09:00:00+00:00",
            "2023-03-01 09:00:00 UTC",
            "2023-03-01T09:00:00.000Z",
            "2023-03-01 09:00:00.0",
            "2023-03-01T10:00:00+01:00",
            "2023-03-01T04:00:00-0500",
            "2023-03-01 04:00:00 EST",
            "2023-03-01 10:00:00 CET",
            "2023/03/01 09:00",
            "Wed Mar 01 09:00:00 +0000 2023",
            "Wed Mar 01 09:00:00 UTC 2023",
            "Wed, 01 Mar 2023 09:00:00 GMT",
            "01/03/2023 09:00:00",
            "1/3/23 9:00",
            "01.03.2023 09:00",
            "01-Mar-2023 09:00AM",
            "1 mars 2023 à 9h00",
            "Mar 1, 2023 9:00 AM",
            "1677661200",
            "1677661200000",
            "1677661200000000",
            "44986.375",
            "=\"2023-03-01 09:00:00\"",
            "20230301T090000Z",
            "2023-03-01T10:00:00+01:00[Europe/Paris]",
            "Wed Mar 01 2023 10:00:00 GMT+0100 (Central European Standard Time)",
            "Wed, 01 Mar 2023 10:00:00 +0100",
            "2023-03-01 04:00:00 UTC\u{2212}5",
            "mercredi 1 mars 2023 à 9 h 00",
            "mer. 1 mars 2023 09:00",
            "1er mars 2023, 9h",
            "1 de marzo de 2023, 9:00 a. m.",
            "mié, 1 mar 2023 9:00",
            "quarta-feira, 1 de março de 2023 às 09:00",
            "Mittwoch, 1. März 2023 um 9:00 Uhr",
            "01.03.2023 9.00 Uhr",
            "3/1/2023 9:00 a.m.",
            "March 1st, 2023 9 AM",
            "2023-Mar-01 09:00",
            "1677661200.000",
        ] {
            let style = if cell.starts_with("3/1") { MONTH_FIRST } else { DAY_FIRST };
            assert_eq!(read(cell, style), Some(utc("2023-03-01T09:00:00Z")), "{cell}");
        }
    }

    #[test]
    fn days_alone() {
        for cell in [
            "2024-02-05",
            "5 févr. 2024",
            "Feb 5, 2024",
            "05/02/2024",
            "05 Feb 2024",
            "20240205",
            "5. Februar 2024",
            "5 fév. 2024",
            "5 de febrero de 2024",
            "05-feb-24",
            "5 fev 2024",
            "Monday, February 5, 2024",
            "lun. 5 févr. 2024",
        ] {
            assert_eq!(read(cell, DAY_FIRST), Some(utc("2024-02-05T00:00:00Z")), "{cell}");
        }
        assert_eq!(read("10/16/17 22:59", MONTH_FIRST), Some(utc("2017-10-16T22:59:00Z")));
        assert_eq!(read("2024-02-29", DAY_FIRST), Some(utc("2024-02-29T00:00:00Z")));
    }

    #[test]
    fn what_is_no_date_is_unknown() {
        for cell in [
            "",
            "NA",
            "soon",
            "2w",
            "2023-02-29",
            "2023-02-29T00:00:00Z",
            "2023-13-01 00:00:00",
            "25/13/2024",
            "7",
            "99999999999999999999",
            "12:30",
            "2024-03-01T99:00:00Z",
            "Mar Mar 1 2024",
            "March 2024",
            "hier",
            "il y a 2 h",
            "0",
            "Zurich 5 May 2024",
            "24:00:00 2024-03-01 2024",
        ] {
            assert_eq!(read(cell, DAY_FIRST), None, "{cell}");
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_the_columns() {
        let style = |values: &[&str], given| DateStyle::of(values.iter().copied(), given);
        assert!(style(&["05/02/2024", "25/12/2024"], None).day_first);
        assert!(!style(&["10/2/17 12:41", "10/16/17 22:59"], None).day_first);
        assert_eq!(style(&["05/02/2024"], None), DateStyle { ambiguous: true, ..DAY_FIRST });
        assert_eq!(style(&["05/02/2024"], Some(false)), MONTH_FIRST);
        assert_eq!(style(&["2024-02-05"], None), DAY_FIRST);
        assert_eq!(
            style(&["05.02.2024"], None),
            DAY_FIRST,
            "dots part days from months where the day is first"
        );
    }

    #[test]
    fn a_file_in_order_of_time_tells_the_order_of_day_and_month() {
        let days = ["05/02/2024", "06/02/2024", "07/02/2024", "11/02/2024", "01/03/2024", "02/03/2024"];
        let style = DateStyle::of(days.into_iter(), None);
        assert!(style.day_first && !style.ambiguous);
        let months =
            ["2/5/24 9:00", "2/6/24 9:00", "2/7/24 8:00", "2/11/24 9:00", "3/1/24 9:00", "3/2/24 9:00"];
        assert!(!DateStyle::of(months.into_iter().rev(), None).day_first);
        assert!(DateStyle::of(["01/02/2024", "02/03/2024"].into_iter(), None).ambiguous);
    }

    #[test]
    fn suspicious_moments() {
        assert!(is_suspicious(0, None) && is_suspicious(utc("1970-06-01T00:00:00Z"), None));
        let today = utc("2024-03-01T09:00:00Z");
        assert!(!is_suspicious(today, None) && !is_suspicious(today + DAY, Some(today)));
        assert!(
            is_suspicious(today + DAY + 1, Some(today)) && is_suspicious(utc("2150-01-01T00:00:00Z"), None)
        );
    }

    #[test]
    fn times_of_day() {
        assert_eq!(time_of_day("12:29:44"), Some(44_984_000));
        assert_eq!(time_of_day("3:04 PM"), Some(54_240_000));
        assert_eq!(time_of_day("2024"), None);
        assert_eq!(time_of_day("01/03/2023 09:31:00"), None);
    }
}
