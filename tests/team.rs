//! Teams and simulations, from files to what is told.

mod common;

use serde_json::{Value, json};
use sillage::measure::Measured;
use sillage::session::Session;

fn cafe() -> Session {
    common::study(&[("cafe.csv", common::CAFE.as_bytes())], 1 << 20, common::cafe_settings())
}

/// A log of ties without posts.
fn log(rows: &[(&str, &str)], settings: Value) -> Session {
    let mut text = String::from("userA,userB,timestamp,type\n");
    for (at, (a, b)) in rows.iter().enumerate() {
        text.push_str(&format!("{a},{b},{},RT\n", 1_700_000_000 + 3_600 * at));
    }
    common::study(&[("log.csv", text.as_bytes())], 1 << 20, settings)
}

/// Ties do not fade, so that chances are plain shares.
fn unfading() -> Value {
    json!({ "ties": { "halfLifeDays": null } })
}

/// Two stars of different people, and one that shares most of its people with the first.
fn stars() -> Session {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut star = |who: &str, people: std::ops::Range<u32>| {
        rows.extend(people.map(|n| (format!("fan{n}"), who.to_owned())));
    };
    star("north", 0..30);
    star("twin", 2..29);
    star("south", 40..60);
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    log(&rows, unfading())
}

/// A team after its first certificate.
fn team(session: &mut Session, mut options: Value) -> Measured {
    options["seconds"] = json!(0);
    session.measure("team", options).unwrap()
}

fn index(session: &Session, handle: &str) -> usize {
    session.handles().unwrap().position(|h| h == handle).unwrap()
}

fn members(team: &Measured) -> Vec<&str> {
    team.facts["members"].as_array().unwrap().iter().map(|m| m["handle"].as_str().unwrap()).collect()
}

fn notes(told: &Measured) -> Vec<&str> {
    told.facts["notes"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number: {value}"))
}

#[test]
fn a_team_reaches_different_people() {
    let mut session = stars();
    let pair = team(&mut session, json!({ "size": 2 }));
    // Most of north's people share their attention with its twin.
    assert_eq!(members(&pair), ["south", "north"]);
    let facts = &pair.facts;
    assert_eq!(facts["relative"], true);
    assert!(notes(&pair).contains(&"relative_only"));
    // Overlap with oneself is what one reaches; these two share nobody.
    let (overlap, alone) = (&pair.columns[0].1, number(&facts["members"][0]["alone"]));
    assert_eq!(pair.columns[0].0, "overlap");
    assert!((overlap[0] - alone).abs() < 1e-9 && overlap[1] == 0.0 && overlap[2] == 0.0, "{overlap:?}");
    assert!(number(&facts["spread"]["low"]) <= number(&facts["spread"]["value"]));
    assert!(number(&facts["guarantee"]) > 0.5 && number(&facts["guarantee"]) <= 1.0);
    let gains: f64 = facts["members"].as_array().unwrap().iter().map(|m| number(&m["gain"])).sum();
    assert!((gains - number(&facts["spread"]["value"])).abs() < 1e-6);
    // With its twin, north has less to itself.
    let twins = [index(&session, "north"), index(&session, "twin")];
    let both = team(&mut session, json!({ "size": 2, "mustHave": twins }));
    assert_eq!(members(&both), ["north", "twin"]);
    assert!(number(&both.facts["members"][0]["unique"]) < number(&both.facts["members"][0]["alone"]));
    assert!(both.columns[0].1[1] > 5.0);
    assert_eq!(both.facts["members"][0]["why"], "mustHave");
    // The optimum of a handful of candidates is told, and is no worse.
    let optimum = facts["alternatives"].as_array().unwrap().iter().find(|a| a["name"] == "optimum").unwrap();
    assert!(number(&optimum["spread"]["value"]) >= number(&facts["spread"]["value"]) - 1e-9);
}

#[test]
fn the_same_options_give_the_same_team_however_it_is_paced() {
    let mut session = cafe();
    let options = json!({ "size": 5, "seconds": 0.05 });
    let at_once = session.measure("team", options.clone()).unwrap();
    session.begin_measure("team", options).unwrap();
    let mut last = 0.0;
    loop {
        let progress = session.step_measure(1.0).unwrap();
        assert!((0.0..=1.0).contains(&progress.share) && progress.share >= last, "{last} {}", progress.share);
        last = progress.share;
        if progress.finished {
            break;
        }
    }
    assert_eq!(session.finish_measure().unwrap(), at_once);
    assert!(session.finish_measure().is_err());
}

#[test]
fn probabilities_of_a_log_of_posts_are_learnt() {
    let mut session = cafe();
    let found = team(&mut session, json!({ "size": 5 }));
    let facts = &found.facts;
    assert_eq!(facts["probabilities"]["from"], "learned", "{facts:?}");
    assert_eq!(facts["relative"], false);
    assert!(number(&facts["probabilities"]["successes"]) < number(&facts["probabilities"]["trials"]));
    let weighted = team(&mut session, json!({ "size": 5, "probabilities": "weightedCascade" }));
    assert_eq!(
        (&weighted.facts["relative"], weighted.facts["model"].as_str()),
        (&json!(true), Some("independentCascade"))
    );
    let names: Vec<&str> =
        facts["alternatives"].as_array().unwrap().iter().map(|a| a["name"].as_str().unwrap()).collect();
    assert!(
        names.contains(&"followers") && names.contains(&"score") && names.contains(&"random"),
        "{names:?}"
    );
    let reached: f64 = facts["communities"].as_array().unwrap().iter().map(|c| number(&c["reached"])).sum();
    assert!(reached <= number(&facts["spread"]["value"]) + 1e-6 && reached > 0.0);
    for model in ["linearThreshold", "creditDistribution"] {
        let other = team(&mut session, json!({ "size": 5, "model": model }));
        assert_eq!(other.facts["model"], model);
        assert_eq!(members(&other).len(), 5);
        assert!(number(&other.facts["spread"]["value"]) >= 5.0 * 0.2, "{model}");
    }
}

#[test]
fn budgets_and_where_costs_come_from() {
    let mut session = stars();
    let [north, twin, south] = ["north", "twin", "south"].map(|h| index(&session, h));
    let costs =
        json!({ "accounts": { north.to_string(): 100, twin.to_string(): 10, south.to_string(): 10 } });
    let cheap = team(&mut session, json!({ "size": 3, "budget": 25, "costs": costs }));
    assert_eq!(members(&cheap), ["south", "twin"]);
    assert_eq!(
        (number(&cheap.facts["cost"]), &cheap.facts["members"][0]["costFrom"]),
        (20.0, &json!("account"))
    );
    assert!(!notes(&cheap).contains(&"some_costs_unknown"), "nobody attends to fans: they are no candidates");
    let poor = team(&mut session, json!({ "budget": 5, "costs": costs }));
    assert!(
        members(&poor).is_empty() && notes(&poor).contains(&"budget_below_every_cost"),
        "{:?}",
        notes(&poor)
    );
    assert_eq!(poor.facts["guarantee"], Value::Null);
    let free = team(
        &mut session,
        json!({ "budget": 0, "costs": { "accounts": { twin.to_string(): 0, south.to_string(): -5 } } }),
    );
    assert_eq!(members(&free), ["twin"]);
    assert!(notes(&free).contains(&"zero_costs") && notes(&free).contains(&"some_costs_unknown"));
    assert!(notes(&free).contains(&"negative_costs"));
    let none = team(&mut session, json!({ "size": 2, "budget": 50 }));
    assert!(members(&none).len() == 2 && notes(&none).contains(&"no_costs"));
    let dear = team(&mut session, json!({ "size": 3, "budget": 30, "costs": costs, "mustHave": [north] }));
    assert_eq!(members(&dear), ["north"]);
    assert!(notes(&dear).contains(&"must_have_over_budget"));
    let mut session = cafe();
    let tiers = json!({ "tiers": { "below": 1, "nano": 2, "micro": 3, "macro": 4, "mega": 5 } });
    let sized = team(&mut session, json!({ "size": 20, "budget": 12, "costs": tiers }));
    let members = sized.facts["members"].as_array().unwrap();
    assert!(members.len() > 2 && members.iter().all(|m| m["costFrom"] == "tier"));
    assert!(number(&sized.facts["cost"]) <= 12.0);
}

#[test]
fn what_cannot_be_is_said() {
    let mut session = stars();
    let all: Vec<usize> = (0..session.handles().unwrap().count()).collect();
    let out = team(&mut session, json!({ "exclude": all }));
    assert!(members(&out).is_empty() && notes(&out).contains(&"all_excluded"), "{:?}", notes(&out));
    assert!(out.columns[0].1.is_empty());
    let [north, south] = ["north", "south"].map(|h| index(&session, h));
    let odd = team(&mut session, json!({ "size": 2, "mustHave": [99_999, north], "exclude": [south] }));
    assert!(notes(&odd).contains(&"unknown_accounts") && !members(&odd).contains(&"south"));
    assert!(notes(&odd).contains(&"disconnected_audience"), "two parts");
    let wide = team(&mut session, json!({ "size": 50 }));
    assert!(notes(&wide).contains(&"few_candidates") && members(&wide).len() == 3, "{:?}", notes(&wide));
    let target = team(&mut session, json!({ "audience": "target" }));
    assert!(notes(&target).contains(&"no_target"));
    session.configure(common::patch(json!({ "audience": { "accounts": ["nobody"] } }))).unwrap();
    session.analyse().unwrap();
    let nobody = team(&mut session, json!({ "audience": "target" }));
    assert!(members(&nobody).is_empty() && notes(&nobody).contains(&"target_empty"));
    session.configure(common::patch(json!({ "audience": { "accounts": ["fan45"] } }))).unwrap();
    session.analyse().unwrap();
    let one = team(&mut session, json!({ "size": 2, "audience": "target" }));
    assert_eq!(members(&one), ["south"]);
    assert!((number(&one.facts["spread"]["value"]) - 1.0).abs() < 1e-9, "one person attends to one account");
    let far = team(&mut session, json!({ "size": 2, "audience": "target", "exclude": [south] }));
    assert!(notes(&far).contains(&"target_unreachable"), "{:?} {:?}", notes(&far), far.facts);
    let taken = team(&mut session, json!({ "size": 2, "audience": "target", "competitors": [south] }));
    assert!(notes(&taken).contains(&"competitors_reach_all"), "{:?}", notes(&taken));
}

#[test]
fn networks_without_ties_or_with_certain_ones() {
    let profiles = "handle,followers\nana,1200\nbob,50000\n";
    let mut session = common::study(&[("profiles.csv", profiles.as_bytes())], 1 << 20, json!({}));
    let none = team(&mut session, json!({}));
    assert!(members(&none).is_empty() && notes(&none).contains(&"no_ties"), "{:?}", notes(&none));
    let mut chain = log(&[("b", "a"), ("c", "b"), ("d", "c")], unfading());
    let certain = team(&mut chain, json!({ "size": 1, "hops": null }));
    assert_eq!((members(&certain), number(&certain.facts["spread"]["value"])), (vec!["a"], 4.0));
    assert!(notes(&certain).contains(&"probabilities_one"));
    let near = team(&mut chain, json!({ "size": 1, "hops": 1 }));
    assert!((number(&near.facts["spread"]["value"]) - 2.0).abs() < 0.2);
    let cascades = team(&mut chain, json!({ "size": 1, "model": "creditDistribution" }));
    assert!(notes(&cascades).contains(&"no_cascades") && cascades.facts["model"] == "independentCascade");
    let learned = team(&mut chain, json!({ "probabilities": "learned" }));
    assert!(notes(&learned).contains(&"learned_unavailable"));
}

#[test]
fn attention_paid_long_ago_passes_less_on() {
    let text = "userA,userB,timestamp,type\nold,star,1700000000,RT\nnew,fresh,1700864000,RT\n";
    let settings = json!({ "ties": { "halfLifeDays": 2 } });
    let mut session = common::study(&[("log.csv", text.as_bytes())], 1 << 20, settings);
    // Ten days are five half-lives: one chance in 32.
    let told = team(&mut session, json!({ "size": 2 }));
    let gains: Vec<f64> =
        told.facts["members"].as_array().unwrap().iter().map(|m| number(&m["gain"])).collect();
    assert_eq!(members(&told), ["fresh", "star"]);
    assert!((gains[0] - 2.0).abs() < 0.25 && (gains[1] - 1.03).abs() < 0.25, "{gains:?}");
}

#[test]
fn caps_spread_the_team_over_communities() {
    let mut session = cafe();
    let free = team(&mut session, json!({ "size": 8 }));
    let capped = team(&mut session, json!({ "size": 8, "perCommunity": 1 }));
    let mut of: Vec<&Value> =
        capped.facts["members"].as_array().unwrap().iter().map(|m| &m["community"]).collect();
    let count = of.len();
    of.sort_by_key(|c| c.to_string());
    of.dedup();
    assert_eq!(of.len(), count, "one of each community at the most");
    assert!(number(&capped.facts["spread"]["value"]) <= number(&free.facts["spread"]["value"]) * 1.05);
    let strict = team(&mut session, json!({ "size": 8, "minConfidence": 100 }));
    assert!(notes(&strict).contains(&"low_confidence_left_out"), "{:?}", notes(&strict));
}

#[test]
fn options_are_checked() {
    let mut session = stars();
    for options in [
        json!({ "sise": 3 }),
        json!({ "size": 0 }),
        json!({ "size": 501 }),
        json!({ "budget": -1 }),
        json!({ "minConfidence": 101 }),
        json!({ "perCommunity": 0 }),
        json!({ "hops": 0 }),
        json!({ "seconds": -1 }),
        json!({ "model": "klout" }),
        json!({ "costs": { "accounts": { "ana": 3 } } }),
        json!({ "costs": { "tiers": { "huge": 3 } } }),
        json!([1]),
    ] {
        assert_eq!(
            session.measure("team", options.clone()).unwrap_err().code(),
            "argument.invalid",
            "{options}"
        );
    }
    for options in [
        json!({}),
        json!({ "kind": "storm" }),
        json!({ "kind": "cascade", "members": [0], "runs": 0 }),
        json!({ "kind": "opinion", "message": [0], "stubbornness": 0 }),
        json!({ "kind": "threshold", "members": [0], "sise": 1 }),
    ] {
        assert_eq!(
            session.measure("simulate", options.clone()).unwrap_err().code(),
            "argument.invalid",
            "{options}"
        );
    }
    assert_eq!(Session::new().measure("team", Value::Null).unwrap_err().code(), "analysis.missing");
    assert_eq!(Session::new().measure("simulate", json!({})).unwrap_err().code(), "analysis.missing");
}

#[test]
fn a_cascade_is_replayed_and_averaged() {
    let mut session = stars();
    let [north, south] = ["north", "south"].map(|h| index(&session, h));
    let told = session
        .measure("simulate", json!({ "kind": "cascade", "members": [north, south, 70_000], "runs": 200 }))
        .unwrap();
    assert_eq!(told.facts["kind"], "cascade");
    assert!(notes(&told).contains(&"unknown_accounts") && notes(&told).contains(&"relative_only"));
    let column = |name: &str| &told.columns.iter().find(|(n, _)| n == name).unwrap().1;
    let (account, by, hop) = (column("account"), column("by"), column("hop"));
    assert_eq!((account.len(), hop[0], by[0]), (by.len(), 0.0, north as f64));
    // Members are reached first, then everybody who attends to them alone; who attends to two may go either way.
    assert!(account.len() >= 2 + 20 + 3 && hop[2..].iter().all(|h| *h == 1.0));
    let team = team(&mut session, json!({ "size": 2 }));
    let (mean, other) = (number(&told.facts["spread"]["value"]), number(&team.facts["spread"]["value"]));
    assert!((mean - other).abs() < 0.05 * mean, "{mean} {other}");
    let by_hop: f64 = told.facts["byHop"].as_array().unwrap().iter().map(number).sum();
    assert!((by_hop - mean).abs() < 1e-9);
}

#[test]
fn thresholds_say_whether_few_or_many_are_needed() {
    let mut session = cafe();
    let told = session.measure("simulate", json!({ "kind": "threshold", "members": [0, 1, 2] })).unwrap();
    let facts = &told.facts;
    let curve: Vec<f64> = facts["team"].as_array().unwrap().iter().map(number).collect();
    assert!(curve.len() == 10 && curve.is_sorted_by(|a, b| a >= b), "{curve:?}");
    assert!(["few", "many", "unclear"].contains(&facts["advice"].as_str().unwrap()));
    assert!(number(&facts["audienceRatio"]) > 1.0);
    let people: Vec<f64> =
        facts["susceptible"].as_array().unwrap().iter().map(|s| number(&s["people"])).collect();
    assert!(!people.is_empty() && people.is_sorted_by(|a, b| a >= b));
    let mut small = stars();
    let few = small.measure("simulate", json!({ "kind": "threshold", "members": [] })).unwrap();
    assert!(notes(&few) == ["no_members", "too_small"] && few.facts["advice"] == "unclear");
    assert_eq!(few.facts["multiplier"], Value::Null);
}

#[test]
fn opinions_settle_between_message_and_counter_message() {
    let mut session = stars();
    let [north, south] = ["north", "south"].map(|h| index(&session, h));
    let alone = session.measure("simulate", json!({ "kind": "opinion", "message": [north] })).unwrap();
    let mean = &alone.facts["mean"];
    assert!(number(&mean["before"]) < number(&mean["after"]) && mean["withCounter"].is_null());
    let both = session
        .measure(
            "simulate",
            json!({ "kind": "opinion", "message": [north], "counter": [south, north], "stubbornness": 0.1 }),
        )
        .unwrap();
    let mean = &both.facts["mean"];
    assert!(number(&mean["withCounter"]) < number(&mean["after"]));
    assert_eq!(notes(&both), ["both_sides"]);
    // South's people hear nobody but south.
    let rows = both.facts["communities"].as_array().unwrap();
    assert!(rows.iter().any(|row| number(&row["withCounter"]) < -0.5), "{rows:?}");
}

/// Attention that nobody vouches for carries as little here as it does in the ranking.
#[test]
fn a_ring_that_re_shares_itself_is_not_a_team() {
    const RING: [&str; 3] = ["zelie_lifestyle_arabica", "capsule_et_reussite", "tristan_growth_moka"];
    let mut session = cafe();
    let alone = |session: &mut Session| -> f64 {
        let told = team(session, json!({ "size": 3, "mustHave": RING.map(|who| index(session, who)) }));
        number(&told.facts["spread"]["value"])
    };
    let discounted = alone(&mut session);
    assert!(members(&team(&mut session, json!({ "size": 5 }))).iter().all(|who| !RING.contains(who)));
    session.configure(common::patch(json!({ "discount": false }))).unwrap();
    session.analyse().unwrap();
    let taken_at_its_word = alone(&mut session);
    assert!(discounted < 0.5 * taken_at_its_word, "{discounted} of {taken_at_its_word}");
}
