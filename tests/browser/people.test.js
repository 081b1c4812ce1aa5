/** What the page tells of people: ticked, alike, side by side, rising and fading, on a map; and tones that are corrected. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Lang } from "../../www/shared/translate.js" */

stage();

/**
 * @param {Lang} lang
 * @param {(product: Product, page: Page) => Promise<void>} journey
 * @param {{ width?: number }} [options]
 */
async function onDemo(lang, journey, { width = 1280 } = {}) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`, { context: { viewport: { width, height: 900 } } });
  const product = new Product(opened.page, lang);
  await product.idle();
  await product.demo();
  await product.deepened();
  await journey(product, opened.page);
  await nothingWrong(opened);
  await opened.context.close();
}

/** Ticks the first rows. @param {Page} page @param {number} count */
async function tick(page, count) {
  for (let at = 0; at < count; at += 1) await page.locator("sil-ranking td.tick input").nth(at).check();
}

/** @param {Locator} cells */
const texts = async (cells) => (await cells.allInnerTexts()).map((text) => text.trim());

for (const lang of LANGS) {
  test(`people who resemble those ticked, in words, ${lang}`, () => onDemo(lang, async (product, page) => {
    const [first] = await product.top(1);
    await product.openRow(0);
    // From a dossier, one person: the advice says that three are better.
    await product.dossier().getByRole("button", { name: product.t("alike-ask", { count: 1 }) }).click();
    const dialog = page.getByRole("dialog", { name: product.t("alike-title") });
    await dialog.getByRole("table").waitFor();
    await dialog.getByText(product.t("alike-advice", { enough: 3 })).waitFor();
    const rows = dialog.locator("tbody tr");
    assert.equal(await rows.count(), 20);
    const handles = await texts(rows.locator("th"));
    assert.ok(!handles.includes(first?.handle ?? ""), "the person ticked is not among them");
    for (const cell of [2, 3]) {
      const words = await rows.first().locator("td").nth(cell - 1).innerText();
      assert.equal(words.split(/,| et | and /).filter((word) => word.trim()).length, 3, words);
    }
    await rows.nth(0).getByRole("checkbox").check();
    await rows.nth(1).getByRole("checkbox").check();
    await dialog.getByRole("button", { name: product.t("alike-again", { count: 3 }) }).click();
    await page.waitForFunction((handle) => !/** @type {any} */ (document.querySelector("sillage-app")).desk.people.alike?.rows.some((/** @type {any} */ row) => row.handle === handle), handles[0] ?? "");
    await dialog.getByRole("table").waitFor();
    assert.equal(await dialog.getByText(product.t("alike-advice", { enough: 3 })).count(), 0);
    // Their dossiers are a click away, and the dialog leaves.
    const next = await rows.first().locator("th").innerText();
    await rows.first().locator("th button").click();
    await product.dossier().getByRole("heading", { name: next.trim() }).waitFor();
    assert.equal(await dialog.count(), 0);
  }));

  test(`people side by side: what the dossiers say, and nothing that is not known, ${lang}`, () => onDemo(lang, async (product, page) => {
    const top = await product.top(3);
    assert.ok(await product.button("compare-ask").count() === 0, "nobody is ticked");
    await tick(page, 1);
    assert.ok(await product.button("compare-ask").isDisabled(), "one is not compared with anybody");
    await tick(page, 3);
    await product.button("compare-ask").click();
    const dialog = page.getByRole("dialog", { name: product.t("compare-title", { count: 3 }) });
    const table = dialog.getByRole("table");
    await table.waitFor();
    assert.deepEqual(await texts(table.locator("thead button")), top.map(({ handle }) => handle));
    const scores = await texts(table.locator("tbody tr").first().locator(".value"));
    assert.deepEqual(scores.map((text) => text.split(/\s/)[0]), top.map(({ score }) => score));
    assert.equal(await table.locator("tbody tr").count(), 18);
    for (const cell of await texts(table.locator("tbody td"))) assert.ok(cell.length > 0, "no empty cell");
    assert.ok((await texts(dialog.locator(".highlights li"))).length >= 2);
    // The keyboard goes back to where it was.
    await page.keyboard.press("Escape");
    assert.equal(await dialog.count(), 0);
    assert.equal(await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.textContent?.trim();
    }), product.t("compare-ask"));
    await product.button("ticked-clear").click();
    assert.equal(await page.locator("sil-ranking td.tick input:checked").count(), 0);
  }));

  test(`how far the ranking holds, in a sentence and as a table, ${lang}`, () => onDemo(lang, async (product, page) => {
    const { stability } = await product.summary();
    assert.ok(stability && stability.lines.length >= 8);
    const panel = page.locator("sil-stability");
    await panel.locator("summary").click();
    const rows = panel.locator("tbody tr");
    assert.equal(await rows.count(), stability.lines.length);
    const [people] = stability.lines;
    const percent = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 });
    assert.equal((await rows.first().locator("td").first().innerText()).trim(), percent.format(people?.top10 ?? 0));
    assert.ok((await panel.locator("summary").innerText()).includes(String(Math.round(10 * Math.min(...stability.lines.filter(({ what }) => what === "people" || what === "time").map(({ top10 }) => top10 ?? 1))))));
  }));
}

test("a tone is corrected, counts, is a part of the result, and can be undone", () => onDemo("en", async (product, page) => {
  const before = await product.hash();
  await product.openRow(0);
  const post = product.dossier().locator(".posts li").filter({ has: page.locator(".tone .why") }).first();
  const choice = post.getByLabel(product.t("tone-label"));
  const read = await choice.inputValue();
  assert.equal(read, "");
  assert.match(await post.locator(".why").innerText(), /[+−]/);
  const person = async () => (await product.dossier().getByText(/posts of \d+ have a tone/).innerText()).match(/\d+/g)?.map(Number) ?? [];
  const counts = await person();
  const positive = (await choice.locator("option").first().innerText()).startsWith("positive");
  await choice.selectOption(positive ? "negative" : "positive");
  await page.waitForFunction(() => Object.keys(/** @type {any} */ (document.querySelector("sillage-app")).desk.state.dossier.evidence.find((/** @type {any} */ each) => each.tone?.label)?.tone ?? {}).length > 0);
  await product.deepened();
  assert.equal(await choice.inputValue(), positive ? "negative" : "positive");
  const now = await person();
  assert.deepEqual([now[0], now[1]], [counts[0], counts[1]], "as many posts as before have a tone");
  assert.notDeepEqual(now, counts);
  assert.notEqual(await product.hash(), before);
  await page.keyboard.press("Escape");
  await product.button("undo").click();
  await page.waitForTimeout(300);
  await product.deepened();
  assert.equal(await product.hash(), before);
}));

test("names that were pasted are counted: how many are in the files, and who is not", () => onDemo("en", async (product, page) => {
  const [first, second] = await product.top(2);
  await product.unfold("known");
  await product.field("campaign-employees").fill(`@${first?.handle}\nnobody_of_these_files, ${second?.handle?.toUpperCase()}`);
  await product.field("campaign-employees").blur();
  await page.getByText(product.t("listed-found", { found: 2, given: 3 })).waitFor();
  await page.getByText("nobody_of_these_files", { exact: true }).waitFor();
}));

test("who rises and who fades, with a curve and its numbers, and the map with its table", () => onDemo("fr", async (product, page) => {
  const movers = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.movers());
  assert.ok(movers.rising.length > 0 && movers.fading.length > 0);
  const panel = page.locator("sil-movers");
  await panel.locator("summary").first().click();
  await panel.getByRole("heading", { name: product.t("movers-rising", { count: movers.risingTotal }) }).waitFor();
  assert.equal(await panel.locator("svg.bars").count(), Math.min(8, movers.rising.length) + Math.min(8, movers.fading.length));
  await panel.getByText(product.t("movers-table")).click();
  await panel.locator("table tbody tr").first().waitFor();
  const cells = await texts(panel.locator("table tbody tr").first().locator("td"));
  assert.deepEqual(cells.map((text) => Number(text.replace(/\s/g, ""))), movers.rising[0].people, "the table says what the curve does");
  const map = page.locator("sil-reach-map");
  await map.locator("summary").first().click();
  await map.locator("svg").waitFor();
  const circles = await map.locator("svg circle").count();
  assert.equal(await map.locator("tbody tr").count(), circles, "everybody who is marked on the map is in the table");
  assert.ok(circles >= 3);
  assert.ok(await map.locator("text.label").count() >= 3);
  const who = (await map.locator("tbody th").first().innerText()).trim();
  await map.locator("tbody th button").first().click();
  await product.dossier().getByRole("heading", { name: who }).waitFor();
}));

test("the ranking is narrowed by size, community, language and posts, and its columns are chosen", () => onDemo("en", async (product, page) => {
  const all = (await product.summary()).ranked;
  await page.getByText(product.t("facets-title")).click();
  const matched = () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.rows.matched);
  const row = (/** @type {string} */ name) => page.evaluate((key) => /** @type {any} */ (document.querySelector("sillage-app")).desk.rows.get(0)[key], name);
  const choice = (/** @type {string} */ id) => page.locator("sil-ranking .more label").filter({ hasText: product.t(id) }).locator("select");
  await choice("facet-size").selectOption("nano");
  await product.idle();
  assert.ok(await matched() > 0 && await matched() < all);
  assert.equal(await row("size"), "nano");
  await page.getByLabel(product.t("facet-posts")).fill("20");
  await page.getByLabel(product.t("facet-posts")).blur();
  await product.idle();
  assert.ok(await row("posts") >= 20);
  await choice("facet-community").selectOption({ index: 1 });
  await product.idle();
  const few = await matched();
  await choice("facet-language").selectOption({ index: 1 });
  await product.idle();
  assert.ok(await matched() <= few);
  await product.button("clear-filters").first().click();
  await product.idle();
  assert.equal(await matched(), all);
  await page.keyboard.press("Control+z");
  await product.idle();
  assert.ok(await matched() < all, "filters can be had back");
  await page.keyboard.press("Control+Shift+Z");
  await product.idle();

  await page.getByText(product.t("shown-columns-title"), { exact: true }).click();
  await page.getByRole("group", { name: product.t("shown-columns-title") }).getByLabel(product.t("factor-trust"), { exact: true }).check();
  const head = page.getByRole("columnheader", { name: product.t("factor-trust") });
  await head.waitFor();
  const values = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.column("trust"));
  const index = await row("index");
  await page.locator("sil-ranking td.extra").filter({ hasText: /\d/ }).first().waitFor();
  assert.equal((await page.locator("sil-ranking td.extra").first().innerText()).trim(), String(Math.round(values[index])));
  await head.getByRole("button").click();
  await product.idle();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  await page.getByRole("group", { name: product.t("shown-columns-title") }).getByLabel(product.t("column-posts"), { exact: true }).uncheck();
  assert.equal(await page.locator("sil-ranking th.posts").count(), 0);
  await product.button("shown-columns-reset").click();
  assert.equal(await head.count(), 0);
}));

test("people are compared on a phone: every value beside the name it is of", () => onDemo("fr", async (product, page) => {
  await tick(page, 2);
  await product.button("compare-ask").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("table").waitFor();
  const inside = await dialog.evaluate((each) => each.scrollWidth - each.clientWidth);
  assert.equal(inside, 0, "nothing to scroll sideways");
  const [first] = await product.top(1);
  const label = await dialog.locator("tbody td").first().evaluate((cell) => getComputedStyle(cell, "::before").content);
  assert.equal(label, `"${first?.handle}"`);
}, { width: 320 }));

test("rows are filled again while the list is scrolled: in their order once it rests, and whoever has the focus keeps it", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page, context } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  await product.deepened();
  const scroller = page.locator("sil-ranking .scroller");
  const rows = () => page.locator("sil-ranking tbody tr").evaluateAll((all) => all.map((row) => ({
    at: Number(row.getAttribute("aria-rowindex")), rank: Number(row.querySelector(".rank .value")?.textContent), top: row.getBoundingClientRect().top,
  })));
  /** Rows in view follow one another in the document as on the screen. */
  const settled = () => page.waitForFunction(() => {
    const ranking = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-influencers").shadowRoot.querySelector("sil-ranking");
    const all = [...ranking.renderRoot.querySelectorAll("tbody tr")].map((row) => Number(row.getAttribute("aria-rowindex")));
    const first = Math.floor(ranking.renderRoot.querySelector(".scroller").scrollTop / 52) + 2;
    return all.includes(first) && all.includes(Math.max(2, first - 3)) && all.every((at, k) => k === 0 || at > all[k - 1]);
  });
  await settled();
  const count = (await rows()).length;
  for (const top of [4_000, 1_500, 9_000, 9_300, 0, 12_000]) {
    await scroller.evaluate((each, to) => void (each.scrollTop = to), top);
    await settled();
    for (const { at, rank } of await rows()) assert.equal(rank, at - 1, "a row says its own rank");
    assert.ok((await rows()).length <= count + 8, "no row is left over");
  }
  await scroller.evaluate((each) => void (each.scrollTop = 0));
  await settled();
  const button = page.locator("sil-ranking tbody tr[aria-rowindex='4'] th button");
  const handle = await button.locator(".handle").innerText();
  await button.focus();
  await scroller.evaluate((each) => void (each.scrollTop = 12_000));
  await page.locator("sil-ranking tbody tr[aria-rowindex='240']").waitFor();
  await settled();
  assert.ok(await button.evaluate((each) => each.matches(":focus")), "the focus stays where it was");
  await page.keyboard.press("Enter");
  await product.dossier().waitFor();
  assert.ok((await product.dossier().innerText()).includes(handle));
  await nothingWrong(opened);
  await context.close();
});
