// The picture of a score ends on the score.
import assert from "node:assert/strict";
import { test } from "node:test";
import { steps } from "../../www/page/parts/steps.js";

test("steps lead from the median account to the score", () => {
  const contributions = /** @type {const} */ ([
    { pillar: "reach", weight: 0.25, value: 80, median: 20, contribution: 0.25 * Math.log(4) },
    { pillar: "relevance", weight: 0, value: null, median: 30, contribution: null },
    { pillar: "resonance", weight: 0.75, value: 10, median: 40, contribution: 0.75 * Math.log(0.25) },
  ]);
  const baseline = 20 ** 0.25 * 40 ** 0.75;
  const score = 80 ** 0.25 * 10 ** 0.75;
  const list = steps({ score, baseline, contributions: [...contributions] });
  assert.deepEqual(list.map((step) => step.pillar), ["reach", "resonance"]);
  assert.equal(list[0]?.from, baseline);
  assert.equal(list[1]?.from, list[0]?.to);
  assert.ok(Math.abs((list[1]?.to ?? 0) - score) < 1e-9);
  assert.ok(Math.abs((list[0]?.factor ?? 0) - 4 ** 0.25) < 1e-12);
});
