/** How good an order is at saying what comes later, and how sure a difference is. Shares nothing with the engine. */
import { uniforms } from "../support/uniforms.mjs";

/** @param {string} a @param {string} b */
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Candidates in the order of a score, highest first, ties by name; what has no score comes last.
 * @param {readonly string[]} candidates
 * @param {ReadonlyMap<string, number>} score
 */
export function ordered(candidates, score) {
  const value = (/** @type {string} */ who) => score.get(who) ?? -Infinity;
  return [...candidates].sort((a, b) => (value(a) === value(b) ? byName(a, b) : value(b) > value(a) ? 1 : -1));
}

/**
 * NDCG@top with gains log2(1 + later); `times` says how often each candidate counts (a bootstrap replicate).
 * @param {readonly string[]} order
 * @param {readonly string[]} ideal
 * @param {ReadonlyMap<string, number>} later
 * @param {number} top
 * @param {ReadonlyMap<string, number>} [times]
 */
export function ndcg(order, ideal, later, top, times) {
  const gain = (/** @type {readonly string[]} */ list) => {
    let [place, sum] = [0, 0];
    for (const who of list) {
      for (let again = times ? (times.get(who) ?? 0) : 1; again > 0 && place < top; again--) {
        place++;
        sum += Math.log2(1 + (later.get(who) ?? 0)) / Math.log2(place + 1);
      }
      if (place >= top) break;
    }
    return sum;
  };
  return gain(order) / gain(ideal);
}

/**
 * Share of the later re-sharers that the best possible first ones would have.
 * @param {readonly string[]} order
 * @param {readonly string[]} ideal
 * @param {ReadonlyMap<string, number>} later
 * @param {number} top
 */
export function capture(order, ideal, later, top) {
  const people = (/** @type {readonly string[]} */ list) => list.slice(0, top).reduce((sum, who) => sum + (later.get(who) ?? 0), 0);
  return people(order) / people(ideal);
}

/**
 * Share of the first ones that are among the best possible first ones.
 * @param {readonly string[]} order
 * @param {readonly string[]} ideal
 * @param {number} top
 */
export function precision(order, ideal, top) {
  const best = new Set(ideal.slice(0, top));
  return order.slice(0, top).filter((who) => best.has(who)).length / top;
}

/**
 * Rank correlation, ties at their mean rank.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
export function spearman(a, b) {
  const ranks = (/** @type {readonly number[]} */ values) => {
    const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
    const found = new Array(values.length).fill(0);
    for (let start = 0; start < order.length; ) {
      let end = start;
      while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
      for (let i = start; i < end; i++) found[order[i] ?? 0] = (start + end - 1) / 2;
      start = end;
    }
    return found;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (x.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    xy += (rank - middle) * (y[i] - middle);
    xx += (rank - middle) ** 2;
    yy += (y[i] - middle) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

/**
 * Differences of NDCG between the first order and each other one, with 95 % intervals: candidates are drawn again with
 * replacement, the same draw for all orders of a replicate.
 * @param {ReadonlyMap<string, readonly string[]>} orders
 * @param {readonly string[]} ideal
 * @param {ReadonlyMap<string, number>} later
 * @param {number} top
 * @param {{ replicates?: number, seed?: number }} [options]
 * @returns {Map<string, { difference: number, low: number, high: number }>}
 */
export function differences(orders, ideal, later, top, { replicates = 300, seed = 1 } = {}) {
  const [first = ""] = orders.keys();
  const random = uniforms(seed);
  /** @type {Map<string, number[]>} */
  const drawn = new Map([...orders.keys()].map((name) => [name, []]));
  for (let replicate = 0; replicate < replicates; replicate++) {
    /** @type {Map<string, number>} */
    const times = new Map();
    for (let i = 0; i < ideal.length; i++) {
      const who = ideal[Math.floor(random() * ideal.length)] ?? "";
      times.set(who, (times.get(who) ?? 0) + 1);
    }
    const base = ndcg(orders.get(first) ?? [], ideal, later, top, times);
    for (const [name, order] of orders) drawn.get(name)?.push(base - ndcg(order, ideal, later, top, times));
  }
  const base = ndcg(orders.get(first) ?? [], ideal, later, top);
  return new Map([...orders].map(([name, order]) => {
    const sorted = (drawn.get(name) ?? []).sort((a, b) => a - b);
    const at = (/** @type {number} */ p) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(p * (sorted.length - 1))))] ?? NaN;
    return [name, { difference: base - ndcg(order, ideal, later, top), low: at(0.025), high: at(0.975) }];
  }));
}

/** @param {number} value @param {number} [digits] */
export const fixed = (value, digits = 3) => (Number.isNaN(value) ? "-" : value.toFixed(digits));
