/**
 * What a community is called.
 *
 * @import { CommunityRow } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 */

/**
 * Its own words, or its number where it has none.
 * @param {Translator} say
 * @param {Pick<CommunityRow, "number" | "name"> | undefined} row
 * @param {number} [number] of the community, where it may have no row
 */
export function rowName(say, row, number = row?.number ?? 0) {
  return row && row.name.length > 0 ? row.name.join(" · ") : say.t("circle-unnamed", { number: number + 1 });
}

/**
 * The name of a community by its number.
 * @param {Translator} say
 * @param {readonly CommunityRow[]} rows
 * @param {number} number
 */
export function communityName(say, rows, number) {
  return rowName(say, rows.find((row) => row.number === number), number);
}
