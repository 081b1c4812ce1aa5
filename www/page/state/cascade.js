/**
 * One message on its way: who was reached after how many re-shares, and by whom.
 *
 * @import { Simulated } from "../../shared/engine.d.ts"
 *
 * @typedef {Pick<Extract<Simulated, { kind: "cascade" }>, "steps">} Cascade
 */

/**
 * Places of the steps after so many re-shares.
 * @param {Cascade} found
 * @param {number} hop
 * @returns {number[]}
 */
export function stepOf({ steps }, hop) {
  /** @type {number[]} */
  const places = [];
  steps.hop.forEach((each, at) => {
    if (each === hop) places.push(at);
  });
  return places;
}

/** @param {Cascade} found @param {number} hop */
export function countUntil({ steps }, hop) {
  return steps.hop.reduce((count, each) => count + (each <= hop ? 1 : 0), 0);
}

/**
 * Who was reached in a step, by whom, the most first.
 * @param {Cascade} found
 * @param {readonly number[]} places
 * @returns {{ by: number, accounts: number[] }[]}
 */
export function bySource({ steps }, places) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const at of places) {
    const by = steps.by[at] ?? 0;
    const group = groups.get(by);
    if (group) group.push(steps.account[at] ?? 0);
    else groups.set(by, [steps.account[at] ?? 0]);
  }
  return [...groups].map(([by, accounts]) => ({ by, accounts })).sort((a, b) => b.accounts.length - a.accounts.length || a.by - b.by);
}
