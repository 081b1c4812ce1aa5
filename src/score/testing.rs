//! Small studies for tests, written post by post.

use super::factor::Context;
use crate::graph::credit::{Credit, CreditParams, credit, credit_layers};
use crate::graph::{Attention, LayerWeights, Window};
use crate::model::{
    AccountIn, Builder, Counts, Dataset, Layer, Millis, NONE, NameId, Platform, PostIn, PostKind, TieIn,
};
use std::collections::BTreeMap;

pub(crate) const HOUR: Millis = 3_600_000;

/// A study under construction.
#[derive(Debug)]
pub(crate) struct Study {
    builder: Builder,
    posts: BTreeMap<String, usize>,
}

/// A finished study, and what sub-factors read of it.
#[derive(Debug)]
pub(crate) struct Done {
    pub builder: Builder,
    pub data: Dataset,
    pub attention: Attention,
    pub credit: Credit,
    pub layers: [bool; 7],
    pub span: Option<(Millis, Millis)>,
}

impl Study {
    pub fn new() -> Study {
        Study { builder: Builder::new(), posts: BTreeMap::new() }
    }

    pub fn name(&mut self, handle: &str) -> NameId {
        self.builder.account(&AccountIn::named(Platform::X, None, Some(handle))).unwrap().unwrap()
    }

    /// The next post of an account; `to` is the author and the number of the post it refers to.
    pub fn post(&mut self, author: &str, hour: i64, kind: PostKind, to: Option<(&str, usize)>, text: &str) {
        self.counted(author, Some(hour * HOUR), kind, to, text, Counts::default());
    }

    /// The same with a moment in milliseconds and counters.
    pub fn counted(
        &mut self,
        author: &str,
        time: Option<Millis>,
        kind: PostKind,
        to: Option<(&str, usize)>,
        text: &str,
        counts: Counts,
    ) {
        let number = self.posts.entry(author.to_owned()).or_default();
        let id = format!("{author}-{number}");
        *number += 1;
        let name = self.name(author);
        let ref_author = to.map(|(handle, _)| self.name(handle));
        let ref_post = to.map(|(handle, number)| format!("{handle}-{number}"));
        let post = PostIn {
            platform: Platform::X,
            id: Some(&id),
            author: name,
            time,
            kind,
            text: Some(text).filter(|t| !t.is_empty()),
            lang: None,
            url: None,
            ref_post: ref_post.as_deref(),
            ref_author,
            mentions: &[],
            counts,
            collected_at: None,
            embedded: false,
            row: 1,
        };
        self.builder.post(&post).unwrap();
    }

    /// A tie without a post.
    pub fn tie(&mut self, from: &str, to: &str, layer: Layer, hour: Option<i64>) {
        let (from, to) = (self.name(from), self.name(to));
        let time = hour.map(|h| h * HOUR);
        self.builder.tie(&TieIn { from, to, layer, time, weight: 1.0, row: 1 }).unwrap();
    }

    /// A re-share without a post and without a date.
    pub fn undated(&mut self, from: &str, to: &str) {
        self.tie(from, to, Layer::Repost, None);
    }

    pub fn done(self) -> Done {
        self.faded(None)
    }

    /// With credit that fades by half in so many hours.
    pub fn faded(self, half_life: Option<f64>) -> Done {
        let data = Dataset::of(&self.builder).unwrap();
        let weights = LayerWeights::default();
        let window = Window::default();
        let attention = Attention::build(data.accounts.len(), &data.ties, &weights, window).unwrap();
        let times: Vec<Millis> =
            data.ties.time.known(data.ties.len()).chain(data.posts.time.known(data.posts.known)).collect();
        let span = times.iter().min().copied().zip(times.iter().max().copied());
        let layers = credit_layers(&data.ties, &weights);
        let params = CreditParams {
            weights,
            layers,
            window,
            end: span.map_or(0, |s| s.1),
            half_life: half_life.map(|h| h * HOUR as f64),
            topic: None,
        };
        let credit = credit(&attention, &data.ties, &params);
        Done { builder: self.builder, data, attention, credit, layers, span }
    }
}

impl Done {
    pub fn context(&self) -> Context<'_> {
        Context {
            data: &self.data,
            attention: &self.attention,
            credit: &self.credit,
            credit_layers: self.layers,
            has_credit: self.layers.iter().any(|l| *l) && self.attention.graph.arcs() > 0,
            pagerank: &[],
            topic: None,
            has_brief: false,
            window: Window::default(),
            span: self.span,
            effect: crate::score::objective::Effect::Reshares,
            lifetime: crate::score::objective::Lifetime::Long,
            tone: None,
            vocabulary: None,
            communities: None,
            audience: None,
            genuine: None,
        }
    }

    /// What credit was computed with.
    pub fn params(&self) -> CreditParams<'_> {
        CreditParams {
            weights: LayerWeights::default(),
            layers: self.layers,
            window: Window::default(),
            end: self.span.map_or(0, |s| s.1),
            half_life: None,
            topic: None,
        }
    }

    pub fn handles(&self) -> impl Iterator<Item = String> + '_ {
        let strings = self.builder.strings();
        self.data.accounts.handle.iter().map(|h| strings.get_some(*h).unwrap_or_default().to_owned())
    }

    pub fn account(&self, handle: &str) -> usize {
        self.handles().position(|h| h == handle).unwrap()
    }

    /// The text of every post; empty where there is none.
    pub fn texts(&self) -> impl Iterator<Item = &str> + '_ {
        let strings = self.builder.strings();
        self.data.posts.text.iter().map(|t| strings.get_some(*t).unwrap_or_default())
    }

    /// The post of an account with a number.
    #[allow(dead_code)]
    pub fn post_of(&self, handle: &str, number: usize) -> usize {
        let account = self.account(handle) as u32;
        let own = (0..self.data.posts.author.len()).filter(|p| self.data.posts.author[*p] == account);
        own.filter(|p| self.data.posts.author[*p] != NONE).nth(number).unwrap()
    }
}
