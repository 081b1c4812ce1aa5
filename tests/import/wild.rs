//! Exports as they are met outside: the columns of tools that are not samples of theirs, tables that marketers head
//! themselves. The rows are invented.

use crate::support::{gives, import, tells_of_a_post_passed_on};

#[test]
fn columns_of_x_in_brandwatch() {
    let found = import(
        r#"Report:,Bulk Mentions Download
Brand:,Cafe
From:,Wed Mar 01 2023
To:,Thu Mar 02 2023
Label,

Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country Code,Author,Full Name,Full Text,Hashtags,Impact,Impressions,Mentioned Authors,Thread Author,Thread Entry Type,X Author ID,X Channel Role,X Followers,X Following,X Reply Count,X Reply to,X Repost of,X Reposts,X Likes,X Posts,X Verified,Reach (new),Engagement Type
1990,Q,2023-03-01 09:00:00.0,T,S,http://twitter.com/cafe_lumen/statuses/1740000000000000001,twitter.com,neutral,twitter,fr,FR,cafe_lumen,Café,Nouveau @atelier_nova,,35,1500,@atelier_nova,,,2001,,1500,90,1,,,7,42,10,false,612,
1990,Q,2023-03-01 09:05:00.0,T,S,http://twitter.com/nina/statuses/1740000000000000002,twitter.com,neutral,twitter,fr,FR,nina,Nina,Nouveau @atelier_nova,,35,1500,@atelier_nova,cafe_lumen,share,2002,,90,90,1,,http://twitter.com/cafe_lumen/statuses/1740000000000000001,7,42,10,false,612,REPOST
1990,Q,2023-03-01 09:10:00.0,T,S,http://twitter.com/omar/statuses/1740000000000000003,twitter.com,neutral,twitter,fr,FR,omar,Omar,@cafe_lumen oui,,35,1500,@cafe_lumen,cafe_lumen,reply,2003,,40,90,1,http://twitter.com/cafe_lumen/statuses/1740000000000000001,,0,3,10,false,612,REPLY
"#,
    );
    tells_of_a_post_passed_on(&found, "brandwatch");
}

#[test]
fn the_content_library_of_meta() {
    let found = import(
        r#"id,content_type,creation_time,hashtags,is_branded_content,lang,link_attachment.link,mcl_url,media_type,modified_time,multimedia,post_owner.id,post_owner.name,post_owner.type,post_owner.username,shared_post_id,statistics.angry_count,statistics.care_count,statistics.comment_count,statistics.haha_count,statistics.like_count,statistics.love_count,statistics.reaction_count,statistics.sad_count,statistics.share_count,statistics.views,statistics.wow_count,surface.id,surface.name,surface.type,surface.username,text
111,posts,2023-03-01T09:00:00+0000,,False,fr,,https://www.facebook.com/transparency/111,photos,2023-03-01T09:00:00+0000,,9001,Café Lumen,page,cafelumen,,0,0,3,0,42,2,44,0,7,1200,0,9001,Café Lumen,page,cafelumen,Notre nouveau torréfacteur @ateliernova
112,posts,2023-03-01T09:30:00+0000,,False,fr,,https://www.facebook.com/transparency/112,photos,2023-03-01T09:30:00+0000,,9002,Nina,page,ninapage,111,0,0,1,0,4,0,4,0,1,200,0,9002,Nina,page,ninapage,A voir
"#,
    );
    gives(&found, "posts", 2, &["cafelumen mention ateliernova", "ninapage repost cafelumen"]);
}

#[test]
fn posts_of_instagram_from_the_suite_of_meta_in_french() {
    let found = import(
        r#"Identifiant de la publication,Identifiant du compte,Nom d’utilisateur du compte,Nom du compte,Description,Durée (s),Heure de publication,Permalien,Type de publication,Commentaire sur les données,Date,Impressions,Couverture,J’aime,Partages,Followers,Commentaires,Enregistrements
18000000000000001,17841400000000001,cafe.lumen,Café Lumen,Avec @lea.brule,0,03/13/2023 09:00,https://www.instagram.com/p/A1/,Image Instagram,,À vie,1200,900,42,7,2,3,4
18000000000000002,17841400000000001,cafe.lumen,Café Lumen,Sans personne,0,03/14/2023 10:00,https://www.instagram.com/p/A2/,Reel Instagram,,À vie,1300,910,43,8,0,1,2
"#,
    );
    gives(&found, "posts", 2, &["cafe.lumen mention lea.brule"]);
    assert_eq!(found.likes("18000000000000001"), Some(42.0));
}

#[test]
fn the_research_interface_of_tiktok() {
    let found = import(
        r#"id,video_description,create_time,region_code,share_count,view_count,like_count,comment_count,music_id,hashtag_names,username,effect_ids,playlist_id,voice_to_text
7200000000000000001,Le café @lea.brule #cafe,1677661200,FR,7,1200,42,3,6,"['cafe']",cafe.lumen,[],,bonjour
7200000000000000002,Encore,1677664800,FR,1,200,4,0,6,[],nina,[],,
"#,
    );
    gives(&found, "posts", 2, &["cafe.lumen mention lea.brule"]);
    assert_eq!(found.likes("7200000000000000001"), Some(42.0));
    assert_eq!(found.platform("cafe.lumen"), "tiktok");
}

#[test]
fn pyktok() {
    let found = import(
        r#"video_id,video_timestamp,video_duration,video_locationcreated,video_diggcount,video_sharecount,video_commentcount,video_playcount,video_description,video_is_ad,video_stickers,author_username,author_name,author_followercount,author_followingcount,author_heartcount,author_videocount,author_diggcount,author_verified,poi_name,poi_address,poi_city
7200000000000000001,2023-03-01T09:00:00,12,FR,42,7,3,1200,Le café @lea.brule,False,,cafe.lumen,Café Lumen,1500,90,9000,12,3,False,,,
7200000000000000002,2023-03-01T10:00:00,12,FR,4,1,0,200,Encore,False,,nina,Nina B,90,90,9000,12,3,False,,,
"#,
    );
    gives(&found, "posts", 2, &["cafe.lumen mention lea.brule"]);
    assert_eq!(found.followers("cafe.lumen"), 1500.0);
    assert_eq!(found.likes("7200000000000000001"), Some(42.0));
    assert_eq!(found.platform("cafe.lumen"), "tiktok");
    assert!(found.receipt.first_time.is_some());
}

#[test]
fn lists_with_a_column_for_each_place() {
    let found = import(
        r#"inputUrl,id,type,shortCode,caption,hashtags/0,mentions/0,mentions/1,url,commentsCount,firstComment,displayUrl,likesCount,timestamp,ownerFullName,ownerUsername,ownerId,taggedUsers/0/username
https://www.instagram.com/cafe.lumen,3001,Image,A1,Avec vous,cafe,lea.brule,omar_v,https://www.instagram.com/p/A1/,3,x,https://x/y.jpg,42,2023-03-01T09:00:00.000Z,Café Lumen,cafe.lumen,555,tom_k
https://www.instagram.com/cafe.lumen,3002,Image,A2,Seul,,,,https://www.instagram.com/p/A2/,1,x,https://x/y.jpg,-1,2023-03-02T09:00:00.000Z,Café Lumen,cafe.lumen,555,
"#,
    );
    gives(
        &found,
        "posts",
        2,
        &["cafe.lumen mention lea.brule", "cafe.lumen mention omar_v", "cafe.lumen mention tom_k"],
    );
    assert_eq!(found.platform("cafe.lumen"), "instagram");
}

#[test]
fn comments_of_reddit_as_a_table() {
    let found = import(
        r#"author,author_fullname,body,created_utc,id,link_id,parent_id,score,subreddit,permalink
cafe_lumen,t2_a,Bon café u/nina,1677661200,ja1,t3_x1,t3_x1,42,france,/r/france/comments/x1/_/ja1/
nina,t2_b,Merci,1677661300,ja2,t3_x1,t1_ja1,3,france,/r/france/comments/x1/_/ja2/
[deleted],,[removed],1677661400,ja3,t3_x1,t1_ja1,1,france,/r/france/comments/x1/_/ja3/
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention nina", "nina reply cafe_lumen"]);
    assert_eq!(found.platform("cafe_lumen"), "reddit");
}

#[test]
fn comments_of_youtube_from_minet() {
    let found = import(
        r#"video_id,comment_id,author_name,author_channel_id,text,like_count,published_at,updated_at,reply_count,parent_comment_id
vid1,Ug1,lea,UC1,Top,42,2023-03-01T09:00:00Z,2023-03-01T09:00:00Z,1,
vid1,Ug1.2,omar,UC2,merci,3,2023-03-01T10:00:00Z,2023-03-01T10:00:00Z,,Ug1
"#,
    );
    gives(&found, "youtube_data_tools", 2, &["omar reply lea"]);
    assert_eq!(found.likes("Ug1"), Some(42.0));
}

#[test]
fn posts_of_bluesky_from_minet() {
    let found = import(
        r#"cid,did,uri,timestamp_utc,indexed_timestamp_utc,local_time,user_handle,user_did,text,repost_count,like_count,reply_count,quote_count,langs,url,user_display_name,user_avatar,to_user_handle,to_user_did,to_post_cid,to_post_did,to_post_uri,to_post_url,reposted_by_user_handle,quoted_user_handle,quoted_post_uri,mentioned_user_handles,mentioned_user_dids,hashtags
c1,3k1,at://did:plc:aaa/app.bsky.feed.post/3k1,1677661200,1677661201,2023-03-01T10:00:00,cafe.bsky.social,did:plc:aaa,Nouveau @lea.example.com,7,42,1,0,fr,https://bsky.app/profile/cafe.bsky.social/post/3k1,Café,,,,,,,,,,,lea.example.com,did:plc:lea,
c2,3k2,at://did:plc:bbb/app.bsky.feed.post/3k2,1677661300,1677661301,2023-03-01T10:05:00,nina.bsky.social,did:plc:bbb,oui,0,3,0,0,fr,https://bsky.app/profile/nina.bsky.social/post/3k2,Nina,,cafe.bsky.social,did:plc:aaa,c1,3k1,at://did:plc:aaa/app.bsky.feed.post/3k1,https://bsky.app/profile/cafe.bsky.social/post/3k1,,,,,,
"#,
    );
    gives(
        &found,
        "posts",
        2,
        &["cafe.bsky.social mention lea.example.com", "nina.bsky.social reply cafe.bsky.social"],
    );
}

#[test]
fn authors_as_python_writes_objects() {
    let found = import(
        r#"created_at,id,full_text,user,retweet_count,favorite_count,lang
2023-03-01 09:00:00+00:00,1740000000000000001,Nouveau @atelier_nova,"{'id': 2001, 'id_str': '2001', 'name': 'Café', 'screen_name': 'cafe_lumen', 'followers_count': 1500}",7,42,fr
2023-03-01 09:10:00+00:00,1740000000000000003,@cafe_lumen oui,"{'id': 2003, 'id_str': '2003', 'name': 'Omar', 'screen_name': 'omar', 'followers_count': 40}",0,3,fr
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
}

#[test]
fn twint() {
    let found = import(
        r#"id,conversation_id,created_at,date,time,timezone,user_id,username,name,place,tweet,language,mentions,urls,photos,replies_count,retweets_count,likes_count,hashtags,cashtags,link,retweet,quote_url,video,thumbnail,near,geo,source,user_rt_id,user_rt,retweet_id,reply_to,retweet_date,translate,trans_src,trans_dest
1740000000000000001,1740000000000000001,2023-03-01 09:00:00 CET,2023-03-01,09:00:00,+0100,2001,cafe_lumen,Café,,Nouveau @atelier_nova,fr,"[{'screen_name': 'atelier_nova', 'name': 'Atelier', 'id': '77'}]",[],[],1,7,42,"['cafe']",[],https://twitter.com/cafe_lumen/status/1740000000000000001,False,,0,,,,,,,,[],,,,
1740000000000000003,1740000000000000001,2023-03-01 09:10:00 CET,2023-03-01,09:10:00,+0100,2003,omar,Omar,,@cafe_lumen oui,fr,[],[],[],0,0,3,[],[],https://twitter.com/omar/status/1740000000000000003,False,,0,,,,,,,,"[{'screen_name': 'cafe_lumen', 'name': 'Café', 'id': '2001'}]",,,,
1740000000000000004,1740000000000000004,2023-03-01 09:12:00 CET,2023-03-01,09:12:00,+0100,2004,lea,Léa,,À lire,fr,[],[],[],0,0,9,[],[],https://twitter.com/lea/status/1740000000000000004,False,https://twitter.com/cafe_lumen/status/1740000000000000001,0,,,,,,,,[],,,,
"#,
    );
    let ties = ["cafe_lumen mention atelier_nova", "lea quote cafe_lumen", "omar reply cafe_lumen"];
    gives(&found, "posts", 3, &ties);
    assert_eq!(found.likes("1740000000000000001"), Some(42.0));
}

#[test]
fn kinds_that_say_nothing_leave_answers_to_the_text() {
    let found = import(
        r#"Network,Message Type,Date,From User,From User Id,From User Followers,Message,Permalink,Sentiment,Likes,Shares,Comments,Engagements,Reach,Country
X,Post,2023-03-01 09:00:00 UTC,@cafe_lumen,2001,1500,Nouveau @atelier_nova,https://twitter.com/cafe_lumen/status/1740000000000000001,Neutral,42,7,1,50,1500,France
X,Post,2023-03-01 09:10:00 UTC,@omar,2003,40,@cafe_lumen oui,https://twitter.com/omar/status/1740000000000000003,Positive,3,0,0,3,40,France
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
    assert_eq!(found.followers("cafe_lumen"), 1500.0);
}

#[test]
fn the_table_of_old_archives_of_twitter() {
    let found = import(
        r#""tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text","retweeted_status_id","retweeted_status_user_id","retweeted_status_timestamp","expanded_urls"
"740000000000000001","","","2016-06-01 09:00:00 +0000","<a>","Nouveau @atelier_nova","","","",""
"740000000000000002","","","2016-06-01 09:05:00 +0000","<a>","RT @nina: bonjour","740000000000000000","2002","2016-06-01 08:05:00 +0000",""
"#,
    );
    gives(&found, "x_archive", 2, &["(owner) mention atelier_nova", "(owner) repost nina"]);
}

#[test]
fn comments_of_a_takeout_in_french() {
    let found = import(
        r#"Identifiant du commentaire,Identifiant de la chaîne,Horodatage de création du commentaire,Prix,Identifiant du commentaire parent,Identifiant de l'annonce,Identifiant de la vidéo,Texte du commentaire,Identifiant du commentaire de premier niveau
Ug1,UCme,2023-03-01T09:00:00+00:00,0,,,vid1,"{""text"":""Bravo""}",
Ug2,UCme,2023-03-02T09:00:00+00:00,0,,,vid2,"{""text"":""Encore""}",
"#,
    );
    gives(&found, "posts", 2, &[]);
    assert!(found.receipt.first_time.is_some());
}

#[test]
fn a_moment_comes_before_how_long_ago() {
    let found = import(
        r#"{"cid": "Ug1", "text": "Top @nina", "time": "2 days ago", "author": "@lea", "channel": "UC1", "votes": "42", "replies": "1", "photo": "https://p", "heart": false, "reply": false, "time_parsed": 1677661200.5}
{"cid": "Ug1.2", "text": "@lea merci", "time": "1 day ago", "author": "@omar", "channel": "UC2", "votes": "3", "replies": "", "photo": "https://p", "heart": false, "reply": true, "time_parsed": 1677761200.5}"#,
    );
    gives(&found, "posts", 2, &["lea mention nina", "omar reply lea"]);
    assert!(found.receipt.first_time.is_some());
}

#[test]
fn rows_of_twarc_csv_as_json() {
    let found = import(
        r#"[{"id": "1740000000000000001", "conversation_id": "1740000000000000001", "author_id": "2001", "created_at": "2023-03-01T09:00:00.000Z", "text": "Nouveau @atelier_nova", "author.username": "cafe_lumen", "author.public_metrics.followers_count": 1500, "public_metrics.like_count": 42, "public_metrics.retweet_count": 7}, {"id": "1740000000000000003", "conversation_id": "1740000000000000001", "referenced_tweets.replied_to.id": "1740000000000000001", "author_id": "2003", "in_reply_to_user_id": "2001", "in_reply_to_username": "cafe_lumen", "created_at": "2023-03-01T09:10:00.000Z", "text": "@cafe_lumen oui", "author.username": "omar", "author.public_metrics.followers_count": 40, "public_metrics.like_count": 3}]"#,
    );
    gives(&found, "twarc_csv", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
    assert_eq!(found.followers("cafe_lumen"), 1500.0);
}

#[test]
fn people_and_companies_of_linkedin_from_4cat() {
    let found = import(
        r#"id,thread_id,body,timestamp,timestamp_collected,timestamp_ago,is_promoted,author,author_name,author_description,author_pronouns,author_avatar_url,author_is_company,author_url,author_mentions,author_name_mentions,hashtags,image_urls,video_thumb_url,post_url,link_url,comments,shares,reactions,reaction_like,reaction_empathy,reaction_praise,inclusion_context,unix_timestamp,unix_timestamp_collected
7101,7101,Nous recrutons avec Léa,2023-03-01 09:00:00,2023-03-02 09:00:00,1d,no,company/cafe-lumen,Café Lumen,1500 followers,,,yes,https://www.linkedin.com/company/cafe-lumen,lea-brule,Léa Brûlé,cafe,,,https://www.linkedin.com/feed/update/urn:li:activity:7101,,3,7,42,40,1,1,,1677661200,1677747600
7102,7102,Merci,2023-03-01 10:00:00,2023-03-02 09:00:00,1d,no,in/omar-verne,Omar Verne,Commercial,,,no,https://www.linkedin.com/in/omar-verne,,,,,,https://www.linkedin.com/feed/update/urn:li:activity:7102,,0,0,4,4,0,0,,1677664800,1677747600
"#,
    );
    gives(&found, "four_cat", 2, &["cafe-lumen mention lea-brule"]);
    assert_eq!(found.likes("7101"), Some(42.0));
    assert_eq!(found.platform("cafe-lumen"), "linkedin");
}

#[test]
fn hydrator() {
    let found = import(
        r#"coordinates,created_at,hashtags,media,urls,favorite_count,id,in_reply_to_screen_name,in_reply_to_status_id,in_reply_to_user_id,lang,place,possibly_sensitive,quote_id,retweet_count,retweet_id,retweet_screen_name,source,text,tweet_url,user_created_at,user_id,user_default_profile_image,user_description,user_favourites_count,user_followers_count,user_friends_count,user_listed_count,user_location,user_name,user_screen_name,user_statuses_count,user_time_zone,user_urls,user_verified
,Wed Mar 01 09:00:00 +0000 2023,cafe,,,42,1740000000000000001,,,,fr,,,,7,,,x,Nouveau @atelier_nova,https://twitter.com/cafe_lumen/status/1740000000000000001,Wed Mar 01 09:00:00 +0000 2013,2001,false,Torref,1,1500,90,2,Lyon,Cafe,cafe_lumen,10,,,false
,Wed Mar 01 09:05:00 +0000 2023,cafe,,,0,1740000000000000002,,,,fr,,,,7,1740000000000000001,cafe_lumen,x,RT @cafe_lumen: Nouveau @atelier_nova,https://twitter.com/nina/status/1740000000000000002,Wed Mar 01 09:00:00 +0000 2013,2002,false,Torref,1,90,90,2,Lyon,Nina,nina,10,,,false
,Wed Mar 01 09:10:00 +0000 2023,cafe,,,3,1740000000000000003,cafe_lumen,1740000000000000001,2001,fr,,,,0,,,x,@cafe_lumen oui,https://twitter.com/omar/status/1740000000000000003,Wed Mar 01 09:00:00 +0000 2013,2003,false,Torref,1,40,90,2,Lyon,Omar,omar,10,,,false
"#,
    );
    tells_of_a_post_passed_on(&found, "posts");
}

#[test]
fn facepager() {
    let found = import(
        r#"path;id;parent_id;level;object_id;object_type;query_status;query_time;query_type;from.name;created_time;type;link;picture;full_picture;comments.summary.total_count;shares.count;reactions.summary.total_count;like.summary.total_count;love.summary.total_count;message
x;1;None;0;100_1;data;fetched (200);2023-03-02 09:00:00;Facebook:/<page>/posts;Café Lumen;2023-03-01T09:00:00+0000;photo;https://l;p;p;3;7;42;40;2;Notre torréfacteur
x;2;None;0;100_2;data;fetched (200);2023-03-02 09:00:00;Facebook:/<page>/posts;Café Lumen;2023-03-01T10:00:00+0000;photo;https://l;p;p;1;2;4;4;0;Encore
"#,
    );
    gives(&found, "posts", 2, &[]);
}

#[test]
fn posts_as_a_french_marketer_heads_them() {
    let found = import(
        r#"Date de publi;Compte;Lien profil;Abonnés;Contenu;Nb de likes;Nb de coms;Nb partages;Portée;Taux d'engagement;Lien post;Réseau
01/03/2023 09:00;@cafe_lumen;https://x.com/cafe_lumen;1 500;Nouveau @atelier_nova;42;1;7;1 200;3,4 %;https://x.com/cafe_lumen/status/1740000000000000001;X
14/03/2023 09:10;@omar;https://x.com/omar;40;@cafe_lumen oui;3;0;0;90;1,0 %;https://x.com/omar/status/1740000000000000003;X
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
    assert_eq!(found.followers("cafe_lumen"), 1500.0);
    assert_eq!(found.likes("1740000000000000001"), Some(42.0));
}

#[test]
fn influencers_as_a_french_marketer_heads_them() {
    let found = import(
        r#"Réseau;Compte;Lien profil;Nb abonnés;Nb posts;Taux d'engagement;J'aime moyens;Ville;Tarif post
Instagram;@lea.brule;https://www.instagram.com/lea.brule/;12 450;320;3,4 %;423;Lyon;350 €
TikTok;@omar;https://www.tiktok.com/@omar;1,2 M;90;8,05 %;96 600;Bruxelles;1 200 €
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!(found.followers("lea.brule"), 12450.0);
    assert_eq!(found.followers("omar"), 1200000.0);
}

#[test]
fn influencers_as_a_german_marketer_heads_them() {
    let found = import(
        r#"Influencer;Kanal;Profil-Link;Anzahl Follower;Engagement-Rate;Reichweite;Ø Likes;Land;Kosten pro Post
lea.brule;Instagram;https://www.instagram.com/lea.brule/;12.450;3,4 %;9.000;423;Deutschland;350 €
omar;TikTok;https://www.tiktok.com/@omar;1,2 Mio.;8,05 %;300.000;96.600;Österreich;1.200 €
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!(found.followers("lea.brule"), 12450.0);
    assert_eq!(found.followers("omar"), 1200000.0);
}

#[test]
fn followers_of_bluesky_said_before_or_behind_whose_they_are() {
    let people = r#""followers":[{"did":"did:plc:b","handle":"nina.bsky.social"},{"did":"did:plc:c","handle":"omar.bsky.social"}]"#;
    let of = r#""subject":{"did":"did:plc:aaa","handle":"cafe.bsky.social"}"#;
    for text in [format!("{{{people},{of}}}"), format!("{{{of},{people}}}")] {
        let ties = ["nina.bsky.social follow cafe.bsky.social", "omar.bsky.social follow cafe.bsky.social"];
        gives(&import(text), "bluesky_api", 3, &ties);
    }
}

#[test]
fn the_header_once_more_among_few_rows_says_nothing_of_the_values() {
    let found = import("Pseudo;Abonnés;Likes\nlea;1500;3\nPseudo;Abonnés;Likes\n");
    assert_eq!(found.rows(), (2, 1, 1, 0));
    assert_eq!(found.followers("lea"), 1500.0);
}

#[test]
fn names_of_columns_in_dutch_and_italian() {
    for header in [
        "Gebruikersnaam;Bericht;Geplaatst op;Aantal vind-ik-leuks;Volgers;Link",
        "Nome utente;Testo;Pubblicato il;Mi piace;Follower;Link al post",
    ] {
        let rows = "cafe_lumen;Nieuw @atelier_nova;2023-03-01 09:00;42;1500;https://x.com/cafe_lumen/status/1740000000000000001";
        let found = import(format!("{header}\n{rows}\n"));
        gives(&found, "posts", 1, &["cafe_lumen mention atelier_nova"]);
        assert_eq!(found.followers("cafe_lumen"), 1500.0);
        assert_eq!(found.likes("1740000000000000001"), Some(42.0), "{header}");
        assert!(found.receipt.first_time.is_some(), "{header}");
    }
}
