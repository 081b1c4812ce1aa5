//! Stop words: short lists of French and English words that say nothing of a subject.
//!
//! Kept short on purpose: articles, pronouns, prepositions, conjunctions, auxiliaries, and the marks that platforms add
//! to posts (`rt`, `via`, `amp`). All are folded and of at most 8 bytes, which makes a look-up one multiplication and,
//! almost always, one comparison.

const FRENCH: &str = "a ai aie ait alors apres as au aucun aussi autre autres aux avait avant avec avez avoir avons bien c \
    ca car ce ceci cela celle ces cet cette ceux chaque chez ci comme d dans de des deja depuis donc dont du elle elles en \
    encore entre es est et etait etaient ete etes etre eu eux fait faire font fut il ils j je jusque l la le les leur leurs \
    lors lui m ma mais me meme memes mes moi moins mon n ne ni nos notre nous on ont ou par parce pas peu peut peux plus \
    pour pourquoi puis qu quand que quel quelle quels qui quoi s sa sans se selon sera serait ses si soi soit son sont sous \
    suis sur t ta tant te tes toi ton tous tout toute toutes tres tu un une va vers voici voila vos votre vous y y'a";

const ENGLISH: &str = "about after again all also am an and any are at be because been before being but by can cannot could \
    did do does doing don't down for from had has have having he her here hers him his how i i'm if in into is isn't it it's \
    its just me more most my no nor not now of off once only or other our out over own same she should so some such than \
    that the their them then there these they this those through to too under until up very was we were what when where \
    which while who whom why will with would you your yours";

const PLATFORM: &str = "rt via amp";

const SLOTS: usize = 2048;

static TABLE: [u64; SLOTS] = build();

/// Whether a folded word is a French or English stop word.
///
/// ```
/// use sillage::text::is_stop_word;
/// assert!(is_stop_word("etait") && is_stop_word("the") && is_stop_word("rt"));
/// assert!(!is_stop_word("cafe"));
/// ```
#[inline]
pub fn is_stop_word(word: &str) -> bool {
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > 8 {
        return false;
    }
    let mut packed = [0; 8];
    packed[..bytes.len()].copy_from_slice(bytes);
    let key = u64::from_le_bytes(packed);
    let mut slot = slot_of(key);
    while TABLE[slot] != 0 {
        if TABLE[slot] == key {
            return true;
        }
        slot = (slot + 1) % SLOTS;
    }
    false
}

const fn slot_of(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53) as usize
}

const fn build() -> [u64; SLOTS] {
    let mut table = [0; SLOTS];
    let lists = [FRENCH.as_bytes(), ENGLISH.as_bytes(), PLATFORM.as_bytes()];
    let mut l = 0;
    while l < lists.len() {
        let list = lists[l];
        let (mut key, mut length, mut i) = (0_u64, 0, 0);
        while i <= list.len() {
            if i < list.len() && list[i] != b' ' {
                assert!(length < 8, "a stop word has at most 8 bytes");
                key |= (list[i] as u64) << (8 * length);
                length += 1;
            } else if length > 0 {
                let mut slot = slot_of(key);
                while table[slot] != 0 && table[slot] != key {
                    slot = (slot + 1) % SLOTS;
                }
                table[slot] = key;
                (key, length) = (0, 0);
            }
            i += 1;
        }
        l += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_listed_word_and_no_other() {
        for word in [FRENCH, ENGLISH, PLATFORM].iter().flat_map(|list| list.split_whitespace()) {
            assert!(is_stop_word(word), "{word}");
            assert_eq!(fold(word), word);
        }
        for word in
            ["", "cafe", "glace", "marque", "aujourd'hui", "lee", "theo", "elleelle", "extraordinaire"]
        {
            assert!(!is_stop_word(word), "{word}");
        }
    }
}
