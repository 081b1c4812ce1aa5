/** Archives, workbooks, packed files and folders in the page: hosted and as the single file. Nothing leaves. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { xlsx, zip } from "../unit/support/containers.js";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { SINGLE, buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const POSTS = "author,text,date\nada,RT @ben: bonjour,2026-01-05\nben,salut @cleo,2026-01-06\ncleo,RT @ben: encore,2026-01-07\n";
const folder = buildFolder("tests", "containers");
const file = (/** @type {string} */ name) => path.join(folder, name);

stage();
before(() => {
  const rows = POSTS.trim().split("\n").map((line) => line.split(","));
  writeFileSync(file("posts.csv"), POSTS);
  writeFileSync(file("posts.zip"), zip([
    { name: "export/posts.csv", bytes: POSTS }, { name: "export/media/a.jpg", bytes: "x" }, { name: "export/bad.csv", bytes: POSTS, sum: 1 },
  ]));
  writeFileSync(file("posts.xlsx"), xlsx({ Posts: rows, Notes: [["Only a word"]] }));
  writeFileSync(file("posts.csv.gz"), gzipSync(POSTS));
  writeFileSync(file("locked.zip"), zip([{ name: "a.csv", bytes: POSTS, flags: 0x801 }]));
  mkdirSync(file("mine"), { recursive: true });
  writeFileSync(path.join(file("mine"), "posts.csv"), POSTS);
  writeFileSync(path.join(file("mine"), "photo.png"), "x");
});

/** @param {Page} page @param {string[]} files */
async function drop(page, files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
    await session.send("Input.dispatchDragEvent", { type, x: 20, y: 20, data });
  }
  await session.detach();
}

for (const kind of /** @type {const} */ (["http", "file"])) {
  test(`${kind}: a zip, a workbook, a packed file and a folder give the study of the plain file`, async () => {
    const opened = await openPage(browser, `${kind === "http" ? site.url : SINGLE}#lang=en`);
    const { page, diary } = opened;
    const product = new Product(page, "en");
    await product.idle();
    await product.readAndAnalyse(file("posts.csv"));
    const plain = await product.hash();
    for (const name of ["posts.zip", "posts.xlsx", "posts.csv.gz", "mine"]) {
      const other = await openPage(browser, `${kind === "http" ? site.url : SINGLE}#lang=en`);
      const alone = new Product(other.page, "en");
      await alone.idle();
      const before = other.diary.requests.length;
      await drop(other.page, [file(name)]);
      await alone.cards("read").first().waitFor({ timeout: 60_000 });
      await alone.idle();
      const sum = await other.page.locator("sil-file-card .sum").first().innerText();
      assert.match(sum.replace(/\s+/g, " "), /3 rows seen = 3 kept/, name);
      await alone.analyse();
      assert.equal(await alone.hash(), plain, name);
      // The chunk of the reader is the only thing asked for, and of the page's own host.
      const asked = other.diary.requests.slice(before);
      assert.ok(asked.every((url) => kind === "http" && url.startsWith(site.url)), asked.join());
      await nothingWrong(other);
      await other.context.close();
    }
    assert.deepEqual(diary.navigations, []);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("what an archive holds is listed: read, unreadable, passed over; a locked one says so", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await drop(page, [file("posts.zip")]);
  await product.cards("read").first().waitFor({ timeout: 60_000 });
  await page.locator("sil-archive li").first().waitFor();
  const lines = await page.locator("sil-archive :is(h3, li, summary)").allInnerTexts();
  const text = lines.join(" ").replace(/\s+/g, " ");
  assert.match(text, /export\/posts\.csv/);
  assert.match(text, /export\/bad\.csv Damaged inside the archive/);
  assert.ok(text.includes(product.t("parts-title", { all: 3, read: 1, failed: 1, skipped: 1 })), text);
  await product.choose(file("locked.zip"));
  await page.getByText("protected by a password").waitFor();
  await product.idle();
  assert.equal(await product.cards("read").count(), 1);
  await nothingWrong(opened);
  await opened.context.close();
});
