/**
 * How time and memory grow with the network: R-MAT networks of 2^14 to 2^20 accounts with 16 arcs each, one thread in
 * Node. Prints a table with the exponent of each measure (time ~ arcs^exponent) and draws it. Times are those of the
 * processor, so that other work on the machine counts as little as it can.
 *
 *   node scripts/bench-growth.mjs [--from 14] [--to 20] [--rounds 3] [--svg docs/growth.svg] [--engine build/wasm]
 */
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { generate } from "../benches/generate-graph.mjs";
import { median } from "../benches/graph/contest.mjs";
import { Ours } from "../benches/graph/ours.mjs";
import { inRoot } from "./build/paths.mjs";

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "14" },
    to: { type: "string", default: "20" },
    rounds: { type: "string", default: "3" },
    svg: { type: "string" },
    engine: { type: "string", default: inRoot("build", "wasm") },
  },
});
/** @type {Record<string, [string, Record<string, unknown>]>} */
const MEASURES = {
  "PageRank": ["pagerank", { tolerance: 1e-6 }],
  "Harmonic, 256 sources": ["harmonic", { sources: 256 }],
  "Betweenness, 16 sources": ["betweenness", { sources: 16 }],
  "Cores": ["core", {}],
  "Triangles": ["clustering", {}],
  "Leiden": ["leiden", { restarts: 1 }],
};
const COLOURS = ["#1b5e8c", "#b3541e", "#2e7d32", "#7b1fa2", "#00838f", "#8d6e00", "#555555"];

/** @param {number} scale @returns {Uint8Array} */
function network(scale) {
  const { from, to, weight } = generate({ model: "rmat", nodes: 2 ** scale, arcs: 16 * 2 ** scale });
  const bytes = new Uint8Array(from.length * 20 + 32);
  let at = new TextEncoder().encodeInto("source,target,weight\n", bytes).written;
  const write = (/** @type {number} */ number, /** @type {number} */ after) => {
    const digits = String(number);
    for (let place = 0; place < digits.length; place += 1) bytes[at++] = digits.charCodeAt(place);
    bytes[at++] = after;
  };
  for (let arc = 0; arc < from.length; arc += 1) {
    write(from[arc] ?? 0, 44);
    write(to[arc] ?? 0, 44);
    write(weight[arc] ?? 0, 10);
  }
  return bytes.subarray(0, at);
}

/** @type {Map<string, [number, number][]>} by name, arcs and milliseconds */
const times = new Map();
/** @type {[number, number][]} arcs and MiB */
const memory = [];
console.log(`${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}; median of ${values.rounds}`);
for (let scale = Number(values.from); scale <= Number(values.to); scale += 1) {
  const bytes = network(scale);
  // An instance of its own, so that the memory is that of this network.
  const glue = await import(`${path.resolve(values.engine, "sillage.js")}?${scale}`);
  const instance = await glue.default({ module_or_path: readFileSync(path.resolve(values.engine, "sillage_bg.wasm")) });
  const ours = new Ours(glue, instance.memory);
  ours.load(bytes);
  const arcs = 16 * 2 ** scale;
  const line = [];
  for (const [name, [measure, params]] of Object.entries(MEASURES)) {
    const runs = Array.from({ length: Number(values.rounds) + 1 }, () => {
      const before = process.cpuUsage();
      ours.measure(measure, params);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e3;
    });
    const time = median(runs.slice(1));
    times.set(name, [...times.get(name) ?? [], [arcs, time]]);
    line.push(`${name} ${time.toFixed(time < 10 ? 1 : 0)} ms`);
  }
  memory.push([arcs, instance.memory.buffer.byteLength / 2 ** 20]);
  console.log(`2^${scale} accounts, ${arcs} arcs: ${line.join(", ")}; ${memory.at(-1)?.[1].toFixed(0)} MiB`);
}

/** Slope of a line through the logarithms. @param {[number, number][]} points */
function exponent(points) {
  const logs = points.map(([x, y]) => /** @type {const} */ ([Math.log(x), Math.log(y)]));
  const mean = (/** @type {0 | 1} */ which) => logs.reduce((sum, log) => sum + log[which], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0) / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

console.log("| measure | time ~ arcs^ |\n|---|---|");
for (const [name, points] of times) console.log(`| ${name} | ${exponent(points).toFixed(2)} |`);
console.log(`| Memory, import included | ${exponent(memory).toFixed(2)} |`);
if (values.svg) writeFileSync(values.svg, drawing());

/** Both axes by logarithm. */
function drawing() {
  const [wide, high, left, bottom] = [760, 460, 70, 50];
  const all = [...times.values()].flat();
  const spans = /** @type {const} */ ([0, 1]).map((which) => {
    const found = all.map((point) => Math.log10(point[which]));
    return /** @type {const} */ ([Math.floor(Math.min(...found) * 2) / 2, Math.ceil(Math.max(...found) * 2) / 2]);
  });
  const [[x0, x1], [y0, y1]] = /** @type {[readonly [number, number], readonly [number, number]]} */ (spans);
  const x = (/** @type {number} */ value) => left + ((Math.log10(value) - x0) / (x1 - x0)) * (wide - left - 190);
  const y = (/** @type {number} */ value) => high - bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (high - bottom - 20);
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" font-family="sans-serif" font-size="12" role="img" aria-label="Time by arcs">`,
    `<rect width="${wide}" height="${high}" fill="#ffffff"/>`];
  for (let power = Math.ceil(y0); power <= y1; power += 1) {
    parts.push(`<path d="M${left} ${y(10 ** power).toFixed(1)}H${wide - 190}" stroke="#dddddd"/>`,
      `<text x="${left - 8}" y="${(y(10 ** power) + 4).toFixed(1)}" text-anchor="end">${power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`}</text>`);
  }
  for (const [arcs] of memory) {
    parts.push(`<text x="${x(arcs).toFixed(1)}" y="${high - bottom + 18}" text-anchor="middle">2^${Math.log2(arcs)}</text>`);
  }
  parts.push(`<text x="${(left + wide - 190) / 2}" y="${high - 10}" text-anchor="middle">arcs (R-MAT, 16 an account)</text>`);
  [...times].forEach(([name, points], at) => {
    const colour = COLOURS[at % COLOURS.length];
    parts.push(`<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([a, t]) => `${x(a).toFixed(1)},${y(t).toFixed(1)}`).join(" ")}"/>`);
    parts.push(`<text x="${wide - 182}" y="${40 + 22 * at}" fill="${colour}">${name}: ${exponent(points).toFixed(2)}</text>`);
  });
  return `${parts.join("\n")}\n</svg>\n`;
}
