//! From records in any order to columns in canonical order: which names are one account, then posts, then ties.
//!
//! Three stages, so that a caller can report progress between them: [`Names::resolve`], [`order_posts`],
//! [`order_ties`].

use super::archive;
use super::builder::Builder;
use super::dataset::{Accounts, NONE, Posts, Ties};
use super::post_id::Digits;
use super::record::{Layer, Millis, Platform, layer_of};
use super::rows::{Known, NO, NO_TIME, NameRow, Newest, PostRow, ProfileRow, earliest, push};
use super::strings::{StrId, Strings};
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
        // A handle leads to an id; the owner of an archive leads to a handle or an id, so to two steps at the most.
        let root = |name: u32| {
            let mut at = name;
            for _ in 0..3 {
                match builder.names.row(at).id {
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
            let handle = builder.names.row(name).id;
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
            merge_number(&mut into.following, row.following);
            merge_number(&mut into.posts_total, row.posts_total);
            if (row.verified.at, row.verified.value) > (into.verified.at, into.verified.value) {
                into.verified = row.verified;
            }
        }
        let platform = |name: &u32| Platform::ALL[(builder.names.tag(*name) >> 1) as usize];
        Accounts {
            platform: roots.iter().map(platform).collect(),
            key: roots.iter().map(|r| builder.names.text(*r)).collect(),
            has_id: roots.iter().map(|r| builder.names.tag(*r) & 1 == 0).collect(),
            handle: rows.iter().map(|r| r.shown.value).collect(),
            name: profiles.iter().map(|r| r.name.value).collect(),
            bio: profiles.iter().map(|r| r.bio.value).collect(),
            followers: rows.iter().map(|r| r.followers.value).collect(),
            following: profiles.iter().map(|r| r.following.value).collect(),
            posts_total: profiles.iter().map(|r| r.posts_total.value).collect(),
            verified: profiles.iter().map(|r| r.verified.value).collect(),
            self_ties: vec![0; roots.len()],
        }
    }
}

/// Puts posts in order: known ones by (time, platform, id, author, kind, text), then those only referred to.
pub fn order_posts(builder: &Builder, names: &mut Names, accounts: &Accounts) -> Result<Posts> {
    let strings = &builder.strings;
    let n = builder.posts.len();
    let mut order: Vec<(bool, Millis, u32)> = Vec::new();
    order.try_reserve_exact(n).map_err(|_| ErrorKind::OutOfMemory { what: "posts" })?;
    order.extend(builder.posts.iter().enumerate().map(|(i, p)| {
        let time = if p.time == NO_TIME { Millis::MAX } else { p.time };
        (p.known == Known::Reference, time, i as u32)
    }));
    let author_at = |p: &PostRow| names.at(p.author, p.time);
    order.sort_unstable_by(|a, b| {
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| {
            let (p, q) = (&builder.posts[a.2 as usize], &builder.posts[b.2 as usize]);
            compare_content(p, q, strings).then_with(|| author_at(p).cmp(&author_at(q))).then(a.2.cmp(&b.2))
        })
    });
    let mut new_row = column(n, NO, "posts")?;
    for (new, (_, _, old)) in order.iter().enumerate() {
        new_row[*old as usize] = new as u32;
    }
    let known = order.partition_point(|o| !o.0);
    let whole_texts = archive::whole_texts(builder, names);
    let text = |row: u32| match whole_texts.binary_search_by_key(&row, |text| text.0) {
        Ok(at) => whole_texts[at].1,
        Err(_) => builder.posts[row as usize].text,
    };
    let rows = || order.iter().map(|o| &builder.posts[o.2 as usize]);
    let author: Vec<u32> = rows().map(author_at).collect();
    let mut posts = Posts {
        known,
        id: rows().map(|p| p.id).collect(),
        time: rows().map(|p| (p.time != NO_TIME).then_some(p.time)).collect(),
        kind: rows().map(|p| p.kind).collect(),
        text: order.iter().map(|o| text(o.2)).collect(),
        url: order.iter().map(|o| builder.urls.get(o.2 as usize).unwrap_or(StrId::NONE)).collect(),
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
            column.extend(order.iter().map(|o| builder.counts.get(which, o.2 as usize)));
        }
    }
    let mut start = column(accounts.len() + 1, 0_u32, "posts")?;
    for author in posts.author[..known].iter().filter(|a| **a != NO) {
        start[*author as usize + 1] += 1;
    }
    for i in 1..start.len() {
        start[i] += start[i - 1];
    }
    let mut next = start.clone();
    let mut by_author = column(*start.last().unwrap_or(&0) as usize, 0, "posts")?;
    for (post, author) in posts.author[..known].iter().enumerate().filter(|a| *a.1 != NO) {
        by_author[next[*author as usize] as usize] = post as u32;
        next[*author as usize] += 1;
    }
    posts.author_start = start;
    posts.by_author = by_author;
    names.new_row = new_row;
    Ok(posts)
}

/// Puts ties in order by (from, to, layer, time), each tie of a post once, self-ties counted and left out.
pub fn order_ties(builder: &Builder, names: &Names, accounts: &mut Accounts) -> Result<Ties> {
    #[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
    struct Row {
        pair: u64,
        layer: Layer,
        time: Millis,
        post: u32,
        weight: u32,
    }
    let mut rows: Vec<Row> = Vec::new();
    let found = found_ties(builder, names)?;
    let likes = archive::likes(builder, names);
    let ties = builder.post_ties.len() + builder.free_ties.len() + found.len() + likes.len();
    rows.try_reserve_exact(ties).map_err(|_| ErrorKind::OutOfMemory { what: "ties" })?;
    let row = |from: u32, to: u32, layer, time, post: u32, weight: f32| Row {
        pair: u64::from(from) << 32 | u64::from(to),
        layer,
        time: if time == NO_TIME { Millis::MAX } else { time },
        post: if post == NO { NO } else { names.new_row[post as usize] },
        weight: weight.to_bits(),
    };
    rows.extend(builder.post_ties.iter().filter_map(|t| {
        let (post, layer) = (t.post(), t.layer());
        let time = builder.posts[post as usize].time;
        let (from, to) = (names.at(t.from, time), names.at(t.to, time));
        // Naming the account that one answers is no mention.
        let answers = layer == Layer::Mention
            && found
                .binary_search_by_key(&post, |f| f.post)
                .is_ok_and(|at| found[at].layer == Layer::Reply && found[at].to == to);
        (from != NO && to != NO && !answers).then(|| row(from, to, layer, time, post, 1.0))
    }));
    rows.extend(builder.free_ties.iter().filter_map(|t| {
        let (from, to) = (names.at(t.from, t.time), names.at(t.to, t.time));
        (from != NO && to != NO).then(|| row(from, to, t.layer, t.time, NO, t.weight))
    }));
    rows.extend(found.iter().map(|f| {
        let time = builder.posts[f.post as usize].time;
        row(f.from, f.to, f.layer, time, f.post, 1.0)
    }));
    rows.extend(likes.iter().map(|(from, to, _, time)| row(*from, *to, Layer::Like, *time, NO, 1.0)));
    rows.sort_unstable();
    // To follow is a state: lists of followers that overlap say it again, the first since when.
    rows.dedup_by(|b, a| {
        (a.layer, a.post, b.post) == (Layer::Follow, NO, NO) && (a.pair, a.layer) == (b.pair, b.layer)
    });
    // The time of a post's tie is its post's, so equal ties of one post are neighbours.
    rows.dedup_by(|b, a| a.post != NO && (a.pair, a.layer, a.post) == (b.pair, b.layer, b.post));
    for row in &rows {
        if row.pair >> 32 == row.pair & u64::from(u32::MAX) {
            accounts.self_ties[(row.pair >> 32) as usize] += 1;
        }
    }
    rows.retain(|row| row.pair >> 32 != row.pair & u64::from(u32::MAX));
    Ok(Ties {
        from: rows.iter().map(|r| (r.pair >> 32) as u32).collect(),
        to: rows.iter().map(|r| r.pair as u32).collect(),
        layer: rows.iter().map(|r| r.layer).collect(),
        time: rows.iter().map(|r| (r.time != Millis::MAX).then_some(r.time)).collect(),
        weight: rows.iter().map(|r| f32::from_bits(r.weight)).collect(),
        post: rows.iter().map(|r| r.post).collect(),
    })
}

/// A tie of a post that said which post it refers to and not whose.
struct FoundTie {
    /// Row of the builder.
    post: u32,
    from: u32,
    to: u32,
    layer: Layer,
}

/// The ties of posts that refer to a post by its id alone: its author is known from its own record, wherever that
/// stands. In order of the builder's rows.
fn found_ties(builder: &Builder, names: &Names) -> Result<Vec<FoundTie>> {
    let mut found = Vec::new();
    for (number, post) in builder.posts.iter().enumerate() {
        if post.ref_post == NO || post.ref_author != NO || post.known == Known::Reference {
            continue;
        }
        let Some(layer) = layer_of(post.kind) else { continue };
        let other = &builder.posts[post.ref_post as usize];
        let (from, to) = (names.at(post.author, post.time), names.at(other.author, other.time));
        if from != NO && to != NO {
            push(&mut found, FoundTie { post: number as u32, from, to, layer }, "ties")?;
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

fn column<T: Clone>(len: usize, value: T, what: &'static str) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what })?;
    column.resize(len, value);
    Ok(column)
}
