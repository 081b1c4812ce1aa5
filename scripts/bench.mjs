/**
 * Measures the whole job in Chromium, from a file to the first hundred accounts: ours beside PapaParse and graphology
 * doing the same in the same run. Prints medians and ratios; nothing is asserted but that both read the same rows.
 *
 *   node scripts/bench.mjs [--rows 10000,100000] [--repeat 3] [--warm] [--file posts.csv] [--only ours|peer]
 *        [--measures [--workers 1]] [--json out.json]
 *
 * `--measures` is the job of somebody who wants a graph and no ranking: posts to PageRank, communities, betweenness from
 * 256 sources, cores and (ours only) clustering, with one worker or so many.
 * `--warm` does each job twice before it is timed, in the same page: somebody's third file, not the first.
 * `--rows 1000000` (about 180 MB) is for running by hand. `--file` takes any CSV with the columns that
 * `benches/generate-posts.mjs` writes.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { writePosts } from "../benches/generate-posts.mjs";
import { rendererPeak } from "../benches/support/memory.mjs";
import { openSite } from "../benches/support/site.mjs";
import { inRoot } from "./build/paths.mjs";

/** @import { Totals } from "../benches/generate-posts.mjs" */

/**
 * @typedef {object} Run
 * @property {Record<string, number>} phases milliseconds
 * @property {number} total milliseconds
 * @property {Totals} totals
 * @property {number} accounts
 * @property {string[]} top
 * @property {number} peak MiB
 * @property {number} wasm MiB, NaN where there is none
 */

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "10000,100000" },
    repeat: { type: "string", default: "3" },
    file: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
    measures: { type: "boolean", default: false },
    warm: { type: "boolean", default: false },
    workers: { type: "string", default: "1" },
  },
});
const SETTINGS = { objective: "none", brief: "" };
const SIDES = /** @type {const} */ (["ours", "peer"]).filter((side) => !values.only || values.only === side);

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 3 : 1)} s`;

/** The files to measure. @returns {{ path: string, totals: Totals | null }[]} */
function files() {
  if (values.file) return [{ path: path.resolve(values.file), totals: null }];
  const folder = inRoot("build", "bench");
  mkdirSync(folder, { recursive: true });
  return values.rows.split(",").map((text) => {
    const rows = Number(text);
    if (!Number.isInteger(rows) || rows < 1) throw new Error(`--rows ${text}`);
    const file = path.join(folder, `posts-${rows}.csv`);
    return { path: file, totals: writePosts(file, { rows }) };
  });
}

/**
 * One run in a browser of its own, so that neither memory nor warm code is left from another.
 * @param {typeof SIDES[number]} side
 * @param {string} url
 * @param {string} file
 * @returns {Promise<Run>}
 */
async function measure(side, url, file) {
  const executablePath = process.env["CHROME"] || "/usr/bin/chromium";
  const server = await chromium.launchServer({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => "ourJob" in globalThis && "peerJob" in globalThis);
    await page.setInputFiles("#file", file);
    page.setDefaultTimeout(0);
    const run = await page.evaluate(async ([which, settings, sources, workers, before]) => {
      const file = /** @type {HTMLInputElement} */ (document.querySelector("#file")).files?.[0];
      const scope = /** @type {any} */ (globalThis);
      const job = () => {
        if (which === "peer") return scope.peerJob(file, sources);
        return sources ? scope.graphJob(file, sources, workers) : scope.ourJob(file, settings);
      };
      for (let at = 0; at < before; at += 1) await job();
      return job();
    }, /** @type {const} */ ([side, SETTINGS, values.measures ? 256 : 0, Number(values.workers), values.warm ? 2 : 0]));
    const worker = side === "ours" ? page.workers()[0] : undefined;
    const bytes = await worker?.evaluate(() => /** @type {any} */ (globalThis).__memory?.buffer.byteLength);
    const peak = rendererPeak(server.process().pid ?? 0);
    await browser.close();
    return { ...run, peak, wasm: bytes ? bytes / 2 ** 20 : NaN };
  } finally {
    await server.close();
  }
}

/**
 * Both sides must have read the same file, else their times say nothing.
 * @param {Run[]} runs
 * @param {Totals | null} expected
 */
function check(runs, expected) {
  const [first] = runs;
  if (!first) return;
  for (const { totals } of runs) {
    for (const name of /** @type {(keyof Totals)[]} */ (Object.keys(expected ?? first.totals))) {
      const wanted = (expected ?? first.totals)[name];
      if (name in totals && totals[name] !== wanted) throw new Error(`${name}: ${totals[name]} instead of ${wanted}`);
    }
  }
}

/**
 * @param {string} name
 * @param {Run[]} runs
 */
function report(name, runs) {
  const phases = Object.keys(runs[0]?.phases ?? {})
    .map((phase) => `${phase} ${seconds(median(runs.map((run) => run.phases[phase] ?? NaN)))}`);
  const wasm = median(runs.map((run) => run.wasm));
  console.log(`  ${name.padEnd(24)} ${seconds(median(runs.map((run) => run.total))).padStart(9)}`
    + `  peak ${Math.round(median(runs.map((run) => run.peak)))} MiB${Number.isNaN(wasm) ? "" : ` (WebAssembly ${Math.round(wasm)})`}`
    + `\n  ${" ".repeat(24)} ${phases.join(" · ")}`);
}

const NAMES = { ours: "Sillage", peer: "PapaParse + graphology" };
const site = await openSite();
/** @type {object[]} */
const results = [];
try {
  console.log(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, Node ${process.version}`);
  for (const { path: file, totals } of files()) {
    if (!existsSync(file)) throw new Error(`no file ${file}`);
    /** @type {Record<typeof SIDES[number], Run[]>} */
    const runs = { ours: [], peer: [] };
    for (let i = 0; i < Number(values.repeat); i += 1) {
      for (const side of SIDES) runs[side].push(await measure(side, site.url, file));
    }
    check([...runs.ours, ...runs.peer], totals);
    const sample = runs.ours[0] ?? runs.peer[0];
    console.log(`\n${path.basename(file)}: ${(statSync(file).size / 1e6).toFixed(1)} MB, ${sample?.totals.rows} rows, `
      + `${sample?.totals.authors} authors; median of ${values.repeat}`);
    for (const side of SIDES) report(NAMES[side], runs[side]);
    if (SIDES.length === 2) {
      const [ours, peer] = [median(runs.ours.map((run) => run.total)), median(runs.peer.map((run) => run.total))];
      console.log(`  ratio ${(peer / ours).toFixed(2)} in time, `
        + `${(median(runs.peer.map((run) => run.peak)) / median(runs.ours.map((run) => run.peak))).toFixed(2)} in memory`);
    }
    results.push({ file: path.basename(file), bytes: statSync(file).size, runs });
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  site.close();
}
