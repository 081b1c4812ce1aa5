//! Gates: what an account must show before it competes with the others.
//!
//! A gate leaves nobody out: those that do not pass are listed after those that do. Where the data cannot tell who
//! passes, nothing is asked, and the reason is said.

use super::factor::Context;
use super::objective::Gate;
use crate::model::PostKind;

/// What every account shows of what a gate asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct GateColumn {
    /// The gate.
    pub gate: Gate,
    /// What each account has of it; NaN, unknown, does not pass.
    pub value: Vec<f64>,
    /// Why the data cannot tell it for anybody: a stable code.
    pub missing: Option<&'static str>,
}

impl GateColumn {
    /// A gate that the data cannot tell, and why.
    pub fn missing(gate: Gate, reason: &'static str) -> GateColumn {
        GateColumn { gate, value: Vec::new(), missing: Some(reason) }
    }

    /// A gate with what each account has of what it asks for. Where nothing is known of anybody, nothing is asked.
    pub fn of(gate: Gate, value: Vec<f64>, reason: &'static str) -> GateColumn {
        let missing = value.iter().all(|v| v.is_nan()).then_some(reason);
        GateColumn { gate, value, missing }
    }

    /// Whether an account passes.
    pub fn passes(&self, account: usize) -> bool {
        self.value[account] >= self.gate.least()
    }
}

/// Own posts of every account on the subject: what [`Gate::OnTopicPosts`] goes by. Cost: a pass over the posts.
pub fn on_topic_posts(context: &Context<'_>) -> GateColumn {
    let gate = Gate::OnTopicPosts;
    if !context.has_brief {
        return GateColumn::missing(gate, "no_brief");
    }
    let posts = &context.data.posts;
    let Some(topic) = context.topic else {
        let written = posts.text[..posts.known].iter().any(|t| t.is_some());
        return GateColumn::missing(gate, if written { "no_match" } else { "no_text" });
    };
    let mut value = vec![0.0; context.accounts()];
    for post in 0..posts.known {
        let own = posts.kind[post] != PostKind::Repost && context.window.contains(posts.time.at(post));
        if own
            && topic.q[post] > 0.0
            && let Some(count) = value.get_mut(posts.author[post] as usize)
        {
            *count += 1.0;
        }
    }
    GateColumn::of(gate, value, "no_match")
}
