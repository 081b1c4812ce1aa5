/** What changed between two windows, and whether the ranking is right on these data. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { nextLog } from "./support/next.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOG = [{ name: "log.txt", mimeType: "text/plain", buffer: Buffer.from(nextLog()) }];
const LONG = { timeout: 120_000 };

stage();

/** Serious findings of axe on the page. @param {Page} page */
const serious = (page) => page.evaluate(async () => {
  const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(document);
  if (passes.length < 20) return ["axe saw too little"];
  return violations.filter((/** @type {any} */ each) => /serious|critical/.test(each.impact)).map((/** @type {any} */ each) => `${each.id}: ${each.nodes[0]?.html}`);
});

/** What a download holds. @param {Page} page @param {() => Promise<void>} click */
async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`two windows and the back-test, from one click each to their tables, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`, { scripts: [AXE] });
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await product.readAndAnalyse(LOG);
    await product.go("measure");
    // Sixty days and the day of the last row.
    await page.getByRole("heading", { level: 1, name: /^61 (days|jours) / }).waitFor();
    // The two halves are there to begin with.
    const windows = page.locator("sil-windows");
    assert.equal(await windows.locator("[name=before-to]").inputValue(), await windows.locator("[name=after-from]").inputValue());

    await product.button("compare-go").click();
    await windows.locator("sil-chart").waitFor(LONG);
    await product.idle();
    const rows = await windows.locator("table", { hasText: product.t("accounts-said") }).locator("tbody tr").allTextContents();
    assert.ok(rows.length >= 10);
    const chart = windows.locator("sil-chart");
    await chart.locator("summary").click();
    await chart.locator("tbody tr").first().waitFor();
    const names = await chart.locator("tbody th").allTextContents();
    assert.ok(names.includes("rising") && names.includes("fading"), names.join());
    const csv = await downloaded(page, () => product.button("compare-csv").click());
    assert.equal(csv.name, product.t("compare-file"));
    assert.match(csv.text, /rising[;,]/);

    await product.button("test-go").click();
    const part = page.locator("sil-back-test");
    await part.locator("sil-chart").waitFor(LONG);
    await product.idle();
    assert.match(await part.locator(".said").innerText(), /4/);
    const people = part.locator("table", { hasText: product.t("test-people-caption") }).locator("tbody tr");
    assert.equal(await people.count(), 10);
    const table = await downloaded(page, () => product.button("test-csv").click());
    assert.match(table.text, /^\ufefforder[;,]found/);
    assert.match(table.text, /\r\nours[;,]/);
    assert.deepEqual(await serious(page), []);

    // A name opens its dossier, here.
    const handle = await people.first().getByRole("button").innerText();
    await people.first().getByRole("button").click();
    await page.locator("sil-measure sil-dossier").getByText(handle).first().waitFor();
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("windows that overlap are refused in words, and work can be called off", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.readAndAnalyse(LOG);
  await product.deepened();
  await product.go("measure");
  const windows = page.locator("sil-windows");
  await windows.locator("[name=after-from]").fill("2026-01-10T00:00");
  await product.button("compare-go").click();
  await windows.getByText(product.t("compare-reason-overlap")).waitFor(LONG);
  await product.idle();
  await product.button("window-halves").click();
  assert.notEqual(await windows.locator("[name=after-from]").inputValue(), "2026-01-10T00:00");

  const hash = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.hash());
  // At once: the back-test of so small a log is soon over.
  await product.button("test-go").evaluate((/** @type {HTMLButtonElement} */ button) => {
    button.click();
    /** @type {any} */ (document.querySelector("sillage-app")).desk.cancel();
  });
  await product.idle();
  assert.equal(await page.locator("sil-back-test .said").count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.hash()), hash, "the result is as it was");
  await nothingWrong(opened);
  await opened.context.close();
});

test("too little data is said with the number that is missing", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const { page } = opened;
  const product = new Product(page, "fr");
  await product.idle();
  await product.readAndAnalyse([{ name: "log.txt", mimeType: "text/plain", buffer: Buffer.from(nextLog(40).split("\n").filter((_, i) => i % 8 === 0).join("\n")) }]);
  await product.go("measure");
  await product.button("test-go").click();
  const part = page.locator("sil-back-test");
  await part.locator(".said", { hasText: product.t("test-cannot") }).waitFor(LONG);
  assert.match(await part.locator(".block .note").first().innerText(), /300/);
  await nothingWrong(opened);
  await opened.context.close();
});
