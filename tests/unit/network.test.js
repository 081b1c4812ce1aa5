// A17: network files of the command line, read by the libraries of Gephi Lite.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";

const require = createRequire(import.meta.url);
const { DirectedGraph } = require("graphology");
const CLI = inRoot("dist", "cli.js");
const CAFE = inRoot("www", "samples", "cafe-lumiere.fr.csv");

/** @param {string[]} args */
function run(...args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, "rank", ...args, "--lang", "en"], { encoding: "utf8", maxBuffer: 1e9 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** @type {{ handle: string }[]} */
const rows = JSON.parse(run(CAFE, "--format", "json", "--top", "3")).ranking;
const readers = /** @type {const} */ ({ gexf: "graphology-gexf", graphml: "graphology-graphml" });

for (const [format, name] of Object.entries(readers)) {
  const parse = (/** @type {string} */ text) => require(name).parse(DirectedGraph, text);

  test(`A17 ${format}: every account and tie, with numbers as numbers, names as text and places`, () => {
    const graph = parse(run(CAFE, "--format", format));
    assert.ok(graph.order > 500 && graph.size > 1_400, `${graph.order}, ${graph.size}`);
    /** @type {Map<string, any>} */
    const known = new Map(graph.mapNodes((/** @type {string} */ _, /** @type {any} */ attributes) => [attributes.handle, attributes]));
    assert.equal(known.size, graph.order);
    for (const [at, { handle }] of rows.entries()) {
      const { rank, score, x, y, community, label } = known.get(handle);
      assert.deepEqual([rank, label], [at + 1, handle]);
      assert.ok(score > 50 && Number.isInteger(community), `${score} ${community}`);
      assert.ok(Math.abs(x) <= 1_000 && Math.abs(y) <= 1_000 && (x !== 0 || y !== 0), `${x}, ${y}`);
    }
    graph.forEachEdge((/** @type {string} */ edge, /** @type {any} */ { weight, ...layers }) => {
      assert.ok(weight > 0, edge);
      assert.ok(Object.values(layers).every((count) => Number(count) > 0), JSON.stringify(layers));
    });
  });

  test(`A17 ${format}: as few accounts as asked for, the best ranked, and the ties among them`, () => {
    const graph = parse(run(CAFE, "--format", format, "--top", "40"));
    /** @type {string[]} */
    const handles = graph.mapNodes((/** @type {string} */ _, /** @type {any} */ { handle }) => handle);
    assert.equal(handles.length, 40);
    for (const { handle } of rows) assert.ok(handles.includes(handle), handle);
    assert.ok(graph.size > 10 && graph.size < 1_000, `${graph.size} ties`);
  });
}
