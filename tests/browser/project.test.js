/** A14, A15, A31: work that lasts: saved, opened to the same result, never lost without a question. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const FOLDER = buildFolder("tests", "projects");

stage();

const DATA = readFileSync(inRoot("www", "samples", "tea.en.csv"));
/** A table whose columns nobody can guess. */
const MUTE = Buffer.from(`zk1;zk2;zk3;zk4
7;ada;2026-01-05T10:00:00Z;
1;ben;2026-01-05T11:00:00Z;ada
2;cleo;2026-01-06T12:00:00Z;ada
3;dan;2026-01-15T12:00:00Z;ada
5;cleo;2026-01-20T09:00:00Z;
`);
const ROLES = { zk1: "likes", zk2: "author", zk3: "time", zk4: "repost_of" };

/**
 * Decides things that a project has to keep: settings, people, notes, and a column named by hand.
 * @param {Product} product
 */
async function work(product) {
  const { page } = product;
  await product.choose([{ name: "tea.csv", mimeType: "text/csv", buffer: DATA }]);
  await product.cards("read").first().waitFor();
  await product.idle();
  await product.analyse();
  await product.field("words-label").fill("oolong, gongfu");
  await product.idle();
  await page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return !state.stale && state.work === null && state.summary.brief.terms.length > 0;
  });
  await product.pick(0, 2);
  await product.openRow(1);
  await product.dossier().getByRole("button", { name: product.t("exclude"), exact: true }).click();
  await page.keyboard.press("Escape");
  await product.go("team");
  const person = page.locator("sil-person").first();
  await person.locator("details summary").click();
  await person.getByLabel(product.t("field-note")).fill("=met at the fair");
  await person.getByLabel(product.t("field-stage")).selectOption("contact");
  await person.getByLabel(product.t("field-cost")).fill("250");
  await person.getByLabel(product.t("field-tags")).fill("vip, tea");
  await person.getByLabel(product.t("field-tags")).blur();
}

/** What was decided. @param {Page} page */
const decided = (page) => page.evaluate(() => {
  const { settings, plan } = /** @type {any} */ (document.querySelector("sillage-app")).desk.state;
  return { settings, plan };
});

/** @param {Page} page */
const unsaved = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.unsaved);

/**
 * Saves from the window of the project.
 * @param {Product} product
 * @param {"project-with" | "project-without"} which
 */
async function save(product, which) {
  const { page } = product;
  await product.button("project").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio").nth(which === "project-with" ? 1 : 0).check();
  const file = await product.download("project-save");
  await dialog.waitFor({ state: "hidden" });
  const to = path.join(FOLDER, `${which}-${file.name}`);
  writeFileSync(to, file.bytes);
  return { name: file.name, path: to, text: file.bytes.toString("utf8") };
}

/** Waits until what was opened is analysed and compared. @param {Product} product */
async function compared({ page }) {
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.project?.compared, undefined, { timeout: 60_000 });
  return page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.project.compared);
}

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`A15 a project with its data opens, after New, to the same people, settings and result, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await work(product);
    const [hash, kept] = [await product.hash(), await decided(page)];
    assert.equal(await unsaved(page), true);
    const file = await save(product, "project-with");
    assert.equal(await unsaved(page), false);
    assert.match(file.name, /\.sillage$/);
    await product.button("project").click();
    await product.button("project-new").click();
    await page.getByRole("heading", { level: 1, name: product.t("hero-title") }).waitFor();
    assert.deepEqual((await decided(page)).plan.people, []);
    await product.button("project").click();
    await page.locator("sil-project #file").setInputFiles(file.path);
    assert.equal(await compared(product), "same");
    await page.getByText(product.t("project-same")).waitFor();
    assert.equal(await product.hash(), hash);
    assert.deepEqual(await decided(page), kept);
    assert.equal(await unsaved(page), false);
    await product.go("team");
    await page.locator("sil-person").first().locator("details summary").click();
    assert.equal(await page.locator("sil-person").first().getByLabel(product.t("field-note")).inputValue(), "=met at the fair");
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("A15 a project without data says which files it needs, reads them as before, and comes to the same", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.choose([{ name: "mute.csv", mimeType: "text/csv", buffer: MUTE }]);
  await product.cards("failed").waitFor();
  await product.idle();
  await product.button("name-columns").click();
  for (const [name, role] of Object.entries(ROLES)) {
    await page.getByLabel(product.t("columns-role-of", { name }), { exact: true }).selectOption(role);
  }
  await product.button("mapping-apply").click();
  await product.cards("read").first().waitFor();
  await product.idle();
  await product.analyse();
  const [hash, kept] = [await product.hash(), await decided(page)];
  const file = await save(product, "project-without");
  assert.doesNotMatch(file.text, /cleo/, "no account of the data");
  await opened.context.close();

  const other = await openPage(browser, `${site.url}#lang=en`);
  const second = new Product(other.page, "en");
  await second.idle();
  await second.choose(file.path);
  await other.page.getByText(second.t("wanted-title", { count: 1 })).waitFor();
  await second.choose([{ name: "mute.csv", mimeType: "text/csv", buffer: MUTE }]);
  assert.equal(await compared(second), "same");
  assert.equal(await second.hash(), hash);
  assert.deepEqual(await decided(other.page), kept);
  await nothingWrong(other);

  await second.button("project").click();
  await second.button("project-new").click();
  await second.choose(file.path);
  await other.page.getByText(second.t("wanted-title", { count: 1 })).waitFor();
  await second.choose([{ name: "mute.csv", mimeType: "text/csv", buffer: Buffer.concat([MUTE, Buffer.from("9;fay;2026-01-21T09:00:00Z;ada\n")]) }]);
  assert.equal(await compared(second), "other");
  await other.page.getByText(second.t("project-other-files", { names: "mute.csv" })).waitFor();
  await other.context.close();
});

test("a file that is no project, or a damaged one, says so and changes nothing", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const { page } = opened;
  const product = new Product(page, "fr");
  await product.idle();
  await product.demo();
  const before = await decided(page);
  for (const [text, id] of /** @type {const} */ ([["author,text\n", "error-project-damaged"], ["{\"format\":\"other\"}", "error-project-unknown"]])) {
    await product.choose([{ name: "x.sillage", mimeType: "", buffer: Buffer.from(text) }]);
    await page.getByText(product.t(id)).waitFor();
    assert.deepEqual(await decided(page), before);
  }
  await opened.context.close();
});

test("A31 the browser asks before leaving only while something is not saved; Ctrl+S saves, and again without a question", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  /** Whether the browser asks before leaving, once it does as is wanted. @param {boolean} wanted */
  const asks = async (wanted) => {
    await page.waitForFunction((expected) => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented === expected;
    }, wanted, { timeout: 5_000 });
    return wanted;
  };
  assert.equal(await asks(false), false, "an empty page");
  await product.demo();
  assert.equal(await asks(false), false, "the sample is nobody's work");
  await product.pick(0);
  assert.equal(await asks(true), true, "somebody was picked");
  await product.button("undo").click();
  assert.equal(await asks(false), false, "undone, nothing is lost");
  await product.button("redo").click();
  assert.equal(await asks(true), true);
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").waitFor();
  await product.download("project-save");
  assert.equal(await asks(false), false, "saved");
  await product.pick(1);
  assert.equal(await asks(true), true);
  const [again] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  assert.match(again.suggestedFilename(), /\.sillage$/);
  await page.waitForFunction(() => !/** @type {any} */ (document.querySelector("sillage-app")).desk.state.unsaved);
  assert.equal(await asks(false), false);

  await product.pick(2);
  await product.button("project").click();
  await product.button("project-new").click();
  await product.button("project-back").click();
  await product.button("project-new").click();
  await product.button("project-lose-new").click();
  await page.getByRole("heading", { level: 1, name: product.t("hero-title") }).waitFor();
  assert.equal(await asks(false), false);
  await nothingWrong(opened);
  await opened.context.close();
});
