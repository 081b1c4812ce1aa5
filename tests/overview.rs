//! The study at a glance, from files to what is told: values by hand, what is never told, and the order of rows.

mod common;

use common::{CAFE, TEA, study};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sillage::session::Session;

type Facts = Map<String, Value>;

fn told(session: &mut Session) -> Facts {
    session.measure("overview", Value::Null).unwrap().facts
}

fn of(csv: &str, settings: Value) -> Facts {
    told(&mut study(&[("posts.csv", csv.as_bytes())], 1 << 20, settings))
}

fn near(value: &Value, expected: f64) {
    let found = value.as_f64().unwrap_or_else(|| panic!("{value} is no number"));
    assert!((found - expected).abs() < 1e-4, "{found} is not {expected}");
}

const BRANDS: &str =
    r#"{ "brand": { "name": "Lumo", "aliases": ["@lumo_officiel"] }, "competitors": [{ "name": "Brisa" }] }"#;

fn brands() -> Value {
    serde_json::from_str(BRANDS).unwrap()
}

/// 20 posts name Lumo alone (6 people), 8 Brisa alone (3), 4 both (3 others); 28 people speak of something else.
fn voices() -> String {
    let mut csv = String::from("id,date,author,text,likes\n");
    let mut id = 0;
    let mut post = |author: String, text: &str, likes: u32| {
        id += 1;
        csv.push_str(&format!("{id},2024-03-{:02} 10:00,{author},\"{text}\",{likes}\n", 1 + id % 28));
    };
    for at in 0..20 {
        let feeling = match at {
            0..12 => "J'adore Lumo, quel bonheur",
            12..16 => "Lumo, c'est horrible, honteux",
            _ => "Lumo ce matin dans le train",
        };
        post(format!("a{}", at % 6), feeling, 2);
    }
    for at in 0..8 {
        post(format!("b{}", at % 3), "Quel bonheur, j'adore Brisa", 1);
    }
    for at in 0..4 {
        post(format!("c{}", at % 3), "Lumo ou Brisa ?", 4);
    }
    for at in 0..28 {
        post(format!("d{at}"), "Le train de 8 h 12 a du retard", 0);
    }
    post("lumo_officiel".to_owned(), "Lumo vous attend", 900);
    csv
}

#[test]
fn share_of_voice_by_hand() {
    let facts = of(&voices(), brands());
    let voice = &facts["voice"];
    let counts = ["posts", "accounts", "several", "official", "counted", "amongAccounts"];
    let counts = counts.map(|name| voice[name].as_u64().unwrap());
    assert_eq!(counts, [32, 12, 4, 1, 32, 40]);
    let [lumo, brisa] = [&voice["brands"][0], &voice["brands"][1]];
    assert_eq!((lumo["name"].as_str(), lumo["own"].as_bool()), (Some("Lumo"), Some(true)));
    assert_eq!((brisa["name"].as_str(), brisa["own"].as_bool()), (Some("Brisa"), Some(false)));
    assert_eq!((lumo["posts"].as_u64(), brisa["posts"].as_u64()), (Some(24), Some(12)));
    // Posts: 20 + 4/2 of 32, and 8 + 4/2; Wilson by hand.
    near(&lumo["share"]["value"], 22.0 / 32.0);
    near(&lumo["share"]["low"], 0.514_33);
    near(&lumo["share"]["high"], 0.820_47);
    near(&brisa["share"]["value"], 10.0 / 32.0);
    // People: 6 + 3/2 of 12.
    near(&lumo["byAccounts"]["value"], 7.5 / 12.0);
    // Reactions: 20·2 + 4·4/2 of 64, which are worth 64²/152 posts.
    near(&lumo["byEngagement"]["value"], 48.0 / 64.0);
    near(&lumo["byEngagement"]["of"], 4_096.0 / 152.0);
    assert_eq!(voice["reactions"], "counters");
    // 12 sound positive and 4 negative, of the posts that name Lumo alone.
    near(&lumo["tone"]["net"]["value"], 0.5);
    assert_eq!(lumo["tone"]["toned"], 16);
    assert_eq!(
        (&brisa["tone"]["toned"], &brisa["tone"]["net"]),
        (&json!(8), &Value::Null),
        "too few to tell"
    );
    // 6 + 3 of the 40 people who wrote.
    assert_eq!(voice["among"], "all");
    near(&lumo["awareness"]["value"], 9.0 / 40.0);
    assert_eq!(
        voice["reasons"],
        json!({ "share": null, "byAccounts": null, "byEngagement": null, "awareness": null })
    );
}

#[test]
fn with_a_brief_awareness_is_among_those_who_speak_of_the_subject() {
    let mut settings = brands();
    settings["brief"] = json!("train");
    let facts = of(&voices(), settings);
    let voice = &facts["voice"];
    // The 28 others, and the people of the four posts of Lumo in the train: a4, a5, a0, a1.
    assert_eq!((&voice["among"], &voice["amongAccounts"]), (&json!("topic"), &json!(32)));
    near(&voice["brands"][0]["awareness"]["value"], 4.0 / 32.0);
    near(&voice["brands"][1]["awareness"]["value"], 0.0);
}

#[test]
fn without_counters_reactions_are_those_of_the_study() {
    let mut csv = String::from("id,date,author,text,reply_to_id,reply_to\n");
    for at in 0..40 {
        let (author, brand) = (at % 20, if at < 24 { "Lumo" } else { "Brisa" });
        csv.push_str(&format!("{},2024-03-01 10:{at:02},a{author},{brand} !,,\n", 100 + at));
        if at % 2 == 0 {
            csv.push_str(&format!(
                "{},2024-03-02 10:{at:02},fan{at},merci,{},a{author}\n",
                500 + at,
                100 + at
            ));
        }
    }
    let facts = of(&csv, brands());
    let voice = &facts["voice"];
    assert_eq!((&voice["reactions"], &voice["counted"]), (&json!("ties"), &json!(40)));
    near(&voice["brands"][0]["byEngagement"]["value"], 12.0 / 20.0);
}

#[test]
fn no_number_where_there_is_not_enough() {
    // Two posts.
    let facts = of("date,author,text\n2024-03-01,ana,Lumo\n2024-03-02,zoe,Brisa\n", brands());
    let voice = &facts["voice"];
    let reasons = json!({ "share": "few_posts", "byAccounts": "few_accounts", "byEngagement": "no_counters", "awareness": "few_accounts" });
    assert_eq!(voice["reasons"], reasons);
    for brand in voice["brands"].as_array().unwrap() {
        for number in ["share", "byAccounts", "byEngagement", "awareness"] {
            assert_eq!(brand[number], Value::Null, "{number}");
        }
        assert_eq!(brand["tone"]["net"], Value::Null);
        assert_eq!(brand["posts"], 1, "what was counted is still told");
    }
    // One brand has all of its own voice: that says nothing.
    let facts = of(&voices(), json!({ "brand": { "name": "Lumo" } }));
    assert_eq!(facts["voice"]["reasons"]["share"], "one_brand");
    assert_eq!(facts["voice"]["brands"][0]["share"], Value::Null);
    near(&facts["voice"]["brands"][0]["awareness"]["value"], 10.0 / 41.0);
    // One post has nearly all the reactions.
    let loud = voices().replacen(",2\n", ",90000\n", 1);
    assert_eq!(of(&loud, brands())["voice"]["reasons"]["byEngagement"], "few_reactions");
    // Competitors alone have their own bits.
    let facts = of(&voices(), json!({ "competitors": [{ "name": "Brisa" }, { "name": "Kova" }] }));
    let named: Vec<_> =
        facts["voice"]["brands"].as_array().unwrap().iter().map(|b| b["posts"].as_u64()).collect();
    assert_eq!(named, [Some(12), Some(0)]);
    // No brand, no text.
    assert_eq!(of(&voices(), json!({}))["voice"]["reason"], "no_brand");
    let facts = of("date,author,likes\n2024-03-01,ana,3\n2024-03-02,zoe,4\n", brands());
    let reasons = ["voice", "languages", "themes"].map(|part| facts[part]["reason"].as_str());
    assert_eq!(reasons, [Some("no_text"); 3]);
}

#[test]
fn people_who_asked_to_be_left_out_are_not_counted_nor_named() {
    let mut csv = voices();
    for at in 0..5 {
        csv.push_str(&format!(
            "{},2024-03-09 10:00,e{at},\"merci @zoe_77 https://x.com/zoe_77/status/1 #zoe_77\",0\n",
            900 + at
        ));
    }
    csv.push_str("990,2024-03-09 10:00,zoe_77,\"J'adore Lumo\",5\n");
    let with = of(&csv, brands());
    assert_eq!(with["voice"]["accounts"], 13);
    assert!(Value::Object(with).to_string().contains("zoe_77"), "seen where nobody asked");
    let mut settings = brands();
    settings["optOut"] = json!(["@zoe_77", "a0"]);
    let without = of(&csv, settings);
    assert_eq!(without["voice"]["accounts"], 11, "one of the twelve is out as well");
    assert!(!Value::Object(without).to_string().contains("zoe_77"));
}

#[test]
fn activity_by_hand() {
    let mut csv = String::from("date,author,text,reply_to\n");
    for (day, posts) in [(1, 8), (2, 7), (4, 8), (5, 30), (6, 8)] {
        for at in 0..posts {
            let to = if at % 4 == 0 { "b" } else { "" };
            csv.push_str(&format!(
                "2024-03-{day:02} {:02}:{:02}:00,a{},Bonjour,{to}\n",
                8 + at / 10,
                at % 10,
                at % 5
            ));
        }
    }
    let facts = of(&csv, json!({}));
    let activity = &facts["activity"];
    assert_eq!((&activity["unit"], &activity["reason"]), (&json!("day"), &Value::Null));
    let column = |name: &str| -> Vec<u64> {
        activity["periods"].as_array().unwrap().iter().map(|period| period[name].as_u64().unwrap()).collect()
    };
    assert_eq!(column("posts"), [8, 7, 0, 8, 30, 8], "a day without a post is a day");
    assert_eq!(column("interactions"), [2, 2, 0, 2, 8, 2]);
    assert_eq!(column("accounts"), [5, 5, 0, 5, 5, 5]);
    assert_eq!(
        ["posts", "interactions", "accounts"].map(|name| activity[name].as_u64()),
        [Some(61), Some(16), Some(5)]
    );
    assert_eq!(activity["trend"], json!({ "kind": "peak", "ratio": 3.75, "at": 4, "of": "posts" }));
    let from = activity["periods"][0]["from"].as_f64().unwrap();
    assert_eq!(from, 1_709_251_200_000.0);
    assert!(activity["periods"].as_array().unwrap().iter().all(|period| period["complete"] == true));

    // A window leaves days out, and cuts one in two.
    let window = json!({ "window": { "from": from + 86_400_000.0, "to": from + 4.2 * 86_400_000.0 } });
    let facts = of(&csv, window);
    let periods = facts["activity"]["periods"].as_array().unwrap();
    let complete: Vec<bool> = periods.iter().map(|period| period["complete"].as_bool().unwrap()).collect();
    assert_eq!(complete, [true, true, true], "the window ends before eight in the morning of the fourth");
    let facts = of(&csv, json!({ "window": { "from": from + 0.334 * 86_400_000.0, "to": null } }));
    assert_eq!(facts["activity"]["periods"][0]["complete"], false, "the window begins at 8:00:57");
    let facts = of(&csv, json!({ "window": { "from": 0.0, "to": 1.0 } }));
    assert_eq!(
        (&facts["activity"]["reason"], &facts["activity"]["posts"]),
        (&json!("empty_window"), &json!(0))
    );
}

#[test]
fn what_has_no_date_is_counted_apart() {
    let facts = of("author,text\nana,Bonjour\nzoe,Salut à tous\n", json!({}));
    let activity = &facts["activity"];
    assert_eq!(
        (&activity["reason"], &activity["unit"], &activity["trend"]),
        (&json!("no_time"), &Value::Null, &Value::Null)
    );
    assert_eq!((&activity["posts"], &activity["undated"]), (&json!(2), &json!([2, 0])));
    assert_eq!(facts["themes"]["movesReason"], "no_time");
}

/// 25 people write in each of two weeks.
fn two_weeks() -> String {
    let mut csv = String::from("id,date,author,text\n");
    for at in 0..50 {
        let day = if at < 25 { 1 } else { 14 };
        let mut text = String::from("une pensée");
        if at < 25 || at == 30 {
            text.push_str(" #Avant");
        }
        if at >= 25 {
            text.push_str(" #après #après");
        }
        text.push_str(match at % 5 {
            0 => " des Cafés",
            1 | 2 => " un café",
            3 => " https://www.example.org/a/?utm_source=x",
            _ => " http://example.org/a et https://example.org/b",
        });
        csv.push_str(&format!("{},2024-03-{day:02} 10:{at:02},a{at},\"{text}\"\n", 1 + at));
    }
    csv
}

#[test]
fn themes_by_hand() {
    let facts = of(&two_weeks(), json!({ "brief": "café" }));
    let themes = &facts["themes"];
    assert_eq!(
        ["writers", "writersFirst", "writersSecond"].map(|name| themes[name].as_u64()),
        [Some(50), Some(25), Some(25)]
    );
    let tag = |at: usize| &themes["tags"][at];
    assert_eq!(
        (&tag(0)["text"], &tag(0)["accounts"], &tag(0)["posts"]),
        (&json!("#avant"), &json!(26), &json!(26))
    );
    assert_eq!((&tag(0)["moves"], &tag(1)["moves"]), (&json!("down"), &json!("up")));
    near(&tag(0)["first"], 1.0);
    near(&tag(0)["second"], 1.0 / 25.0);
    near(&tag(0)["change"]["value"], -24.0 / 25.0);
    assert_eq!(
        (&tag(1)["text"], &tag(1)["accounts"], &tag(1)["posts"]),
        (&json!("#après"), &json!(25), &json!(25)),
        "twice in a post is once"
    );
    let words: Vec<_> = themes["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| (word["text"].as_str().unwrap(), word["accounts"].as_u64().unwrap()))
        .collect();
    assert_eq!(words, [("pensée", 50), ("café", 30)], "one stem, shown as it is most often written");
    assert_eq!(themes["words"][1]["moves"], "unclear");
    near(&themes["words"][1]["onBrief"], 1.0);
    near(&themes["words"][0]["onBrief"], 30.0 / 50.0);
    let named = |kind: &str| {
        themes[kind]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| (each["text"].as_str().unwrap().to_owned(), each["accounts"].as_u64().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(named("sites"), [("example.org".to_owned(), 20)]);
    assert_eq!(named("links"), [("example.org/a".to_owned(), 20), ("example.org/b".to_owned(), 10)]);
    assert_eq!(of(&two_weeks(), json!({}))["themes"]["words"][0]["onBrief"], Value::Null, "no brief");
}

#[test]
fn a_word_of_two_languages_is_one_theme() {
    let mut csv = String::from("date,author,text,lang\n");
    for at in 0..12 {
        let lang = ["fr", "en", "de"][at % 3];
        csv.push_str(&format!("2024-03-{:02},a{at},baristas barista barista,{lang}\n", 1 + at));
    }
    let facts = of(&csv, json!({}));
    let words = facts["themes"]["words"].as_array().unwrap();
    let words: Vec<_> = words
        .iter()
        .map(|word| (word["text"].as_str().unwrap(), word["accounts"].as_u64().unwrap()))
        .collect();
    assert_eq!(words, [("barista", 12), ("baristas", 4)], "German is not stemmed");
}

#[test]
fn one_account_has_one_vote_and_few_people_no_movement() {
    let mut csv = String::from("date,author,text\n");
    for at in 0..60 {
        csv.push_str(&format!("2024-03-{:02},loud,#spam encore\n", 1 + at % 28));
    }
    for author in ["ana", "zoe", "max"] {
        csv.push_str(&format!("2024-03-05,{author},#calme\n"));
    }
    let facts = of(&csv, json!({}));
    let themes = &facts["themes"];
    let tags: Vec<_> =
        themes["tags"].as_array().unwrap().iter().map(|tag| tag["text"].as_str().unwrap()).collect();
    assert_eq!(tags, ["#calme"], "sixty posts of one account are no theme");
    assert_eq!(
        (&themes["movesReason"], &themes["tags"][0]["change"]),
        (&json!("few_accounts"), &Value::Null)
    );
}

#[test]
fn languages_are_those_of_posts_and_of_people() {
    let csv = "date,author,text,lang\n2024-03-01,ana,Hello everybody,en\n2024-03-02,ana,Bonjour à tous,fr-FR\n2024-03-03,ana,Bonsoir à tous,fr\n2024-03-04,ana,Bonne nuit à tous,fr\n2024-03-03,zoe,ok,und\n";
    let facts = of(csv, json!({}));
    let languages = &facts["languages"];
    let known =
        json!([{ "code": "fr", "posts": 3, "accounts": 1 }, { "code": "en", "posts": 1, "accounts": 0 }]);
    assert_eq!(
        (&languages["known"], &languages["unknown"]),
        (&known, &json!([1, 1])),
        "unknown is a count of its own"
    );
    assert_eq!((&languages["posts"], &languages["accounts"]), (&json!(5), &json!(2)));
}

#[test]
fn odd_studies_are_answered() {
    let ties = "source,target,weight\na,b,1\nb,c,-2\nc,a,0\n";
    let log = "userA,userB,timestamp,type\na,b,1700000000,RT\nb,c,1700003600,RT\nc,a,1700007200,MT\n";
    let list = "handle,followers\nana,12\nzoe,40\n";
    let wild = "date,author,text\n0001-01-01,a,\"#\u{301} @ http:// 🙂🙂 \u{202e}\u{0}\"\n9999-12-31,b,\"#x #x #y https://e…\"\n2024-02-30,c,x\n";
    for (name, text) in [("ties.csv", ties), ("log.csv", log), ("list.csv", list), ("wild.csv", wild)] {
        let mut session = study(&[(name, text.as_bytes())], 7, brands());
        let facts = told(&mut session);
        assert_eq!(facts.keys().collect::<Vec<_>>(), ["activity", "languages", "themes", "voice"], "{name}");
        assert!(!serde_json::to_string(&facts).unwrap().contains("NaN"), "{name}");
    }
    let mut session = study(&[("log.csv", log.as_bytes())], 1 << 20, json!({}));
    assert_eq!(told(&mut session)["activity"]["interactions"], 3);
    assert_eq!(session.measure("overview", json!({ "of": 1 })).unwrap_err().code(), "argument.invalid");
    assert_eq!(Session::new().measure("overview", Value::Null).unwrap_err().code(), "analysis.missing");
}

#[test]
fn the_invented_campaigns_are_told() {
    for (name, text, brief) in [("cafe.csv", CAFE, "café, torréfaction"), ("tea.csv", TEA, "tea, oolong")] {
        let facts = told(&mut study(&[(name, text.as_bytes())], 1 << 20, json!({ "brief": brief })));
        assert!(facts["activity"]["periods"].as_array().unwrap().len() >= 4, "{name}");
        assert!(
            facts["themes"]["tags"].as_array().unwrap().len() >= 5
                && facts["themes"]["words"].as_array().unwrap().len() == 30,
            "{name}"
        );
        assert!(!facts["languages"]["known"].as_array().unwrap().is_empty(), "{name}");
    }
}

#[test]
fn pieces_are_small_and_give_the_same() {
    let mut session = study(&[("cafe.csv", CAFE.as_bytes())], 1 << 20, json!({ "brief": "café" }));
    let whole = told(&mut session);
    session.begin_measure("overview", Value::Null).unwrap();
    let (mut pieces, mut share) = (0, 0.0);
    loop {
        let progress = session.step_measure(1.0).unwrap();
        assert!(progress.share >= share && progress.share <= 1.0);
        (pieces, share) = (pieces + 1, progress.share);
        if progress.finished {
            break;
        }
    }
    assert!(pieces >= 3, "{pieces}");
    assert_eq!(session.finish_measure().unwrap().facts, whole);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_rows_does_not_matter(seed in any::<u64>(), cut in 1_usize..40) {
        let csv = voices();
        let (head, rows) = csv.split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        // A shuffle by a small generator of its own.
        let mut state = seed | 1;
        for at in (1..rows.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            rows.swap(at, (state >> 33) as usize % (at + 1));
        }
        let file = |rows: &[&str]| format!("{head}\n{}\n", rows.join("\n"));
        let (one, two) = (file(&rows[..cut]), file(&rows[cut..]));
        let shuffled = told(&mut study(&[("1.csv", one.as_bytes()), ("2.csv", two.as_bytes())], 64, brands()));
        prop_assert_eq!(shuffled, of(&csv, brands()));
    }
}
