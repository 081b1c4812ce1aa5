//! The download of an account of TikTok: sections that move, lists that keep their names, and the version as text.

use crate::support::{import, import_bundle};

/// The layout up to 2023.
pub const OLD: &str = r#"{"Activity":{
 "Follower List":{"FansList":[{"Date":"2023-03-01 09:00:00","UserName":"lea.brule"},{"Date":"2023-03-01 09:00:01","UserName":"N/A"}]},
 "Following List":{"Following":[{"Date":"2023-03-01 09:00:02","UserName":"atelier_nova"}]},
 "Like List":{"ItemFavoriteList":[{"Date":"2023-03-01 09:00:03","Link":"https://www.tiktokv.com/share/video/7000000000000000001/"},
   {"Date":"2023-03-01 09:00:04","Link":"https://www.tiktok.com/@omar.verne/video/7000000000000000009"}]},
 "Video Browsing History":{"VideoList":[{"Date":"2023-03-01 09:00:05","Link":"https://www.tiktokv.com/share/video/7000000000000000003/"}]}},
 "Comment":{"Comments":{"CommentsList":[{"Date":"2023-03-01 09:00:06","Comment":"trop bon @lea.brule."}]}},
 "Video":{"Videos":{"VideoList":[{"Date":"2023-03-01 09:00:07","Link":"https://www.tiktokv.com/share/video/7000000000000000002/","Likes":"125"}]}},
 "Profile":{"Profile Information":{"ProfileMap":{"userName":"cafe.lumen","bioDescription":"Torréfacteur"}}}}"#;
/// The same in the layout since 2024: other sections, some keys in lower case.
pub const NEW: &str = r#"{"Profile And Settings":{"Profile Info":{"ProfileMap":{"bioDescription":"Torréfacteur","userName":"cafe.lumen"}},
 "Follower":{"FansList":[{"Date":"2023-03-01 09:00:00","UserName":"lea.brule"},{"Date":"2023-03-01 09:00:01","UserName":"N/A"}]},
 "Following":{"Following":[{"Date":"2023-03-01 09:00:02","UserName":"atelier_nova"}]}},
 "Your Activity":{"Watch History":{"VideoList":[{"Date":"2023-03-01 09:00:05","Link":"https://www.tiktokv.com/share/video/7000000000000000003/"}]},"Searches":{"SearchList":[{"Date":"x","SearchTerm":"secret"}]}},
 "Likes and Favorites":{"Like List":{"ItemFavoriteList":[{"date":"2023-03-01 09:00:03","link":"https://www.tiktokv.com/share/video/7000000000000000001/"},
   {"date":"2023-03-01 09:00:04","link":"https://www.tiktok.com/@omar.verne/video/7000000000000000009"}]}},
 "Direct Message":{"Direct Messages":{"ChatHistory":{"Chat History with lea.brule:":[{"Date":"2023-03-01 09:00:00","From":"lea.brule","Content":"secret"}]}}},
 "Comment":{"Comments":{"CommentsList":[{"date":"2023-03-01 09:00:06","comment":"trop bon @lea.brule.","photo":"N/A","url":""}]}},
 "Post":{"Posts":{"VideoList":[{"Date":"2023-03-01 09:00:07","Link":"https://www.tiktokv.com/share/video/7000000000000000002/","Likes":"125","Title":""}]},"Recently Deleted Posts":{"PostList":null}}}"#;

#[test]
fn both_layouts_say_the_same() {
    for text in [OLD.to_string(), NEW.to_string(), format!("\u{feff}{}", NEW.replace('\n', "\r\n"))] {
        let got = import(&text);
        assert_eq!((got.receipt.format, got.rows()), ("tiktok_archive", (8, 7, 1, 0)));
        assert_eq!(got.issues(), ["row.no_ends×1", "archive.private_left×1", "like.author_unknown×1"]);
        assert_eq!(
            got.ties(),
            [
                "cafe.lumen follow atelier_nova",
                "cafe.lumen like omar.verne",
                "cafe.lumen mention lea.brule",
                "lea.brule follow cafe.lumen",
            ]
        );
        assert_eq!(
            got.posts(),
            [
                "cafe.lumen Original 7000000000000000002 Some(1677661207) ?",
                "cafe.lumen Reply ? Some(1677661206) trop bon @lea.brule.",
            ]
        );
        assert_eq!(
            (got.likes("7000000000000000002"), got.bio("cafe.lumen")),
            (Some(125.0), Some("Torréfacteur"))
        );
    }
}

#[test]
fn a_like_finds_the_author_that_another_file_names() {
    let posts = "author,id,text,platform\nnina_brume,7000000000000000001,Bonjour,TikTok\n";
    for files in [[("a.json", OLD), ("b.csv", posts)], [("b.csv", posts), ("a.json", OLD)]] {
        let files = files.map(|(name, text)| (name, text.as_bytes()));
        let (_, got) = import_bundle("", &files);
        assert!(got.ties().contains(&"cafe.lumen like nina_brume".to_string()), "{:?}", got.ties());
    }
}

#[test]
fn the_version_as_text() {
    let files: [(&str, &str); 7] = [
        (
            "TikTok/Profile/Profile Info.txt",
            "Username: cafe.lumen\r\nTelephone number: N/A\r\nEmail address: x@example.org\r\n",
        ),
        (
            "TikTok/Activity/Follower.txt",
            "Date: 2023-03-01 09:00:00 UTC\r\nUsername: lea.brule\r\n\r\nDate: 2023-03-01 09:00:01 UTC\r\nUsername: omar.verne\r\n",
        ),
        ("TikTok/Activity/Following.txt", "Username: atelier_nova\nDate: 2023-03-01 09:00:02 UTC\n\n"),
        (
            "TikTok/Activity/Like List.txt",
            "Date: 2023-03-01 09:00:03 UTC\nLink: https://www.tiktok.com/@omar.verne/video/7000000000000000009\n\n",
        ),
        ("TikTok/Comments/Comments.txt", "Date: 2023-03-01 09:00:06 UTC\nComment: trop bon\n@lea.brule\n\n"),
        (
            "TikTok/Videos/Videos.txt",
            "Date: 2023-03-01 09:00:07 UTC\nLink: https://www.tiktokv.com/share/video/7000000000000000002/\nLike(s): 125\nWho can view: Everyone\n\n",
        ),
        (
            "TikTok/Activity/Video Browsing History.txt",
            "Date: 2023-03-01 09:00:05 UTC\nLink: https://www.tiktokv.com/share/video/7000000000000000003/\n\n",
        ),
    ];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let (receipts, got) = import_bundle("t.zip", &files);
    assert!(receipts.iter().all(|r| r.format == "tiktok_text"));
    assert_eq!(
        receipts.iter().map(|r| (r.seen, r.kept)).collect::<Vec<_>>(),
        [(1, 1), (2, 2), (1, 1), (1, 1), (1, 1), (1, 1), (1, 0)]
    );
    assert_eq!(
        got.ties(),
        [
            "cafe.lumen follow atelier_nova",
            "cafe.lumen like omar.verne",
            "cafe.lumen mention lea.brule",
            "lea.brule follow cafe.lumen",
            "omar.verne follow cafe.lumen",
        ]
    );
    assert_eq!(got.likes("7000000000000000002"), Some(125.0));
    assert_eq!(got.posts()[1], "cafe.lumen Reply ? Some(1677661206) trop bon\n@lea.brule");
}

#[test]
fn a_list_of_accounts_under_another_name_does_not_say_who_follows() {
    let (receipts, got) =
        import_bundle("", &[("liste.txt", b"Date: 2023-03-01 09:00:00 UTC\nUsername: lea.brule\n")]);
    assert_eq!(got.ties(), ["(owner) link lea.brule"]);
    assert_eq!(receipts[0].issues[0].code, "tie.kind_unknown");
}

#[test]
fn a_truncated_document_loses_its_last_record_alone() {
    let got = import(&OLD[..OLD.find("atelier_nova").unwrap()]);
    assert_eq!(got.rows(), (3, 1, 2, 0));
    assert_eq!(got.issues(), ["json.truncated×1", "row.no_ends×1", "file.truncated×1"]);
}
