//! The rows of tables of personal archives: what each kind says.

use super::{Owner, address, made_id, word};
use crate::error::Result;
use crate::ingest::date::{self, DateStyle};
use crate::ingest::id;
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, TieIn};
use crate::platform::ledger::Ledger;
use crate::platform::mentions;
use crate::platform::record::Record;
use crate::platform::words::unescape;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Messages and the like, which are nobody else's business.
    Private,
    /// The owner of an archive of LinkedIn.
    LinkedInProfile,
    /// An invitation to connect.
    LinkedInInvitation,
    /// A post of the owner.
    LinkedInShare,
    /// A comment of the owner.
    LinkedInComment,
    /// A reaction of the owner.
    LinkedInReaction,
    /// Somebody whom the owner follows.
    LinkedInFollow,
    /// A company that the owner follows.
    LinkedInCompany,
    /// A post of the owner, in the table that archives of Twitter held until 2019.
    Tweet,
    /// Somebody who vouches for a skill of the owner.
    LinkedInEndorsement,
    /// A post of the owner on Reddit.
    RedditPost,
    /// A comment of the owner on Reddit.
    RedditComment,
    /// A fact about the account, of which one is its name.
    RedditStatistic,
    /// A channel that the owner of an archive of YouTube follows.
    Subscription,
    /// The owner's channel.
    Channel,
}

/// Maps the rows of one table.
#[derive(Debug)]
pub struct Rows {
    kind: Kind,
    owner: Owner,
    /// Names of the columns, squeezed.
    columns: Vec<String>,
    mentions: Vec<NameId>,
}

impl Rows {
    /// Rows of a kind, with the squeezed names of their columns.
    pub fn new(kind: Kind, owner: Owner, columns: Vec<String>) -> Self {
        Rows { kind, owner, columns, mentions: Vec::new() }
    }

    /// Whether nothing of a row may be shown.
    pub fn is_private(&self) -> bool {
        self.kind == Kind::Private
    }

    /// Code of the format.
    pub fn format(&self) -> &'static str {
        match self.owner.platform {
            Platform::Reddit => "reddit_archive",
            Platform::YouTube => "youtube_archive",
            Platform::X => "x_archive",
            _ => "linkedin_archive",
        }
    }

    /// What a column is read as.
    pub fn role(&self, at: usize) -> &'static str {
        let name = self.columns.get(at).map_or("", String::as_str);
        match (self.kind, name) {
            (Kind::Private | Kind::RedditStatistic, _) => "ignored",
            (Kind::Subscription | Kind::Channel, _) => {
                ["author_id", "ignored", "name"].get(at).copied().unwrap_or("ignored")
            }
            (Kind::Tweet, "tweetid") => "post_id",
            (Kind::Tweet, "text") => "text",
            (Kind::Tweet, "timestamp") => "time",
            (Kind::Tweet, "retweetedstatusid") => "repost_of_post",
            (Kind::Tweet, "inreplytostatusid") => "reply_to_post",
            (_, "sharecommentary" | "message" | "body") => "text",
            (_, "date" | "sentat" | "followedon") => "time",
            (_, "sharelink" | "permalink") => "url",
            (Kind::RedditPost | Kind::RedditComment, "id") => "id",
            (_, "organization" | "fullname") => "author",
            (_, "headline" | "summary") => "bio",
            _ => "ignored",
        }
    }

    /// Maps one row.
    pub fn row(&mut self, record: &Record<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let columns = &self.columns;
        let cell = |name: &str| {
            let at = columns.iter().position(|column| column == name)?;
            Some(record.get(at).trim()).filter(|cell| !id::missing(cell))
        };
        let excerpt = || record.excerpt();
        match self.kind {
            Kind::Private => {
                ledger.drop("archive.private", String::new);
                Ok(())
            }
            Kind::LinkedInProfile => {
                let parts: Vec<&str> = ["firstname", "lastname"].into_iter().filter_map(cell).collect();
                let name = parts.join(" ");
                self.is(&person(&name, cell("headline").or_else(|| cell("summary"))), record, ledger, into)
            }
            Kind::LinkedInInvitation => self.invitation(&cell, record, ledger, into),
            Kind::LinkedInFollow | Kind::LinkedInCompany => {
                let name = cell("fullname").or_else(|| cell("organization"));
                let at = cell("date").or_else(|| cell("followedon")).and_then(moment);
                let other = AccountIn { name, ..AccountIn::named(Platform::LinkedIn, None, name) };
                if cell("status").is_some_and(|status| !status.eq_ignore_ascii_case("active")) {
                    ledger.drop("archive.not_audience", excerpt);
                    return Ok(());
                }
                self.owner.tie(Layer::Follow, &other, false, at, record.row, ledger, into, excerpt)
            }
            Kind::LinkedInEndorsement => {
                let parts: Vec<&str> =
                    ["endorserfirstname", "endorserlastname"].into_iter().filter_map(cell).collect();
                let name = parts.join(" ");
                let url = cell("endorserpublicurl")
                    .map(|url| if url.contains("://") { url.to_string() } else { format!("https://{url}") });
                let handle = url.as_deref().or(Some(name.as_str()).filter(|name| !name.is_empty()));
                let name = Some(name.as_str()).filter(|name| !name.is_empty());
                let other = AccountIn { name, ..AccountIn::named(Platform::LinkedIn, None, handle) };
                let at = cell("endorsementdate").and_then(moment);
                self.owner.tie(Layer::Link, &other, true, at, record.row, ledger, into, excerpt)
            }
            Kind::LinkedInReaction => match cell("link").and_then(number) {
                Some(post) => self.owner.like(&post, None, cell("date").and_then(moment), ledger, into),
                None => {
                    ledger.drop("row.no_ends", excerpt);
                    Ok(())
                }
            },
            Kind::LinkedInShare => {
                let text = cell("sharecommentary").map(unfold);
                let link = cell("sharelink");
                let post = link.and_then(number);
                self.post(
                    text.as_deref(),
                    cell("date"),
                    (post.as_deref(), link, None),
                    PostKind::Original,
                    record,
                    ledger,
                    into,
                )
            }
            Kind::LinkedInComment => {
                let text = cell("message").map(unfold);
                let post = cell("link").and_then(number);
                self.post(
                    text.as_deref(),
                    cell("date"),
                    (None, None, post.as_deref()),
                    PostKind::Reply,
                    record,
                    ledger,
                    into,
                )
            }
            Kind::Tweet => self.tweet(&cell, record, ledger, into),
            Kind::RedditPost => {
                let id = cell("id").map(|id| format!("t3_{}", id.trim_start_matches("t3_")));
                let text: Vec<&str> = ["title", "body"].into_iter().filter_map(cell).collect();
                let text = text.join("\n\n");
                let refers = (id.as_deref(), cell("permalink"), None);
                self.post(Some(&text), cell("date"), refers, PostKind::Original, record, ledger, into)
            }
            Kind::RedditComment => {
                let id = cell("id").map(|id| format!("t1_{}", id.trim_start_matches("t1_")));
                let parent = cell("parent").map(|id| {
                    if id.starts_with('t') && id.contains('_') { id.to_string() } else { format!("t1_{id}") }
                });
                let link = cell("link").or_else(|| cell("permalink"));
                let parent = parent.or_else(|| link.and_then(submission).map(|id| format!("t3_{id}")));
                let refers = (id.as_deref(), cell("permalink"), parent.as_deref());
                self.post(cell("body"), cell("date"), refers, PostKind::Reply, record, ledger, into)
            }
            Kind::RedditStatistic => {
                if !cell("statistic").is_some_and(|what| what.eq_ignore_ascii_case("account name")) {
                    ledger.drop("archive.not_audience", String::new);
                    return Ok(());
                }
                self.is(&AccountIn::named(Platform::Reddit, None, cell("value")), record, ledger, into)
            }
            Kind::Subscription => {
                let channel = channel(record);
                self.owner.tie(Layer::Follow, &channel, false, None, record.row, ledger, into, excerpt)
            }
            Kind::Channel => {
                let name = Some(record.get(1).trim()).filter(|name| !name.is_empty());
                let account = AccountIn { name, ..channel(record) };
                self.is(&account, record, ledger, into)
            }
        }
    }

    fn is(
        &self,
        account: &AccountIn<'_>,
        record: &Record<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if account.id.is_none() && account.handle.is_none() {
            ledger.drop("row.no_author", || record.excerpt());
            return Ok(());
        }
        self.owner.is_also(account, into)?;
        ledger.keep(None);
        Ok(())
    }

    /// Who asked whom. The owner's own invitations tell his address.
    fn invitation<'r>(
        &self,
        cell: &impl Fn(&str) -> Option<&'r str>,
        record: &Record<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let sent = cell("direction").map(|direction| direction.to_ascii_uppercase().starts_with("OUT"));
        let end = |name: &str, url: &str, own: bool, into: &mut Builder| {
            let (name, url) = (cell(name), cell(url));
            let handle = url.or(name);
            let account =
                AccountIn { name, ..AccountIn::named(Platform::LinkedIn, name.filter(|_| own), handle) };
            into.account(&account)
        };
        let from = end("from", "inviterprofileurl", sent == Some(true), into)?;
        let to = end("to", "inviteeprofileurl", sent == Some(false), into)?;
        let (Some(from), Some(to)) = (from, to) else {
            ledger.drop("row.no_ends", || record.excerpt());
            return Ok(());
        };
        match sent {
            Some(true) => into.owner_is(Platform::LinkedIn, self.owner.bundle(), from)?,
            Some(false) => into.owner_is(Platform::LinkedIn, self.owner.bundle(), to)?,
            None => {}
        }
        let time = cell("sentat").and_then(moment);
        into.tie(&TieIn { from, to, layer: Layer::Link, time, weight: 1.0, row: record.row })?;
        ledger.keep(time);
        Ok(())
    }

    /// Whom a re-share or an answer is about is told by its text, and by an id where it is a re-share.
    fn tweet<'r>(
        &self,
        cell: &impl Fn(&str) -> Option<&'r str>,
        record: &Record<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let (Some(shown), Some(id)) = (cell("text"), cell("tweetid")) else {
            ledger.drop("row.empty", || record.excerpt());
            return Ok(());
        };
        let shown = unescape(shown);
        let time = cell("timestamp").and_then(moment);
        let (reposted, answered) = (cell("retweetedstatusid"), cell("inreplytostatusid"));
        let (kind, other, other_id) = match mentions::repost_of(&shown) {
            Some((handle, _)) => (PostKind::Repost, Some(handle), cell("retweetedstatususerid")),
            None if reposted.is_some() => (PostKind::Repost, None, cell("retweetedstatususerid")),
            None => match mentions::answered(Platform::X, &shown) {
                Some(handle) => (PostKind::Reply, Some(handle), cell("inreplytouserid")),
                None if answered.is_some() => (PostKind::Reply, None, cell("inreplytouserid")),
                None => (PostKind::Original, None, None),
            },
        };
        let ref_author = match kind {
            PostKind::Original => None,
            _ => into.account(&AccountIn::named(Platform::X, other_id, other))?,
        };
        let mut named = Vec::new();
        if kind != PostKind::Repost {
            mentions::accounts_in_text(Platform::X, &shown, &mut named, into)?;
        }
        let author = self.owner.name(into)?;
        into.post(&PostIn {
            platform: Platform::X,
            id: Some(id),
            author,
            time,
            kind,
            text: Some(&*shown),
            lang: None,
            url: None,
            ref_post: if kind == PostKind::Repost { reposted } else { answered },
            ref_author,
            mentions: &named,
            counts: Counts::default(),
            collected_at: None,
            embedded: false,
            row: record.row,
        })?;
        ledger.keep(time);
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn post(
        &mut self,
        text: Option<&str>,
        when: Option<&str>,
        (id, url, ref_post): (Option<&str>, Option<&str>, Option<&str>),
        kind: PostKind,
        record: &Record<'_>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let text = text.filter(|text| !text.trim().is_empty());
        let time = when.and_then(moment);
        if text.is_none() && time.is_none() {
            ledger.drop("row.empty", || record.excerpt());
            return Ok(());
        }
        self.mentions.clear();
        if self.owner.platform == Platform::Reddit {
            mentions::accounts_in_text(Platform::Reddit, text.unwrap_or(""), &mut self.mentions, into)?;
        }
        let author = self.owner.name(into)?;
        let made = made_id(time, word(kind), text.unwrap_or(""));
        into.post(&PostIn {
            platform: self.owner.platform,
            id: id.or(made.as_deref()),
            author,
            time,
            kind,
            text,
            lang: None,
            url,
            ref_post,
            ref_author: None,
            mentions: &self.mentions,
            counts: Counts::default(),
            collected_at: None,
            embedded: false,
            row: record.row,
        })?;
        ledger.keep(time);
        Ok(())
    }
}

/// Somebody on LinkedIn who is known by name: an owner, whose address other tables tell beside the same name.
fn person<'n>(name: &'n str, bio: Option<&'n str>) -> AccountIn<'n> {
    let name = Some(name).filter(|name| !name.trim().is_empty());
    AccountIn { name, bio, ..AccountIn::named(Platform::LinkedIn, name, name) }
}

fn channel<'r>(record: &Record<'r>) -> AccountIn<'r> {
    let id = Some(record.get(0).trim()).filter(|id| !id.is_empty());
    let name = Some(record.get(2).trim()).filter(|name| !name.is_empty());
    AccountIn { name, ..AccountIn::named(Platform::YouTube, id, None) }
}

fn moment(text: &str) -> Option<Millis> {
    // Of the two orders, the tables that write dates with bars put the month first.
    date::read(text, DateStyle { day_first: false, ambiguous: false, year_first: false })
}

/// The number of a post of LinkedIn in its address: `…urn:li:activity:7…`, `…-share-7…`, encoded or not.
fn number(url: &str) -> Option<String> {
    let plain = url
        .replace("%3A", ":")
        .replace("%3a", ":")
        .replace("%2C", ",")
        .replace("%28", "(")
        .replace("%29", ")");
    let found = plain.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() >= 15);
    found.map(str::to_string)
}

/// The submission that an address of Reddit leads to.
fn submission(url: &str) -> Option<&str> {
    let (_, path) = address(url)?;
    let mut parts = path.split('/');
    parts.find(|part| *part == "comments")?;
    parts.next().filter(|id| !id.is_empty())
}

/// LinkedIn writes a line end inside a text as a quoted one.
fn unfold(text: &str) -> String {
    text.replace("\"\n\"", "\n").replace("\"\r\n\"", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_posts() {
        for url in [
            "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7000000000000000001",
            "https://www.linkedin.com/feed/update/urn:li:share:7000000000000000001?x=1",
            "https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000001?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7000000000000000001%2C7000000000000000009%29",
        ] {
            assert_eq!(number(url).as_deref(), Some("7000000000000000001"), "{url}");
        }
        assert_eq!(number("https://www.linkedin.com/in/zoe-12345"), None);
        assert_eq!(submission("https://www.reddit.com/r/lyon/comments/abc/-/def/"), Some("abc"));
    }
}
