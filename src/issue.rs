//! What an import saw, kept, repaired and dropped, and where: issues and the receipt.

use serde::Serialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing; nothing was changed.
    Note,
    /// A value was repaired or left unknown; its row is kept.
    Repaired,
    /// The row is not in the study.
    Dropped,
}

/// One place where an issue was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Record number in the file, counted from 1 and without the header.
    pub row: u64,
    /// Line of the file where the record begins, counted from 1; 0 where lines have no meaning.
    pub line: u64,
    /// Name of the column or field, where one is to blame.
    pub column: Option<String>,
    /// The beginning of what was found there.
    pub excerpt: String,
}

/// One kind of thing that was met in a file: a stable code, how often, and the first places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// Stable code, such as `row.no_author`; pages translate it.
    pub code: &'static str,
    /// What became of the rows.
    pub severity: Severity,
    /// How many times.
    pub count: u64,
    /// The first places, at most [`limits::ISSUE_PLACES`](crate::limits::ISSUE_PLACES).
    pub places: Vec<Place>,
}

/// Collects the issues of one file, one entry a code.
#[derive(Debug, Clone, Default)]
pub struct Issues(BTreeMap<&'static str, Issue>);

impl Issues {
    /// Notes one occurrence. `place` is called only while places are still kept for this code.
    pub fn add(&mut self, code: &'static str, severity: Severity, place: impl FnOnce() -> Place) {
        let issue =
            self.0.entry(code).or_insert_with(|| Issue { code, severity, count: 0, places: Vec::new() });
        issue.count += 1;
        if issue.places.len() < crate::limits::ISSUE_PLACES {
            let mut place = place();
            clip(&mut place.excerpt, crate::limits::EXCERPT_CHARS);
            issue.places.push(place);
        }
    }

    /// Adds what was noted of a later part of the same file.
    pub fn merge(&mut self, later: Issue) {
        let Issue { code, severity, count, places } = later;
        let issue =
            self.0.entry(code).or_insert_with(|| Issue { code, severity, count: 0, places: Vec::new() });
        issue.count += count;
        let room = crate::limits::ISSUE_PLACES.saturating_sub(issue.places.len());
        issue.places.extend(places.into_iter().take(room));
    }

    /// How many times a code was noted.
    pub fn count(&self, code: &str) -> u64 {
        self.0.get(code).map_or(0, |i| i.count)
    }

    /// The issues, dropped first, then by code.
    pub fn into_sorted(self) -> Vec<Issue> {
        let mut issues: Vec<Issue> = self.0.into_values().collect();
        issues.sort_by(|a, b| b.severity.cmp(&a.severity).then(a.code.cmp(b.code)));
        issues
    }
}

/// A code that another engine wrote down. Codes are few: each is kept once, for good.
pub fn known_code(code: &str) -> &'static str {
    thread_local! {
        static CODES: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }
    CODES.with_borrow_mut(|codes| {
        if let Some(known) = codes.get(code) {
            return *known;
        }
        let kept: &'static str = String::leak(code.to_owned());
        codes.insert(kept);
        kept
    })
}

/// One column of a table as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnReading {
    /// The header, as found (duplicates numbered: `id (2)`).
    pub name: String,
    /// The role it plays (`author`, `text`, `time`, `likes`…), or `ignored`.
    pub role: &'static str,
    /// How it is read, where it matters: `decimal comma`, `day first`, `epoch seconds`…
    pub reading: Option<&'static str>,
    /// The first three values that are not empty.
    pub samples: Vec<String>,
    /// How sure the role is; none for a column that plays none.
    pub confidence: Option<Confidence>,
}

/// How sure a format is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Its columns or values bear the marks of one tool.
    Certain,
    /// Its columns say what they are, whichever tool wrote them.
    Likely,
    /// Only the values suggest it: worth a look.
    Guess,
}

/// Options that settle a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// `comma` or `point`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<&'static str>,
    /// Order of day and month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_first: Option<bool>,
}

/// One way to read a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What to set so that it is read this way.
    pub option: Answer,
    /// What the sample then is: a number with a decimal point, or a date as YYYY-MM-DD.
    pub shown: String,
}

/// Something that the values themselves cannot tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// `number` or `date`.
    pub kind: &'static str,
    /// Name of the column.
    pub column: String,
    /// A value of it.
    pub sample: String,
    /// The ways to read it; the first is the one in use.
    pub readings: Vec<Reading>,
}

/// What a file added that scores are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Content {
    /// Accounts that were not known before.
    pub accounts: u64,
    /// People who wrote the posts that it added.
    pub authors: u64,
    /// Accounts whose followers were not known before.
    pub followers: u64,
    /// Posts with a text.
    pub texts: u64,
    /// Posts with a moment.
    pub dated: u64,
    /// Posts with a count of views.
    pub viewed: u64,
    /// Accounts whose value was not known before.
    pub valued: u64,
    /// Accounts whose cost was not known before.
    pub priced: u64,
    /// Accounts that no list of staff or customers held before.
    pub listed: u64,
    /// Ties by layer, self-ties left out.
    pub layers: BTreeMap<&'static str, u64>,
}

/// What became of one file. `seen == kept + dropped`, always.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The file's name as given.
    pub name: String,
    /// Stable code of the adapter that read it: `rtweet`, `twarc_v2`, `posts`, `interaction_log`…
    pub format: &'static str,
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
    pub encoding: &'static str,
    /// Separator of a table: `,` `;` `\t` `|` or ` `; none for JSON.
    pub separator: Option<char>,
    /// Line of the header row, counted from 1; none where the file has none.
    pub header_line: Option<u64>,
    /// Bytes really read.
    pub bytes: u64,
    /// Records seen: rows of a table, lines or elements of JSON.
    pub seen: u64,
    /// Records that are in the study.
    pub kept: u64,
    /// Records that are not; each is counted in `issues`.
    pub dropped: u64,
    /// Records kept with at least one value repaired.
    pub repaired: u64,
    /// Posts that this file added (the rows themselves and originals quoted inside them).
    pub posts: u64,
    /// Ties that this file added, self-ties left out.
    pub ties: u64,
    /// Ties of an account with itself: counted, never used.
    pub self_ties: u64,
    /// First and last moment in the file, milliseconds since 1970 UTC.
    pub first_time: Option<f64>,
    /// Last moment in the file.
    pub last_time: Option<f64>,
    /// XXH3-128 of the file's bytes (of the hashes of its blocks, where it has several), in hexadecimal: files with the
    /// same fingerprint are copies of one another.
    pub fingerprint: String,
    /// Columns of a table, as understood; empty for JSON.
    pub columns: Vec<ColumnReading>,
    /// What was noticed.
    pub issues: Vec<Issue>,
    /// Archive, workbook or folder that the file is a part of.
    pub bundle: Option<String>,
    /// How sure the format is.
    pub confidence: Confidence,
    /// What only the user can tell.
    pub questions: Vec<Question>,
    /// Whose list it is, where it is one of a brand's own: `staff` or `customers`.
    pub list: Option<&'static str>,
    /// What it added that scores are made of.
    pub content: Content,
}

impl Receipt {
    /// The receipt of a file that is a copy, byte for byte, of one already read: nothing of it is counted again.
    #[must_use]
    pub fn as_copy_of(mut self, earlier: &str) -> Receipt {
        self.dropped = self.seen;
        (self.kept, self.repaired, self.posts, self.ties, self.self_ties) = (0, 0, 0, 0, 0);
        let place = Place { row: 0, line: 0, column: None, excerpt: earlier.to_owned() };
        let count = self.seen;
        let copy = Issue { code: "file.duplicate", severity: Severity::Dropped, count, places: vec![place] };
        self.issues = vec![copy];
        self.content.layers.values_mut().for_each(|count| *count = 0);
        self.content = Content { layers: self.content.layers, ..Content::default() };
        self
    }
}

/// Shortens a text to `chars` characters, with an ellipsis where something was cut.
pub fn clip(text: &mut String, chars: usize) {
    if let Some((at, _)) = text.char_indices().nth(chars) {
        text.truncate(at);
        text.push('…');
    }
}
