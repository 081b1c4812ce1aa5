/**
 * An invented network as CSV (`source,target,weight`), for measuring: the same arguments give the same bytes.
 *
 *   node benches/generate-graph.mjs --model rmat|social --nodes 100000 --arcs 1000000 [--seed 1] --out graph.csv
 *
 * `rmat` is the Graph500 model (a = .57, b = .19, c = .19): hard for caches, hardly a community in it. `social` has
 * power-law activity and audience, and planted communities that 30 % of the arcs leave. No arc twice, no loop; weights
 * are 1 to 64 with a heavy tail.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { uniforms } from "./support/uniforms.mjs";

/** @typedef {"rmat" | "social"} Model */
/** @typedef {{ nodes: number, from: Uint32Array, to: Uint32Array, weight: Uint32Array }} Arcs */

const BLOCK = 1 << 16;

/** Numbers 0 to `length` in an order of chance. @param {number} length @param {() => number} random */
function shuffled(length, random) {
  const order = Uint32Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [/** @type {number} */ (order[other]), /** @type {number} */ (order[at])];
  }
  return order;
}

/** First place whose sum is above `wanted`. @param {Float64Array} sums @param {number} wanted @param {number} from @param {number} to */
function pick(sums, wanted, from, to) {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (sums[middle]) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param {ArrayLike<number>} values @returns {Float64Array} */
function sums(values) {
  const found = new Float64Array(values.length);
  let total = 0;
  for (let at = 0; at < values.length; at += 1) found[at] = total += values[at] ?? 0;
  return found;
}

/** Draws an arc as `from * nodes + to`. @param {number} nodes @param {() => number} random @returns {() => number} */
function rmat(nodes, random) {
  const bits = Math.max(1, Math.ceil(Math.log2(nodes)));
  const name = shuffled(nodes, random);
  return () => {
    for (;;) {
      let [from, to] = [0, 0];
      for (let bit = 0; bit < bits; bit += 1) {
        const u = random();
        from = 2 * from + (u >= 0.76 ? 1 : 0);
        to = 2 * to + ((u >= 0.57 && u < 0.76) || u >= 0.95 ? 1 : 0);
      }
      if (from < nodes && to < nodes) return /** @type {number} */ (name[from]) * nodes + /** @type {number} */ (name[to]);
    }
  };
}

/** @param {number} nodes @param {() => number} random @returns {() => number} */
function social(nodes, random) {
  const communities = Math.max(4, Math.floor(Math.sqrt(nodes) / 2));
  const sizes = sums(Float64Array.from({ length: communities }, (_, at) => 1 / (at + 3)));
  const last = /** @type {number} */ (sizes[communities - 1]);
  const of = Uint32Array.from({ length: nodes }, () => pick(sizes, random() * last, 0, communities));
  const power = (/** @type {number} */ exponent) => {
    const weights = new Float64Array(nodes);
    shuffled(nodes, random).forEach((node, rank) => (weights[node] = (rank + 11) ** (-1 / (exponent - 1))));
    return weights;
  };
  const active = sums(power(2.5));
  const heard = power(2.1);
  const grouped = Uint32Array.from({ length: nodes }, (_, at) => at).sort((a, b) => (of[a] ?? 0) - (of[b] ?? 0) || a - b);
  const local = sums(Float64Array.from(grouped, (node) => heard[node] ?? 0));
  const start = new Uint32Array(communities + 1);
  for (const community of of) start[community + 1] = (start[community + 1] ?? 0) + 1;
  for (let at = 0; at < communities; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const everywhere = sums(heard);
  return () => {
    const from = pick(active, random() * /** @type {number} */ (active[nodes - 1]), 0, nodes);
    if (random() < 0.3) return from * nodes + pick(everywhere, random() * /** @type {number} */ (everywhere[nodes - 1]), 0, nodes);
    const [first = 0, end = nodes] = start.subarray(of[from], (of[from] ?? 0) + 2);
    const [low, high] = [first ? local[first - 1] ?? 0 : 0, local[end - 1] ?? 0];
    return from * nodes + /** @type {number} */ (grouped[pick(local, low + random() * (high - low), first, end)]);
  };
}

/**
 * @param {object} options
 * @param {Model} options.model
 * @param {number} options.nodes
 * @param {number} options.arcs
 * @param {number} [options.seed]
 * @returns {Arcs} in an order of chance
 */
export function generate({ model, nodes, arcs, seed = 1 }) {
  if (arcs < nodes || arcs > (nodes * (nodes - 1)) / 4) throw new Error("between one arc a node and a quarter of all arcs");
  const random = uniforms(seed);
  const draw = (model === "rmat" ? rmat : social)(nodes, random);
  let keys = new Float64Array(0);
  while (keys.length < arcs) {
    const more = new Float64Array(Math.ceil((arcs - keys.length) * 1.2) + 64);
    for (let at = 0; at < more.length; at += 1) {
      do more[at] = draw();
      while (Math.floor(/** @type {number} */ (more[at]) / nodes) === /** @type {number} */ (more[at]) % nodes);
    }
    const all = new Float64Array(keys.length + more.length);
    all.set(keys);
    all.set(more, keys.length);
    all.sort();
    keys = all.filter((key, at) => at === 0 || key !== all[at - 1]);
  }
  const order = shuffled(keys.length, random).subarray(0, arcs);
  const [from, to, weight] = [new Uint32Array(arcs), new Uint32Array(arcs), new Uint32Array(arcs)];
  order.forEach((place, at) => {
    const key = /** @type {number} */ (keys[place]);
    from[at] = Math.floor(key / nodes);
    to[at] = key % nodes;
    weight[at] = Math.min(Math.floor(Math.max(random(), 1e-9) ** -0.6), 64);
  });
  return { nodes, from, to, weight };
}

/** Writes the arcs. @param {string} path @param {Arcs} arcs */
export function writeArcs(path, { from, to, weight }) {
  const file = openSync(path, "w");
  writeSync(file, "source,target,weight\n");
  for (let start = 0; start < from.length; start += BLOCK) {
    const lines = [];
    for (let at = start; at < Math.min(start + BLOCK, from.length); at += 1) lines.push(`${from[at]},${to[at]},${weight[at]}\n`);
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      model: { type: "string", default: "social" },
      nodes: { type: "string", default: "10000" },
      arcs: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
    },
  });
  if (!values.out) throw new Error("--out FILE");
  const model = values.model === "rmat" ? "rmat" : "social";
  writeArcs(values.out, generate({ model, nodes: Number(values.nodes), arcs: Number(values.arcs), seed: Number(values.seed) }));
}
