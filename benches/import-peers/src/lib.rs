//! The import job with the readers that Rust programs use: totals per author, ties with their counts.
//!
//! The file has the columns of `generate-posts.mjs`. Results are (rows, authors, reposts, replies, quotes, mentions,
//! likes), as the generator counts them.

use hashbrown::HashMap;
use wasm_bindgen::prelude::*;

#[derive(Default)]
struct Author {
    posts: u64,
    likes: u64,
    followers: u64,
    last: String,
}

#[derive(Default)]
struct Job {
    rows: u64,
    numbers: HashMap<Vec<u8>, u32>,
    authors: Vec<Author>,
    ties: HashMap<(u32, u32, u8), u32>,
    kinds: [u64; 4],
    key: Vec<u8>,
}

impl Job {
    fn number(&mut self, handle: &[u8]) -> u32 {
        self.key.clear();
        self.key.extend(handle.iter().map(u8::to_ascii_lowercase));
        if let Some(number) = self.numbers.get(&self.key) {
            return *number;
        }
        let number = self.authors.len() as u32;
        self.numbers.insert(self.key.clone(), number);
        self.authors.push(Author::default());
        number
    }

    fn tie(&mut self, from: u32, to: &[u8], kind: u8) {
        let to = self.number(to);
        self.kinds[kind as usize] += 1;
        *self.ties.entry((from, to, kind)).or_default() += 1;
    }

    fn row<'r>(&mut self, field: impl Fn(usize) -> &'r [u8]) {
        self.rows += 1;
        let from = self.number(field(1));
        let count = |at: usize| field(at).iter().fold(0, |n, b| n * 10 + u64::from(b.wrapping_sub(b'0')));
        let author = &mut self.authors[from as usize];
        author.posts += 1;
        author.likes += count(8);
        author.followers = author.followers.max(count(7));
        let time = std::str::from_utf8(field(2)).unwrap_or("");
        if time > author.last.as_str() {
            author.last.clear();
            author.last.push_str(time);
        }
        if !field(4).is_empty() {
            self.tie(from, field(4), 0);
            return;
        }
        if !field(5).is_empty() {
            self.tie(from, field(5), 1);
        }
        if !field(6).is_empty() {
            self.tie(from, field(6), 2);
        }
        let text = field(3);
        let word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
        let mut met: Vec<&[u8]> = Vec::new();
        for at in text.iter().enumerate().filter(|b| *b.1 == b'@').map(|b| b.0) {
            let free = at == 0 || matches!(text[at - 1], b' ' | b'\t' | b'\n' | b'\r' | b'(' | b'"' | b'\'');
            let length = text[at + 1..].iter().take_while(|b| word(b)).take(30).count();
            let named = &text[at + 1..at + 1 + length];
            let again = met.iter().any(|other| other.eq_ignore_ascii_case(named));
            if free && length > 0 && !again && !named.eq_ignore_ascii_case(field(5)) {
                met.push(named);
                self.tie(from, named, 3);
            }
        }
    }

    fn totals(&self) -> Vec<f64> {
        let authors = self.authors.iter().filter(|a| a.posts > 0).count() as u64;
        let likes = self.authors.iter().map(|a| a.likes).sum();
        let [reposts, replies, quotes, mentions] = self.kinds;
        [self.rows, authors, reposts, replies, quotes, mentions, likes].map(|n| n as f64).to_vec()
    }
}

/// The job with the `csv` crate.
#[wasm_bindgen]
pub fn csv_job(bytes: &[u8]) -> Vec<f64> {
    let mut job = Job::default();
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        job.row(|at| &record[at]);
    }
    job.totals()
}

/// The job with the `simd-csv` crate.
#[wasm_bindgen]
pub fn simd_csv_job(bytes: &[u8]) -> Vec<f64> {
    let mut job = Job::default();
    let mut reader = simd_csv::Reader::from_reader(bytes);
    let mut record = simd_csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        job.row(|at| record.get(at).unwrap_or(&[]));
    }
    job.totals()
}
