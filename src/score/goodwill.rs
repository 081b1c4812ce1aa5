//! Goodwill (Reach): how kindly those who answer an account do it.
//!
//! Share of non-negative among the replies and quotes received whose tone is known, each person counting once (somebody
//! who sends a hundred insults is one hostile person), shrunk by a beta-binomial over all accounts:
//! `(Σ_a share_a + α) / (people + α + β)`. A reaction is negative from a tone of −0.05 down; what is neutral is not.
//! Natural unit: share of people. Tier T2 and text.
//! Missing: without replies or quotes whose text is known, nobody has it; an account that nobody answered in words of a
//! known tone is unknown, not disliked.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::math::beta_binomial::BetaBinomial;
use crate::model::{Layer, NONE};

/// A tone closer to 0 than this is neutral.
pub const NEUTRAL: f64 = 0.05;
/// What the share of everybody weighs against an account's own, in people, where no account was answered by enough of
/// them to tell how much accounts differ.
pub const PRIOR: f64 = 10.0;

/// How many people answered an account in words of a known tone, and how many of them kindly (a part of a person whose
/// answers differ).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answers {
    /// People.
    pub people: f64,
    /// Of them, not hostile.
    pub kind: f64,
}

/// The answers that every account received. `tone` holds the tone of each post, NaN where it is unknown.
///
/// Cost: O(ties).
pub fn answers(context: &Context<'_>, tone: &[f32]) -> Vec<Answers> {
    let graph = &context.attention.graph;
    let mut found = vec![Answers::default(); context.accounts()];
    for arc in 0..graph.arcs() {
        found[graph.out_to[arc] as usize].add(kindness(context, tone, arc));
    }
    found
}

/// The answers that one account received. Cost: its own ties.
pub fn answers_to(context: &Context<'_>, tone: &[f32], account: usize) -> Answers {
    let mut found = Answers::default();
    for arc in context.attention.graph.in_arcs(account) {
        found.add(kindness(context, tone, *arc as usize));
    }
    found
}

impl Answers {
    fn add(&mut self, kindness: Option<f64>) {
        if let Some(kind) = kindness {
            self.people += 1.0;
            self.kind += kind;
        }
    }
}

/// Share of kind ones among the answers of one account to another; `None` where no tone is known.
fn kindness(context: &Context<'_>, tone: &[f32], arc: usize) -> Option<f64> {
    let ties = &context.data.ties;
    let (mut known, mut kind) = (0.0, 0.0);
    for t in context.attention.ties_of(arc, ties, context.window) {
        if !matches!(ties.layer[t], Layer::Quote | Layer::Reply) || ties.post[t] == NONE {
            continue;
        }
        let tone = tone.get(ties.post[t] as usize).map_or(f64::NAN, |tone| f64::from(*tone));
        if !tone.is_nan() {
            known += 1.0;
            kind += f64::from(u8::from(tone > -NEUTRAL));
        }
    }
    (known > 0.0).then(|| kind / known)
}

/// Computes goodwill from the tone of each post; `None` where texts were not read.
pub fn goodwill(context: &Context<'_>, tone: Option<&[f32]>) -> FactorColumn {
    let (name, unit) = (SubFactor::Goodwill, Unit::ShareOfKindPeople);
    let missing = |reason| FactorColumn::missing(name, unit, context.accounts(), reason);
    if context.attention.graph.arcs() == 0 {
        return missing("no_ties");
    }
    let Some(tone) = tone else { return missing("no_text") };
    let answers = answers(context, tone);
    let (people, kind) =
        answers.iter().fold((0.0, 0.0), |(people, kind), a| (people + a.people, kind + a.kind));
    if people == 0.0 {
        return missing("no_signed_replies");
    }
    let prior = BetaBinomial::fit(answers.iter().map(|a| (a.kind, a.people)));
    let prior = prior.unwrap_or_else(|| {
        let share = (kind + 0.5) / (people + 1.0);
        BetaBinomial { alpha: PRIOR * share, beta: PRIOR * (1.0 - share), pooled: true, accounts: 0 }
    });
    let natural: Vec<f64> = answers
        .iter()
        .map(|a| if a.people > 0.0 { prior.mean(a.kind, a.people) } else { f64::NAN })
        .collect();
    // As it is, out of 100: most people are kind to most accounts, and stretching the little that differs over the
    // whole scale would undo the shrinkage.
    let score = natural.iter().map(|share| 100.0 * share).collect();
    FactorColumn { name, unit, natural, score, missing: None }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Done, Study};
    use super::*;
    use crate::model::PostKind::{Original, Quote, Reply, Repost};

    /// Tones by the text of the post.
    fn tones(study: &Done) -> Vec<f32> {
        let words = [("good", 0.6), ("bad", -0.6), ("flat", 0.0), ("hardly", -0.049)];
        study.texts().map(|text| words.iter().find(|w| w.0 == text).map_or(f32::NAN, |w| w.1)).collect()
    }

    #[test]
    fn people_count_once_neutral_is_not_hostile_and_unknown_is_left_out() {
        let mut study = Study::new();
        study.post("a", 0, Original, None, "text");
        for hour in 1..40 {
            study.post("troll", hour, Reply, Some(("a", 0)), "bad");
        }
        study.post("fan", 1, Reply, Some(("a", 0)), "good");
        study.post("fan", 2, Quote, Some(("a", 0)), "bad");
        study.post("cool", 3, Quote, Some(("a", 0)), "flat");
        study.post("cold", 3, Reply, Some(("a", 0)), "hardly");
        study.post("mute", 3, Reply, Some(("a", 0)), "");
        study.post("echo", 4, Repost, Some(("a", 0)), "good");
        let study = study.done();
        let context = study.context();
        let found = answers(&context, &tones(&study))[study.account("a")];
        assert_eq!(found, Answers { people: 4.0, kind: 2.5 });
        let column = goodwill(&context, Some(&tones(&study)));
        let (people, kind, share) = (4.0, 2.5, 3.0 / 5.0);
        let expected = (kind + PRIOR * share) / (people + PRIOR);
        assert!((column.natural[study.account("a")] - expected).abs() < 1e-12, "{column:?}");
        assert!(column.natural[study.account("fan")].is_nan(), "nobody answered fan");
    }

    #[test]
    fn a_single_kind_answer_does_not_beat_forty_of_which_two_are_hostile() {
        let mut study = Study::new();
        for account in ["loved", "new", "hated"] {
            study.post(account, 0, Original, None, "text");
        }
        for i in 0..40 {
            let (kindly, badly) = (if i < 38 { "good" } else { "bad" }, if i < 5 { "good" } else { "bad" });
            study.post(&format!("p{i}"), 1, Reply, Some(("loved", 0)), kindly);
            study.post(&format!("q{i}"), 1, Reply, Some(("hated", 0)), badly);
        }
        study.post("one", 1, Reply, Some(("new", 0)), "good");
        let study = study.done();
        let column = goodwill(&study.context(), Some(&tones(&study)));
        let of = |account: &str| column.score[study.account(account)];
        assert!(of("loved") > of("new") && of("new") > of("hated"), "{:?}", column.natural);
    }

    #[test]
    fn what_is_missing_is_said() {
        let study = Study::new().done();
        assert_eq!(goodwill(&study.context(), Some(&[])).missing, Some("no_ties"));
        let mut study = Study::new();
        study.post("a", 0, Original, None, "text");
        study.post("b", 1, Reply, Some(("a", 0)), "");
        let study = study.done();
        assert_eq!(goodwill(&study.context(), None).missing, Some("no_text"));
        assert_eq!(goodwill(&study.context(), Some(&tones(&study))).missing, Some("no_signed_replies"));
    }
}
