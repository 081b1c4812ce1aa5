/**
 * How long the page would wait for a cancel: every measure on a large network, and its longest piece.
 *
 *   node benches/graph/pieces.mjs [--model social] [--nodes 1000000] [--arcs 10000000] [--only leiden,core] [--seconds 60]
 *        [--engine build/wasm]
 *
 * The engine is driven as the page drives it, 100 ms at a time; a measure is left after `--seconds`. Times are those of
 * the processor, so that other work on the machine does not count.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { inRoot } from "../../scripts/build/paths.mjs";
import { generate, writeArcs } from "../generate-graph.mjs";
import { Ours } from "./ours.mjs";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "social" },
    nodes: { type: "string", default: "1000000" },
    arcs: { type: "string", default: "10000000" },
    only: { type: "string", default: "" },
    seconds: { type: "string", default: "60" },
    engine: { type: "string", default: inRoot("build", "wasm") },
  },
});
/** @type {[string, Record<string, unknown>][]} */
const MEASURES = [
  ["degree", {}], ["component", {}], ["strongComponent", {}], ["core", {}], ["clustering", {}], ["clustering", { directed: true }],
  ["constraint", {}], ["reciprocity", {}], ["assortativity", {}],
  ["pagerank", {}], ["pagerank", { trusted: 2 }], ["katz", {}], ["hubbell", {}], ["socialPower", {}], ["hits", {}],
  ["harmonic", { sources: 256 }], ["harmonic", { sources: 256, undirected: true }], ["reach", {}],
  ["betweenness", { sources: 16 }], ["betweenness", { sources: 16, undirected: true }], ["betweenness", { sources: 4, weighted: true }],
  ["betweenness", { exact: false, epsilon: 0.05 }], ["distance", { length: "hop" }], ["distance", { length: "inverse" }],
  ["leiden", { restarts: 2 }], ["labelPropagation", {}], ["ties", {}], ["layout", { communities: true }],
  ["pagerank", { graph: { strength: "unit" } }],
];

const folder = inRoot("build", "bench");
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `${values.model}-${values.nodes}-${values.arcs}.csv`);
if (!existsSync(file)) {
  writeArcs(file, generate({ model: /** @type {"social" | "rmat"} */ (values.model), nodes: Number(values.nodes), arcs: Number(values.arcs) }));
}
const glue = await import(path.resolve(values.engine, "sillage.js"));
const { memory } = await glue.default({ module_or_path: readFileSync(path.resolve(values.engine, "sillage_bg.wasm")) });
const ours = new Ours(glue, memory);
ours.load(new Uint8Array(readFileSync(file)));
console.log(`${path.basename(file)}; WebAssembly ${(memory.buffer.byteLength / 2 ** 20).toFixed(0)} MiB`);
console.log("| measure | whole | begins in | longest piece | ends in |\n|---|---|---|---|---|");

/** Milliseconds of the processor. @param {() => void} work */
function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

for (const [name, given] of MEASURES) {
  if (values.only && !values.only.split(",").includes(name)) continue;
  // Another graph each time, so that no view of it is kept from the measure before.
  const params = name === "distance" ? { ...given, from: ours.handles?.[0] } : given;
  let [longest, whole, pieces, finished, at, turn] = [0, 0, 1, false, 0, 0];
  const first = timed(() => ours.engine.beginMeasure(name, params));
  for (whole = first; !finished && whole < 1e3 * Number(values.seconds); turn += 1) {
    const took = timed(() => (finished = ours.engine.stepMeasure(pieces).finished));
    if (took > longest) [longest, at] = [took, turn];
    whole += took;
    pieces = Math.min(Math.max((pieces * 100) / Math.max(took, 0.05), pieces / 4, 1), pieces * 2, 1e6);
  }
  const last = finished ? timed(() => ours.engine.finishMeasure()) : NaN;
  console.log(`| ${name} ${JSON.stringify(given)} | ${finished ? whole.toFixed(0) : `over ${whole.toFixed(0)}`} ms | ${first.toFixed(0)} ms | ${longest.toFixed(0)} ms (${at + 1} of ${turn}) | ${finished ? last.toFixed(0) : "—"} ms |`);
}
