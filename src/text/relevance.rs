//! Relevance of posts to the brief: BM25, made a weight between 0 and 1.
//!
//! Posts are read once, in order; only a few bytes are kept of each, and the words found of the posts that match.
//! Weight of a post: `q = 1 - exp(-score / median of the positive scores)`, so that the median matching post weighs 0.63.
//!
//! Reposts carry the text of somebody else. They get a weight like any post, but take no part in the statistics (number
//! of documents, documents per term, average length, median score): an idea copied ten thousand times would otherwise
//! make its own words look common. When there are only reposts, they are the statistics.

use super::bm25::Bm25;
use super::brief::Brief;
use super::matcher::{Found, Matcher};
use super::tokens::Tokenizer;
use crate::math::exp_m1;
use crate::math::quantile::median_unsorted;

/// Scores posts against a brief.
///
/// ```
/// use sillage::text::{Brief, Relevance};
/// let mut relevance = Relevance::new(&Brief::parse("glace")?);
/// relevance.add(Some("Une glace à la vanille"), false);
/// relevance.add(Some("Le vélo"), false);
/// relevance.add(None, false);
/// let topic = relevance.finish();
/// assert!((topic.q[0] - 0.632).abs() < 1e-3);
/// assert_eq!(topic.q[1], 0.0);
/// assert!(topic.q[2].is_nan(), "no text: unknown, not off the subject");
/// assert_eq!((topic.matched[0], topic.tokens[0]), (1, 2));
/// assert_eq!(topic.matching_posts, 1);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Relevance {
    parameters: Bm25,
    matcher: Matcher,
    tokenizer: Tokenizer,
    counts: [u16; 64],
    posts: Vec<Post>,
    hits: Vec<Hit>,
}

/// What is kept of every post.
#[derive(Debug, Clone, Copy)]
struct Post {
    tokens: u16,
    matched: u16,
    hits: u8,
    flags: u8,
}

const UNKNOWN: u8 = 1;
const EXCLUDED: u8 = 2;
const REPOST: u8 = 4;

/// A term found in a post.
#[derive(Debug, Clone, Copy)]
struct Hit {
    frequency: u16,
    term: u8,
}

/// What the brief says of every post, in the order they were added.
#[derive(Debug, Clone, Default)]
pub struct Topic {
    /// Weight of each post for the brief, 0 to 1; `NaN` where the text is unknown, or when the brief is empty.
    pub q: Vec<f32>,
    /// Words of each post that the brief names, at most `tokens`. 0 for excluded posts and where the text is unknown.
    pub matched: Vec<u16>,
    /// Words of each post that are not stop words, at most 65,535. 0 where the text is unknown.
    pub tokens: Vec<u16>,
    /// Posts with a positive weight, reposts included.
    pub matching_posts: usize,
    /// Posts whose text is known, reposts included.
    pub known_posts: usize,
    /// For each term of the brief, in its order, the posts that hold it, reposts included (an excluded term: the posts
    /// it left out; of these, the other terms are not counted).
    pub term_posts: Vec<u32>,
}

impl Relevance {
    /// For posts, with [`Bm25::POSTS`].
    pub fn new(brief: &Brief) -> Self {
        Relevance::with_parameters(brief, Bm25::POSTS)
    }

    /// With other parameters of BM25.
    pub fn with_parameters(brief: &Brief, parameters: Bm25) -> Self {
        Relevance {
            parameters,
            matcher: Matcher::new(brief.terms()),
            tokenizer: Tokenizer::new(),
            counts: [0; 64],
            posts: Vec::new(),
            hits: Vec::new(),
        }
    }

    /// Adds the next post: its text (`None` when unknown), and whether it is a plain re-share of another post's text.
    ///
    /// Cost: one pass over the text.
    pub fn add(&mut self, text: Option<&str>, repost: bool) {
        let mut post = Post { tokens: 0, matched: 0, hits: 0, flags: if repost { REPOST } else { 0 } };
        let Some(text) = text else {
            post.flags |= UNKNOWN;
            self.posts.push(post);
            return;
        };
        let mut found = Found::default();
        let (matcher, counts) = (&self.matcher, &mut self.counts);
        self.tokenizer.each(text, |token| matcher.take(text, token, &mut found, counts));
        if found.terms & matcher.excluded != 0 {
            post.flags |= EXCLUDED;
            found.terms &= matcher.excluded;
            found.covered = 0;
        }
        let saturate = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        post.tokens = saturate(found.tokens.max(found.covered));
        post.matched = saturate(found.covered);
        let mut terms = found.terms;
        while terms != 0 {
            let term = terms.trailing_zeros() as u8;
            terms &= terms - 1;
            self.hits.push(Hit { frequency: self.counts[term as usize], term });
            post.hits += 1;
        }
        self.counts = [0; 64];
        self.posts.push(post);
    }

    /// Posts added so far.
    pub fn len(&self) -> usize {
        self.posts.len()
    }

    /// Whether no post was added.
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }

    /// The weights. With a brief of exclusions only, all other posts weigh 1.
    pub fn finish(self) -> Topic {
        let scores = self.scores();
        let statistic = self.statistic();
        let mut positive = Vec::new();
        for reposts_too in [false, true] {
            if positive.is_empty() {
                let kept = |post: &Post| reposts_too || statistic(post);
                positive.extend(
                    self.posts.iter().zip(&scores).filter(|(p, s)| **s > 0.0 && kept(p)).map(|(_, &s)| s),
                );
            }
        }
        let median = median_unsorted(&mut positive);
        let weigh = |post: &Post, score: f64| {
            if post.flags & UNKNOWN != 0 || self.matcher.terms == 0 {
                f32::NAN
            } else if post.flags & EXCLUDED != 0 {
                0.0
            } else if self.matcher.terms == self.matcher.excluded.count_ones() as usize {
                1.0
            } else if score > 0.0 {
                -exp_m1(-score / median) as f32
            } else {
                0.0
            }
        };
        let q: Vec<f32> = self.posts.iter().zip(&scores).map(|(post, &score)| weigh(post, score)).collect();
        let mut term_posts = vec![0; self.matcher.terms];
        for hit in &self.hits {
            term_posts[hit.term as usize] += 1;
        }
        Topic {
            matching_posts: q.iter().filter(|&&q| q > 0.0).count(),
            known_posts: self.posts.iter().filter(|p| p.flags & UNKNOWN == 0).count(),
            matched: self.posts.iter().map(|p| p.matched).collect(),
            tokens: self.posts.iter().map(|p| p.tokens).collect(),
            q,
            term_posts,
        }
    }

    /// Which posts make the statistics: those with a text that are not reposts, or all with a text if there is none.
    fn statistic(&self) -> impl Fn(&Post) -> bool + use<> {
        let originals = self.posts.iter().any(|p| p.flags & (UNKNOWN | REPOST) == 0);
        let barred = if originals { UNKNOWN | REPOST } else { UNKNOWN };
        move |post: &Post| post.flags & barred == 0
    }

    /// BM25 score of each post; 0 for excluded posts and unknown texts.
    fn scores(&self) -> Vec<f64> {
        let statistic = self.statistic();
        let (mut documents, mut length) = (0_usize, 0_u64);
        let mut matching = [0_usize; 64];
        for (post, hits) in self.each_post() {
            if statistic(post) {
                documents += 1;
                length += u64::from(post.tokens);
                for hit in hits {
                    matching[hit.term as usize] += 1;
                }
            }
        }
        let idf = matching.map(|df| Bm25::idf(documents, df));
        let average = length as f64 / documents as f64;
        self.each_post()
            .map(|(post, hits)| {
                if post.flags & EXCLUDED != 0 || hits.is_empty() {
                    return 0.0;
                }
                let relative = if average > 0.0 { f64::from(post.tokens) / average } else { 1.0 };
                let term = |hit: &Hit| {
                    self.parameters.score(idf[hit.term as usize], f64::from(hit.frequency), relative)
                };
                hits.iter().map(term).sum()
            })
            .collect()
    }

    fn each_post(&self) -> impl Iterator<Item = (&Post, &[Hit])> {
        let mut rest = self.hits.as_slice();
        self.posts.iter().map(move |post| {
            let (hits, after) = rest.split_at(usize::from(post.hits));
            rest = after;
            (post, hits)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn topic(brief: &str, texts: &[&str]) -> Topic {
        let mut relevance = Relevance::new(&Brief::parse(brief).expect("within limits"));
        texts.iter().for_each(|t| relevance.add(Some(t), false));
        relevance.finish()
    }

    fn matches(brief: &str, text: &str) -> bool {
        topic(brief, &[text]).matching_posts == 1
    }

    const GOLDEN: [&str; 4] =
        ["glace vanille glace été", "vélo route été", "glace chocolat", "politique débat vote vote vote"];

    #[test]
    fn golden() {
        let brief = Brief::parse("glace, été").expect("within limits");
        let mut relevance = Relevance::with_parameters(&brief, Bm25::DOCUMENTS);
        GOLDEN.iter().for_each(|t| relevance.add(Some(t), false));
        let expected = [1.571_138_476_149_542, 0.736_170_109_008_493_7, 0.840_509_179_576_626_6, 0.0];
        for (score, expected) in relevance.scores().iter().zip(expected) {
            assert!((score - expected).abs() < 1e-9, "{score} {expected}");
        }
        let topic = relevance.finish();
        for (q, score) in topic.q.iter().zip(expected) {
            assert!((f64::from(*q) + exp_m1(-score / expected[2])).abs() < 1e-7);
        }
        assert_eq!(topic.matching_posts, 3);
        assert_eq!(topic.term_posts, [2, 2]);
        assert_eq!(topic.matched, [3, 1, 1, 0]);
        assert_eq!(topic.tokens, [4, 3, 2, 5]);
    }

    #[test]
    fn what_finds_what() {
        for (brief, text) in [
            ("café", "Les CAFÉS du coin"),
            ("roaster", "Best roasters in town"),
            ("gâteau", "des gateaux"),
            ("glace", "vive la #glace"),
            ("glace", "#GlaceMaison"),
            ("#glacemaison", "#GlaceMaison"),
            ("torréf*", "torréfacteur"),
            ("#gla*", "#glacier"),
            ("\"crème glacée\"", "une Crème glacée"),
            ("\"crème glacée\"", "des crèmes glacées"),
            ("\"crème glacée\"", "#CrèmeGlacée"),
            ("\"crème glacée\"", "#cremeglacee"),
            ("\"huile d'olive\"", "huile d’olive"),
            ("lemonde.fr", "à lire https://www.lemonde.fr/article"),
            ("lemonde.fr", "à lire sur lemonde.fr"),
            ("lemonde.fr", "https://m.lemonde.fr"),
            ("thé", "un thé vert"),
            ("\"pain maison\"", "pain #maison"),
            ("咖啡", "我喜欢咖啡店"),
            ("☕", "bonjour ☕️"),
        ] {
            assert!(matches(brief, text), "{brief} should find {text}");
        }
        for (brief, text) in [
            ("cafés", "un café"),
            ("#glace", "une glace"),
            ("glace", "glacier"),
            ("glace", "@glace et https://glace.fr"),
            ("\"crème glacée\"", "glacée crème"),
            ("\"crème glacée\"", "crème très glacée"),
            ("\"crème glacée\"", "crème @marie glacée"),
            ("lemonde.fr", "https://pas-lemonde.fr"),
            ("thé", "the best"),
            ("maïs", "oui mais non"),
            ("glace", ""),
        ] {
            assert!(!matches(brief, text), "{brief} should not find {text}");
        }
    }

    #[test]
    fn exclusion() {
        let t = topic("glace -concours", &["glace", "glace #concours", "vélo", "concours"]);
        assert!(t.q[0] > 0.0);
        assert_eq!(t.q[1..], [0.0, 0.0, 0.0]);
        assert_eq!((t.matched[1], t.tokens[1]), (0, 2));
        assert_eq!((t.matching_posts, t.term_posts), (1, vec![1, 2]));
        let t = topic("-concours", &["glace", "concours"]);
        assert_eq!(t.q, [1.0, 0.0]);
    }

    #[test]
    fn empty_brief_and_unknown_text_are_unknown() {
        let t = topic("le la", &["glace"]);
        assert!(t.q[0].is_nan());
        assert_eq!(t.matching_posts, 0);
        let mut relevance = Relevance::new(&Brief::parse("glace").expect("within limits"));
        relevance.add(None, false);
        relevance.add(Some(""), false);
        assert_eq!((relevance.len(), relevance.is_empty()), (2, false));
        let t = relevance.finish();
        assert!(t.q[0].is_nan() && t.q[1] == 0.0);
        assert_eq!(t.known_posts, 1);
        assert!(topic("glace", &[]).q.is_empty());
    }

    #[test]
    fn words_on_the_subject_are_counted_once() {
        let count = |brief: &str, text: &str| {
            let t = topic(brief, &[text]);
            (t.matched[0], t.tokens[0])
        };
        assert_eq!(count("glace", "la glace, les glaces et le vélo"), (2, 3));
        assert_eq!(count("\"crème glacée\"", "une crème glacée maison"), (2, 3));
        assert_eq!(count("glacée \"crème glacée\"", "une crème glacée maison"), (2, 3));
        assert_eq!(count("\"crème de la crème\"", "crème de la crème"), (2, 2));
        assert_eq!(count("#glacemaison", "#GlaceMaison fraîche"), (2, 3));
        assert_eq!(count("glace #glacemaison \"glace maison\"", "#GlaceMaison"), (2, 2));
        assert_eq!(count("\"elle\"", "elle lit"), (1, 2));
        let long = "glace ".repeat(70_000);
        assert_eq!(count("glace", &long), (u16::MAX, u16::MAX));
    }

    #[test]
    fn a_phrase_in_a_tag_counts_once() {
        let brief = Brief::parse("\"crème glacée\"").expect("within limits");
        let mut relevance = Relevance::new(&brief);
        relevance.add(Some("#CrèmeGlacée"), false);
        assert_eq!(relevance.hits[0].frequency, 1);
    }

    #[test]
    fn reposts_have_a_weight_but_no_vote() {
        let brief = Brief::parse("glace").expect("within limits");
        let run = |copies: usize| {
            let mut relevance = Relevance::new(&brief);
            GOLDEN.iter().for_each(|t| relevance.add(Some(t), false));
            (0..copies).for_each(|_| relevance.add(Some(GOLDEN[0]), true));
            relevance.finish()
        };
        let (none, many) = (run(0), run(1000));
        assert_eq!(none.q, many.q[..4]);
        assert!(many.q[4..].iter().all(|&q| q == none.q[0]));
        assert_eq!(many.matching_posts, 1002);
        // Only reposts: they are all there is.
        let mut only = Relevance::new(&brief);
        only.add(Some(GOLDEN[0]), true);
        only.add(Some(GOLDEN[1]), true);
        let only = only.finish();
        assert!(only.q[0] > 0.6 && only.q[1] == 0.0);
    }

    #[test]
    fn a_brief_of_sixty_four_words() {
        let words: Vec<String> = (0..64).map(|i| format!("mot{i}z")).collect();
        let all = words.join(" ");
        assert_eq!(topic(&all, &[&all]).term_posts, vec![1; 64]);
        assert!(matches(&format!("\"{all}\""), &all));
        assert!(!matches(&format!("\"{all}\""), &words[1..].join(" ")));
    }

    proptest! {
        #[test]
        fn the_order_of_posts_changes_nothing(
            texts in prop::collection::vec("(glace |été |crème |glacée |vélo |le |#GlaceMaison |concours ){0,8}", 1..30),
            shift in 0usize..30,
        ) {
            let brief = "glace été \"crème glacée\" -concours";
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut rotated = texts.clone();
            let shift = shift % texts.len();
            rotated.rotate_left(shift);
            let (a, mut b) = (topic(brief, &texts), topic(brief, &rotated));
            b.q.rotate_right(shift);
            b.matched.rotate_right(shift);
            let bits = |q: &[f32]| q.iter().map(|q| q.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&a.q), bits(&b.q));
            prop_assert_eq!(a.matched, b.matched);
        }

        #[test]
        fn bounds(brief in "(\\PC|glace|\"|-|#){0,12}", texts in prop::collection::vec("(\\PC|glace| |#){0,20}", 0..12)) {
            if let Ok(brief) = Brief::parse(&brief) {
                let mut relevance = Relevance::new(&brief);
                texts.iter().for_each(|t| relevance.add(Some(t), false));
                let topic = relevance.finish();
                for i in 0..texts.len() {
                    prop_assert!(topic.matched[i] <= topic.tokens[i]);
                    prop_assert!(brief.is_empty() == topic.q[i].is_nan());
                    prop_assert!(brief.is_empty() || (0.0..=1.0).contains(&topic.q[i]));
                }
            }
        }
    }
}
