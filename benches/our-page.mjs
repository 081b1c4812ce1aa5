/**
 * The whole job as a page that embeds the public module does it: a file in, receipt, analysis, first rows out.
 *
 * Served as it is; `/index.js` is the built module.
 */

/** @type {any} */
const sillage = await import(/** @type {string} */ ("/index.js"));

/** The study of the run before. @type {any} */
let previous = null;

/**
 * @param {File} file
 * @param {Record<string, unknown>} settings
 */
async function ourJob(file, settings) {
  previous?.close();
  const began = performance.now();
  const study = await sillage.open();
  previous = study;
  const opened = performance.now();
  const receipt = await study.add(file);
  const read = performance.now();
  await study.configure(settings);
  /** @type {Record<string, number>} */
  const phases = {};
  let phase = "model";
  let since = read;
  const change = (/** @type {string} */ next) => {
    const now = performance.now();
    phases[phase] = (phases[phase] ?? 0) + now - since;
    [phase, since] = [next, now];
  };
  const summary = await study.analyse({
    onProgress: (/** @type {{ phase: string }} */ progress) => {
      if (progress.phase !== phase) change(progress.phase);
    },
  });
  change("done");
  const analysed = performance.now();
  const window = await study.ranking({ from: 0, to: 100 });
  const done = performance.now();

  // Outside the measure: what a reader that loses nothing must find.
  const [posts, likes] = [await study.column("posts"), await study.column("likes")];
  const totals = {
    rows: receipt.seen,
    authors: posts.filter((/** @type {number} */ n) => n > 0).length,
    reposts: summary.ties.repost, replies: summary.ties.reply, quotes: summary.ties.quote,
    likes: likes.reduce((/** @type {number} */ sum, /** @type {number} */ n) => sum + (n || 0), 0),
  };
  delete phases.done;
  return {
    phases: { start: opened - began, read: read - opened, ...phases, rows: done - analysed },
    total: done - began,
    totals,
    kept: receipt.kept,
    accounts: summary.accounts,
    arcs: summary.arcs,
    hash: await study.hash(),
    top: window.rows.slice(0, 10).map((/** @type {{ handle: string }} */ row) => row.handle),
  };
}

/**
 * Posts to a table of accounts with PageRank, communities, betweenness, cores and clustering, as somebody who wants the
 * graph alone does it. Nothing is ranked.
 * @param {File} file
 * @param {number} sources of betweenness
 * @param {number} [cores] threads, where another number than the machine's
 */
async function graphJob(file, sources, cores) {
  /** @type {Record<string, number>} */
  const phases = {};
  previous?.close();
  const began = performance.now();
  let since = began;
  const lap = (/** @type {string} */ name) => {
    const now = performance.now();
    [phases[name], since] = [now - since, now];
  };
  const study = await sillage.open();
  previous = study;
  if (cores) study.transport.wiring.cores = cores;
  lap("start");
  const receipt = await study.add(file);
  lap("read");
  const size = await study.graph();
  lap("graph");
  const { handle } = await study.accounts();
  /** @type {Record<string, Float64Array>} */
  const table = {};
  for (const [name, params] of /** @type {[string, Record<string, unknown>][]} */ ([
    ["pagerank", {}], ["leiden", { restarts: 1, seed: 1 }], ["betweenness", { sources }], ["core", {}], ["clustering", {}],
  ])) {
    table[name] = (await study.measure(name, params)).values;
    lap(name);
  }
  const total = performance.now() - began;
  const rank = table["pagerank"] ?? new Float64Array();
  const top = [...rank.keys()].sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0)).slice(0, 10).map((at) => handle[at] ?? "");
  const { layers, authors } = receipt.content;
  return {
    phases, total, accounts: size.accounts, arcs: size.arcs, top,
    totals: { rows: receipt.seen, authors, reposts: layers.repost, replies: layers.reply, quotes: layers.quote },
  };
}

/** @type {any} */ (globalThis).ourJob = ourJob;
/** @type {any} */ (globalThis).graphJob = graphJob;
