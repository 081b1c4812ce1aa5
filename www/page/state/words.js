import { cleanBrief } from "../../shared/settings.js";

/**
 * A brief with one more word, or phrase.
 * @param {string} brief
 * @param {string} word
 */
export function withWord(brief, word) {
  const quoted = /\s/.test(word) ? `"${word}"` : word;
  const begun = brief.replace(/[\s,;]+$/, "");
  return cleanBrief(begun ? `${begun}, ${quoted}` : quoted);
}
