//! The words that a tone comes from, for somebody who wants to know why.

/// A word, an idiom or a face that counted, with its valence after the words around it, −4 to 4 and some more.
#[derive(Debug, Clone, PartialEq)]
pub struct Felt {
    /// As it stands in the text.
    pub text: String,
    /// Its part of the sum.
    pub value: f64,
}

/// What a [`Tone`](super::Tone) keeps while it is followed; a text that nobody asks about has none.
#[derive(Debug, Clone, Default)]
pub(in crate::text) struct Trace {
    text: String,
    /// Number and beginning of every word that went by.
    starts: Vec<(u32, usize)>,
    end: usize,
    /// A face made of signs, which is no word.
    face: Option<String>,
    felt: Vec<(u32, Felt)>,
}

impl Trace {
    pub fn of(text: &str) -> Trace {
        Trace { text: text.to_owned(), ..Trace::default() }
    }

    /// A word goes by.
    pub fn word(&mut self, index: u32, start: usize, end: usize) {
        self.starts.push((index, start));
        self.end = end;
    }

    /// A face goes by, between two words.
    pub fn face(&mut self, face: &str) {
        self.face = Some(face.to_owned());
    }

    /// The present word, or face, counts for `value`.
    pub fn add(&mut self, index: u32, value: f64) {
        let face = self.face.take();
        let text = face.or_else(|| self.from(index)).unwrap_or_default();
        self.felt.push((index, Felt { text, value }));
    }

    /// What counted last is an idiom that began with the word of this number.
    pub fn spread(&mut self, from: u32) {
        let text = self.from(from);
        if let (Some((_, felt)), Some(text)) = (self.felt.last_mut(), text) {
            felt.text = text;
        }
    }

    /// The text from the word of a number to the end of the present one.
    fn from(&self, index: u32) -> Option<String> {
        let first = self.starts.iter().rev().take_while(|(at, _)| *at >= index).last();
        let start = first.or(self.starts.last())?.1;
        self.text.get(start..self.end).map(str::to_owned)
    }

    /// The last one that counted under a number does so otherwise.
    pub fn change(&mut self, index: u32, by: f64) {
        if let Some((_, felt)) = self.felt.iter_mut().rev().find(|(at, _)| *at == index) {
            felt.value *= by;
        }
    }

    /// Everything so far counts otherwise.
    pub fn change_all(&mut self, by: f64) {
        self.felt.iter_mut().for_each(|(_, felt)| felt.value *= by);
    }

    /// What counted from a number on does not.
    pub fn take_back(&mut self, from: u32) {
        self.felt.retain(|(at, _)| *at < from);
    }

    /// What counted, in the order of the text.
    pub fn finish(self) -> Vec<Felt> {
        self.felt.into_iter().map(|(_, felt)| felt).filter(|felt| felt.value != 0.0).collect()
    }
}
