import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { methodPages } from "./method.mjs";
import { inRoot } from "./paths.mjs";
import { embedded, packed, sillageModules, withoutPreloading } from "./plugins.mjs";
import { HOSTED, contentSecurityPolicy } from "./policy.mjs";

/** @import { Plugin, Rollup } from "vite" */

/**
 * What the page is built from.
 * @typedef {object} Engine
 * @property {string} glue path of wasm-bindgen's glue
 * @property {string} wasm path of the module
 * @property {string} worker text of the worker's script
 * @property {{ glue: string, wasm: string }} unpack the second module, which reads containers
 */

/**
 * The hosted page: `index.html` and hashed files under `assets/`. The first screen never waits for the engine, which
 * is a chunk of its own.
 * @param {Engine} engine
 * @param {string} folder
 */
export async function buildHostedPage({ glue, wasm, worker, unpack }, folder) {
  const output = await bundle({
    plugins: [sillageModules({ kind: "chunk", glue, wasm, worker, unpack }), methodPages()],
    build: {
      rolldownOptions: {
        input: inRoot("www", "index.html"),
        output: {
          entryFileNames: "assets/[name]-[hash].js",
          chunkFileNames: (chunk) => {
            const holds = (/** @type {string} */ part) => chunk.moduleIds.some((id) => id.includes(part));
            const name = holds("sillage-unpack-payload") ? "unpack" : holds("sillage-payload") ? "engine" : "[name]";
            return `assets/${name}-[hash].js`;
          },
          assetFileNames: "assets/[name]-[hash][extname]",
        },
      },
    },
  });
  for (const file of output) {
    const text = file.type === "chunk" ? file.code : file.source;
    const target = path.join(folder, file.fileName);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.fileName === "index.html" ? withPolicy(String(text), contentSecurityPolicy(HOSTED)) : text);
  }
}

/**
 * The whole product as one document that works by a double click: scripts and styles inline, allowed by their hashes,
 * the engine in data blocks, which are never executed.
 * @param {Engine} engine
 * @param {string} target
 */
export async function buildSingleFile({ glue, wasm, worker, unpack }, target) {
  await buildDocument({ glue, wasm, worker, unpack }, target, "index.html", []);
}

/**
 * The document that others put in a frame: one file as well, since a frame without an origin may load no module from anywhere.
 * @param {Engine} engine
 * @param {string} target
 */
export async function buildFrame(engine, target) {
  await buildDocument(engine, target, "embed.html", [embedded()]);
}

/**
 * @param {Engine} engine
 * @param {string} target
 * @param {string} page under `www/`
 * @param {Plugin[]} more
 */
async function buildDocument({ glue, wasm, worker, unpack }, target, page, more) {
  const output = await bundle({
    plugins: [sillageModules({ kind: "blocks", glue, unpack }), methodPages(), withoutPreloading(), ...more],
    base: "/", // nothing is loaded; a relative base would have Vite ask for import.meta.url
    build: {
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { input: inRoot("www", page), output: { codeSplitting: false } },
    },
  });
  writeFileSync(target, singleFile(output, { wasm: readFileSync(wasm), unpack: readFileSync(unpack.wasm), worker }));
}

/**
 * @param {(Rollup.OutputChunk | Rollup.OutputAsset)[]} output
 * @param {{ wasm: Uint8Array, unpack: Uint8Array, worker: string }} engine
 */
function singleFile(output, { wasm, unpack, worker }) {
  const html = output.find((file) => file.fileName.endsWith(".html"));
  const scripts = output.filter((file) => file.type === "chunk");
  const styles = output.filter((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  const others = output.filter((file) => file !== html && !scripts.includes(/** @type {any} */ (file)) && !styles.includes(file));
  if (html?.type !== "asset" || scripts.length !== 1 || others.length > 0) {
    throw new Error(`the single file should be made of one script, not ${output.map((file) => file.fileName).join(", ")}`);
  }
  const script = inlineScript(/** @type {Rollup.OutputChunk} */ (scripts[0]).code);
  const style = styles.map((file) => String(/** @type {Rollup.OutputAsset} */ (file).source).replace(/\/\*\$vite\$.*?\*\//g, "").trim()).join("\n");
  if (/<\/style/i.test(style)) throw new Error("a style sheet holds </style");

  let text = String(html.source)
    .replace(/\s*<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, "")
    .replace(/\s*<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>/g, "");
  const block = (/** @type {string} */ id, /** @type {Uint8Array | string} */ bytes) =>
    `<script type="application/octet-stream" id="${id}">${packed(bytes)}</script>\n`;
  if (style) text = insert(text, "</head>", `<style>${style}</style>\n`);
  text = insert(
    text,
    "</body>",
    `${block("sillage-worker", worker)}${block("sillage-wasm", wasm)}${block("sillage-unpack", unpack)}<script type="module">${script}</script>\n`,
  );
  return withPolicy(text, contentSecurityPolicy({ script: [hashSource(script)], style: [style ? hashSource(style) : "'none'"], font: ["data:"] }));
}

/**
 * The text of a script, such that the document's parser sees its end where it is.
 * @param {string} code
 */
export function inlineScript(code) {
  if (/\bimport\.meta\b/.test(code)) throw new Error("the page's script asks for import.meta, which a single file has not");
  return code.trim().replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "\\x3c!--");
}

/**
 * The source expression that allows one inline script or style.
 * @param {string} text exactly what stands between the tags
 */
export function hashSource(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * The document with its policy first: nothing but the character encoding, which browsers look for in the first 1,024
 * bytes, stands before it.
 * @param {string} html
 * @param {string} policy
 */
export function withPolicy(html, policy) {
  if (/http-equiv="Content-Security-Policy"/i.test(html)) throw new Error("the page's source carries a policy of its own");
  const bare = html.replace(/\s*<meta charset="[^"]*"\s*\/?>/i, "");
  const head = `\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const open = /<head[^>]*>/i.exec(bare);
  if (!open) throw new Error("the page has no <head>");
  const end = open.index + open[0].length;
  return bare.slice(0, end) + head + bare.slice(end);
}

/**
 * @param {string} html
 * @param {string} before the last occurrence of this
 * @param {string} addition
 */
function insert(html, before, addition) {
  const at = html.lastIndexOf(before);
  if (at < 0) throw new Error(`the page has no ${before}`);
  return html.slice(0, at) + addition + html.slice(at);
}
