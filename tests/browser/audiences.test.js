/** The second screen: the network as a map and as a table, its communities, what they share, what became of them. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { SINGLE } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

const require = createRequire(import.meta.url);
const { DirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");
const { DOMParser } = require("@xmldom/xmldom");

/** Gives the imitated card of test machines another name: the page draws with WebGL then. */
const WITH_CARD = `const of = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) { return name === 37446 ? "A card" : of.call(this, name); };`;
/** No WebGL at all. */
const WITHOUT = `const of = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, ...rest) { return /webgl/.test(type) ? null : of.call(this, type, ...rest); };`;

stage();

/**
 * The sample data on the second screen.
 * @param {"fr" | "en"} lang
 * @param {{ url?: string, scripts?: string[], context?: object }} [options]
 */
async function audiences(lang, { url = site.url, scripts = [], context = {} } = {}) {
  const opened = await openPage(browser, `${url}#lang=${lang}&theme=light`, { scripts, context: { viewport: { width: 1280, height: 900 }, ...context } });
  const product = new Product(opened.page, lang);
  await product.idle();
  await product.demo();
  await product.go("audiences");
  await mapDrawn(opened.page);
  return { ...opened, opened, product };
}

/** @param {Page} page */
async function mapDrawn(page) {
  await page.locator("sil-audiences sil-map .stage").first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => {
    const map = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
    return map.frames > 0 && map.labels.shown.length > 0 && map.shown === map.scene;
  }, undefined, { timeout: 30_000 });
}

/**
 * What the map says of itself.
 * @param {Page} page
 */
function state(page) {
  return page.evaluate(() => {
    const map = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
    const { scene, camera, at, drawing } = map;
    const point = (/** @type {number} */ one) => ({ left: camera.left(scene.x[one]), top: camera.top(scene.y[one]) });
    return {
      kind: drawing.kind, at, zoom: camera.zoom, x: camera.x, y: camera.y, count: scene.count, ties: scene.from.length,
      first: scene.order[0], name: scene.label[scene.order[0]], label: at >= 0 ? scene.label[at] : null, near: at >= 0 ? [...new Set(scene.near[at])] : [],
      point: point(scene.order[0]), community: map.community, names: map.labels.shown.map((/** @type {any} */ each) => each.text),
    };
  });
}

/**
 * The colour on the screen at a point of the map, as a person would see it.
 * @param {Page} page
 * @param {{ left: number, top: number }} point
 */
async function colourAt(page, { left, top }) {
  const box = await page.locator("sil-audiences sil-map .stage").first().boundingBox();
  assert.ok(box);
  const picture = await page.screenshot({ clip: { x: Math.round(box.x + left) - 1, y: Math.round(box.y + top) - 1, width: 3, height: 3 } });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    pen?.drawImage(image, 0, 0);
    return Array.from(pen?.getImageData(1, 1, 1, 1).data.subarray(0, 3) ?? []);
  }, picture.toString("base64"));
}

for (const [kind, scripts] of /** @type {const} */ ([["canvas", [WITHOUT]], ["webgl", [WITH_CARD]]])) {
  test(`A28 the map is drawn by ${kind}: the same places, the same colours`, async () => {
    const { page, context, opened } = await audiences("en", { scripts: [...scripts] });
    await page.locator("sil-audiences sil-map .stage").first().scrollIntoViewIfNeeded();
    const before = await state(page);
    assert.equal(before.kind, kind);
    assert.ok(before.count > 400 && before.ties > 1_000 && before.names.length > 10);
    await page.waitForTimeout(400);
    const colours = ["#437cc3", "#753c03", "#a670a6", "#07633d", "#a58108", "#133e49", "#cd6c62", "#382773"];
    const seen = await colourAt(page, before.point);
    const near = colours.some((colour) => [1, 3, 5].every((at, k) => Math.abs(Number.parseInt(colour.slice(at, at + 2), 16) - (seen[k] ?? 0)) < 12));
    assert.ok(near, `${before.name} is drawn where the page says it is, in a colour of the map: ${seen.join(", ")}`);
    await nothingWrong(opened);
    await context.close();
  });
}

test("an account is found by name, its neighbours by arrows, its dossier by Enter, and Escape goes back", async () => {
  const { page, product, context, opened } = await audiences("fr");
  const { name } = await state(page);
  await page.getByRole("combobox", { name: product.t("map-search") }).first().fill(`@${name.toUpperCase()}`);
  await page.keyboard.press("Enter");
  const found = await state(page);
  assert.equal(found.label, name);
  assert.ok(found.zoom >= 2);
  const stage = page.locator("sil-audiences sil-map .stage").first();
  assert.ok(await stage.evaluate((each) => each.matches(":focus")), "the map has the focus");
  const walked = new Set();
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
    const from = await state(page);
    await page.keyboard.press(key);
    const to = await state(page);
    if (to.at !== from.at) {
      assert.ok(from.near.includes(to.at), `${key}: ${to.label} is no neighbour of ${from.label}`);
      walked.add(key);
    }
  }
  assert.ok(walked.size >= 2, "from somebody in the middle there are ways on");
  const { label } = await state(page);
  await page.keyboard.press("Enter");
  await page.locator("sil-audiences sil-dossier aside").waitFor();
  assert.ok((await page.locator("sil-audiences sil-dossier h2").first().innerText()).includes(String(label)));
  await stage.focus();
  await page.keyboard.press("Escape");
  await page.locator("sil-audiences sil-dossier aside").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  assert.equal((await state(page)).at, -1);
  await page.getByRole("combobox", { name: product.t("map-search") }).first().fill("nobody-of-that-name");
  await page.keyboard.press("Enter");
  await page.getByText(product.t("map-not-found", { name: "nobody-of-that-name" })).waitFor();
  await nothingWrong(opened);
  await context.close();
});

test("the view moves by buttons, keys, mouse and wheel, and the page keeps its own wheel", async () => {
  const { page, product, context } = await audiences("en");
  const stage = page.locator("sil-audiences sil-map .stage").first();
  await stage.scrollIntoViewIfNeeded();
  const start = await state(page);
  await product.button("map-closer").first().click();
  assert.ok((await state(page)).zoom > start.zoom);
  await product.button("map-left").first().click();
  assert.ok((await state(page)).x < start.x);
  await product.button("map-fit").first().click();
  assert.deepEqual((await state(page)).zoom, start.zoom);
  await stage.focus();
  await page.keyboard.press("+");
  assert.ok((await state(page)).zoom > start.zoom, "the keys do what the buttons do");
  await page.keyboard.press("Shift+ArrowRight");
  assert.ok((await state(page)).x > start.x);
  await page.keyboard.press("0");
  assert.deepEqual([(await state(page)).zoom, (await state(page)).x], [start.zoom, start.x]);
  await stage.evaluate((each) => /** @type {HTMLElement} */ (each).blur());
  const box = await stage.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.wheel(0, -200);
  assert.equal((await state(page)).zoom, start.zoom, "a wheel alone scrolls the page");
  await stage.scrollIntoViewIfNeeded();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await page.waitForFunction((zoom) => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").camera.zoom > zoom, start.zoom);
  await product.button("map-fit").first().click();
  const { point } = await state(page);
  const now = await stage.boundingBox();
  assert.ok(now);
  await page.mouse.click(now.x + point.left, now.y + point.top);
  assert.equal((await state(page)).at, start.first, "what is clicked on is chosen");
  await page.getByRole("button", { name: product.t("map-open") }).click();
  await page.locator("sil-audiences sil-dossier aside").waitFor();
  await context.close();
});

test("a community stands out on the map and in the table, and becomes the target audience, with undo", async () => {
  const { page, product, context } = await audiences("en");
  const card = page.locator("sil-circles li").nth(1);
  await card.getByRole("button", { name: product.t("circle-show") }).click();
  assert.equal((await state(page)).community, 1);
  await page.locator("sil-map-table summary").click();
  const shown = await page.evaluate(() => {
    const { scene } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
    return scene.community.filter((/** @type {number} */ each) => each === 1).length;
  });
  await page.getByRole("table", { name: product.t("map-table-caption", { from: 1, to: Math.min(50, shown), count: shown }) }).waitFor();
  assert.equal(await page.locator("sil-map-table tbody tr").count(), Math.min(50, shown));
  const [audience] = [() => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.settings.audience.communities)];
  await card.getByRole("button", { name: product.t("circle-target"), exact: true }).click();
  assert.deepEqual(await audience(), [1]);
  await product.button("undo").click();
  assert.deepEqual(await audience(), []);
  await context.close();
});

test("the table says all that is drawn, and finds a place on the map", async () => {
  const { page, product, context } = await audiences("fr");
  const { count, name } = await state(page);
  await page.locator("sil-map-table summary").click();
  await page.getByRole("table", { name: product.t("map-table-caption", { from: 1, to: 50, count }) }).waitFor();
  assert.equal(await page.locator("sil-map-table tbody th").first().innerText(), name, "the most important first");
  await product.button("page-next").click();
  assert.equal(await page.locator("sil-map-table tbody tr").count(), 50);
  await page.locator("sil-map-table tbody tr").nth(3).getByRole("button").last().click();
  const handle = await page.locator("sil-map-table tbody th").nth(3).innerText();
  assert.equal((await state(page)).label, handle);
  await context.close();
});

test("interests and time: each a picture with its table, in words", async () => {
  const { page, product, context, opened } = await audiences("en");
  await product.deepened();
  await product.button("interests-draw").click();
  await page.locator("sil-interests sil-map .stage").waitFor();
  await page.locator("sil-interests summary").click();
  const tags = await page.locator("sil-interests tbody th").allInnerTexts();
  assert.ok(tags.length > 10 && tags.every((tag) => tag.startsWith("#")), tags.join(" "));
  await page.locator("sil-interests .ask select").selectOption("word");
  await page.locator("sil-interests tbody th").first().filter({ hasNotText: "#" }).waitFor();
  await product.button("timeline-follow").click();
  await page.locator("sil-timeline svg.chart").waitFor();
  await page.locator("sil-timeline summary").click();
  assert.equal(await page.locator("sil-timeline thead th").count(), 2 + 6);
  const bars = await page.locator("sil-timeline svg.chart rect").count();
  const sizes = (await page.locator("sil-timeline tbody td.number").allInnerTexts()).filter((text) => text !== "–").length;
  assert.equal(bars, sizes, "a bar for every size of the table");
  await page.locator("sil-timeline select").selectOption("4");
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-timeline").shadowRoot.querySelectorAll("thead th").length === 6);
  await nothingWrong(opened);
  await context.close();
});

/** @param {Product} product @param {string} id */
async function saved(product, id) {
  const button = product.page.locator("sil-audiences").getByRole("button", { name: product.t(id) }).first();
  const [download] = await Promise.all([product.page.waitForEvent("download"), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test("A17 pictures have legend, date and source; network files are read by others with equal counts", async () => {
  const { page, product, context, opened } = await audiences("en");
  const drawing = await saved(product, "map-svg");
  assert.equal(drawing.name, "sillage-map.svg");
  const text = drawing.bytes.toString("utf8");
  const { accounts, arcs } = await product.summary();
  const { count } = await state(page);
  /** @type {string[]} */
  const faults = [];
  const note = (/** @type {string} */ fault) => void faults.push(fault);
  const parsed = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(text, "image/svg+xml");
  assert.deepEqual([faults, parsed.documentElement.tagName], [[], "svg"]);
  assert.equal(text.match(/<title>/g)?.length, count + 1);
  for (const words of ["tea.en.csv", "Sillage", product.t("map-others"), product.t("map-title")]) assert.ok(text.includes(words), words);
  const picture = await saved(product, "map-png");
  assert.deepEqual([...picture.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.equal(picture.bytes.readUInt32BE(16), 2_400);
  for (const [id, reader] of /** @type {const} */ ([["export-gexf", gexf], ["export-graphml", graphml]])) {
    const file = await saved(product, id);
    const graph = reader.parse(DirectedGraph, file.bytes.toString("utf8"));
    assert.deepEqual([graph.order, graph.size], [accounts, arcs], file.name);
    const [node] = graph.nodes();
    const { handle, score, community, x } = graph.getNodeAttributes(node);
    assert.ok(typeof handle === "string" && score > 0 && community >= 0 && Math.abs(x) <= 1_000, `${file.name}: ${JSON.stringify(graph.getNodeAttributes(node))}`);
    assert.ok(node.endsWith(`:${handle}`), "ids are strings");
  }
  await nothingWrong(opened);
  await context.close();
});

/** The key to the pseudonyms, by pseudonym. @param {Product} product */
async function key(product) {
  const { page } = product;
  await product.button("export").click();
  const dialog = page.locator("sil-out dialog");
  await dialog.getByRole("radio", { name: product.t("out-pseudonyms"), exact: false }).check();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.locator("fieldset button.link").first().click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const lines = Buffer.concat(chunks).toString("utf8").split(/\r?\n/).slice(1).filter(Boolean).map((line) => line.split(/[;,]/));
  return new Map(lines.map(([pseudonym = "", handle = ""]) => [pseudonym, handle]));
}

for (const lang of /** @type {const} */ (["fr", "en"])) {
  test(`pictures carry the pseudonyms of the key once they are chosen, and no name, ${lang}`, async () => {
    const { page, product, context, opened } = await audiences(lang);
    const scene = () => page.evaluate(() => {
      const { scene: { label, account, groups } } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
      return { handles: [...label], people: [...account].length, words: groups.filter((/** @type {any} */ each) => each.community !== null).map((/** @type {any} */ each) => each.name) };
    });
    const { handles, words } = await scene();
    const behind = await key(product);
    assert.ok(await page.locator("sil-audiences sil-map .files input").first().isChecked(), "what was chosen for files is chosen for pictures");
    const drawing = await saved(product, "map-svg");
    assert.equal(drawing.name, `sillage-${product.t("file-map")}-${product.t("file-pseudonyms")}.svg`);
    const text = drawing.bytes.toString("utf8");
    const titles = [...text.matchAll(/<title>([^<]*)<\/title>/g)].slice(1).map(([, title = ""]) => title);
    assert.deepEqual(titles.map((title) => behind.get(title)).sort(), [...handles].sort(), "each mark is behind its pseudonym");
    assert.deepEqual(handles.filter((/** @type {string} */ handle) => text.includes(`>${handle}<`)), []);
    for (const word of [...words.filter((/** @type {string} */ name) => name.includes("·")), ".csv"]) assert.ok(!text.includes(word), word);
    assert.ok(text.includes(product.t("circle-unnamed", { number: 1 })) && text.includes(product.t("report-file", { number: 1 })), "legend and source without names");
    const file = await saved(product, "export-gexf");
    const graph = gexf.parse(DirectedGraph, file.bytes.toString("utf8"));
    assert.ok(graph.nodes().every((/** @type {string} */ node) => behind.has(graph.getNodeAttributes(node).handle ?? graph.getNodeAttributes(node).label)), "network files too");
    const picture = await saved(product, "map-png");
    assert.deepEqual([...picture.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
    await page.locator("sil-audiences sil-map .files input").first().uncheck();
    const named = (await saved(product, "map-svg")).bytes.toString("utf8");
    assert.ok(named.includes(`>${handles[0]}<`) && named.includes(".csv"), "and names again");
    await nothingWrong(opened);
    await context.close();
  });
}

test("how many accounts are drawn, and which ties, is chosen; picture and table follow", async () => {
  const { page, product, context, opened } = await audiences("en");
  const all = await state(page);
  const map = page.locator("sil-audiences sil-map").first();
  await map.locator("select.most").selectOption("100");
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").shown.count <= 100);
  const few = await state(page);
  assert.ok(few.count > 50 && few.count <= 100 && few.ties < all.ties);
  assert.equal(few.name, all.name, "the most important stay");
  assert.ok((await page.locator("sil-audiences .network .note").first().innerText()).includes(product.t("map-summary-first", {
    drawn: few.count, accounts: (await product.summary()).accounts, shown: few.ties, communities: await map.locator(".legend button").count() }).split(".")[0] ?? "?"));
  await page.locator("sil-map-table summary").click();
  await page.getByRole("table", { name: product.t("map-table-caption", { from: 1, to: 50, count: few.count }) }).waitFor();
  const lines = () => page.evaluate(() => {
    const { painted } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
    return painted.edge.filter(Boolean).length;
  });
  assert.equal(await lines(), few.ties);
  await map.locator("select.ties").selectOption("chosen");
  await page.waitForFunction(() => !/** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").painted.edge.some(Boolean));
  await map.locator(".stage").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").painted.edge.some(Boolean));
  assert.ok(await lines() >= few.near.length && await lines() < few.ties, "ties of whoever is chosen alone");
  await map.locator("select.most").selectOption(String(all.count));
  await page.waitForFunction((count) => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").shown.count === count, all.count);
  await nothingWrong(opened);
  await context.close();
});

test("without ties the screen says why there is no map, and what to do", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const product = new Product(opened.page, "en");
  await product.idle();
  const rows = Array.from({ length: 30 }, (_, i) => `person_${i % 10},2026-01-${String(1 + (i % 28)).padStart(2, "0")},a text without anybody in it`);
  await product.choose([{ name: "alone.csv", mimeType: "text/csv", buffer: Buffer.from(`author,created_at,text\n${rows.join("\n")}\n`) }]);
  await product.cards("read").first().waitFor();
  await product.idle();
  await product.button("analyse").click();
  await product.idle();
  await product.go("audiences");
  await opened.page.getByRole("heading", { name: product.t("audiences-none") }).waitFor();
  assert.equal(await opened.page.locator("sil-audiences sil-map").count(), 0);
  await nothingWrong(opened);
  await opened.context.close();
});

test("A20 one finger scrolls the page past the map, two move it; forced colours and dark are followed", async () => {
  const { page, product, context } = await audiences("fr", { context: { viewport: { width: 360, height: 720 }, hasTouch: true, reducedMotion: "reduce" } });
  const stage = page.locator("sil-audiences sil-map .stage").first();
  await stage.scrollIntoViewIfNeeded();
  const before = await state(page);
  const fingers = (/** @type {string} */ type, /** @type {[number, number, number][]} */ all) => stage.evaluate((each, [kind, list]) => {
    const { left, top } = each.getBoundingClientRect();
    for (const [pointerId, x, y] of /** @type {[number, number, number][]} */ (list)) {
      each.dispatchEvent(new PointerEvent(String(kind), { pointerId, pointerType: "touch", clientX: left + x, clientY: top + y, bubbles: true, button: 0 }));
    }
  }, /** @type {const} */ ([type, all]));
  await fingers("pointerdown", [[1, 100, 100]]);
  await fingers("pointermove", [[1, 100, 160]]);
  await fingers("pointerup", [[1, 100, 160]]);
  assert.deepEqual([(await state(page)).x, (await state(page)).y], [before.x, before.y]);
  await page.getByText(product.t("map-guard")).waitFor();
  await fingers("pointerdown", [[1, 100, 100], [2, 200, 100]]);
  await fingers("pointermove", [[1, 60, 140], [2, 240, 140]]);
  await fingers("pointerup", [[1, 60, 140], [2, 240, 140]]);
  const after = await state(page);
  assert.ok(after.zoom > before.zoom * 1.3 && after.y !== before.y, `${after.zoom} after ${before.zoom}`);
  const look = () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").look);
  assert.deepEqual([(await look()).dark, (await look()).forced], [false, false]);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.paint("dark"));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").look.dark);
  await page.emulateMedia({ forcedColors: "active" });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map").look.forced);
  await context.close();
});

test("A02 the map works in the single file, from a double click", async () => {
  const { page, context, opened } = await audiences("fr", { url: SINGLE, scripts: [WITH_CARD] });
  assert.equal((await state(page)).kind, "webgl");
  await nothingWrong(opened);
  await context.close();
});

test("the language of the map follows the page, and its people stay", async () => {
  const { page, product, context } = await audiences("en");
  const before = await state(page);
  await product.speak("fr");
  await page.getByRole("heading", { name: product.t("map-title") }).waitFor();
  const after = await state(page);
  assert.deepEqual([after.count, after.name], [before.count, before.name]);
  assert.match(String(await page.locator("sil-audiences sil-map .stage").first().getAttribute("aria-label")), /comptes/);
  await context.close();
});
