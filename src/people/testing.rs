//! Invented studies for tests.
#![allow(dead_code)]

use crate::model::{
    AccountIn, Builder, Counts, Dataset, Layer, List, Millis, NameId, Platform, PostIn, PostKind, Strings,
    TieIn, WorthIn,
};

/// A day, in milliseconds, and the Monday that days of tests are counted from.
const DAY: Millis = 86_400_000;
const MONDAY: Millis = 1_704_067_200_000;

/// A study in the making: who says what, on which day.
#[derive(Default)]
pub struct Cast {
    builder: Builder,
    row: u64,
}

impl Cast {
    pub fn new() -> Cast {
        let mut cast = Cast::default();
        cast.builder.begin_file();
        cast
    }

    pub fn name(&mut self, handle: &str) -> NameId {
        self.builder.account(&AccountIn::named(Platform::X, None, Some(handle))).unwrap().unwrap()
    }

    /// Tells the name and the bio of an account.
    pub fn is(&mut self, handle: &str, name: &str, bio: &str) {
        let account = AccountIn {
            name: Some(name),
            bio: Some(bio),
            ..AccountIn::named(Platform::X, None, Some(handle))
        };
        self.builder.account(&account).unwrap();
    }

    /// Puts somebody into a list, known by a mail address.
    pub fn listed(&mut self, address: &str, name: &str, list: List) {
        let account =
            AccountIn { name: Some(name), ..AccountIn::named(Platform::Email, None, Some(address)) };
        let name = self.builder.account(&account).unwrap().unwrap();
        self.builder.worth(name, &WorthIn { list: Some(list), ..WorthIn::default() }, None).unwrap();
    }

    fn post(&mut self, handle: &str, day: i64, text: &str, kind: PostKind, to: Option<&str>) {
        let author = self.name(handle);
        let to = to.map(|to| self.name(to));
        self.row += 1;
        let post = PostIn {
            platform: Platform::X,
            id: None,
            author,
            time: Some(MONDAY + day * DAY),
            kind,
            text: Some(text).filter(|text| !text.is_empty()),
            lang: None,
            url: None,
            ref_post: None,
            ref_author: to,
            mentions: &[],
            counts: Counts::default(),
            collected_at: None,
            embedded: false,
            row: self.row,
        };
        self.builder.post(&post).unwrap();
    }

    pub fn says(&mut self, handle: &str, day: i64, text: &str) {
        self.post(handle, day, text, PostKind::Original, None);
    }

    pub fn shares(&mut self, handle: &str, day: i64, of: &str, text: &str) {
        self.post(handle, day, text, PostKind::Repost, Some(of));
    }

    pub fn answers(&mut self, handle: &str, day: i64, to: &str, text: &str) {
        self.post(handle, day, text, PostKind::Reply, Some(to));
    }

    pub fn likes(&mut self, from: &str, to: &str) {
        let (from, to) = (self.name(from), self.name(to));
        let tie = TieIn { from, to, layer: Layer::Like, time: None, weight: 1.0, row: 1 };
        self.builder.tie(&tie).unwrap();
    }

    pub fn data(&self) -> Dataset {
        Dataset::of(&self.builder).unwrap()
    }

    pub fn strings(&self) -> &Strings {
        self.builder.strings()
    }

    pub fn find(&self, handle: &str) -> usize {
        let data = self.data();
        let is = |a: &usize| self.strings().get(data.accounts.handle[*a]).eq_ignore_ascii_case(handle);
        (0..data.accounts.len()).find(is).unwrap_or_else(|| panic!("no account {handle}"))
    }
}
