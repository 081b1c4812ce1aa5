use crate::common::study;
use crate::support::import;
use serde_json::json;
use sillage::query::RankingQuery;

#[test]
fn who_1_forms_of_one_handle_are_one_account() {
    let got = import(
        "author,text,url\n@Zoe,a,https://x.com/Zoe/status/1\nzoe,b,https://x.com/zoe/status/2\nhttps://x.com/ZOE/,c,https://x.com/zoe/status/3\nomar,bonjour @zOe,https://x.com/omar/status/4\n",
    );
    assert_eq!(got.ties(), ["omar mention zoe"]);
    assert_eq!(got.posts().iter().filter(|p| p.starts_with("zoe ")).count(), 3);
}

#[test]
fn who_2_look_alikes_stay_two_accounts() {
    let got = import("author,text\nраypal,a\npaypal,b\nomar,@paypal oui\n");
    assert_ne!(got.find("раypal"), got.find("paypal"));
    assert_eq!(got.ties(), ["omar reply paypal"]);
}

#[test]
fn who_3_a_row_of_nobody_is_dropped_with_its_reason() {
    let got = import("author,text,likes\n[deleted],a,3\n,b,2\nlea,@omar bonjour,1\nNA,c,4\n");
    assert_eq!((got.rows(), got.issues()), ((4, 1, 3, 0), vec!["row.no_author×3".to_string()]));
    // Whoever is only named is an account too.
    assert_eq!(got.ties(), ["lea reply omar"]);
}

#[test]
fn who_4_one_handle_on_two_networks_is_two_accounts() {
    let got = import("author,text,platform\nzoe,bonjour @omar,X\nzoe,salut @omar,Instagram\n");
    assert_eq!(got.ties().len(), 2);
    assert_eq!(got.accounts(), 4);
}

fn hash(files: &[(&str, &[u8])]) -> String {
    study(files, 1 << 16, json!({})).result_hash().unwrap()
}

#[test]
fn mrg_1_overlaps_and_copies_in_any_order_give_one_result() {
    let early = "id,author,text,date,likes,collected_at\n1,lea,a @omar,2024-03-01,3,2024-03-02\n2,omar,b,2024-03-01,5,2024-03-02\n";
    let late = "id,author,text,date,likes,collected_at\n2,omar,b,2024-03-01,9,2024-03-09\n3,nina,c @lea,2024-03-03,1,2024-03-09\n";
    let (a, b) = (("a.csv", early.as_bytes()), ("b.csv", late.as_bytes()));
    let expected = hash(&[a, b]);
    assert_eq!(hash(&[b, a]), expected);
    assert_eq!(hash(&[a, b, a]), expected, "the same file twice");
    assert_eq!(hash(&[a, b, ("copy.csv", late.as_bytes())]), expected);
    let session = study(&[a, b], 7, json!({}));
    assert_eq!(session.summary().unwrap().posts, 3);
    // The newest reading of a counter wins, and is never added to the older one.
    let omar = session.account_named("omar").unwrap();
    assert_eq!(omar.evidence[0].likes, Some(9.0));
}

#[test]
fn mrg_1_what_one_export_leaves_out_another_adds() {
    let cut = ("cut.csv", &b"id,author,text,date\n1,lea,bonjour...,2024-03-01\n"[..]);
    let whole = (
        "whole.csv",
        &b"id,author,text,date,in reply to,mentions\n1,lea,bonjour @omar,2024-03-01,nina,omar nina\n"[..],
    );
    let ties = |files: &[(&str, &[u8])]| {
        study(files, 1 << 16, json!({})).summary().unwrap().ties.values().sum::<usize>()
    };
    assert_eq!(hash(&[cut, whole]), hash(&[whole, cut]));
    assert_eq!((ties(&[cut, whole]), ties(&[whole, cut])), (2, 2));
}

#[test]
fn mrg_2_a_study_without_a_file_is_the_study_that_never_had_it() {
    let a = ("a.csv", &b"author,text,date\nlea,bonjour @omar,2024-03-01\n"[..]);
    let b =
        ("b.csv", &b"author,text,date\nnina,salut @lea,2024-03-02\nzoe,RT @lea: bonjour,2024-03-02\n"[..]);
    let before = hash(&[a]);
    assert_ne!(hash(&[a, b]), before);
    assert_eq!(hash(&[a]), before);
}

#[test]
fn grf_1_small_and_odd_networks_have_finite_results() {
    let isolates: String = (0..2_000).map(|i| format!("acc{i},rien\n")).collect();
    let cases: Vec<(&str, String)> = vec![
        ("one account", "author,text\nlea,bonjour\n".into()),
        ("only ties with oneself", "source,target\nlea,lea\nomar,omar\n".into()),
        ("a star of two", "source,target\nlea,omar\n".into()),
        ("isolates", format!("author,text\n{isolates}")),
        ("parallel ties", "source,target\nlea,omar\nlea,omar\nlea,omar\n".into()),
        ("two islands", "source,target\na,b\nb,a\nc,d\n".into()),
        ("weights of zero and below", "source,target,weight\na,b,0\nb,c,-3\nc,a,2\n".into()),
        ("no weight that counts", "source,target,weight\na,b,0\nb,c,-1\n".into()),
    ];
    for (name, text) in cases {
        let session = study(&[("f.csv", text.as_bytes())], 4096, json!({}));
        let window = session.ranking(&RankingQuery { to: 50, ..RankingQuery::default() }).unwrap();
        for column in ["score", "reach", "relevance", "resonance"] {
            let Ok(values) = session.column(column) else { continue };
            assert!(values.iter().all(|v| !v.is_infinite()), "{name}: {column}");
        }
        assert!(window.rows.len() <= 50, "{name}");
    }
}
