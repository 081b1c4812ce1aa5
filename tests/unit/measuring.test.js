// The windows that are compared to begin with, and what fields hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { against, halves, read, written } from "../../www/page/state/measuring.js";

const at = (/** @type {string} */ text) => Date.parse(text);

test("halves are cut at the beginning of a day, and hold the last moment", () => {
  const { before, after } = halves(at("2026-03-02T10:00:00Z"), at("2026-03-11T09:30:00Z"));
  assert.deepEqual([before.from, before.to], [at("2026-03-02T00:00:00Z"), at("2026-03-07T00:00:00Z")]);
  assert.deepEqual([after.from, after.to], [at("2026-03-07T00:00:00Z"), at("2026-03-12T00:00:00Z")]);
});

test("a short span is cut at a minute", () => {
  const first = at("2026-03-02T10:00:30Z");
  const { before, after } = halves(first, first + 3_600_000);
  assert.ok(before.from <= first && after.to > first + 3_600_000);
  assert.equal(before.to, after.from);
  assert.ok([before.from, before.to, after.to].every((time) => time % 60_000 === 0));
});

test("a window is held against as long before it", () => {
  assert.deepEqual(against(100, 150), { before: { from: 50, to: 100 }, after: { from: 100, to: 150 } });
});

test("a field holds minutes of UTC, and gives them back", () => {
  const time = at("2026-03-02T10:05:00Z");
  assert.equal(written(time), "2026-03-02T10:05");
  assert.equal(read(written(time)), time);
  assert.equal(read(""), null);
  assert.equal(read("tomorrow"), null);
  assert.equal(written(NaN), "");
});
