//! Projections of invented posts: `study.projection(params)`, and any measure on one; and the map of a study.

use serde_json::{Value, json};
use sillage::measure::Measured;
use sillage::platform::ImportOptions;
use sillage::session::Session;
use std::collections::BTreeMap;

const HEAD: &str = "username,id,datetime,type,text,has_referenced_tweet,referenced_tweet_found,referenced_tweet_id,\
    referenced_tweet_text,referenced_tweet_datetime,referenced_tweet_author_id,referenced_tweet_author_name,\
    referenced_tweet_author_username\n";

/// A post of somebody's own, at so many seconds after noon.
fn own(author: &str, id: u64, second: u64, text: &str) -> String {
    format!("{author},{},{},normal,\"{text}\",False,False,,,,,,\n", FIRST + id, moment(second))
}

/// A re-share.
fn share(author: &str, id: u64, second: u64, of: u64) -> String {
    let (id, of) = (FIRST + id, FIRST + of);
    format!("{author},{id},{},retweet,RT @x: #shared,True,False,{of},,,,,\n", moment(second))
}

const FIRST: u64 = 500_000_000_000_000_000;

fn moment(second: u64) -> String {
    format!("2024-04-08 {:02}:{:02}:{:02}+00:00", 12 + second / 3600, second / 60 % 60, second % 60)
}

fn study(rows: &[String]) -> Session {
    let mut session = Session::new();
    let file = session.begin_file("posts.csv", ImportOptions::default()).unwrap();
    session.push(file, format!("{HEAD}{}", rows.concat()).as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    session.analyse().unwrap();
    session
}

/// Ties by the names of their ends.
fn ties(session: &Session, found: &Measured) -> BTreeMap<(String, String), (f64, u32)> {
    let handles: Vec<String> = session.handles().unwrap().map(str::to_owned).collect();
    let names = if found.labels.is_empty() { &handles } else { &found.labels };
    let column = |name: &str| &found.columns.iter().find(|(known, _)| *known == name).unwrap().1;
    let (from, to, weight, shared) = (column("from"), column("to"), column("weight"), column("shared"));
    (0..from.len())
        .map(|t| {
            let mut ends = [from[t], to[t]].map(|end| names[end as usize].clone());
            ends.sort();
            let [a, b] = ends;
            ((a, b), (weight[t], shared[t] as u32))
        })
        .collect()
}

fn pair(a: &str, b: &str) -> (String, String) {
    (a.to_owned(), b.to_owned())
}

fn posts() -> Session {
    study(&[
        own("ana", 1, 0, "Le café du matin #Café #torref https://www.example.org/a?utm_source=x"),
        own("ana", 2, 1, "Encore un #café #Café"),
        own("bob", 3, 2, "Mon #CAFÉ à moi, http://example.org/a/ !"),
        own("cid", 4, 3, "Ici le #torref http://example.org/b"),
        own("cid", 5, 4, "#torref #café"),
        own("dan", 6, 5, "Rien du tout http://example.org/b…"),
        share("dan", 7, 6, 1),
        share("eva", 8, 7, 1),
    ])
}

#[test]
fn accounts_are_tied_by_what_their_own_posts_share() {
    let mut session = posts();
    let found = session.measure("projection", json!({ "of": "hashtag" })).unwrap();
    // café: ana, bob, cid, each worth 1/2; torref: ana and cid, worth 1.
    let expected = BTreeMap::from([
        (pair("ana", "bob"), (0.5, 1)),
        (pair("ana", "cid"), (1.5, 2)),
        (pair("bob", "cid"), (0.5, 1)),
    ]);
    assert_eq!(ties(&session, &found), expected, "and the tag of a re-share is nobody's");
    assert_eq!(found.facts["uses"], 7, "a tag counts once a post");
    assert_eq!(found.facts["groups"], json!({ "three": 1, "largest": 3 }));
    let mut ties_of = |params: Value| {
        let found = session.measure("projection", params).unwrap();
        ties(&session, &found)
    };
    let counted = ties_of(json!({ "of": "hashtag", "weighting": "count", "minShared": 2 }));
    assert_eq!(counted, BTreeMap::from([(pair("ana", "cid"), (2.0, 2))]));
    let links = ties_of(json!({ "of": "link" }));
    assert_eq!(links, BTreeMap::from([(pair("ana", "bob"), (1.0, 1))]));
    assert_eq!(ties_of(json!({ "of": "domain" })).len(), 6, "a site is known of a link that is cut off");
    let words = ties_of(json!({ "of": "word" }));
    assert!(words.contains_key(&pair("ana", "bob")) && !words.keys().any(|tie| tie.1 == "dan"), "{words:?}");
    assert_eq!(ties_of(json!({ "of": "repost" })), BTreeMap::from([(pair("dan", "eva"), (1.0, 1))]));
    // Only what was posted in the first two seconds.
    let noon = 1_712_577_600_000.0_f64;
    assert!(ties_of(json!({ "of": "hashtag", "to": noon + 2_000.0 })).is_empty());
    assert_eq!(ties_of(json!({ "of": "hashtag", "to": noon + 2_001.0 })).len(), 1);
}

#[test]
fn a_popular_object_is_left_out_and_counted() {
    let mut session = posts();
    let found = session.measure("projection", json!({ "of": "hashtag", "maxDegree": 2 })).unwrap();
    assert_eq!(ties(&session, &found), BTreeMap::from([(pair("ana", "cid"), (1.0, 1))]));
    assert_eq!((&found.facts["makers"], &found.facts["leftOut"]), (&json!(2), &json!(1)));
}

#[test]
fn tags_go_together_by_the_accounts_that_use_both() {
    // Five accounts use both tags of a pair; one account, however often it posts, is one vote.
    let mut rows = Vec::new();
    for i in 0..12 {
        let text = if i < 6 { "#glace #sorbet" } else { "#velo #route" };
        rows.push(own(&format!("a{i}"), i, i, text));
    }
    for i in 12..40 {
        rows.push(own("spam", i, i, "#glace #velo"));
    }
    let mut session = study(&rows);
    let found = session.measure("projection", json!({ "of": "hashtag", "onto": "objects" })).unwrap();
    assert_eq!(found.labels.len(), 4);
    let ties = ties(&session, &found);
    assert_eq!(ties.keys().collect::<Vec<_>>(), [&pair("glace", "sorbet"), &pair("route", "velo")]);
    let (weight, shared) = ties[&pair("glace", "sorbet")];
    // 6 accounts have both, 7 the one, 6 the other, of 13.
    let expected = ((6.0 * 13.0 / (7.0 * 6.0_f64)).log(13.0 / 6.0), 6);
    assert!((weight - expected.0).abs() < 1e-6 && shared == expected.1, "{weight} {shared}");
    let all = json!({ "of": "hashtag", "onto": "objects", "minShared": 1, "minWeight": -1 });
    assert_eq!(session.measure("projection", all).unwrap().columns[0].1.len(), 3);
}

/// Three puppets re-share the same five posts within seconds; three people re-share them through the day.
fn campaign() -> Session {
    let mut rows: Vec<String> = (0..5).map(|post| own("cafe", post, post, "Une carte")).collect();
    let mut id = 100;
    for post in 0..5 {
        for (who, delay) in [("p1", 10), ("p2", 25), ("p3", 60), ("ana", 500), ("bob", 700), ("cid", 900)] {
            rows.push(share(who, id, 1_000 * post + delay, post));
            id += 1;
        }
    }
    study(&rows)
}

#[test]
fn acting_together_again_and_again_ties_accounts() {
    let mut session = campaign();
    let found = session.measure("projection", json!({ "of": "coAction" })).unwrap();
    let puppets = [pair("p1", "p2"), pair("p1", "p3"), pair("p2", "p3")];
    let ties_found = ties(&session, &found);
    assert_eq!(ties_found.keys().collect::<Vec<_>>(), puppets.iter().collect::<Vec<_>>());
    assert!(ties_found.values().all(|tie| *tie == (5.0, 5)));
    assert!(found.columns.iter().any(|(name, values)| *name == "cosine" && values.len() == 3));
    assert_eq!(found.facts["groups"], json!({ "three": 1, "largest": 3 }));
    let wide = session.measure("projection", json!({ "of": "coAction", "window": 900 })).unwrap();
    assert_eq!(ties(&session, &wide).len(), 15);
    let often = session.measure("projection", json!({ "of": "coAction", "minShared": 6 })).unwrap();
    assert!(ties(&session, &often).is_empty());
}

#[test]
fn any_measure_runs_on_a_projection() {
    let mut session = campaign();
    let degree = |session: &mut Session, project: Value| {
        session.measure("degree", json!({ "graph": { "project": project } })).unwrap()
    };
    let by_name = degree(&mut session, json!("coAction"));
    let by_params = degree(&mut session, json!({ "of": "coAction", "window": 900 }));
    let of = |session: &Session, measured: &Measured, handle: &str| {
        let at = session.handles().unwrap().position(|h| h == handle).unwrap();
        let neighbours = measured.columns.iter().find(|(name, _)| *name == "neighbours").unwrap();
        neighbours.1[at]
    };
    assert_eq!((of(&session, &by_name, "p2"), of(&session, &by_name, "ana")), (2.0, 0.0));
    assert_eq!((of(&session, &by_params, "p2"), of(&session, &by_params, "ana")), (5.0, 5.0));
    assert_eq!(by_name.facts["projection"]["ties"], 3);
    let own_graph = session.measure("degree", json!({})).unwrap();
    assert!(own_graph.facts.get("projection").is_none());
    // In pieces, from the same place and from the kept graph: the same.
    let params = json!({ "graph": { "project": "coAction" } });
    for _ in 0..2 {
        session.begin_measure("degree", params.clone()).unwrap();
        let mut last = 0.0;
        loop {
            let progress = session.step_measure(1.0).unwrap();
            assert!(progress.share >= last && progress.share <= 1.0);
            last = progress.share;
            if progress.finished {
                break;
            }
        }
        assert_eq!(session.finish_measure().unwrap(), by_name);
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let mut session = posts();
    for params in [
        json!({}),
        json!({ "of": "emoji" }),
        json!({ "of": "hashtag", "windows": 3 }),
        json!({ "of": "hashtag", "window": 60 }),
        json!({ "of": "hashtag", "maxDegree": 1 }),
        json!({ "of": "coAction", "onto": "objects" }),
        json!({ "of": "coAction", "weighting": "count" }),
        json!({ "of": "coAction", "window": -1 }),
        json!({ "of": "hashtag", "from": "yesterday" }),
        json!(7),
        Value::Null,
    ] {
        let given = params.to_string();
        let error = session.measure("projection", params).map(|found| found.columns.len()).unwrap_err();
        assert_eq!(error.code(), "argument.invalid", "{given}");
    }
    for graph in [
        json!({ "project": { "of": "hashtag", "onto": "objects" } }),
        json!({ "project": "hashtag", "layers": ["repost"] }),
        json!({ "project": "hashtag", "halfLifeDays": 3 }),
    ] {
        let error = session.measure("degree", json!({ "graph": graph })).unwrap_err();
        assert_eq!(error.code(), "argument.invalid");
    }
    let unknown = json!({ "graph": { "project": "hashtag" } });
    assert_eq!(session.measure("klout", unknown).unwrap_err().code(), "argument.invalid");
    assert_eq!(Session::new().measure("projection", json!({})).unwrap_err().code(), "analysis.missing");
    assert!(session.step_measure(1.0).is_err(), "what failed is over");
}

/// Two rings of eight with a tie between them, and one account that only writes.
fn rings() -> Session {
    let mut csv = String::from("source,target\n");
    for ring in ["a", "b"] {
        for i in 0..8 {
            for step in 1..4 {
                csv.push_str(&format!("{ring}{i},{ring}{}\n", (i + step) % 8));
            }
        }
    }
    csv.push_str("a0,b0\n");
    let mut session = Session::new();
    let file = session.begin_file("ties.csv", ImportOptions::default()).unwrap();
    session.push(file, csv.as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    session.analyse().unwrap();
    session
}

#[test]
fn a_map_of_all_or_of_some() {
    let mut session = rings();
    let within = |map: &Measured| {
        let (x, y) = (&map.columns[0].1, &map.columns[1].1);
        let (mut inside, mut outside) = (0.0, 0.0);
        for a in 0..16 {
            for b in 0..a {
                let d = (x[a] - x[b]).hypot(y[a] - y[b]);
                if a / 8 == b / 8 { inside += d / 56.0 } else { outside += d / 64.0 }
            }
        }
        inside / outside
    };
    for params in [json!({}), json!({ "communities": true }), json!({ "linLog": true, "seed": 3 })] {
        let map = session.measure("layout", params.clone()).unwrap();
        assert_eq!((map.columns[0].0.as_ref(), map.columns[1].0.as_ref()), ("x", "y"));
        assert!(within(&map) < 0.6, "{params}: {}", within(&map));
        assert_eq!(map.facts["settled"], true);
    }
    let map = session.measure("layout", json!({})).unwrap();
    let start = json!({ "x": map.columns[0].1, "y": map.columns[1].1 });
    let on = session.measure("layout", json!({ "start": start })).unwrap();
    assert!(within(&on) < 0.6 && on.facts["iterations"].as_u64() <= map.facts["iterations"].as_u64());
    let some = session.measure("layout", json!({ "accounts": [0, 1, 2, 9, 1] })).unwrap();
    let known: Vec<usize> = (0..16).filter(|a| !some.columns[0].1[*a].is_nan()).collect();
    assert_eq!(known, [0, 1, 2, 9]);
    let mut code = |params: Value| session.measure("layout", params).unwrap_err().code();
    assert_eq!(code(json!({ "accounts": [16] })), "account.unknown");
    assert_eq!(code(json!({ "gravity": -1 })), "argument.invalid");
    assert_eq!(code(json!({ "gravity": -1, "communities": true })), "argument.invalid");
    assert_eq!(code(json!({ "speed": 1 })), "argument.invalid");
}
