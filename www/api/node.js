import { readFile } from "node:fs/promises";
import { Engine, initSync } from "virtual:sillage-glue";
import * as glue from "virtual:sillage-unpack-glue";
import { Study } from "./study.js";
import { ThreadTransport } from "./thread.js";

export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";

/** The engine lies beside this file in the package. */
const WASM = "./sillage.wasm";
/** The reader of containers too. */
const UNPACK = "./sillage-unpack.wasm";

/** @type {Promise<void> | null} */
let ready = null;
/** @type {Promise<WebAssembly.Module> | null} */
let unpacker = null;

/**
 * Opens an empty study with an engine in this thread.
 * @param {object} [options]
 * @param {Uint8Array<ArrayBuffer>} [options.wasm] the engine's bytes, where they are not beside this file
 * @param {Uint8Array<ArrayBuffer>} [options.unpack] those of the reader of containers
 * @returns {Promise<Study>}
 */
export async function open({ wasm, unpack } = {}) {
  ready ??= (async () => {
    initSync({ module: await WebAssembly.compile(wasm ?? await beside(WASM)) });
  })();
  await ready;
  const study = new Study(new ThreadTransport(() => new Engine(), {
    glue,
    module: () => (unpacker ??= (async () => WebAssembly.compile(unpack ?? await beside(UNPACK)))()),
  }));
  await study.transport.start();
  return study;
}

/** @param {string} name of a file beside this one */
async function beside(name) {
  return new Uint8Array(await readFile(new URL(name, import.meta.url)));
}
