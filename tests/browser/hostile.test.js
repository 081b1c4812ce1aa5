/** A12: text from data is only ever text. A17: what is exported is safe to open. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Papa from "papaparse";
import { nothingWrong, openPage } from "./support/browser.js";
import { FORMULAS, attacks, hostilePosts } from "./support/hostile.js";
import { Product } from "./support/product.js";
import { openSink } from "./support/sink.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @type {Awaited<ReturnType<typeof openSink>>} */
let sink;

stage();
before(async () => {
  sink = await openSink();
});
after(() => sink?.close());

/** @param {string} name @param {string} text */
const file = (name, text) => [{ name, mimeType: "text/csv", buffer: Buffer.from(text) }];

for (const handles of [false, true]) {
  test(`A12 hostile ${handles ? "handles, " : ""}names, texts, addresses and file names are shown as they are and do nothing`, async () => {
    const strings = attacks(sink.url);
    const opened = await openPage(browser, `${site.url}#lang=en`);
    const { page, diary } = opened;
    const product = new Product(page, "en");
    await product.idle();
    await page.waitForLoadState("networkidle");
    diary.requests.length = 0;
    const name = `<img src=x onerror="window.__ran=8">.csv`;
    await product.readAndAnalyse(file(name, hostilePosts(strings, { handles })));
    await product.go("ground");
    assert.equal(await page.locator("sil-file-card h2").textContent(), name);
    for (const details of await page.locator("sil-file-card details").all()) await details.evaluate((each) => each.setAttribute("open", ""));
    await product.go("influencers");

    const shown = (await page.locator(handles ? "sil-ranking .handle" : "sil-ranking .under bdi").allTextContents()).map(printable);
    for (const text of strings) {
      // A file that is read folds the case of handles and trims their ends; every letter must still be there.
      const wanted = printable(text).toLowerCase().replace(/^@/, "");
      if (handles && !shown.some((each) => each.toLowerCase() === wanted)) continue;
      assert.ok(shown.some((each) => each.toLowerCase() === wanted), `${text} is not shown as it is, in ${JSON.stringify(shown)}`);
    }
    const count = Math.min(await product.rows().count(), 6);
    for (let row = 0; row < count; row += 1) {
      await product.openRow(row);
      await page.waitForFunction(() => !/** @type {any} */ (document.querySelector("sillage-app")).desk.state.opening);
      const links = await page.locator("sil-dossier a").evaluateAll((all) => all.map((each) => /** @type {HTMLAnchorElement} */ (each).href));
      for (const link of links) assert.match(link, /^https?:/);
      await page.keyboard.press("Escape");
    }
    await page.getByLabel(product.t("search-label")).fill("<script>");
    await product.idle();
    await product.field("words-label").fill(`"><svg onload=window.__ran=9>`);
    await product.idle();
    await page.waitForTimeout(300);
    const harm = await page.evaluate(() => {
      /** @type {string[]} */
      const found = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        for (const each of root.querySelectorAll("*")) {
          if (each.matches("img, iframe, script:not([src]):not([type='application/octet-stream']), object, embed")) found.push(each.outerHTML);
          for (const { name, value } of each.attributes) if (/^on/.test(name) || /^javascript:/i.test(value)) found.push(`${name}=${value}`);
          if (each.shadowRoot) walk(each.shadowRoot);
        }
      };
      walk(document);
      return { found, ran: /** @type {any} */ (globalThis).__ran ?? null, polluted: /** @type {any} */ ({}).author ?? null };
    });
    assert.deepEqual(harm, { found: [], ran: null, polluted: null });
    assert.deepEqual(diary.requests, []);
    assert.deepEqual(sink.hits, []);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

/** What a person sees of a text: no control or invisible characters, whether they are dropped or made visible. @param {string} text */
function printable(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2400-\u2423]/g, "").replace(/\s+/g, " ").trim();
}

for (const lang of LANGS) {
  test(`A17 no cell of the exported CSV is a formula, and the ${lang} dialect is that of its spreadsheets`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const product = new Product(opened.page, lang);
    await product.idle();
    await product.readAndAnalyse(file("formulas.csv", hostilePosts(FORMULAS, { handles: false })));
    const { name, bytes } = await product.download("export-csv");
    assert.equal(name, `sillage-${product.t("file-ranking")}.csv`);
    const text = bytes.toString("utf8");
    assert.equal(text.charCodeAt(0), 0xfeff, "spreadsheets need the byte-order mark");
    const delimiter = lang === "fr" ? ";" : ",";
    const { data, errors } = Papa.parse(text.slice(1).trimEnd(), { delimiter });
    /** @type {string[][]} */
    const [header = [], ...rows] = /** @type {string[][]} */ (data);
    assert.deepEqual(errors, []);
    // One of the texts mentions an account of its own.
    for (const i of FORMULAS.keys()) assert.ok(rows.some((row) => row[1] === `account_${i}`), `account_${i}`);
    for (const row of rows) assert.equal(row.length, header.length);
    // A number may be negative; nothing else may begin like a formula.
    const number = lang === "fr" ? /^-?\d+(,\d+)?(E-?\d+)?$/i : /^-?\d+(\.\d+)?(E-?\d+)?$/i;
    for (const cell of rows.flat()) {
      if (!number.test(cell)) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠\t\r]/, JSON.stringify(cell));
    }
    const names = rows.map((row) => row[2] ?? "");
    assert.ok(names.some((each) => each.startsWith("'=HYPERLINK")), JSON.stringify(names));
    assert.ok(header[0] === product.t("header-rank") || header[0] === "rank");
    const scores = rows.map((row) => row[5] ?? "");
    assert.ok(scores.some((score) => score.includes(lang === "fr" ? "," : ".")), JSON.stringify(scores));
    assert.ok(scores.every((score) => !score.includes(lang === "fr" ? "." : ",")), JSON.stringify(scores));
    await nothingWrong(opened);
    await opened.context.close();
  });
}
