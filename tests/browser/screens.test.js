/** Pictures of every screen, to be looked at by people: `build/screenshots/`. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { buildFolder, serveShipped } from "./support/shipped.js";
import { LANGS } from "./support/words.js";

/** @import { Browser } from "playwright-core" */

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveShipped>>} */
let site;
const folder = buildFolder("screenshots");

before(async () => {
  site = await serveShipped();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const lang of LANGS) {
  for (const [width, theme] of /** @type {const} */ ([[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]])) {
    test(`every screen is pictured, ${lang}, ${width} px, ${theme}`, async () => {
      const { page, context } = await openPage(browser, `${site.url}#lang=${lang}&theme=${theme}`, {
        context: { viewport: { width, height: width > 500 ? 900 : 780 }, reducedMotion: "reduce" },
      });
      const product = new Product(page, lang);
      let step = 0;
      const picture = async (/** @type {string} */ name, full = false) => {
        const file = path.join(folder, `${lang}-${width}-${theme}-${++step}-${name}.png`);
        await page.screenshot({ path: file, fullPage: full });
        assert.ok(statSync(file).size > 5_000, file);
      };
      await product.idle();
      await picture("empty");
      await product.demo();
      await picture("influencers");
      await picture("influencers-whole", true);
      await product.openRow(0);
      await picture("dossier");
      await product.dossier().evaluate((each) => each.scrollTo(0, 900));
      await picture("dossier-evidence");
      await page.keyboard.press("Escape");
      await product.deepened();
      for (const part of ["stability", "movers", "reach-map"]) await page.locator(`sil-${part} summary`).first().click();
      await page.locator("sil-reach-map svg").waitFor();
      for (const at of [0, 1, 2]) await page.locator("sil-ranking td.tick input").nth(at).check();
      await picture("influencers-people", true);
      await product.button("compare-ask").click();
      await page.locator("sil-compare table").waitFor();
      await picture("compare");
      await page.keyboard.press("Escape");
      await page.locator("sil-ticked .what button").first().click();
      await page.locator("sil-look-alikes table").waitFor();
      await picture("look-alikes");
      await page.keyboard.press("Escape");
      await product.go("objective");
      await picture("objective", true);
      await product.field("pillar-reach").focus();
      await page.keyboard.press("End");
      await page.locator("sil-top-ten .was").first().waitFor();
      for (const part of /** @type {const} */ (["brands", "audience", "known", "time", "costs"])) await product.unfold(part);
      await picture("objective-open", true);
      await product.button("undo").click();
      await product.go("team");
      await picture("team-empty");
      await product.go("influencers");
      await product.pick(0, 2, 5);
      await product.go("team");
      await page.locator("sil-person summary").first().click();
      await product.button("choose").click();
      await page.getByRole("table", { name: product.t("members-caption") }).waitFor();
      await product.idle();
      for (const id of ["cascade-go", "threshold-go", "opinion-go"]) {
        await product.button(id).click();
        await product.idle();
      }
      await page.getByRole("table", { name: product.t("opinion-table") }).waitFor();
      await picture("team-chosen", true);
      await product.button("project").click();
      await page.getByRole("dialog").waitFor();
      await picture("project");
      await page.keyboard.press("Escape");
      await product.go("audiences");
      await page.locator("sil-audiences sil-map .stage").waitFor();
      await page.waitForTimeout(300);
      await picture("audiences");
      await page.locator("sil-circles li").nth(1).getByRole("button", { name: product.t("circle-show") }).click();
      await page.locator("sil-audiences sil-map .stage").focus();
      await page.keyboard.press("ArrowRight");
      await picture("audiences-chosen");
      await page.locator("sil-map-table summary").click();
      await product.button("interests-draw").click();
      await page.locator("sil-interests sil-map .stage").waitFor();
      await product.button("timeline-follow").click();
      await page.locator("sil-timeline svg.chart").waitFor();
      await page.locator("sil-timeline summary").click();
      await picture("audiences-whole", true);
      await product.go("ground");
      await picture("ground-coverage", true);
      for (const details of await page.locator("sil-file-card details").all()) await details.evaluate((each) => each.setAttribute("open", ""));
      await page.locator("sil-mapping tbody select").first().waitFor();
      await picture("receipt", true);
      await page.locator("header .badge").click();
      await page.getByRole("dialog").waitFor();
      await picture("proof");
      await context.close();
    });
  }
}
