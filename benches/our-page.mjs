/**
 * The whole job as a page that embeds the public module does it: a file in, receipt, analysis, first rows out.
 *
 * Served as it is; `/index.js` is the built module.
 */

/** @type {any} */
const sillage = await import(/** @type {string} */ ("/index.js"));

/**
 * @param {File} file
 * @param {Record<string, unknown>} settings
 * @param {number} sources of betweenness; 0 leaves the measures of the graph out
 */
async function ourJob(file, settings, sources) {
  const began = performance.now();
  const study = await sillage.open();
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
  /** @type {[string, Record<string, unknown>][]} */
  const measures = sources ? [["leiden", { restarts: 1, seed: 1 }], ["betweenness", { sources }], ["core", {}], ["clustering", {}]] : [];
  for (const [name, params] of measures) {
    const before = performance.now();
    await study.measure(name, params);
    phases[name] = performance.now() - before;
  }
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

/** @type {any} */ (globalThis).ourJob = ourJob;
