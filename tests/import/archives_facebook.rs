//! The download of an account of Facebook: people without handles, sentences in the owner's language.

use crate::support::{import, import_bundle};

pub const FRIENDS: &str = r#"{"friends_v2":[{"name":"R\u00c3\u00a9mi Dupr\u00c3\u00a9","timestamp":1677661800},{"timestamp":1677661801,"name":"Ana\u00c3\u00afs Bel"},{"timestamp":5}]}"#;
pub const FOLLOWERS: &str = r#"{"followers_v3":[{"name":"Omar Verne","timestamp":1677661810}]}"#;
pub const PAGES: &str = r#"{"page_likes_v2":[{"name":"Atelier Nova","timestamp":1677661820,"url":"https://www.facebook.com/x"}]}"#;
pub const POSTS: &str = r#"[
 {"timestamp":1677661830,"attachments":[],"data":[{"post":"Merci @[100001:2048:R\u00c3\u00a9mi Dupr\u00c3\u00a9] !"},{"update_timestamp":1677661830}],"title":"Zo\u00c3\u00a9 Martin updated her status."},
 {"timestamp":1677661840,"attachments":[{"data":[{"media":{"uri":"posts/media/a.jpg","description":"Une photo"}}]}],"tags":[{"name":"Ana\u00c3\u00afs Bel"}],"title":"Zo\u00c3\u00a9 Martin added a new photo."},
 {"timestamp":1677661850,"data":[],"title":"Zo\u00c3\u00a9 Martin shared a link."} ]"#;
pub const COMMENTS: &str = r#"{"comments_v2":[
 {"timestamp":1677661860,"data":[{"comment":{"timestamp":1677661860,"comment":"Bravo","author":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin a comment\u00c3\u00a9 la publication de R\u00c3\u00a9mi Dupr\u00c3\u00a9."},
 {"timestamp":1677661870,"data":[{"comment":{"timestamp":1677661870,"comment":"","author":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin replied to Omar Verne's comment."},
 {"timestamp":1677661880,"title":"Zo\u00c3\u00a9 Martin commented on her own post."} ]}"#;
pub const REACTIONS: &str = r#"{"reactions_v2":[
 {"timestamp":1677661890,"data":[{"reaction":{"reaction":"LIKE","actor":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin likes Omar Verne's photo."},
 {"timestamp":1677661900,"data":[{"reaction":{"reaction":"LOVE","actor":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin liked a post."} ]}"#;
pub const PROFILE: &str = r#"{"profile_v2":{"name":{"full_name":"Zo\u00c3\u00a9 Martin","first_name":"Zo\u00c3\u00a9"},"emails":{"emails":["x@example.org"]},"intro_bio":{"name":"Torr\u00c3\u00a9factrice","timestamp":1}}}"#;

fn files() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("connections/friends/your_friends.json", FRIENDS.as_bytes()),
        ("connections/followers/people_who_followed_you.json", FOLLOWERS.as_bytes()),
        ("your_facebook_activity/pages/pages_you've_liked.json", PAGES.as_bytes()),
        ("your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json", POSTS.as_bytes()),
        ("your_facebook_activity/comments_and_reactions/comments.json", COMMENTS.as_bytes()),
        ("your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json", REACTIONS.as_bytes()),
        ("personal_information/profile_information/profile_information.json", PROFILE.as_bytes()),
    ]
}

#[test]
fn a_download_tells_friends_posts_and_answers() {
    let (receipts, got) = import_bundle("facebook-zoe.zip", &files());
    assert!(receipts.iter().all(|r| r.format == "facebook_archive"));
    let rows: Vec<_> = receipts.iter().map(|r| (r.seen, r.kept, r.dropped)).collect();
    assert_eq!(rows, [(3, 2, 1), (1, 1, 0), (1, 1, 0), (3, 3, 0), (3, 2, 1), (2, 1, 1), (1, 1, 0)]);
    assert_eq!(
        got.ties(),
        [
            "anaïs bel follow zoé martin",
            "omar verne follow zoé martin",
            "rémi dupré follow zoé martin",
            "zoé martin follow anaïs bel",
            "zoé martin follow atelier nova",
            "zoé martin follow rémi dupré",
            "zoé martin like omar verne",
            "zoé martin mention anaïs bel",
            "zoé martin mention rémi dupré",
            "zoé martin reply omar verne",
            "zoé martin reply rémi dupré",
        ]
    );
    assert_eq!(
        got.posts(),
        [
            "zoé martin Original ? Some(1677661830) Merci Rémi Dupré !",
            "zoé martin Original ? Some(1677661840) Une photo",
            "zoé martin Original ? Some(1677661850) ?",
            "zoé martin Reply ? Some(1677661860) Bravo",
            "zoé martin Reply ? Some(1677661870) ?",
        ]
    );
    assert_eq!((got.bio("zoé martin"), got.platform("omar verne")), (Some("Torréfactrice"), "facebook"));
}

#[test]
fn any_order_and_any_names_of_files() {
    let (_, expected) = import_bundle("a.zip", &files());
    let mut order: Vec<_> =
        files().into_iter().map(|(_, bytes)| ("votre_activité/fichier.json", bytes)).collect();
    for _ in 0..order.len() {
        order.rotate_left(1);
        let (_, got) = import_bundle("a.zip", &order);
        assert_eq!((got.posts(), got.ties()), (expected.posts(), expected.ties()));
    }
}

#[test]
fn lists_of_older_downloads_have_no_version() {
    for (new, old) in [(FRIENDS, "friends"), (COMMENTS, "comments"), (REACTIONS, "reactions")] {
        let text = new.replacen(&format!("{old}_v2"), old, 1);
        let got = import(&text);
        assert_eq!((got.receipt.format, got.ties()), ("facebook_archive", import(new).ties()), "{old}");
    }
}

#[test]
fn the_layout_of_labels() {
    let got = import(
        r#"[{"timestamp":1760000000,"media":[],"label_values":[{"label":"Reaction","value":"Like"},{"label":"URL","value":"https://www.facebook.com/1/posts/2"},
        {"title":"Owner","dict":[{"title":"","dict":[{"label":"Name","value":"R\u00c3\u00a9mi Dupr\u00c3\u00a9"}]}]}],"fbid":"9"}]"#,
    );
    assert_eq!(
        (got.receipt.format, got.ties()),
        ("facebook_archive", vec!["(owner) like rémi dupré".to_string()])
    );
}

#[test]
fn what_is_private_or_says_nothing_is_dropped_with_the_reason() {
    let got = import(r#"{"searches_v2":[{"timestamp":1,"data":[{"text":"secret"}],"title":"x"}]}"#);
    assert_eq!(got.issues(), ["archive.private×1"]);
    assert!(got.receipt.issues[0].places[0].excerpt.is_empty());
    let got = import(r#"{"installed_apps_v2":[{"name":"Jeu","added_timestamp":1}],"friends_v2":[]}"#);
    assert_eq!(got.issues(), ["archive.not_audience×1"]);
}

#[test]
fn two_downloads_of_one_account_say_each_thing_once() {
    let mut twice = files();
    let later = COMMENTS.replace("\n ", "\n");
    let posts = POSTS.replace("\n ", "\n");
    twice.extend([("later/comments.json", later.as_bytes()), ("later/posts.json", posts.as_bytes())]);
    let (_, once) = import_bundle("a.zip", &files());
    let (_, got) = import_bundle("a.zip", &twice);
    assert_eq!(got.ties(), once.ties());
    // A post without a word cannot be told from another one of the same second.
    assert_eq!(got.posts().iter().filter(|post| !post.ends_with('?')).count(), 3);
}

#[test]
fn a_file_may_hold_what_others_wrote() {
    let files = [
        (
            "reactions_1.json",
            r#"[{"timestamp":1677661890,"data":[{"reaction":{"reaction":"LIKE","actor":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin likes Omar Verne's photo."},
          {"timestamp":1677661891,"data":[{"reaction":{"reaction":"LIKE","actor":"Zo\u00c3\u00a9 Martin"}}],"title":"Zo\u00c3\u00a9 Martin likes Nina Brume's photo."},
          {"timestamp":1677661892,"data":[{"reaction":{"reaction":"LIKE","actor":"Nina Brume"}}],"title":"Nina Brume likes Zo\u00c3\u00a9 Martin's photo."}]"#,
        ),
        (
            "friends.json",
            r#"{"friends_v2":[{"label_values":[{"label":"Nom","value":"Ana\u00c3\u00afs Bel"}],"timestamp":1677661801}]}"#,
        ),
    ];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let (_, got) = import_bundle("a.zip", &files);
    assert_eq!(
        got.ties(),
        [
            "anaïs bel follow zoé martin",
            "nina brume like zoé martin",
            "zoé martin follow anaïs bel",
            "zoé martin like nina brume",
            "zoé martin like omar verne",
        ]
    );
}

#[test]
fn what_else_a_download_holds_is_accounted_for() {
    let files = [
        ("apps_and_websites/apps.json", r#"{"installed_apps_v2":[{"name":"Jeu","added_timestamp":1}]}"#),
        (
            "your_facebook_activity/fundraisers/fundraisers.json",
            r#"{"collectes":[{"nom":"x"},{"nom":"y"}],"n":2}"#,
        ),
        ("personal_information/other/x.json", r#"{"a":[{"b":1}]}"#),
    ];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let (receipts, got) = import_bundle("facebook.zip", &files);
    assert_eq!(receipts.iter().map(|r| (r.seen, r.dropped)).collect::<Vec<_>>(), [(1, 1), (2, 2), (1, 1)]);
    assert_eq!((receipts[1].issues[0].code, got.accounts()), ("archive.not_audience", 0));
}
