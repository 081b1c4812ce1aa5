//! Texts that an export cuts into JSON pieces: `{"text":"Bravo "},{"mention":{…},"text":"@lea"}`.

use crate::ingest::value::Value;
use std::borrow::Cow;

/// The text of the pieces; the cell as it stands where it holds none.
pub fn text(cell: &str) -> Cow<'_, str> {
    let trimmed = cell.trim();
    if !trimmed.starts_with('{') && !trimmed.starts_with("[{") {
        return Cow::Borrowed(cell);
    }
    let list =
        if trimmed.starts_with('[') { Cow::Borrowed(trimmed) } else { Cow::Owned(format!("[{trimmed}]")) };
    let Ok(pieces) = Value::parse(&list) else { return Cow::Borrowed(cell) };
    let text: String =
        pieces.elements().iter().filter_map(|piece| piece.get("text").and_then(Value::as_str)).collect();
    if text.is_empty() { Cow::Borrowed(cell) } else { Cow::Owned(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_a_text() {
        assert_eq!(text("{\"text\":\"Bravo \"},{\"text\":\"@lea\",\"mention\":{}}"), "Bravo @lea");
        assert_eq!(text("{\"text\":\"seul\"}"), "seul");
        assert_eq!(text("plain {text}"), "plain {text}");
        assert_eq!(text("{\"text\":"), "{\"text\":");
    }
}
