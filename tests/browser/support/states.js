/**
 * The page in every state that has a look of its own: what axe, narrow screens and people's eyes go through.
 * @import { Product } from "./product.js"
 */

/** Puts a receipt on the page that asks, and an archive of such receipts, whatever the reader of this build asks by itself. */
function asked() {
  const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
  const [card] = desk.state.cards;
  const questions = [
    { kind: "number", column: "followers", sample: "1,234", readings: [{ option: { decimal: "point" }, shown: "1234" }, { option: { decimal: "comma" }, shown: "1.234" }] },
    { kind: "date", column: "date", sample: "05/02/2026", readings: [{ option: { dayFirst: true }, shown: "2026-02-05" }, { option: { dayFirst: false }, shown: "2026-05-02" }] },
  ];
  const receipt = { ...card.receipt, questions, confidence: "guess" };
  const part = { bytes: 9, receipt: null, skipped: null, error: null };
  const parts = [
    { ...part, path: "data/a-very-long-name-of-a-file-inside-an-archive-of-a-network.js", receipt },
    { ...part, path: "data/broken.js", error: { code: "format.unknown", params: { seen: "x, y" }, fatal: false } },
    { ...part, path: "data/picture.jpg", skipped: "entry.media" },
  ];
  desk.set({ cards: [{ ...card, receipt }, { ...card, id: 1e6, name: "archive.zip", receipt: { ...card.receipt, columns: [], parts } }] });
}

/** Opens all that is folded there, at once. @param {import("playwright-core").Locator} details */
const unfold = (details) => details.evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));

/**
 * Every state that has a look of its own, one after the other.
 * @param {Product} product
 * @param {(state: string) => Promise<void>} look
 */
export async function everyState(product, look) {
  const { page } = product;
  await product.idle();
  await look("empty ground");
  await product.choose([{ name: "picture.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }]);
  await page.locator("sil-file-card [role=alert]").waitFor();
  await product.idle();
  await look("refused file");
  await product.button("remove-file", { name: "picture.png" }).click();
  await product.choose([{ name: "mute.csv", mimeType: "text/csv", buffer: Buffer.from("zk1;zk2;zk3\n7;05/02/2026;omar-and-everybody-else-who-reads-this-far\n") }]);
  await product.button("name-columns").click();
  await page.locator("sil-mapping tbody select").nth(1).selectOption("time");
  await page.locator("sil-kept").waitFor({ state: "attached" });
  await unfold(page.locator("sil-mapping details"));
  await look("columns to be named");
  await product.button("remove-file", { name: "mute.csv" }).click();
  await product.demo();
  await look("influencers");
  await page.locator("sil-influencers details").first().evaluate((each) => each.setAttribute("open", ""));
  await product.go("objective");
  for (const part of /** @type {const} */ (["brands", "audience", "known", "time", "costs"])) await product.unfold(part);
  await unfold(page.locator("sil-weights details, sil-brief details, sil-time-and-ties details"));
  await look("objective, every part open");
  await product.field("pillar-reach").focus();
  await page.keyboard.press("End");
  await page.locator("sil-top-ten .was").first().waitFor();
  await look("objective, the first ten on the move");
  await product.go("influencers");
  await product.idle();
  await look("influencers, with the rank before");
  await product.button("undo").click();
  await product.idle();
  await product.openRow(1);
  await look("dossier");
  await page.keyboard.press("Escape");
  await product.deepened();
  await unfold(page.locator("sil-stability details, sil-ranking details, sil-movers details, sil-reach-map details"));
    await page.locator("sil-movers .inside .note").first().waitFor();
  await page.locator("sil-reach-map svg").waitFor();
  await page.locator("sil-ranking .boxes input").last().check();
  await look("how far it holds, facets, columns, movers, the map");
  for (const at of [0, 1, 2]) await page.locator("sil-ranking td.tick input").nth(at).check();
  await look("people ticked");
  await product.button("compare-ask").click();
  await page.locator("sil-compare table").waitFor();
  await look("side by side");
  await page.keyboard.press("Escape");
  await page.locator("sil-ticked").getByRole("button", { name: product.t("alike-ask", { count: 3 }) }).click();
  await page.locator("sil-look-alikes table").waitFor();
  await look("look-alikes");
  await page.keyboard.press("Escape");
  await product.button("ticked-clear").click();
  await product.go("team");
  await look("team of nobody yet");
  await product.go("measure");
  await look("measure, before anything is asked");
  for (const [part, go, answer] of /** @type {const} */ ([["windows", "compare-go", "sil-chart .stage svg"], ["back-test", "test-go", ".said"]])) {
    await product.button(go).click();
    await page.locator(`sil-${part}`).locator(answer).first().waitFor({ timeout: 120_000 });
    await product.idle();
    await unfold(page.locator(`sil-${part} details`));
  }
  await look("two windows side by side, and the back-test");
  await product.go("influencers");
  await product.pick(0, 2);
  await product.go("team");
  await page.locator("sil-person summary").first().click();
  await product.button("action-add").first().click();
  await unfold(page.locator("sil-team-choice details"));
  await look("team before a choice, with a relation open");
  await product.button("choose").click();
  await page.getByRole("table", { name: product.t("members-caption") }).waitFor();
  await product.idle();
  for (const id of ["cascade-go", "threshold-go", "opinion-go"]) {
    await product.button(id).click();
    await product.idle();
  }
  await page.getByRole("table", { name: product.t("opinion-table") }).waitFor();
  await page.locator("sil-cascade-map sil-map .stage").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("sil-cascade-map sil-map .card p").waitFor();
  await unfold(page.locator("sil-whatif details, sil-team-result details"));
  await look("team chosen, and what if");
  await product.button("project").click();
  await page.getByRole("dialog").waitFor();
  await look("project");
  await page.keyboard.press("Escape");
  await product.button("export").click();
  await page.locator("sil-out #out-link").waitFor();
  await look("export");
  await page.locator("sil-out .left-out button").click();
  await page.locator("sil-opt-out #names").waitFor();
  await look("people left out");
  await page.keyboard.press("Escape");
  await product.go("influencers");
  await page.getByLabel(product.t("search-label")).fill("zzzzzz");
  await page.getByText(product.t("no-match")).waitFor();
  await look("no match");
  await product.go("audiences");
  await page.locator("sil-audiences sil-map .stage").waitFor();
  await page.locator("sil-map-table summary").click();
  await page.locator("sil-circles li").first().getByRole("button", { name: product.t("circle-show") }).click();
  await page.locator("sil-audiences sil-map .stage").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("sil-audiences sil-map .card p").waitFor();
  await look("map with its table, a community and an account chosen");
  await product.button("interests-draw").click();
  await page.locator("sil-interests sil-map .stage").waitFor();
  await product.button("timeline-follow").click();
  await page.locator("sil-timeline svg.chart").waitFor();
  for (const part of ["interests", "timeline"]) await page.locator(`sil-${part} summary`).click();
  await look("interests and communities through time");
  await page.keyboard.press("Escape");
  await product.go("ground");
  await page.locator("sil-overview .finding").waitFor({ timeout: 60_000 });
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.change({ brand: { name: "Lumière", aliases: [] }, competitors: [{ name: "tea", aliases: ["espresso"] }] }, "brand"));
  await page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return !state.stale && !state.work && !state.deepening;
  }, undefined, { timeout: 60_000 });
  await page.locator("sil-overview sil-chart").nth(1).waitFor({ timeout: 60_000 });
  await page.locator("sil-overview sil-chart .stage svg").first().waitFor();
  await unfold(page.locator("sil-overview details"));
  await look("the study at a glance");
  await unfold(page.locator("sil-file-card details"));
  await page.locator("sil-mapping tbody select").first().waitFor();
  await look("ground with a receipt, its columns and what the data tell");
  await page.evaluate(asked);
  await page.locator("sil-questions button").first().waitFor();
  await unfold(page.locator("sil-archive details"));
  await look("questions, and an archive with its parts");
  for (const [name, open] of /** @type {const} */ ([["help", product.button("help")], ["proof", page.locator("header .badge")], ["erase", product.button("erase")]])) {
    await open.click();
    await page.getByRole("dialog").waitFor();
    await look(name);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
}
