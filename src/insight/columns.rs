//! The columns that types of people are told by.

use crate::error::Result;
use crate::graph::local::reciprocity::reciprocity;
use crate::math::quantile::mid_rank_percentiles;
use crate::model::PostKind;
use crate::people::discoverer::Discoveries;
use crate::people::types::Columns;
use crate::score::{Analysis, Pillar, SubFactor};
use crate::value::Value;

/// What rules of types read that the analysis does not hold as columns. Unknown is NaN; a column is empty where nobody
/// has it.
#[derive(Debug, Clone, Default)]
pub struct TypeColumns {
    popularity: Vec<f64>,
    on_topic: Vec<f64>,
    reciprocity: Vec<f64>,
    neighbours: Vec<f64>,
    reshares: Vec<f64>,
    rhythm: Vec<f64>,
}

/// Days below which posts a week are not a rhythm.
const MIN_DAYS: f64 = 7.0;
const DAY: f64 = 86_400_000.0;

impl TypeColumns {
    /// Computes the columns. Cost: a pass over posts and arcs, and a sort of the accounts.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(analysis: &Analysis) -> Result<TypeColumns> {
        let graph = &analysis.attention.graph;
        let n = analysis.data.accounts.len();
        let popularity = &analysis.factors[SubFactor::Popularity as usize].natural;
        let mut columns = TypeColumns {
            popularity: mid_rank_percentiles(popularity).into_iter().map(|p| 100.0 * p).collect(),
            ..TypeColumns::default()
        };
        if graph.arcs() > 0 {
            columns.reciprocity = reciprocity(graph)?.of;
            columns.neighbours = (0..n).map(|a| (graph.in_degree(a) + graph.out_degree(a)) as f64).collect();
        }
        let posts = &analysis.data.posts;
        if posts.known > 0 {
            let context = analysis.context();
            columns.reshares = vec![f64::NAN; n];
            let weeks = analysis
                .span
                .map(|(first, last)| (last - first) as f64 / DAY)
                .filter(|days| *days >= MIN_DAYS);
            if weeks.is_some() {
                columns.rhythm = vec![f64::NAN; n];
            }
            if context.topic.is_some() {
                columns.on_topic = vec![f64::NAN; n];
            }
            for account in 0..n {
                let (mut all, mut shares, mut on, mut read) = (0.0, 0.0, 0.0, 0.0);
                for post in context.posts_of(account) {
                    all += 1.0;
                    if posts.kind[post] == PostKind::Repost {
                        shares += 1.0;
                    } else if let Some(topic) = context.topic.filter(|t| !t.q[post].is_nan()) {
                        read += 1.0;
                        on += f64::from(u8::from(topic.q[post] > 0.0));
                    }
                }
                if all > 0.0 {
                    columns.reshares[account] = shares / all;
                    if let Some(days) = weeks {
                        columns.rhythm[account] = 7.0 * all / days;
                    }
                }
                if read > 0.0 {
                    columns.on_topic[account] = on / read;
                }
            }
        }
        Ok(columns)
    }

    /// All that rules read.
    pub fn with<'a>(
        &'a self,
        analysis: &'a Analysis,
        value: Option<&'a Value>,
        discoveries: Option<&'a Discoveries>,
    ) -> Columns<'a> {
        let circles = analysis.communities.as_deref();
        Columns {
            followers: &analysis.data.accounts.followers,
            popularity: &self.popularity,
            on_topic: &self.on_topic,
            reciprocity: &self.reciprocity,
            relevance: &analysis.scores.pillars[Pillar::Relevance as usize],
            z: circles.map_or(&[], |c| &c.z),
            authority: &analysis.factors[SubFactor::Authority as usize].score,
            discovery: discoveries.map_or(&[], |d| &d.rank),
            discoveries: discoveries.map_or(&[], |d| &d.items),
            participation: circles.map_or(&[], |c| &c.participation),
            neighbours: &self.neighbours,
            betweenness: &[],
            reshares: &self.reshares,
            relay: value.map_or(&[], |v| &v.sources.relay),
            rhythm: &self.rhythm,
        }
    }
}
