/**
 * Invented posts as CSV, for measuring: the same arguments give the same bytes.
 *
 *   node benches/generate-posts.mjs --rows 100000 [--seed 1] --out posts.csv
 *
 * What makes them like real ones: activity and audience follow power laws, three quarters of the ties stay inside a
 * community, texts hold mentions, hashtags, addresses, accents, emoji, commas, doubled quotes and line breaks, some
 * handles are written in another case, some cells are empty. Prints the totals that a right reader finds.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * @typedef {object} Totals
 * @property {number} rows
 * @property {number} authors distinct, whatever the case of the handle
 * @property {number} reposts
 * @property {number} replies
 * @property {number} quotes
 * @property {number} likes
 */

const COLUMNS = "id,author,created_at,text,retweet_of_author,reply_to_author,quote_of_author,followers,likes,retweets,replies,lang";
const COMMUNITIES = 40;
const DAYS = 90;
const START = Date.UTC(2026, 0, 5);
const BLOCK = 4096;

const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo ka le mi no pu ri so ta ve xi yo za bel cor dan fel gar lin mar nor pel ron sel tor val".split(" ");
const LANGS = /** @type {const} */ (["fr", "en", "es", "de"]);
/** @type {Record<typeof LANGS[number], string[]>} */
const WORDS = {
  fr: "le la les un une des nous vous très déjà été marque campagne avant qualité où ça merci à demain équipe vidéo ce soir pour avec sans plus moins l’idée c’est génial notre nouvelle œuvre cœur façon forêt".split(" "),
  en: "the a our this new launch brand love really cannot wait for with team video tonight thanks what about more less it’s great discover heart way listen network back soon coffee price".split(" "),
  es: "el la un una nuestro nuevo marca mañana niño corazón qué más menos gracias equipo vídeo esta noche para con sin genial red café calidad año también".split(" "),
  de: "der die das ein eine unser neue marke schön für über größe heute abend danke alle mehr weniger großartig herz weg netzwerk kaffee straße".split(" "),
};
const TAGS = "Été2026 marketing slowfood vélo RunClub cinéma data créateurs Lyon gaming zerodechet concours podcast jazz festival déco DIY rentrée".split(" ");
const EMOJI = ["🔥", "😍", "🎉", "💚", "🚀", "☕", "👀", "👩‍🎤", "🇫🇷", "✨"];

/**
 * Uniform numbers in [0, 1), the same on every machine (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * First place in `sums[from..to)` whose value is above `wanted`.
 * @param {Float64Array} sums
 * @param {number} wanted
 * @param {number} from
 * @param {number} to
 */
function place(sums, wanted, from, to) {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (sums[middle]) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param {string} text */
function cell(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Accounts, who they are heard by, and what they write. */
class World {
  /**
   * @param {number} rows
   * @param {number} seed
   */
  constructor(rows, seed) {
    const next = (this.next = uniforms(seed));
    const n = (this.authors = Math.max(50, Math.floor(rows ** 0.92 / 2)));
    this.names = Array.from({ length: n }, (_, i) => {
      const part = () => SYLLABLES[Math.floor(next() * SYLLABLES.length)];
      return `${part()}${part()}_${part()}${i}`;
    });
    // Accounts are numbered community by community, so that a community is a range.
    this.first = Array.from({ length: COMMUNITIES + 1 }, (_, c) => Math.floor((c * n) / COMMUNITIES));
    this.community = new Uint8Array(n);
    for (let c = 0; c < COMMUNITIES; c += 1) this.community.fill(c, this.first[c], this.first[c + 1]);
    this.activity = new Float64Array(n);
    this.audience = new Float64Array(n);
    this.followers = new Uint32Array(n);
    let active = 0;
    let heard = 0;
    for (let i = 0; i < n; i += 1) {
      const rank = 1 + next() * n;
      active += rank ** -0.85 * (0.3 + next());
      const audience = (rank + 2) ** -1 * (0.2 + 4 * next() ** 3);
      heard += audience;
      this.activity[i] = active;
      this.audience[i] = heard;
      this.followers[i] = Math.floor(20 + 2e6 * audience + 3000 * next());
    }
  }

  author() {
    return place(this.activity, this.next() * /** @type {number} */ (this.activity.at(-1)), 0, this.authors);
  }

  /** Whom `author` reacts to: mostly its own community, the heard ones more. @param {number} author */
  target(author) {
    const inside = this.next() < 0.75;
    const community = /** @type {number} */ (this.community[author]);
    const from = inside ? /** @type {number} */ (this.first[community]) : 0;
    const to = inside ? /** @type {number} */ (this.first[community + 1]) : this.authors;
    const below = from === 0 ? 0 : /** @type {number} */ (this.audience[from - 1]);
    const above = /** @type {number} */ (this.audience[to - 1]);
    return place(this.audience, below + this.next() * (above - below), from, to);
  }

  /** @param {number} author */
  lang(author) {
    return /** @type {typeof LANGS[number]} */ (LANGS[[0, 0, 1, 1, 2, 3][/** @type {number} */ (this.community[author]) % 6] ?? 0]);
  }

  /**
   * @param {number} author
   * @param {string | null} mention
   */
  sentence(author, mention) {
    const { next } = this;
    const words = WORDS[this.lang(author)];
    const out = Array.from({ length: 5 + Math.floor(next() * 18) }, () => words[Math.floor(next() * words.length)] ?? "");
    if (mention) out.splice(Math.floor(next() * out.length), 0, next() < 0.15 ? `(@${mention})` : `@${mention}`);
    for (let tags = Math.floor(next() * 2.6); tags > 0; tags -= 1) {
      out.splice(1 + Math.floor(next() * out.length), 0, `#${TAGS[Math.floor(next() * TAGS.length)]}`);
    }
    const kind = next();
    if (kind < 0.12) out[2] = `"${out[2]}"`;
    else if (kind > 0.8) out[3] += ",";
    if (kind > 0.95) out.push("contact: presse@agence.example");
    else if (kind > 0.7) out.push(`https://example.org/p/${Math.floor(next() * 1e6)}?ref=a#top`);
    const end = next();
    if (end < 0.25) out.push(EMOJI[Math.floor(next() * EMOJI.length)] ?? "");
    const text = out.join(" ");
    return end > 0.97 ? text.replace(" ", "\n") : text;
  }
}

/**
 * The file in blocks of text.
 * @param {{ rows: number, seed?: number }} options
 * @returns {Generator<string, Totals>}
 */
export function* posts({ rows, seed = 1 }) {
  const world = new World(rows, seed);
  const { next, names } = world;
  const seen = new Set();
  /** @type {Map<number, string>} */
  const last = new Map();
  /** @type {Totals} */
  const totals = { rows, authors: 0, reposts: 0, replies: 0, quotes: 0, likes: 0 };
  let out = `${COLUMNS}\n`;
  for (let row = 0; row < rows; row += 1) {
    const author = world.author();
    const target = world.target(author);
    const other = world.target(author);
    const mention = next() < 0.25 && other !== author ? /** @type {string} */ (names[other]) : null;
    const name = /** @type {string} */ (names[author]);
    const whom = /** @type {string} */ (names[target]);
    const kind = target === author ? 1 : next();
    let [repost, reply, quote] = ["", "", ""];
    let text;
    if (kind < 0.38) {
      repost = whom;
      text = `RT @${whom}: ${last.get(target) ?? world.sentence(target, null)}`;
      totals.reposts += 1;
    } else if (kind < 0.6) {
      reply = whom;
      text = `@${whom} ${world.sentence(author, mention)}`;
      totals.replies += 1;
    } else {
      text = world.sentence(author, mention);
      if (kind < 0.65) {
        quote = whom;
        totals.quotes += 1;
      }
      last.set(author, text);
    }
    const reach = /** @type {number} */ (world.followers[author]);
    // A re-share has no likes of its own.
    const likes = repost || next() < 0.05 ? null : Math.floor(reach * 0.03 * next() ** 4);
    totals.likes += likes ?? 0;
    const time = new Date(START + Math.floor(((row + next()) / rows) * DAYS * 86_400) * 1000).toISOString().replace(".000Z", "Z");
    const written = next() < 0.01 ? name.toUpperCase() : name;
    const known = next() < 0.98 ? String(reach + Math.floor(next() * 50)) : "";
    seen.add(author);
    out += `${10_000_000 + row},${written},${time},${cell(text)},${repost},${reply},${quote},${known},${likes ?? ""},`
      + `${Math.floor(reach * 0.004 * next() ** 4)},${Math.floor(reach * 0.002 * next() ** 4)},${world.lang(author)}\n`;
    if (row % BLOCK === BLOCK - 1) {
      yield out;
      out = "";
    }
  }
  totals.authors = seen.size;
  if (out) yield out;
  return totals;
}

/**
 * Writes the file.
 * @param {string} path
 * @param {{ rows: number, seed?: number }} options
 * @returns {Totals}
 */
export function writePosts(path, options) {
  const file = openSync(path, "w");
  try {
    const blocks = posts(options);
    for (;;) {
      const { done, value } = blocks.next();
      if (done) return value;
      writeSync(file, value);
    }
  } finally {
    closeSync(file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { rows: { type: "string", default: "100000" }, seed: { type: "string", default: "1" }, out: { type: "string" } },
  });
  if (!values.out) {
    console.error("say where to write: --out FILE");
    process.exit(2);
  }
  console.log(JSON.stringify(writePosts(values.out, { rows: Number(values.rows), seed: Number(values.seed) })));
}
