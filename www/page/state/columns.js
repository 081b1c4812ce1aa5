/**
 * The columns of the ranking.
 *
 * @import { ColumnName, SubFactor } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 */
import { PILLARS, SUB_FACTORS } from "../../shared/settings.js";
import { UNKNOWN } from "../../shared/translate.js";

/** Those shown at first, in reading order. @type {readonly ColumnName[]} */
export const COLUMNS = ["score", "reach", "relevance", "resonance", "credit", "resharers", "followers", "posts"];
/** Those that can be added. @type {readonly ColumnName[]} */
export const EXTRA_COLUMNS = [
  ...SUB_FACTORS, "percentileAmongPeers", "authenticity", "visibility", "capillarity", "rise", "persistence", "topicShare", "spread", "likes", "cost", "value",
];
/** Width of each, in rem; another 7 for those added. @type {Partial<Record<ColumnName, number>>} */
const WIDTHS = { score: 6.5, credit: 5.5, followers: 6.5, posts: 5 };
/** Width of ticks, rank, account and star, where the table is scrolled sideways. */
const BEFORE = 2.75 + 3.5 + 14 + 2.5;
/** No facet but those always in sight. */
export const NO_FACETS = /** @type {const} */ ({ size: null, language: null, community: null, minPosts: null });

/**
 * The columns that are shown: those chosen, else those of the order: credit where it is what orders the rows.
 * @param {readonly ColumnName[] | null} chosen
 * @param {string} order
 * @returns {readonly ColumnName[]}
 */
export function shownColumns(chosen, order) {
  return chosen ?? (order === "credit" ? COLUMNS : COLUMNS.filter((name) => name !== "credit"));
}

/**
 * Width below which the table is scrolled, in rem; none where no column was added.
 * @param {readonly ColumnName[]} columns
 */
export function leastWidth(columns) {
  if (columns.every((name) => COLUMNS.includes(name))) return null;
  return columns.reduce((sum, name) => sum + (WIDTHS[name] ?? 7), BEFORE);
}

/** Shares of 1, and numbers with a decimal. @type {ReadonlySet<ColumnName>} */
const SHARES = new Set(["persistence", "topicShare"]);
/** @type {ReadonlySet<ColumnName>} */
const TENTHS = new Set(["capillarity", "spread"]);

/**
 * @param {Translator} say
 * @param {ColumnName | "handle"} name
 */
export function columnTitle(say, name) {
  if (name === "handle") return say.t("column-account");
  if (PILLARS.some((pillar) => pillar === name)) return say.t(`pillar-${name}`);
  return SUB_FACTORS.includes(/** @type {SubFactor} */ (name)) ? say.t(`factor-${name}`) : say.t(`column-${name}`);
}

/**
 * A value of a column that was added, as it is read.
 * @param {Translator} say
 * @param {ColumnName} name
 * @param {number | undefined} value
 */
export function columnText(say, name, value) {
  if (value === undefined || Number.isNaN(value)) return UNKNOWN;
  if (SHARES.has(name)) return say.percent(value);
  if (name === "rise") return say.t("compare-times", { times: say.number(2 ** value, 1) });
  return say.number(value, TENTHS.has(name) ? 1 : 0);
}
