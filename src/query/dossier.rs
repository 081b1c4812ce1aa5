//! One account: why its score is what it is, down to the posts and the ties.

use super::profile::{Profile, profile};
use super::ranking::{RankingRow, row};
use super::tone::{PersonTone, PostTone, person_tone, post_tones};
use super::{View, some};
use crate::limits::DOSSIER_ROWS;
use crate::math::quantile::mid_rank_percentile;
use crate::model::{Layer, NONE, Platform, PostKind, count};
use crate::score::explain::{Explanation, explain, shares_of};
use crate::score::{FactorColumn, Pillar, SubFactor, Unit, frequency, goodwill};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// One sub-factor of one account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct FactorDetail {
    pub name: SubFactor,
    pub pillar: Pillar,
    pub weight: f64,
    pub available: bool,
    pub reason: Option<&'static str>,
    pub value: Option<f64>,
    pub natural: Option<f64>,
    pub unit: Unit,
    pub params: Map<String, Value>,
    pub percentile: Option<f64>,
    pub contribution: Option<f64>,
}

/// A post that is evidence of the score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct EvidencePost {
    pub text: Option<String>,
    pub time: Option<f64>,
    pub kind: PostKind,
    pub url: Option<String>,
    pub id: Option<String>,
    pub lang: Option<String>,
    pub topic: Option<f64>,
    pub resharers: Option<u32>,
    pub likes: Option<f64>,
    pub reposts: Option<f64>,
    pub replies: Option<f64>,
    pub views: Option<f64>,
    /// How it sounds; `None` where the text is unknown.
    pub tone: Option<PostTone>,
    pub file: u16,
    pub row: u32,
    /// Name of the file, with the archive or folder that it is a part of.
    pub source: Option<String>,
}

/// The ties with one other account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct TieRow {
    pub index: u32,
    pub handle: String,
    pub platform: Platform,
    pub layers: BTreeMap<&'static str, u32>,
    pub credit: Option<f64>,
    pub first_time: Option<f64>,
    pub last_time: Option<f64>,
}

/// Everything about one account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Dossier {
    #[serde(flatten)]
    pub row: RankingRow,
    pub id: Option<String>,
    pub bio: Option<String>,
    pub location: Option<String>,
    pub following: Option<f64>,
    pub verified: Option<bool>,
    pub pillars: BTreeMap<&'static str, Option<f64>>,
    pub factors: Vec<FactorDetail>,
    pub explanation: Explanation,
    pub evidence: Vec<EvidencePost>,
    pub evidence_total: usize,
    pub reactors: Vec<TieRow>,
    pub reactors_total: usize,
    pub reacts_to: Vec<TieRow>,
    pub reacts_to_total: usize,
    pub self_ties: u32,
    /// How the account's own posts sound; `None` where no text was read.
    pub tone: Option<PersonTone>,
    pub profile: Profile,
}

/// The dossier of an account. Cost: a pass over the ties, for the re-sharers of its posts.
pub fn dossier(view: View<'_>, account: u32) -> Dossier {
    let (analysis, a) = (view.analysis, account as usize);
    let accounts = &analysis.data.accounts;
    let own: Vec<usize> = super::column::posts(view, a).collect();
    let (evidence, evidence_total) = evidence(view, &own);
    let (reactors, reactors_total) = ties(view, a, true);
    let (reacts_to, reacts_to_total) = ties(view, a, false);
    let pillar = |p: Pillar| (p.name(), some(analysis.scores.pillars[p as usize][a]));
    Dossier {
        row: row(view, account),
        id: accounts.has_id[a].then(|| view.strings.get(accounts.key[a]).to_owned()),
        bio: view.strings.get_some(accounts.bio[a]).map(str::to_owned),
        location: view.strings.get_some(accounts.location[a]).map(str::to_owned),
        following: some(accounts.following[a]),
        verified: (accounts.verified[a] >= 0).then_some(accounts.verified[a] > 0),
        pillars: Pillar::ALL.map(pillar).into_iter().collect(),
        factors: analysis.factors.iter().map(|f| factor(view, f, a)).collect(),
        explanation: explain(&analysis.scores, &analysis.factors, a),
        evidence,
        evidence_total,
        reactors,
        reactors_total,
        reacts_to,
        reacts_to_total,
        self_ties: accounts.self_ties[a],
        tone: person_tone(view, &own),
        profile: profile(view, a),
    }
}

fn factor(view: View<'_>, column: &FactorColumn, a: usize) -> FactorDetail {
    let analysis = view.analysis;
    let value = some(column.score[a]);
    let shares = shares_of(&analysis.scores, &analysis.factors, a, column.name.pillar());
    let own = shares.into_iter().find(|(at, _)| analysis.factors[*at].name == column.name);
    let weight = own.map_or(0.0, |(_, weight)| weight);
    let mut params = Map::new();
    let mut set = |name: &str, value: Value| params.insert(name.to_owned(), value);
    if let Some((first, last)) = analysis.span {
        set("days", (((last - first) as f64 / 86_400_000.0).max(1.0)).into());
    }
    match column.unit {
        Unit::ShareOfKindPeople if value.is_some() => {
            set("share", (100.0 * column.natural[a]).into());
            if let Some(tone) = analysis.tone() {
                let people = goodwill::answers_to(&analysis.context(), tone, a).people;
                set("people", people.into());
            }
        }
        Unit::Credit => {
            set("people", analysis.credit.people[a].into());
        }
        Unit::ShareOfWeeks | Unit::ShareOfDays | Unit::ShareOfHours if value.is_some() => {
            if let Some((active, observed)) = periods(view, a) {
                set("active", active.into());
                set("observed", observed.into());
            }
        }
        Unit::SubjectLift => {
            if let Some(topic) = analysis.topic.as_deref() {
                let own = |p: &usize| analysis.data.posts.kind[*p] != PostKind::Repost;
                let on = super::column::posts(view, a).filter(own).filter(|p| topic.q[*p] > 0.0).count();
                set("posts", super::column::posts(view, a).filter(own).count().into());
                set("onTopic", on.into());
            }
        }
        _ => {}
    }
    let reason = if value.is_some() { None } else { Some(column.missing.unwrap_or("unknown_here")) };
    FactorDetail {
        name: column.name,
        pillar: column.name.pillar(),
        weight,
        available: value.is_some(),
        reason,
        value,
        natural: some(column.natural[a]),
        unit: column.unit,
        params,
        percentile: value.map(|_| 100.0 * mid_rank_percentile(&column.natural, column.natural[a])),
        contribution: value.map(|v| weight * v),
    }
}

fn periods(view: View<'_>, a: usize) -> Option<(u32, u32)> {
    let (first, last) = view.analysis.span?;
    let periods = frequency::Periods::of(first, last)?;
    Some((periods.active(&view.analysis.context(), a, &mut Vec::new()), periods.observed))
}

/// The posts that say most: on the subject and re-shared first, then liked, then lately.
fn evidence(view: View<'_>, own: &[usize]) -> (Vec<EvidencePost>, usize) {
    let analysis = view.analysis;
    let posts = &analysis.data.posts;
    let resharers = resharers(view, own);
    let people = |i: usize| resharers.as_ref().map_or(0, |r| r[i]);
    let topic = |p: usize| analysis.topic.as_deref().map(|t| f64::from(t.q[p])).filter(|q| !q.is_nan());
    let mut order: Vec<usize> = (0..own.len()).filter(|i| posts.kind[own[*i]] != PostKind::Repost).collect();
    let weigh = |i: usize| {
        let reactions = f64::from(people(i)) + posts.count(count::REPOSTS, own[i]).unwrap_or(0.0);
        let likes = posts.count(count::LIKES, own[i]).unwrap_or(0.0);
        (topic(own[i]).unwrap_or(1.0) * (1.0 + reactions), likes)
    };
    order.sort_by(|i, j| {
        let (x, y) = (weigh(*i), weigh(*j));
        y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then(own[*j].cmp(&own[*i]))
    });
    let total = order.len();
    let text = |id| view.strings.get_some(id).map(str::to_owned);
    order.truncate(DOSSIER_ROWS);
    let mut tones = post_tones(view, order.iter().map(|i| own[*i])).into_iter();
    let rows = order.into_iter().map(|i| {
        let p = own[i];
        EvidencePost {
            text: text(posts.text[p]),
            time: posts.time.at(p).map(|t| t as f64),
            kind: posts.kind[p],
            url: posts.url.get(p).and_then(|url| text(*url)),
            id: posts.id[p].to_text(view.strings),
            lang: (posts.lang[p] as usize).checked_sub(1).map(|at| analysis.data.langs[at].clone()),
            topic: topic(p),
            resharers: resharers.as_ref().map(|r| r[i]),
            likes: posts.count(count::LIKES, p),
            reposts: posts.count(count::REPOSTS, p),
            replies: posts.count(count::REPLIES, p),
            views: posts.count(count::VIEWS, p),
            tone: tones.next().flatten(),
            file: posts.file[p],
            row: posts.row[p],
            source: None,
        }
    });
    (rows.collect(), total)
}

/// Distinct people who re-shared or quoted each of some posts of one account; `None` where the data do not say which
/// post was re-shared.
fn resharers(view: View<'_>, own: &[usize]) -> Option<Vec<u32>> {
    let analysis = view.analysis;
    let (posts, ties) = (&analysis.data.posts, &analysis.data.ties);
    let author = posts.author[*own.first()?] as usize;
    let mut counts = vec![0; own.len()];
    let mut people: Vec<(u32, u32)> = Vec::new();
    let mut shares = 0;
    for arc in analysis.attention.graph.in_arcs(author) {
        for t in analysis.attention.ties_of(*arc as usize, ties, analysis.window()) {
            if matches!(ties.layer[t], Layer::Repost | Layer::Quote) {
                shares += 1;
                let of = if ties.post[t] == NONE { NONE } else { posts.ref_post[ties.post[t] as usize] };
                if of != NONE {
                    people.push((of, ties.from[t]));
                }
            }
        }
    }
    if shares > 0 && people.is_empty() {
        return None;
    }
    people.sort_unstable();
    people.dedup();
    for (post, count) in own.iter().zip(&mut counts) {
        let from = people.partition_point(|p| (p.0 as usize) < *post);
        *count = people[from..].iter().take_while(|p| p.0 as usize == *post).count() as u32;
    }
    Some(counts)
}

/// The accounts on the other side of an account's ties, most credit first, then most ties.
fn ties(view: View<'_>, a: usize, incoming: bool) -> (Vec<TieRow>, usize) {
    let analysis = view.analysis;
    let (graph, ties) = (&analysis.attention.graph, &analysis.data.ties);
    let mut arcs: Vec<(usize, u32)> = if incoming {
        graph.in_arcs(a).iter().map(|arc| *arc as usize).zip(graph.sources(a).iter().copied()).collect()
    } else {
        graph.out_arcs(a).zip(graph.targets(a).iter().copied()).collect()
    };
    let total = arcs.len();
    arcs.sort_unstable_by(|x, y| {
        let credit = |arc: usize| analysis.credit.arc.get(arc).copied().unwrap_or(0.0);
        credit(y.0)
            .total_cmp(&credit(x.0))
            .then_with(|| graph.weight(y.0).total_cmp(&graph.weight(x.0)))
            .then(x.1.cmp(&y.1))
    });
    let rows = arcs.into_iter().take(DOSSIER_ROWS).map(|(arc, other)| {
        let mut layers = BTreeMap::new();
        let (mut first, mut last) = (None, None);
        for t in analysis.attention.ties_of(arc, ties, analysis.window()) {
            *layers.entry(ties.layer[t].name()).or_insert(0) += 1;
            if let Some(time) = ties.time.at(t) {
                first = Some(first.map_or(time, |f: i64| f.min(time)));
                last = Some(last.map_or(time, |l: i64| l.max(time)));
            }
        }
        TieRow {
            index: other,
            handle: view.handle(other as usize).to_owned(),
            platform: analysis.data.accounts.platform[other as usize],
            layers,
            credit: (incoming && analysis.has_credit()).then(|| f64::from(analysis.credit.arc[arc])),
            first_time: first.map(|t| t as f64),
            last_time: last.map(|t| t as f64),
        }
    });
    (rows.collect(), total)
}
