//! Where accounts say they are, from files to the target audience.

mod common;

use serde_json::json;
use sillage::session::Session;

/// Accounts that say where they are in a field of their own, in their bio, both, or nowhere.
const PLACES: &str = "\
created_at,id,user_username,text,user_location,user_description
2024-03-01 10:00,1,ana,RT @zoe: hello,\"Lyon, France\",
2024-03-01 11:00,2,ben,RT @zoe: hello,,Parisian in LYON
2024-03-01 12:00,3,cleo,RT @ana: hello,Lyonnais by heart,
2024-03-01 13:00,4,dan,RT @ana: from Lyon with love,Sao Paulo,
2024-03-01 14:00,5,zoe,hello,,
2024-03-02 10:00,6,eve,RT @zoe: hello,Grenoble,
2024-03-03 10:00,7,eve,RT @ana: hello,Lyon 3e,
";

#[test]
fn places_are_those_that_accounts_give_for_themselves() {
    let audience = |places: &[&str]| json!({ "audience": { "places": places } });
    let members = |session: &Session| {
        let summary = session.summary().unwrap();
        let known = summary.audience;
        assert_eq!((known.located, known.described, known.either), (4, 1, 5));
        known.members
    };
    let mut session = common::study(&[("tweets.csv", PLACES.as_bytes())], 64, audience(&["lyon"]));
    // Lyonnais is another word, what is said in a post is no place of the account, and the newest place counts.
    assert_eq!(members(&session), Some(3));
    let all: Vec<String> = session.handles().unwrap().map(str::to_owned).collect();
    let place = |session: &Session, handle: &str| {
        session.account(all.iter().position(|h| h == handle).unwrap()).unwrap().location
    };
    assert_eq!(place(&session, "eve").as_deref(), Some("Lyon 3e"));
    assert_eq!(place(&session, "zoe"), None);
    for (places, found) in
        [(&["são paulo"][..], Some(1)), (&["Lyon", "SAO PAULO"], Some(4)), (&["Rome"], Some(0)), (&[], None)]
    {
        session.configure(common::patch(audience(places))).unwrap();
        session.analyse().unwrap();
        assert_eq!(members(&session), found, "{places:?}");
    }
    // Whoever wishes to be left out takes nothing of the others along.
    session
        .configure(common::patch(json!({ "audience": { "places": ["lyon"] }, "optOut": ["ana"] })))
        .unwrap();
    session.analyse().unwrap();
    assert_eq!(session.summary().unwrap().audience.members, Some(2));
    let all: Vec<String> = session.handles().unwrap().map(str::to_owned).collect();
    let eve = all.iter().position(|h| h == "eve").unwrap();
    assert_eq!(session.account(eve).unwrap().location.as_deref(), Some("Lyon 3e"));
}
