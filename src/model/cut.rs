//! A study as it stood at a moment: what anybody could have known then, and nothing of what came later.

use super::dataset::{Accounts, Dataset, Moments, NONE, Posts, Ties};
use super::freeze::column;
use super::numbering::Numbering;
use super::record::Millis;
use super::rows::NO_TIME;
use super::strings::StrId;
use crate::error::Result;

/// A study cut at a moment, and who its accounts are in the whole one.
#[derive(Debug, Default)]
pub struct Cut {
    /// The study before the moment.
    pub data: Dataset,
    /// Number in the whole study of each of its accounts; ascending.
    pub accounts: Vec<u32>,
}

impl Dataset {
    /// The study strictly before a moment.
    ///
    /// Kept are posts and ties dated before `moment`, and the accounts that they name. A post that was only found
    /// inside another record (the original inside its re-share) is kept where a kept post refers to it: that somebody
    /// re-shared it later is how it got into the file. What the files tell without saying when is left out, since it is as
    /// of the day they were made: counters of posts, followers, totals, undated ties and posts, worth and cost. Names,
    /// descriptions and lists of people known to the caller stay: they say who somebody is, not what happened.
    ///
    /// Accounts keep their order, so an order of accounts means the same in both.
    ///
    /// # Complexity
    /// O(accounts + posts + ties) time; at most the memory of the study.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn before(&self, moment: Millis) -> Result<Cut> {
        let earlier = |time: Option<Millis>| time.is_some_and(|t| t < moment);
        let (posts, ties) = (&self.posts, &self.ties);
        let mut kept = column(posts.author.len(), Kept::No, "posts")?;
        // From the last to the first: a post refers to one before it.
        for post in (0..posts.known).rev() {
            if !earlier(posts.time.at(post)) || !(posts.of_record[post] || kept[post] == Kept::Reference) {
                continue;
            }
            kept[post] = Kept::Whole;
            let to = posts.ref_post[post];
            if to != NONE && kept[to as usize] == Kept::No {
                kept[to as usize] = Kept::Reference;
            }
        }
        let tie_kept = |t: usize| {
            let by = ties.post[t];
            earlier(ties.time.at(t)) && (by == NONE || kept[by as usize] == Kept::Whole)
        };

        let mut named = column(self.accounts.len(), false, "accounts")?;
        for (post, kept) in kept.iter().enumerate() {
            if *kept != Kept::No && posts.author[post] != NONE {
                named[posts.author[post] as usize] = true;
            }
        }
        for t in (0..ties.len()).filter(|t| tie_kept(*t)) {
            named[ties.from[t] as usize] = true;
            named[ties.to[t] as usize] = true;
        }
        let accounts: Vec<u32> = (0..).zip(&named).filter(|n| *n.1).map(|(account, _)| account).collect();
        let new_account = Numbering::of(self.accounts.len(), accounts.iter().copied(), "accounts")?;
        let whole = (0..posts.known as u32).filter(|p| kept[*p as usize] == Kept::Whole);
        let mut order: Vec<u32> = whole.collect();
        let known = order.len();
        order.extend((0..kept.len() as u32).filter(|p| kept[*p as usize] == Kept::Reference));
        let new_post = Numbering::of(kept.len(), order.iter().copied(), "posts")?;
        let data = Dataset {
            posts: self.posts_of(&order, known, &new_post, &new_account, accounts.len())?,
            ties: self.ties_of(tie_kept, &new_post, &new_account),
            accounts: self.accounts_of(&accounts),
            langs: self.langs.clone(),
            withdrawn: self.withdrawn,
        };
        Ok(Cut { data, accounts })
    }

    fn posts_of(
        &self,
        order: &[u32],
        known: usize,
        new_post: &Numbering,
        new_account: &Numbering,
        accounts: usize,
    ) -> Result<Posts> {
        let posts = &self.posts;
        let told = &order[..known];
        // Of a post that is only referred to nothing is known but that it is there.
        let untold = order.len() - known;
        let mut next = Posts {
            known,
            id: order.iter().map(|p| posts.id[*p as usize]).collect(),
            author: order.iter().map(|p| new_account.moved(posts.author[*p as usize])).collect(),
            time: Moments::of(
                told.iter()
                    .map(|p| posts.time.held(*p as usize))
                    .chain(std::iter::repeat_n(NO_TIME, untold))
                    .collect(),
            ),
            kind: order.iter().map(|p| posts.kind[*p as usize]).collect(),
            text: (told.iter().map(|p| posts.text[*p as usize]))
                .chain(std::iter::repeat_n(StrId::NONE, untold))
                .collect(),
            url: Vec::new(),
            lang: told
                .iter()
                .map(|p| posts.lang[*p as usize])
                .chain(std::iter::repeat_n(0, untold))
                .collect(),
            ref_post: (told.iter().map(|p| new_post.moved(posts.ref_post[*p as usize])))
                .chain(std::iter::repeat_n(NONE, untold))
                .collect(),
            file: order.iter().map(|p| posts.file[*p as usize]).collect(),
            row: order.iter().map(|p| posts.row[*p as usize]).collect(),
            of_record: (told.iter().map(|p| posts.of_record[*p as usize]))
                .chain(std::iter::repeat_n(false, untold))
                .collect(),
            ..Posts::default()
        };
        if !posts.url.is_empty() {
            let told = told.iter().map(|p| posts.url[*p as usize]);
            next.url = told.chain(std::iter::repeat_n(StrId::NONE, untold)).collect();
        }
        next.group(accounts)?;
        Ok(next)
    }

    fn ties_of(&self, kept: impl Fn(usize) -> bool, new_post: &Numbering, new_account: &Numbering) -> Ties {
        let ties = &self.ties;
        let mut next = Ties::default();
        for t in (0..ties.len()).filter(|t| kept(*t)) {
            next.from.push(new_account.moved(ties.from[t]));
            next.to.push(new_account.moved(ties.to[t]));
            next.layer.push(ties.layer[t]);
            next.time.push(ties.time.held(t));
            next.weight.push(ties.weight[t]);
            next.post.push(new_post.moved(ties.post[t]));
        }
        next
    }

    fn accounts_of(&self, kept: &[u32]) -> Accounts {
        fn of<T: Copy>(column: &[T], kept: &[u32]) -> Vec<T> {
            kept.iter().filter_map(|a| column.get(*a as usize).copied()).collect()
        }
        let (all, unknown) = (&self.accounts, || vec![f64::NAN; kept.len()]);
        Accounts {
            platform: of(&all.platform, kept),
            key: of(&all.key, kept),
            has_id: of(&all.has_id, kept),
            handle: of(&all.handle, kept),
            name: of(&all.name, kept),
            bio: of(&all.bio, kept),
            location: of(&all.location, kept),
            followers: unknown(),
            following: unknown(),
            posts_total: unknown(),
            verified: vec![-1; kept.len()],
            self_ties: vec![0; kept.len()],
            value: Vec::new(),
            orders: Vec::new(),
            cost: Vec::new(),
            lists: of(&all.lists, kept),
        }
    }
}

/// What becomes of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    No,
    /// A kept post refers to it.
    Reference,
    Whole,
}
