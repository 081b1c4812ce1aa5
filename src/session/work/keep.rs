//! What the last changes of the settings leave as it was.

use super::stage::Stage;
use super::{Made, Work};
use crate::error::Result;
use crate::score::Settings;
use crate::text::Brief;

impl Work {
    /// Prepares an analysis. `last` is what was made of the same files: whatever its settings leave unchanged is kept.
    pub fn begin(files: usize, settings: &Settings, last: Option<&Made>) -> Result<Work> {
        let brief = Brief::parse(&settings.brief)?;
        // Other people are left out: other data.
        let last = last.filter(|made| made.analysis.settings.opt_out == settings.opt_out);
        let ranking = last.filter(|made| made.ranked).map(|made| &made.analysis);
        let last = last.map(|made| &made.analysis);
        let same_ties: fn(&Settings, &Settings) -> bool =
            |a, b| (a.window, a.ties.weights) == (b.window, b.ties.weights);
        let same_graph = last.filter(|a| same_ties(&a.settings, settings));
        // A graph alone has nothing of what comes below.
        let same = |unchanged: fn(&Settings, &Settings) -> bool| {
            ranking.filter(|a| unchanged(&a.settings, settings))
        };
        let same_brief = same(|a, b| a.brief == b.brief);
        let same_brands = same(|a, b| (&a.brand, &a.competitors) == (&b.brand, &b.competitors));
        let same_ties = same(same_ties);
        let same_words = same(|a, b| (&a.brief, a.window) == (&b.brief, b.window));
        let same_seed = same(|a, b| a.seed == b.seed);
        let same_memory = same(|a, b| a.objective.preset().memory == b.objective.preset().memory);
        let same_credit = same(|a, b| (a.window, a.ties, &a.brief) == (b.window, b.ties, &b.brief));
        let same_credit = same_credit.and(same_memory);
        // The subject and the objective play no part in what is tried.
        let same_choice = same(|a, b| (a.window, a.ties) == (b.window, b.ties));
        let same_factors = same(|a, b| {
            // What amplitude counts and what period rewards; nothing else of a sub-factor hangs on the objective.
            let asks = |s: &Settings| (s.objective.preset().effect, s.objective.preset().lifetime);
            (asks(a), &a.audience, &a.lists, a.discount, &a.tones, a.seed)
                == (asks(b), &b.audience, &b.lists, b.discount, &b.tones, b.seed)
        });
        let mut work = Work {
            files,
            settings: settings.clone(),
            brief,
            data: last.map(|a| a.data.clone()),
            names: None,
            topic: same_brief.map(|a| a.topic.clone()),
            readings: same_brands.map(|a| a.readings.clone()),
            vocabulary: same_words.map(|a| a.vocabulary.clone()),
            attention: same_graph.map(|a| a.attention.clone()),
            communities: same_ties.and(same_seed).map(|a| a.communities.clone()),
            tested: same_choice.map(|a| a.half_life.clone()).filter(|used| used.tested.is_some()),
            ambassadors: None,
            base: last.cloned(),
            reranked: false,
            graph_alone: false,
            stage: Stage::Accounts,
        };
        work.stage = match &mut work {
            Work { data: None, .. } => Stage::Accounts,
            Work { topic: None, .. } => Stage::Text(None, 0),
            Work { readings: None, .. } => Stage::Reading(None),
            Work { vocabulary: None, .. } => Stage::Vocabulary(None),
            Work { attention: None, .. } => Stage::Graph,
            Work { communities: None, .. } => Stage::Communities(None),
            _ if same_credit.is_none() => Stage::HalfLife(None),
            _ if same_factors.is_some() => {
                work.reranked = true;
                Stage::Score(ranking.map(|a| a.factors.clone()).unwrap_or_default())
            }
            _ => Stage::Score(Vec::new()),
        };
        Ok(work)
    }
}
