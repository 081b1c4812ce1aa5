//! What spreads against somebody or something: the part of an account's credit that was earned with negative words.
//!
//! For each person who reacts, the credit of the pair times the share of their reactions that are negative: a re-share
//! of a post of negative tone, a quote or an answer that is itself of negative tone. Natural unit: distinct recent people,
//! as credit counts them. Where no tone is known, nobody has it.

use super::factor::Context;
use super::goodwill::NEUTRAL;
use crate::model::{Layer, NONE};

/// Negative credit of every account; `None` where no reaction that gives credit has a known tone.
///
/// Cost: O(ties).
pub fn negative_credit(context: &Context<'_>, tone: &[f32]) -> Option<Vec<f64>> {
    let (graph, ties, posts) = (&context.attention.graph, &context.data.ties, &context.data.posts);
    let tone_of = |post: u32| tone.get(post as usize).map_or(f64::NAN, |tone| f64::from(*tone));
    let mut found = vec![0.0; context.accounts()];
    let mut known = false;
    for (arc, credit) in context.credit.arc.iter().enumerate().filter(|(_, credit)| **credit > 0.0) {
        let (mut all, mut negative) = (0.0, 0.0);
        for t in context.attention.ties_of(arc, ties, context.window) {
            let post = ties.post[t];
            if !context.credit_layers[ties.layer[t] as usize] || post == NONE {
                continue;
            }
            // Who re-shares says what the post says; who quotes or answers speaks for himself.
            let said = match ties.layer[t] {
                Layer::Repost => posts.ref_post.get(post as usize).map_or(f64::NAN, |post| tone_of(*post)),
                _ => tone_of(post),
            };
            all += 1.0;
            if !said.is_nan() {
                known = true;
                negative += f64::from(u8::from(said <= -NEUTRAL));
            }
        }
        if negative > 0.0 {
            found[graph.out_to[arc] as usize] += f64::from(*credit) * negative / all;
        }
    }
    known.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Study;
    use super::*;
    use crate::model::PostKind::{Original, Quote, Repost};

    #[test]
    fn only_what_is_said_with_negative_words_counts() {
        let mut study = Study::new();
        study.post("calm", 0, Original, None, "flat");
        study.post("angry", 0, Original, None, "bad");
        for i in 0..4 {
            study.post(&format!("p{i}"), 1, Repost, Some(("calm", 0)), "flat");
            study.post(&format!("p{i}"), 2, Repost, Some(("angry", 0)), "bad");
        }
        study.post("critic", 3, Quote, Some(("calm", 0)), "bad");
        let study = study.done();
        let tone: Vec<f32> = study.texts().map(|text| if text == "bad" { -0.7 } else { 0.0 }).collect();
        let context = study.context();
        let found = negative_credit(&context, &tone).expect("tones are known");
        let of = |name: &str| found[study.account(name)];
        assert!(of("angry") > 2.0 && of("angry") <= context.credit.of[study.account("angry")] + 1e-9);
        assert!(of("calm") > 0.0 && of("calm") <= 1.0, "the critic alone: {}", of("calm"));
        assert_eq!(negative_credit(&context, &vec![f32::NAN; tone.len()]), None);
    }
}
