import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** @import { Plugin } from "vite" */

/**
 * Base64 of gzip, the same bytes on every system.
 * @param {Uint8Array | string} bytes
 */
export function packed(bytes) {
  const zipped = gzipSync(bytes, { level: 9 });
  zipped[9] = 255; // the header's byte that names the system it was made on
  return zipped.toString("base64");
}

/** Turns `packed` text back into bytes, in a browser. Not a fetch of `data:`, which the policy forbids. */
const UNPACK = `
async function unpack(text) {
  const zipped = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}`;

/** Keeps one promise; after a failure the next call tries again. */
const ONCE = `
let source = null;
export function engineSource() {
  source ??= load().catch((error) => { source = null; throw error; });
  return source;
}
let second = null;
export function unpackSource() {
  second ??= loadUnpack().catch((error) => { second = null; throw error; });
  return second;
}`;

/**
 * How the page comes by the engine: from a chunk of its own (`chunk`), from data blocks of the same document
 * (`blocks`), from the same module (`inline`), or, in Node, from the file beside it (`file`; there is no worker text).
 * @typedef {"chunk" | "blocks" | "inline" | "file"} EngineKind
 */

/** @type {Record<EngineKind, string>} */
const ENGINE_MODULES = {
  chunk: `${UNPACK}${ONCE}
    async function load() {
      const { worker, wasm } = await import("virtual:sillage-payload");
      return { worker, wasm: await unpack(wasm) };
    }
    async function loadUnpack() {
      return unpack((await import("virtual:sillage-unpack-payload")).wasm);
    }`,
  inline: `import { worker, wasm } from "virtual:sillage-payload";
    import { wasm as unpackWasm } from "virtual:sillage-unpack-payload";${UNPACK}${ONCE}
    async function load() {
      return { worker, wasm: await unpack(wasm) };
    }
    async function loadUnpack() {
      return unpack(unpackWasm);
    }`,
  blocks: `${UNPACK}${ONCE}
    const block = (id) => unpack(document.getElementById(id).textContent);
    async function loadUnpack() {
      return block("sillage-unpack");
    }
    async function load() {
      const [worker, wasm] = await Promise.all([block("sillage-worker"), block("sillage-wasm")]);
      return { worker: new TextDecoder().decode(worker), wasm };
    }`,
  file: `import { readFile } from "node:fs/promises";${ONCE}
    const beside = async (name) => new Uint8Array(await readFile(new URL(name, import.meta.url)));
    async function loadUnpack() {
      return beside("./sillage-unpack.wasm");
    }
    async function load() {
      return { worker: "", wasm: await beside("./sillage.wasm") };
    }`,
};

/**
 * The glue keeps one instance for good. This drops it, so that another can take the place of one that trapped.
 * @param {string} glue path
 */
function forgetful(glue) {
  const code = readFileSync(glue, "utf8");
  // What loads by address is left out: it would have the bundler look for an address.
  const end = code.indexOf("let __wbg_init_promise");
  if (end < 0 || !/^let .*\bwasm;$/m.test(code)) throw new Error(`${glue} is not made as it used to be`);
  return `${code.slice(0, end)}\nexport function forget() { wasm = undefined; }\nexport { initSync };\n`;
}

/**
 * Provides `virtual:sillage-engine` and the glue of both modules (see `scripts/virtual.d.ts`).
 * @param {object} options
 * @param {EngineKind} [options.kind] left out where the engine is not asked for (the worker)
 * @param {string} options.glue path of wasm-bindgen's glue
 * @param {{ glue: string, wasm: string }} options.unpack the same of the second module
 * @param {string} [options.worker] text of the worker's script
 * @param {string} [options.wasm] path of the module
 * @returns {Plugin}
 */
export function sillageModules({ kind, glue, worker, wasm, unpack }) {
  /** @type {Record<string, () => string>} */
  const modules = {
    "virtual:sillage-unpack-glue": () => forgetful(unpack.glue),
    "virtual:sillage-glue": () => `export { initSync, Engine } from ${JSON.stringify(glue)};`,
  };
  if (kind) modules["virtual:sillage-engine"] = () => ENGINE_MODULES[kind];
  if (worker !== undefined && wasm !== undefined) {
    modules["virtual:sillage-unpack-payload"] = () => `export const wasm = "${packed(readFileSync(unpack.wasm))}";`;
    modules["virtual:sillage-payload"] = () =>
      `export const worker = ${JSON.stringify(worker)};\nexport const wasm = "${packed(readFileSync(wasm))}";`;
  }
  return {
    name: "sillage-modules",
    enforce: "pre",
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    load: (id) => (id.startsWith("\0") ? (modules[id.slice(1)]?.() ?? null) : null),
  };
}

/**
 * Makes the product's styles and definitions fit somebody else's page.
 *
 * Sizes are measured by the text around the element (`--rem`) instead of the root's, which a theme may set to 10 px; what asked
 * how wide the window is asks how wide the element is; a definition that is there already, from another copy, is kept.
 * @returns {Plugin}
 */
export function embedded() {
  return {
    name: "sillage-embedded",
    enforce: "pre",
    transform(code, id) {
      if (/\.css\?inline$/.test(id)) return embeddedStyles(code);
      if (!id.includes("node_modules") && code.includes("customElements.define(")) {
        return code.replace(/^customElements\.define\(("[\w-]+"), (\w+)\);$/gm, "if (!customElements.get($1)) customElements.define($1, $2);");
      }
      return null;
    },
  };
}

/** Pixels of a root's text that nobody changed: conditions of widths know no variable. */
const TEXT = 16;

/**
 * @param {string} css
 */
export function embeddedStyles(css) {
  return css
    // Beside nothing, the dossier lies over the list that it is from, and not over the whole of somebody else's page.
    .replace(/sil-dossier\s*\{\s*position: fixed;[^}]*\}/g, ".split { grid-template-columns: minmax(0, 1fr); } .split > * { grid-area: 1 / 1; } sil-dossier { z-index: 15; }")
    .replace("aside { height: 100%; max-height: none; border: 0; border-radius: 0; }", "aside { border-color: var(--edge); }")
    .replace(/@(?:media|container)\s*(\((?:min|max)-width:[^{]*)\{/g, (_, condition) =>
      `@container ${condition.replace(/([\d.]+)rem/g, (/** @type {string} */ __, /** @type {string} */ number) => `${Number((Number(number) * TEXT).toFixed(2))}px`)}{`)
    .replace(/(-?[\d.]+)rem\b/g, "calc(var(--rem) * $1)")
    // A dialog is as wide as the window.
    .replace(/(?<![\d.])(-?[\d.]+)vw\b/g, (whole, number) => (number === "100" ? whole : `${number}cqi`));
}

/**
 * Vite wraps every dynamic import so that its style sheets are loaded first. Where all is in one file there is nothing to load.
 * @returns {Plugin}
 */
export function withoutPreloading() {
  return {
    name: "sillage-without-preloading",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  };
}
