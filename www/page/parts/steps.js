/**
 * @import { Explanation, Pillar, SubFactor } from "../../shared/engine.d.ts"
 *
 * @typedef {{ factor: SubFactor, weight: number, value: number, points: number }} Part
 * @typedef {{ pillar: Pillar, from: number, to: number, points: number, weight: number, value: number, median: number, parts: Part[] }} Step
 */

/**
 * The running score, pillar by pillar, from the baseline to the score: each adds its points, and so do the sub-factors
 * inside it.
 * @param {Explanation} explanation
 * @returns {Step[]}
 */
export function steps({ baseline, contributions }) {
  let from = baseline ?? 0;
  return contributions.flatMap(({ pillar, weight, value, median, points, shares }) => {
    if (points === null || value === null || median === null) return [];
    const parts = shares.flatMap((share) => (share.points === null || share.value === null ? []
      : [{ factor: share.factor, weight: share.weight, value: share.value, points: share.points }]));
    const step = { pillar, from, to: from + points, points, weight, value, median, parts };
    from = step.to;
    return [step];
  });
}
