/**
 * Packs the word lists of VADER (English) and vaderSentiment-fr (French) for the engine, with the notices of both:
 *
 *   pip download --no-deps --no-binary :all: vaderSentiment==3.3.2 vaderSentiment-fr==1.3.4   (and unpack both)
 *   node scripts/lexicons.mjs vaderSentiment-3.3.2 vaderSentiment_fr-1.3.4
 *
 * writes src/text/tone/lexicon/{en,fr,emoji,emoticons}.txt and NOTICE.txt. Both packages are under the MIT licence.
 *
 * A word list: its words in order, one a line, each as the number of letters it shares with the word above (a base-36
 * digit) and the rest; then one line with a character a word, 80 + ten times its valence.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./build/paths.mjs";

const [english, french] = process.argv.slice(2);
if (!english || !french) throw new Error("usage: node scripts/lexicons.mjs <vaderSentiment> <vaderSentiment_fr>");
const OUT = inRoot("src", "text", "tone", "lexicon");

/** @param {string} folder @param {string} file */
const read = (folder, file) => readFileSync(path.join(folder, file), "utf8");

/** As `fold` of src/text/fold.rs. @param {string} word */
const fold = (word) =>
  word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("’", "'");

/** @param {string} text @param {string} separator @returns {[string, number][]} */
const entries = (text, separator) =>
  text.split(/\r?\n/u).filter((line) => line.trim()).map((line) => {
    const [word = "", value = ""] = line.trim().split(separator);
    return [word, Math.round(Number(value) * 10)];
  });

/** Function words: they say nothing of a feeling, and `sûr` would fold to `sur`. Kept: `no` and `bien`. */
const stops = new Set(
  [...read(inRoot("src", "text"), "stop_words.rs").matchAll(/: &str = "([^"]*)"/gu)]
    .flatMap(([, list = ""]) => list.split(/[\s\\]+/u)).filter((word) => word && word !== "no" && word !== "bien"),
);

/**
 * One value a folded word: the mean of the spellings that fold to it, or that of the first (the unaccented one, most
 * often a noun or a present tense) where they disagree on the sign.
 * @param {[string, number][]} list
 */
function words(list) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [word, value] of list.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const folded = fold(word);
    if (!/^[a-z][a-z']*[a-z]$/u.test(folded) || stops.has(folded)) continue;
    found.set(folded, [...(found.get(folded) ?? []), value]);
  }
  /** @type {[string, number][]} */
  const kept = [...found].map(([word, values]) => {
    const [first = 0] = values;
    const split = values.some((v) => v * first < 0);
    return [word, split ? first : Math.round(values.reduce((a, b) => a + b, 0) / values.length)];
  });
  return kept.filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** @param {[string, number][]} list */
function pack(list) {
  let above = "";
  const lines = list.map(([word]) => {
    let shared = 0;
    while (shared < 35 && shared < above.length && above[shared] === word[shared]) shared++;
    above = word;
    return shared.toString(36) + word.slice(shared);
  });
  return `${lines.join("\n")}\n\n${list.map(([, value]) => String.fromCharCode(80 + value)).join("")}\n`;
}

const en = entries(read(english, "vaderSentiment/vader_lexicon.txt"), "\t");
const fr = entries(read(french, "vaderSentiment_fr/fr_lexicon.txt"), "->");

/** Eyes first, or turned around with a bracket that no sentence closes so; letters in lower case. */
const EMOTICON = /^(?:>?[:;=]['^o-]{0,2}[()\[\]{}|\\/<>*dpos3cx]\)?|<\/?3|\([-^'o]?[:;=]|\^_\^|o_o|>\.<|\\o\/|\*\\0\/\*)$/u;
const DOUBTFUL = new Set(["=3", "=|", ":<", ":>", ":{", ":}", ":[", ":]", "=]", ";]", "=/", "=\\", ":\\", ">;)", ":c", "=d", "=p", ";d"]);
const emoticons = en.filter(([face]) => EMOTICON.test(face) && !DOUBTFUL.has(face)).toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * The feeling of an emoji is that of the English words that describe it, as VADER reads it. Only of faces and hearts:
 * `🎲` is a die, `🚒` a fire engine and every hand helps (+2.2).
 */
const FACE = /^(?:[\u{1f600}-\u{1f64a}\u{1f910}-\u{1f917}\u{1f920}-\u{1f925}\u{1f927}-\u{1f92f}\u{1f970}-\u{1f97a}\u{2764}\u{2763}\u{2665}\u{1f493}\u{1f495}-\u{1f49f}\u{1f5a4}\u{1f90d}\u{1f90e}\u{1f9e1}\u{263a}\u{2639}\u{1f970}\u{1f973}]|\u{1f389}|\u{1f48b})$/u;
const NO_FACE = /[\u{1f913}\u{1f925}\u{1f607}-\u{1f608}\u{1f645}-\u{1f647}]/u;
const valence = new Map(en);
/** @type {Map<string, number>} */
const emoji = new Map();
for (const line of read(english, "vaderSentiment/emoji_utf8_lexicon.txt").split(/\r?\n/u)) {
  const [picture, description] = line.trim().split("\t");
  if (!picture || !description) continue;
  const token = picture.replace(/[\u{fe00}-\u{fe0f}\u{200d}\u{20e3}\u{1f3fb}-\u{1f3ff}]/gu, "");
  const value = description.toLowerCase().split(/\s+/u).reduce((sum, word) => sum + (valence.get(word) ?? 0), 0);
  if (value !== 0 && FACE.test(token) && !NO_FACE.test(token) && !emoji.has(token)) emoji.set(token, value);
}

/** @param {[string, number][]} list */
const plain = (list) => list.map(([face, value]) => `${face} ${value}\n`).join("");
writeFileSync(path.join(OUT, "en.txt"), pack(words(en)));
writeFileSync(path.join(OUT, "fr.txt"), pack(words(fr)));
writeFileSync(path.join(OUT, "emoji.txt"), plain([...emoji].toSorted(([a], [b]) => (a < b ? -1 : 1))));
writeFileSync(path.join(OUT, "emoticons.txt"), plain(emoticons));
writeFileSync(path.join(OUT, "NOTICE.txt"), `en.txt, emoji.txt and emoticons.txt are made from vaderSentiment 3.3.2 by C.J. Hutto
(Hutto & Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014).
fr.txt is made from vaderSentiment-fr 1.3.4 by Olivier Deprez and Thomas Ek (7Lieues Technologies), a translation of it.
Words were folded and packed by scripts/lexicons.mjs; function words were left out. The licence of both packages:

${read(english, "LICENSE.txt").replace(/\r/gu, "").trimEnd()}
`);
console.log({ en: words(en).length, fr: words(fr).length, emoji: emoji.size, emoticons: emoticons.length });
