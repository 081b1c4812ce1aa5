/** Wherever the page is opened: A26 inside another page, A28 where something is missing, A30 in a hidden tab, A32 in other time zones. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { DIST, TEA } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Frame, Page } from "playwright-core" */

stage();

/** What the page lacks, and the message that says so. */
const LACKING = /** @type {const} */ ({
  WebAssembly: "error-engine-no-wasm",
  Worker: "error-engine-no-worker",
});

for (const lang of LANGS) {
  for (const [name, id] of Object.entries(LACKING)) {
    test(`A28 without ${name} the page says what it needs, and stays a page, ${lang}`, async () => {
      const opened = await openPage(browser, `${site.url}#lang=${lang}`, { scripts: [`delete globalThis.${name};`] });
      const product = new Product(opened.page, lang);
      await product.idle();
      const alert = opened.page.getByRole("alert").filter({ hasText: product.t(id) });
      await alert.waitFor();
      assert.ok(await product.button("try-demo").isDisabled(), "nothing is offered that cannot work");
      // A file that is brought in is told the same, and kept.
      await product.choose(TEA);
      await product.cards("failed").waitFor();
      await product.speak(lang === "fr" ? "en" : "fr");
      await opened.page.getByRole("alert").filter({ hasText: product.t(id) }).first().waitFor();
      await nothingWrong(opened);
      await opened.context.close();
    });
  }
}

test("A30 a tab that nobody looks at finishes its work", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const product = new Product(opened.page, "en");
  await product.idle();
  // Another tab in front: frames of this one are no longer painted, timers are throttled.
  const front = await opened.context.newPage();
  await front.bringToFront();
  const session = await opened.context.newCDPSession(opened.page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await opened.page.evaluate(() => {
    for (const [name, value] of /** @type {const} */ ([["hidden", true], ["visibilityState", "hidden"]])) {
      Object.defineProperty(document, name, { get: () => value });
    }
    document.dispatchEvent(new Event("visibilitychange"));
    // What a hidden tab is never given.
    globalThis.requestAnimationFrame = () => 0;
    globalThis.requestIdleCallback = () => 0;
  });
  await opened.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.demo());
  await product.deepened();
  assert.ok((await product.summary()).ranked > 10);
  await nothingWrong(opened);
  await opened.context.close();
});

test("A32 the time zone of the computer changes neither the result nor a day on the page", async () => {
  /** @type {{ hash: string, person: string, file: string }[]} */
  const told = [];
  for (const timezoneId of ["America/Montreal", "Europe/Paris", "Pacific/Kiritimati"]) {
    const opened = await openPage(browser, `${site.url}#lang=en`, { context: { timezoneId } });
    const { page } = opened;
    const product = new Product(page, "en");
    await product.idle();
    await product.demo();
    await product.deepened();
    await product.openRow(0);
    await product.dossier().getByText(/\b20\d\d\b/).first().waitFor();
    const person = (await product.dossier().allInnerTexts()).join("\n");
    await product.go("ground");
    told.push({ hash: await product.hash(), person, file: await page.locator("sil-file-card sil-receipt .understood").first().innerText() });
    await nothingWrong(opened);
    await opened.context.close();
  }
  assert.match(told[0]?.person ?? "", /\b20\d\d\b/, "days are told");
  assert.match(told[0]?.file ?? "", /\b20\d\d\b/);
  assert.deepEqual(told[1], told[0]);
  assert.deepEqual(told[2], told[0]);
});

/**
 * A host of another origin, whose page holds the product in a frame.
 * @param {string} frame
 * @param {string} [csp]
 */
async function host(frame, csp) {
  const server = createServer((request, response) => {
    if (request.url === "/sillage.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(readFileSync(path.join(DIST, "sillage.html")));
      return;
    }
    if (request.url !== "/") return void response.writeHead(204).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(csp ? { "Content-Security-Policy": csp } : {}) })
      .end(`<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>${frame}`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}

/** Hosts that embed the single file, with what they forbid. */
const HOSTS = /** @type {const} */ ([
  ["a plain frame", `<iframe src="sillage.html#lang=en" width="1200" height="800"></iframe>`, undefined],
  ["a sandboxed frame", `<iframe src="sillage.html#lang=en" sandbox="allow-scripts allow-downloads" width="1200" height="800"></iframe>`, undefined],
  ["a host that lets nothing else in", `<iframe src="sillage.html#lang=en" sandbox="allow-scripts allow-downloads" width="1200" height="800"></iframe>`,
    "default-src 'none'; frame-src 'self'"],
]);

for (const [name, frame, csp] of HOSTS) {
  test(`A26 ${name}: the sample data are ranked inside it, and saved from it`, async () => {
    const place = await host(frame, csp);
    const opened = await openPage(browser, place.url);
    const inside = /** @type {Frame} */ (await (await opened.page.waitForSelector("iframe")).contentFrame());
    const product = new Product(/** @type {Page} */ (/** @type {unknown} */ (inside)), "en");
    await product.idle();
    await product.demo();
    assert.equal((await product.top(10)).length, 10);
    const [download] = await Promise.all([opened.page.waitForEvent("download"), product.button("export-csv").first().click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    assert.deepEqual(opened.diary.errors, []);
    await opened.context.close();
    await place.close();
  });
}
