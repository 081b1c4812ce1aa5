/** A08: long work shows where it stands, stops within a second, and costs nothing of what was there before. */
import assert from "node:assert/strict";
import path from "node:path";
import { before, test } from "node:test";
import { writePosts } from "../../benches/generate-posts.mjs";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const LARGE = path.join(buildFolder("tests", "files"), "large.csv");
const ROWS = 300_000;

stage();
before(() => void writePosts(LARGE, { rows: ROWS }));

/** What is said of the result, but for what is added once everything after the ranking is computed. @param {Product} product */
async function shown(product) {
  return { ...await product.summary(), stability: null };
}

/** Notes every state of the progress bar that is shown, from now on. @param {Page} page */
async function watchBar(page) {
  await page.evaluate(() => {
    const host = /** @type {any} */ (document.querySelector("sillage-app"));
    /** @type {{ label: string, share: number }[]} */
    const seen = (/** @type {any} */ (globalThis).__bar = []);
    const look = () => {
      const root = host.shadowRoot.querySelector("sil-progress")?.shadowRoot;
      const bar = root?.querySelector("progress");
      if (bar) seen.push({ label: root.querySelector("#label").textContent, share: bar.value });
      requestAnimationFrame(look);
    };
    look();
  });
}

/** @param {Page} page @returns {Promise<{ label: string, share: number }[]>} */
const bar = (page) => page.evaluate(() => /** @type {any} */ (globalThis).__bar);

/**
 * Waits for a bar with this label, presses Cancel, and says after how long the bar was gone.
 * @param {Product} product
 * @param {(label: string) => boolean} wanted
 */
async function cancelDuring(product, wanted) {
  const { page } = product;
  const cancel = product.button("cancel");
  for (;;) {
    await cancel.waitFor();
    const label = await page.locator("sil-progress #label").textContent({ timeout: 2_000 });
    if (wanted(label ?? "")) break;
  }
  return page.evaluate(async () => {
    const host = /** @type {any} */ (document.querySelector("sillage-app"));
    const root = host.shadowRoot.querySelector("sil-progress").shadowRoot;
    const button = root.querySelector("section > button");
    if (!button) return NaN;
    const began = performance.now();
    button.click();
    while (host.desk.state.work || host.desk.working) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - began;
  });
}

test("A08 progress moves, Cancel stops reading and analysis within a second, the result stays, a second run works", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  const [summary, top] = [await shown(product), await product.top(5)];
  await watchBar(page);

  await product.go("ground");
  await product.choose(LARGE);
  const reading = await cancelDuring(product, (label) => label === product.t("phase-read", { name: "large.csv" }));
  assert.ok(reading < 1_000, `reading stopped after ${reading} ms`);
  await product.cards("stopped").waitFor();
  await product.go("influencers");
  assert.deepEqual(await product.top(5), top, "the ranking is still there");
  assert.deepEqual(await shown(product), summary);

  await product.go("ground");
  await product.button("read-again").click();
  await product.cards("read").nth(1).waitFor({ timeout: 60_000 });
  await product.idle();
  await product.button("analyse").click();
  const analysing = await cancelDuring(product, (label) => !label.includes("large.csv") && !label.includes("tea.en.csv"));
  assert.ok(analysing < 1_000, `the analysis stopped after ${analysing} ms`);
  assert.deepEqual(await shown(product), summary, "the previous result is kept");
  await product.go("influencers");
  assert.deepEqual(await product.top(5), top);

  await product.go("ground");
  await product.button("analyse").click();
  await page.waitForFunction((before) => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.summary.posts !== before && state.work === null;
  }, summary.posts, { timeout: 90_000 });
  await product.idle();
  const { posts } = await product.summary();
  assert.equal(posts, ROWS + summary.posts);

  const seen = await bar(page);
  const shares = seen.filter(({ label }) => label === product.t("phase-read", { name: "large.csv" })).map(({ share }) => share);
  assert.ok(new Set(shares).size >= 4, `reading showed ${[...new Set(shares)].join(", ")}`);
  const phases = new Set(seen.map(({ label }) => label));
  const known = ["model", "text", "graph", "credit", "authority", "score"].filter((phase) => phases.has(product.t(`phase-${phase}`)));
  assert.ok(known.length >= 2, `phases shown: ${[...phases].join(", ")}`);
  await nothingWrong(opened);
  await opened.context.close();
});

test("A08 files that come in while an analysis runs are read after it, and the ranking says that it is not up to date", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const product = new Product(opened.page, "en");
  await product.idle();
  await product.choose(LARGE);
  await product.cards("read").waitFor({ timeout: 60_000 });
  await product.idle();
  await product.button("analyse").click();
  await opened.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.work?.kind === "analyse");
  await product.choose([{ name: "late.csv", mimeType: "text/csv", buffer: Buffer.from("author,text,retweet_of\nada,hello,\nben,RT @ada: hello,ada\n") }]);
  await opened.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards[1]?.status === "read", undefined, { timeout: 60_000 });
  await product.idle();
  assert.equal((await product.summary()).posts, ROWS);
  await product.go("ground");
  await product.button("analyse").click();
  await opened.page.waitForFunction((rows) => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.summary.posts === rows + 2, ROWS, { timeout: 60_000 });
  await nothingWrong(opened);
  await opened.context.close();
});

test("A08 while it works, the page answers", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const product = new Product(opened.page, "en");
  await product.idle();
  await product.choose(LARGE);
  await product.button("cancel").waitFor();
  const gaps = await opened.page.evaluate(async () => {
    const desk = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    /** @type {number[]} */
    const found = [];
    let last = performance.now();
    while (desk.state.work) {
      await new Promise((resolve) => setTimeout(resolve));
      found.push(performance.now() - last);
      last = performance.now();
    }
    return found;
  });
  assert.ok(gaps.length > 20, `${gaps.length} turns of the event loop`);
  // Two processors shared with a browser's other processes: a generous bound, far below a frozen page.
  assert.ok(Math.max(...gaps) < 500, `the page was silent for ${Math.max(...gaps)} ms`);
  await opened.context.close();
});
