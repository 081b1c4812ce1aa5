// Projects: what is written is read again, and what anybody else wrote is believed only where it makes sense.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64, toBase64 } from "../../www/page/state/base64.js";
import { FIRST_PLAN, FIRST_SETTINGS, FIRST_VIEW } from "../../www/page/state/first.js";
import { decided } from "../../www/page/state/plan.js";
import { projectFrom, readProject, writeProject } from "../../www/page/state/project.js";

const NOW = Date.UTC(2026, 1, 3);
const plan = decided(decided(FIRST_PLAN, { handle: "ada", platform: "x" }, { listed: true, note: "line\nbreak \u2028 and \"quotes\"" }), { handle: "ben", platform: "x" }, { choice: "never" });
const settings = {
  ...FIRST_SETTINGS, objective: /** @type {const} */ ("advocacy"), brief: "thé, café", weights: { reach: 10, relevance: 50, resonance: 40 }, seed: 7,
  brand: { name: "Lumière", aliases: ["lumiere"] }, lists: { employees: ["ada@x.org"], customers: [] }, window: { from: NOW, to: null },
};
const result = { hash: "0123456789abcdef".repeat(4), method: "0.2", accounts: 510, ranked: 400 };
const given = { mapping: { separator: ";", roles: { who: "author" } }, parts: { "a/b.csv": { dayFirst: true } }, remembered: true };

/** A file whose bytes do not compress, longer than a piece. */
function noise(/** @type {number} */ length) {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = state >> 16;
  }
  return bytes;
}

/** @returns {import("../../www/page/state/project.js").Source[]} */
function sources() {
  return [
    { name: "posts.csv", folder: false, demo: false, fingerprint: "abc", given, blobs: [{ path: "", blob: new Blob(["a,b\n1,é\n".repeat(1_000)]) }] },
    { name: "noise.bin", folder: false, demo: true, fingerprint: null, given: { mapping: {}, parts: {}, remembered: false }, blobs: [{ path: "", blob: new Blob([noise(3_500_001)]) }] },
    { name: "export", folder: true, demo: false, fingerprint: "def", given, blobs: [{ path: "a/b.csv", blob: new Blob(["x"]) }, { path: "a/empty.csv", blob: new Blob([]) }] },
  ];
}

test("base64 goes there and back for every length and byte", () => {
  for (const length of [0, 1, 2, 3, 255, 0x8000, 0x8001]) assert.deepEqual(fromBase64(toBase64(noise(length))), noise(length));
});

test("a project with its data opens to the same settings, people and bytes", async () => {
  const file = await writeProject({ settings, view: { ...FIRST_VIEW, search: "a" }, plan, result }, sources(), { withData: true, now: NOW });
  const { project, items } = await readProject(file);
  assert.deepEqual(project.settings, settings);
  assert.deepEqual(project.plan, plan);
  assert.deepEqual(project.view, { ...FIRST_VIEW, search: "a" });
  assert.deepEqual(project.result, result);
  assert.equal(project.saved, "2026-02-03T00:00:00.000Z");
  assert.deepEqual(project.files.map(({ name, folder, demo, fingerprint }) => [name, folder, demo, fingerprint]),
    [["posts.csv", false, false, "abc"], ["noise.bin", false, true, null], ["export", true, false, "def"]]);
  assert.deepEqual(project.files[0]?.given, { mapping: given.mapping, parts: given.parts });
  const [posts, bin, folder] = /** @type {[File, File, import("../../www/page/state/dropped.js").Folder]} */ (items);
  assert.equal(posts.name, "posts.csv");
  assert.equal(await posts.text(), "a,b\n1,é\n".repeat(1_000));
  assert.deepEqual(new Uint8Array(await bin.arrayBuffer()), noise(3_500_001));
  assert.deepEqual(folder.files.map(({ path, file: { name, size } }) => [path, name, size]), [["a/b.csv", "b.csv", 1], ["a/empty.csv", "empty.csv", 0]]);
});

test("a project without data holds names and fingerprints, and not a byte of the files", async () => {
  const file = await writeProject({ settings, view: FIRST_VIEW, plan, result: null }, sources(), { withData: false, now: NOW });
  const text = await file.text();
  assert.equal(text.trim().split("\n").length, 1);
  assert.doesNotMatch(text, /"data"/);
  const { project, items } = await readProject(file);
  assert.deepEqual(items, []);
  assert.equal(project.withData, false);
  assert.equal(project.result, null);
  assert.deepEqual(project.files.map(({ entries }) => entries.map(({ size }) => size)), [[9_000], [3_500_001], [1, 0]]);
  const more = await readProject(await writeProject({ settings, view: FIRST_VIEW, plan, result: null }, [], { withData: false, wanted: project.files }));
  assert.deepEqual(more.project.files, project.files, "files that are still waited for are kept");
});

test("what is no project, damaged, or of a later version says so and opens nothing", async () => {
  const good = await (await writeProject({ settings, view: FIRST_VIEW, plan, result }, sources(), { withData: true, now: NOW })).text();
  const [head = "", ...rest] = good.trim().split("\n");
  const refused = async (/** @type {string} */ text, /** @type {RegExp} */ code) => assert.rejects(readProject(new Blob([text])), (error) => code.test(/** @type {any} */ (error).code));
  await refused("", /project\.damaged/);
  await refused("author,text\nada,hello\n", /project\.damaged/);
  await refused("{}", /project\.unknown/);
  await refused(JSON.stringify({ ...JSON.parse(head), version: 2 }), /project\.newer/);
  await refused(head, /project\.damaged/);
  await refused([head, ...rest.slice(0, -1)].join("\n"), /project\.damaged/);
  await refused([head, rest[0], ...rest].join("\n"), /project\.damaged/);
  await refused(good.replace(/"data":"H4s/, "\"data\":\"AAAA"), /project\.damaged/);
  await refused([head, "{\"file\":\"length\",\"entry\":0,\"data\":\"\"}", ...rest].join("\n"), /project\.damaged/);
  await refused([head, "{\"file\":99,\"entry\":0,\"data\":\"\"}", ...rest].join("\n"), /project\.damaged/);
});

test("a file that unfolds into more than it announced is refused while it unfolds", async () => {
  const file = await writeProject({ settings, view: FIRST_VIEW, plan, result }, [
    { name: "bomb.csv", folder: false, demo: false, fingerprint: null, given: { mapping: {}, parts: {}, remembered: false }, blobs: [{ path: "", blob: new Blob([new Uint8Array(64_000_000)]) }] },
  ], { withData: true });
  const text = (await file.text()).replace("\"size\":64000000", "\"size\":1000");
  assert.ok(text.length < 1_000_000);
  await assert.rejects(readProject(new Blob([text])), (error) => /** @type {any} */ (error).code === "project.damaged");
});

test("settings that nobody would have saved become those of the beginning", () => {
  const project = projectFrom({
    format: "sillage-project", version: 1, settings: {
      objective: "toString", weights: { reach: NaN, relevance: -1 }, brief: 5, brand: "x", competitors: [{ name: 5 }], audience: { communities: [1.5, "a", 3] },
      lists: { employees: "x" }, window: { from: 5, to: 1 }, ties: { weights: { repost: 1e300 }, halfLifeDays: -4 }, seed: -1,
    }, view: { sort: "__proto__", descending: "x", minFollowers: -2 }, plan: null, files: [], result: { hash: "xyz" },
  });
  assert.equal(project.settings.objective, "none");
  assert.deepEqual(project.settings.audience, { communities: [3], languages: [], places: [], accounts: [] });
  assert.deepEqual(project.settings.window, { from: null, to: null });
  assert.deepEqual(project.settings.ties.halfLifeDays, "auto");
  assert.equal(project.settings.ties.weights.repost, 1);
  assert.equal(project.settings.seed, 1);
  assert.deepEqual(project.view, { ...FIRST_VIEW, descending: true });
  assert.equal(project.result, null);
  assert.deepEqual(project.plan, FIRST_PLAN);
});
