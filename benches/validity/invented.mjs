/**
 * An invented network whose truth is known: who makes whom act, and why. The same seed gives the same bytes.
 *
 * Authors have an influence psi (normal, on the log-odds) and an audience of readers, mostly of their own community.
 * Each post is re-shared by each of its readers with probability sigmoid(BASE + psi + affinity). Beside ordinary authors:
 *
 * - `celebrity`: twenty times the audience, hardly any influence;
 * - `hyperactive`: fifteen times the posts, little influence;
 * - `bought`: ordinary authors whose posts also draw puppets in a burst;
 * - `pod`: authors who re-share one another;
 * - `lookalike`: authors who post what their community posts at the same hours, and whom nobody re-shares (homophily).
 */
import { uniforms } from "../support/uniforms.mjs";

/** @typedef {"ordinary" | "celebrity" | "hyperactive" | "bought" | "pod" | "lookalike"} Kind */
/** @typedef {{ name: string, kind: Kind, psi: number, expected: number, followers: number }} Truth `expected`: distinct re-sharers of all posts */

const BASE = -3.5;
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);

/**
 * @param {{ seed: number, posts?: number, authors?: number, readers?: number }} options
 * @returns {{ csv: string, counts: string, truth: Truth[] }} `counts` is the same study without the re-shares' rows
 */
export function invented({ seed, posts = 20, authors = 300, readers = 4_000 }) {
  const random = uniforms(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
  const communities = 8;
  /** @type {string[]} */
  const rows = [];
  /** @type {string[]} */
  const bare = [];
  /** @type {Truth[]} */
  const truth = [];
  let id = 0;
  const row = (/** @type {string} */ author, /** @type {number} */ time, /** @type {string} */ text, /** @type {string} */ of, /** @type {number} */ followers, /** @type {number | ""} */ shares) =>
    `${++id},${author},${new Date(time).toISOString().slice(0, 19)}Z,${text},${of},${followers},${shares}\n`;
  const kinds = /** @type {Kind[]} */ (["celebrity", "hyperactive", "bought", "pod", "lookalike"]);
  for (let a = 0; a < authors; a++) {
    // Five of each kind, the others ordinary.
    const kind = kinds[Math.floor(a / 5)] ?? "ordinary";
    const name = `${kind}${a}`;
    const community = a % communities;
    const psi = kind === "celebrity" ? -3.5 : kind === "hyperactive" ? -2.5 : kind === "lookalike" ? -40 : normal();
    const size = Math.round(120 * Math.exp(0.5 * normal())) * (kind === "celebrity" ? 20 : 1);
    /** @type {Map<number, number>} reader to probability */
    const audience = new Map();
    while (audience.size < Math.min(size, readers / 2)) {
      const near = random() < 0.75;
      const reader = near ? below(readers / communities) * communities + community : below(readers);
      audience.set(reader, sigmoid(BASE + psi + (reader % communities === community ? 0.5 : 0)));
    }
    const written = posts * (kind === "hyperactive" ? 15 : 1);
    let expected = 0;
    for (const p of audience.values()) expected += 1 - (1 - p) ** written;
    const followers = size * 50;
    truth.push({ name, kind, psi, expected, followers });
    for (let post = 0; post < written; post++) {
      const time = START + below(60 * DAY);
      const text = `post ${post} of the subject by ${name}`;
      /** @type {string[]} */
      const shared = [];
      for (const [reader, p] of audience) {
        if (random() < p) shared.push(row(`reader${reader}`, time + 60_000 + below(DAY / 2), `RT @${name}: ${text}`, name, 20 + (reader % 700), ""));
      }
      if (kind === "bought" && post % 4 === 0) {
        for (let i = 0; i < 60; i++) shared.push(row(`puppet${a}x${post}x${i}`, time + 30_000 + below(240_000), `RT @${name}: ${text}`, name, 3, ""));
      }
      if (kind === "pod") {
        for (let i = 15; i < 20; i++) {
          if (i !== a) shared.push(row(`pod${i}`, time + 60_000 + below(600_000), `RT @${name}: ${text}`, name, 300, ""));
        }
      }
      rows.push(...shared, row(name, time, text, "", followers, shared.length));
      bare.push(row(name, time, text, "", followers, shared.length));
    }
  }
  // Readers re-share one another now and then: that is how some of them are known.
  for (let i = 0; i < readers / 2; i++) {
    const [from, to] = [below(readers), below(readers / 4)];
    if (from !== to) rows.push(row(`reader${from}`, START + below(60 * DAY), `RT @reader${to}: hello`, `reader${to}`, 20, ""));
  }
  const header = "id,author,created_at,text,retweet_of_author,followers,retweets\n";
  return { csv: header + rows.join(""), counts: header + bare.join(""), truth };
}
