//! A post as an adapter of JSON understood it, and the one way from there into the study.

use super::ledger::Ledger;
use super::mentions;
use crate::error::Result;
use crate::limits;
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, TieIn};
use std::borrow::Cow;

/// Text of a record, borrowed where it stands there as it is.
pub type Text<'v> = Option<Cow<'v, str>>;

/// An account as a record shows it.
#[derive(Debug, Clone, Default)]
pub struct Who<'v> {
    /// Stable id.
    pub id: Text<'v>,
    /// Handle.
    pub handle: Text<'v>,
    /// Display name.
    pub name: Text<'v>,
    /// Self-description.
    pub bio: Text<'v>,
    /// Where it says it is.
    pub location: Text<'v>,
    /// Followers.
    pub followers: Option<f64>,
    /// Accounts followed.
    pub following: Option<f64>,
    /// Posts ever published.
    pub posts_total: Option<f64>,
    /// Verified by the platform.
    pub verified: Option<bool>,
}

impl<'v> Who<'v> {
    /// An account known by an id, a handle, or both.
    pub fn named(id: Text<'v>, handle: Text<'v>) -> Self {
        Who { id, handle, ..Who::default() }
    }

    /// Registers the account.
    pub fn add(&self, platform: Platform, at: Option<Millis>, into: &mut Builder) -> Result<Option<NameId>> {
        into.account(&AccountIn {
            platform,
            id: self.id.as_deref(),
            handle: self.handle.as_deref(),
            name: self.name.as_deref(),
            bio: self.bio.as_deref(),
            location: self.location.as_deref(),
            followers: self.followers,
            following: self.following,
            posts_total: self.posts_total,
            verified: self.verified,
            at,
        })
    }
}

/// The post that a post re-shares, quotes or answers.
#[derive(Debug, Default)]
pub struct Reference<'v> {
    /// Its id.
    pub post: Text<'v>,
    /// Its author, where the record says who.
    pub who: Option<Who<'v>>,
    /// All of it, where the record holds it.
    pub whole: Option<Box<Found<'v>>>,
}

/// A post.
#[derive(Debug)]
pub struct Found<'v> {
    /// The network.
    pub platform: Platform,
    /// Its id.
    pub id: Text<'v>,
    /// Who wrote it.
    pub author: Who<'v>,
    /// When.
    pub time: Option<Millis>,
    /// What it is.
    pub kind: PostKind,
    /// Its text; for a re-share, of the original.
    pub text: Text<'v>,
    /// Language code.
    pub lang: Text<'v>,
    /// Address.
    pub url: Text<'v>,
    /// What it refers to.
    pub reference: Reference<'v>,
    /// Accounts that it names, besides those of its text.
    pub mentions: Vec<Who<'v>>,
    /// Whether its text is to be searched for names with `@`.
    pub names_in_text: bool,
    /// Counters: for a re-share they are the original's, and are left out.
    pub counts: Counts,
    /// When the counters were read.
    pub collected_at: Option<Millis>,
    /// Who liked it, or reacted to it, where the record names them, and when.
    pub liked_by: Vec<(Who<'v>, Option<Millis>)>,
    /// Other posts that the record holds, such as comments.
    pub inside: Vec<Found<'v>>,
}

impl<'v> Found<'v> {
    /// A post of which nothing is known yet but its network.
    pub fn on(platform: Platform) -> Self {
        Found {
            platform,
            id: None,
            author: Who::default(),
            time: None,
            kind: PostKind::Original,
            text: None,
            lang: None,
            url: None,
            reference: Reference::default(),
            mentions: Vec::new(),
            names_in_text: false,
            counts: Counts::default(),
            collected_at: None,
            liked_by: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// Says what the post refers to; of several references the first one counts.
    pub fn refers(&mut self, kind: PostKind, reference: Reference<'v>) {
        if self.kind == PostKind::Original {
            self.kind = kind;
            self.reference = reference;
        }
    }

    /// Adds the post of an open record, and closes the record: kept, or dropped with its reason.
    pub fn close(
        &self,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
        excerpt: impl FnOnce() -> String,
    ) -> Result<()> {
        if self.text.as_deref().is_some_and(|t| t.len() > limits::TEXT_BYTES) {
            ledger.repair("text.cut", None, || self.text.as_deref().unwrap_or_default().to_owned());
        }
        match self.add(row, false, self.collected_at.or(self.time), into)? {
            Some(_) => ledger.keep(self.time),
            None => ledger.drop("row.no_author", excerpt),
        }
        Ok(())
    }

    /// Adds the post and those it holds. `at` is the moment of the record, at which its numbers were read or later.
    pub fn add(
        &self,
        row: u64,
        embedded: bool,
        at: Option<Millis>,
        into: &mut Builder,
    ) -> Result<Option<NameId>> {
        let Some(author) = self.author.add(self.platform, at, into)? else { return Ok(None) };
        let inner = match &self.reference.whole {
            Some(whole) => whole.add(row, true, at, into)?,
            None => None,
        };
        let ref_author = match (inner, &self.reference.who) {
            (None, Some(who)) => who.add(self.platform, at, into)?,
            (known, _) => known,
        };
        let mut names = Vec::new();
        if self.kind != PostKind::Repost {
            for who in &self.mentions {
                names.extend(who.add(self.platform, at, into)?);
            }
            if self.names_in_text {
                self.named_in_text(author, ref_author, &mut names, into)?;
            }
        }
        into.post(&PostIn {
            platform: self.platform,
            id: self.id.as_deref(),
            author,
            time: self.time,
            kind: self.kind,
            text: self.text.as_deref(),
            lang: self.lang.as_deref(),
            url: self.url.as_deref(),
            ref_post: self.reference.post.as_deref(),
            ref_author,
            mentions: &names,
            counts: if self.kind == PostKind::Repost { Counts::default() } else { self.counts },
            collected_at: at,
            embedded,
            row,
        })?;
        for (who, time) in &self.liked_by {
            if let Some(from) = who.add(self.platform, time.or(at), into)? {
                into.tie(&TieIn { from, to: author, layer: Layer::Like, time: *time, weight: 1.0, row })?;
            }
        }
        for other in &self.inside {
            other.add(row, true, at, into)?;
        }
        Ok(Some(author))
    }

    /// Names with `@` in the text. An account of the record that is known by its id too keeps its one name.
    fn named_in_text(
        &self,
        author: NameId,
        ref_author: Option<NameId>,
        names: &mut Vec<NameId>,
        into: &mut Builder,
    ) -> Result<()> {
        let Some(text) = self.text.as_deref() else { return Ok(()) };
        let is = |who: &Who<'_>, handle: &str| {
            who.handle.as_deref().is_some_and(|h| h.trim_start_matches('@').eq_ignore_ascii_case(handle))
        };
        let answered = self.reference.whole.as_ref().map(|w| &w.author).or(self.reference.who.as_ref());
        let mut failed = Ok(());
        mentions::in_text_of(self.platform, text, |handle| {
            if failed.is_err() {
                return;
            }
            let name = if is(&self.author, handle) {
                Some(author)
            } else if ref_author.is_some() && answered.is_some_and(|who| is(who, handle)) {
                ref_author
            } else if self.mentions.iter().any(|who| is(who, handle)) {
                None
            } else {
                match into.account(&AccountIn::named(self.platform, None, Some(handle))) {
                    Ok(name) => name,
                    Err(error) => {
                        failed = Err(error);
                        None
                    }
                }
            };
            if let Some(name) = name
                && !names.contains(&name)
            {
                names.push(name);
            }
        });
        failed
    }
}
