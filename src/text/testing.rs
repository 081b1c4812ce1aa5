//! Small studies made by hand.

use crate::model::{AccountIn, Builder, Counts, Platform, PostIn, PostKind};

/// Posts (author, kind, language column, text), a second apart.
pub fn written(posts: &[(&str, PostKind, Option<&str>, &str)]) -> Builder {
    let mut builder = Builder::new();
    for (at, (author, kind, lang, text)) in posts.iter().enumerate() {
        let author = builder.account(&AccountIn::named(Platform::X, None, Some(author))).unwrap().unwrap();
        let post = PostIn {
            platform: Platform::X,
            id: None,
            author,
            time: Some(at as i64 * 1000),
            kind: *kind,
            text: Some(text),
            lang: *lang,
            url: None,
            ref_post: None,
            ref_author: None,
            mentions: &[],
            counts: Counts::default(),
            collected_at: None,
            embedded: false,
            row: at as u64 + 1,
        };
        builder.post(&post).unwrap();
    }
    builder
}
