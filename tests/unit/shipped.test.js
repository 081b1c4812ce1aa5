/** What `dist/` holds, read as anybody who received it could. `make test` builds before it runs this. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { filesUnder, inRoot } from "../../scripts/build/paths.mjs";

const DIST = inRoot("dist");
const read = (/** @type {string} */ name) => readFileSync(path.join(DIST, name), "utf8");
const single = read("sillage.html");
const scripts = filesUnder(DIST).filter((file) => /\.(js|html)$/.test(file));

/** Names of standards, never fetched, and addresses of documentation inside error messages of libraries. */
const ALLOWED = [/^http:\/\/www\.w3\.org\//, /^http:\/\/schemas\.openxmlformats\.org\//, /^https:\/\/lit\.dev\//];

/** Data and the engine are not code: base64 of gzip. */
const withoutBlocks = (/** @type {string} */ text) =>
  text.replace(/<script type="application\/octet-stream"[^>]*>[^<]*<\/script>/g, "").replace(/"H4sI[A-Za-z0-9+/=]+"/g, '""');

for (const file of scripts) {
  const name = path.relative(DIST, file);
  // The command line may read and write files; nothing of it runs in a page.
  const inBrowser = !/^(node|cli|shared-)/.test(name);
  test(`${name} holds no means of sending anything`, () => {
    const text = withoutBlocks(readFileSync(file, "utf8"));
    const senders = /\b(RTCPeerConnection|WebSocket|WebTransport|EventSource|sendBeacon|XMLHttpRequest|importScripts)\b|\bfetch\s*\(/;
    const found = senders.exec(text);
    if (inBrowser) assert.equal(found?.[0], undefined);
    else assert.doesNotMatch(text, /from\s*"node:(http|https|net|tls|dgram|dns|http2|child_process)"/);
    assert.doesNotMatch(text, /(?<![\w-])location(\.href)?\s*=[^=]|\blocation\.(assign|replace)\(|\bimport\(\s*["'`]https?:/);
  });
}

test("the document of the single file names nothing outside itself", () => {
  const markup = single.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  for (const [, address = ""] of markup.matchAll(/\b(?:src|href|srcset|action|data)="([^"]*)"/g)) assert.match(address, /^(#|data:)/);
  assert.doesNotMatch(markup, /\bon[a-z]+="|\bstyle="/i);
});

test("no address of another site is anywhere in the page, but for names", () => {
  for (const text of [single, ...filesUnder(path.join(DIST, "assets")).map((file) => readFileSync(file, "utf8"))]) {
    const addresses = withoutBlocks(text).match(/\b(?:https?|wss?):\/\/[\w.-]+[\w/.-]*/g) ?? [];
    const strange = addresses.filter((address) => !ALLOWED.some((allowed) => allowed.test(address)) && !inSamples(address));
    assert.deepEqual([...new Set(strange)], []);
  }
});

/** Posts of the invented campaigns carry links, as posts do. @param {string} address */
function inSamples(address) {
  return filesUnder(inRoot("www", "samples")).some((file) => readFileSync(file, "utf8").includes(address));
}

test("the single file's policy names the hashes of exactly its script and its style", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(single)?.[1] ?? "";
  const hash = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const code = [...single.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
  // The script holds the text of the report, which has a style of its own.
  const styles = [...single.replace(/<script\b[\s\S]*?<\/script>/g, "").matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
  assert.equal(code.length, 1);
  assert.ok(styles.length <= 1);
  assert.ok(policy.includes(`script-src ${code.map(hash).join("")} 'wasm-unsafe-eval';`), policy);
  assert.ok(policy.includes(`style-src ${styles.map(hash).join("") || "'none'"};`), policy);
  assert.ok(policy.includes("connect-src 'none'"));
  assert.ok(single.indexOf("Content-Security-Policy") < 300);
});

test("page, single file and module carry the same engine", () => {
  const wasm = readFileSync(path.join(DIST, "sillage.wasm"));
  const block = /id="sillage-wasm">([^<]*)</.exec(single)?.[1] ?? "";
  assert.ok(gunzipSync(Buffer.from(block, "base64")).equals(wasm));
  const chunk = filesUnder(path.join(DIST, "assets")).find((file) => /engine-[\w-]+\.js$/.test(file)) ?? "";
  for (const text of [readFileSync(chunk, "utf8"), read("index.js")]) assert.ok(text.includes(block));
});

test("the engine names no folder of the machine that built it", () => {
  const wasm = readFileSync(path.join(DIST, "sillage.wasm")).toString("latin1");
  assert.doesNotMatch(wasm, /\/(home|root|Users)\/|\.cargo\/|\.rustup\//);
  assert.ok(!wasm.includes(inRoot()));
});

test("the manifest's every file is there", () => {
  const manifest = JSON.parse(read("package.json"));
  for (const name of manifest.files) assert.ok(existsSync(path.join(DIST, name)), name);
  const exported = JSON.stringify(manifest.exports).match(/\.\/[^"]+\.(?:d\.ts|js|wasm|json)(?=",|"})/g) ?? [];
  for (const name of exported) assert.ok(existsSync(path.join(DIST, name)), name);
  const license = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).license;
  assert.equal(manifest.license, license);
});

test("every library inside is named with the text of its licence", () => {
  const text = read("THIRD-PARTY-LICENSES.txt");
  for (const name of ["lit-html", "@fluent/bundle", "petgraph", "wasm-bindgen", "miniz_oxide"]) {
    assert.match(text, new RegExp(`^${name} \\d[^ ]* \\(.+\\)$`, "m"), name);
  }
  assert.doesNotMatch(text, /^(vite|typescript|syn|proptest) \d/m);
  for (const part of text.split("=".repeat(80)).slice(1)) assert.ok(part.length > 120, part.slice(0, 80));
});

test("the browser's module can be imported where there is no browser, and does nothing by itself", () => {
  const code = `import("./index.js").then((m) => { if (typeof m.open !== "function") process.exit(3); console.log("imported"); })`;
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: DIST, encoding: "utf8" }), "imported\n");
});

test("the types are enough for a strict project of somebody else", () => {
  const folder = inRoot("build", "consumer");
  mkdirSync(folder, { recursive: true });
  const use = [
    `import { SillageError, VERSION, open, type Receipt, type Summary } from "../../dist/index.js";`,
    `const study = await open();`,
    `const receipt: Receipt = await study.add(new Uint8Array([1]), { name: "a.csv", onProgress: (p) => p.share.toFixed() });`,
    `await study.configure({ objective: "consideration", brief: "tea" });`,
    `const summary: Summary = await study.analyse({ signal: new AbortController().signal });`,
    `const scores: Float64Array = await study.column("score");`,
    `const handle: string | undefined = (await study.ranking({ from: 0, to: 20 })).rows[0]?.handle;`,
    `// @ts-expect-error no such objective`,
    `await study.configure({ objective: "fame" });`,
    `export { SillageError, VERSION, handle, receipt, scores, summary };`,
  ];
  writeFileSync(path.join(folder, "use.ts"), use.join("\n"));
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom", "--types", ""];
  const tsc = inRoot("node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "--ignoreConfig", path.join(folder, "use.ts")], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("the command line is a program", () => {
  assert.ok(read("cli.js").startsWith("#!/usr/bin/env node\n"));
  if (process.platform !== "win32") assert.ok(statSync(path.join(DIST, "cli.js")).mode & 0o100);
});
