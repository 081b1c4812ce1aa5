//! Reading small studies made by hand, and texts that mean harm.

use super::brands::Brands;
use super::marks::{AD, COMPLAINT, POSSESSION, PROMOTION, PURCHASE, USE};
use super::reading::{Reader, Reading, Readings};
use super::testing::written;
use super::tone::Tongue;
use crate::model::{Dataset, PostKind};
use proptest::prelude::*;

fn tone(text: &str, tongue: Tongue) -> f64 {
    Reader::new(Brands::default()).read(text, tongue, false).tone
}

fn fr(text: &str) -> f64 {
    tone(text, Tongue::French)
}

fn en(text: &str) -> f64 {
    tone(text, Tongue::English)
}

fn marks(text: &str) -> u8 {
    Reader::new(Brands::new([["Nespresso"]])).read(text, Tongue::Unknown, true).marks
}

/// What is read of posts (author, kind, language column, text), in the order given.
fn study(posts: &[(&str, PostKind, Option<&str>, &str)]) -> Readings {
    let builder = written(posts);
    let data = Dataset::of(&builder).unwrap();
    let mut reading = Reading::new(&data, Brands::new([vec!["Nespresso"], vec!["Malongo"]])).unwrap();
    while !reading.step(&data, builder.strings()) {}
    assert_eq!(reading.share_done(), 1.0);
    reading.finish()
}

#[test]
fn vader_s_own_sentences() {
    // Compound scores of vaderSentiment 3.3.2.
    for (text, compound) in [
        ("VADER is smart, handsome, and funny.", 0.8316),
        ("VADER is smart, handsome, and funny!", 0.8439),
        ("VADER is very smart, handsome, and funny.", 0.8545),
        ("VADER is VERY SMART, handsome, and FUNNY.", 0.9227),
        ("VADER is not smart, handsome, nor funny.", -0.7424),
        ("The book was good.", 0.4404),
        ("The book was kind of good.", 0.3832),
        ("The plot was good, but the characters are uncompelling and the dialog is not great.", -0.7042),
        ("At least it isn't a horrible book.", 0.431),
        ("Today SUX!", -0.5461),
        ("Make sure you :) or :( today!", 0.4003),
        ("Not bad at all", 0.431),
    ] {
        assert!((en(text) - compound).abs() < 0.0012, "{text}: {}", en(text));
    }
}

#[test]
fn french_negations() {
    for (better, worse) in [
        ("c'est bon", "ce n'est pas bon"),
        ("j'aime ce café", "je n'aime pas ce café"),
        ("j'aime", "j'aime pas"),
        ("on adore ce lieu", "on adore pas ce lieu"),
        ("je l'aime", "je ne l'aime plus"),
        ("un plaisir", "aucun plaisir"),
        ("avec plaisir", "sans plaisir"),
        ("c'est pas mal", "c'est mal"),
        ("jamais déçu", "déçu"),
        ("ce n'est pas horrible", "c'est horrible"),
        ("très bon", "bon"),
        ("plus beau", "beau"),
        ("bon", "plutôt bon"),
        ("SUPER beau, vraiment", "beau, vraiment"),
        ("c'est bon !!!", "c'est bon"),
        ("lent mais excellent", "excellent mais lent"),
        ("Super !", "ok"),
    ] {
        let (a, b) = (fr(better), fr(worse));
        assert!(a > if b.is_nan() { 0.0 } else { b }, "{better} {a} > {worse} {b}");
    }
    assert!(fr("je n'aime pas ce café") < 0.0 && fr("j'aime pas") < 0.0 && fr("aucun plaisir") < 0.0);
    assert!(fr("jamais déçu") > 0.0 && fr("c'est pas mal") > 0.0 && fr("plus beau que jamais") > 0.0);
    // The negation of one sentence does not reach into the next.
    assert!(fr("Je ne pense pas. Excellent !") > 0.5);
}

#[test]
fn no_word_of_feeling_is_unknown() {
    for text in
        ["", "Le train part à 8 h 12", "https://lemonde.fr @marie #lundi", "🚂", "!!!", "sur la table"]
    {
        assert!(fr(text).is_nan(), "{text}: {}", fr(text));
    }
    assert!(tone("muy bonito, terrible", Tongue::Other).is_nan());
    assert!(tone("muy bonito 😍", Tongue::Other) > 0.4);
    assert!(fr("ok 👍") > 0.0 && fr("bof 💔") < 0.0 && fr("voilà :)") > 0.0 && fr("voilà :(") < 0.0);
    assert!(fr("rendez-vous (50 %) à 12:30 : (8 h)").is_nan());
}

#[test]
fn both_lexicons_where_the_language_is_unknown() {
    assert!(tone("awesome", Tongue::Unknown) > 0.0);
    assert!(tone("magnifique", Tongue::Unknown) > 0.0);
    // To bless, or to wound.
    assert!(tone("blesser", Tongue::Unknown).is_nan());
    let mut reader = Reader::new(Brands::default());
    let guess = reader.read("I was not happy with any of it, they should have told me", Tongue::French, true);
    assert!(guess.tone < 0.0, "the text shows its own language");
}

#[test]
fn marks_of_a_post() {
    for (text, expected) in [
        ("Mon nouveau mixeur #ad", AD | POSSESSION),
        ("Collaboration commerciale avec @x", AD),
        ("#CollaborationCommerciale", AD),
        ("Vidéo sponsorisée par X", AD),
        ("the ad campaign was seen", 0),
        ("J’ai enfin reçu ma commande", PURCHASE),
        ("Je l'ai achetée hier", 0),
        ("je l'ai acheté hier", PURCHASE),
        ("il a acheté une voiture", 0),
        ("I just ordered two", PURCHASE),
        ("j'utilise ça tous les jours", USE),
        ("I've been using it for weeks", USE),
        ("-20% avec le code MARIE20", PROMOTION),
        ("Toujours pas reçu mon colis, service client injoignable", COMPLAINT | PURCHASE),
        ("Merci au service client, génial", 0),
        ("Service client : la honte, c'est horrible", COMPLAINT),
        ("My bag is lost and your customer service is terrible", COMPLAINT),
        ("ma petite Nespresso", POSSESSION),
        ("la Nespresso de ma sœur", 0),
        ("Le code de la route", 0),
    ] {
        assert_eq!(marks(text), expected, "{text}");
    }
}

#[test]
fn a_study() {
    use PostKind::{Original, Quote, Repost};
    let readings = study(&[
        ("anna", Original, Some("fr"), "J'adore ma Nespresso !"),
        ("anna", Repost, Some("fr"), "J'adore ma Nespresso ! #ad"),
        ("bob", Original, None, "Le Malongo d'hier était horrible et nous ne reviendrons pas"),
        ("bob", Original, None, "Je ne sais pas si nous avons le temps avant le train, il y a du monde"),
        ("bob", Original, None, "Nespresso awful, they did not answer and we had to wait for them"),
        ("carl", Quote, Some("es"), "Nespresso terrible"),
        ("dora", Original, Some("und"), "lundi"),
    ]);
    let tone = &readings.tone;
    assert!(tone[0] > 0.4 && tone[2] < -0.3 && tone[4] < -0.3, "{tone:?}");
    assert!([1, 3, 5, 6].iter().all(|post| tone[*post].is_nan()));
    assert_eq!(readings.brands, [1, 0, 2, 0, 1, 1, 0]);
    assert_eq!(readings.marks, [POSSESSION, 0, 0, 0, 0, 0, 0]);
    let languages: Vec<Option<&str>> = (0..4).map(|account| readings.language_of(account)).collect();
    assert_eq!(languages, [Some("fr"), Some("fr"), Some("es"), None]);
    assert_eq!((readings.read, readings.judged, readings.hits), (6, 5, 3));
    assert_eq!(readings.hit_rate(), 0.6);
}

#[test]
fn nothing_to_read() {
    let readings = study(&[]);
    assert!(readings.tone.is_empty() && readings.hit_rate().is_nan());
    assert_eq!(readings.language_of(0), None);
}

#[test]
fn the_words_behind_a_tone() {
    let felt = |text: &str, tongue| {
        let found = Reader::new(Brands::default()).felt(text, tongue, false);
        found.into_iter().map(|one| (one.text, one.value > 0.0)).collect::<Vec<_>>()
    };
    let is = |found: Vec<(String, bool)>, expected: &[(&str, bool)]| {
        let found: Vec<(&str, bool)> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(found, expected);
    };
    is(
        felt("Je n'aime pas ce café, il est horrible", Tongue::French),
        &[("aime", false), ("horrible", false)],
    );
    is(
        felt("Franchement pas mal, merci 😍", Tongue::French),
        &[("pas mal", true), ("merci", true), ("😍", true)],
    );
    is(felt("so-so :(", Tongue::English), &[(":(", false)]);
    is(felt("Le train de 8 h 12", Tongue::French), &[]);
    // An intensifier with a feeling of its own takes it back before a word of feeling.
    is(felt("super content", Tongue::French), &[("content", true)]);
    // What is shown is what was added up, but for the emphasis of the whole.
    for (text, tongue) in [
        ("Great food, but I don't love the room", Tongue::English),
        ("Un accueil vraiment charmant mais un café pas terrible, dommage", Tongue::French),
        ("kind of nice, the bomb :D", Tongue::English),
    ] {
        let mut reader = Reader::new(Brands::default());
        let sum: f64 = reader.felt(text, tongue, false).iter().map(|one| one.value).sum();
        let tone = sum / (sum * sum + super::tone::ALPHA).sqrt();
        assert!((tone - reader.read(text, tongue, false).tone).abs() < 1e-12, "{text}");
    }
}

#[test]
fn hostile_texts() {
    let mut reader = Reader::new(Brands::new([["Nespresso", "@nespresso"]]));
    let texts = [
        "é".repeat(250_000),
        "a".repeat(500_000),
        "😍".repeat(50_000),
        "pas ".repeat(50_000),
        "ne mon mais plus no but j'ai ".repeat(10_000),
        "!?:-)".repeat(50_000),
        "#".repeat(50_000),
        format!("#{}", "pub".repeat(50_000)),
        "\u{301}\u{200d}\u{fe0f}".repeat(20_000),
        "\u{202e}\u{2067}אני אוהב את זה\u{202c} عربي 😀".repeat(1_000),
        "'’'’j'n'".repeat(10_000),
        ":D:D :D :d D: <".repeat(10_000),
    ];
    for text in &texts {
        for tongue in [Tongue::French, Tongue::English, Tongue::Unknown, Tongue::Other] {
            let said = reader.read(text, tongue, true);
            assert!(said.tone.is_nan() || (-1.0..=1.0).contains(&said.tone), "{:.20}", text);
        }
    }
    assert!(reader.read(&texts[2], Tongue::Other, false).tone > 0.99);
}

proptest! {
    #[test]
    fn any_text_has_a_tone_within_bounds(
        text in "(\\PC|[:;=<>()^!?,.'’ \\n#@]|ne |pas |plus |mais |super |no |but |j'ai |mon |Nespresso |TRÈS |bon |😍|👍🏽){0,40}",
        guessed: bool,
    ) {
        let mut reader = Reader::new(Brands::new([["Nespresso"]]));
        for tongue in [Tongue::French, Tongue::English, Tongue::Unknown, Tongue::Other] {
            let said = reader.read(&text, tongue, guessed);
            prop_assert!(said.tone.is_nan() || (-1.0..=1.0).contains(&said.tone));
            let again = reader.read(&text, tongue, guessed);
            prop_assert_eq!((said.tone.to_bits(), said.brands, said.marks), (again.tone.to_bits(), again.brands, again.marks));
        }
    }
}
