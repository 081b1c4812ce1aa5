/** The invented posts of the benchmarks: always the same bytes, and totals that another reader finds too. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import Papa from "papaparse";
import { posts } from "../../benches/generate-posts.mjs";

/** @param {{ rows: number, seed?: number }} options */
function whole(options) {
  const blocks = posts(options);
  let text = "";
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return { text, totals: value };
    text += value;
  }
}

test("the same arguments give the same bytes, another seed gives others", () => {
  const hash = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");
  const first = hash(whole({ rows: 5_000 }).text);
  assert.equal(hash(whole({ rows: 5_000 }).text), first);
  assert.notEqual(hash(whole({ rows: 5_000, seed: 2 }).text), first);
});

test("the totals are those of the rows", () => {
  const { text, totals } = whole({ rows: 6_000, seed: 3 });
  const { data, errors } = Papa.parse(text.trimEnd(), { header: true });
  /** @type {Record<string, string>[]} */
  const rows = /** @type {any} */ (data);
  assert.deepEqual(errors, []);
  const filled = (/** @type {string} */ name) => rows.filter((row) => row[name] !== "").length;
  assert.deepEqual(totals, {
    rows: rows.length,
    authors: new Set(rows.map((row) => row["author"]?.toLowerCase())).size,
    reposts: filled("retweet_of_author"),
    replies: filled("reply_to_author"),
    quotes: filled("quote_of_author"),
    likes: rows.reduce((sum, row) => sum + Number(row["likes"]), 0),
  });
  assert.equal(new Set(rows.map((row) => row["id"])).size, rows.length);
  assert.ok(rows.some((row) => /\n/.test(row["text"] ?? "")) && rows.some((row) => /".*"/.test(row["text"] ?? "")));
  assert.ok(rows.some((row) => row["followers"] === "") && rows.some((row) => /^[A-Z_0-9]+$/.test(row["author"] ?? "")));
});
