//! The download of an account of Instagram: every layout of its lists, labels in other languages, and Threads.

use crate::support::{Import, import, import_bundle};

pub const FOLLOWERS: &str = r#"[
 {"title":"","media_list_data":[],"string_list_data":[{"href":"https://www.instagram.com/lea.brule","value":"lea.brule","timestamp":1677661200}]},
 {"title":"","media_list_data":[],"string_list_data":[{"href":"https://www.instagram.com/atelier_nova","value":"atelier_nova","timestamp":1677661300}]},
 {"title":"","media_list_data":[],"string_list_data":[]} ]"#;
pub const FOLLOWING: &str = r#"{"relationships_following":[
 {"title":"lea.brule","string_list_data":[{"href":"https://www.instagram.com/_u/lea.brule","timestamp":1677661400}]},
 {"title":"","media_list_data":[],"string_list_data":[{"href":"https://www.instagram.com/atelier_nova","value":"atelier_nova","timestamp":1677661500}]},
 {"title":"","string_list_data":[{"href":"https://www.instagram.com/_u/omar_verne","timestamp":1677661501}]} ]}"#;
pub const PERSONAL: &str = r#"{"profile_user":[{"title":"","media_map_data":{},"string_map_data":{
 "E-mail":{"href":"","value":"x@example.org","timestamp":0},"Nom d\u00e2\u0080\u0099utilisateur":{"href":"","value":"cafe.lumen","timestamp":0},
 "Nom":{"href":"","value":"Caf\u00c3\u00a9 Lumen","timestamp":0},"Bio":{"href":"","value":"Torr\u00c3\u00a9facteur","timestamp":0}}}]}"#;
pub const POSTS: &str = r#"[
 {"media":[{"uri":"media/posts/202303/17912345678901234.jpg","creation_timestamp":1677661600,"title":"Caf\u00c3\u00a9 d'\u00c3\u00a9t\u00c3\u00a9 \u00e2\u0098\u0095 avec @lea.brule. #CafeLumen"}]},
 {"media":[{"uri":"media/posts/202303/b.jpg","creation_timestamp":1677661700,"title":""},{"uri":"media/posts/202303/c.jpg","creation_timestamp":1677661700,"title":""}],
  "title":"Deux photos","creation_timestamp":1677661700} ]"#;
pub const COMMENTS: &str = r#"[
 {"media_list_data":[{"uri":""}],"string_map_data":{"Comment":{"value":"G\u00c3\u00a9nial ! \u00f0\u009f\u0091\u008f"},"Media Owner":{"value":"lea.brule"},"Time":{"timestamp":1677661700}}} ]"#;
pub const LIKES: &str = r#"{"likes_media_likes":[
 {"title":"lea.brule","string_list_data":[{"href":"https://www.instagram.com/p/AbC/","value":"\u00f0\u009f\u0091\u008d","timestamp":1677661800}]},
 {"title":"lea.brule","string_list_data":[{"href":"https://www.instagram.com/reel/DeF/","value":"\u00f0\u009f\u0091\u008d","timestamp":1677661801}]} ]}"#;

fn files() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("connections/followers_and_following/followers_1.json", FOLLOWERS.as_bytes()),
        ("connections/followers_and_following/following.json", FOLLOWING.as_bytes()),
        ("personal_information/personal_information/personal_information.json", PERSONAL.as_bytes()),
        ("your_instagram_activity/media/posts_1.json", POSTS.as_bytes()),
        ("your_instagram_activity/comments/post_comments_1.json", COMMENTS.as_bytes()),
        ("your_instagram_activity/likes/liked_posts.json", LIKES.as_bytes()),
    ]
}

fn study(got: &Import) -> (Vec<String>, Vec<String>) {
    (got.posts(), got.ties())
}

#[test]
fn a_download_tells_ties_posts_and_whose_it_is() {
    let (receipts, got) = import_bundle("instagram-cafe.lumen.zip", &files());
    assert!(receipts.iter().all(|r| r.format == "instagram_archive"));
    let rows: Vec<_> = receipts.iter().map(|r| (r.seen, r.kept, r.dropped)).collect();
    assert_eq!(rows, [(3, 2, 1), (3, 3, 0), (1, 1, 0), (2, 2, 0), (1, 1, 0), (2, 2, 0)]);
    assert_eq!(
        got.ties(),
        [
            "atelier_nova follow cafe.lumen",
            "cafe.lumen follow atelier_nova",
            "cafe.lumen follow lea.brule",
            "cafe.lumen follow omar_verne",
            "cafe.lumen like lea.brule",
            "cafe.lumen like lea.brule",
            "cafe.lumen mention lea.brule",
            "cafe.lumen reply lea.brule",
            "lea.brule follow cafe.lumen",
        ]
    );
    assert_eq!(
        got.posts(),
        [
            "cafe.lumen Original ? Some(1677661600) Café d'été ☕ avec @lea.brule. #CafeLumen",
            "cafe.lumen Original ? Some(1677661700) Deux photos",
            "cafe.lumen Reply ? Some(1677661700) Génial ! 👏",
        ]
    );
    assert_eq!((got.name("cafe.lumen"), got.bio("cafe.lumen")), (Some("Café Lumen"), Some("Torréfacteur")));
    assert_eq!((got.accounts(), got.platform("lea.brule")), (4, "instagram"));
}

#[test]
fn names_of_files_and_folders_do_not_matter() {
    let expected = study(&import_bundle("a.zip", &files()).1);
    let french = [
        "connexions/followers_et_abonnements/abonnés_1.json",
        "connexions/followers_et_abonnements/abonnements.json",
        "informations_personnelles/informations.json",
        "votre_activité/médias/publications_1.json",
        "votre_activité/commentaires/commentaires_1.json",
        "votre_activité/mentions_jaime/publications_aimées.json",
    ];
    let mut renamed: Vec<_> = french.iter().zip(files()).map(|(name, (_, bytes))| (*name, bytes)).collect();
    assert_eq!(study(&import_bundle("a.zip", &renamed).1), expected);
    renamed.reverse();
    assert_eq!(study(&import_bundle("a.zip", &renamed).1), expected);
}

#[test]
fn lists_under_a_name_and_keys_in_another_order() {
    let named = format!("\u{feff}{{\"relationships_followers\":{FOLLOWERS}}}").replace('\n', "\r\n");
    assert_eq!(import(&named).ties(), import(FOLLOWERS).ties());
    let swapped = r#"{"relationships_following":[{"string_list_data":[{"timestamp":1677661400,"href":"https://www.instagram.com/_u/lea.brule"}],"title":"lea.brule"}]}"#;
    assert_eq!(import(swapped).ties(), ["(owner) follow lea.brule"]);
    let wrapped = format!("{{\"comments_reels_comments\":{COMMENTS}}}");
    assert_eq!(import(&wrapped).posts(), import(COMMENTS).posts());
}

#[test]
fn comments_in_any_language() {
    for (comment, owner, when) in [
        ("Commentaire", "Propri\\u00c3\\u00a9taire du contenu", "Heure"),
        ("Kommentar", "Medieninhaber", "Zeit"),
        ("Opmerking", "Media-eigenaar", "Tijd"),
        ("Mystère", "Inconnu", "Quand"),
    ] {
        let text = COMMENTS
            .replace("\"Comment\"", &format!("\"{comment}\""))
            .replace("Media Owner", owner)
            .replace("\"Time\"", &format!("\"{when}\""));
        let (_, got) = import_bundle("", &[("comments/post_comments_1.json", text.as_bytes())]);
        assert_eq!(got.ties(), ["(owner) reply lea.brule"], "{comment}");
        assert_eq!(got.posts(), ["(owner) Reply ? Some(1677661700) Génial ! 👏"], "{comment}");
    }
}

#[test]
fn the_layout_of_labels() {
    let liked = r#"[{"timestamp":1760000000,"media":[],"label_values":[{"label":"URL","value":"https://www.instagram.com/p/AbC/","href":"https://www.instagram.com/p/AbC/"},
      {"title":"Owner","dict":[{"title":"","dict":[{"label":"URL","value":""},{"label":"Name","value":"L\u00c3\u00a9a"},{"label":"Username","value":"lea.brule"}]}]}],"fbid":"1"}]"#;
    let (_, got) = import_bundle("", &[("likes/liked_posts.json", liked.as_bytes())]);
    assert_eq!(got.ties(), ["(owner) like lea.brule"]);
    // What was only looked at is nobody's business, and nothing in the record tells it from a like.
    let (receipts, got) =
        import_bundle("", &[("ads_information/ads_and_topics/posts_viewed.json", liked.as_bytes())]);
    assert_eq!((receipts[0].dropped, got.ties().len()), (1, 0));
}

#[test]
fn threads_inside_a_download() {
    let folder = "your_instagram_activity/threads";
    let posts = r#"{"text_post_app_text_posts":[
      {"media":[{"uri":"","creation_timestamp":1754466859,"title":"@pine.marten d'accord, voyons @omar_verne","text_app_post":{"is_reply":true}}]},
      {"title":"caf\u00c3\u00a9","creation_timestamp":1754500000,"media":[{"uri":"m.jpg","creation_timestamp":1754500000,"title":"","text_app_post":{"is_reply":false}}]}]}"#;
    let likes = r#"{"text_post_app_media_likes":[
      {"title":"river.otter","string_list_data":[{"href":"https://www.threads.com/@river.otter/post/DAb","value":"\u00f0\u009f\u0091\u008d","timestamp":1760912834}]},
      {"title":"","string_list_data":[{"href":"https://www.threads.net/@badger.x/post/DZZ","value":"\u00e2\u009d\u00a4","timestamp":1760912900}]}]}"#;
    let followers = r#"{"text_post_app_text_post_app_followers":[{"title":"Pine Marten","string_list_data":[{"href":"https://www.threads.com/pine.marten","value":"pine.marten","timestamp":1730000000}]}]}"#;
    let profile = r#"{"text_post_app_text_post_app_profile":[{"string_map_data":{"Username":{"value":"otter.lab"},"Name":{"value":"Otter Lab"}}}]}"#;
    let path = |name: &str| format!("{folder}/{name}");
    let names = [
        path("threads_and_replies.json"),
        path("liked_threads.json"),
        path("followers_1.json"),
        path("personal_information.json"),
    ];
    let bodies = [posts, likes, followers, profile];
    let files: Vec<_> =
        names.iter().zip(bodies).map(|(name, body)| (name.as_str(), body.as_bytes())).collect();
    let (_, got) = import_bundle("i.zip", &files);
    assert_eq!(
        got.ties(),
        [
            "otter.lab like badger.x",
            "otter.lab like river.otter",
            "otter.lab mention omar_verne",
            "otter.lab reply pine.marten",
            "pine.marten follow otter.lab",
        ]
    );
    assert!(["otter.lab", "badger.x", "pine.marten"].iter().all(|who| got.platform(who) == "threads"));
    assert_eq!(got.posts().len(), 2);
}

#[test]
fn the_downloads_of_2018_to_2020() {
    let files = [
        (
            "connections.json",
            r#"{"blocked_users":{"troll":"2019-01-01T10:00:00"},"close_friends":{},"followers":{"lea.brule":"2019-03-01T10:00:00","omar_verne":"2019-03-02T10:00:00"},
          "following":{"lea.brule":"2019-03-03T10:00:00"},"following_hashtags":{}}"#,
        ),
        ("likes.json", r#"{"media_likes":[["2019-03-04T10:00:00+00:00","lea.brule"]],"comment_likes":[]}"#),
        (
            "comments.json",
            r#"{"media_comments":[["2019-03-05T10:00:00","Bravo !","omar_verne"]],"live_comments":[]}"#,
        ),
        (
            "media.json",
            r#"{"photos":[{"caption":"Bonjour @lea.brule","taken_at":"2019-03-06T10:00:00","path":"photos/201903/a.jpg"}],"profile":[]}"#,
        ),
        (
            "profile.json",
            r#"{"biography":"Torréfacteur","date_joined":"2015-01-01T00:00:00","email":"x@example.org","username":"cafe.lumen","private_account":false}"#,
        ),
    ];
    let files = files.map(|(name, body)| (name, body.as_bytes()));
    let (receipts, got) = import_bundle("cafe.lumen_20200101.zip", &files);
    assert_eq!(
        receipts.iter().map(|r| (r.seen, r.kept)).collect::<Vec<_>>(),
        [(3, 3), (1, 1), (1, 1), (1, 1), (1, 1)]
    );
    assert_eq!(
        got.ties(),
        [
            "cafe.lumen follow lea.brule",
            "cafe.lumen like lea.brule",
            "cafe.lumen mention lea.brule",
            "cafe.lumen reply omar_verne",
            "lea.brule follow cafe.lumen",
            "omar_verne follow cafe.lumen",
        ]
    );
}

#[test]
fn private_lists_and_truncated_files() {
    let got = import(
        r#"{"relationships_close_friends":[{"title":"","string_list_data":[{"href":"https://www.instagram.com/ami","value":"ami","timestamp":1}]}]}"#,
    );
    assert_eq!((got.issues(), got.ties().len()), (vec!["archive.private×1".to_string()], 0));
    let got = import(&FOLLOWING[..FOLLOWING.find("omar_verne").unwrap()]);
    assert_eq!(got.rows(), (3, 2, 1, 0));
    assert_eq!(got.issues(), ["json.truncated×1", "file.truncated×1"]);
}

#[test]
fn two_downloads_of_one_account_say_each_thing_once() {
    let once = import_bundle("a.zip", &files()).1;
    let mut twice = files();
    let again: Vec<u8> =
        FOLLOWERS.replace(",\"timestamp\":1677661300", ",\"timestamp\":1677661300 ").into_bytes();
    twice.extend([
        ("followers_1.json", again.as_slice()),
        ("posts_1.json", POSTS.as_bytes()),
        ("liked_posts.json", LIKES.as_bytes()),
    ]);
    let got = import_bundle("a.zip", &twice).1;
    assert_eq!(got.ties(), once.ties());
}

#[test]
fn lists_alone_are_of_whom_the_archive_is_named_by() {
    let name = "instagram-cafe.lumen-2024-05-01-AbCdEfGh.zip";
    let (_, got) = import_bundle(name, &files()[..2]);
    assert!(got.ties().contains(&"lea.brule follow cafe.lumen".to_string()), "{:?}", got.ties());
    assert_eq!(import_bundle(name, &files()).1.ties(), import_bundle("a.zip", &files()).1.ties());
}

#[test]
fn the_statistics_of_a_business_account_join_its_posts() {
    let insights = r##"{"organic_insights_posts":[{"media_map_data":{"Media Thumbnail":{"uri":"media/other/1.jpg","creation_timestamp":1677661600,"title":"Caf\u00c3\u00a9 d'\u00c3\u00a9t\u00c3\u00a9 \u00e2\u0098\u0095 avec @lea.brule. #CafeLumen"}},
      "string_map_data":{"Creation Timestamp":{"value":"","timestamp":1677661600},"Mentions J\u00e2\u0080\u0099aime":{"value":"1,042"},"Commentaires":{"value":"7"},"Enregistrements":{"value":"--"},"Impressions":{"value":"20500"}}}]}"##;
    let path = "logged_information/past_instagram_insights/posts.json";
    let mut all = files();
    all.push((path, insights.as_bytes()));
    let (receipts, got) = import_bundle("a.zip", &all);
    assert_eq!((receipts[6].format, receipts[6].kept, receipts[6].posts), ("instagram_archive", 1, 0));
    assert_eq!(got.posts(), import_bundle("a.zip", &files()).1.posts());
    let (_, alone) = import_bundle("a.zip", &[(path, insights.as_bytes())]);
    assert_eq!(alone.likes_of("Café d'été"), Some(1042.0));
    assert_eq!(got.likes_of("Café d'été"), Some(1042.0));
}
