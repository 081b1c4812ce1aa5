/** What the screen Objective is made of: shares that add up, words of a brief, the sentence that says what is looked for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { missingFactors, objectiveFinding, toldShare, weightsText } from "../../www/page/state/objective.js";
import { rebalanced, sharesOf } from "../../www/page/state/shares.js";
import { withWord } from "../../www/page/state/words.js";
import { EVEN, PILLARS, PRESETS, SUB_FACTORS } from "../../www/shared/settings.js";
import { LANGS, words } from "../browser/support/words.js";

/** @import { Summary, SubFactor } from "../../www/shared/engine.d.ts" */

test("one share moves, the others keep their proportion, and all of them add up to 100 whatever is asked", () => {
  const before = { reach: 20, relevance: 45, resonance: 35 };
  assert.deepEqual(rebalanced(PILLARS, before, "reach", 60), { reach: 60, relevance: 23, resonance: 17 });
  assert.deepEqual(rebalanced(PILLARS, before, "reach", 100), { reach: 100, relevance: 0, resonance: 0 });
  assert.deepEqual(rebalanced(PILLARS, { reach: 100, relevance: 0, resonance: 0 }, "reach", 50), { reach: 50, relevance: 25, resonance: 25 });
  for (const asked of [-5, 0, 0.4, 1, 33, 66.6, 99, 100, 1e9]) {
    for (const name of PILLARS) {
      const shares = rebalanced(PILLARS, { reach: 1, relevance: 98, resonance: 1 }, name, asked);
      assert.equal(PILLARS.reduce((sum, each) => sum + shares[each], 0), 100, `${name} ${asked}`);
      assert.ok(PILLARS.every((each) => shares[each] >= 0 && Number.isInteger(shares[each])));
    }
  }
  assert.deepEqual(sharesOf(PILLARS, PRESETS.none), { reach: 33, relevance: 33, resonance: 33 });
  assert.deepEqual(sharesOf(PILLARS, { reach: 0, relevance: 0, resonance: 0 }), { reach: 0, relevance: 0, resonance: 0 });
});

test("a suggested word goes behind what is there, a phrase in quotes", () => {
  assert.equal(withWord("", "oolong"), "oolong");
  assert.equal(withWord("tea,  ", "oolong"), "tea, oolong");
  assert.equal(withWord("tea", "black tea"), 'tea, "black tea"');
});

/** @param {readonly SubFactor[]} untold @returns {any} */
const summaryOf = (untold) => ({
  accounts: 1_432, ranked: 900, creditLayers: ["repost"], factorWeights: { ...EVEN, authority: 2, trust: 1, affinity: 1 },
  coverage: Object.fromEntries(SUB_FACTORS.map((name) => [name, untold.includes(name) ? { available: false, reason: "no_text", accounts: 0 } : { available: true, reason: null, accounts: 9 }])),
});

test("the share that data can tell is that of the weights, not of the number of criteria", () => {
  assert.equal(toldShare(summaryOf([]), PRESETS.awareness), 1);
  // Authority is half of relevance, which is 45 of 100.
  assert.ok(Math.abs(toldShare(summaryOf(["authority"]), PRESETS.consideration) - (1 - 0.45 / 2)) < 1e-12);
  assert.equal(toldShare(summaryOf([...SUB_FACTORS]), PRESETS.awareness), 0);
  assert.equal(missingFactors(words.en, summaryOf(["authority"])).length, 1);
});

for (const lang of LANGS) {
  test(`the finding says what is looked for, among how many, how much can be told and what changes at the top, ${lang}`, () => {
    const say = words[lang];
    const first = Array.from({ length: 10 }, (_, index) => ({ index, handle: `user_${index}` }));
    const told = objectiveFinding(say, { settings: { objective: "consideration", brief: "tea" }, summary: summaryOf(["authority"]), weights: PRESETS.consideration, first, plain: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
    assert.match(told.first, /tea/);
    assert.match(told.first.replace(/[\s,  ]/g, ""), /1432/);
    const rest = told.others.join(" ");
    assert.match(rest, /8/);
    assert.match(rest.replace(/\s/g, ""), /77[.,]5%|78%|77%/);
    assert.ok(rest.includes(say.t("change-some", { count: 3, of: 10 })) && rest.includes(say.t("change-first", { handle: "user_0" })), rest);
    const same = objectiveFinding(say, { settings: { objective: "crisis", brief: "" }, summary: summaryOf([]), weights: PRESETS.crisis, first, plain: first.map(({ index }) => index) });
    assert.ok(same.others.join(" ").includes(say.t("change-none", { of: 10 })));
    assert.ok(same.others.join(" ").includes(say.t("change-same-first", { handle: "user_0" })));
    // Nobody is re-shared: nothing to compare with, nothing is said.
    const mute = objectiveFinding(say, { settings: { objective: "crisis", brief: "" }, summary: summaryOf([]), weights: PRESETS.crisis, first, plain: null });
    assert.equal(mute.others.length, 1);
    const none = objectiveFinding(say, { settings: { objective: "none", brief: "x".repeat(500) }, summary: summaryOf([]), weights: PRESETS.none, first, plain: [1] });
    assert.ok(none.first.length < 300 && none.others.length === 2);
    // Where nothing ties accounts to one another, nobody is ranked by who passes them on.
    const untied = objectiveFinding(say, { settings: { objective: "none", brief: "tea" }, summary: { ...summaryOf([]), creditLayers: [] }, weights: PRESETS.none, first, plain: null });
    assert.equal(untied.first, say.t("seek-none-score", { accounts: 1_432 }));
    assert.equal((weightsText(say, PRESETS.awareness).match(/\d+/g) ?? []).join(), "45,20,35");
  });
}
