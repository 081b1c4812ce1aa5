/**
 * Every measure on networks that nobody draws: through the published module, from files. Prints what takes long, and ends
 * with 1 where a number is not one (unknown is allowed where docs/measures.md says so) or a measure fails.
 *
 *   node benches/graph/odd.mjs [dist/node.js] [--only path,star] [--seconds 30]
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: given, positionals } = parseArgs({
  options: { only: { type: "string", default: "" }, seconds: { type: "string", default: "30" } },
  allowPositionals: true,
});
const { open } = await import(pathToFileURL(path.resolve(positionals[0] ?? "dist/node.js")).href);

/** @param {Iterable<[number | string, number | string, (number | string)?]>} arcs */
function table(arcs) {
  const lines = ["Source,Target,Weight"];
  for (const [a, b, weight] of arcs) lines.push(`u${a},u${b},${weight ?? 1}`);
  return `${lines.join("\n")}\n`;
}
/** @template T @param {number} count @param {(at: number) => T} each */
const times = (count, each) => Array.from({ length: count }, (_, at) => each(at));
/** @param {string} nodes @param {string} edges */
const graphml = (nodes, edges) => `<graphml><graph edgedefault="directed">${nodes}${edges}</graph></graphml>`;

/** @type {Record<string, () => [string, string]>} name and text of a file */
const NETWORKS = {
  "nothing": () => ["g.csv", table([])],
  "one account": () => ["g.graphml", graphml('<node id="ana"/>', "")],
  "no ties": () => ["g.graphml", graphml(times(20, (at) => `<node id="u${at}x"/>`).join(""), "")],
  "only loops": () => ["g.csv", table(times(30, (at) => [at, at]))],
  "two accounts": () => ["g.csv", table([[0, 1], [1, 0]])],
  "star of 20,000": () => ["g.csv", table(times(20_000, (at) => [at + 1, 0]))],
  "clique of 200": () => ["g.csv", table(times(200, (a) => times(200, (b) => /** @type {[number, number]} */ ([a, b]))).flat().filter(([a, b]) => a !== b))],
  "path of a million": () => ["g.csv", table(times(999_999, (at) => [at, at + 1]))],
  "two components": () => ["g.csv", table(times(400, (at) => [at % 2, at + 2]))],
  "weights zero": () => ["g.csv", table(times(60, (at) => [at % 9, at % 7, 0]))],
  "weights negative": () => ["g.csv", table(times(60, (at) => [at % 9, at % 7, -2]))],
  "weights not numbers": () => ["g.csv", table(times(60, (at) => [at % 9, at % 7, "NaN"]))],
  "weights infinite": () => ["g.csv", table(times(60, (at) => [at % 9, at % 7, "1e999"]))],
  "weights tiny and huge": () => ["g.csv", table(times(60, (at) => [at % 9, at % 7, at % 2 ? "1e-300" : "1e300"]))],
  "parallel ties": () => ["g.csv", table(times(5_000, (at) => [at % 5, (at >> 3) % 7]))],
  "50,000 isolates": () => ["g.graphml", graphml(times(50_000, (at) => `<node id="u${at}x"/>`).join(""), '<edge source="u1x" target="u2x"/><edge source="u2x" target="u3x"/>')],
};
/** @param {string | undefined} first @returns {[string, Record<string, unknown>][]} */
const measures = (first) => [
  ["pagerank", {}], ["pagerank", { trusted: 2 }], ["pagerank", { tolerance: 1e-6 }], ["katz", {}], ["hubbell", {}], ["socialPower", {}], ["hits", {}],
  ["betweenness", { sources: 64 }], ["betweenness", { sources: 64, undirected: true }], ["betweenness", { sources: 16, weighted: true }],
  ["betweenness", { exact: false, epsilon: 0.05 }], ["harmonic", { sources: 256 }], ["reach", {}], ["reach", { undirected: true }],
  ...(first ? /** @type {[string, Record<string, unknown>][]} */ ([["distance", { from: first }], ["distance", { from: first, length: "inverse", undirected: true }]]) : []),
  ["leiden", {}], ["labelPropagation", {}], ["timeline", {}], ["core", {}], ["clustering", {}], ["clustering", { directed: true }], ["constraint", {}],
  ["reciprocity", {}], ["assortativity", {}], ["degree", {}], ["component", {}], ["strongComponent", {}],
  ["layout", { communities: true, iterations: 20 }], ["ties", {}], ["pagerank", { graph: { strength: "saturated" } }],
];
/** Columns in which unknown is an answer. */
const UNKNOWN = new Set(["participation", "within", "role", "constraint", "effectiveSize", "reciprocity", "distance", "authority", "hub",
  "standardError", "window0", "window1", "window2", "window3", "window4", "window5"]);

let wrong = 0;
for (const [name, file] of Object.entries(NETWORKS)) {
  if (given.only && !given.only.split(",").some((part) => name.includes(part))) continue;
  const [called, text] = file();
  const study = await open();
  await study.add(new TextEncoder().encode(text), { name: called });
  await study.analyse();
  const first = (await study.accounts()).handle[0];
  const slow = [];
  for (const [measure, params] of measures(first)) {
    const before = process.cpuUsage();
    const limit = AbortSignal.timeout(1e3 * Number(given.seconds));
    try {
      const { columns } = await study.measure(measure, params, { signal: limit });
      for (const [column, values] of Object.entries(columns)) {
        const unknown = measure === "timeline" || UNKNOWN.has(column);
        const bad = Array.from(/** @type {Float64Array} */ (values)).find((value) => !(Number.isFinite(value) || (unknown && Number.isNaN(value))));
        if (bad !== undefined) {
          wrong += 1;
          console.log(`${name}: ${measure} ${JSON.stringify(params)}: ${column} has ${bad}`);
        }
      }
    } catch (error) {
      const stopped = limit.aborted;
      wrong += stopped ? 0 : 1;
      console.log(`${name}: ${measure} ${JSON.stringify(params)}: ${stopped ? `stopped after ${given.seconds} s` : error}`);
    }
    const took = process.cpuUsage(before);
    const seconds = (took.user + took.system) / 1e6;
    if (seconds > 2) slow.push(`${measure} ${JSON.stringify(params)} ${seconds.toFixed(1)} s`);
  }
  console.log(`${name}: done${slow.length ? `; long: ${slow.join(", ")}` : ""}`);
  study.close?.();
}
console.log(`${wrong} wrong`);
process.exit(wrong ? 1 : 0);
