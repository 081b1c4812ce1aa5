/** The element in other people's pages: A26 whatever they forbid, A27 two of them, and nothing of the host is touched or told. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { inRoot } from "../../scripts/build/paths.mjs";
import { launch, nothingWrong, openPage } from "./support/browser.js";
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
    "/fr": { lang: "fr", body: `${SCRIPT}<sillage-app></sillage-app>` },
    "/table": { body: `${SCRIPT}<sillage-app view="table" demo></sillage-app>` },
    "/exposed": { body: `${SCRIPT}<sillage-app expose-results></sillage-app>` },
    "/bare": { body: "<sillage-app></sillage-app>" },
    "/two": { body: `${SCRIPT}<sillage-app id="one" lang="en"></sillage-app><sillage-app id="two" lang="fr"></sillage-app>` },
    "/twice": { body: `${SCRIPT}<script type="module" src="/element.js?copy"></script><sillage-app></sillage-app>` },
    "/allowed": { csp: ALLOWED, body: `${SCRIPT}<sillage-app></sillage-app>` },
    "/strict": { csp: STRICT, body: `${SCRIPT}<sillage-app worker-src="/worker.js"></sillage-app>` },
    "/strict-wrong": { csp: STRICT, body: `${SCRIPT}<sillage-app worker-src="/nowhere.js"></sillage-app>` },
    "/slots": { body: `${SCRIPT}<sillage-app><p slot="intro">Our study</p><b slot="logo">Agency</b><small slot="footer">© Agency</small></sillage-app>` },
    "/theme": { lang: "de", head: "<style>html{font-size:62.5%}body{font:1.8rem Georgia;color-scheme:dark}sillage-app::part(header){padding-left:7px}sillage-app::part(table){outline:5px solid}sillage-app::part(button){font-size:13px}</style>",
      body: `${SCRIPT}<div lang="fr-CA"><sillage-app></sillage-app></div><style>sillage-app{--sillage-color-accent:rgb(200,0,100);--sillage-radius:3px}</style>` },
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

/** The element, as the host's scripts have it. @param {Page} page */
const defined = (page) => page.waitForFunction(() => customElements.get("sillage-app") && /** @type {any} */ (document.querySelector("sillage-app")).desk?.state.engine !== "starting");

/** Gives the element a file by its property, as a host would. @param {Page} page @param {Buffer} bytes @param {string} name */
const give = (page, bytes, name) => page.evaluate(async ([text, called]) => {
  const element = /** @type {any} */ (document.querySelector("sillage-app"));
  const raw = Uint8Array.from(atob(text ?? ""), (letter) => letter.charCodeAt(0));
  element.files = [new File([raw], called ?? "")];
  return element.analyse();
}, [bytes.toString("base64"), name]);

/** Writes down every event of the element. @param {Page} page */
const listen = (page) => page.evaluate(() => {
  /** @type {any} */ (globalThis).heard = [];
  for (const name of ["ready", "progress", "result", "error", "export", "select"]) {
    document.addEventListener(`sillage-${name}`, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      /** @type {any} */ (globalThis).heard.push({ type: event.type, detail: JSON.parse(JSON.stringify(detail)), prevented: event.defaultPrevented, keys: Object.keys(detail) });
    });
  }
});
/** @param {Page} page @returns {Promise<{ type: string, detail: any, keys: string[] }[]>} */
const heard = (page) => page.evaluate(() => /** @type {any} */ (globalThis).heard);

/** Names of the invented campaign. */
const HANDLES = [...new Set([...readFileSync(TEA, "utf8").matchAll(/@([a-z]+_[a-z_]+)/g)].map(([, handle]) => handle ?? ""))];

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

test("events say counts and never people, unless the host asked for results", async () => {
  const opened = await open("/");
  await listen(opened.page);
  const product = new Product(opened.page, "en");
  await defined(opened.page);
  await product.demo();
  await product.deepened();
  await product.openRow(0);
  await product.download("export-csv");
  const events = await heard(opened.page);
  const all = (/** @type {string} */ type) => events.filter((event) => event.type === type);
  const [first, ...later] = all("sillage-result");
  assert.equal(first?.detail.complete, false);
  assert.equal(later.at(-1)?.detail.complete, true);
  assert.equal(first?.detail.files, 1);
  assert.ok(first?.detail.accounts > 100 && first?.detail.ranked > 100 && first?.detail.ties > 100);
  assert.ok(all("sillage-progress").length > 1 && all("sillage-progress").every(({ detail }) => detail.share >= 0 && detail.share <= 1));
  assert.deepEqual(all("sillage-select").at(-1)?.detail, { open: true, rank: 1 });
  assert.deepEqual(all("sillage-export")[0]?.keys.sort(), ["kind", "size"]);
  assert.equal(all("sillage-error").length, 0);
  const said = JSON.stringify(events);
  assert.ok(HANDLES.length > 100);
  assert.deepEqual(HANDLES.filter((handle) => said.includes(handle)), []);
  const shown = await opened.page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    return { results: element.results, files: element.files.length, settings: Object.keys(element.settings) };
  });
  assert.deepEqual({ results: shown.results, files: shown.files }, { results: null, files: 0 });
  for (const name of ["optOut", "lists", "tones", "audience", "brand"]) assert.ok(!shown.settings.includes(name), name);
  await nothingWrong(opened);
  await opened.context.close();
});

test("a host that asks for results has them, frozen, and takes an export over", async () => {
  const opened = await open("/exposed");
  await listen(opened.page);
  const counts = await give(opened.page, readFileSync(TEA), "tea.csv");
  assert.ok(counts.ranked > 100);
  await opened.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).results);
  const told = await opened.page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    const { ranking, summary } = element.results;
    element.addEventListener("sillage-export", (/** @type {Event} */ event) => event.preventDefault());
    const blob = await element.export("csv");
    return { rows: ranking.length, first: ranking[0].handle, frozen: Object.isFrozen(ranking) && Object.isFrozen(ranking[0]), accounts: summary.accounts,
      csv: (await blob.text()).slice(0, 4000), given: element.files.map((/** @type {File} */ file) => file.name) };
  });
  assert.equal(told.rows, told.accounts);
  assert.ok(told.frozen);
  assert.ok(told.csv.includes(told.first));
  assert.deepEqual(told.given, ["tea.csv"]);
  assert.ok((await heard(opened.page)).some(({ type, detail }) => type === "sillage-result" && detail.results?.ranking[0].handle === told.first));
  await opened.context.close();
});

test("properties set before the element is known are taken over; settings and opt-outs change the result", async () => {
  const opened = await open("/bare");
  await opened.page.evaluate((text) => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    element.view = "table";
    element.exposeResults = true;
    element.settings = { objective: "awareness", brief: "oolong" };
    element.optOut = ["@idris_thackwood"];
    element.files = [new File([text], "early.csv")];
  }, readFileSync(TEA, "utf8"));
  await opened.page.evaluate(() => import(/** @type {any} */ ("/element.js")));
  const told = await opened.page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    await element.analyse();
    await new Promise((resolve) => element.results ? resolve(null) : element.addEventListener("sillage-result", resolve, { once: true }));
    return { view: element.getAttribute("view"), own: Object.keys(element).filter((name) => ["files", "view", "settings", "optOut"].includes(name)), objective: element.settings.objective, brief: element.settings.brief,
      optOut: element.optOut, names: element.results.ranking.map((/** @type {any} */ row) => row.handle) };
  });
  assert.deepEqual({ ...told, names: [] }, { view: "table", own: [], objective: "awareness", brief: "oolong", optOut: ["@idris_thackwood"], names: [] });
  assert.ok(HANDLES.includes("idris_thackwood") && told.names.length > 100 && !told.names.includes("idris_thackwood"));
  await opened.context.close();
});

test("moved in the document it keeps its study; gone for good it gives its engine back, and comes to the same result later", async () => {
  const opened = await open("/table");
  const { page } = opened;
  const product = new Product(page, "en");
  await product.ranked();
  await product.deepened();
  const hash = await product.hash();
  const moved = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    const { study } = element.desk;
    const { worker } = study.transport;
    document.body.prepend(element);
    return element.desk.study === study && study.transport.worker === worker;
  });
  assert.ok(moved);
  assert.equal(await product.hash(), hash);
  await page.evaluate(() => {
    const SillageApp = /** @type {any} */ (customElements.get("sillage-app"));
    SillageApp.restMs = 20;
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    /** @type {any} */ (globalThis).gone = element;
    element.remove();
  });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).gone.desk.study.transport.worker === null);
  await page.evaluate(() => document.body.append(/** @type {any} */ (globalThis).gone));
  await page.waitForFunction(() => {
    const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
    return desk.study.transport.worker !== null && !desk.working && !desk.state.stale;
  }, undefined, { timeout: 60_000 });
  await product.deepened();
  assert.equal(await product.hash(), hash);
  assert.equal((await product.top(5)).length, 5);
  await nothingWrong(opened);
  await opened.context.close();
});

test("attributes: language and colours of the place, views, sections, sizes, read only", async () => {
  const opened = await open("/theme");
  const { page } = opened;
  await defined(page);
  const product = new Product(page, "fr");
  const look = () => page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    const all = element.shadowRoot.querySelector(".all");
    const of = getComputedStyle(all);
    const button = element.shadowRoot.querySelector("sil-ground").shadowRoot.querySelector("button.primary");
    return { lang: all.lang, scheme: of.colorScheme, size: of.fontSize, font: of.fontFamily, radius: of.borderTopLeftRadius, accent: getComputedStyle(button).backgroundColor,
      header: getComputedStyle(element.shadowRoot.querySelector("header")).paddingLeft, button: getComputedStyle(button).fontSize, paper: of.backgroundColor };
  });
  const dark = await look();
  assert.deepEqual({ ...dark, paper: "" }, { lang: "fr", scheme: "dark", size: "16px", font: "Georgia", radius: "3px", accent: "rgb(200, 0, 100)", header: "7px", button: "13px", paper: "" });
  const set = (/** @type {Record<string, string | null>} */ attributes) => page.evaluate((given) => {
    const element = /** @type {Element} */ (document.querySelector("sillage-app"));
    for (const [name, value] of Object.entries(given)) value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  }, attributes);
  await set({ theme: "light", lang: "en-GB" });
  await product.page.getByRole("button", { name: words.en.t("try-demo") }).waitFor();
  const light = await look();
  assert.equal(light.scheme, "light");
  assert.notEqual(light.paper, dark.paper);
  product.lang = "en";
  // The host's page follows its reader's wish later on.
  await set({ theme: "auto" });
  await page.evaluate(() => (document.body.style.colorScheme = "light"));
  await page.waitForFunction((was) => getComputedStyle(/** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector(".all")).backgroundColor === was, light.paper);

  await set({ "max-file-size": "1 kB" });
  await product.choose(TEA);
  await product.cards("failed").filter({ hasText: words.en.t("limit-FILE-BYTES") }).waitFor();
  await set({ "max-file-size": null });
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).clear());
  await set({ demo: "" });
  await product.ranked();
  await product.deepened();
  const screens = () => page.locator("sillage-app nav button").allInnerTexts();
  assert.equal((await screens()).length, 6);
  await page.locator("sil-ranking table").waitFor();
  assert.equal(await page.locator("sil-ranking table").first().evaluate((table) => getComputedStyle(table).outlineWidth), "5px");
  await set({ sections: "audiences influencers" });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelectorAll("nav button").length === 2);
  await set({ sections: null, view: "map" });
  await page.locator("sil-map .stage").waitFor();
  assert.deepEqual(await screens(), []);
  await set({ view: "table", readonly: "" });
  await product.rows().first().waitFor();
  await page.locator("sil-objective-line").waitFor({ state: "detached" });
  assert.equal(await page.locator("sil-ground:visible").count(), 0);
  assert.equal(await page.getByRole("button", { name: words.en.t("erase"), exact: true }).count(), 0);
  await page.locator("sillage-app").evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    data.items.add(new File([text], "more.csv"));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, "author,text\na,b");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards.length), 1);
  await nothingWrong(opened);
  await opened.context.close();
});

test("what the host puts into its places is shown there", async () => {
  const opened = await open("/slots");
  await defined(opened.page);
  for (const text of ["Our study", "Agency", "© Agency"]) assert.ok(await opened.page.getByText(text, { exact: true }).isVisible(), text);
  const slots = await opened.page.evaluate(() => [...document.querySelectorAll("sillage-app > *")].map((each) => /** @type {any} */ (each).assignedSlot?.name));
  assert.deepEqual(slots, ["intro", "logo", "footer"]);
  await opened.context.close();
});

test("nothing is kept in the browser unless the host and its visitor say so", async () => {
  const opened = await open("/");
  await defined(opened.page);
  const allowed = (/** @type {string | null} */ where) => opened.page.evaluate((value) => {
    const element = /** @type {any} */ (document.querySelector("sillage-app"));
    if (value) element.storage = value;
    element.desk.files.memory.keep(["a", "b"], { platform: "x" });
    return [element.desk.files.memory.allowed, sessionStorage.length, localStorage.length];
  }, where);
  assert.deepEqual(await allowed(null), [false, 0, 0]);
  assert.deepEqual(await allowed("session"), [true, 1, 0]);
  assert.deepEqual(await allowed("local"), [true, 1, 1]);
  await opened.context.close();
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
