//! Posts as rows of a table whose columns are recognised by name: any export with an author and a text or a date.

use super::address;
use super::columns::Columns;
use super::ledger::Ledger;
use super::mentions;
use super::pieces;
use super::record::Record;
use super::roles::{Field, SIDES, Side};
use super::tools::Ways;
use super::words;
use crate::error::Result;
use crate::ingest::delimited::RawRecord;
use crate::ingest::id;
use crate::limits;
use crate::model::blank::trim;
use crate::model::{AccountIn, Builder, Counts, Millis, NameId, Platform, PostIn, PostKind};

/// Maps rows to posts.
#[derive(Debug)]
pub struct Posts {
    columns: Columns,
    ways: Ways,
    /// Columns that say nothing leave it to the text: which account a post re-shares, answers, names.
    reposts_in_text: bool,
    replies_in_text: bool,
    mentions_in_text: bool,
    /// Which sides carry enough of the other post to add it.
    embeds: [bool; SIDES],
    /// Which sides say anything of who wrote the other post, or which one it is: most rows of most tables refer to
    /// nothing, and should not pay for asking.
    refers: [bool; SIDES],
    /// The column of handles of the sides that have no other column to refer by.
    named_alone: [Option<usize>; SIDES],
    /// Which sides say more of an account than its handle.
    tells: [bool; SIDES],
    /// Whether the author of a row is known by a handle and followers at the most.
    tells_little: bool,
    /// Whether a column says what kind of post a row is.
    says_kind: bool,
    /// Columns of handles.
    handles: Vec<usize>,
    /// The network whose rules for handles hold in texts.
    spelling: Platform,
    mentions: Vec<NameId>,
    original_mentions: Vec<NameId>,
    /// The archive or folder whose owner wrote what nobody is named for; none where every post names its author.
    owned: Option<String>,
}

/// What a row says of the post it refers to.
#[derive(Clone, Copy)]
struct Reference<'a> {
    side: Side,
    handle: Option<&'a str>,
    id: Option<&'a str>,
    post: Option<&'a str>,
}

impl<'a> Reference<'a> {
    fn is_some(&self) -> bool {
        self.handle.is_some() || self.id.is_some() || self.post.is_some()
    }
}

impl Posts {
    /// An adapter for a table whose columns were settled.
    pub fn new(columns: Columns, ways: Ways) -> Self {
        use Field::{
            Author, AuthorId, AuthorName, Bio, Followers, Following, IsQuote, IsReply, IsRepost, Kind,
            Location, Mentions, PostId, PostsTotal, Text, Time, Url, Verified,
        };
        const ALL: [Side; SIDES] = [Side::Row, Side::Repost, Side::Quote, Side::Reply, Side::Any];
        let has = |side, field| columns.has(side, field);
        let names = |side| has(side, Author) || has(side, AuthorId);
        let any = names(Side::Any);
        let mut embeds = [false; SIDES];
        for side in [Side::Repost, Side::Quote, Side::Reply, Side::Any] {
            embeds[side as usize] = has(side, PostId) && names(side) && (has(side, Text) || has(side, Time));
        }
        Posts {
            reposts_in_text: !has(Side::Row, IsRepost)
                && !has(Side::Row, Kind)
                && !names(Side::Repost)
                && !any,
            replies_in_text: !has(Side::Row, IsReply) && !has(Side::Row, Kind) && !names(Side::Reply) && !any,
            mentions_in_text: !has(Side::Row, Mentions),
            embeds,
            refers: ALL.map(|side| [Author, Url, AuthorId, PostId].into_iter().any(|field| has(side, field))),
            named_alone: ALL.map(|side| {
                let others = [Url, AuthorId, PostId].into_iter().any(|field| has(side, field));
                columns.only_column_of(side, Author).filter(|_| !others)
            }),
            tells: ALL.map(|side| {
                let more = [AuthorId, AuthorName, Bio, Location, Followers, Following, PostsTotal, Verified];
                more.into_iter().any(|field| has(side, field))
            }),
            tells_little: [AuthorId, AuthorName, Bio, Location, Following, PostsTotal, Verified]
                .into_iter()
                .all(|field| !has(Side::Row, field)),
            handles: ALL.iter().filter_map(|side| columns.column_of(*side, Author)).collect(),
            says_kind: [Kind, IsRepost, IsQuote, IsReply].into_iter().any(|field| has(Side::Row, field)),
            spelling: columns.spelling(),
            columns,
            ways,
            mentions: Vec::new(),
            original_mentions: Vec::new(),
            owned: None,
        }
    }

    /// The same, of a table of posts of whoever has the file.
    pub fn of_owner(self, bundle: &str) -> Self {
        Posts { owned: Some(bundle.to_owned()), ..self }
    }

    /// Has the builder look at the accounts that rows to come will name, as far as that can be told at a glance.
    pub fn ahead(&self, records: &[RawRecord<'_>], builder: &mut Builder) {
        let platform = self.columns.platform;
        let handles =
            records.iter().filter_map(|record| Some((record, record.text?))).flat_map(|(record, text)| {
                let handle = |column: &usize| {
                    let field = record.fields.get(*column)?;
                    let handle = text.get(field.start as usize..field.end as usize)?;
                    Some((handle, text.as_bytes()[field.start as usize..].first_chunk()))
                };
                self.handles.iter().filter_map(handle)
            });
        builder.foresee(platform, handles);
    }

    /// The columns, for the receipt.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Maps one row.
    pub fn row(&mut self, record: &Record<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let columns = &self.columns;
        let platform = columns.platform_of(record);
        let time = columns.time(record, Side::Row, Field::Time, ledger);
        let collected = columns.time(record, Side::Row, Field::CollectedAt, ledger);
        let at = collected.or(time);
        let raw = columns.raw(record, Side::Row, Field::Text);
        let unescaped = if self.ways.json_text { pieces::text(raw) } else { words::unescape(raw) };
        let text = Some(&*unescaped).filter(|t| !trim(t).is_empty());
        let url = columns.word(record, Side::Row, Field::Url);
        let mut post = columns.id(record, Side::Row, Field::PostId, ledger);
        if post.is_none() || self.ways.id_in_url {
            let by_address = self.ways.id_in_url || !columns.has(Side::Row, Field::PostId);
            post = url.filter(|_| by_address).and_then(|url| self.post_of(url)).or(post);
        }

        let mut kind = self.kind_said(record);
        // What the columns leave open, the text may tell.
        let told = text.and_then(mentions::repost_of);
        if told.is_some() && self.reposts_in_text && kind.is_none() {
            kind = Some(PostKind::Repost);
        }
        let mut reference = self.reference(record, &mut kind, ledger);
        if platform == Platform::Reddit && post.is_some_and(|id| without_kind(id).is_none()) {
            // Tables of Reddit write `k2` in one column and `t1_k2` in the other.
            reference.post = reference.post.map(|id| without_kind(id).unwrap_or(id));
        }
        if post.is_some() && reference.post == post && reference.handle.is_none() && reference.id.is_none() {
            // A thread that begins with this post answers nobody.
            reference.post = None;
            if !self.ways.comments && !columns.has(Side::Row, Field::Kind) {
                kind = self.kind_said(record);
            }
        }
        // Some exports give a re-share the id or the address of its original: it is not the original for that.
        if kind == Some(PostKind::Repost) && post.is_some() && reference.post == post {
            post = None;
        }
        if let Some((handle, _)) = told
            && (kind == Some(PostKind::Repost) || (self.reposts_in_text && kind.is_none()))
        {
            kind = Some(PostKind::Repost);
            reference.handle = reference.handle.or(Some(handle).filter(|_| reference.id.is_none()));
        }
        if self.ways.comments && kind.is_none() {
            kind = Some(PostKind::Reply);
        }
        let spelling = if platform == Platform::Unknown { self.spelling } else { platform };
        if let Some(handle) = text.and_then(|text| mentions::answered(spelling, text))
            && reference.handle.is_none()
            && reference.id.is_none()
            && (kind == Some(PostKind::Reply) || (self.replies_in_text && kind.is_none()))
        {
            kind = Some(PostKind::Reply);
            reference.handle = Some(handle);
        }
        let kind = kind.unwrap_or(PostKind::Original);
        let counts = if kind == PostKind::Repost && !self.ways.own_counts {
            Counts::default()
        } else {
            counts(columns, record, Side::Row, ledger)
        };
        if text.is_none() && time.is_none() && !reference.is_some() && counts == Counts::default() {
            ledger.drop("row.empty", || record.excerpt());
            return Ok(());
        }
        let Some(author) = self.author(record, url, platform, at, ledger, into)? else {
            ledger.drop("row.no_author", || record.excerpt());
            return Ok(());
        };

        let mut ref_author = self.ref_author(record, &reference, platform, at, ledger, into)?;
        // One account named now by its id, now by its handle: within a row, the handle tells that it is one.
        let own_handle = trim(self.columns.raw(record, Side::Row, Field::Author));
        if ref_author.is_some() && reference.handle.is_some_and(|handle| same_handle(handle, own_handle)) {
            ref_author = Some(author);
        }
        self.mentions.clear();
        if kind != PostKind::Repost {
            let met = [Some((own_handle, author)), reference.handle.zip(ref_author)];
            self.named(record, text, met, platform, into)?;
            self.tagged(record, platform, into)?;
            // A quote that answers someone else: one post has one reference, the other is a mention.
            if kind == PostKind::Quote
                && let Some(handle) =
                    self.columns.word(record, Side::Reply, Field::Author).and_then(first_name)
                && let Some(name) = into.account(&AccountIn::named(platform, None, Some(handle)))?
                && !self.mentions.contains(&name)
            {
                self.mentions.push(name);
            }
        }
        let original_text;
        let text = if kind != PostKind::Repost {
            text
        } else {
            original_text = words::unescape(self.columns.raw(record, reference.side, Field::Text));
            if !id::missing(trim(&original_text)) {
                Some(&*original_text)
            } else {
                told.map(|(_, rest)| rest).or(text)
            }
        };
        if text.is_some_and(|t| t.len() > limits::TEXT_BYTES) {
            ledger.repair("text.cut", None, || text.unwrap_or("").to_string());
        }
        let scoped = self.scoped(post, reference.post);
        into.post(&PostIn {
            platform,
            id: post,
            author,
            time,
            kind,
            text,
            lang: self.columns.word(record, Side::Row, Field::Lang),
            url,
            ref_post: scoped.as_deref().or(reference.post),
            ref_author,
            mentions: &self.mentions,
            counts,
            collected_at: at,
            embedded: false,
            row: record.row,
        })?;
        self.originals(record, kind, &reference, ref_author, platform, at, ledger, into)?;
        ledger.keep(time);
        Ok(())
    }

    /// The kind that a column of kinds, or of yes and no, says.
    fn kind_said(&self, record: &Record<'_>) -> Option<PostKind> {
        if !self.says_kind {
            return None;
        }
        let columns = &self.columns;
        if columns.has(Side::Row, Field::Kind) {
            match words::kind(columns.raw(record, Side::Row, Field::Kind)) {
                None | Some(PostKind::Original) => {}
                said => return said,
            }
        }
        let yes = |field| columns.truth(record, Side::Row, field) == Some(true);
        if yes(Field::IsRepost) {
            Some(PostKind::Repost)
        } else if yes(Field::IsQuote) {
            Some(PostKind::Quote)
        } else if yes(Field::IsReply) {
            Some(PostKind::Reply)
        } else {
            None
        }
    }

    /// The post that the row refers to. Fills in the kind where only the columns of that post tell it.
    fn reference<'r>(
        &self,
        record: &Record<'r>,
        kind: &mut Option<PostKind>,
        ledger: &mut Ledger,
    ) -> Reference<'r> {
        let mut read = |side: Side| {
            let named = || self.named_alone[side as usize].map(|column| record.get(column));
            if !self.refers[side as usize] || named().is_some_and(str::is_empty) {
                return Reference { side, handle: None, id: None, post: None };
            }
            let cell = self.columns.word(record, side, Field::Author);
            let plain = cell.is_some_and(is_one_name);
            let handle = if plain { cell } else { cell.and_then(first_name) };
            let link = self.columns.word(record, side, Field::Url).filter(|url| self.leads_away(record, url));
            let address =
                handle.filter(|cell| !plain && holds_address(cell)).or(link).and_then(address::read);
            let of_address = address.and_then(|address| address.author);
            Reference {
                side,
                // The cell may hold the address of the other post instead of a name.
                handle: if address.is_some() { of_address } else { handle },
                id: self.columns.id(record, side, Field::AuthorId, ledger),
                post: self
                    .columns
                    .id(record, side, Field::PostId, ledger)
                    .or(address.and_then(|address| address.post)),
            }
        };
        let side = match kind {
            Some(PostKind::Repost) => Some(Side::Repost),
            Some(PostKind::Quote) => Some(Side::Quote),
            Some(PostKind::Reply) => Some(Side::Reply),
            _ => None,
        };
        // A column for the other post's id may serve all the ways of referring to it.
        let any = read(Side::Any);
        if let Some(side) = side {
            let own = read(side);
            return if own.is_some() {
                Reference { post: own.post.or(any.post), ..own }
            } else if any.is_some() {
                any
            } else {
                own
            };
        }
        for (side, implied) in
            [(Side::Repost, PostKind::Repost), (Side::Quote, PostKind::Quote), (Side::Reply, PostKind::Reply)]
        {
            let own = read(side);
            if own.is_some() {
                *kind = Some(implied);
                return Reference { post: own.post.or(any.post), ..own };
            }
        }
        Reference { side: Side::Any, handle: None, id: None, post: None }
    }

    fn ref_author(
        &self,
        record: &Record<'_>,
        reference: &Reference<'_>,
        platform: Platform,
        at: Option<Millis>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<Option<NameId>> {
        if reference.handle.is_none() && reference.id.is_none() {
            return Ok(None);
        }
        let mut seen = AccountIn { at, ..AccountIn::named(platform, None, None) };
        if self.tells[reference.side as usize] {
            seen = account(&self.columns, record, reference.side, platform, at, ledger);
        }
        seen.handle = reference.handle;
        seen.id = reference.id;
        into.account(&seen)
    }

    /// Accounts that the post names, from the column that lists them or else from its text. Those already `met` in the
    /// row may be known by their ids too: named by their handles, they are the same ones.
    fn named(
        &mut self,
        record: &Record<'_>,
        text: Option<&str>,
        met: [Option<(&str, NameId)>; 2],
        platform: Platform,
        into: &mut Builder,
    ) -> Result<()> {
        let spelling = if platform == Platform::Unknown { self.spelling } else { platform };
        let names = &mut self.mentions;
        let mut failed = Ok(());
        let mut add = |id: Option<&str>, handle: &str, names: &mut Vec<NameId>| {
            if let Some((_, name)) = met.iter().flatten().find(|(other, _)| same_handle(other, handle)) {
                names.push(*name);
                return;
            }
            match into.account(&AccountIn::named(platform, id, Some(handle))) {
                Ok(Some(name)) => names.push(name),
                Ok(None) => {}
                Err(error) => failed = Err(error),
            }
        };
        let list = self.columns.word(record, Side::Row, Field::Mentions);
        if self.mentions_in_text || list.is_some_and(mentions::is_broken) {
            if let Some(text) = text {
                mentions::in_text_of(spelling, text, |handle| add(None, handle, names));
            }
            return failed;
        }
        let Some(list) = list else { return failed };
        let ids = self.columns.word(record, Side::Row, Field::MentionIds).unwrap_or("");
        let parts = |cell: &'_ str| mentions::parts(cell).count();
        let mut ids = mentions::parts(if parts(ids) == parts(list) { ids } else { "" });
        mentions::in_list(list, |handle| {
            let id = ids.next().and_then(|id| id::read(id).known());
            add(id, handle, names);
        });
        failed
    }

    /// Accounts that the post shows besides those it names: people tagged in a picture, co-authors.
    fn tagged(&mut self, record: &Record<'_>, platform: Platform, into: &mut Builder) -> Result<()> {
        if !self.columns.has(Side::Row, Field::Tagged) {
            return Ok(());
        }
        let mut failed = Ok(());
        for cell in self.columns.words(record, Side::Row, Field::Tagged) {
            mentions::in_list(cell, |handle| {
                match into.account(&AccountIn::named(platform, None, Some(handle))) {
                    Ok(Some(name)) => self.mentions.push(name),
                    Ok(None) => {}
                    Err(error) => failed = Err(error),
                }
            });
        }
        failed
    }

    /// The id in the address of a post.
    fn post_of<'u>(&self, url: &'u str) -> Option<&'u str> {
        let address = address::read(url)?;
        address.post.filter(|_| self.ways.id_in_url || address.platform == Platform::X)
    }

    /// Whether an address leads to somebody else than the author of the row.
    fn leads_away(&self, record: &Record<'_>, url: &str) -> bool {
        let Some(author) = address::author(url) else { return false };
        let own = [Field::Author, Field::AuthorId];
        !own.iter().any(|field| same_handle(author, self.columns.raw(record, Side::Row, *field).trim()))
    }

    /// What a message of a chat answers, as the ids of that chat are written: `12` answered by `chat-15` is `chat-12`.
    fn scoped(&self, own: Option<&str>, other: Option<&str>) -> Option<String> {
        let (chat, number) = own.filter(|_| self.ways.scoped_ids)?.rsplit_once('-')?;
        let digits = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
        let other = other.filter(|other| digits(other) && digits(number))?;
        Some(format!("{chat}-{other}"))
    }

    /// The author of the row: by name or id, else as the address tells, else by display name, else the medium.
    fn author(
        &self,
        record: &Record<'_>,
        url: Option<&str>,
        platform: Platform,
        at: Option<Millis>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<Option<NameId>> {
        let columns = &self.columns;
        let mut seen = if self.tells_little {
            AccountIn {
                followers: columns.number(record, Side::Row, Field::Followers, ledger),
                at,
                ..AccountIn::named(
                    platform,
                    None,
                    Some(handle(platform, columns.raw(record, Side::Row, Field::Author))),
                )
            }
        } else {
            account(columns, record, Side::Row, platform, at, ledger)
        };
        if self.ways.author_in_url
            && let Some(handle) = url.and_then(address::author)
        {
            seen.name = seen.name.or(seen.handle.filter(|name| !id::missing(name.trim())));
            seen.handle = Some(handle);
        }
        if let Some(author) = into.account(&seen)? {
            return Ok(Some(author));
        }
        let outlet = || {
            let network = !matches!(platform, Platform::Unknown | Platform::Web | Platform::Telegram);
            columns.word(record, Side::Row, Field::Outlet).filter(|_| !network)
        };
        seen.handle = url.and_then(address::author).or(seen.name).or_else(outlet);
        match &self.owned {
            _ if seen.handle.is_some() => into.account(&seen),
            Some(bundle) => into.owner(platform, bundle).map(Some),
            None => Ok(None),
        }
    }

    /// Adds the posts that the row carries besides its own: the one it re-shares or quotes, and the one that the
    /// re-shared post quotes in its turn.
    #[allow(clippy::too_many_arguments)]
    fn originals(
        &mut self,
        record: &Record<'_>,
        kind: PostKind,
        reference: &Reference<'_>,
        ref_author: Option<NameId>,
        platform: Platform,
        at: Option<Millis>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let Some(author) = ref_author.filter(|_| self.embeds[reference.side as usize]) else { return Ok(()) };
        let Some(post) = reference.post else { return Ok(()) };
        let mut quoted = (None, None);
        if kind == PostKind::Repost && self.embeds[Side::Quote as usize] && reference.side == Side::Repost {
            let inner = Reference {
                side: Side::Quote,
                handle: self.columns.word(record, Side::Quote, Field::Author),
                id: self.columns.id(record, Side::Quote, Field::AuthorId, ledger),
                post: self.columns.id(record, Side::Quote, Field::PostId, ledger),
            };
            if let (Some(id), Some(name)) =
                (inner.post, self.ref_author(record, &inner, platform, at, ledger, into)?)
            {
                self.original(record, Side::Quote, id, name, (None, None), platform, at, ledger, into)?;
                quoted = (Some(id), Some(name));
            }
        }
        self.original(record, reference.side, post, author, quoted, platform, at, ledger, into)
    }

    #[allow(clippy::too_many_arguments)]
    fn original(
        &mut self,
        record: &Record<'_>,
        side: Side,
        post: &str,
        author: NameId,
        quoted: (Option<&str>, Option<NameId>),
        platform: Platform,
        at: Option<Millis>,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let unescaped = words::unescape(self.columns.raw(record, side, Field::Text));
        let text = Some(&*unescaped).filter(|t| !id::missing(t.trim()));
        let time = self.columns.time(record, side, Field::Time, ledger);
        if text.is_none() && time.is_none() {
            return Ok(());
        }
        let spelling = if platform == Platform::Unknown { self.spelling } else { platform };
        self.original_mentions.clear();
        let names = &mut self.original_mentions;
        let own_handle = self.columns.raw(record, side, Field::Author).trim();
        let mut failed = Ok(());
        mentions::in_text_of(spelling, text.unwrap_or(""), |handle| {
            if same_handle(handle, own_handle) {
                names.push(author);
                return;
            }
            match into.account(&AccountIn::named(platform, None, Some(handle))) {
                Ok(Some(name)) => names.push(name),
                Ok(None) => {}
                Err(error) => failed = Err(error),
            }
        });
        failed?;
        into.post(&PostIn {
            platform,
            id: Some(post),
            author,
            time,
            kind: if quoted.1.is_some() { PostKind::Quote } else { PostKind::Original },
            text,
            lang: None,
            url: None,
            ref_post: quoted.0,
            ref_author: quoted.1,
            mentions: &self.original_mentions,
            counts: counts(&self.columns, record, side, ledger),
            collected_at: at,
            embedded: true,
            row: record.row,
        })?;
        Ok(())
    }
}

/// The first of several names in a cell that is not plainly one.
fn first_name(cell: &str) -> Option<&str> {
    if let Some(name) = mentions::in_object(cell) {
        return Some(name);
    }
    let list = cell.bytes().any(|b| matches!(b, b',' | b';' | b'|' | b'[' | b'\'' | b'"'));
    if !list || holds_address(cell) {
        return Some(cell);
    }
    mentions::parts(cell).next()
}

/// Whether a cell has none of the marks of lists and addresses.
#[inline]
fn is_one_name(cell: &str) -> bool {
    cell.bytes().all(mentions::is_name)
}

fn holds_address(cell: &str) -> bool {
    cell.bytes().any(|b| b == b':') && cell.contains("://")
}

fn same_handle(a: &str, b: &str) -> bool {
    let bare = |handle: &str| handle.bytes().take_while(|b| *b == b'@').count();
    !b.is_empty() && a.as_bytes()[bare(a)..].eq_ignore_ascii_case(&b.as_bytes()[bare(b)..])
}

fn account<'r>(
    columns: &Columns,
    record: &Record<'r>,
    side: Side,
    platform: Platform,
    at: Option<Millis>,
    ledger: &mut Ledger,
) -> AccountIn<'r> {
    AccountIn {
        platform,
        id: columns.id(record, side, Field::AuthorId, ledger),
        handle: Some(handle(platform, columns.raw(record, side, Field::Author))),
        name: columns.word(record, side, Field::AuthorName),
        bio: columns.word(record, side, Field::Bio),
        location: columns.word(record, side, Field::Location),
        followers: columns.number(record, side, Field::Followers, ledger),
        following: columns.number(record, side, Field::Following, ledger),
        posts_total: columns.number(record, side, Field::PostsTotal, ledger),
        verified: columns.truth(record, side, Field::Verified),
        at,
    }
}

/// The handle in a cell that says more: `{'screen_name': 'zoe', …}` of pandas, `company/cafe` of 4CAT.
fn handle(platform: Platform, cell: &str) -> &str {
    let bare = mentions::in_object(cell).unwrap_or(cell);
    if platform != Platform::LinkedIn {
        return bare;
    }
    let mut kinds = ["in/", "company/", "school/", "showcase/"].into_iter();
    kinds.find_map(|kind| bare.strip_prefix(kind)).map_or(bare, |name| name.trim_end_matches('/'))
}

/// The id of a post of Reddit without the letter of its kind: `t1_k2` → `k2`.
fn without_kind(id: &str) -> Option<&str> {
    let rest = id.strip_prefix('t')?;
    rest.strip_prefix(|kind: char| ('1'..='6').contains(&kind))?.strip_prefix('_')
}

fn counts(columns: &Columns, record: &Record<'_>, side: Side, ledger: &mut Ledger) -> Counts {
    let hidden = side == Side::Row
        && columns.has(side, Field::LikesHidden)
        && columns.truth(record, side, Field::LikesHidden) == Some(true);
    let reactions = match side {
        Side::Row if columns.has(side, Field::Reaction) => columns.sum(record, Field::Reaction, ledger),
        _ => None,
    };
    let mut number = |field| columns.number(record, side, field, ledger);
    let likes = if hidden { None } else { number(Field::Likes) };
    Counts {
        likes: match (likes, reactions) {
            (Some(likes), Some(others)) => Some(likes + others),
            (likes, others) => likes.or(others),
        },
        reposts: number(Field::Reposts),
        replies: number(Field::Replies),
        quotes: number(Field::Quotes),
        views: number(Field::Views),
        saves: number(Field::Saves),
        clicks: number(Field::Clicks),
    }
}
