//! The forms that interfaces write, by far the most frequent, read without any detour: ISO 8601 and X's first one.

use super::{days_from_civil, days_in};

/// `YYYY-MM-DD`, `T` or a blank, `HH:MM:SS`, perhaps a fraction, then nothing, `Z` or an offset; or
/// `Wed Mar 01 09:00:00 +0000 2023`.
pub(super) fn read(text: &[u8]) -> Option<i64> {
    match text.len() {
        19..=40 if text[4] == b'-' => iso(text),
        30 if text[3] == b' ' => spoken(text),
        _ => None,
    }
}

fn iso(b: &[u8]) -> Option<i64> {
    // Of a length that is known, so that no place needs to be checked; and the digits are judged all at once.
    let fixed: &[u8; 19] = b.first_chunk()?;
    let mut sound = (fixed[7] == b'-')
        & ((fixed[10] == b'T') | (fixed[10] == b' '))
        & (fixed[13] == b':')
        & (fixed[16] == b':');
    let mut two = |at: usize| {
        let (x, y) = (fixed[at].wrapping_sub(b'0'), fixed[at + 1].wrapping_sub(b'0'));
        sound &= (x < 10) & (y < 10);
        u32::from(x) * 10 + u32::from(y)
    };
    let (year, month, of_month) = (two(0) * 100 + two(2), two(5), two(8));
    let (hour, minute, second) = (two(11), two(14), two(17));
    sound &= (hour < 24) & (minute < 60) & (second <= 60);
    if !sound {
        return None;
    }
    let exists = year >= 1
        && (1..=12).contains(&month)
        && of_month >= 1
        && (of_month <= 28 || i64::from(of_month) <= days_in(year.into(), month.into()));
    if !exists {
        return None;
    }
    let day = day_number(year, month, of_month);
    let clock = i64::from(hour * 3600 + minute * 60 + second.min(59));
    let mut rest = &b[19..];
    let mut millis = 0;
    if let [b'.', fraction @ ..] = rest {
        let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
        if !(1..=9).contains(&digits) {
            return None;
        }
        for place in 0..3 {
            millis = millis * 10 + fraction[..digits].get(place).map_or(0, |b| i64::from(b - b'0'));
        }
        rest = &fraction[digits..];
    }
    let offset = match rest {
        [] | [b'Z'] => 0,
        _ => offset(rest)?,
    };
    Some((day * 86_400 + clock - offset) * 1000 + millis)
}

/// As [`days_from_civil`] for a year from 1 on, in 32 bits: where those are wider, dividing takes long.
fn day_number(year: u32, month: u32, day: u32) -> i64 {
    let y = year - u32::from(month <= 2);
    let (era, of_era) = (y / 400, y % 400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    i64::from(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719_468
}

/// X's first form: day of the week, month, day, time, offset, year.
fn spoken(b: &[u8]) -> Option<i64> {
    const MONTHS: &[u8; 36] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    if ![7, 10, 19, 25].iter().all(|at| b[*at] == b' ') {
        return None;
    }
    let month = MONTHS.chunks(3).position(|name| *name == b[4..7])? as i64 + 1;
    let day = day(two(b, 26)? * 100 + two(b, 28)?, month, two(b, 8)?)?;
    Some((day * 86_400 + clock(b, 11)? - offset(&b[20..25])?) * 1000)
}

/// Days since 1970 of a date that exists.
fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    let exists = year >= 1 && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
    exists.then(|| days_from_civil(year, month, day))
}

/// Seconds since midnight of `HH:MM:SS` at a place.
fn clock(b: &[u8], at: usize) -> Option<i64> {
    let (hour, minute, second) = (two(b, at)?, two(b, at + 3)?, two(b, at + 6)?);
    let sound = b[at + 2] == b':' && b[at + 5] == b':' && hour < 24 && minute < 60 && second <= 60;
    sound.then(|| hour * 3600 + minute * 60 + second.min(59))
}

/// Seconds of `+0200`, `-05:30`.
fn offset(b: &[u8]) -> Option<i64> {
    let minutes = match b {
        [_, _, _, b':', _, _] => two(b, 1)? * 60 + two(b, 4)?,
        [_, _, _, _, _] => two(b, 1)? * 60 + two(b, 3)?,
        _ => return None,
    };
    match b[0] {
        b'+' if minutes <= 14 * 60 => Some(minutes * 60),
        b'-' if minutes <= 14 * 60 => Some(-minutes * 60),
        _ => None,
    }
}

/// Two digits at a place.
fn two(b: &[u8], at: usize) -> Option<i64> {
    let (x, y) = (b.get(at)?.wrapping_sub(b'0'), b.get(at + 1)?.wrapping_sub(b'0'));
    (x < 10 && y < 10).then(|| i64::from(x * 10 + y))
}

#[cfg(test)]
mod tests {
    use super::super::{DateStyle, written};
    use super::read;

    #[test]
    fn days_in_32_bits_are_the_same() {
        let months = (1..=9_999).flat_map(|year| (1..=12).map(move |month| (year, month)));
        for (year, month) in months.filter(|(year, _)| *year < 5 || year % 97 < 9 || year % 100 == 0) {
            for day in [1, 15, 28, 31] {
                let wide = super::days_from_civil(year.into(), month.into(), day.into());
                assert_eq!(super::day_number(year, month, day), wide, "{year}-{month}-{day}");
            }
        }
    }

    #[test]
    fn the_short_way_says_what_the_long_one_says() {
        let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
        for text in [
            "2023-03-01T09:00:00",
            "2023-03-01 09:00:00Z",
            "2021-04-08T19:34:12.000Z",
            "2021-04-08T19:34:12.9Z",
            "2021-04-08T19:34:12.123456789+02:00",
            "2021-04-08T23:59:60-0530",
            "2024-02-29T00:00:00+00:00",
            "Wed Mar 01 09:00:00 +0000 2023",
            "Thu Feb 29 23:59:59 -0800 2024",
        ] {
            let moment = read(text.as_bytes());
            assert!(moment.is_some(), "{text}");
            assert_eq!(moment, written::read(text, style), "{text}");
        }
        for text in [
            "2023-02-29T09:00:00Z",
            "2023-13-01T09:00:00Z",
            "2023-03-01T24:00:00Z",
            "2023-03-01T09:00:00.Z",
            "2023-03-01T09:00:00+99:00",
            "2023-03-01T09:00:00 EST",
            "Wed Foo 01 09:00:00 +0000 2023",
            "Wed Mar 32 09:00:00 +0000 2023",
            "0000-03-01T09:00:00",
            "",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
