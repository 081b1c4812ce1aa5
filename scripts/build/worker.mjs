import { bundle, onlyChunk } from "./bundle.mjs";
import { inRoot } from "./paths.mjs";
import { sillageModules } from "./plugins.mjs";

/**
 * The worker as the text of one classic script. A module worker would not start from a blob under `file://`, and a
 * classic script has no `import.meta`.
 * @param {string} glue path of wasm-bindgen's glue
 * @param {{ glue: string, wasm: string }} unpack the second module
 * @returns {Promise<string>}
 */
export async function buildWorker(glue, unpack) {
  const output = await bundle({
    plugins: [sillageModules({ glue, unpack })],
    build: {
      lib: { entry: inRoot("www", "worker", "main.js"), formats: ["iife"], name: "sillageWorker", fileName: () => "worker.js" },
    },
  });
  const { code } = onlyChunk(output, "the worker");
  if (/\bimport\.meta\b|\bimport\s*\(/.test(code)) throw new Error("the worker's script asks for a module");
  return code.trim();
}
