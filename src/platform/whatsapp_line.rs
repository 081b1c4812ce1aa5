//! One line of a WhatsApp chat: the moment that it begins with, and who signs it.

use crate::model::Millis;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The moment that a line begins with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The three numbers of the date, in the order of the line.
    pub date: [u32; 3],
    /// Whether the first number is a year.
    pub year_first: bool,
    /// Whether the hour counts to twelve only.
    pub twelve_hours: bool,
    clock: [u32; 3],
}

impl Moment {
    /// Milliseconds since 1970, and whether day and month had to change places. The zone is not told: UTC.
    pub fn millis(&self, day_first: bool) -> Option<(Millis, bool)> {
        let [a, b, c] = self.date;
        let (year, month, day, swapped) = if self.year_first {
            (a, b, c, false)
        } else {
            let (day, month) = if day_first { (a, b) } else { (b, a) };
            if month > 12 && day <= 12 { (c, day, month, true) } else { (c, month, day, false) }
        };
        let year = if year < 100 { 2000 + year } else { year };
        let small = |n: u32| i8::try_from(n).ok();
        let [hour, minute, second] = self.clock;
        let year = i16::try_from(year).ok()?;
        let moment = DateTime::new(
            year,
            small(month)?,
            small(day)?,
            small(hour)?,
            small(minute)?,
            small(second.min(59))?,
            0,
        );
        let millis = Offset::UTC.to_timestamp(moment.ok()?).ok()?.as_millisecond();
        Some((millis, swapped))
    }
}

/// Marks of direction and blanks that these exports strew about.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

/// A line that begins a message: its moment, and what follows it.
pub fn begin(line: &str) -> Option<(Moment, &str)> {
    let line = line.trim_start_matches(is_blank);
    let (rest, bracket) = match line.strip_prefix('[') {
        Some(rest) => (rest, true),
        None => (line, false),
    };
    let (a, first_length, rest) = number(rest)?;
    let (b, _, rest) = number(part(rest)?)?;
    let (c, last_length, rest) = number(part(rest)?)?;
    let year_first = first_length == 4;
    if !(year_first && last_length <= 2 || first_length <= 2 && matches!(last_length, 2 | 4)) {
        return None;
    }
    let rest = rest.trim_start_matches(['.', ',', '일']).trim_start_matches(is_blank);
    // `12/09/2020 à 23:55`
    let word = rest.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    let (before, rest) = if word <= 12 { rest.split_at(word) } else { return None };
    let rest = rest.trim_start_matches(is_blank);
    let (hour, _, rest) = number(rest).filter(|(_, length, _)| *length <= 2)?;
    let rest = rest.strip_prefix([':', '.', 'h'])?;
    let (minute, _, mut rest) = number(rest).filter(|(_, length, _)| *length == 2)?;
    let mut second = 0;
    if let Some((found, 2, after)) = rest.strip_prefix([':', '.']).and_then(number) {
        (second, rest) = (found, after);
    }
    let (afternoon, rest) = half(rest, before);
    let rest = if bracket {
        rest.trim_start_matches(is_blank).strip_prefix(']')?
    } else {
        let dashed = rest.trim_start_matches(is_blank).strip_prefix(['-', '–']);
        // `오후 3:04, 이름 : 네`
        dashed.or_else(|| rest.strip_prefix(',').filter(|_| line.contains('년')))?
    };
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24 && minute < 60).then_some(())?;
    let moment = Moment {
        date: [a, b, c],
        year_first,
        twelve_hours: afternoon.is_some(),
        clock: [hour, minute, second],
    };
    // Nothing of the text may be lost but the blank that parts it.
    Some((moment, rest.strip_prefix(' ').unwrap_or(rest)))
}

/// What follows the mark behind a part of a date: `2023년 1월 5일` has a word behind each.
fn part(rest: &str) -> Option<&str> {
    rest.strip_prefix(['/', '.', '-', '년', '월']).map(|rest| rest.trim_start_matches(' '))
}

/// A number, how many digits it has, and what follows.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let end = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&end).then_some(())?;
    Some((text[..end].parse().ok()?, end, &text[end..]))
}

/// Which half of the day: `PM`, `p.m.`, `p. m.`, 下午; `before` stands before the hour.
fn half<'t>(text: &'t str, before: &str) -> (Option<bool>, &'t str) {
    match before {
        "上午" | "午前" | "오전" => return (Some(false), text),
        "下午" | "午後" | "오후" => return (Some(true), text),
        _ => {}
    }
    let rest = text.trim_start_matches(is_blank);
    let afternoon = match rest.chars().next() {
        Some('p' | 'P') => true,
        Some('a' | 'A') => false,
        _ => return (None, text),
    };
    let rest = rest[1..].trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    match rest.strip_prefix(['m', 'M']) {
        Some(rest) => (Some(afternoon), rest.strip_prefix('.').unwrap_or(rest)),
        None => (None, text),
    }
}

/// Who signs a message, and what it says. `None`: the application speaks.
pub fn signed(text: &str) -> Option<(&str, &str)> {
    let (name, said) = text.split_once(':')?;
    let said = said.strip_prefix(' ').unwrap_or(said);
    let name = name.trim_matches(|c: char| is_blank(c) || c == '~');
    // The application quotes names and titles; people do not bear quotes.
    let quotes = name.contains(['"', '“', '”', '«', '»', '„']);
    (!name.is_empty() && name.chars().count() <= 80 && !quotes).then_some((name, said))
}

/// The notice that every chat begins with, in the languages of most users.
pub fn is_notice(text: &str) -> bool {
    const SAYS: [&str; 15] = [
        "end-to-end encrypted",
        "chiffrés de bout en bout",
        "Ende-zu-Ende",
        "cifrados de extremo a extremo",
        "criptografia de ponta a ponta",
        "encriptadas ponta a ponta",
        "crittografati end-to-end",
        "end-to-end versleuteld",
        "сквозным шифрованием",
        "종단간 암호화",
        "종단 간 암호화",
        "エンドツーエンド",
        "端到端加密",
        "uçtan uca şifrel",
        "zaszyfrowane w pełni",
    ];
    SAYS.iter().any(|says| text.contains(says))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str, day_first: bool) -> Option<(String, &str)> {
        let (moment, rest) = begin(line)?;
        let millis = moment.millis(day_first)?.0;
        Some((jiff::Timestamp::from_millisecond(millis).unwrap().to_string(), rest))
    }

    #[test]
    fn the_forms_of_many_countries() {
        let evening = "2020-09-12T23:55:00Z";
        for line in [
            "12/9/20, 23:55 - Léa: oui",
            "12/09/2020 23:55 - Léa: oui",
            "12/09/2020 à 23:55 - Léa: oui",
            "12.09.20, 23:55 - Léa: oui",
            "12/9/20, 11:55 PM - Léa: oui",
            "12/9/20, 11:55 p. m. - Léa: oui",
            "12/9/20, 11:55\u{202f}p.\u{a0}m. - Léa: oui",
            "\u{feff}\u{200e}[12/09/2020 23:55:00] Léa: oui",
            "[12/09/20, 11:55:00\u{202f}PM] Léa: oui",
            "[12.09.20, 23:55:00] Léa: oui",
            "2020-09-12, 23:55 - Léa: oui",
            "2020/9/12 下午11:55 - Léa: oui",
            "2020. 9. 12. 오후 11:55 - Léa: oui",
            "[2020. 9. 12. 오후 11:55:00] Léa: oui",
            "2020년 9월 12일 오후 11:55 - Léa: oui",
            "2020년 9월 12일 오후 11:55, Léa: oui",
            "12-09-2020 23.55 - Léa: oui",
        ] {
            assert_eq!(at(line, true), Some((evening.to_owned(), "Léa: oui")), "{line}");
        }
        assert_eq!(at("9/12/20, 12:05 AM - x: y", false).unwrap().0, "2020-09-12T00:05:00Z");
        assert_eq!(at("9/25/20, 12:05 - x: y", true).unwrap().0, "2020-09-25T12:05:00Z", "no 25th month");
        for line in
            ["1 - x: y", "12/9 - x", "12/9/20 - x", "12/9/20, 99:55 - x", "1.2.3 4:5", "", "[12/9/20]"]
        {
            assert_eq!(begin(line), None, "{line}");
        }
    }

    #[test]
    fn who_signs() {
        assert_eq!(signed("Léa: oui: non"), Some(("Léa", "oui: non")));
        assert_eq!(signed("~\u{202f}Omar V.: ok"), Some(("Omar V.", "ok")));
        assert_eq!(signed("\u{202a}+33 6 12 34 56 78\u{202c}: ok"), Some(("+33 6 12 34 56 78", "ok")));
        assert_eq!(signed("Léa changed the subject to \"Café: le retour\""), None);
        assert_eq!(signed("Léa added you"), None);
    }
}
