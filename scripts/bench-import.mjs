/**
 * Measures the import alone in Chromium, one thread: bytes to posts, accounts and ties. Beside ours, in the same run and
 * on the same bytes, PapaParse and the Rust crates csv and simd-csv (compiled to WebAssembly on demand) add up the
 * same totals. Nothing is asserted but that all of them find the same.
 *
 *   node scripts/bench-import.mjs [--rows 100000] [--file posts.csv] [--truth totals.json] [--jsonl] [--rounds 5] [--workers 2]
 *        [--duckdb FOLDER] [--native python3]
 *
 * `--duckdb` names a folder where `npm install @duckdb/duckdb-wasm` was run: DuckDB compiled to WebAssembly joins in the
 * same browser. `--native` names a Python that has duckdb or polars: they join as processes of their own, one thread each.
 * `--jsonl` writes the same posts as the lines of twarc, read beside JSON.parse.
 * `--workers 2` compares the built module with itself instead, reading the file with one worker and with two.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, createReadStream, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import { chromium } from "playwright-core";
import { build } from "vite";
import { writePosts } from "../benches/generate-posts.mjs";
import { rendererPeak } from "../benches/support/memory.mjs";
import { inRoot } from "./build/paths.mjs";
import { run } from "./build/run.mjs";
import { wasmEnvironment } from "./build/wasm.mjs";

/** @typedef {{ times: number[], totals: number[], megabytes?: number }} Measure */

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    file: { type: "string" },
    truth: { type: "string" },
    jsonl: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    workers: { type: "string", default: "1" },
    duckdb: { type: "string" },
    native: { type: "string" },
  },
});
const NAMES = ["rows", "authors", "reposts", "replies", "quotes", "mentions"];
const SHARED = values.workers !== "1";
const READERS = SHARED ? [`workers ${values.workers}`, "workers 1"] : values.jsonl ? ["sillage", "json.parse"] : ["sillage", "csv", "simd-csv", "papaparse"];
const NATIVE = ["duckdb native", "polars native"];
if (!SHARED && !values.jsonl) READERS.push(...(values.duckdb ? ["duckdb-wasm"] : []), ...(values.native ? NATIVE : []));
/** A cold run, and warm ones. */
const RUNS = 4;

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** Compiles the neighbours written in Rust. @returns {Promise<string>} their folder */
async function peers() {
  const folder = inRoot("build", "import-peers");
  const environment = { ...await wasmEnvironment(), CARGO_TARGET_DIR: path.join(folder, "target") };
  const crate = inRoot("benches", "import-peers", "Cargo.toml");
  await run("cargo", ["build", "--release", "--quiet", "--target", "wasm32-unknown-unknown", "--manifest-path", crate], environment);
  const made = path.join(folder, "target", "wasm32-unknown-unknown", "release", "import_peers.wasm");
  await run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, made], {});
  return folder;
}

/** Makes one module of DuckDB's package, beside its worker and its engine. @returns {Promise<string>} their folder */
async function duckdb() {
  const folder = inRoot("build", "duckdb");
  const dist = path.join(path.resolve(values.duckdb ?? ""), "node_modules", "@duckdb", "duckdb-wasm", "dist");
  mkdirSync(folder, { recursive: true });
  for (const name of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"]) copyFileSync(path.join(dist, name), path.join(folder, name));
  await build({
    configFile: false, logLevel: "error", root: dist,
    build: { outDir: folder, emptyOutDir: false, minify: false,
      lib: { entry: path.join(dist, "duckdb-browser.mjs"), formats: ["es"], fileName: () => "duckdb.js" } },
  });
  copyFileSync(inRoot("benches", "import.sql"), path.join(folder, "import.sql"));
  return folder;
}

/**
 * A native reader, in a process of its own.
 * @param {string} reader
 * @param {string} file
 * @returns {(Measure & { peak: number }) | null} nothing where its package is missing
 */
function natively(reader, file) {
  const out = execFileSync(values.native ?? "python3", [inRoot("benches", "import-native.py"), file, String(RUNS), reader], { encoding: "utf8" });
  const measured = JSON.parse(out);
  return measured && { ...measured, peak: NaN };
}

/** The file to measure, and what a right reader finds in it. @returns {{ file: string, truth: Record<string, number | undefined> }} */
function subject() {
  const folder = inRoot("build", "bench");
  mkdirSync(folder, { recursive: true });
  let file = values.file ? path.resolve(values.file) : path.join(folder, `posts-${values.rows}.csv`);
  /** @type {Record<string, number>} */
  let truth = values.truth ? JSON.parse(readFileSync(values.truth, "utf8")) : {};
  if (!values.file) truth = { ...writePosts(file, { rows: Number(values.rows) }) };
  if (values.jsonl) file = asLines(file, path.join(folder, "posts.jsonl"));
  return { file, truth: { ...truth, reposts: truth["reposts"] ?? truth["retweets"] } };
}

/**
 * The same posts as lines of JSON in the way of twarc.
 * @param {string} file
 * @param {string} target
 */
function asLines(file, target) {
  const rows = /** @type {string[][]} */ (Papa.parse(readFileSync(file, "utf8"), { skipEmptyLines: true }).data);
  const other = (/** @type {string | undefined} */ name) => name && { id_str: "1", user: { screen_name: name } };
  const lines = rows.slice(1).map(([id, author, time, text, repost, reply, quote, followers, likes, reposts, , lang]) => {
    const user = { screen_name: author, followers_count: Number(followers) };
    return JSON.stringify({ id_str: id, created_at: time, full_text: text, user, lang,
      ...(repost && { retweeted_status: other(repost) }), ...(quote && { quoted_status: other(quote) }),
      in_reply_to_screen_name: reply || null, favorite_count: Number(likes), retweet_count: Number(reposts) });
  });
  writeFileSync(target, `${lines.join("\n")}\n`);
  return target;
}

/**
 * @param {Record<string, string>} folders
 * @param {string} file
 */
async function open(folders, file) {
  const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
  // Isolated, for finer clocks.
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const server = createServer((request, response) => {
    const [, folder = "", name = ""] = /^\/(\w*)\/?(.*)$/.exec(request.url ?? "") ?? [];
    const found = request.url === "/papaparse.js" ? inRoot("node_modules", "papaparse", "papaparse.min.js")
      : request.url === "/worker.mjs" ? inRoot("benches", "import-worker.mjs")
        : request.url === "/share.mjs" ? inRoot("benches", "share-page.mjs") : request.url === "/index.js" ? inRoot("dist", "index.js")
        : request.url === "/data" ? file : folders[folder] && path.join(folders[folder], path.basename(name));
    const type = found ? types[/** @type {".js"} */ (path.extname(found))] ?? "application/octet-stream" : "text/html";
    response.writeHead(200, { ...headers, "Content-Type": type });
    if (found) createReadStream(found).pipe(response);
    else response.end("<!doctype html><title>bench</title><input type=file id=file>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => void (server.closeAllConnections(), server.close()) };
}

/**
 * The built module reads the file with so many workers.
 * @param {import("playwright-core").Page} page
 * @param {number} workers
 */
async function throughModule(page, workers) {
  return /** @type {Promise<Measure & { receipt: string }>} */ (page.evaluate(async ([workers, runs]) => {
    await import(/** @type {string} */ ("/share.mjs"));
    const file = /** @type {HTMLInputElement} */ (document.querySelector("#file")).files?.[0];
    return /** @type {any} */ (globalThis).importJob(file, workers, runs);
  }, /** @type {const} */ ([workers, RUNS])));
}

/**
 * One reader in a browser of its own.
 * @param {string} reader
 * @param {string} url
 * @param {string} file
 * @returns {Promise<Measure & { peak: number, receipt?: string }>}
 */
async function measure(reader, url, file) {
  const server = await chromium.launchServer({
    executablePath: process.env["CHROME"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.setInputFiles("#file", file);
    const measured = SHARED ? await throughModule(page, Number(reader.slice(-1))) : await page.evaluate(([reader, runs]) => new Promise((resolve, reject) => {
      const worker = new Worker("/worker.mjs", { type: "module" });
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(`${reader}: ${data.error}`)) : resolve(data));
      worker.onerror = ({ message }) => reject(new Error(message));
      const file = /** @type {HTMLInputElement} */ (document.querySelector("#file")).files?.[0];
      worker.postMessage({ reader, file, runs });
    }), /** @type {const} */ ([reader, RUNS]));
    const peak = rendererPeak(server.process().pid ?? 0);
    await browser.close();
    return { .../** @type {Measure & { receipt?: string }} */ (measured), peak };
  } finally {
    await server.close();
  }
}

const { file, truth } = subject();
const bytes = statSync(file).size;
const site = await open({
  sillage: inRoot("build", "wasm"),
  peers: values.jsonl || SHARED ? "" : await peers(),
  duckdb: READERS.includes("duckdb-wasm") ? await duckdb() : "",
}, file);
try {
  console.log(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores\n${path.basename(file)}: ${(bytes / 1e6).toFixed(1)} MB`);
  /** @type {Map<string, { cold: number[], warm: number[], peak: number[], megabytes: number | undefined, totals: number[] }>} */
  const found = new Map();
  /** However many workers read, the receipt is one. @type {Set<string>} */
  const receipts = new Set();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const reader of READERS) {
      const measured = NATIVE.includes(reader) ? natively(reader, file) : await measure(reader, site.url, file);
      if (!measured) continue;
      const { times: [cold = NaN, ...warm], totals, megabytes, peak, receipt = "" } = /** @type {Measure & { peak: number, receipt?: string }} */ (measured);
      if (SHARED) receipts.add(receipt);
      const all = found.get(reader) ?? { cold: [], warm: [], peak: [], megabytes, totals };
      all.cold.push(cold);
      all.warm.push(median(warm));
      all.peak.push(peak);
      found.set(reader, all);
      NAMES.forEach((name, at) => {
        // The generators count an account named twice in one post twice.
        const wanted = (name === "mentions" ? undefined : truth[name]) ?? found.get(READERS[0] ?? "")?.totals[at];
        if (totals[at] !== wanted) throw new Error(`${reader}: ${name} ${totals[at]} instead of ${wanted}`);
      });
    }
  }
  if (receipts.size > 1) throw new Error(`the receipts differ: ${[...receipts].join("\n")}`);
  const speed = (/** @type {number[]} */ times) => bytes / 1e3 / median(times);
  const ours = found.get(READERS[0] ?? "");
  for (const [reader, { cold, warm, peak, megabytes }] of found) {
    const ratios = warm.map((time, round) => time / (ours?.warm[round] ?? NaN));
    const ratio = reader === READERS[0] ? "" : `  ${SHARED ? READERS[0] : "ours"} is ${median(ratios).toFixed(2)} times as fast (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
    console.log(`  ${reader.padEnd(14)} ${speed(warm).toFixed(0).padStart(4)} MB/s, cold ${speed(cold).toFixed(0).padStart(4)}`
      + `  ${NATIVE.includes(reader) ? "native" : `renderer ${Math.round(median(peak))} MiB`}${megabytes ? ` (WebAssembly ${Math.round(megabytes)})` : ""}${ratio}`);
  }
  console.log(`  totals agree: ${NAMES.map((name, at) => `${name} ${ours?.totals[at]}`).join(", ")}`);
} finally {
  site.close();
}
