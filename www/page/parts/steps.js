/**
 * @import { Explanation, Pillar } from "../../shared/engine.d.ts"
 *
 * @typedef {{ pillar: Pillar, from: number, to: number, factor: number, weight: number, value: number, median: number }} Step
 */

/**
 * The running score, pillar by pillar, from the baseline to the score.
 * @param {Explanation} explanation
 * @returns {Step[]}
 */
export function steps({ baseline, contributions }) {
  let from = baseline ?? 0;
  return contributions.flatMap(({ pillar, weight, value, median, contribution }) => {
    if (contribution === null || value === null || median === null) return [];
    const factor = Math.exp(contribution);
    const step = { pillar, from, to: from * factor, factor, weight, value, median };
    from = step.to;
    return [step];
  });
}
