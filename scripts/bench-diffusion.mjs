/**
 * Measures the choice of teams, one thread of WebAssembly in Node: time until the first certificate and until each
 * round after it, the spread, the bounds, the longest step and the memory. With `--native python3` (numpy) IMM chooses
 * beside it in the same run, and both teams are judged by the same runs forward.
 *
 *   node scripts/bench-diffusion.mjs [--model social,rmat] [--nodes 100000] [--arcs 1000000] [--file edges.csv]
 *        [--size 50] [--epsilon 0.05] [--seconds 1] [--rounds 3] [--runs 500] [--native python3] [--imm 0.13] [--built]
 *
 * `--file` takes lines `source,target,weight` under a header, nodes being numbers from 0, no arc twice; an arc says
 * whom the source may activate. The model is independent cascade with p = 1 / in-degree; weights do not count.
 * `--built` takes the module that an earlier call compiled. Times are processor time of the whole process, the compiler
 * of WebAssembly included: each round is a fresh process. The team of every round is judged, by the same runs forward.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { generate, writeArcs } from "../benches/generate-graph.mjs";
import { inRoot } from "./build/paths.mjs";
import { run } from "./build/run.mjs";
import { wasmEnvironment } from "./build/wasm.mjs";

/** @typedef {{ ms: number, sets: number, spread: number, low: number, high: number, guarantee: number, team: number[], judged: number[] }} Round */
/** @typedef {{ build: number, rounds: Round[], longest: number, mebibytes: number, imm: number[] }} Found */

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "social,rmat" },
    nodes: { type: "string", default: "100000" },
    arcs: { type: "string", default: "1000000" },
    file: { type: "string" },
    size: { type: "string", default: "50" },
    epsilon: { type: "string", default: "0.05" },
    seconds: { type: "string", default: "1" },
    rounds: { type: "string", default: "3" },
    runs: { type: "string", default: "500" },
    native: { type: "string" },
    imm: { type: "string", default: "0.13" },
    built: { type: "boolean", default: false },
    child: { type: "string" },
  },
});
const FOLDER = inRoot("build", "diffusion-bench");

/** Compiles the choice of teams alone. */
async function compile() {
  const crate = inRoot("benches", "diffusion", "engine", "Cargo.toml");
  const environment = { ...await wasmEnvironment(), CARGO_TARGET_DIR: path.join(FOLDER, "target") };
  await run("cargo", ["build", "--release", "--quiet", "--target", "wasm32-unknown-unknown", "--manifest-path", crate], environment);
  const made = path.join(FOLDER, "target", "wasm32-unknown-unknown", "release", "diffusion_bench.wasm");
  await run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", FOLDER, made], {});
}

/** The networks to measure, as files. @returns {string[]} */
function files() {
  if (values.file) return [path.resolve(values.file)];
  const folder = inRoot("build", "bench");
  mkdirSync(folder, { recursive: true });
  return values.model.split(",").map((model) => {
    if (model !== "rmat" && model !== "social") throw new Error(`--model ${model}`);
    const file = path.join(folder, `${model}-${values.nodes}-${values.arcs}.csv`);
    if (!existsSync(file)) writeArcs(file, generate({ model, nodes: Number(values.nodes), arcs: Number(values.arcs) }));
    return file;
  });
}

/** Both ends of each arc. @param {string} file @returns {{ nodes: number, from: Uint32Array, to: Uint32Array }} */
function read(file) {
  const bytes = readFileSync(file);
  let lines = 0;
  for (const byte of bytes) if (byte === 10) lines += 1;
  const ends = [new Uint32Array(lines), new Uint32Array(lines)];
  let [row, column, number, most] = [0, 0, 0, -1];
  for (let at = bytes.indexOf(10) + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) number = 10 * number + byte - 48;
    else if (byte === 44 || byte === 10) {
      if (column < 2) {
        /** @type {Uint32Array} */ (ends[column])[row] = number;
        most = Math.max(most, number);
      }
      [number, column] = [0, column + 1];
      if (byte === 10) [row, column] = [row + 1, 0];
    }
  }
  const [from, to] = ends.map((end) => end.subarray(0, row));
  return { nodes: most + 1, from: from ?? new Uint32Array(), to: to ?? new Uint32Array() };
}

/** One choice in this process; with a team of the other's to judge beside it. @param {string} file @param {{ imm: number[], judge: boolean }} asked */
async function child(file, { imm, judge }) {
  const glue = await import(path.join(FOLDER, "diffusion_bench.js"));
  const { memory } = await glue.default({ module_or_path: readFileSync(path.join(FOLDER, "diffusion_bench_bg.wasm")) });
  const { nodes, from, to } = read(file);
  const bench = new glue.Bench(nodes, from, to);
  const clock = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  };
  let began = clock();
  bench.cascade();
  const build = clock() - began;
  /** @type {Round[]} */
  const rounds = [];
  let longest = 0;
  began = clock();
  bench.choose(Number(values.size), Number(values.epsilon), 1);
  do {
    for (let done = false; !done;) {
      const before = clock();
      done = bench.step();
      longest = Math.max(longest, clock() - before);
    }
    const [sets, spread, low, high, guarantee] = bench.figures();
    rounds.push({ ms: clock() - began, sets, spread, low, high, guarantee, team: Array.from(bench.seeds()), judged: [] });
  } while (clock() - began < 1e3 * Number(values.seconds) && bench.go_on());
  const mebibytes = memory.buffer.byteLength / 2 ** 20;
  const runs = Number(values.runs);
  const of = (/** @type {number[]} */ seeds) => judge && seeds.length > 0 ? Array.from(bench.simulate(Uint32Array.from(seeds), runs)) : [];
  for (const round of rounds) round.judged = of(round.team);
  console.log(JSON.stringify({ build, rounds, longest, mebibytes, imm: of(imm) }));
}

/** @param {string} file @param {{ imm: number[], judge: boolean }} asked @returns {Found} */
function inChild(file, asked) {
  const own = ["size", "epsilon", "seconds", "runs"].flatMap((name) => [`--${name}`, String(/** @type {any} */ (values)[name])]);
  const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--file", file, "--child", JSON.stringify(asked), ...own], { maxBuffer: 1 << 28 });
  return JSON.parse(said.toString());
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

if (values.child) {
  await child(path.resolve(values.file ?? ""), JSON.parse(values.child));
} else {
  console.log(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, Node ${process.versions.node}`);
  if (!values.built) await compile();
  for (const file of files()) {
    console.log(`${path.basename(file)}, k = ${values.size}`);
    const imm = values.native
      ? JSON.parse(execFileSync(values.native, [inRoot("benches", "diffusion", "imm.py"), file, values.size, values.imm]).toString())
      : { team: [] };
    const all = Array.from({ length: Number(values.rounds) }, (_, round) => inChild(file, { imm: imm.team, judge: round === 0 }));
    const first = /** @type {Found} */ (all[0]);
    console.log(`  probabilities ${median(all.map(({ build }) => build)).toFixed(0)} ms`);
    first.rounds.forEach((round, at) => {
      const ms = median(all.map(({ rounds }) => rounds[at]?.ms ?? NaN).filter(Number.isFinite));
      const part = (round.judged[0] ?? NaN) / (first.imm[0] ?? NaN);
      const judged = round.judged.length > 0 ? `; forward ${round.judged[0]?.toFixed(1)}${Number.isNaN(part) ? "" : `, ${part.toFixed(4)} of IMM's`}` : "";
      console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${String(round.sets).padStart(8)} × 2 sets  spread ${round.spread.toFixed(1)}, at least ${round.low.toFixed(1)}; the best at most ${round.high.toFixed(1)}: ${(100 * round.guarantee).toFixed(1)} %${judged}`);
    });
    console.log(`  longest step ${median(all.map(({ longest }) => longest)).toFixed(0)} ms, ${first.mebibytes.toFixed(0)} MiB`);
    const judged = (/** @type {number[]} */ [mean, low, high]) => `${mean?.toFixed(1)} (${low?.toFixed(1)} to ${high?.toFixed(1)})`;
    if (first.imm.length > 0) {
      console.log(`  IMM in numpy, ε = ${values.imm}: ${(1e3 * imm.seconds).toFixed(0)} ms, ${imm.sets} sets, ${judged(first.imm)} in ${values.runs} runs forward`);
    }
  }
}
