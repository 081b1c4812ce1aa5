//! What records say of accounts: their names, and what is known of each.

use super::builder::Builder;
use super::handle::{LongHandle, ShortHandle, long_handle, normalise_handle, short_handle};
use super::intern::Key;
use super::record::{AccountIn, Millis, NameId, Platform};
use super::rows::{NO, NO_TIME, NameRow, Newest, OTHER_FORM, ProfileRow, newest_number, newest_text};
use crate::error::Result;

/// Name tags: platform and whether the name is a handle.
pub(super) fn tag(platform: Platform, is_handle: bool) -> u8 {
    (platform as u8) << 1 | u8::from(is_handle)
}

impl Builder {
    /// Registers what a record says of an account, and returns a name for it.
    ///
    /// Returns `None` when neither an id nor a handle is left after normalisation (an account that cannot be named).
    /// With an id and a handle both, the two are remembered as names of one account.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn account(&mut self, account: &AccountIn<'_>) -> Result<Option<NameId>> {
        let at = account.at.unwrap_or(NO_TIME);
        let seen = account.handle.and_then(|handle| self.seen_ahead(handle));
        let short = match (seen, account.handle) {
            (Some(seen), Some(handle)) => Some(ShortHandle {
                low: seen.low,
                high: seen.high,
                capitals: seen.capitals,
                shown: handle.strip_prefix('@').unwrap_or(handle),
            }),
            (_, handle) => handle.and_then(short_handle),
        };
        let number = match (short, account.id) {
            (Some(handle), None) => {
                let number =
                    self.short_name(account.platform, &handle, seen.map_or(NO, |seen| seen.number))?;
                self.show_short(number, &handle, at)?;
                number
            }
            (None, None) if let Some(handle) = account.handle.and_then(long_handle) => {
                let number = self.name(tag(account.platform, true), handle.key())?;
                self.show_long(number, &handle, at)?;
                number
            }
            _ => {
                let mut key = std::mem::take(&mut self.key);
                let named = self.names_of(account, &mut key, at);
                self.key = key;
                let Some((number, shown)) = named? else { return Ok(None) };
                let row = self.names.row_mut(number);
                if newest_text(&mut row.shown, shown, at, &mut self.strings)? {
                    row.capitals = OTHER_FORM;
                }
                number
            }
        };
        self.tell(number, account)?;
        Ok(Some(NameId(number)))
    }

    /// The name that stands for an account with an id, and its handle as it is shown; the two are linked.
    fn names_of<'a>(
        &mut self,
        account: &AccountIn<'a>,
        key: &mut String,
        at: Millis,
    ) -> Result<Option<(u32, Option<&'a str>)>> {
        let shown = account.handle.and_then(|h| normalise_handle(account.platform, h, key));
        let handle = if shown.is_some() { Some(self.name(tag(account.platform, true), key)?) } else { None };
        let id = match account.id.map(str::trim).filter(|id| !id.is_empty()) {
            Some(id) => Some(self.name(tag(account.platform, false), id)?),
            None => None,
        };
        if let (Some(id), Some(handle)) = (id, handle) {
            self.link(handle, id, at)?;
        }
        Ok(id.or(handle).map(|number| (number, shown)))
    }

    /// Remembers what a record says of a name, but for its handle.
    #[inline]
    pub(super) fn tell(&mut self, number: u32, account: &AccountIn<'_>) -> Result<()> {
        let at = account.at.unwrap_or(NO_TIME);
        if account.followers.is_some() {
            self.followed(number, account.followers, at);
        }
        let more = account.name.is_some()
            || account.bio.is_some()
            || account.location.is_some()
            || account.following.is_some()
            || account.posts_total.is_some()
            || account.verified.is_some();
        if more { self.profile(number, account, at) } else { Ok(()) }
    }

    /// Notes a number of followers.
    #[inline]
    pub(super) fn followed(&mut self, number: u32, followers: Option<f64>, at: Millis) {
        let held = &mut self.names.row_mut(number).followers;
        let unknown = held.value.is_nan();
        newest_number(held, followers, at);
        self.tally.followers += u64::from(unknown && !held.value.is_nan());
    }

    /// What few exports say of an account.
    fn profile(&mut self, number: u32, account: &AccountIn<'_>, at: Millis) -> Result<()> {
        let row = self.profile_row(number)?;
        newest_number(&mut row.following, account.following, at);
        newest_number(&mut row.posts_total, account.posts_total, at);
        if let Some(verified) = account.verified {
            let new = (at, i8::from(verified));
            if new > (row.verified.at, row.verified.value) {
                row.verified = Newest { at: new.0, value: new.1 };
            }
        }
        let (mut name, mut bio, mut location) = (row.name, row.bio, row.location);
        newest_text(&mut name, account.name, at, &mut self.strings)?;
        newest_text(&mut bio, account.bio, at, &mut self.strings)?;
        newest_text(&mut location, account.location, at, &mut self.strings)?;
        let row = self.profile_row(number)?;
        (row.name, row.bio, row.location) = (name, bio, location);
        Ok(())
    }

    pub(super) fn profile_row(&mut self, number: u32) -> Result<&mut ProfileRow> {
        let number = number as usize;
        if self.profiles.len() <= number {
            self.profiles.set(number, ProfileRow::new(), ProfileRow::new(), "accounts")?;
        }
        Ok(&mut self.profiles[number])
    }

    /// Notes the display form of an account that goes by a short handle.
    #[inline]
    pub(super) fn show_short(&mut self, number: u32, handle: &ShortHandle<'_>, at: Millis) -> Result<()> {
        let row = self.names.row_mut(number);
        if row.capitals != handle.capitals {
            return self.show_other(number, handle, at);
        }
        row.shown.at = row.shown.at.max(at);
        Ok(())
    }

    /// Notes a display form that is not the one known.
    fn show_other(&mut self, number: u32, handle: &ShortHandle<'_>, at: Millis) -> Result<()> {
        let key = self.names.text(number);
        let row = self.names.row_mut(number);
        if !row.shown.value.is_some() && handle.capitals == 0 {
            // The key is the display form.
            row.shown = Newest { at, value: key };
        } else {
            newest_text(&mut row.shown, Some(handle.shown), at, &mut self.strings)?;
        }
        if self.strings.get(row.shown.value) == handle.shown {
            row.capitals = handle.capitals;
        }
        Ok(())
    }

    /// Notes the display form of an account that goes by a long handle.
    fn show_long(&mut self, number: u32, handle: &LongHandle<'_>, at: Millis) -> Result<()> {
        let key = self.names.text(number);
        let row = self.names.row_mut(number);
        if handle.is_shown_as_it_is() && (row.shown.value == key || !row.shown.value.is_some()) {
            // The key is the display form.
            row.shown = Newest { at: at.max(row.shown.at), value: key };
            return Ok(());
        }
        newest_text(&mut row.shown, Some(handle.shown), at, &mut self.strings)?;
        Ok(())
    }

    /// The number of a name, a new one where nobody goes by it yet.
    pub(super) fn name(&mut self, tag: u8, text: &str) -> Result<u32> {
        self.name_of(Key::of(tag, text), text)
    }

    /// [`Builder::name`] of a text whose key is at hand.
    #[inline]
    pub(super) fn name_of(&mut self, key: Key, text: &str) -> Result<u32> {
        match self.names.find(key, text, &self.strings) {
            Some(number) => Ok(number),
            None => self.new_name(key, text),
        }
    }

    /// [`Builder::name`] of a short handle, whose key is at hand.
    /// `likely` is the number that it most likely has.
    #[inline]
    fn short_name(&mut self, platform: Platform, handle: &ShortHandle<'_>, likely: u32) -> Result<u32> {
        let key = Key::of_words(tag(platform, true), handle.low, handle.high);
        if self.names.is(likely, key) {
            return Ok(likely);
        }
        match self.names.find(key, "", &self.strings) {
            Some(number) => Ok(number),
            None => self.new_name(key, &handle.shown.to_ascii_lowercase()),
        }
    }

    #[cold]
    fn new_name(&mut self, key: Key, text: &str) -> Result<u32> {
        self.names.insert(key, text, NameRow::new(), &mut self.strings)
    }

    /// Notes that a handle and an id are names of one account.
    pub(super) fn link(&mut self, handle: u32, id: u32, at: Millis) -> Result<()> {
        self.link_over(handle, id, (at, at))
    }
}
