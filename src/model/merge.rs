//! One engine's part of a file, on its way into another engine's study.

use super::builder::Builder;
use super::handle::short_handle;
use super::intern::Key;
use super::record::{Millis, Platform};
use super::rows::{
    NO, NO_TIME, NameRow, Newest, OTHER_FORM, ProfileRow, earliest, newest_number, newest_text,
};
use super::strings::StrId;
use super::tape::{Player, Tape};
use super::wire::{Scanner, Writer, damaged};
use super::worth::WorthRow;
use crate::error::{ErrorKind, Result};

/// What is told of a name, a bit each.
mod has {
    /// A display form that is the name with other capitals.
    pub const CAPITALS: u8 = 1;
    /// Another display form.
    pub const SHOWN: u8 = 1 << 1;
    pub const FOLLOWERS: u8 = 1 << 2;
    pub const PROFILE: u8 = 1 << 3;
    pub const ID: u8 = 1 << 4;
    pub const WORTH: u8 = 1 << 5;
}

/// Names that are looked at before the first of them is looked up.
const AHEAD: usize = 32;

/// What one engine made of a slice of a file, for another one. In three, so that the larger ones are never copied
/// together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// What belongs to the file, and names. Empty where there is nothing to hand over.
    pub head: Vec<u8>,
    /// Posts and ties.
    pub records: Vec<u8>,
    /// Their texts.
    pub texts: Vec<u8>,
}

/// A [`Piece`] that is somebody else's.
#[derive(Debug, Clone, Copy)]
pub struct PieceRef<'a> {
    /// What belongs to the file, and names.
    pub head: &'a [u8],
    /// Posts and ties.
    pub records: &'a [u8],
    /// Their texts.
    pub texts: &'a [u8],
}

impl Piece {
    /// The piece, lent.
    pub fn lend(&self) -> PieceRef<'_> {
        PieceRef { head: &self.head, records: &self.records, texts: &self.texts }
    }
}

impl Builder {
    /// A builder that settles names and keeps posts and ties as they come, for [`Builder::write_piece`].
    pub fn taping() -> Self {
        Builder { tape: Some(Box::default()), ..Builder::default() }
    }

    /// Everything that came in since the last time; the builder is as new again. `out` is what the caller has to say
    /// before.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn write_piece(&mut self, mut out: Writer) -> Result<Piece> {
        let piece = std::mem::replace(self, Builder::taping());
        piece.write_names(&mut out)?;
        out.u32(piece.reused.len() as u32);
        for ((handle, id), (first, last)) in &piece.reused {
            out.reserve(24)?;
            [*handle, *id].into_iter().for_each(|name| out.u32(name));
            [*first, *last].into_iter().for_each(|time| out.i64(time));
        }
        let (records, texts) = piece.tape.map_or_else(Tape::default, |tape| *tape).into_parts();
        Ok(Piece { head: out.into_bytes(), records, texts })
    }

    /// All names, and after them what is told of each.
    fn write_names(&self, out: &mut Writer) -> Result<()> {
        let all = 0..self.names.len() as u32;
        out.u32(self.names.len() as u32);
        let mut texts = String::new();
        out.reserve(16 + 5 * all.len())?;
        for number in all.clone() {
            let text = self.strings.get(self.names.text(number));
            out.u8(self.names.tag(number));
            out.u32(text.len() as u32);
            texts.try_reserve(text.len()).map_err(|_| ErrorKind::OutOfMemory { what: "accounts" })?;
            texts.push_str(text);
        }
        out.reserve(8 + texts.len())?;
        out.text(&texts);
        for number in all {
            let row = self.names.row(number);
            let profile = self.profiles.get(number as usize).filter(ProfileRow::says_something);
            let worth = self.worths.get(number);
            let bit = |known: bool, bit: u8| if known { bit } else { 0 };
            let (shown, short) = (row.shown.value.is_some(), row.capitals != OTHER_FORM);
            out.reserve(256)?;
            out.u8(bit(shown && short, has::CAPITALS)
                | bit(shown && !short, has::SHOWN)
                | bit(!row.followers.value.is_nan(), has::FOLLOWERS)
                | bit(profile.is_some(), has::PROFILE)
                | bit(row.id != NO, has::ID)
                | bit(worth.is_some(), has::WORTH));
            if shown && short {
                out.i64(row.shown.at);
                out.u32(u32::from(row.capitals));
            } else if shown {
                self.write_newest(row.shown, out)?;
            }
            if !row.followers.value.is_nan() {
                out.i64(row.followers.at);
                out.f64(row.followers.value);
            }
            if row.id != NO {
                let seen = self.profiles.get(number as usize).map_or((NO_TIME, NO_TIME), |p| p.id_seen);
                out.u32(row.id);
                [seen.0, seen.1].into_iter().for_each(|time| out.i64(time));
            }
            if let Some(profile) = profile {
                self.write_newest(profile.name, out)?;
                self.write_newest(profile.bio, out)?;
                self.write_newest(profile.location, out)?;
                for number in [profile.following, profile.posts_total] {
                    out.i64(number.at);
                    out.f64(number.value);
                }
                out.i64(profile.verified.at);
                out.u8(profile.verified.value as u8);
            }
            if let Some(worth) = worth {
                out.reserve(64)?;
                worth.write(out);
            }
        }
        Ok(())
    }

    fn write_newest(&self, text: Newest<StrId>, out: &mut Writer) -> Result<()> {
        let value = self.strings.get(text.value);
        out.reserve(64 + value.len())?;
        out.i64(text.at);
        out.text(value);
        Ok(())
    }

    /// Adds what [`Builder::write_piece`] gave, as if its records came in here and now; `rows` is added to their
    /// numbers. `head` is the rest of the piece's head, behind what the caller of `write_piece` said.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`; `argument.invalid` for bytes that are no such piece.
    pub fn read_piece(&mut self, mut head: Scanner<'_>, piece: PieceRef<'_>, rows: u64) -> Result<()> {
        let names = self.read_names(&mut head)?;
        for _ in 0..head.u32()? {
            let mut name = || names.get(head.u32()? as usize).copied().ok_or_else(damaged);
            let (handle, id) = (name()?, name()?);
            let seen = (head.i64()?, head.i64()?);
            self.link_over(handle, id, seen)?;
        }
        if !head.is_empty() {
            return Err(damaged());
        }
        Player::new(piece.records, piece.texts, &names, rows)?.play(self)
    }

    /// Returns the number here of each name there.
    fn read_names(&mut self, piece: &mut Scanner<'_>) -> Result<Vec<u32>> {
        let count = piece.u32()? as usize;
        let mut names = Vec::new();
        // A damaged piece may announce more than it holds.
        names.try_reserve(count.min(1 << 22)).map_err(|_| ErrorKind::OutOfMemory { what: "accounts" })?;
        let mut kinds = Scanner::new(piece.raw(count, 5)?);
        let mut texts = piece.text()?;
        let mut links = Vec::new();
        while names.len() < count {
            let mut ahead = [(Key::of(0, ""), ""); AHEAD];
            let block = &mut ahead[..AHEAD.min(count - names.len())];
            for (key, text) in block.iter_mut() {
                let (kind, length) = (kinds.u8()?, kinds.u32()? as usize);
                if usize::from(kind >> 1) >= Platform::ALL.len() {
                    return Err(damaged());
                }
                (*text, texts) = texts.split_at_checked(length).ok_or_else(damaged)?;
                *key = Key::of(kind, text);
            }
            self.look_ahead(block);
            for (key, text) in block {
                let number = self.name_of(*key, text)?;
                names.push(number);
                let known = piece.u8()?;
                if known & has::CAPITALS != 0 {
                    let at = piece.i64()?;
                    self.show_capitals(number, text, piece.u32()? as u16, at)?;
                }
                if known & has::SHOWN != 0 {
                    let at = piece.i64()?;
                    let row = self.names.row_mut(number);
                    if newest_text(&mut row.shown, Some(piece.text()?), at, &mut self.strings)? {
                        row.capitals = OTHER_FORM;
                    }
                }
                if known & has::FOLLOWERS != 0 {
                    let (at, value) = (piece.i64()?, piece.f64()?);
                    self.followed(number, Some(value), at);
                }
                if known & has::ID != 0 {
                    links.push((number, piece.u32()?, (piece.i64()?, piece.i64()?)));
                }
                if known & has::PROFILE != 0 {
                    self.read_profile(number, piece)?;
                }
                if known & has::WORTH != 0 {
                    self.add_worth(number, &WorthRow::read(piece)?)?;
                }
            }
        }
        for (handle, id, seen) in links {
            let id = *names.get(id as usize).ok_or_else(damaged)?;
            self.link_over(handle, id, seen)?;
        }
        Ok(names)
    }

    /// Brings the rows of names into the processor's cache, all at once rather than one wait after the other.
    #[inline(never)]
    fn look_ahead(&self, block: &[(Key, &str)]) {
        let (mut hashes, mut numbers) = ([0; AHEAD], [NO; AHEAD]);
        for (hash, (key, _)) in hashes.iter_mut().zip(block) {
            *hash = key.hash();
        }
        for (number, hash) in numbers.iter_mut().zip(&hashes[..block.len()]) {
            *number = self.names.likely(*hash).unwrap_or(NO);
        }
        let seen = numbers.iter().fold(0, |seen, number| seen ^ self.names.glance(*number));
        std::hint::black_box(seen);
    }

    /// Notes a display form that is the name with these letters as capitals.
    #[inline]
    fn show_capitals(&mut self, number: u32, name: &str, capitals: u16, at: Millis) -> Result<()> {
        let row = self.names.row_mut(number);
        if row.capitals == capitals {
            row.shown.at = row.shown.at.max(at);
            return Ok(());
        }
        let mut shown = name.to_owned();
        for place in (0..name.len().min(15)).filter(|place| capitals >> place & 1 != 0) {
            if let Some(letter) = shown.get_mut(place..=place) {
                letter.make_ascii_uppercase();
            }
        }
        match short_handle(&shown) {
            Some(handle) => self.show_short(number, &handle, at),
            None => Err(damaged()),
        }
    }

    fn read_profile(&mut self, number: u32, piece: &mut Scanner<'_>) -> Result<()> {
        let name = (piece.i64()?, piece.text()?);
        let bio = (piece.i64()?, piece.text()?);
        let location = (piece.i64()?, piece.text()?);
        let following = (piece.i64()?, piece.f64()?);
        let posts_total = (piece.i64()?, piece.f64()?);
        let verified = (piece.i64()?, piece.u8()? as i8);
        let mut row = *self.profile_row(number)?;
        newest_text(&mut row.name, Some(name.1), name.0, &mut self.strings)?;
        newest_text(&mut row.bio, Some(bio.1), bio.0, &mut self.strings)?;
        newest_text(&mut row.location, Some(location.1), location.0, &mut self.strings)?;
        newest_number(&mut row.following, Some(following.1), following.0);
        newest_number(&mut row.posts_total, Some(posts_total.1), posts_total.0);
        if verified > (row.verified.at, row.verified.value) {
            row.verified = Newest { at: verified.0, value: verified.1 };
        }
        *self.profile_row(number)? = row;
        Ok(())
    }

    /// Says that a handle was seen with an id, from one moment to another.
    pub(super) fn link_over(&mut self, handle: u32, id: u32, seen: (Millis, Millis)) -> Result<()> {
        self.linked = true;
        let row: &mut NameRow = self.names.row_mut(handle);
        let first = row.id == NO;
        if first {
            row.id = id;
        }
        let held = if row.id == id {
            let held = &mut self.profile_row(handle)?.id_seen;
            if first {
                *held = seen;
            }
            held
        } else {
            self.reused.entry((handle, id)).or_insert(seen)
        };
        *held = (earliest(held.0, seen.0), held.1.max(seen.1));
        Ok(())
    }
}

impl ProfileRow {
    /// Whether it holds more than when an id was seen.
    fn says_something(&self) -> bool {
        self.name.value.is_some()
            || self.bio.value.is_some()
            || self.location.value.is_some()
            || !self.following.value.is_nan()
            || !self.posts_total.value.is_nan()
            || self.verified.value >= 0
    }
}
