/**
 * A10: a table larger than a spreadsheet opens streams through the page: never read whole, memory that follows the study
 * and not the file, a page that answers meanwhile.
 *
 *   node --test tests/browser/large.test.js                       60 MB
 *   SILLAGE_LARGE_MB=600 node --test tests/browser/large.test.js  as large as wished
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { writePosts } from "../../benches/generate-posts.mjs";
import { rendererPeak } from "../../benches/support/memory.mjs";
import { launch, nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { site, stage } from "./support/stage.js";

/** @import { Browser, Page } from "playwright-core" */

const MEGABYTES = Number(process.env["SILLAGE_LARGE_MB"] ?? 60);
/** A row of the invented posts. */
const BYTES_A_ROW = 184;
/** Time for a slow machine that does other work besides. */
const PATIENCE = 120_000 + MEGABYTES * 2_000;
/** Bytes that one reading of the file may ask for. */
const MOST_AT_ONCE = 16 << 20;

const folder = mkdtempSync(path.join(os.tmpdir(), "sillage-large-"));
after(() => rmSync(folder, { recursive: true, force: true }));
stage();

/** Why it cannot run here; null where it can. */
function lacking() {
  const { bavail, bsize } = statfsSync(folder);
  const bytes = MEGABYTES * 1e6;
  if (bavail * bsize < 2 * bytes + 1e9) return `a file of ${MEGABYTES} MB does not fit on the disk`;
  if (os.freemem() < 1.5e9 + 5 * bytes) return `${Math.round(os.freemem() / 1e6)} MB of memory are free`;
  return null;
}

/** Notes how much of a file is asked for at once, by whatever way it is read. */
const WATCH_READS = `globalThis.__reads = { most: 0, bytes: 0, times: 0 };
const note = (bytes) => { __reads.most = Math.max(__reads.most, bytes); __reads.bytes += bytes; __reads.times += 1; };
for (const way of ["arrayBuffer", "text", "bytes"]) {
  const of = Blob.prototype[way];
  if (of) Blob.prototype[way] = function () { note(this.size); return of.call(this); };
}
for (const way of ["readAsArrayBuffer", "readAsText", "readAsBinaryString", "readAsDataURL"]) {
  const of = FileReader.prototype[way];
  FileReader.prototype[way] = function (blob, ...rest) { note(blob.size); return of.call(this, blob, ...rest); };
}
const streams = Blob.prototype.stream;
Blob.prototype.stream = function () {
  return streams.call(this).pipeThrough(new TransformStream({ transform(chunk, to) { note(chunk.byteLength); to.enqueue(chunk); } }));
};`;

/** @param {Page} page @returns {Promise<{ most: number, bytes: number, times: number }>} */
const reads = (page) => page.evaluate(() => /** @type {any} */ (globalThis).__reads);

/**
 * Presses the button of the page's colours again and again while it works, and says how long each press took to be on
 * screen.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
function press(page) {
  return page.evaluate(async () => {
    const app = /** @type {any} */ (document.querySelector("sillage-app"));
    const paint = [...app.shadowRoot.querySelectorAll(".tools button")].find((button) => button.title.startsWith("Appearance"));
    /** @type {number[]} */
    const took = [];
    while (app.desk.state.work || app.desk.working) {
      const theme = document.documentElement.dataset["theme"];
      const began = performance.now();
      paint.click();
      await app.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (document.documentElement.dataset["theme"] === theme) throw new Error("a press did nothing");
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return took;
  });
}

/** The most memory of a rendering process, in MB. @param {Browser} of */
async function peak(of) {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const [main] = processInfo.filter(({ type }) => type === "browser");
  return (rendererPeak(main?.id ?? 0) * 1_048_576) / 1e6;
}

test(`A10 a CSV of ${MEGABYTES} MB streams: read in pieces, memory bounded, the page answers`, { skip: lacking() ?? false, timeout: 3 * PATIENCE }, async (t) => {
  const file = path.join(folder, "large.csv");
  const { rows } = writePosts(file, { rows: Math.round((MEGABYTES * 1e6) / BYTES_A_ROW) });
  const { size } = statSync(file);
  assert.ok(size > MEGABYTES * 0.85e6, `${size} bytes were made`);
  // A browser of its own: the peak is then of this page alone.
  const own = await launch();
  try {
    const opened = await openPage(own, `${site.url}#lang=en`, { scripts: [WATCH_READS] });
    const { page } = opened;
    const product = new Product(page, "en");
    await product.idle();
    const before = await peak(own);

    let began = performance.now();
    await product.choose(file);
    await product.button("cancel").waitFor();
    const reading = await press(page);
    await product.cards("read").waitFor({ timeout: PATIENCE });
    await product.idle();
    const readMs = performance.now() - began;
    const { most, bytes, times } = await reads(page);
    const readPeak = await peak(own);
    assert.ok(bytes >= size, `${bytes} of ${size} bytes were read`);
    assert.ok(most <= MOST_AT_ONCE, `${most} bytes were asked for at once`);

    began = performance.now();
    await product.button("analyse").click();
    const analysing = await press(page);
    await page.waitForFunction(() => {
      const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return state.summary && !state.work;
    }, undefined, { timeout: PATIENCE });
    const rankedMs = performance.now() - began;
    assert.equal((await product.summary()).posts, rows);
    await product.go("influencers");
    await product.rows().first().waitFor();

    const all = await peak(own);
    const sorted = (/** @type {number[]} */ times) => [...times].sort((a, b) => a - b);
    const middle = (/** @type {number[]} */ times) => Math.round(sorted(times)[times.length >> 1] ?? NaN);
    const worst = (/** @type {number[]} */ times) => Math.round(Math.max(0, ...times));
    t.diagnostic(`${(size / 1e6).toFixed(0)} MB, ${rows} rows: read in ${(readMs / 1000).toFixed(1)} s, ${times} pieces of at most ${(most / 1e6).toFixed(1)} MB; ranked in ${(rankedMs / 1000).toFixed(1)} s`);
    t.diagnostic(`a press is on screen after ${middle(reading)} ms while reading (worst of ${reading.length}: ${worst(reading)}), ${middle(analysing)} ms while analysing (worst of ${analysing.length}: ${worst(analysing)})`);
    t.diagnostic(`memory of the rendering process: ${before.toFixed(0)} MB before, ${readPeak.toFixed(0)} MB at most while reading, ${all.toFixed(0)} MB at most in all`);
    // On processors that are shared, far above what is felt and far below a page that hangs.
    assert.ok(reading.length >= 3, `${reading.length} presses while it read`);
    assert.ok(middle(reading) < 1_000 && worst(reading) < 5_000, `presses took ${reading.map(Math.round).join(", ")} ms`);
    // What is known of the posts is kept, the bytes of the file are not: a page that held them, once or twice, would need more.
    if (Number.isFinite(all)) assert.ok(all - before < 250 + 2.2 * (size / 1e6), `${all.toFixed(0)} MB were needed, ${before.toFixed(0)} before`);
    await nothingWrong(opened);
  } finally {
    await own.close();
  }
});
