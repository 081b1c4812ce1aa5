//! Tables of listening tools, planning tools and mailing tools, under the columns that they write. The rows are invented.

use crate::support::{gives, import, import_with};
use sillage::platform::ImportOptions;

#[test]
fn posts_of_pages_by_name_beside_their_addresses() {
    let found = import(
        r#"Date,Profile,Profile ID,Profile-URL,Content ID,Platform,Content type,Media type,Origin of the content,Title,Description,Author ID,Author name,Content,Link URL,View on platform,Organic interactions,Total interactions,Total reactions,Reactions - Like,Reactions - Love,Number of comments,Shares,Potential reach,Video views
2023-03-01T09:00:00+0100,Café Lumen,100200,https://www.facebook.com/cafelumen,100200_11,Facebook,post,photo,,,Notre @ateliernova,100200,Café Lumen,Notre @ateliernova,,https://www.facebook.com/cafelumen/posts/11,52,52,42,40,2,3,7,1500,
2023-03-14T09:00:00+0100,Nina,100300,https://www.facebook.com/ninapage,100300_12,Facebook,post,photo,,,Encore,100300,Nina,Encore,,https://www.facebook.com/ninapage/posts/12,5,5,4,4,0,1,0,90,
"#,
    );
    gives(&found, "posts", 2, &["cafelumen mention ateliernova"]);
    assert_eq!(found.likes("100200_11"), Some(42.0));
}

#[test]
fn own_posts_of_instagram_in_spanish() {
    let found = import(
        r#"Fecha;Tipo;Texto;URL;Impresiones;Alcance;Me gusta;Guardados;Comentarios;Compartidos;Interacciones;Engagement
2023-03-01 09:00:00;Post;Con @lea.brule;https://www.instagram.com/p/A1/;1200;900;42;4;3;7;56;6,2
2023-03-14 09:00:00;Post;Otra vez;https://www.instagram.com/p/A2/;1100;800;43;2;1;0;46;5,1
"#,
    );
    gives(&found, "posts", 2, &["(owner) mention lea.brule"]);
    assert_eq!((found.platform("(owner)"), found.issues()), ("instagram", vec!["posts.own×1".to_owned()]));
}

#[test]
fn shares_of_followers_are_no_followers() {
    let found = import(
        r#"Username,Full name,Profile URL,Platform,Followers,Engagement rate,Avg. likes,Avg. Reels plays,Country,City,Bio,Contact emails,Fake followers
lea.brule,Léa Brûlé,https://www.instagram.com/lea.brule/,instagram,12450,3.4%,423,9000,France,Lyon,Café et vélo,lea@example.com,12%
omar_v,Omar V,https://www.instagram.com/omar_v/,instagram,1.2M,8.05%,96600,300K,Belgium,Bruxelles,,,9%
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!((found.followers("lea.brule"), found.followers("omar_v")), (12_450.0, 1_200_000.0));
    assert_eq!(found.name("lea.brule"), Some("Léa Brûlé"));
}

#[test]
fn details_are_what_was_said() {
    let found = import(
        r#"Date;Title;Detail;URL;Source;Media type;Language;Country;Sentiment;Author;Author link;Followers;Gender;Reach;Interactions;Likes;Comments;Shares;Post type;Original author
2023-03-01 09:00;;Nouveau @atelier_nova;https://twitter.com/cafe_lumen/status/1740000000000000001;twitter.com;X;fr;FR;neutral;@cafe_lumen;https://twitter.com/cafe_lumen;1500;;1200;50;42;1;7;Post;
2023-03-01 09:05;;Nouveau @atelier_nova;https://twitter.com/nina/status/1740000000000000002;twitter.com;X;fr;FR;neutral;@nina;https://twitter.com/nina;90;;90;50;0;0;0;Repost;@cafe_lumen
2023-03-14 09:10;;@cafe_lumen oui;https://twitter.com/omar/status/1740000000000000003;twitter.com;X;fr;FR;positive;@omar;https://twitter.com/omar;40;;40;3;3;0;0;Reply;
"#,
    );
    gives(
        &found,
        "posts",
        3,
        &["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
    );
}

#[test]
fn articles_without_a_name_are_the_newspapers() {
    let found = import(
        r#"Published Date,Headline,Publication,Media Type,Author,Country,Language,Sentiment,Potential Reach,AVE,Text Extract,Article URL
01/03/2023,Dix cafés à Lyon,Le Journal,Online,Léa Brûlé,France,French,Positive,150000,1200,Le café Lumen ouvre,https://journal.example/a
14/03/2023,Cinq vélos,L'Autre,Online,,France,French,Neutral,9000,100,Un vélo,https://autre.example/b
"#,
    );
    gives(&found, "posts", 2, &[]);
    assert_eq!(found.name("l'autre").or(Some("")), Some(""));
    assert_eq!(found.accounts(), 2);
}

#[test]
fn companies_that_the_news_name_are_no_accounts() {
    let found = import(
        r#"News Date,News Headline,Outlet Name,Media Type,Contact,News Company Mentions,UVPM,Publicity Value,Tone,Country,Snippet,Link
03/01/2023,Dix cafés à Lyon,Le Journal,"Online, consumer",Léa Brûlé,Café Lumen,150000,1200,Positive,France,Le café Lumen ouvre,https://journal.example/a
03/14/2023,Cinq vélos,L'Autre,"Online, consumer",,Café Lumen,9000,100,Neutral,France,Un vélo,https://autre.example/b
"#,
    );
    gives(&found, "posts", 2, &[]);
    assert_eq!(found.accounts(), 2);
}

#[test]
fn a_mention_may_be_the_post_itself() {
    let found = import(
        r#"Mention ID,Date (UTC),Site Name,Site Type,Country,Language,Mention URL,Title,Content,Author,Author URL,Author Followers,Sentiment,Interactions,Likes,Shares,Comments,SynthesioRank
9001,2023-03-01 09:00:00,twitter.com,Microblog,FR,fr,https://twitter.com/cafe_lumen/status/1740000000000000001,,Nouveau @atelier_nova,cafe_lumen,https://twitter.com/cafe_lumen,1500,neutral,50,42,7,1,3
9002,2023-03-01 09:10:00,twitter.com,Microblog,FR,fr,https://twitter.com/omar/status/1740000000000000003,,@cafe_lumen oui,omar,https://twitter.com/omar,40,positive,3,3,0,0,2
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
    assert_eq!(found.likes("9001"), Some(42.0));
}

#[test]
fn handles_of_quoted_authors_come_before_their_names() {
    let found = import(
        r#"Post ID,Sound Bite Text,Title,Source Type,Post Type,Is Paid,Media Type,URL,Media URL,Domain,Published Date (GMT-05:00) New York,Author Gender,Author URL,Author Name,Author Handle,Author ID,Author Location - Country 1,Author Location - City 1,No. of Followers/Daily Unique Visitors,Professions,Interests,Positive Objects,Negative Objects,Richness,Tags,Quoted Post,Quoted Author Name,Quoted Author Handle,Total Engagements,Post Comments,Post Likes,Post Shares,Post Views,Product Name
1740000000000000001,Nouveau @atelier_nova,,Twitter,Original,0,No Media,http://twitter.com/cafe_lumen/statuses/1740000000000000001,,twitter.com,"Mar 1, 2023 9:00:00 AM",Unknown,http://twitter.com/cafe_lumen,Café Lumen,cafe_lumen,2001,France,Lyon,1500,,,,,0,,,,,50,1,42,7,0,
1740000000000000003,@cafe_lumen oui,,Twitter,Reply,0,No Media,http://twitter.com/omar/statuses/1740000000000000003,,twitter.com,"Mar 1, 2023 9:10:00 AM",Male,http://twitter.com/omar,Omar V,omar,2003,France,Lyon,40,,,,,0,,,,,3,0,3,0,0,
1740000000000000004,A lire,,Twitter,Quote,0,No Media,http://twitter.com/lea/statuses/1740000000000000004,,twitter.com,"Mar 14, 2023 9:10:00 AM",Male,http://twitter.com/lea,Léa,lea,2004,France,Lyon,60,,,,,0,,Nouveau @atelier_nova,Café Lumen,cafe_lumen,9,0,9,0,0,
"#,
    );
    gives(
        &found,
        "posts",
        3,
        &["cafe_lumen mention atelier_nova", "lea quote cafe_lumen", "omar reply cafe_lumen"],
    );
    assert_eq!(found.followers("cafe_lumen"), 1500.0);
}

#[test]
fn the_channel_of_a_chat_is_not_its_author() {
    let found = import(
        r#"{"FileInfo": {"Version": {"Major": 1}}, "streamer": {"name": "cafe_lumen", "id": 2001}, "video": {"title": "Live", "id": "177", "created_at": "2023-03-01T09:00:00Z", "start": 0, "end": 60}, "comments": [{"_id": "a1", "created_at": "2023-03-01T09:00:01.1Z", "channel_id": "2001", "content_type": "video", "content_id": "177", "content_offset_seconds": 1, "commenter": {"display_name": "Lea", "_id": "11", "name": "lea", "bio": null, "created_at": "2015-01-01T00:00:00Z"}, "message": {"body": "@omar salut", "bits_spent": 0, "fragments": [{"text": "@omar salut"}], "user_badges": []}}, {"_id": "a2", "created_at": "2023-03-01T09:00:05.1Z", "channel_id": "2001", "content_type": "video", "content_id": "177", "content_offset_seconds": 5, "commenter": {"display_name": "Omar", "_id": "12", "name": "omar", "bio": null}, "message": {"body": "oui", "bits_spent": 0, "fragments": [{"text": "oui"}]}}]}"#,
    );
    gives(&found, "posts", 2, &["lea reply omar"]);
}

#[test]
fn raw_text_of_forums() {
    let found = import(
        r#"post_id,topic_id,topic_title,username,created_at,post_number,reply_to_post_number,reply_to_username,raw,like_count,reads
11,5,Café,lea,2023-03-01 09:00:00 UTC,1,,,Bonjour @nina,3,30
12,5,Café,omar,2023-03-01 09:10:00 UTC,2,1,lea,oui,0,3
"#,
    );
    gives(&found, "posts", 2, &["lea mention nina", "omar reply lea"]);
}

#[test]
fn moments_of_forums_in_seconds() {
    let found = import(
        r#"post_id,topic_id,forum_id,poster_id,post_time,post_username,post_subject,post_text
11,5,2,101,1677661200,lea,Café,Bonjour à tous
12,5,2,102,1677661800,omar,Re: Café,oui
"#,
    );
    gives(&found, "posts", 2, &[]);
    assert_eq!(found.receipt.first_time, Some(1_677_661_200_000.0));
}

#[test]
fn tickets_by_mail_address() {
    let found = import(
        r#"Référence commande;Date de la commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Billet;Numéro de billet;Tarif;Montant tarif;Code Promo;Montant code promo
45678901;01/03/2023 09:00;Validé;Brûlé;Léa;Brûlé;Léa;lea@example.com;;Carte bancaire;Télécharger;99001;Plein tarif;25,00;;
45678902;14/03/2023 09:00;Validé;Verne;Omar;Verne;Omar;omar@example.com;;Carte bancaire;Télécharger;99002;Réduit;15,00;;
"#,
    );
    gives(&found, "contacts", 2, &[]);
    assert_eq!((found.accounts(), found.issues().contains(&"email.as_key×1".to_owned())), (2, true));
}

#[test]
fn audiences_of_mail_with_an_empty_address() {
    let found = import(
        r#"Adresse e-mail,Prénom,Nom de famille,Adresse,Numéro de téléphone,Date de naissance,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
lea@example.com,Léa,Brûlé,,,,2,,,2023-03-01 09:00:00,192.0.2.1,,,,,,,,2023-03-01 09:00:00,1001,abc1,,"""VIP"""
omar@example.com,Omar,Verne,,,,2,,,2023-03-14 09:00:00,192.0.2.1,,,,,,,,2023-03-14 09:00:00,1002,abc2,,
"#,
    );
    gives(&found, "contacts", 2, &[]);
    assert_eq!(found.accounts(), 2);
}

#[test]
fn names_that_are_all_handles_are_handles() {
    let found = import(
        r#""URL","https://www.instagram.com/p/A1/"
"Nested","1"
"Total comments","2"

"","","Name (click to view profile)","Profile ID","Date","Likes","Comment","(view source)"
"1","","lea.brule","501","2023-03-01 09:00:00 (UTC)","4","Top @nina","view comment"
"1-1","","omar_v","502","2023-03-01 09:10:00 (UTC)","0","@lea.brule merci","view comment"
"#,
    );
    gives(&found, "posts", 2, &["lea.brule mention nina", "omar_v reply lea.brule"]);
}

#[test]
fn channels_of_planned_posts() {
    let found = import(
        r#"Date,Channel,Channel Type,Post Text,Post Link,Tags,Impressions,Reach,Likes,Comments,Shares,Clicks,Engagement Rate
2023-03-01 09:00,cafe.lumen,instagram,Avec @lea.brule,https://www.instagram.com/p/A1/,,1200,900,42,3,7,2,4.2
2023-03-14 09:00,cafe.lumen,instagram,Encore,https://www.instagram.com/p/A2/,,1100,800,43,1,0,1,4.1
"#,
    );
    gives(&found, "posts", 2, &["cafe.lumen mention lea.brule"]);
    assert_eq!(found.platform("cafe.lumen"), "instagram");
}

#[test]
fn followers_of_mastodon_by_the_name_of_their_list() {
    let text = "Account address\nlea@piaille.example\nomar@mastodon.example\n";
    let named = |name: &str| crate::support::import_bundle("", &[(name, text.as_bytes())]).1;
    let ties = ["lea@piaille.example follow (owner)", "omar@mastodon.example follow (owner)"];
    gives(&named("followers.csv"), "mastodon_list", 2, &ties);
    gives(&named("muted_accounts.csv"), "mastodon_list", 2, &[]);
}

#[test]
fn press_reviews_without_anybody_are_not_the_users_own() {
    let text = "Date,Title,URL,Reach\n2023-03-01,Dix cafés,https://journal.example/a,900\n2023-03-02,Cinq,https://autre.example/b,80\n";
    assert_eq!(crate::support::code(text), "format.unknown");
    // Said by hand, it is read.
    let roles = [("URL".to_owned(), "author".to_owned())].into();
    assert_eq!(import_with(text.as_bytes(), ImportOptions { roles, ..ImportOptions::default() }).rows().1, 2);
}
