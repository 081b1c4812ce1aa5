/** What the element says of itself, in four places, is the same; and what reads addresses, sizes and messages refuses what is none. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { embeddedStyles } from "../../scripts/build/plugins.mjs";
import { FRAME_HEADERS, HEADERS, MODULE_HEADERS, headersOf } from "../../scripts/build/policy.mjs";
import { bytesOf } from "../../www/element/place.js";
import { isHello, wishOf } from "../../www/element/wire.js";

const DIST = inRoot("dist");
const read = (/** @type {string[]} */ ...parts) => readFileSync(inRoot(...parts), "utf8");
const code = ["sillage-app.js", "surroundings.js", "telling.js"].map((file) => read("www", "element", file)).join("\n");
const docs = read("docs", "embedding.md");
const types = read("www", "element", "element.d.ts");
const { modules: [{ declarations: [element] }] } = JSON.parse(read("www", "element", "custom-elements.json"));
/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();

test("manifest, types, docs and code name the same attributes, properties, methods and events", () => {
  const [, texts = ""] = /const TEXTS = .*\(\{(.*)\}\);/.exec(code) ?? [];
  const [, flags = ""] = /const FLAGS = .*\(\{(.*)\}\);/.exec(code) ?? [];
  const more = [...`${texts},${flags}`.matchAll(/: "([\w-]+)"/g)].map(([, name]) => name ?? "");
  const attributes = ["lang", "theme", "view", "storage", ...more].sort();
  assert.ok(attributes.length === 10);
  assert.deepEqual(names(element.attributes), attributes);
  for (const name of attributes) assert.match(docs, new RegExp(`^\\| \`${name}\` \\|`, "m"), name);

  for (const { name, kind } of element.members) {
    assert.match(code, kind === "method" ? new RegExp(`^  (async )?${name}\\(`, "m") : new RegExp(`^  get ${name}\\(`, "m"), name);
    assert.match(types, new RegExp(`^  (readonly |get )?${name}[(:]`, "m"), name);
  }
  const events = [...new Set([...code.matchAll(/"(sillage-[a-z]+)"/g)].map(([, name]) => name ?? ""))].filter((name) => name !== "sillage-app").sort();
  assert.deepEqual(names(element.events), events);
  for (const name of events) for (const text of [docs, types]) assert.ok(text.includes(name), name);
});

test("manifest, docs and styles name the same custom properties, slots and parts", () => {
  const styles = [read("www", "styles", "tokens.css"), read("www", "styles", "element.css"), read("www", "styles", "dossier.css"), code].join("\n");
  const used = [...new Set([...styles.matchAll(/var\((--sillage-[a-z-]+)/g)].map(([, name]) => name ?? ""))].sort();
  assert.deepEqual(names(element.cssProperties), used);
  for (const name of used) {
    const colour = /^--sillage-color-(.*)$/.exec(name)?.[1];
    assert.match(docs, colour ? new RegExp(`[\` ]${colour}[\` ]`) : new RegExp(name), name);
  }
  const app = [read("www", "page", "app.js"), code].join("\n");
  for (const { name } of element.slots) assert.ok(app.includes(`<slot name="${name}">`), name);
  const guest = read("www", "element", "guest.js");
  for (const { name } of element.cssParts) assert.match(guest, new RegExp(`\\b${name}\\b`), name);
});

test("sizes are read as people write them; what is none is no limit", () => {
  assert.equal(bytesOf("50MB"), 50e6);
  assert.equal(bytesOf("1,5 Go"), 1.5e9);
  assert.equal(bytesOf(" 800 kB "), 8e5);
  assert.equal(bytesOf("12"), 12);
  for (const text of ["", "much", "-3", "1e9", "5 TB", "0x10"]) assert.equal(bytesOf(text), Infinity, text);
});

test("of what arrives over the wire only what is known is heard", () => {
  assert.ok(isHello({ type: "sillage:hello", v: 1 }));
  for (const data of [null, "sillage:hello", { type: "sillage:hello" }, { type: "sillage:hello", v: 2 }, { v: 1 }, []]) assert.ok(!isHello(data));
  assert.deepEqual(wishOf({ type: "sillage:set", lang: "fr", theme: "dark", files: [1] }), { type: "sillage:set", lang: "fr", theme: "dark" });
  assert.deepEqual(wishOf({ type: "sillage:set", lang: "<b>", theme: {} }), { type: "sillage:set" });
  for (const data of [null, 3, "x", {}, { type: "sillage:analyse" }]) assert.equal(wishOf(data), null);
});

test("styles of the element ask neither how large the root's text is nor how wide the window", () => {
  assert.equal(embeddedStyles("a{margin:-2.5rem .5rem;font:600 1rem/1 x}"), "a{margin:calc(var(--rem) * -2.5) calc(var(--rem) * .5);font:600 calc(var(--rem) * 1)/1 x}");
  assert.equal(embeddedStyles("@media (max-width: 40rem) { a { top: 0 } }"), "@container (max-width: 640px) { a { top: 0 } }");
  assert.equal(embeddedStyles("@media (prefers-reduced-motion: reduce) { a { top: 0 } }"), "@media (prefers-reduced-motion: reduce) { a { top: 0 } }");
  assert.equal(embeddedStyles("a{width:clamp(1px, 2.5vw, calc(100vw - 2px))}"), "a{width:clamp(1px, 2.5cqi, calc(100vw - 2px))}");
  for (const name of ["influencers", "audiences", "screen"]) assert.doesNotMatch(embeddedStyles(read("www", "styles", `${name}.css`)), /position: fixed/, name);
  const built = read("dist", "element.js");
  // The report is a document of its own; the width of a table that is scrolled has a size to fall back on, and one chart
  // leaves room for names where the window is narrow.
  const count = (/** @type {string} */ text) => text.match(/[\d.]rem\b/g)?.length ?? 0;
  const report = count(read("www", "page", "state", "report-style.js")) + count(read("www", "page", "parts", "out", "print.js"));
  assert.ok(report > 10 && count(built) <= report + 2, `${count(built)} sizes by the root's text, ${report} of the report`);
});

test("every definition of the built element is made once, whatever was there before", () => {
  const built = read("dist", "element.js");
  const defined = built.match(/customElements\.define\(/g)?.length ?? 0;
  const asked = built.match(/customElements\.get\([`"'][\w-]+[`"']\)\s*\|\|\s*customElements\.define\(/g)?.length ?? 0;
  assert.ok(defined > 50, String(defined));
  assert.equal(asked, defined);
});

test("what other sites embed has headers of its own, the page cannot be framed", () => {
  assert.match(HEADERS["Content-Security-Policy"], /frame-ancestors 'self'/);
  assert.equal(headersOf("index.html"), HEADERS);
  assert.equal(headersOf("embed.html"), FRAME_HEADERS);
  assert.equal(headersOf("element.js"), MODULE_HEADERS);
  assert.ok(!("Content-Security-Policy" in FRAME_HEADERS) && !("Cross-Origin-Opener-Policy" in FRAME_HEADERS));
  assert.match(read("dist", "embed.html").slice(0, 400), /connect-src|http-equiv="Content-Security-Policy"/);
  const netlify = read("dist", "hosting", "_headers");
  assert.doesNotMatch(netlify, /^\/\*$/m, "a rule for everything would meet that of the frame");
  assert.match(netlify.split("/embed.html")[1]?.split("\n/")[0] ?? "", /^(?![\s\S]*Content-Security-Policy)[\s\S]*Referrer-Policy/);
});

test("on a server the element can be imported, and is nothing", () => {
  const folder = inRoot("build", "consumer", "node_modules");
  mkdirSync(folder, { recursive: true });
  const script = `import("${path.join(DIST, "element-node.js")}").then((m) => console.log(Object.keys(m).join()))`;
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }), "SillageApp\n");
  const { exports } = JSON.parse(read("dist", "package.json"));
  assert.deepEqual(Object.keys(exports["./element"]), ["types", "node", "default"]);
});

test("the element's types are enough for a strict project of somebody else", () => {
  const folder = inRoot("build", "consumer");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "element.ts"), [
    `import "../../dist/element.js";`,
    `import type { SillageCounts } from "../../dist/element.js";`,
    `const element = document.createElement("sillage-app");`,
    `element.view = "table";`,
    `element.files = [new File(["a"], "a.csv")];`,
    `element.settings = { objective: "consideration", brief: "tea" };`,
    `element.optOut = new Set(["@a"]);`,
    `element.addEventListener("sillage-result", (event) => { const ranked: number = event.detail.ranked; return ranked; });`,
    `const counts: SillageCounts = await element.analyse();`,
    `const first: string | undefined = element.results?.ranking[0]?.handle;`,
    `const blob: Blob | null = await element.export("report", { named: false });`,
    `// @ts-expect-error no such view`,
    `element.view = "wall";`,
    `export { blob, counts, first };`,
  ].join("\n"));
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--types", ""];
  const tsc = inRoot("node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "--ignoreConfig", path.join(folder, "element.ts")], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
