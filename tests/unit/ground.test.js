// What the Ground screen says of files: totals, coverage, choices by hand, and what a browser may keep.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Papa from "papaparse";
import { contentText, errorText, periodText } from "../../www/shared/phrases.js";
import { coverageOf } from "../../www/page/state/coverage.js";
import { chosenFolders } from "../../www/page/state/dropped.js";
import { cleaned, rolesShown, withRole } from "../../www/page/state/mapping.js";
import { KEY, Memory } from "../../www/page/state/memory.js";
import { leaves, receiptCsv, total } from "../../www/page/state/receipts.js";
import { ROLE_GROUPS, missingRoles, valueKind } from "../../www/page/state/roles.js";
import { words } from "../browser/support/words.js";

/** @import { Receipt } from "../../www/shared/engine.d.ts" */

/** @param {Partial<Receipt>} [patch] @returns {Receipt} */
function receipt(patch = {}) {
  return {
    name: "a.csv", format: "posts", encoding: "utf-8", separator: ",", headerLine: 1, bytes: 100, seen: 10, kept: 8, dropped: 2,
    repaired: 1, posts: 8, ties: 3, selfTies: 0, firstTime: Date.UTC(2023, 2, 1), lastTime: Date.UTC(2023, 2, 31),
    fingerprint: "00", columns: [], bundle: null, confidence: "likely", questions: [], list: null,
    content: {
      accounts: 6, authors: 5, followers: 0, texts: 8, dated: 8, viewed: 0, valued: 0, priced: 0, listed: 0,
      layers: { repost: 3, quote: 0, reply: 0, mention: 0, like: 0, follow: 0, link: 0 },
    },
    issues: [{ code: "row.no_author", severity: "dropped", count: 2, places: [
      { row: 3, line: 4, column: null, excerpt: "=1+1" }, { row: 5, line: 6, column: "auteur", excerpt: 'x;"y"' }] }],
    ...patch,
  };
}

/** @param {string} text */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

test("all receipts together are still seen = kept + dropped, and reasons add up across files and parts", () => {
  const zip = receipt({ name: "b.zip", issues: [], parts: [
    { path: "x.csv", bytes: 60, receipt: receipt({ name: "x.csv" }), skipped: null, error: null },
    { path: "y.jpg", bytes: 40, receipt: null, skipped: "entry.media", error: null },
  ] });
  const sum = total([receipt(), zip]);
  assert.deepEqual([sum.files, sum.bytes, sum.seen, sum.kept, sum.dropped, sum.repaired], [2, 200, 20, 16, 4, 2]);
  assert.equal(sum.seen, sum.kept + sum.dropped);
  assert.deepEqual(sum.reasons, [{ code: "row.no_author", severity: "dropped", count: 4 }]);
  assert.equal(sum.content.layers.repost, 6);
  assert.deepEqual(leaves(zip).map(({ file, part, skipped }) => [file, part, skipped]), [["b.zip", "x.csv", null], ["b.zip", "y.jpg", "entry.media"]]);
  const later = total([receipt({ firstTime: null, lastTime: null }), receipt({ firstTime: 5, lastTime: 9 })]);
  assert.deepEqual([later.firstTime, later.lastTime], [5, 9]);
});

for (const lang of /** @type {const} */ (["fr", "en"])) {
  test(`a receipt opens in the spreadsheets of ${lang}, and no cell of it is a formula`, () => {
    const text = receiptCsv(words[lang], [receipt({ name: "=cmd.csv" })]);
    assert.equal(text.charCodeAt(0), 0xfeff);
    const { data, errors } = Papa.parse(/** @type {string} */ (text.slice(1)).trimEnd(), { delimiter: lang === "fr" ? ";" : "," });
    assert.deepEqual(errors, []);
    const rows = /** @type {string[][]} */ (data);
    assert.ok(rows.every((row) => row.length === rows[0]?.length));
    for (const value of rows.flat()) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
    const place = rows.find((row) => row[9] === "'=1+1");
    assert.deepEqual(place?.slice(6, 8), ["3", "4"]);
    assert.ok(rows.some((row) => row[8] === "auteur" && row[9] === 'x;"y"'));
    assert.ok(rows.some((row) => row[0] === "'=cmd.csv"));
  });
}

test("one sentence says what was understood, in the order of each language", () => {
  assert.equal(plain(contentText(words.fr, receipt())), "8 posts de 5 auteurs, 3 interactions, du 1er au 31 mars 2023");
  assert.equal(plain(contentText(words.en, receipt())), "8 posts by 5 authors, 3 interactions, March 1 to March 31, 2023");
  const list = receipt({ posts: 0, ties: 0, firstTime: null, lastTime: null });
  assert.equal(plain(contentText(words.fr, list)), "6 comptes");
  assert.equal(plain(periodText(words.fr, Date.UTC(2022, 11, 30), Date.UTC(2023, 0, 2))), "du 30 décembre 2022 au 2 janvier 2023");
  assert.equal(plain(periodText(words.en, 0, 3_600_000)), "on January 1, 1970");
});

test("a limit that was hit is said with its number", () => {
  const said = errorText(words.en, { code: "limit.reached", params: { limit: "FILE_BYTES", value: 8 * 2 ** 30 } });
  assert.match(plain(said), /8\.6 GB/);
});

test("what the data can tell, before the analysis and after it", () => {
  const before = coverageOf(total([receipt()]), null);
  assert.deepEqual(Object.fromEntries(before.factors.map(({ name, state }) => [name, state])),
    {
      popularity: "no", proximity: "yes", goodwill: "no", authority: "yes", trust: "yes", affinity: "asks", frequency: "yes", period: "yes",
      amplitude: "yes",
    });
  assert.deepEqual(before.gains, ["followers", "follows"]);
  assert.deepEqual(before.layers, [{ layer: "repost", count: 3 }]);
  const list = receipt({ posts: 0, ties: 0, firstTime: null, lastTime: null,
    content: { ...receipt().content, followers: 6, texts: 0, dated: 0, layers: { ...receipt().content.layers, repost: 0 } } });
  const alone = coverageOf(total([list]), null);
  assert.deepEqual(alone.factors.map(({ state }) => state), ["yes", "no", "no", "no", "no", "no", "no", "no", "no"]);
  assert.deepEqual(alone.gains, ["posts", "times", "follows"]);
  const both = coverageOf(total([receipt(), list]), null);
  assert.equal(both.factors[0]?.state, "yes", "one more export adds what was missing");
  assert.ok(!both.gains.includes("followers") && !both.gains.includes("posts"));
  const found = { available: true, reason: null, accounts: 4 };
  const summary = /** @type {any} */ ({ coverage: {
    popularity: { available: false, reason: "no_followers", accounts: 0 }, proximity: found, goodwill: found, authority: found, trust: found,
    affinity: found, frequency: { available: false, reason: "too_short", accounts: 0 }, period: found, amplitude: found } });
  const after = coverageOf(total([receipt()]), summary);
  assert.deepEqual(after.factors.map(({ state, reason, accounts }) => [state, reason, accounts]),
    [["no", "no_followers", 0], ["yes", null, 4], ["yes", null, 4], ["yes", null, 4], ["yes", null, 4], ["yes", null, 4],
      ["no", "too_short", 0], ["yes", null, 4], ["yes", null, 4]]);
});

test("a role is played by one column, and equal choices are equal", () => {
  const columns = [["a", "author"], ["b", "text"], ["c", "ignored"]].map(([name = "", role = ""]) => ({ name, role, reading: null, samples: [], confidence: null }));
  const roles = withRole(columns, {}, "c", "author");
  assert.deepEqual(roles, { c: "author", a: "ignored" });
  assert.deepEqual(rolesShown(columns, { roles }), { a: "ignored", b: "text", c: "author" });
  assert.deepEqual(withRole(columns, { roles }, "c", "ignored"), { c: "ignored", a: "ignored" });
  assert.equal(JSON.stringify(cleaned({ separator: "", roles: { b: "x", a: "y" }, format: "posts" })), '{"format":"posts","roles":{"a":"y","b":"x"}}');
  assert.deepEqual(cleaned({ roles: {}, platform: undefined }), {});
  const hostile = [{ name: "__proto__", role: "text", reading: null, samples: [], confidence: null }];
  assert.equal(rolesShown(hostile, {}).polluted, undefined);
});

test("every role of the engine can be chosen", () => {
  const source = readFileSync(new URL("../../src/platform/roles.rs", import.meta.url), "utf8").match(/const CODES[\s\S]*?\n\};/)?.[0] ?? "";
  const codes = [...source.matchAll(/\("([a-z_]+)",/g)].map((match) => match[1] ?? "").filter((code) => code !== "ignored");
  const offered = ROLE_GROUPS.flatMap(([, roles]) => roles);
  assert.ok(codes.length > 40);
  assert.deepEqual(codes.filter((code) => !offered.includes(code)), []);
  assert.equal(new Set(offered).size, offered.length);
  assert.deepEqual(missingRoles("posts", ["author_id"]), [["text", "time"]]);
  assert.deepEqual(missingRoles("edges", ["source", "target"]), []);
  assert.deepEqual(["likes", "ref_time", "text"].map(valueKind), ["number", "time", "text"]);
});

/** @param {Record<string, string>} [held] */
function storage(held = {}) {
  return /** @type {Storage} */ (/** @type {unknown} */ ({
    getItem: (/** @type {string} */ key) => held[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (held[key] = value),
    removeItem: (/** @type {string} */ key) => void delete held[key],
  }));
}

test("choices are kept by the set of column names, forgotten one by one or all at once", () => {
  /** @type {Record<string, string>} */
  const held = {};
  const memory = new Memory(() => storage(held));
  assert.deepEqual([memory.allowed, memory.any, Object.keys(held)], [true, false, []]);
  memory.keep(["b", "a"], { roles: { a: "author" } });
  assert.deepEqual(memory.find(["a", "b"]), { roles: { a: "author" } });
  assert.equal(memory.find(["a"]), null);
  memory.keep(["a", "b"], { roles: { a: "text" } });
  assert.equal(memory.all().length, 1);
  memory.keep(["z"], {});
  memory.forget(["b", "a"]);
  assert.deepEqual(memory.all().map(({ columns }) => columns), [["z"]]);
  memory.clear();
  assert.deepEqual(Object.keys(held), [], "nothing is left, not even an empty list");
});

test("a storage that is denied, full or hostile costs nothing", () => {
  const denied = new Memory(() => { throw new Error("SecurityError"); });
  assert.deepEqual([denied.allowed, denied.any, denied.find(["a"]), denied.keep(["a"], {})], [false, false, null, false]);
  const none = new Memory(() => null);
  assert.equal(none.allowed, false);
  for (const text of ["{", "[1]", '[{"columns":["a"],"mapping":{"evil":1}}]', '[{"columns":["a"],"mapping":{"roles":{"a":"<img>"}}}]', '{"length":9}']) {
    assert.deepEqual(new Memory(() => storage({ [KEY]: text })).all(), [], text);
  }
});

test("the files of a folder dialog are that folder, in the order of their paths", () => {
  /** @param {string} path */
  const file = (path) => Object.defineProperty(new File(["x"], path.split("/").at(-1) ?? ""), "webkitRelativePath", { value: path });
  const [folder, ...others] = chosenFolders([file("export/data/b.js"), file("export/a.csv")]);
  assert.equal(others.length, 0);
  assert.deepEqual([folder?.name, folder?.files.map(({ path }) => path)], ["export", ["a.csv", "data/b.js"]]);
});
