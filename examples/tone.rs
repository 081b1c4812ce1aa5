//! How well tone is read on a labelled sample: the figures of `docs/tone.md`.
//!
//! ```text
//! cargo run --release --example tone -- en|fr FILE…
//! ```
//!
//! A file holds a text a line, after its label and a tab: a number whose sign says positive or negative, within half of
//! zero neutral. `scripts/tone-samples.mjs` writes such files of published samples.

use sillage::text::brands::Brands;
use sillage::text::reading::Reader;
use sillage::text::tone::Tongue;
use std::process::ExitCode;

/// A tone so near to zero is neutral.
const NEUTRAL_TONE: f64 = 0.05;
/// A label so near to zero is neutral.
const NEUTRAL_LABEL: f64 = 0.5;

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let tongue = match given.next().as_deref() {
        Some("en") => Tongue::English,
        Some("fr") => Tongue::French,
        _ => return failed("usage: tone en|fr FILE…"),
    };
    println!("| sample | texts | with a tone | right of three classes | right sign, where both have one |");
    println!("|---|---|---|---|---|");
    for file in given {
        match std::fs::read_to_string(&file) {
            Ok(text) => println!("| {file} | {} |", Judged::of(tongue, &text).row()),
            Err(error) => return failed(&format!("{file}: {error}")),
        }
    }
    ExitCode::SUCCESS
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

/// What became of the texts of a sample.
#[derive(Default)]
struct Judged {
    texts: usize,
    toned: usize,
    right_class: usize,
    signed: usize,
    right_sign: usize,
}

impl Judged {
    fn of(tongue: Tongue, sample: &str) -> Judged {
        let mut reader = Reader::new(Brands::default());
        let mut judged = Judged::default();
        for line in sample.lines() {
            let Some((label, text)) = line.split_once('\t') else { continue };
            let Ok(label) = label.trim().parse::<f64>() else { continue };
            judged.add(label, reader.read(text, tongue, false).tone);
        }
        judged
    }

    /// `tone` is NaN where no word of feeling was found.
    fn add(&mut self, label: f64, tone: f64) {
        let (wanted, found) = (class(label, NEUTRAL_LABEL), class(tone, NEUTRAL_TONE));
        self.texts += 1;
        self.toned += usize::from(!tone.is_nan());
        self.right_class += usize::from(wanted == found);
        if wanted != 0 && found != 0 {
            self.signed += 1;
            self.right_sign += usize::from(wanted == found);
        }
    }

    fn row(&self) -> String {
        let share = |of: usize, all: usize| format!("{:.1} %", 100.0 * of as f64 / all as f64);
        let Judged { texts, toned, right_class, signed, right_sign } = *self;
        [texts.to_string(), share(toned, texts), share(right_class, texts), share(right_sign, signed)]
            .join(" | ")
    }
}

/// 1 positive, −1 negative, 0 neutral or unknown.
fn class(value: f64, neutral: f64) -> i8 {
    if value >= neutral {
        1
    } else if value <= -neutral {
        -1
    } else {
        0
    }
}
