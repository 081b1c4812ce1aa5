/** A first visit: the page loads without a complaint, one click gives a ranking, and nothing stays behind. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { SAMPLE_SETTINGS } from "../../www/page/samples.js";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { CAFE, SINGLE, TEA } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS, fixedMessages, words } from "./support/words.js";

stage();

const SAMPLE = { fr: CAFE, en: TEA };
/** Settings of `tests/golden/cafe.json`, as in `tests/common/mod.rs`. */
const GOLDEN_BRIEF = 'café, torréfaction, "café de spécialité"';
const golden = JSON.parse(readFileSync(inRoot("tests", "golden", "cafe.json"), "utf8"));

/** Both ways of receiving the page, and the language in which the sample is tried there. @type {[string, () => string, "fr" | "en"][]} */
const WAYS = [["A01 over http", () => site.url, "fr"], ["A02 from file://", () => SINGLE, "en"]];

for (const [name, url, sampled] of WAYS) {
  test(`${name}: loads in both languages without a complaint, and the engine starts`, async () => {
    for (const lang of LANGS) {
      const opened = await openPage(browser, `${url()}#lang=${lang}`);
      const product = new Product(opened.page, lang);
      await opened.page.getByRole("heading", { name: product.t("hero-title") }).waitFor();
      await product.idle();
      assert.equal(await opened.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.engine), "ready");
      assert.equal(await opened.page.evaluate(() => document.documentElement.lang), lang);
      await nothingWrong(opened);
      await opened.context.close();
    }
  });

  test(`A03 ${name.slice(4)}, ${sampled}: one click on the sample data gives the ranking that the command line gives`, async () => {
    const opened = await openPage(browser, `${url()}#lang=${sampled}`);
    const product = new Product(opened.page, sampled);
    await product.idle();
    const began = performance.now();
    await product.demo();
    const took = performance.now() - began;
    const { objective = "none", brief = "" } = SAMPLE_SETTINGS[sampled];
    assert.deepEqual(await product.top(10), fromCommandLine(sampled, objective, brief));
    // Two seconds on a machine that does nothing else.
    assert.ok(took < 10_000, `${took} ms`);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

/**
 * The first ten of the sample data as the command line ranks them, in the page's own way of writing numbers.
 * @param {"fr" | "en"} lang
 * @param {string} objective
 * @param {string} brief
 */
function fromCommandLine(lang, objective, brief) {
  const text = execFileSync(process.execPath, [inRoot("dist", "cli.js"), "rank", SAMPLE[lang], "--objective", objective,
    "--brief", brief, "--format", "json", "--lang", lang], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  /** @type {{ ranking: { rank: number, handle: string, score: number }[] }} */
  const { ranking } = JSON.parse(text);
  assert.ok(ranking.length >= 10);
  return ranking.slice(0, 10).map((row) => ({
    rank: words[lang].number(row.rank), handle: row.handle, score: words[lang].number(row.score, 1),
  }));
}

test("A03 with the golden settings, the page shows the golden top 10 and the golden result", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const product = new Product(opened.page, "fr");
  await product.demo();
  await product.field("words-label").fill(GOLDEN_BRIEF);
  await opened.page.waitForFunction((wanted) => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.settings.brief === wanted && !state.stale && !state.work;
  }, GOLDEN_BRIEF);
  await product.idle();
  assert.equal(golden.top.length, 10);
  assert.deepEqual((await product.top(10)).map(({ handle }) => handle), golden.top);
  assert.equal(await product.hash(), golden.resultHash);
  await nothingWrong(opened);
  await opened.context.close();
});

test("what is chosen while the engine starts is kept: its first answer, arriving late, overwrote the sample's objective", async () => {
  // The engine's first answers reach the page half a second late.
  const late = `{
    const Real = Worker;
    globalThis.Worker = class extends Real {
      set onmessage(listener) { super.onmessage = listener && ((event) => setTimeout(() => listener(event), performance.now() < 3000 ? 500 : 0)); }
      get onmessage() { return super.onmessage; }
    };
  }`;
  const opened = await openPage(browser, `${site.url}#lang=fr`, { scripts: [late] });
  const product = new Product(opened.page, "fr");
  await product.button("try-demo").click();
  const starting = await opened.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.engine);
  assert.equal(starting, "starting", "the test clicked too late to try anything");
  await product.ranked();
  const settings = await opened.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.settings);
  assert.equal(settings.objective, SAMPLE_SETTINGS.fr.objective);
  assert.equal(settings.brief, SAMPLE_SETTINGS.fr.brief);
  assert.deepEqual(await product.top(10), fromCommandLine("fr", settings.objective, settings.brief));
  await nothingWrong(opened);
  await opened.context.close();
});

test("A22 a switch of language changes every word of every state, the numbers and <html lang>", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const product = new Product(opened.page, "fr");
  await product.demo();
  await product.openRow(0);
  const before = await product.top(3);
  for (const lang of /** @type {const} */ (["en", "fr"])) {
    const other = lang === "en" ? "fr" : "en";
    await product.speak(lang);
    assert.equal(await opened.page.evaluate(() => document.documentElement.lang), lang);
    for (const screen of /** @type {const} */ (["influencers", "ground"])) {
      await product.go(screen);
      const here = fixedMessages(lang);
      const strange = new Set([...fixedMessages(other)].filter(([id, text]) => text.length > 2 && here.get(id) !== text).map(([, text]) => text));
      for (const text of here.values()) strange.delete(text);
      // The same word in both: a row of a table of the method (share of voice).
      strange.delete("posts");
      const left = (await texts(opened.page)).filter((text) => strange.has(text));
      assert.deepEqual(left, [], `${screen} in ${lang}`);
    }
    await product.go("influencers");
    const separator = lang === "fr" ? "," : ".";
    const now = await product.top(3);
    assert.deepEqual(now.map(({ score }) => score.replace(",", ".")), before.map(({ score }) => score.replace(",", ".")));
    assert.ok(now.some(({ score }) => score.includes(separator)), JSON.stringify(now));
    assert.equal(await opened.page.title(), `${product.t("screen-influencers")} · Sillage`);
  }
  await nothingWrong(opened);
  await opened.context.close();
});

/**
 * Every text of the page and its names for screen readers, those that come from data left out.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
function texts(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    /** @param {Document | ShadowRoot | Element} root */
    const walk = (root) => {
      for (const child of root.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) found.push((child.textContent ?? "").replace(/\s+/g, " ").trim());
        if (!(child instanceof Element) || child.matches("bdi, blockquote, style, script, noscript")) continue;
        for (const name of ["aria-label", "title", "placeholder"]) found.push(child.getAttribute(name) ?? "");
        if (child.shadowRoot) walk(child.shadowRoot);
        walk(child);
      }
    };
    walk(document.body);
    return found.filter(Boolean);
  });
}

test("A24 a whole session leaves no cookie, no stored key, no database and no cache", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const product = new Product(opened.page, "fr");
  await product.demo();
  await product.openRow(0);
  await product.download("export-csv");
  await product.go("ground");
  await product.choose(TEA);
  await product.idle();
  await product.analyse();
  await product.speak("en");
  assert.deepEqual(await opened.context.cookies(), []);
  const kept = await opened.page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept.local.filter((key) => !/^sillage\.(lang|theme)$/.test(key)), []);
  assert.deepEqual({ ...kept, local: [] }, { local: [], session: [], databases: [], caches: [], workers: 0 });
  await opened.context.close();
});
