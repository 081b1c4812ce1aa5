//! From records in any order to columns in canonical order: which names are one account, then posts, then ties.
//!
//! Three stages, so that a caller can report progress between them: [`Names::resolve`], [`order_posts`],
//! [`order_ties`].

use super::archive;
use super::builder::Builder;
use super::dataset::{Accounts, Moments, NONE, Posts, Ties};
use super::post_id::Digits;
use super::record::{Layer, Millis, Platform, layer_of};
use super::rows::{Known, NO, NO_TIME, NameRow, Newest, PostRow, ProfileRow, earliest, push};
use super::strings::{StrId, Strings};
use super::worth::WorthRow;
use crate::error::{ErrorKind, Result};
use std::cmp::Ordering;

/// Which account each name stands for.
#[derive(Debug, Default)]
pub struct Names {
    /// Account of each name; [`NO`] for a handle that several ids bore.
    account: Vec<u32>,
    /// Handles that several ids bore: (handle, id's account, first seen, last seen), sorted.
    reused: Vec<(u32, u32, Millis, Millis)>,
    /// The account of each post, and where each row went: filled by [`order_posts`].
    new_row: Vec<u32>,
}

impl Names {
    /// Decides which names are one account: an id and every handle seen with it alone. A handle seen with several
    /// ids (a name used again by somebody else) joins them to nobody: each mention of it goes to the id that bore it
    /// nearest in time.
    pub fn resolve(builder: &Builder) -> Result<(Names, Accounts)> {
        let n = builder.names.len();
        let reused_handles: Vec<u32> = builder.reused.keys().map(|k| k.0).collect();
        let is_reused = |handle: u32| reused_handles.binary_search(&handle).is_ok();
        let parts = archive::parts_of_one(builder);
        let leads_to = |name: u32| match builder.names.row(name).id {
            NO => parts.binary_search_by_key(&name, |part| part.0).map_or(NO, |at| parts[at].1),
            id => id,
        };
        // A handle leads to an id; the owner of an archive leads to a handle or an id, so to two steps at the most.
        let root = |name: u32| {
            let mut at = name;
            for _ in 0..3 {
                match leads_to(at) {
                    NO => return Some(at),
                    _ if is_reused(at) => return None,
                    id => at = id,
                }
            }
            Some(at)
        };
        let mut roots: Vec<u32> = (0..n as u32).filter(|name| root(*name) == Some(*name)).collect();
        let strings = &builder.strings;
        let prefix = |name: u32| {
            let bytes = strings.bytes(builder.names.text(name));
            let mut head = [0; 8];
            let len = bytes.len().min(8);
            head[..len].copy_from_slice(&bytes[..len]);
            (builder.names.tag(name) >> 1, u64::from_be_bytes(head))
        };
        roots.sort_unstable_by(|a, b| {
            prefix(*a)
                .cmp(&prefix(*b))
                .then_with(|| {
                    strings.bytes(builder.names.text(*a)).cmp(strings.bytes(builder.names.text(*b)))
                })
                .then_with(|| builder.names.tag(*a).cmp(&builder.names.tag(*b)))
        });
        let mut account = column(n, NO, "accounts")?;
        for (index, name) in roots.iter().enumerate() {
            account[*name as usize] = index as u32;
        }
        for name in 0..n as u32 {
            if let Some(root) = root(name) {
                account[name as usize] = account[root as usize];
            }
        }
        let mut reused = Vec::new();
        for &handle in &reused_handles {
            let row = builder.names.row(handle);
            let seen = builder.profiles.get(handle as usize).map_or((NO_TIME, NO_TIME), |p| p.id_seen);
            reused.push((handle, account[row.id as usize], seen.0, seen.1));
        }
        for (&(handle, id), &(first, last)) in &builder.reused {
            reused.push((handle, account[id as usize], first, last));
        }
        // An owner whose handle was used again by somebody else is whoever the handle was.
        for name in (0..n as u32).filter(|name| account[*name as usize] == NO && !is_reused(*name)) {
            let handle = leads_to(name);
            let bearers: Vec<_> = reused.iter().filter(|r| r.0 == handle).copied().collect();
            reused.extend(bearers.into_iter().map(|(_, account, first, last)| (name, account, first, last)));
        }
        reused.sort_unstable();
        reused.dedup();
        let names = Names { account, reused, new_row: Vec::new() };
        let accounts = names.profiles(builder, &roots);
        Ok((names, accounts))
    }

    /// The account that a name stood for at a moment; [`NO`] for no name.
    pub(super) fn at(&self, name: u32, time: Millis) -> u32 {
        if name == NO {
            return NO;
        }
        let account = self.account[name as usize];
        if account != NO {
            return account;
        }
        let from = self.reused.partition_point(|r| r.0 < name);
        self.reused[from..]
            .iter()
            .take_while(|r| r.0 == name)
            .min_by_key(|r| (distance(time, r.2, r.3), r.1))
            .map_or(NO, |r| r.1)
    }

    fn profiles(&self, builder: &Builder, roots: &[u32]) -> Accounts {
        let strings = &builder.strings;
        let profile = |name: u32| builder.profiles.get(name as usize).unwrap_or(ProfileRow::new());
        let mut rows: Vec<NameRow> = roots.iter().map(|r| *builder.names.row(*r)).collect();
        let mut profiles: Vec<ProfileRow> = roots.iter().map(|r| profile(*r)).collect();
        for (name, row) in builder.names.rows().enumerate() {
            let account = self.account[name];
            if account == NO || roots[account as usize] as usize == name {
                continue;
            }
            let into = &mut rows[account as usize];
            // The owner of an archive is shown as such only while nobody names him.
            if strings.bytes(builder.names.text(name as u32)).first() != Some(&1) {
                merge_text(&mut into.shown, row.shown, strings);
            }
            merge_number(&mut into.followers, row.followers);
            let (into, row) = (&mut profiles[account as usize], profile(name as u32));
            merge_text(&mut into.name, row.name, strings);
            merge_text(&mut into.bio, row.bio, strings);
            merge_text(&mut into.location, row.location, strings);
            merge_number(&mut into.following, row.following);
            merge_number(&mut into.posts_total, row.posts_total);
            if (row.verified.at, row.verified.value) > (into.verified.at, into.verified.value) {
                into.verified = row.verified;
            }
        }
        let worths = self.worths(builder, roots.len());
        let platform = |name: &u32| Platform::ALL[(builder.names.tag(*name) >> 1) as usize];
        Accounts {
            platform: roots.iter().map(platform).collect(),
            key: roots.iter().map(|r| builder.names.text(*r)).collect(),
            has_id: roots.iter().map(|r| builder.names.tag(*r) & 1 == 0).collect(),
            handle: rows.iter().map(|r| r.shown.value).collect(),
            name: profiles.iter().map(|r| r.name.value).collect(),
            bio: profiles.iter().map(|r| r.bio.value).collect(),
            location: profiles.iter().map(|r| r.location.value).collect(),
            followers: rows.iter().map(|r| r.followers.value).collect(),
            following: profiles.iter().map(|r| r.following.value).collect(),
            posts_total: profiles.iter().map(|r| r.posts_total.value).collect(),
            verified: profiles.iter().map(|r| r.verified.value).collect(),
            self_ties: vec![0; roots.len()],
            value: worths.iter().map(|w| w.value.value).collect(),
            orders: worths.iter().map(|w| w.orders.value).collect(),
            cost: worths.iter().map(|w| w.cost.value).collect(),
            lists: worths.iter().map(|w| w.lists).collect(),
        }
    }

    /// What lists say of each account; empty where no file is a list.
    fn worths(&self, builder: &Builder, accounts: usize) -> Vec<WorthRow> {
        if builder.worths.is_empty() {
            return Vec::new();
        }
        let mut worths = vec![WorthRow::NONE; accounts];
        for (name, account) in (0_u32..).zip(&self.account) {
            if let (Some(row), Some(into)) = (builder.worths.get(name), worths.get_mut(*account as usize)) {
                into.merge(&row);
            }
        }
        worths
    }
}

/// Puts posts in order: known ones by (time, platform, id, author, kind, text), then those only referred to.
pub fn order_posts(builder: &Builder, names: &mut Names, accounts: &Accounts) -> Result<Posts> {
    let n = builder.posts.len();
    let author_at = |p: &PostRow| names.at(p.author, p.time);
    let order = post_order(builder, author_at)?;
    let mut new_row = column(n, NO, "posts")?;
    for (new, old) in order.iter().enumerate() {
        new_row[*old as usize] = new as u32;
    }
    let known = order.partition_point(|old| builder.posts[*old as usize].known != Known::Reference);
    let whole_texts = archive::whole_texts(builder, names);
    let text = |row: u32| match whole_texts.binary_search_by_key(&row, |text| text.0) {
        Ok(at) => whole_texts[at].1,
        Err(_) => builder.posts[row as usize].text,
    };
    let rows = || order.iter().map(|old| &builder.posts[*old as usize]);
    let addresses = if builder.urls.is_empty() { &[][..] } else { &order[..] };
    let author: Vec<u32> = rows().map(author_at).collect();
    let mut posts = Posts {
        known,
        id: rows().map(|p| p.id).collect(),
        time: Moments::of(rows().map(|p| p.time).collect()),
        kind: rows().map(|p| p.kind).collect(),
        text: order.iter().map(|old| text(*old)).collect(),
        url: addresses.iter().map(|old| builder.urls.get(*old as usize).unwrap_or(StrId::NONE)).collect(),
        lang: rows().map(|p| p.lang).collect(),
        ref_post: rows()
            .map(|p| if p.ref_post == NO { NONE } else { new_row[p.ref_post as usize] })
            .collect(),
        file: rows().map(|p| p.file).collect(),
        row: rows().map(|p| p.row).collect(),
        of_record: rows().map(|p| p.known == Known::Record).collect(),
        author,
        ..Posts::default()
    };
    for (which, column) in posts.counts.iter_mut().enumerate() {
        if !builder.counts.lacks(which) {
            for (new, old) in order.iter().enumerate() {
                let value = builder.counts.get(which, *old as usize);
                if !value.is_nan() {
                    column.set(new, value)?;
                }
            }
        }
    }
    posts.group(accounts.len())?;
    names.new_row = new_row;
    Ok(posts)
}

impl Posts {
    /// Groups the known posts by author.
    pub(super) fn group(&mut self, accounts: usize) -> Result<()> {
        let authors = || self.author[..self.known].iter().filter(|author| **author != NONE);
        let mut start = column(accounts + 1, 0_u32, "posts")?;
        for author in authors() {
            start[*author as usize + 1] += 1;
        }
        for i in 1..start.len() {
            start[i] += start[i - 1];
        }
        let mut next = start.clone();
        let mut by_author = column(*start.last().unwrap_or(&0) as usize, 0, "posts")?;
        for (post, author) in self.author[..self.known].iter().enumerate().filter(|a| *a.1 != NONE) {
            by_author[next[*author as usize] as usize] = post as u32;
            next[*author as usize] += 1;
        }
        self.author_start = start;
        self.by_author = by_author;
        Ok(())
    }
}

/// Builder's rows of posts in canonical order.
fn post_order(builder: &Builder, author_at: impl Fn(&PostRow) -> u32) -> Result<Vec<u32>> {
    let (n, strings) = (builder.posts.len(), &builder.strings);
    let no_room = |_| ErrorKind::OutOfMemory { what: "posts" };
    let key = |p: &PostRow| (p.known == Known::Reference, late(p.time));
    let content = |a: u32, b: u32| {
        let (p, q) = (&builder.posts[a as usize], &builder.posts[b as usize]);
        compare_content(p, q, strings).then_with(|| author_at(p).cmp(&author_at(q))).then(a.cmp(&b))
    };
    let mut order = Vec::new();
    // Most exports are in order already, and cost no more than a look.
    if builder.posts.iter().map(key).is_sorted() {
        order.try_reserve_exact(n).map_err(no_room)?;
        order.extend(0..n as u32);
        let same = |a: &u32, b: &u32| key(&builder.posts[*a as usize]) == key(&builder.posts[*b as usize]);
        order.chunk_by_mut(same).for_each(|rows| rows.sort_unstable_by(|a, b| content(*a, *b)));
        return Ok(order);
    }
    let mut keyed: Vec<(bool, Millis, u32)> = Vec::new();
    keyed.try_reserve_exact(n).map_err(no_room)?;
    keyed.extend(
        (0..).zip(builder.posts.iter()).map(|(row, p)| (p.known == Known::Reference, late(p.time), row)),
    );
    keyed.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| content(a.2, b.2)));
    order.try_reserve_exact(n).map_err(no_room)?;
    order.extend(keyed.iter().map(|k| k.2));
    Ok(order)
}

/// A tie that a post made, in canonical order: the posts of one pair and layer are in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct OfPost {
    from: u32,
    to: u32,
    layer: Layer,
    post: u32,
}

/// A tie that comes without a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Free {
    from: u32,
    to: u32,
    layer: Layer,
    /// As [`late`] says it.
    time: Millis,
    /// Its bits.
    weight: u32,
}

/// Puts ties in order by (from, to, layer, time), each tie of a post once, self-ties counted and left out.
pub fn order_ties(builder: &Builder, names: &Names, posts: &Posts, accounts: &mut Accounts) -> Result<Ties> {
    let mut of_posts = ties_of_posts(builder, names)?;
    let mut free = free_ties(builder, names)?;
    of_posts.sort_unstable();
    of_posts.dedup();
    free.sort_unstable();
    // To follow is a state: lists of followers that overlap say it again, the first since when.
    free.dedup_by(|b, a| a.layer == Layer::Follow && (a.from, a.to, a.layer) == (b.from, b.to, b.layer));
    let mut own = |from: u32, to: u32| {
        accounts.self_ties[from as usize] += u32::from(from == to);
        from != to
    };
    of_posts.retain(|t| own(t.from, t.to));
    free.retain(|t| own(t.from, t.to));
    Ties::merged(posts, &of_posts, &free)
}

impl Ties {
    /// Puts ties of posts and others, each of them in order, into one order.
    fn merged(posts: &Posts, of_posts: &[OfPost], free: &[Free]) -> Result<Ties> {
        let n = of_posts.len() + free.len();
        let mut ties = Ties {
            from: room(n)?,
            to: room(n)?,
            layer: room(n)?,
            time: Moments::of(room(n)?),
            weight: room(n)?,
            post: room(n)?,
        };
        let (mut made, mut others) = (of_posts.iter().peekable(), free.iter().peekable());
        loop {
            let post_first = match (made.peek(), others.peek()) {
                (None, None) => return Ok(ties),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(a), Some(b)) => {
                    let time = late(posts.time.held(a.post as usize));
                    (a.from, a.to, a.layer, time) <= (b.from, b.to, b.layer, b.time)
                }
            };
            if post_first && let Some(tie) = made.next() {
                ties.add(tie.from, tie.to, tie.layer, posts.time.held(tie.post as usize), 1.0, tie.post);
            } else if let Some(tie) = others.next() {
                let time = if tie.time == Millis::MAX { NO_TIME } else { tie.time };
                ties.add(tie.from, tie.to, tie.layer, time, f32::from_bits(tie.weight), NO);
            }
        }
    }

    fn add(&mut self, from: u32, to: u32, layer: Layer, time: Millis, weight: f32, post: u32) {
        self.from.push(from);
        self.to.push(to);
        self.layer.push(layer);
        self.time.push(time);
        self.weight.push(weight);
        self.post.push(post);
    }
}

fn ties_of_posts(builder: &Builder, names: &Names) -> Result<Vec<OfPost>> {
    let found = found_ties(builder, names)?;
    let mut ties = room(builder.post_ties.len() + found.len())?;
    ties.extend(builder.post_ties.iter().filter_map(|t| {
        let (post, layer) = (t.post(), t.layer());
        let time = builder.posts[post as usize].time;
        let (from, to) = (names.at(t.from, time), names.at(t.to, time));
        // Naming the account that one answers is no mention.
        let answers = layer == Layer::Mention
            && found
                .binary_search_by_key(&post, |f| f.post)
                .is_ok_and(|at| found[at].layer == Layer::Reply && found[at].to == to);
        let post = names.new_row[post as usize];
        (from != NO && to != NO && !answers).then_some(OfPost { from, to, layer, post })
    }));
    ties.extend(found.iter().map(|found| OfPost { post: names.new_row[found.post as usize], ..*found }));
    Ok(ties)
}

fn free_ties(builder: &Builder, names: &Names) -> Result<Vec<Free>> {
    let likes = archive::likes(builder, names);
    let mut ties = room(builder.free_ties.len() + likes.len())?;
    ties.extend(builder.free_ties.iter().filter_map(|t| {
        let (from, to) = (names.at(t.from, t.time), names.at(t.to, t.time));
        let (layer, time, weight) = (t.layer, late(t.time), t.weight.to_bits());
        (from != NO && to != NO).then_some(Free { from, to, layer, time, weight })
    }));
    ties.extend(likes.iter().map(|(from, to, _, time)| Free {
        from: *from,
        to: *to,
        layer: Layer::Like,
        time: late(*time),
        weight: 1_f32.to_bits(),
    }));
    Ok(ties)
}

/// The ties of posts that refer to a post by its id alone: its author is known from its own record, wherever that
/// stands. In order of the builder's rows, which `post` numbers here.
fn found_ties(builder: &Builder, names: &Names) -> Result<Vec<OfPost>> {
    let mut found = Vec::new();
    for (post, row) in (0_u32..).zip(builder.posts.iter()) {
        if row.ref_post == NO || row.ref_author != NO || row.known == Known::Reference {
            continue;
        }
        let Some(layer) = layer_of(row.kind) else { continue };
        let other = &builder.posts[row.ref_post as usize];
        let (from, to) = (names.at(row.author, row.time), names.at(other.author, other.time));
        if from != NO && to != NO {
            push(&mut found, OfPost { from, to, layer, post }, "ties")?;
        }
    }
    Ok(found)
}

fn compare_content(p: &PostRow, q: &PostRow, strings: &Strings) -> Ordering {
    p.platform
        .cmp(&q.platform)
        .then_with(|| {
            let (mut a, mut b) = (Digits::default(), Digits::default());
            p.id.text(strings, &mut a).cmp(q.id.text(strings, &mut b))
        })
        .then_with(|| p.kind.cmp(&q.kind))
        .then_with(|| strings.bytes(p.text).cmp(strings.bytes(q.text)))
}

fn distance(time: Millis, first: Millis, last: Millis) -> Millis {
    if time == NO_TIME || first == NO_TIME || (first..=last).contains(&time) {
        return 0;
    }
    time.abs_diff(earliest(first, last)).min(time.abs_diff(last)).try_into().unwrap_or(Millis::MAX)
}

fn merge_text(into: &mut Newest<StrId>, other: Newest<StrId>, strings: &Strings) {
    if other.value.is_some()
        && (!into.value.is_some()
            || (other.at, strings.bytes(other.value)) > (into.at, strings.bytes(into.value)))
    {
        *into = other;
    }
}

fn merge_number(into: &mut Newest<f64>, other: Newest<f64>) {
    if !other.value.is_nan() && (into.value.is_nan() || (other.at, other.value) > (into.at, into.value)) {
        *into = other;
    }
}

/// The moment to sort by: what has none comes last.
fn late(time: Millis) -> Millis {
    if time == NO_TIME { Millis::MAX } else { time }
}

fn room<T>(len: usize) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what: "ties" })?;
    Ok(column)
}

pub(super) fn column<T: Clone>(len: usize, value: T, what: &'static str) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what })?;
    column.resize(len, value);
    Ok(column)
}
