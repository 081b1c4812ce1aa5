/**
 * The neighbours' way of doing the same job in the same page: PapaParse in a worker reads the rows, JavaScript maps
 * add up what belongs to each author, graphology holds the graph, graphology-metrics computes PageRank.
 * `Papa` is the library's own script, loaded by the page: bundled, it could not start its worker.
 */
import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { coreNumber } from "graphology-cores";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { indexedBrandes } from "./graph/brandes.mjs";
import { uniforms } from "./support/uniforms.mjs";

/** @typedef {{ posts: number, followers: number, likes: number, first: number, last: number }} Author */
/** @typedef {"repost" | "quote" | "reply" | "mention"} Kind */

/** Weight of a tie by its kind, as the engine's default. @type {Record<Kind, number>} */
const WEIGHTS = { repost: 1, quote: 0.8, reply: 0.5, mention: 0.3 };
const MENTION = /(?:^|[\s("'])@(\w{1,30})/g;

/**
 * @param {File} file
 * @param {{ row: (row: string[]) => void }} job
 * @returns {Promise<void>}
 */
function parse(file, { row }) {
  let header = true;
  return new Promise((resolve, reject) => {
    /** @type {any} */ (globalThis).Papa.parse(file, {
      worker: true,
      skipEmptyLines: true,
      /** @param {{ data: string[][] }} results */
      chunk({ data }) {
        for (const each of data) {
          if (header) header = false;
          else row(each);
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/**
 * From the file to the first hundred accounts.
 * @param {File} file of the columns that `generate-posts.mjs` writes
 * @param {number} sources of betweenness; 0 leaves the measures of the graph out
 */
export async function peerJob(file, sources) {
  const began = performance.now();
  /** @type {Map<string, Author>} */
  const authors = new Map();
  /** @type {Map<string, number>} */
  const ids = new Map();
  /** @type {Map<number, number>} weight of each ordered pair */
  const pairs = new Map();
  const ties = { repost: 0, quote: 0, reply: 0, mention: 0 };
  let rows = 0;

  /** @param {string} handle */
  const idOf = (handle) => {
    let id = ids.get(handle);
    if (id === undefined) ids.set(handle, (id = ids.size));
    return id;
  };
  /**
   * @param {string} from
   * @param {string} to
   * @param {Kind} kind
   */
  const tie = (from, to, kind) => {
    const [a, b] = [idOf(from), idOf(to.toLowerCase())];
    ties[kind] += 1;
    if (a === b) return;
    const key = a * 4_294_967_296 + b;
    pairs.set(key, (pairs.get(key) ?? 0) + WEIGHTS[kind]);
  };

  await parse(file, {
    row([, author = "", time = "", text = "", repost, reply, quote, followers, likes]) {
      rows += 1;
      const handle = author.toLowerCase();
      let found = authors.get(handle);
      if (!found) {
        authors.set(handle, (found = { posts: 0, followers: 0, likes: 0, first: Infinity, last: -Infinity }));
        idOf(handle);
      }
      found.posts += 1;
      found.likes += Number(likes) || 0;
      if (followers) found.followers = Number(followers);
      const at = Date.parse(time);
      if (at < found.first) found.first = at;
      if (at > found.last) found.last = at;
      if (repost) return tie(handle, repost, "repost");
      if (quote) tie(handle, quote, "quote");
      if (reply) tie(handle, reply, "reply");
      for (const [, whom = ""] of text.matchAll(MENTION)) {
        if (whom.toLowerCase() !== reply?.toLowerCase()) tie(handle, whom, "mention");
      }
    },
  });
  const read = performance.now();

  const graph = new Graph({ type: "directed", multi: false });
  const names = [...ids.keys()];
  for (const name of names) graph.addNode(name);
  for (const [key, weight] of pairs) {
    graph.addDirectedEdge(names[Math.floor(key / 4_294_967_296)], names[key % 4_294_967_296], { weight });
  }
  const built = performance.now();
  const scores = pagerank(graph, { alpha: 0.85, maxIterations: 1_000, tolerance: 1e-6 / graph.order, getEdgeWeight: "weight" });
  const ranked = performance.now();
  /** @type {Record<string, number>} */
  const measures = {};
  const timed = (/** @type {string} */ name, /** @type {() => unknown} */ run) => {
    const before = performance.now();
    run();
    measures[name] = performance.now() - before;
  };
  if (sources) {
    const flat = new Graph({ type: "undirected", multi: false });
    timed("undirected", () => {
      for (const name of names) flat.addNode(name);
      graph.forEachEdge((_, { weight }, a, b) => {
        if (flat.hasEdge(a, b)) flat.updateEdgeAttribute(a, b, "weight", (/** @type {number} */ sum) => sum + weight);
        else flat.addEdge(a, b, { weight });
      });
    });
    timed("louvain", () => louvain(flat, { rng: uniforms(1) }));
    const step = Math.floor(names.length / sources) || 1;
    timed("betweenness", () => indexedBrandes(graph, Array.from({ length: Math.min(sources, names.length) }, (_, at) => at * step)));
    timed("core", () => /** @type {any} */ (coreNumber)(flat));
  }
  const measured = performance.now();
  const top = Object.entries(scores).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 100)
    .map(([handle, score]) => ({ handle, score, ...authors.get(handle) }));
  const done = performance.now();

  let likes = 0;
  for (const each of authors.values()) likes += each.likes;
  return {
    phases: { read: read - began, graph: built - read, pagerank: ranked - built, ...measures, rows: done - measured },
    total: done - began,
    totals: { rows, authors: authors.size, reposts: ties.repost, replies: ties.reply, quotes: ties.quote, likes },
    accounts: names.length,
    top: top.slice(0, 10).map(({ handle }) => handle),
  };
}

/** @type {any} */ (globalThis).peerJob = peerJob;
