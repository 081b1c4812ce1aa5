/**
 * Prints what people download (raw, gzip, brotli) and fails above the budget of docs/architecture.md.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { filesUnder, inRoot } from "./build/paths.mjs";

const KB = 1000;
/** Brotli bytes. */
const BUDGET = { wasm: 1550 * KB, unpack: 300 * KB, first: 80 * KB };
const DIST = inRoot("dist");

/** @param {string[]} files */
function sizes(files) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  }
  return total;
}

/**
 * The scripts and styles that the first screen waits for: those that the document names, and whatever they import
 * statically.
 * @param {string} page
 */
function firstScreen(page) {
  const html = readFileSync(page, "utf8");
  const waiting = [...html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)].map((match) => path.join(path.dirname(page), match[1] ?? ""));
  /** @type {Set<string>} */
  const found = new Set();
  for (const file of waiting) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith(".js")) continue;
    const imports = readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+\.js)["']/g);
    for (const match of imports) waiting.push(path.join(path.dirname(file), match[1] ?? ""));
  }
  return [...found].sort();
}

if (!existsSync(path.join(DIST, "index.html"))) {
  console.error("nothing to measure: run `make build` first");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(path.join(DIST, "package.json"), "utf8"));
/** @type {{ name: string, files: string[], budget?: number }[]} */
const rows = [
  { name: "engine (sillage.wasm)", files: [path.join(DIST, "sillage.wasm")], budget: BUDGET.wasm },
  { name: "containers (-unpack.wasm)", files: [path.join(DIST, "sillage-unpack.wasm")], budget: BUDGET.unpack },
  { name: "first screen, JS + CSS", files: firstScreen(path.join(DIST, "index.html")), budget: BUDGET.first },
  { name: "hosted page, everything", files: [path.join(DIST, "index.html"), ...filesUnder(path.join(DIST, "assets"))] },
  { name: "sillage.html", files: [path.join(DIST, "sillage.html")] },
  { name: "npm package", files: manifest.files.flatMap((/** @type {string} */ name) => filesUnder(path.join(DIST, name))) },
];

const cell = (/** @type {number} */ bytes) => `${(bytes / KB).toFixed(1)} kB`.padStart(12);
console.log(`${"".padEnd(26)}${"raw".padStart(12)}${"gzip".padStart(12)}${"brotli".padStart(12)}${"budget".padStart(12)}`);
let over = 0;
for (const { name, files, budget } of rows) {
  if (files.length === 0) throw new Error(`${name}: no file found`);
  const { raw, gzip, brotli } = sizes(files);
  const fits = budget === undefined || brotli <= budget;
  if (!fits) over += 1;
  console.log(`${name.padEnd(26)}${cell(raw)}${cell(gzip)}${cell(brotli)}${budget ? cell(budget) : ""}${fits ? "" : "  OVER"}`);
}
if (over > 0) process.exitCode = 1;
