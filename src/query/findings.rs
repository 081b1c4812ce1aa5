//! Findings in words: codes with the numbers of their sentence. What cannot be said of these data is not said.

use super::View;
use crate::score::{ENOUGH_COVERAGE, Objective};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A sentence: a stable code and its parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Stable code.
    pub code: &'static str,
    /// Values of the sentence.
    pub params: Map<String, Value>,
}

/// How many accounts "the first ones" are in sentences.
const FIRST: usize = 10;

/// The findings of an analysis, most telling first.
pub fn findings(view: View<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let analysis = view.analysis;
    let mut say = |code, params: Value| {
        if let Value::Object(params) = params {
            found.push(Finding { code, params });
        }
    };
    if analysis.data.accounts.is_empty() {
        say("no_accounts", json!({}));
        return found;
    }
    if !analysis.window().is_open() && analysis.span.is_none() {
        say("empty_window", json!({}));
        return found;
    }
    let people: Vec<f64> = analysis.credit.people.iter().map(|p| f64::from(*p)).collect();
    if analysis.has_credit() && people.iter().any(|p| *p > 0.0) {
        let top = first_by(&people);
        let best = top[0] as usize;
        let params = json!({
            "handle": view.handle(best), "people": analysis.credit.people[best],
            "accounts": analysis.data.accounts.len(),
        });
        let shares = analysis.credit_layers[..2].iter().any(|l| *l);
        say(if shares { "top_reshared" } else { "top_reacted" }, params);
        let first = analysis.scores.order[0] as usize;
        if first != best && analysis.settings.objective == Objective::None {
            say("first_lately", json!({ "handle": view.handle(first) }));
        }
        let total: f64 = people.iter().sum();
        let held: f64 = top.iter().map(|a| people[*a as usize]).sum();
        if analysis.scores.ranked > 2 * FIRST {
            say("concentration", json!({ "first": FIRST, "percent": 100.0 * held / total }));
        }
        let followers = &analysis.data.accounts.followers;
        if followers.iter().filter(|f| **f > 0.0).count() > 2 * FIRST {
            let visible = first_by(followers);
            let both = visible.iter().filter(|a| top.contains(a)).count();
            say("visibility_gap", json!({ "first": FIRST, "both": both }));
        }
    } else if analysis.attention.graph.arcs() == 0 {
        say("no_ties", json!({}));
    }
    if !analysis.brief_terms.is_empty() {
        match analysis.topic.as_deref() {
            Some(topic) => {
                let posts = analysis.data.posts.known;
                let share = 100.0 * topic.matching_posts as f64 / posts as f64;
                say("brief_share", json!({ "posts": topic.matching_posts, "percent": share }));
            }
            None => say("brief_no_match", json!({})),
        }
    }
    if analysis.span.is_none() {
        say("no_time", json!({}));
    }
    if analysis.scores.best_coverage < ENOUGH_COVERAGE {
        say("low_coverage", json!({ "percent": 100.0 * analysis.scores.best_coverage }));
    }
    found
}

/// The accounts with the greatest known values, greatest first.
fn first_by(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).filter(|a| values[*a as usize] > 0.0).collect();
    let down = |a: &u32, b: &u32| values[*b as usize].total_cmp(&values[*a as usize]).then(a.cmp(b));
    if order.len() > FIRST {
        order.select_nth_unstable_by(FIRST, down);
        order.truncate(FIRST);
    }
    order.sort_unstable_by(down);
    order
}
