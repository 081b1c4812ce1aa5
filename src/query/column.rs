//! Columns by name: one number an account, NaN where unknown.

use super::View;
use crate::error::{ErrorKind, Result};
use crate::graph::community::Communities;
use crate::model::{NONE, count};
use crate::score::{Pillar, SubFactor};

/// Declares the columns: each variant with its stable name.
macro_rules! columns {
    ($($column:ident $name:literal,)*) => {
        /// A column of numbers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Column {
            $($column,)*
        }

        impl Column {
            /// Every column.
            pub const ALL: &[Column] = &[$(Column::$column,)*];

            /// Their names, in the same order.
            const NAMES: &[&str] = &[$($name,)*];
        }
    };
}

columns! {
    Score "score",
    Reach "reach",
    Relevance "relevance",
    Resonance "resonance",
    Popularity "popularity",
    Proximity "proximity",
    Goodwill "goodwill",
    Authority "authority",
    Trust "trust",
    Affinity "affinity",
    Frequency "frequency",
    Period "period",
    Amplitude "amplitude",
    Credit "credit",
    Resharers "resharers",
    Pagerank "pagerank",
    InDegree "inDegree",
    OutDegree "outDegree",
    Followers "followers",
    Posts "posts",
    Likes "likes",
    Coverage "coverage",
    Component "component",
    Community "community",
    Participation "participation",
    WithinModule "withinModule",
    TopicShare "topicShare",
    FirstTime "firstTime",
    LastTime "lastTime",
}

impl Column {
    /// Its stable name, as in `column("inDegree")`.
    pub fn name(self) -> &'static str {
        Column::NAMES[self as usize]
    }

    /// The column of a name.
    ///
    /// # Errors
    /// `argument.invalid` for a name that is no column's.
    pub fn named(name: &str) -> Result<Column> {
        let unknown = || ErrorKind::InvalidArgument { name: "column", given: name.to_owned() };
        Column::ALL.iter().copied().find(|c| c.name() == name).ok_or_else(|| unknown().into())
    }

    /// Its values, in account order.
    pub fn values(self, view: View<'_>) -> Vec<f64> {
        let analysis = view.analysis;
        let accounts = analysis.data.accounts.len();
        let factor = |name: SubFactor| analysis.factors[name as usize].score.clone();
        let pillar = |pillar: Pillar| analysis.scores.pillars[pillar as usize].clone();
        let each = |value: &dyn Fn(usize) -> f64| (0..accounts).map(value).collect::<Vec<f64>>();
        let circles = |of: &dyn Fn(&Communities) -> Vec<f64>| {
            analysis.communities.as_deref().map_or_else(|| vec![f64::NAN; accounts], of)
        };
        let graph = &analysis.attention.graph;
        match self {
            Column::Score => analysis.scores.score.clone(),
            Column::Reach => pillar(Pillar::Reach),
            Column::Relevance => pillar(Pillar::Relevance),
            Column::Resonance => pillar(Pillar::Resonance),
            Column::Popularity => factor(SubFactor::Popularity),
            Column::Proximity => factor(SubFactor::Proximity),
            Column::Goodwill => factor(SubFactor::Goodwill),
            Column::Authority => factor(SubFactor::Authority),
            Column::Trust => factor(SubFactor::Trust),
            Column::Affinity => factor(SubFactor::Affinity),
            Column::Frequency => factor(SubFactor::Frequency),
            Column::Period => factor(SubFactor::Period),
            Column::Amplitude => factor(SubFactor::Amplitude),
            Column::Credit if !analysis.has_credit() => vec![f64::NAN; accounts],
            Column::Credit => analysis.credit.of.clone(),
            Column::Resharers if !analysis.has_credit() => vec![f64::NAN; accounts],
            Column::Resharers => each(&|a| f64::from(analysis.credit.people[a])),
            Column::Pagerank if graph.arcs() == 0 => vec![f64::NAN; accounts],
            Column::Pagerank => analysis.pagerank.to_vec(),
            Column::InDegree => each(&|a| graph.in_degree(a) as f64),
            Column::OutDegree => each(&|a| graph.out_degree(a) as f64),
            Column::Followers => analysis.data.accounts.followers.clone(),
            Column::Posts if analysis.data.posts.known == 0 => vec![f64::NAN; accounts],
            Column::Posts => each(&|a| posts(view, a).count() as f64),
            Column::Likes => each(&|a| likes(view, a)),
            Column::Coverage => analysis.scores.coverage.clone(),
            Column::Component => each(&|a| f64::from(analysis.components.of[a])),
            Column::Community => each(&|a| community(view, a).map_or(f64::NAN, f64::from)),
            Column::Participation => circles(&|c| c.participation.clone()),
            Column::WithinModule => circles(&|c| c.z.clone()),
            Column::TopicShare => each(&|a| topic_share(view, a)),
            Column::FirstTime => each(&|a| time(view, a, false)),
            Column::LastTime => each(&|a| time(view, a, true)),
        }
    }
}

/// Known posts of an account inside the window.
pub(super) fn posts<'a>(view: View<'a>, account: usize) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let (posts, window) = (&view.analysis.data.posts, view.analysis.window());
    posts.of(account).iter().map(|p| *p as usize).filter(move |p| window.contains(posts.time.at(*p)))
}

/// The community of an account; none without a tie.
pub(super) fn community(view: View<'_>, account: usize) -> Option<u32> {
    view.analysis.communities.as_deref().map(|c| c.of[account]).filter(|c| *c != NONE)
}

fn likes(view: View<'_>, account: usize) -> f64 {
    let known = |p| view.analysis.data.posts.count(count::LIKES, p);
    posts(view, account).filter_map(known).fold(f64::NAN, |sum, l| if sum.is_nan() { l } else { sum + l })
}

/// Share of an account's posts that match the brief.
fn topic_share(view: View<'_>, account: usize) -> f64 {
    let Some(topic) = view.analysis.topic.as_deref() else { return f64::NAN };
    let (on, all) = posts(view, account)
        .filter(|p| !topic.q[*p].is_nan())
        .fold((0.0, 0.0), |(on, all), p| (on + f64::from(u8::from(topic.q[p] > 0.0)), all + 1.0));
    if all > 0.0 { on / all } else { f64::NAN }
}

fn time(view: View<'_>, account: usize, last: bool) -> f64 {
    let mut times = posts(view, account).filter_map(|p| view.analysis.data.posts.time.at(p));
    let found = if last { times.next_back() } else { times.next() };
    found.map_or(f64::NAN, |t| t as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_their_names_are_in_the_same_order() {
        for (place, column) in Column::ALL.iter().copied().enumerate() {
            assert_eq!(column as usize, place);
            assert_eq!(Column::named(column.name()).unwrap(), column);
            assert_eq!(format!("{column:?}").to_lowercase(), column.name().to_lowercase());
        }
        assert!(Column::named("fame").is_err());
    }
}
