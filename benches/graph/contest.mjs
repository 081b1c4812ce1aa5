/**
 * One network, every task, every contestant in turn: medians of rounds, and each answer checked before its time counts.
 *
 * @import { Contestant } from "./peers.mjs"
 *
 * @typedef {object} Entry
 * @property {string} task
 * @property {string} peer
 * @property {number} cold milliseconds of the first call
 * @property {number[]} times milliseconds of the rounds
 * @property {string} check what its answer is, beside the reference
 */
import { Ours, OUR_TASKS } from "./ours.mjs";
import { peers } from "./peers.mjs";
import * as plain from "./plain.mjs";

/** A call longer than this is not warmed up for long. */
const LONG = 10_000;

/**
 * @param {object} options
 * @param {Uint8Array} options.bytes the network as CSV
 * @param {any} options.glue of wasm-bindgen, initialised
 * @param {WebAssembly.Memory} options.memory
 * @param {string[]} options.tasks
 * @param {string[]} options.without peers to leave out
 * @param {number} options.rounds
 * @param {number} options.sources
 * @param {(line: string) => void} options.say
 * @returns {Promise<Entry[]>}
 */
export async function contest({ bytes, glue, memory, tasks, without, rounds, sources: count, say }) {
  const { names, ...arcs } = parse(bytes);
  const network = plain.network(arcs);
  const nodeOf = new Map(Array.from(names, (name, node) => [String(name), node]));
  const step = Math.floor(network.nodes / count) || 1;
  const sources = Array.from({ length: Math.min(count, network.nodes) }, (_, at) => (at * step) % network.nodes);
  const ours = new Ours(glue, memory);
  const { read, phases } = ours.load(bytes);
  say(`imported in ${read.toFixed(0)} ms; analysed: ${Object.entries(phases).map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(", ")} ms; `
    + `WebAssembly ${(memory.buffer.byteLength / 2 ** 20).toFixed(0)} MiB`);
  const handles = sources.map((node) => String(names[node]));
  /** @type {Contestant[]} */
  const mine = OUR_TASKS.map(({ task, name, params }) => ({
    peer: "sillage", task,
    run: () => {
      const measured = ours.measure(name, params(handles));
      return ours.byNode(task === "triangles" ? measured.columns["triangles"] ?? [] : measured.values, nodeOf);
    },
  }));
  const all = [...mine, ...peers(network, sources).filter(({ peer }) => !without.includes(peer))];
  /** @type {Entry[]} */
  const entries = [];
  for (const task of tasks) {
    const contestants = all.filter((each) => each.task === task);
    const check = checker(task, network, sources);
    const found = contestants.map(({ peer, prepare, run }) => {
      prepare?.();
      const [cold, answer] = timed(run);
      const said = check(answer);
      // Until two calls agree within a tenth, or five are done.
      for (let last = cold, call = 0; call < 5 && last < LONG; call += 1) {
        const [now] = timed(run);
        const close = Math.abs(now - last) < 0.1 * last;
        last = now;
        if (close) break;
      }
      return { task, peer, cold, times: /** @type {number[]} */ ([]), check: said };
    });
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < contestants.length; turn += 1) {
        const at = (turn + round) % contestants.length;
        const entry = /** @type {Entry} */ (found[at]);
        // A minute each is enough.
        if (entry.times.length >= 2 && entry.times.reduce((sum, ms) => sum + ms, 0) > 60_000) continue;
        entry.times.push(timed(/** @type {Contestant} */ (contestants[at]).run)[0]);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
    entries.push(...found);
    for (const entry of found) say(line(entry, found[0]));
  }
  return entries;
}

/** @template T @param {() => T} run @returns {[number, T]} */
function timed(run) {
  const before = performance.now();
  const answer = run();
  return [performance.now() - before, answer];
}

/** @param {number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** @param {Entry} entry @param {Entry | undefined} first */
function line(entry, first) {
  const ratios = entry.times.map((ms, round) => ms / (first?.times[round] ?? NaN)).filter(Number.isFinite);
  const beside = entry === first ? "" : `  ${median(ratios).toFixed(2)} × ours (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
  return `${entry.task.padEnd(12)} ${entry.peer.padEnd(17)} ${median(entry.times).toFixed(1).padStart(9)} ms, cold ${entry.cold.toFixed(1).padStart(9)}  ${entry.check}${beside}`;
}

/**
 * What tells a right answer: distance from a reference computed apart.
 * @param {string} task
 * @param {plain.Network} network
 * @param {number[]} sources
 * @returns {(answer: ArrayLike<number>) => string}
 */
function checker(task, network, sources) {
  const relative = (/** @type {Float64Array} */ wanted) => (/** @type {ArrayLike<number>} */ answer) => {
    let [away, whole] = [0, 0];
    wanted.forEach((value, node) => {
      away += Math.abs(value - (answer[node] ?? NaN));
      whole += Math.abs(value);
    });
    return `L1 error ${(away / whole).toExponential(1)}`;
  };
  switch (task) {
    case "pagerank": return relative(plain.pagerank(network, 1e-13));
    case "betweenness": return relative(plain.betweenness(network, sources));
    case "harmonic": return relative(plain.harmonic(network, sources));
    case "core": return relative(plain.core(network));
    case "triangles": return relative(plain.triangles(network));
    case "leiden": return (answer) => `Q ${plain.modularity(network, answer).toFixed(4)}, ${new Set(Array.from(answer)).size} communities`;
    default: return () => "";
  }
}

/**
 * The arcs of a file, its nodes numbered without gaps.
 * @param {Uint8Array} bytes
 * @returns {{ nodes: number, names: Uint32Array, from: Uint32Array, to: Uint32Array, weight: Uint32Array }}
 */
function parse(bytes) {
  let arcs = 0;
  for (const byte of bytes) if (byte === 10) arcs += 1;
  const columns = [new Uint32Array(arcs), new Uint32Array(arcs), new Uint32Array(arcs)];
  let [place, value, most] = [0, 0, 0];
  for (let at = bytes.indexOf(10) + 1, column = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) value = value * 10 + byte - 48;
    else if (byte === 44 || byte === 10) {
      /** @type {Uint32Array} */ (columns[column])[place] = value;
      if (column < 2) most = Math.max(most, value);
      column = byte === 44 ? column + 1 : 0;
      if (byte === 10) place += 1;
      value = 0;
    }
  }
  const [from, to, weight] = /** @type {[Uint32Array, Uint32Array, Uint32Array]} */ (columns.map((column) => column.subarray(0, place)));
  const node = new Uint32Array(most + 1);
  for (const ends of [from, to]) for (const name of ends) node[name] = 1;
  const names = Uint32Array.from(node.keys()).filter((name) => node[name] === 1);
  names.forEach((name, at) => (node[name] = at));
  for (const ends of [from, to]) ends.forEach((name, at) => (ends[at] = node[name] ?? 0));
  return { nodes: names.length, names, from, to, weight };
}
