/** A log of lines `actor target seconds type`, and the plain rankings that ours is held against, counted here. */

/** @typedef {{ actor: string, target: string, time: number, type: string }} Act time in seconds */

/** @param {string} text @returns {Act[]} */
export function acts(text) {
  /** @type {Act[]} */
  const found = [];
  for (const line of text.split("\n")) {
    const [actor = "", target = "", time = "", type = ""] = line.trim().split(" ");
    if (type && actor !== target) found.push({ actor, target, time: Number(time), type });
  }
  return found;
}

/** @param {readonly Act[]} some */
export const lines = (some) => some.map(({ actor, target, time, type }) => `${actor} ${target} ${time} ${type}\n`).join("");

/**
 * Distinct actors on each target.
 * @param {readonly Act[]} some
 * @returns {Map<string, number>}
 */
export function distinct(some) {
  /** @type {Map<string, Set<string>>} */
  const sets = new Map();
  for (const { actor, target } of some) {
    const set = sets.get(target);
    if (set) set.add(actor);
    else sets.set(target, new Set([actor]));
  }
  return new Map([...sets].map(([target, set]) => [target, set.size]));
}

/**
 * A sum over acts for each name.
 * @param {readonly Act[]} some
 * @param {(act: Act) => number} [weight]
 * @param {"actor" | "target"} [side]
 */
export function summed(some, weight = () => 1, side = "target") {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const act of some) found.set(act[side], (found.get(act[side]) ?? 0) + weight(act));
  return found;
}

/**
 * Re-shares that fade by half every so many hours.
 * @param {readonly Act[]} some
 * @param {number} end seconds
 * @param {number} hours
 */
export const decayed = (some, end, hours) => summed(some, ({ time }) => 2 ** (-(end - time) / 3600 / hours));

/**
 * The largest h such that h accounts re-shared at least h times each.
 * @param {readonly Act[]} some
 */
export function hIndex(some) {
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map();
  for (const { actor, target } of some) {
    const of = counts.get(target) ?? new Map();
    of.set(actor, (of.get(actor) ?? 0) + 1);
    counts.set(target, of);
  }
  return new Map([...counts].map(([target, of]) => {
    const sorted = [...of.values()].sort((a, b) => b - a);
    const h = sorted.findIndex((count, i) => count < i + 1);
    return [target, h < 0 ? sorted.length : h];
  }));
}

/**
 * Core numbers of the undirected graph of re-shares, by peeling.
 * @param {readonly Act[]} some
 */
export function coreNumbers(some) {
  /** @type {Map<string, Set<string>>} */
  const near = new Map();
  const join = (/** @type {string} */ a, /** @type {string} */ b) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const { actor, target } of some) {
    join(actor, target);
    join(target, actor);
  }
  /** @type {Map<string, number>} */
  const degree = new Map([...near].map(([who, others]) => [who, others.size]));
  /** @type {string[][]} */
  const buckets = [];
  for (const [who, d] of degree) (buckets[d] ??= []).push(who);
  /** @type {Map<string, number>} */
  const core = new Map();
  let k = 0;
  for (let d = 0; d < buckets.length; ) {
    const who = buckets[d]?.pop();
    if (who === undefined) {
      d++;
      continue;
    }
    if (core.has(who) || degree.get(who) !== d) continue;
    k = Math.max(k, d);
    core.set(who, k);
    for (const other of near.get(who) ?? []) {
      const old = degree.get(other) ?? 0;
      if (!core.has(other) && old > d) {
        degree.set(other, old - 1);
        (buckets[old - 1] ??= []).push(other);
        d = Math.min(d, old - 1);
      }
    }
  }
  return core;
}
