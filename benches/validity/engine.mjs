/** The engine on a text that is at hand: what every test of validity asks. */
import { inRoot } from "../../scripts/build/paths.mjs";

/** @typedef {import("../../www/api/study.js").Study} Study */
/** @typedef {Map<string, number>} Scores of accounts by name */

/** @type {typeof import("../../www/api/node.js")} */
const { open } = await import(inRoot("dist", "node.js"));

/** Re-shares alone: what PageRank and credit draw on, as in the table of the method. */
export const RESHARES = { repost: 1, quote: 0, reply: 0, mention: 0, like: 0, follow: 0, link: 0 };

/**
 * A study of one text, not analysed yet.
 * @param {string} text
 * @param {string} name
 * @returns {Promise<Study>}
 */
export async function study(text, name) {
  const opened = await open();
  await opened.add(new Blob([text]), { name });
  return opened;
}

/**
 * A column by handle, without the unknown.
 * @param {Study} of
 * @param {Float64Array} column
 * @returns {Promise<Scores>}
 */
export async function byHandle(of, column) {
  const { handle } = await of.accounts();
  /** @type {Scores} */
  const found = new Map();
  handle.forEach((who, i) => {
    const value = column[i] ?? NaN;
    if (!Number.isNaN(value)) found.set(who, value);
  });
  return found;
}
