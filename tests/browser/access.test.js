/** A18, A20: everybody can use it: assistive technology, small screens, zoom, either theme. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";
import { everyState } from "./support/states.js";

/** @import { Page } from "playwright-core" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

stage();

// Names depend on the language, colours on the theme: two of the four pairs see all of both.
for (const [lang, theme] of /** @type {const} */ ([["fr", "light"], ["en", "dark"]])) {
  test(`A18 axe finds nothing serious in any state, ${lang}, ${theme}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}&theme=${theme}`, { scripts: [AXE], context: { reducedMotion: "reduce" } });
    /** @type {string[]} */
    const found = [];
    await everyState(new Product(opened.page, lang), async (state) => {
      const { violations, passes } = await opened.page.evaluate(async () => /** @type {any} */ (globalThis).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }));
      assert.ok(passes.some((/** @type {any} */ rule) => rule.id === "color-contrast"), "the page was looked at");
      for (const { id, impact, help, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        const where = nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.target.flat().join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`);
        found.push(`${state}: ${impact} ${id}, ${help}: ${where.join("; ")}`);
      }
    });
    assert.deepEqual(found, []);
    await opened.context.close();
  });
}

/** How far the page could be scrolled sideways, and what stands out. @param {Page} page */
function sideways(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    /** @type {string[]} */
    const out = [];
    /** @param {Document | ShadowRoot} from */
    const walk = (from) => {
      for (const each of from.querySelectorAll("*")) {
        const { right, width } = each.getBoundingClientRect();
        if (width > 0 && right > root.clientWidth + 1 && out.length < 5) out.push(`${each.localName}.${each.className} to ${Math.round(right)}`);
        if (each.shadowRoot) walk(each.shadowRoot);
      }
    };
    if (over > 0) walk(document);
    return { over: Math.max(0, over), out };
  });
}

for (const [width, lang] of /** @type {const} */ ([[360, "en"], [360, "fr"], [320, "fr"]])) {
  test(`A20 at ${width} px nothing has to be scrolled sideways, in any state, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`, { context: { viewport: { width, height: 720 }, hasTouch: true } });
    await everyState(new Product(opened.page, lang), async (state) => {
      assert.deepEqual(await sideways(opened.page), { over: 0, out: [] }, state);
    });
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("A20 buttons of the first screen are large enough for a finger", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`, { context: { viewport: { width: 360, height: 720 }, hasTouch: true } });
  const product = new Product(opened.page, "fr");
  await product.idle();
  for (const button of await opened.page.locator("button").all()) {
    const box = await button.boundingBox();
    if (!box) continue;
    assert.ok(box.width >= 24 && box.height >= 24, `${await button.innerText()}: ${box.width} × ${box.height}`);
  }
  for (const id of ["choose-files", "try-demo"]) {
    const box = await opened.page.locator("button").filter({ hasText: product.t(id) }).boundingBox();
    assert.ok((box?.height ?? 0) >= 44, id);
  }
  await opened.context.close();
});

test("A21 the table tells readers what it is and how it is sorted, and work is announced", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await page.evaluate(() => {
    const host = /** @type {any} */ (document.querySelector("sillage-app"));
    /** @type {string[]} */
    const said = (/** @type {any} */ (globalThis).__said = []);
    host.desk.addEventListener("change", () => void host.updateComplete.then(() => {
      const text = host.shadowRoot.querySelector("[role=status][aria-live=polite]").textContent.trim();
      if (text && said.at(-1) !== text) said.push(text);
    }));
  });
  await product.demo();
  const said = await page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).__said));
  const { ranked } = await product.summary();
  assert.ok(said.includes(product.t("announce-reading", { name: "tea.en.csv" })), said.join(" | "));
  assert.equal(said.at(-1), product.t("announce-analysed", { ranked }));
  const table = page.getByRole("table", { name: product.t("ranking-caption", { count: ranked }) });
  assert.equal(await table.getAttribute("aria-rowcount"), String(ranked + 1));
  assert.equal(await page.getByRole("columnheader", { name: product.t("column-score") }).getAttribute("aria-sort"), "descending");
  await page.getByRole("columnheader", { name: product.t("column-followers") }).getByRole("button").click();
  await product.idle();
  assert.equal(await page.getByRole("columnheader", { name: product.t("column-score") }).getAttribute("aria-sort"), "none");
  assert.equal(await page.getByRole("columnheader", { name: product.t("column-followers") }).getAttribute("aria-sort"), "descending");
  const first = page.getByRole("row").nth(1);
  assert.equal(await first.getAttribute("aria-rowindex"), "2");
  assert.equal(await first.getByRole("rowheader").count(), 1);
  await opened.context.close();
});
