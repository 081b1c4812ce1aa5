//! The language of an account: that of its file, or else the one its posts are written in.
//!
//! A file's own language column is believed (majority of an account's posts). Without one, function words decide where
//! they are clear: of the account's longest posts, at least 3 function words of French or English and three times as
//! many as of the other. Otherwise trigrams do ([`whatlang`]), with a list of allowed languages, on each of those posts;
//! each votes with its length. Below 3 words in all the language stays unknown.

use super::known::{IN_ENGLISH, IN_FRENCH, Known};
use super::tokens::{TokenKind, Tokenizer};
use super::tone::Tongue;
use whatlang::{Detector, Lang};

/// Posts of an account that vote.
pub const VOTERS: usize = 3;
/// Bytes of a post that are looked at.
const LOOKED_AT: usize = 600;
/// Words below which nothing is said.
const WORDS: u32 = 3;

/// Languages that are told apart, and their codes (ISO 639-1).
const ALLOWED: [(Lang, &str); 22] = [
    (Lang::Fra, "fr"),
    (Lang::Eng, "en"),
    (Lang::Spa, "es"),
    (Lang::Deu, "de"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Nld, "nl"),
    (Lang::Cat, "ca"),
    (Lang::Pol, "pl"),
    (Lang::Tur, "tr"),
    (Lang::Swe, "sv"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Ara, "ar"),
    (Lang::Pes, "fa"),
    (Lang::Heb, "he"),
    (Lang::Ell, "el"),
    (Lang::Hin, "hi"),
    (Lang::Cmn, "zh"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Tha, "th"),
];

/// Function words of French that are none of English, Spanish, Italian, Portuguese, Catalan, German or Dutch.
pub(super) const FRENCH: &str = "et est pour pas avec nous vous mais ont sont etre cette aux au je ils elle elles tout tous \
    leur leurs aussi donc avoir faire tres moi toi ces cet quand sans alors apres avant parce toujours jamais rien deja \
    votre notre c'est qu'il dans depuis ici peu peut plus chaque chez ainsi lorsque aujourd'hui etait etaient avons avez \
    sommes suis fait vos quel quelle quels quelles tant trop celle celui ceux";

/// Function words of English that are none of the others.
pub(super) const ENGLISH: &str = "the and of to is for you with this that are have was it's i'm don't not but they their there \
    what when which who will would could should from your about been because can't didn't does doing has had how into \
    just my our out than them then these those very were where while why we're you're i've isn't";

/// Function words of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FunctionWords {
    /// Of French and not of English.
    pub french: u32,
    /// Of English and not of French.
    pub english: u32,
}

impl FunctionWords {
    /// Counts a word.
    #[inline]
    pub fn add(&mut self, flags: u8) {
        match flags & (IN_FRENCH | IN_ENGLISH) {
            IN_FRENCH => self.french += 1,
            IN_ENGLISH => self.english += 1,
            _ => {}
        }
    }

    /// The language that they show, when they are clear.
    pub fn tongue(self) -> Option<Tongue> {
        let clear = |own: u32, other: u32| own >= 3 && own >= 3 * other;
        if clear(self.french, self.english) {
            Some(Tongue::French)
        } else if clear(self.english, self.french) {
            Some(Tongue::English)
        } else {
            None
        }
    }
}

/// Tells languages.
pub struct Detection {
    detector: Detector,
    tokenizer: Tokenizer,
    plain: String,
}

impl std::fmt::Debug for Detection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Detection").finish_non_exhaustive()
    }
}

impl Default for Detection {
    fn default() -> Self {
        Detection::new()
    }
}

impl Detection {
    /// Ready to tell.
    pub fn new() -> Detection {
        let allowed = ALLOWED.iter().map(|(lang, _)| *lang).collect();
        Detection {
            detector: Detector::with_allowlist(allowed),
            tokenizer: Tokenizer::new(),
            plain: String::new(),
        }
    }

    /// Code of the language that texts of one author are written in; `None` when they cannot tell.
    ///
    /// ```
    /// use sillage::text::language::Detection;
    /// let mut detection = Detection::new();
    /// assert_eq!(detection.of(&["Je suis allé au marché avec ma sœur", "Trop bien !"]), Some("fr"));
    /// assert_eq!(detection.of(&["El perro corre por la calle con su dueño"]), Some("es"));
    /// assert_eq!(detection.of(&["ok https://example.org @marie"]), None);
    /// ```
    pub fn of(&mut self, texts: &[&str]) -> Option<&'static str> {
        let known = Known::table();
        let mut count = FunctionWords::default();
        let mut words = 0;
        let mut votes = [0_u32; ALLOWED.len()];
        for text in texts {
            let text = head(text);
            self.tokenizer.each(text, |token| {
                if token.kind == TokenKind::Word {
                    words += 1;
                    count.add(known.get(token.text).flags);
                }
            });
        }
        match count.tongue() {
            Some(Tongue::French) => return Some("fr"),
            Some(Tongue::English) => return Some("en"),
            _ => {}
        }
        // Scripts without spaces make words of single letters; others need a few words.
        if words < WORDS {
            return None;
        }
        for text in texts {
            self.plain.clear();
            let (text, plain) = (head(text), &mut self.plain);
            self.tokenizer.each(text, |token| {
                if token.kind == TokenKind::Word {
                    plain.push_str(&text[token.start..token.end]);
                    plain.push(' ');
                }
            });
            let Some(lang) = self.detector.detect_lang(&self.plain) else { continue };
            if let Some(at) = ALLOWED.iter().position(|(allowed, _)| *allowed == lang) {
                votes[at] = votes[at].saturating_add(self.plain.len() as u32);
            }
        }
        let best = votes.iter().copied().max().filter(|votes| *votes > 0)?;
        votes.iter().position(|votes| *votes == best).map(|at| ALLOWED[at].1)
    }
}

/// The first bytes of a text, up to a whole character.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(LOOKED_AT)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_in_each() {
        let mut detection = Detection::new();
        for (code, text) in [
            ("fr", "Nous avons visité le musée avec des amis"),
            ("fr", "superbe exposition photographique, magnifique lumière"),
            ("en", "We went to the museum with some friends"),
            ("es", "Fuimos al museo con unos amigos y comimos helado"),
            ("de", "Wir waren gestern mit Freunden im Museum"),
            ("it", "Siamo andati al museo con degli amici ieri sera"),
            ("pt", "Fomos ao museu com alguns amigos e não gostamos"),
            ("nl", "Wij gingen gisteren met vrienden naar het museum"),
            ("ru", "Мы ходили в музей с друзьями"),
            ("ja", "友達と美術館に行きました"),
            ("ko", "우리는 친구들과 박물관에 갔다"),
            ("ar", "ذهبنا إلى المتحف مع الأصدقاء"),
            ("el", "Πήγαμε στο μουσείο με φίλους"),
        ] {
            assert_eq!(detection.of(&[text]), Some(code), "{text}");
        }
    }

    #[test]
    fn too_little_is_unknown() {
        let mut detection = Detection::new();
        for texts in
            [&[][..], &[""], &["ok"], &["merci 🙏🙏🙏"], &["@a @b @c #d"], &["https://lemonde.fr/un/deux"]]
        {
            assert_eq!(detection.of(texts), None, "{texts:?}");
        }
    }

    #[test]
    fn hostile_texts() {
        let mut detection = Detection::new();
        let word = "é".repeat(250_000);
        assert_eq!(detection.of(&[&word]), None);
        let marks = "\u{301}".repeat(10_000);
        assert_eq!(detection.of(&[&marks, "\u{202e}\u{200f}"]), None);
    }
}
