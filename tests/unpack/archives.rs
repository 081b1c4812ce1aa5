//! The cases ZIP-1 to ZIP-10, tar and gzip.

use crate::support::*;
use sillage::unpack::{Limits, drain, unpack};

#[test]
fn entries_come_in_the_order_of_the_directory() {
    let archive =
        zip(&[file("b.csv", b"b,1\n"), stored("a/c.csv", b"c"), file("empty.csv", b""), file("a/", b"")]);
    assert_eq!(told(&archive), ["b.csv: b,1\n", "a/c.csv: c", "empty.csv: -entry.empty"]);
}

#[test]
fn zip_1_a_bomb_is_stopped_and_the_others_are_read() {
    let zeros = vec![0; 110 << 20];
    let archive = zip(&[file("ok.csv", b"a,b\n"), file("bomb.csv", &zeros), file("after.csv", b"c\n")]);
    assert!(archive.len() < 4 << 20);
    assert_eq!(told(&archive), ["ok.csv: a,b\n", "bomb.csv: !entry.bomb 200", "after.csv: c\n"]);
    // Many entries that each stay below their own limit.
    let zeros = vec![0; 9 << 20];
    let one = file("0", &zeros);
    let many: Vec<File> =
        (0..8).map(|i| File { name: format!("{i}.csv").into_bytes(), ..one.clone() }).collect();
    let archive = zip(&many);
    let limits = Limits { ratio_from: 10 << 20, ratio: 100, ..Limits::default() };
    let out = drain(&archive, limits).unwrap();
    assert!(out <= (40 << 20) + (1 << 20) && out > 30 << 20, "{out}");
}

#[test]
fn zip_1_limits_are_counted_on_what_came_out() {
    let limits = Limits { entry_bytes: 1000, archive_bytes: 2500, entries: 4, ..Limits::default() };
    let text = vec![b'x'; 900];
    let files: Vec<File> = (0..5).map(|i| file(&format!("{i}.csv"), &text)).collect();
    let lines = |archive: &[u8], limits: &Limits| -> Vec<String> {
        let found = unpack("x", archive, limits.clone(), |_, _| true).unwrap();
        found.iter().map(|e| line(e).chars().take(40).collect()).collect()
    };
    assert_eq!(lines(&zip(&files), &limits).last().unwrap(), "2.csv: !limit.reached ARCHIVE_BYTES");
    let limits = Limits { archive_bytes: 1 << 30, ..limits };
    assert_eq!(lines(&zip(&files), &limits).last().unwrap(), "4.csv: !limit.reached ARCHIVE_ENTRIES");
    let long = [file("long.csv", &[b'x'; 1001]), file("b.csv", b"b")];
    assert_eq!(lines(&zip(&long), &limits), ["long.csv: !limit.reached ENTRY_BYTES", "b.csv: b"]);
}

#[test]
fn zip_2_sizes_that_lie_change_nothing() {
    let text = "id,author\n".repeat(50);
    let small = File { bytes: 11, ..file("small.csv", text.as_bytes()) };
    let large = File { bytes: u32::MAX - 1, ..file("large.csv", text.as_bytes()) };
    let descriptor = File { flags: 8, ..file("late.csv", text.as_bytes()) };
    let lines = told(&zip(&[small, large, descriptor]));
    assert_eq!(
        lines,
        [format!("small.csv: {text}"), format!("large.csv: {text}"), format!("late.csv: {text}")]
    );
}

#[test]
fn zip_3_entries_that_share_bytes_are_refused() {
    let one = file("a.csv", &b"hello ".repeat(100));
    let two = File { place: Some(0), ..file("b.csv", b"x") };
    assert_eq!(told(&zip(&[one, two])), ["! archive.overlap"]);
}

#[test]
fn zip_4_paths_that_lead_out_are_listed_and_not_read() {
    let names = ["../../evil.csv", "C:\\x.csv", "/abs.csv", "nul\0.csv"];
    let mut files: Vec<File> = names.iter().map(|name| file(name, b"evil")).collect();
    files.push(file("dir\\good.csv", b"good"));
    let lines = told(&zip(&files));
    assert_eq!(lines[..4], names.map(|name| format!("{name}: -entry.path")));
    assert_eq!(lines[4], "dir/good.csv: good");
    let mut archive = tar(&[("../evil.csv", b"evil"), ("good.csv", b"good")]);
    assert_eq!(told(&archive), ["../evil.csv: -entry.path", "good.csv: good"]);
    archive.truncate(512 + 512 + 512 + 2);
    assert_eq!(told(&archive), ["../evil.csv: -entry.path", "good.csv: go [archive.truncated 1]"]);
}

#[test]
fn zip_5_a_container_inside_is_opened_once() {
    let innermost = zip(&[file("deep.csv", b"deep")]);
    let inner = zip(&[file("in.csv", b"in"), file("innermost.zip", &innermost)]);
    let archive = zip(&[
        file("inner.zip", &inner),
        file("t.csv.gz", &gzip(b"packed")),
        file("all.tgz", &gzip(&tar(&[("x/y.csv", b"y")]))),
        file("out.csv", b"out"),
    ]);
    assert_eq!(
        told(&archive),
        [
            "inner.zip/in.csv: in",
            "inner.zip/innermost.zip: -entry.nested",
            "t.csv.gz/t.csv: packed",
            "all.tgz/x/y.csv: y",
            "out.csv: out"
        ]
    );
    let limits = Limits { nested_bytes: 10, ..Limits::default() };
    let found = unpack("x", &archive, limits, |_, _| true).unwrap();
    assert_eq!(line(&found[0]), "inner.zip: !limit.reached NESTED_BYTES");
    assert_eq!(line(found.last().unwrap()), "out.csv: out");
}

#[test]
fn zip_6_what_is_protected_says_so() {
    let locked = |name: &str| File { flags: 1, ..file(name, b"secret") };
    assert_eq!(told(&zip(&[locked("a.csv"), locked("b.csv")])), ["! archive.encrypted"]);
    let aes = File { method: 99, flags: 1, ..file("c.csv", b"secret") };
    assert_eq!(
        told(&zip(&[locked("a.csv"), file("b.csv", b"open"), aes])),
        ["a.csv: !entry.encrypted", "b.csv: open", "c.csv: !entry.encrypted"]
    );
}

#[test]
fn zip_7_broken_archives_are_named() {
    let good = zip(&[file("a.csv", b"abc"), file("b.csv", b"def")]);
    assert_eq!(told(&zip_with(&[file("a.csv", b"abc")], b"", 3)), ["! archive.multidisk"]);
    assert_eq!(told(&good[..good.len() - 30]), ["! archive.truncated"]);
    assert_eq!(told(&good[..20]), ["! archive.truncated"]);
    let wrong = File { sum: 1, ..file("a.csv", b"abc") };
    assert_eq!(told(&zip(&[wrong, file("b.csv", b"def")])), ["a.csv: !entry.damaged", "b.csv: def"]);
    let wrong = File { sum: 1, ..stored("a.csv", b"abc") };
    assert_eq!(told(&zip(&[wrong, file("b.csv", b"def")])), ["a.csv: !entry.damaged", "b.csv: def"]);
    let noise = File { packed: vec![0xff; 40], ..file("a.csv", b"abc") };
    assert_eq!(told(&zip(&[noise, file("b.csv", b"def")])), ["a.csv: !entry.damaged", "b.csv: def"]);
    let mut short = file("a.csv", &b"abc".repeat(1000));
    short.packed.truncate(8);
    assert_eq!(told(&zip(&[short, file("b.csv", b"def")])), ["a.csv: !entry.truncated", "b.csv: def"]);
    for (method, name) in [(9, "Deflate64"), (14, "LZMA"), (93, "Zstandard"), (12, "bzip2"), (77, "77")] {
        let odd = File { method, ..file("a.csv", b"abc") };
        assert_eq!(told(&zip(&[odd, file("b.csv", b"def")]))[0], format!("a.csv: !entry.method {name}"));
    }
    assert_eq!(told(&zip(&[])), ["! archive.empty"]);
}

#[test]
fn zip_7_other_archives_are_named() {
    for (magic, name) in [
        (&b"7z\xbc\xaf\x27\x1c"[..], "7z"),
        (b"Rar!\x1a\x07\x01\0", "rar"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"MZ\x90 a program", "binary"),
    ] {
        let mut bytes = magic.to_vec();
        bytes.resize(2000, 7);
        assert_eq!(told(&bytes), [format!("! archive.unsupported {name}")]);
    }
    let archive = zip(&[file("x.7z", b"7z\xbc\xaf\x27\x1cxxxx"), file("b.csv", b"b")]);
    assert_eq!(told(&archive), ["x.7z: !archive.unsupported 7z", "b.csv: b"]);
}

#[test]
fn zip_8_what_is_not_wanted_is_never_read() {
    let mut files: Vec<File> =
        (0..50_000).map(|i| File { sum: 1, ..stored(&format!("media/{i}.jpg"), b"\xff\xd8") }).collect();
    files.push(file("data/tweets.js", b"window.YTD"));
    let archive = zip(&files);
    let mut asked = 0;
    let found = unpack("x.zip", &archive, Limits::default(), |path, _| {
        asked += 1;
        path.ends_with(".js")
    });
    assert_eq!(asked, 50_001);
    assert_eq!(found.unwrap().iter().map(line).collect::<Vec<_>>(), ["data/tweets.js: window.YTD"]);
}

#[test]
fn zip_8_only_what_is_wanted_is_asked_for() {
    use sillage::unpack::{Event, Unpacker};
    let noise: Vec<u8> = (0..3_000_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let mut files: Vec<File> = (0..10).map(|i| stored(&format!("media/{i}.mp4"), &noise)).collect();
    files.insert(5, file("data/tweets.js", b"window.YTD"));
    let archive = zip(&files);
    let mut unpacker = Unpacker::new("x.zip", archive.len() as u64, Limits::default());
    let mut read = 0;
    loop {
        match unpacker.step().unwrap() {
            Event::Need { offset, length } => {
                read += length;
                unpacker.supply(offset, archive[offset as usize..(offset + length) as usize].to_vec());
            }
            Event::Entry { path, .. } => unpacker.answer(path == "data/tweets.js"),
            Event::Done => break,
            _ => {}
        }
    }
    assert!(read < 6 << 20, "{read} of {} bytes were read", archive.len());
}

#[test]
fn zip_9_names_in_old_and_new_encodings() {
    let old = File { name: b"donn\x82es.csv".to_vec(), ..file("", b"1") };
    let new = File { flags: 0x800, ..file("été/données.csv", b"2") };
    assert_eq!(told(&zip(&[old, new])), ["données.csv: 1", "été/données.csv: 2"]);
}

#[test]
fn zip_10_bytes_before_and_comments_after() {
    let good = zip(&[file("a.csv", b"abc"), file("b.csv", b"def")]);
    let mut moved = b"#!/bin/sh\nunzip me\n".repeat(50);
    moved.extend_from_slice(&good);
    assert_eq!(told(&moved), ["a.csv: abc", "b.csv: def"]);
    let mut fake = b"not the end: PK\x05\x06".to_vec();
    fake.extend_from_slice(&[0; 16]);
    fake.extend_from_slice(&[3, 0]);
    fake.extend_from_slice(b"PK\x05\x06xyzw");
    assert_eq!(told(&zip_with(&[file("a.csv", b"abc")], &fake, 0)), ["a.csv: abc"]);
}

#[test]
fn gzip_files_of_one_and_of_many_members() {
    let text = b"author,text\n".repeat(200_000);
    let packed = gzip(&text);
    let found = unpack("posts.csv.gz", &packed, Limits::default(), |_, _| true).unwrap();
    assert_eq!(line(&found[0]), format!("posts.csv: {}", String::from_utf8_lossy(&text)));
    let mut two = gzip(b"a,b\n");
    two.extend(gzip(b"c,d\n"));
    two.extend([0; 100]);
    assert_eq!(told(&two), ["test.zip: a,b\nc,d\n"]);
    // A download that was cut gives what came.
    let cut = told(&packed[..packed.len() / 2]);
    assert!(
        cut[0].starts_with("test.zip: author,text\nauthor,") && cut[0].ends_with(" [archive.truncated 1]")
    );
    let mut wrong = gzip(b"a,b\n");
    let at = wrong.len() - 6;
    wrong[at] ^= 1;
    assert_eq!(told(&wrong), ["! entry.damaged"]);
    assert_eq!(told(b"\x1f\x8b\x08"), ["! archive.truncated"]);
    let zeros = gzip(&vec![0; 105 << 20]);
    assert_eq!(told(&zeros), ["test.zip: !entry.bomb 200"]);
}

#[test]
fn tar_with_long_names_and_links() {
    let long = format!("{}/posts.csv", "folder".repeat(30));
    let mut archive = tar_header("././@LongLink", long.len() + 1, b'L');
    archive.extend_from_slice(long.as_bytes());
    archive.resize(1024, 0);
    archive.extend(tar_header("cut", 3, b'0'));
    archive.extend_from_slice(b"abc");
    archive.resize(2048, 0);
    let pax = "28 path=été/autre nom.csv\n30 mtime=1700000000.000000000\n";
    assert_eq!(pax.len(), 28 + 30);
    archive.extend(tar_header("PaxHeader", pax.len(), b'x'));
    archive.extend_from_slice(pax.as_bytes());
    archive.resize(3072, 0);
    archive.extend(tar_header("short", 1, b'0'));
    archive.push(b'z');
    archive.resize(4096, 0);
    archive.extend(tar_header("link", 0, b'2'));
    archive.extend(tar_header("folder/", 0, b'5'));
    let lines = [format!("{long}: abc"), "été/autre nom.csv: z".into()];
    assert_eq!(told(&archive), lines);
    assert_eq!(told(&gzip(&archive)), lines);
}

#[test]
fn any_slicing_of_the_file_gives_the_same() {
    use sillage::unpack::{Event, Unpacker};
    let inner = zip(&[file("in.csv", b"in")]);
    let archives = [
        zip(&[file("a.csv", &b"abc,".repeat(100_000)), stored("b.csv", b"b"), file("i.zip", &inner)]),
        gzip(&tar(&[("x", &b"123".repeat(50_000)), ("y", b"y")])),
    ];
    for archive in &archives {
        let whole = told(archive);
        for most in [1_000, 7_777, 70_000] {
            let mut unpacker = Unpacker::new("test.zip", archive.len() as u64, Limits::default());
            let (mut lines, mut path, mut text) = (Vec::new(), String::new(), Vec::new());
            loop {
                match unpacker.step().unwrap() {
                    Event::Need { offset, length } => {
                        // More than was asked for is as good.
                        let from = offset as usize;
                        let to = (from + (length as usize).max(most)).min(archive.len());
                        unpacker.supply(offset, archive[from..to].to_vec());
                    }
                    Event::Entry { path: next, .. } => {
                        path = next;
                        unpacker.answer(true);
                    }
                    Event::Data(piece) => text.extend(piece),
                    Event::End { .. } => {
                        lines.push(format!(
                            "{path}: {}",
                            String::from_utf8(std::mem::take(&mut text)).unwrap()
                        ));
                    }
                    Event::Done => break,
                    other => panic!("{other:?}"),
                }
            }
            assert_eq!(lines, whole);
        }
    }
}
