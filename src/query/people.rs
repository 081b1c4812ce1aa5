//! People who matter to the brand, posts to review, communities by name, words for the brief, look-alikes.

use super::tone::enough;
use super::{View, some};
use crate::error::Result;
use crate::graph::community::Communities;
use crate::model::NONE;
use crate::people::ambassadors::{Person, Standing};
use crate::people::look_alikes::{LookAlike, LookAlikes, Sources};
use crate::score::SubFactor;
use crate::text::Brief;
use crate::text::expansion::{GroupTerm, Suggestion, suggestions, terms_of};
use crate::text::vocabulary::Vocabulary;
use serde::Serialize;

/// People listed at the most, and posts to review.
const MOST: usize = 500;
/// Communities listed at the most, accounts at the centre of each, and words of its name.
const COMMUNITIES: usize = 50;
const CENTRAL: usize = 5;
const NAME_WORDS: usize = 3;
/// Words beyond the name: what else a community talks about.
const INTERESTS: usize = 10;
/// Accounts of a community that its words are taken from, the most listened to first.
const SPEAKERS: usize = 20_000;
/// Words suggested for the brief.
const SUGGESTED: usize = 30;

/// Somebody who stands up for the brand, works for it, buys from it, or speaks against it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct PersonRow {
    pub index: u32,
    pub handle: String,
    pub name: Option<String>,
    pub standing: Standing,
    pub employee: bool,
    pub customer: bool,
    pub mentions: u32,
    pub weeks: Option<u32>,
    /// Of the posts about the brand; `None` where fewer than ten of them have a tone.
    pub positive: Option<u32>,
    pub negative: Option<u32>,
    pub toned: u32,
    pub ads: u32,
    pub advocacy: Option<f64>,
    pub authenticity: Option<f64>,
    pub evidence: Vec<PostLine>,
}

/// A post, as a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PostLine {
    pub text: Option<String>,
    pub time: Option<f64>,
    pub tone: Option<f64>,
    pub file: u16,
    pub row: u32,
}

/// A post about the brand that is paid for, or may be.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PaidRow {
    pub index: u32,
    pub handle: String,
    pub disclosed: bool,
    pub reasons: Vec<&'static str>,
    pub post: PostLine,
}

/// People and posts of the brand.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct BrandPeople {
    pub people: Vec<PersonRow>,
    pub total: usize,
    pub paid: Vec<PaidRow>,
    pub reason: Option<&'static str>,
}

/// A community, named by what its accounts say more than the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct CommunityRow {
    pub number: u32,
    pub size: u32,
    pub name: Vec<String>,
    pub interests: Vec<GroupTerm>,
    pub central: Vec<super::profile::Named>,
    #[serde(flatten)]
    pub surroundings: super::circles::Surroundings,
}

fn line(view: View<'_>, post: u32) -> PostLine {
    let (posts, p) = (&view.analysis.data.posts, post as usize);
    PostLine {
        text: view.strings.get_some(posts.text[p]).map(str::to_owned),
        time: posts.time.at(p).map(|t| t as f64),
        tone: view.analysis.tone().and_then(|tone| some(f64::from(tone[p]))),
        file: posts.file[p],
        row: posts.row[p],
    }
}

/// People who matter to the brand, and posts about it to review. Cost: their posts.
pub fn brand_people(view: View<'_>) -> BrandPeople {
    let insights = view.insights;
    let found = insights.ambassadors.as_deref();
    let row = |person: &Person| PersonRow {
        index: person.account,
        handle: view.handle(person.account as usize).to_owned(),
        name: view.name(person.account as usize).map(str::to_owned),
        standing: person.standing,
        employee: person.employee.is_some(),
        customer: person.customer,
        mentions: person.regard.mentions,
        weeks: person.regard.weeks,
        positive: enough(person.regard.toned).then_some(person.regard.positive),
        negative: enough(person.regard.toned).then_some(person.regard.negative),
        toned: person.regard.toned,
        ads: person.regard.ads,
        advocacy: some(person.advocacy),
        authenticity: some(person.authenticity),
        evidence: person.evidence.iter().map(|post| line(view, *post)).collect(),
    };
    let paid = insights.paid.iter().flat_map(|all| all.iter().take(MOST));
    BrandPeople {
        people: found.iter().flat_map(|f| f.people.iter().take(MOST)).map(row).collect(),
        total: found.map_or(0, |f| f.people.len()),
        paid: paid
            .map(|paid| PaidRow {
                index: paid.account,
                handle: view.handle(paid.account as usize).to_owned(),
                disclosed: paid.is_disclosed(),
                reasons: paid.names().collect(),
                post: line(view, paid.post),
            })
            .collect(),
        reason: found.map_or(Some("no_brand"), |f| f.missing),
    }
}

fn vocabulary(view: View<'_>) -> Option<&Vocabulary> {
    let own = view.analysis.vocabulary.as_deref().map(|words| &words.1);
    own.or(view.insights.vocabulary.as_deref())
}

/// The largest communities, each with its name, its words, the accounts at its centre and what surrounds it. Cost: a pass
/// over the accounts and their ties, and the words of those listed.
pub fn communities(view: View<'_>) -> Vec<CommunityRow> {
    let Some(found) = view.analysis.communities.as_deref() else { return Vec::new() };
    let shown = found.sizes.len().min(COMMUNITIES);
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); shown];
    for (account, community) in found.of.iter().enumerate().filter(|(_, c)| **c != NONE) {
        if let Some(list) = members.get_mut(*community as usize) {
            list.push(account as u32);
        }
    }
    let credit = &view.analysis.credit.of;
    let mut surroundings = super::circles::surroundings(view, found, shown);
    let row = |(number, mut list): (usize, Vec<u32>)| {
        let value = |a: u32| credit.get(a as usize).copied().unwrap_or(0.0);
        let strength = |a: u32| (value(a), found.z[a as usize]);
        list.sort_by(|a, b| {
            let (x, y) = (strength(*a), strength(*b));
            y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then(a.cmp(b))
        });
        let words = vocabulary(view).map_or_else(Vec::new, |vocabulary| {
            terms_of(vocabulary, &list[..list.len().min(SPEAKERS)], NAME_WORDS + INTERESTS)
        });
        let named =
            |a: &u32| super::profile::Named { index: *a, handle: view.handle(*a as usize).to_owned() };
        CommunityRow {
            number: number as u32,
            size: found.sizes[number],
            name: words.iter().take(NAME_WORDS).map(|word| word.text.clone()).collect(),
            interests: words.into_iter().skip(NAME_WORDS).collect(),
            central: list.iter().take(CENTRAL).map(named).collect(),
            surroundings: std::mem::take(&mut surroundings[number]),
        }
    };
    members.into_iter().enumerate().map(row).collect()
}

/// Words and tags that the brief could have as well; none without a brief.
pub fn brief_suggestions(view: View<'_>) -> Result<Vec<Suggestion>> {
    let brief = Brief::parse(&view.analysis.settings.brief)?;
    let words = view.analysis.vocabulary.as_deref();
    Ok(words.map_or_else(Vec::new, |words| suggestions(&words.1, &brief, SUGGESTED)))
}

/// What accounts are compared by: every sub-factor, and what is known of their place and rhythm.
pub fn look_alike_sources<'a>(view: View<'a>) -> Sources<'a> {
    let analysis = view.analysis;
    let mut features: Vec<(&'static str, &'a [f64])> =
        SubFactor::ALL.iter().map(|f| (f.name(), &analysis.factors[*f as usize].score[..])).collect();
    let circles = analysis.communities.as_deref();
    if let Some(Communities { z, participation, .. }) = circles {
        features.push(("withinModule", z));
        features.push(("participation", participation));
    }
    if let Some(value) = view.insights.value.as_ref().and_then(|value| value.as_deref()) {
        features.push(("relay", &value.sources.relay));
    }
    Sources {
        data: &analysis.data,
        strings: view.strings,
        window: analysis.window(),
        features,
        circles: circles.map(|c| (&*analysis.attention.graph, &c.of[..])),
    }
}

/// An account that resembles those ticked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LookAlikeRow {
    pub index: u32,
    pub handle: String,
    pub similarity: f64,
    pub features: Option<f64>,
    pub topics: Option<f64>,
    pub circles: Option<f64>,
    pub closest: Vec<&'static str>,
    pub different: Vec<&'static str>,
}

/// The accounts nearest to those ticked.
pub fn look_alikes(
    view: View<'_>,
    vectors: &mut LookAlikes,
    ticked: &[u32],
    most: usize,
) -> Vec<LookAlikeRow> {
    let row = |one: LookAlike| LookAlikeRow {
        index: one.account,
        handle: view.handle(one.account as usize).to_owned(),
        similarity: one.similarity,
        features: some(one.features),
        topics: some(one.topics),
        circles: some(one.circles),
        closest: one.closest.iter().map(|beside| beside.feature).collect(),
        different: one.different.iter().map(|beside| beside.feature).collect(),
    };
    vectors.like(&look_alike_sources(view), ticked, most).into_iter().map(row).collect()
}
