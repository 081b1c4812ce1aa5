// The protocol of validity: its own arithmetic, and influence that is known found again by the shipped engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTACKS, attack } from "../../benches/validity/attacks.mjs";
import { cascades } from "../../benches/validity/cascades.mjs";
import { invented } from "../../benches/validity/invented.mjs";
import { differences, ndcg, ordered, spearman } from "../../benches/validity/judge.mjs";
import { coreNumbers, distinct, hIndex } from "../../benches/validity/log.mjs";
import { recovered } from "../../benches/validity/synthetic.mjs";
import { uniforms } from "../../benches/support/uniforms.mjs";

const act = (/** @type {string} */ actor, /** @type {string} */ target) => ({ actor, target, time: 0, type: "RT" });

test("NDCG by hand, a perfect order has 1, replicates count twice what is drawn twice", () => {
  const later = new Map([["a", 7], ["b", 3], ["c", 1], ["d", 0]]);
  const ideal = ordered(["d", "c", "b", "a"], later);
  assert.deepEqual(ideal, ["a", "b", "c", "d"]);
  assert.equal(ndcg(ideal, ideal, later, 3), 1);
  // Gains 2, 3, 1 over 3, 2, 1.
  const expected = (2 + 3 / Math.log2(3) + 0.5) / (3 + 2 / Math.log2(3) + 0.5);
  assert.ok(Math.abs(ndcg(["b", "a", "c", "d"], ideal, later, 3) - expected) < 1e-12);
  assert.equal(ndcg(["b", "a"], ideal, later, 2, new Map([["a", 2]])), 1);
});

test("rank correlation with ties", () => {
  assert.equal(spearman([1, 2, 3], [10, 20, 30]), 1);
  assert.equal(spearman([1, 2, 3], [3, 2, 1]), -1);
  assert.ok(Math.abs(spearman([1, 2, 2, 4], [1, 2, 3, 4]) - 0.9486832980505138) < 1e-12);
});

test("an order against itself differs by nothing; a better one has an interval above 0", () => {
  const names = Array.from({ length: 200 }, (_, i) => `n${i}`);
  const later = new Map(names.map((name, i) => [name, 200 - i]));
  const worse = [...names].reverse();
  const found = differences(new Map([["good", names], ["worse", worse]]), names, later, 20, { replicates: 50 });
  assert.deepEqual(found.get("good"), { difference: 0, low: 0, high: 0 });
  const { difference = 0, low = 0 } = found.get("worse") ?? {};
  assert.ok(difference > 0.3 && low > 0.3);
});

test("counts, cores and h-index of a small log", () => {
  const clique = ["a", "b", "c", "d"].flatMap((x) => ["a", "b", "c", "d"].filter((y) => y !== x).map((y) => act(x, y)));
  const log = [...clique, act("e", "a"), act("e", "a"), act("b", "a")];
  assert.equal(distinct(log).get("a"), 4);
  const cores = coreNumbers(log);
  assert.deepEqual([cores.get("a"), cores.get("d"), cores.get("e")], [3, 3, 1]);
  assert.equal(hIndex(log).get("a"), 2);
  assert.equal(hIndex(log).get("d"), 1);
});

test("attacks have their sizes, aim at their target and end in time", () => {
  const sizes = { A: 100, B: 200, C: 31 * 30, D: 100, E: 400 };
  for (const kind of /** @type {(keyof typeof ATTACKS)[]} */ (Object.keys(ATTACKS))) {
    const rows = attack(kind, "target", 1_000_000, uniforms(1), ["known"]);
    assert.equal(rows.length, sizes[kind], kind);
    assert.ok(rows.every(({ time }) => time < 1_000_000 && time >= 1_000_000 - 86_401), kind);
    assert.ok(rows.some(({ target }) => target === "target"), kind);
  }
});

test("cascades with and without a key", () => {
  const found = cascades("7 alice 100,bob 120,carol 130\nzoe 50,yan 60\n\n");
  assert.deepEqual(found, [{ who: "alice", start: 100, times: [120, 130] }, { who: "zoe", start: 50, times: [60] }]);
});

test("an invented network is the same for the same seed, and another for another", () => {
  const small = { posts: 3, authors: 40, readers: 400 };
  assert.equal(invented({ seed: 4, ...small }).csv, invented({ seed: 4, ...small }).csv);
  assert.notEqual(invented({ seed: 4, ...small }).csv, invented({ seed: 5, ...small }).csv);
});

test("influence that is known is found again at 20 posts an author; celebrities without effect are not on top", async () => {
  const found = await recovered({ seed: 1, posts: 20 });
  assert.ok(found.psi >= 0.6, `credit: ${found.psi}`);
  assert.ok(found.psiRate >= 0.6, `amplitude: ${found.psiRate}`);
  assert.ok((found.celebrities[0] ?? 0) > found.all / 10, `celebrities at ${found.celebrities.join(", ")}`);
  assert.equal(found.lookalikes, 0, "whom nobody re-shares is said to set nothing off");
});
