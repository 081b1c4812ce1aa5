//! Folding: lower case without accents, so that « Été » and `ete` are one word.

use unicode_normalization::char::decompose_compatible;

/// Lower-case text without accents: compatibility decomposition (NFKD) without diacritical marks, with the letters
/// that Unicode does not decompose written out (`œ` → `oe`, `æ` → `ae`, `ß` → `ss`, `ø` → `o`, `ł` → `l`…) and
/// typographic apostrophes made straight.
///
/// Vowel signs of Indic and South-East Asian scripts, kana and Hangul are left as they are: they are letters, not
/// accents. Idempotent.
///
/// ```
/// assert_eq!(sillage::text::fold("L’Œuvre d’ÉTÉ, Ångström & Straße"), "l'oeuvre d'ete, angstrom & strasse");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded text to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let b = bytes[i];
        match b {
            0..0x80 => {
                out.push(b.to_ascii_lowercase() as char);
                i += 1;
            }
            // U+00C0 to U+017F without decoding: most accented letters of European languages.
            0xc3..=0xc5 => {
                let point = usize::from(b & 0x1f) << 6 | usize::from(bytes[i + 1] & 0x3f);
                out.push_str(LATIN[point - 0xc0]);
                i += 2;
            }
            _ => {
                let Some(c) = text[i..].chars().next() else { return };
                push_folded(c, out);
                i += c.len_utf8();
            }
        }
    }
}

/// Appends one folded character: nothing for a diacritical mark, several letters for a ligature.
#[inline]
pub fn push_folded(c: char, out: &mut String) {
    match c {
        '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => out.push_str(LATIN[c as usize - 0xc0]),
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => out.push('\''),
        _ => push_other(c, out),
    }
}

#[cold]
fn push_other(c: char, out: &mut String) {
    if is_mark(c) {
        return;
    }
    if is_whole(c) {
        out.push(c);
        return;
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|&l| !is_mark(l)) {
            match lower {
                '\u{c0}'..='\u{17f}' => out.push_str(LATIN[lower as usize - 0xc0]),
                '\u{3c2}' => out.push('\u{3c3}'), // final sigma
                '\u{2018}' | '\u{2019}' | '\u{2bc}' => out.push('\''),
                _ => out.push(lower),
            }
        }
    });
}

/// Marks that fold to nothing: diacritics, Cyrillic titla, Hebrew points, Arabic vowels, variation selectors, joiners.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Kana and Hangul syllables: decomposing them would split letters, not take accents away.
fn is_whole(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Folded forms of U+00C0 to U+017F.
#[rustfmt::skip]
const LATIN: [&str; 192] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00C0
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss", // U+00D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00E0
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y", // U+00F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", // U+0100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", // U+0110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", // U+0120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", // U+0130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", // U+0140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // U+0150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", // U+0160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", // U+0170
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_and_its_neighbours() {
        assert_eq!(fold("Cœur, GARÇON, Noël, naïve, AIGUË"), "coeur, garcon, noel, naive, aigue");
        assert_eq!(fold("cafe\u{301}"), "cafe");
        assert_eq!(fold("Łódź Þór ĲSSEL ﬁn Ⅷ"), "lodz thor ijssel fin viii");
        assert_eq!(fold("ΟΔΟΣ ΌΔΟΣ"), "οδοσ οδοσ");
        assert_eq!(fold("ＡＢＣ"), "abc");
        assert_eq!(fold("ガ한국 हिन्दी"), "ガ한국 हिन्दी");
    }

    #[test]
    fn idempotent_for_every_character() {
        for c in '\0'..=char::MAX {
            let mut once = String::new();
            push_folded(c, &mut once);
            assert_eq!(fold(&once), once, "{c:?}");
            assert_eq!(fold(c.encode_utf8(&mut [0; 4])), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_has_no_context(a in "\\PC*", b in "\\PC*") {
            prop_assert_eq!(fold(&format!("{a}{b}")), fold(&a) + &fold(&b));
        }
    }
}
