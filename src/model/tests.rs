//! Identity, order and merging.

use super::*;

fn who(builder: &mut Builder, id: Option<&str>, handle: Option<&str>, at: Millis) -> NameId {
    let account = AccountIn { at: Some(at), ..AccountIn::named(Platform::X, id, handle) };
    builder.account(&account).unwrap().unwrap()
}

fn post<'a>(id: Option<&'a str>, author: NameId, time: Millis, kind: PostKind) -> PostIn<'a> {
    PostIn {
        platform: Platform::X,
        id,
        author,
        time: Some(time),
        kind,
        text: Some("bonjour"),
        lang: None,
        url: None,
        ref_post: None,
        ref_author: None,
        mentions: &[],
        counts: Counts::default(),
        collected_at: None,
        embedded: false,
        row: 1,
    }
}

fn handles(builder: &Builder, data: &Dataset) -> Vec<String> {
    data.accounts.handle.iter().map(|h| builder.strings().get(*h).to_owned()).collect()
}

#[test]
fn an_id_and_its_handles_are_one_account_and_the_newest_handle_is_shown() {
    let mut builder = Builder::new();
    let old = who(&mut builder, Some("7"), Some("Zoe"), 10);
    who(&mut builder, Some("7"), Some("ZoeB"), 20);
    let by_handle = who(&mut builder, None, Some("@zoe"), 5);
    let other = who(&mut builder, Some("8"), Some("max"), 5);
    let tie = |from, to| TieIn { from, to, layer: Layer::Repost, time: Some(1), weight: 1.0, row: 1 };
    builder.tie(&tie(other, by_handle)).unwrap();
    builder.tie(&tie(other, old)).unwrap();
    let data = Dataset::of(&builder).unwrap();
    assert_eq!(handles(&builder, &data), ["ZoeB", "max"]);
    assert_eq!(data.ties.to, [0, 0]);
}

#[test]
fn a_handle_used_again_by_somebody_else_joins_nobody() {
    let mut builder = Builder::new();
    who(&mut builder, Some("1"), Some("cafe"), 10);
    who(&mut builder, Some("1"), Some("cafe"), 20);
    who(&mut builder, Some("2"), Some("cafe"), 100);
    let named = who(&mut builder, None, Some("cafe"), 0);
    let from = who(&mut builder, None, Some("max"), 0);
    for time in [12, 24, 90, 400] {
        let tie = TieIn { from, to: named, layer: Layer::Mention, time: Some(time), weight: 1.0, row: 1 };
        builder.tie(&tie).unwrap();
    }
    let data = Dataset::of(&builder).unwrap();
    assert_eq!(data.accounts.len(), 3);
    assert_eq!(data.ties.to, [0, 0, 1, 1]);
}

#[test]
fn a_post_met_twice_is_one_post_with_its_newest_counters() {
    let mut forward = Builder::new();
    let mut backward = Builder::new();
    let readings = [(Some(5.0), Some(1)), (Some(9.0), Some(2)), (Some(7.0), Some(3))];
    for (builder, order) in [(&mut forward, [0, 1, 2]), (&mut backward, [2, 1, 0])] {
        let author = who(builder, Some("1"), Some("a"), 1);
        let friend = who(builder, Some("2"), Some("b"), 1);
        for at in order {
            let (likes, collected_at) = readings[at];
            let counts = Counts { likes, ..Counts::default() };
            let mentions = [friend, friend];
            builder
                .post(&PostIn {
                    counts,
                    collected_at,
                    mentions: &mentions,
                    embedded: at == 1,
                    ..post(Some("p"), author, 50, PostKind::Original)
                })
                .unwrap();
        }
        let data = Dataset::of(builder).unwrap();
        assert_eq!(data.posts.known, 1);
        assert_eq!(data.posts.count(count::LIKES, 0), Some(7.0), "newest reading wins in order {order:?}");
        assert_eq!(data.ties.len(), 1, "one mention, whatever the number of readings");
        assert_eq!(data.posts.count(count::VIEWS, 0), None);
    }
}

#[test]
fn a_repost_credits_the_original_author_and_never_mentions() {
    let mut builder = Builder::new();
    let (a, b, c) = (
        who(&mut builder, None, Some("a"), 1),
        who(&mut builder, None, Some("b"), 1),
        who(&mut builder, None, Some("c"), 1),
    );
    let mentions = [b, c];
    let shared = PostIn {
        ref_post: Some("p"),
        ref_author: Some(b),
        mentions: &mentions,
        ..post(Some("r"), a, 60, PostKind::Repost)
    };
    builder.post(&shared).unwrap();
    builder.post(&PostIn { kind: PostKind::Reply, id: Some("s"), ..shared }).unwrap();
    builder.post(&PostIn { ref_author: Some(a), id: Some("t"), mentions: &[], ..shared }).unwrap();
    assert_eq!(builder.totals(), (3, 3, 1));
    let data = Dataset::of(&builder).unwrap();
    let ties: Vec<_> = (0..data.ties.len()).map(|t| (data.ties.to[t], data.ties.layer[t])).collect();
    assert_eq!(ties, [(1, Layer::Repost), (1, Layer::Reply), (2, Layer::Mention)]);
    assert_eq!(data.accounts.self_ties, [1, 0, 0]);
    assert_eq!(
        (data.posts.known, data.posts.id.len()),
        (3, 4),
        "the post that is only referred to comes last"
    );
    assert_eq!(data.posts.author[3], 1);
}

#[test]
fn an_answer_known_by_the_id_of_its_post_alone_finds_its_author_in_any_order() {
    let ties = |order: &[usize]| {
        let mut builder = Builder::new();
        let asks = who(&mut builder, Some("1"), Some("ana"), 1);
        let answers = who(&mut builder, Some("2"), Some("bo"), 1);
        let mentions = [asks];
        let by_id = |id, author| PostIn {
            ref_post: Some("q"),
            mentions: &mentions,
            ..post(Some(id), author, 60, PostKind::Reply)
        };
        let records = [
            post(Some("q"), asks, 50, PostKind::Original),
            by_id("a", answers),
            by_id("self", asks),
            PostIn { ref_post: Some("nowhere"), ..by_id("lost", answers) },
        ];
        for i in order {
            builder.post(&records[*i]).unwrap();
        }
        builder.settle();
        let data = Dataset::of(&builder).unwrap();
        let found: Vec<_> = (0..data.ties.len())
            .map(|t| (data.ties.from[t], data.ties.to[t], data.ties.layer[t], data.ties.time.at(t)))
            .collect();
        (found, data.accounts.self_ties)
    };
    let expected = (vec![(1, 0, Layer::Reply, Some(60)), (1, 0, Layer::Mention, Some(60))], vec![1, 0]);
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        assert_eq!(ties(&order), expected);
    }
}

#[test]
fn the_order_of_records_changes_nothing() {
    let build = |order: &[usize]| {
        let mut builder = Builder::new();
        for &i in order {
            let author = who(&mut builder, None, Some(["max", "Zoe", "ana", "zoe"][i % 4]), i as Millis);
            let to = who(&mut builder, None, Some(["max", "ana", "yan"][i % 3]), i as Millis);
            let text = format!("texte {}", i % 5);
            let record =
                PostIn { text: Some(&text), ref_author: Some(to), ..post(None, author, 9, PostKind::Reply) };
            builder.post(&record).unwrap();
        }
        let data = Dataset::of(&builder).unwrap();
        let text: Vec<_> = data.posts.text.iter().map(|t| builder.strings().get(*t).to_owned()).collect();
        (handles(&builder, &data), text, data.posts.author.clone(), data.ties.from.clone(), data.ties.to)
    };
    let order: Vec<usize> = (0..60).collect();
    let mut shuffled = order.clone();
    shuffled.reverse();
    shuffled.swap(3, 40);
    assert_eq!(build(&order), build(&shuffled));
}

#[test]
fn the_owner_of_an_archive_may_be_named_before_or_after() {
    let study = |named_first: bool| {
        let mut builder = Builder::new();
        builder.begin_file();
        let name = |builder: &mut Builder| {
            let me = AccountIn::named(Platform::X, Some("42"), Some("cafe"));
            let me = builder.account(&me).unwrap().unwrap();
            builder.owner_is(Platform::X, "archive.zip", me).unwrap();
        };
        if named_first {
            name(&mut builder);
        }
        let from = builder.owner(Platform::X, "archive.zip").unwrap();
        let to = AccountIn::named(Platform::X, None, Some("tea"));
        let to = builder.account(&to).unwrap().unwrap();
        builder.tie(&TieIn { from, to, layer: Layer::Follow, time: None, weight: 1.0, row: 1 }).unwrap();
        if !named_first {
            name(&mut builder);
        }
        let data = Dataset::of(&builder).unwrap();
        let shown: Vec<_> =
            data.accounts.handle.iter().map(|h| builder.strings().get(*h).to_owned()).collect();
        (shown, data.ties.from, data.ties.to)
    };
    assert_eq!(study(true), study(false));
    assert_eq!(study(true).0, ["cafe", "tea"]);
}

#[test]
fn an_owner_that_nobody_names_is_the_owner_of_the_bundle() {
    let mut builder = Builder::new();
    builder.begin_file();
    builder.owner(Platform::X, "archive.zip").unwrap();
    let data = Dataset::of(&builder).unwrap();
    assert_eq!(builder.strings().get(data.accounts.handle[0]), "(archive.zip)");
}

#[test]
fn the_parts_of_one_archive_have_one_owner() {
    let shown = |bundles: &[(&str, Option<&str>)]| {
        let mut builder = Builder::new();
        builder.begin_file();
        for (bundle, person) in bundles {
            let from = builder.owner(Platform::X, bundle).unwrap();
            let to = builder.account(&AccountIn::named(Platform::X, None, Some("tea"))).unwrap().unwrap();
            builder.tie(&TieIn { from, to, layer: Layer::Follow, time: None, weight: 1.0, row: 1 }).unwrap();
            if let Some(person) = person {
                let name =
                    builder.account(&AccountIn::named(Platform::X, None, Some(person))).unwrap().unwrap();
                builder.owner_is(Platform::X, bundle, name).unwrap();
            }
        }
        let data = Dataset::of(&builder).unwrap();
        data.accounts.handle.iter().map(|h| builder.strings().get(*h).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[("a-part2.zip", None), ("a-part1.zip", Some("cafe"))]), ["cafe", "tea"]);
    // Two people: nobody can tell whose the third is.
    let parts = [("a-part1.zip", Some("cafe")), ("a-part2.zip", Some("mate")), ("a-part3.zip", None)];
    assert!(shown(&parts).contains(&"(a-part3.zip)".to_owned()));
    assert!(
        shown(&[("a-part1.zip", Some("cafe")), ("b-part2.zip", None)]).contains(&"(b-part2.zip)".to_owned())
    );
}
