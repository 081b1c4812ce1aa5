/**
 * What the main thread of the page does for each thing that a person does with a ranking: open a dossier, sort, tick,
 * pick, search, move a weight. Medians of its processor time in milliseconds, and its longest task.
 *
 *   node scripts/bench-felt.mjs [--file posts.csv] [--rounds 7] [--page dist] [--json out.json]
 *
 * Without a file, the sample data of the page. `--page` may be given twice to compare two builds in one run, in turn.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../tests/browser/support/browser.js";
import { measured, median, ready } from "./felt/measure.mjs";
import { serve } from "./serve.mjs";

const { values } = parseArgs({ options: {
  file: { type: "string" }, rounds: { type: "string", default: "7" }, page: { type: "string", multiple: true, default: ["dist"] }, json: { type: "string" },
} });
const rounds = Number(values.rounds);

/** @typedef {{ busy: number[], longest: number[] }} Figures */

const browser = await launch();
/** @type {Record<string, Record<string, Figures>>} */
const all = {};
const sites = await Promise.all(values.page.map(async (folder) => ({ folder, site: await serve(folder) })));
let accounts = 0;
try {
  const pages = [];
  for (const { folder, site } of sites) pages.push({ folder, ...(await ready(browser, site.url, values.file)) });
  for (let round = 0; round < rounds; round += 1) {
    for (const { folder, page, client, product } of pages) {
      await page.bringToFront();
      accounts = (await product.summary()).accounts;
      const found = (all[folder] ??= {});
      /** @param {string} name @param {() => Promise<unknown>} act */
      const step = async (name, act) => {
        const { busy, longest } = await measured(page, client, act);
        const figures = (found[name] ??= { busy: [], longest: [] });
        figures.busy.push(busy);
        figures.longest.push(longest);
      };
      const ranking = page.locator("sil-ranking");
      await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.show("influencers"));
      await step("nothing", async () => {});
      await step("open a dossier", () => product.rows().nth(round % 6).getByRole("rowheader").getByRole("button").click());
      await step("another dossier", () => product.rows().nth((round + 1) % 6).getByRole("rowheader").getByRole("button").click());
      await step("close the dossier", () => product.button("dossier-close").click());
      await step("tick a row", () => ranking.locator("td.tick input").nth(2).click());
      await step("untick it", () => ranking.locator("td.tick input").nth(2).click());
      await step("pick a person", () => ranking.locator("td.pick button").nth(3).click());
      await step("sort by a pillar", () => ranking.locator("thead th.reach button").click());
      await step("sort the other way", () => ranking.locator("thead th.reach button").click());
      await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ sort: null, descending: true }, "back"));
      await step("search, five letters", () => ranking.locator("#search").pressSequentially("user_", { delay: 40 }));
      await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.look({ search: "" }, "back"));
      await step("scroll a thousand rows", () => ranking.locator(".scroller").evaluate(async (scroller) => {
        for (let at = 0; at < 40; at += 1) {
          scroller.scrollTop = at * 1300;
          await new Promise((done) => requestAnimationFrame(done));
        }
        scroller.scrollTop = 0;
      }));
      const weights = page.locator("sil-objective");
      if (await weights.count() > 0) await step("show the objective", () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.show("objective")));
      const slider = page.locator("#range-reach:visible").first();
      await slider.focus();
      await step("move a weight by ten", async () => {
        for (let at = 0; at < 10; at += 1) await page.keyboard.press(round % 2 ? "ArrowLeft" : "ArrowRight");
      });
      await step("show another screen", () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.show("team")));
    }
  }
} finally {
  await browser.close();
  await Promise.all(sites.map(({ site }) => site.close()));
}

console.log(`${accounts} accounts, ${rounds} rounds; median ms of processor time of the main thread (longest task)`);
const names = [...new Set(Object.values(all).flatMap((found) => Object.keys(found)))];
console.log(["", ...values.page].map((text, at) => (at ? text.slice(-22).padStart(24) : text.padEnd(24))).join(""));
for (const name of names) {
  console.log(name.padEnd(24) + values.page.map((folder) => {
    const figures = all[folder]?.[name];
    if (!figures) return "-".padStart(24);
    const longest = Math.max(...figures.longest);
    return `${median(figures.busy).toFixed(1)} (${longest.toFixed(0)})`.padStart(24);
  }).join(""));
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ accounts, rounds, all }, null, 2)}\n`);
