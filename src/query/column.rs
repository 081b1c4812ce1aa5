//! Columns by name: one number an account, NaN where unknown.

use super::View;
use crate::error::{ErrorKind, Result};
use crate::graph::community::Communities;
use crate::model::{NONE, count};
use crate::score::{Pillar, SubFactor};
use crate::uncertainty::Uncertainty;

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
    Rank "rank",
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
    RankLow "rankLow",
    RankHigh "rankHigh",
    ScoreLow "scoreLow",
    ScoreHigh "scoreHigh",
    InTop10 "inTop10",
    InTop50 "inTop50",
    InTop100 "inTop100",
    Tier "tier",
    Percentile "percentile",
    PercentileAmongPeers "percentileAmongPeers",
    Authenticity "authenticity",
    RawCredit "rawCredit",
    Cie "cie",
    CieDirect "cieDirect",
    CieIndirect "cieIndirect",
    SourceCredit "sourceCredit",
    Relay "relay",
    Susceptibility "susceptibility",
    CivDirect "civDirect",
    CivNet "civNet",
    Spread "spread",
    Influence "influence",
    SocialImpact "socialImpact",
    Visibility "visibility",
    Capillarity "capillarity",
    Rise "rise",
    RiseLow "riseLow",
    RiseHigh "riseHigh",
    Persistence "persistence",
    Volatility "volatility",
    Advocacy "advocacy",
    Value "value",
    Cost "cost",
    FirstTime "firstTime",
    LastTime "lastTime",
}

impl Column {
    /// Its stable name, as in `column("inDegree")`.
    pub fn name(self) -> &'static str {
        Column::NAMES[self as usize]
    }

    /// Whether it is computed after the ranking (see [`crate::insight`]), and unknown before.
    pub fn is_insight(self) -> bool {
        self >= Column::RankLow
            && self <= Column::Advocacy
            && !matches!(self, Column::Authenticity | Column::RawCredit)
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
        // A part that is not there, and one that nobody has, are unknown alike.
        let of = |column: Option<Vec<f64>>| {
            column.filter(|column| column.len() == accounts).unwrap_or_else(|| vec![f64::NAN; accounts])
        };
        let insights = view.insights;
        let value = insights.value.as_ref().and_then(|value| value.as_deref());
        let sure = |part: &dyn Fn(&Uncertainty) -> Vec<f64>| of(insights.uncertainty.as_deref().map(part));
        let places = |column: &[u32]| {
            column.iter().map(|place| if *place > 0 { f64::from(*place) } else { f64::NAN }).collect()
        };
        let wide = |column: &[f32]| column.iter().map(|x| f64::from(*x)).collect();
        let percents = |column: &[f64]| column.iter().map(|x| 100.0 * x).collect();
        match self {
            Column::Score => analysis.scores.score.clone(),
            Column::Rank => each(&|a| {
                let place = analysis.scores.place[a];
                if (place as usize) < analysis.scores.ranked { f64::from(place) + 1.0 } else { f64::NAN }
            }),
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
            Column::RankLow => sure(&|u| places(&u.rank_low)),
            Column::RankHigh => sure(&|u| places(&u.rank_high)),
            Column::ScoreLow => sure(&|u| u.score_low.clone()),
            Column::ScoreHigh => sure(&|u| u.score_high.clone()),
            Column::InTop10 => sure(&|u| wide(&u.in_top[0])),
            Column::InTop50 => sure(&|u| wide(&u.in_top[1])),
            Column::InTop100 => sure(&|u| wide(&u.in_top[2])),
            Column::Tier => sure(&|u| places(&u.tier)),
            Column::Percentile => of(insights.standings.as_deref().map(|s| percents(&s.overall))),
            Column::PercentileAmongPeers => {
                of(insights.standings.as_deref().map(|s| percents(&s.among_peers)))
            }
            Column::Authenticity => of(analysis.authenticity.as_deref().map(|a| a.of.clone())),
            Column::RawCredit => of(analysis.has_credit().then(|| analysis.raw_credit.of.clone())),
            Column::Cie => of(value.map(|v| v.influence.share.clone())),
            Column::CieDirect => of(value.map(|v| v.influence.direct.clone())),
            Column::CieIndirect => of(value.map(|v| v.influence.indirect.clone())),
            Column::SourceCredit => of(value.map(|v| v.sources.credit.clone())),
            Column::Relay => of(value.map(|v| v.sources.relay.clone())),
            Column::Susceptibility => of(value.map(|v| v.responses.susceptibility.clone())),
            Column::CivDirect => of(value.and_then(|v| v.worth.as_ref()).map(|w| w.direct.clone())),
            Column::CivNet => of(value.and_then(|v| v.worth.as_ref()).map(|w| w.net.clone())),
            Column::Spread => of(insights.behaviours.as_deref().map(|b| b.spread.per_post.clone())),
            Column::Influence => of(insights.behaviours.as_deref().map(|b| b.influence.per_post.clone())),
            Column::SocialImpact => {
                of(insights.behaviours.as_deref().map(|b| b.social_impact.per_post.clone()))
            }
            Column::Visibility => of(insights.visibility.as_deref().cloned()),
            Column::Capillarity => of(insights.capillarity.as_deref().map(|c| c.communities.clone())),
            Column::Rise => of(insights.trends.as_deref().map(|t| t.rise.clone())),
            Column::RiseLow => of(insights.trends.as_deref().map(|t| t.rise_low.clone())),
            Column::RiseHigh => of(insights.trends.as_deref().map(|t| t.rise_high.clone())),
            Column::Persistence => of(insights.trends.as_deref().map(|t| t.persistence.clone())),
            Column::Volatility => of(insights.trends.as_deref().map(|t| t.volatility.clone())),
            Column::Advocacy => of(insights.ambassadors.as_deref().map(|all| {
                let mut column = vec![f64::NAN; accounts];
                for person in &all.people {
                    column[person.account as usize] = person.advocacy;
                }
                column
            })),
            Column::Value => each(&|a| analysis.data.accounts.value_of(a)),
            Column::Cost => each(&|a| analysis.data.accounts.cost_of(a)),
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
