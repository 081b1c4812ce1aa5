/** @import { Brand } from "../../shared/engine.d.ts" */

/**
 * A brand as it is typed: the name, then its other names, separated by commas.
 * @param {Brand | null} brand
 */
export function brandLine(brand) {
  return brand === null ? "" : [brand.name, ...brand.aliases].join(", ");
}

/** @param {readonly Brand[]} brands one a line */
export function brandLines(brands) {
  return brands.map(brandLine).join("\n");
}

/**
 * @param {string} text
 * @returns {Brand | null}
 */
export function parseBrand(text) {
  const [name, ...aliases] = parts(text, /[,;|]/);
  return name === undefined ? null : { name, aliases };
}

/**
 * @param {string} text
 * @returns {Brand[]}
 */
export function parseBrands(text) {
  return text.split(/\r?\n/).flatMap((line) => parseBrand(line) ?? []);
}

/** @param {readonly string[]} entries */
export function lines(entries) {
  return entries.join("\n");
}

/**
 * Entries separated by commas, semicolons or line ends; each once.
 * @param {string} text
 */
export function parseLines(text) {
  return [...new Set(parts(text, /[,;\r\n\t]/))];
}

/**
 * @param {string} text
 * @param {RegExp} between
 */
function parts(text, between) {
  return text.split(between).map((part) => part.trim()).filter((part) => part !== "");
}
