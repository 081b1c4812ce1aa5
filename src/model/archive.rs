//! What personal archives say that posts and ties alone do not: likes of posts whose author stands elsewhere, whole
//! texts of posts that another file cuts short, and who the owner is.

use super::accounts::tag;
use super::builder::Builder;
use super::freeze::Names;
use super::record::{AccountIn, Layer, Millis, NameId, Platform};
use super::rows::{Known, NO, NO_TIME, Newest, cut, push};
use super::strings::{StrId, Strings};
use crate::error::Result;

/// How far apart the two records of one post may stand: one writes seconds, the other milliseconds.
const SAME_MOMENT: Millis = 2_000;

/// A like of a post.
#[derive(Debug, Clone, Copy)]
pub(super) struct LikeRow {
    pub from: u32,
    /// Row of the builder.
    pub post: u32,
    pub time: Millis,
    /// Whether the totals count it already.
    pub counted: bool,
}

/// A text longer than the one that the record of its post holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct WholeText {
    pub author: u32,
    pub time: Millis,
    pub text: StrId,
}

impl Builder {
    /// The account of the person whose archive a file is a part of. Another file of the same bundle may tell who that
    /// is, before or after (see [`Builder::owner_is`]); where none does, the account is shown as the owner of the bundle.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn owner(&mut self, platform: Platform, bundle: &str) -> Result<NameId> {
        // No handle can hold this mark: normalisation takes control characters out.
        let key = format!("\u{1}{bundle}");
        let number = self.name(tag(platform, true), &key)?;
        if !self.names.row(number).shown.value.is_some() {
            let shown = if bundle.is_empty() { "(owner)".to_owned() } else { format!("({bundle})") };
            let value = self.strings.add(&shown)?;
            self.names.row_mut(number).shown = Newest { at: NO_TIME, value };
        }
        Ok(NameId(number))
    }

    /// Says who the owner of a bundle is.
    ///
    /// # Errors
    /// As [`Builder::owner`].
    pub fn owner_is(&mut self, platform: Platform, bundle: &str, name: NameId) -> Result<()> {
        let owner = self.owner(platform, bundle)?;
        if owner != name {
            self.link(owner.0, name.0, NO_TIME)?;
        }
        Ok(())
    }

    /// What a file tells of the owner of a bundle without naming him: a self-description, a number of followers.
    ///
    /// # Errors
    /// As [`Builder::owner`].
    pub fn owner_has(&mut self, platform: Platform, bundle: &str, told: &AccountIn<'_>) -> Result<()> {
        let owner = self.owner(platform, bundle)?;
        self.tell(owner.0, told)
    }

    /// Registers that somebody liked a post, whose author may be known now, later or never. Returns whether it is
    /// known now.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn like(
        &mut self,
        from: NameId,
        platform: Platform,
        post: &str,
        author: Option<NameId>,
        time: Option<Millis>,
    ) -> Result<bool> {
        let post = self.post_number(platform, post)?;
        let row = &mut self.posts[post as usize];
        if row.author == NO {
            row.author = author.map_or(NO, |name| name.0);
        }
        let to = row.author;
        let like = LikeRow { from: from.0, post, time: time.unwrap_or(NO_TIME), counted: to != NO };
        if like.counted {
            self.count_tie_of(like.from, to, Layer::Like);
        }
        push(&mut self.likes, like, "ties")?;
        Ok(like.counted)
    }

    /// Registers the whole text of a post that is known by its author and its moment only.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn whole_text(&mut self, author: NameId, time: Option<Millis>, text: &str) -> Result<()> {
        let text = self.strings.add(cut(text, crate::limits::TEXT_BYTES))?;
        push(
            &mut self.whole_texts,
            WholeText { author: author.0, time: time.unwrap_or(NO_TIME), text },
            "posts",
        )
    }

    /// Counts the likes whose posts found their authors meanwhile.
    pub(super) fn settle_likes(&mut self) {
        let posts = &self.posts;
        let mut found = Vec::new();
        for like in self.likes.iter_mut().filter(|like| !like.counted) {
            let to = posts[like.post as usize].author;
            like.counted = to != NO;
            if like.counted {
                found.push((like.from, to));
            }
        }
        for (from, to) in found {
            self.count_tie_of(from, to, Layer::Like);
        }
    }
}

/// Archives that do not say whose they are, and differ by their part number alone from those of one person: (name of
/// the unknown owner, name of that person), in order. A large archive comes in several downloads, one of which says
/// whose it is.
pub(super) fn parts_of_one(builder: &Builder) -> Vec<(u32, u32)> {
    let strings = &builder.strings;
    let mut owners: Vec<(u8, &str, u32, u32)> = Vec::new();
    for (name, row) in (0_u32..).zip(builder.names.rows()) {
        let text = builder.names.text(name);
        if strings.bytes(text).first() == Some(&1)
            && let Some(stem) = part_stem(&strings.get(text)[1..])
        {
            owners.push((builder.names.tag(name), stem, name, row.id));
        }
    }
    owners.sort_unstable();
    let mut found = Vec::new();
    for parts in owners.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let mut known = parts.iter().map(|part| part.3).filter(|person| *person != NO);
        if let Some(person) = known.next()
            && known.all(|other| other == person)
        {
            found.extend(parts.iter().filter(|part| part.3 == NO).map(|part| (part.2, person)));
        }
    }
    found.sort_unstable();
    found
}

/// The name of an archive without its part number: `takeout-2026-001.zip`, `archive_part2.zip`, `export (3).zip`. None
/// where it has none, or where the number may be that of a day.
fn part_stem(bundle: &str) -> Option<&str> {
    let file = bundle.rsplit('/').next()?;
    let end = [".zip", ".tar.gz", ".tgz", ".tar", ".gz"].iter().find_map(|end| {
        let at = file.len().checked_sub(end.len())?;
        file.is_char_boundary(at).then(|| file.split_at(at)).filter(|cut| cut.1.eq_ignore_ascii_case(end))
    });
    let name = end.map_or(file, |cut| cut.0).trim_end_matches(')');
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&(name.len() - stem.len())) {
        return None;
    }
    let is_mark = |c: char| matches!(c, '-' | '_' | '.' | ' ' | '(');
    let stem = stem.trim_end_matches(is_mark);
    let before_part = stem
        .len()
        .checked_sub(4)
        .filter(|&at| stem.is_char_boundary(at) && stem[at..].eq_ignore_ascii_case("part"))
        .map(|at| stem[..at].trim_end_matches(is_mark));
    match before_part {
        Some(stem) => Some(stem).filter(|stem| !stem.is_empty()),
        None => Some(stem).filter(|stem| stem.ends_with(|c: char| !c.is_ascii_digit())),
    }
}

/// A like whose author was found: (from, to, builder's row of the post, time), each account's like of a post once.
pub(super) fn likes(builder: &Builder, names: &Names) -> Vec<(u32, u32, u32, Millis)> {
    let found = |like: &LikeRow| {
        let post = &builder.posts[like.post as usize];
        let (from, to) = (names.at(like.from, like.time), names.at(post.author, post.time));
        (from != NO && to != NO).then_some((from, to, like.post, like.time))
    };
    let mut likes: Vec<_> = builder.likes.iter().filter_map(found).collect();
    // A like without a time says no more than the same one with it.
    likes.sort_unstable_by_key(|l| (l.0, l.2, l.3 == NO_TIME, l.3));
    likes.dedup_by_key(|l| (l.0, l.2));
    likes
}

/// Whole texts, by the builder's row of their post, in order.
pub(super) fn whole_texts(builder: &Builder, names: &Names) -> Vec<(u32, StrId)> {
    if builder.whole_texts.is_empty() {
        return Vec::new();
    }
    let strings = &builder.strings;
    let mut authors: Vec<u32> = builder.whole_texts.iter().map(|t| names.at(t.author, t.time)).collect();
    authors.sort_unstable();
    let mut posts: Vec<(u32, Millis, u32)> = (0_u32..)
        .zip(builder.posts.iter())
        .filter(|(_, post)| post.known != Known::Reference && post.time != NO_TIME)
        .map(|(row, post)| (names.at(post.author, post.time), post.time, row))
        .filter(|post| post.0 != NO && authors.binary_search(&post.0).is_ok())
        .collect();
    posts.sort_unstable();
    let mut texts = Vec::new();
    for whole in builder.whole_texts.iter().filter(|whole| whole.time != NO_TIME) {
        let author = names.at(whole.author, whole.time);
        let text = strings.get(whole.text);
        let from = posts.partition_point(|post| (post.0, post.1) < (author, whole.time - SAME_MOMENT));
        let near =
            posts[from..].iter().take_while(|post| post.0 == author && post.1 <= whole.time + SAME_MOMENT);
        let of = near.filter(|post| begins(text, strings, builder.posts[post.2 as usize].text)).min_by_key(
            |post| (post.1.abs_diff(whole.time), builder.posts[post.2 as usize].id.to_text(strings)),
        );
        texts.extend(of.map(|post| (post.2, whole.text)));
    }
    // Of several texts for one post, the longest.
    texts.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then(b.1.len().cmp(&a.1.len())).then_with(|| strings.bytes(a.1).cmp(strings.bytes(b.1)))
    });
    texts.dedup_by_key(|text| text.0);
    texts
}

/// Whether a whole text begins with a shorter one, as it stands before its ellipsis and the address of the rest.
fn begins(whole: &str, strings: &Strings, short: StrId) -> bool {
    let short = strings.get(short);
    if short.len() >= whole.len() {
        return false;
    }
    let mut shown = short.trim_end();
    while let Some((before, last)) = shown.rsplit_once(char::is_whitespace)
        && last.starts_with("https://t.co/")
    {
        shown = before.trim_end();
    }
    let shown = shown.trim_end_matches('…').trim_end();
    !shown.is_empty() && whole.trim_start().starts_with(shown.trim_start())
}

#[cfg(test)]
mod tests {
    use super::part_stem;

    #[test]
    fn a_part_number_is_told_from_a_date() {
        let same = [
            "takeout-20260101T000000Z-001.zip",
            "takeout-20260101T000000Z-2.ZIP",
            "takeout-20260101T000000Z (3).tar.gz",
            "takeout-20260101T000000Z_part12",
        ];
        assert!(same.iter().all(|name| part_stem(name) == Some("takeout-20260101T000000Z")));
        assert_eq!(part_stem("x-2026-11-22-part-2.zip"), Some("x-2026-11-22"));
        for other in ["x-2026-11-22.zip", "export.zip", "export-2026.zip", "part1.zip", "7.zip", "", "é).zip"]
        {
            assert_eq!(part_stem(other), None, "{other}");
        }
    }
}
