//! The language of an account: that of its file, or else the one its posts are written in.
//!
//! A file's own language column is believed (majority of an account's posts). Without one, the account's longest posts
//! vote together: function words that one language alone has decide where they are clear, which is fast (two or more, and
//! three times as many as of any other of seven languages). Otherwise trigrams do ([`whatlang`]), with a list of allowed
//! languages. Below 3 words in all the language stays unknown.

use super::known::Known;
use super::tokens::{TokenKind, Tokenizer};
use whatlang::{Detector, Lang};

/// Posts of an account that are looked at.
pub const VOTERS: usize = 3;
/// Bytes of a post that are looked at, and of all posts together that trigrams are taken of.
const LOOKED_AT: usize = 300;
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

/// Function words that are of one language among these alone, folded. The order numbers them from 1.
pub(super) const FUNCTION_WORDS: [(&str, &str); 7] = [
    (
        "fr",
        "et est pour pas avec nous vous ont sont etre cette aux au je ils elle elles tout tous leur leurs aussi donc \
         avoir faire moi toi ces cet quand sans alors apres avant parce toujours jamais rien deja votre notre c'est dans \
         depuis ici peu peut chaque chez ainsi lorsque aujourd'hui etait etaient avons avez sommes suis fait quel quelle \
         quels quelles trop celle celui ceux",
    ),
    (
        "en",
        "the and to for you with this that are have it's i'm don't not but they their there what when which who will \
         would could should from your about been because can't didn't does doing has had how into just my our out than \
         them then these those very were where while why we're you're i've isn't",
    ),
    (
        "es",
        "el los las y muy pero eso ya hay sin tambien cuando donde desde hasta porque nuestra nuestro hoy gracias unos \
         unas aqui ahora siempre puede quien",
    ),
    (
        "it",
        "gli che di sono della delle dei nel nella alla anche questo questa perche degli dal dalla loro essere stato oggi \
         grazie piu cosi",
    ),
    ("pt", "em um uma nao pelo pela seu sua isso muito voce tambem com foi pra obrigado hoje ainda"),
    ("de", "der und das dem ein eine einen ist nicht mit auf fur von zu auch sich wir sie ich"),
    ("nl", "het een dat voor zijn niet ook maar naar deze heeft wordt worden"),
];

/// Function words of a text, by language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FunctionWords([u32; FUNCTION_WORDS.len() + 1]);

impl FunctionWords {
    /// Counts a word of the language with this number; 0 none.
    #[inline]
    pub fn add(&mut self, language: u8) {
        self.0[usize::from(language)] += 1;
    }

    /// Code of the language that they show, when they are clear: two words or more, and three times as many as of any
    /// other.
    pub fn language(&self) -> Option<&'static str> {
        let counts = &self.0[1..];
        let best = counts.iter().copied().max().filter(|most| *most >= 2)?;
        let at = counts.iter().position(|count| *count == best)?;
        let clear = counts.iter().enumerate().all(|(other, count)| other == at || best >= 3 * count);
        clear.then_some(FUNCTION_WORDS[at].0)
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
        let plain = &mut self.plain;
        plain.clear();
        for text in texts {
            let text = head(text);
            self.tokenizer.each(text, |token| {
                if token.kind == TokenKind::Word {
                    words += 1;
                    count.add(known.get(token.text).language);
                    if plain.len() < LOOKED_AT {
                        plain.push_str(&text[token.start..token.end]);
                        plain.push(' ');
                    }
                }
            });
        }
        // A script without spaces makes words of single letters; others need a few words.
        count.language().or_else(|| {
            let lang = (words >= WORDS).then(|| self.detector.detect_lang(plain))??;
            ALLOWED.iter().find(|(allowed, _)| *allowed == lang).map(|(_, code)| *code)
        })
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
