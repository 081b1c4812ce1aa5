/**
 * The libraries that a page would otherwise use, with the parameters that make them do the same work.
 *
 * @import { Network } from "./plain.mjs"
 * @typedef {{ peer: string, task: string, prepare?: () => unknown, run: () => ArrayLike<number> }} Contestant
 */
import Graphology from "graphology";
import { coreNumber } from "graphology-cores";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { singleSourceLength } from "graphology-shortest-path/unweighted.js";
import { Graph, leiden } from "leiden-ts";
import { indexedBrandes } from "./brandes.mjs";
import * as plain from "./plain.mjs";

/** Arcs beyond which a graphology object takes gigabytes. */
const OBJECTS = 2_000_000;

/**
 * @param {Network} network
 * @param {number[]} sources
 * @returns {Contestant[]}
 */
export function peers(network, sources) {
  const { nodes, from, to, weight } = network;
  const byNode = (/** @type {Record<string, number>} */ found) => Float64Array.from({ length: nodes }, (_, node) => found[node] ?? NaN);
  /** @type {Contestant[]} */
  const all = [
    { peer: "plain JavaScript", task: "build", run: () => plain.network({ nodes, from, to, weight }).strength },
    { peer: "plain JavaScript", task: "pagerank", run: () => plain.pagerank(network, 1e-6) },
    { peer: "plain JavaScript", task: "betweenness", run: () => plain.betweenness(network, sources) },
    { peer: "plain JavaScript", task: "harmonic", run: () => plain.harmonic(network, sources) },
    { peer: "plain JavaScript", task: "core", run: () => plain.core(network) },
    { peer: "plain JavaScript", task: "triangles", run: () => plain.triangles(network) },
  ];
  if (from.length > OBJECTS) return all;
  const made = once(() => directed(network));
  const flat = once(() => undirected(network));
  const list = once(() => ties(network));
  return [...all,
    { peer: "graphology", task: "build", run: () => (directed(network), []) },
    // Its rule is error < nodes × tolerance.
    { peer: "graphology", task: "pagerank", prepare: made, run: () => byNode(pagerank(made(), {
      alpha: 0.85, tolerance: 1e-6 / nodes, maxIterations: 200, getEdgeWeight: "weight" })) },
    { peer: "graphology", task: "betweenness", prepare: made, run: () => indexedBrandes(made(), sources) },
    { peer: "graphology", task: "harmonic", prepare: made, run: () => {
      const sum = new Float64Array(nodes);
      for (const source of sources) {
        for (const [node, hops] of Object.entries(singleSourceLength(made(), source))) if (hops > 0) sum[Number(node)] = (sum[Number(node)] ?? 0) + 1 / hops;
      }
      return sum;
    } },
    { peer: "graphology", task: "core", prepare: flat, run: () => byNode(/** @type {any} */ (coreNumber)(flat())) },
    { peer: "leiden-ts", task: "leiden", prepare: list, run: () => leiden(list(), { seed: 1, resolution: 1 }).partition.assignments },
  ];
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** @param {Network} network */
function directed({ nodes, from, to, weight }) {
  const graph = new Graphology({ type: "directed", multi: false, allowSelfLoops: false });
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  for (let arc = 0; arc < from.length; arc += 1) graph.addEdge(from[arc], to[arc], { weight: weight[arc] });
  return graph;
}

/** @param {Network} network */
function undirected(network) {
  const graph = new Graphology({ type: "undirected", multi: false, allowSelfLoops: false });
  for (let node = 0; node < network.nodes; node += 1) graph.addNode(node);
  each(network, (a, b, weight) => graph.addEdge(a, b, { weight }));
  return graph;
}

/** @param {Network} network */
function ties(network) {
  /** @type {[number, number, number][]} */
  const list = [];
  each(network, (a, b, weight) => list.push([a, b, weight]));
  return Graph.fromEdgeList(network.nodes, list, { validate: false });
}

/** Every tie once. @param {Network} network @param {(a: number, b: number, weight: number) => void} visit */
function each({ nodes, flat: { start, other, weight } }, visit) {
  for (let node = 0; node < nodes; node += 1) {
    for (let place = start[node] ?? 0; place < (start[node + 1] ?? 0); place += 1) {
      const neighbour = other[place] ?? 0;
      if (node < neighbour) visit(node, neighbour, weight[place] ?? 0);
    }
  }
}
