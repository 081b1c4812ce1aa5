/** Several studies at once: one on screen, the others as they were left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { CAFE, TEA } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

stage();

test("a study waits beside another one, and comes back with its people, its settings and its result", { timeout: 240_000 }, async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const { page } = opened;
  const product = new Product(page, "fr");
  await product.readAndAnalyse(CAFE);
  await product.pick(0);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.change({ brief: "café" }, "brief"));
  await page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.summary?.brief.terms.length > 0 && !state.stale && !state.work;
  });
  const hash = await product.hash();
  const dialog = page.locator("sil-project dialog");
  /** @param {() => Promise<void>} then */
  const project = async (then) => {
    await page.locator("header").getByRole("button", { name: product.t("project"), exact: true }).click();
    await dialog.waitFor();
    await then();
    await dialog.waitFor({ state: "hidden" });
  };
  await project(() => dialog.getByRole("button", { name: product.t("study-beside"), exact: true }).click());
  await product.idle();
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards.length), 0);
  assert.ok(await product.button("undo").isDisabled(), "a study begins with nothing to undo");
  await product.readAndAnalyse(TEA);
  const [tea] = await product.top(1);

  await project(async () => {
    assert.ok((await dialog.locator(".studies li").innerText()).includes(product.t("study-unsaved")));
    await dialog.locator(".studies").getByRole("button", { name: product.t("study-go") }).click();
  });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.settings.brief === "café");
  await product.ranked();
  assert.equal(await product.hash(), hash);
  const held = await page.evaluate(() => {
    const { settings, plan, cards, unsaved } = /** @type {any} */ (document.querySelector("sillage-app")).desk.state;
    return { brief: settings.brief, people: plan.people.length, files: cards.map((/** @type {any} */ card) => card.name), unsaved };
  });
  assert.deepEqual(held, { brief: "café", people: 1, files: ["cafe-lumiere.fr.csv"], unsaved: true });

  // What was decided in it before can still be undone, and done again.
  const decidedNow = () => page.evaluate(() => {
    const { settings, plan } = /** @type {any} */ (document.querySelector("sillage-app")).desk.state;
    return { brief: settings.brief, people: plan.people.length };
  });
  const step = async (/** @type {"undo" | "redo"} */ way) => {
    await product.button(way).click();
    await product.idle();
    return decidedNow();
  };
  assert.deepEqual(await step("undo"), { brief: "", people: 1 });
  assert.deepEqual(await step("undo"), { brief: "", people: 0 });
  assert.deepEqual(await step("redo"), { brief: "", people: 1 });
  assert.deepEqual(await step("redo"), { brief: "café", people: 1 });
  await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector("sillage-app")).desk.state.stale));
  assert.equal(await product.hash(), hash);

  // The other one waits now; closed, it is gone.
  await project(async () => {
    const list = dialog.locator(".studies li");
    assert.equal(await list.count(), 1);
    assert.ok((await list.innerText()).includes("tea.en.csv"));
    await list.getByRole("button", { name: product.t("study-go") }).click();
  });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards[0]?.name === "tea.en.csv");
  await product.ranked();
  assert.deepEqual(await product.top(1), [tea]);
  await project(async () => {
    await dialog.locator(".studies li button.quiet").click();
    await dialog.getByRole("button", { name: product.t("study-close-sure"), exact: true }).click();
    await dialog.getByText(product.t("studies-note"), { exact: true }).waitFor();
    await page.keyboard.press("Escape");
  });
  await nothingWrong(opened);
  await opened.context.close();
});

test("everything that is erased takes the studies beside along", { timeout: 120_000 }, async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.readAndAnalyse(TEA);
  await page.evaluate(async () => {
    const { studies } = await /** @type {any} */ (document.querySelector("sillage-app")).desk.projects();
    await studies.fresh();
  });
  await product.idle();
  const count = () => page.evaluate(async () => (await /** @type {any} */ (document.querySelector("sillage-app")).desk.projects()).studies.waiting.length);
  assert.equal(await count(), 1);
  await product.choose(CAFE);
  await product.cards("read").first().waitFor();
  await product.idle();
  await page.locator("header").getByRole("button", { name: product.t("erase"), exact: true }).click();
  await page.locator("sil-erase button.danger").click();
  await product.idle();
  assert.equal(await count(), 0);
  await nothingWrong(opened);
  await opened.context.close();
});
