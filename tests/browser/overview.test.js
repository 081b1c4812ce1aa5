/** The study at a glance on Ground: charts under the shipped policy, their tables, what cannot be told, and pasting. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { SINGLE } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Page } from "playwright-core" */
/** @import { Overview } from "../../www/shared/engine.d.ts" */

const LONG = 60_000;
const BRANDS = {
  fr: { brand: { name: "Café Lumière", aliases: ["Lumière"] }, competitors: [{ name: "espresso", aliases: [] }] },
  en: { brand: { name: "oolong", aliases: [] }, competitors: [{ name: "matcha", aliases: [] }] },
};

stage();

/**
 * @param {"fr" | "en"} lang
 * @param {{ url?: string, context?: object }} [options]
 */
async function begin(lang, { url = site.url, context = {} } = {}) {
  const opened = await openPage(browser, `${url}#lang=${lang}&theme=light`, { context });
  const product = new Product(opened.page, lang);
  await product.idle();
  return { opened, product, page: opened.page };
}

/** What the engine told the page. @param {Page} page @returns {Promise<Overview>} */
const told = (page) => page.evaluate(() => {
  const app = /** @type {any} */ (document.querySelector("sillage-app"));
  return app.shadowRoot.querySelector("sil-ground").shadowRoot.querySelector("sil-overview").asking.found;
});

/** Waits for the study at a glance, all of its charts drawn. @param {Page} page */
async function seen(page) {
  await page.locator("sil-overview .finding").waitFor({ timeout: LONG });
  await page.waitForFunction(() => {
    const app = /** @type {any} */ (document.querySelector("sillage-app"));
    const charts = [...app.shadowRoot.querySelector("sil-ground").shadowRoot.querySelector("sil-overview").shadowRoot.querySelectorAll("sil-chart")];
    return charts.length > 0 && charts.every((chart) => chart.shadowRoot.querySelectorAll(".stage svg path").length > 2);
  }, undefined, { timeout: LONG });
}

/** A table of posts, one a line. @param {Product} product @param {string} text */
async function analysed(product, text) {
  await product.choose([{ name: "posts.csv", mimeType: "text/csv", buffer: Buffer.from(text) }]);
  await product.cards("read").first().waitFor({ timeout: LONG });
  await product.idle();
  await product.button("analyse").click();
  await product.page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.summary && !state.work && !state.deepening && !state.stale;
  }, undefined, { timeout: LONG });
  await product.go("ground");
  await product.page.locator("sil-overview .finding").waitFor({ timeout: LONG });
}

for (const lang of LANGS) {
  test(`the sample data at a glance: what is said is what was counted (${lang})`, async () => {
    const { opened, product, page } = await begin(lang);
    await product.demo();
    await product.deepened();
    await page.evaluate((brands) => /** @type {any} */ (document.querySelector("sillage-app")).desk.change(brands, "brand"), BRANDS[lang]);
    await page.waitForFunction(() => {
      const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return !state.stale && !state.work && !state.deepening;
    }, undefined, { timeout: LONG });
    await product.go("ground");
    await seen(page);
    const { activity, themes, languages, voice } = await told(page);

    const number = (/** @type {number} */ value) => new Intl.NumberFormat(lang).format(value);
    const finding = (await page.locator("sil-overview .finding").textContent()) ?? "";
    for (const value of [activity.posts, activity.interactions, activity.accounts]) assert.ok(finding.includes(number(value)), `${finding} says ${value}`);

    // The table twin of the first chart has every period, and its numbers.
    const first = page.locator("sil-overview sil-chart").first();
    await first.locator("summary").click();
    const cells = await first.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));
    assert.deepEqual(cells, activity.periods.map(({ posts, interactions, accounts }) => [posts, interactions, accounts].map(number)));
    assert.equal(await first.locator("[role=img]").getAttribute("aria-label"), await first.locator("figcaption").textContent());
    assert.ok(((await first.locator("#summary").textContent()) ?? "").length > 20);

    // Tags and words by people, the first ten at once.
    const rows = await page.locator("sil-overview .theme").first().locator("> table tbody tr").evaluateAll((all) => all.map((row) => [row.querySelector("bdi")?.textContent, row.querySelector(".number")?.textContent]));
    assert.deepEqual(rows, themes.tags.slice(0, 10).map(({ text, accounts }) => [text, number(accounts)]));
    assert.ok(themes.words.every((word, at) => at === 0 || word.accounts <= (themes.words[at - 1]?.accounts ?? 0)));

    // Share of voice with intervals, and the sentence that goes with them.
    const [own, other] = voice.brands;
    assert.ok(own?.own && own.byAccounts && other?.byAccounts, "there are enough posts to tell");
    const heading = (await page.locator("sil-overview figcaption").nth(1).textContent()) ?? "";
    const apart = own.byAccounts.low > other.byAccounts.high || other.byAccounts.low > own.byAccounts.high;
    assert.equal(heading.startsWith(own.name) && heading.includes("%"), apart && own.byAccounts.value > other.byAccounts.value, heading);

    assert.equal(languages.known[0]?.code, lang);
    assert.match((await page.locator("sil-overview figcaption").last().textContent()) ?? "", lang === "fr" ? /français/ : /English/);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("charts are drawn from the single file too, in the colours of the theme, and follow it", async () => {
  const { opened, product, page } = await begin("en", { url: SINGLE });
  await product.demo();
  await product.deepened();
  await product.go("ground");
  await seen(page);
  const bars = () => page.locator("sil-overview sil-chart").first().locator("svg path[fill]").evaluateAll((paths) => [...new Set(paths.map((path) => path.getAttribute("fill")))]);
  const light = await bars();
  assert.ok(light.includes("rgb(11,85,99)") || light.includes("rgb(11, 85, 99)"), light.join(" "));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.paint("dark"));
  await page.waitForFunction((before) => {
    const app = /** @type {any} */ (document.querySelector("sillage-app"));
    const chart = app.shadowRoot.querySelector("sil-ground").shadowRoot.querySelector("sil-overview").shadowRoot.querySelector("sil-chart");
    const now = [...chart.shadowRoot.querySelectorAll("svg path[fill]")].map((path) => path.getAttribute("fill"));
    return now.length > 2 && before.some((colour) => colour?.startsWith("rgb") && !now.includes(colour));
  }, light);
  const box = await page.locator("sil-overview sil-chart .stage").first().boundingBox();
  assert.ok(box);
  // A tooltip is drawn, not written as markup: the policy would say so.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForFunction(() => {
    const app = /** @type {any} */ (document.querySelector("sillage-app"));
    const chart = app.shadowRoot.querySelector("sil-ground").shadowRoot.querySelector("sil-overview").shadowRoot.querySelector("sil-chart");
    return Math.abs(chart.shadowRoot.querySelector("svg").getBoundingClientRect().width - chart.getBoundingClientRect().width) < 2;
  });
  await nothingWrong(opened);
  await opened.context.close();
});

test("without brands the page says where to name them; without dates or texts, that it cannot tell", async () => {
  const { opened, product, page } = await begin("fr");
  await analysed(product, "auteur;texte;réponse à\nana;Bonjour à tous;\nzoe;Merci beaucoup;ana\nmax;Bonsoir;ana\n");
  const text = await page.locator("sil-overview").evaluate((part) => part.shadowRoot?.textContent ?? "");
  assert.ok(text.includes(product.t("activity-none")) && text.includes(product.t("reason-no-time")));
  assert.ok(text.includes(product.t("voice-none")));
  await product.button("voice-give").click();
  const screen = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.screen);
  assert.ok(screen === "objective" || screen === "influencers", screen);
  await nothingWrong(opened);
  await opened.context.close();

  const log = await begin("en");
  await analysed(log.product, "userA,userB,timestamp,type\na,b,1700000000,RT\nb,c,1700003600,RT\nc,a,1700007200,RT\n");
  const said = await log.page.locator("sil-overview").evaluate((part) => part.shadowRoot?.textContent ?? "");
  assert.ok(said.includes(log.product.t("themes-none")) && said.includes(log.product.t("reason-no-text")));
  assert.equal(await log.page.locator("sil-overview sil-chart").count(), 1, "activity alone is known");
  await nothingWrong(log.opened);
  await log.opened.context.close();
});

test("too few posts give counts and reasons, no shares", async () => {
  const { opened, product, page } = await begin("en");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.change({ brand: { name: "Lumo", aliases: [] }, competitors: [{ name: "Brisa", aliases: [] }] }, "brand"));
  await analysed(product, "date,author,text\n2024-03-01,ana,Lumo is fine\n2024-03-02,zoe,I like Brisa\n2024-03-03,max,hello\n");
  const { voice } = await told(page);
  assert.deepEqual(voice.brands.map((brand) => [brand.posts, brand.share]), [[1, null], [1, null]]);
  const reasons = await page.locator("sil-overview .reasons li").allTextContents();
  assert.ok(reasons.includes(product.t("voice-why-share-few-posts", { posts: 2 })), reasons.join(" / "));
  const row = await page.locator("sil-overview .scroll tbody tr").first().locator("td").allTextContents();
  assert.deepEqual(row.slice(0, 5), ["1", "1", "–", "–", "–"]);
  await nothingWrong(opened);
  await opened.context.close();
});

for (const lang of LANGS) {
  test(`a table is pasted into the box and read; one line is not (${lang})`, async () => {
    const { opened, product, page } = await begin(lang);
    const box = page.getByLabel(product.t("paste-title"));
    await box.fill("author,text");
    await product.button("paste-read").click();
    await page.locator("sil-paste [role=alert]").waitFor();
    assert.equal(await box.getAttribute("aria-invalid"), "true");
    await box.fill("author\ttext\tdate\nana\thello everybody\t2024-03-01\nzoe\tgood morning\t2024-03-02\n");
    await product.button("paste-read").click();
    await product.cards("read").first().waitFor({ timeout: LONG });
    const kept = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards[0].receipt.kept);
    assert.equal(kept, 2);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("how to get an export is told for every source", async () => {
  const { opened, product, page } = await begin("fr");
  await page.waitForFunction(() => customElements.get("sil-exports"));
  await page.locator("sil-exports summary").click();
  await page.getByText(product.t("exports-mastodon")).waitFor();
  assert.equal(await page.locator("sil-exports dt").count(), 12);
  await nothingWrong(opened);
  await opened.context.close();
});
