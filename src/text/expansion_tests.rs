//! Suggestions, names of groups and words of the subject on small studies made by hand.

use super::expansion::{TopicWords, suggestions, terms_of};
use super::stickiness::Stickiness;
use super::testing::written;
use super::tone::Tongue;
use super::vocabulary::{Collection, Vocabulary};
use super::{Brief, Relevance};
use crate::model::{Dataset, PostKind};

fn vocabulary(posts: &[(&str, &str)], brief: &Brief) -> Vocabulary {
    let rows: Vec<_> =
        posts.iter().map(|(who, text)| (*who, PostKind::Original, Some("fr"), *text)).collect();
    let builder = written(&rows);
    let data = Dataset::of(&builder).unwrap();
    let mut relevance = Relevance::new(brief);
    posts.iter().for_each(|(_, text)| relevance.add(Some(text), false));
    let topic = relevance.finish();
    let mut collection = Collection::new(&data).unwrap();
    let subject = |post: usize| Some(topic.q[post] > 0.0);
    while !collection.step(&data, builder.strings(), |_| Tongue::French, subject).unwrap() {}
    assert_eq!(collection.share_done(&data), 1.0);
    collection.finish()
}

/// Twelve people: six write of ice cream, six of bicycles; `z` repeats itself.
fn ices() -> Vec<(String, String)> {
    let mut posts = Vec::new();
    for i in 0..6 {
        posts.push((
            format!("a{i}"),
            format!("Une glace et un Sorbet, les sorbets de l'été numéro {i} #GlaceArtisanale"),
        ));
        posts.push((format!("a{i}"), "le sorbet avec la glace, vanille ou fraise".to_owned()));
        posts.push((format!("a{i}"), "ce matin marché et fraise".to_owned()));
        posts.push((format!("b{i}"), "le vélo, la route et le marché du matin".to_owned()));
        posts.push((format!("b{i}"), "encore une route, encore un vélo #velotaf".to_owned()));
        posts.push((format!("b{i}"), "la montagne ce matin #velotaf".to_owned()));
    }
    for _ in 0..200 {
        posts.push(("z".to_owned(), "glace casino casino casino".to_owned()));
    }
    posts
}

fn of(posts: &[(String, String)], brief: &Brief) -> Vocabulary {
    let posts: Vec<(&str, &str)> = posts.iter().map(|(who, text)| (who.as_str(), text.as_str())).collect();
    vocabulary(&posts, brief)
}

#[test]
fn words_that_go_with_the_subject() {
    let brief = Brief::parse("glace").unwrap();
    let found = suggestions(&of(&ices(), &brief), &brief, 10);
    let texts: Vec<&str> = found.iter().map(|s| s.text.as_str()).collect();
    assert!(texts.contains(&"sorbet"), "{texts:?}");
    // `vélo` is of the others, `casino` of one account, `glace` is found already.
    for absent in ["vélo", "casino", "glace", "matin", "marché", "numéro"] {
        assert!(!texts.contains(&absent), "{texts:?}");
    }
    let sorbet = found.iter().find(|s| s.text == "sorbet").unwrap();
    assert!(sorbet.z > 3.0 && sorbet.npmi > 0.3 && sorbet.accounts == 6 && !sorbet.tag);
    assert_eq!(suggestions(&of(&ices(), &brief), &brief, 1).len(), 1);
}

#[test]
fn tags_that_go_with_the_subject() {
    let brief = Brief::parse("sorbet").unwrap();
    let found = suggestions(&of(&ices(), &brief), &brief, 20);
    let tag = found.iter().find(|s| s.tag).unwrap();
    assert_eq!((tag.text.as_str(), tag.accounts), ("#glaceartisanale", 6));
    assert!(tag.npmi > 0.3);
}

#[test]
fn words_of_a_group() {
    let vocabulary = of(&ices(), &Brief::parse("glace").unwrap());
    let names = |accounts: &[u32]| -> Vec<String> {
        terms_of(&vocabulary, accounts, 3).into_iter().map(|t| t.text).collect()
    };
    // Accounts are numbered by name: a0 to a5, b0 to b5, z.
    let ices = names(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(ices[0], "sorbet", "{ices:?}");
    let bicycles = names(&[6, 7, 8, 9, 10, 11]);
    assert!(
        bicycles.contains(&"#velotaf".to_owned()) && bicycles.contains(&"vélo".to_owned()),
        "{bicycles:?}"
    );
    assert!(names(&[]).is_empty() && names(&[99]).is_empty());
    // All together are no group among others.
    assert!(names(&(0..13).collect::<Vec<u32>>()).is_empty());
}

#[test]
fn inflections_are_one_word_under_the_form_most_written() {
    let brief = Brief::parse("x1").unwrap();
    let posts = [
        ("a", "Glacées"),
        ("b", "glacée"),
        ("c", "glacée glacés"),
        ("d", "glacée"),
        ("d", "#Ete"),
        ("e", "#été #ÉTÉ"),
    ];
    let vocabulary = vocabulary(&posts, &brief);
    assert_eq!(vocabulary.len(), 1, "the tag has two accounts only");
    assert_eq!((vocabulary.text(0), vocabulary.term(0).accounts), ("glacée", 4));
    assert!(!vocabulary.is_tag(0) && !vocabulary.is_empty());
    assert_eq!(vocabulary.of(2).map(|(_, times)| times.times()).sum::<u32>(), 2);
    assert_eq!((vocabulary.writers, vocabulary.on_writers), (5, 0));
}

#[test]
fn the_vocabulary_of_the_subject_adds_to_the_index() {
    let brief = Brief::parse("glace").unwrap();
    let vocabulary = of(&ices(), &brief);
    let words = TopicWords::learn(&vocabulary, &brief);
    let sorbet = words.of(&vocabulary, 0);
    // Three times sorbet, each weighing its association; the words of the brief itself are not counted here.
    assert!(sorbet > 0.0 && words.of(&vocabulary, 6) == 0.0 && words.of(&vocabulary, 12) == 0.0);
    let top = words.contributions(&vocabulary, 0, 5);
    assert_eq!(top[0].0, "sorbet");
    assert!(top.iter().all(|(word, _)| word != "glace"));
    let index = |extra: f64| {
        let accounts = [(2.0 + extra, 20.0), (0.0, 20.0)];
        Stickiness::learn(accounts).and_then(|index| index.of(2.0 + extra, 20.0)).unwrap()
    };
    assert!(index(sorbet) >= index(0.0));
    // Where nothing is off the subject, nothing tells its words.
    let all: Vec<(&str, &str)> = vec![("a", "glace sorbet"), ("b", "glace sorbet"), ("c", "glace sorbet")];
    let one = super::expansion_tests::vocabulary(&all, &brief);
    assert_eq!(TopicWords::learn(&one, &brief).of(&one, 0), 0.0);
    assert!(suggestions(&one, &brief, 5).is_empty());
}

#[test]
fn nothing_written() {
    let brief = Brief::parse("glace").unwrap();
    let empty = vocabulary(&[], &brief);
    assert!(empty.is_empty() && empty.accounts() == 0);
    assert!(suggestions(&empty, &brief, 5).is_empty() && terms_of(&empty, &[0, 1], 5).is_empty());
    assert!(terms_of(&Vocabulary::default(), &[0], 5).is_empty());
    assert_eq!(TopicWords::learn(&empty, &brief).of(&empty, 3), 0.0);
}

#[test]
fn hostile_texts() {
    let brief = Brief::parse("glace").unwrap();
    let word = "é".repeat(30_000);
    let tags = "#".repeat(30_000);
    let many: String = (0..20_000).map(|i| format!("m{i}x ")).collect();
    let posts = [
        ("a", word.as_str()),
        ("b", &tags),
        ("c", &many),
        ("d", "😀😀😀 \u{202e}\u{301} אני אוהב"),
        ("e", "12 345 6e"),
    ];
    let vocabulary = vocabulary(&posts, &brief);
    assert!(vocabulary.len() < 5);
}

/// Words drawn at random: none goes with anything. Some people write on the subject, one post in two of theirs.
fn chance(people: usize, posts: usize, seed: u64) -> Vec<(String, String)> {
    let mut stream = crate::math::rng::Stream::new(seed, "chance", 0);
    let mut all = Vec::new();
    for who in 0..people {
        for post in 0..posts {
            // Few words are frequent, as in any language.
            let mut words: Vec<String> = (0..10)
                .map(|_| format!("mot{}x", (400.0 * stream.next_f64() * stream.next_f64()) as u32))
                .collect();
            if post % 2 == 0 {
                words.push("glace".to_owned());
            }
            all.push((format!("p{who}"), words.join(" ")));
        }
    }
    all
}

#[test]
fn chance_is_no_suggestion_however_small_the_study() {
    let brief = Brief::parse("glace").unwrap();
    for (people, posts) in [(12, 4), (30, 4), (30, 12), (80, 4), (150, 4)] {
        let told = |seed| suggestions(&of(&chance(people, posts, seed), &brief), &brief, 20).len();
        let total: usize = (0..6).map(told).sum();
        assert!(total <= 2, "{people} people, {posts} posts: {total} words of six studies");
    }
}

#[test]
fn a_sentence_that_a_few_people_repeat_is_no_suggestion_in_a_small_study() {
    let brief = Brief::parse("glace").unwrap();
    // Hardly anybody writes on the subject, so that one sentence is much of what is said on it.
    let told = |repeat: usize| {
        let mut posts = chance(60, 4, 1);
        posts.iter_mut().for_each(|(_, text)| *text = text.replace("glace", "velo"));
        posts.extend(
            (0..repeat).map(|who| (format!("p{who}"), "glace zibeline zibeline zibeline".to_owned())),
        );
        posts.extend((20..30).map(|who| (format!("p{who}"), "une glace hier".to_owned())));
        suggestions(&of(&posts, &brief), &brief, 20).into_iter().find(|s| s.text == "zibeline").map(|s| s.z)
    };
    assert_eq!(told(4), None);
    // z grows like the root of the number: four people were above its bar too.
    assert!(told(5).is_some_and(|z| z > 3.5), "{:?}", told(5));
}
