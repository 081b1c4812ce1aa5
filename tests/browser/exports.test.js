/** A16, A17, A24, A25: what leaves the study, in every form, and who is in none of them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { cells } from "../../www/api/ranking-book.js";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { CAFE, buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */
const require = createRequire(import.meta.url);
const { DirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");

/** @import { Lang } from "../../www/shared/translate.js" */

const FOLDER = buildFolder("tests", "exports");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGS = /** @type {const} */ (["fr", "en"]);
/** Handles of the French sample, as people may name them. */
const OUT = ["@Yannig_Delorvault", "https://x.com/maiwenn_castelbrac", "PHILIBERT_VASSERON"];
const NAMES = ["yannig_delorvault", "maiwenn_castelbrac", "philibert_vasseron", "yannig delorvault", "maïwenn castelbrac", "philibert vasseron"];

stage();

/** @param {Lang} lang */
async function start(lang) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const product = new Product(opened.page, lang);
  await product.readAndAnalyse(CAFE);
  await product.deepened();
  return { ...opened, product };
}

/** @param {Product} product */
async function panel(product) {
  await product.button("export").click();
  const dialog = product.page.locator("sil-out dialog");
  await dialog.locator("#out-report").waitFor();
  return dialog;
}

/**
 * The file that an element saves.
 * @param {Page} page
 * @param {string} selector
 */
async function saved(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(selector).first().click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const to = path.join(FOLDER, download.suggestedFilename());
  writeFileSync(to, bytes);
  return { name: download.suggestedFilename(), bytes, path: to, text: bytes.toString("utf8") };
}

/** The texts of a workbook. @param {Buffer} bytes */
function book(bytes) {
  let at = bytes.readUInt32LE(bytes.length - 6);
  let text = "";
  for (let entry = bytes.readUInt16LE(bytes.length - 12); entry > 0; entry -= 1) {
    const [packed, length, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    text += inflateRawSync(bytes.subarray(local + 30 + length, local + 30 + length + packed)).toString("utf8");
    at += 46 + length;
  }
  return text;
}

/**
 * Everything that the panel saves, as text.
 * @param {Product} product
 * @returns {Promise<[string, string][]>}
 */
async function everything(product) {
  const { page } = product;
  const dialog = await panel(product);
  /** @type {[string, string][]} */
  const files = [];
  for (const kind of ["report", "xlsx", "csv", "json", "gexf", "graphml"]) {
    const file = await saved(page, `sil-out #out-${kind}`);
    files.push([file.name, kind === "xlsx" ? book(file.bytes) : file.text]);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  return files;
}

/** The map as SVG. @param {Product} product */
async function map(product) {
  await product.go("audiences");
  await product.button("map-svg").waitFor({ timeout: 60_000 });
  await product.idle();
  const file = await product.download("map-svg");
  return /** @type {[string, string]} */ ([file.name, file.bytes.toString("utf8")]);
}

/** @param {[string, string][]} files @param {readonly string[]} names */
function traces(files, names) {
  return files.flatMap(([file, text]) => names.filter((name) => text.toLowerCase().includes(name)).map((name) => `${file}: ${name}`));
}

for (const lang of LANGS) {
  test(`every form opens, in ${lang}`, { timeout: 240_000 }, async () => {
    const opened = await start(lang);
    const { product, page } = opened;
    const [first] = await product.top(1);
    const dialog = await panel(product);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      return violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.target.join(" ")).join("; ")}`);
    });
    assert.deepEqual(found, [], "axe");
    await dialog.locator("#purpose").fill("=cmd|' /C calc'!A0");
    await dialog.locator("#purpose").blur();

    const csv = await saved(page, "sil-out #out-csv");
    const line = csv.text.split("\r\n")[1] ?? "";
    assert.ok(line.startsWith(lang === "fr" ? `1;${first?.handle};` : `1,${first?.handle},`), line);
    assert.match(line, lang === "fr" ? /;\d+,\d+;/ : /,\d+\.\d+,/);
    await dialog.locator("#dialect").selectOption("machine");
    const machine = await saved(page, "sil-out #out-csv");
    assert.equal([...cells(machine.text)][0]?.[1], "handle");

    const xlsx = await saved(page, "sil-out #out-xlsx");
    const sheets = book(xlsx.bytes);
    assert.ok(!/<f[ >]/.test(sheets) && sheets.includes(product.t("sheet-ranking")) && sheets.includes(product.t("header-followers")));
    assert.ok(sheets.includes("=cmd|") && sheets.includes(`>${first?.handle}<`));
    office(csv.path, xlsx.path);

    const report = await saved(page, "sil-out #out-report");
    const shown = await openPage(browser, `file://${report.path}`);
    assert.equal(await shown.page.locator("h1").textContent(), product.t("report-title"));
    assert.equal(await shown.page.locator("html").getAttribute("lang"), lang);
    assert.equal(await shown.page.locator(".person").count(), 20);
    assert.equal(await shown.page.locator("tbody").first().locator("tr th").first().textContent(), first?.handle);
    assert.equal(await shown.page.locator(".report h1").evaluate((each) => getComputedStyle(each).fontSize), "36px", "the policy lets its style in");
    await nothingWrong(shown);
    const pages = (/** @type {Buffer} */ pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    const pdf = await shown.page.pdf({ preferCSSPageSize: true });
    assert.ok(pages(pdf) > 3 && pages(pdf) < 30, `${pages(pdf)} pages`);
    await shown.page.emulateMedia({ media: "print" });
    // Chromium repeats on every page what is never broken across two.
    const running = await shown.page.locator(".running").evaluateAll((all) => all.map((each) => getComputedStyle(each)).map(({ display, breakInside }) => `${display} ${breakInside}`));
    assert.deepEqual(running, ["table-header-group avoid", "table-footer-group avoid"]);
    await shown.context.close();

    await page.evaluate(() => {
      window.print = () => void (/** @type {any} */ (globalThis).printed = true);
    });
    await page.locator("sil-out #out-print").click();
    await page.waitForFunction(() => /** @type {any} */ (globalThis).printed);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#sillage-print").isVisible() && !(await page.locator("sillage-app").isVisible()));
    assert.ok((await page.locator("#sillage-print").innerText()).includes(first?.handle ?? "?"));
    assert.ok(pages(await page.pdf({ preferCSSPageSize: true })) > 3);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await page.locator("#sillage-print").count(), 0);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

/**
 * What other programs make of the tables, where they are installed.
 * @param {string} csv
 * @param {string} xlsx
 */
function office(csv, xlsx) {
  const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((each) => existsSync(each));
  if (!soffice) return;
  for (const file of [csv, xlsx]) {
    const to = path.join(FOLDER, "office");
    const profile = `-env:UserInstallation=file://${path.join(FOLDER, "office-profile")}`;
    execFileSync(soffice, [profile, "--headless", "--convert-to", "fods", "--infilter=CSV:59/44,34,76,1,,0,false,true,false", "--outdir", to, file].filter((each) => file === csv || !each.startsWith("--infilter")), { stdio: "ignore", timeout: 120_000 });
    const text = readFileSync(path.join(to, `${path.basename(file).replace(/\.\w+$/, "")}.fods`), "utf8");
    assert.ok(!text.includes("table:formula="), file);
    assert.ok(text.includes("armel_broussandier"), file);
  }
}

test("A25 no byte of a handle is left once its owner is out, and undo brings them back", { timeout: 300_000 }, async () => {
  const opened = await start("fr");
  const { product, page } = opened;
  assert.ok(traces(await everything(product), NAMES).length > 6, "they are everywhere before");
  await product.pick(0, 2);
  await product.go("ground");
  await page.locator("sil-opt-out-note button").click();
  await page.locator("sil-opt-out #list").setInputFiles({ name: "out.csv", mimeType: "text/csv", buffer: Buffer.from(`compte;raison\n${OUT[0]};demande\n`) });
  await page.waitForFunction((name) => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-opt-out").text?.includes(name), OUT[0]);
  const read = await page.locator("sil-opt-out #names").inputValue();
  await page.locator("sil-opt-out #names").fill(`${read.replace(/^(raison|demande)\n?/gm, "")}\n${OUT[1]}\n${OUT[2]}\nnobody_9`);
  await product.button("opt-out-apply").click();
  await page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.summary?.optOut && !state.stale && !state.work;
  }, undefined, { timeout: 60_000 });
  await product.deepened();
  await page.keyboard.press("Escape");
  const { optOut } = await product.summary();
  assert.deepEqual([optOut?.asked, optOut?.found, optOut?.accounts], [4, 3, 3]);
  assert.ok((await page.locator("sil-opt-out-note p").innerText()).replace(/\s/g, " ").includes(product.t("opt-out-found", { asked: 4, found: 3 }).replace(/\s/g, " ")));

  const files = await everything(product);
  files.push(await map(product));
  await product.go("team");
  for (const id of ["list-export", "log-export"]) files.push([id, (await product.download(id)).bytes.toString("utf8")]);
  await product.go("ground");
  await product.button("project").click();
  await page.getByRole("dialog").getByRole("radio").first().check();
  const project = await product.download("project-save");
  files.push([project.name, project.bytes.toString("utf8")]);
  assert.equal(files.length, 10);
  assert.deepEqual(traces(files, NAMES), []);
  assert.ok(files.every(([, text]) => text.length > 100));
  assert.match(project.bytes.toString("utf8"), /"optOut":\["sha256:[0-9a-f]{32}:[0-9a-f]{64}"/);

  // Opened again, with its file: the same people are out, and the result is the same.
  const again = await openPage(browser, `${site.url}#lang=fr`);
  const other = new Product(again.page, "fr");
  await other.idle();
  await again.page.waitForFunction(() => customElements.get("sil-project") !== undefined);
  await other.choose([{ name: "work.sillage", mimeType: "application/octet-stream", buffer: project.bytes }]);
  await again.page.locator("sil-project-bar li").first().waitFor();
  await other.choose(CAFE);
  await again.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.project?.compared, undefined, { timeout: 60_000 });
  assert.equal(await again.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.project.compared), "same");
  assert.equal((await other.summary()).optOut?.found, 3);
  await nothingWrong(again);
  await again.context.close();

  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.undo());
  await page.waitForFunction(() => {
    const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return state.summary && state.summary.optOut === null && !state.stale && !state.work;
  }, undefined, { timeout: 60_000 });
  await product.go("influencers");
  assert.ok((await product.top(4)).some(({ handle }) => handle === "yannig_delorvault"));
  await nothingWrong(opened);
  await opened.context.close();
});

test("A25 pseudonyms hold no name, and the key holds them all", { timeout: 240_000 }, async () => {
  const opened = await start("fr");
  const { product, page } = opened;
  const handles = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.accounts().then((/** @type {any} */ all) => all.handle));
  await product.pick(0);
  const dialog = await panel(product);
  await dialog.getByRole("radio", { name: product.t("out-pseudonyms"), exact: false }).check();
  const key = await saved(page, "sil-out fieldset button.link");
  await page.keyboard.press("Escape");
  const files = await everything(product);
  assert.ok(files.every(([name, text]) => name.includes("pseudonymes") && text.includes("Influenceur 001")), files.map(([name]) => name).join());
  assert.deepEqual(traces(files, handles.map((/** @type {string} */ handle) => handle.toLowerCase())), []);
  assert.deepEqual(traces(files, ["delorvault", "castelbrac", "cafe-lumiere.fr.csv"]), []);
  assert.ok(handles.every((/** @type {string} */ handle) => key.text.includes(handle)) && key.text.includes("Influenceur 001;armel_broussandier;"));
  await nothingWrong(opened);
  await opened.context.close();
});

test("network files have places once the map was drawn, none before; the panel says which", { timeout: 240_000 }, async () => {
  const opened = await start("en");
  const { product, page } = opened;
  const { accounts, arcs } = await product.summary();
  const read = async () => {
    await panel(product);
    const note = (await page.locator("sil-out .places").innerText()).replace(/\s+/g, " ");
    const files = [await saved(page, "sil-out #out-gexf"), await saved(page, "sil-out #out-graphml")];
    await page.keyboard.press("Escape");
    const [one, other] = [gexf.parse(DirectedGraph, files[0]?.text ?? ""), graphml.parse(DirectedGraph, files[1]?.text ?? "")];
    const placed = [one, other].map((graph) => graph.filterNodes((/** @type {string} */ _, /** @type {any} */ of) => Number.isFinite(of.x) && Number.isFinite(of.y)).length);
    for (const graph of [one, other]) assert.deepEqual([graph.order, graph.size], [accounts, arcs]);
    networkx(files.map((file) => file.path), accounts, arcs);
    return { note, placed };
  };
  const before = await read();
  assert.equal(before.note, product.t("out-places-none"));
  assert.deepEqual(before.placed, [0, 0]);
  await product.go("audiences");
  await product.button("map-svg").waitFor({ timeout: 60_000 });
  const drawn = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").draft.map.account.length);
  const after = await read();
  assert.equal(after.note, product.t("out-places", { drawn }));
  assert.deepEqual(after.placed, [drawn, drawn]);
  await nothingWrong(opened);
  await opened.context.close();
});

/**
 * What networkx makes of network files, where a Python has it.
 * @param {string[]} files
 * @param {number} nodes
 * @param {number} edges
 */
function networkx(files, nodes, edges) {
  const python = process.env["PYTHON"] ?? "python3";
  try {
    execFileSync(python, ["-c", "import networkx"], { stdio: "ignore", timeout: 60_000 });
  } catch {
    return;
  }
  const script = "import sys, networkx as nx\nfor f in sys.argv[1:]:\n  g = nx.read_gexf(f) if f.endswith('.gexf') else nx.read_graphml(f)\n  print(g.number_of_nodes(), g.number_of_edges())";
  const said = execFileSync(python, ["-c", script, ...files], { encoding: "utf8", timeout: 120_000 }).trim().split("\n");
  assert.deepEqual(said, files.map(() => `${nodes} ${edges}`));
}

test("A16 the link holds no data and no name", { timeout: 120_000 }, async () => {
  const opened = await start("en");
  const { product, page } = opened;
  await page.evaluate(() => {
    const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
    desk.change({ objective: "awareness", brief: "café, @yannig_delorvault, odile_marchepoix", lists: { employees: ["armel_broussandier"], customers: [] } }, "test");
  });
  await product.deepened();
  await panel(product);
  await page.locator("sil-out #out-link").click();
  await page.locator("sil-out .said", { hasText: product.t("link-copied-without") }).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const plain = decodeURIComponent(address.replaceAll("+", " "));
  const handles = await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.accounts().then((/** @type {any} */ all) => all.handle));
  assert.deepEqual(handles.filter((/** @type {string} */ handle) => plain.includes(handle)), []);
  assert.ok(plain.includes("objective=awareness") && plain.includes("brief=café"));
  const there = await openPage(browser, address);
  await there.page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.engine === "ready");
  const { objective, brief } = await there.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.settings);
  assert.deepEqual([objective, brief], ["awareness", "café"]);
  await there.context.close();
  await nothingWrong(opened);
  await opened.context.close();
});

test("A24 nothing is stored, before and after everything is erased", { timeout: 120_000 }, async () => {
  const opened = await start("en");
  const { product, page } = opened;
  const stored = () => page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length, cookies: document.cookie, usage: (await navigator.storage.getDirectory().then(async (root) => {
      let count = 0;
      for await (const _ of /** @type {any} */ (root).keys()) count += 1;
      return count;
    })),
  }));
  const empty = { local: 0, session: 0, databases: 0, caches: 0, cookies: "", usage: 0 };
  assert.deepEqual(await stored(), empty);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.change({ optOut: ["armel_broussandier"] }, "optOut"));
  await product.deepened();
  await page.locator("header").getByRole("button", { name: product.t("erase"), exact: true }).click();
  await page.locator("sil-erase button.danger").click();
  await product.idle();
  assert.deepEqual(await stored(), empty);
  const state = await page.evaluate(() => {
    const { state: { cards, summary, settings, plan }, history } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
    return { cards: cards.length, summary, optOut: settings.optOut.length, people: plan.people.length, past: history.past.length };
  });
  assert.deepEqual(state, { cards: 0, summary: null, optOut: 0, people: 0, past: 0 });
  await nothingWrong(opened);
  await opened.context.close();
});
