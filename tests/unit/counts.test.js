import assert from "node:assert/strict";
import test from "node:test";
import { cargoCounts, nodeCounts, outcome } from "../../scripts/test/counts.mjs";

const CARGO = `
running 3 tests
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
`;
const NODE = "\u001b[34mℹ tests 7\u001b[39m\nℹ pass 4\nℹ fail 1\nℹ cancelled 2\nℹ skipped 0\n";

test("the closing lines of cargo's runners add up", () => {
  assert.deepEqual(cargoCounts(CARGO), { passed: 7, failed: 2 });
});

test("a cancelled test of Node's runner counts as failed", () => {
  assert.deepEqual(nodeCounts(NODE), { passed: 4, failed: 3 });
});

test("a runner that ran nothing is a failure", () => {
  assert.deepEqual(outcome(0, "no line that counts", cargoCounts), { passed: 0, failed: 1, note: "ran no test" });
});

test("a runner that stops without naming a failed test is a failure", () => {
  const { passed, failed } = outcome(101, "test result: ok. 3 passed; 0 failed;", cargoCounts);
  assert.deepEqual({ passed, failed }, { passed: 3, failed: 1 });
});

test("a step without counts is one test", () => {
  assert.equal(outcome(0, "", null).passed, 1);
  assert.equal(outcome(1, "", null).failed, 1);
});
