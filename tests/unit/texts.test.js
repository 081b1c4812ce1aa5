/** Columns of texts as they cross from the engine: one run of bytes, and where each text ends. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { texts } from "../../www/api/study.js";

test("texts are cut where they end, whatever the letters are", () => {
  for (const list of [[], [""], ["a", "", "b"], ["é", "日本語", "😀😀", "plain", "\ufeffmark", "𝒳y", "", "à bientôt 👩‍🎤", "end"]]) {
    const encoder = new TextEncoder();
    let end = 0;
    const ends = Uint32Array.from(list, (text) => (end += encoder.encode(text).length));
    assert.deepEqual(texts({ bytes: encoder.encode(list.join("")), ends }), list);
  }
});
