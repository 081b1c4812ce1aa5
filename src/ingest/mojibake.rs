//! Undoes text that was encoded twice: `ZoÃ©` for `Zoé`, `â€™` for `’`, `ðŸ˜€` for 😀.
//!
//! UTF-8 bytes were read as Latin-1 or windows-1252, character by character, and encoded again. Meta's downloads are
//! made so throughout, and spreadsheets make it of any export. A text is mended only as a whole: when every character
//! of it that is not ASCII belongs to such a sequence, and what comes out is plausible.

/// Text may be encoded twice, and that again; more than three times was never met.
const TIMES: usize = 3;

/// Mends a text that was encoded twice (or more often). `None` when it is to be left as it is.
pub fn repair(text: &str) -> Option<String> {
    let mut mended = once(text)?;
    for _ in 1..TIMES {
        match once(&mended) {
            Some(again) => mended = again,
            None => break,
        }
    }
    Some(mended)
}

/// Whether UTF-8 text holds the beginnings of such a sequence: what decides whether a record is looked at at all.
pub fn suspect(utf8: &[u8]) -> bool {
    memchr::memchr_iter(0xC3, utf8).any(|at| {
        // U+00C2 to U+00F4, then a character that stands for a byte of 0x80 to 0xBF. `Ã` may have lost it to a blank.
        let next = (utf8.get(at + 1), utf8.get(at + 2));
        matches!(next, (Some(0x82..=0xB4), Some(0xC2 | 0xC5 | 0xC6 | 0xCB | 0xE2)))
            || matches!(next, (Some(0x83), None | Some(b' ')))
    })
}

/// Whether some of many texts that lie one after the other may be [`suspect`], told without knowing where each ends.
pub fn may_hold(utf8: &[u8]) -> bool {
    // Three slices, each a byte further, and no way out before the end of a block: so the compiler compares many bytes
    // at a time.
    let found = |block: &[u8], second: &[u8], third: &[u8]| {
        block.iter().zip(second).zip(third).fold(false, |found, ((&a, &b), &c)| {
            let sign = (c == 0xC2) | (c == 0xC5) | (c == 0xC6) | (c == 0xCB) | (c == 0xE2);
            found | ((a == 0xC3) & (((b.wrapping_sub(0x82) <= 0x32) & sign) | ((b == 0x83) & (c < 0x80))))
        })
    };
    // What asks less, and finds more: most blocks hold not even that.
    let likely = |block: &[u8], second: &[u8], third: &[u8]| {
        block.iter().zip(second).zip(third).fold(false, |found, ((&a, &b), &c)| {
            found | ((a == 0xC3) & (((c >= 0xC2) & (c != 0xC3)) | (b == 0x83)))
        })
    };
    let rest = |from: usize| utf8.get(from..).unwrap_or(&[]);
    let blocks = utf8.chunks(1 << 12).zip(rest(1).chunks(1 << 12)).zip(rest(2).chunks(1 << 12));
    utf8.ends_with(&[0xC3, 0x83]) || blocks.into_iter().any(|((a, b), c)| likely(a, b, c) && found(a, b, c))
}

fn once(text: &str) -> Option<String> {
    if text.is_ascii() || !suspect(text.as_bytes()) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    // Sequences that are signs of double encoding by themselves, and whether two weaker ones touch each other.
    let (mut strong, mut weak_before, mut pairs) = (0, false, 0);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii() {
            let length = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            weak_before = false;
            continue;
        }
        let Some((character, length)) = sequence(rest) else {
            // `Ã` before a blank was an `à` whose unbreakable blank became a plain one.
            out.push(lost_blank(rest)?);
            rest = &rest[first.len_utf8()..];
            rest = rest.strip_prefix(' ').unwrap_or(rest);
            continue;
        };
        match weight(character)? {
            Weight::Strong => strong += 1,
            Weight::Weak => {
                pairs += usize::from(weak_before);
                weak_before = true;
            }
        }
        out.push(character);
        rest = &rest[length..];
    }
    (strong > 0 || pairs > 0).then_some(out)
}

/// The character that the first ones stand for when taken as bytes of UTF-8, and the length they have now.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0u8; 4];
    let mut length = 0;
    let mut wanted = 1;
    for (at, c) in text.chars().enumerate().take(4) {
        bytes[at] = byte_of(c)?;
        length += c.len_utf8();
        if at == 0 {
            wanted = match bytes[0] {
                0xC2..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xF4 => 4,
                _ => return None,
            };
        }
        if at + 1 == wanted {
            let character = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
            return Some((character, length));
        }
    }
    None
}

fn lost_blank(text: &str) -> Option<char> {
    let rest = text.strip_prefix('\u{c3}')?;
    (rest.is_empty() || rest.starts_with(' ')).then_some('à')
}

/// The byte that was read as that character: its own number in Latin-1, or its place in windows-1252.
fn byte_of(c: char) -> Option<u8> {
    /// Characters of 0x80 to 0x9F in windows-1252; five places are empty, and stay themselves.
    const SPECIAL: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match u32::from(c) {
        code @ 0x80..=0xFF => u8::try_from(code).ok(),
        _ => SPECIAL.iter().position(|&s| s == c).map(|at| 0x80 + at as u8),
    }
}

enum Weight {
    Strong,
    Weak,
}

/// How much a character that came out says. `None`: it is no character of people's texts, so neither was the sequence
/// one (`É ` in "CAFÉ !" with an unbreakable blank would become a phonetic sign).
fn weight(character: char) -> Option<Weight> {
    Some(match u32::from(character) {
        // Accents, signs, punctuation, emoji: what Western texts hold beyond ASCII.
        0xA0..=0xFF
        | 0x152..=0x153
        | 0x2010..=0x2044
        | 0x20AC
        | 0x2122
        | 0x2190..=0x27BF
        | 0x1F000..=0x1FAFF => Weight::Strong,
        // Other scripts, whose letters come in rows, and what a text encoded three times is made of.
        0x80..=0x9F
        | 0x100..=0x17F
        | 0x192
        | 0x2C6
        | 0x2DC
        | 0x300..=0x45F
        | 0x5D0..=0x6FF
        | 0x900..=0xEFF
        | 0x10A0..=0x10FF
        | 0x1E00..=0x1FFF
        | 0x2000..=0x2BFF
        | 0x3000..=0x9FFF
        | 0xAC00..=0xD7A3
        | 0xFE00..=0xFE0F
        | 0xFF00..=0xFFEF
        | 0x1D400..=0x1D7FF
        | 0xE0000..=0xE007F => Weight::Weak,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_texts_may_hold_what_one_of_them_does() {
        for text in ["Zoé, œuvre ’ – 😀", "plain", "", "É", "a\u{c3}"] {
            for tail in ["", "\n", ","] {
                let all = format!("{}{text}{tail}", "x".repeat(4_093));
                assert!(may_hold(all.as_bytes()) || !suspect(text.as_bytes()), "{text}");
            }
        }
        for text in ["ZoÃ©", "â€™ Ã ", "ðŸ˜€ Ã‰"] {
            for before in [0, 4_090, 4_093, 4_094, 4_095, 4_096] {
                let all = format!("{}{text}\n", "x".repeat(before));
                assert!(suspect(text.as_bytes()) && may_hold(all.as_bytes()), "{text} {before}");
            }
        }
        assert!(!may_hold("Zoé, œuvre ’ – 😀\n".repeat(1_000).as_bytes()));
    }

    /// What becomes of a text whose UTF-8 is read as windows-1252.
    fn broken(text: &str) -> String {
        text.bytes()
            .map(|b| {
                let mut one = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[b]).0.into_owned();
                one.pop().unwrap()
            })
            .collect()
    }

    #[test]
    fn texts_encoded_twice_are_mended() {
        assert_eq!(repair("ZoÃ©").as_deref(), Some("Zoé"));
        assert_eq!(repair("Zo\u{c3}\u{83}\u{c2}\u{a9}").as_deref(), Some("Zoé"), "three times");
        assert_eq!(repair("lâ€™Ã©tÃ©").as_deref(), Some("l’été"));
        for text in [
            "déjà vu",
            "l’été « chaud »",
            "été 😀 ❤️ ok",
            "Привет, мир",
            "مرحبا",
            "日本語",
            "œuvre – 5 €",
            "ĄŻŁ i ść",
            "𝗧𝗖𝗛𝗔𝗧",
        ] {
            assert_eq!(repair(&broken(text)).as_deref(), Some(text), "{}", broken(text));
            assert_eq!(repair(&broken(&broken(text))).as_deref(), Some(text));
        }
        // Meta's downloads: every byte is the character of its number.
        let meta: String = "Crème brûlée à 😀".bytes().map(char::from).collect();
        assert_eq!(repair(&meta).as_deref(), Some("Crème brûlée à 😀"));
    }

    #[test]
    fn an_unbreakable_blank_that_became_a_plain_one() {
        assert_eq!(repair("dÃ©jÃ  lÃ ").as_deref(), Some("déjà là"));
        assert_eq!(repair("dÃ©jÃ").as_deref(), Some("déjà"));
    }

    #[test]
    fn sound_texts_are_left_alone() {
        for text in [
            "plain",
            "Zoé",
            "déjà vu",
            "CAFÉ\u{a0}!",
            "QUALITÉ\u{a0}: «\u{a0}CAFÉ\u{a0}»",
            "CAFÉ’S",
            "FIANCÉ”",
            "CAFÉ®",
            "le café\u{a0}»",
            "Spaß“",
            "SÃO PAULO",
            "AÇÃO",
            "É",
            "Ã",
            "Ã bientôt",
            "été 😀",
            "Привет",
            "50 Â£ et été",
            "naïve café – 5 €",
            "Â",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_suspected_covers_what_is_mended() {
        for text in ["é", "à", "’", "😀", "п", "日", "œ"] {
            assert!(suspect(broken(text).as_bytes()), "{text}");
        }
        assert!(!suspect("été à la plage".as_bytes()));
    }
}
