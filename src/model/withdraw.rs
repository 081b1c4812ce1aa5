//! Takes people out of the data who asked to be left out: they, what they wrote, what others repeat of it, their ties,
//! and their names in the words of others.
//!
//! It is done once, when the data are in order and before anything is computed: nothing that comes later can show them,
//! because it never meets them.

use super::builder::Builder;
use super::counter::Counter;
use super::dataset::{Accounts, Dataset, Moments, NONE, Posts};
use super::freeze::{Names, column};
use super::handle::normalise_handle;
use super::numbering::{Numbering, keep};
use super::opt_out::{Cover, OptOut};
use super::record::{Layer, PostKind};
use super::strings::StrId;
use crate::error::Result;
use serde::Serialize;
use std::collections::BTreeSet;

/// What became of a list of people to leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[allow(missing_docs)]
pub struct Withdrawn {
    /// Names on the list.
    pub asked: usize,
    /// Those that the files hold.
    pub found: usize,
    /// Accounts left out: one person may have several.
    pub accounts: usize,
    /// Posts left out: their own, and those that only repeat them.
    pub posts: usize,
    /// Ties left out.
    pub ties: usize,
    /// Texts of others with a name covered.
    pub covered: usize,
}

/// A withdrawal under way: people are out at once, texts follow piece by piece.
#[derive(Debug)]
pub struct Withdrawal {
    cover: Cover,
    next: usize,
}

impl Withdrawal {
    /// Takes people, their posts and their ties out of the data. Cost: O(names + posts + ties).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn begin(builder: &Builder, of: &Names, data: &mut Dataset, list: OptOut) -> Result<Withdrawal> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        let mut out = column(data.accounts.len(), false, "accounts")?;
        let mut key = String::new();
        let strings = &builder.strings;
        for (account, is_out) in out.iter_mut().enumerate() {
            let platform = data.accounts.platform[account];
            let mut meet = |name: &str| {
                if normalise_handle(platform, name, &mut key).is_some()
                    && let Some(entry) = list.entry_of(&key)
                {
                    found.insert(entry);
                    *is_out = true;
                }
            };
            meet(strings.get(data.accounts.handle[account]));
            meet(strings.get(data.accounts.key[account]));
        }
        // Handles that an account had before lead to it as well.
        for name in 0..builder.names.len() as u32 {
            let account = of.at(name, 0);
            if account != NONE
                && !out[account as usize]
                && let Some(entry) = list.entry_of(strings.get(builder.names.text(name)))
            {
                found.insert(entry);
                out[account as usize] = true;
            }
        }
        let mut names = BTreeSet::new();
        for name in 0..builder.names.len() as u32 {
            let account = of.at(name, 0);
            if account != NONE && out[account as usize] {
                names.insert(strings.get(builder.names.text(name)).to_owned());
            }
        }
        for account in (0..out.len()).filter(|account| out[*account]) {
            for text in [data.accounts.handle[account], data.accounts.name[account]] {
                names.extend(strings.get_some(text).map(str::to_owned));
            }
        }
        data.withdrawn = Withdrawn { asked: list.len(), found: found.len(), ..Withdrawn::default() };
        data.take_out(&out)?;
        Ok(Withdrawal { cover: Cover::new(list, names.iter().map(String::as_str)), next: 0 })
    }

    /// Covers names in some more texts; whether all are done. Cost: O(bytes of the texts).
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn step(&mut self, builder: &mut Builder, data: &mut Dataset, texts: usize) -> Result<bool> {
        let cover = &mut self.cover;
        let accounts = data.accounts.len();
        let all = accounts + data.posts.time.len();
        let to = all.min(self.next + texts.max(1));
        for at in self.next..to {
            let hides = |id: &mut StrId, builder: &mut Builder, cover: &mut Cover| -> Result<bool> {
                let covered = builder.strings.get_some(*id).and_then(|text| cover.cover(text));
                let Some(covered) = covered else { return Ok(false) };
                *id = builder.strings.add(&covered)?;
                Ok(true)
            };
            if at < accounts {
                let of = &mut data.accounts;
                let name = hides(&mut of.name[at], builder, cover)?;
                let bio = hides(&mut of.bio[at], builder, cover)?;
                let location = hides(&mut of.location[at], builder, cover)?;
                data.withdrawn.covered += usize::from(name || bio || location);
                continue;
            }
            let post = at - accounts;
            data.withdrawn.covered += usize::from(hides(&mut data.posts.text[post], builder, cover)?);
            if let Some(url) = data.posts.url.get_mut(post)
                && builder.strings.get_some(*url).is_some_and(|text| cover.cover(text).is_some())
            {
                *url = StrId::NONE;
            }
        }
        self.next = to;
        Ok(to == all)
    }

    /// The share of texts done.
    pub fn share_done(&self, data: &Dataset) -> f64 {
        self.next as f64 / (data.accounts.len() + data.posts.time.len()).max(1) as f64
    }
}

impl Dataset {
    /// Leaves accounts out, with their posts, the re-shares of these, and their ties.
    fn take_out(&mut self, out: &[bool]) -> Result<()> {
        let gone = out.iter().filter(|out| **out).count();
        self.withdrawn.accounts = gone;
        if gone == 0 {
            return Ok(());
        }
        let is_out = |account: u32| account != NONE && out[account as usize];
        let posts = &self.posts;
        let mut kept = column(posts.time.len(), true, "posts")?;
        for (post, kept) in kept.iter_mut().enumerate() {
            let of = posts.ref_post[post];
            let repeats =
                posts.kind[post] == PostKind::Repost && of != NONE && is_out(posts.author[of as usize]);
            *kept = !is_out(posts.author[post]) && !repeats;
        }
        let ties = &self.ties;
        for tie in (0..ties.len()).filter(|tie| ties.layer[*tie] == Layer::Repost && is_out(ties.to[*tie])) {
            if let Some(kept) = kept.get_mut(ties.post[tie] as usize) {
                *kept = false;
            }
        }
        let known: Vec<bool> = out.iter().map(|out| !out).collect();
        let account_at = Numbering::of_marked(&known, "accounts")?;
        let post_at = Numbering::of_marked(&kept, "posts")?;
        let mut stays = column(self.ties.len(), true, "ties")?;
        for (tie, stays) in stays.iter_mut().enumerate() {
            let post = self.ties.post[tie];
            *stays = !is_out(self.ties.from[tie])
                && !is_out(self.ties.to[tie])
                && (post == NONE || kept[post as usize]);
        }
        self.withdrawn.ties = stays.iter().filter(|stays| !**stays).count();
        self.withdrawn.posts = kept[..self.posts.known].iter().filter(|kept| !**kept).count();
        let ties = &mut self.ties;
        keep(&mut ties.from, &stays);
        keep(&mut ties.to, &stays);
        keep(&mut ties.layer, &stays);
        ties.time.keep(&stays);
        keep(&mut ties.weight, &stays);
        keep(&mut ties.post, &stays);
        account_at.rename(&mut ties.from);
        account_at.rename(&mut ties.to);
        post_at.rename(&mut ties.post);
        self.posts.take(&kept)?;
        account_at.rename(&mut self.posts.author);
        post_at.rename(&mut self.posts.ref_post);
        self.accounts.take(&known);
        self.posts.group(self.accounts.len())
    }
}

impl Posts {
    fn take(&mut self, kept: &[bool]) -> Result<()> {
        let Posts {
            known,
            id,
            author,
            time,
            kind,
            text,
            url,
            lang,
            ref_post,
            counts,
            file,
            row,
            of_record,
            // Grouped anew afterwards.
            author_start: _,
            by_author: _,
        } = self;
        *known = kept[..*known].iter().filter(|kept| **kept).count();
        keep(id, kept);
        keep(author, kept);
        time.keep(kept);
        keep(kind, kept);
        keep(text, kept);
        keep(url, kept);
        keep(lang, kept);
        keep(ref_post, kept);
        keep(file, kept);
        keep(row, kept);
        keep(of_record, kept);
        for column in counts.iter_mut().filter(|column| !column.is_empty()) {
            let mut rest = Counter::default();
            for (new, old) in (0..kept.len()).filter(|old| kept[*old]).enumerate() {
                let value = column.get(old);
                if !value.is_nan() {
                    rest.set(new, value)?;
                }
            }
            *column = rest;
        }
        Ok(())
    }
}

impl Accounts {
    fn take(&mut self, kept: &[bool]) {
        // Every column by name, so that none that is added later is forgotten.
        let Accounts {
            platform,
            key,
            has_id,
            handle,
            name,
            bio,
            location,
            followers,
            following,
            posts_total,
            verified,
            self_ties,
            value,
            orders,
            cost,
            lists,
        } = self;
        keep(platform, kept);
        keep(key, kept);
        keep(has_id, kept);
        keep(handle, kept);
        keep(name, kept);
        keep(bio, kept);
        keep(location, kept);
        keep(followers, kept);
        keep(following, kept);
        keep(posts_total, kept);
        keep(verified, kept);
        keep(self_ties, kept);
        keep(value, kept);
        keep(orders, kept);
        keep(cost, kept);
        keep(lists, kept);
    }
}

impl Moments {
    fn keep(&mut self, kept: &[bool]) {
        keep(self.column(), kept);
    }
}
