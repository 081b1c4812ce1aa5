//! Whether a self-description says that somebody works for a brand.
//!
//! The brand's name or handle, and a word of work in the same part of the text (parts end at `|`, `•`, `·`, `/`, a full
//! stop or a new line), at most six words before it or three after: "Community manager @Nespresso". With a word such as "ex" or "former" before it, they did. A hint for a person to check.

use super::brands::Brands;
use super::tokens::{TokenKind, Tokenizer};

/// What a self-description says of work for a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Employment {
    /// Works for it.
    Present,
    /// Worked for it.
    Past,
}

/// Words of work, folded.
const WORK: &str = "chez at work works working travaille bosse cm community manager responsable directeur directrice chef \
    cheffe charge chargee ceo cto cfo cmo coo pdg dg fondateur fondatrice cofondateur cofondatrice founder cofounder \
    president presidente vp employe employee salarie salariee equipe team staff head lead director officer engineer ingenieur \
    ingenieure developpeur developpeuse developer designer marketing communication communications rh hr recruiter \
    recruteur recruteuse vendeur vendeuse commercial commerciale sales barista stagiaire intern alternant alternante \
    consultant consultante spokesperson collaborateur collaboratrice";
/// Words of work that is over.
const PAST: &str = "ex former formerly ancien ancienne anciennement previously alumni alumnus";
/// Words before the brand, and after it, among which one of work counts.
const BEFORE: usize = 6;
const AFTER: usize = 3;

/// What `bio` says of work for the one brand of `brand`; `None` when it says nothing.
///
/// ```
/// use sillage::text::brands::Brands;
/// use sillage::text::employment::{Employment, works_for};
/// let mut brand = Brands::new([["Nespresso", "@NespressoFR"]]);
/// assert_eq!(works_for("Community manager chez Nespresso", &mut brand), Some(Employment::Present));
/// assert_eq!(works_for("ex-directrice @NespressoFR", &mut brand), Some(Employment::Past));
/// assert_eq!(works_for("Fan de Nespresso", &mut brand), None);
/// ```
pub fn works_for(bio: &str, brand: &mut Brands) -> Option<Employment> {
    // Words of the present part: whether they are of work, of the past, and the brand.
    let mut words: Vec<(bool, bool, bool)> = Vec::new();
    let (mut end, mut said) = (0, None);
    brand.begin();
    Tokenizer::new().each(bio, |token| {
        if token.kind == TokenKind::Emoji {
            return;
        }
        if token.start >= end {
            if bio[end..token.start].contains(['|', '•', '·', '/', '.', '\n', '—', ';']) {
                said = said.or(part(&words));
                words.clear();
                brand.begin();
            }
            end = token.end;
        }
        let named = brand.take(bio, token) & 1 != 0;
        let of = |list: &str| list.split_whitespace().any(|word| word == token.text);
        words.push((of(WORK), of(PAST), named));
    });
    said.or(part(&words))
}

fn part(words: &[(bool, bool, bool)]) -> Option<Employment> {
    let at = words.iter().position(|word| word.2)?;
    let before = &words[at.saturating_sub(BEFORE)..at];
    let after = &words[at..words.len().min(at + 1 + AFTER)];
    let past = before.iter().any(|word| word.1);
    let work = before.iter().chain(after).any(|word| word.0);
    match (work, past) {
        (_, true) => Some(Employment::Past),
        (true, false) => Some(Employment::Present),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bios_say() {
        let mut brand = Brands::new([["Café Joyeux", "@cafejoyeux"]]);
        let (present, past) = (Some(Employment::Present), Some(Employment::Past));
        for (bio, expected) in [
            ("CM @CafeJoyeux ☕️", present),
            ("Co-fondatrice et présidente de Café Joyeux", present),
            ("Head of sales at Café Joyeux | dad of two", present),
            ("Café Joyeux team", present),
            ("Ancien responsable de Café Joyeux. Voyages.", past),
            ("Former barista @cafejoyeux", past),
            ("CEO of Acme | I love @cafejoyeux", None),
            ("client de Café Joyeux", None),
            ("@cafejoyeux", None),
            ("Café noir, vie joyeuse", None),
            ("", None),
        ] {
            assert_eq!(works_for(bio, &mut brand), expected, "{bio}");
        }
        assert_eq!(works_for("CEO @x", &mut Brands::default()), None);
    }
}
