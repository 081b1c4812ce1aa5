//! Words of dates in the languages that exports are made in: months, days of the week, zones, "two hours ago".

use std::borrow::Cow;

/// Lower case, without accents.
pub fn fold(word: &str) -> Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Owned(word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect())
}

fn listed(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|w| w == word)
}

/// English, French, Spanish, German, Portuguese, Italian and Dutch names and their short forms, folded.
const MONTHS: [&str; 12] = [
    "jan january janv janvier ene enero januar janner janeiro gen gennaio januari",
    "feb february fev fevr fevrier febrero februar fevereiro febbraio februari",
    "mar march mars marzo marz maerz mrz marco maart mrt",
    "apr april avr avril abr abril aprile",
    "may mai mayo maio mag maggio mei",
    "jun june juin junio juni junho giu giugno",
    "jul july juil juillet julio juli julho lug luglio",
    "aug august aou aout ago agosto augustus",
    "sep sept september septembre septiembre setiembre set setembro settembre",
    "oct october octobre octubre okt oktober out outubro ott ottobre",
    "nov november novembre noviembre novembro",
    "dec december decembre dic diciembre dez dezember dezembro dicembre",
];

/// The number of a month, from 1.
pub fn month(word: &str) -> Option<i8> {
    MONTHS.iter().zip(1..).find(|(words, _)| listed(words, word)).map(|(_, month)| month)
}

/// Whether a word is a day of the week. `mar`, a Tuesday in French and Spanish, is taken for March first.
pub fn weekday(word: &str) -> bool {
    const DAYS: &str = "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday \
        sun sunday lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche lunes martes mie \
        miercoles jue jueves vie viernes sab sabado dom domingo mo montag di dienstag mi mittwoch do donnerstag fr \
        freitag sa samstag sonnabend so sonntag seg segunda ter terca qua quarta qui quinta sex sexta feira";
    listed(DAYS, word)
}

/// Words between the parts of a date that say nothing.
pub fn filler(word: &str) -> bool {
    const FILLERS: &str = "t at a as le la las de del do da the of on um uhr h min mn st nd rd th er o \u{ba} \u{aa} e y et and";
    listed(FILLERS, word)
}

/// Offset in seconds of the zone names that exports really write.
pub fn zone_offset(name: &str) -> Option<i32> {
    const HOUR: i32 = 3600;
    Some(match name {
        "z" | "utc" | "gmt" | "wet" => 0,
        "bst" | "west" | "cet" | "mez" | "wat" => HOUR,
        "cest" | "mesz" | "eet" | "sast" | "cat" => 2 * HOUR,
        "eest" | "msk" | "eat" | "trt" => 3 * HOUR,
        "gst" => 4 * HOUR,
        "pkt" => 5 * HOUR,
        "ist" => 5 * HOUR + HOUR / 2,
        "wib" => 7 * HOUR,
        "sgt" | "hkt" | "awst" => 8 * HOUR,
        "jst" | "kst" => 9 * HOUR,
        "aest" => 10 * HOUR,
        "aedt" => 11 * HOUR,
        "nzst" => 12 * HOUR,
        "nzdt" => 13 * HOUR,
        "brt" | "adt" => -3 * HOUR,
        "ast" | "edt" => -4 * HOUR,
        "est" | "cdt" => -5 * HOUR,
        "cst" | "mdt" => -6 * HOUR,
        "mst" | "pdt" => -7 * HOUR,
        "pst" | "akdt" => -8 * HOUR,
        "akst" => -9 * HOUR,
        "hst" => -10 * HOUR,
        _ => return None,
    })
}

/// Whether a cell counts back from a moment it does not tell: `2w`, `il y a 2 h`, `3 days ago`, `hier`.
pub fn is_relative(cell: &str) -> bool {
    const STARTS: [&str; 7] =
        ["il y a ", "hace ", "vor ", "ha ", "a l'instant", "a l\u{2019}instant", "just now"];
    const DAYS: &str = "now today yesterday hier aujourd'hui aujourd\u{2019}hui avant-hier ayer hoy anteayer gestern \
        heute vorgestern ontem hoje maintenant";
    const UNITS: &str = "s sec secs second seconds seconde secondes sekunden segundos m min mins mn minute minutes \
        minuten minutos h hr hrs hour hours heure heures stunde stunden hora horas std d day days j jour jours tag \
        tage dia dias w wk wks week weeks sem semaine semaines woche wochen semana semanas mo mos month months mois \
        monat monate mes meses y yr yrs year years a an ans ano anos jahr jahre";
    let cell = cell.trim();
    // A date in numbers, as most are: none of these words begins with a digit, and no unit with a mark.
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let numeric = digits > 0 && matches!(cell.as_bytes().get(digits), Some(b'-' | b'/' | b':'));
    if cell.len() > 40 || numeric {
        return false;
    }
    let cell = fold(cell);
    let first = cell.split([' ', ',', '\u{a0}', '\u{202f}']).next().unwrap_or("");
    if STARTS.iter().any(|start| cell.starts_with(start)) || listed(DAYS, first) {
        return true;
    }
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = cell.split_at(digits);
    let mut words = rest.split_whitespace();
    let (Some(unit), last) = (words.next(), words.next()) else { return false };
    let backwards = matches!(last, None | Some("ago" | "atras" | "ago."));
    (1..=4).contains(&number.len()) && listed(UNITS, unit.trim_end_matches('.')) && backwards
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_counted_back() {
        for cell in [
            "2w",
            "il y a 2 h",
            "3 days ago",
            "Hier",
            "Hier à 9:00",
            "5 h",
            "hace 2 días",
            "vor 3 Stunden",
            "1 an",
            "há 2 dias",
            "just now",
            "Yesterday, 9:00",
        ] {
            assert!(is_relative(cell), "{cell}");
        }
        for cell in ["2024", "5 mars", "2024-03-01", "demain", "", "12345 h", "hierarchy", "5 fans"] {
            assert!(!is_relative(cell), "{cell}");
        }
    }

    #[test]
    fn no_month_stands_twice() {
        let mut words: Vec<&str> = MONTHS.iter().flat_map(|m| m.split_ascii_whitespace()).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
