/** The frame kit: the element in a frame of its own, and the one wire to its host. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { launch, nothingWrong, openPage } from "./support/browser.js";
import { hostSite } from "./support/host.js";
import { Product } from "./support/product.js";
import { words } from "./support/words.js";

/** @import { Browser, Page } from "playwright-core" */

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof hostSite>>} */
let site;

before(async () => {
  browser = await launch();
  site = await hostSite({});
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** What a host does with the frame kit; docs/embedding.md shows the same lines. */
const KIT = readFileSync(inRoot("docs", "embedding.md"), "utf8").match(/<!-- kit -->\s*```html\n([\s\S]*?)```/)?.[1] ?? "";

for (const sandbox of ["allow-scripts allow-downloads", ""]) {
  test(`A26 the frame kit ${sandbox ? "in a sandbox" : "as it is"}: one wire, counts and a height, and our own policy inside`, async () => {
    assert.match(KIT, /sandbox="allow-scripts allow-downloads"/);
    const kit = (sandbox ? KIT : KIT.replace(/ sandbox="[^"]*"/, "")).replace("<script>", "<script>globalThis.said = [];").replace("const { type,", "said.push(data);\n        const { type,");
    const place = await hostSite({ "/": { body: kit.replaceAll("https://example.org/sillage/", "/") } });
    const opened = await openPage(browser, place.url);
    const { page } = opened;
    const inside = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("iframe")).contentFrame());
    const product = new Product(/** @type {Page} */ (/** @type {unknown} */ (inside)), "fr");
    await product.idle();
    const height = () => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("iframe")).offsetHeight);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).said.some((/** @type {any} */ each) => each.type === "sillage:resize"));
    const before = await height();
    await product.demo();
    await product.deepened();
    await page.waitForFunction((was) => /** @type {HTMLElement} */ (document.querySelector("iframe")).offsetHeight !== was, before);
    const size = await inside.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("sillage-app")).getBoundingClientRect().height);
    assert.ok(Math.abs(await height() - size) <= 2, `${await height()} for ${size}`);
    const [download] = await Promise.all([page.waitForEvent("download"), product.button("export-csv").first().click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await product.openRow(0);
    /** @type {{ type: string, v: number, detail?: any }[]} */
    const said = await page.evaluate(() => /** @type {any} */ (globalThis).said);
    assert.ok(said.every(({ v }) => v === 1));
    for (const type of ["hello", "resize", "progress", "result", "export", "select"]) assert.ok(said.some((each) => each.type === `sillage:${type}`), type);
    const handle = (await product.top(1))[0]?.handle ?? "?";
    assert.ok(!JSON.stringify(said).includes(handle.replace("@", "")), handle);
    // What the frame is asked it does; the rest it does not hear, nor another hello.
    await page.evaluate(() => {
      const { port, frame } = /** @type {any} */ (globalThis).sillage;
      port.postMessage({ type: "sillage:set", lang: "en", theme: "dark" });
      port.postMessage({ type: "sillage:set", lang: "xx", theme: 3 });
      port.postMessage("nonsense");
      const other = new MessageChannel();
      /** @type {any} */ (globalThis).strange = [];
      other.port1.onmessage = ({ data }) => /** @type {any} */ (globalThis).strange.push(data);
      frame.contentWindow.postMessage({ type: "sillage:hello", v: 1 }, "*", [other.port2]);
    });
    await inside.waitForFunction(() => {
      const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return state.lang === "en" && state.theme === "dark" && document.documentElement.lang === "en";
    });
    product.lang = "en";
    await product.openRow(2);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).strange), []);
    // Sealed: it says so, and so it is.
    assert.ok(await product.button("offline-badge").or(inside.getByText(words.en.t("offline-badge"))).first().isVisible());
    const sent = await inside.evaluate(() => fetch("/sink").then(() => "sent", () => "stopped"));
    assert.equal(sent, "stopped");
    assert.ok(!place.asked.includes("/sink"));
    assert.deepEqual(opened.diary.dialogs, []);
    await opened.context.close();
    await place.close();
  });
}

test("the address of the frame says how it looks and what is asked, and nothing that runs", async () => {
  const opened = await openPage(browser, `${site.url}/embed.html?lang=en&theme=dark&view=table&worker-src=/evil.js&expose-results&demo#objective=awareness&brief=oolong`);
  const told = await opened.page.evaluate(async () => {
    await customElements.whenDefined("sillage-app");
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    const { lang, theme, settings } = element.desk.state;
    return { lang, theme, view: element.view, worker: element.workerSrc, exposed: element.exposeResults, objective: settings.objective, brief: settings.brief };
  });
  assert.deepEqual(told, { lang: "en", theme: "dark", view: "table", worker: "", exposed: false, objective: "awareness", brief: "oolong" });
  await new Product(opened.page, "en").ranked();
  await nothingWrong(opened);
  await opened.context.close();
});
