/** @import { Study } from "../../api/study.js" */

/** Rows that are asked for at once. */
const WINDOW = 5_000;

/**
 * Pseudonyms by index: the place in the ranking, those listed apart after the others, as the engine counts them for its
 * files and for their key.
 * @param {Study} study
 * @param {string} word
 * @param {number} all accounts of the result
 * @returns {Promise<Map<number, string>>}
 */
export async function pseudonyms(study, word, all) {
  const digits = Math.max(3, String(all).length);
  /** @type {Map<number, string>} */
  const names = new Map();
  for (let from = 0; from < all; from += WINDOW) {
    const { rows } = await study.ranking({ enough: null, from, to: from + WINDOW });
    for (const { index } of rows) names.set(index, `${word} ${String(names.size + 1).padStart(digits, "0")}`);
  }
  return names;
}
