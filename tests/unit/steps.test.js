// The picture of a score ends on the score.
import assert from "node:assert/strict";
import { test } from "node:test";
import { steps } from "../../www/page/parts/steps.js";

/** @import { Explanation } from "../../www/shared/engine.d.ts" */

test("steps lead from the median account to the score, and the parts of each add up to it", () => {
  /** @type {Explanation["contributions"]} */
  const contributions = [
    { pillar: "reach", weight: 0.25, value: 80, median: 20, contribution: 0.3, points: 12.5, shares: [
      { factor: "popularity", weight: 0.5, value: 90, ofPillar: 45, contribution: 0.2, points: 8 },
      { factor: "proximity", weight: 0.5, value: 70, ofPillar: 35, contribution: 0.1, points: 4.5 },
      { factor: "goodwill", weight: 0, value: null, ofPillar: null, contribution: null, points: null },
    ] },
    { pillar: "relevance", weight: 0, value: null, median: 30, contribution: null, points: null, shares: [] },
    { pillar: "resonance", weight: 0.75, value: 10, median: 40, contribution: -0.9, points: -30, shares: [] },
  ];
  const list = steps({ score: 22.5, baseline: 40, contributions });
  assert.deepEqual(list.map((step) => step.pillar), ["reach", "resonance"]);
  assert.equal(list[0]?.from, 40);
  assert.equal(list[1]?.from, list[0]?.to);
  assert.equal(list[1]?.to, 22.5);
  assert.deepEqual(list[0]?.parts.map((part) => part.factor), ["popularity", "proximity"]);
  assert.equal(list[0]?.parts.reduce((sum, part) => sum + part.points, 0), list[0]?.points);
});
