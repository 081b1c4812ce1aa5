//! Text of XML files: escaped, without what XML does not allow, in memory that is asked for first.

use crate::error::{ErrorKind, Result};
use std::fmt::Write as _;

/// An XML text under way.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Adds markup as it stands.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn raw(&mut self, markup: &str) -> Result<()> {
        self.room(markup.len())?;
        self.text.push_str(markup);
        Ok(())
    }

    /// Adds text of the data: safe between tags and between quotation marks. What XML 1.0 does not allow is replaced by
    /// U+FFFD; tabs and line ends are written as references, so that attributes keep them.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn data(&mut self, text: &str) -> Result<()> {
        self.room(text.len())?;
        for letter in text.chars() {
            match letter {
                '&' => self.raw("&amp;")?,
                '<' => self.raw("&lt;")?,
                '>' => self.raw("&gt;")?,
                '"' => self.raw("&quot;")?,
                '\'' => self.raw("&#39;")?,
                '\t' => self.raw("&#9;")?,
                '\n' => self.raw("&#10;")?,
                '\r' => self.raw("&#13;")?,
                '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => self.raw("\u{fffd}")?,
                _ => {
                    self.room(4)?;
                    self.text.push(letter);
                }
            }
        }
        Ok(())
    }

    /// Adds a number, which must be finite, with a point and without an exponent.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn number(&mut self, value: f64) -> Result<()> {
        // The longest decimal form of a double has some 330 digits.
        self.room(360)?;
        // Writing into a string cannot fail.
        let _ = write!(self.text, "{value}");
        Ok(())
    }

    /// Adds one member of markup: ` name="text"`.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn attribute(&mut self, name: &str, text: &str) -> Result<()> {
        self.raw(" ")?;
        self.raw(name)?;
        self.raw("=\"")?;
        self.data(text)?;
        self.raw("\"")
    }

    /// The text.
    pub(super) fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn room(&mut self, more: usize) -> Result<()> {
        if self.text.capacity() - self.text.len() < more {
            // By a quarter: doubling would ask for twice the memory of a large file.
            let more = more.max(self.text.len() / 4).max(4096);
            self.text.try_reserve_exact(more).map_err(|_| ErrorKind::OutOfMemory { what: "export" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut xml = Xml::default();
        xml.data(text).unwrap();
        String::from_utf8(xml.finish()).unwrap()
    }

    #[test]
    fn nothing_of_the_data_is_markup() {
        assert_eq!(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assert_eq!(escaped("]]>"), "]]&gt;");
        assert_eq!(escaped("a\tb\nc\r"), "a&#9;b&#10;c&#13;");
        assert_eq!(escaped("\0\u{1b}\u{85}\u{fffe}"), "\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(escaped("Zoé 東京 🙂"), "Zoé 東京 🙂");
    }

    #[test]
    fn numbers_have_no_exponent() {
        let mut xml = Xml::default();
        for value in [1e300, 5e-324, -0.5, 12.0] {
            xml.number(value).unwrap();
            xml.raw(" ").unwrap();
        }
        let text = String::from_utf8(xml.finish()).unwrap();
        assert!(!text.contains('e') && text.ends_with(" -0.5 12 "), "{text}");
    }
}
