/** A09: whatever kills the engine, the page lives, keeps files and settings, and a second run gives the same result. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { serveShipped } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Page } from "playwright-core" */
/** @import { Lang } from "../../www/shared/translate.js" */

stage(() => serveShipped("dist-fault"));

/**
 * The sample data ranked, an account open, and a brief of its own: something to lose.
 * @param {Lang} lang
 */
async function atWork(lang) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`);
  const product = new Product(opened.page, lang);
  await product.idle();
  await product.demo();
  const words = product.field("words-label");
  await words.fill(lang === "fr" ? "torréfaction" : "matcha");
  await opened.page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return !state.stale && !state.work && state.settings.brief.length < 14;
  });
  await product.idle();
  return { opened, product, words, hash: await product.hash(), top: await product.top(5) };
}

/**
 * Asks the engine of this build to die, without waiting for it.
 * @param {Page} page
 * @param {"panic" | "memory" | "stack" | "hang"} kind
 */
async function kill(page, kind) {
  // While something is computed in the background, a call that is no question is refused.
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.summary?.stability, undefined, { timeout: 30_000 });
  await page.evaluate((asked) => {
    const { study } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    study.transport.call("fault", [asked]).catch(() => {});
  }, kind);
}

/** Silence is announced after 15 seconds; a test need not wait so long. @param {Page} page */
async function shortPatience(page) {
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("sillage-app")).desk.study.transport.wiring.silenceMs = 600;
  });
}

/** @param {Awaited<ReturnType<typeof atWork>>} before */
async function nothingLost({ product, words, top }) {
  assert.match(await words.inputValue(), /^(torréfaction|matcha)$/, "the brief is kept");
  assert.deepEqual(await product.top(5), top, "the ranking is still on screen");
  const state = await product.page.evaluate(() => {
    const { cards, settings } = /** @type {any} */ (document.querySelector("sillage-app")).desk.state;
    return { files: cards.length, objective: settings.objective };
  });
  assert.deepEqual(state, { files: 1, objective: "consideration" });
}

/**
 * The objective that was changed is set back: the next run must find the first result again.
 * @param {Awaited<ReturnType<typeof atWork>>} before
 */
async function worksAgain(before) {
  const { opened, product } = before;
  await product.field("objective-label").selectOption("consideration");
  await opened.page.waitForFunction(() => {
    const { state, working } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return !state.stale && !state.work && !working;
  }, undefined, { timeout: 30_000 });
  assert.equal(await product.hash(), before.hash);
  await nothingLost(before);
  await opened.context.close();
}

for (const kind of /** @type {const} */ (["panic", "memory", "stack"])) {
  for (const lang of kind === "panic" ? LANGS : [/** @type {const} */ ("en")]) {
    test(`A09 ${kind}, ${lang}: a banner, nothing lost, the same result after a restart${kind === "panic" ? ", twice" : ""}`, async () => {
      const before = await atWork(lang);
      const { opened, product } = before;
      for (let round = 0; round < (kind === "panic" ? 2 : 1); round += 1) {
        await kill(opened.page, kind);
        const banner = opened.page.getByRole("alert").filter({ hasText: product.t("crash-title") });
        await banner.waitFor({ timeout: 30_000 });
        assert.ok((await banner.innerText()).includes(product.t("crash-kept")));
        if (kind === "memory") assert.ok((await banner.innerText()).includes(product.t("error-engine-memory")), await banner.innerText());
        await nothingLost(before);
        await product.button("crash-restart").click();
        await banner.waitFor({ state: "detached" });
        await product.idle();
        assert.equal(await product.hash(), before.hash, `round ${round}`);
        await product.openRow(round);
        await nothingLost(before);
      }
      assert.deepEqual(opened.diary.dialogs, []);
      await opened.context.close();
    });
  }
}

test("A09 an engine that never answers: said after a while, stopped by hand, then a second run works", async () => {
  const before = await atWork("en");
  const { opened, product } = before;
  await shortPatience(opened.page);
  await kill(opened.page, "hang");
  await product.field("objective-label").selectOption("awareness");
  const alert = opened.page.locator("sil-progress [role=alert]");
  await alert.waitFor({ timeout: 15_000 });
  assert.ok((await alert.innerText()).includes(product.t("stalled")));
  const began = performance.now();
  await product.button("stop").click();
  await opened.page.locator("sil-progress section").waitFor({ state: "detached" });
  assert.ok(performance.now() - began < 2_000);
  await worksAgain(before);
});

test("A09 a worker that is killed without a word: Cancel frees the page and a second run works", async () => {
  const before = await atWork("en");
  const { opened, product } = before;
  await shortPatience(opened.page);
  await opened.page.evaluate(() => {
    /** @type {any} */ (document.querySelector("sillage-app")).desk.study.transport.worker.terminate();
  });
  await product.field("objective-label").selectOption("conversion");
  await opened.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.work);
  // A change of settings shows no bar before it has lasted; from then on there is always a way out.
  await product.button("cancel").click({ timeout: 20_000 });
  await opened.page.waitForFunction(() => !/** @type {any} */ (document.querySelector("sillage-app")).desk.working);
  await worksAgain(before);
});
