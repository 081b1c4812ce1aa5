//! How the text of a file is encoded, told by its bytes.

use super::encoding::{Encoding, lossy};
use super::utf16::Transcoder;

/// The encoding that the first bytes show, and the length of the byte order mark.
///
/// `None` means nothing but ASCII was seen: all encodings of single bytes, and UTF-8, are still possible.
pub fn encoding(head: &[u8]) -> (Option<Encoding>, usize) {
    if head.starts_with(b"\xef\xbb\xbf") {
        return (Some(Encoding::Utf8), 3);
    }
    if head.starts_with(b"\xff\xfe") {
        return (Some(Encoding::Utf16Le), 2);
    }
    if head.starts_with(b"\xfe\xff") {
        return (Some(Encoding::Utf16Be), 2);
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return (Some(encoding), 0);
    }
    if head.is_ascii() {
        return (None, 0);
    }
    let (sequences, invalid) = utf8_evidence(head);
    (Some(if sequences >= invalid && sequences > 0 { Encoding::Utf8 } else { western(head) }), 0)
}

/// Text in UTF-16 has a NUL on one side of every ASCII character: of each letter in Western text, of blanks, line ends
/// and separators in any other. Line ends are what proves it, for a NUL may stand in other text too.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let look = &head[..head.len().min(64 << 10) & !1];
    let pairs = look.len() / 2;
    let even = look.iter().step_by(2).filter(|&&b| b == 0).count();
    let odd = look.iter().skip(1).step_by(2).filter(|&&b| b == 0).count();
    let (encoding, nul, stray) =
        if odd >= even { (Encoding::Utf16Le, odd, even) } else { (Encoding::Utf16Be, even, odd) };
    if pairs < 2 || nul * 20 < pairs || stray * 20 > nul {
        return None;
    }
    let text =
        Transcoder::new(Some(encoding)).map(|mut t| String::from_utf8_lossy(t.push(look, true)).into_owned());
    let text = text.unwrap_or_default();
    let ends = |c: char| matches!(c, '\n' | '\r');
    let bytes = look.iter().filter(|&&b| matches!(b, b'\n' | b'\r')).count();
    let breaks = text.chars().filter(|&c| ends(c)).count();
    let damaged = text.contains('\u{fffd}');
    let western = nul * 10 >= pairs * 6;
    (western || (!damaged && breaks > 0 && breaks * 2 >= bytes)).then_some(encoding)
}

/// Counts well-formed multi-byte sequences of UTF-8 and malformed ones. A sequence cut by the end counts as neither.
fn utf8_evidence(head: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    let mut rest = head;
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                good += text.bytes().filter(|b| b & 0xC0 == 0xC0).count();
                break;
            }
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                good += valid.iter().filter(|&&b| b & 0xC0 == 0xC0).count();
                let Some(length) = error.error_len() else { break };
                bad += 1;
                rest = &after[length..];
            }
        }
    }
    (good, bad)
}

/// Western text of single bytes: from Windows, or from a Macintosh. Each byte above ASCII says which one makes a letter
/// where letters are, and punctuation where it stands.
pub fn western(bytes: &[u8]) -> Encoding {
    let windows = plausibility(bytes, Encoding::Windows1252);
    let mac = plausibility(bytes, Encoding::Macintosh);
    if mac > windows { Encoding::Macintosh } else { Encoding::Windows1252 }
}

/// So many characters above ASCII are enough to tell.
const TELLING: usize = 4096;

fn plausibility(bytes: &[u8], encoding: Encoding) -> i64 {
    let high: Vec<u8> = (0x80..=0xFF).collect();
    let table: Vec<char> = lossy(&high, Some(encoding)).chars().collect();
    let character =
        |byte: u8| if byte < 0x80 { char::from(byte) } else { table[usize::from(byte - 0x80) % table.len()] };
    let at = |place: Option<usize>| place.and_then(|at| bytes.get(at)).map_or(' ', |&b| character(b));
    let places = bytes.iter().enumerate().filter(|(_, b)| **b >= 0x80).take(TELLING);
    places.map(|(i, &b)| i64::from(fitness(at(i.checked_sub(1)), character(b), at(Some(i + 1))))).sum()
}

/// How well a character above ASCII stands between its neighbours.
fn fitness(before: char, c: char, after: char) -> i8 {
    const LOWER: &str = "éèêëàâäçîïôöòùûüœæñáíóúßãõåøìÿ";
    const UPPER: &str = "ÉÈÊËÀÂÄÇÎÏÔÖÒÙÛÜŒÆÑÁÍÓÚÃÕÅØ";
    const MARKS: &str = "«»“”„…–—•€°\u{a0}™®©ªº¿¡£§·";
    let inside = before.is_alphabetic() && after.is_alphabetic();
    let beside = before.is_alphabetic() || after.is_alphabetic();
    if LOWER.contains(c) {
        if before.is_lowercase() || after.is_lowercase() { 2 } else { i8::from(!beside && c == 'à') }
    } else if UPPER.contains(c) {
        if before.is_lowercase() { -3 } else { i8::from(beside) * 2 + i8::from(!beside && c == 'À') }
    } else if matches!(c, '\u{2019}' | '\u{2018}') {
        i8::from(beside) + i8::from(inside)
    } else if MARKS.contains(c) {
        if inside { -2 } else { 1 }
    } else if c.is_control() {
        -4
    } else if inside {
        -3
    } else {
        -1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let utf16 = |text: &str, le: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if le { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        assert_eq!(encoding(b"plain"), (None, 0));
        assert_eq!(encoding("caf\u{e9}".as_bytes()), (Some(Encoding::Utf8), 0));
        assert_eq!(encoding(b"caf\xe9 cr\xe8me"), (Some(Encoding::Windows1252), 0));
        assert_eq!(encoding(b"\xef\xbb\xbfid"), (Some(Encoding::Utf8), 3));
        assert_eq!(encoding(&utf16("author\ttext\n", true)), (Some(Encoding::Utf16Le), 0));
        assert_eq!(encoding(&utf16("author\ttext\n", false)), (Some(Encoding::Utf16Be), 0));
        // A NUL is no proof of UTF-16; scripts without ASCII letters are told by their line ends.
        assert_ne!(encoding(b"author,text\nlea,a\0b\nomar,ok\n").0, Some(Encoding::Utf16Le));
        for le in [true, false] {
            let expected = if le { Encoding::Utf16Le } else { Encoding::Utf16Be };
            for text in ["имя\tтекст\nлея\tпривет мир\n", "名前\tテキスト\n太郎\tこんにちは 世界\n"]
            {
                assert_eq!(encoding(&utf16(text, le)).0, Some(expected), "{text}");
            }
        }
        // One torn emoji does not make a French file a Windows one.
        assert_eq!(encoding(b"caf\xc3\xa9 \xf0\x9f caf\xc3\xa9"), (Some(Encoding::Utf8), 0));
        // A character cut by the end of the head is no evidence against UTF-8.
        assert_eq!(encoding(b"caf\xc3\xa9 \xc3"), (Some(Encoding::Utf8), 0));
    }

    #[test]
    fn windows_and_macintosh_are_told_apart() {
        let mac = |text: &str| -> Vec<u8> {
            text.chars()
                .map(|c| {
                    if c.is_ascii() {
                        c as u8
                    } else {
                        (0x80..=0xFF)
                            .find(|&b| lossy(&[b], Some(Encoding::Macintosh)) == c.to_string())
                            .unwrap()
                    }
                })
                .collect()
        };
        let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for text in [
            "pseudo;texte\nzoé;l’été à la plage, c’est « génial »\n",
            "usuario;texto\nana;¿Mañana? Sí, el niño comió\n",
            "name;text\njürgen;schöne Grüße aus Köln, Straße\n",
            "nome;texto\njoão;não, é só amanhã às 9h\n",
            "auteur,texte\nLÉA,CAFÉ OUVERT À MIDI\n",
            "author,text\nlea,a naïve café – “nice” … 5 €\n",
            "auteur;été",
        ] {
            assert_eq!(western(&mac(text)), Encoding::Macintosh, "{text}");
            assert_eq!(western(&windows(text)), Encoding::Windows1252, "{text}");
        }
        assert_eq!(western(b"\xff\xfe\x80"), Encoding::Windows1252);
    }
}
