/** A05: files come in from anywhere and in any number, wrong ones are named, and the page never goes away. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { CAFE, TEA, buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const folder = buildFolder("tests", "files");
const PNG = path.join(folder, "picture.png");
const EMPTY = path.join(folder, "empty.csv");

stage();
before(() => {
  // The smallest picture: one transparent point.
  writeFileSync(PNG, Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"));
  writeFileSync(EMPTY, "");
});

/** Notes, after the page has seen them, the drags that the browser would act on by itself. */
const WATCH_DRAGS = `
  globalThis.__drags = [];
  for (const type of ["dragover", "drop"]) addEventListener(type, (event) => __drags.push(type + (event.defaultPrevented ? "" : " left to the browser")));
`;

/**
 * A drag from outside the browser, as the browser itself carries it out.
 * @param {Page} page
 * @param {{ files?: string[], items?: { mimeType: string, data: string }[] }} what
 * @param {{ x: number, y: number }} at
 */
async function drop(page, { files = [], items = [] }, { x, y }) {
  const session = await page.context().newCDPSession(page);
  const data = { items, files, dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
    await session.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await session.detach();
  const drags = await page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).__drags));
  assert.deepEqual([...new Set(drags)].sort(), ["dragover", "drop"]);
}

test("A05 one file, then several, dropped anywhere, on either screen", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`, { scripts: [WATCH_DRAGS] });
  const product = new Product(opened.page, "en");
  await product.idle();
  await drop(opened.page, { files: [TEA] }, { x: 5, y: 5 });
  await product.cards("read").first().waitFor();
  await product.idle();
  await product.analyse();
  const before = await product.summary();
  await drop(opened.page, { files: [CAFE, PNG, EMPTY] }, { x: 640, y: 890 });
  await product.cards("failed").nth(1).waitFor();
  await product.idle();
  assert.equal(await product.cards("read").count(), 2);
  assert.deepEqual(await opened.page.locator("sil-file-card h2").allTextContents(),
    ["tea.en.csv", "cafe-lumiere.fr.csv", "picture.png", "empty.csv"]);
  await product.analyse();
  assert.ok((await product.summary()).accounts > before.accounts);
  assert.deepEqual(opened.diary.navigations, [], "the page is still the page");
  await nothingWrong(opened);
  await opened.context.close();
});

test("A05 a file that is no table is refused with its true type, and leaves nothing behind", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const product = new Product(opened.page, "fr");
  await product.idle();
  await product.choose(PNG);
  const problem = opened.page.locator("sil-file-card [role=alert]");
  await problem.waitFor();
  assert.match(await problem.innerText(), /png|image/i);
  await product.choose(EMPTY);
  await opened.page.getByText(product.t("error-file-empty")).waitFor();
  await product.idle();
  await product.choose(CAFE);
  await product.cards("read").waitFor();
  await product.idle();
  await product.analyse();
  const alone = await openPage(browser, `${site.url}#lang=fr`);
  const other = new Product(alone.page, "fr");
  await other.readAndAnalyse(CAFE);
  assert.equal(await product.hash(), await other.hash());
  await nothingWrong(opened);
  await opened.context.close();
  await alone.context.close();
});

test("A05 a drop of text or a link goes nowhere; a pasted table is read", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`, { scripts: [WATCH_DRAGS] });
  const { page, diary } = opened;
  const product = new Product(page, "en");
  await product.idle();
  const address = "https://example.org/";
  await drop(page, { items: [{ mimeType: "text/uri-list", data: address }, { mimeType: "text/plain", data: address }] }, { x: 300, y: 300 });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  }, "author\ttext\tdate\nada\tbonjour\t2026-01-05\nben\tsalut\t2026-01-06\n");
  await product.cards("read").waitFor();
  await product.idle();
  const sum = await page.locator("sil-file-card .sum").innerText();
  assert.match(sum.replace(/\s+/g, " "), /2 rows seen = 2 kept/);
  assert.deepEqual(diary.navigations, []);
  await nothingWrong(opened);
  await opened.context.close();
});
