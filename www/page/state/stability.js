/**
 * @import { Stability } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 */

/**
 * How far a ranking holds, in a sentence: of the first ten, how many stay by chance and under other weights.
 * @param {Translator} say
 * @param {Pick<Stability, "lines">} stability
 */
export function stabilityText(say, { lines }) {
  // Of people and days, the one that changes more.
  const chance = least(lines.filter(({ what }) => what === "people" || what === "time").map(({ top10 }) => top10));
  const weights = least(lines.filter(({ what }) => what === "weights").map(({ top10 }) => top10));
  const others = least(lines.filter(({ what }) => what === "layer" || what === "halfLife").map(({ top10 }) => top10));
  const opinions = weights ?? others;
  const of = (/** @type {number} */ share) => Math.round(10 * share);
  if (chance !== null && opinions !== null) return say.t("stability-both", { chance: of(chance), weights: of(opinions) });
  if (chance !== null) return say.t("stability-chance", { chance: of(chance) });
  if (opinions !== null) return say.t("stability-opinions", { weights: of(opinions) });
  return say.t("stability-title");
}

/** @param {(number | null)[]} values */
function least(values) {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
