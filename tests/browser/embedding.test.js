/** The element in other people's pages: A26 whatever they forbid, A27 two of them, and nothing of the host is touched. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch, nothingWrong, openPage } from "./support/browser.js";
import { defined, give } from "./support/element.js";
import { SCRIPT, hostSite } from "./support/host.js";
import { Product } from "./support/product.js";
import { TEA, serveShipped } from "./support/shipped.js";
import { LANGS, words } from "./support/words.js";

/** @import { Browser, Page } from "playwright-core" */

/** Policies that let nothing in but what is said. */
const NOTHING = "default-src 'none'; style-src 'none'; font-src 'none'; connect-src 'none'; base-uri 'none'";
const ALLOWED = `${NOTHING}; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:`;
const NO_WASM = `${NOTHING}; script-src 'self'; worker-src blob:`;
const NO_WORKER = `${NOTHING}; script-src 'self' 'wasm-unsafe-eval'`;
const STRICT = `${NOTHING}; script-src 'self'; worker-src 'self'; img-src data: blob:`;

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof hostSite>>} */
let site;

before(async () => {
  browser = await launch();
  site = await hostSite({
    "/": { body: `${SCRIPT}<h1>Host</h1><sillage-app></sillage-app>` },
    "/bare": { body: "<sillage-app></sillage-app>" },
    "/twice": { body: `${SCRIPT}<script type="module" src="/element.js?copy"></script><sillage-app></sillage-app>` },
    "/allowed": { csp: ALLOWED, body: `${SCRIPT}<sillage-app></sillage-app>` },
    "/strict": { csp: STRICT, body: `${SCRIPT}<sillage-app worker-src="/worker.js"></sillage-app>` },
    "/strict-wrong": { csp: STRICT, body: `${SCRIPT}<sillage-app worker-src="/nowhere.js"></sillage-app>` },
    "/axe-fr": { lang: "fr", body: `${SCRIPT}<main><h1>Article</h1><sillage-app theme="light"></sillage-app></main>` },
    "/axe-en": { lang: "en", body: `${SCRIPT}<main><h1>Article</h1><sillage-app theme="dark"></sillage-app></main>` },
    ...Object.fromEntries(LANGS.flatMap((lang) => [
      [`/no-wasm-${lang}`, { csp: NO_WASM, lang, body: `${SCRIPT}<sillage-app></sillage-app>` }],
      [`/no-worker-${lang}`, { csp: NO_WORKER, lang, body: `${SCRIPT}<sillage-app></sillage-app>` }],
    ])),
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @param {string} name @param {Parameters<typeof openPage>[2]} [options] */
const open = (name, options) => openPage(browser, `${site.url}${name}`, options);

for (const name of ["/", "/allowed"]) {
  test(`A26 ${name === "/" ? "a host without a policy" : "a host that allows wasm and workers from blobs, and nothing else"}: ranked and saved`, async () => {
    const opened = await open(name);
    const product = new Product(opened.page, "en");
    await defined(opened.page);
    await product.demo();
    assert.equal((await product.top(10)).length, 10);
    await product.deepened();
    await product.go("audiences");
    await opened.page.locator("sil-map .stage canvas").first().waitFor();
    await product.go("influencers");
    assert.match((await product.download("export-csv")).name, /\.csv$/);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

for (const [name, directive] of /** @type {const} */ ([["no-wasm", "script-src 'wasm-unsafe-eval'"], ["no-worker", "worker-src blob:"]])) {
  for (const lang of LANGS) {
    test(`A26 a host whose policy lacks ${directive} is told so in its place, ${lang}`, async () => {
      const opened = await open(`/${name}-${lang}`);
      const alert = opened.page.getByRole("alert").filter({ hasText: words[lang].t("error-engine-policy", { directive }) });
      await alert.waitFor();
      assert.ok((await alert.innerText()).includes(directive));
      await opened.page.getByText(words[lang].t("embed-blocked")).waitFor();
      await opened.context.close();
    });
  }
}

test("A26 the way out of a strict policy: a worker of the host's own, which compiles the engine and opens archives", async () => {
  const opened = await open("/strict");
  const counts = await give(opened.page, gzipSync(readFileSync(TEA)), "tea.csv.gz");
  assert.ok(counts.ranked > 100 && counts.files === 1, JSON.stringify(counts));
  await new Product(opened.page, "en").ranked();
  await nothingWrong(opened);
  assert.ok(site.asked.includes("/worker.js"));
  await opened.context.close();

  const wrong = await open("/strict-wrong");
  await wrong.page.getByRole("alert").filter({ hasText: "/nowhere.js" }).waitFor();
  await wrong.context.close();
});

test("A27 two elements are strangers: one crashes, the other works", async () => {
  const faulty = await hostSite({ "/": { body: `${SCRIPT}<sillage-app id="one" lang="en" demo></sillage-app><sillage-app id="two" lang="fr" demo></sillage-app>` } }, "dist-fault");
  const opened = await openPage(browser, faulty.url);
  const { page } = opened;
  await page.waitForFunction(() => [...document.querySelectorAll("sillage-app")].every((each) => /** @type {any} */ (each).desk?.state.summary?.stability), undefined, { timeout: 90_000 });
  const state = () => page.evaluate(() => [...document.querySelectorAll("sillage-app")].map((each) => {
    const { lang, cards, crash, summary } = /** @type {any} */ (each).desk.state;
    return { lang, file: cards[0]?.name, crashed: crash !== null, accounts: summary.accounts };
  }));
  const [first, second] = await state();
  assert.equal(first?.lang, "en");
  assert.equal(second?.lang, "fr");
  assert.notEqual(first?.file, second?.file);
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("#one")).desk.study.transport.call("fault", ["panic"]).catch(() => {});
  });
  await page.locator("#one").getByRole("alert").filter({ hasText: words.en.t("crash-title") }).waitFor({ timeout: 30_000 });
  assert.equal(await page.locator("#two").getByRole("alert").count(), 0);
  const again = await page.evaluate(() => /** @type {any} */ (document.querySelector("#two")).analyse());
  assert.equal(again.accounts, second?.accounts);
  assert.deepEqual((await state()).map(({ crashed }) => crashed), [true, false]);
  // And the one that died comes back by itself.
  const back = await page.evaluate(() => /** @type {any} */ (document.querySelector("#one")).analyse());
  assert.equal(back.accounts, first?.accounts);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("#one")).clear());
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("#two")).desk.state.cards.length), 1);
  await opened.context.close();
  await faulty.close();
});

test("asked for twice, from two addresses, the elements are defined once", async () => {
  const opened = await open("/twice");
  await defined(opened.page);
  const product = new Product(opened.page, "en");
  await product.demo();
  assert.ok(site.asked.includes("/element.js?copy"));
  await nothingWrong(opened);
  await opened.context.close();
});

/** What a host has of its own. @param {Page} page */
const ofTheHost = (page) => page.evaluate(() => ({
  title: document.title, hash: location.hash, lang: document.documentElement.lang, html: document.documentElement.getAttributeNames().join(),
  style: document.documentElement.getAttribute("style"), body: document.body.getAttributeNames().join(), head: document.head.innerHTML,
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length, children: document.body.children.length,
  color: getComputedStyle(document.body).color, padding: document.documentElement.style.scrollPaddingBottom,
  stored: [localStorage.length, sessionStorage.length].join(),
}));

test("nothing of the host's document is changed, while our own page does change its own", async () => {
  const opened = await open("/bare");
  const before = await ofTheHost(opened.page);
  const globals = await opened.page.evaluate(() => Object.keys(globalThis).sort());
  await opened.page.evaluate(() => import(/** @type {any} */ ("/element.js")));
  await defined(opened.page);
  const product = new Product(opened.page, "en");
  await product.demo();
  await product.deepened();
  await opened.page.locator("sil-ranking tbody input[type=checkbox]").first().check();
  await product.openRow(1);
  for (const screen of /** @type {const} */ (["audiences", "objective", "team", "measure", "ground"])) await product.go(screen);
  await product.speak("fr");
  assert.deepEqual(await ofTheHost(opened.page), before);
  const own = await opened.page.evaluate(() => Object.keys(globalThis).sort());
  assert.deepEqual(own.filter((name) => !globals.includes(name) && !/^(lit|reactive)/.test(name)), []);
  // Keys and drops of the host stay the host's.
  assert.equal(await opened.page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true }))), true);
  assert.equal(await opened.page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true }))), true);
  await opened.context.close();

  const shipped = await serveShipped();
  const page = await openPage(browser, `${shipped.url}#lang=en`);
  await page.page.waitForFunction(() => document.title !== "Sillage");
  assert.equal(await page.page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true }))), false);
  await page.context.close();
  await shipped.close();
});

test("once it is loaded, nothing at all is asked of a network, not even when it works offline", async () => {
  const opened = await open("/");
  await defined(opened.page);
  const asked = opened.diary.requests.length;
  await opened.context.setOffline(true);
  const product = new Product(opened.page, "en");
  await product.demo();
  await product.deepened();
  await product.go("audiences");
  await opened.page.locator("sil-map .stage canvas").first().waitFor();
  assert.equal(opened.diary.requests.length, asked);
  await nothingWrong(opened);
  await opened.context.close();
});

for (const [lang, theme] of /** @type {const} */ ([["fr", "light"], ["en", "dark"]])) {
  test(`A18 axe finds nothing serious in the element, and nothing stands out of a phone's column, ${lang}, ${theme}`, async () => {
    const opened = await openPage(browser, `${site.url}/axe-${lang}`, { scripts: [AXE], context: { reducedMotion: "reduce", viewport: { width: 360, height: 800 } } });
    const { page } = opened;
    await defined(page);
    const product = new Product(page, lang);
    /** @type {string[]} */
    const found = [];
    const look = async (/** @type {string} */ state) => {
      const { violations, passes } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.ok(passes.some((/** @type {any} */ rule) => rule.id === "color-contrast"), "the element was looked at");
      for (const { id, impact, nodes } of violations) {
        if (impact === "serious" || impact === "critical" || /landmark/.test(id)) found.push(`${state}: ${id} ${nodes[0]?.target.flat().join(" ")}`);
      }
      const over = await page.evaluate(() => {
        const root = document.scrollingElement ?? document.documentElement;
        const inside = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector(".all");
        return [root.scrollWidth - root.clientWidth, inside.scrollWidth - inside.clientWidth];
      });
      if (over.some((pixels) => pixels > 1)) found.push(`${state}: ${over.join(" and ")} px stand out`);
    };
    await look("empty");
    await product.demo();
    await product.deepened();
    await look("ranking");
    await product.openRow(1);
    const aside = await product.dossier().evaluate((each) => each.scrollWidth - each.clientWidth);
    if (aside > 1) found.push(`dossier: ${aside} px stand out`);
    await look("dossier");
    await product.dossier().getByRole("button", { name: product.t("close") }).first().click();
    for (const screen of /** @type {const} */ (["audiences", "objective", "team", "measure", "ground"])) {
      await product.go(screen);
      await product.idle();
      await look(screen);
    }
    assert.deepEqual(found, []);
    await opened.context.close();
  });
}
