//! How the text of a file is encoded.

use super::single_byte::{self, Table, decode_into};
use std::borrow::Cow;

/// How the text of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, of which ASCII is a part.
    Utf8,
    /// UTF-16, little end first: what "Unicode text" means to spreadsheets.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// The western code page of Windows, a superset of Latin-1 for text.
    Windows1252,
    /// The Central European code page of Windows.
    Windows1250,
    /// The Cyrillic code page of Windows.
    Windows1251,
    /// The Turkish code page of Windows.
    Windows1254,
    /// Latin-9.
    Iso8859_15,
    /// The western encoding of classic Mac OS, which some spreadsheets for the Mac still write.
    Macintosh,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Encoding; 9] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1252,
        Encoding::Windows1250,
        Encoding::Windows1251,
        Encoding::Windows1254,
        Encoding::Iso8859_15,
        Encoding::Macintosh,
    ];

    /// Its name, as receipts and options write it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Windows1250 => "windows-1250",
            Encoding::Windows1251 => "windows-1251",
            Encoding::Windows1254 => "windows-1254",
            Encoding::Iso8859_15 => "iso-8859-15",
            Encoding::Macintosh => "macintosh",
        }
    }

    /// The encoding of that name, or of another that people know it by.
    pub fn from_name(name: &str) -> Option<Self> {
        const OTHER_NAMES: [(&str, Encoding); 10] = [
            ("utf8", Encoding::Utf8),
            ("utf-16", Encoding::Utf16Le),
            ("latin1", Encoding::Windows1252),
            ("iso-8859-1", Encoding::Windows1252),
            ("cp1252", Encoding::Windows1252),
            ("cp1250", Encoding::Windows1250),
            ("cp1251", Encoding::Windows1251),
            ("latin9", Encoding::Iso8859_15),
            ("macroman", Encoding::Macintosh),
            ("mac-roman", Encoding::Macintosh),
        ];
        let names = Self::ALL.into_iter().map(|e| (e.name(), e)).chain(OTHER_NAMES);
        names.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim())).map(|(_, e)| e)
    }

    /// The meaning of its upper bytes, where each byte is a character.
    pub fn table(self) -> Option<&'static Table> {
        match self {
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
            Encoding::Windows1252 => Some(&single_byte::WINDOWS_1252),
            Encoding::Windows1250 => Some(&single_byte::WINDOWS_1250),
            Encoding::Windows1251 => Some(&single_byte::WINDOWS_1251),
            Encoding::Windows1254 => Some(&single_byte::WINDOWS_1254),
            Encoding::Iso8859_15 => Some(&single_byte::ISO_8859_15),
            Encoding::Macintosh => Some(&single_byte::MACINTOSH),
        }
    }
}

/// Text of bytes in an encoding that is a superset of ASCII; what is no text becomes U+FFFD.
pub fn lossy(bytes: &[u8], encoding: Option<Encoding>) -> Cow<'_, str> {
    match encoding.and_then(Encoding::table) {
        Some(table) => {
            let mut text = String::new();
            decode_into(bytes, table, &mut text);
            Cow::Owned(text)
        }
        None => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_encodings() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_name(encoding.name()), Some(encoding));
        }
        assert_eq!(Encoding::from_name(" Latin1 "), Some(Encoding::Windows1252));
        assert_eq!(Encoding::from_name("MacRoman"), Some(Encoding::Macintosh));
        assert_eq!(Encoding::from_name("zorglub"), None);
    }
}
