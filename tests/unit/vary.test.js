import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { variations } from "../../scripts/vary/variations.mjs";

const { open } = await import(/** @type {string} */ (inRoot("dist", "node.js")));

/** @param {string} name @param {Uint8Array} bytes */
async function read(name, bytes) {
  const study = await open();
  try {
    return await study.add(bytes, { name });
  } finally {
    study.close();
  }
}

test("an export reads alike in every disguise", async () => {
  const bytes = readFileSync(inRoot("tests", "fixtures", "tools", "gen_fr.csv"));
  const base = await read("gen_fr.csv", bytes);
  const facts = (/** @type {any} */ receipt) => [receipt.kept, receipt.posts, receipt.content.accounts, receipt.content.layers];
  const made = [...variations("gen_fr.csv", bytes, base)];
  assert.ok(made.length > 60, `${made.length} variations`);
  for (const kind of [/^separator/u, /^encoding: UTF/u, /^packed/u, /^lines/u, /^columns: turned/u, /^names: in/u, /^as /u]) {
    const some = made.filter((one) => kind.test(one.kind));
    assert.ok(some.length > 0, String(kind));
    for (const one of some) assert.deepEqual(facts(await read(one.name, one.made)), facts(base), one.kind);
  }
  for (const { made: cut, name } of made.filter((one) => one.kind === "cut")) {
    const receipt = await read(name, cut).catch((error) => ({ seen: 0, kept: 0, dropped: 0, code: error.code }));
    assert.equal(receipt.seen, receipt.kept + receipt.dropped);
  }
});
