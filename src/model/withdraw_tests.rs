//! People who asked to be left out leave nothing behind.

use super::*;

fn who(builder: &mut Builder, id: Option<&str>, handle: &str, at: Millis) -> NameId {
    let account = AccountIn { at: Some(at), ..AccountIn::named(Platform::X, id, Some(handle)) };
    builder.account(&account).unwrap().unwrap()
}

fn post<'a>(id: &'a str, author: NameId, kind: PostKind, text: &'a str) -> PostIn<'a> {
    PostIn {
        platform: Platform::X,
        id: Some(id),
        author,
        time: Some(id.len() as Millis),
        kind,
        text: Some(text),
        lang: None,
        url: None,
        ref_post: None,
        ref_author: None,
        mentions: &[],
        counts: Counts { likes: Some(id.len() as f64), ..Counts::default() },
        collected_at: None,
        embedded: false,
        row: 1,
    }
}

/// Three people: zoe (once called zed), max who repeats, quotes and answers her, and lea.
fn study() -> Builder {
    let mut builder = Builder::new();
    who(&mut builder, Some("77"), "zed", 1);
    let zoe = who(&mut builder, Some("77"), "Zoe", 9);
    let max = who(&mut builder, None, "max", 1);
    let lea = who(&mut builder, None, "lea", 1);
    builder.post(&post("1", zoe, PostKind::Original, "bonjour")).unwrap();
    let repeat = post("22", max, PostKind::Repost, "RT @Zoe: bonjour");
    builder.post(&PostIn { ref_post: Some("1"), ..repeat }).unwrap();
    let named = post("333", max, PostKind::Repost, "RT @zed: bonsoir");
    builder.post(&PostIn { ref_author: Some(zoe), ..named }).unwrap();
    let quote = post("4444", max, PostKind::Quote, "oui @zoe, et @lea");
    let quote =
        PostIn { ref_post: Some("1"), mentions: &[lea], url: Some("https://x.com/zoe/status/1"), ..quote };
    builder.post(&quote).unwrap();
    let url = Some("https://x.com/lea/status/55555");
    builder.post(&PostIn { url, ..post("55555", lea, PostKind::Original, "@zed bonjour") }).unwrap();
    builder
}

fn without(builder: &mut Builder, list: &[&str]) -> Dataset {
    let (mut names, mut accounts) = freeze::Names::resolve(builder).unwrap();
    let posts = freeze::order_posts(builder, &mut names, &accounts).unwrap();
    let ties = freeze::order_ties(builder, &names, &posts, &mut accounts).unwrap();
    let mut data = Dataset { accounts, posts, ties, ..Dataset::default() };
    let list = OptOut::new(list.iter().copied());
    let mut withdrawal = Withdrawal::begin(builder, &names, &mut data, list).unwrap();
    while !withdrawal.step(builder, &mut data, 1).unwrap() {}
    data
}

#[test]
fn a_person_is_gone_with_posts_repeats_and_ties_and_covered_elsewhere() {
    for list in [&["@ZOE"][..], &["https://x.com/zed"], &["77"]] {
        let mut builder = study();
        let data = without(&mut builder, list);
        let text = |id: StrId| builder.strings().get(id);
        let handles: Vec<_> = data.accounts.handle.iter().map(|h| text(*h)).collect();
        assert_eq!(handles, ["lea", "max"], "{list:?}");
        let texts: Vec<_> = data.posts.text.iter().map(|t| text(*t)).collect();
        assert_eq!(texts, ["oui @•••, et @lea", "@••• bonjour"], "{list:?}");
        let urls: Vec<_> = data.posts.url.iter().map(|t| text(*t)).collect();
        assert_eq!(urls, ["", "https://x.com/lea/status/55555"]);
        assert_eq!(
            (data.posts.known, &data.posts.author[..], &data.posts.ref_post[..]),
            (2, &[1, 0][..], &[NONE, NONE][..])
        );
        assert_eq!(
            (data.posts.count(count::LIKES, 0), data.posts.count(count::LIKES, 1)),
            (Some(4.0), Some(5.0))
        );
        assert_eq!((data.posts.of(0), data.posts.of(1)), (&[1][..], &[0][..]));
        assert_eq!(
            (&data.ties.from[..], &data.ties.to[..], &data.ties.post[..]),
            (&[1][..], &[0][..], &[0][..])
        );
        let wanted = Withdrawn { asked: 1, found: 1, accounts: 1, posts: 3, ties: 3, covered: 2 };
        assert_eq!(data.withdrawn, wanted, "{list:?}");
    }
}

#[test]
fn who_is_not_in_the_data_changes_nothing() {
    let mut builder = study();
    let all = Dataset::of(&builder).unwrap();
    let data = without(&mut builder, &["nobody_9"]);
    assert_eq!((data.accounts.len(), data.posts.text, data.ties.from), (3, all.posts.text, all.ties.from));
    assert_eq!(data.withdrawn, Withdrawn { asked: 1, ..Withdrawn::default() });
}

#[test]
fn everybody_may_be_gone() {
    let mut builder = study();
    let data = without(&mut builder, &["zoe", "max", "lea"]);
    assert_eq!((data.accounts.len(), data.posts.known, data.ties.len()), (0, 0, 0));
    assert_eq!(data.posts.author_start, [0]);
}
