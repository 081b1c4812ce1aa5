//! Telegram, Discord, Slack, Messenger, WhatsApp.

use crate::support::{import, import_bundle, import_with, try_import};
use sillage::platform::ImportOptions;

const TELEGRAM: &str = r#"{"name":"Café Lumen","type":"public_supergroup","id":55,"messages":[
{"id":2,"type":"message","date":"2024-03-01T10:01:00","date_unixtime":"1709283660","from":"Omar","from_id":"user2","reply_to_message_id":3,"text":"oui"},
{"id":1,"type":"service","date":"2024-03-01T10:00:00","actor":"Léa","actor_id":"user1","action":"create_group","text":""},
{"id":3,"type":"message","date":"2024-03-01T10:00:30","date_unixtime":"1709283630","from":"Léa","from_id":"user1",
 "text":["Bonjour ",{"type":"mention","text":"@nina_b"}," et ",{"type":"mention_name","text":"Omar","user_id":2}],
 "text_entities":[{"type":"plain","text":"Bonjour "},{"type":"mention","text":"@nina_b"},{"type":"plain","text":" et "},{"type":"mention_name","text":"Omar","user_id":2}],
 "reactions":[{"type":"emoji","count":3,"emoji":"❤","recent":[{"from":"Omar","from_id":"user2","date":"2024-03-01T10:05:00"}]}]},
{"id":4,"type":"message","date":"2024-03-01T10:02:00","from":null,"from_id":"user9","forwarded_from":"Léa","text":"à lire"},
{"id":5,"type":"message","date":"2024-03-01T10:03:00","from":"Omar","from_id":"user2","reply_to_message_id":99,"text":"perdu"}
]}"#;

#[test]
fn telegram_ties_answers_to_whoever_wrote_the_message_before_or_after() {
    let got = import(TELEGRAM);
    assert_eq!((got.receipt.format, got.rows()), ("telegram", (5, 4, 1, 0)));
    assert_eq!(got.issues(), ["chat.service×1"]);
    assert_eq!(
        got.ties(),
        ["léa mention nina_b", "léa mention omar", "omar like léa", "omar reply léa", "user9 repost léa"]
    );
    // The tie of an answer is counted, although its message was read later.
    assert_eq!((got.receipt.posts, got.receipt.ties), (4, 5));
    assert_eq!(got.likes("55/3"), Some(3.0));
    assert!(got.posts().iter().any(|p| p.ends_with("Bonjour @nina_b et Omar")), "{:?}", got.posts());
}

#[test]
fn telegram_numbers_messages_by_chat() {
    let chat = |id: u32, from: &str| {
        format!(
            r#"{{"name":"c{id}","type":"private_group","id":{id},"messages":[{{"id":1,"type":"message","date":"2024-03-01T10:00:00","from":"{from}","from_id":"user{id}","text":"a","text_entities":[]}},{{"id":2,"type":"message","date":"2024-03-01T10:01:00","from":"Omar","from_id":"user2","reply_to_message_id":1,"text":"b"}}]}}"#
        )
    };
    let all = format!(
        "{{\"about\":\"x\",\"chats\":{{\"about\":\"y\",\"list\":[{},{}]}}}}",
        chat(7, "Léa"),
        chat(8, "Nina")
    );
    let got = import(&all);
    assert_eq!(got.rows(), (4, 4, 0, 0));
    assert_eq!(got.ties(), ["omar reply léa", "omar reply nina"]);
    for chunk in [1, 7, 100] {
        assert_eq!(try_import(all.as_bytes(), chunk, ImportOptions::default()).unwrap().0, got.receipt);
    }
}

#[test]
fn discord() {
    let text = r#"{"guild":{"id":"1","name":"Lumen"},"channel":{"id":"2","name":"general"},"messages":[
{"id":"100","type":"Default","timestamp":"2024-03-01T10:00:00.5+01:00","content":"salut @omar","author":{"id":"11","name":"lea","nickname":"Léa","isBot":false},
 "mentions":[{"id":"12","name":"omar"}],"reactions":[{"emoji":{"name":"x"},"count":2,"users":[{"id":"12","name":"omar"}]}]},
{"id":"101","type":"Reply","timestamp":"2024-03-01T10:01:00+01:00","content":"oui","author":{"id":"12","name":"omar"},"mentions":[{"id":"11","name":"lea"}],"reactions":[],"reference":{"messageId":"100"}},
{"id":"102","type":"GuildMemberJoin","timestamp":"2024-03-01T10:02:00+01:00","content":"Joined the server.","author":{"id":"13","name":"nina"}},
{"id":"103","type":"Default","timestamp":"2024-03-01T10:03:00+01:00","content":"","author":{"id":"14","name":"Deleted User"},"mentions":[],"reactions":[]}
],"messageCount":4}"#;
    let got = import(text);
    assert_eq!((got.receipt.format, got.rows()), ("discord", (4, 3, 1, 0)));
    assert_eq!(got.ties(), ["lea mention omar", "omar like lea", "omar reply lea"]);
    assert_eq!((got.likes("100"), got.name("lea")), (Some(2.0), Some("Léa")));
    assert!(
        got.posts().contains(&"lea Original 100 Some(1709283600) salut @omar".to_string()),
        "{:?}",
        got.posts()
    );
}

#[test]
fn slack_is_joined_by_the_list_of_people_in_any_order() {
    let users: &[u8] = r#"[{"id":"U1","name":"lea","real_name":"Léa","profile":{"title":"Barista"}},{"id":"U2","name":"omar","profile":{}}]"#.as_bytes();
    let channels: &[u8] = br#"[{"id":"C1","name":"general","members":["U1","U2"]}]"#;
    let day: &[u8] = br#"[
{"type":"message","user":"U1","text":"Hi <@U2> &amp; all","ts":"1677661200.000100","thread_ts":"1677661200.000100","reply_count":1,"reactions":[{"name":"tada","users":["U2"],"count":1}]},
{"type":"message","user":"U2","text":"yes","ts":"1677661300.000200","thread_ts":"1677661200.000100"},
{"type":"message","subtype":"channel_join","user":"U2","text":"joined","ts":"1677661000.000000"},
{"type":"message","subtype":"bot_message","bot_id":"B1","text":"report","ts":"1677661001.000000"}]"#;
    let parts = [("users.json", users), ("channels.json", channels), ("general/2023-03-01.json", day)];
    let mut order = parts;
    order.reverse();
    for files in [parts, order] {
        let (receipts, got) = import_bundle("slack.zip", &files);
        let rows: Vec<_> = receipts.iter().map(|r| (r.format, r.seen, r.kept)).collect();
        assert!(rows.contains(&("slack", 4, 2)) && rows.contains(&("slack", 1, 0)), "{rows:?}");
        assert_eq!(got.ties(), ["lea mention omar", "omar like lea", "omar reply lea"]);
        assert_eq!(got.name("lea"), Some("Léa"));
        assert!(got.posts().iter().any(|p| p.ends_with("Hi <@U2> & all")), "{:?}", got.posts());
    }
}

#[test]
fn messenger_with_its_bytes_written_twice() {
    let text = r#"{"participants":[{"name":"L\u00c3\u00a9a"},{"name":"Omar"}],"messages":[
{"sender_name":"L\u00c3\u00a9a","timestamp_ms":1709283600000,"content":"d\u00c3\u00a9j\u00c3\u00a0 ?","reactions":[{"reaction":"\u00e2\u009d\u00a4","actor":"Omar"}]},
{"sender_name":"Omar","timestamp_ms":1709283660000,"content":"oui"},
{"sender_name":"Omar","timestamp_ms":1709283661000,"type":"Unsubscribe","content":"left"}],"title":"L\u00c3\u00a9a","thread_path":"inbox/lea_1"}"#;
    let got = import(text);
    assert_eq!((got.receipt.format, got.rows()), ("messenger", (3, 2, 1, 1)));
    assert_eq!(got.issues(), ["chat.service×1", "text.double_encoded×1", "chat.no_replies×1"]);
    assert_eq!(got.ties(), ["omar like léa"]);
    assert!(
        got.posts()[0].starts_with("léa Original") && got.posts()[0].ends_with("déjà ?"),
        "{:?}",
        got.posts()
    );
    let new = r#"{"participants":["Léa","Omar"],"threadName":"x","messages":[{"isUnsent":false,"senderName":"Léa","text":"bonjour","timestamp":1709283600000,"type":"text","reactions":[]}]}"#;
    assert_eq!(import(new).posts(), ["léa Original /1709283600000/Léa Some(1709283600) bonjour"]);
}

#[test]
fn whatsapp_by_lines() {
    let text = "\u{feff}13/09/2020 à 23:50 - Les messages et les appels sont chiffrés de bout en bout.\r\n\
        13/09/2020 à 23:51 - Léa a créé le groupe \"Café: le retour\"\r\n\
        13/09/2020 à 23:55 - Léa: bonjour @33612345678\r\n\
        deuxième ligne: oui\r\n\
        02/10/2020 à 00:05 - +33 6 12 34 56 78: salut \u{2068}\r\n\
        02/10/2020 à 00:05 - +33 6 12 34 56 78: salut \u{2068}\r\n\
        02/10/2020 à 00:06 - Omar: @\u{2068}Léa\u{2069} d'accord";
    let got = import(text);
    assert_eq!((got.receipt.format, got.rows()), ("whatsapp", (6, 4, 2, 0)));
    assert_eq!(got.issues(), ["chat.service×2", "chat.no_replies×1"]);
    assert_eq!(got.ties(), ["léa mention +33612345678", "omar mention léa"]);
    assert_eq!(got.receipt.posts, 4);
    assert!(
        got.posts().iter().any(|p| p.contains("bonjour @33612345678\ndeuxième ligne: oui")),
        "{:?}",
        got.posts()
    );
    assert!(
        got.posts().iter().any(|p| p.contains("Some(1601597100)")),
        "2 October, not 10 February: {:?}",
        got.posts()
    );
    assert!(got.receipt.questions.is_empty());
    for chunk in [1, 5, 64] {
        assert_eq!(try_import(text.as_bytes(), chunk, ImportOptions::default()).unwrap().0, got.receipt);
    }
}

#[test]
fn whatsapp_asks_when_no_date_tells_the_order() {
    let text = "12/9/20, 23:55 - Bob: hello\n12/9/20, 23:56 - Eve: hi\n";
    let got = import(text);
    let question = &got.receipt.questions[0];
    assert_eq!((question.kind, question.sample.as_str()), ("date", "12/9/20"));
    let shown: Vec<_> = question.readings.iter().map(|r| (r.option.day_first, r.shown.as_str())).collect();
    assert_eq!(shown, [(Some(true), "2020-09-12"), (Some(false), "2020-12-09")]);
    let answered = ImportOptions { day_first: Some(false), ..ImportOptions::default() };
    let got = import_with(text.as_bytes(), answered);
    assert!(got.receipt.questions.is_empty());
    assert!(got.posts()[0].contains("Some(1607558100)"), "{:?}", got.posts());
    // The days of a chat follow each other: that tells.
    let told = import("1/12/20, 10:00 - Bob: a\n2/1/20, 10:00 - Bob: b\n3/1/20, 10:00 - Bob: c\n");
    assert!(told.receipt.questions.is_empty());
}

#[test]
fn whatsapp_of_a_telephone_whose_title_signs() {
    let text = "[09/12/2020, 23:50:00] Café Lumen: \u{200e}Messages and calls are end-to-end encrypted.\n\
        [09/13/2020, 23:51:00] Café Lumen: \u{200e}Léa created this group\n\
        \u{200e}[09/13/2020, 23:52:00] Léa: \u{200e}image omitted\n\
        [09/13/2020, 23:53:00] ~\u{202f}Omar: ok\n";
    let got = import(text);
    assert_eq!(got.rows(), (4, 2, 2, 0));
    assert!(got.posts().iter().all(|p| p.starts_with("léa") || p.starts_with("omar")), "{:?}", got.posts());
}

#[test]
fn whatsapp_in_korean() {
    for text in [
        "2023. 12. 25. 오후 9:30 - 메시지와 통화는 종단간 암호화됩니다.\n2023. 12. 25. 오후 9:31 - 지민: 안녕 @821012345678\n2023. 12. 25. 오전 12:05 - Omar: 네\n",
        "[2023. 12. 25. 오후 9:30:01] 지민: \u{200e}메시지와 통화는 종단간 암호화됩니다.\n[2023. 12. 25. 오후 9:31:05] 지민: 안녕 @821012345678\n[2023. 12. 25. 오전 12:05:09] Omar: 네\n",
        "2023년 12월 25일 오후 9:30 - 메시지와 통화는 종단간 암호화됩니다.\n2023년 12월 25일 오후 9:31, 지민 : 안녕 @821012345678\n2023년 12월 25일 오전 12:05, Omar : 네\n",
    ] {
        let got = import(text);
        assert_eq!((got.receipt.format, got.rows()), ("whatsapp", (3, 2, 1, 0)), "{text}");
        assert_eq!(got.ties(), ["지민 mention +821012345678"]);
        let minute = 60_000.0;
        let times = (
            got.receipt.first_time.map(|t| (t / minute).floor()),
            got.receipt.last_time.map(|t| (t / minute).floor()),
        );
        assert_eq!(times, (Some(28_391_045.0), Some(28_392_331.0)));
        assert!(got.receipt.questions.is_empty());
    }
}
