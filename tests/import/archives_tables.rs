//! Tables of personal archives that name no author: LinkedIn, Reddit, the subscriptions of YouTube.

use crate::support::import_bundle;

#[test]
fn an_archive_of_linkedin() {
    let files = [
        (
            "Profile.csv",
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry\nZoé,Martin,,Lyon,,Torréfactrice,,Food\n",
        ),
        (
            "Shares.csv",
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2023-03-01 09:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7000000000000000001,\"Bonjour\"\"\n\"\"à tous\",,,MEMBER_NETWORK\n",
        ),
        (
            "Comments.csv",
            "Date,Link,Message\r\n2023-03-01 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7000000000000000002,Bravo\r\n",
        ),
        (
            "Reactions.csv",
            "Date,Type,Link\n2023-03-01 11:00:00,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7000000000000000002\n2023-03-01 11:00:00,LIKE,\n",
        ),
        (
            "Invitations.csv",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nZoé Martin,Rémi Dupré,\"3/1/23, 9:05 AM\",secret,OUTGOING,https://www.linkedin.com/in/zoe-martin,https://www.linkedin.com/in/remi-dupre\nOmar Verne,Zoé Martin,\"3/2/23, 9:05 AM\",,INCOMING,https://www.linkedin.com/in/omar-verne,https://www.linkedin.com/in/zoe-martin\n",
        ),
        (
            "Member_Follows.csv",
            "Date,Status,FullName\nWed Mar 01 09:00:00 UTC 2023,Active,Nina Brume\nWed Mar 01 09:00:00 UTC 2023,Inactive,Léa Brûlé\n",
        ),
        ("Company Follows.csv", "Organization,Followed On\nAtelier Nova,Wed Mar 01 09:00:00 UTC 2023\n"),
        (
            "messages.csv",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n1,,Zoé Martin,,Omar Verne,,2023-03-01 09:00:00 UTC,,secret,INBOX\n",
        ),
    ];
    let mut order = files.map(|(name, text)| (name, text.as_bytes())).to_vec();
    for _ in 0..order.len() {
        order.rotate_left(3);
        let (receipts, got) = import_bundle("linkedin.zip", &order);
        assert!(receipts.iter().all(|r| r.format == "linkedin_archive"));
        let rows = |name: &str| {
            receipts.iter().find(|r| r.name == name).map(|r| (r.seen, r.kept, r.dropped)).unwrap()
        };
        assert_eq!(
            (rows("Reactions.csv"), rows("Member_Follows.csv"), rows("messages.csv")),
            ((2, 1, 1), (2, 1, 1), (1, 0, 1))
        );
        assert_eq!(
            got.ties(),
            [
                "omar-verne link zoe-martin",
                "zoe-martin follow atelier nova",
                "zoe-martin follow nina brume",
                "zoe-martin link remi-dupre",
            ]
        );
        assert_eq!(
            got.posts(),
            [
                "zoe-martin Original 7000000000000000001 Some(1677661200) Bonjour\nà tous",
                "zoe-martin Reply ? Some(1677664800) Bravo",
            ]
        );
        assert_eq!(
            (got.name("zoe-martin"), got.bio("zoe-martin")),
            (Some("Zoé Martin"), Some("Torréfactrice"))
        );
        for receipt in &receipts {
            let shown = format!(
                "{:?} {:?}",
                receipt.issues,
                receipt.columns.iter().map(|c| &c.samples).collect::<Vec<_>>()
            );
            assert!(
                receipt.name != "messages.csv" || !shown.contains("secret"),
                "a private message is never shown"
            );
        }
    }
}

#[test]
fn a_comment_and_a_like_find_the_author_that_another_file_names() {
    let posts = "Author,Url,Text,Id,Platform\nomar-verne,,Du neuf,7000000000000000002,LinkedIn\n";
    let files = [
        (
            "Comments.csv",
            "Date,Link,Message\n2023-03-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000002,Bravo\n",
        ),
        (
            "Reactions.csv",
            "Link,Date,Type\nhttps://www.linkedin.com/feed/update/urn:li:activity:7000000000000000002,2023-03-01 11:00:00,LIKE\n",
        ),
        ("posts.csv", posts),
    ];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let (_, got) = import_bundle("", &files);
    assert_eq!(got.ties(), ["(owner) like omar-verne", "(owner) reply omar-verne"]);
}

#[test]
fn subscriptions_of_youtube_in_any_language() {
    let own = "Channel ID,Channel Title (Original),Channel Visibility\nUCaaaaaaaaaaaaaaaaaaaaaa,Café Lumen,Public\n";
    for header in [
        "Channel Id,Channel Url,Channel Title",
        "ID des chaînes,URL des chaînes,Titres des chaînes",
        "Kanal-ID,Kanal-URL,Kanaltitel",
    ] {
        let text = format!(
            "{header}\nUCbbbbbbbbbbbbbbbbbbbbb1,http://www.youtube.com/channel/UCbbbbbbbbbbbbbbbbbbbbb1,Atelier Nova\nUCbbbbbbbbbbbbbbbbbbbb-2,http://www.youtube.com/channel/UCbbbbbbbbbbbbbbbbbbbb-2,\"Léa, la vraie\"\n"
        );
        let files = [
            ("Takeout/YouTube/abonnements/abonnements.csv", text.as_bytes()),
            ("Takeout/YouTube/chaînes/chaîne.csv", own.as_bytes()),
        ];
        let (receipts, got) = import_bundle("takeout.zip", &files);
        assert_eq!(
            (receipts[0].format, receipts[0].kept, receipts[1].kept),
            ("youtube_archive", 2, 1),
            "{header}"
        );
        let (owner, one, two) =
            ("ucaaaaaaaaaaaaaaaaaaaaaa", "ucbbbbbbbbbbbbbbbbbbbbb1", "ucbbbbbbbbbbbbbbbbbbbb-2");
        assert_eq!(got.accounts(), 3);
        assert_eq!((got.name(one), got.name(two)), (Some("Atelier Nova"), Some("Léa, la vraie")));
        assert_eq!(got.platform(one), "youtube");
        assert_eq!(got.name(owner), Some("Café Lumen"));
        assert_eq!(got.ties(), [format!("{owner} follow {two}"), format!("{owner} follow {one}")]);
    }
}

#[test]
fn the_data_request_of_reddit() {
    let files = [
        (
            "posts.csv",
            "id,permalink,date,ip,subreddit,gildings,title,url,body\nabc,https://www.reddit.com/r/lyon/comments/abc/cafe/,2023-03-01 09:00:00 UTC,1.2.3.4,lyon,0,Un café,,Où ?\n",
        ),
        (
            "comments.csv",
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\ndef,https://www.reddit.com/r/lyon/comments/xyz/-/def/,2023-03-01 10:00:00 UTC,1.2.3.4,lyon,0,https://www.reddit.com/r/lyon/comments/xyz/t/,ghi,Là,\njkl,https://www.reddit.com/r/lyon/comments/xyz/-/jkl/,2023-03-01 11:00:00 UTC,,lyon,0,https://www.reddit.com/r/lyon/comments/xyz/t/,,Ici,\n",
        ),
        ("statistics.csv", "statistic,value\naccount name,cafe_lumen\nemail verified,True\n"),
    ];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let (receipts, got) = import_bundle("export_cafe.zip", &files);
    assert!(receipts.iter().all(|r| r.format == "reddit_archive"));
    assert_eq!(receipts.iter().map(|r| (r.seen, r.kept)).collect::<Vec<_>>(), [(1, 1), (2, 2), (2, 1)]);
    assert_eq!(
        got.posts(),
        [
            "cafe_lumen Original t3_abc Some(1677661200) Un café\n\nOù ?",
            "cafe_lumen Reply t1_def Some(1677664800) Là",
            "cafe_lumen Reply t1_jkl Some(1677668400) Ici",
        ]
    );
}

#[test]
fn tables_of_others_are_left_to_others() {
    let text = "Date,Type,Link,Author,Text\n2023-03-01,Photo,https://x.com/a/status/1,cafe_lumen,Bonjour\n";
    let (receipts, _) = import_bundle("", &[("a.csv", text.as_bytes())]);
    assert_eq!(receipts[0].format, "posts");
}

#[test]
fn who_vouches_for_a_skill() {
    let text = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2023/03/01 09:00:00 UTC,Café,Omar,Verne,www.linkedin.com/in/omar-verne,ACCEPTED\n";
    let (receipts, got) = import_bundle("", &[("Endorsement_Received_Info.csv", text.as_bytes())]);
    assert_eq!(
        (receipts[0].format, got.ties()),
        ("linkedin_archive", vec!["omar-verne link (owner)".to_string()])
    );
    assert_eq!(receipts[0].first_time, Some(1_677_661_200_000.0));
}
