/** What a host asks of the element, and what it is told: properties, attributes, places of its own, events. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, nothingWrong, openPage } from "./support/browser.js";
import { defined, give } from "./support/element.js";
import { SCRIPT, hostSite } from "./support/host.js";
import { Product } from "./support/product.js";
import { TEA } from "./support/shipped.js";
import { words } from "./support/words.js";

/** @import { Browser, Page } from "playwright-core" */

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof hostSite>>} */
let site;

before(async () => {
  browser = await launch();
  site = await hostSite({
    "/": { body: `${SCRIPT}<h1>Host</h1><sillage-app></sillage-app>` },
    "/table": { body: `${SCRIPT}<sillage-app view="table" demo></sillage-app>` },
    "/exposed": { body: `${SCRIPT}<sillage-app expose-results></sillage-app>` },
    "/bare": { body: "<sillage-app></sillage-app>" },
    "/slots": { body: `${SCRIPT}<sillage-app><p slot="intro">Our study</p><b slot="logo">Agency</b><small slot="footer">© Agency</small></sillage-app>` },
    "/theme": { lang: "de", head: "<style>html{font-size:62.5%}body{font:1.8rem Georgia;color-scheme:dark}sillage-app::part(header){padding-left:7px}sillage-app::part(table){outline:5px solid}sillage-app::part(button){font-size:13px}</style>",
      body: `${SCRIPT}<div lang="fr-CA"><sillage-app></sillage-app></div><style>sillage-app{--sillage-color-accent:rgb(200,0,100);--sillage-radius:3px}</style>` },
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @param {string} name @param {Parameters<typeof openPage>[2]} [options] */
const open = (name, options) => openPage(browser, `${site.url}${name}`, options);

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
