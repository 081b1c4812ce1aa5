/** Several files into one study: A11 archives in parts, A13 overlaps and removal, A14 what was merged can be undone. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { zip } from "../unit/support/containers.js";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { TEA, buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Page } from "playwright-core" */
/** @import { Lang } from "../../www/shared/translate.js" */

const folder = buildFolder("tests", "merge");
const file = (/** @type {string} */ name) => path.join(folder, name);

/** Posts of an archive of X, one a number. @param {number[]} numbers */
const tweets = (...numbers) => JSON.stringify(numbers.map((number) => ({ tweet: {
  id_str: String(9000 + number), created_at: `Mon Jan ${String(5 + number).padStart(2, "0")} 10:00:00 +0000 2026`, full_text: `RT @ben_invented: bonjour ${number}`,
  retweet_count: "0", favorite_count: "0", lang: "fr", entities: { user_mentions: [{ screen_name: "ben_invented", id_str: "77", name: "Ben" }], hashtags: [], urls: [] },
} })));
const ACCOUNT = `window.YTD.account.part0 = [{"account":{"username":"ada_invented","accountId":"2001","accountDisplayName":"Ada"}}]`;
/** An archive that the platform hands over in three downloads. */
const PARTS = [
  [{ name: "data/account.js", bytes: ACCOUNT }, { name: "data/tweets.js", bytes: `window.YTD.tweets.part0 = ${tweets(1, 2)}` }],
  [{ name: "data/tweets-part1.js", bytes: `window.YTD.tweets.part1 = ${tweets(3, 4)}` }],
  [{ name: "data/tweets-part2.js", bytes: `window.YTD.tweets.part2 = ${tweets(5, 6)}` }],
].map((entries, at) => {
  const name = file(`x-archive-part${at + 1}.zip`);
  writeFileSync(name, zip(entries));
  return name;
});

stage();

/** @param {Lang} lang */
async function begin(lang) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`);
  const product = new Product(opened.page, lang);
  await product.idle();
  return { opened, product, page: opened.page };
}

/** @param {Product} product @param {number} count */
async function read(product, count) {
  await product.cards("read").nth(count - 1).waitFor();
  await product.idle();
}

/** Codes of everything that the receipts say. @param {Page} page @returns {Promise<string[]>} */
const said = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards
  .flatMap((/** @type {any} */ card) => card.receipt.issues.map((/** @type {any} */ issue) => issue.code)));

/** Waits for the sum of what the cards say that was kept. @param {Page} page @param {string} field @returns {Promise<number>} */
const sum = (page, field) => page.evaluate((name) => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards
  .reduce((/** @type {number} */ total, /** @type {any} */ card) => total + card.receipt[name], 0), field);

for (const lang of LANGS) {
  test(`A11 an archive in three downloads is one person's; a part that is missing is named, ${lang}`, async () => {
    const { opened, product, page } = await begin(lang);
    // The last first: what is missing then comes after it.
    await product.choose([PARTS[2] ?? "", PARTS[0] ?? ""]);
    await read(product, 2);
    const missing = page.getByText(product.t("issue-archive-part-missing", { count: 1 }));
    await missing.first().waitFor({ state: "attached" });
    await page.getByText("data/tweets-part1.js").first().waitFor({ state: "attached" });
    await product.choose(PARTS[1] ?? "");
    await read(product, 3);
    assert.deepEqual(await said(page), [], "all of it is there");
    assert.equal(await sum(page, "kept"), 7);
    await product.analyse();
    assert.deepEqual((await product.top(2)).map(({ handle }) => handle).sort(), ["ada_invented", "ben_invented"], "whose the other parts are is known from the first");
    await product.go("ground");
    await page.locator("sil-file-card").nth(2).getByRole("button", { name: product.t("remove-file", { name: path.basename(PARTS[1] ?? "") }) }).click();
    await product.idle();
    assert.deepEqual(await said(page), ["archive.part_missing"], "and missing again once it is taken away");
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("A13 files that overlap change nothing twice, and what is taken away leaves no trace", async () => {
  const { opened, product, page } = await begin("en");
  const [head = "", ...lines] = readFileSync(TEA, "utf8").trimEnd().split("\n");
  const half = Math.floor(lines.length / 2);
  const overlap = Math.floor(lines.length / 5);
  writeFileSync(file("early.csv"), [head, ...lines.slice(0, half + overlap)].join("\n"));
  writeFileSync(file("late.csv"), [head, ...lines.slice(half - overlap)].join("\n"));
  await product.readAndAnalyse(TEA);
  const [hash, { posts, accounts }] = [await product.hash(), await product.summary()];
  for (const [count, name] of /** @type {const} */ ([[2, "early.csv"], [3, "late.csv"]])) {
    await product.go("ground");
    await product.choose(file(name));
    await read(product, count);
    await product.analyse();
    const after = await product.summary();
    assert.deepEqual([after.posts, after.accounts], [posts, accounts], "the same posts again are the same posts");
  }
  const both = await product.hash();
  // The whole file taken away: its two overlapping halves say the same.
  await product.go("ground");
  await page.locator("sil-file-card").first().getByRole("button", { name: product.t("remove-file", { name: "tea.en.csv" }) }).click();
  await product.idle();
  await product.analyse();
  const halves = await product.summary();
  assert.deepEqual([halves.posts, halves.accounts], [posts, accounts]);
  await product.go("ground");
  await product.choose(TEA);
  await read(product, 3);
  await product.analyse();
  assert.equal(await product.hash(), both, "in any order");
  await product.go("ground");
  for (const name of ["early.csv", "late.csv"]) {
    await page.locator("sil-file-card").first().getByRole("button", { name: product.t("remove-file", { name }) }).click();
    await product.idle();
  }
  await product.analyse();
  assert.equal(await product.hash(), hash, "as if they had never been there");
  await nothingWrong(opened);
  await opened.context.close();
});
