//! The lexicons: VADER's for English, vaderSentiment-fr's for French (both MIT, see `lexicon/NOTICE.txt`), as packed
//! by `scripts/lexicons.mjs`.

/// Licence and authors of the lexicons.
pub const NOTICE: &str = include_str!("lexicon/NOTICE.txt");

const EN: &str = include_str!("lexicon/en.txt");
const FR: &str = include_str!("lexicon/fr.txt");
/// French words whose value in the translation is not that of the word as posts use it (`adore` +0.7, `part` +1.8,
/// `roman` +1.3): our own values, in tenths; 0 takes a word out.
const OWN_FR: &str = include_str!("lexicon/own.txt");
const EMOJI: &str = include_str!("lexicon/emoji.txt");
const EMOTICONS: &str = include_str!("lexicon/emoticons.txt");

/// Emoji that the lexicon has no word for, or reads word by word against their meaning (`💔` is no good heart): our
/// own values, in tenths.
const MORE_EMOJI: &str = "👍 15 👎 -15 👏 15 💪 10 🙏 5 👌 15 🙌 15 💔 -20 🔥 10 ✨ 10 🏆 15 🤩 20 🤮 -25 🤢 -20 🤬 -27 \
    😡 -23 🙄 -10 😒 -12 😤 -10 😭 -15 😱 -15 🖕 -25 💩 -15 🤦 -10 🥇 15 😋 15 🤤 15 😏 3 🫶 25 🤍 32 🤎 32";

/// English words with their valences in tenths.
pub fn english(found: impl FnMut(&str, i8)) {
    unpack(EN, found);
}

/// French words with their valences in tenths.
pub fn french(mut found: impl FnMut(&str, i8)) {
    unpack(FR, &mut found);
    pairs(OWN_FR, found);
}

/// Emoji and emoticons with their valences in tenths.
pub fn faces(mut found: impl FnMut(&str, i8)) {
    [EMOTICONS, EMOJI, MORE_EMOJI].into_iter().for_each(|list| pairs(list, &mut found));
}

/// Reads a list of words, each followed by its value.
fn pairs(list: &str, mut found: impl FnMut(&str, i8)) {
    let mut words = list.split_whitespace();
    while let (Some(word), Some(tenths)) = (words.next(), words.next()) {
        found(word, tenths.parse().unwrap_or(0));
    }
}

/// Reads a packed list: words that share their first letters with the one above, then a character a word.
fn unpack(packed: &str, mut found: impl FnMut(&str, i8)) {
    let (words, values) = packed.split_once("\n\n").unwrap_or((packed, ""));
    let mut word = String::new();
    for (line, value) in words.lines().zip(values.bytes()) {
        let mut rest = line.chars();
        let shared = rest.next().and_then(|digit| digit.to_digit(36)).unwrap_or(0);
        word.truncate(shared as usize);
        word.push_str(rest.as_str());
        found(&word, (i16::from(value) - 80) as i8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn lists_are_whole() {
        for (list, length, first, last, known) in
            [(EN, 7207, "aas", "zzz", ("good", 19)), (FR, 8312, "abandon", "zut", ("excellent", 27))]
        {
            let mut words: Vec<(String, i8)> = Vec::new();
            unpack(list, |word, tenths| words.push((word.to_owned(), tenths)));
            assert_eq!(words.len(), length);
            assert!(words.is_sorted_by(|a, b| a.0 < b.0));
            assert!(words.iter().all(|(w, v)| fold(w) == *w && *v != 0 && (-40..=40).contains(v)));
            assert_eq!((words[0].0.as_str(), words[length - 1].0.as_str()), (first, last));
            let value = words.iter().find(|(w, _)| w == known.0).map(|(_, v)| *v);
            assert_eq!(value, Some(known.1), "{}", known.0);
        }
    }

    #[test]
    fn faces_are_as_the_tokeniser_gives_them() {
        let mut count = 0;
        faces(|face, tenths| {
            count += 1;
            assert!(tenths != 0 && face.to_lowercase() == face, "{face}");
            assert!(!face.contains(['\u{fe0f}', '\u{200d}']), "{face}");
        });
        assert!(count > 140);
    }

    #[test]
    fn notice_names_both() {
        for word in ["C.J. Hutto", "vaderSentiment-fr", "MIT License", "THE SOFTWARE IS PROVIDED"] {
            assert!(NOTICE.contains(word), "{word}");
        }
    }
}
