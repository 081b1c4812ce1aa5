//! Stages over the texts: the subject, a reading of all of them, who says which word.

use super::stage::Stage;
use super::{READING_UNITS, Work};
use crate::error::Result;
use crate::model::{Builder, PostKind};
use crate::score::{Brand, Settings};
use crate::text::Relevance;
use crate::text::brands::Brands;
use crate::text::expansion::TopicWords;
use crate::text::reading::Reading;
use crate::text::tone::Tongue;
use crate::text::vocabulary::Collection;
use std::rc::Rc;

/// Posts matched with the brief for one unit of budget (about a millisecond of native work).
const POSTS_A_UNIT: usize = 400;

impl Work {
    /// Which posts are on the subject.
    pub(super) fn text(
        &mut self,
        builder: &Builder,
        relevance: Option<Box<Relevance>>,
        at: usize,
        budget: f64,
    ) -> Stage {
        let data = self.data();
        let known = data.posts.known;
        if self.brief.is_empty() {
            self.topic = Some(None);
        } else {
            let mut relevance = relevance.unwrap_or_else(|| Box::new(Relevance::new(&self.brief)));
            let to = known.min(at + (budget * POSTS_A_UNIT as f64) as usize);
            for post in at..to {
                let repost = data.posts.kind[post] == PostKind::Repost;
                relevance.add(builder.strings().get_some(data.posts.text[post]), repost);
            }
            if to < known {
                return Stage::Text(Some(relevance), to);
            }
            let topic = relevance.finish();
            self.topic = Some((topic.matching_posts > 0).then(|| Rc::new(topic)));
        }
        if self.readings.is_none() { Stage::Reading(None) } else { self.after_reading() }
    }

    /// What comes next of what is not there yet, once texts are read.
    pub(super) fn after_reading(&self) -> Stage {
        match (&self.vocabulary, &self.attention, &self.communities) {
            (None, ..) => Stage::Vocabulary(None),
            (_, None, _) => Stage::Graph,
            (.., None) => Stage::Communities(None),
            _ => Stage::HalfLife(None),
        }
    }

    /// Reads all texts: language, tone, brands named.
    pub(super) fn read(
        &mut self,
        builder: &Builder,
        reading: Option<Box<Reading>>,
        budget: f64,
    ) -> Result<Stage> {
        let data = self.data();
        let mut reading = match reading {
            Some(reading) => reading,
            None if !data.posts.text[..data.posts.known].iter().any(|text| text.is_some()) => {
                self.readings = Some(None);
                return Ok(self.after_reading());
            }
            None => {
                let Settings { brand, competitors, .. } = &self.settings;
                // The caller's own has the first bit, whether it is named or not.
                let own = brand.iter().flat_map(Brand::names).collect::<Vec<_>>();
                let others = competitors.iter().map(|brand| brand.names().collect::<Vec<_>>());
                Box::new(Reading::new(&data, Brands::new(std::iter::once(own).chain(others)))?)
            }
        };
        for _ in 0..(budget / READING_UNITS).max(1.0) as usize {
            if reading.step(&data, builder.strings()) {
                self.readings = Some(Some(Rc::new(reading.finish())));
                return Ok(self.after_reading());
            }
        }
        Ok(Stage::Reading(Some(reading)))
    }

    /// Counts who says which word, where there is a subject that the words can go with.
    pub(super) fn collect(
        &mut self,
        builder: &Builder,
        collection: Option<Box<Collection>>,
        budget: f64,
    ) -> Result<Stage> {
        let data = self.data();
        let Some(topic) = self.topic.clone().flatten() else {
            self.vocabulary = Some(None);
            return Ok(self.after_reading());
        };
        let mut collection = match collection {
            Some(collection) => collection,
            None => Box::new(Collection::new(&data)?),
        };
        let readings = self.readings.clone().flatten().unwrap_or_default();
        let window = self.settings.window;
        let tongue = |account: usize| readings.language_of(account).map(Tongue::of_code).unwrap_or_default();
        let subject = |post: usize| {
            let counts = window.contains(data.posts.time.at(post)) && !topic.q[post].is_nan();
            counts.then(|| topic.q[post] > 0.0)
        };
        for _ in 0..(budget / READING_UNITS).max(1.0) as usize {
            if collection.step(&data, builder.strings(), tongue, subject)? {
                let vocabulary = collection.finish();
                let words = TopicWords::learn(&vocabulary, &self.brief);
                self.vocabulary = Some(Some(Rc::new((words, vocabulary))));
                return Ok(self.after_reading());
            }
        }
        Ok(Stage::Vocabulary(Some(collection)))
    }
}
