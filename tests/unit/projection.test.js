// Projections: what the engine answers as a measure becomes ties and names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Study } from "../../www/api/study.js";

/** A transport that answers every measure with the same columns. @param {object} answer */
function answering(answer) {
  const asked = /** @type {unknown[]} */ ([]);
  const transport = {
    generation: 1,
    start: async () => {},
    call: async () => ({}),
    analyse: async () => {},
    measure: async (/** @type {string} */ name, /** @type {object} */ params) => {
      asked.push([name, params]);
      return answer;
    },
    loadUnpacker: async () => {},
    restart: () => {},
    close: () => {},
  };
  return { study: new Study(/** @type {any} */ (transport)), asked };
}

const columns = () => ({
  from: Float64Array.of(0, 0), to: Float64Array.of(1, 2), weight: Float64Array.of(1.5, 0.5), shared: Float64Array.of(2, 1),
});

test("accounts come as indices, without names", async () => {
  const { study, asked } = answering({ values: Float64Array.of(), columns: columns(), facts: { leftOut: 1 } });
  const found = await study.projection({ of: "hashtag" });
  assert.deepEqual(asked, [["projection", { of: "hashtag" }]]);
  assert.deepEqual([found.from, found.to, found.shared], [Uint32Array.of(0, 0), Uint32Array.of(1, 2), Uint32Array.of(2, 1)]);
  assert.deepEqual([found.weight, found.cosine, found.labels, found.facts], [Float64Array.of(1.5, 0.5), null, null, { leftOut: 1 }]);
});

test("objects come with their names, none where no tie is", async () => {
  const bytes = new TextEncoder().encode("cafétorréfieur");
  const labels = { bytes, ends: Uint32Array.of(5, bytes.length) };
  const { study } = answering({ values: Float64Array.of(), columns: columns(), facts: {}, labels });
  assert.deepEqual((await study.projection({ of: "word", onto: "objects" })).labels, ["café", "torréfieur"]);
  const { study: empty } = answering({ values: Float64Array.of(), columns: {}, facts: {} });
  const none = await empty.projection({ of: "word", onto: "objects" });
  assert.deepEqual([none.from.length, none.weight.length, none.labels], [0, 0, []]);
});
