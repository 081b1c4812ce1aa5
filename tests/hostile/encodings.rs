use crate::options;
use crate::support::{code, import, import_with};

const FRENCH: &str =
    "auteur;texte;date\nzoe;« L’été à Nîmes, c’est ça » — 5 €;2024-03-01\nomar;Ça marche, @zoe;2024-03-02\n";

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
}

fn in_encoding(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{}", encoding.name());
    bytes.into_owned()
}

/// `encoding_rs` only decodes this one.
fn macintosh(text: &str) -> Vec<u8> {
    let of = |c: char| (0x80..=0xFF).find(|&b| encoding_rs::MACINTOSH.decode(&[b]).0 == c.to_string());
    text.chars().map(|c| if c.is_ascii() { c as u8 } else { of(c).unwrap() }).collect()
}

#[test]
fn enc_1_a_byte_order_mark_is_no_part_of_the_first_name() {
    let got = import([b"\xef\xbb\xbf", FRENCH.as_bytes()].concat());
    assert_eq!((got.receipt.encoding, got.receipt.columns[0].name.as_str()), ("utf-8", "auteur"));
    assert_eq!(got.ties(), ["omar mention zoe"]);
    let json = "\u{feff}{\"id_str\":\"1\",\"created_at\":\"Fri Mar 01 09:00:00 +0000 2024\",\"text\":\"x\",\"user\":{\"screen_name\":\"lea\"}}";
    assert_eq!(import(json).rows(), (1, 1, 0, 0));
}

#[test]
fn enc_2_and_3_utf16_with_a_mark_and_without() {
    let plain = import(FRENCH);
    for (little, name) in [(true, "utf-16le"), (false, "utf-16be")] {
        for mark in ["\u{feff}", ""] {
            let got = import(utf16(&format!("{mark}{FRENCH}"), little));
            assert_eq!(got.receipt.encoding, name);
            assert_eq!((got.posts(), got.ties(), got.rows()), (plain.posts(), plain.ties(), plain.rows()));
        }
    }
    // Half a unit and half a pair at the end cost a character.
    let mut torn = utf16("author,text\nlea,bonjour \u{1f600}", true);
    torn.truncate(torn.len() - 1);
    let got = import(&torn);
    assert_eq!((got.rows().1, got.posts()[0].ends_with('\u{fffd}')), (1, true));
}

#[test]
fn enc_4_windows_and_macintosh_are_told_by_their_bytes() {
    let plain = import(FRENCH);
    for (bytes, name) in
        [(in_encoding(FRENCH, encoding_rs::WINDOWS_1252), "windows-1252"), (macintosh(FRENCH), "macintosh")]
    {
        let got = import(&bytes);
        assert_eq!(got.receipt.encoding, name);
        assert_eq!((got.posts(), got.ties()), (plain.posts(), plain.ties()), "{name}");
    }
    // The classic Mac ends lines with CR alone.
    let got = import(macintosh(&FRENCH.replace('\n', "\r")));
    assert_eq!((got.receipt.encoding, got.posts()), ("macintosh", plain.posts()));
}

#[test]
fn enc_5_text_encoded_twice_is_restored_counted_and_can_be_left() {
    let broken = |text: &str| -> String {
        text.bytes()
            .map(|b| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[b]).0.into_owned())
            .collect()
    };
    let plain = import(FRENCH);
    for times in 1..=3 {
        let twice = (0..times).fold(FRENCH.to_string(), |text, _| broken(&text));
        let got = import(&twice);
        assert_eq!((got.posts(), got.ties()), (plain.posts(), plain.ties()), "{times} times");
        assert_eq!(got.issues(), ["text.double_encoded×2"]);
        assert_eq!(got.receipt.repaired, 2);
    }
    let left = import_with(broken(FRENCH).as_bytes(), options(|o| o.repair_text = Some(false)));
    assert!(left.issues().is_empty() && left.posts()[1].contains("Ã§a"), "{:?}", left.posts());

    // Names of columns as well, or nothing would be recognised.
    let names = import(broken("compte;abonnés\n@zoé;12 500\n"));
    assert_eq!(names.roles(), ["compte=author", "abonnés=followers"]);

    // Meta writes each byte of UTF-8 as an escape of its own.
    let meta = r#"{"id_str":"1","created_at":"Fri Mar 01 09:00:00 +0000 2024","text":"Cr\u00c3\u00a8me \u00f0\u009f\u0098\u0080","user":{"screen_name":"lea","name":"Zo\u00c3\u00a9"}}"#;
    let got = import(meta);
    assert!(got.posts()[0].ends_with("Crème 😀"), "{:?}", got.posts());
    assert_eq!((got.name("lea"), got.issues()), (Some("Zoé"), vec!["text.double_encoded×1".to_string()]));
    let left = import_with(meta.as_bytes(), options(|o| o.repair_text = Some(false)));
    assert_eq!((left.name("lea"), left.issues()), (Some("ZoÃ©"), vec![]));
}

#[test]
fn enc_5_sound_text_is_never_touched() {
    let got = import(
        "author,text\nlea,CAFÉ\u{a0}! « le café\u{a0}» É’\nomar,\"SÃO PAULO, AÇÃO, Â, Ã£\"\nnina,Привет мир\n",
    );
    assert!(got.issues().is_empty(), "{:?}", got.issues());
    assert_eq!(got.rows(), (3, 3, 0, 0));
}

#[test]
fn enc_6_bytes_that_are_no_text_cost_a_character_and_are_counted() {
    let mut bytes = "auteur;texte\n".as_bytes().to_vec();
    for i in 0..200 {
        bytes.extend_from_slice(format!("zoé{i};déjà vu\n").as_bytes());
    }
    bytes.extend_from_slice(b"omar;coup\xc3\nnina;\xf0\x9f\x98 \xfe\xff\n");
    let got = import(&bytes);
    assert_eq!((got.receipt.encoding, got.rows()), ("utf-8", (202, 202, 0, 2)));
    assert_eq!(got.issues(), ["text.invalid_bytes×2"]);
    let issue = &got.receipt.issues[0];
    assert_eq!((issue.places[0].row, issue.places[0].line), (201, 202));
}

#[test]
fn enc_7_the_encoding_can_be_chosen() {
    let cyrillic = "author;text\nlea;Привет\n";
    let polish = "author;text\nlea;Zażółć gęślą jaźń\n";
    let turkish = "author;text\nlea;Şişli’de ığdır\n";
    let euro = "author;text\nlea;Œuvre à 5 €\n";
    for (text, encoding, name) in [
        (cyrillic, encoding_rs::WINDOWS_1251, "windows-1251"),
        (polish, encoding_rs::WINDOWS_1250, "windows-1250"),
        (turkish, encoding_rs::WINDOWS_1254, "windows-1254"),
        (euro, encoding_rs::ISO_8859_15, "iso-8859-15"),
        (euro, encoding_rs::WINDOWS_1252, "latin1"),
    ] {
        let bytes = in_encoding(text, encoding);
        let got = import_with(&bytes, options(|o| o.encoding = Some(name.into())));
        assert_eq!(got.posts(), import(text).posts(), "{name}");
        if name != "latin1" {
            assert_eq!(got.receipt.encoding, name);
        }
    }
    let got = import_with(
        &utf16("author;text\nlea;été\n", false),
        options(|o| o.encoding = Some("utf-16be".into())),
    );
    assert!(got.posts()[0].ends_with("été"));
    // UTF-8 read as Latin-1 on the user's word is what it says: mended all the same.
    let got = import_with(FRENCH.as_bytes(), options(|o| o.encoding = Some("windows-1252".into())));
    assert_eq!((got.receipt.encoding, got.posts()), ("windows-1252", import(FRENCH).posts()));
}

#[test]
fn names_do_not_matter() {
    assert_eq!(code("\0\0\0\0\0\0\0\0"), "format.unsupported");
    assert_eq!(code([0xff, 0xfe]), "file.blank");
    assert_eq!(code([0xef, 0xbb, 0xbf]), "file.blank");
}
