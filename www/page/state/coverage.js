/**
 * @import { Layer, SubFactor, Summary } from "../../shared/engine.d.ts"
 * @import { Total } from "./receipts.js"
 *
 * @typedef {object} FactorLine what a measure rests on in these files
 * @property {SubFactor} name
 * @property {"yes" | "asks" | "no"} state `asks`: the files allow it, once a subject is given
 * @property {number | null} accounts for which it is known; null before the analysis
 * @property {string | null} reason why not, as a code
 * @property {string} basis what it is made of here, as a code
 *
 * @typedef {object} MaterialLine one thing that the files hold, or not
 * @property {string} name
 * @property {number} count
 * @property {number | null} of out of how many; null where there is no whole
 *
 * @typedef {object} Coverage
 * @property {FactorLine[]} factors
 * @property {MaterialLine[]} materials
 * @property {{ layer: Layer, count: number }[]} layers ties by kind, most first
 * @property {string[]} gains what one more export would add, as codes, the greatest gain first
 */

/** Ties that credit is drawn from, surest first. @type {readonly Layer[]} */
const CREDIT = ["repost", "quote", "reply", "mention", "link"];

/**
 * What these data can tell: before the analysis from the receipts, after it from what the engine found.
 * @param {Total} total
 * @param {Summary | null} summary of the same files; null when there is none, or when the files changed since
 * @returns {Coverage}
 */
export function coverageOf(total, summary) {
  const { content, posts, ties } = total;
  const layers = /** @type {[Layer, number][]} */ (Object.entries(content.layers))
    .filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]).map(([layer, count]) => ({ layer, count }));
  const credit = CREDIT.some((layer) => content.layers[layer] > 0);
  const spread = total.firstTime !== null && total.lastTime !== null && total.lastTime > total.firstTime;
  const factors = expected({
    followers: content.followers > 0, views: content.viewed > 0, texts: content.texts > 0, times: total.firstTime !== null, spread,
    credit, ties: ties > 0, posts: posts > 0, shares: content.layers.repost + content.layers.quote > 0,
    answers: content.layers.reply + content.layers.quote > 0,
  });
  return {
    factors: summary ? factors.map((line) => measured(line, summary)) : factors,
    materials: [
      { name: "all", count: content.accounts, of: null },
      { name: "followers", count: content.followers, of: content.accounts },
      { name: "posts", count: posts, of: null },
      { name: "texts", count: content.texts, of: posts },
      { name: "times", count: content.dated, of: posts },
    ],
    layers,
    gains: gains({ ...content, posts, credit, timed: total.firstTime !== null }),
  };
}

/**
 * @param {{ followers: boolean, views: boolean, texts: boolean, times: boolean, spread: boolean, credit: boolean, ties: boolean, posts: boolean, shares: boolean, answers: boolean }} has
 * @returns {FactorLine[]}
 */
function expected(has) {
  /**
   * @param {SubFactor} name
   * @param {string | null} reason
   * @param {string} basis
   * @returns {FactorLine}
   */
  const line = (name, reason, basis) => ({
    name, state: reason === null ? "yes" : reason === "no_brief" ? "asks" : "no", accounts: null, reason, basis,
  });
  return [
    line("popularity", has.followers || has.views ? null : "no_followers", has.followers ? "followers" : "views"),
    line("proximity", has.ties ? null : "no_ties", "ties"),
    line("goodwill", !has.ties ? "no_ties" : has.texts ? has.answers ? null : "no_signed_replies" : "no_text", "tone"),
    line("authority", has.ties ? null : "no_ties", "ties"),
    line("trust", !has.credit ? "no_ties" : !has.times ? "no_time" : has.spread ? null : "too_short", "times"),
    line("affinity", has.texts ? "no_brief" : has.posts ? "no_text" : "no_posts", "texts"),
    line("frequency", !has.credit ? "no_ties" : !has.times ? "no_time" : has.spread ? null : "too_short", "times"),
    line("period", !has.shares ? "few_reshares" : !has.times ? "no_time" : null, "lives"),
    line("amplitude", has.credit || has.posts ? null : "no_ties", has.credit ? "ties" : "counters"),
  ];
}

/**
 * The same line as the analysis found it.
 * @param {FactorLine} line
 * @param {Summary} summary
 * @returns {FactorLine}
 */
function measured(line, summary) {
  const { available, reason, accounts } = summary.coverage[line.name];
  return {
    ...line, accounts, reason: available ? null : reason,
    state: available ? "yes" : reason === "no_brief" ? "asks" : "no",
  };
}

/**
 * @param {{ accounts: number, followers: number, texts: number, posts: number, credit: boolean, timed: boolean, layers: Record<Layer, number> }} has
 * @returns {string[]}
 */
function gains({ accounts, followers, texts, posts, credit, timed, layers }) {
  /** @type {string[]} */
  const found = [];
  if (!credit) found.push(posts > 0 ? "ties" : "posts");
  else if (layers.repost === 0) found.push("reposts");
  if (followers === 0) found.push("followers");
  else if (accounts > 0 && followers < accounts / 2) found.push("more-followers");
  if (posts > 0 && texts === 0) found.push("texts");
  if (!timed) found.push("times");
  if (layers.follow === 0) found.push("follows");
  return found;
}
