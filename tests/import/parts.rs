//! One file read by two engines: the study and the receipt are those of one engine.

use sillage::issue::Receipt;
use sillage::model::Piece;
use sillage::platform::ImportOptions;
use sillage::session::Session;
use std::fmt::Write;

/// Bytes that must lie before a part.
const HEAD: usize = sillage::limits::SNIFF_BYTES;

fn options() -> ImportOptions {
    ImportOptions { today: Some(1.8e12), ..ImportOptions::default() }
}

fn ended(mut session: Session, file: usize) -> (String, String) {
    let receipt: Receipt = session.finish_file(file).unwrap();
    assert_eq!(receipt.seen, receipt.kept + receipt.dropped);
    session.analyse().unwrap();
    (serde_json::to_string_pretty(&receipt).unwrap(), session.result_hash().unwrap())
}

fn alone(bytes: &[u8], first: Option<&[u8]>) -> (String, String) {
    let mut session = Session::new();
    if let Some(first) = first {
        let file = session.begin_file("first", options()).unwrap();
        session.push(file, first).unwrap();
        session.finish_file(file).unwrap();
    }
    let file = session.begin_file("file", options()).unwrap();
    bytes.chunks(100_000).for_each(|slice| session.push(file, slice).unwrap());
    ended(session, file)
}

/// What became of the pieces.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Shared {
    /// So many were taken in, the last one included.
    All(usize),
    /// So many were taken in, the rest was read by the first engine.
    Some(usize),
    /// The file cannot be shared.
    No,
}

struct Way<'a> {
    /// Where parts begin and end.
    parts: Vec<(usize, usize)>,
    /// Bytes of a piece.
    slice: usize,
    /// Pieces that come before the second engine is lost.
    pieces: usize,
    /// A file read before.
    first: Option<&'a [u8]>,
}

impl Way<'_> {
    fn from(at: usize) -> Self {
        Way { parts: vec![(at, usize::MAX)], slice: 20_000, pieces: usize::MAX, first: None }
    }
}

fn shared(bytes: &[u8], way: Way<'_>) -> (Shared, (String, String)) {
    let mut session = Session::new();
    if let Some(first) = way.first {
        let file = session.begin_file("first", options()).unwrap();
        session.push(file, first).unwrap();
        session.finish_file(file).unwrap();
    }
    let file = session.begin_file("file", options()).unwrap();
    let push = |session: &mut Session, to: usize| {
        let from = session.resume(file).unwrap() as usize;
        bytes[from..to].chunks(70_001).for_each(|slice| session.push(file, slice).unwrap());
    };
    let mut helper = Session::new();
    let can = helper.begin_parts("file", options(), &bytes[..HEAD]).unwrap();
    let (mut taken, mut all) = (0, false);
    for (at, end) in way.parts.into_iter().filter(|_| can) {
        let end = end.min(bytes.len());
        let Some(start) = helper.next_part(at as u64, &bytes[at..]).unwrap() else { continue };
        push(&mut session, start as usize);
        let mut slices = bytes[at..end].chunks(way.slice).peekable();
        all = false;
        while let Some(slice) = slices.next() {
            if taken == way.pieces {
                break;
            }
            let ended = slices.peek().is_none();
            let (half, rest) = slice.split_at(slice.len() / 2);
            assert_eq!(helper.read_part(half, false, false).unwrap(), Piece::default());
            let piece = helper.read_part(rest, true, ended && end == bytes.len()).unwrap();
            if !piece.head.is_empty() {
                if !session.read_piece(file, piece.lend()).unwrap() {
                    break;
                }
                taken += 1;
            }
            all = ended;
        }
    }
    push(&mut session, bytes.len());
    let how = match (can, all) {
        (false, _) => Shared::No,
        (_, true) => Shared::All(taken),
        (_, false) => Shared::Some(taken),
    };
    (how, ended(session, file))
}

/// Invented posts: the same few accounts in both halves, posts met again with other counters and other names in them,
/// dates and numbers that cannot be read, rows without an author, totals at the end.
fn posts(rows: usize, text: impl Fn(usize) -> String) -> String {
    let mut file =
        String::from("id,author,author_id,date,text,retweet_of,reply_to,likes,followers,lang,url\n");
    let mut state = 42_u64;
    let mut random = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 0..rows {
        let id = if random(6) == 0 { 1_000_000 + random(rows as u64) } else { 1_000_000 + row as u64 };
        let who = random(900);
        let author = match random(40) {
            0 => String::new(),
            1 => format!("@Compte_Tres_Long_{who}"),
            2 => format!("NOM{who}"),
            _ => format!("nom{who}"),
        };
        let author_id =
            if random(5) == 0 { format!("{}", 5_000 + who + random(2) * 7) } else { String::new() };
        let date = match random(200) {
            0 => "hier".to_owned(),
            1 => "2031-01-01 10:00".to_owned(),
            n => format!("2024-03-{:02} {:02}:15", 1 + n % 28, random(24)),
        };
        let other = |n: u64| if n == 0 { format!("nom{who}") } else { format!("Nom{}", who / 2) };
        let (repost, reply) = match random(5) {
            0 => (other(1), String::new()),
            1 => (String::new(), other(random(9))),
            _ => (String::new(), String::new()),
        };
        let likes = if random(90) == 0 { "beaucoup".to_owned() } else { random(500).to_string() };
        let lang = ["fr", "en", "", "ca", "pt"][random(5) as usize];
        let _ = writeln!(
            file,
            "{id},{author},{author_id},{date},{},{repost},{reply},{likes},{},{lang},https://x.com/nom{who}/status/{id}",
            text(row),
            random(10_000)
        );
    }
    file.push_str("Total,,,,,,,12345,,,\n");
    file
}

fn plain(row: usize) -> String {
    format!("bonjour @nom{} et @Nom{} #cafe{} été", row % 50, row % 7, row % 11)
}

/// Every way of sharing a file gives what one engine gives.
#[track_caller]
fn same(bytes: &[u8]) -> Shared {
    let one = alone(bytes, None);
    let mut seen = None;
    let late = bytes.len() - 40_000;
    let ways = [
        (vec![(HEAD, usize::MAX)], 20_000, usize::MAX),
        (
            vec![(HEAD + 3_333, HEAD + 15_000), (HEAD + 33_333, late - 5_000), (late, usize::MAX)],
            6_000,
            usize::MAX,
        ),
        (vec![(late, usize::MAX)], usize::MAX, usize::MAX),
        (vec![(HEAD, usize::MAX)], 9_000, 3),
    ];
    for (parts, slice, pieces) in ways {
        let (how, two) = shared(bytes, Way { parts: parts.clone(), slice, pieces, first: None });
        assert_eq!(two.0, one.0, "receipt: {how:?}, {parts:?} by {slice}");
        assert_eq!(two.1, one.1, "result: {how:?}, {parts:?} by {slice}");
        seen.get_or_insert(how);
    }
    seen.unwrap()
}

#[test]
fn two_engines_find_what_one_finds() {
    let file = posts(3_600, plain);
    let how = same(file.as_bytes());
    assert!(matches!(how, Shared::All(pieces) if pieces > 5), "{how:?}");
    let truncated = &file.as_bytes()[..file.len() - 60];
    assert!(matches!(same(truncated), Shared::All(_)));
    let marked = [b"\xef\xbb\xbf", file.as_bytes()].concat();
    assert!(matches!(same(&marked), Shared::All(_)));
}

#[test]
fn the_fingerprint_is_the_same_across_its_blocks() {
    let file = posts(22_000, plain);
    let block = sillage::ingest::fingerprint::BLOCK as usize;
    assert!(file.len() > 2 * block + 5_000);
    let one = alone(file.as_bytes(), None);
    for pieces in [usize::MAX, 2] {
        let parts = vec![(block, block + 200_000), (2 * block, usize::MAX)];
        let way = Way { parts, slice: 300_000, pieces, first: None };
        assert_eq!(shared(file.as_bytes(), way).1, one);
    }
}

#[test]
fn a_file_after_another_one_is_shared_too() {
    let first = posts(800, plain);
    let file = posts(3_600, plain);
    let one = alone(file.as_bytes(), Some(first.as_bytes()));
    let (how, two) = shared(file.as_bytes(), Way { first: Some(first.as_bytes()), ..Way::from(HEAD) });
    assert!(matches!(how, Shared::All(_)), "{how:?}");
    assert_eq!(two, one);
    // A copy of it is seen to be one, and taken back.
    let one = alone(file.as_bytes(), Some(file.as_bytes()));
    let (how, two) = shared(file.as_bytes(), Way { first: Some(file.as_bytes()), ..Way::from(HEAD) });
    assert!(matches!(how, Shared::All(_)), "{how:?}");
    assert!(one.0.contains("file.duplicate"));
    assert_eq!(two, one);
}

#[test]
fn line_breaks_inside_quotes_are_told_from_the_ends_of_records() {
    let text = |row: usize| {
        format!("\"un, deux\n{}\ntrois \"\"mots\"\" @nom{}\né\"", "x".repeat(row % 90), row % 60)
    };
    assert!(matches!(same(posts(3_600, text).as_bytes()), Shared::All(_)));
    let crlf = posts(3_600, text).replace('\n', "\r\n");
    assert!(matches!(same(crlf.as_bytes()), Shared::All(_)));
}

#[test]
fn a_part_that_begins_inside_quotes_is_read_again() {
    // A text that looks like rows, so that no look at it can tell.
    let row = "9,nom1,,2024-03-01 10:00,salut @nom3,,,3,3,fr,https://x.com/nom1/status/9\n";
    let text = |n: usize| if n == 2_080 { format!("\"{}\"", row.repeat(450)) } else { plain(n) };
    let file = posts(3_600, text);
    let from = file.find(row).unwrap();
    let one = alone(file.as_bytes(), None);
    assert!(from < HEAD && from + 450 * row.len() > HEAD + 10_000, "{from}");
    // The quoted text is kept while it may still close, and read as rows when it is too long for that.
    assert_eq!(shared(file.as_bytes(), Way::from(HEAD)), (Shared::Some(0), one));
}

#[test]
fn quotes_that_never_close_count_in_both_parts() {
    // Few enough for quotes to stay quotes to the end, then so many that they become ordinary characters.
    for every in [60, 11] {
        let text = |row: usize| if row % every == 3 { format!("\"jamais ferme {row}") } else { plain(row) };
        let how = same(posts(3_600, text).as_bytes());
        assert_ne!(how, Shared::No);
    }
}

#[test]
fn ragged_rows_and_comments_and_other_separators() {
    let ragged = posts(3_600, plain).lines().enumerate().fold(String::new(), |mut all, (n, line)| {
        let line = if n % 3 == 1 { line.rsplit_once(',').unwrap().0 } else { line };
        let _ = writeln!(all, "{line}{}", if n % 5 == 4 { ",,trop\n" } else { "" });
        all
    });
    assert_ne!(same(ragged.as_bytes()), Shared::No);
    let tabs = posts(3_600, plain).replace(',', "\t");
    assert!(matches!(same(tabs.as_bytes()), Shared::All(_)));
    let edges: String = (0..40_000).fold("# Nodes: 500\n500 40000\n".into(), |mut all, n| {
        let _ = writeln!(all, "{} {} {}", n * 7 % 500, n * n % 499, 1 + n % 3);
        all
    });
    assert!(matches!(same(edges.as_bytes()), Shared::All(_)));
}

#[test]
fn other_encodings_are_shared_where_each_byte_is_text() {
    let file = posts(3_600, |row| plain(row).replace('é', if row > 2_900 { "é" } else { "e" }));
    // Nothing but ASCII at first; then what decides the encoding, in the second part.
    assert!(matches!(same(file.as_bytes()), Shared::All(_)));
    let western: Vec<u8> = file.chars().map(|c| c as u32 as u8).collect();
    assert!(matches!(same(&western), Shared::All(_)));
    // Decided by the first part in one way, and by the second in another.
    let mut both =
        posts(3_600, |row| plain(row).replace('é', if row < 2_500 { "e" } else { "é" })).into_bytes();
    let late = both.len() - 30_000;
    let first = both.windows(2).position(|pair| pair == "é".as_bytes()).unwrap();
    assert!((HEAD..late).contains(&first));
    both[first] = b'a';
    both[first + 1] = 0xe9;
    same(&both);
    let utf16: Vec<u8> = file.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(same(&utf16), Shared::No);
}

#[test]
fn lines_of_json_are_shared() {
    let mut file = String::new();
    for row in 0..3_000 {
        let _ = match row % 97 {
            5 => writeln!(file, "{{\"broken\": "),
            6 => writeln!(file),
            _ => writeln!(
                file,
                "{{\"id_str\":\"{}\",\"created_at\":\"Fri Mar 01 10:{:02}:00 +0000 2024\",\"full_text\":\"{}\",\
                 \"user\":{{\"id_str\":\"{}\",\"screen_name\":\"Nom{}\",\"followers_count\":{row}}},\"retweet_count\":1}}",
                7_000 + row % 2_500,
                row % 60,
                plain(row),
                50 + row % 90,
                row % 90,
            ),
        };
    }
    assert!(matches!(same(file.as_bytes()), Shared::All(_)));
    // An array has no such places.
    let array =
        format!("[{}]", file.lines().filter(|line| line.ends_with("}")).collect::<Vec<_>>().join(",\n"));
    assert_eq!(same(array.as_bytes()), Shared::No);
}

#[test]
fn damaged_pieces_are_errors() {
    let file = posts(3_600, plain);
    let bytes = file.as_bytes();
    let mut helper = Session::new();
    assert!(helper.begin_parts("file", options(), &bytes[..HEAD]).unwrap());
    let start = helper.next_part(HEAD as u64, &bytes[HEAD..]).unwrap().unwrap();
    let piece = helper.read_part(&bytes[HEAD..], true, true).unwrap();
    let cut = |part: &[u8], eighths: usize| part[..part.len() * eighths / 8].to_vec();
    for eighths in 0..8 {
        for which in 0..3 {
            let mut damaged = piece.clone();
            match which {
                0 => damaged.head = cut(&piece.head, eighths),
                1 => damaged.records = cut(&piece.records[1..], eighths),
                _ => damaged.texts = cut(&piece.texts, eighths),
            }
            let mut session = Session::new();
            let id = session.begin_file("file", options()).unwrap();
            session.push(id, &bytes[..start as usize]).unwrap();
            let read = session.read_piece(id, damaged.lend());
            let nothing_left = which == 1 && eighths == 0;
            assert!(nothing_left || read.unwrap_err().code() == "argument.invalid", "{which} {eighths}");
        }
    }
}
