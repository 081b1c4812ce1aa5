/**
 * A walk over every screen, with everything on it that can be asked: the longest single task of the page's main thread at
 * each step, in milliseconds of its processor time.
 *
 *   node scripts/bench-screens.mjs [--file posts.csv] [--page dist] [--only map] [--explain]
 *
 * Without a file, the sample data of the page. Steps of more than 100 ms are marked; `--explain` says what they spent it on.
 */
import { parseArgs } from "node:util";
import { launch } from "../tests/browser/support/browser.js";
import { LONG, measured, ready, settled } from "./felt/measure.mjs";
import { serve } from "./serve.mjs";

const { values } = parseArgs({ options: {
  file: { type: "string" }, page: { type: "string", default: "dist" }, only: { type: "string", default: "" }, explain: { type: "boolean", default: false },
} });
/** What no single task may take. */
const MOST_MS = 100;

const browser = await launch();
const site = await serve(values.page);
let worst = 0;
try {
  const { page, client, product } = await ready(browser, site.url, values.file);
  const { accounts, posts } = await product.summary();
  console.log(`${accounts} accounts, ${posts} posts`);
  /** What a button saves. */
  const saved = () => page.waitForEvent("download", { timeout: LONG });
  /**
   * @param {string} name
   * @param {(() => Promise<unknown>) | import("playwright-core").Locator} what a button is looked for beforehand: that costs the page time too
   * @param {() => Promise<unknown>} [then]
   */
  const step = async (name, what, then = async () => {}) => {
    if (!name.includes(values.only)) return;
    try {
      const button = typeof what === "function" ? null : await what.first().elementHandle({ timeout: 20_000 });
      const act = async () => {
        const file = then === saved ? saved() : null;
        if (typeof what === "function") await what();
        else await button?.evaluate((each) => void /** @type {HTMLElement} */ (each).click());
        await (file ?? then());
      };
      const { busy, longest, why } = await measured(page, client, act, { explain: values.explain });
      worst = Math.max(worst, longest);
      console.log(`${name.padEnd(44)} ${longest.toFixed(0).padStart(5)} of ${busy.toFixed(0).padStart(6)} ms${longest > MOST_MS ? "  <<" : ""}`);
      if (longest > MOST_MS / 2) for (const line of why) console.log(`      ${line}`);
    } catch (error) {
      console.log(`${name.padEnd(44)} could not be done: ${String(error).split("\n")[0]}`);
    }
  };
  const go = (/** @type {string} */ screen) => page.evaluate((to) => /** @type {any} */ (document.querySelector("sillage-app")).desk.show(to), screen);
  /** Everything that is folded, unfolded: parts that compute when they are opened do so. @param {string} selector */
  const unfold = (selector) => page.locator(selector).evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
  const answered = (/** @type {string} */ selector) => page.locator(selector).first().waitFor({ timeout: LONG });
  const ranking = page.locator("sil-ranking");
  const map = page.locator("sil-audiences sil-map");

  await step("ground: show", () => go("ground"));
  await step("ground: all unfolded", () => unfold("sil-ground details"));
  await step("influencers: show", () => go("influencers"));
  await step("influencers: end of the list", () => ranking.locator(".scroller").evaluate((each) => void (each.scrollTop = each.scrollHeight)));
  await step("influencers: back to its beginning", () => ranking.locator(".scroller").evaluate((each) => void (each.scrollTop = 0)));
  await step("influencers: sort by reach", ranking.locator("thead th.reach button"));
  await step("influencers: sort by name", ranking.locator("thead th.account button"));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ sort: null, descending: true }, "back"));
  await step("influencers: search", () => ranking.locator("#search").pressSequentially("user_1", { delay: 60 }));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ search: "" }, "back"));
  await step("influencers: listed apart", ranking.locator(".switch button").last());
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ enough: true }, "back"));
  await step("influencers: facets and columns", () => unfold("sil-ranking details"));
  await step("influencers: every column", () => ranking.locator(".boxes").evaluate((each) => each.querySelectorAll("input:not(:checked)").forEach((box) => /** @type {HTMLElement} */ (box).click())));
  await step("influencers: columns as before", () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ columns: null }, "back")));
  await step("influencers: stability", () => unfold("sil-stability details"));
  await step("influencers: rising and fading", async () => {
    await unfold("sil-movers details");
    await answered("sil-movers .inside .note");
  });
  await step("influencers: visibility and capillarity", async () => {
    await unfold("sil-reach-map details");
    await answered("sil-reach-map svg");
  });
  await step("influencers: dossier", ranking.locator("tbody th.account button"));
  await step("influencers: all of the dossier", () => unfold("sil-influencers sil-dossier details"));
  await step("influencers: dossier closed", product.button("dossier-close"));
  await step("influencers: ten ticked", () => ranking.locator("td.tick input").evaluateAll((all) => all.slice(0, 10).forEach((each) => /** @type {HTMLElement} */ (each).click())));
  await step("influencers: ten side by side", product.button("compare-ask"), () => answered("sil-compare table"));
  await page.keyboard.press("Escape");
  await step("influencers: look-alikes", page.locator("sil-ticked").getByRole("button", { name: product.t("alike-ask", { count: 10 }) }), () => answered("sil-look-alikes table"));
  await page.keyboard.press("Escape");
  await product.button("ticked-clear").click({ timeout: 20_000 }).catch(() => {});
  await step("influencers: five on the shortlist", () => ranking.locator("td.pick button").evaluateAll((all) => all.slice(0, 5).forEach((each) => /** @type {HTMLElement} */ (each).click())));

  await step("map: show", async () => {
    await go("audiences");
    await answered("sil-audiences sil-map .stage");
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map")?.frames > 0, undefined, { timeout: LONG });
  });
  await settled(page);
  await step("map: closer", map.first().getByRole("button", { name: product.t("map-closer") }));
  await step("map: an account by the keys", async () => {
    await map.first().locator(".stage").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
  });
  await step("map: chosen no more", () => page.keyboard.press("Escape"));
  await step("map: a community", map.first().locator(".legend button"));
  await step("map: all communities", map.first().locator(".legend button"));
  await step("map: a name is looked for", () => map.first().locator("input[type=search]").pressSequentially("user_1", { delay: 60 }));
  for (const kind of /** @type {const} */ (["most", "ties"])) {
    const choice = map.first().locator(`select.${kind}`);
    if (await choice.count() === 0) continue;
    const options = await choice.locator("option").evaluateAll((all) => all.map((each) => /** @type {HTMLOptionElement} */ (each).value));
    for (const option of [...options, options.at(-1) ?? ""]) await step(`map: ${kind} ${option}`, () => choice.selectOption(option));
  }
  await step("map: table", () => unfold("sil-map-table details"));
  await step("map: next page of the table", page.locator("sil-map-table .pages button").last());
  for (const kind of ["png", "svg"]) await step(`map: ${kind}`, map.first().getByRole("button", { name: product.t(`map-${kind}`), exact: true }), saved);
  for (const kind of ["gexf", "graphml"]) await step(`map: ${kind}`, page.locator("sil-audiences .network .exports").getByRole("button", { name: product.t(`export-${kind}`) }), saved);
  await step("map: all communities listed", page.locator("sil-circles button.more"));
  await step("map: a community from its card", page.locator("sil-circles li .do button"));
  for (const [at, kind] of ["hashtag", "word", "domain", "link"].entries()) {
    await step(`map: interests by ${kind}`, at === 0 ? product.button("interests-draw") : async () => {
      await page.locator("sil-interests .ask select").first().selectOption(kind);
    }, async () => {
      await page.waitForFunction(() => {
        const { asking } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-interests");
        return asking.found && !asking.working;
      }, undefined, { timeout: LONG });
    });
    if (at === 0) await step("map: table of interests", () => unfold("sil-interests details"));
  }
  await step("map: timeline of communities", product.button("timeline-follow"), () => answered("sil-timeline svg.chart"));
  await step("map: its table", () => unfold("sil-timeline details"));
  await step("map: dossier from there", page.locator("sil-circles .who button"));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.dossiers.close());

  await step("objective: show", () => go("objective"));
  await step("objective: all unfolded", () => unfold("sil-objective details, sil-weights details, sil-brief details, sil-time-and-ties details"));
  const slider = page.locator("#range-reach:visible").first();
  await step("objective: a weight moved", async () => {
    await slider.focus();
    for (let at = 0; at < 5; at += 1) await page.keyboard.press("ArrowRight");
  });
  await step("team: show", () => go("team"));
  await unfold("sil-team-choice details");
  await step("team: chosen", product.button("choose"), () => answered("sil-team-result table"));
  await step("team: all unfolded", () => unfold("sil-team-result details, sil-person details, sil-whatif details"));
  await step("team: a message on the map", product.button("cascade-go"), () => answered("sil-cascade-map sil-map .stage"));
  await step("measure: show", () => go("measure"));
  for (const [part, press, answer] of /** @type {const} */ ([["windows", "compare-go", "table"], ["back-test", "test-go", ".said"]])) {
    await step(`measure: ${part}`, product.button(press), () => page.locator(`sil-${part} ${answer}`).first().waitFor({ timeout: 120_000 }));
  }
  await step("out: open", product.button("export"));
  for (const kind of ["xlsx", "csv", "json", "gexf", "graphml", "report"]) await step(`out: ${kind}`, page.locator(`sil-out #out-${kind}`), saved);
  await page.keyboard.press("Escape");
  for (const screen of ["ground", "influencers", "audiences", "team", "measure"]) await step(`${screen}: shown again`, () => go(screen));
  await step("in French", () => product.speak("fr"));
} finally {
  await browser.close();
  await site.close();
}
console.log(`longest of all: ${worst.toFixed(0)} ms`);
