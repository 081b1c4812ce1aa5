/**
 * The engine that ships, without a worker around it: the network is imported as any file is, and measured by name.
 *
 * @typedef {{ task: string, name: string, params: (handles: string[]) => Record<string, unknown> }} OurTask
 */

const SLICE = 4 << 20;
/** How long a step of a measure lasts in the page. */
const STEP_MS = 100;

/** The same work under our names. @type {OurTask[]} */
export const OUR_TASKS = [
  { task: "build", name: "degree", params: () => ({ graph: { strength: another() } }) },
  { task: "pagerank", name: "pagerank", params: () => ({ tolerance: 1e-6 }) },
  { task: "betweenness", name: "betweenness", params: (handles) => ({ sources: handles }) },
  { task: "harmonic", name: "harmonic", params: (handles) => ({ sources: handles }) },
  { task: "core", name: "core", params: () => ({}) },
  { task: "triangles", name: "clustering", params: () => ({}) },
  { task: "leiden", name: "leiden", params: () => ({ seed: 1, restarts: 1 }) },
];

let turn = 0;
/** Another graph each time, so that none is kept from the last call. */
function another() {
  turn += 1;
  return turn % 2 ? "unit" : "saturated";
}

export class Ours {
  /**
   * @param {any} glue of wasm-bindgen
   * @param {WebAssembly.Memory} memory
   */
  constructor(glue, memory) {
    this.engine = new glue.Engine();
    this.memory = memory;
  }

  /**
   * Imports and analyses a network.
   * @param {Uint8Array} bytes
   * @returns {{ read: number, phases: Record<string, number> }} milliseconds
   */
  load(bytes) {
    const began = performance.now();
    const id = this.engine.beginFile("graph.csv", bytes.length, {});
    for (let at = 0; at < bytes.length; at += SLICE) this.engine.push(id, bytes.subarray(at, at + SLICE));
    this.engine.finishFile(id);
    const read = performance.now() - began;
    this.engine.configure({ ties: { halfLifeDays: null } });
    this.engine.start();
    /** @type {Record<string, number>} */
    const phases = {};
    for (let phase = "model", finished = false; !finished;) {
      const before = performance.now();
      const progress = this.engine.step(100);
      phases[phase] = (phases[phase] ?? 0) + performance.now() - before;
      ({ phase, finished } = progress);
    }
    const { bytes: text, ends } = this.engine.handles();
    const decoder = new TextDecoder();
    let from = 0;
    this.handles = Array.from(ends, (/** @type {number} */ end) => {
      const handle = decoder.decode(text.subarray(from, end));
      from = end;
      return handle;
    });
    return { read, phases };
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} params
   * @returns {{ values: Float64Array, columns: Record<string, Float64Array>, facts: Record<string, any> }}
   */
  measure(name, params) {
    this.engine.beginMeasure(name, params);
    let pieces = 1;
    for (;;) {
      const before = performance.now();
      if (this.engine.stepMeasure(pieces).finished) return this.engine.finishMeasure();
      const took = performance.now() - before;
      pieces = Math.min(Math.max((pieces * STEP_MS) / Math.max(took, 0.05), pieces / 4, 1), pieces * 2, 1e6);
    }
  }

  /**
   * A column of the engine's order as one by node.
   * @param {ArrayLike<number>} values
   * @param {Map<string, number>} nodeOf
   */
  byNode(values, nodeOf) {
    const found = new Float64Array(nodeOf.size);
    (this.handles ?? []).forEach((handle, at) => (found[nodeOf.get(handle) ?? 0] = values[at] ?? NaN));
    return found;
  }
}
