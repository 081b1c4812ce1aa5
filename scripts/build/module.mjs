import { chmodSync, copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle, onlyChunk } from "./bundle.mjs";
import { inRoot } from "./paths.mjs";
import { methodPages } from "./method.mjs";
import { embedded, sillageModules, withoutPreloading } from "./plugins.mjs";
import { run } from "./run.mjs";

/** @import { Engine } from "./page.mjs" */

const API = inRoot("www", "api");

/**
 * The public module, ready to publish: `index.js` (browsers; worker and engine inside), `node.js` and `cli.js` (Node;
 * engine in the thread, from `sillage.wasm`, and the reader of containers, from `sillage-unpack.wasm`), their types and the manifest.
 * @param {Engine} engine
 * @param {string} folder
 */
export async function buildModule({ glue, wasm, worker, unpack }, folder) {
  const browser = await bundle({
    plugins: [sillageModules({ kind: "inline", glue, wasm, worker, unpack })],
    build: {
      lib: { entry: path.join(API, "browser.js"), formats: ["es"], fileName: () => "index.js" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  writeFileSync(path.join(folder, "index.js"), onlyChunk(browser, "index.js").code);

  const node = await bundle({
    plugins: [sillageModules({ kind: "file", glue, unpack })],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        input: { node: path.join(API, "node.js"), cli: path.join(API, "cli.js") },
        output: { entryFileNames: "[name].js", chunkFileNames: "shared-[name].js" },
      },
    },
  });
  for (const file of node) {
    if (file.type !== "chunk") throw new Error(`the Node module should hold no ${file.fileName}`);
    const code = file.fileName === "cli.js" && !file.code.startsWith("#!") ? `#!/usr/bin/env node\n${file.code}` : file.code;
    writeFileSync(path.join(folder, file.fileName), code);
  }
  chmodSync(path.join(folder, "cli.js"), 0o755);
  copyFileSync(wasm, path.join(folder, "sillage.wasm"));
  copyFileSync(unpack.wasm, path.join(folder, "sillage-unpack.wasm"));
  await writeTypes(folder);
  writeManifest(folder, node.map((file) => file.fileName));
}

/**
 * The custom element, ready for a `<script type="module">`: one module that holds all it needs and fetches nothing, and the worker's
 * script as a file for pages whose policy allows no other.
 * @param {Engine} engine
 * @param {string} folder
 */
export async function buildElement({ glue, wasm, worker, unpack }, folder) {
  const output = await bundle({
    plugins: [sillageModules({ kind: "inline", glue, wasm, worker, unpack }), methodPages(), embedded(), withoutPreloading()],
    base: "/", // nothing is loaded; a relative base would have Vite ask for import.meta.url
    build: {
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        input: inRoot("www", "element", "element.js"),
        preserveEntrySignatures: "strict",
        output: { codeSplitting: false, entryFileNames: "element.js" },
      },
    },
  });
  writeFileSync(path.join(folder, "element.js"), onlyChunk(output, "element.js").code);
  writeFileSync(path.join(folder, "worker.js"), `${worker}\n`);
  copyFileSync(inRoot("www", "element", "element.d.ts"), path.join(folder, "element.d.ts"));
  copyFileSync(inRoot("www", "element", "element-node.js"), path.join(folder, "element-node.js"));
  const elements = JSON.parse(readFileSync(inRoot("www", "element", "custom-elements.json"), "utf8"));
  writeFileSync(path.join(folder, "custom-elements.json"), `${JSON.stringify(elements, null, 2)}\n`);
}

/**
 * Types, written by TypeScript from the JSDoc of the sources, and the shapes of the boundary that they lean on.
 * @param {string} folder
 */
async function writeTypes(folder) {
  rmSync(inRoot("build", "types"), { recursive: true, force: true });
  await run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", "scripts/build/tsconfig.types.json"]);
  cpSync(inRoot("build", "types"), path.join(folder, "types"), { recursive: true });
  copyFileSync(inRoot("www", "shared", "engine.d.ts"), path.join(folder, "types", "shared", "engine.d.ts"));
  for (const [name, source] of [["index", "browser"], ["node", "node"]]) {
    const lines = [`export * from "./types/api/${source}.js";`, `export type * from "./types/shared/engine.d.ts";`];
    writeFileSync(path.join(folder, `${name}.d.ts`), `${lines.join("\n")}\n`);
  }
}

/**
 * @param {string} folder
 * @param {string[]} nodeFiles
 */
function writeManifest(folder, nodeFiles) {
  const cargo = readFileSync(inRoot("Cargo.toml"), "utf8");
  const field = (/** @type {string} */ name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(cargo)?.[1];
  const papers = ["README.md", "README.fr.md", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"].filter((name) => existsSync(inRoot(name)));
  for (const name of papers) copyFileSync(inRoot(name), path.join(folder, name));
  const manifest = {
    name: field("name"),
    version: field("version"),
    description: field("description"),
    license: field("license"),
    type: "module",
    sideEffects: ["./element.js"],
    exports: {
      ".": {
        node: { types: "./node.d.ts", default: "./node.js" },
        types: "./index.d.ts",
        default: "./index.js",
      },
      "./element": {
        types: "./element.d.ts",
        node: "./element-node.js",
        default: "./element.js",
      },
      "./worker.js": "./worker.js",
      "./embed.html": "./embed.html",
      "./custom-elements.json": "./custom-elements.json",
      "./sillage.wasm": "./sillage.wasm",
      "./sillage-unpack.wasm": "./sillage-unpack.wasm",
      "./package.json": "./package.json",
    },
    types: "./index.d.ts",
    customElements: "custom-elements.json",
    bin: { sillage: "cli.js" },
    engines: { node: ">=20" },
    files: ["index.js", ...nodeFiles, "index.d.ts", "node.d.ts", "element.js", "element.d.ts", "element-node.js", "worker.js", "embed.html", "custom-elements.json", "types", "sillage.wasm", "sillage-unpack.wasm", "THIRD-PARTY-LICENSES.txt", ...papers],
  };
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
