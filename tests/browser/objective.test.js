/** The screen Objective: what is looked for, what counts, and what a change does to the order, seen while it is made. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Page } from "playwright-core" */
/** @import { Lang } from "../../www/shared/translate.js" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

stage();

/**
 * Something done with the sample data, on the screen Objective.
 * @param {Lang} lang
 * @param {(product: Product, page: Page) => Promise<void>} act
 * @param {import("playwright-core").BrowserContextOptions} [context]
 */
async function onObjective(lang, act, context) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`, context ? { context } : {});
  const product = new Product(opened.page, lang);
  await product.idle();
  await product.demo();
  await product.deepened();
  await product.go("objective");
  await opened.page.locator("sil-top-ten tbody tr").nth(9).waitFor();
  await act(product, opened.page);
  await nothingWrong(opened);
  await opened.context.close();
}

/** What was decided. @param {Page} page */
const settings = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.settings);
/** The whole order by the engine, as handles. @param {Page} page @returns {Promise<string[]>} */
const order = (page) => page.evaluate(async () => {
  const { rows } = await /** @type {any} */ (document.querySelector("sillage-app")).desk.study.ranking({ to: 1_000 });
  return rows.map((/** @type {{ handle: string }} */ row) => row.handle);
});
/** The rows of the first ten, as they are read. @param {Page} page */
const topRows = (page) => page.locator("sil-top-ten tbody tr").evaluateAll((rows) => rows.map((row) => ({
  rank: row.querySelector(".rank")?.textContent?.trim() ?? "", handle: row.querySelector(".who")?.textContent?.trim() ?? "",
  was: row.querySelector(".was")?.textContent?.trim() ?? null, moved: row.querySelector(".moved [aria-hidden]")?.textContent?.trim() ?? null,
})));
/** Waits until the present settings are those of the result and of the first ten. @param {Product} product */
async function applied(product) {
  await product.page.waitForFunction(() => {
    const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
    return !desk.state.stale && !desk.working && !desk.rows.loading;
  }, undefined, { timeout: 30_000 });
  const wanted = (await order(product.page)).slice(0, 10);
  await product.page.waitForFunction((handles) => {
    /** @param {Element | Document | ShadowRoot} root @returns {Element | null} */
    const find = (root) => {
      for (const each of root.querySelectorAll("*")) {
        if (each.localName === "sil-top-ten") return each;
        const inside = each.shadowRoot && find(each.shadowRoot);
        if (inside) return inside;
      }
      return null;
    };
    const rows = [...(find(document)?.shadowRoot?.querySelectorAll("tbody .who") ?? [])];
    return rows.map((row) => row.textContent?.trim()).join() === handles.join();
  }, wanted, { timeout: 30_000 });
}

for (const lang of LANGS) {
  test(`the first sentence says what is looked for, and the first ten are those of the ranking, ${lang}`, () => onObjective(lang, async (product, page) => {
    const { objective, brief } = await settings(page);
    const { accounts } = await product.summary();
    const title = await page.locator("sil-objective h1").innerText();
    assert.equal(title, product.t(`seek-${objective}-about`, { accounts, subject: brief }));
    assert.ok((await page.locator("sil-objective .lead").innerText()).includes(product.t("seek-told-all", { all: 9 })));
    assert.deepEqual((await topRows(page)).map(({ handle }) => handle), (await order(page)).slice(0, 10));
    assert.ok((await topRows(page)).every(({ was }) => was === null), "nothing changed yet: nothing to compare");
    // Every objective shows its weights, and one of them is chosen.
    assert.equal(await page.locator("sil-presets input:checked").getAttribute("value"), objective);
    assert.deepEqual(await page.locator("sil-presets .choice").nth(1).locator(".numbers b").allInnerTexts(), ["45", "20", "35"]);
    await page.locator("sil-presets").getByRole("radio", { name: product.t("objective-none") }).check();
    await applied(product);
    assert.ok((await page.locator("sil-objective h1").innerText()).startsWith(product.t("seek-none-about", { accounts })));
  }));

  test(`a weight moves the first ten at once, with the rank before and the places won, said politely, and undone, ${lang}`, () => onObjective(lang, async (product, page) => {
    const before = await order(page);
    const slider = product.field("pillar-resonance");
    const number = product.field("weight-number", { pillar: product.t("pillar-reach") });
    await number.fill("80");
    await number.press("Tab");
    await applied(product);
    assert.equal(await product.field("pillar-reach").inputValue(), "80");
    const shares = await Promise.all(["reach", "relevance", "resonance"].map(async (pillar) => Number(await product.field(`pillar-${pillar}`).inputValue())));
    assert.equal(shares.reduce((sum, share) => sum + share, 0), 100);
    const now = await order(page);
    assert.notDeepEqual(now.slice(0, 10), before.slice(0, 10), "the sample no longer moves: the test shows nothing");
    await page.locator("sil-top-ten .was").first().waitFor();
    const rows = await topRows(page);
    for (const [at, row] of rows.entries()) {
      assert.equal(row.handle, now[at]);
      const was = before.indexOf(row.handle) + 1;
      assert.equal(row.was, String(was), row.handle);
      const won = was - (at + 1);
      assert.equal(row.moved, won === 0 ? "=" : won > 0 ? `▲ ${won}` : `▼ ${-won}`, row.handle);
    }
    const shifted = rows.filter(({ handle }, at) => before[at] !== handle).length;
    const said = page.locator("sil-top-ten").getByRole("status");
      await said.filter({ hasText: product.t("top-shifted", { count: shifted, of: 10 }) }).waitFor({ state: "attached" });
    // The same movements stand in the ranking, until somebody says that they are old.
    await product.button("top-all").click();
    await product.rows().first().waitFor();
    const leader = rows.findIndex(({ moved }) => moved?.startsWith("▲"));
    if (leader >= 0) assert.ok((await product.rows().nth(leader).locator(".mark.moved").innerText()).includes(rows[leader]?.moved ?? "?"));
    await product.button("top-mark").click();
    await product.page.locator("sil-ranking .mark.moved").first().waitFor({ state: "detached" });
    await product.go("objective");
    await product.button("undo").click();
    await applied(product);
    assert.deepEqual(await order(page), before);
    assert.equal((await settings(page)).weights, null);
    // A slider by the keyboard: each step is one, and the whole drag is undone at once.
    await slider.focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
    await applied(product);
    assert.equal(await slider.inputValue(), "41");
    await product.button("undo").click();
    await applied(product);
    assert.equal(await slider.inputValue(), "35");
  }));
}

test("criteria inside a pillar share 100, are applied, and go back to the objective's", () => onObjective("en", async (product, page) => {
  await page.locator("sil-weights summary").click();
  const field = product.field("weight-number", { pillar: product.t("factor-popularity") });
  await field.fill("70");
  await field.press("Tab");
  await applied(product);
  const { factorWeights } = await settings(page);
  assert.equal(factorWeights.popularity, 70);
  assert.equal(factorWeights.popularity + factorWeights.proximity + factorWeights.goodwill, 100);
  assert.deepEqual((await product.summary()).factorWeights, factorWeights, "the engine uses them");
  await product.button("weights-reset").click();
  await applied(product);
  assert.equal((await settings(page)).factorWeights, null);
  // What is no number changes nothing, and the number comes back.
  const kept = await field.inputValue();
  await field.fill("");
  await field.press("Tab");
  assert.equal(await field.inputValue(), kept);
  await page.locator("sil-weights").getByRole("checkbox").uncheck();
  await applied(product);
  assert.equal((await settings(page)).discount, false);
  assert.equal((await settings(page)).factorWeights, null);
}));

test("a subject counts its posts as it is written, excludes, takes suggestions, and says when nobody speaks of it", () => onObjective("en", async (product, page) => {
  const words = product.field("words-label");
  const found = page.locator("sil-brief #words-found");
  await words.fill("tea");
  await applied(product);
  const all = (await product.summary()).brief;
  assert.equal(await found.innerText(), product.t("words-matches", { posts: all.matchingPosts ?? 0, authors: all.matchingAuthors ?? 0 }));
  await words.fill("tea -oolong");
  await applied(product);
  const fewer = (await product.summary()).brief.matchingPosts ?? 0;
  assert.ok(fewer > 0 && fewer < (all.matchingPosts ?? 0));
  const [suggestion] = await page.locator("sil-brief .chips button").all();
  const word = (await suggestion?.innerText()) ?? "";
  await suggestion?.click();
  await applied(product);
  assert.ok((await words.inputValue()).endsWith(word.includes(" ") ? `"${word}"` : word));
  await words.fill("zzzzqqqq");
  await applied(product);
  await page.locator("sil-brief .warn").filter({ hasText: product.t("finding-brief-no-match") }).waitFor();
  assert.equal(await product.page.locator("sil-influencers #words").count(), 1);
  await product.go("influencers");
  assert.equal(await product.field("words-label").inputValue(), "zzzzqqqq", "both screens hold the same subject");
}));

test("brand and competitors with their other names are added, renamed, removed and undone", () => onObjective("fr", async (product, page) => {
  await product.unfold("brands");
  await product.field("brands-name").fill("Café Lumière");
  await product.field("brands-aliases").fill("#cafelumiere; @cafelumiere");
  await product.field("brands-aliases").press("Tab");
  await applied(product);
  assert.deepEqual((await settings(page)).brand, { name: "Café Lumière", aliases: ["#cafelumiere", "@cafelumiere"] });
  await product.button("brands-add").click();
  await product.field("brands-other-name", { number: 1 }).fill("Maison Brûlée");
  await page.keyboard.press("Tab");
  await product.field("brands-other-aliases", { number: 1 }).fill("@maisonbrulee");
  await page.keyboard.press("Tab");
  await applied(product);
  assert.deepEqual((await settings(page)).competitors, [{ name: "Maison Brûlée", aliases: ["@maisonbrulee"] }]);
  await product.button("brands-remove", { name: "Maison Brûlée" }).click();
  await applied(product);
  assert.deepEqual((await settings(page)).competitors, []);
  await product.button("undo").click();
  await applied(product);
  assert.equal((await settings(page)).competitors.length, 1);
  assert.equal(await product.field("brands-other-name", { number: 1 }).inputValue(), "Maison Brûlée");
}));

test("the audience is aimed at by community, language and name; period, memory and ties are set; costs are those of the team", () => onObjective("en", async (product, page) => {
  await product.unfold("audience");
  const part = page.locator("sil-audience-form");
  await part.getByRole("group", { name: product.t("audience-communities") }).getByRole("button").first().click();
  await applied(product);
  await part.getByRole("group", { name: product.t("audience-languages") }).getByRole("button").first().click();
  await applied(product);
  const { audience } = await settings(page);
  assert.equal(audience.communities.length, 1);
  assert.equal(audience.languages.length, 1);
  assert.equal(await part.locator("[aria-pressed=true]").count(), 2);
  const [first = ""] = await order(page);
  await product.field("campaign-accounts").fill(`@${first}, nobody_here`);
  await page.keyboard.press("Tab");
  await applied(product);
  await part.getByText(product.t("listed-found", { found: 1, given: 2 })).waitFor();
  await product.button("audience-clear").click();
  await applied(product);
  assert.deepEqual((await settings(page)).audience.communities, []);

  await product.unfold("time");
  await product.button("window-lately", { days: 30 }).click();
  await applied(product);
  const { window } = await settings(page);
  assert.equal(window.from % 86_400_000, 0);
  assert.ok(((await product.summary()).firstTime ?? 0) >= window.from);
  await product.button("window-clear").click();
  await applied(product);
  await page.locator("sil-time-and-ties").getByRole("combobox", { name: product.t("half-label") }).selectOption("days");
  await product.field("half-number").fill("9");
  await page.keyboard.press("Tab");
  await applied(product);
  assert.deepEqual((({ days, source }) => ({ days, source }))((await product.summary()).halfLife), { days: 9, source: "given" });
  await page.locator("sil-time-and-ties summary").click();
  const tie = product.field("tie-number", { layer: product.t("layer-reply") });
  await tie.fill("0");
  await page.keyboard.press("Tab");
  await applied(product);
  assert.equal((await settings(page)).ties.weights.reply, 0);
  await product.button("ties-weights-reset").click();
  await applied(product);
  assert.equal((await settings(page)).ties.weights.reply, 0.5);

  await product.unfold("costs");
  await product.field("team-tier-micro").fill("350");
  await page.keyboard.press("Tab");
  await product.button("costs-people").click();
  await page.locator("sil-team-choice summary").first().click();
  assert.equal(await product.field("team-tier-micro").inputValue(), "350");
  await product.button("undo").click();
  await page.waitForFunction(() => Object.keys(/** @type {any} */ (document.querySelector("sillage-app")).desk.state.plan.team.tiers).length === 0);
  assert.equal(await product.field("team-tier-micro").inputValue(), "");
}));

test("what is out of sight, or shows nothing of what changed, is not drawn again", () => onObjective("en", async (product, page) => {
  await product.go("influencers");
  await product.rows().first().waitFor();
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).__drawn = {};
    for (const name of ["sil-method", "sil-movers", "sil-objective", "sil-top-ten", "sil-team", "sil-audiences", "sil-ranking", "sil-objective-line", "sil-stability"]) {
      const part = /** @type {any} */ (customElements.get(name)).prototype;
      const { render } = part;
      part.render = function () {
        const all = /** @type {any} */ (globalThis).__drawn;
        all[name] = (all[name] ?? 0) + 1;
        return render.call(this);
      };
    }
  });
  const drawn = () => page.evaluate(() => /** @type {Record<string, number>} */ (/** @type {any} */ (globalThis).__drawn));
  await page.locator("sil-ranking td.tick input").nth(1).check();
  await product.pick(2);
  assert.deepEqual(Object.keys(await drawn()), ["sil-ranking"]);
  // The words of another language are everywhere at once, and what waited catches up when it is shown.
  await product.speak("fr");
  await product.go("objective");
  await page.locator("sil-objective h1").filter({ hasText: "On cherche" }).waitFor();
  await product.go("influencers");
  await product.field("objective-label").selectOption("awareness");
  await product.idle();
  await product.go("objective");
  await page.locator("sil-presets input[value=awareness]:checked").waitFor();
  await product.button("project").click();
  await page.getByRole("dialog").waitFor();
}));

for (const [width, theme] of /** @type {const} */ ([[1280, "light"], [1280, "dark"], [320, "light"]])) {
  test(`everybody can use it: axe finds nothing serious with every part open, nothing is cut off, ${width} px, ${theme}`, () => onObjective("fr", async (product, page) => {
    await product.button("brands-name").waitFor({ state: "detached" });
    for (const part of /** @type {const} */ (["brands", "audience", "known", "time", "costs"])) await product.unfold(part);
    await product.button("brands-add").click();
    for (const details of await page.locator("sil-weights details, sil-brief details, sil-time-and-ties details").all()) await details.evaluate((each) => each.setAttribute("open", ""));
    await product.field("pillar-reach").focus();
    await page.keyboard.press("End");
    await applied(product);
    await page.locator("sil-top-ten .was").first().waitFor();
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] }));
    const bad = violations.filter((/** @type {any} */ each) => ["serious", "critical"].includes(each.impact));
    assert.deepEqual(bad.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.target.join(" ")).slice(0, 3).join("; ")}`), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px wider than the window`);
  }, { viewport: { width, height: 900 }, colorScheme: theme }));
}
