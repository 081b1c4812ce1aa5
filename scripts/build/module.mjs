import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle, onlyChunk } from "./bundle.mjs";
import { inRoot } from "./paths.mjs";
import { sillageModules } from "./plugins.mjs";

/** @import { Engine } from "./page.mjs" */

const API = inRoot("www", "api");

/**
 * The public module, ready to publish: `index.js` (browsers; worker and engine inside), `node.js` and `cli.js` (Node;
 * engine in the thread, from `sillage.wasm`), their types and the manifest.
 * @param {Engine} engine
 * @param {string} folder
 */
export async function buildModule({ glue, wasm, worker }, folder) {
  const browser = await bundle({
    plugins: [sillageModules({ kind: "inline", glue, wasm, worker })],
    build: {
      lib: { entry: path.join(API, "browser.js"), formats: ["es"], fileName: () => "index.js" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  writeFileSync(path.join(folder, "index.js"), onlyChunk(browser, "index.js").code);

  const node = await bundle({
    plugins: [sillageModules({ kind: "file", glue })],
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
  writeTypes(folder);
  writeManifest(folder, node.map((file) => file.fileName));
}

/**
 * `www/api/index.d.ts` is written by hand; it leans on the shapes of the boundary, which come with it.
 * @param {string} folder
 */
function writeTypes(folder) {
  const types = readFileSync(path.join(API, "index.d.ts"), "utf8");
  writeFileSync(path.join(folder, "index.d.ts"), types.replaceAll("../shared/engine.d.ts", "./engine.d.ts"));
  copyFileSync(inRoot("www", "shared", "engine.d.ts"), path.join(folder, "engine.d.ts"));
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
    sideEffects: false,
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./sillage.wasm": "./sillage.wasm",
      "./package.json": "./package.json",
    },
    types: "./index.d.ts",
    bin: { sillage: "cli.js" },
    engines: { node: ">=20" },
    files: ["index.js", ...nodeFiles, "index.d.ts", "engine.d.ts", "sillage.wasm", ...papers],
  };
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
